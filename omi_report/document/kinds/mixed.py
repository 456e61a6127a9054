"""A part of several blocks: texts, tables, charts, key facts and pictures, with headings between them.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

from omi_report.document.general.block_kind import BlockKind, BlockPlace, kind_of_blocks
from omi_report.document.general.boxes import BOXES
from omi_report.document.general.charts import NamedChart
from omi_report.document.general.displays import CHART, TABLE
from omi_report.document.general.images import IMAGE, ImageContent
from omi_report.document.general.key_facts import KEY_FACTS, FactsContent, KeyFact
from omi_report.document.general.scaffolds import part_scaffold
from omi_report.document.general.tables import NamedTable
from omi_report.document.later import tree
from omi_report.model.base import Text, Words
from omi_report.model.box_facts import box_texts
from omi_report.model.boxes import BoxEntry
from omi_report.model.constraints import Filled
from omi_report.model.criterion import Percentages
from omi_report.model.facts import ScopeFigures, WrittenText
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext


class MixedBlock(Record):
    """One block of a part: one of these keys."""

    heading: Words | None = None
    text: Text | None = None
    table: NamedTable | None = None
    chart: NamedChart | None = None
    facts: Annotated[tuple[KeyFact, ...], Filled()] | None = None
    image: ImageContent | None = None

    @property
    def key(self) -> str:
        """The key that the block has."""
        return next(name for name, value in self.items() if value is not None)

    def complaint(self) -> str:
        """Say that it has several keys, or none."""
        given = sum(value is not None for _, value in self.items())
        return "" if given == 1 else f"a block has one of {', '.join(f'«{name}»' for name in self.keys)}"


class MixedContent(Record):
    """``ID.yaml`` of a part of the kind mixed: its blocks in their order."""

    percentages: Percentages = field(default={}, about="figures of its texts, by name")
    blocks: Annotated[tuple[MixedBlock, ...], Filled()]
    boxes: tuple[BoxEntry, ...] = field(default=(), about="what is set in a frame below the blocks")


def _heading(_place: BlockPlace, heading: str, _context: "BuildContext") -> "tree.Blocks":
    return (tree.HeadingBlock(3, (heading,)),)


def _text(place: BlockPlace, text: Text, context: "BuildContext") -> "tree.Blocks":
    return context.text(text, place.name, 4)


def _written(place: BlockPlace, text: Text) -> Iterator[WrittenText]:
    yield WrittenText(place.path, text, f"{place.name} text {int(place.path[1]) + 1}", place.name)


def _titles(place: BlockPlace, _heading: str) -> Iterator[Path]:
    yield place.path


HEADING: BlockKind[Any] = BlockKind(id="heading", model=Record, facts={"titles": _titles}, build=_heading)
TEXT: BlockKind[Any] = BlockKind(id="text", model=Record, facts={"texts": _written}, build=_text)
KINDS: dict[str, BlockKind[Any]] = {each.id: each for each in (HEADING, TEXT, TABLE, CHART, KEY_FACTS, IMAGE)}


def _blocks_of(content: MixedContent) -> Iterator[tuple[BlockKind[Any], Path, Any]]:
    for at, block in enumerate(content.blocks):
        key, path = block.key, ("blocks", at, block.key)
        if block.facts is not None:
            yield KINDS[key], path[:-1], FactsContent(facts=block.facts)
        else:
            yield KINDS[key], path, getattr(block, key)


def _figures(part: FrameworkPart, content: MixedContent) -> Iterator[ScopeFigures]:
    yield ScopeFigures(part.name, ("percentages",), content.percentages)


def _box_texts(part: FrameworkPart, content: MixedContent) -> Iterator[WrittenText]:
    yield from box_texts(content.boxes, part.name, part.name)


BLANKS = """
    # Blocks in the order of the report: heading, text, table, chart, facts or image.
    blocks:
      - heading: TODO
      - text: |
          TODO
      # - table:
      #     id: a-table
      #     caption: TODO
      #     columns: [{id: name, heading: TODO}, {id: count, heading: TODO, unit: count}]
      #     rows: [{name: TODO, count: 0}]
"""

SHOWN = """
  - table:
      id: {name}
      caption: TODO
      columns: [{{id: name, heading: TODO}}, {{id: count, heading: TODO, unit: count}}]
      rows: [{{name: TODO, count: 0}}]
"""


def _scaffold(part: FrameworkPart, framework: Framework) -> str:
    """The file of a new area. The first of these parts has the tables that criteria show and no part is."""
    written = part_scaffold(BLANKS)(part, framework)
    first = next(each for each in framework.parts if each.kind == part.kind)
    if part.name != first.name:
        return written
    shown = sorted(framework.shown_elsewhere - {each.name for each in framework.parts})
    return written + "".join(SHOWN.lstrip("\n").format(name=name) for name in shown)


_OF_FILE = {**BOXES, "figures": _figures, "texts": _box_texts}
KIND = kind_of_blocks("mixed", 141, MixedContent, _blocks_of, _scaffold, _OF_FILE)
