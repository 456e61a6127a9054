"""Every number that a report prints is found where it is printed."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.explanation import explain
from omi_report.document.places import WantedNumber
from omi_report.document.printed_lines import PrintedLine, lines_with, printed_lines
from omi_report.document.tree import Document
from omi_report.inspection import Inspection
from omi_report.opendata.embedded import open_data
from omi_report.render.html.page import Renderer
from tests.samples import WESTMARK, inspected

AREAS = Path(__file__).parents[3] / "areas"
SHIPPED = [*sorted(each for each in AREAS.iterdir() if each.is_dir()), WESTMARK]

_NO_TEXT = re.compile(r"<(script|style|svg|head)\b.*?</\1>", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w.,/-])[£$€]?\d[\d,]*(?:\.\d+)*(?:\s?%)?(?![\w/-]|[.,]\d)")
_NO_SEARCH = (
    re.compile(r'<footer class="open-data">.*?</footer>', re.DOTALL),  # how large a file is
    re.compile(r'<(?:span|td) class="letter">.*?</', re.DOTALL),
)
"""What is no number of the report. `docs/how-to/check-a-draft.md` names these kinds."""


def numbers_on(page: str) -> set[str]:
    """The numbers of a page, as a reader sees them."""
    for each in (_NO_TEXT, *_NO_SEARCH):
        page = each.sub(" ", page)
    words = html.unescape(re.sub(r"</?(?:data|b|strong|em|span|a|abbr)\b[^>]*>", "", page))
    words = re.sub(r"<[^>]*>", " ", words).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    return {number.rstrip(",") for number in _NUMBER.findall(words)}


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_every_number_of_a_report_is_found(folder: Path) -> None:
    inspection = inspected(folder)
    report = build_document(inspection)
    page = Renderer(report, open_data=open_data(inspection)).screen_page()
    numbers = numbers_on(page)
    assert len(numbers) > 50
    printed = "\n\n".join(each.text for each in printed_lines(report))
    assert {number for number in numbers if not wanted(number).pattern.search(printed)} == set()


def wanted(text: str) -> WantedNumber:
    return WantedNumber(text)


@pytest.fixture(scope="module")
def hampshire() -> Inspection:
    return inspected(AREAS / "hampshire")


@pytest.fixture(scope="module")
def report(hampshire: Inspection) -> Document:
    return build_document(hampshire)


def test_a_line_is_told_with_its_place(report: Document) -> None:
    found = list(lines_with(report, wanted("110 cases"), ()))
    assert PrintedLine("At a glance", "Offender Management Inspection, November 2007, 110 cases") in found
    assert "1.1 Preparing for sentence" in [each.where for each in found]
    (row,) = lines_with(report, wanted("27306"), ())
    assert row.where.endswith("Performance Framework, Table 4")
    assert row.text == "Unpaid Work Completions: Outstanding, 1,017, 822, 27,306, 1,006"


def test_what_was_told_is_not_told_again(report: Document) -> None:
    told = ["Offender Management *Inspection*, November 2007, 110 cases"]
    every, rest = ([each.text for each in lines_with(report, wanted("110 cases"), said)] for said in ((), told))
    assert len(rest) == len(every) - 1


@pytest.mark.parametrize("number", ["110", "110 cases", "£23,057,000", "27306", "69%"])
def test_a_number_is_explained_however_it_is_printed(hampshire: Inspection, report: Document, number: str) -> None:
    kinds = [each.kind for each in explain(hampshire, number, report)]
    assert "printed" in kinds
    assert ("sample" in kinds) == number.startswith("110")


def test_names_are_not_looked_for_in_print(hampshire: Inspection, report: Document) -> None:
    for name in ("1.2", "1.2/screening-done", "1.2.7", "roh"):
        assert "printed" not in [each.kind for each in explain(hampshire, name, report)]
