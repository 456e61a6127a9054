"""The path of an SVG → lines and curves of DrawingML."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
_ARC_PIECES = 24
"""An arc is drawn as so many lines for a whole circle."""


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step of an outline: M to move, L for a line, Q and C for curves, Z to the beginning; with its points."""

    kind: str
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """The steps of an outline, with absolute points."""

    steps: tuple[PathStep, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The left and upper edge of all points, and how wide and high they reach."""
        points = [point for step in self.steps for point in step.points]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        return left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top


def outline_of(path: str) -> DrawnPath:
    """Return the outline of a path."""
    return DrawnPath(tuple(_steps(_TOKEN.findall(path))))


def _steps(tokens: list[str]) -> Iterator[PathStep]:
    at: Point = (0, 0)
    began = at
    place, command = 0, "M"
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        kind = command.upper()
        taken = [float(each) for each in tokens[place : place + _TAKES[kind]]]
        place += _TAKES[kind]
        origin = at if command.islower() else (0.0, 0.0)
        if kind == "Z":
            at = began
            yield PathStep("Z")
        elif kind == "A":
            end = (origin[0] + taken[5], origin[1] + taken[6])
            yield from (
                PathStep("L", (point,)) for point in _arc(at, end, taken[0], large=taken[3] > 0, clock=taken[4] > 0)
            )
            at = end
        else:
            points = _points(kind, taken, origin, at)
            yield PathStep("L" if kind in "HV" else kind, points)
            at = points[-1]
            began = at if kind == "M" else began
            command = {"M": "L", "m": "l"}.get(command, command)


def _points(kind: str, taken: list[float], origin: Point, at: Point) -> tuple[Point, ...]:
    if kind == "H":
        return ((origin[0] + taken[0], at[1]),)
    if kind == "V":
        return ((at[0], origin[1] + taken[0]),)
    return tuple((origin[0] + x, origin[1] + y) for x, y in zip(taken[::2], taken[1::2], strict=True))


def _arc(begins: Point, ends: Point, radius: float, *, large: bool, clock: bool) -> Iterator[Point]:
    """The points of an arc of a circle, from behind its first to its last."""
    (x1, y1), (x2, y2) = begins, ends
    half = math.dist(begins, ends) / 2
    rise = math.sqrt(max(radius**2 - half**2, 0)) * (1 if large != clock else -1)
    away = max(2 * half, 1e-9)
    centre = (x1 + x2) / 2 - rise * (y2 - y1) / away, (y1 + y2) / 2 + rise * (x2 - x1) / away
    first, last = (math.atan2(y - centre[1], x - centre[0]) for x, y in (begins, ends))
    turn = last - first
    if clock and turn < 0:
        turn += 2 * math.pi
    elif not clock and turn > 0:
        turn -= 2 * math.pi
    pieces = max(2, math.ceil(abs(turn) / (2 * math.pi) * _ARC_PIECES))
    for piece in range(1, pieces):
        angle = first + turn * piece / pieces
        yield centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
    yield ends
