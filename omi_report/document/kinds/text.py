"""A text of the area's own, without anybody who signs it: an executive summary, a chapter on the area.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.document.general.boxes import BOXES
from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import boxes
from omi_report.document.part_kind import PartKind, for_part
from omi_report.model.base import Text
from omi_report.model.box_facts import box_texts
from omi_report.model.boxes import BoxEntry
from omi_report.model.criterion import Percentages
from omi_report.model.facts import ScopeFigures, WrittenText
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.record import Record, field

if TYPE_CHECKING:
    from omi_report.document import tree
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class TextContent(Record):
    """``ID.yaml`` of a part of the kind text: its text, and the figures that the text uses."""

    percentages: Percentages = field(default={}, about="figures of this text, by name")
    text: Text
    boxes: tuple[BoxEntry, ...] = field(default=(), about="what is set in a frame below the text")


def _texts(part: FrameworkPart, found: TextContent) -> Iterator[WrittenText]:
    yield WrittenText(("text",), found.text, f"{part.name} text", part.name, "running")
    yield from box_texts(found.boxes, part.name, part.name)


def _figures(part: FrameworkPart, found: TextContent) -> Iterator[ScopeFigures]:
    yield ScopeFigures(part.name, ("percentages",), found.percentages)


def _scaffold(part: FrameworkPart, _framework: Framework) -> str:
    return blanks(f"""
        # {part.heading}. Leave a blank line between paragraphs; *stars* give emphasis.
        # percentages:
        #   first-share: 97             # a figure of this text, used as {{{{ first-share }}}}
        text: |
          TODO: the text of this part.
    """)


def _of_part(part: FrameworkPart) -> PartKind[TextContent]:
    return for_part(KIND, part, texts=_texts, figures=_figures, scaffold=_scaffold, **BOXES)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    kind = _of_part(placed.part)
    found = context.area.content(kind)
    if found is None:
        yield context.part(placed)
        return
    framed = tuple(boxes.box_blocks(found, kind.file, context, level=3, scope=placed.part.name))
    yield context.part(placed, context.text(found.text, placed.part.name), framed)


KIND = PartKind(
    id="text",
    order=25,
    file="ID.yaml",
    model=TextContent,
    of_part=_of_part,
    repeats=True,
    build=_build,
)
