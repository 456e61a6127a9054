"""The part of the scores prints of a thread what it prints of everything else that is rated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.printed import line, printed
from omi_report.document.tree import DivisionBlock, Part, TableBlock
from tests.changes import change
from tests.samples import WESTMARK, inspected
from tests.unit.document.blocks import of_type, part_of

DEPARTED = """
threads:
  safety:
    score: 71
    rating: weak
    rating_reason: |
      In four workshops nobody knew the way out.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = shutil.copytree(WESTMARK, tmp_path / "westmark")
    change(
        folder / "framework.yaml",
        "thread: {of: questions, take: mean}",
        "thread: {of: questions, take: mean, scale: bands}",
    )
    change(folder / "summary.yaml", "    score: 71\n", "")
    (folder / "ratings.yaml").write_text(DEPARTED, encoding="utf-8")
    return folder


def scores_of(folder: Path) -> Part:
    return part_of(build_document(inspected(folder)), "scores")


def test_a_thread_has_the_rating_of_the_rule_and_that_of_the_inspectors_with_their_reason(folder: Path) -> None:
    part = scores_of(folder)
    table = next(block for block in of_type(part.blocks, TableBlock) if block.role == "thread")
    assert [line(cell.children) for cell in table.groups[0].rows[0].cells] == ["71%", "Weak (by the score: Sound)"]
    assert "In four workshops nobody knew the way out." in " ".join(printed(part.blocks))


def test_the_remarks_on_one_of_several_threads_stand_under_its_name(folder: Path) -> None:
    change(
        folder / "framework.yaml",
        "  - {id: safety, title: Safety, sections: [1]}",
        "  - {id: safety, title: Safety, sections: [1]}\n  - {id: voice, title: Voice, sections: [1]}",
    )
    question = 'text: "Was the trainee met on the first day?"'
    change(folder / "framework.yaml", question, f"{question}, threads: [voice]")
    change(folder / "summary.yaml", "{table}`safety`", "{table}`threads`")
    part = scores_of(folder)
    table = next(block for block in of_type(part.blocks, TableBlock) if block.role == "thread")
    cells = {line(row.header): [line(cell.children) for cell in row.cells] for row in table.groups[0].rows}
    assert cells["Safety"] == ["71%", "Weak (by the score: Sound)"]
    (remarks,) = (block for block in of_type(part.blocks, DivisionBlock) if block.role == "thread-remarks")
    assert remarks.heading == "Safety"
    assert "In four workshops nobody knew the way out." in " ".join(printed(remarks.blocks))


@pytest.mark.parametrize(
    ("title", "caption", "row"),
    [
        ("Safety", "Safety thread", "Score for the Safety thread"),
        ("The Safety", "Safety thread", "Score for the Safety thread"),
        ("The thread", "The thread", "Score for the thread"),
        ("Safety Thread", "Safety Thread", "Score for the Safety Thread"),
        ("Threads of Safety", "Threads of Safety thread", "Score for the Threads of Safety thread"),
    ],
)
def test_a_thread_whose_title_has_an_article_or_the_word_itself_reads_well(
    folder: Path, title: str, caption: str, row: str
) -> None:
    change(folder / "framework.yaml", "title: Safety,", f"title: {title},")
    table = next(block for block in of_type(scores_of(folder).blocks, TableBlock) if block.role == "thread")
    assert line(table.caption) == caption
    assert line(table.groups[0].rows[0].header) == row
