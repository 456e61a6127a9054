"""Tables on narrow pages: however far they are scrolled, no cell covers the words or figures of another."""

from __future__ import annotations

from collections import Counter

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_page import opened

COVERED = """
(() => {
  const words = cell => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      found.push(...[...range.getClientRects()].filter(each => each.width > 1 && each.height > 1));
    }
    return found;
  };
  const sticks = each => {
    const style = getComputedStyle(each);
    return style.position === "sticky" && style.backgroundColor !== "rgba(0, 0, 0, 0)";
  };
  const boxes = cell => [cell, ...cell.querySelectorAll("*")].filter(sticks).map(each => each.getBoundingClientRect());
  const meet = (one, other) =>
    one.left < other.right - 1 && other.left < one.right - 1 &&
    one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const found = [];
  for (const frame of document.querySelectorAll(".table-frame, .chart")) {
    for (const share of [0, 0.35, 0.7, 1]) {
      frame.scrollLeft = share * (frame.scrollWidth - frame.clientWidth);
      for (const row of frame.querySelectorAll("tr")) {
        const cells = [...row.cells].filter(cell => cell.textContent.trim());
        for (const cell of cells) {
          for (const other of cells) {
            if (cell === other) continue;
            const over = [...words(cell), ...boxes(cell)];
            if (words(other).some(one => over.some(two => meet(one, two))))
              found.push(`${cell.textContent.trim()} | ${other.textContent.trim()} | ${share}`);
          }
        }
      }
    }
    frame.scrollLeft = 0;
  }
  return found;
})()
"""
"""Cells whose words, or a ground of theirs that sticks to the edge, lie over the words of another cell of their row."""

STICKY = """
table { display: table !important; min-width: 50rem !important }
thead { display: table-header-group !important }
tbody { display: table-row-group !important }
tr { display: table-row !important }
th[scope="row"] { position: sticky; left: 0; background: white }
"""
"""A table that scrolls below its first column."""


def covered(page: Page) -> list[str]:
    found: list[str] = page.evaluate(COVERED)
    return found


@pytest.mark.parametrize("width", [320, 360, 600, 768, 1280])
def test_no_cell_covers_another(browser: Browser, page_url: str, width: int) -> None:
    with opened(browser, page_url, (width, 700)) as page:
        assert covered(page) == []


def test_a_column_that_lies_over_the_next_one_is_found(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, (320, 700), bypass_csp=True) as page:
        page.add_style_tag(content=STICKY)
        assert covered(page) != []


@pytest.mark.parametrize("width", [320, 360])
def test_the_name_of_a_row_can_be_read_without_scrolling(browser: Browser, page_url: str, width: int) -> None:
    with opened(browser, page_url, (width, 700)) as page:
        names = page.evaluate(
            "[...document.querySelectorAll('.table-frame .named-rows th[scope=row]')].map(each => "
            "each.getBoundingClientRect().right - each.closest('.table-frame').getBoundingClientRect().right)"
        )
    assert max(names, default=0) <= 1


def test_a_table_is_one_for_screen_readers_at_any_width(browser: Browser, page_url: str) -> None:
    assert roles(browser, page_url, 320) == roles(browser, page_url, 1280)


def roles(browser: Browser, url: str, width: int) -> Counter[str]:
    """How many tables, rows and cells of each kind assistive technology is told of."""
    wanted = {"table", "row", "rowheader", "columnheader", "cell"}
    with opened(browser, url, (width, 700)) as page:
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    found = Counter(node["role"]["value"] for node in nodes if node["role"]["value"] in wanted)
    assert min(found[each] for each in wanted) > 1
    return found
