"""The fix for the breaking of lines in WeasyPrint 70, and whether it is still needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import pytest
from weasyprint import HTML

from omi_report.render.pdf.line_filling import lines_filled
from omi_report.resources import templates_folder

FONT = (templates_folder() / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf").resolve().as_uri()

TOO_NARROW_FOR_THE_SPACE = (97, 98, 99)
"""Widths in points that hold "one two three four", but not the space after it."""


def lines(width: int, state: Callable[[], AbstractContextManager[None]] = nullcontext) -> list[str]:
    """The lines of a short paragraph with an emphasis in it, as WeasyPrint breaks them."""
    style = f'@font-face {{font-family: Test; src: url("{FONT}")}} p {{margin: 0; width: {width}pt; font: 12pt Test}}'
    page = f"<style>{style}</style><p>one two three four <b>five six</b></p>"
    with state():
        document = HTML(string=page, base_url=FONT).render()
    paragraph = next(box for box in document.pages[0]._page_box.descendants() if box.element_tag == "p")
    return ["".join(box.text for box in line.descendants() if hasattr(box, "text")) for line in paragraph.children]


@pytest.mark.parametrize("width", TOO_NARROW_FOR_THE_SPACE)
def test_a_line_is_filled(width: int) -> None:
    assert lines(width, lines_filled) == ["one two three four", "five six"]


@pytest.mark.parametrize("width", [90, 96, 100, 119, 137])
def test_other_lines_are_as_they_were(width: int) -> None:
    assert lines(width, lines_filled) == lines(width)


@pytest.mark.parametrize("width", TOO_NARROW_FOR_THE_SPACE)
def test_weasyprint_still_needs_the_fix(width: int) -> None:
    # Where this fails, WeasyPrint has fixed it: take omi_report/render/pdf/line_filling.py and this file away.
    assert lines(width) == ["one", "two three four five", "six"]


def test_the_fix_is_taken_out_again() -> None:
    with pytest.raises(RuntimeError, match="stopped"), lines_filled():
        raise RuntimeError("stopped")
    assert lines(TOO_NARROW_FOR_THE_SPACE[0])[0] == "one"
