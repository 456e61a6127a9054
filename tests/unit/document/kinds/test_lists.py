"""The contents, and the list of abbreviations with the place where each is used first."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.inlines import Inlines, MarkedInline, RatingInline, ReferenceInline
from omi_report.document.tree import ContentsBlock, ContentsEntry, Document, TableBlock
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

NOWHERE = (MarkedInline("quiet", ("this list only",)),)


def first_used(document: Document) -> dict[str, Inlines]:
    (table,) = of_type(part_of(document, "abbreviations").blocks, TableBlock)
    return {str(row.header[0]): row.cells[1].children for group in table.groups for row in group.rows}


def test_the_contents_list_parts_sections_and_criteria(report: Report) -> None:
    (contents,) = of_type(part_of(report(), "contents").blocks, ContentsBlock)
    assert contents.entries == (
        ContentsEntry("foreword", "Foreword"),
        ContentsEntry("abbreviations", "Abbreviations"),
        ContentsEntry("summary", "Summary"),
        ContentsEntry("scores", "Scores"),
        ContentsEntry(
            "section-1",
            "Planning",
            "1",
            "1",
            entries=(
                ContentsEntry("criterion-1.1", "First plan", "1.1", "1.1", rating=RatingInline("Good", 0, 2)),
                ContentsEntry("criterion-1.10", "Tenth plan", "1.10", "1.10", rating=RatingInline("Poor", 1, 2)),
            ),
            rating=RatingInline("Poor", 1, 2),
        ),
        ContentsEntry(
            "section-2",
            "Leading",
            "2",
            "2",
            entries=(ContentsEntry("criterion-2.1", "Money", "2.1", "2.1", rating=RatingInline("Met", 0, 2)),),
        ),
        ContentsEntry("appendix-1", "How we score", "Appendix 1", appendix=1),
    )


@pytest.mark.parametrize(
    ("short", "text", "first"),
    [
        ("PSR", "One PSR.", "criterion-2.1"),
        ("PSR", "Two PSRs.", "criterion-2.1"),
        ("PSR", "A *PSR*'s end.", "criterion-2.1"),
        ("PSR", "PSRX and xPSR.", None),
        ("SDR/FDR", "An FDR.", "criterion-2.1"),
        ("Tier 1", "Of Tier 1.", "criterion-2.1"),
    ],
)
def test_an_abbreviation_is_first_used_where_its_words_stand(
    report: Report, short: str, text: str, first: str | None
) -> None:
    document = report(
        {
            "abbreviations.yaml": f"{short}: what it stands for\n",
            "criteria/1.1.yaml": "criterion: 1.1\n",
            "criteria/2.1.yaml": f"criterion: 2.1\nrating: met\nstrengths:\n  - {text}\n",
        }
    )
    expected = (ReferenceInline("criterion-2.1", "criterion 2.1", "short"),) if first else NOWHERE
    assert first_used(document) == {short: expected}


def test_the_list_of_abbreviations_is_no_use_of_them(report: Report) -> None:
    assert first_used(report()) == {
        "PSR": (ReferenceInline("criterion-1.1", "criterion 1.1", "short"),),
        "SDR/FDR": NOWHERE,
    }


def test_the_question_behind_a_score_is_no_use(small_area: Path, report: Report) -> None:
    framework = (small_area / "framework.yaml").read_text()
    asked = "{number: 1.1, rating: {of: questions, take: mean}, questions: [{id: 1.1.1, text: Was an SDR written?}], "
    scale = "answers: [{id: 'yes', name: 'Yes', line: above}, {id: 'no', name: 'No', line: below}]\n"
    document = report(
        {
            "framework.yaml": scale
            + framework.replace("{number: 1.1, ", asked, 1)
            .replace("{number: 1.10, ", "{number: 1.10, rating: none, ")
            .replace("title: Planning", "title: Planning\n    rating: none")
            .replace("sections: [1]}", "sections: [1], rating: none}"),
            "criteria/1.10.yaml": "criterion: 1.10\n",
            "summary.yaml": "sections: {1: Planning., 2: Leading.}\nthreads: {safety: Safety.}\n",
            "evidence/cases.csv": "case,1.1.1\nC1,yes\nC2,no\n",
            "criteria/2.1.yaml": "criterion: 2.1\nrating: met\nstrengths: [An SDR was written.]\n",
        }
    )
    assert first_used(document)["SDR/FDR"] == (ReferenceInline("criterion-2.1", "criterion 2.1", "short"),)


def test_what_a_part_prints_beside_its_texts_is_a_use(report: Report) -> None:
    # the caption of the table of grades names the section; the heading of the summary's text is its title
    assert first_used(report({"abbreviations.yaml": "Grades: a word of a caption\nMoney: of a title\n"})) == {
        "Grades": (ReferenceInline("scores", "Scores", "title"),),
        "Money": (ReferenceInline("scores", "Scores", "title"),),
    }
