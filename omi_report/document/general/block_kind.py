"""A kind of block, and the kinds of part that are made of blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias

from omi_report.document.later import boxes, tree
from omi_report.document.part_kind import PartKind, for_part
from omi_report.document.table_looks import ACROSS
from omi_report.model.boxes import boxes_of
from omi_report.model.facts import ContentFault
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.kinds import Contents, M
from omi_report.model.record import Record
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart

WIDE = 6
"""A part with a table of so many columns may be laid across the page."""


class BlockPlace(NamedTuple):
    """Where a block stands: its part, and its path in the part's file; that is empty where the file is the block."""

    part: FrameworkPart
    path: Path = ()

    @property
    def name(self) -> str:
        """The name that a block without an id of its own goes by: the part's."""
        return self.part.name


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind(Generic[M]):
    """A kind of block.

    ``id`` is its key in a part of several blocks, and its name as a kind of part; ``model`` is what may stand in it.
    ``facts`` are functions of its place and its content, by the names that the facts have in `FileKind`; ``faults`` is
    given the whole area too, and so are ``doubts``.
    """

    id: str
    model: type[M]
    build: Callable[[BlockPlace, M, BuildContext], tree.Blocks]
    facts: Mapping[str, Callable[[BlockPlace, M], Iterable[Any]]] = field(default_factory=dict)
    faults: Callable[[BlockPlace, M, Contents], Iterable[ContentFault]] | None = None
    doubts: Callable[[BlockPlace, M, Contents], Iterable[ContentFault]] | None = None


Found: TypeAlias = Iterable[tuple[BlockKind[Any], Path, Any]]
"""The blocks of a file: of each its kind, its path in the file, and what it says."""

BlocksOf: TypeAlias = Callable[[Any], Found]


def only(block: BlockKind[M]) -> BlocksOf:
    """Return how the only block of a file is found: it is the file."""
    return lambda content: ((block, (), content),)


FACTS = (
    "texts",
    "titles",
    "figures",
    "unique_names",
    "framework_names",
    "days",
    "measures",
    "breakdowns",
    "stated_totals",
    "parts_of_wholes",
    "displays",
    "counted_charts",
    "pictures",
    "shown_values",
    "stories",
)
"""The facts that a kind of block may tell."""

NO_MORE: Mapping[str, Callable[[FrameworkPart, Any], Iterable[Any]]] = {}


def kind_of_blocks(
    name: str,
    order: int,
    model: type[M],
    blocks_of: BlocksOf,
    scaffold: Callable[[FrameworkPart, Framework], str],
    more: Mapping[str, Callable[[FrameworkPart, M], Iterable[Any]]] = NO_MORE,
    *,
    is_display: bool = False,
) -> PartKind[M]:
    """Return a kind of part that is made of blocks.

    ``is_display`` is that of `FileKind`; ``more`` are facts of the whole file, by their names.
    """

    def asked(fact: str, part: FrameworkPart, content: M) -> Iterator[Any]:
        if fact in more:
            yield from more[fact](part, content)
        for block, path, inner in blocks_of(content):
            if fact in block.facts:
                yield from block.facts[fact](BlockPlace(part, path), inner)

    def displayed(what: str, part: FrameworkPart, area: Contents) -> list[str]:
        content, elsewhere = area.content(of_part(part)), area.framework.shown_elsewhere
        found = asked("displays", part, content) if content else ()
        return [each.name for each in found if each.what == what and each.numbered and each.name not in elsewhere]

    def of_part(part: FrameworkPart) -> PartKind[M]:
        functions: dict[str, Any] = {fact: partial(asked, fact, part) for fact in FACTS}
        return replace(
            for_part(kind, part, scaffold=scaffold, faults=partial(_held_against_area, blocks_of, "faults")),
            doubts=partial(_held_against_area, blocks_of, "doubts", part),
            tables=partial(displayed, "table", part),
            charts=partial(displayed, "chart", part),
            **functions,
        )

    def build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
        own = of_part(placed.part)
        content = context.area.content(own)
        blocks = tuple(_built(placed.part, blocks_of(content), context)) if content else ()
        framed = _boxes(placed.part, own.file, content, context) if content and boxes_of(content) else ()
        wide = any(isinstance(each, tree.TableBlock) and len(each.columns) >= WIDE for each in blocks)
        across = is_display and any(isinstance(each, tree.TableBlock) and _lies_across(each) for each in blocks)
        role = f"wide {ACROSS}" if across else "wide" if wide else ""
        yield replace(context.part(placed, blocks, framed), role=role)

    kind: PartKind[M] = PartKind(
        id=name,
        order=order,
        file="ID.yaml",
        model=model,
        of_part=of_part,
        repeats=True,
        is_display=is_display,
        build=build,
    )
    return kind


def _held_against_area(
    blocks_of: BlocksOf, what: str, part: FrameworkPart, content: Record, area: Contents
) -> Iterator[ContentFault]:
    """The ``faults`` or ``doubts`` of the blocks of a file."""
    for block, path, inner in blocks_of(content):
        if check := getattr(block, what):
            yield from check(BlockPlace(part, path), inner, area)


def _lies_across(table: tree.TableBlock) -> bool:
    return ACROSS in table.role.split()


def _built(part: FrameworkPart, found: Found, context: BuildContext) -> Iterator[tree.Block]:
    """The blocks of a part, without the tables and charts that are printed under criteria."""
    elsewhere = context.area.framework.shown_elsewhere
    for block, path, content in found:
        if getattr(content, "id", None) not in elsewhere:
            yield from block.build(BlockPlace(part, path), content, context)


def _boxes(part: FrameworkPart, file: str, content: Record, context: BuildContext) -> tree.Blocks:
    return tuple(boxes.box_blocks(content, file, context, level=3, scope=part.name))
