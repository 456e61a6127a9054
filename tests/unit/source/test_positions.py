"""Where the characters of a value stand in its file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given, strategies as st

from omi_report.source.positions import locate, place_of, split_lines
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Position, Scalar


def value_of(text: str) -> Scalar:
    """The value of the first key of a file."""
    tree, _problems = read_tree(text, "a.yaml")
    assert isinstance(tree, Mapping)
    value = next(iter(tree.values()))
    assert isinstance(value, Scalar)
    return value


def found_at(text: str, word: str) -> tuple[Position, str]:
    """The place of a word of the value, and what stands there in the file."""
    value = value_of(text)
    assert word in value, value
    lines = split_lines(text)
    place = locate(lines, value, value.index(word))
    return place, lines[place.line - 1][place.column - 1 :]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        pytest.param("a: some *word*\n", 1, 9, id="plain"),
        pytest.param("a: some\n   *word*\n", 2, 4, id="plain, folded"),
        pytest.param("a:\n  some\n\n  more\n  *word*\n", 5, 3, id="plain, on lines of its own"),
        pytest.param("a: 'it''s a *word*'\n", 1, 13, id="single quotes, doubled"),
        pytest.param("a: 'it''s\n\n   a *word*'\n", 3, 6, id="single quotes, folded"),
        pytest.param("a: '   *word*'\n", 1, 8, id="single quotes, spaces first"),
        pytest.param("a: ' \n *word*'\n", 2, 2, id="single quotes, nothing on the first line"),
        pytest.param('a: "some *word*"\n', 1, 10, id="double quotes"),
        pytest.param('a: "\\t\\x41\\u00e9\\U0001F600 \\N\\_\\L\\P\\e\\/ *word*"\n', 1, 41, id="escapes"),
        pytest.param('a: "some \\\n  *word*"\n', 2, 3, id="escaped line end"),
        pytest.param('a: "some\\\n  \\ *word*"\n', 2, 5, id="escaped line end and space"),
        pytest.param('a: "some\\ \n  *word*"\n', 2, 3, id="escaped space at a line end"),
        pytest.param('a: "back\\\\\n  *word*"\n', 2, 3, id="escaped backslash at a line end"),
        pytest.param('a: "so\\"me\n\n\n  *word*"\n', 4, 3, id="double quotes, folded"),
        pytest.param("a: |\n  some *word*\n", 2, 8, id="literal"),
        pytest.param("a: |\n\n\n    some\n\n    *word*\n", 6, 5, id="literal with blank lines"),
        pytest.param("a: |\n  some\n    *word*\n", 3, 5, id="literal, indented further"),
        pytest.param("a: |2\n    some\n   *word*\n", 3, 4, id="literal with its indentation"),
        pytest.param("a: |-2\n    some\n   *word*\n", 3, 4, id="literal, indentation last"),
        pytest.param("a: |2-\n\n    some *word*", 3, 10, id="literal without its last line end"),
        pytest.param("a: |2\n     \n    some *word*", 3, 10, id="literal, spaces in a blank line"),
        pytest.param("a: |+\n  some *word*\n\n\n", 2, 8, id="literal with the blank lines after it"),
        pytest.param("a: | # why\n  some *word*\n # end\nb: c\n", 2, 8, id="literal between comments"),
        pytest.param("a: >\n  some\n  *word*\n", 3, 3, id="folded"),
        pytest.param("a: >\n  some\n\n  more  \n    kept\n  *word*\n", 6, 3, id="folded with lines kept"),
        pytest.param("a: >1\n  some\n *word*\n", 3, 2, id="folded with its indentation"),
        pytest.param("a: &x some *word*\n", 1, 12, id="anchor, plain"),
        pytest.param("a: &x 'some *word*'\n", 1, 13, id="anchor, quoted"),
        pytest.param("a: &x |2\n   some *word*\n", 2, 9, id="anchor, literal"),
        pytest.param("a: !t\n  # why\n  &x\n  >\n  some\n  *word*\n", 6, 3, id="tag and anchor on lines of their own"),
        pytest.param("a: |\r\n  some\r\n  *word*\r\n", 3, 3, id="CRLF"),
        pytest.param("a: |\r  some\r  *word*\r", 3, 3, id="CR"),
        pytest.param("a: |\n  some\x85  *word*\n", 3, 3, id="U+0085"),
        pytest.param("a: |\n  some\u2028  *word*\n", 3, 3, id="U+2028"),
        pytest.param("a: >\n  some\u2029  *word*\n", 3, 3, id="U+2029"),
        pytest.param("a: 'some\u2028  *word*'\n", 2, 3, id="U+2028 in quotes"),
        pytest.param("a: 🏴 ŵŷ 漢字 *word*\n", 1, 12, id="wide characters"),
        pytest.param("a: |\n  so\tme\t*word*\n", 2, 9, id="tabs inside of a line"),
        pytest.param("a: so\tme\t*word*\n", 1, 10, id="tabs inside of a plain line"),
        pytest.param("a: >\n  *word *word*\n", 2, 9, id="a word that begins like one before"),
    ],
)
def test_a_word_is_found_where_it_stands(text: str, line: int, column: int) -> None:
    place, there = found_at(text, "*word*")
    assert there.startswith("*word*")
    assert place == (line, column)


def test_an_escape_is_found_at_its_backslash() -> None:
    assert found_at('a: "so \\u00e9 me"\n', "é") == ((1, 8), '\\u00e9 me"')


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        pytest.param("a: word\n", 99, (1, 8), id="past the end"),
        pytest.param("a: some\n  word\n", 4, (1, 8), id="a folded line end"),
        pytest.param("a:\n", 0, (1, 3), id="no value"),
        pytest.param("a: ''\n", 0, (1, 4), id="an empty value"),
        pytest.param("a: |\n", 0, (1, 4), id="an empty block"),
        pytest.param("a: |\n  \n\n", 1, (1, 4), id="a blank block"),
        pytest.param("a: # why\n", 0, (1, 3), id="a comment in place of a value"),
    ],
)
def test_what_has_no_character_gets_the_place_before_it(text: str, offset: int, place: tuple[int, int]) -> None:
    assert locate(split_lines(text), value_of(text), offset) == place


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
@pytest.mark.parametrize("width", [10, 40])
@given(data=st.data())
def test_every_character_is_found_where_it_was_written(style: str, width: int, data: st.DataObject) -> None:
    alphabet = st.sampled_from("aab -:#'\"\\{}[]|>é漢🏴\n\n \x85\u2028\t")
    value = data.draw(st.text(alphabet, min_size=1) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    key = data.draw(st.sampled_from(["a", "ŵ", "long-key"]))
    shown = yaml.dump({key: [value]}, default_style=style or None, width=width, allow_unicode=True)
    tree, problems = read_tree(shown, "a.yaml")
    assume(isinstance(tree, Mapping) and not [each for each in problems if each.code == "OMI001"])
    assert isinstance(tree, Mapping)
    (found,) = next(iter(tree.values()))
    assert isinstance(found, Scalar)
    lines = split_lines(shown)
    for offset, character in enumerate(found):
        place = locate(lines, found, offset)
        there = lines[place.line - 1][place.column - 1 : place.column]
        assert character.isspace() or not character.isprintable() or there in (character, "\\")


@given(
    value=st.lists(st.text(st.sampled_from("ab {}'\"|é🏴"), max_size=12), max_size=6),
    indicator=st.sampled_from(["|", ">", "|-", ">+", "|2", ">2-", "&x |"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028"]),
)
def test_every_character_of_a_block_written_by_hand_is_found(value: list[str], indicator: str, line_end: str) -> None:
    shown = line_end.join([f"a: {indicator}", *(f"  {line}" for line in value), "b: c"])
    tree, _problems = read_tree(shown, "a.yaml")
    assume(isinstance(tree, Mapping))
    found = value_of(shown)
    lines = split_lines(shown)
    for offset, character in enumerate(found):
        place = locate(lines, found, offset)
        assert character.isspace() or lines[place.line - 1][place.column - 1] == character


@given(st.text(st.sampled_from("ab:- \n\t'\"|>&!#\\x5\r\x85")), st.integers(0, 80))
def test_no_text_is_too_odd_to_be_located(text: str, offset: int) -> None:
    tree, _problems = read_tree(text, "a.yaml")
    lines = split_lines(text)
    values = tree.values() if isinstance(tree, Mapping) else [tree]
    for value in values:
        if isinstance(value, Scalar):
            place = locate(lines, value, offset)
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c", ""]),
        ("a\x85b\u2028c\u2029d", ["a", "b", "c", "d"]),
        ("a\x0bb\x0cc", ["a\x0bb\x0cc"]),
    ],
)
def test_lines_end_where_libyaml_ends_them(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines


@given(st.text(st.sampled_from("ab \n\r\x85\u2028🏴")))
def test_lines_are_counted_as_libyaml_counts_them(text: str) -> None:
    quoted = f"'{text}'"
    tree, _problems = read_tree(quoted, "a.yaml")
    assert isinstance(tree, Scalar)
    lines = split_lines(quoted)
    assert tree.end == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize(
    ("index", "place"), [(0, (1, 1)), (1, (1, 2)), (3, (2, 1)), (4, (2, 2)), (5, (3, 1)), (99, (3, 2))]
)
def test_the_place_of_an_index(index: int, place: tuple[int, int]) -> None:
    assert place_of("a\r\n🏴\nb", index) == place
