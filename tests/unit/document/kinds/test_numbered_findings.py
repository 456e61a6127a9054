"""Findings numbered behind a prefix, under each criterion or through the report, and findings without marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.json_form import document_json, document_of
from omi_report.document.printed import plain
from omi_report.document.tree import FindingsBlock
from omi_report.inspection import inspect
from omi_report.lint.registry import check_area
from omi_report.model.openings import openings
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.samples import POLICY, inspected
from tests.unit.document.blocks import criterion_of, of_type, part_of

KINDS = """\
findings:
  - {id: strength, key: strengths, singular: strength, plural: strengths, side: good, mark: none}
  - id: need
    key: needs
    singular: area for improvement
    plural: areas for improvement
    side: poor
    MARK
"""
FIRST = """\
criterion: 1.1
score: 72
needs:
  - One plan was late.
  - {id: thin, text: One plan was thin.}
"""
SECOND = """\
criterion: 1.10
score: 51
needs:
  - {id: lost, text: One plan was lost.}
"""


def _kinds(*lines: str) -> str:
    return KINDS.replace("MARK", "\n    ".join(filter(None, (each for line in lines for each in line.split(", ")))))


def written(folder: Path, more: str, foreword: str = "Hello.", files: dict[str, str] | None = None) -> Path:
    """Write the small area with findings whose kind says ``more``."""
    own = {
        "framework.yaml": SMALL_AREA["framework.yaml"] + _kinds("mark: numbers", more),
        "criteria/1.1.yaml": FIRST,
        "criteria/1.10.yaml": SECOND,
        "foreword.yaml": f"text: |\n  {foreword}\nsignatory: Ada Quill\n",
    }
    return write_files(folder, SMALL_AREA | own | (files or {}))


def said(folder: Path) -> str:
    """What the foreword says."""
    return plain(part_of(build_document(inspected(folder)), "foreword").blocks).partition("\n")[0]


def marks(folder: Path) -> list[tuple[str, str]]:
    document = build_document(inspected(folder))
    lists = [of_type(criterion_of(document, number).blocks, FindingsBlock) for number in ("1.1", "1.10")]
    return [(item.letter, item.label) for blocks in lists for block in blocks for item in block.findings]


@pytest.mark.parametrize(
    ("more", "labels", "reference"),
    [
        ("prefix: AFI, numbering: report", ["AFI\u00a01", "AFI\u00a02", "AFI\u00a03"], "AFI\u00a03"),
        ("prefix: B, numbering: report", ["B1", "B2", "B3"], "B3"),
        ("prefix: AFI", ["AFI\u00a01", "AFI\u00a02", "AFI\u00a01"], "criterion 1.10, AFI\u00a01"),
        ("numbering: report", ["", "", ""], "area for improvement (3)"),
        ("", ["", "", ""], "criterion 1.10, area for improvement (1)"),
    ],
)
def test_numbers_and_references(tmp_path: Path, more: str, labels: list[str], reference: str) -> None:
    folder = written(tmp_path, more, "See {finding}`1.10/lost`.")
    assert [label for _letter, label in marks(folder)] == labels
    assert [letter for letter, _label in marks(folder)] == ["1", "2", "3" if "report" in more else "1"]
    assert said(folder) == f"See {reference}."


def test_an_id_is_the_address_and_the_number_is_the_second_one(tmp_path: Path) -> None:
    page = Renderer(build_document(inspected(written(tmp_path, "prefix: AFI, numbering: report")))).screen_page()
    found = re.findall(r'id="(finding-[^"]+)"', page)
    assert found[:3] == ["finding-1.1-need-1", "finding-1.1-thin", "finding-1.1-need-2"]
    assert found[3:] == ["finding-1.10-lost", "finding-1.10-need-3"]
    assert re.findall(r'<li id="[^"]*"><b>(.*?)</b>', page) == ["AFI\u00a01", "AFI\u00a02", "AFI\u00a03"]
    assert page.count('<ol class="findings improvements kind-needs prefixed">') == 2


def test_the_data_and_the_labels_of_texts_have_the_number_with_its_prefix(tmp_path: Path) -> None:
    inspection = inspected(written(tmp_path, "prefix: AFI, numbering: report"))
    last = export_data(inspection)["findings"][-1]
    assert (last["id"], last["letter"], last["letter_id"]) == ("finding-1.10-lost", "AFI 3", "finding-1.10-need-3")
    labels = [prose.label for prose in inspection.area.prose() if prose.file == "criteria/1.10.yaml"]
    assert labels == ["criterion 1.10, area for improvement (AFI 3)"]
    document = build_document(inspection)
    assert document_of(document_json(document)) == document


@pytest.mark.parametrize("where", ["As AFI 3 says.", "As AFI\u00a03 says."])
def test_a_number_that_is_typed_in_a_text_is_found_and_the_reference_is_offered(tmp_path: Path, where: str) -> None:
    inspection = inspected(written(tmp_path, "prefix: AFI, numbering: report", where))
    (found,) = [each for each in check_area(inspection) if each.code == "OMI307"]
    assert found.message.endswith("is written out, where a reference should stand")
    assert found.fix is None
    assert found.hint == "write {finding}`1.10/lost`"


@pytest.mark.parametrize("text", ["As AFI 4 says.", "As afi 3 says.", "Of AFI 3.5 nothing is known.", "See the AFI."])
def test_what_is_no_finding_is_let_be(tmp_path: Path, text: str) -> None:
    inspection = inspected(written(tmp_path, "prefix: AFI, numbering: report", text))
    assert [each for each in check_area(inspection) if each.code == "OMI307"] == []


@pytest.mark.parametrize(
    ("said_of_it", "message"),
    [
        ("prefix: AFI", "«prefix» is about numbers, and areas for improvement have letters"),
        (
            "mark: none, numbering: report",
            "«numbering» is about numbers, and areas for improvement have no marks",
        ),
        ("mark: numbers, prefix: AFI 2", "«AFI 2» is not written as it should be"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, said_of_it: str, message: str) -> None:
    files = {"framework.yaml": SMALL_AREA["framework.yaml"] + _kinds(said_of_it)}
    found = inspect(Snapshot.of(write_files(tmp_path, SMALL_AREA | files)), POLICY).problems
    assert message in [each.message for each in found]


def test_two_kinds_have_no_prefix_together(tmp_path: Path) -> None:
    kinds = _kinds("mark: numbers, prefix: afi").replace("mark: none", "mark: numbers, prefix: AFI")
    files = {"framework.yaml": SMALL_AREA["framework.yaml"] + kinds}
    found = inspect(Snapshot.of(write_files(tmp_path, SMALL_AREA | files)), POLICY).problems
    assert "«afi 1» would be one of the strengths too" in [each.message for each in found]


def test_a_prefix_does_not_make_the_number_of_a_criterion(tmp_path: Path) -> None:
    text = SMALL_AREA["framework.yaml"].replace("number: 2.1,", "number: Q1,") + _kinds("mark: numbers, prefix: q")
    found = inspect(Snapshot.of(write_files(tmp_path, SMALL_AREA | {"framework.yaml": text})), POLICY).problems
    assert "«q1» would read like the number Q1" in [each.message for each in found]


@pytest.mark.parametrize(
    ("other", "reference"),
    [
        ("", "criterion 1.1, strength"),
        ("  - Plans were made soon enough by some.\n", "criterion 1.1, strength “Plans were made soon enough for …”"),
        ("  - Nobody was late.\n", "criterion 1.1, strength “Plans were made soon enough …”"),
    ],
)
def test_a_reference_to_a_finding_without_a_mark_has_its_first_words(
    tmp_path: Path, other: str, reference: str
) -> None:
    text = (
        f"criterion: 1.1\nscore: 72\nstrengths:\n  - {{id: soon, text: Plans were made soon enough for all.}}\n{other}"
    )
    folder = written(tmp_path, "", "See {finding}`1.1/soon`.", {"criteria/1.1.yaml": text})
    assert said(folder) == f"See {reference}."


def test_one_that_begins_with_a_figure_is_told_by_its_place(tmp_path: Path) -> None:
    text = (
        "criterion: 1.1\nscore: 72\npercentages: {made: 97}\nstrengths:\n  - Nobody was late.\n"
        "  - {id: many, text: '{{ made }} of plans were made.'}\n"
    )
    folder = written(tmp_path, "", "See {finding}`1.1/many`.", {"criteria/1.1.yaml": text})
    assert said(folder) == "See criterion 1.1, strength 2 of 2."


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["One plan was late.", "One was *thin*, and {{ x }} more."], ("One plan was late", "One was thin, and …")),
        (["Alike.", "Alike."], ("", "")),
        (["Alike.", "Alike. Or not?"], ("", "Alike. Or not?")),
        (["**Bold {criterion}`1.2` words** stay", "A b c d e f"], ("Bold …", "A b c d e …")),
    ],
)
def test_an_opening_has_as_many_words_as_tell_a_text_from_the_others(texts: list[str], found: tuple[str, ...]) -> None:
    assert openings(texts) == found
