"""A map is proposed for exports in any layout, and by it they become the sheets that they were made of."""

from __future__ import annotations

import random

import pytest

from omi_report.evidence.grids import read_grids
from omi_report.importing.sheets.guess.guesses import guess_sheets
from tests.export_layouts import CasesSheet, Layout, cases_of, export_of, imported_by_guess
from tests.exports import csv_of


@pytest.fixture(scope="module")
def tarnmouth() -> CasesSheet:
    return cases_of("tarnmouth")


@pytest.fixture(scope="module")
def wessex() -> CasesSheet:
    return cases_of("wessex")


def expect_round_trip(evidence: CasesSheet, seed: int) -> None:
    random_ = random.Random(seed)
    layout = Layout.at_random(random_)
    grids = export_of(evidence, layout, random_).grids()
    found = imported_by_guess(grids, evidence.framework)
    assert not found.causes, (layout, [cause.line for cause in found.causes])
    assert found.files["evidence/cases.csv"] == evidence.text, layout
    for sheet in guess_sheets(grids, evidence.framework).sheets:
        assert not sheet.unsure, (layout, sheet.unsure[:3])


@pytest.mark.parametrize("seed", range(8))
def test_an_export_in_any_layout_comes_back(tarnmouth: CasesSheet, seed: int) -> None:
    expect_round_trip(tarnmouth, seed)


@pytest.mark.parametrize("seed", range(100, 101))
def test_an_export_of_a_large_framework_comes_back(wessex: CasesSheet, seed: int) -> None:
    expect_round_trip(wessex, seed)


@pytest.mark.parametrize("seed", range(2))
def test_a_number_beside_the_words_of_another_question_is_never_sure(tarnmouth: CasesSheet, seed: int) -> None:
    """An export may number its questions by itself: what is sure must be right."""
    random_ = random.Random(seed)
    head, *rows = tarnmouth.table
    texts = tarnmouth.kind.texts
    questions = [name for name in head if "." in name and list(texts.values()).count(texts[name]) == 1]
    wrong = dict(zip(questions, random_.sample(questions, len(questions)), strict=True))
    headings = [f"{name} {texts[wrong[name]]}" if name in wrong else name for name in head]
    (found,) = guess_sheets(read_grids(csv_of([headings, *rows]), "x.csv"), tarnmouth.framework).sheets
    sure = {each.key: each.guess.meant for each in found.columns if each.guess.is_sure}
    for heading, name in zip(headings, head, strict=True):
        if name in wrong and wrong[name] != name:
            assert not [key for key in sure if heading.startswith(key.removesuffix("…"))], heading


@pytest.mark.parametrize("seed", range(2))
def test_headings_with_slips_are_right_or_not_sure(tarnmouth: CasesSheet, seed: int) -> None:
    random_ = random.Random(seed)
    head, *rows = tarnmouth.table
    texts = tarnmouth.kind.texts
    headings = [slipped(texts[name], random_) if name in texts else name for name in head]
    (found,) = guess_sheets(read_grids(csv_of([headings, *rows]), "x.csv"), tarnmouth.framework).sheets
    taken = 0
    for each in found.columns:
        meant = {
            name for heading, name in zip(headings, head, strict=True) if heading.startswith(each.key.removesuffix("…"))
        }
        if each.guess.is_sure and meant:
            assert each.guess.meant in meant, (each, meant)
        taken += each.guess.meant in meant
    assert taken * 10 >= len(head) * 7


def test_a_heading_that_says_the_opposite_is_not_sure(tarnmouth: CasesSheet) -> None:
    head, *rows = tarnmouth.table
    headings = [tarnmouth.kind.texts[name].replace("Was ", "Was not ") if "." in name else name for name in head]
    (found,) = guess_sheets(read_grids(csv_of([headings, *rows]), "x.csv"), tarnmouth.framework).sheets
    assert not [each for each in found.columns if each.guess.is_sure and "Was not " in each.key]


def slipped(text: str, random_: random.Random) -> str:
    """A text as somebody might type it again: a word left out, another one changed, or the end cut off."""
    words = text.split()
    match random_.randrange(4):
        case 0:
            del words[random_.randrange(len(words))]
        case 1:
            words[random_.randrange(len(words))] = random_.choice(["really", "adequately", "there", "it"])
        case 2:
            words = words[: max(4, len(words) - random_.randint(1, 3))]
        case _:
            words.insert(random_.randrange(len(words)), random_.choice(["clearly", "always"]))
    return " ".join(words)


_NASTY = [
    *": x|- y|# z|{a}|[b]|&c|*d|!e|>|%f|@g|`h`|'i|\"j|yes|null|~|1.10|=A1|…|a: b|a #b|AF|A|case|Case|   p  |é|Ω".split(
        "|"
    ),
    *("|", "\u202ek", "l\nm", "\x07n", "\u2028o", "x" * 3000, "1.1.1", "1.1.1", "Q1.1.1", "ignore", "*", "blank"),
]


@pytest.mark.parametrize("seed", range(3))
def test_a_map_is_sound_whatever_headings_and_values_are(tarnmouth: CasesSheet, seed: int) -> None:
    """What is guessed of anything is a map that can be read, and something can be imported by it, or is told."""
    random_ = random.Random(seed)
    columns = [random_.choice([*_NASTY, *tarnmouth.table[0]]) for _each in range(12)]
    headings = ["case", "case_type", "1.1.2", *columns]
    values = [*_NASTY, "yes", "no", "YES - fine", "n/a", "community", "custody", ""]
    rows = [[f"C{at}", *(random_.choice(values) for _each in headings[1:])] for at in range(8)]
    grids = read_grids(csv_of([headings, *rows]), "x.csv")
    found = imported_by_guess(grids, tarnmouth.framework)
    assert found.causes or found.files
