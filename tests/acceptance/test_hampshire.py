"""The Hampshire report is whole: every part in its place, every finding under its letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.document.build import build_document
from omi_report.document.inlines import FigureInline
from omi_report.document.printed import line
from omi_report.document.tree import (
    CalloutBlock,
    DivisionBlock,
    Document,
    FindingsBlock,
    JudgementBlock,
    ListBlock,
    ParagraphBlock,
    TableBlock,
)
from omi_report.render.html.page import Renderer
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of

HAMPSHIRE = Path(__file__).parent.parent.parent / "areas" / "hampshire"

# fmt: off
# Strengths and areas for improvement of each criterion, as the published report has them.
FINDINGS = {
    "1.1": (4, 3), "1.2": (5, 6), "1.3": (4, 3), "1.4": (2, 3), "1.5": (5, 9),
    "2.1": (8, 9), "2.2": (6, 6), "2.3": (3, 5), "2.4": (10, 3), "2.5": (3, 5), "2.6": (3, 1), "2.7": (2, 3),
    "3.1": (7, 7), "3.2": (2, 2),
    "4.1": (13, 5), "4.2": (6, 3), "4.3": (6, 5), "4.4": (10, 4), "4.5": (5, 5), "4.6": (7, 6),
}
SCORES = {
    "1.1": 72, "1.2": 64, "1.3": 74, "1.4": 68, "1.5": 62,
    "2.1": 58, "2.2": 62, "2.3": 67, "2.4": 80, "2.5": 61, "2.6": 85, "2.7": 65,
    "3.1": 56, "3.2": 64,
}
# fmt: on

PART_IDS = [
    *("title-page", "foreword", "acknowledgements", "contents", "abbreviations", "summary", "scores"),
    *("recommendations", "next-steps", "good-practice", "service-users"),
    *("section-1", *(f"criterion-1.{n}" for n in range(1, 6))),
    *("section-2", *(f"criterion-2.{n}" for n in range(1, 8))),
    *("section-3", "criterion-3.1", "criterion-3.2"),
    *("section-4", *(f"criterion-4.{n}" for n in range(1, 7))),
    *(f"appendix-{n}" for n in range(1, 6)),
    *("imprint", "back-cover"),
]


@pytest.fixture(scope="module")
def report() -> Document:
    return build_document(inspected(HAMPSHIRE))


@pytest.fixture(scope="module")
def page(report: Document) -> str:
    return Renderer(report).screen_page()


def test_has_no_errors() -> None:
    assert not validate(HAMPSHIRE).has_errors


def test_every_part_stands_in_its_order(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert [each for each in ids if each in set(PART_IDS)] == PART_IDS
    assert len(ids) == len(set(ids))


def criteria_of(report: Document) -> dict[str, DivisionBlock]:
    """The criteria by their numbers."""
    divisions = (
        block for part in report.parts if part.kind == "section" for block in of_type(part.blocks, DivisionBlock)
    )
    return {division.label: division for division in divisions}


def judgement_of(criterion: DivisionBlock) -> JudgementBlock:
    (judgement,) = of_type(criterion.lead, JudgementBlock)
    return judgement


def test_all_204_findings_in_their_order(report: Document) -> None:
    found = {
        number: tuple(len(findings.findings) for findings in of_type(criterion.blocks, FindingsBlock))
        for number, criterion in criteria_of(report).items()
    }
    assert found == FINDINGS
    assert tuple(map(sum, zip(*found.values(), strict=True))) == (111, 93)


def test_findings_have_their_public_ids(page: str) -> None:
    assert len(re.findall(r'id="finding-\d\.\d-(?:strength|improvement)-[a-z]"', page)) == 204
    for each in ("1.2-strength-a", "1.2-improvement-f", "4.1-strength-m", "2.6-improvement-a"):
        assert page.count(f'id="finding-{each}"') == 1


def test_one_area_for_improvement_has_a_singular_heading(page: str) -> None:
    criterion = page[page.index('id="criterion-2.6"') : page.index('id="criterion-2.7"')]
    assert "Area for improvement" in criterion
    assert "Areas for improvement" not in criterion


def test_scores_are_those_published(report: Document) -> None:
    judgements = {number: judgement_of(criterion) for number, criterion in criteria_of(report).items()}
    scores = {
        number: figure.value.percent
        for number, judgement in judgements.items()
        for figure in judgement.value
        if isinstance(figure, FigureInline)
    }
    assert scores == {number: (score, 1) for number, score in SCORES.items()}


def test_conclusion_of_1_5_departs_from_its_band_with_a_reason(report: Document) -> None:
    criteria = criteria_of(report)
    assert [number for number, criterion in criteria.items() if judgement_of(criterion).departs] == ["1.5"]
    (conclusion,) = of_type(criteria["1.5"].blocks, DivisionBlock)
    assert [callout.role for callout in of_type(conclusion.blocks, CalloutBlock)] == ["conclusion-reason"]


def test_lists_are_whole(report: Document) -> None:
    (abbreviations,) = of_type(part_of(report, "abbreviations").blocks, TableBlock)
    (recommendations,) = of_type(part_of(report, "recommendations").blocks, ListBlock)
    stories = of_type(part_of(report, "good-practice").blocks, DivisionBlock)
    assert len(abbreviations.groups[0].rows) == 50
    assert len(recommendations.items) == 8
    filed = [story.blocks[0] for story in stories]
    assert [line(each.children).split()[1] for each in filed if isinstance(each, ParagraphBlock)] == [
        *("2.2", "2.5", "2.7", "2.7", "2.5", "4.4")
    ]


def test_references_are_right_where_the_original_errs(page: str) -> None:
    scores = page[page.index('id="scores"') : page.index('id="recommendations"')].replace("\u00a0", " ")
    assert re.search(r"Appendix 4 \(Scoring approach(<span[^>]*></span>)?\)", scores)
    assert "Appendix 3" not in scores
    assert "MAAPA" not in page
    diversity = page[page.index('id="finding-1.5-improvement-h"') :]
    assert 'href="#finding-1.4-diversity"' in diversity[:1500]
    meant = page[page.index('id="finding-1.4-diversity"') :]
    assert meant.index('id="finding-1.4-improvement-c"') < 100


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= ids
