"""Reading one file: the tree, and each problem at its place."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report import limits
from omi_report.problems import Location, Problem
from omi_report.source.reader import MAX_ALIASED_NODES, MAX_ALIASES, MAX_DEPTH, read_tree
from omi_report.source.tree import Mapping, Node, Scalar, Sequence


def problems_of(text: str) -> list[Problem]:
    return read_tree(text, "a.yaml")[1]


def only_problem(text: str) -> Problem:
    (problem,) = problems_of(text)
    assert problem.location.file == "a.yaml"
    return problem


def place(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.location.line, problem.location.column


def tree_of(text: str) -> Node:
    tree, problems = read_tree(text, "a.yaml")
    assert not problems
    assert tree is not None
    return tree


def test_a_tree_holds_texts_lists_and_mappings() -> None:
    tree = tree_of("a: x\nb: [y, {c: z}]\n")
    assert tree == {"a": "x", "b": ["y", {"c": "z"}]}
    assert isinstance(tree, Mapping)
    assert isinstance(tree["b"], Sequence)  # type: ignore[index]  # a plain text is the same key
    assert isinstance(tree["a"], Scalar)  # type: ignore[index]


@pytest.mark.parametrize(
    "written", ["4.10", "no", "Yes", "12:30", "2007-11", "1e3", "0x10", "~", "null", ".5", "010", ".inf", "1_000", "="]
)
def test_no_scalar_has_a_type_of_its_own(written: str) -> None:
    assert tree_of(f"a: {written}\n") == {"a": written}


@pytest.mark.parametrize(
    ("text", "start", "end", "style"),
    [
        ("a: word\n", (1, 4), (1, 8), ""),
        ("a: 'word'\n", (1, 4), (1, 10), "'"),
        ('a: "word"\n', (1, 4), (1, 10), '"'),
        ("a: |\n  word\n", (1, 4), (3, 1), "|"),
        ("a: >\n  word\n", (1, 4), (3, 1), ">"),
        ("ŵŷ🏴: ŵord\n", (1, 6), (1, 10), ""),
    ],
)
def test_a_scalar_knows_its_extent_and_style(
    text: str, start: tuple[int, int], end: tuple[int, int], style: str
) -> None:
    tree = tree_of(text)
    assert isinstance(tree, Mapping)
    (value,) = tree.values()
    assert isinstance(value, Scalar)
    assert (value.start, value.end, value.style) == (start, end, style)


# OMI001


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b: c\n", 1, 5, "a colon followed by a space stands in a text without a bar"),
        ("a: b\n c: d\n", 2, 2, "«c» is indented to column 2, and nothing that it could belong to stands there"),
        ("a: 'x' y\n", 1, 4, "the text begins with a quotation, «'x'», which YAML takes for something of its own"),
        ("a: [b]]\n", 1, 7, "this line does not continue what stands above it"),
        ("- a\nb\n", 2, 1, "a key without a colon, or a text that is not indented far enough"),
        ("a:\n  - b\n  c\n", 3, 3, "a key without a colon, or a text that is not indented far enough"),
        ("a: 'x\nb: c\n", 1, 4, "the quotation mark (') before this value is not closed"),
        ("a: @x\n", 1, 4, "the text begins with an @ sign, «@», which YAML takes for something of its own"),
        ("a: [@x]\n", 1, 5, "a character stands here with which no value can begin"),
        ('a: "\\q"\n', 1, 5, "a backslash inside double quotes begins an escape that YAML does not know"),
        ("a: [b\nc: d\n", 1, 4, "the bracket [ that begins here is not closed"),
        ("a: {{b: c\nd: e\n", 1, 4, "the text begins with a brace, «{{», which YAML takes for something of its own"),
        ("a:\n  - b\n  c: d\n", 3, 3, "the items of this list begin with a hyphen (line 2), and this one has none"),
    ],
)
def test_a_syntax_error_is_told_in_plain_words(text: str, line: int, column: int, message: str) -> None:
    problem = problems_of(text)[-1]
    assert place(problem) == ("OMI001", line, column)
    assert problem.message == f"not valid YAML: {message}"
    assert problem.hint


def test_a_figure_at_the_beginning_of_a_text_is_told_how_to_be_written() -> None:
    problem = only_problem("a:\n  - {{ name }} of the cases\n")
    assert place(problem) == ("OMI001", 2, 6)
    assert problem.message == "a key must be a word, not a list or a mapping"
    assert problem.hint == "begin a text that starts with {{ name }} on a new line after a | sign"


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\ufffe", "\uffff", "\ud800"])
def test_a_control_character_is_a_problem_at_its_place(character: str) -> None:
    problem = only_problem(f"a: b\r\nc: 'ŵ{character}'\r\n")
    assert place(problem) == ("OMI001", 2, 6)
    assert problem.message == f"a control character (U+{ord(character):04X}) stands in the text"
    assert problem.hint == "delete it"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: about\x0cthe\n", "put a space in its place: it stands between two words"),
        ("a: about\x0bthe\n", "put a space in its place: it stands between two words"),
        ("a: about\x02the\n", "delete it, or put a space in its place if two words meet there"),
        ("a: about\x0c the\n", "delete it"),
        ('a: "about\\fthe"\n', "put a space in its place: it stands between two words"),
    ],
)
def test_a_control_character_between_words_leaves_them_apart(text: str, hint: str) -> None:
    assert only_problem(text).hint == hint


def test_a_control_character_written_as_an_escape_is_a_problem_too() -> None:
    problem = only_problem('a:\n  "Bell\\x07 and NUL"\n')
    assert place(problem) == ("OMI001", 2, 8)
    assert problem.message == "a control character (U+0007) stands in the text"


@pytest.mark.parametrize("text", ["a: \ufffd\n", 'a: "\\t\\n\\r"\n', "a: ŵ 🏴 \xa0 \u200b\n"])
def test_other_characters_are_none(text: str) -> None:
    assert not problems_of(text)


# OMI002


def test_a_key_that_stands_twice_is_a_problem_and_the_first_is_kept() -> None:
    tree, (problem,) = read_tree("a:\n  key: x\n  other: y\n  key: z\n", "a.yaml")
    assert tree == {"a": {"key": "x", "other": "y"}}
    assert place(problem) == ("OMI002", 4, 3)
    assert problem.message == "the key «key» stands here a second time"
    assert problem.hint == "it stands in line 2 already: remove one, or rename it"
    assert problem.length == 3


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "a:\n  - id: x\n    b: y\n    id: z\n    b: q\n",
            "with the hyphen in column 3; else remove one: it stands in line 2",
        ),
        (
            "a:\n- id: x\n  b: y\n  id: z\n  c: p\n  b: q\n",
            "with the hyphen in column 1; else remove one: it stands in line 2",
        ),
        ("- id: x\n  id: y\n", "with the hyphen in column 1; else remove one: it stands in line 1"),
    ],
)
def test_an_entry_that_lost_its_hyphen_is_one_problem(text: str, hint: str) -> None:
    problem = only_problem(text)
    assert problem.message.startswith("the key «id» stands here a second time")
    assert problem.hint == f"does a new entry begin here? Then write «- id», {hint} already"


@pytest.mark.parametrize(
    "text",
    [
        "- id: x\n  b: y\n  c: z\n  b: q\n",
        "- id: x\n  b: y\n  id: x\n  b: y\n",
        "- {id: x, b: y, id: z, b: q}\n",
        "-\n  id: x\n  b: y\n  id: z\n  b: q\n",
        "a:\n  id: x\n  b: y\n  id: z\n  b: q\n",
    ],
)
def test_other_keys_that_stand_twice_are_told_one_by_one(text: str) -> None:
    assert all(problem.hint.endswith("remove one, or rename it") for problem in problems_of(text))
    assert problems_of(text)


def test_the_first_of_many_keys_that_stand_twice_is_named() -> None:
    _, problems = read_tree("a: x\na: x\nb: x\nb: x\nc: x\na: x\nc: x\n", "a.yaml")
    assert [(problem.location.line, problem.hint.split(" already")[0]) for problem in problems] == [
        (2, "it stands in line 1"),
        (4, "it stands in line 3"),
        (6, "it stands in line 1"),
        (7, "it stands in line 5"),
    ]


def test_keys_that_stand_twice_are_not_looked_for_in_the_whole_mapping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mapping, "key", None)
    _, problems = read_tree("".join(f"k{number}: a\nk{number}: b\n" for number in range(500)), "a.yaml")
    assert len(problems) == 500


def test_a_file_holds_no_more_values_than_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_VALUES", 7)
    assert not problems_of("a: [1, 2]\nb: 3\n")
    problem = only_problem("a: [1, 2]\nb: [3]\n")
    assert place(problem) == ("OMI009", 2, 5)
    assert problem.message == "the file holds more than 7 values"


@pytest.mark.parametrize("text", ["a: x\n'a': y\n", "{a: x, a: y}", '{a: x, "\\x61": y}', "&k a: x\n*k : y\n"])
def test_a_key_stands_twice_however_it_is_written(text: str) -> None:
    assert [problem.code for problem in problems_of(text)] == ["OMI002"]


def test_the_same_key_may_stand_in_two_mappings() -> None:
    assert not problems_of("- {a: x}\n- {a: x}\n")


def test_merge_keys_are_ordinary_keys() -> None:
    assert tree_of("a: &x {b: c}\nd:\n  <<: *x\n") == {"a": {"b": "c"}, "d": {"<<": {"b": "c"}}}


# OMI003


def test_each_line_indented_with_a_tab_is_a_problem_at_the_tab() -> None:
    problems = problems_of("a:\n\tb: c\n  \td: e\n")
    assert [place(problem) for problem in problems] == [("OMI003", 2, 1), ("OMI003", 3, 3)]
    assert {problem.message for problem in problems} == {"the line is indented with a tab"}


def test_a_tab_inside_of_a_line_is_none() -> None:
    assert not problems_of("a:\tb\tc\n")


def test_a_tab_does_not_hide_an_error_that_stands_before_it() -> None:
    problems = problems_of("a: b: c\nd:\n\te: f\n")
    assert [place(problem) for problem in problems] == [("OMI003", 3, 1), ("OMI001", 1, 5)]


def test_the_lines_of_tabs_are_counted_as_yaml_counts_them() -> None:
    assert [place(problem) for problem in problems_of("a: b\x85c: d\re:\r\n\tf: g")] == [("OMI003", 4, 1)]


# OMI005


@pytest.mark.parametrize("text", ["a: b\n---\nc: d\n", "a: b\n---\n"])
def test_a_second_document_is_a_problem(text: str) -> None:
    problem = only_problem(text)
    assert place(problem) == ("OMI005", 2, 1)
    assert problem.message == "a second document begins here"
    assert problem.hint == "remove the line of hyphens, or move what follows to a file of its own"


@pytest.mark.parametrize("text", ["---\na: b\n", "---\na: b\n...\n", "%YAML 1.1\n---\na: b\n"])
def test_the_marks_of_one_document_are_none(text: str) -> None:
    assert tree_of(text) == {"a": "b"}


# OMI006


def test_a_few_aliases_are_allowed_and_point_at_the_anchor() -> None:
    tree = tree_of("a: &x [y]\nb: *x\n")
    assert tree == {"a": ["y"], "b": ["y"]}


def test_too_many_aliases_are_a_problem_at_the_first_too_many() -> None:
    problem = only_problem("a: &x y\n" + "".join(f"b{number}: *x\n" for number in range(MAX_ALIASES + 1)))
    assert place(problem) == ("OMI006", MAX_ALIASES + 2, len(f"b{MAX_ALIASES}: ") + 1)
    assert problem.message == "too much of this file is repeated by aliases"


def test_nested_aliases_cannot_grow_without_bound() -> None:
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 9)]
    problem = only_problem("\n".join(levels))
    assert place(problem)[:2] == ("OMI006", 5)


def test_a_large_part_cannot_be_repeated_often() -> None:
    large = ", ".join("x" * (MAX_ALIASED_NODES // 2))
    assert place(only_problem(f"a: &x [{large}]\nb: *x\nc: *x\n")) == ("OMI006", 3, 4)


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: &x [*x]\n", 8), ("a: &x {b: *x}\n", 11), ("a: *unknown\n", 4)],
)
def test_an_alias_of_itself_or_of_nothing_is_a_problem(text: str, column: int) -> None:
    problem = only_problem(text)
    assert place(problem) == ("OMI006", 1, column)
    assert "stands for nothing that is complete" in problem.message
    assert problem.hint == "write the value out; put in quotes a text that begins with *"


# OMI007


@pytest.mark.parametrize(
    ("text", "line", "column", "tag"),
    [
        ("a: !!python/object:os.system x\n", 1, 4, "!!python/object:os.system"),
        ("a: !!int 5\n", 1, 4, "!!int"),
        ("a:\n  - !own [x]\n", 2, 5, "!own"),
        ("!!map {a: b}\n", 1, 1, "!!map"),
    ],
)
def test_a_tag_is_a_problem(text: str, line: int, column: int, tag: str) -> None:
    problem = only_problem(text)
    assert place(problem) == ("OMI007", line, column)
    assert problem.message == f"the tag {tag} has no meaning here"
    hint = "remove the tag; the format of the file settles each value's type; put in quotes a text that begins with !"
    assert problem.hint == hint


def test_the_tag_that_means_text_is_none() -> None:
    assert tree_of("a: ! 5\n") == {"a": "5"}


# OMI008


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "~\n", "null", "---\n", "---\n...\n"])
def test_an_empty_file_is_a_problem(text: str) -> None:
    problem = only_problem(text)
    assert place(problem) == ("OMI008", 1, 1)
    assert problem.message == "the file is empty"


@pytest.mark.parametrize("text", ["[]", "{}", "''", "0"])
def test_a_file_that_holds_something_is_not_empty(text: str) -> None:
    assert not problems_of(text)


# OMI012


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000 + "x"])
def test_deep_nesting_is_a_problem_at_the_first_level_too_deep(text: str) -> None:
    problem = only_problem(text)
    assert problem.code == "OMI012"
    assert problem.location.line == 1
    assert problem.message == f"nested more than {MAX_DEPTH} deep"


def test_nesting_up_to_the_limit_is_none() -> None:
    assert not problems_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert place(only_problem("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))) == ("OMI012", 1, MAX_DEPTH + 1)


# All of them


def test_all_problems_of_a_file_are_reported_at_once() -> None:
    codes = [place(problem) for problem in problems_of("a: !x b\na: c\n\td: e\n---\nf: g\n")]
    assert ("OMI003", 3, 1) in codes
    assert ("OMI007", 1, 4) in codes
    assert ("OMI002", 2, 1) in codes


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\t :-[]{}'\"|>&*!#%@`,\\?~ab01"))))
def test_any_text_gives_a_tree_or_a_problem_with_a_place(text: str) -> None:
    tree, problems = read_tree(text, "a.yaml")
    assert tree is not None or problems
    lines = len(text) + 1
    for problem in problems:
        assert problem.location.file == "a.yaml"
        assert 1 <= problem.location.line <= lines
        assert problem.location.column >= 1


def test_a_place_is_where_an_editor_shows_it() -> None:
    (problem,) = problems_of("title: Ŵyn\nlist: ['🏴🏴', !tag x]\n")
    assert problem.location == Location("a.yaml", 2, 14)
