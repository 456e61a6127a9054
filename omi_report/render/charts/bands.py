"""Ratings on the ground of their scale, as SVG: a strip of bands, the marker of a rating on it, and the axis above.

The worst band stands at the left and the best at the right. Bands that scores are placed on are as wide as their
ranges; bands of a judgement are all of one width. A band is told from its neighbours by the line between them, and
named by its marker at the axis, whose words are in the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from omi_report.render.charts.bars import SOLID, STANDARD, Palette, pattern_of
from omi_report.render.charts.markers import SIZE, shape

HEIGHT = 18
_GAP = 4


class DrawnBand(NamedTuple):
    """A band: the rank of its rating, and where it begins and ends, from 0 to 100 per cent of the axis."""

    rank: int
    begins: float
    ends: float


class DrawnPlace(NamedTuple):
    """Where a marker stands, from 0 to 100 per cent of the axis, and the rank of its rating; -1 for none."""

    at: float
    rank: int


class Tick(NamedTuple):
    """A number at an axis: where it stands, from 0 to 100 per cent of the axis, and how it is written."""

    at: float
    words: str


_DIGIT = 4.5
"""How wide a digit is where the axis is narrowest, which is in print: in per cent of the axis."""
_BETWEEN = _DIGIT / 4
"""So much room is between two numbers at least."""
_OFF = 2.0
"""So far a number reaches over its place where it stands off from its neighbour."""

Anchor: TypeAlias = Literal["start", "middle", "end"]


class PlacedTick(NamedTuple):
    """A number at an axis, with the part of it that stands at its place."""

    at: float
    words: str
    anchor: Anchor

    @property
    def width(self) -> float:
        """How wide it is, in per cent of the axis."""
        return _DIGIT * len(self.words)

    @property
    def begins(self) -> float:
        """Where it begins, in per cent of the axis."""
        return self.at - self.width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]

    @property
    def ends(self) -> float:
        """Where it ends, in per cent of the axis."""
        return self.begins + self.width


def strip(bands: Sequence[DrawnBand], place: DrawnPlace, ranks: int, *, palette: Palette = STANDARD) -> str:
    """Draw a strip of bands with the marker of a rating on it."""
    marker = _placed(place.at, HEIGHT / 2, place.rank, ranks, palette)
    return _svg("bar strip", HEIGHT, _ground(bands, ranks, palette) + marker)


def axis(bands: Sequence[DrawnBand], ticks: Sequence[Tick], ranks: int, *, palette: Palette = STANDARD) -> str:
    """Draw the axis of a chart: the markers of the bands over their middles, and numbers where they begin and end."""
    markers = "".join(_placed((band.begins + band.ends) / 2, SIZE / 2, band.rank, ranks, palette) for band in bands)
    height = SIZE + (_GAP + palette.letters if ticks else 0)
    return _svg("bar axis", height, markers + "".join(_tick(each, height, palette) for each in _apart(ticks)))


def numbers(ticks: Iterable[Tick], *, palette: Palette = STANDARD) -> str:
    """Draw the axis of a chart without bands: the numbers alone."""
    height = _GAP + palette.letters
    return _svg("bar axis", height, "".join(_tick(each, height, palette) for each in _apart(ticks)))


def _apart(ticks: Iterable[Tick]) -> list[PlacedTick]:
    """The numbers that have room beside each other: the ends of an axis give way to what lies between."""
    kept: list[PlacedTick] = []
    for tick in sorted(_anchored(ticks), key=lambda each: (each.at in (0, 100), -each.at)):
        if all(tick.ends + _BETWEEN <= other.begins or other.ends + _BETWEEN <= tick.begins for other in kept):
            kept.append(tick)
    return sorted(kept)


def _anchored(ticks: Iterable[Tick]) -> Iterator[PlacedTick]:
    """The numbers at their places. Of two so near that they would read as one, the first stands off from the second."""
    found: list[PlacedTick] = []
    for tick in sorted(ticks):
        anchor: Anchor = "start" if tick.at <= 0 else "end" if tick.at >= 100 else "middle"
        placed, before = PlacedTick(tick.at, tick.words, anchor), found[-1] if found else None
        if before and before.anchor == placed.anchor == "middle" and placed.begins - before.ends < _DIGIT / 2:
            found[-1] = PlacedTick(before.at + _OFF, before.words, "end")
        found.append(placed)
    yield from found


def _ground(bands: Sequence[DrawnBand], ranks: int, palette: Palette) -> str:
    grounds = "".join(
        f'<rect class="band rank-{pattern_of(band.rank, ranks)}" x="{band.begins:g}%" '
        f'width="{band.ends - band.begins:g}%" height="{HEIGHT}" fill="{_tint(band.rank, ranks, palette)}"/>'
        for band in bands
    )
    lines = "".join(
        f'<line class="bar-mark" x1="{band.begins:g}%" x2="{band.begins:g}%" y2="{HEIGHT}" stroke="{palette.mark}"/>'
        for band in bands
        if band.begins > 0
    )
    edge = f'<rect class="band-edge" width="100%" height="{HEIGHT}" fill="none" stroke="{palette.edge}"/>'
    return grounds + lines + edge


def _tint(rank: int, ranks: int, palette: Palette) -> str:
    pattern = pattern_of(rank, ranks)
    return palette.tints[0] if pattern == SOLID else palette.tints[2] if rank >= ranks - 1 else palette.tints[1]


def _placed(at: float, down: float, rank: int, ranks: int, palette: Palette) -> str:
    """A marker around a point; near the ends it is drawn whole, since the drawing does not end at its edge."""
    drawn = shape(rank, ranks, palette=palette)
    name = f"rank-{pattern_of(rank, ranks)}"
    return f'<svg class="{name}" x="{at:.4g}%" y="{down:g}" overflow="visible">{drawn}</svg>'


def _tick(tick: PlacedTick, height: float, palette: Palette) -> str:
    return (
        f'<text x="{tick.at:.4g}%" y="{height - 3}" text-anchor="{tick.anchor}" fill="{palette.mark}" '
        f'font-family="{palette.font}" font-size="{palette.letters}">{tick.words}</text>'
    )


def _svg(name: str, height: float, inside: str) -> str:
    return f'<svg class="{name}" width="100%" height="{height:g}" overflow="visible" aria-hidden="true">{inside}</svg>'
