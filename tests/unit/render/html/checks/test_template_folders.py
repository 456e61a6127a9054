"""What is wrong with the templates of a folder is told with the template and its line, and stops what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.build_options import BuildOptions
from omi_report.document.build import build_document
from omi_report.errors import TemplatesError
from omi_report.inspection import Inspection
from omi_report.making import Made, make
from omi_report.render.html.checks.fault import PageFacts
from omi_report.render.html.checks.markup import MARK
from omi_report.render.html.checks.page_faults import faults_with_places, page_faults
from omi_report.render.html.checks.styles import expect_readable_styles
from omi_report.render.html.page import Renderer
from omi_report.render.look import Medium
from omi_report.resources import templates_folder
from tests.conftest import write_files
from tests.samples import WESTMARK, inspected

AREAS = Path(__file__).parents[5] / "areas"
FOREWORD = "html/parts/foreword.html"


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    return inspected(WESTMARK)


def built(inspection: Inspection, folder: Path) -> Made:
    return make(inspection, BuildOptions(pdf=False, templates=folder), None)


def refusals(inspection: Inspection, folder: Path) -> list[str]:
    """What stops a build, each without the folder."""
    with pytest.raises(TemplatesError) as error:
        built(inspection, folder)
    assert "\n" not in str(error.value)
    return [line.removeprefix(f"{folder}/") for line in error.value.lines]


def part(markup: str) -> dict[str, str]:
    return {FOREWORD: f'<section class="part" id="{{{{ part.id }}}}">\n<h2>Foreword</h2>\n{markup}\n</section>\n'}


@pytest.mark.parametrize("area", ["hampshire", "wessex", "saltmere", "tarnmouth"])
@pytest.mark.parametrize("medium", ["screen", "print"])
def test_omis_own_templates_have_none_of_these_faults(area: str, medium: Medium) -> None:
    renderer = Renderer(build_document(inspected(AREAS / area)), pdf="report.pdf")
    assert page_faults(renderer.bare_page(medium), renderer._facts(medium)) == []


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (
            '<p id="twice">a</p><p id="twice">b</p>',
            "the id «twice» is on the page already, and a link could lead to either (see FOLDER/FOREWORD:3)",
        ),
        ('<p id="a b">a</p>', '«<p id="a b">» has an id that is empty or has a space in it'),
        (
            '<p><a href="#criterion-9.9">x</a></p>',
            '«<a href="#criterion-9.9">»: the place «#criterion-9.9» is nowhere in the report: did you mean ',
        ),
        ('<p aria-labelledby="no">a</p>', "«no», which aria-labelledby names, is nowhere in the report"),
        ('<p><a href="other.html">x</a></p>', "a report does not link to «other.html»: name a page on the web, or "),
        ('<p><a href="javascript:x()">x</a></p>', "a report does not link to «javascript:x()»"),
        ('<p><img src="data:image/png;base64,AAAA"></p>', "has no alt: say there what it shows, or write"),
        ("<script>alert(1)</script>", "«<script>»: a report runs no script but html/page.js"),
        ('<iframe src="https://example.org"></iframe>', "a report shows nothing from elsewhere"),
        ('<object data="x.svg"></object>', "a report shows nothing from elsewhere"),
        ('<p onclick="x()">a</p>', "a report runs no script, so onclick does nothing"),
        ('<form action="/x"></form>', "a report sends nothing: write a link"),
        ('<meta http-equiv="refresh" content="1">', "a report does not lead away by itself"),
        ('<base href="x">', "with a base no link within the report leads to its place"),
        ("<h4>Deep</h4>", "the heading «Deep» is <h4>, but after <h2> comes <h3> at most: no level is left out"),
        ("<div><p>a</div></p>", "«</p>» ends nothing that is open: something before it has ended the paragraph"),
        ("<p><span><div>a</div></span></p>", "«<div>» stands inside of a paragraph, which ends before it: «<p>»"),
        ("<div><em>a</div>", "«<em>» is not closed before «</div>»"),
        ("</div>", "«</div>» ends nothing that is open"),
        ('<p class="a id="b">a</p>', "a quotation mark or a sign > is missing in this tag"),
        ("<div/>", "«<div/>» is not closed by its stroke: write <div></div>"),
        ('<p><a href="#main">x <a href="#main">y</a></a></p>', "a link stands inside of another"),
    ],
)
def test_what_leaves_somebody_out_or_acts_stops_a_build_at_its_line(
    inspection: Inspection, tmp_path: Path, markup: str, said: str
) -> None:
    write_files(tmp_path, part(markup))
    first = refusals(inspection, tmp_path)[0]
    place, _, words = first.partition(": ")
    assert place == f"{FOREWORD}:3"
    assert said.replace("FOLDER", str(tmp_path)).replace("FOREWORD", FOREWORD) in words


def test_an_element_that_is_never_closed_is_told_once(inspection: Inspection, tmp_path: Path) -> None:
    write_files(tmp_path, {FOREWORD: '<section id="{{ part.id }}">\n<h2>Foreword</h2>\n<div class="note">\n</section>'})
    assert refusals(inspection, tmp_path) == [f'{FOREWORD}:3: «<div class="note">» is not closed before «</section>»']


def test_all_that_stops_a_build_is_told_at_once_in_the_order_of_lines(inspection: Inspection, tmp_path: Path) -> None:
    write_files(
        tmp_path, part('<p><img src="data:image/png;base64,AA"></p>\n\n<p><a href="#no-such-place-at-all">x</a></p>')
    )
    assert [each.partition(": ")[0] for each in refusals(inspection, tmp_path)] == [f"{FOREWORD}:3", f"{FOREWORD}:5"]


def test_a_part_that_has_lost_its_address_is_told_once(inspection: Inspection, tmp_path: Path) -> None:
    write_files(tmp_path, {FOREWORD: "<section><h2>Foreword</h2></section>"})
    said = 'the part «foreword» has lost its address: give its element id="{{ part.id }}"'
    assert refusals(inspection, tmp_path) == [f"{FOREWORD}: {said}"]


def test_a_place_is_found_through_loops_macros_and_branches(inspection: Inspection, tmp_path: Path) -> None:
    template = (
        '{% macro shown(words) %}\n<p class="x">\n<img src="data:image/png;base64,AA">{{ words }}</p>\n{% endmacro %}\n'
        '{% if true -%}\n\n<section id="{{ part.id }}"><h2>A</h2>\n{%- for each in [1] %}\n{{ shown(each) }}\n'
        "{% endfor %}\n{% endif %}\n</section>\n"
    )
    write_files(tmp_path, {FOREWORD: template})
    assert refusals(inspection, tmp_path)[0].startswith(f"{FOREWORD}:3: «<img ")


def test_what_a_block_does_is_told_of_its_template(inspection: Inspection, tmp_path: Path) -> None:
    write_files(tmp_path, {"html/blocks/quotation.html": '<div>\n{{ block.blocks | blocks }}\n<hr id="main">\n</div>'})
    assert refusals(inspection, tmp_path)[0].startswith("html/blocks/quotation.html:3: «<hr id=")


def test_styles_in_a_template_and_a_logo_without_a_frame_are_warnings(inspection: Inspection, tmp_path: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
    write_files(
        tmp_path, part('<p style="color: #000">a</p>\n<style>p {color: #000}</style>') | {"images/logo.svg": logo}
    )
    made = built(inspection, tmp_path)
    frame = 'the logo has no viewBox, so it is cut off or stays small: write viewBox="0 0 WIDTH HEIGHT" into <svg>'
    counts = "this style counts in the PDF alone: write it into css/extra.css"
    assert [str(fault) for fault in made.templates] == [
        f"{tmp_path}/images/logo.svg: {frame}",
        f'{tmp_path}/{FOREWORD}:3: «<p style="color: #000">»: {counts}',
        f"{tmp_path}/{FOREWORD}:4: «<style>»: {counts}",
    ]


def test_sound_templates_are_not_made_again(
    inspection: Inspection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Renderer, "_bare_page_by", None)
    optional = "<ul><li>a<li>b</ul><table><tr><th scope=col>a<th scope=col>b<tr><td>1<td>2</table><p>c<div>d</div>"
    write_files(tmp_path, part(f'{optional}<svg><path d="M0 0"/></svg><br><img alt="" src="data:image/png;base64,AA">'))
    assert built(inspection, tmp_path).templates == ()


def test_what_omis_own_templates_do_as_well_is_no_fault_of_a_folder(tmp_path: Path) -> None:
    facts = PageFacts("screen")
    both, own = '<h1>a</h1><p id="x"><p id="x">', '<h1>a</h1><p id="x"><p id="x"><h3>b</h3>'
    marked = own.replace("<h3", f'<h3 {MARK}="html/part.html:7"')
    found = faults_with_places(page_faults(own, facts), facts, tmp_path, lambda: marked, lambda: both)
    assert [str(each).partition(" is ")[0] for each in found] == [f"{tmp_path}/html/part.html:7: the heading «b»"]


@pytest.mark.parametrize(
    ("css", "line", "said"),
    [
        (".a { color: red\n.b { color: blue }\n", 1, "the { of «.a { color: red» is never closed"),
        (".a { color: red }\n}\n.b { color: blue }", 2, "this } closes nothing: is a { missing before it?"),
        (".a { color: red }\n/* to be done\n.b { color: blue }", 2, "this comment is never closed"),
        (".a {\n color red;\n}", 2, "CSS cannot read «color red;»: is a colon, a semicolon or a value missing?"),
        ("@media screen {\n .a {\n  : red;\n }\n}", 3, "CSS cannot read «: red;»"),
        (".a { color: red }\n.b", 2, "CSS cannot read «.b»"),
    ],
)
def test_a_sheet_that_css_cannot_read_stops_a_build_at_its_line(
    inspection: Inspection, tmp_path: Path, css: str, line: int, said: str
) -> None:
    write_files(tmp_path, {"css/extra.css": css})
    (found,) = refusals(inspection, tmp_path)
    assert found.startswith(f"css/extra.css:{line}: {said}")


def test_omis_own_sheets_are_read() -> None:
    expect_readable_styles(templates_folder())
