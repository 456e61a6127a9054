"""Drawings and pictures in a line of text, as DrawingML.

A drawing of a chart says nothing that its words do not say beside it. It is marked as decoration, which is not read
aloud. A picture has its alternative text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from omi_report.render.docx.markup import RUN_ORDER, on, ordered, tag
from omi_report.render.docx.outline import DrawnPath, Point
from omi_report.render.docx.svg import Fill, WordShape, shapes_of

POINT: Final = 12700
"""A point in the units of DrawingML (English metric units)."""
TWENTIETH: Final = POINT // 20

_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that says so."""


@dataclass
class Drawings:
    """Numbers the drawings and shapes of a file."""

    _number: int = 0

    def run(self, svg: str, width: float, height: float, *, lowered: float = 0, room: float = 0, alt: str = "") -> str:
        """Return a drawing as a run, so wide and high and so far below the line, in points; nothing for no drawing.

        There is ``room`` behind it. ``alt`` is what it says to those who cannot see it; without it, it is decoration.
        """
        if not svg:
            return ""
        across, down = round((width + room) * POINT), round(height * POINT)
        # some programs stretch what stands in a group over all of it: the sheet below makes both of one size
        sheet = WordShape(0, 0, width + room, height, Fill())
        inside = "".join(self._shape(shape) for shape in (sheet, *shapes_of(svg, width, height)))
        box = tag(
            "a:xfrm",
            _off("a:off", 0, 0),
            _ext("a:ext", across, down),
            _off("a:chOff", 0, 0),
            _ext("a:chExt", across, down),
        )
        group = tag("wpg:wgp", tag("wpg:cNvGrpSpPr"), tag("wpg:grpSpPr", box), inside)
        drawn = self._inline(across, down, _GROUP, group, alt)
        choice = tag("mc:Choice", drawn, given={"Requires": "wpg"})
        return _run(tag("mc:AlternateContent", choice, tag("mc:Fallback")), lowered)

    def picture(self, relation: str, size: tuple[float, float], alt: str) -> str:
        """Return a picture as a run, so wide and high, in points. ``relation`` leads to its bytes."""
        across, down = (round(each * POINT) for each in size)
        frame = tag("a:xfrm", _off("a:off", 0, 0), _ext("a:ext", across, down))
        shape = tag("a:prstGeom", tag("a:avLst"), given={"prst": "rect"})
        number = self._next()
        name = _named(number, "Picture", alt)
        picture = tag(
            "pic:pic",
            tag("pic:nvPicPr", tag("pic:cNvPr", given=name), tag("pic:cNvPicPr")),
            tag("pic:blipFill", tag("a:blip", given={"r:embed": relation}), tag("a:stretch", tag("a:fillRect"))),
            tag("pic:spPr", frame, shape),
        )
        return _run(self._inline(across, down, _PICTURE, picture, alt))

    def _inline(self, across: int, down: int, kind: str, inside: str, alt: str) -> str:
        number = self._next()
        name = _named(number, "Drawing", alt)
        decoration = tag("adec:decorative", given={"val": 1})
        said = "" if alt else tag("a:extLst", tag("a:ext", decoration, given={"uri": _DECORATION}))
        inline = tag(
            "wp:inline",
            _ext("wp:extent", across, down),
            tag("wp:effectExtent", given={"l": 0, "t": 0, "r": 0, "b": 0}),
            tag("wp:docPr", said, given=name),
            tag("wp:cNvGraphicFramePr"),
            tag("a:graphic", tag("a:graphicData", inside, given={"uri": kind})),
            given={"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        )
        return tag("w:drawing", inline)

    def _shape(self, shape: WordShape) -> str:
        number = self._next()
        place = tag(
            "a:xfrm",
            _off("a:off", round(shape.x * POINT), round(shape.y * POINT)),
            _ext("a:ext", max(round(shape.width * POINT), 1), max(round(shape.height * POINT), 1)),
        )
        form = (
            _outline(shape.outline) if shape.outline else tag("a:prstGeom", tag("a:avLst"), given={"prst": shape.form})
        )
        line = tag("a:ln", tag("a:noFill"))
        if shape.stroke:
            line = tag("a:ln", _solid(shape.stroke), given={"w": round(shape.stroke_width * POINT)})
        return tag(
            "wps:wsp",
            tag("wps:cNvPr", given={"id": number, "name": f"Shape {number}"}),
            tag("wps:cNvSpPr"),
            tag("wps:spPr", place, form, _fill(shape.fill), line),
            tag("wps:bodyPr"),
        )

    def _next(self) -> int:
        self._number += 1
        return self._number


def _run(inside: str, lowered: float = 0) -> str:
    properties = {**on("noProof"), **(on("position", round(-2 * lowered)) if lowered else {})}
    return tag("w:r", tag("w:rPr", ordered(properties, RUN_ORDER)), inside)


def _named(number: int, kind: str, alt: str) -> dict[str, str | int]:
    named: dict[str, str | int] = {"id": number, "name": f"{kind} {number}"}
    return {**named, "descr": alt} if alt else named


def _off(name: str, x: int, y: int) -> str:
    return tag(name, given={"x": x, "y": y})


def _ext(name: str, across: int, down: int) -> str:
    return tag(name, given={"cx": across, "cy": down})


def _solid(colour: str) -> str:
    return tag("a:solidFill", _rgb(colour))


def _rgb(colour: str) -> str:
    return tag("a:srgbClr", given={"val": colour})


def _fill(fill: Fill) -> str:
    if fill.pattern:
        colours = tag("a:fgClr", _rgb(fill.colour)), tag("a:bgClr", _rgb(fill.ground))
        return tag("a:pattFill", *colours, given={"prst": fill.pattern})
    return _solid(fill.colour) if fill.colour else tag("a:noFill")


_FINE: Final = 1000
"""The units of an outline for one of its drawing's."""
_STEPS: Final = {"M": "a:moveTo", "L": "a:lnTo", "Q": "a:quadBezTo", "C": "a:cubicBezTo", "Z": "a:close"}


def _outline(outline: DrawnPath) -> str:
    left, top, across, down = outline.box

    def point(at: Point) -> str:
        return tag("a:pt", given={"x": round((at[0] - left) * _FINE), "y": round((at[1] - top) * _FINE)})

    steps = (tag(_STEPS[step.kind], *map(point, step.points)) for step in outline.steps)
    path = tag("a:path", *steps, given={"w": max(round(across * _FINE), 1), "h": max(round(down * _FINE), 1)})
    lists = "".join(tag(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    edges = tag("a:rect", given={"l": "0", "t": "0", "r": "r", "b": "b"})
    return tag("a:custGeom", lists, edges, tag("a:pathLst", path))
