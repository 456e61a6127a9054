"""The words that lead to a place of a report."""

from __future__ import annotations

from omi_report.document.context import BuildContext
from omi_report.document.inlines import ReferenceInline


def test_a_criterion_can_be_referred_to_in_four_ways(context: BuildContext) -> None:
    criterion = context.references.criterion("1.10")
    assert [criterion.full(), criterion.short(), criterion.number_first(), criterion.title_first()] == [
        ReferenceInline("criterion-1.10", "criterion 1.10 (Tenth plan)", "full"),
        ReferenceInline("criterion-1.10", "criterion 1.10", "short"),
        ReferenceInline("criterion-1.10", "1.10 Tenth plan", "number-title"),
        ReferenceInline("criterion-1.10", "Tenth plan (1.10)", "title-number"),
    ]


def test_a_part_goes_by_its_heading_and_an_appendix_by_its_number(context: BuildContext) -> None:
    by_id = {placed.id: context.references.part(placed).short().text for placed in context.outline.parts}
    assert (by_id["foreword"], by_id["appendix-1"]) == ("Foreword", "Appendix 1")
