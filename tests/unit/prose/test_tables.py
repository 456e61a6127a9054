"""Tables in texts."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.prose.nodes import (
    Bullets,
    Emphasis,
    Paragraph,
    Quotation,
    Role,
    Substitution,
    TextCell,
    TextTable,
    Words,
    nodes,
)
from omi_report.prose.parse import parse
from omi_report.prose.tables import has_tables
from omi_report.prose.view import MASK, view_of

TABLE = "| Plan | On *time* |\n| :-- | --: |\n| first | {{ on-time | rest }} |\n| next \\| last | {criterion}`2.2` |"
"""A table with two rows."""

PIECES = (
    "|",
    "| a |",
    "a",
    " ",
    "\n",
    "|---|\n",
    "---|--:\n",
    "\\|",
    "{{ a | b }}",
    "> ",
    "- ",
    "*b*",
    "`c|d`",
    "\n\n",
)


def cell(*children: Words | Emphasis | Substitution | Role) -> TextCell:
    return TextCell(children)


def only_table(text: str) -> TextTable:
    (table,) = (node for node in nodes(parse(text).blocks) if isinstance(node, TextTable))
    return table


def test_a_table_has_headings_rows_and_sides() -> None:
    expected = TextTable(
        (cell(Words("Plan")), cell(Words("On "), Emphasis((Words("time"),)))),
        (
            (cell(Words("first")), cell(Substitution("on-time", ("rest",)))),
            (cell(Words("next | last")), cell(Role("criterion", "2.2", False))),
        ),
        ("left", "right"),
    )
    assert parse(TABLE).blocks == (expected,)
    assert not parse(TABLE).faults


def test_figures_and_references_of_cells_are_those_of_the_text() -> None:
    parsed = parse(f"Made {{{{ made }}}}:\n\n{TABLE}")
    assert [figure.name for figure in parsed.substitutions] == ["made", "on-time"]
    assert [role.target for role in parsed.roles] == ["2.2"]


@pytest.mark.parametrize(
    ("before", "indent", "kind"), [("", "", TextTable), ("> ", "> ", Quotation), ("- a\n\n  ", "  ", Bullets)]
)
def test_cells_and_bars_know_their_places(before: str, indent: str, kind: type) -> None:
    text = before + TABLE.replace("\n", f"\n{indent}")
    table = only_table(text)
    assert isinstance(parse(text).blocks[0], kind)
    assert [text[each.offset : each.end] for each in table.cells] == [
        "Plan",
        "On *time*",
        "first",
        "{{ on-time | rest }}",
        "next \\| last",
        "{criterion}`2.2`",
    ]
    assert [text[start:end] for start, end in table.marks] == ["|"] * 9 + ["| :-- | --: |"]


def test_a_line_of_words_before_a_table_is_a_paragraph() -> None:
    assert [type(block) for block in parse(f"What was late:\n{TABLE}\n\nMore.").blocks] == [
        Paragraph,
        TextTable,
        Paragraph,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "a | b\n\n--- | ---",
        "| a | b |\n| c | d |",
        "| a | b |\n|---|",
        "a {{ b | c }}\n---",
        "    | a | b |\n    |---|---|",
    ],
)
def test_what_is_no_table_stays_what_it_is(text: str) -> None:
    assert not any(isinstance(node, TextTable) for node in nodes(parse(text).blocks))


def test_a_text_without_a_line_of_dashes_is_not_read_for_tables() -> None:
    assert not has_tables("5 | 6\n\n- a\n- b")
    assert has_tables(TABLE)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("| a | b |\n|---|---|\n| 1 |\n| 2 | 3 | 4 |", [("cells", "| 1 |"), ("cells", "| 2 | 3 | 4 |")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\nmore", [("cells", "more")]),
        ("| a | b |\n|---|---|", [("no_rows", "| a | b |")]),
        ("| a |\n|---|\n| b |", [("one_column", "| a |")]),
        ("| | b |\n|---|---|\n| | 2 |", [("no_heading", " "), ("no_row_name", " ")]),
        ("| a | b |\n|---|---|\n| 1 | |", []),
    ],
)
def test_faults_of_a_table(text: str, faults: list[tuple[str, str]]) -> None:
    found = parse(text).faults
    assert [fault.kind for fault in found] == [kind for kind, _ in faults]
    wide = [(fault.kind, text[fault.offset : fault.offset + fault.length]) for fault in found if fault.length > 1]
    assert wide == [(kind, at) for kind, at in faults if len(at) > 1]


def test_a_view_masks_the_lines_of_a_table_and_has_a_sentence_for_each_cell() -> None:
    view = view_of("Made so:\n\n| Plan | Late |\n|---|---|\n| the first. Or next | {{ late }} |")
    masked = "X Plan X Late X\nXXXXXXXXX\nX the first. Or next X XXXXXXXXXX X"
    assert view.prose == f"Made so:\n\n{masked.replace('X', MASK)}"
    assert [(each.words, each.setting) for each in view.sentences if MASK not in each.words] == [
        ("Made so:", "running"),
        ("Plan", "cell"),
        ("Late", "cell"),
        ("the first.", "cell"),
        ("Or next", "cell"),
    ]
    assert [view.text[start:end] for start, end in view.cells] == ["Plan", "Late", "the first. Or next", "{{ late }}"]


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=16).map("".join))
def test_cells_stand_in_order_and_none_is_lost(text: str) -> None:
    for node in nodes(parse(text).blocks):
        if isinstance(node, TextTable):
            assert all(len(row) == len(node.heads) == len(node.sides) for row in node.rows)
            at = node.offset
            for each in node.cells:
                assert at <= each.offset <= each.end <= node.end
                assert each.children or not text[each.offset : each.end].strip(" \\|`")
                at = each.end
