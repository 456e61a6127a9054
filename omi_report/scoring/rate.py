"""A rule of rating and its items → a score, a rating, and the limits that hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count

from omi_report.language.message import Message, message
from omi_report.model.framework import Framework
from omi_report.model.rating_rules import LEVEL_OF, Limit, RatingRule, When
from omi_report.model.scales import Band, Scale
from omi_report.scoring.arithmetic import taken
from omi_report.scoring.results import AppliedLimit, Item, Score, Scored, Unscorable
from omi_report.scoring.wording import missing_items, nothing_left


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule gives; the fields are those of `RatedResult`."""

    score: Score | None = None
    band: Band | None = None
    unlimited: Band | None = None
    limits: tuple[AppliedLimit, ...] = ()
    deciding: tuple[str, ...] = ()
    lacking: Message | None = None


@dataclass(frozen=True, slots=True)
class Rater:
    """Applies rules. ``known`` are the items that have been worked out so far, by their numbers."""

    framework: Framework
    known: Mapping[str, Item]

    def apply(self, rule: RatingRule, items: Sequence[Item], title: str, within: Sequence[Item]) -> Outcome:
        """Apply a rule to its items. ``within`` are those among which its limits count."""
        if rule.counts == "rating":
            outcome = self._by_rating(rule, items, title)
        else:
            found = taken(rule, items, title)
            outcome = self.placed(rule, found.score)
            outcome = Outcome(outcome.score, outcome.band, outcome.band, (), found.deciding, outcome.lacking)
        return self.limited(rule, outcome, within)

    def placed(self, rule: RatingRule, score: Score) -> Outcome:
        """Place a score on the scale of a rule."""
        if isinstance(score, Unscorable):
            return Outcome(score, lacking=score.reason)
        scale = self.framework.scale_of(rule)
        if scale is None:
            return Outcome(score)
        if rule.compare == "exact":
            score = telling(score, scale)
        band = scale.band_of(score.value if rule.compare == "exact" else score.printed)
        if band is None:
            return Outcome(score, lacking=message("the %(term_score)s lies under the lowest place of its scale"))
        return Outcome(score, band, band)

    def limited(self, rule: RatingRule, outcome: Outcome, within: Sequence[Item]) -> Outcome:
        """Apply the limits of a rule to what it gives."""
        scale = self.framework.scale_of(rule)
        if outcome.band is None or scale is None or not rule.limits:
            return outcome
        holding = []
        for place, limit in enumerate(rule.limits):
            at_most = scale.named(limit.at_most)
            if at_most is None:  # a flaw of the framework
                continue
            true, unknown = self._holds(limit, rule, within)
            if true:
                holding.append(AppliedLimit(place, limit, at_most, tuple(true)))
            elif unknown and rule.missing != "leave-out":
                reason = message("a limit looks at %(item)s, which has no result", item=unknown[0])
                return Outcome(outcome.score, None, outcome.band, (), outcome.deciding, reason)
        band = outcome.band
        for each in holding:
            band = scale.worse(band, each.at_most)
        return Outcome(outcome.score, band, outcome.band, tuple(holding), outcome.deciding)

    def _by_rating(self, rule: RatingRule, items: Sequence[Item], title: str) -> Outcome:
        rated = [(item, item.band) for item in items if item.band is not None]
        scale = self.framework.scale_of(rule)
        if len(rated) < len(items) and not rule.leaves_out:
            return Outcome(lacking=missing_items(rule, len(items) - len(rated), len(items), title))
        if not rated or scale is None:
            return Outcome(lacking=nothing_left(rule, len(items), title))
        choose = max if rule.take == "lowest" else min
        rank = choose(scale.rank(band) for _item, band in rated)
        band = scale.bands[rank]
        return Outcome(None, band, band, (), tuple(item.number for item, each in rated if each == band))

    def _holds(self, limit: Limit, rule: RatingRule, within: Sequence[Item]) -> tuple[list[str], list[str]]:
        """The items that make a limit hold, none where it does not; and those of which nobody knows."""
        when = limit.when
        if when.number is not None:
            looked_at: Iterable[Item] = [self.known[when.number]] if when.number in self.known else []
            needed = 1
        else:
            level = LEVEL_OF[when.of or ""]
            looked_at = [item for item in within if item.level == level]
            needed = when.at_least or 1
        answers = [(item.number, self._meets(when, item, rule)) for item in looked_at]
        true = [number for number, met in answers if met]
        unknown = [number for number, met in answers if met is None]
        if len(true) >= needed:
            return true, []
        return [], unknown if len(true) + len(unknown) >= needed else []

    def _meets(self, when: When, item: Item, rule: RatingRule) -> bool | None:
        """Whether an item meets a condition; None where that is not known."""
        if when.below is not None:
            score = item.printed
            if score is None:
                return None if item.score is not None else False  # what never has a score is not below one
            return (score.value if rule.compare == "exact" else score.printed) < Fraction(when.below)
        if item.scale is None or item.scale.named(when.rated) is None:
            return False  # it is rated on another scale, or not at all
        if item.band is None:
            return None
        return meets_rating(item.scale, item.band, when)


def telling(score: Scored, scale: Scale) -> Scored:
    """Return a score that is placed exactly with as many decimal places as tell its band.

    Whoever reads the printed score finds it where the exact one lies: of 64.5% one decimal place is printed where
    a band begins at 65. A number that is rounded finely enough lies on its own side of every bound, so there is an end.
    """
    band = scale.band_of(score.value)
    more = next(more for more in count() if scale.band_of(replace(score, more=more).printed) == band)
    return replace(score, more=more) if more else score


def meets_rating(scale: Scale, band: Band, when: When) -> bool:
    """Say whether a rating is the one of a condition, or worse where that counts too."""
    meant = scale.named(when.rated)
    if meant is None:
        return False
    return scale.rank(band) >= scale.rank(meant) if when.or_worse else band == meant
