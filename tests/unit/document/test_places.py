from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.document.places import WantedNumber, places_of
from omi_report.inspection import Inspection
from tests.samples import WESTMARK, inspected


@pytest.fixture(scope="module")
def westmark() -> Inspection:
    return inspected(WESTMARK)


@pytest.mark.parametrize(
    ("wanted", "shown", "found"),
    [
        ("63%", "63%", True),
        ("63", "63%", True),
        ("63", "63 per cent", True),
        ("63%", "63", False),
        ("6", "six", True),
        ("6", "63%", False),
        ("61.5%", "61.5%", True),
        ("1.5%", "61.5%", False),
        ("five of the six", "five of the six", True),
        ("Five of  the six", "five of the six", True),
        ("1,250", "1250", True),
        ("1250", "1,250", True),
        ("1,250%", "1250%", True),
        ("12,50", "1250", False),
        ("250", "1,250", False),
    ],
)
def test_what_counts_as_the_same_number(wanted: str, shown: str, found: bool) -> None:
    assert WantedNumber(wanted).is_shown_by(shown) is found


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("5% or 6,300 or 63.5%", 0), ("63% of 63%", 2), ("163% and 63%-odd", 0), ("It was 63%.", 1), ("(63%)", 1)],
)
def test_a_number_is_found_by_itself_alone(text: str, pieces: int) -> None:
    assert len(WantedNumber("63%").pattern.findall(text)) == pieces


def test_a_figure_is_found_by_what_is_printed(westmark: Inspection) -> None:
    places = list(places_of(westmark, WantedNumber("95%")))
    assert [(place.name, place.where, place.location.line) for place in places] == [
        ("1.1/met", "summary of section 1", 5),
        ("1.1/met", "criterion 1.1, strength (a)", 9),
        ("", "table: performance, actual", 35),
    ]
    assert places[1].sentence == "Nearly all trainees, 95%, were met on the first day; only 5% were not."


def test_a_reference_is_quoted_as_it_is_printed(westmark: Inspection) -> None:
    (place,) = places_of(westmark, WantedNumber("six weeks"))
    assert place.sentence == (
        "The OTC asks for a plan within six weeks; criterion 1.2, area for improvement (a) comes first."
    )


def test_what_is_left_of_a_figure_is_told_apart(westmark: Inspection) -> None:
    places = list(places_of(westmark, WantedNumber("5%")))
    assert [place.where for place in places] == ["criterion 1.1, strength (a), what is left of it"]


def test_a_figure_is_found_by_its_name(westmark: Inspection) -> None:
    places = list(places_of(westmark, WantedNumber("safety-told", frozenset({"1.1/safety-told"}))))
    assert [place.location.line for place in places] == [12, 13, 13]


def test_a_number_that_no_figure_is_behind_is_found_where_it_is_written(westmark: Inspection) -> None:
    places = list(places_of(westmark, WantedNumber("first day")))
    assert places
    assert all(place.name == "" for place in places)
    for place in places:
        file = WESTMARK / place.location.file.removeprefix(f"{WESTMARK.as_posix()}/")
        line = file.read_text().splitlines()[place.location.line - 1]
        assert line[place.location.column - 1 :].lower().startswith("first day")


def test_a_figure_of_a_table_or_a_note_is_shown_with_its_row_or_its_note(tmp_path: Path) -> None:
    folder = shutil.copytree(WESTMARK, tmp_path / "westmark")
    file = folder / "criteria" / "1.1.yaml"
    written = "only {{ met | rest }} were not."
    more = "\n\n    | Met | Share |\n    | --- | --- |\n    | first day | {{ met }} |\n    | later | none |"
    more += "\n\n    Others[^n].\n\n    [^n]: Of {{ met }}."
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, written + more), encoding="utf-8")
    places = places_of(inspected(folder), WantedNumber("1.1/met", frozenset(["1.1/met"])))
    assert {"| first day | 95% |", "[^n]: Of 95%."} <= {place.sentence for place in places}
