"""The icon of a page."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from omi_report.render.charts.bars import BLACK_ON_WHITE, STANDARD, Palette
from omi_report.render.html.tab_icon import tab_icon


@pytest.mark.parametrize(
    ("name", "letter", "palette", "ground"),
    [
        ("hampshire", "H", STANDARD, "#0b4f5c"),
        ("Ŵyn", "Ŵ", BLACK_ON_WHITE, "#000000"),
        ("<x", "<", STANDARD, "#0b4f5c"),
    ],
)
def test_it_has_the_first_letter_in_the_colours_of_the_theme(
    name: str, letter: str, palette: Palette, ground: str
) -> None:
    head, _, drawing = tab_icon(name, palette).partition(",")
    assert head == "data:image/svg+xml"
    assert not set(drawing) & set(" \"'<>#")
    rect, text = ElementTree.fromstring(unquote(drawing))
    assert rect.get("fill") == ground
    assert text.text == letter
