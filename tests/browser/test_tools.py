"""What makes the page easier to use: the way to the contents, links to places, search, print. All works without it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_page import DESKTOP, PHONE, opened

ENTRIES = "[...document.querySelectorAll('.contents-list a')].map(each => each.hash.slice(1))"

ENTRY_IS_IN_VIEW = """
(() => {
  const inner = document.querySelector("[aria-current]").getBoundingClientRect();
  const outer = document.querySelector(".contents").getBoundingClientRect();
  return inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
})()
"""

UNDER_THE_TOOLS = """
(() => {
  const at = document.querySelector(":target").getBoundingClientRect().top;
  const tools = document.querySelector(".tools").getBoundingClientRect();
  return [at, tools.bottom];
})()
"""
"""Where the place begins that a link led to, and where the tools end."""


def seen(page: Page, selector: str) -> bool:
    """Whether an element lies in the window, and nothing over it."""
    script = f"""(() => {{
      const at = document.querySelector("{selector}"), box = at.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return top !== null && at.contains(top);
    }})()"""
    return bool(page.evaluate(script))


# ---- the contents ----------------------------------------------------------------------------------------------------


def test_the_contents_say_where_the_reader_is(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, reduced_motion="reduce") as page:
        entries = page.evaluate(ENTRIES)
        for place in (entries[1], entries[len(entries) // 2], entries[-1], entries[2]):
            page.evaluate(f"location.hash = '{place}'")
            page.locator(f".contents-list a[href='#{place}'][aria-current=location]").wait_for()
            assert page.evaluate(ENTRY_IS_IN_VIEW)
            start, end = page.evaluate(UNDER_THE_TOOLS)
            assert start >= end
            assert page.locator("[aria-current]").count() == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_the_contents_are_one_tap_away_on_a_phone(browser: Browser, page_url: str, scripts: bool) -> None:
    with opened(browser, page_url, PHONE, reduced_motion="reduce", java_script_enabled=scripts) as page:
        link = page.locator(".to-contents")
        target = (link.get_attribute("href") or "").removeprefix("#")
        page.goto(f"{page_url}#{page.locator('article').last.get_attribute('id')}")
        box = link.bounding_box()
        assert box
        assert 0 <= box["y"] < PHONE[1] - box["height"]
        assert box["height"] >= 24
        link.click()
        assert page.url.endswith(f"#{target}")
        place = page.locator(".contents").bounding_box()
        assert place
        assert place["y"] >= box["y"] + box["height"] - 1
        page.locator(".tools > a").last.click()
        assert (page.locator("main").bounding_box() or {"y": -1})["y"] >= 0


def test_the_contents_beside_the_text_need_no_way_to_them(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        assert not page.locator(".to-contents").is_visible()
        assert seen(page, ".search input")


# ---- links to places -------------------------------------------------------------------------------------------------


def test_each_place_has_a_link_that_says_what_it_leads_to(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        links = page.evaluate(
            "[...document.querySelectorAll('.permalink')].map(each => [decodeURI(each.hash.slice(1)), each.ariaLabel])"
        )
        places = page.evaluate(
            "[...document.querySelectorAll('main :is(h2, h3, caption, figcaption, li, article)')]"
            ".map(each => each.closest('main :is(section, article, figure, li, .table-frame)[id]')?.id).filter(Boolean)"
        )
        leading_nowhere = page.evaluate(
            "[...document.querySelectorAll('.permalink')].filter(each => "
            "!document.getElementById(decodeURI(each.hash.slice(1)))).length"
        )
        marked = page.locator("main .findings > li > b").count()
    assert leading_nowhere == 0
    assert {place for place, _ in links} == set(places)
    names = [name for _, name in links]
    assert all(re.fullmatch(r"Link to \S.*\S", name) for name in names)
    assert len(set(names)) >= 0.98 * len(names)
    assert any(re.fullmatch(r"Link to 1\.\d .+ \(a\)", name) for name in names) or not marked


def test_no_heading_is_read_with_its_link(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        assert page.locator(":is(h1, h2, h3, h4, h5, h6, caption, figcaption) .permalink").count() == 0


@pytest.mark.parametrize("size", [PHONE, (800, 900), DESKTOP])
def test_links_to_places_always_show_where_nothing_points(
    browser: Browser, page_url: str, size: tuple[int, int]
) -> None:
    with opened(browser, page_url, size, has_touch=True, is_mobile=True) as page:
        boxes = page.evaluate(
            "[...document.querySelectorAll('.permalink')].map(each => [each.getBoundingClientRect(), "
            "getComputedStyle(each).opacity]).map(([box, opacity]) => "
            "[box.left, box.right, box.width, box.height, +opacity])"
        )
    assert len(boxes) > 5
    assert [each for each in boxes if each[0] < 0 or each[1] > size[0]] == []
    assert [each for each in boxes if each[2] < 24 or each[3] < 24 or each[4] < 1] == []


def test_links_to_places_show_when_they_are_pointed_at_or_have_the_focus(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        link = page.locator("article .permalink").first
        opacity = "getComputedStyle(document.querySelector('article .permalink')).opacity"
        assert page.evaluate(opacity) == "0"
        page.keyboard.press("Tab")
        link.focus()
        assert page.evaluate(opacity) == "1"
        page.locator("article h3").first.hover()
        page.locator("body").evaluate("() => document.activeElement.blur()")
        assert page.evaluate(opacity) == "1"


# ---- search ----------------------------------------------------------------------------------------------------------

RESULTS = ".search li a"


def asked(page: Page, words: str) -> str:
    """Type words into the search, and return what is said of the places found."""
    page.locator(".search input").fill("")
    page.locator(".search input").focus()
    page.keyboard.type(words)
    return page.locator(".search [role=status]").inner_text()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_search_finds_places_by_their_words(browser: Browser, page_url: str, size: tuple[int, int]) -> None:
    with opened(browser, page_url, size, reduced_motion="reduce") as page:
        heading = page.locator("article h3").first
        without_number = (
            "each => [...each.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('')"
        )
        words = " ".join(heading.evaluate(without_number).split())
        said = asked(page, words.upper())
        count = page.locator(RESULTS).count()
        assert said == f"Places found: {count}"
        assert words in page.locator(f"{RESULTS} strong").first.inner_text().replace("\u00a0", " ")
        box = page.locator(".search > div").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert seen(page, RESULTS)
        page.keyboard.press("Enter")
        assert page.evaluate(f"document.activeElement === document.querySelector('{RESULTS}')")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(':target').querySelector('h2, h3') !== null")
        assert not page.locator(".search > div").is_visible()


def test_search_shows_the_words_around(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        text = page.locator(".findings p").first.inner_text()
        first = next(word for word in re.findall(r"[a-z]{6,}", text))
        asked(page, first)
        marked = page.locator(".search mark").all_inner_texts()
    assert marked
    assert {each.lower() for each in marked} == {first}


def test_search_is_worked_by_keys_alone(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        place = page.evaluate("scrollY")
        asked(page, "the")
        assert page.evaluate("scrollY") == place
        for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
            page.keyboard.press(key)
            assert page.evaluate(f"[...document.querySelectorAll('{RESULTS}')].indexOf(document.activeElement)") == at
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.type") == "search"
        page.keyboard.press("Escape")
        assert not page.locator(".search > div").is_visible()
        assert page.evaluate("document.activeElement.type") == "search"
        assert asked(page, "zzxq") == "Nothing found"
        assert page.locator(RESULTS).count() == 0


def test_what_is_typed_is_never_markup(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        asked(page, "<b>(a")
        assert page.locator(".search b").count() == 0
        asked(page, "(a [.*")
        assert page.locator(".search [role=status]").inner_text() == "Nothing found"


# ---- print, and no script --------------------------------------------------------------------------------------------


def test_print_prints(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.evaluate("window.print = () => { window.printed = true }")
        page.locator(".tools > button").click()
        assert page.evaluate("window.printed")


def test_what_needs_a_script_is_hidden_without_one(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, java_script_enabled=False) as page:
        assert not page.locator(".search").is_visible()
        assert not page.locator(".tools > button").is_visible()
        assert page.locator(".tools > a").last.is_visible()
        assert page.locator(".permalink").count() == 0


def test_only_scripts_that_the_page_names_are_run(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.evaluate(
            "(() => { const more = document.createElement('script'); more.text = 'window.foreign = 1';"
            "document.body.append(more); })()"
        )
        assert page.evaluate("window.foreign") is None
        assert page.locator(".permalink").count() > 0


def test_nothing_of_the_tools_is_printed(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        page.emulate_media(media="print")
        assert not page.locator(".tools").is_visible()
        assert page.locator(".permalink").first.evaluate("each => getComputedStyle(each).display") == "none"


def test_notes_are_no_places_of_their_own_and_stop_nothing(browser: Browser, page_with_notes: str) -> None:
    with opened(browser, page_with_notes) as page:
        assert page.locator(".notes li[id]").count() >= 2
        assert page.locator(".notes .permalink").count() == 0
        assert page.locator("article .permalink").count() > 10
        assert page.locator(".contents-list a[aria-current]").count() <= 1


def test_a_list_outside_of_all_sections_stops_nothing(browser: Browser, page_with_notes: str, tmp_path: Path) -> None:
    """A template folder may put anything on the page."""
    text = Path(urlsplit(page_with_notes).path).read_text(encoding="utf-8")
    text = re.sub(r'(<main id="main"[^>]*>)', r'\1<ul><li id="own">Own words</li></ul>', text, count=1)
    assert 'id="own"' in text
    file = tmp_path / "own.html"
    file.write_text(text, encoding="utf-8")
    with opened(browser, file.as_uri()) as page:
        assert page.locator("#own .permalink").count() == 1


# ---- the figures of charts -------------------------------------------------------------------------------------------

SHOWN = """
[...document.querySelectorAll("figure.chart")].map(chart => [chart.id, [...chart.querySelectorAll("tr")].map(row =>
  [...row.cells].map(cell => [...cell.querySelectorAll(":scope > :not(svg)")].map(each => each.innerText).join(" ")
    || cell.innerText))])
