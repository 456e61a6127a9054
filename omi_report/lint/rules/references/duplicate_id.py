"""OMI305: what may stand once stands twice: an id, a criterion of a recommendation, a row of a table."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI305",
    "duplicate-id",
    Severity.ERROR,
    "Two findings of a criterion, two stories, two recommendations or two groups have the same id; a recommendation "
    "names a criterion twice, or a table has two rows of one name under the same heading.",
    "A reference to the id would lead to one of them, and nobody could say to which.",
    bad="improvements:\n  - {id: plans, text: Plans were late.}\n  - {id: plans, text: Plans were thin.}",
    good="improvements:\n  - {id: late-plans, text: Plans were late.}\n  - {id: thin-plans, text: Plans were thin.}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find each name that was given before in the same space of names."""
    first: dict[tuple[str, str, str, str], int] = {}
    for file, each in inspection.area.ask(lambda kind: kind.unique_names):
        location = inspection.area.at(file, each.path)
        key = (file, each.what, each.space, each.name)
        if key in first:
            what = inspection.framework.terms.word_for(each.what)
            fix = "remove one of them" if each.what == "criterion" else "rename one of them"
            hint = f"it is the {what} in line {first[key]} too: {fix}"
            yield RULE.at(location, f"the {what} «{each.name}» is given twice", hint, length=len(each.name))
        else:
            first[key] = location.line
