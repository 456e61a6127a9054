"""The back of the cover."""

from __future__ import annotations

import pytest

from omi_report.document.inlines import AbbreviationInline
from omi_report.document.tree import BarCodeBlock, ParagraphBlock
from omi_report.render.html.page import Renderer
from tests.conftest import SMALL_AREA
from tests.unit.document.conftest import Report

IDENTITY = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\n"
FINAL = f"{IDENTITY}stage: final\npublished: 2024-09\n"


def files(identity: str) -> dict[str, str]:
    framework = SMALL_AREA["framework.yaml"] + "  - {kind: back-cover}\n"
    return {"area.yaml": identity, "framework.yaml": framework}


@pytest.mark.parametrize(
    ("isbn", "said", "figures"),
    [
        ("978-0-306-40615-7", "978-0-306-40615-7", "9780306406157"),
        ("ISBN 978 1 84099 121 5", "978 1 84099 121 5", "9781840991215"),
        ("ISBN-13: 978 1 84099 121 5", "978 1 84099 121 5", "9781840991215"),
        ("0-8044-2957-X", "0-8044-2957-X", "9780804429573"),
    ],
)
def test_it_says_who_publishes_the_report_and_its_number(report: Report, isbn: str, said: str, figures: str) -> None:
    part = report(files(f"{FINAL}isbn: '{isbn}'\n")).parts[-1]
    assert (part.id, part.kind, part.heading) == ("back-cover", "back-cover", "")
    assert part.blocks == (
        ParagraphBlock(("Small Inspection",), role="programme"),
        ParagraphBlock(("The Inspectorate",), role="publisher"),
        ParagraphBlock((AbbreviationInline("ISBN", "International Standard Book Number"), f" {said}"), role="isbn"),
        BarCodeBlock(figures, f"Bar code of the number {figures}"),
    )


@pytest.mark.parametrize("identity", [FINAL, f"{IDENTITY}isbn: 978-0-306-40615-7\n"])
def test_without_a_number_and_in_a_draft_there_is_none(report: Report, identity: str) -> None:
    document = report(files(identity))
    assert "back-cover" not in [part.kind for part in document.parts]


def test_the_contents_do_not_list_it(report: Report) -> None:
    page = Renderer(report(files(f"{FINAL}isbn: 978-0-306-40615-7\n"))).screen_page()
    assert 'id="back-cover"' in page
    assert 'href="#back-cover"' not in page


def test_a_screen_has_the_number_and_no_drawing_of_it(report: Report) -> None:
    renderer = Renderer(report(files(f"{FINAL}isbn: 978-0-306-40615-7\n")))
    back = renderer.screen_page().partition('id="back-cover"')[2].partition("</footer>")[0]
    assert "ISBN</abbr> 978-0-306-40615-7" in back
    assert "<svg" not in back
    assert "bar-code" not in back
    printed = renderer.print_page().html.partition('id="back-cover"')[2].partition("</footer>")[0]
    assert 'role="img" aria-label="Bar code of the number 9780306406157"' in printed
