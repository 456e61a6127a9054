"""Maps that name columns by their letters: right as long as nobody puts a column in, and told of once somebody does."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, strategies as st

from omi_report.evidence.grids import column_of_letters, letters_of_column, read_grids
from omi_report.importing.sheets.guess.guesses import guess_sheets
from omi_report.importing.sheets.guess.map_text import map_text
from omi_report.importing.sheets.headings import Heading, headings_at
from omi_report.importing.sheets.imported import ImportedSheets, imported_sheets
from omi_report.importing.sheets.lettered import is_kept
from omi_report.model.evidence_map import EvidenceMap, MapSource
from tests.export_layouts import CasesSheet, Table, cases_of, guessed, map_of
from tests.exports import csv_of


@cache
def tarnmouth() -> CasesSheet:
    return cases_of("tarnmouth")


def cut_off(length: int) -> Table:
    """Tarnmouth's cases as a survey tool exports them that cuts headings off, so that several are alike."""
    evidence = tarnmouth()
    head, *rows = evidence.table
    return [[evidence.kind.texts.get(name, name)[:length] for name in head], *rows]


def told_by_hand(table: Table) -> EvidenceMap:
    """The map that is proposed for such an export, in which a person has said what is behind each letter."""
    evidence = tarnmouth()
    grids = read_grids(csv_of(table), "export.csv")
    held = guessed(grids, evidence.framework)
    (source,) = held.sources
    headings = headings_at(grids[0], [1])
    columns = {key: evidence.table[0][headings.find(key)[0]] for key in source.columns}
    assert source.headings, "nothing goes by its letters"
    return EvidenceMap(sources=(with_values(source, columns=columns, unsure=()),))


def with_values(source: MapSource, **values: object) -> MapSource:
    return MapSource(**(vars(source) | values))


def imported(table: Table, held: EvidenceMap) -> ImportedSheets:
    return imported_sheets(read_grids(csv_of(table), "export.csv"), held, tarnmouth().framework)


def lettered(held: EvidenceMap) -> list[int]:
    return [column_of_letters(letters) or 0 for letters in held.sources[0].headings]


def put_in(table: Table, at: int, random_: random.Random) -> None:
    """A column more, at the left of one that goes by its letters."""
    place = random_.randint(1, at)
    for number, row in enumerate(table):
        row.insert(place, str(number) if number else "Duration")


def taken_out(table: Table, at: int, random_: random.Random) -> None:
    """A column less."""
    gone = random_.randrange(1, at)
    for row in table:
        del row[gone]


def moved(table: Table, at: int, _random: random.Random) -> None:
    """A column stands at the end now."""
    for row in table:
        row.append(row.pop(at))


def renamed(table: Table, at: int, _random: random.Random) -> None:
    """Somebody asks something else there."""
    table[0][at] = "Was the form filled in on time?"


@pytest.mark.parametrize("seed", range(4))
def test_an_export_with_headings_alike_comes_back_by_letters(seed: int) -> None:
    table = cut_off(random.Random(seed).randint(20, 40))
    found = imported(table, told_by_hand(table))
    assert not found.causes, [cause.line for cause in found.causes]
    assert found.files["evidence/cases.csv"] == tarnmouth().text


@pytest.mark.parametrize("damage", [put_in, taken_out, moved, renamed], ids=lambda each: each.__name__)
@pytest.mark.parametrize("seed", range(4))
def test_letters_are_not_believed_where_another_heading_stands(
    damage: Callable[[Table, int, random.Random], None], seed: int
) -> None:
    random_ = random.Random(f"{damage.__name__} {seed}")
    table = cut_off(random_.randint(20, 40))
    held = told_by_hand(table)
    at = random_.choice([each for each in lettered(held) if each > 1])
    damage(table, at, random_)
    found = imported(table, held)
    told = [cause.line for cause in found.causes if "by their letters" in cause.line or "by its letters" in cause.line]
    assert len(told) == 1, [cause.line for cause in found.causes]
    assert not found.files
    if damage is put_in:
        assert "somebody has put a column in" in told[0].casefold()
        assert len(found.causes) == 1, [cause.line for cause in found.causes]


def test_what_stands_there_now_and_where_the_heading_went_is_said() -> None:
    table = [["case", "case_type", "Same", "Same"], *([f"C{at}", "community", "yes", "no"] for at in range(4))]
    questions = [name for name in tarnmouth().table[0] if "." in name][:2]
    text = (
        "sources:\n  - case: case\n    columns: {case_type: case_type, C: "
        f"{questions[0]}, B: ignore}}\n    headings: {{C: 'Same'}}\n"
    )
    table[0][3] = "Other"
    held = map_of(text.replace(", B: ignore", ""))
    assert "does not" not in str(imported(table, held).causes)
    table[0][2:] = ["Other", "Same"]
    (cause,) = imported(table, held).causes
    assert "C is «Other» now, and was «Same», which stands in D" in cause.line
    assert "C1" in cause.line


def test_a_column_beyond_all_others_is_told_likewise() -> None:
    question = next(name for name in tarnmouth().table[0] if "." in name)
    text = f"sources:\n  - case: case\n    columns: {{case_type: case_type, C: {question}}}\n    headings: {{C: Was}}\n"
    table = [["case", "case_type"], ["C1", "community"]]
    (cause,) = imported(table, map_of(text)).causes
    assert "C has no heading now, and was «Was»" in cause.line


def test_a_map_without_headings_is_read_as_before() -> None:
    table = cut_off(25)
    held = told_by_hand(table)
    old = EvidenceMap(sources=(with_values(held.sources[0], headings={}),))
    assert imported(table, old).files["evidence/cases.csv"] == tarnmouth().text


