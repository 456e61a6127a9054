"""What a report is as a publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.inlines import AbbreviationInline, BreakInline, LinkInline
from omi_report.document.tree import Fact, FactsBlock, HeadingBlock, ParagraphBlock
from tests.conftest import SMALL_AREA
from tests.samples import inspected
from tests.unit.document.blocks import part_of
from tests.unit.document.conftest import Report

IDENTITY = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\nstage: final\n"
PART = "  - {kind: imprint, heading: Imprint}\n"


def files(imprint: str = "", identity: str = IDENTITY) -> dict[str, str]:
    """The small area with the part, and with what its framework says for it."""
    framework = SMALL_AREA["framework.yaml"] + PART
    said = f"imprint:\n{imprint}" if imprint else ""
    return {"area.yaml": identity, "framework.yaml": framework + said}


def test_what_the_area_says_stands_first(report: Report) -> None:
    identity = f"{IDENTITY}published: 2024-09-16\nissue: Second, corrected\nisbn: 978-0-306-40615-7\n"
    part = part_of(report(files("  copyright: Crown copyright\n", identity)), "imprint")
    assert part.blocks == (
        FactsBlock(
            (
                Fact(("Published",), (("16 September 2024",),)),
                Fact(("Issue",), (("Second, corrected",),)),
                Fact((AbbreviationInline("ISBN", "International Standard Book Number"),), (("978-0-306-40615-7",),)),
                Fact(("Copyright",), (("© Crown copyright 2024",),)),
            ),
            "publication",
        ),
    )


def test_a_draft_says_which_it_is_and_how_it_is_answered(report: Report) -> None:
    identity = IDENTITY.replace("final", "draft") + "drafted: 2024-07-02\npublished: 2024-09-16\n"
    keys = "draft: {number: 2, reply_by: 2024-07-16, reply_to: drafts@example.org}\n"
    (facts,) = part_of(report(files(identity=identity + keys)), "imprint").blocks
    assert facts == FactsBlock(
        (
            Fact(("Draft 2",), (("2 July 2024",),)),
            Fact(("Reply by",), (("16 July 2024",),)),
            Fact(("Reply to",), (("drafts@example.org",),)),
            Fact(("To be published",), (("16 September 2024",),)),
        ),
        "publication",
    )


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("published: 2024-09\ncopyright_year: 2025\n", "© Crown copyright 2025"),
        ("published: 2024-09\n", "© Crown copyright 2024"),
        ("", "© Crown copyright"),
    ],
)
def test_the_copyright_has_its_own_year_or_that_of_publication(report: Report, identity: str, said: str) -> None:
    part = part_of(report(files("  copyright: Crown copyright\n", IDENTITY + identity)), "imprint")
    (facts,) = part.blocks
    assert isinstance(facts, FactsBlock)
    assert facts.facts[-1] == Fact(("Copyright",), ((said,),))


def test_a_licence_leads_to_its_terms_and_says_what_it_allows(report: Report) -> None:
    licence = "  licence: {name: Open Licence, address: https://example.org/open, text: Copy it *freely*.}\n"
    part = part_of(report(files(licence)), "imprint")
    assert part.blocks[:2] == (
        HeadingBlock(3, ("Licence",)),
        ParagraphBlock((LinkInline("https://example.org/open", ("Open Licence",)),), role="licence"),
    )
    assert len(part.blocks) == 3
    named = part_of(report(files("  licence: {name: All rights reserved}\n")), "imprint")
    assert named.blocks == (HeadingBlock(3, ("Licence",)), ParagraphBlock(("All rights reserved",), role="licence"))


def test_each_way_to_reach_somebody_is_a_link(report: Report) -> None:
    contact = """\
  contact:
    address: [1 Quay Street, Northport]
    telephone: +44 (0)161 496 0000
    email: enquiries@example.org
    website: https://www.example.org/checks/
"""
    heading, facts = part_of(report(files(contact)), "imprint").blocks
    assert heading == HeadingBlock(3, ("Contact",))
    assert facts == FactsBlock(
        (
            Fact(
                ("Write to",),
                (("The Inspectorate", BreakInline(), "1 Quay Street", BreakInline(), "Northport"),),
            ),
            Fact(("Telephone",), ((LinkInline("tel:+441614960000", ("+44 (0)161 496 0000",)),),)),
            Fact(("E-mail",), ((LinkInline("mailto:enquiries@example.org", ("enquiries@example.org",)),),)),
            Fact(("Website",), ((LinkInline("https://www.example.org/checks/", ("www.example.org/checks",)),),)),
        ),
        "contact",
    )


def test_somebody_without_an_address_is_named_all_the_same(report: Report) -> None:
    _, facts = part_of(
        report(files("  contact: {name: The press office, telephone: 0161 496 0000}\n")), "imprint"
    ).blocks
    assert isinstance(facts, FactsBlock)
    assert facts.facts[0] == Fact(("Publisher",), (("The press office",),))


def test_other_formats_and_complaints_are_texts(report: Report) -> None:
    texts = "  formats: Ask {{ area }} for Braille.\n  complaints: |\n    Tell us.\n\n    We answer.\n"
    part = part_of(report(files(texts)), "imprint")
    assert part.blocks == (
        HeadingBlock(3, ("Other formats and languages",)),
        ParagraphBlock(("Ask Northfold for Braille.",)),
        HeadingBlock(3, ("Comments and complaints",)),
        ParagraphBlock(("Tell us.",)),
        ParagraphBlock(("We answer.",)),
    )


def test_nothing_is_made_up(report: Report) -> None:
    (said,) = part_of(report(files()), "imprint").blocks
    assert said == ParagraphBlock(("Nothing is reported here.",), role="quiet")


def test_the_real_report_says_no_more_than_it_did() -> None:
    from omi_report.document.build import build_document
    from omi_report.document.printed import printed_in

    root = Path(__file__).parents[4]
    part = part_of(build_document(inspected(root / "areas" / "hampshire")), "imprint")
    words = " ".join(printed_in(part))
    assert "978 1 84099 121 5" in words
    assert "2 Monck Street" in words
    assert not any(word in words.lower() for word in ("copyright", "licence", "telephone", "e-mail", "braille"))
