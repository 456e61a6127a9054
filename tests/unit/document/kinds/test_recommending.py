"""Recommendations with addressees, deadlines and owners, and those that stand under the finding that they answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.inlines import ReferenceInline
from omi_report.document.printed import line, plain
from omi_report.document.tree import CalloutBlock, DivisionBlock, Document, FindingsBlock, ListBlock, ParagraphBlock
from omi_report.inspection import Inspection
from omi_report.lint.registry import check_area
from omi_report.model.load import load_area
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer
from omi_report.scaffold.area import scaffold
from omi_report.source.snapshot import Snapshot
from tests.samples import POLICY, inspected
from tests.unit.document.blocks import criterion_of, of_type, part_of
from tests.visits import write_visits

FILE = "recommendations.yaml"


@pytest.fixture
def inspection(tmp_path: Path) -> Inspection:
    found = inspected(write_visits(tmp_path / "northfold"))
    assert found.problems == ()
    return found


@pytest.fixture
def document(inspection: Inspection) -> Document:
    return build_document(inspection)


def groups(document: Document) -> list[tuple[str, int | None, list[str]]]:
    """The heading of each group, its first number, and the texts of its recommendations."""
    divisions = of_type(part_of(document, "recommendations").blocks, DivisionBlock)
    lists = [(each.heading, block) for each in divisions for block in of_type(each.blocks, ListBlock)]
    return [(heading, block.start, [plain(item.blocks) for item in block.items]) for heading, block in lists]


def test_they_are_grouped_by_addressee_and_their_numbers_run_on(document: Document) -> None:
    assert groups(document) == [
        (
            "The service should:",
            1,
            [
                (
                    "Have somebody on each floor at night.\n\nBy when\n\nwithin four weeks\n\n"
                    "Answers\n\nSafety (1.2) Poor\n\ncriterion 1.2, cause of concern (1)\n\n"
                    "criterion 1.2, cause of concern (2)"
                ),
                "Bring meals in time.\n\nAnswers\n\nRooms and meals (1.1) Good",
                "Lock the cupboard.\n\nAnswers\n\ncriterion 1.2, cause of concern (2)",
            ],
        ),
        (
            "The region should:",
            4,
            [
                (
                    "Pay for two more posts at night.\n\nBy when\n\nSeptember 2024\n\nOwner\n\nDirector of Care\n\n"
                    "Answers\n\ncriterion 1.2, cause of concern (1)"
                ),
                "Let other services hear of the garden.",
            ],
        ),
    ]


def test_an_address_by_number_is_that_of_the_printed_number(document: Document) -> None:
    divisions = of_type(part_of(document, "recommendations").blocks, DivisionBlock)
    items = [item for each in divisions for block in of_type(each.blocks, ListBlock) for item in block.items]
    assert [(item.id, item.also) for item in items] == [
        ("recommendation-rota", ("recommendation-1",)),
        ("recommendation-2", ()),
        ("recommendation-lock", ("recommendation-3",)),
        ("recommendation-posts", ("recommendation-4",)),
        ("recommendation-5", ()),
    ]


def under(document: Document, place: int) -> list[CalloutBlock]:
    (concerns,) = of_type(criterion_of(document, "1.2").blocks, FindingsBlock)
    return of_type(concerns.findings[place].blocks, CalloutBlock)


def test_they_stand_under_the_finding_with_the_numbers_of_their_part(document: Document) -> None:
    (callout,) = under(document, 0)
    assert callout.role == "recommended"
    said = [
        (block.start, [plain(item.blocks) for item in block.items]) if isinstance(block, ListBlock) else plain((block,))
        for block in callout.blocks
    ]
    assert said == [
        "Recommendations",
        "The service should:",
        (1, ["Have somebody on each floor at night.\n\nDeadline: within four weeks\n\nSee recommendation 1"]),
        "The region should:",
        (
            4,
            [
                (
                    "Pay for two more posts at night.\n\nDeadline: September 2024; Owner: Director of Care\n\n"
                    "See recommendation 4"
                )
            ],
        ),
    ]


def test_a_list_begins_anew_where_numbers_are_left_out(document: Document) -> None:
    (callout,) = under(document, 1)
    assert [(block.start, len(block.items)) for block in of_type(callout.blocks, ListBlock)] == [(1, 1), (3, 1)]


def links(blocks: Iterable[object]) -> set[str]:
    found = set()
    for block in blocks:
        if isinstance(block, ParagraphBlock):
            found |= {each.target for each in block.children if isinstance(each, ReferenceInline)}
        for fact in getattr(block, "facts", ()):
            found |= {each.target for value in fact.values for each in value if isinstance(each, ReferenceInline)}
        for item in getattr(block, "items", ()):
            found |= links(item.blocks)
        found |= links(getattr(block, "blocks", ()))
    return found


def test_links_lead_both_ways(document: Document) -> None:
    assert links(under(document, 0)) == {"recommendation-rota", "recommendation-posts"}
    assert {"finding-1.2-night-staff", "finding-1.2-medicines"} <= links(part_of(document, "recommendations").blocks)


def test_a_finding_of_another_kind_has_none_below_it(tmp_path: Path) -> None:
    changes = {"framework.yaml": ("    recommendations: yes\n", "")}
    document = build_document(inspected(write_visits(tmp_path, changes)))
    assert under(document, 0) == []


def test_without_addressees_there_is_one_list(tmp_path: Path) -> None:
    folder = write_visits(tmp_path)
    framework = folder / "framework.yaml"
    text = framework.read_text()
    begin, end = text.index("  addressees:\n"), text.index("parts:\n")
    framework.write_text(text[:begin] + text[end:])
    recommendations = folder / FILE
    recommendations.write_text(re.sub(r"    to: \w+\n|(?<=- )to: \w+\n    ", "", recommendations.read_text()))
    document = build_document(inspected(folder))
    (listed,) = of_type(part_of(document, "recommendations").blocks, ListBlock)
    assert [item.id for item in listed.items][:2] == ["recommendation-posts", "recommendation-rota"]
    (callout,) = under(document, 0)
    heading, together = callout.blocks
    assert isinstance(together, ListBlock)
    assert (plain((heading,)), together.start, len(together.items)) == ("Recommendations", 1, 2)


def test_the_page_numbers_each_list_from_where_it_goes_on(document: Document) -> None:
    page = Renderer(document).screen_page()
    assert re.findall(r'<ol class="(recommend\S+)"(?: start="(\d+)")?>', page) == [
        ("recommendation-list", ""),
        ("recommendation-list", "4"),
        ("recommended-list", ""),
        ("recommended-list", "4"),
        ("recommended-list", ""),
        ("recommended-list", "3"),
    ]


def test_the_data_are_in_the_order_of_the_report(inspection: Inspection) -> None:
    found = export_data(inspection)["recommendations"]
    assert [(each["number"], each["id"], each["to"]) for each in found] == [
        (1, "recommendation-rota", "service"),
        (2, "recommendation-2", "service"),
        (3, "recommendation-lock", "service"),
        (4, "recommendation-posts", "region"),
        (5, "recommendation-5", "region"),
    ]
    assert (found[3]["findings"], found[3]["deadline"], found[3]["owner"]) == (
        ["1.2/night-staff"],
        "2024-09",
        "Director of Care",
    )


def test_a_text_is_labelled_by_its_printed_number(inspection: Inspection) -> None:
    labels = [prose.label for prose in inspection.area.prose() if prose.file == FILE]
    assert labels == [f"recommendation {number}" for number in (4, 1, 2, 3, 5)]


@pytest.mark.parametrize(
    ("old", "new", "code", "line_", "message"),
    [
        ("  - id: posts\n    to: region\n", "  - id: posts\n", "OMI102", 2, "the key «to» is missing"),
        (
            "deadline: 2024-09",
            "deadline: 2024-13",
            "OMI104",
            7,
            "there is no month 2024-13: months are 01 to 12, behind a year",
        ),
        (
            "findings: [1.2/night-staff]\n",
            "findings: [night-staff]\n",
            "OMI104",
            6,
            "«night-staff» is not written as it should be",
        ),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(
    tmp_path: Path, old: str, new: str, code: str, line_: int, message: str
) -> None:
    (problem,) = load_area(Snapshot.of(write_visits(tmp_path, {FILE: (old, new)})), POLICY.kinds).problems
    assert (problem.code, problem.location.line, problem.message) == (code, line_, message)


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("to: region\n    text: |\n      Pay", "to: regoin\n    text: |\n      Pay", "OMI304", "no addressee «regoin»"),
        ("[1.2/night-staff, 1.2/medicines]", "[1.2/night-staff, 1.2/night-staff]", "OMI305", "is given twice"),
        ("[1.2/night-staff, 1.2/medicines]", "[1.2/night-staf]", "OMI318", "there is no finding «1.2/night-staf»"),
        ("[1.2/night-staff, 1.2/medicines]", "[1.1/building]", "OMI318", "1.1/building is one of the observations"),
    ],
)
def test_names_that_stand_for_nothing_are_found(tmp_path: Path, old: str, new: str, code: str, message: str) -> None:
    problems = check_area(inspected(write_visits(tmp_path, {FILE: (old, new)})))
    assert [each.code for each in problems if message in each.message] == [code]


def test_criteria_are_needed_where_the_framework_does_not_say_otherwise(tmp_path: Path) -> None:
    folder = write_visits(tmp_path, {"framework.yaml": ("  criteria: optional\n", "")})
    problems = load_area(Snapshot.of(folder), POLICY.kinds).problems
    assert [(each.location.line, each.message) for each in problems] == [
        (line_, "the key «criteria» is missing") for line_ in (2, 20, 25)
    ]


def test_an_urgent_finding_must_be_answered(tmp_path: Path) -> None:
    changes = {FILE: ("findings: [1.2/night-staff, 1.2/medicines]", "findings: [1.2/night-staff]")}
    folder = write_visits(tmp_path, changes)
    text = (folder / FILE).read_text()
    (folder / FILE).write_text(text.replace("    findings: [1.2/medicines]\n", ""))
    (problem,) = [each for each in check_area(inspected(folder)) if each.code == "OMI402"]
    assert (problem.location.file, problem.location.line) == (f"{folder}/criteria/1.2.yaml", 7)
    assert problem.message == "no recommendation answers this cause of concern, which is urgent"
    assert problem.hint == "add 1.2/medicines to the findings of a recommendation in recommendations.yaml"


def test_a_broken_framework_makes_no_problem_of_what_it_would_allow(tmp_path: Path) -> None:
    folder = write_visits(tmp_path, {"framework.yaml": ("title: Visits to Places of Care\n", "")})
    problems = load_area(Snapshot.of(folder), POLICY.kinds).problems
    assert [each.message for each in problems] == ["the key «title» is missing"]


def test_a_new_area_is_told_of_the_addressees(inspection: Inspection) -> None:
    files = scaffold(inspection.framework, inspection.area.kinds, "Southfold", "2024-06")
    assert "#   council          The council should:\n" in files[FILE]
    assert "    to: service\n    # criteria: [1.1]\n    # findings: [1.1/its-id]" in files[FILE]
    schema = json.loads(files[".schema/recommendations.json"])
    assert schema["$defs"]["Recommendation"]["properties"]["to"]["enum"] == ["service", "council", "region"]
    assert schema["$defs"]["Recommendation"]["required"] == ["text", "to"]
    assert "#   case-study       Case study\n" in files["criteria/1.1.yaml"]
    assert "TODO: the first cause of concern. Its number, (1), comes by itself." in files["criteria/1.1.yaml"]
    assert "TODO: the first observation.\n" in files["criteria/1.1.yaml"]


def test_what_is_said_of_a_deadline_is_printed(document: Document) -> None:
    (callout,) = under(document, 0)
    paragraphs = [
        each for block in of_type(callout.blocks, ListBlock) for each in of_type(block.items[0].blocks, ParagraphBlock)
    ]
    assert [line(each.children) for each in paragraphs if each.role == "due"] == [
        "Deadline: within four weeks",
        "Deadline: September 2024; Owner: Director of Care",
    ]
