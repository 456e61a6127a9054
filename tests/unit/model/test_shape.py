"""Errors of shape: their codes, words, hints and places."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from omi_report import limits
from omi_report.document.kinds import PART_KINDS
from omi_report.document.kinds.abbreviations import Abbreviations
from omi_report.document.kinds.foreword import Foreword
from omi_report.document.kinds.good_practice import GoodPractice
from omi_report.document.kinds.mixed import MixedContent
from omi_report.document.kinds.recommendations import recommendations_model
from omi_report.document.kinds.summary import Summary
from omi_report.model import shape
from omi_report.model.constraints import Pattern
from omi_report.model.criterion import criterion_model
from omi_report.model.framework import Framework, Thread
from omi_report.model.identity import Identity
from omi_report.model.load import load_area
from omi_report.model.recommending import Recommending
from omi_report.model.record import Record
from omi_report.model.shape import fill
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree
from omi_report.source.snapshot import Snapshot

CRITERION = criterion_model()
RECOMMENDATIONS = recommendations_model(Recommending())


def problems_of(model: type[Record], text: str) -> list[Problem]:
    root, problems = read_tree(text, "a.yaml")
    assert not problems
    filled, wrong = fill(model, SourceFile("a.yaml", "a.yaml", text, root))
    assert (filled is None) == bool(wrong)
    return wrong


def only_problem(model: type[Record], text: str) -> Problem:
    (problem,) = problems_of(model, text)
    return problem


def place(problem: Problem) -> tuple[str, int, int, int]:
    return problem.code, problem.location.line, problem.location.column, problem.length


def test_a_tree_that_fits_fills_its_model() -> None:
    assert not problems_of(CRITERION, "criterion: 4.10\nscore: 64\n")


def test_a_file_without_a_tree_has_its_problems_already() -> None:
    assert fill(CRITERION, SourceFile("a.yaml", "a.yaml", "", None)) == (None, [])


# OMI101


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "name", "hint"),
    [
        pytest.param(
            CRITERION, "criterion: 1.2\nstrenghts: []\n", 2, 1, "strenghts", "did you mean «strengths»?", id="root"
        ),
        pytest.param(
            CRITERION,
            "criterion: 1.2\nstrengths:\n  - one\n  - txt: x\n",
            4,
            5,
            "txt",
            "did you mean «text»?",
            id="in a list",
        ),
        pytest.param(
            CRITERION,
            "criterion: 1.2\npercentages:\n  one: {percnt: 5, count: 1}\n",
            3,
            9,
            "percnt",
            "did you mean «percent»?",
            id="in a mapping of names",
        ),
        pytest.param(
            RECOMMENDATIONS,
            "recommendations:\n- text: x\n  criteria: [1.2]\n  colour: red\n",
            4,
            3,
            "colour",
            "known here: id, text, in_short, to, criteria",
            id="nothing near",
        ),
        pytest.param(
            MixedContent,
            "blocks:\n- chart:\n    id: x\n    captoin: x\n    data: {sample: yes}\n",
            4,
            5,
            "captoin",
            "did you mean «caption»?",
            id="behind an optional model",
        ),
        pytest.param(
            Summary,
            "sections: {}\nthreads:\n  roh: {text: x, scroe: 5}\n",
            3,
            18,
            "scroe",
            "did you mean «score»?",
            id="in a mapping of models",
        ),
        pytest.param(
            CRITERION,
            "criterion: 1.2\nstrengths:\n  - {text: Managers read, and sign , id: x}\n",
            3,
            27,
            "and sign",
            "a comma in curly brackets ends a value: put the value in quotes",
            id="behind a comma",
        ),
        pytest.param(CRITERION, "criterion: 1.2\n'[key]': x\n", 2, 1, "[key]", "known here: ", id="a name of our own"),
    ],
)
def test_an_unknown_key_is_marked_with_what_was_meant(
    model: type[Record], text: str, line: int, column: int, name: str, hint: str
) -> None:
    problem = only_problem(model, text)
    assert place(problem) == ("OMI101", line, column, len(name))
    assert problem.message == f"unknown key «{name}»"
    assert problem.hint.startswith(hint)


def test_what_unknown_keys_were_meant_for_is_looked_up_for_those_that_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def closest(word: str, known: Iterable[str]) -> list[str]:
        asked.append(word)
        return []

    monkeypatch.setattr(shape, "closest", closest)
    monkeypatch.setattr(limits, "FILE_PROBLEMS", 3)
    problems = problems_of(Foreword, "".join(f"k{number}: x\n" for number in range(50)))
    *unknown, rest = [problem for problem in problems if problem.code == "OMI101"]
    assert [problem.location.line for problem in unknown] == [1, 2, 3]
    assert (rest.location.line, rest.message) == (4, "from here on there are 47 more problems of this kind in the file")
    assert set(asked) == {"k0", "k1", "k2"}


def test_an_unknown_key_is_quoted_in_one_short_line() -> None:
    problem = only_problem(CRITERION, "criterion: 1.2\n? |\n  two\n  lines\n: x\n")
    assert problem.message == "unknown key «two lines »"


# OMI102


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "name"),
    [
        (CRITERION, "score: 64\n", 1, 1, "criterion"),
        (RECOMMENDATIONS, "recommendations:\n- text: x\n  criteria: [1.2]\n- text: y\n", 4, 3, "criteria"),
        (CRITERION, "criterion: 1.2\nstrengths:\n  - {id: one}\n", 3, 5, "text"),
        (Identity, "{area: Northfold}\n", 1, 1, "inspected"),
    ],
)
def test_a_missing_key_is_reported_at_its_mapping(
    model: type[Record], text: str, line: int, column: int, name: str
) -> None:
    problem = only_problem(model, text)
    assert place(problem) == ("OMI102", line, column, 1)
    assert problem.message == f"the key «{name}» is missing"
    assert problem.hint == f"add a line «{name}: …»"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("signatry: A B\ntext: x\n", ["OMI101"]),
        ("signatry: A B\n", ["OMI101", "OMI102"]),
        ("place: Northfold\ntext: x\n", ["OMI101", "OMI102"]),
        ("signatory: A B\ntext: x\ntexts: y\n", ["OMI101"]),
    ],
)
def test_a_misspelt_key_is_not_missing_too(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in problems_of(Foreword, text)] == codes


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("id: roh\ntitle: Harm\nsections: [1, 2, 1]\n", 3, 18),
        ("id: roh\ntitle: Harm\nsections:\n  - P 1\n  - P1\n", 5, 5),
    ],
)
def test_what_stands_in_a_list_twice_is_reported_there(text: str, line: int, column: int) -> None:
    problem = only_problem(Thread, text)
    assert place(problem)[:3] == ("OMI104", line, column)
    assert problem.message.endswith("stands in this list twice")
    assert problem.hint == "remove one of the two"


def test_a_list_of_one_or_more_words_has_one() -> None:
    problem = only_problem(CRITERION, "criterion: 1.2\npercentages:\n  late: {percent: 9, where: {sex: []}}\n")
    assert place(problem)[:3] == ("OMI104", 3, 35)
    assert problem.message == "there is nothing here"


# OMI103

NEW_LINE = "a text that begins with {{ or holds «: » goes on a new line after a | sign"
FILL_IN = "put a value here, or remove the key if it may be left out"


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "length", "message", "hint"),
    [
        (
            CRITERION,
            "criterion: 1.2\nscore: high\n",
            2,
            8,
            4,
            "a number is expected here, and «high» was found",
            "",
        ),
        (
            Identity,
            "area: A\ninspected: 2007-11\nsample: {x: 64.5}\n",
            3,
            13,
            4,
            "a whole number is expected here, and «64.5» was found",
            "",
        ),
        (
            CRITERION,
            "criterion: 1.2\nscore: ''\n",
            2,
            8,
            1,
            "a number is expected here, and nothing was found",
            FILL_IN,
        ),
        (
            CRITERION,
            "criterion: 1.2\nscore: [64]\n",
            2,
            8,
            1,
            "a number is expected here, and a list was found",
            "",
        ),
        (CRITERION, "criterion: [1.2]\n", 1, 12, 1, "a text is expected here, and a list was found", ""),
        (
            CRITERION,
            "criterion: 1.2\nstrengths:\n  - text:\n      Note: well\n",
            4,
            7,
            1,
            "a text is expected here, and a mapping was found",
            NEW_LINE,
        ),
        (
            CRITERION,
            "criterion: 1.2\nstrengths: many\n",
            2,
            12,
            4,
            "a list (each item after a hyphen) is expected here, and «many» was found",
            "write [many]",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages: 5\n",
            2,
            14,
            1,
            "a mapping (key: value) is expected here, and «5» was found",
            "",
        ),
        (CRITERION, "- one\n", 1, 1, 1, "a mapping (key: value) is expected here, and a list was found", ""),
        (
            CRITERION,
            "just words\n",
            1,
            1,
            10,
            "a mapping (key: value) is expected here, and «just words» was found",
            "",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  one: {percent: .nan}\n",
            3,
            18,
            4,
            "a number is expected here, and «.nan» was found",
            "",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  one: {percent: NaN}\n",
            3,
            18,
            3,
            "a number is expected here, and «NaN» was found",
            "",
        ),
    ],
)
def test_a_value_of_the_wrong_type_says_what_was_found(
    model: type[Record], text: str, line: int, column: int, length: int, message: str, hint: str
) -> None:
    problem = only_problem(model, text)
    assert place(problem) == ("OMI103", line, column, length)
    assert (problem.message, problem.hint) == (message, hint)


# OMI104


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "length", "message", "hint"),
    [
        (CRITERION, "criterion: 1.2\nscore: 64000\n", 2, 8, 5, "«64000» is too large", "10,000 or less is expected"),
        (CRITERION, "criterion: 1.2\nscore: -1\n", 2, 8, 2, "«-1» is too small", "0 or more is expected"),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  one: {percent: 1e400}\n",
            3,
            18,
            5,
            "«1e400» is too large",
            "10,000 or less is expected",
        ),
        (
            CRITERION,
            f"criterion: 1.2\npercentages:\n  one: {{count: {'9' * 10_000}}}\n",
            3,
            16,
            10_000,
            f"«{'9' * 39}…» is too large",
            "is it a slip? No number of a report has so many figures",
        ),
        (
            Identity,
            "area: Northfold\ninspected: 2007-11\nstage: finall\n",
            3,
            8,
            6,
            "«finall» is not one of the words that may stand here",
            "use 'feedback', 'draft' or 'final'",
        ),
        (
            Identity,
            "area: Northfold\ninspected: 2007-13\n",
            2,
            12,
            7,
            "there is no month 2007-13: months are 01 to 12, behind a year",
            "",
        ),
        (
            Identity,
            "area: Northfold\ninspected: 2007-04-31\n",
            2,
            12,
            10,
            "there is no day 2007-04-31: this month has the days 01 to 30",
            "",
        ),
        (
            Identity,
            "area: ''\ninspected: 2007-04\n",
            1,
            7,
            1,
            "there is nothing here",
            "fill it in, or remove the key if it may be left out",
        ),
        (
            CRITERION,
            "criterion: 1.2.P\n",
            1,
            12,
            5,
            "«1.2.P» is not written as it should be",
            "a number is digits with dots, behind up to three capitals; between two a comma: 1.2, Q1 or P 1.1",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  Plan on time: 5\n",
            3,
            3,
            12,
            "«Plan on time» is not written as it should be",
            "use small letters, figures and hyphens: plan-on-time",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  '[key]': 5\n",
            3,
            3,
            1,
            "«[key]» is not written as it should be",
            "use small letters, figures and hyphens: plan-on-time",
        ),
        (
            Summary,
            "sections:\n  one: x\n",
            2,
            3,
            3,
            "«one» is not written as it should be",
            "a number is digits with dots, behind up to three capitals; between two a comma: 1.2, Q1 or P 1.1",
        ),
        (
            CRITERION,
            "criterion: 1.2\nstrengths:\n  - one\n  - ' '\n",
            4,
            5,
            1,
            "the text is empty",
            "",
        ),
        (
            CRITERION,
            "criterion: 1.2\npercentages:\n  one: most\n",
            3,
            8,
            4,
            "a percentage is written 97, 97% or 5 of 6, or as a mapping",
            "",
        ),
        (
            Abbreviations,
            "PSR: ''\n",
            1,
            6,
            1,
            "there is nothing here",
            "fill it in, or remove the key if it may be left out",
        ),
    ],
)
def test_a_value_that_may_not_stand_here_says_what_may(
    model: type[Record], text: str, line: int, column: int, length: int, message: str, hint: str
) -> None:
    problem = only_problem(model, text)
    assert place(problem) == ("OMI104", line, column, length)
    assert (problem.message, problem.hint) == (message, hint)


def test_the_value_under_a_key_is_marked_even_where_the_key_is_called_as_a_path_calls_keys() -> None:
    problem = only_problem(Identity, "area: x\ninspected: 2007-11\nsample:\n  '[key]': many\n")
    assert place(problem) == ("OMI103", 4, 12, 4)


def test_all_that_is_wrong_with_a_file_is_reported_at_once() -> None:
    text = "criterio: 1.2\nscore: high\nstrengths:\n  - ''\n  - {id: A b, text: x}\n"
    places = {place(problem)[:3] for problem in problems_of(CRITERION, text)}
    assert places == {("OMI101", 1, 1), ("OMI103", 2, 8), ("OMI104", 4, 5), ("OMI104", 5, 10)}


def test_a_value_repeated_by_an_alias_is_marked_where_it_is_written() -> None:
    problems = problems_of(GoodPractice, "stories:\n- {title: &t [x], criterion: 1.2, text: y}\n- *t\n")
    assert [place(problem)[:3] for problem in problems] == [("OMI103", 2, 11), ("OMI103", 2, 11)]


def test_a_framework_is_told_of_keys_in_mappings_inside_of_lists() -> None:
    text = "sections:\n- number: 1\n  criteria:\n  - number: 1.1\n    questions:\n    - {id: a, text: b, sumary: yes}\n"
    problem = next(each for each in problems_of(Framework, text) if each.code == "OMI101")
    assert place(problem) == ("OMI101", 6, 24, 6)
    assert problem.hint == "did you mean «summary»?"


def test_a_key_that_is_there_already_is_not_meant_by_another() -> None:
    problems = problems_of(GoodPractice, "stories:\n- {title: x, criterion: 1.2, criterium: 1.3, text: y}\n")
    assert [place(problem)[0] for problem in problems] == ["OMI101"]
    assert problems[0].hint.startswith("known here: ")


def patterns(annotation: Any, seen: set[type[Record]]) -> Iterator[Pattern]:
    """Every pattern that a type, or what stands in it, must be written in."""
    if isinstance(annotation, Pattern):
        yield annotation
    elif isinstance(annotation, type) and issubclass(annotation, Record):
        if annotation not in seen:
            seen.add(annotation)
            for slot in annotation.keys.values():
                yield from patterns(slot.annotation, seen)
    else:
        for argument in (*typing.get_args(annotation), *getattr(annotation, "__metadata__", ())):
            yield from patterns(argument, seen)


def test_every_pattern_has_a_hint_that_says_how_it_is_written() -> None:
    models = [CRITERION, Framework, Identity, *(kind.model for kind in PART_KINDS.values() if kind.model)]
    seen: set[type[Record]] = set()
    found = {pattern for model in models for pattern in patterns(model, seen)}
    assert len(found) >= 4
    for pattern in found:
        assert pattern.written.strip(), pattern.pattern
        example = pattern.written.split()[-1]
        assert re.fullmatch(pattern.pattern, example), f"{pattern.written} ends with an example"


def test_the_key_of_a_kind_of_finding_is_written_in_small_letters(small_area: Path) -> None:
    breach = "findings:\n  - {id: breach, key: Breach-es, singular: breach, plural: breaches, side: poor}\n"
    with (small_area / "framework.yaml").open("a") as file:
        file.write(breach)
    (problem,) = load_area(Snapshot.of(small_area), PART_KINDS).problems
    assert (problem.code, problem.hint) == (
        "OMI104",
        "use small letters, with _ between words: areas_for_learning",
    )


def test_the_hint_at_a_language_promises_none(small_area: Path) -> None:
    with (small_area / "framework.yaml").open("a") as file:
        file.write("language: welsh\n")
    (problem,) = load_area(Snapshot.of(small_area), PART_KINDS).problems
    assert problem.hint == "a language is written as a tag, such as en-GB"
