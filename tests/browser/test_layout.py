"""The page as it is seen, at every width and in every mode: no words lie over others, and none are cut off."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_page import CUT_OFF, DESKTOP, TEXT_SPACING, opened

OVERLAPS = """
(() => {
  const ways = {opacityProperty: true, visibilityProperty: true};
  const seen = each => each.checkVisibility(ways) && !each.closest(".skip");
  const inner = node => {
    // the part of a window or frame in which the words can be seen
    const clip = {left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity};
    for (let each = node; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const box = each.getBoundingClientRect();
      clip.left = Math.max(clip.left, box.left); clip.right = Math.min(clip.right, box.right);
      clip.top = Math.max(clip.top, box.top); clip.bottom = Math.min(clip.bottom, box.bottom);
    }
    return clip;
  };
  const words = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, around = node.parentElement;
    if (!node.data.trim() || around.closest("script, style, svg") || !seen(around)) continue;
    const clip = inner(around);
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      // the boxes of lines are higher than their letters
      const quarter = box.height / 4;
      const one = {node, left: Math.max(box.left, clip.left), right: Math.min(box.right, clip.right),
                   top: Math.max(box.top + quarter, clip.top), bottom: Math.min(box.bottom - quarter, clip.bottom)};
      if (one.right - one.left > 1 && one.bottom - one.top > 1) words.push(one);
    }
  }
  words.sort((one, other) => one.top - other.top);
  const found = [];
  words.forEach((one, at) => {
    for (let next = at + 1; next < words.length && words[next].top < one.bottom - 1; next++) {
      const other = words[next];
      if (one.node !== other.node && one.left < other.right - 1 && other.left < one.right - 1)
        found.push(`${one.node.data.trim().slice(0, 40)} | ${other.node.data.trim().slice(0, 40)}`);
    }
  });
  return found;
})()
"""
"""Pairs of texts of which one lies over the other."""

BROKEN = """
(longest => {
  const found = [], range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, around = node.parentElement;
    if (around.closest("script, style, svg, .skip, .address") || !around.checkVisibility()) continue;
    range.selectNodeContents(node);
    if (range.getClientRects().length < 2) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}%]+/gu)) {
      if (word[0].length > longest) continue;
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)));
      if (lines.size > 1) found.push(`${word[0]} is broken: ${node.data.trim().slice(0, 40)}`);
    }
  }
  return found;
})
"""
"""Words of up to a number of letters that go on in the next line. Longer ones may have to, and addresses may."""

WIDTHS = (320, 360, 768, 1280)
PHONE = 640
"""A window that is narrower than this is one of a phone, or of a page that is much enlarged."""
MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "touch": {"has_touch": True, "is_mobile": True},
}


def faults(page: Page, width: int) -> list[str]:
    """What is wrong with the layout of a page in a window of a width."""
    found: list[str] = [*page.evaluate(OVERLAPS), *page.evaluate(CUT_OFF)]
    found += page.evaluate(f"({BROKEN})({8 if width < PHONE else 14})")
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*found, *([f"the page is {wide} wide"] if wide > width else [])]


@pytest.mark.parametrize(
    ("width", "mode"),
    [
        *((width, mode) for width in WIDTHS for mode in ("light", "touch")),
        *((width, mode) for width in (320, 1280) for mode in ("dark", "forced")),
    ],
)
def test_no_words_lie_over_others_and_none_are_cut(browser: Browser, page_url: str, width: int, mode: str) -> None:
    with opened(browser, page_url, (width, 700), **MODES[mode]) as page:
        assert faults(page, width) == []


def test_nor_at_four_times_the_size(browser: Browser, page_url: str) -> None:
    size = (DESKTOP[0] // 4, DESKTOP[1] // 4)
    with opened(browser, page_url, size, device_scale_factor=4, has_touch=True) as page:
        assert faults(page, size[0]) == []
        # so little of the page can be seen that nothing may stay in its way
        assert page.evaluate("getComputedStyle(document.querySelector('.tools')).position") == "static"


@pytest.mark.parametrize("width", WIDTHS)
def test_nor_when_the_text_is_spaced_out(browser: Browser, page_url: str, width: int) -> None:
    with opened(browser, page_url, (width, 700), bypass_csp=True, has_touch=True) as page:
        page.add_style_tag(content=TEXT_SPACING)
        assert faults(page, width) == []


PARTED = """
[...document.querySelectorAll(".recommendation-facts dd > .rating")].filter(rating => {
  const criterion = [...rating.parentElement.querySelector("a").getClientRects()], at = rating.getBoundingClientRect();
  const beside = criterion.some(line => line.top < at.bottom && at.top < line.bottom);
  return !beside && Math.abs(at.left - criterion[0].left) > 1;
}).map(rating => rating.parentElement.innerText)
"""
"""Ratings of recommendation cards that stand neither beside their criterion nor right below its beginning."""


@pytest.mark.parametrize("width", [*WIDTHS, 768])
def test_a_rating_in_a_card_is_not_parted_from_its_criterion(browser: Browser, page_url: str, width: int) -> None:
    with opened(browser, page_url, (width, 700)) as page:
        assert page.locator(".recommendation-facts dd > .rating").count()
        assert page.evaluate(PARTED) == []


UNSEEN = """
(() => {
  // Behind words a browser paints the ground that the reader chose, whatever the styles say
  const ground = document.body.appendChild(document.createElement("i"));
  ground.style.color = "Canvas";
  const unseen = getComputedStyle(ground).color, found = [];
  ground.remove();
  for (const each of [document.documentElement, ...document.body.querySelectorAll("*")])
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(each, part);
      const says = part ? !["none", "normal", '""'].includes(style.content) : /\\S/.test(each.innerText || "");
      if (says && style.color === unseen) found.push(`${each.tagName}${part || ""}.${each.className}`);
    }
  return found;
})()
"""
"""What has words that are not seen in the colours of the reader."""


def test_all_words_are_seen_in_the_colours_of_the_reader(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, **MODES["forced"], bypass_csp=True) as page:
        page.evaluate("document.documentElement.dataset.stage = 'Draft for the area to check'")
        assert page.evaluate(UNSEEN) == []
        page.add_style_tag(content="h2 { color: Canvas !important }")
        assert page.evaluate(UNSEEN)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_what_a_draft_says_of_itself_stays_in_view(
    browser: Browser, draft_urls: dict[str, str], edition: str, width: int
) -> None:
    with opened(browser, draft_urls[edition], (width, 700)) as page:
        page.evaluate("scrollTo({top: 3000, behavior: 'instant'})")
        assert page.evaluate("scrollY") == 3000
        # The band is drawn, so it is looked for where it is: what stands at the top of the window is the page itself.
        assert page.evaluate("document.elementFromPoint(innerWidth / 2, 8) === document.documentElement")
        style = "getComputedStyle(document.documentElement, '::before')"
        assert page.evaluate(f"{style}.position") == "sticky"
        assert "Not for publication." in page.evaluate(f"{style}.content")


def test_words_that_lie_over_others_are_found(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, (1280, 700)) as page:
        page.evaluate("document.querySelector('article h3').style.marginBottom = '-2rem'")
        assert page.evaluate(OVERLAPS)


def test_a_broken_word_is_found(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, (1280, 700)) as page:
        page.evaluate("document.querySelector('article h3').style.width = '2ch'")
        assert page.evaluate(f"({BROKEN})(14)")


# ---- focus -----------------------------------------------------------------------------------------------------------

RINGS = """
(() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const over = (colour, ground) => {
    // what is seen of a colour that may let something through
    canvas.fillStyle = `rgb(${ground})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ground = each => {
    const above = each ? ground(each.parentElement) : [255, 255, 255];
    return each ? over(getComputedStyle(each).backgroundColor, above) : above;
  };
  const light = colour => {
    const linear = each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4;
    const [red, green, blue] = colour.map(each => linear(each / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const found = [];
  for (const each of document.querySelectorAll("a[href], button, input, [tabindex]")) {
    if (!each.checkVisibility({visibilityProperty: true})) continue;
    each.focus({preventScroll: true});
    const style = getComputedStyle(each), inside = parseFloat(style.outlineOffset) < 0;
    const behind = ground(inside ? each : each.parentElement);
    const ratio = style.outlineStyle === "none" ? 1 : contrast(over(style.outlineColor, behind), behind);
    const said = `${ratio.toFixed(1)} ${each.outerHTML.slice(0, 80)}`;
    if (ratio < 3 || parseFloat(style.outlineWidth) < 2) found.push(said);
  }
  return found;
})()
"""
"""What has a focus ring that does not stand out from what it lies on."""


@pytest.mark.parametrize("mode", ["light", "dark", "forced"])
def test_the_ring_of_the_focus_stands_out_everywhere(browser: Browser, page_url: str, mode: str) -> None:
    with opened(browser, page_url, **MODES[mode]) as page:
        page.locator(".search input").focus()
        page.keyboard.type("the")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.search li a:focus-visible')")
        assert page.evaluate(RINGS) == []


def test_a_ring_that_does_not_stand_out_is_found(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, bypass_csp=True) as page:
        page.keyboard.press("Tab")
        page.add_style_tag(content=".contents { background: #96400f } .contents :focus { outline-color: #a04a1a }")
        found = page.evaluate(RINGS)
        assert len(found) == page.locator(".contents a").count()
