"""What would have to change for the next better rating, where it does not hang on answers alone.

`sensitivity` says it of scores that are made of answers. Here it is said of ratings that are made of other ratings:
the points that lack, the ratings that would have to be better, and the limits that would have to fall.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from omi_report.model.rating_rules import When
from omi_report.model.scales import Band, Scale
from omi_report.numbering import as_printed
from omi_report.scoring.results import AppliedLimit, Item, RatedResult, Scored
from omi_report.scoring.workings import plain


def next_rating(result: RatedResult) -> tuple[str, ...]:
    """Return what would have to change for the next better rating, one thing a line; nothing for the best, or none.

    The words for things stand in it by their names.
    """
    scale, band = result.scale, result.band
    if scale is None or band is None or result.is_judged or not result.items or not scale.rank(band):
        return ()
    wanted = scale.bands[scale.rank(band) - 1]
    lines = [*_score_lines(result, scale, wanted), *_limit_lines(result, scale, wanted)]
    better = result.unlimited is not None and scale.rank(result.unlimited) < scale.rank(wanted)
    head = f"For «{wanted.name}» or better:" if better else f"For «{wanted.name}»:"
    return (head, *(f"  {line}" for line in lines)) if lines else ()


def _score_lines(result: RatedResult, scale: Scale, wanted: Band) -> Iterator[str]:
    """What the rule itself would have to give, where it gives less than is wanted."""
    if result.unlimited is None or scale.rank(result.unlimited) <= scale.rank(wanted):
        return
    rule = result.rule
    if rule.counts == "rating":
        yield from _ratings_that_rise(result, scale, wanted)
    elif rule.counts == "points" and isinstance(result.score, Scored):
        yield from _points_that_lack(result, result.score, wanted)


def _ratings_that_rise(result: RatedResult, scale: Scale, wanted: Band) -> Iterator[str]:
    worse = [item for item in result.items if item.band is not None and scale.rank(item.band) > scale.rank(wanted)]
    if result.rule.take == "lowest":
        yield f"{_listed(worse)} would have to be «{wanted.name}» or better"
    else:
        yield f"one of {_listed(worse)} would have to be «{wanted.name}» or better"


def _points_that_lack(result: RatedResult, score: Scored, wanted: Band) -> Iterator[str]:
    rule, line = result.rule, Fraction(wanted.lowest or 0)
    if rule.take in ("lowest", "highest"):
        under = [item for item in result.items if item.band is not None and Fraction(item.band.points or 0) < line]
        every = _listed(under) if rule.take == "lowest" else f"one of {_listed(under)}"
        yield f"{every} would have to be worth {plain(line)} points or more"
        return
    if rule.take == "sum":
        lacking = line - score.value
        many = "point" if lacking == 1 else "points"
        yield f"{plain(lacking)} more {many} ({plain(line)} in all, and there are {score.text})"
    else:
        yield f"a %(term_score)s of {plain(line)}{'%' if score.unit == 'per-cent' else ''}, and it is {score.text}"
    for item in result.items:
        gain = _one_step(item)
        if gain:
            yield gain


def _one_step(item: Item) -> str:
    """What an item would give if its rating were the next better one."""
    if item.band is None or item.scale is None or not item.scale.rank(item.band):
        return ""
    better = item.scale.bands[item.scale.rank(item.band) - 1]
    gain = (better.points or 0) - (item.band.points or 0)
    return (
        f"{as_printed(item.number)}: «{better.name}» in place of «{item.band.name}» gives {gain} more" if gain else ""
    )


def _limit_lines(result: RatedResult, scale: Scale, wanted: Band) -> Iterator[str]:
    """The limits that hold and allow no rating so good."""
    for applied in result.limits:
        if scale.rank(applied.at_most) > scale.rank(wanted):
            yield f"limit {applied.place + 1} must no longer hold: {_condition(applied)}"


def _condition(applied: AppliedLimit) -> str:
    when, because = applied.limit.when, ", ".join(map(as_printed, applied.because))
    if when.number is not None:
        return f"{because} is {_what(when)}"
    if len(applied.because) == 1:
        return f"{because} is {_what(when)}"
    enough = len(applied.because) - (when.at_least or 1) + 1
    return f"{because} are {_what(when)}; it is enough if {enough} of them {'is' if enough == 1 else 'are'} not"


def _what(when: When) -> str:
    if when.below is not None:
        return f"below {plain(Fraction(when.below))}"
    return f"rated «{when.rated}»{' or worse' if when.or_worse else ''}"


def _listed(items: Iterable[Item]) -> str:
    return ", ".join(as_printed(item.number) for item in items)
