"""OMI402: no recommendation answers a criterion that must improve urgently, or a finding that is urgent."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.judgement.results import concluded
from omi_report.model.criterion import criterion_file
from omi_report.model.findings import FindingKind
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI402",
    "urgent-unanswered",
    Severity.WARNING,
    "A criterion is concluded with a rating that the framework calls urgent, and no recommendation names it; "
    "or a finding is of a kind that it calls urgent, and no recommendation names the finding (or its criterion, where "
    "recommendations do not stand under findings of the kind).",
    "The area is told that it must improve at once, and not what to do.",
    bad="criteria/2.1.yaml: {score: 58}\nrecommendations.yaml: criteria: [1.2, 2.2]",
    good="criteria/2.1.yaml: {score: 58}\nrecommendations.yaml: criteria: [1.2, 2.1, 2.2]",
    since="draft",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for each urgent criterion, and each urgent finding, among those that the recommendations answer."""
    area = inspection.area
    homes = [file for file, kind, _ in area.contents() if kind.answers_criteria]
    if not homes:
        return
    findings = {each.name for _, each in area.ask(lambda kind: kind.answered_findings)}
    answered = {each.criterion for _, each in area.ask(lambda kind: kind.citations) if each.sense == "answers"}
    answered |= {name.partition("/")[0] for name in findings}
    for found in concluded(inspection):
        if found.urgent and found.number not in answered:
            number = inspection.framework.shown(found.number)
            yield RULE.at(
                found.place(inspection),
                f"%(term_criterion)s {number} is {found.said}, and no %(term_recommendation)s answers it",
                f"add {number} to the criteria of a %(term_recommendation)s in {' or '.join(homes)}",
                length=len(found.written),
            )
    for kind in area.framework.findings:
        if kind.urgent:
            yield from _findings(inspection, kind, findings if kind.recommendations else answered, homes)


def _findings(
    inspection: Inspection, kind: FindingKind, answered: Container[str], homes: Sequence[str]
) -> Iterator[Problem]:
    """Find the findings of an urgent kind that are not answered: by their names, or by their criteria."""
    area = inspection.area
    for number, criterion in area.criteria.items():
        for index, finding in enumerate(criterion.of_kind(kind)):
            name = f"{number}/{finding.id}" if kind.recommendations else number
            if name in answered:
                continue
            key = "findings" if kind.recommendations else "criteria"
            named = f"add {name} to the {key} of a %(term_recommendation)s in {' or '.join(homes)}"
            if kind.recommendations and finding.id is None:
                named = named.replace(f"add {name}", f"give it an id, and add {number}/its-id")
            place = area.at(criterion_file(number), (kind.key, index))
            yield RULE.at(place, f"no %(term_recommendation)s answers this {kind.singular}, which is urgent", named)
