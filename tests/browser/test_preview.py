"""The preview in a real browser: it follows what is saved, keeps the reader's place, and lives on whatever happens."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page

from omi_report.preview.attempt import Attempt, Notice
from omi_report.preview.editor import Editor
from omi_report.preview.server import Preview
from omi_report.preview.views import Variant, ViewChoice, Views
from omi_report.problems import Location, Problem, Severity

OMI = str(Path(sys.executable).parent / "omi")
STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
VIEWS = Views(
    "Preview of northfold",
    (ViewChoice("Edition", {"standard": "Standard", "large": "Large print"}),),
    (Variant(("standard",), "report.html", "report.pdf"), Variant(("large",), "large.html", "large.pdf")),
)
POLICY = "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

Scheme = Literal["light", "dark"]


class Source:
    """A report that a test writes: paragraphs, each with an id, and what is wrong."""

    def __init__(self) -> None:
        self.words = [f"Paragraph {number}." for number in range(200)]
        self.problems: tuple[Problem, ...] = ()
        self.is_sound = True
        self.built = 0

    def build(self, name: str) -> Attempt:
        self.built += 1
        text = "".join(f'<p id="p{number}">{words}</p>' for number, words in enumerate(self.words))
        page = (
            f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
            f"<title>{name}</title><main><h1>{name}</h1><details><summary>More</summary><p>Within.</p></details>{text}"
            '<p><a href="https://example.org/">Elsewhere</a></p></main></html>'
        )
        notices = tuple(Notice(problem, (f"p{problem.location.line}",), "some words") for problem in self.problems)
        return Attempt(page.encode() if self.is_sound else None, notices, sources={"a.yaml": Path("/areas/a.yaml")})


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def preview(source: Source, tmp_path: Path) -> Iterator[Preview]:
    script = "import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))"
    editor = Editor((sys.executable, "-c", script, str(tmp_path / "opened"), "{file}", "{line}"))
    preview = Preview(VIEWS, source.build, lambda _name, _state: None, editor)
    yield preview
    preview.close()


@contextmanager
def opened(browser: Browser, url: str, size: tuple[int, int] = (1280, 900), **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(0)  # a busy machine is no fault
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(url)
    wait_until(page, "document.getElementById('stage').dataset.version > 0")
    try:
        yield page
    finally:
        context.close()
    assert failed == [], "the script of the page fails"


def report_in(page: Page) -> Frame:
    """The frame of the report that is shown."""
    frame = page.frames[-1]
    frame.wait_for_load_state()
    return frame


def wait_until(page: Page, expression: str, argument: object = None) -> None:
    """Wait for something to be so. The page's policy forbids Playwright to do the same in it."""
    while not page.evaluate(expression, argument):
        page.wait_for_timeout(20)


def wait_for_words(page: Page, words: str) -> None:
    wait_until(
        page,
        "words => document.querySelector('iframe:not(.waiting)')?.contentDocument?.body?.textContent.includes(words)",
        words,
    )


def test_a_save_changes_the_page_in_its_place(browser: Browser, preview: Preview, source: Source) -> None:
    with opened(browser, preview.address) as page:
        before = report_in(page)
        before.evaluate("document.querySelector('details').open = true")
        before.evaluate("document.getElementById('p150').scrollIntoView()")
        top = before.evaluate("document.getElementById('p150').getBoundingClientRect().top")
        source.words[3] = "This one is new."
        source.words[100:100] = ["One more."] * 5
        del source.words[50]
        preview.changed()
        wait_for_words(page, "This one is new.")
        after = report_in(page)
        assert after.evaluate("document.querySelector('details').open")
        assert after.evaluate("document.getElementById('p154').textContent") == "Paragraph 150."
        assert abs(after.evaluate("document.getElementById('p154').getBoundingClientRect().top") - top) < 2
        assert page.inner_text("#next-change") == "7 changes"
        marks = after.evaluate("document.querySelector('[data-omi-marks]').shadowRoot.querySelectorAll('.bar').length")
        assert marks == 6
        page.click("#next-change")
        assert after.evaluate("Math.abs(document.getElementById('p3').getBoundingClientRect().top) < innerHeight")
        assert page.locator("iframe").count() == 1


