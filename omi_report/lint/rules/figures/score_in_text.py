"""OMI228: a text states another score than the report's own."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.rules.figures.scores_meant import OVERALL, Meant, Thing, scores_meant
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import percent_text
from omi_report.scoring.results import Result, Scored

RULE = Rule(
    "OMI228",
    "score-in-text",
    Severity.WARNING,
    "A text states the score of a section, a criterion, a thread or the whole as a literal, by number, by title or by "
    "reference, and it is not the one that the report shows, or the report gives it none.",
    "The chart and the tables of scores stand a few pages away.",
    bad="""\
sections:
  1: Overall, the section scored 70%.   # its criteria have 72, 64, 74, 68 and 62
""",
    good="""\
sections:
  1: Overall, the section scored 68%.
""",
)


@each_passage(language="en")
def check(passage: Passage) -> Iterator[Problem]:
    """Compare every percentage that is called a score with the score of what it is said of."""
    meant = scores_meant(passage.text)
    for stated in passage.stated:
        if stated.start in meant:
            yield from _compare(passage, stated, meant[stated.start])


def _compare(passage: Passage, stated: Stated, meant: Meant) -> Iterator[Problem]:
    inspection, terms = passage.text.inspection, passage.text.framework.terms
    result = next((each for each in inspection.scores.results if each.key == meant.thing), None)
    score, percent, what = (
        result.score if result else None,
        stated.quantity.percent,
        _called(inspection, meant.thing, result),
    )
    if score is None and meant.sure and (result or meant.thing == OVERALL):
        message = f"«{stated.text}» is said to be the {terms.score} of {what}, and this report gives it none"
        yield passage.problem(RULE, stated, message, "leave it out, or say whose it is")
    elif isinstance(score, Scored) and percent is not None:
        places = score.decimals if score.more else 0  # where decimal places tell the band, a reader misses them
        right = percent_text(score.value, places)
        if percent_text(percent, places) != right:
            basis = passage.text.framework.english.say(score.basis)
            message = f"the {terms.score} of {what} is {right}% ({basis}), not {stated.text}"
            yield passage.problem(RULE, stated, message, f"write {right}%")


def _called(inspection: Inspection, meant: Thing, result: Result | None) -> str:
    kind, number = meant
    if kind == "overall":
        return "the whole"
    if kind == "thread":
        return f"«{result.title}»" if result else ""
    term = inspection.framework.terms.criterion if kind == "criterion" else inspection.framework.terms.section
    return f"{term} {inspection.framework.shown(number)}"
