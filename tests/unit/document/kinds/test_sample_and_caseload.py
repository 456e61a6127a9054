"""The part about the sample: its words, its table, and what it leaves out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.disclosure.hidden import hidden_in
from omi_report.document.build import build_document
from omi_report.document.printed import line, printed_in
from omi_report.document.tree import Document, TableBlock
from omi_report.inspection import inspect
from omi_report.lint.registry import check_area
from omi_report.source.snapshot import Snapshot
from tests.sampled import JUDGES, caseload_text, sampled_area
from tests.samples import POLICY, inspected
from tests.unit.document.blocks import of_type, part_of

PART = "  - {kind: sample-and-caseload, heading: The sample}\n"


def area_in(folder: Path, *, drawn: bool = True, policy: str = "", size: int = 90) -> Path:
    """Westmark with the part, and a sample if it was drawn: two were replaced, and all are given out."""
    area = sampled_area(folder)
    framework = area / "framework.yaml"
    text = framework.read_text(encoding="utf-8").replace("  - {kind: sections", f"{PART}  - {{kind: sections", 1)
    before, _own, after = text.partition("disclosure: ")
    framework.write_text(before + policy + after.partition("\n")[2] if policy else text, encoding="utf-8")
    if drawn:
        (folder / "caseload.csv").write_text(caseload_text(size), encoding="utf-8")
        call(
            "sample",
            folder / "caseload.csv",
            area,
            "--seed",
            "S3ED",
            "--key",
            folder / "key.csv",
            "--dated",
            "2024-05-02",
        )
        (area / "evidence/judges.yaml").write_text(JUDGES)
        for case in ("WE-001", "WE-002"):
            call("evidence", "replace", area, case, "--reason", "the file is in court")
        call("evidence", "allocate", area)
    return area


def call(*arguments: object) -> None:
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    assert done.exit_code == 0, done.output


def words(document: Document) -> str:
    return "\n".join(printed_in(part_of(document, "sample-and-caseload")))


def table_of(document: Document) -> TableBlock:
    (found,) = of_type(part_of(document, "sample-and-caseload").blocks, TableBlock)
    return found


def rows_of(table: TableBlock) -> dict[str, list[str]]:
    return {
        f"{group.heading} {line(row.header)}".strip(): [line(cell.children) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    }


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return build_document(inspected(area_in(tmp_path_factory.mktemp("sample"))))


def test_the_words_follow_from_what_was_done(document: Document) -> None:
    said = words(document)
    assert "The sample has 12 cases, drawn at random on 2 May 2024 from a caseload of 90." in said
    assert "By type of case they are: workshop 8, office 4." in said
    assert "some could not be looked at: 2." in said
    assert "The sample was to hold at least: second-year trainees 7." in said
    assert "judged 33% of the cases, and none of their own team" in said
    assert "Some were judged twice, each time by somebody else: 2." in said
    assert "share that they have" not in said


def test_the_table_counts_sample_and_caseload(document: Document) -> None:
    rows = rows_of(table_of(document))
    assert rows["All cases"] == ["12", "100%", "90", "100%"]
    assert [rows["Case type Workshop"][0], rows["Case type Office"][0]] == ["8", "4"]
    assert int(rows["Year 1"][2]) + int(rows["Year 2"][2]) == 90
    assert rows["Year By chance"][0].endswith("of 100")
    assert "Case type By chance" not in rows


def test_an_area_without_a_sample_has_no_such_part(tmp_path: Path) -> None:
    inspection = inspected(area_in(tmp_path, drawn=False))
    assert not [part for part in build_document(inspection).parts if part.kind == "sample-and-caseload"]
    assert not check_area(inspection)


def test_small_counts_are_left_out_with_all_that_they_could_be_worked_out_from(tmp_path: Path) -> None:
    document = build_document(inspected(area_in(tmp_path, policy="disclosure: {minimum: 5}\n")))
    rows = rows_of(table_of(document))
    assert not any(name.startswith("Case type") for name in rows)  # four offices
    said = words(document)
    assert "By type of case" not in said
    assert "some could not be looked at: a few." in said
    assert "judged twice, each time by somebody else: a few." in said


def test_what_evidence_hides_of_an_attribute_the_table_hides(tmp_path: Path) -> None:
    area = area_in(tmp_path, policy="disclosure: {minimum: 3}\n")
    before = inspected(area)
    assert "Year 1" in rows_of(table_of(build_document(before)))
    sample = before.area.evidence.sample
    assert sample is not None
    headings = "case,case_type,year,1.1.1,1.1.2,1.1.3,1.2.1,1.2.2,1.2.3"
    cases = [
        f"{each.case},workshop,{2 if at < 2 else 1},yes,yes,yes,yes,yes,yes" for at, each in enumerate(sample.inspected)
    ]
    (area / "evidence/cases.csv").write_text("\n".join([headings, *cases]) + "\n")
    inspection = inspected(area)
    assert ("sample-and-caseload/year", "2", "") in hidden_in(inspection).charts
    assert "Year 1" not in rows_of(table_of(build_document(inspection)))


def test_every_form_of_the_report_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    area = area_in(tmp_path)
    call("build", area, "--html", "--docx", "--govspeak", "--json", "-o", "out")
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    made = {path.suffix: path for path in files if "manifest" not in path.name}
    for suffix in (".html", ".md", ".json"):
        assert "The sample and the caseload" in made[suffix].read_text(encoding="utf-8").replace("\xa0", " ")
    with zipfile.ZipFile(made[".docx"]) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert b"The sample and the caseload" in parts["word/document.xml"]
    for data in (*parts.values(), *(path.read_bytes() for path in files)):
        assert not [
            each for each in (b"S3ED", b"WE-0", b"TR00", b"Secretname", b"in court", b"inspector-1") if each in data
        ]


def test_a_framework_that_draws_no_sample_cannot_have_the_part(tmp_path: Path) -> None:
    area = area_in(tmp_path, drawn=False)
    text = (area / "framework.yaml").read_text(encoding="utf-8")
    start, end = text.index("sampling:"), text.index("\nattributes:\n")
    (area / "framework.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    problems = inspect(Snapshot.of(area), POLICY).problems
    assert [each.code for each in problems] == ["OMI108"]
    assert "how a sample is drawn" in problems[0].message
