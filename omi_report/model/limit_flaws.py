"""Whether the limits of a rule can hold, and can be told before the rule is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.language.terms import value_for
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.rated import RatedThing, RatedThings
from omi_report.model.rating_rules import LEVEL_OF, LEVELS, When
from omi_report.model.scales import Scale
from omi_report.problems import meant_or_all
from omi_report.source.tree import Path


def limit_flaws(framework: Framework, things: RatedThings, thing: RatedThing) -> Iterator[Flaw]:
    """Yield what is wrong with the limits of the rule of a thing."""
    scale = framework.scale_of(thing.rule)
    for place, limit in enumerate(thing.rule.limits):
        path: Path = (*thing.rule_path, "limits", place)
        if scale is not None:
            yield from _at_most(limit.at_most, scale, (*path, "at_most"))
        looked_at, wrong = _looked_at(limit.when, things, thing, (*path, "when"))
        if any(each.rule.scale_id and things.scale_of(each) is None for each in looked_at):
            continue  # nothing can be told of ratings on a scale that there is not: that is said at their rule
        yield from wrong or _condition(limit.when, looked_at, things, (*path, "when"))


def _at_most(name: str, scale: Scale, path: Path) -> Iterator[Flaw]:
    band = scale.named(name)
    if band is None:
        known = [each.id for each in scale.bands]
        yield Flaw(path, f"the scale «{scale.id}» has no band «{name}»", meant_or_all(name, known))
    elif scale.rank(band) == 0:
        message = f"«{band.name}» is the best there is, so that the limit limits nothing"
        yield Flaw(path, message, "name the best %(term_rating)s that is possible where the condition holds")


def _looked_at(when: When, things: RatedThings, thing: RatedThing, path: Path) -> tuple[list[RatedThing], list[Flaw]]:
    """The things that a condition looks at, and what is wrong with how it names them."""
    if when.number is not None:
        return _named(when.number, things, thing, (*path, "number"))
    level = LEVEL_OF[when.of or ""]
    found = [each for each in things.within(thing) if each.level == level]
    several = value_for(when.of or "")
    if LEVELS.index(level) >= LEVELS.index(thing.level):
        message = f"{several} are worked out after {thing.title}, or with it"
        return [], [Flaw((*path, "of"), message, "a limit looks at what comes before")]
    if len(found) < (when.at_least or 1):
        message = f"{thing.title} has {len(found) or 'no'} {several}, so that the limit can never hold"
        return [], [Flaw((*path, "at_least"), message, f"it can ask for {len(found)} at most")]
    return found, []


def _named(number: str, things: RatedThings, thing: RatedThing, path: Path) -> tuple[list[RatedThing], list[Flaw]]:
    known = {each.number: each for each in things.all if each.level != "overall"}
    found = known.get(number)
    if found is None:
        things_named = "a %(term_question)s, %(term_criterion)s, %(term_section)s or %(term_thread)s"
        hint = f"it is the number or id of {things_named}: {meant_or_all(number, list(known))}"
        return [], [Flaw(path, f"the framework has nothing called «{number}»", hint)]
    if LEVELS.index(found.level) >= LEVELS.index(thing.level):
        message = f"{found.title} is worked out after {thing.title}, or with it"
        return [], [Flaw(path, message, "a limit looks at what comes before")]
    return [found], []


def _always_below(when: When, looked_at: list[RatedThing], things: RatedThings, path: Path) -> Iterator[Flaw]:
    """A line above all that the things can come to: every one of them lies below it."""
    reaches = [things.range_of(each) if things.unit_of(each) == "points" else (0, 100) for each in looked_at]
    if all(reach is not None and (when.below or 0) > reach[1] for reach in reaches):
        most = max(reach[1] for reach in reaches if reach is not None)
        message = f"every score lies below {when.below}, so that the limit always holds"
        yield Flaw((*path, "below"), message, f"name a score of {most} or less")


def _condition(when: When, looked_at: list[RatedThing], things: RatedThings, path: Path) -> Iterator[Flaw]:
    """What the condition asks of the things must be something that they can have."""
    if when.below is not None:
        without = [each for each in looked_at if each.level != "question" and things.unit_of(each) is None]
        if len(without) == len(looked_at):
            message = f"{without[0].title} has no %(term_score)s that could lie below {when.below}"
            yield Flaw((*path, "below"), message, "ask for a rating: rated: …")
        elif len(units := {unit for each in looked_at if (unit := things.unit_of(each))}) > 1:
            message = f"of what the limit looks at, some is in {' and some in '.join(sorted(units)).replace('-', ' ')}"
            yield Flaw((*path, "below"), message, "ask for a rating, or make a limit for each")
        elif when.below == 0:
            yield Flaw((*path, "below"), "no score lies below 0, so that the limit can never hold", "raise it")
        else:
            yield from _always_below(when, looked_at, things, path)
        return
    scales = {scale.id: scale for each in looked_at if (scale := things.scale_of(each)) is not None}
    if not scales:
        hint = (
            "ask for a score: below: 50" if looked_at[0].level == "question" else "look at what has a %(term_rating)s"
        )
        yield Flaw((*path, "rated"), f"{looked_at[0].title} has no %(term_rating)s", hint)
    elif all(scale.named(when.rated) is None for scale in scales.values()):
        known = [band.id for scale in scales.values() for band in scale.bands]
        message = f"the scale «{next(iter(scales))}» has no band «{when.rated}»"
        yield Flaw((*path, "rated"), message, meant_or_all(when.rated or "", known))
    else:
        yield from _how_many(when, looked_at, things, path)


def _how_many(when: When, looked_at: list[RatedThing], things: RatedThings, path: Path) -> Iterator[Flaw]:
    """A condition that every rating meets, or that too few things can meet."""
    scales = [scale for each in looked_at if (scale := things.scale_of(each)) and scale.named(when.rated)]
    if when.or_worse and all(scale.named(when.rated) == scale.bands[0] for scale in scales):
        message = f"every rating is «{when.rated}» or worse, so that the limit always holds"
        yield Flaw((*path, "or_worse"), message, "name a worse rating, or leave «or_worse» out")
    if when.at_least is not None and len(scales) < when.at_least:
        several = (when.of or "").replace("-", " ")
        message = f"only {len(scales)} of the {several} can be rated «{when.rated}», so that the limit can never hold"
        yield Flaw((*path, "at_least"), message, f"it can ask for {len(scales)} at most")
