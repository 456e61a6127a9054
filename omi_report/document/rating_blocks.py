"""What a report says of a rating beside the rating itself: its reason, the limits that hold, and the key questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from omi_report.document.later import inlines, tree
from omi_report.scoring.results import Scored

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.scales import Band
    from omi_report.scoring.results import AppliedLimit, CriterionResult, RatedResult


_LONG = 20
"""Ratings of more characters need more room beside a text."""


def reason(result: RatedResult, scope: str, context: BuildContext, level: int) -> Iterator[tree.CalloutBlock]:
    """What inspectors say of a rating: on what a judgement rests, or why they depart from the rule.

    Headings in it begin at ``level``.
    """
    if result.said is not None and result.said.rating.reason:
        yield tree.CalloutBlock("conclusion-reason", context.text(result.said.rating.reason, scope, level=level))


def given(result: RatedResult, context: BuildContext, *, short: bool = False) -> inlines.Inline:
    """The rating that holds: what inspectors conclude, or else what the rule gives; where there is none, why.

    With ``short`` it has its shorter name.
    """
    if result.rating is not None:
        return context.rating(result.rating, result.scale, short=short)
    missing = context.label("not rated")
    return inlines.MissingInline(missing, context.language.say(result.lacking)) if result.lacking else missing


def judgement(
    result: RatedResult,
    context: BuildContext,
    score_label: str,
    rating_label: str,
    role: Literal["score", "section-score"] = "score",
) -> tree.JudgementBlock:
    """A rating with the score that it rests on, or where there is no score the rating alone; each with its label."""
    departs = _departure(result, context)
    if result.score is None:
        alone: Literal["grade", "section-grade"] = "section-grade" if role == "section-score" else "grade"
        return tree.JudgementBlock(alone, rating_label, (given(result, context),), departs=departs)
    found = tree.JudgementBlock(role, score_label, (context.score(result.score),), departs=departs)
    if result.rating is None:
        return found
    place = (result.scale.look_of(result.rating), result.scale.looks) if result.scale else (-1, 0)
    return replace(found, band=result.rating.name, rank=place[0], ranks=place[1])


def _departure(result: RatedResult, context: BuildContext) -> str:
    """From which rating inspectors depart, in a sentence of its own; nothing where they do not."""
    ruled = _departed_from(result)
    if ruled is None:
        return ""
    if result.score is None:
        return context.label(
            "Inspectors departed from the %(term_rating)s that the rule gives: %(rating)s", rating=ruled.name
        )
    return context.label(
        "Inspectors departed from the %(term_rating)s that the %(term_score)s gives: %(rating)s", rating=ruled.name
    )


def departed_words(result: RatedResult, context: BuildContext, *, short: bool = False) -> inlines.Inlines:
    """The same in a cell of a table, after the rating; with ``short`` the rating has its shorter name."""
    ruled = _departed_from(result)
    if ruled is None:
        return ()
    name = ruled.shortest if short else ruled.name
    if result.score is None:
        words = context.label("by the rule: %(rating)s", rating=name)
    else:
        words = context.label("by the %(term_score)s: %(rating)s", rating=name)
    return " ", inlines.MarkedInline("quiet", (f"({words})",))


def _departed_from(result: RatedResult) -> Band | None:
    """The rating that the rule gives, where inspectors conclude with another; nothing where they do not."""
    if result.band is None or result.conclusion is None or result.is_judged or not result.departs:
        return None
    return result.band


def rating_notes(result: RatedResult, context: BuildContext) -> Iterator[tree.ParagraphBlock]:
    """What readers need to follow a rating: why a score has none, and limits that settle it."""
    if isinstance(result.score, Scored) and result.lacking:
        why = context.language.say(result.lacking)
        yield _note(context.label("There is no %(term_rating)s: %(reason)s.", reason=why))
    yield from _limit_notes(result, context)


def _note(words: str) -> tree.ParagraphBlock:
    return tree.ParagraphBlock((words,), role="limit")


def _limit_notes(result: RatedResult, context: BuildContext) -> Iterator[tree.ParagraphBlock]:
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
            yield _note(words)


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
            values.append((context.rating(each.rating, each.scale),))
        if values:
            facts.append(tree.Fact((each.title,), tuple(values)))
    longest = max((len(each.rating.name) for each in result.key_questions if each.rating), default=0)
    if facts:
        yield tree.FactsBlock(tuple(facts), role="key-questions long-ratings" if longest > _LONG else "key-questions")
