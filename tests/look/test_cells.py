"""Nothing is wrong on the pages of a report: some of the cells of `make look`, one of each row and column at least."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.look.cells import CELLS, SOME, Cell


@pytest.mark.parametrize("cell", SOME, ids=lambda cell: cell.name)
def test_nothing_is_wrong_on_the_pages(cell: Cell, tmp_path: Path) -> None:
    assert [str(fault) for fault in cell.laid_out(tmp_path).faults] == []


def test_some_are_of_each_kind() -> None:
    assert set(SOME) <= set(CELLS)
    for every, some in zip(zip(*CELLS, strict=True), zip(*SOME, strict=True), strict=True):
        assert set(every) == set(some)
