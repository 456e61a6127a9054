"""Every id has a bookmark's name that Word allows, and no other id has it."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st

from omi_report.comments.word.marks import LONGEST, bookmark_name

IDS = st.text(alphabet="abz019-._AÄ /", min_size=1, max_size=60)


def test_a_plain_id_can_be_read() -> None:
    assert bookmark_name("section-1") == "section_1"
    assert bookmark_name("criterion-1.2").startswith("criterion_1_2__")


@given(IDS)
def test_word_allows_every_name(identifier: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", bookmark_name(identifier))
    assert len(bookmark_name(identifier)) <= LONGEST


@given(st.lists(IDS, unique=True, min_size=2, max_size=6))
def test_no_two_ids_have_the_same_name(identifiers: list[str]) -> None:
    names = {bookmark_name(identifier).casefold() for identifier in identifiers}
    assert len(names) == len(identifiers)


def test_ids_that_are_alike_have_names_of_their_own() -> None:
    alike = ["a-1.2", "a-1-2", "a-1_2", "A-1-2", "a--1-2", "x" * 41, "x" * 42, "1.2", "-1.2"]
    assert len({bookmark_name(each).casefold() for each in alike}) == len(alike)
