"""The figures of a report can be taken out of the page, with scripts switched off, and mean the same everywhere."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from playwright.sync_api import Browser, Page

from tests.browser.conftest import AREAS
from tests.browser.test_page import opened


def downloaded(page: Page) -> dict[str, str]:
    """The files of figures by the ends of their names, out of the archive that the page holds."""
    with page.expect_download() as waiting:
        page.locator(".open-data a").click()
    assert waiting.value.suggested_filename in {f"{name}-figures.zip" for name in AREAS}
    with zipfile.ZipFile(waiting.value.path()) as archive:
        return {each.rpartition(".")[2]: archive.read(each).decode() for each in archive.namelist()}


def test_the_figures_are_downloaded_from_the_page_itself(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, java_script_enabled=False, accept_downloads=True) as page:
        files = downloaded(page)
    assert files.keys() == {"csv", "json"}
    figures = json.loads(files["json"])
    percentages = [row for row in csv.DictReader(io.StringIO(files["csv"])) if row["table"] == "percentages"]
    assert [row["name"] for row in percentages] == [each["name"] for each in figures["percentages"]]
    assert percentages


def test_the_data_name_what_the_page_shows(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, accept_downloads=True) as page:
        figures = json.loads(downloaded(page)["json"])
        shown = page.evaluate("[...document.querySelectorAll('data[data-name]')].map(each => each.dataset.name)")
    assert shown
    assert set(shown) <= {each["name"] for each in figures["percentages"]}


def test_a_block_of_data_is_never_run(browser: Browser, page_url: str) -> None:
    said: list[str] = []
    with opened(browser, "about:blank") as page:
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(page_url)
        metadata = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)")
    assert said == []
    assert metadata["@context"] == "https://schema.org"
