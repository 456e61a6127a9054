"""The drawings of charts, which are SVG, → shapes of DrawingML, so that they are drawn once for all forms of a report.

Only what `render/charts` draws is known here: rectangles, lines, circles, paths and numbers, with places in per cent
of the width. A pattern becomes that of Word's own which is most like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from omi_report.render.docx.figures import figures_path
from omi_report.render.docx.outline import DrawnPath, outline_of

_PATTERNS: Final = ("pct20", "wdUpDiag", "dkVert", "diagCross", "dkHorz", "wdDnDiag", "smGrid")
"""Word's patterns: dots for the worst, and those of the ranks between the best and the worst, in their order."""

_RANK = re.compile(r"rank-(\d+)")
_MOVED = re.compile(r"translate\((-?[\d.]+)(?:[ ,]+(-?[\d.]+))?\)")


@dataclass(frozen=True, slots=True)
class Fill:
    """What a shape is filled with: a colour (RRGGBB), or a pattern of Word's in a colour on a ground; or nothing."""

    colour: str = ""
    pattern: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class WordShape:
    """A shape in a drawing, in the drawing's own units: a rectangle, an ellipse, or what an outline goes around."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    stroke: str = ""
    stroke_width: float = 1
    form: str = "rect"
    outline: DrawnPath | None = None


@dataclass(frozen=True, slots=True)
class _At:
    """Where an element stands: the origin of its units, their size, and how wide 100 per cent are."""

    x: float
    y: float
    scale: float
    wide: float


def shapes_of(svg: str, width: float, height: float) -> Iterator[WordShape]:
    """Yield the shapes of a drawing that is so wide and high."""
    root = ElementTree.fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S314 - our own
    at = _At(0, 0, 1, width)
    if box := root.get("viewBox"):
        left, top, across, _down = map(float, box.split())
        scale = width / across
        at = _At(-left * scale, -top * scale, scale, across)
    elif root.get("height"):
        scale = height / float(root.get("height", "1"))
        at = _At(0, 0, scale, width / scale)
    grounds = {each.get("id", ""): each[0].get("fill", "") for each in root.iter("pattern")}
    yield from _inside(root, at, grounds)


def _inside(element: Element, at: _At, grounds: Mapping[str, str]) -> Iterator[WordShape]:
    for child in element:
        if child.tag == "svg":
            x, y = _length(child, "x", at), _length(child, "y", at)
            yield from _inside(child, replace(at, x=at.x + x * at.scale, y=at.y + y * at.scale), grounds)
        elif child.tag != "defs":
            yield from _shape(child, at, grounds)


def _shape(element: Element, at: _At, grounds: Mapping[str, str]) -> Iterator[WordShape]:
    moved = _MOVED.search(element.get("transform", ""))
    if moved:
        x, y = float(moved[1]), float(moved[2] or 0)
        at = replace(at, x=at.x + x * at.scale, y=at.y + y * at.scale)
    stroke = _colour(element.get("stroke", ""))
    fill = _fill(element, grounds)
    thick = float(element.get("stroke-width", 1)) * at.scale
    match element.tag:
        case "rect":
            x, y, width, height = (_length(element, name, at) for name in ("x", "y", "width", "height"))
            yield _placed(at, x, y, width, height, WordShape(0, 0, 0, 0, fill, stroke, thick))
        case "circle":
            x, y, radius = (_length(element, name, at) for name in ("cx", "cy", "r"))
            round_ = WordShape(0, 0, 0, 0, fill, stroke, thick, "ellipse")
            yield _placed(at, x - radius, y - radius, 2 * radius, 2 * radius, round_)
        case "line":
            yield _line(element, at, Fill(stroke), thick / at.scale)
        case "path":
            outline = outline_of(element.get("d", ""))
            x, y, width, height = outline.box
            yield _placed(at, x, y, width, height, WordShape(0, 0, 0, 0, fill, stroke, thick, "", outline))
        case "text":
            yield from _figures(element, at)
        case other:
            raise ValueError(f"no drawing has {other}")


def _placed(at: _At, x: float, y: float, width: float, height: float, shape: WordShape) -> WordShape:
    scale = at.scale
    return replace(shape, x=at.x + x * scale, y=at.y + y * scale, width=width * scale, height=height * scale)


def _line(element: Element, at: _At, fill: Fill, thick: float) -> WordShape:
    """A line as a thin rectangle: all lines are upright or level."""
    x1, x2, y1, y2 = (_length(element, name, at) for name in ("x1", "x2", "y1", "y2"))
    if x1 == x2:
        return _placed(at, x1 - thick / 2, min(y1, y2), thick, abs(y2 - y1), WordShape(0, 0, 0, 0, fill))
    return _placed(at, min(x1, x2), y1 - thick / 2, abs(x2 - x1), thick, WordShape(0, 0, 0, 0, fill))


def _figures(element: Element, at: _At) -> Iterator[WordShape]:
    """A number at an axis, as outlines: it is in no text that is searched or read aloud."""
    size = float(element.get("font-size", 12))
    path, width = figures_path(element.text or "", size)
    x, y = _length(element, "x", at), _length(element, "y", at)
    x -= {"end": width, "middle": width / 2}.get(element.get("text-anchor", ""), 0)
    if path:
        outline = outline_of(path)
        left, top, across, down = outline.box
        shape = WordShape(0, 0, 0, 0, Fill(_colour(element.get("fill", ""))), form="", outline=outline)
        yield _placed(at, x + left, y + top, across, down, shape)


def _fill(element: Element, grounds: Mapping[str, str]) -> Fill:
    value = element.get("fill", "#000000")
    if not value.startswith("url("):
        return Fill(_colour(value))
    rank = _RANK.search(element.get("class", ""))
    number = int(rank[1]) if rank else 0
    ink, ground = _colour(element.get("stroke", "")), _colour(grounds[value[5:-1]])
    return Fill(ink, _PATTERNS[_place_of(number)], ground)


def _place_of(pattern: int) -> int:
    """The place among Word's patterns of a pattern of ours: 2 is that of the worst; 1, 3, 4 and so on lie between."""
    if pattern == 2:
        return 0
    return 1 + (max(pattern - 1, 0) if pattern < 2 else pattern - 2) % (len(_PATTERNS) - 1)


def _length(element: Element, name: str, at: _At) -> float:
    """A length in the units of the drawing."""
    value = element.get(name, "0")
    return float(value[:-1]) * at.wide / 100 if value.endswith("%") else float(value)


def _colour(value: str) -> str:
    """A colour as RRGGBB; nothing for none."""
    if not value.startswith("#"):
        return ""
    digits = value[1:].upper()
    return digits if len(digits) == 6 else "".join(2 * each for each in digits)
