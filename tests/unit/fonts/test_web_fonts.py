"""The small forms of the fonts are those of the fonts that stand beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from omi_report.render.html.assets import Assets
from omi_report.render.html.stylesheet import stylesheet
from omi_report.render.look import Look
from omi_report.resources import templates_folder
from tests.web_fonts import web_fonts

FONTS = sorted((templates_folder() / "fonts").rglob("*.ttf"))


def test_they_are_as_they_would_be_made_now() -> None:
    made = dict(web_fonts())
    assert {file: file.read_bytes() for file in made} == made
    assert len(made) == len(FONTS) > 5


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_they_hold_the_same_characters_and_widths(file: Path) -> None:
    with TTFont(file) as font, TTFont(file.with_suffix(".woff2")) as small:
        assert small.getBestCmap() == font.getBestCmap()
        assert small["hmtx"].metrics == font["hmtx"].metrics
        assert small.getGlyphOrder() == font.getGlyphOrder()


def test_a_page_holds_the_small_form_and_the_pdf_is_made_from_the_other() -> None:
    folders = (templates_folder(),)
    screen = stylesheet(Look(), "screen", folders, Assets(folders, embedded=True))
    paper = stylesheet(Look(), "print", folders, Assets(folders, embedded=False))
    assert (screen.count('format("woff2")'), screen.count('format("truetype")')) == (4, 0)
    assert (paper.count('format("woff2")'), paper.count('format("truetype")')) == (0, 4)


def test_a_font_of_a_template_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
    own.parent.mkdir()
    own.write_bytes(b"the font of the house")
    folders = (tmp_path, templates_folder())
    screen = stylesheet(Look(), "screen", folders, Assets(folders, embedded=True))
    assert (screen.count('format("woff2")'), screen.count('format("truetype")')) == (3, 1)
