"""The large-print edition and the high-contrast theme, as `omi build` writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from outloud.model import Document

from omi_report.cli.build import command
from omi_report.cli.main import main
from omi_report.render.look import EDITIONS, THEMES, Look
from omi_report.resources import templates_folder
from tests.pdf.structure import Structure

ROOT = Path(__file__).parent.parent.parent
AREAS = {"saltmere": ROOT / "areas" / "saltmere", "westmark": ROOT / "tests" / "golden" / "westmark"}
LARGE = 16


@pytest.fixture(scope="module", params=AREAS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("editions")
    options = ["--edition", "large-print", "--theme", "high-contrast"]
    arguments = ["build", str(AREAS[request.param]), "-o", str(folder), *options]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return folder / str(request.param)


def test_files_stand_beside_the_usual_ones(built: Path) -> None:
    names = {path.name for path in built.iterdir()}
    assert {"report-large-print-high-contrast.html", "report-large-print-high-contrast.pdf"} <= names
    assert not {"report.html", "report.pdf"} & names


def test_no_letter_is_smaller_than_16_points(built: Path) -> None:
    document = Document(built / "report-large-print-high-contrast.pdf")
    runs = [run for page in document.pages for run in document.content(page.index).runs]
    assert len(runs) > 200
    assert {run.text: run.size for run in runs if run.text.strip() and run.size < LARGE - 0.01} == {}


def test_the_glance_alone_has_large_letters_on_two_pages(tmp_path: Path) -> None:
    arguments = ["build", "--glance", "--pdf", str(AREAS["saltmere"]), "-o", str(tmp_path), "--edition", "large-print"]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    document = Document(tmp_path / "saltmere" / "glance-large-print.pdf")
    assert len(document.pages) <= 2
    runs = [run for page in document.pages for run in document.content(page.index).runs]
    assert {run.text: run.size for run in runs if run.text.strip() and run.size < LARGE - 0.01} == {}


def test_there_is_no_colour_but_a_light_grey(built: Path) -> None:
    structure = Structure((built / "report-large-print-high-contrast.pdf").read_bytes())
    for page in structure.pdf.pages:
        page.contents_coalesce()
    painted = b"\n".join(page.obj.Contents.read_bytes() for page in structure.pdf.pages)
    colours = {values.decode() for values in re.findall(rb"^([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)$", painted, re.MULTILINE)}
    assert colours <= {"0 0 0", "1 1 1", "0.866667 0.866667 0.866667"}
    assert "0 0 0" in colours


def test_nothing_is_smaller_on_the_screen_either(built: Path) -> None:
    style = (built / "report-large-print-high-contrast.html").read_text(encoding="utf-8").partition("</style>")[0]
    assert "--small:1.3333rem;--text:1.3333rem" in style
    assert '<html lang=en-GB class="screen large-print high-contrast">' in style


def test_options_offer_every_edition_and_theme() -> None:
    offered = {option.name: list(getattr(option.type, "choices", ())) for option in command.params}
    assert offered["edition"] == list(EDITIONS)
    assert offered["theme"] == list(THEMES)


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_every_look_has_its_style_sheets(medium: str) -> None:
    for edition in EDITIONS:
        for theme in THEMES:
            names = Look(edition, theme).styles(medium)  # type: ignore[arg-type]
            assert [name for name in names if not (templates_folder() / name).is_file()] == []


def test_the_usual_report_has_the_usual_name() -> None:
    assert Look().file_name == "report"
    assert Look(theme="high-contrast").file_name == "report-high-contrast"
