"""The parts of the print page apart, where nothing ties them to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.html.printed_parts import in_parts, joins_parts, marked_off
from omi_report.render.print_page import PrintedPart, PrintPage
from tests.conftest import write_files
from tests.samples import inspected

ROOT = Path(__file__).parents[4]
ONE, TWO = '<section class="part songs" id="a">A</section>', '<header class="part" id="b">B</header>'


def test_a_page_is_taken_apart_at_its_parts() -> None:
    page = f"<main>\n{marked_off(Markup(ONE))}\n{marked_off(Markup(TWO))}\n</main>"
    found = in_parts(page, [False, True], apart=True)
    assert found == PrintPage("<main>\n", (PrintedPart(ONE), PrintedPart(TWO, runs_on=True)), "\n</main>")
    assert found.html == f"<main>\n{ONE}{TWO}\n</main>"
    assert found.holding([1]) == f"<main>\n{TWO}\n</main>"


@pytest.mark.parametrize(
    ("parts", "between", "runs_on"),
    [
        ([ONE, TWO], "<hr>", [False, False]),
        ([ONE], "", [False, False]),
        ([ONE, '<section class="partly">B</section>'], "", [False, False]),
        ([ONE, "B"], "", [False, False]),
    ],
)
def test_a_page_stays_in_one_piece_where_its_parts_cannot_be_told(
    parts: list[str], between: str, runs_on: list[bool]
) -> None:
    page = between.join(str(marked_off(Markup(part))) for part in parts)
    assert in_parts(page, runs_on, apart=True) == PrintPage.in_one_piece(between.join(parts))


def test_the_print_page_of_a_report_is_taken_apart() -> None:
    page = Renderer(build_document(inspected(ROOT / "areas" / "saltmere"))).print_page()
    assert page.is_split
    assert "\0" not in page.html
    assert page.html.startswith("<!doctype html>")
    assert page.after.strip() == "</main>\n</body>\n</html>"


@pytest.mark.parametrize(
    ("style", "joins"),
    [
        (":root { --teal: #123456; --cover: #222222 }", False),
        (".finding { color: black; margin: 0 }", False),
        ("@page { margin: 30mm }", False),
        ("@page :left { margin: 30mm }", True),
        ("@page { @bottom-center { content: counter(page) } }", True),
        ("h2 { counter-increment: part }", True),
        (".part { break-before: auto }", True),
        (".part + .part { color: black }", True),
        (".part:first-child { color: black }", True),
        ("body { margin: 5mm }", True),
        (".body { margin: 5mm }", False),
        ("a::after { content: target-counter(attr(href), page) }", True),
        (".wide { page: wide }", True),
        ("h2 { string-set: part content(text) }", True),
    ],
)
def test_styles_that_tie_parts_together(style: str, joins: bool, tmp_path: Path) -> None:
    write_files(tmp_path, {"css/extra.css": style})
    assert joins_parts(tmp_path) is joins


@pytest.mark.parametrize(
    ("template", "joins"),
    [("<p>{{ report.area }}</p>", False), ("<style>p { margin: 0 }</style>", True), ('<p style="margin: 0">', True)],
)
def test_templates_that_hold_styles(template: str, joins: bool, tmp_path: Path) -> None:
    write_files(tmp_path, {"html/parts/songs.html": template})
    assert joins_parts(tmp_path) is joins
