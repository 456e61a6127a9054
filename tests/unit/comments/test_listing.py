"""Comments stay with the words that they were made on, though an address leads elsewhere by now."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.comments.commented import Commented, commented
from omi_report.comments.listing import listed
from omi_report.comments.place import CommentPlace
from omi_report.model.base import Text
from omi_report.model.comments import Comment
from tests.samples import WESTMARK, inspected

CASES = "Cases by type, at the end of March"
BUDGET = "Budget by year, in thousand pounds"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Commented:
    area = Path(shutil.copytree(WESTMARK, tmp_path_factory.mktemp("listed") / "westmark"))
    (area / "comments.yaml").write_text("comments:\n  - {id: one, on: table-1, by: Ada, says: So., quoted: So.}\n")
    read = commented(inspected(area))
    assert read is not None
    return read


def place(address: str, words: str, *, stays: bool = False) -> CommentPlace:
    return CommentPlace(address, (), stays, address, (words,))


@pytest.mark.parametrize(
    ("on", "quoted", "places", "expected", "stands"),
    [
        ("table-1", CASES, (place("table-1", CASES), place("table-2", BUDGET)), "table-1", True),
        ("table-1", CASES, (place("table-1", BUDGET), place("table-2", CASES)), "table-2", True),
        ("table-1", CASES, (place("table-1", BUDGET),), "table-1", False),
        # a place that keeps its address is where it is said to be
        ("table-1", CASES, (place("table-1", BUDGET, stays=True), place("table-2", CASES)), "table-1", False),
        # what stands in two places, or says too little, tells nothing
        ("table-1", CASES, (place("table-1", BUDGET), place("a", CASES), place("b", CASES)), "table-1", False),
        ("table-1", "Cases by", (place("table-1", BUDGET), place("table-2", CASES)), "table-1", False),
        # the number of a place, and words that go on into the next one
        ("table-1", "table-1:", (place("table-1", CASES),), "table-1", True),
        ("a", f"{CASES} {BUDGET}", (place("a", CASES), place("b", BUDGET)), "a", True),
        ("a", "—", (place("a", CASES),), "a", True),
        # a finding that has gone to another criterion
        ("finding-1.2-x", CASES, (place("finding-1.3-x", CASES, stays=True),), "finding-1.3-x", True),
        ("finding-1.2-x", CASES, (place("finding-1.3-x", BUDGET, stays=True),), None, None),
    ],
)
def test_a_comment_stays_with_its_words(
    found: Commented,
    on: str,
    quoted: str,
    places: tuple[CommentPlace, ...],
    expected: str | None,
    stands: bool | None,
) -> None:
    comment = Comment(**dict(found.comments[0].items()) | {"on": on, "quoted": Text.of(quoted)})
    (shown,) = listed(found, [comment], places)
    assert (shown.place.address if shown.place else None, shown.stands) == (expected, stands)
    assert shown.found is (expected is not None)
