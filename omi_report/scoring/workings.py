"""The arithmetic of a score, written out so that it can be checked with a pocket calculator."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.language.terms import value_for
from omi_report.numbering import as_printed
from omi_report.quantity import percent_text
from omi_report.scoring.arithmetic import mean
from omi_report.scoring.results import Item, RatedResult, Scored, score_text

FEWEST_PLACES = 6


@dataclass(frozen=True, slots=True)
class Workings:
    """Steps to a score, one a line; ``places`` is how many decimals its proportions need."""

    steps: tuple[str, ...]
    places: int = FEWEST_PLACES


def decimal(value: Fraction, places: int) -> str:
    """Write a value with a number of decimals, the last one rounded half up."""
    return percent_text(value, places)


def places_needed(value: Fraction, terms: int, printed: int = 0) -> int:
    """Return how many decimals the proportions need, so that whoever adds them up gets the same rounded score.

    ``value`` is the score in per cent, ``terms`` the number of proportions that go into it: each of
    them, rounded, is off by half a unit of its last decimal, and the score is 100 times their mean. ``printed`` is
    how many decimal places the score is printed with.
    """
    scaled = value * 10**printed
    from_half = abs(scaled - math.floor(scaled) - Fraction(1, 2)) / 10**printed
    if not from_half:
        return FEWEST_PLACES  # the exact score is a half, and the workings say so
    enough = math.ceil(math.log10(100 * (terms + 2) / from_half))
    return max(FEWEST_PLACES, enough)


def workings_of(result: RatedResult, english: Language = ENGLISH) -> Workings:
    """Write out how a score and a rating are worked out; empty where nothing was, or not from what is below.

    ``english`` is English in the programme's own words.
    """
    score = result.score
    if isinstance(score, Scored) and result.items:
        worked = _score_workings(result, score, english)
    elif result.score is None and result.band is not None and result.items:
        worked = Workings(tuple(_rating_steps(result)))
    else:
        worked = Workings(())
    return Workings(tuple(map(english.in_terms, (*worked.steps, *_placing_steps(result)))), worked.places)


def _score_workings(result: RatedResult, score: Scored, english: Language) -> Workings:
    rule = result.rule
    if rule.take in ("lowest", "highest"):
        return Workings(tuple(_extreme_steps(result, score)))
    if rule.is_pooled:
        return Workings(tuple(_pooled_steps(result, score)))
    if rule.counts == "points" or score.unit == "points" or rule.take == "share":
        return Workings(tuple(_point_steps(result, score, english)))
    if rule.of == "questions":
        return _question_workings(result, score)
    return _mean_of_scores(result, score)


def _question_workings(result: RatedResult, score: Scored) -> Workings:
    """From the proportions of questions: their mean, or what each counts, and the summary question apart."""
    rule = result.rule
    apart = rule.summary is not None
    individual = [item for item in result.items if item.printed and not (apart and item.summary)]
    summary = next((item for item in result.items if item.printed and apart and item.summary), None)
    places = places_needed(score.value, len(individual), score.decimals)
    if summary is not None and rule.summary == 100:
        steps = [f"summary %(term_question)s {as_printed(summary.number)}: {decimal(_proportion(summary), places)}"]
        return Workings((*steps, _rounded(score, places)), places)
    steps = list(_weighted_steps(individual, places) if rule.take == "weighted" else _mean_of(individual, places))
    if summary is not None:
        weight, own = Fraction(rule.summary or 0, 100), _proportion(summary)
        average = _average(individual, weighted=rule.take == "weighted") if individual else Fraction()
        rest = 100 - (rule.summary or 0)
        first, second = (1 - weight) * average, weight * own
        steps += [
            f"summary %(term_question)s {as_printed(summary.number)}: {decimal(own, places)}",
            f"%(term_score)s: {rest}% × {decimal(average, places)} + {rule.summary}% × {decimal(own, places)}",
            f"  = {decimal(first, places)} + {decimal(second, places)} = {decimal(first + second, places)}",
        ]
    steps.append(_rounded(score, places))
    return Workings(tuple(steps), places)


def _proportion(item: Item) -> Fraction:
    return item.printed.value / 100 if item.printed else Fraction()


def _average(items: Sequence[Item], *, weighted: bool) -> Fraction:
    if not weighted:
        return mean([_proportion(item) for item in items])
    total = sum((item.weight or Fraction() for item in items), Fraction())
    return sum(((item.weight or Fraction()) * _proportion(item) for item in items), Fraction()) / total


def _mean_of(items: Sequence[Item], places: int) -> Iterable[str]:
    if not items:
        return
    values = [_proportion(item) for item in items]
    total, count = sum(values, Fraction()), len(values)
    many = f"{count} %(terms_question)s" if count != 1 else "one %(term_question)s"
    yield f"sum of the proportions of {many}: {decimal(total, places)}"
    yield f"mean: {decimal(total, places)} ÷ {count} = {decimal(mean(values), places)}"


def _weighted_steps(items: Sequence[Item], places: int) -> Iterable[str]:
    total = sum((item.weight or Fraction() for item in items), Fraction())
    for item in items:
        weight = item.weight or Fraction()
        part = weight / total * _proportion(item)
        share = f"{plain(weight)} ÷ {plain(total)}"
        yield f"{as_printed(item.number)}: {share} × {decimal(_proportion(item), places)} = {decimal(part, places)}"
    yield f"together: {decimal(_average(items, weighted=True), places)}"


def _mean_of_scores(result: RatedResult, score: Scored) -> Workings:
    """From scores in per cent: their mean, or what each counts."""
    rule, items = result.rule, [item for item in result.items if item.printed]
    of = rule.of or "criteria"
    printed = rule.scores == "printed"
    needed = places_needed(score.value, len(items), score.decimals) - 2  # of terms in per cent, not of proportions
    places = max(4 if printed else FEWEST_PLACES, needed if score.more or not printed else 0)
    values = [_value(item, printed=printed) for item in items]
    terms = [plain(value) if printed else decimal(value, places) for value in values]
    if rule.take == "weighted":
        total = sum((item.weight or Fraction() for item in items), Fraction())
        parts = (
            f"{plain(item.weight or Fraction())} ÷ {plain(total)} × {term}"
            for item, term in zip(items, terms, strict=True)
        )
        steps = [" + ".join(parts), f"  = {decimal(score.value, places)}%, rounded half up: {score.text}%"]
        return Workings(tuple(steps), places)
    sum_of = sum(values, Fraction())
    shown = plain(sum_of) if printed else decimal(sum_of, places)
    how = "the %(terms_score)s" if printed else "the exact %(terms_score)s"
    owner = "its " if result.level != "overall" else ""
    ending = ", as rounded" if printed else ""
    one, several = value_for(of if of == "criteria" else of.removesuffix("s")), value_for(of)
    many = f"{len(items)} {several if len(items) != 1 or rule.of == 'criteria' else one}"
    steps = [
        f"{how} of {owner}{several}{ending}: {' + '.join(terms)} = {shown}",
        f"÷ {many} = {decimal(score.value, places)}%, rounded half up: {score.text}%",
    ]
    return Workings(tuple(steps), places)


def _value(item: Item, *, printed: bool) -> Fraction:
    score = item.printed
    if score is None:
        return Fraction()
    return score.printed if printed else score.value


def _extreme_steps(result: RatedResult, score: Scored) -> Iterable[str]:
    """The scores or points in order, and the one that settles the result."""
    points = result.rule.counts == "points"
    shown = [
        (item, _points_of(item) if points else score_text(item.printed) if item.printed else None)
        for item in result.items
    ]
    for item, text in shown:
        if text is None:
            yield f"{as_printed(item.number)}: left out: no result"
        else:
            mark = f"  ← the {result.rule.take}" if item.number in result.deciding else ""
            yield f"{as_printed(item.number)}: {text}{mark}"
    yield f"the {result.rule.take} settles it: {score_text(score)}"


def _points_of(item: Item) -> str | None:
    if item.band is None or item.band.points is None:
        return None
    return f"{item.band.points} ({item.band.name})"


def _pooled_steps(result: RatedResult, score: Scored) -> Iterable[str]:
    """From all answers to all questions together."""
    asked = [item for item in result.items if item.printed]
    counts = [_proportion(item) * item.base for item in asked]
    above, relevant = sum(counts, Fraction()), sum(item.base for item in asked)
    yield f"answers above the line: {' + '.join(map(plain, counts))} = {plain(above)}"
    yield f"relevant answers: {' + '.join(str(item.base) for item in asked)} = {relevant}"
    yield f"100 × {plain(above)} ÷ {relevant}{_rounded(score, FEWEST_PLACES).removeprefix(' ')}"


def _point_steps(result: RatedResult, score: Scored, english: Language) -> Iterable[str]:
    rule = result.rule
    values = []
    for item in result.items:
        if rule.counts == "points":
            value = None if item.band is None or item.band.points is None else Fraction(item.band.points)
            said = _points_of(item)
        else:
            value = _value(item, printed=rule.scores == "printed") if item.printed else None
            said = score_text(item.printed) if item.printed else None
        weight = f", weight {plain(item.weight)}%" if rule.take == "weighted" and item.weight is not None else ""
        yield f"{as_printed(item.number)}: {said or 'left out: no result'}{weight if said else ''}"
        if value is not None:
            values.append(value)
    total = " + ".join(map(plain, values))
    match rule.take:
        case "sum":
            yield f"sum: {total} = {score_text(score)}"
        case "share":
            exact = decimal(score.value, 4)
            yield f"{english.say(score.basis)} reached: {exact}%, rounded half up: {score.text}%"
        case "mean":
            yield f"mean: ({total}) ÷ {len(values)} = {decimal(score.value, 4)}, rounded half up: {score.text}"
        case _:
            yield f"weighted mean: {decimal(score.value, 4)}, rounded half up: {score.text}"


def _rating_steps(result: RatedResult) -> Iterable[str]:
    """From ratings: each of them, and the one that settles the result."""
    for item in result.items:
        mark = f"  ← the {result.rule.take}" if item.number in result.deciding else ""
        yield f"{as_printed(item.number)}: {item.band.name if item.band else 'left out: no %(term_rating)s'}{mark}"


def _placing_steps(result: RatedResult) -> Iterable[str]:
    """How the score is placed on the scale where rounding settles it, and the limits that hold."""
    score, scale = result.score, result.scale
    if isinstance(score, Scored) and scale is not None and result.unlimited is not None and result.items:
        exact, printed = scale.band_of(score.value), scale.band_of(score.as_usual)
        if exact != printed and exact is not None and printed is not None:
            how = "as printed" if result.rule.compare == "printed" else "exactly"
            yield f"placed on the scale {how}: «{result.unlimited.name}»"
            rounded = percent_text(score.value, score.places)
            yield f"  ({decimal(score.value, 4)} is «{exact.name}», and {rounded} is «{printed.name}»)"
    for applied in result.limits:
        because = ", ".join(map(as_printed, applied.because))
        bites = result.unlimited != result.band and applied.at_most == result.band
        effect = "which is why the %(term_rating)s is no better" if bites else "which changes nothing here"
        yield f"limit {applied.place + 1} holds because of {because}: «{applied.at_most.name}» at most, {effect}"


def plain(value: Fraction) -> str:
    """Write a value without decimal places where it is whole."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def _rounded(score: Scored, places: int) -> str:
    exact = decimal(score.value, max(places - 2, 4))
    is_half = (score.value * 10**score.decimals).denominator == 2
    note = ", exactly a half, rounded up" if is_half else ", rounded half up"
    return f"  = {exact}%{note}: {score.text}%"
