"""The small forms of the fonts are those of the fonts that stand beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from omi_report.fonts.files import CORE, FONT_FILES, PLAIN, SCREEN_WEIGHTS
from omi_report.render.html.assets import Assets
from omi_report.render.html.screen import Said
from omi_report.render.html.stylesheet import stylesheet
from omi_report.render.look import Look
from omi_report.resources import templates_folder
from tests.web_fonts import web_fonts

ON_SCREEN = [name for name, weight, _ in FONT_FILES if weight in SCREEN_WEIGHTS]
FONTS = sorted((templates_folder() / "fonts").rglob("*.ttf"))


def test_they_are_as_they_would_be_made_now() -> None:
    made = dict(web_fonts())
    assert {file: file.read_bytes() for file in made} == made
    assert len(made) == len(FONTS) + 2 * len(ON_SCREEN) > 8


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_they_hold_the_same_characters_and_widths(file: Path) -> None:
    with TTFont(file) as font, TTFont(file.with_suffix(".woff2")) as small:
        assert small.getBestCmap() == font.getBestCmap()
        assert small["hmtx"].metrics == font["hmtx"].metrics
        assert small.getGlyphOrder() == font.getGlyphOrder()


@pytest.mark.parametrize("name", ON_SCREEN)
def test_the_small_ones_have_what_most_reports_need(name: str) -> None:
    file = templates_folder() / "fonts" / name
    with TTFont(file) as font, TTFont(file.with_suffix(".core.woff2")) as core:
        assert set(core.getBestCmap()) == set(CORE)
        widths, whole = core["hmtx"].metrics, font["hmtx"].metrics
        names, wholes = core.getBestCmap(), font.getBestCmap()
        assert {code: widths[names[code]] for code in CORE} == {code: whole[wholes[code]] for code in CORE}
        assert "Open Font License" in str(core["name"].getName(13, 3, 1))
        assert {each.FeatureTag for each in core["GSUB"].table.FeatureList.FeatureRecord} == {"tnum"}
        assert {each.FeatureTag for each in core["GPOS"].table.FeatureList.FeatureRecord} == {"kern"}


@pytest.mark.parametrize("name", ON_SCREEN)
def test_the_plain_ones_have_what_the_plainest_reports_need(name: str) -> None:
    file = templates_folder() / "fonts" / name
    with TTFont(file.with_suffix(".plain.woff2")) as plain:
        assert set(plain.getBestCmap()) == PLAIN < set(CORE)
        assert "Open Font License" in str(plain["name"].getName(13, 3, 1))
        features = plain["GPOS"].table.FeatureList
        assert bool(features and features.FeatureRecord) is ("Italic" not in name)


@pytest.mark.parametrize(
    ("said", "smallest", "largest"),
    [
        ("97% – it’s ‘so’", 6_000, 9_000),
        ("97% &amp; it’s &#39;so&#39;", 6_000, 9_000),
        ('<i title="{Ω}" data-stage="All well">So</i>', 6_000, 9_000),
        ('<i data-stage="All [well]">So</i>', 9_500, 13_000),
        ("Gwŷr", 9_500, 13_000),
        ("Zoë", 20_000, 28_000),
        ("Ω", 20_000, 28_000),
    ],
)
def test_a_page_holds_the_smallest_fonts_that_have_all_that_it_says(said: str, smallest: int, largest: int) -> None:
    folders = (templates_folder(),)
    page = Said(f"<body>{said}</body>")
    screen = stylesheet(Look(), "screen", folders, Assets(folders, embedded=True), said=page)
    sizes = [len(each) for each in re.findall(r'url\("data:font/woff2[^"]*"', screen)]
    assert len(sizes) == 3
    assert smallest < min(sizes) < max(sizes) < largest


def test_a_page_holds_the_small_form_and_the_pdf_is_made_from_the_other() -> None:
    folders = (templates_folder(),)
    screen = stylesheet(Look(), "screen", folders, Assets(folders, embedded=True))
    paper = stylesheet(Look(), "print", folders, Assets(folders, embedded=False))
    assert (screen.count('format("woff2")'), screen.count('format("truetype")')) == (3, 0)
    assert (paper.count('format("woff2")'), paper.count('format("truetype")')) == (0, 4)


def test_a_font_of_a_template_folder_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
    own.parent.mkdir()
    own.write_bytes(b"the font of the house")
    folders = (tmp_path, templates_folder())
    screen = stylesheet(Look(), "screen", folders, Assets(folders, embedded=True))
    assert (screen.count('format("woff2")'), screen.count('format("truetype")')) == (2, 1)
