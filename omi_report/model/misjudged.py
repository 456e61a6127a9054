"""What an area states of scores and ratings, held against the rules of its framework."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from omi_report.language.terms import value_for
from omi_report.model import shape_rules as rules
from omi_report.model.area import Area
from omi_report.model.facts import StatedRating
from omi_report.model.rated import RatedThing, RatedThings, rated_things
from omi_report.numbering import as_printed
from omi_report.problems import Problem, meant_or_all

MOST_PER_CENT = 100


def misjudged(area: Area) -> Iterator[Problem]:
    """Find each score and rating that is stated where there can be none, or that cannot be right."""
    stated = area.stated_ratings()
    if not stated:
        return
    yield from _twice(area)
    things = rated_things(area.framework)
    for (level, number), (file, each) in stated.items():
        thing = things.by_key.get((level, number))
        if thing is not None:
            yield from _held_against(area, file, each, thing, things)
            continue
        if level == "key-question":
            names = [thing.number for thing in things.all if thing.level == level]
            message = f"the framework has no %(term_key_question)s «{number}»"
            place = area.at(file, each.path, key=True)
            yield rules.WRONG_JUDGEMENT.at(place, message, meant_or_all(number, names), length=len(number))
        elif level == "overall":
            message = "the framework has no rule for the overall %(term_rating)s"
            hint = "remove it, or give the framework one: ratings: overall: …"
            place = area.at(file, each.path, key=True)
            yield rules.WRONG_JUDGEMENT.at(place, message, hint, length=len("overall"))


def _twice(area: Area) -> Iterator[Problem]:
    """What two files state of one thing."""
    seen: dict[tuple[str, str], str] = {}
    for file, each in area.ask(lambda kind: kind.stated_ratings):
        if not each.says_something:
            continue
        first = seen.setdefault(each.key, file)
        if first != file:
            message = f"{value_for(each.level)} {as_printed(each.number)} is stated in {first} as well"
            place = area.at(file, each.path, key=True)
            hint = "state its %(term_score)s, its %(term_rating)s and the reason in one of the two"
            yield rules.WRONG_JUDGEMENT.at(place, message, hint, length=len(str(each.path[-1])) if each.path else 1)


def _held_against(
    area: Area, file: str, stated: StatedRating, thing: RatedThing, things: RatedThings
) -> Iterator[Problem]:
    range_ = _out_of_range(stated, thing, things)
    if range_:
        message, hint = range_
        place = area.at(file, (*stated.path, "score"))
        yield rules.NOT_ALLOWED.at(place, message, hint, length=len(str(stated.score)))
    for key, wrong in (("score", _score(stated, thing, things)), ("rating", _rating(stated, thing))):
        if wrong:
            message, hint = wrong
            place = area.at(file, (*stated.path, key), key=True)
            yield rules.WRONG_JUDGEMENT.at(place, message, hint, length=len(key))


def _score(stated: StatedRating, thing: RatedThing, things: RatedThings) -> tuple[str, str] | None:
    score, unit = stated.score, things.unit_of(thing)
    if score is None:
        return None
    if thing.rule.judgement is not None:
        return f"{thing.title} is judged by inspectors and has no %(term_score)s", "give it a %(term_rating)s"
    if not thing.rule.exists:
        return f"{thing.title} has no %(term_score)s in this framework", "remove it"
    if unit is None:
        return (
            f"{thing.title} is rated without a %(term_score)s",
            "remove the %(term_score)s; a %(term_rating)s may be stated",
        )
    return None


def _out_of_range(stated: StatedRating, thing: RatedThing, things: RatedThings) -> tuple[str, str] | None:
    score, unit = stated.score, things.unit_of(thing)
    if score is None or unit is None:
        return None
    if unit == "per-cent" and score != score.to_integral_value():
        return (
            f"«{score}» is no whole number",
            "a %(term_score)s in per cent is published as a whole number from 0 to 100",
        )
    reach = things.range_of(thing)
    most = MOST_PER_CENT if unit == "per-cent" else reach[1] if reach else None
    if most is not None and score > Decimal(most):
        return f"«{score}» is too large", f"{thing.title} comes to {most} at most"
    return None


def _rating(stated: StatedRating, thing: RatedThing) -> tuple[str, str] | None:
    if stated.rating is None or thing.rule.scale_id is not None:
        return None
    has = "a %(term_score)s and no %(term_rating)s" if thing.rule.exists else "no %(term_rating)s"
    return f"{thing.title} has {has} in this framework", "remove it, or give the rule a scale"