"""
"""The rows of each chart as they are seen: of a cell with a drawing what stands beside it."""


def test_the_figures_of_each_chart_can_be_had_as_csv(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, size=DESKTOP) as page:
        charts = page.evaluate(SHOWN)
        links = page.locator("figure.chart > .to-csv")
        assert links.count() == len(charts) > 0
        with page.expect_download() as download:
            links.first.click()
        first = Path(download.value.path()).read_text(encoding="utf-8")
        assert download.value.suggested_filename.endswith(f"{charts[0][0]}.csv")
        texts = page.evaluate("[...document.querySelectorAll('.to-csv')].map(each => decodeURIComponent(each.href))")
        texts = [text.partition(",")[2] for text in texts]
        assert texts[0].splitlines() == first.splitlines()
        for (_name, shown), text in zip(charts, texts, strict=True):
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            assert rows == [[" ".join(cell.split()) for cell in row] for row in shown]
        assert "Figures as CSV: " in str(links.first.get_attribute("aria-label"))


def test_what_begins_like_a_formula_is_none_in_a_spreadsheet(browser: Browser, page_url: str, tmp_path: Path) -> None:
    path = urlsplit(page_url).path
    page_text = Path(path).read_text(encoding="utf-8")
    label = re.search(r'<th scope=row><(?:span|a href="[^"]*")>([^<]*)</(?:span|a)> <svg', page_text)
    assert label
    changed = tmp_path / "report.html"
    changed.write_text(page_text.replace(f">{label[1]}<", ">=1+1, “so”<").replace("“so”", '"so"'), encoding="utf-8")
    with opened(browser, changed.as_uri()) as page:
        texts = page.evaluate("[...document.querySelectorAll('.to-csv')].map(each => decodeURIComponent(each.href))")
        assert any('"\'=1+1, ""so"""' in text for text in texts)
