"""Bar codes are drawn in print, and left out on the screen."""

from __future__ import annotations

from markupsafe import Markup

from omi_report.render.html.bar_codes import bar_codes_drawn, bar_codes_left_out

PART = Markup(
    '<p>ISBN</p>\n<omi-bar-code data-figures="9781840991215" aria-label="Bar &amp; code"></omi-bar-code>\n</footer>'
)


def test_a_screen_has_none() -> None:
    assert bar_codes_left_out(PART) == "<p>ISBN</p>\n</footer>"


def test_print_has_a_picture_with_words_in_its_place() -> None:
    drawn = bar_codes_drawn(PART)
    assert drawn.startswith('<p>ISBN</p>\n<div class="bar-code"><svg role="img" aria-label="Bar &amp; code" xmlns=')
    assert drawn.endswith("</svg></div>\n</footer>")


def test_a_part_without_one_stays_as_it_is() -> None:
    part = Markup("<p>A part.</p>")
    assert bar_codes_drawn(part) is part
    assert bar_codes_left_out(part) is part
