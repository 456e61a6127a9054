"""Places of an editor, places of problems and offsets are of the same characters."""

from __future__ import annotations

import typing

from hypothesis import given, strategies as st

from omi_report.lsp.lines import DocumentLines, EditorPlace, Units
from omi_report.problems import Location
from omi_report.source.positions import place_of

UNITS = typing.get_args(Units)
ENDS = ("\n", "\r\n", "\r", "\u2028", "\x85")
TEXTS = st.lists(st.sampled_from(("a", "é", "—", "😀", "\ud83d", " ", *ENDS))).map("".join)


def begins_character(text: str, offset: int) -> bool:
    """Whether an offset is a place: the middle of a line end of two characters is none."""
    return text[offset - 1 : offset + 1] != "\r\n"


@given(TEXTS, st.sampled_from(UNITS))
def test_a_place_of_an_editor_leads_back_to_its_character(text: str, units: Units) -> None:
    lines = DocumentLines(text)
    for offset in range(len(text) + 1):
        if begins_character(text, offset):
            assert lines.offset(lines.place(offset, units), units) == offset


@given(TEXTS)
def test_the_place_of_a_problem_is_its_character(text: str) -> None:
    lines = DocumentLines(text)
    for offset in range(len(text) + 1):
        if begins_character(text, offset):
            assert lines.offset_of(Location("", *place_of(text, offset))) == offset


@given(TEXTS, st.integers(0, 30), st.integers(0, 30), st.sampled_from(UNITS))
def test_a_place_that_there_is_not_is_the_nearest(text: str, line: int, character: int, units: Units) -> None:
    lines = DocumentLines(text)
    offset = lines.offset(EditorPlace(line, character), units)
    assert 0 <= offset <= len(text)
    assert lines.place(offset, units) <= (line, character)


def test_columns_are_counted_in_units() -> None:
    lines = DocumentLines("x\né😀z")
    assert [lines.place(4, units).character for units in ("utf-8", "utf-16", "utf-32")] == [6, 3, 2]
    assert lines.offset(EditorPlace(1, 2), "utf-16") == 3, "between the two halves of a pair stands no character"


def test_what_is_marked_stays_in_its_line() -> None:
    lines = DocumentLines("ab\u2028cd\n")
    assert lines.end_of_marked(Location("", 1, 2), 1) == 2
    assert lines.end_of_marked(Location("", 1, 2), 40) == 2
    assert lines.end_of_marked(Location("", 2, 1), 40) == 5
    assert lines.end_of_marked(Location("", 3, 1), 40) == 6
    assert lines.end_of_marked(Location("", 9, 9), 40) == 6