def test_an_error_appears_at_its_finding_and_goes(
    browser: Browser, preview: Preview, source: Source, tmp_path: Path
) -> None:
    with opened(browser, preview.address) as page:
        source.is_sound = False
        source.words[5] = "Not yet."
        source.problems = (
            Problem(
                Location("a.yaml", 7, 6), "OMI201", Severity.ERROR, "there is no figure «x»", "did you mean «y»?", 5
            ),
            Problem(Location("elsewhere.yaml", 900), "OMI999", Severity.WARNING, "this too"),
        )
        preview.changed()
        page.wait_for_selector("#banner:not([hidden])")
        assert "It cannot be built again: 1 error, 1 warning." in page.inner_text("#banner")
        assert page.locator("#problems li").all_inner_texts()[0].splitlines()[-2:] == ["a.yaml:7:6", "Show"]
        assert page.locator("#problems li:nth-child(2) button").count() == 0
        assert "Paragraph 5." in report_in(page).content()
        sign = report_in(page).locator("[data-omi-marks] button.error")
        assert sign.get_attribute("aria-label") == "error: there is no figure «x»"
        sign.click()
        assert page.evaluate("document.activeElement.closest('#problems') !== null")
        page.click("#problems .place")
        while not (tmp_path / "opened").exists() or not (tmp_path / "opened").read_text():
            sleep(0.02)
        assert (tmp_path / "opened").read_text() == "/areas/a.yaml 7"
        page.click("#close-panel")
        source.problems = source.problems[:1]
        preview.changed()
        wait_until(page, "document.getElementById('to-problems').textContent === '1 error'")
        assert page.is_hidden("#panel"), "who has closed the list has seen it"
        source.is_sound, source.problems = True, ()
        preview.changed()
        wait_for_words(page, "Not yet.")
        page.wait_for_selector("#banner", state="hidden")
        page.wait_for_selector("#panel", state="hidden")


def test_five_hundred_quick_saves_leave_it_alive(browser: Browser, preview: Preview, source: Source) -> None:
    with opened(browser, preview.address) as page:
        threads = threading.active_count()
        for number in range(500):
            source.words[0] = f"Save {number} of many."
            preview.changed()
            sleep(0.001)
        wait_for_words(page, "Save 499 of many.")
        wait_until(page, "document.querySelectorAll('iframe').length === 1")
        assert source.built < 500
        assert threading.active_count() <= threads + 8
        sizes = []
        for number in range(40):
            source.words[0] = f"Again {number}."
            preview.changed()
            wait_for_words(page, f"Again {number}.")
            if number in (9, 39):
                sizes.append(memory_of(page))
        (heap, documents), (later_heap, later_documents) = sizes
        assert later_heap < heap + 2_000_000
        assert later_documents <= documents + 2
        assert page.evaluate("history.length") <= 2


def memory_of(page: Page) -> tuple[float, float]:
    """The size of a page's heap in bytes, and how many documents are held in memory.

    They are asked for several times: what was just taken away may be let go of a little later.
    """
    sizes, documents = zip(*(_memory_now(page) for _ in range(5)), strict=True)
    return min(sizes), min(documents)


def _memory_now(page: Page) -> tuple[float, float]:
    page.request_gc()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    found = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    session.detach()
    return found["JSHeapUsedSize"], found["Documents"]


def test_editions_print_and_phone_are_a_click_away(browser: Browser, preview: Preview) -> None:
    with opened(browser, preview.address) as page:
        report_in(page).evaluate("document.getElementById('p90').scrollIntoView()")
        page.click("#view summary")
        page.check("#phone-width")
        assert report_in(page).evaluate("innerWidth") == 358
        page.check("#print-view")
        assert not page.is_checked("#phone-width")
        assert page.evaluate("document.querySelector('iframe').clientWidth") == 794
        page.select_option("#choices select", "large")
        wait_for_words(page, "large.html")
        assert report_in(page).evaluate("document.getElementById('p90').getBoundingClientRect().top") < 300
        assert page.is_hidden("#next-change")
        page.reload()
        wait_for_words(page, "large.html")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1280, 800), (360, 740)], ids=["desktop", "phone"])
def test_it_has_no_barrier(
    browser: Browser, preview: Preview, source: Source, size: tuple[int, int], scheme: Scheme
) -> None:
    problem = Problem(Location("a.yaml", 7, 6), "OMI201", Severity.ERROR, "no " + "figure " * 30, "a_long_hint" * 12, 5)
    with opened(browser, preview.address, size, color_scheme=scheme) as page:
        assert faults(page) == []
        source.is_sound, source.problems = False, (problem,)
        preview.changed()
        page.wait_for_selector("#banner:not([hidden])")
        page.click("#view summary")
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def faults(page: Page) -> list[str]:
    found = Axe().run(page, context="html", options=STANDARDS | {"iframes": False}).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]


def test_it_follows_an_area_that_is_removed_and_comes_back(browser: Browser, small_area: Path) -> None:
    command = [OMI, "preview", small_area.name]
    with subprocess.Popen(
        command, cwd=small_area.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            with opened(browser, process.stdout.readline().strip()) as page:
                foreword = small_area / "foreword.yaml"
                sound = foreword.read_text(encoding="utf-8")
                foreword.write_text(sound.replace("Welcome", "Greetings"), encoding="utf-8")
                wait_for_words(page, "Greetings to Northfold")
                foreword.write_text(sound[:20], encoding="utf-8")
                page.wait_for_selector("#banner:not([hidden])")
                aside = small_area.rename(small_area.with_name("aside"))
                wait_until(page, "document.getElementById('banner').textContent.includes('there is no folder')")
                assert "Greetings to Northfold" in report_in(page).content()
                (aside / "foreword.yaml").write_text(sound.replace("Welcome", "Back"), encoding="utf-8")
                aside.rename(small_area)
                wait_for_words(page, "Back to Northfold")
                process.send_signal(signal.SIGINT)
                assert process.wait() == 0
                wait_until(page, "document.getElementById('banner').textContent.includes('has ended')")
        finally:
            process.kill()
