"""OMI278: two judges have answered differently, and a final report says nothing was settled."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Location, Problem, Rule, Severity
from omi_report.source.places import SECOND_FILE

RULE = Rule(
    "OMI278",
    "not-settled",
    Severity.WARNING,
    "A case was judged twice, the answers lie on different sides of the line, and nobody has said which one stands.",
    "The scores go by the first answer, and nobody has decided that. Answers on one side of the line may differ: no "
    "score depends on them.",
    bad="evidence/second.csv: C001 has good under 1.1.1\nevidence/cases.csv: C001 has poor",
    good="evidence/agreed.csv: C001,1.1.1,poor,good,poor,inspector-1 and assessor-2,2008-05-14,the plan came too late",
    since="final",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Count the answers that differ and are not settled; no message names a case."""
    evidence, framework = inspection.area.evidence, inspection.framework
    if evidence.cases is None or not evidence.sound or evidence.moderated is None:
        return
    second, agreed = evidence.moderated.second, evidence.moderated.agreed
    if not second or agreed is None:
        return
    from omi_report.evidence.unfinished import Unfinished  # few areas have anything to hold against each other
    from omi_report.moderation.pairs import line_of, paired

    found = paired(Unfinished(evidence.cases, tuple(evidence.cases.ids)), second, agreed, framework)
    across = [
        pair
        for pair in found.open
        if line_of(framework, pair.question, pair.first) != line_of(framework, pair.question, pair.second)
    ]
    if across:
        cases = len({pair.case for pair in across})
        word = framework.terms.case if cases == 1 else framework.terms.cases
        several = f"{len(across):,} answers differ" if len(across) > 1 else "1 answer differs"
        message = f"{several} between two judges across the line, in {cases:,} {word}"
        hint = "settle them: omi evidence agreement --sheet FILE, and omi evidence agree --sheet FILE"
        yield RULE.at(Location(inspection.snapshot.shown_path(SECOND_FILE)), message, hint)
