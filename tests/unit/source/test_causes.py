"""Why a file cannot be read: the cause, at its own place."""

from __future__ import annotations

import pytest

from omi_report.problems import Problem
from omi_report.source.reader import read_tree


def only_problem(text: str) -> Problem:
    tree, (problem,) = read_tree(text, "a.yaml")
    assert tree is None
    return problem


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        pytest.param("a: [Draft] some words\n", 1, 4, "begins with a bracket, «[Draft]»", id="bracket"),
        pytest.param("a:\n  - [Draft] some words\n  - b\n", 2, 5, "begins with a bracket", id="bracket in a list"),
        pytest.param("a:\n  - *some* words\n", 2, 5, "begins with an asterisk", id="emphasis"),
        *(
            pytest.param(f"a: {sign}\n", 1, 4, "which YAML takes for something of its own", id=sign)
            for sign in ("- some words", "? some", "| some words", "> some words", ", some words")
        ),
        pytest.param("a: “b: c”\n", 1, 4, "begins with a curly quotation mark (“)", id="curly quotes"),
        pytest.param("a: b\nc:d\ne: f\n", 2, 1, "no space after the colon of «c:»", id="no space, noticed late"),
        pytest.param(
            "a:\n  b: {c: d, e: f g}\n  h:{i: j, k: l m}\n", 3, 3, "no space after the colon of «h:»", id="mapping"
        ),
        pytest.param("a:\n  - b: it was so: far\n", 2, 17, "a colon followed by a space", id="colon"),
        pytest.param(
            "a:\n  b:\n    Staff were clear about\n    two things: plans and\n    reviews.\n",
            2,
            3,
            "the text after «b:» has no bar (|)",
            id="bar forgotten",
        ),
        pytest.param(
            "a:\n  -\n    Staff said so: they\n    were clear.\n",
            2,
            3,
            "the text after the hyphen",
            id="bar forgotten in a list",
        ),
        pytest.param(
            "a: |\n  one line\nanother line\nb: c\n", 3, 1, "not indented like the text", id="out of its text"
        ),
        pytest.param("a: 'b\nc: it's\nd: e\n", 1, 4, "the quotation mark (') before this value", id="quote"),
        pytest.param("a: ['b, 'c']\nd: e\n", 1, 5, "the quotation mark (') before this value", id="quote in a list"),
        pytest.param("a: {b: [c, d}\ne: f\n", 1, 8, "the bracket [ that begins here", id="bracket not closed"),
        pytest.param("a: [b, c", 1, 4, "the bracket [ that begins here", id="file cut off"),
        pytest.param("a:\n  - b: c\n    d: e\n  b: f\n", 4, 3, "begin with a hyphen (line 2)", id="item"),
        pytest.param("a:\n    b: c\n    d: e\n  - b: f\n", 2, 5, "begin with a hyphen (line 4)", id="first item"),
        pytest.param("a:\n  b: c\n   d: e\n", 3, 4, "«d» is indented to column 4", id="one column off"),
        pytest.param(
            "a:\n  - b: c\n    d:They said that all of it was so\n    e: f\n",
            3,
            5,
            "no space after the colon of «d:»",
            id="no space before a sentence",
        ),
        pytest.param("a: b\n...\nc: d\n", 2, 1, "three points at the margin", id="end of a document"),
    ],
)
def test_the_cause_is_told_at_its_place(text: str, line: int, column: int, said: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.location.line, problem.location.column) == ("OMI001", line, column)
    assert problem.message.startswith("not valid YAML: ")
    assert said in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a:\n  b: c\n   d: e\n", "indent it to column 3, below «b» in line 2"),
        ("a:\n  - b: c\n   d: e\n", "indent it to column 5, below «b» in line 2"),
        ("a:\n  - b: c\n    f: g\n   d: e\n", "indent it to column 5, below «f» in line 3"),
        ("a:\n    b: c\n  d: e\n", "indent it to column 1, below «a» in line 1, or to column 5, below «b» in line 2"),
        ("d:\n    b: c\n  d: e\n", "indent it to column 5, below «b» in line 2"),
        ("a:\n  - b: c\n   - d: e\n", "indent it to column 3, below the hyphen in line 2"),
        ("a:\n  - b\n - c\n", "indent it to column 3, below the hyphen in line 2"),
    ],
)
def test_a_line_out_of_its_column_is_told_where_it_could_stand(text: str, hint: str) -> None:
    assert only_problem(text).hint == hint


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a:\n  – b\n", 2, 3, "a dash (–)"),
        ("a:\n  - b\n  • c\n", 3, 3, "a bullet (•)"),
        ("a:\n  -\u00a0b\n", 2, 4, "a no-break space (U+00A0) stands after a hyphen"),
        ("a:\u00a0b\n", 1, 3, "a no-break space (U+00A0) stands after «a:»"),
        ("a:\n\u00a0\u00a0b: c\n", 2, 1, "indented with a no-break space"),
        ("a: |\n  b\n\u00a0\u00a0c\n", 3, 1, "indented with a no-break space"),
        ("a: b\n\ufeffc: d\n", 2, 1, "an invisible byte order mark (U+FEFF)"),
        ("a: {b: “c”}\n", 1, 8, "curly quotation marks stand around «c»"),
    ],
)
def test_a_look_alike_is_told_by_its_name(text: str, line: int, column: int, said: str) -> None:
    problem = only_problem(text)
    assert (problem.code, problem.location.line, problem.location.column) == ("OMI014", line, column)
    assert said in problem.message


def test_many_look_alikes_of_a_file_are_one_problem() -> None:
    assert only_problem("a:\n" + "\u00a0 b: c\n" * 40).message.endswith("(and so do 39 more lines)")


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  – b\n  \u00a0c\n  “d”\n",
        "a: it was\n  – so to say –\n  b\n",
        "a: “Plans” were late\nb: The “Tier” system\n",
        "# –\na: b–c\n",
        "\ufeffa: b\n",
        "a: b\u00a0c\n",
    ],
)
def test_the_same_characters_in_texts_are_none(text: str) -> None:
    assert read_tree(text, "a.yaml")[1] == []


def test_each_merge_is_told_once() -> None:
    conflict = "<<<<<<< HEAD\na: b\n||||||| base\na: c\n=======\na: d\n>>>>>>> other (Second reading)\n"
    tree, problems = read_tree(f"x: y\n{conflict}z: z\n{conflict}", "a.yaml")
    assert tree is None
    assert [(problem.code, problem.location.line) for problem in problems] == [("OMI013", 2), ("OMI013", 10)]


def test_a_merge_from_a_machine_with_windows_is_told_too() -> None:
    assert only_problem("a: b\r\n>>>>>>> main\r\n").location.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - b: c\n   KEY: d\n",
        "a: {b: c KEY: d}\n",
        "a: b\nKEY:d\ne: f\n",
        "KEY:\n  b:\n    Staff were clear about\n    two things: plans and\n    reviews.\n",
        "a:\n  KEY:\n    Staff were clear about\n    two things: plans and\n    reviews.\n",
        "KEY:\n  - b: c\n   d: e\n",
    ],
)
def test_a_message_is_short_however_long_a_key_is(text: str) -> None:
    problem = only_problem(text.replace("KEY", "k" * 5000))
    assert len(problem.message) + len(problem.hint) < 400
