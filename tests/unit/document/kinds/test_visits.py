"""Kinds of finding and boxes as a programme has them: marks, frames, sides, addresses, data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.json_form import document_json, document_of
from omi_report.document.printed import line, plain, printed
from omi_report.document.tree import BoxBlock, Document, FindingsBlock, ParagraphBlock
from omi_report.inspection import Inspection
from omi_report.lint.registry import check_area
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer
from tests.samples import inspected
from tests.unit.document.blocks import criterion_of, of_type
from tests.visits import write_visits


@pytest.fixture
def inspection(tmp_path: Path) -> Inspection:
    found = inspected(write_visits(tmp_path / "northfold"))
    assert found.problems == ()
    return found


@pytest.fixture
def document(inspection: Inspection) -> Document:
    return build_document(inspection)


@pytest.fixture
def page(document: Document) -> str:
    return Renderer(document).screen_page()


def lists(document: Document, number: str) -> list[FindingsBlock]:
    return of_type(criterion_of(document, number).blocks, FindingsBlock)


def test_each_kind_has_its_side_its_marks_and_its_frame(document: Document) -> None:
    found = [*lists(document, "1.1"), *lists(document, "1.2")]
    assert [(each.heading, each.side, each.box, [item.letter for item in each.findings]) for each in found] == [
        ("Good practice", "good", True, ["a", "b"]),
        ("Area for improvement", "poor", False, ["a"]),
        ("Observations", "neutral", False, ["", ""]),
        ("Causes of concern", "poor", True, ["1", "2"]),
    ]


def test_a_finding_without_a_mark_has_an_address_by_its_id_and_by_its_place(document: Document) -> None:
    observations = lists(document, "1.1")[2]
    assert [(item.id, item.also) for item in observations.findings] == [
        ("finding-1.1-building", ("finding-1.1-observation-1",)),
        ("finding-1.1-observation-2", ()),
    ]
    (concerns,) = lists(document, "1.2")
    assert concerns.findings[1].also == ("finding-1.2-concern-2",)


def test_a_reference_calls_a_finding_by_its_mark_where_it_has_one(document: Document) -> None:
    (concerns,) = lists(document, "1.2")
    assert plain(concerns.findings[0].blocks[:1]).endswith(
        "see also criterion 1.1, observation “The building is from the …”."
    )
    (box,) = of_type(criterion_of(document, "1.2").blocks, BoxBlock)
    assert plain(box.blocks).endswith("see criterion 1.2, cause of concern (1).")


def test_boxes_stand_below_the_findings_and_above_the_conclusion(document: Document) -> None:
    blocks = criterion_of(document, "1.1").blocks
    assert [type(each).__name__ for each in blocks] == [
        *["FindingsBlock"] * 3,
        *["BoxBlock"] * 2,
        "DivisionBlock",
    ]
    first, second = of_type(blocks, BoxBlock)
    assert (first.kind, first.side, first.level, first.name, first.heading, first.id) == (
        "good-example",
        "good",
        4,
        "Good practice example",
        "A kitchen for everybody",
        "box-1.1-kitchen",
    )
    assert (second.side, second.name, second.heading, second.id) == ("neutral", "Case study", "", "box-1.1-2")


def test_a_box_uses_the_figures_of_its_criterion(document: Document) -> None:
    (first, _) = of_type(criterion_of(document, "1.1").blocks, BoxBlock)
    (paragraph,) = of_type(first.blocks, ParagraphBlock)
    assert line(paragraph.children) == "Mary now eats with five of the six people of her floor."
    assert list(printed([first])) == ["Good practice example A kitchen for everybody", line(paragraph.children)]


def test_a_report_with_boxes_is_read_back_from_its_json(document: Document) -> None:
    assert document_of(document_json(document)) == document


def test_the_page_marks_sides_and_frames_for_its_styles(page: str) -> None:
    assert re.findall(r'<(ol|ul) class="findings (.*?)">', page) == [
        ("ol", "strengths kind-good_practice"),
        ("ol", "improvements"),
        ("ul", "observed kind-observations unmarked"),
        ("ol", "improvements kind-concerns"),
    ]
    assert re.findall(r'<(div|article) class="box (.*?)"', page) == [
        ("div", "good box-good_practice"),
        ("article", "good box-good-example"),
        ("article", "neutral box-case-study"),
        ("div", "poor box-concerns"),
        ("article", "poor box-poor-example"),
    ]
    assert re.findall(r'<li id="[^"]*"><b>(.*?)</b>', page) == ["(a)", "(b)", "(a)", "(1)", "(2)"]


def test_the_heading_of_a_box_says_what_it_is(page: str) -> None:
    boxes = re.findall(r'<article class="box .*?<h4>(.*?)</h4>', page, re.DOTALL)
    assert boxes == [
        '<span class="label">Good practice example:</span> A kitchen for everybody',
        "Case study",
        "Poor practice example",
    ]


def test_the_data_have_boxes_and_marks(inspection: Inspection) -> None:
    data = export_data(inspection)
    assert [(each["kind"], each["letter"], each["letter_id"]) for each in data["findings"]][3:] == [
        ("observation", "", "finding-1.1-observation-1"),
        ("observation", "", "finding-1.1-observation-2"),
        ("concern", "1", "finding-1.2-concern-1"),
        ("concern", "2", "finding-1.2-concern-2"),
    ]
    assert data["boxes"][0] == {
        "id": "box-1.1-kitchen",
        "criterion": "1.1",
        "part": None,
        "kind": "good-example",
        "title": "A kitchen for everybody",
        "text": "Mary now eats with five of the six people of her floor.",
    }
    assert [each["id"] for each in data["boxes"]] == ["box-1.1-kitchen", "box-1.1-2", "box-1.2-alarm"]


def test_texts_are_labelled_by_their_marks_and_boxes(inspection: Inspection) -> None:
    labels = [prose.label for prose in inspection.area.prose() if prose.file.startswith("criteria/")]
    assert labels == [
        "criterion 1.1, good practice (a)",
        "criterion 1.1, good practice (b)",
        "criterion 1.1, area for improvement (a)",
        "criterion 1.1, observation",
        "criterion 1.1, observation",
        "criterion 1.1, box 1",
        "criterion 1.1, box 2",
        "criterion 1.2, cause of concern (1)",
        "criterion 1.2, cause of concern (2)",
        "criterion 1.2, box 1",
    ]


ASKED = {
    "framework.yaml": (
        "statement: Everybody is safe.}",
        'statement: Everybody is safe., questions: [{id: 1.2.1, text: "Was it safe?"}]}',
    )
}


@pytest.mark.parametrize(
    ("changes", "code", "line_", "message"),
    [
        (
            {"criteria/1.1.yaml": ("pseudonyms: [Mary]", "pseudonyms: []")},
            "OMI610",
            26,
            "«Mary» may be a person's own name",
        ),
        (
            {"criteria/1.1.yaml": ("pseudonyms: [Mary]", "pseudonyms: [Mary, Joan]")},
            "OMI611",
            24,
            "the story does not use the pseudonym «Joan»",
        ),
        (
            {"criteria/1.1.yaml": ("kind: case-study", "kind: case-studdy")},
            "OMI304",
            27,
            "the framework has no kind of box «case-studdy»",
        ),
        (
            {"criteria/1.1.yaml": ("id: kitchen", "id: garden")},
            "OMI305",
            22,
            "the id «garden» is given twice",
        ),
        (
            {"criteria/1.2.yaml": ("see {finding}`1.2/night-staff`", "see criterion 1.2, cause of concern (1)")},
            "OMI307",
            14,
            "«criterion 1.2, cause of concern (1)» is written out, where a reference should stand",
        ),
        (
            {"criteria/1.2.yaml": ("see {finding}`1.2/night-staff`", "see {criterion}`1.2`")},
            "OMI317",
            14,
            "this is criterion 1.2 itself",
        ),
        (
            {"criteria/1.1.yaml": ("A kitchen for everybody", "A kitchen of many colors")},
            "OMI502",
            23,
            "«colors» is an American spelling",
        ),
    ],
)
def test_rules_read_boxes_as_they_read_findings_and_stories(
    tmp_path: Path, changes: dict[str, tuple[str, str]], code: str, line_: int, message: str
) -> None:
    problems = [each for each in check_area(inspected(write_visits(tmp_path, changes))) if each.code == code]
    assert [(each.location.line, each.message) for each in problems] == [(line_, message)]


def test_an_area_as_it_should_be_has_no_problem_in_its_boxes(inspection: Inspection) -> None:
    assert {each.code for each in check_area(inspection)} <= {"OMI705"}


def test_a_figure_of_a_neutral_finding_is_on_no_side(tmp_path: Path) -> None:
    written = "percentages: {safe: {percent: 3, question: 1.2.1}}\nobservations: ['In {{ safe }} it was safe.']\n"
    for key, codes in (("observations", []), ("good_practice", ["OMI404"])):
        folder = write_visits(tmp_path / key, ASKED)
        (folder / "criteria/1.2.yaml").write_text(f"criterion: 1.2\nscore: 31\n{written.replace('observations', key)}")
        found = [each.code for each in check_area(inspected(folder)) if each.code in ("OMI404", "OMI405")]
        assert found == codes
