"""The generated pages of docs/ say what the program says."""

from __future__ import annotations

import pytest

from tests.refresh import PAGES, ROOT


@pytest.mark.parametrize("name", PAGES)
def test_page_is_fresh(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), "out of date: run `make docs`"
