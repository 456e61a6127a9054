"""Every id has a bookmark's name that Word allows, and no other id has it."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st

from omi_report.comments.word.marks import LONGEST, addresses_of, bookmark_name, going_on_name, told

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


@given(st.lists(IDS, unique=True, min_size=1, max_size=6), st.sets(st.integers(0, 5)))
def test_without_the_list_no_bookmark_leads_to_another_id(identifiers: list[str], chosen: set[int]) -> None:
    names = {bookmark_name(each): each for each in identifiers}
    names |= {going_on_name(each, at): each for at, each in enumerate(identifiers)}
    known = [each for at, each in enumerate(identifiers) if at in chosen]
    found = addresses_of(names, {}, known)
    assert found.keys() >= {bookmark_name(each) for each in identifiers}
    assert all(told(address) in ("", names[name]) for name, address in found.items())
    assert all(found[name] == each for name, each in names.items() if each in known)
    assert len({found[bookmark_name(each)] for each in identifiers}) == len(identifiers)


def test_a_bookmark_of_somebody_else_is_no_place() -> None:
    assert addresses_of(["_GoBack", "_Toc12345", "Ann"], {}, ["section-1"]) == {}
    assert addresses_of([bookmark_name("criterion-1.1"), "section_1"], {}, None) == {}
