"""The page at a glance alone: the part of the report, under the report's title, without links to what it lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report.document.alone import build_alone
from omi_report.document.build import build_document
from omi_report.document.inlines import LinkInline, ReferenceInline
from omi_report.document.json_form import document_json
from omi_report.document.printed import printed_in
from omi_report.document.tree import HeadingBlock
from omi_report.document.unlinked import unlinked
from omi_report.errors import NoSuchPartError
from tests.samples import inspected

ROOT = Path(__file__).parents[3]
SALTMERE = ROOT / "areas" / "saltmere"


def test_it_says_what_the_part_of_the_report_says() -> None:
    inspection = inspected(SALTMERE)
    report = build_document(inspection)
    (part,) = (part for part in report.parts if part.id == "glance")
    alone = build_alone(inspection)
    (page,) = alone.parts
    said, inside = list(printed_in(page)), list(printed_in(part))
    assert said[-len(inside) + 1 :] == inside[1:]
    assert len(inside) > 30
    head = [block.children for block in page.blocks if isinstance(block, HeadingBlock)]
    assert head == [(report.meta.title,), (part.heading,)]
    assert alone.meta.title == f"{report.meta.title}: {part.heading}"
    assert any(report.meta.inspectorate in words for words in said)


def test_it_leads_nowhere() -> None:
    data = document_json(build_alone(inspected(SALTMERE)))
    assert '"type": "reference"' not in data
    assert '"#' not in data
    assert re.search(r"See P.2\.3", data)


def test_what_is_unlinked_keeps_its_words_and_links_to_other_pages() -> None:
    there = LinkInline("https://example.org", ("there",))
    line = (ReferenceInline("criterion-1.2", "1.2"), LinkInline("#section-1", ("here",)), there)
    words, here, kept = unlinked(line)
    assert (words, here.children, kept) == ("1.2", ("here",), there)


def test_a_framework_without_the_part_is_refused() -> None:
    with pytest.raises(NoSuchPartError, match="has no part of the kind glance: add it to its parts"):
        build_alone(inspected(ROOT / "tests" / "golden" / "westmark"))
