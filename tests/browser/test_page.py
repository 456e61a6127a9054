"""The HTML in a real browser: no barrier, nothing lost on a phone, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE, DESKTOP = (320, 640), (1280, 900)

Scheme = Literal["light", "dark"]


@contextmanager
def opened(browser: Browser, url: str, size: tuple[int, int] = DESKTOP, **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    page = context.new_page()
    page.goto(url)
    try:
        yield page
    finally:
        context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, page_url: str, size: tuple[int, int], scheme: Scheme) -> None:
    with opened(browser, page_url, size, color_scheme=scheme) as page:
        found = Axe().run(page, options=STANDARDS).response["violations"]
    assert [(each["id"], [node["html"][:120] for node in each["nodes"]][:3]) for each in found] == []


def test_axe_finds_nothing_in_forced_colours(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, forced_colors="active") as page:
        assert Axe().run(page, options=STANDARDS).response["violations"] == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_the_page_never_scrolls_sideways(browser: Browser, page_url: str, width: int) -> None:
    with opened(browser, page_url, (width, 700)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_leaves_the_page_and_nothing_is_logged(browser: Browser, page_url: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_url, wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [page_url]
    assert said == []


def test_reads_without_scripts(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, java_script_enabled=False) as page:
        assert page.locator("script").count() == 0
        assert page.locator("main article").first.inner_text()


def test_fonts_are_embedded_and_used(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').length")
        assert loaded >= 2
        assert "Atkinson Hyperlegible Next" in page.evaluate("getComputedStyle(document.body).fontFamily")


def test_headings_begin_with_one_h1_and_leave_no_gap(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_keyboard_alone_reaches_the_skip_link_first_and_every_link(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        hidden = page.evaluate(
            "[...document.querySelectorAll('a[href]')].filter(a => a.tabIndex < 0 || !a.getClientRects().length).length"
        )
    assert hidden == 0
