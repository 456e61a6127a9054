"""The colours of a house: they change the report by day, and a text that could not be read stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.render.html.own_colours import (
    LEAST,
    PAIRS,
    READINGS,
    WayOfReading,
    colour_of,
    contrast_between,
    expect_legible_colours,
    variables,
)
from omi_report.resources import templates_folder

RECIPE = ":root { --teal: #5b1a4f; --cover: #4a1540; }"
OURS = templates_folder()


def house_of(folder: Path, style: str) -> Path:
    (folder / "css").mkdir()
    (folder / "css" / "extra.css").write_text(style, encoding="utf-8")
    return folder


def complaint(folder: Path, style: str) -> str:
    house = house_of(folder, style)
    with pytest.raises(OutputError) as caught:
        expect_legible_colours([house, OURS])
    return str(caught.value).removeprefix(f"{house}/css/")


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.words)
def test_every_colour_of_text_of_omi_s_own_theme_can_be_read_on_its_grounds(reading: WayOfReading) -> None:
    settings = variables(reading, [OURS])
    for text, ground in PAIRS[reading.medium, reading.theme]:
        above, below = colour_of(text, settings), colour_of(ground, settings)
        assert above is not None, text
        assert below is not None, ground
        assert contrast_between(above, below) >= LEAST, (text, ground)


def test_a_house_s_colours_count_by_day_and_in_the_pdf_and_nowhere_else(tmp_path: Path) -> None:
    folders = [house_of(tmp_path, RECIPE), OURS]
    expect_legible_colours(folders)
    teal = {each.words: variables(each, folders)["--teal"].value for each in READINGS}
    assert teal == {
        "on a light screen": "#5b1a4f",
        "on a dark screen": "#8accd6",
        "printed from the browser": "#5b1a4f",
        "in the PDF": "#5b1a4f",
        "on a light screen, in high contrast": "#000",
        "on a dark screen, in high contrast": "#ff0",
        "printed from the browser, in high contrast": "#000",
        "in the PDF, in high contrast": "#000000",
    }


def test_a_house_may_set_the_colours_of_the_dark_screen_itself(tmp_path: Path) -> None:
    dark = "@media screen and (prefers-color-scheme: dark) { :root:root { --teal: #d9a6cf } }"
    folders = [house_of(tmp_path, f"{RECIPE}\n{dark}"), OURS]
    expect_legible_colours(folders)
    teal = [variables(each, folders)["--teal"].value for each in READINGS]
    assert teal.count("#d9a6cf") == 1


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            "/* our colours */\n:root {\n  --teal: #8b6a9f;\n}",
            "extra.css:3: on a light screen, text in --teal (#8b6a9f) on --paper (#fdfcf9) has a contrast of 4.39 : 1,",
        ),
        (
            "@media (prefers-color-scheme: dark) { :root:root { --teal: #5b1a4f } }",
            "extra.css:1: on a dark screen, text in --teal (#5b1a4f) on --paper (#10191c) has a contrast of 1.44 : 1,",
        ),
        (
            ".high-contrast:root:root:root { --ours: gray; --quiet: var(--ours) }",
            "extra.css:1: on a light screen, in high contrast, text in --quiet (#808080) on --paper (#ffffff)",
        ),
        ("html:not(.high-contrast) { --cover: #ddd }", "extra.css:1: on a light screen, text in --cover-ink (#ffffff)"),
        (".print { --cover: rgb(200 200 200) }", "extra.css:1: in the PDF, text in #ffffff on --cover (#c8c8c8)"),
        (":root { --teel: #5b1a4f }", "extra.css:1: nothing reads the variable --teel: did you mean --teal?"),
        ("/* --x: 1 */\n:root { --jq: 1px }", "extra.css:2: nothing reads the variable --jq: the theme has --ink"),
    ],
)
def test_what_cannot_be_read_is_told_of_with_its_line(tmp_path: Path, style: str, said: str) -> None:
    assert complaint(tmp_path, style).startswith(said)


@pytest.mark.parametrize(
    "style",
    [
        ".part-heading { letter-spacing: 0 }",
        ":root { --ours: 1px } .part { padding: var(--ours) }",
        ".story { --teal: #ddd }",  # nobody knows what stands there
        ":root { --teal: color-mix(in srgb, red, white); --rule: #eeeeee }",
        "@media (hover: hover) { :root { --teal: #ddd } }",
    ],
)
def test_nothing_is_said_where_nothing_is_wrong_or_nobody_can_tell(tmp_path: Path, style: str) -> None:
    expect_legible_colours([house_of(tmp_path, style), OURS])
