"""Addresses: an id of one's own first, and never two of the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from omi_report.document.kinds import PART_KINDS
from omi_report.model.addresses import Address, addresses, is_like_place
from omi_report.model.base import Text
from omi_report.model.findings import Finding, FindingKind, Mark, letter
from omi_report.model.load import load_area
from omi_report.problems import Problem
from omi_report.source.snapshot import Snapshot

NAMES = st.lists(st.none() | st.sampled_from(["plans", "late", "strength-a", "strength-b", "2", "1"]), max_size=6)


def test_an_id_comes_before_a_letter() -> None:
    assert addresses("finding-1.2", ["plans", None], ["strength-a", "strength-b"]) == (
        Address("finding-1.2-plans", ("finding-1.2-strength-a",)),
        Address("finding-1.2-strength-b"),
    )


def test_a_number_that_is_not_printed_is_an_address_only_where_there_is_no_id() -> None:
    assert addresses("story", ["plans", None], "12", printed=False) == (Address("story-plans"), Address("story-2"))


@given(NAMES, st.booleans())
def test_no_two_addresses_are_the_same_and_every_place_leads_somewhere(
    names: list[str | None], by_letter: bool
) -> None:
    places = [f"strength-{letter(n)}" if by_letter else str(n + 1) for n in range(len(names))]
    found = addresses("x", names, places)
    ids = [each for address in found for each in (address.id, *address.also)]
    assert len(ids) == len(set(ids))
    assert {f"x-{place}" for place in places} <= set(ids)
    given_first = {f"x-{name}" for name in names if name and name not in places}
    assert given_first <= {address.id for address in found}


def problems_of(area: Path) -> list[Problem]:
    return [problem for problem in load_area(Snapshot.of(area), PART_KINDS).problems if problem.code == "OMI104"]


@pytest.mark.parametrize("name", ["strength-a", "improvement-zz"])
def test_an_id_may_not_read_like_a_letter(small_area: Path, name: str) -> None:
    text = f"criterion: 1.10\nimprovements:\n  - One.\n  - {{id: {name}, text: Two.}}\n"
    (small_area / "criteria/1.10.yaml").write_text(text)
    (problem,) = problems_of(small_area)
    assert (problem.location.line, problem.location.column, problem.length) == (4, 10, len(name))
    assert problem.message == f"the id «{name}» reads like the address that an entry has by its letter"
    assert problem.hint == "choose a word that says what it is about: letters change when entries are added"


@pytest.mark.parametrize("file", ["recommendations.yaml", "good-practice.yaml"])
def test_an_id_may_not_read_like_a_number(small_area: Path, file: str) -> None:
    entry = "id: 12\n    text: One.\n"
    text = {
        "recommendations.yaml": f"recommendations:\n  - {entry}    criteria: [1.1]\n",
        "good-practice.yaml": f"stories:\n  - {entry}    title: One\n    criterion: 1.1\n",
    }[file]
    (small_area / file).write_text(text)
    (problem,) = problems_of(small_area)
    assert (problem.location.line, problem.location.column, problem.length) == (2, 9, 2)
    assert problem.message == "the id «12» reads like the address that an entry has by its number"


@pytest.mark.parametrize("name", ["strength-training", "strength", "improvement-plan", "a", "2", "strengths-a"])
def test_other_ids_of_findings_may_stand(small_area: Path, name: str) -> None:
    (small_area / "criteria/1.10.yaml").write_text(f"criterion: 1.10\nimprovements:\n  - {{id: {name}, text: Two.}}\n")
    assert problems_of(small_area) == []


@pytest.mark.parametrize(
    ("mark", "name", "like"),
    [
        ("letters", "good-news-b", True),
        ("letters", "good-news", False),
        ("letters", "good-news-bad", False),
        ("letters", "good-news-1", False),
        ("letters", "strength-a", False),
        ("numbers", "good-news-12", True),
        ("numbers", "good-news-b", False),
        ("none", "good-news-1", True),
    ],
)
def test_places_are_those_of_the_kinds_of_finding_that_there_are(mark: Mark, name: str, like: bool) -> None:
    kind = FindingKind(id="good-news", key="good", singular="news", plural="news", side="good", mark=mark)
    assert is_like_place(Finding(text=Text.of("One.")), name, [kind]) is like
