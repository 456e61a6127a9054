"""A user's own templates in the PDF read nothing of the machine, and what is refused is named with its place."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from omi_report.api import load
from omi_report.build_options import BuildOptions
from omi_report.errors import OmiError
from omi_report.inspection import Inspection
from omi_report.making import make
from omi_report.resources import templates_folder
from tests.conftest import write_files
from tests.samples import WESTMARK

ELSEWHERE = "http://127.0.0.1:9/x"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
INSIDE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='file:///etc/passwd'/%3E%3C/svg%3E"
)

REFUSED = {
    "/etc/passwd": [
        '<p style="background: url(file:///etc/passwd)">a</p>',
        '<img src="file:///etc/passwd" alt="x">',
        '<style>@import "file:///etc/passwd";</style>',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<p><a rel="attachment" href="file:///etc/passwd">x</a></p>',
        '<object data="file:///etc/passwd" type="image/png"></object>',
        "<style>p::before {content: url(file:///etc/passwd)}</style><p>x</p>",
        "<style>@font-face {font-family: X; src: url(file:///etc/passwd)} p {font-family: X}</style><p>x</p>",
        SVG.format('<image href="file:///etc/passwd" width="9" height="9"/>'),
        f'<img alt="" src="{INSIDE}">',
    ],
    ELSEWHERE: [
        f'<p style="border-image: url({ELSEWHERE}) 3">a</p>',
        f'<img srcset="{ELSEWHERE} 2x" src="" alt="">',
        f"<style>@import url({ELSEWHERE});</style>",
        f'<link rel="stylesheet" href="{ELSEWHERE}">',
        f'<p><a rel="attachment" href="{ELSEWHERE}">x</a></p>',
        f'<embed src="{ELSEWHERE}" type="image/png">',
        f'<ul style="list-style-image: url({ELSEWHERE})"><li>a</ul>',
        f"<style>@page {{background: url({ELSEWHERE})}}</style>",
    ],
    "other.html": ['<p><a href="other.html">x</a></p>', f'<base href="{ELSEWHERE}"><p><a href="other.html">x</a></p>'],
    "file:///srv/x": ['<p><a href="file:///srv/x">x</a></p>'],
    "//host/x": ['<p><a href="//host/x">x</a></p>'],
    "javascript:x()": [
        '<p><a href="javascript:x()">x</a></p>',
        "<map><area href='javascript:x()'></map>",
    ],
}


@pytest.fixture(scope="module")
def inspection() -> Inspection:
    return load(WESTMARK)


def refusal(inspection: Inspection, folder: Path) -> str | None:
    try:
        make(inspection, BuildOptions(html=False, templates=folder), None)
    except OmiError as error:
        return str(error)
    return None


@pytest.mark.parametrize(
    ("address", "markup"), [(address, each) for address, markups in REFUSED.items() for each in markups]
)
def test_what_a_template_may_not_read_or_link_to_is_named_with_its_place(
    inspection: Inspection, tmp_path: Path, address: str, markup: str
) -> None:
    write_files(tmp_path, {"html/parts/foreword.html": f'<section id="foreword">\n{markup}\n</section>'})
    said = refusal(inspection, tmp_path)
    assert said is not None
    assert said.startswith(f"{tmp_path}/html/parts/foreword.html:2: ")
    assert address in said.partition(": ")[2]
    assert "\n" not in said


def test_a_sheet_that_reads_what_it_may_not_is_named_with_its_line(inspection: Inspection, tmp_path: Path) -> None:
    write_files(tmp_path, {"css/extra.css": f"p {{}}\np::after {{content: url({ELSEWHERE})}}"})
    said = refusal(inspection, tmp_path)
    assert said is not None
    assert re.match(r".*extra\.css:2: ", said)


@pytest.mark.parametrize("markup", [f"{'<div>' * 3000}x{'</div>' * 3000}", "\x01"])
def test_what_cannot_be_laid_out_is_told_of_the_folder(inspection: Inspection, tmp_path: Path, markup: str) -> None:
    write_files(tmp_path, {"html/parts/foreword.html": f'<section id="foreword">{markup}</section>'})
    said = refusal(inspection, tmp_path)
    assert said is not None
    assert said.startswith(f"{tmp_path}: ")
    assert "\n" not in said


SCRAPS = (
    "",
    "<p>",
    "</section>",
    "<table><td>",
    "}",
    "{",
    "/*",
    "url(",
    "@page{",
    "display:grid;",
    "float:left;",
    "&#0;",
)


@pytest.mark.parametrize("seed", range(8))
def test_mutants_of_templates_are_used_or_refused(inspection: Inspection, tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    files = sorted(path for path in templates_folder().rglob("*") if path.suffix in (".html", ".css"))
    chosen = random.choice(files)
    text = chosen.read_text(encoding="utf-8")
    for _ in range(2):
        at = random.randrange(len(text))
        text = text[:at] + random.choice(SCRAPS) + text[at + random.randrange(20) :]
    write_files(tmp_path, {chosen.relative_to(templates_folder()).as_posix(): text})
    said = refusal(inspection, tmp_path)
    assert said is None or (str(tmp_path) in said or chosen.name in said)
    assert said is None or "\n" not in said
