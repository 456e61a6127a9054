"""What second answers would change: every score worked out again with them in the place of the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from omi_report.evidence.counts import Tally, question_tally
from omi_report.inspection import Inspection
from omi_report.model.rating_rules import Level
from omi_report.moderation.pairs import Pair, line_of
from omi_report.scoring.results import Result, Scored, Scores, score_text
from omi_report.scoring.score import score_tallies


@dataclass(frozen=True, slots=True)
class Moved:
    """A score or a rating that would be another: from what to what, as texts; ``points`` is the difference, exact.

    ``points`` are percentage points, or points where the score is one; None where there is no score before or after.
    ``ratings`` are the names of both ratings where they differ.
    """

    level: Level
    number: str
    title: str
    before: str
    after: str
    points: Fraction | None
    ratings: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ToDiscuss:
    """A case on which two judges differ: the answers that are not settled, and what the second ones would change.

    ``across`` of the answers lie on different sides of the line. ``moved`` is None where nobody can say, since the case
    is not complete.
    """

    case: str
    judges: tuple[str, str]
    pairs: tuple[Pair, ...]
    across: int
    moved: tuple[Moved, ...] | None

    @property
    def ratings(self) -> int:
        """How many ratings would be others."""
        return sum(each.ratings is not None for each in self.moved or ())

    def most(self, level: Level) -> Fraction:
        """Return by how much the score of that level would move that moves most."""
        points = [abs(each.points) for each in self.moved or () if each.level == level and each.points]
        return max(points, default=Fraction(0))


class Swapping:
    """Works out what other answers would change in the scores of an area, from the cases that it is scored by."""

    def __init__(self, inspection: Inspection) -> None:
        self._inspection = inspection
        cases = inspection.area.evidence.cases
        assert cases is not None
        self._tallies = {
            each.id: question_tally(inspection.framework, cases, each)
            for each in inspection.framework.questions.values()
        }
        self._known: dict[tuple[tuple[str, str, str], ...], tuple[Moved, ...]] = {}

    @cached_property
    def _now(self) -> Scores:
        return score_tallies(self._inspection.area, self._tallies)

    def moved(self, pairs: Iterable[Pair]) -> tuple[Moved, ...]:
        """Return the scores and ratings that would be others if the second answers of some pairs counted."""
        framework = self._inspection.framework
        crossing = []
        for pair in pairs:
            now, then = (line_of(framework, pair.question, each) for each in (pair.now, pair.second))
            if now != then:
                crossing.append((pair.question, now, then))
        key = tuple(sorted(crossing))
        if key not in self._known:
            self._known[key] = self._of(key) if key else ()
        return self._known[key]

    def _of(self, crossing: Iterable[tuple[str, str, str]]) -> tuple[Moved, ...]:
        tallies = dict(self._tallies)
        for question, now, then in crossing:
            tally = tallies[question]
            count = tally.count - (now == "above") + (then == "above")
            tallies[question] = Tally(count, tally.base - (now != "not-relevant") + (then != "not-relevant"))
        after = score_tallies(self._inspection.area, tallies)
        both = zip(self._now.results, after.results, strict=True)
        return tuple(found for one, other in both if (found := _moved(one, other)) is not None)


def _moved(before: Result, after: Result) -> Moved | None:
    ratings = tuple(each.rating.name if each.rating else "" for each in (before, after))
    points: Fraction | None = None
    if isinstance(before.score, Scored) and isinstance(after.score, Scored):
        points = after.score.value - before.score.value
    texts = tuple(score_text(each.score) if isinstance(each.score, Scored) else "" for each in (before, after))
    if not points and ratings[0] == ratings[1] and bool(texts[0]) == bool(texts[1]):
        return None
    return Moved(
        before.level,
        before.number,
        before.title,
        texts[0],
        texts[1],
        points,
        (ratings[0], ratings[1]) if ratings[0] != ratings[1] else None,
    )


def to_discuss(pairs: Iterable[Pair], scored: Inspection | None, inspection: Inspection) -> tuple[ToDiscuss, ...]:
    """Return the cases with answers that are not settled, those first that would change most.

    First come those that change most ratings, then those that move the score of a section furthest, then that of a
    criterion, then those with most answers across the line. Of a case the answers across the line come first.
    ``scored`` is the area with the cases that it is scored by, None where there are none yet.
    """
    by_case: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_case.setdefault(pair.case, []).append(pair)
    swapping = Swapping(scored) if scored else None
    counted = scored.area.evidence.cases.ids if scored and scored.area.evidence.cases else {}
    found = [
        ToDiscuss(
            case,
            several[0].judges,
            tuple(sorted(several, key=lambda pair: not _is_across(pair, inspection))),
            sum(_is_across(pair, inspection) for pair in several),
            swapping.moved(several) if swapping and case in counted else None,
        )
        for case, several in by_case.items()
    ]
    return tuple(sorted(found, key=_weight, reverse=True))


def _is_across(pair: Pair, inspection: Inspection) -> bool:
    framework = inspection.framework
    return line_of(framework, pair.question, pair.now) != line_of(framework, pair.question, pair.second)


def _weight(case: ToDiscuss) -> tuple[object, ...]:
    return case.ratings, case.most("section"), case.most("criterion"), case.across, len(case.pairs)
