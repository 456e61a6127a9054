"""Which header cells belong to a data cell.

The rules are those by which browsers answer the question (HTML, "Forming relationships between data
cells and header cells"), so that a table says the same in the PDF as on the screen. PDF's own rule
(ISO 32000-1, 14.8.5.7) looks only up and to the left and cannot tell a header that spans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omi_report.render.pdf.tags.tree import TagNode, painted


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell and the slots that it fills; ``group`` counts the row groups. ``scope`` is empty for data."""

    node: TagNode
    row: int
    column: int
    rows: int
    columns: int
    group: int
    scope: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell."""
        return not painted(self.node.kids).strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells in reading order, and by the slots that they fill."""

    cells: tuple[GridCell, ...]
    slots: dict[tuple[int, int], GridCell]

    def headers(self) -> tuple[GridCell, ...]:
        """The header cells."""
        return tuple(cell for cell in self.cells if cell.scope)

    def data(self) -> tuple[GridCell, ...]:
        """The data cells."""
        return tuple(cell for cell in self.cells if not cell.scope)


def grid(table: TagNode) -> Grid:
    """Lay out the cells of a table: each takes the first free slot of its row and those that it spans."""
    rows = list(_rows(table))
    last = {group: index for index, (group, _, _) in enumerate(rows)}
    cells: list[GridCell] = []
    slots: dict[tuple[int, int], GridCell] = {}
    for index, (group, in_head, row) in enumerate(rows):
        column = 0
        nodes = [kid for kid in row.kids if isinstance(kid, TagNode) and kid.kind in ("TH", "TD")]
        for node in nodes:
            while (index, column) in slots:
                column += 1
            # A span ends with its row group, whatever the attribute says
            height = min(node.looks.rows, last[group] - index + 1)
            only_headers = in_head or all(each.kind == "TH" for each in nodes)
            scope = _scope(node, only_headers) if node.kind == "TH" else ""
            cell = GridCell(node, index, column, height, node.looks.columns, group, scope)
            cells.append(cell)
            slots |= {(index + y, column + x): cell for y in range(cell.rows) for x in range(cell.columns)}
            column += cell.columns
    return Grid(tuple(cells), slots)


def is_complex(table: Grid) -> bool:
    """Whether scopes alone would mislead: a cell spans, or headers of columns stand in more than one row."""
    spanned = any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)
    return spanned or len({cell.row for cell in table.headers() if cell.scope not in ("row", "rowgroup")}) > 1


def headers_of(cell: GridCell, table: Grid) -> Iterator[GridCell]:
    """The header cells of a data cell, in reading order, without empty ones."""
    found = {
        *(each for y in range(cell.row, cell.row + cell.rows) for each in _leftwards(cell, y, table)),
        *(each for x in range(cell.column, cell.column + cell.columns) for each in _upwards(cell, x, table)),
        *(each for each in table.headers() if _heads_group(each, cell)),
    }
    return (each for each in table.cells if each in found and not each.is_empty)


def _leftwards(cell: GridCell, row: int, table: Grid) -> Iterator[GridCell]:
    path = [table.slots.get((row, column)) for column in range(cell.column - 1, -1, -1)]
    return _met(path, across=True)


def _upwards(cell: GridCell, column: int, table: Grid) -> Iterator[GridCell]:
    path = [table.slots.get((row, column)) for row in range(cell.row - 1, -1, -1)]
    return _met(path, across=False)


def _met(path: list[GridCell | None], *, across: bool) -> Iterator[GridCell]:
    """The headers met on a path from a cell; a nearer one hides one of the same extent beyond the next data."""
    hidden: set[tuple[int, int]] = set()
    block: list[GridCell] = []
    for cell in path:
        if cell is None:
            continue
        if not cell.scope:
            hidden |= {_extent(each, across=across) for each in block}
            block = []
            continue
        block.append(cell)
        if cell.scope == ("row" if across else "col") and _extent(cell, across=across) not in hidden:
            yield cell


def _extent(cell: GridCell, *, across: bool) -> tuple[int, int]:
    return (cell.row, cell.rows) if across else (cell.column, cell.columns)


def _heads_group(header: GridCell, cell: GridCell) -> bool:
    if header.scope == "rowgroup":
        before = header.row < cell.row + cell.rows and header.column < cell.column + cell.columns
        return header.group == cell.group and before
    if header.scope == "colgroup":
        overlap = header.column < cell.column + cell.columns and cell.column < header.column + header.columns
        return overlap and header.row < cell.row
    return False


def _scope(node: TagNode, only_headers: bool) -> str:
    """The scope that the page gives; without one, a header heads its column in a row of headers, else its row."""
    given = node.attribute("scope").lower()
    return given if given in ("row", "col", "rowgroup", "colgroup") else "col" if only_headers else "row"


def _rows(table: TagNode) -> Iterator[tuple[int, bool, TagNode]]:
    """The rows of a table, each with the number of its row group and whether that is the head."""
    for number, kid in enumerate(kid for kid in table.kids if isinstance(kid, TagNode)):
        if kid.kind == "TR":
            yield 0, False, kid
        elif kid.kind in ("THead", "TBody", "TFoot"):
            for row in kid.kids:
                if isinstance(row, TagNode) and row.kind == "TR":
                    yield number, kid.kind == "THead", row
