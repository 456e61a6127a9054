"""What a report says of a rating beside the rating itself: its reason, the limits that hold, and the key questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.document.later import inlines, tree

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.scoring.results import AppliedLimit, CriterionResult, RatedResult


def reason(result: RatedResult, scope: str, context: BuildContext, level: int) -> Iterator[tree.CalloutBlock]:
    """Why inspectors judge so, or depart from the rule, in their own words; headings in it begin at ``level``."""
    number = "" if result.level == "overall" else result.number
    _file, stated = context.area.stated_ratings().get((result.level, number), ("", None))
    if stated is not None and stated.reason and (result.is_judged or result.departs):
        yield tree.CalloutBlock("conclusion-reason", context.text(stated.reason, scope, level=level))


def limit_notes(result: RatedResult, context: BuildContext) -> Iterator[tree.ParagraphBlock]:
    """What a rating cannot be better than, and because of what; only the limits that settle it."""
    if result.band == result.unlimited:
        return
    for applied in result.limits:
        if applied.at_most == result.band:
            words = context.label(
                "The %(term_rating)s can be no better than %(rating)s because of %(items)s.",
                rating=applied.at_most.name,
                items=_items(applied, context),
            )
            yield tree.ParagraphBlock((words,), role="limit")


def _items(applied: AppliedLimit, context: BuildContext) -> str:
    named = (_item(number, context) for number in applied.because)
    return context.language.join(named)


def _item(number: str, context: BuildContext) -> str:
    found = context.scores.by_name.get(number)
    shown = context.area.framework.shown(number)
    if found is None or found.level == "key-question":
        return shown
    return found.title if found.level == "thread" else f"{shown} {found.title}"


def key_question_results(result: CriterionResult, context: BuildContext) -> Iterator[tree.FactsBlock]:
    """The key questions of a criterion, each with its score and its rating."""
    facts = []
    for each in result.key_questions:
        values: list[inlines.Inlines] = []
        if each.score is not None:
            values.append((context.score(each.score),))
        if each.rating is not None:
            values.append((each.rating.name,))
        if values:
            facts.append(tree.Fact((each.title,), tuple(values)))
    if facts:
        yield tree.FactsBlock(tuple(facts), role="key-questions")
