"""What is printed can neither change a screen, nor end a line, nor be a command to the log of a service."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.visible import strange_character, visible, visible_line, visible_lines, without_command


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wrth ymyl y môr, 名前", "Wrth ymyl y môr, 名前"),
        ("P\xa01.1", "P 1.1"),
        ("\x1b[2J\r\n\t\0\x7f", r"\x1b[2J\r\n\t\x00\x7f"),
        ("\x9b31m", r"\x9b31m"),
        ("report\u202efdp.exe", r"report\u202efdp.exe"),
        ("\u2028\u2066\u200b\ue000\U000e0041", r"\u2028\u2066\u200b\ue000\U000e0041"),
        ("not \udcff UTF-8", r"not \udcff UTF-8"),
        ("##[error]x ##vso[task.x] ##teamcity[y]", r"\x23#[error]x \x23#vso[task.x] \x23#teamcity[y]"),
        ("## heading", "## heading"),
    ],
)
def test_what_is_not_to_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_begins_with_no_command() -> None:
    assert visible_line("::error::x") == r"\x3a:error::x"
    assert visible_line("  ::error::x") == r"  \x3a:error::x"
    assert visible_line("a\n::error::x") == r"a\n::error::x"
    assert without_command("a::b\n ::error::x\n") == "a::b\n \\x3a:error::x\n"


def test_colours_stay_where_they_are_wanted() -> None:
    text = "\x1b[1mname\x1b[0m \x1b[2J \x1b]8;;x\x07\n"
    assert visible_lines(text, colour=True) == "\x1b[1mname\x1b[0m " + r"\x1b[2J \x1b]8;;x\x07" + "\n"
    assert visible_lines(text) == r"\x1b[1mname\x1b[0m \x1b[2J \x1b]8;;x\x07" + "\n"


@given(st.text())
def test_whatever_a_text_holds(text: str) -> None:
    line = visible_line(text)
    assert line.isprintable()
    assert not line.lstrip().startswith("::")
    assert visible(visible(text)) == visible(text)
    assert all(each.isprintable() for each in visible_lines(text).split("\n"))


@pytest.mark.parametrize(
    ("text", "meant", "said"),
    [
        ("y\u0435s", "yes", "character 2 is U+0435 (cyrillic small letter ie)"),
        ("yes\u200b", "yes", "character 4 is U+200B (zero width space)"),
        ("yess", "yes", ""),
        ("\u00c9TE", "\u00e9t\u00e9", ""),
    ],
)
def test_a_character_that_only_looks_like_another_is_named(text: str, meant: str, said: str) -> None:
    assert strange_character(text, meant) == said
