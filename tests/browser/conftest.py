"""The system's Chromium, and the pages that it opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from omi_report.document.build import build_report
from omi_report.outputs.html import Renderer
from omi_report.pipeline import validate

ROOT = Path(__file__).parent.parent.parent
AREAS = {"hampshire": ROOT / "areas" / "hampshire", "westmark": ROOT / "tests" / "golden" / "westmark"}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium: .ci/system-packages test says how to install it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=AREAS)
def page_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    area = validate(AREAS[request.param]).area
    assert area is not None
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    path.write_text(Renderer(build_report(area)).screen_page(), encoding="utf-8")
    return path.as_uri()
