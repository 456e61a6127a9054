"""Whether the rules of rating of a framework can be worked out, each by itself and all together.

What a rule cannot say is found here, before anything is scored: it is refused, and never approximated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from omi_report.language.terms import value_for
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.limit_flaws import limit_flaws
from omi_report.model.rated import RatedThing, RatedThings, rated_things
from omi_report.model.rating_rules import CAN_BE_OF, RatingRule
from omi_report.model.scales import Scale, Unit
from omi_report.problems import meant_or_all
from omi_report.source.tree import Path

WHOLE = Decimal(100)


def rating_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield every flaw of the rules, once for each rule even where many criteria share it."""
    things = rated_things(framework)
    seen: set[tuple[Path, str]] = set()
    for flaw in _all_flaws(framework, things):
        if (flaw.path, flaw.message) not in seen:
            seen.add((flaw.path, flaw.message))
            yield flaw


def _all_flaws(framework: Framework, things: RatedThings) -> Iterator[Flaw]:
    for thing in things.all:
        if thing.rule.exists:
            yield from _RuleCheck(framework, things, thing, things.items_of(thing)).flaws()
            yield from limit_flaws(framework, things, thing)
    yield from _useless_weights(things)
    yield from _pointless_scales(things)


def _useless_weights(things: RatedThings) -> Iterator[Flaw]:
    """Weights that no weighted rule takes."""
    weighed = {item.path for thing in things.all if thing.rule.take == "weighted" for item in things.items_of(thing)}
    for thing in things.all:
        if thing.weight is not None and thing.path not in weighed:
            hint = "let the rule that takes it say «take: weighted», or remove the weight"
            yield Flaw((*thing.path, "weight"), f"no rule uses the weight of {thing.title}", hint, key=True)


def _pointless_scales(things: RatedThings) -> Iterator[Flaw]:
    """Scales whose points a rule takes, and that have none: said once for each, at the first such rule."""
    seen: set[str] = set()
    for thing in things.all:
        for item in things.items_of(thing) if thing.rule.counts == "points" else ():
            scale = things.scale_of(item)
            if scale is not None and scale.most_points is None and scale.id not in seen:
                seen.add(scale.id)
                message = f"the scale «{scale.id}» of {item.title} has no points"
                yield Flaw((*thing.rule_path, "of"), message, "give its bands points")


