"""Tables: rows and cells, the scope of header cells and the headers of data cells (ISO 14289-1, 7.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from omi_report.render.pdf.tags.headers import GridCell, grid, headers_of, is_complex
from omi_report.render.pdf.tags.paragraphs import where_mixed
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, Value, changed, faded

KINDS = {
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
}
TAGS = frozenset(KINDS)


def part_of_table(node: TagNode, inside: Callable[[Iterable[Kid]], tuple[Kid, ...]]) -> tuple[Kid, ...]:
    """Shape a table or what stands in one; ``inside`` shapes what that holds."""
    kids = inside(node.kids)
    if node.tag in ("th", "td", "caption"):
        kids = where_mixed(kids)
    else:
        kids = tuple(faded(kid) if isinstance(kid, Mark) and not kid.text.strip() else kid for kid in kids)
    return (replace(node, kind=KINDS[node.tag], kids=kids),)


def with_headers(root: TagNode, prefix: str = "") -> TagNode:
    """Give every header cell of every table its scope, and ids and Headers where the scope is not enough.

    The ids begin with ``prefix``, by which those of two files differ.
    """
    names = (f"{prefix}table-{number}" for number in count(1))
    return changed(root, lambda node: _headed(node, next(names)) if node.kind == "Table" else node)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written into the cells of one table."""

    scopes: Mapping[TagNode, str]
    ids: Mapping[TagNode, str]
    headers: Mapping[TagNode, tuple[str, ...]]


def _headed(table: TagNode, name: str) -> TagNode:
    cells = grid(table)
    ids: dict[TagNode, str] = {}
    headers: dict[TagNode, tuple[str, ...]] = {}
    if is_complex(cells):
        ids = {cell.node: f"{name}-{cell.row + 1}-{cell.column + 1}" for cell in cells.headers()}
        headers = {cell.node: _ids(headers_of(cell, cells), ids) for cell in cells.data()}
    scopes = {cell.node: _written(cell) for cell in cells.headers()}
    return _rewritten(table, _Plan(scopes, ids, headers))


def _rewritten(node: TagNode, plan: _Plan) -> TagNode:
    """The table with the plan written into its cells. Tables within cells have been seen to before."""
    if node.kind in ("TH", "TD"):
        attributes: dict[str, Value] = {}
        if node in plan.scopes:
            attributes["Scope"] = plan.scopes[node]
        if plan.headers.get(node):
            attributes["Headers"] = plan.headers[node]
        for name, spanned in (("RowSpan", node.looks.rows), ("ColSpan", node.looks.columns)):
            if spanned > 1:
                attributes[name] = spanned
        return replace(node, identifier=plan.ids.get(node, ""), attributes=attributes)
    return replace(node, kids=tuple(_rewritten(kid, plan) if isinstance(kid, TagNode) else kid for kid in node.kids))


def _ids(cells: Iterator[GridCell], ids: Mapping[TagNode, str]) -> tuple[str, ...]:
    return tuple(ids[cell.node] for cell in cells)


def _written(cell: GridCell) -> str:
    """The scope as PDF has it: it knows no groups, so one over several columns heads the columns below it."""
    if cell.scope in ("row", "rowgroup") and not (cell.scope == "rowgroup" and cell.columns > 1):
        return "Row"
    return "Column"
