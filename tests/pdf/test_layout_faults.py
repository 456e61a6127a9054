"""What goes wrong on a page is found, and nothing where nothing does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from omi_report import build as building
from omi_report.cli.main import main
from omi_report.making import Made, begin_making
from omi_report.render.pdf.checks.fault import LayoutFault, quoted
from omi_report.render.pdf.layout import render_pdf
from omi_report.resources import templates_folder
from tests.pdf.pages import WORDS, page
from tests.samples import WESTMARK

PLAIN = "body { margin: 0 }"
LINE = "<p>one line</p>"
FULL = 8 * LINE
"""The lines of a page."""
DRAWN = '<svg aria-hidden="true" width="80" height="{height}" style="display: block"><rect width="9" height="9"/></svg>'
NEW_PAGE = '<p style="break-before: page">'


def faults(body: str, style: str = "") -> list[tuple[int, str]]:
    """What is wrong on the pages of a body."""
    made = render_pdf(page(body, PLAIN + style), (templates_folder(),))
    return [(fault.page, fault.kind) for fault in made.faults]


def said(body: str, style: str = "") -> list[str]:
    return [str(fault) for fault in render_pdf(page(body, PLAIN + style), (templates_folder(),)).faults]


@pytest.mark.parametrize(
    "body",
    [
        f"<h2>Heading</h2><p>{WORDS * 40}</p>",
        f"<p>{WORDS * 3}</p><ul><li>one</li><li>two</li></ul>",
        "<p>x<sup>2</sup> and H<sub>2</sub>O and <b>bold</b> and <i>slanted</i></p>" + 4 * LINE,
        "<p>well-known, either/or, 2007–2008 and mid-term words of some length and a half-open end</p>" + 3 * LINE,
        "<table><tr><th>Name<td>Value<tr><td>one<td>two</table>" + 2 * LINE,
        f"{FULL}<h2 style='break-before: page'>Heading</h2>{LINE}{LINE}{LINE}",
    ],
)
def test_nothing_is_wrong(body: str) -> None:
    assert faults(body) == []


def test_texts_over_each_other() -> None:
    found = said(f"<p>One</p><p style='margin-top: -4mm'>Two</p>{FULL[: -len(LINE) * 3]}")
    assert found == ["page 1: «One» and «Two» are printed over each other"]


def test_lines_that_are_close_are_not_over_each_other() -> None:
    assert faults(f"<p style='line-height: 1'>{WORDS * 3}</p>{LINE}{LINE}") == []


def test_a_text_over_a_picture() -> None:
    found = said(f"{DRAWN.format(height=40)}<p style='margin-top: -9mm; margin-bottom: 5mm'>Over it</p>{LINE * 3}")
    assert found == ["page 1: «Over it» and a picture are printed over each other"]


def test_a_text_that_reaches_out_of_its_box() -> None:
    found = said(f"<p style='width: 20mm; white-space: nowrap'>wider than two centimetres</p>{LINE * 4}")
    assert found[0].startswith("page 1: «wider than two centimetres» reaches ")
    assert found[0].endswith(" mm out of its box")


def test_a_text_that_reaches_out_of_the_page() -> None:
    assert (1, "outside") in faults(f"<p style='margin-left: -30mm'>left</p>{LINE * 4}")
    assert (1, "outside") in faults(f"<p style='white-space: nowrap'>{WORDS * 9}</p>{LINE * 4}")


def test_a_text_that_reaches_into_the_foot() -> None:
    found = said(f"{LINE * 6}<p style='position: relative; top: 8mm'>low</p>")
    assert found == ["page 1: «low» reaches into the foot of the page"]


def test_a_column_that_is_too_narrow() -> None:
    table = "<table style='table-layout: fixed; width: 30mm'><tr><td>Nottinghamshire<td></table>"
    found = said(table + LINE * 4)
    assert [each for each in found if "too narrow for «Nottinghamshire»" in each]


def test_a_word_that_is_broken_inside() -> None:
    style = "p { width: 22mm; overflow-wrap: anywhere }"
    found = said(f"<p>Nottinghamshire-wide words</p>{LINE * 3}", style)
    assert [each for each in found if each.endswith("is broken inside")]
    assert faults(f"<p>https://example.org/a-long-address</p>{LINE * 3}", style) == []


def test_an_abbreviation_that_is_broken_at_its_bar() -> None:
    found = said(f"<p style='width: 16mm'>one CDR/P</p><p style='width: 16mm'>one two/three</p>{LINE * 2}")
    assert found == ["page 1: «CDR/P» is broken inside"]


def test_a_heading_alone_at_the_foot() -> None:
    style = "h2 { font-size: 10pt; margin: 0; break-after: auto }"
    found = said(f"{LINE * 7}<h2>Below</h2>{LINE * 6}", style)
    assert found == ["page 1: «Below» stands alone at the foot of the page"]
    assert faults(f"{LINE * 6}<h2>Above</h2>{LINE * 6}", style) == []


def test_what_belongs_to_the_text_before_it() -> None:
    # A block that may not be parted is higher than the page, so nothing can stay with what follows it
    whole = f"<div style='break-inside: avoid'>{FULL}</div>"
    found = said(f"{whole}<p style='break-before: avoid'>Conclusion</p>{LINE * 5}")
    assert found == ["page 2: «Conclusion» begins the page, apart from what it belongs to"]


def test_a_box_alone_on_the_last_page_of_a_part() -> None:
    box = "<div style='break-inside: avoid'><p>Advice</p></div>"
    assert said(f"{FULL}{box}") == ["page 2: «Advice» stands alone on the page"]
    assert faults(f"{FULL}{LINE}{box}") == []
    assert faults(f"{FULL}<div style='break-inside: avoid'><table><tr><td>A table</table></div>") == []


def rows(count: int, style: str = "") -> str:
    body = "".join(f"<tr style='{style}'><td>row {number}" for number in range(1, count + 1))
    return f"<table><thead><tr><th>Head<tbody>{body}</table>"


def test_a_row_apart_from_the_others() -> None:
    first = "page 1: the row «row 1» stands apart from the rest of its table"
    last = "page 2: the row «row 4» stands apart from the rest of its table"
    assert said(f"{LINE * 5}{rows(4)}") == [first]
    assert said(f"{LINE * 3}{rows(4)}") == [last]
    assert faults(f"{LINE * 4}{rows(4)}") == []
    groups = "<tbody><tr><td>one<tbody><tr><td>two<tr><td>three"
    assert faults(f"{LINE * 5}<table>{groups}</table>{LINE * 4}") == []


def test_a_page_that_is_nearly_empty() -> None:
    found = said(f"{LINE}{DRAWN.format(height=140)}")
    assert found == ["page 1: the page is 11 % full, and no new part follows it"]
    assert faults(f"{FULL}{LINE}{NEW_PAGE}x{LINE * 5}") == []


def test_a_blank_page() -> None:
    style = "div { break-after: page; height: 1mm }"
    assert faults(f"{LINE * 5}<div></div><div></div>{LINE * 5}", style) == [(2, "blank")]


def test_a_page_with_nothing_but_a_heading() -> None:
    found = said(f"<h2>Stories</h2>{NEW_PAGE}{LINE * 5}")
    assert found == ["page 1: the page has nothing but the heading «Stories»"]


def test_a_short_part_that_has_a_page_for_itself() -> None:
    found = said(f"{FULL}{NEW_PAGE}Short</p>{NEW_PAGE}Long</p>{LINE * 5}")
    assert found == ["page 2: the page is 11 % full: the part that begins with «Short» could stand with another"]
    assert faults(f"{FULL}{NEW_PAGE}Short</p>") == []  # the page before it is full, and none comes after it


def test_a_cover_may_hold_little() -> None:
    style = "@page first { margin: 0 } .cover { page: first }"
    assert faults(f"<p class='cover'>Cover</p>{LINE * 5}", style) == []


def test_a_long_text_is_shown_in_short() -> None:
    assert quoted("one\n two") == "«one two»"
    assert quoted("a" * 61) == f"«{'a' * 60} …»"


def test_a_build_warns_and_writes_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = begin_making
    wrong = tuple(LayoutFault(number, "blank", "the page is blank") for number in range(1, 23))

    def begin(*given: Any) -> Callable[[], Made]:
        waiting = real(*given)
        return lambda: replace(waiting(), layout=wrong)

    monkeypatch.setattr(building, "begin_making", begin)
    done = CliRunner().invoke(main, ["build", "--pdf", "--quiet", "-o", str(tmp_path), str(WESTMARK)])
    file = tmp_path / "westmark" / "report.pdf"
    assert done.exit_code == 0
    assert file.is_file()
    lines = done.stderr.splitlines()
    assert lines[0] == f"warning: {file}: page 1: the page is blank"
    assert lines[20:] == [f"warning: {file}: 2 more of such faults"]
