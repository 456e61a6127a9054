"""Where a word is printed."""

from __future__ import annotations

from omi_report.document.context import BuildContext
from omi_report.document.inlines import ReferenceInline
from omi_report.document.printed_places import printed_places
from omi_report.document.tree import DivisionBlock, ParagraphBlock, Part

TEXT = (ParagraphBlock(("Said in PSRs.",)),)


def test_a_numbered_division_is_a_place_of_its_own(context: BuildContext) -> None:
    division = DivisionBlock("criterion", 3, "Plans", TEXT, "criterion-1.1", label="1.1")
    other = DivisionBlock("story", 3, "Tale", (ParagraphBlock(("More SDRs.",)),))
    section = Part("section-1", "section", "Planning", (division, other), "1", "1")
    places = list(printed_places((section,), context.references))
    assert [(place.reference, sorted(place.words)) for place in places] == [
        (ReferenceInline("section-1", "section 1", "short"), ["More", "Planning", "SDRs", "Tale"]),
        (ReferenceInline("criterion-1.1", "criterion 1.1", "short"), ["PSRs", "Plans", "Said", "in"]),
    ]


def test_other_places_go_by_what_the_contents_call_them(context: BuildContext) -> None:
    parts = (
        Part("foreword", "foreword", "Foreword", TEXT),
        Part("appendix-2", "x", "Figures", TEXT, "Appendix 2", appendix=2),
        Part("x", "x", "Songs", (DivisionBlock("song", 3, "First", TEXT, "song-1", label="I"),)),
    )
    assert [place.reference for place in printed_places(parts, context.references)] == [
        ReferenceInline("foreword", "Foreword", "title"),
        ReferenceInline("appendix-2", "Appendix 2", "short"),
        ReferenceInline("x", "Songs", "title"),
        ReferenceInline("song-1", "I First", "number-title"),
    ]