@dataclass(frozen=True, slots=True)
class _RuleCheck:
    """A thing with its rule, and the items that this takes."""

    framework: Framework
    things: RatedThings
    thing: RatedThing
    items: list[RatedThing]

    @property
    def rule(self) -> RatingRule:
        return self.thing.rule

    def flaws(self) -> Iterator[Flaw]:
        yield from self._scale_named()
        if self.rule.judgement is not None or self.rule.of is None:
            return
        allowed = CAN_BE_OF[self.thing.level]
        if self.rule.of not in allowed:
            message = f"a {value_for(self.thing.level)} is not made of {value_for(self.rule.of)}"
            yield self._at("of", message, f"it can be of {' or '.join(allowed)}")
            return
        if any(not self._knows_scale(each) for each in (self.thing, *self.items)):
            yield from self._weights()  # what a rating comes to cannot be told before its scale is known
            yield from self._summary()
            return
        if not self.items:
            yield from self._nothing_to_take()
            scale = self.things.scale_of(self.thing)
            if scale is not None and self.rule.of == "questions":
                yield from self._placed(scale, "per-cent")
            return
        yield from self._what_counts()
        yield from self._weights()
        yield from self._summary()

    def _knows_scale(self, thing: RatedThing) -> bool:
        """Whether the scale that a rule names is one of the framework's, where it names one."""
        return thing.rule.scale_id is None or thing.rule.scale_id in self.framework.scales_by_id

    def _at(self, key: str, message: str, hint: str) -> Flaw:
        return Flaw((*self.thing.rule_path, key), message, hint)

    def _scale_named(self) -> Iterator[Flaw]:
        name = self.rule.scale_id
        if name is not None and name not in self.framework.scales_by_id:
            known = list(self.framework.scales_by_id)
            hint = meant_or_all(name, known) if known else "the framework has no scales: list them under scales"
            yield self._at("judgement" if self.rule.judgement else "scale", f"there is no scale «{name}»", hint)

    def _nothing_to_take(self) -> Iterator[Flaw]:
        """A rule that can give no result. Where nothing can be answered, scores of questions are taken as published."""
        if self.rule.of == "questions" and not self.framework.can_have_evidence:
            return
        of = value_for(self.rule.of or "")
        if self.thing.level == "thread":
            message = f"no {of} of its %(terms_section)s carry the %(term_thread)s «{self.thing.number}»"
            hint = f"write «threads: [{self.thing.number}]» at those that do, or «rating: none» at the %(term_thread)s"
        else:
            message = f"the rule takes {of}, and {self.thing.title} has none"
            hint = "give it some, or a rule of its own: «rating: none», «rating: {judgement: …}»"
        yield Flaw((*self.thing.path, _name_key(self.thing)), message, hint)

    def _what_counts(self) -> Iterator[Flaw]:
        match self.rule.counts:
            case "rating":
                yield from self._ratings_count()
                return
            case "points":
                wrong = list(self._points_count())
            case "score":
                wrong = list(self._scores_count())
        yield from wrong
        scale = self.things.scale_of(self.thing)
        unit = self.things.unit_of(self.thing)
        if not wrong and scale is not None and unit is not None:
            yield from self._placed(scale, unit)

    def _ratings_count(self) -> Iterator[Flaw]:
        if self.rule.scale is None:
            yield self._at(
                "by",
                "a rule by %(term_rating)s needs its scale",
                "add «scale: …»: that of the %(terms_rating)s it takes",
            )
            return
        for item in self.items:
            if item.rule.scale_id != self.rule.scale:
                has = f"is rated on «{item.rule.scale_id}»" if item.rule.scale_id else "has no %(term_rating)s"
                message = f"{item.title} {has}, and %(terms_rating)s are taken on «{self.rule.scale}»"
                yield self._at("by", message, "let them all be rated on one scale, or take points")

    def _points_count(self) -> Iterator[Flaw]:
        for item in self.items:
            scale = self.things.scale_of(item)
            if scale is None:
                message = f"{item.title} has no %(term_rating)s, and so no points"
                yield self._at(
                    "of", message, "give it a %(term_rating)s on a scale with points, or take %(terms_score)s"
                )

    def _scores_count(self) -> Iterator[Flaw]:
        units: dict[Unit, RatedThing] = {}
        for item in self.items:
            unit = self.things.unit_of(item)
            if unit is None and not self.things.items_of(item) and item.rule.of is not None:
                return  # a flaw of the item's own rule
            if unit is None:
                why = (
                    "is judged"
                    if item.rule.judgement
                    else "is rated by %(term_rating)s"
                    if item.rule.exists
                    else "has no rule"
                )
                message = f"{item.title} {why}, and so has no %(term_score)s"
                yield self._at("of", message, "take «by: points» or «by: rating», or let it have a %(term_score)s")
                return
            units.setdefault(unit, item)
        if len(units) > 1:
            named = " and ".join(f"{item.title} in {unit.replace('-', ' ')}" for unit, item in units.items())
            yield self._at(
                "of", f"%(terms_score)s are mixed: {named}", "take «by: points», which counts %(terms_rating)s"
            )
        elif "per-cent" in units and self.rule.take in ("sum", "share") and not self.rule.is_pooled:
            message = "percentages are not added up"
            yield self._at(
                "take", message, "take their mean, or «by: points», which adds up what %(terms_rating)s are worth"
            )

    def _placed(self, scale: Scale, unit: Unit) -> Iterator[Flaw]:
        """Whether each score finds its place on the scale."""
        if not scale.measures:
            message = f"no %(term_score)s can be placed on the scale «{scale.id}», whose bands have no «lowest»"
            yield self._at("scale", message, "give its bands «lowest», or use another scale")
            return
        if scale.of != unit:
            named = {"per-cent": "per cent", "points": "points"}
            message = f"the %(term_score)s is in {named[unit]}, and the scale «{scale.id}» is in {named[scale.of]}"
            yield self._at("scale", message, f"use a scale with «of: {unit}»")
            return
        reach = self.things.range_of(self.thing) if unit == "points" else None
        lowest, highest = scale.bands[-1].lowest, scale.bands[0].lowest
        if reach and lowest is not None and highest is not None:
            least, most = reach
            if lowest > least:
                message = f"{self.thing.title} can come to {least}, and the scale «{scale.id}» begins at {lowest}"
                yield self._at("scale", message, f"let its lowest band begin at {least}")
            if highest > most:
                message = f"{self.thing.title} comes to {most} at most, and the best band begins at {highest}"
                yield self._at("scale", message, "lower it: nothing could ever be rated so well")

    def _weights(self) -> Iterator[Flaw]:
        if self.rule.take != "weighted":
            return
        weighed = [item for item in self.items if not (self.rule.summary is not None and item.summary)]
        lacking = [item for item in weighed if item.weight is None]
        for item in lacking:
            message = f"{item.title} has no weight, and the %(term_score)s of {self.thing.title} is weighted"
            yield Flaw((*item.path, _name_key(item)), message, "add «weight: …», in per cent")
        total = sum((item.weight or Decimal() for item in weighed), Decimal())
        if weighed and not lacking and total != WHOLE:
            message = f"the weights of {self.thing.title} add up to {total.normalize():f}, and not to 100"
            hint = "they are parts of one %(term_score)s, in per cent: " + " + ".join(
                f"{item.weight}" for item in weighed
            )
            yield Flaw((*weighed[0].path, "weight"), message, hint)

    def _summary(self) -> Iterator[Flaw]:
        if self.rule.summary is None:
            return
        if self.thing.level not in ("criterion", "key-question"):
            message = f"a {self.thing.level} has no summary question of its own"
            yield self._at("summary", message, "leave «summary» out: its questions then count alike")
            return
        found = [item for item in self.items if item.summary]
        if len(found) > 1:
            if len({item.path[:-2] for item in found}) == 1:
                return  # the list of questions itself has too many
            message = (
                f"{self.thing.title} has more than one summary question: {', '.join(each.number for each in found)}"
            )
            yield Flaw((*found[1].path, "id"), message, "leave «summary: yes» at one of them")
        elif not self.framework.can_have_evidence:
            return
        elif not found and self.rule.without_summary == "unscorable":
            message = f"{self.thing.title} has no summary %(term_question)s, and its rule needs one"
            hint = "mark one with «summary: yes», or write «without_summary: questions-alone» in the rule"
            yield Flaw((*self.thing.path, _name_key(self.thing)), message, hint)
        elif len(found) == len(self.items) and self.rule.summary < 100:
            message = f"{self.thing.title} has only its summary %(term_question)s, and its rule needs others too"
            yield Flaw(
                (*self.thing.path, _name_key(self.thing)), message, "add %(terms_question)s, or write «summary: 100»"
            )


def _name_key(thing: RatedThing) -> str:
    return "number" if thing.level in ("criterion", "section") else "take" if thing.level == "overall" else "id"
