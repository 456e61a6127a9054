"""The lead of a finding, a few words in bold before its text; and the figure that is drawn beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.context import BuildContext
from omi_report.document.inlines import EmphasisInline, MarkedInline
from omi_report.document.json_form import document_json
from omi_report.document.leads import with_lead
from omi_report.document.printed import plain
from omi_report.document.tree import (
    Blocks,
    DivisionBlock,
    FindingItem,
    FindingsBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
)
from omi_report.inspection import Inspection
from omi_report.opendata.export import export_data
from omi_report.render.html.page import Renderer
from tests.samples import inspected


@pytest.fixture
def inspection(small_area: Path) -> Inspection:
    file = small_area / "criteria" / "1.1.yaml"
    text = file.read_text()
    first = text.index("  - ", text.index("strengths:"))
    added = "  - {lead: Trainees are met, figure: on-time, text: 'On the first day, by {{ on-time }}.'}\n"
    file.write_text(text[:first] + added + text[first:])
    return inspected(small_area)


def strong(*words: object) -> EmphasisInline:
    return EmphasisInline(words, strong=True)  # type: ignore[arg-type]


def test_it_stands_before_the_first_words(context: BuildContext) -> None:
    words = MarkedInline("lead", ("Late",))
    (block,) = with_lead((ParagraphBlock(("Plans.",)),), ("Late",), context)
    assert block == ParagraphBlock((strong(words, "."), " ", "Plans."))


def test_one_that_ends_by_itself_gets_no_full_stop(context: BuildContext) -> None:
    (block,) = with_lead((ParagraphBlock(("Plans.",)),), ("Late?",), context)
    assert block == ParagraphBlock((strong(MarkedInline("lead", ("Late?",))), " ", "Plans."))


def test_before_a_list_it_has_a_line_of_its_own(context: BuildContext) -> None:
    listed = ListBlock((ListItem((ParagraphBlock(("One",), tight=True),)),))
    assert with_lead((listed,), ("Late",), context) == (
        ParagraphBlock((strong(MarkedInline("lead", ("Late",)), "."),)),
        listed,
    )


def test_every_form_of_the_report_has_it(inspection: Inspection) -> None:
    document = build_document(inspection)
    page = "".join(Renderer(document).parts)
    assert '<p><strong><span class="lead">Trainees are met</span>.</strong> On the first day, by' in page
    assert "Trainees are met" in json.dumps(json.loads(document_json(document)))
    assert "Trainees are met. On the first day, by " in "\n".join(plain(part.blocks) for part in document.parts)


def test_the_data_have_it_beside_the_text(inspection: Inspection) -> None:
    first, second = export_data(inspection)["findings"][:2]
    assert first["lead"] == "Trainees are met"
    assert first["text"].startswith("On the first day")
    assert second["lead"] is None


def test_its_figure_is_drawn_and_not_told_twice(inspection: Inspection) -> None:
    document = build_document(inspection)
    (found,) = (item for part in document.parts for item in _findings(part.blocks) if item.figure)
    assert found.figure is not None
    assert (found.figure.text, found.figure.name) == ("97%", "1.1/on-time")
    page = Renderer(document).screen_page()
    finding = page.partition(f'<li id="{found.id}">')[2].partition("</li>")[0]
    assert 'data-figure="97%">' in finding
    assert finding.count(">97%<") == 1
    assert plain(found.blocks).count("97%") == 1


def _findings(blocks: Blocks) -> Iterator[FindingItem]:
    for block in blocks:
        if isinstance(block, FindingsBlock):
            yield from block.findings
        elif isinstance(block, DivisionBlock):
            yield from _findings(block.blocks)


def test_it_is_what_the_finding_begins_with(inspection: Inspection) -> None:
    placed = inspection.outline.placed["1.1", "strength"][0]
    assert placed.opening == "Trainees are met"
