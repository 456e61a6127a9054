"""The figures of a report can be taken out of the page, with scripts switched off, and mean the same everywhere."""

from __future__ import annotations

import csv
import io
import json

from playwright.sync_api import Browser

from tests.browser.test_page import opened


def test_the_figures_are_downloaded_from_the_page_itself(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url, java_script_enabled=False, accept_downloads=True) as page:
        links = page.locator(".open-data a")
        assert links.count() == 2
        files = {}
        for link in links.all():
            with page.expect_download() as waiting:
                link.click()
            name = waiting.value.suggested_filename
            files[name.rpartition(".")[2]] = waiting.value.path().read_text(encoding="utf-8")
            assert name.rpartition(".")[0] in ("hampshire-figures", "westmark-figures")
        block = json.loads(page.locator("#report-figures").text_content() or "")
    assert json.loads(files["json"]) == block
    percentages = [row for row in csv.DictReader(io.StringIO(files["csv"])) if row["table"] == "percentages"]
    assert [row["name"] for row in percentages] == [each["name"] for each in block["percentages"]]
    assert percentages


def test_a_block_of_data_names_what_the_page_shows(browser: Browser, page_url: str) -> None:
    with opened(browser, page_url) as page:
        figures = page.evaluate("JSON.parse(document.getElementById('report-figures').textContent)")
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
