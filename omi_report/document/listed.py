"""What the lists of tables, charts and pictures lead to, in the order of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from omi_report.document.inlines import Inlines, MarkedInline, PlainData
from omi_report.document.printed import line
from omi_report.document.renewal import each_renewed, with_fields
from omi_report.document.tree import ChartBlock, ContentsEntry, ImageBlock, Part, TableBlock
from omi_report.model.outline import chart_id, table_id

_Shown: TypeAlias = TableBlock | ChartBlock | ImageBlock


@dataclass(frozen=True, slots=True)
class Listed:
    """The lines of the three lists: tables and charts that have numbers, and pictures that have a caption."""

    tables: tuple[ContentsEntry, ...]
    charts: tuple[ContentsEntry, ...]
    pictures: tuple[ContentsEntry, ...]


def listed(parts: Iterable[Part]) -> Listed:
    """Return the lines of the lists of some parts. A table that is drawn as a chart is one of the tables."""
    blocks = tuple(_blocks(tuple(parts)))
    numbered = [block for block in blocks if not isinstance(block, ImageBlock) and block.number]
    entries = {
        block.id: ContentsEntry(block.id, line(block.caption), block.label, str(block.number)) for block in numbered
    }
    titled = [(block.id, line(_title(block.caption)).strip()) for block in blocks if isinstance(block, ImageBlock)]
    return Listed(
        tuple(entries[block.id] for block in numbered if block.id == table_id(block.number)),
        tuple(entries[block.id] for block in numbered if block.id == chart_id(block.number)),
        tuple(ContentsEntry(name, title) for name, title in titled if title),
    )


def _blocks(value: Any) -> Iterator[_Shown]:
    """Every table, chart and picture of a value of the tree."""
    if isinstance(value, _Shown):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _blocks(each)
    elif isinstance(value, PlainData):
        for name in value.__match_args__:
            yield from _blocks(getattr(value, name))


def _title(caption: Inlines) -> Inlines:
    """A caption without where the picture comes from."""
    return tuple(child for child in caption if not isinstance(child, MarkedInline))


def with_picture_ids(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts in which each picture has an id of its own: that of its file, or behind it how often it is shown."""
    naming = _Naming()
    return tuple(naming.renewed(part) for part in parts)


@dataclass
class _Naming:
    """Counts the pictures of each id."""

    shown: Counter[str] = field(default_factory=Counter)

    def renewed(self, value: Any) -> Any:
        """Return a value of the tree in which no two pictures have the same id: the same one where it has none."""
        if isinstance(value, tuple):
            return each_renewed(value, self.renewed)
        if isinstance(value, ImageBlock):
            self.shown[value.id] += 1
            times = self.shown[value.id]
            return value if times == 1 else replace(value, id=f"{value.id}-{times}")
        return with_fields(value, lambda _name, old: self.renewed(old)) if isinstance(value, PlainData) else value
