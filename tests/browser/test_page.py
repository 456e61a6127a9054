"""The HTML in a real browser: no barrier, nothing lost on a phone, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE, DESKTOP = (320, 640), (1280, 900)

CUT_OFF = """
[...document.querySelectorAll("main *")]
  .filter(each => !each.closest("svg, .skip") && each.textContent.trim() && each.getClientRects().length)
  .filter(each => {
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    const clips = style.overflowX === "hidden" || style.overflowX === "clip" || style.overflowY === "hidden";
    const cut = clips && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
    const outside = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
    return cut || (outside && !each.closest(".table-frame, pre"));
  })
  .map(each => each.outerHTML.slice(0, 120))
"""
"""Elements whose text cannot be seen; what stands in a frame that scrolls by itself can."""

FOCUS = """
(() => {
  const at = document.activeElement, box = at.getClientRects()[0], style = getComputedStyle(at);
  const upper = Math.max(box.top, 0), lower = Math.min(box.bottom, innerHeight);
  const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, (upper + lower) / 2);
  return {
    place: window.places.indexOf(at),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: top !== null && (at.contains(top) || top.contains(at)),
    html: at.outerHTML.slice(0, 100),
  };
})()
"""
"""The element that has the focus: its place among all, and whether the focus shows and nothing covers it."""

TEXT_SPACING = (
    "* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}"
    "p {margin-bottom: 2em !important}"
)
"""What a reader may ask for (WCAG 2.2, 1.4.12)."""

BEYOND_CONTENTS = """
(() => {
  const contents = document.querySelector(".contents"), after = Node.DOCUMENT_POSITION_FOLLOWING;
  const place = document.querySelector(":target"), focus = document.activeElement;
  const at = focus === document.body || focus.className === "skip" ? place : focus;
  return place !== null && Boolean(contents.compareDocumentPosition(at) & after) && !contents.contains(at);
})()
"""
"""Whether what is read next stands behind the contents."""

Scheme = Literal["light", "dark"]


@contextmanager
def opened(browser: Browser, url: str, size: tuple[int, int] = DESKTOP, **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(0)  # a busy machine is no fault
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(url)
    try:
        yield page
    finally:
        context.close()
    assert failed == [], "the script of the page fails"


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone", "desktop"])
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


@pytest.mark.parametrize("zoom", [2, 4])
def test_nothing_is_lost_when_the_page_is_zoomed(browser: Browser, page_url: str, zoom: int) -> None:
    # A browser zooms by making its window so much smaller and each of its pixels so much larger.
    size = (DESKTOP[0] // zoom, DESKTOP[1] // zoom)
    with opened(browser, page_url, size, device_scale_factor=zoom) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert page.evaluate(CUT_OFF) == []


def test_nothing_is_lost_when_only_the_text_is_twice_as_large(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        # as a reader would in the settings of the browser, whose own size is 16
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert page.evaluate("document.documentElement.scrollWidth") <= DESKTOP[0]
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_is_lost_when_the_text_is_spaced_out(browser: Browser, page_url: str, size: tuple[int, int]) -> None:
    with opened(browser, page_url, size, bypass_csp=True) as page:
        page.add_style_tag(content=TEXT_SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert page.evaluate(CUT_OFF) == []


def test_what_is_cut_off_is_found(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        heading = "document.querySelector('h2').style"
        page.evaluate(f"{heading}.overflow = 'hidden'; {heading}.height = '1px'")
        assert page.evaluate(CUT_OFF)


def test_nothing_leaves_the_page_and_nothing_is_logged(browser: Browser, page_url: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context()
    context.set_default_timeout(0)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(page_url, wait_until="networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [page_url]
    assert said == []


def test_reads_without_scripts(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, java_script_enabled=False) as page:
        bare = page.locator("main").inner_text()
    with opened(browser, page_url) as page:
        page.evaluate("document.querySelectorAll('.permalink, .to-csv').forEach(each => each.remove())")
        assert page.locator("main").inner_text() == bare
        assert len(bare) > 1000


def test_says_the_same_with_its_styles_off(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        styled = page.locator("main").inner_text()
        marks = page.locator("main .findings > li > b").all_inner_texts()
        page.evaluate("document.styleSheets[0].disabled = true")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).display") == "block"
        bare = page.locator("main").inner_text()
    assert "".join(bare.split()) == "".join(styled.split())
    assert all(mark in bare for mark in marks)


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
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_keyboard_alone_reaches_everything_in_its_order(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
        places = page.evaluate(
            "(window.places = [...document.querySelectorAll('a[href], button, input, [tabindex]')]"
            ".filter(each => each.checkVisibility({visibilityProperty: true}))).length"
        )
        reached = []
        for _ in range(places):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(FOCUS))
    assert places > 20
    assert [each["place"] for each in reached] == list(range(places))
    assert [each for each in reached if not each["outlined"]] == []
    assert [each for each in reached if not each["seen"]] == []


def test_the_first_key_leads_to_the_first_part_and_says_so(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.keyboard.press("Tab")
        said = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        first = page.evaluate("document.querySelector(':target').querySelector('h2').textContent")
        assert page.evaluate(
            "document.querySelector('.title-page').nextElementSibling === document.querySelector(':target')"
        )
        assert said == f"Skip to: {first}"


def test_a_link_at_the_contents_leads_past_them(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        skip = page.locator(".skip").last
        assert skip.evaluate("each => each.nextElementSibling.matches('.contents')")
        assert skip.text_content() == "Skip the contents"
        skip.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(BEYOND_CONTENTS)
        page.keyboard.press("Tab")
        assert page.evaluate(BEYOND_CONTENTS)
