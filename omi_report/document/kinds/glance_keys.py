"""What an area chooses for its glance: key figures, strengths, what is urgent. These keys stand in ``summary.yaml``.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Final, Literal, TypeAlias

from omi_report.model import facts
from omi_report.model.base import FindingName, NamedFigure
from omi_report.model.constraints import After, MisfitError
from omi_report.model.lines import Line
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

PointsKey: TypeAlias = Literal["strengths", "urgent"]

POINT_KEYS: Final[tuple[PointsKey, ...]] = ("strengths", "urgent")

MOST_FIGURES, MOST_POINTS = 5, 3
"""How many of them there is room for on one page."""

FIGURE_ROOM, POINT_ROOM, PLAIN_ROOM = 56, 90, 360
"""How many characters there is room for: in what a key figure says, in a point, in plain words."""


_SIDES: Final[dict[PointsKey, Literal["good", "poor"]]] = {"strengths": "good", "urgent": "poor"}


def _at_most(most: int) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    def few(entries: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(entries) > most:
            message = f"there is room for {most} entries, and this is the next"
            raise MisfitError(message, "choose which of them to leave out", (most,))
        return entries

    return few


class KeyFigure(Record):
    """A figure worth knowing first, and what it is of."""

    figure: NamedFigure = field(about="the figure by its name: 1.2/screening-done")
    says: Line = field(about="what it is of, in a few words that go on from it: of screenings were accurate")


class ChosenPoint(Record):
    """A strength or something urgent, and the finding where readers learn more."""

    says: Line = field(about="the point in one short sentence")
    finding: FindingName | None = field(default=None, about="the finding that it comes from: 1.2/late-plans")


def _each_once(figures: tuple[KeyFigure, ...]) -> tuple[KeyFigure, ...]:
    named = [each.figure for each in figures]
    for at, name in enumerate(named):
        if name in named[:at]:
            message = f"the figure «{str(name).strip('{ }')}» is chosen twice"
            raise MisfitError(message, "choose another figure, or remove this entry", (at, "figure"))
    return figures


KeyFigures = Annotated[tuple[KeyFigure, ...], After(_at_most(MOST_FIGURES)), After(_each_once)]
ChosenPoints = Annotated[tuple[ChosenPoint, ...], After(_at_most(MOST_POINTS))]


def figure_texts(figures: tuple[KeyFigure, ...]) -> Iterator[facts.WrittenText]:
    """Yield the texts of key figures: each figure, and what it says."""
    for at, each in enumerate(figures):
        path, label = ("key_figures", at), f"key figure {at + 1}"
        yield facts.WrittenText((*path, "figure"), each.figure, label, manner="value")
        yield facts.WrittenText((*path, "says"), each.says, label, manner="value", room=FIGURE_ROOM)


def point_texts(key: PointsKey, points: tuple[ChosenPoint, ...]) -> Iterator[facts.WrittenText]:
    """Yield the texts of strengths, or of what is urgent."""
    for at, each in enumerate(points):
        label = f"glance, {'strength' if key == 'strengths' else 'urgent point'} {at + 1}"
        yield facts.WrittenText((key, at, "says"), each.says, label, manner="note", room=POINT_ROOM, side=_SIDES[key])


def chosen_findings(key: PointsKey, points: tuple[ChosenPoint, ...]) -> Iterator[facts.ChosenFinding]:
    """Yield the findings that strengths name, or that urgent points name, with the side on which each must stand."""
    for at, each in enumerate(points):
        if each.finding:
            path: Path = (key, at, "finding")
            yield facts.ChosenFinding(path, each.finding, _SIDES[key])
