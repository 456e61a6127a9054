from __future__ import annotations

from hypothesis import given, strategies as st

from omi_report.render.pdf.tags.headers import grid, headers_of, is_complex
from omi_report.render.pdf.tags.tree import Looks, Mark, TagNode


def cell(kind: str, text: str = "x", columns: int = 1, rows: int = 1) -> TagNode:
    return TagNode(kind=kind, kids=(Mark(0, 0, text),) if text else (), looks=Looks(columns=columns, rows=rows))


def table(*rows: list[TagNode]) -> TagNode:
    return TagNode(
        kind="Table", kids=(TagNode(kind="TBody", kids=tuple(TagNode(kind="TR", kids=tuple(row)) for row in rows)),)
    )


def texts(laid: TagNode, number: int) -> list[str]:
    cells = grid(laid)
    return [each.node.kids[0].text for each in headers_of(cells.data()[number], cells)]  # type: ignore[union-attr]


def test_a_cell_takes_the_first_free_slot() -> None:
    found = grid(table([cell("TD", rows=2), cell("TD", columns=2)], [cell("TD"), cell("TD")]))
    assert [(each.row, each.column) for each in found.cells] == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_a_span_ends_with_its_group() -> None:
    found = grid(table([cell("TD", rows=9), cell("TD")], [cell("TD")]))
    assert found.cells[0].rows == 2


def test_empty_headers_are_not_named() -> None:
    laid = table([cell("TH", ""), cell("TH", "a", columns=2)], [cell("TH", "r"), cell("TD"), cell("TD")])
    assert texts(laid, 0) == ["a", "r"]


def test_a_nearer_header_of_the_same_width_hides_the_one_above_data() -> None:
    laid = table([cell("TH", "first")], [cell("TD")], [cell("TH", "second")], [cell("TD")])
    assert is_complex(grid(laid))
    assert texts(laid, 0) == ["first"]
    assert texts(laid, 1) == ["second"]


def test_a_wider_header_above_is_not_hidden() -> None:
    laid = table(
        [cell("TH", "both", columns=2)],
        [cell("TH", "a"), cell("TH", "b")],
        [cell("TD"), cell("TD")],
        [cell("TH", "c"), cell("TH", "d")],
        [cell("TD"), cell("TD")],
    )
    assert texts(laid, 1) == ["both", "b"]
    assert texts(laid, 3) == ["both", "d"]


@given(st.lists(st.lists(st.tuples(st.sampled_from(["TH", "TD"]), st.integers(1, 3), st.integers(1, 3)), min_size=1)))
def test_no_slot_is_empty_behind_a_cell_and_every_header_is_a_header(rows: list[list[tuple[str, int, int]]]) -> None:
    laid = table(*([cell(kind, "x", columns, deep) for kind, columns, deep in row] for row in rows))
    found = grid(laid)
    assert len(found.cells) == sum(map(len, rows))
    for each in found.cells:
        assert all((each.row, column) in found.slots for column in range(each.column))
    for each in found.data():
        assert set(headers_of(each, found)) <= set(found.headers())
