"""The figures beside findings: drawn where the styles have a box for them, and never read, searched or copied."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf

from omi_report.render.pdf.finished import Pdf
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import page
from tests.pdf.structure import Marked, Structure

STYLE = (
    "@page { size: A4; margin: 25mm } body { margin: 0 } div::before { font-size: 16pt; color: #f00 }"
    'div::before { content: ""; display: block; height: 4mm; margin: 0 0 -4mm calc(100% + 5mm) }'
)
BODY = '<h1>One</h1><div data-figure="97%"><p>In 97% of cases.</p></div><div><p>In none.</p></div>'


def made(body: str = BODY) -> Pdf:
    return render_pdf(page(body, STYLE), (templates_folder(),))


def painted(pdf: Pdf) -> list[bytes]:
    """What each page paints."""
    with pikepdf.open(io.BytesIO(pdf.data)) as opened:
        for each in opened.pages:
            each.contents_coalesce()
        return [each.obj.Contents.read_bytes() for each in opened.pages]


def words(pdf: Pdf, tmp_path: Path) -> str:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.data)
    return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout


def test_it_is_drawn_in_its_box_in_the_margin() -> None:
    (content,) = painted(made())
    drawn = content[content.index(b"/Artifact <</Type /Layout>>") :]
    assert re.findall(rb"/OmiFigure(\d+) Do", drawn) == [b"57", b"55", b"37"]  # 9, 7, %
    assert b"1 0 0 rg" in drawn
    places = [tuple(map(float, each)) for each in re.findall(rb"q 16 0 0 16 ([\d.]+) ([\d.]+) cm", drawn)]
    edge = (210 - 25 + 5) * 72 / 25.4
    assert abs(places[0][0] - edge) < 0.1
    assert [left for left, _ in places] == sorted(left for left, _ in places)
    assert len({bottom for _, bottom in places}) == 1


def test_it_is_not_text(tmp_path: Path) -> None:
    plain = made(BODY.replace(' data-figure="97%"', ""))
    assert words(made(), tmp_path) == words(plain, tmp_path)
    read = [
        [
            (tag.kind, [kid.text for kid in tag.kids if isinstance(kid, Marked)])
            for tag in Structure(each.data).root.walk()
        ]
        for each in (made(), plain)
    ]
    assert read[0] == read[1]


def test_a_finding_on_two_pages_has_it_on_the_first() -> None:
    long = BODY.replace("In 97% of cases.", "In 97% of cases." + "<br>line" * 60)
    first, second = painted(made(long))
    assert b"/OmiFigure" in first
    assert b"/OmiFigure" not in second


def test_one_that_the_font_cannot_draw_is_left_to_the_text() -> None:
    (content,) = painted(made(BODY.replace('data-figure="97%"', 'data-figure="稿"')))
    assert b"/OmiFigure" not in content
