"""The system's Chromium, and the pages that it opens."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.render.look import Look
from omi_report.source.snapshot import Snapshot
from tests.samples import POLICY

ROOT = Path(__file__).parent.parent.parent
WITH_NOTES = ROOT / "areas" / "wessex"
AREAS = {name: ROOT / "areas" / name for name in ("hampshire", "saltmere")} | {
    "westmark": ROOT / "tests" / "golden" / "westmark"
}
LOOKS = {
    "hampshire": ("hampshire", Look()),
    "westmark": ("westmark", Look()),
    "large-print": ("saltmere", Look(edition="large-print")),
    "high-contrast": ("westmark", Look(theme="high-contrast")),
    "both": ("westmark", Look("large-print", "high-contrast")),
}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert found, "no Chromium: .ci/system-packages test says how to install it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET, timeout=0)
        yield browser
        browser.close()


@pytest.fixture(scope="session", params=LOOKS)
def page_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    name, look = LOOKS[request.param]
    folder = tmp_path_factory.mktemp("pages")
    options = BuildOptions(pdf=False, output=folder, edition=look.edition, theme=look.theme)
    assert build(Snapshot.of(AREAS[name]), POLICY, options).written
    return (folder / name / f"{look.file_name}.html").as_uri()


@pytest.fixture(scope="session")
def draft_urls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A draft in both editions, by their names."""
    folder = tmp_path_factory.mktemp("drafts")
    area = shutil.copytree(AREAS["westmark"], folder / "westmark")
    final = (area / "area.yaml").read_text()
    marked = "stage: draft\ndrafted: 2024-07-02\ndraft: {number: 2}"
    (area / "area.yaml").write_text(final.replace("stage: final", marked))
    found = {}
    for edition in ("standard", "large-print"):
        look = Look(edition=edition)
        options = BuildOptions(pdf=False, output=folder / "build", edition=look.edition)
        assert build(Snapshot.of(area), POLICY, options).written
        found[edition] = (folder / "build" / "westmark" / f"{look.file_name}.html").as_uri()
    return found


@pytest.fixture(scope="session")
def page_with_notes(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("notes")
    assert build(Snapshot.of(WITH_NOTES), POLICY, BuildOptions(pdf=False, output=folder)).written
    return (folder / WITH_NOTES.name / "report.html").as_uri()
