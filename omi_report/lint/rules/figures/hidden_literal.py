"""OMI261: a text states as a literal what a hidden figure says."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.rules.figures.backing import backing, complements, is_no_share
from omi_report.lint.rules.figures.hidden_figure import HINT, hidden_figures, why
from omi_report.lint.rules.figures.statements import Passage, each_passage
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI261",
    "hidden-literal",
    Severity.WARNING,
    "A text holds a percentage or a ratio as a literal, and a figure that the policy on small counts hides has that "
    "value, or its rest has.",
    "Typed out, the number gives away what the report hides everywhere else.",
    bad="Prisons had told the court in one of the three cases.   # prison-told: 1 of 3, and disclosure: {minimum: 5}",
    good="Prisons had told the court in few cases.",
)


@each_passage()
def check(passage: Passage) -> Iterator[Problem]:
    """Find the literals that say what is hidden."""
    hidden = hidden_figures(passage.text)
    if not hidden:
        return
    for stated in passage.stated:
        if stated.name or is_no_share(passage, stated):
            continue
        names = (*backing(passage, stated), *complements(passage, stated))
        name = next((each for each in names if each in hidden), "")
        if name:
            short = name.removeprefix(f"{passage.scope}/")
            message = f"«{stated.text}» is what the figure «{short}» says, and that is hidden: "
            yield passage.problem(RULE, stated, message + why(passage.text.inspection, name), HINT)
