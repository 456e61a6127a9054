"""Comments that silence a rule: where they are seen, what they cover, and when they are too many."""

from __future__ import annotations

import pytest

from omi_report.lint.suppress import without_ignored
from omi_report.problems import Location, Problem, Rule, Severity, in_order
from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree

FILE = "a.yaml"
SCORE = Rule("OMI401", "score", Severity.WARNING, "", "")
CODES = frozenset({"OMI001", "OMI401", "OMI402"})


def shown(text: str, *problems: Problem, complete: bool = True) -> list[Problem]:
    tree, wrong = read_tree(text, FILE)
    assert not wrong
    return in_order(
        without_ignored(
            problems,
            [SourceFile(FILE, FILE, text, tree)],
            codes=CODES,
            ignorable=CODES - {"OMI001"},
            complete=complete,
        )
    )


def score_at(line: int, column: int = 1, file: str = FILE) -> Problem:
    return SCORE.at(Location(file, line, column), "a score")


def places(problems: list[Problem]) -> list[str]:
    return [f"{problem.location.line}:{problem.location.column} {problem.code}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("score: 64  # omi: ignore[OMI401]\n", 1, id="on the line"),
        pytest.param("score: 64  #omi:ignore[ OMI401 ] as published\n", 1, id="written closely, with a reason"),
        pytest.param("score: 64  # as published # omi: ignore[OMI401]\n", 1, id="after another comment"),
        pytest.param("# omi: ignore[OMI401]\nscore: 64\n", 2, id="on the line above"),
        pytest.param("# omi: ignore[OMI401]\n# and why\nscore: 64\n", 3, id="above another comment"),
        pytest.param("a: 1\r\n# omi: ignore[OMI401]\r\nscore: 64\r\n", 3, id="with the line ends of Windows"),
        pytest.param("text: |  # omi: ignore[OMI401]\n  one\n\n  two\nb: 1\n", 4, id="at the head of a block text"),
        pytest.param("# omi: ignore[OMI401]\ntext: >-\n  one\n  two", 4, id="above a block text that ends the file"),
        pytest.param("# omi: ignore[OMI401]\ntext: 'one\n\n  two'\n", 4, id="above a quoted text of several lines"),
        pytest.param("a:\n  # omi: ignore[OMI401]\n  - one\n    two\n", 4, id="above an item of several lines"),
        pytest.param("# omi: ignore[OMI401]\nlate: {count: 3,\n  base: 4}\n", 3, id="above a mapping in brackets"),
        pytest.param("# omi: ignore[OMI401]\n- id: a\n  text: |\n    one\n", 4, id="above an entry with an id"),
        pytest.param("a: [1,  # omi: ignore[OMI401]\n  2]\n", 1, id="inside a list in brackets"),
        pytest.param('a: "# omi: ignore[OMI999]"  # omi: ignore[OMI401]\n', 1, id="after a text that looks like one"),
    ],
)
def test_silences(text: str, line: int) -> None:
    assert shown(text, score_at(line)) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("score: 64  # omi: ignore[OMI401]\nb: 1\n", 2, id="the line below a comment at the end of a line"),
        pytest.param("# omi: ignore[OMI401]\na:\n  b: 1\n", 3, id="below a key with further lines"),
        pytest.param("# omi: ignore[OMI401]\na: 1\nb: 1\n", 3, id="the second line below"),
        pytest.param("text: |  # omi: ignore[OMI401]\n  one\nb: 1\n", 3, id="the line after a block text"),
        pytest.param("- id: a  # omi: ignore[OMI401]\n  text: one\n", 2, id="the line below an id"),
        pytest.param("# omi: ignore[OMI401]\n- id: a\n  b: 1\n  c: 1\n", 4, id="the second key below an id"),
        pytest.param("# omi: ignore[OMI401]\n- b: 1\n  c: 1\n", 3, id="the key below another key"),
        pytest.param("# omi: ignore[OMI402]\na: 1\n", 2, id="another rule"),
    ],
)
def test_does_not_silence(text: str, line: int) -> None:
    assert score_at(line) in shown(text, score_at(line))


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  one # omi: ignore[OMI401]\n  two\n",
        "text: >\n  # omi: ignore[OMI401]\n  two\n",
        "text: 'one # omi: ignore[OMI401]'\n",
        "text: one#omi:ignore[OMI401]\n",
    ],
)
def test_a_text_that_looks_like_a_comment_is_none(text: str) -> None:
    assert shown(text) == []
    assert shown(text, score_at(2)) == [score_at(2)]


def test_another_file_is_not_silenced() -> None:
    problem = score_at(1, file="b.yaml")
    assert problem in shown("score: 64  # omi: ignore[OMI401]\n", problem)


def test_an_unused_code_is_marked_itself() -> None:
    found = shown("a: 1\nscore: 64  # omi: ignore[OMI402, OMI401]\n", score_at(2))
    assert places(found) == ["2:26 OMI901"]
    assert found[0].message == "OMI402 finds nothing here to ignore"
    assert found[0].length == len("OMI402")


def test_nothing_is_unused_where_the_checks_have_not_run() -> None:
    assert shown("score: 64  # omi: ignore[OMI401]\n", complete=False) == []


@pytest.mark.parametrize(
    ("comment", "place", "message"),
    [
        ("# omi: ignore[OMI999]", "1:21 OMI902", "there is no rule OMI999"),
        ("# omi: ignore[OMI4]", "1:21 OMI902", "there is no rule OMI4"),
        ("# omi: ignore[OMI001]", "1:21 OMI902", "OMI001 cannot be ignored by a comment"),
        ("# omi: ignore", "1:7 OMI902", "the comment names no rule to ignore"),
        ("# omi: ignore[]", "1:7 OMI902", "the comment names no rule to ignore"),
        ("# omi: ignore OMI401", "1:7 OMI902", "the comment names no rule to ignore"),
    ],
)
def test_a_comment_without_effect(comment: str, place: str, message: str) -> None:
    found = shown(f"a: 1  {comment}\n")
    assert places(found) == [place]
    assert found[0].message == message


def test_small_letters_are_guessed() -> None:
    (found,) = shown("a: 1  # omi: ignore[omi401]\n")
    assert found.hint == "did you mean OMI401?"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1  # omi: ignore[OMI401] why\nb: 1\n", "a: 1\nb: 1\n"),
        ("# keep\n# omi: ignore[OMI401]\nb: 1\n", "# keep\nb: 1\n"),
        ("  # omi: ignore[OMI401]\r\nb: 1\r\n", "b: 1\r\n"),
        ("b: 1\n# omi: ignore[OMI401]", "b: 1\n"),
        ("a: 1  # omi: ignore[OMI401, OMI402] why\n", "a: 1  # omi: ignore[OMI402] why\n"),
        ("a: 1  # keep # omi: ignore[OMI401]\n", "a: 1  # keep\n"),
    ],
)
def test_an_unused_comment_is_taken_away(before: str, after: str) -> None:
    edits = [problem.fix for problem in shown(before) if problem.fix and problem.message.startswith("OMI401")]
    assert edited(before, edits) == (after, 1)
