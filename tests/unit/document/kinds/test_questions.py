"""Each question with its result: what is counted, what is marked, and what is left out."""

from __future__ import annotations

from pathlib import Path

from omi_report.document.build import build_document
from omi_report.document.inlines import FigureInline, FigureValue
from omi_report.document.printed import line, plain
from omi_report.document.tree import Document, ParagraphBlock, TableBlock
from omi_report.inspection import inspect
from omi_report.lint.registry import check_area
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.samples import POLICY, inspected
from tests.unit.document.blocks import of_type, part_of

ASKED = """\
  - number: 1
    title: Planning
    criteria:
      - number: 1.1
        title: First plan
        statement: A plan is made.
        questions:
          - {id: 1.1.1, text: Was a plan made?, threads: [safety]}
        key_questions:
          - id: 1.1-good
            text: Was the plan good?
            questions:
              - {id: 1.1.2, text: Was it clear?, summary: yes}
              - {id: 1.1.3, text: Was it kept?}
              - {id: 1.1.4, text: Was it shared?}
      - {number: 1.10, title: Tenth plan, statement: Another plan is made., rating: none}
"""
ANSWERS = """\
answers:
  - {id: yes, name: 'Yes', line: above}
  - {id: no, name: 'No', line: below}
  - {id: never, name: Not relevant, line: not-relevant}
disclosure: {minimum: 3}
minimum_base: 12
"""
PART = "  - {kind: questions, heading: Each question and its result}\n"


def answers(above: int, below: int, cases: int = 20) -> list[str]:
    """The answers to a question in each case."""
    return ["yes"] * above + ["no"] * below + ["never"] * (cases - above - below)


def framework(rule: str = "{of: questions, take: mean}") -> str:
    text = SMALL_AREA["framework.yaml"]
    begin, end = text.index("  - number: 1\n"), text.index("  - number: 2\n")
    text = text[:begin] + ASKED + text[end:].replace("  - kind: sections\n", f"  - kind: sections\n{PART}")
    text = text.replace("{of: criteria, take: mean, scores: printed, scale: bands}", "none")
    text = text.replace("ratings:\n", f"ratings:\n  key_question: {rule}\n", 1)
    return text.replace("sections:\n  - number: 1\n", f"{ANSWERS}sections:\n  - number: 1\n", 1)


COLUMNS = {"1.1.1": answers(12, 8), "1.1.2": answers(5, 6), "1.1.3": answers(13, 7), "1.1.4": answers(0, 0)}


def written(folder: Path, columns: dict[str, list[str]] | None) -> Path:
    """Write the area with the answers to each question; without evidence for None."""
    files = SMALL_AREA | {"framework.yaml": framework(), "criteria/1.1.yaml": "criterion: 1.1\n"}
    files["criteria/1.10.yaml"] = "criterion: 1.10\n"
    files["summary.yaml"] = files["summary.yaml"].replace(", score: 71", "")
    if columns is not None:
        rows = [["case", *columns], *([f"C{at}", *row] for at, row in enumerate(zip(*columns.values(), strict=True)))]
        files["evidence/cases.csv"] = "".join(f"{','.join(row)}\n" for row in rows)
    return write_files(folder, files)


def built(folder: Path, columns: dict[str, list[str]]) -> Document:
    return build_document(inspected(written(folder, columns)))


def table_of(document: Document) -> TableBlock:
    (table,) = of_type(part_of(document, "questions").blocks, TableBlock)
    return table


def rows(table: TableBlock) -> list[list[str]]:
    return [
        [line(row.header), *(line(cell.children) for cell in row.cells)] for group in table.groups for row in group.rows
    ]


def notes(document: Document) -> str:
    return plain(tuple(of_type(part_of(document, "questions").blocks, ParagraphBlock)))


def test_each_question_stands_with_its_count_base_and_per_cent(tmp_path: Path) -> None:
    table = table_of(built(tmp_path, COLUMNS))
    assert line(table.caption) == "Questions of criterion 1.1, First plan"
    assert [group.heading for group in table.groups] == ["", "Was the plan good?", ""]
    assert [column.heading for column in table.columns] == ["Question", "Above the line", "Base", "Per cent"]
    assert rows(table) == [
        ["1.1.1 Was a plan made?", "12", "20", "60%"],
        ["1.1.2 Was it clear? (summary question)", "5", "11", "–"],  # too few for a percentage
        ["1.1.3 Was it kept?", "13", "20", "65%"],
        ["1.1.4 Was it shared?", "– relevant in no case"],
        ["Score of the key question", "55%"],
        ["Score of the criterion", "59%, Poor"],
    ]


def test_a_per_cent_is_a_figure_with_its_count_and_base(tmp_path: Path) -> None:
    row = table_of(built(tmp_path, COLUMNS)).groups[0].rows[0]
    assert row.cells[2].children == (FigureInline("60%", FigureValue((60, 1), 12, 20), "percent"),)


def test_the_reader_is_told_what_was_counted(tmp_path: Path) -> None:
    said = notes(built(tmp_path, COLUMNS))
    assert "The figures come from a sample of 20 cases." in said
    assert "Above the line are cases with the answer: Yes." in said
    assert "Where the base is under 12, there is no percentage." in said
    assert "left out" not in said


def test_what_would_give_away_a_small_count_is_left_out_and_the_reader_is_told(tmp_path: Path) -> None:
    document = built(tmp_path, COLUMNS | {"1.1.3": answers(18, 2)})
    found = {row[0][:5]: row[1:] for row in rows(table_of(document))}
    assert found["1.1.3"] == ["left out"]
    assert found["Score"] == ["69%, Poor"]  # what is published stays
    assert "Some figures are left out" in notes(document)
    assert "18" not in plain(part_of(document, "questions").blocks)


def test_a_text_can_refer_to_the_table(tmp_path: Path) -> None:
    folder = written(tmp_path, COLUMNS)
    (folder / "foreword.yaml").write_text("text: See {table}`questions/1.1`.\nsignatory: Ada Quill\n")
    document = build_document(inspected(folder))
    assert plain(part_of(document, "foreword").blocks).startswith(f"See Table {table_of(document).number}.")


def test_without_evidence_a_final_report_is_warned_and_the_part_says_so(tmp_path: Path) -> None:
    folder = written(tmp_path, None)
    (folder / "area.yaml").write_text(SMALL_AREA["area.yaml"] + "stage: final\npublished: 2024-07-01\n")
    inspection = inspected(folder)
    found = [each.message for each in check_area(inspection) if each.code == "OMI706"]
    what = "there is no evidence/cases.csv, so that no question has a result"
    assert f"the stage is final, and «Each question and its result» would be empty: {what}" in found
    assert notes(build_document(inspection)) == "No results of single questions are known."


def test_a_framework_without_questions_has_no_use_for_the_part(small_area: Path) -> None:
    text = SMALL_AREA["framework.yaml"].replace("  - kind: sections\n", f"  - kind: sections\n{PART}")
    write_files(small_area, {"framework.yaml": text})
    (problem,) = inspect(Snapshot.of(small_area), POLICY).problems
    message = "no question about cases can be answered, so that the part «questions» would be empty"
    assert (problem.code, problem.message) == ("OMI108", message)