def test_the_person_in_a_heading_gets_into_no_map() -> None:
    table = [[*row] for row in tarnmouth().table]
    questions = [at for at, name in enumerate(table[0]) if "." in name]
    people = ("Jane Doe, 07700 900123", "jane.doe@example.org", "Mr Quill", "A1234BC")
    for at, who in zip(questions, people, strict=False):
        table[0][at] += f" (judged by {who})"
    table[0].append("Comments by Jane Doe")
    for number, row in enumerate(table[1:]):
        row.append(f"Some words about it, and others {number}")
    sheets = guess_sheets(read_grids(csv_of(table), "export.csv"), tarnmouth().framework).sheets
    text = map_text(sheets)
    assert not re.search(r"Jane|Doe|07700|Quill|A1234BC|example\.org", text)
    held = map_of(text)
    (source,) = held.sources
    letters = [letters_of_column(at) for at in questions[: len(people)]]
    assert [source.columns[each] for each in letters] == [tarnmouth().table[0][at] for at in questions[: len(people)]]
    assert source.headings[letters[0]].endswith("(judged by …, …)")
    found = imported(table, held)
    assert found.files["evidence/cases.csv"] == tarnmouth().text, [cause.line for cause in found.causes]
    table[0].insert(1, "Duration")
    for row in table[1:]:
        row.insert(1, "9")
    assert "by their letters" in imported(table, held).causes[0].line


@pytest.mark.parametrize("seed", range(4))
def test_two_columns_for_one_question_are_for_a_person_to_choose_between(seed: int) -> None:
    random_ = random.Random(seed)
    table = [[*row] for row in tarnmouth().table]
    questions = [at for at, name in enumerate(table[0]) if "." in name]
    twice = random_.sample(questions, random_.choice([1, 2, 3, 30]))
    name_of = {at: table[0][at] for at in twice}
    for at in twice:
        table[0][at] += " (first)"
        table[0].append(f"{name_of[at]} (second)")
        for row in table[1:]:
            row.append({"yes": "no", "no": "yes"}.get(row[at], row[at]))
    (found,) = guess_sheets(read_grids(csv_of(table), "export.csv"), tarnmouth().framework).sheets
    told = "\n".join(found.unsure)
    if len(twice) <= 3:
        assert len(found.unsure) == len(twice), told
        for name in name_of.values():
            assert f"{name} (first)" in told
            assert f"{name} (second)" in told
    else:
        assert len(found.unsure) == 1, told
        assert told.startswith("30 columns, each of which has another that fits the same question")
    assert {each.guess.meant for each in found.columns if not each.guess.is_sure} == set(name_of.values())


def test_a_second_column_that_says_the_same_in_other_words_is_no_question_to_anybody() -> None:
    table = [[*row] for row in tarnmouth().table]
    at = next(at for at, name in enumerate(table[0]) if "." in name)
    table[0].append(f"{table[0][at]} label")
    words = {"yes": "Y", "no": "N"}
    for row in table[1:]:
        row.append(words.get(row[at], row[at]))
    (found,) = guess_sheets(read_grids(csv_of(table), "export.csv"), tarnmouth().framework).sheets
    assert not found.unsure


def test_what_reads_like_a_question_and_is_taken_for_none_is_said() -> None:
    evidence = tarnmouth()
    table = [[*row] for row in evidence.table]
    table[0] += ["Did the plan name an officer for each task?", "Name of the officer who filled this in", "9.9.9"]
    for number, row in enumerate(table[1:]):
        row += ["yes" if number % 3 else "no", f"Officer {number}", "no"]
    (found,) = guess_sheets(read_grids(csv_of(table), "export.csv"), evidence.framework).sheets
    assert len(found.unsure) == 2, found.unsure
    assert found.unsure[0].startswith("Did the plan name an officer for each task? → ignore")
    assert found.unsure[1].startswith("9.9.9 → ignore")
    personal = [each.key for each in found.ignored if each.guess.why.startswith("personal")]
    assert personal == ["Name of the officer who filled this in"]


def test_numbers_that_contradict_the_texts_are_one_thing_to_look_at() -> None:
    evidence = tarnmouth()
    head, *rows = evidence.table
    texts = evidence.kind.texts
    several = Counter(texts.values())
    names = [name for name in head if "." in name and several[texts[name]] == 1]
    shifted = dict(zip(names, [*names[1:], names[0]], strict=True))
    headings = [f"{name} {texts[shifted[name]]}" if name in shifted else name for name in head]
    (found,) = guess_sheets(read_grids(csv_of([headings, *rows]), "export.csv"), evidence.framework).sheets
    assert len(found.unsure) <= 4, found.unsure
    assert any("whose numbers are those of other questions than their words" in each for each in found.unsure)


def test_shares_below_a_table_are_no_cases() -> None:
    evidence = tarnmouth()
    table = [*evidence.table, ["Yes %", "", *("55%" for _each in evidence.table[0][2:])]]
    held = guessed(read_grids(csv_of(evidence.table), "export.csv"), evidence.framework)
    assert imported(table, held).files["evidence/cases.csv"] == evidence.text


@given(st.text("ab…", max_size=6), st.text("ab", max_size=7))
def test_three_dots_in_a_kept_heading_stand_for_anything(kept: str, heading: str) -> None:
    pattern = ".*".join(map(re.escape, kept.split("…")))
    assert is_kept(kept, Heading(0, heading, heading)) == bool(re.fullmatch(pattern, heading))
