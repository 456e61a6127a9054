"""OMI277: the sheet of cases has another answer than two judges have agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.numbering import as_printed
from omi_report.problems import Location, Problem, Rule, Severity, excerpt
from omi_report.source.places import AGREED_FILE

RULE = Rule(
    "OMI277",
    "not-as-agreed",
    Severity.ERROR,
    "The sheet of cases has another answer than the one on which two judges have agreed.",
    "The scores would go by an answer of which nobody can say who gave it, and the file of agreed answers would say "
    "otherwise.",
    bad="evidence/agreed.csv: C001,1.1.1,poor,good,good,…\nevidence/cases.csv: C001 has poor under 1.1.1",
    good="evidence/agreed.csv: C001,1.1.1,poor,good,good,…\nevidence/cases.csv: C001 has good under 1.1.1",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the last agreed answer of each case and question against the sheet of cases."""
    evidence = inspection.area.evidence
    if evidence.cases is None or not evidence.sound or evidence.moderated is None or not evidence.moderated.agreed:
        return
    from omi_report.evidence.unfinished import Unfinished  # few areas have anything to hold against each other
    from omi_report.moderation.pairs import not_as_agreed

    shown = inspection.snapshot.shown_path(AGREED_FILE)
    cases = Unfinished(evidence.cases, tuple(evidence.cases.ids))
    hint = "put it back, or agree on it anew (omi evidence agree), so that the file says who changed it and why"
    for row, now in not_as_agreed(cases, evidence.moderated.agreed):
        said = f"«{excerpt(row.case)}» has {now or 'no answer'} under {as_printed(row.question)}"
        message = f"{said}, and {row.agreed} was agreed on"
        yield RULE.at(Location(shown, row.line, 1), message, hint, length=len(row.case))
