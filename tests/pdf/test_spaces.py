"""A line ends with the space at which it was broken, and with none where it was broken in a word."""

from __future__ import annotations

import pytest

from tests.pdf.pages import WORDS, tags

NARROW = "p, li, td { width: 30mm }"


def said(body: str, style: str = NARROW) -> str:
    """The text of a page as readers of tags and of text put it together."""
    # the heading has a space, so that the font in the file has one
    return " | ".join(tag.text for tag in tags(f"<h1>A title</h1>{body}", style).all("P", "LBody", "TD"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<p>{WORDS}", WORDS.strip()),
        (f"<p>{WORDS} <b>{WORDS}</b> end", f"{WORDS}{WORDS}end"),
        ("<p><a href='https://example.org'>one two three four</a> <i>five six</i>", "one two three four five six"),
        ("<p>One<br>two", "One two"),
        ("<p><span>One</span> <b>2</b> <span>three</span>", "One 2 three"),
        ("<p>One<b>two</b>", "Onetwo"),
        (f"<ul><li>{WORDS}<li>{WORDS}</ul>", f"{WORDS.strip()} | {WORDS.strip()}"),
        ("<table><tr><td>one two three four five six<td>seven</table>", "one two three four five six | seven"),
    ],
)
def test_words_of_two_lines_are_two(body: str, text: str) -> None:
    assert said(body) == text


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("https://example.org/a-very-long-address-without-any-end", "p { width: 30mm; overflow-wrap: anywhere }"),
        ("one-two-three-four-five-six-seven-eight", "p { width: 20mm }"),
    ],
)
def test_a_word_on_two_lines_is_one(text: str, style: str) -> None:
    assert said(f"<p>{text}", style) == text


def test_a_paragraph_on_two_pages_is_read_in_one() -> None:
    assert said(f"<p>{WORDS * 12}", "@page { size: 60mm 40mm }") == (WORDS * 12).strip()
