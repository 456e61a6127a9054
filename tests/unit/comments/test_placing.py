"""Where a remark belongs in a report as it is now: by words first, by its address between places as much alike."""

from __future__ import annotations

import pytest

from omi_report.comments.place import CommentPlace
from omi_report.comments.remark import Remark
from omi_report.remarks.placing import placed

LATE = "Plans for the cases were often late, and few of them had been made together with the offender."
SEEN = "Offenders were seen weekly by their managers, who kept good notes of each of their meetings."
VISITS = "Home visits were made where they had to be made."
OTHER = "The budget of the area rose by a tenth in both of the years before the inspection took place."


def place(address: str, *passages: str, stays: bool = False, also: tuple[str, ...] = ()) -> CommentPlace:
    return CommentPlace(address, also, stays, address, passages)


def found(remark: Remark, *places: CommentPlace) -> tuple[str, str]:
    (result,) = placed([remark], places)
    return result.address if result.place else "", result.found


def on(address: str, words: str = "", quoted: str = "") -> Remark:
    return Remark("says", "row 1", address, words, quoted)


A, B = "finding-1.1-strength-a", "finding-1.1-strength-b"
ELSEWHERE = "finding-2.3-strength-a"
OWN = "finding-1.1-late-plans"
TABLE = "table-2"
COUNTED = " Counted in May by those who keep the book of the harbour"
CONTENTS = CommentPlace("contents", (), True, "Contents", ("Contents",), is_heading=True)
BOATS = ("Boats by quay\nEast; 12\nWest; 9", COUNTED)


@pytest.mark.parametrize(
    ("remark", "places", "expected"),
    [
        (on(A, LATE), (place(A, LATE), place(B, SEEN)), (A, "same")),
        (on(A, LATE), (place(A, LATE.upper().replace(",", " ;")), place(B, SEEN)), (A, "same")),
        (on(A, LATE), (place(A, SEEN), place(B, LATE)), (B, "moved")),
        (on(A, LATE), (place(A, LATE.replace("often", "never")), place(B, SEEN)), (A, "changed")),
        (on(A, LATE), (place(A, SEEN), place(ELSEWHERE, f"{LATE} This was so.")), (ELSEWHERE, "moved")),
        (on(A, LATE), (place(A, SEEN), place(ELSEWHERE, LATE.replace("late", "early"))),
         (ELSEWHERE, "moved and changed")),
        (on(A, LATE), (place(A, SEEN), place(ELSEWHERE, OTHER)), ("", "nowhere")),
        # the same words twice: the address decides
        (on(B, LATE), (place(A, LATE), place(B, LATE)), (B, "same")),
        # an id stays with what it leads to, unless its words are elsewhere
        (on(OWN, LATE), (place(OWN, OTHER, stays=True, also=(A,)), place(B, SEEN)), (OWN, "changed")),
        (on(OWN, LATE), (place(OWN, OTHER, stays=True, also=(A,)), place(B, LATE)), (B, "moved")),
        (on(A, LATE), (place(OWN, OTHER, stays=True, also=(A,)), place(B, SEEN)), ("", "nowhere")),
        (on(A, LATE), (place(OWN, LATE, stays=True, also=(A,)), place(B, SEEN)), (OWN, "same")),
        # a place that was only named is found by the words that it had in the draft
        (Remark("says", "row 1", A, stood=LATE, named="1.1 (a)"), (place(A, SEEN), place(B, LATE)), (B, "moved")),
        (Remark("says", "row 1", A, stood=LATE, named="1.1 (a)"), (place(A, SEEN), place(B, OTHER)), ("", "nowhere")),
        # what has a heading alone shows the words of other places
        (on("contents", f"Contents {LATE}"), (CONTENTS, place(B, LATE)), ("contents", "same")),
        # no words, no address
        (on(""), (place(A, LATE),), ("", "whole")),
        (on("page 9"), (place(A, LATE),), ("", "nowhere")),
        (on(A), (place(A, LATE),), (A, "same")),
        # marked words with nothing around them
        (on("", quoted="seen weekly by their managers"), (place(A, LATE), place(B, SEEN)), (B, "same")),
        (on("", quoted="visits"), (place(A, VISITS), place(B, SEEN)), (A, "same")),
        (on("", quoted="were"), (place(A, VISITS), place(B, SEEN)), ("", "nowhere")),
        # a paragraph of a place with several
        (on("summary", SEEN), (place("summary", LATE, SEEN, stays=True),), ("summary", "same")),
        (on("summary", SEEN), (place("context", LATE, SEEN, stays=True), place("summary", OTHER, stays=True)),
         ("context", "moved")),
        # nothing has moved whose file does not say where it stood
        (on("", LATE), (place(A, SEEN), place(B, LATE)), (B, "same")),
        (on("", LATE), (place(A, SEEN), place(B, LATE.replace("often", "never"))), (B, "changed")),
        # a file prints what a place is called with its words, and in another order
        (on(TABLE, "Table 2: Boats by quay"), (place(TABLE, *BOATS),), (TABLE, "same")),
        (on(TABLE, "Table 3: Boats by quay"), (place(TABLE, *BOATS, stays=True),), (TABLE, "changed")),
        (on(TABLE, "12 East", "12"), (place(TABLE, *BOATS),), (TABLE, "same")),
        (on(TABLE, f"Table 2: Boats by quay Blue (new) Quay Boats East 12 West 9{COUNTED}", "East"),
         (place(TABLE, *BOATS),), (TABLE, "same")),
        (on(TABLE, f"Table 2: Boats by quay Blue (new) Quay Boats East 12 West 9 North 4{COUNTED}", "North"),
         (place(TABLE, *BOATS),), (TABLE, "changed")),
        (on(TABLE, f"Table 2: Boats by quay Blue (new) Quay Boats East 12 West 8{COUNTED}", "East"),
         (place(TABLE, *BOATS),), (TABLE, "changed")),
        # words that were put in change a finding, though all others are there
        (on(A, LATE), (place(A, LATE.replace("often", "not often")), place(B, SEEN)), (A, "changed")),
        # the text behind a table is that of the place around it, as often as the words stand elsewhere
        (Remark("says", "page 1", TABLE, "Strengths", near=(TABLE, "criterion-1.2", "criterion-1.1")),
         (place("criterion-1.1", "Strengths"), place("criterion-1.2", OTHER, "Strengths"), place(TABLE, *BOATS)),
         ("criterion-1.2", "same")),
    ],
)  # fmt: skip
def test_a_remark_finds_its_place(remark: Remark, places: tuple[CommentPlace, ...], expected: tuple[str, str]) -> None:
    assert found(remark, *places) == expected


@pytest.mark.parametrize(("quoted", "expected"), [("often late", A), ("with the offender", ELSEWHERE), ("", ELSEWHERE)])
def test_of_what_was_split_the_part_with_the_marked_words_is_meant_or_the_longer_one(
    quoted: str, expected: str
) -> None:
    shorter, longer = LATE.split(", and ")
    assert found(on(A, LATE, quoted), place(A, shorter), place(ELSEWHERE, longer), place(B, SEEN))[0] == expected


def test_an_address_that_is_another_findings_is_told() -> None:
    (result,) = placed([on(A, LATE)], [place(A, SEEN), place(B, OTHER)])
    assert (result.place, result.is_taken) == (None, True)
    (gone,) = placed([on(A, LATE)], [place(B, OTHER)])
    assert (gone.place, gone.is_taken) == (None, False)
