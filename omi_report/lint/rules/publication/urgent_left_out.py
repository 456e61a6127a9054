"""OMI720: what is chosen as urgent leaves out what has the worst rating."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.facts import ChosenFinding
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import CriterionResult

RULE = Rule(
    "OMI720",
    "urgent-left-out",
    Severity.INFO,
    "The glance names a finding as urgent whose criterion has a better rating, and leaves out a criterion with a "
    "rating that the framework calls urgent.",
    "The ratings stand beside the list, and readers ask why what was rated worst is not among what is urgent.",
    bad="summary.yaml: urgent: [{says: …, finding: 1.2/plans}]   # 1.2 is a priority, 2.1 an urgent priority",
    good="summary.yaml: urgent: [{says: …, finding: 2.1/reviews}]",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the findings that are chosen as urgent against the ratings of the criteria that they stand in."""
    area, framework = inspection.area, inspection.framework
    rated = {number: each for number, each in inspection.scores.criteria.items() if each.rating}
    for file, chosen in _by_file(inspection).items():
        named = [(each, rated.get(each.name.partition("/")[0])) for each in chosen]
        better = [(each, result) for each, result in named if result and not _is_urgent(result)]
        left_out = [each for each in rated.values() if _is_urgent(each) and each not in (one for _, one in named)]
        for each, result in better[:1] if left_out else ():
            numbers = framework.english.join([framework.shown(other.number) for other in left_out])
            said = f"{framework.shown(result.number)} is chosen as urgent ({_name(result)})"
            verb = "is" if len(left_out) == 1 else "are"
            message = f"{said}, and {numbers} {verb} not ({_name(left_out[0])})"
            hint = f"name findings of {numbers} first"
            yield RULE.at(area.at(file, each.path), message, hint, length=len(each.name))


def _by_file(inspection: Inspection) -> dict[str, list[ChosenFinding]]:
    """What is chosen as urgent, by the file in which it is."""
    found: dict[str, list[ChosenFinding]] = {}
    for file, each in inspection.area.ask(lambda kind: kind.chosen_findings):
        if each.side == "poor":
            found.setdefault(file, []).append(each)
    return found


def _is_urgent(result: CriterionResult) -> bool:
    return result.rating is not None and result.rating.urgent


def _name(result: CriterionResult) -> str:
    return result.rating.name if result.rating else ""
