"""What has a number in a report, and which."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.model.addresses import Address
from omi_report.model.area import Area
from omi_report.model.findings import letter
from omi_report.model.load import load_area
from omi_report.model.outline import chart_id, criterion_id, outline_of, section_id, table_id
from omi_report.source.snapshot import Snapshot

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"
WESTMARK = Path(__file__).parents[2] / "golden" / "westmark"


@pytest.fixture
def area(small_area: Path) -> Area:
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    return area


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa")],
)
def test_findings_are_lettered_from_a_to_z_and_on(index: int, expected: str) -> None:
    assert letter(index) == expected


def test_no_two_findings_share_a_letter() -> None:
    assert len({letter(index) for index in range(2_000)}) == 2_000


def test_the_ids_of_the_report_are_those_that_were_promised() -> None:
    assert [section_id("1"), criterion_id("1.10"), table_id(2), chart_id(3)] == [
        "section-1",
        "criterion-1.10",
        "table-2",
        "chart-3",
    ]


def test_parts_are_called_by_their_kind_and_appendices_by_their_number(area: Area) -> None:
    placed = [(each.id, each.appendix) for each in outline_of(area).parts]
    assert placed == [
        ("title-page", 0),
        ("foreword", 0),
        ("contents", 0),
        ("abbreviations", 0),
        ("summary", 0),
        ("scores", 0),
        ("sections", 0),
        ("appendix-1", 1),
    ]


@pytest.mark.parametrize(
    ("name", "appendix", "found"),
    [("scoring", True, "appendix-1"), ("scoring", False, None), ("foreword", False, "foreword"), ("x", False, None)],
)
def test_a_part_is_found_among_parts_and_an_appendix_among_appendices(
    area: Area, name: str, appendix: bool, found: str | None
) -> None:
    placed = outline_of(area).part(name, appendix=appendix)
    assert (placed.id if placed else None) == found


def test_a_finding_is_found_by_its_id_and_by_its_letter(area: Area) -> None:
    outline = outline_of(area)
    assert {name: (place.id, place.place_id) for name, place in outline.findings.items()} == {
        "1.1/reviews": ("finding-1.1-reviews", "finding-1.1-strength-b")
    }
    assert [(each.id, each.address.also) for each in outline.placed["1.1", "strength"]] == [
        ("finding-1.1-strength-a", ()),
        ("finding-1.1-reviews", ("finding-1.1-strength-b",)),
    ]
    assert [each.id for each in outline.placed["1.1", "improvement"]] == ["finding-1.1-improvement-a"]


def test_stories_and_recommendations_are_found_by_their_ids() -> None:
    area = load_area(Snapshot.of(WESTMARK), PART_KINDS).area
    assert area is not None
    entries = outline_of(area).entries
    assert entries["story"] == (Address("story-first-friend"),)
    assert entries["recommendation"] == (
        Address("recommendation-reviews", ("recommendation-1",)),
        Address("recommendation-2"),
    )


def test_an_id_that_is_given_twice_leads_to_the_first(small_area: Path) -> None:
    text = "criterion: 1.1\nstrengths:\n  - {id: plans, text: One.}\nimprovements:\n  - {id: plans, text: Two.}\n"
    (small_area / "criteria/1.1.yaml").write_text(text)
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    outline = outline_of(area)
    assert outline.findings["1.1/plans"].kind.id == "strength"
    assert outline.placed["1.1", "improvement"][0].address == Address("finding-1.1-improvement-a")


@pytest.mark.parametrize("place", range(6))
@pytest.mark.parametrize("key", ["strengths", "improvements"])
def test_a_further_finding_moves_no_finding_that_has_an_id(small_area: Path, key: str, place: int) -> None:
    findings = {
        each: [f"{{id: {each}-{n}, text: Finding {n}.}}" for n in range(5)] for each in ("strengths", "improvements")
    }

    def ids() -> dict[str, str]:
        lists = (f"{each}: [{', '.join(entries)}]\n" for each, entries in findings.items())
        (small_area / "criteria/1.1.yaml").write_text("criterion: 1.1\n" + "".join(lists))
        area = load_area(Snapshot.of(small_area), PART_KINDS).area
        assert area is not None
        return {name: found.id for name, found in outline_of(area).findings.items()}

    before = ids()
    assert len(before) == 10
    findings[key].insert(place, "A new one.")
    assert ids() == before


def test_tables_and_charts_are_numbered_in_the_order_of_the_report(area: Area) -> None:
    outline = outline_of(area)
    assert outline.tables == {"grades": 1, "safety": 2}
    assert outline.charts == {"scores": 1}


def test_a_real_report_has_the_numbers_of_the_published_one() -> None:
    area = load_area(Snapshot.of(HAMPSHIRE), PART_KINDS).area
    assert area is not None
    outline = outline_of(area)
    assert list(outline.tables)[:2] == ["grades", "roh"]
    assert sorted(outline.tables.values()) == list(range(1, len(outline.tables) + 1))
    assert sorted(outline.charts.values()) == list(range(1, len(outline.charts) + 1))
    assert [each.id for each in outline.parts if each.appendix] == [f"appendix-{number}" for number in range(1, 6)]
