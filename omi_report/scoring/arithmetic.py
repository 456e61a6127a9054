"""Items → a score, in exact fractions, by what a rule of rating takes of them.

- A question's score is the proportion of relevant cases above the line; a question that is relevant in no case is left
  out (Appendix 4 of the published report of 2008).
- With a summary question, its score counts for so many per cent (Appendix 4: 20), and the mean of the others for the
  rest (80).
- Points are those of the ratings. A share is the points reached out of the most possible, in per cent; of questions,
  the answers above the line out of all relevant ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from omi_report.language.message import Message, counted, message
from omi_report.model.rating_rules import RatingRule
from omi_report.model.scales import Unit
from omi_report.scoring.results import Item, Score, Scored, Unscorable
from omi_report.scoring.wording import basis_of, missing_items, nothing_left

Parts = tuple[tuple[str, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What counts of an item: its value, the most points that it could be, and the questions that it is made of."""

    item: Item
    value: Fraction
    most: Fraction | None = None
    parts: Parts = ()

    @property
    def number(self) -> str:
        """The item's number."""
        return self.item.number


@dataclass(frozen=True, slots=True)
class Taken:
    """A score that was taken of items, and the items that settle it where it is the lowest or the highest."""

    score: Score
    deciding: tuple[str, ...] = ()


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of one or more values."""
    return sum(values, Fraction()) / len(values)


def taken(rule: RatingRule, items: Sequence[Item], title: str) -> Taken:
    """Return what a rule takes of its items, by their scores or points; ``title`` is that of what they belong to."""
    measured = [found for item in items if (found := measure(rule, item)) is not None]
    if len(measured) < len(items) and not rule.leaves_out:
        return Taken(Unscorable(missing_items(rule, len(items) - len(measured), len(items), title)))
    if rule.summary is not None:
        return Taken(_with_summary(rule, items, measured))
    if not measured:
        return Taken(Unscorable(nothing_left(rule, len(items), title)))
    unit = _unit(rule, measured)
    match rule.take:
        case "mean":
            return Taken(_combined(rule, measured, [Fraction(1, len(measured))] * len(measured), unit))
        case "weighted":
            return Taken(_weighted(rule, measured, unit))
        case "sum":
            return Taken(_combined(rule, measured, [Fraction(1)] * len(measured), unit))
        case "share" if rule.is_pooled:
            return Taken(_pooled(measured))
        case "share":
            return Taken(_share(measured))
        case "lowest" | "highest":
            return _extreme(rule, measured, unit)
        case _:
            raise AssertionError(rule.take)  # the framework was checked


def measure(rule: RatingRule, item: Item) -> Measured | None:
    """Return what counts of an item under a rule; None where it has no result."""
    if rule.counts == "points":
        if item.band is None or item.band.points is None or item.scale is None:
            return None
        most = item.scale.most_points
        return Measured(item, Fraction(item.band.points), None if most is None else Fraction(most))
    score = item.printed
    if score is None:
        return None
    value = score.printed if rule.scores == "printed" else score.value
    return Measured(item, value, score.out_of, score.parts)


def _unit(rule: RatingRule, measured: Sequence[Measured]) -> Unit:
    if rule.counts == "points":
        return "points"
    return measured[0].item.printed.unit if measured[0].item.printed else "per-cent"


def _combined(
    rule: RatingRule,
    measured: Sequence[Measured],
    weights: Sequence[Fraction],
    unit: Unit,
    basis: Message | None = None,
) -> Scored:
    """Return the weighted sum of what counts of the items."""
    value = sum((weight * each.value for weight, each in zip(weights, measured, strict=True)), Fraction())
    most = [each.most for each in measured]
    out_of = None
    if unit == "points" and all(each is not None for each in most):
        out_of = sum((weight * (each or 0) for weight, each in zip(weights, most, strict=True)), Fraction())
    places = 1 if unit == "points" and rule.take in ("mean", "weighted") else _places(measured)
    parts = tuple(
        (name, weight * part) for weight, each in zip(weights, measured, strict=True) for name, part in each.parts
    )
    ends = [_ends(rule, each) for each in measured]
    low, high = (
        sum(weight * end for weight, end in zip(weights, side, strict=True)) for side in zip(*ends, strict=True)
    )
    slack = (value - low, high - value)
    return Scored(value, basis or basis_of(rule, len(measured)), unit, out_of, places, _merged(parts), slack)


def _ends(rule: RatingRule, each: Measured) -> tuple[Fraction, Fraction]:
    """Between what the exact value of an item lies: what is published may have been rounded."""
    if rule.counts != "score" or rule.scores != "exact" or each.item.printed is None:
        return each.value, each.value
    below, above = each.item.printed.slack
    return each.value - below, each.value + above


def _places(measured: Sequence[Measured]) -> int:
    return max((each.item.printed.places if each.item.printed else 0 for each in measured), default=0)


def _merged(parts: Parts) -> Parts:
    """Add up what a question gives in several ways."""
    found: dict[str, Fraction] = {}
    for name, part in parts:
        found[name] = found.get(name, Fraction()) + part
    return tuple((name, part) for name, part in found.items() if part)


def _weighted(rule: RatingRule, measured: Sequence[Measured], unit: Unit) -> Score:
    weights = [each.item.weight or Fraction() for each in measured]
    total = sum(weights, Fraction())
    if not total:
        return Unscorable(message("what is left of its items has no weight"))
    return _combined(rule, measured, [weight / total for weight in weights], unit)


def _share(measured: Sequence[Measured]) -> Score:
    most = sum((each.most or Fraction() for each in measured), Fraction())
    if not most:
        return Unscorable(message("no points are possible"))
    reached = sum((each.value for each in measured), Fraction())
    basis = message("%(points)s of %(most)s points", points=_digits(reached), most=_digits(most))
    return Scored(100 * reached / most, basis)


def _pooled(measured: Sequence[Measured]) -> Scored:
    """All answers above the line out of all relevant ones: a question counts by how many cases it was relevant in."""
    total = sum(each.item.base for each in measured)
    weights = [Fraction(each.item.base, total) for each in measured]
    value = sum((weight * each.value for weight, each in zip(weights, measured, strict=True)), Fraction())
    parts = tuple(
        (name, weight * part) for weight, each in zip(weights, measured, strict=True) for name, part in each.parts
    )
    basis = message("%(count)s of %(base)s answers", count=str(value * total / 100), base=str(total))
    return Scored(value, basis, parts=_merged(parts))


def _digits(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.1f}"


def _extreme(rule: RatingRule, measured: Sequence[Measured], unit: Unit) -> Taken:
    choose = min if rule.take == "lowest" else max
    value = choose(each.value for each in measured)
    deciding = [each for each in measured if each.value == value]
    # A lowest score reaches no further than the item that can come to least, a highest as far as any.
    most = [each.most for each in measured if each.most is not None]
    out_of = choose(most) if unit == "points" and len(most) == len(measured) else None
    places = 0 if rule.counts == "points" else _places(deciding)
    low, high = (choose(side) for side in zip(*(_ends(rule, each) for each in measured), strict=True))
    slack = (value - low, high - value)
    score = Scored(value, basis_of(rule, len(measured)), unit, out_of, places, deciding[0].parts, slack)
    return Taken(score, tuple(each.number for each in deciding))


def _with_summary(rule: RatingRule, items: Sequence[Item], measured: Sequence[Measured]) -> Score:
    """Weigh the summary question apart: ``rule.summary`` per cent, and the mean of the others for the rest."""
    own = Fraction(rule.summary or 0, 100)
    individual = [each for each in measured if not each.item.summary]
    summary = [each for each in measured if each.item.summary]
    if not individual and own < 1:
        return Unscorable(nothing_left(rule, len(items), ""))
    if summary:
        inner = _inner_weights(rule, individual)
        if inner is None:
            return Unscorable(message("what is left of its items has no weight"))
        weights = [*((1 - own) * weight for weight in inner), own]
        basis = message("the summary %(term_question)s") if own == 1 else None
        basis = basis or counted(
            "%(questions)s/%(summary)s of %(number)s %(term_question)s and the summary %(term_question)s",
            "%(questions)s/%(summary)s of %(number)s %(terms_question)s and the summary %(term_question)s",
            len(individual),
            questions=100 - (rule.summary or 0),
            summary=rule.summary or 0,
        )
        return _combined(rule, [*individual, summary[0]], weights, "per-cent", basis)
    if rule.without_summary == "questions-alone" and individual:
        inner = _inner_weights(rule, individual)
        basis = counted(
            "mean of %(number)s %(term_question)s, without a summary %(term_question)s",
            "mean of %(number)s %(terms_question)s, without a summary %(term_question)s",
            len(individual),
        )
        if inner is None:
            return Unscorable(message("what is left of its items has no weight"))
        return _combined(rule, individual, inner, "per-cent", basis)
    asked = next((item.number for item in items if item.summary), None)
    if asked is None:
        return Unscorable(message("it has no summary %(term_question)s"))
    return Unscorable(
        message("its summary %(term_question)s %(question)s is relevant in no %(term_case)s", question=asked)
    )


def _inner_weights(rule: RatingRule, individual: Sequence[Measured]) -> list[Fraction] | None:
    """The parts of the questions beside the summary question, together 1; None where they have no weight."""
    if not individual:
        return []
    if rule.take != "weighted":
        return [Fraction(1, len(individual))] * len(individual)
    weights = [each.item.weight or Fraction() for each in individual]
    total = sum(weights, Fraction())
    return [weight / total for weight in weights] if total else None
