"""The parts that are mostly text."""

from __future__ import annotations

from pathlib import Path

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    EmphasisInline,
    RatingInline,
    ReferenceInline,
)
from omi_report.document.printed import plain
from omi_report.document.tree import (
    CalloutBlock,
    DivisionBlock,
    Fact,
    FactsBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
)
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

IDENTITY = "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\n"


def with_parts(small_area: Path, *kinds: str) -> dict[str, str]:
    """The small area's framework with more parts, each headed by its kind."""
    framework = (small_area / "framework.yaml").read_text()
    return {"framework.yaml": framework + "".join(f"  - {{kind: {kind}, heading: {kind}}}\n" for kind in kinds)}


def test_the_cover_of_a_draft(report: Report) -> None:
    part = part_of(report({"area.yaml": f"{IDENTITY}notice: It is invented.\n"}), "title-page")
    notice = "Draft for the area to check. Not for publication."
    assert (part.heading, part.blocks) == (
        "A report on Northfold",
        (
            ParagraphBlock(("Small Inspection",), role="programme"),
            HeadingBlock(1, ("A report on Northfold",)),
            ParagraphBlock(("An inspection led by The Inspectorate",), role="led-by"),
            CalloutBlock("notice", (ParagraphBlock(("It is invented.",)),)),
            ParagraphBlock((EmphasisInline((notice,), strong=True),), role="stage"),
            FactsBlock((Fact(("Inspected",), (("May 2024",),)),), "imprint"),
        ),
    )


def test_the_cover_of_a_published_report(report: Report) -> None:
    published = f"{IDENTITY}stage: final\npublished: 2024-09-16\nisbn: 978-0-306-40615-7\n"
    part = part_of(report({"area.yaml": published}), "title-page")
    isbn = AbbreviationInline("ISBN", "International Standard Book Number")
    assert part.blocks[-1] == FactsBlock(
        (
            Fact(("Inspected",), (("May 2024",),)),
            Fact(("Published",), (("16 September 2024",),)),
            Fact((isbn,), (("978-0-306-40615-7",),)),
        ),
        "imprint",
    )
    assert len(part.blocks) == 4


def test_a_foreword_is_signed(report: Report) -> None:
    part = part_of(report({"foreword.yaml": "text: Welcome.\nsignatory: Ada Quill\noffice: Head\n"}), "foreword")
    signature = (EmphasisInline(("Ada Quill",), strong=True), BreakInline(), "Head")
    assert part.blocks == (ParagraphBlock(("Welcome.",)), ParagraphBlock(signature, role="signature"))
    assert part.text == (ParagraphBlock(("Welcome.",)),)


def test_a_signatory_may_have_no_office(report: Report) -> None:
    assert part_of(report(), "foreword").blocks[-1] == ParagraphBlock(
        (EmphasisInline(("Ada Quill",), strong=True),), role="signature"
    )


def test_the_team_stands_below_the_thanks(small_area: Path, report: Report) -> None:
    identity = f"{IDENTITY}acknowledgements: Thanks.\nteam: [{{role: Inspectors, names: [Ben Marsh, Cara Low]}}]\n"
    part = part_of(report(with_parts(small_area, "acknowledgements") | {"area.yaml": identity}), "acknowledgements")
    team = FactsBlock((Fact(("Inspectors",), (("Ben Marsh",), ("Cara Low",))),), "team")
    assert part.blocks == (ParagraphBlock(("Thanks.",)), team)


def test_the_summary_has_its_sections_in_order_and_then_its_threads(report: Report) -> None:
    divisions = of_type(part_of(report(), "summary").blocks, DivisionBlock)
    assert [(each.role, each.level, each.heading, plain(each.blocks)) for each in divisions] == [
        ("summary-text", 3, "Planning", "Planning was good; see criterion 1.10 (Tenth plan)."),
        ("summary-text", 3, "Leading", "Leading was met."),
        ("summary-text", 3, "Safety", "Safety came first."),
    ]


def test_a_section_without_a_summary_is_left_out(report: Report) -> None:
    part = part_of(report({"summary.yaml": "sections: {2: Leading was met.}\n"}), "summary")
    assert [each.heading for each in of_type(part.blocks, DivisionBlock)] == ["Leading"]


def test_recommendations_are_numbered_and_say_what_they_answer(small_area: Path, report: Report) -> None:
    text = (
        "recommendations:\n- {text: One., criteria: [1.1]}\n- {id: money, text: Two., criteria: [1.10, 2.1]}\n"
        "next_steps: A plan.\n"
    )
    files = with_parts(small_area, "recommendations", "next-steps") | {"recommendations.yaml": text}
    document = report(files)
    (listed,) = of_type(part_of(document, "recommendations").blocks, ListBlock)
    assert (listed.start, listed.role) == (1, "recommendation-list")
    assert [(item.id, item.also) for item in listed.items] == [
        ("recommendation-1", ()),
        ("recommendation-money", ("recommendation-2",)),
    ]
    assert listed.items[1].blocks == (
        ParagraphBlock(("Two.",)),
        FactsBlock(
            (
                Fact(
                    ("Answers",),
                    (
                        (
                            ReferenceInline("criterion-1.10", "Tenth plan (1.10)", "title-number"),
                            " ",
                            RatingInline("Poor", 1, 2),
                        ),
                        (
                            ReferenceInline("criterion-2.1", "Money (2.1)", "title-number"),
                            " ",
                            RatingInline("Met", 0, 2),
                        ),
                    ),
                ),
            ),
            "recommendation-facts",
        ),
    )


def test_the_short_form_of_a_recommendation_is_its_head(small_area: Path, report: Report) -> None:
    text = "recommendations:\n- {text: 'The *tenth* plan should be made.', in_short: Make the plan, criteria: [1.10]}\n"
    document = report(with_parts(small_area, "recommendations") | {"recommendations.yaml": text})
    (listed,) = of_type(part_of(document, "recommendations").blocks, ListBlock)
    assert listed.items[0].blocks[0] == ParagraphBlock(("Make the plan",), role="in-short")
    assert plain(listed.items[0].blocks).startswith("Make the plan\n\nThe tenth plan should be made.\n\nAnswers")


def test_the_next_steps_stand_apart(small_area: Path, report: Report) -> None:
    text = "recommendations: [{text: One., criteria: [1.1]}]\nnext_steps: A plan.\n"
    document = report(with_parts(small_area, "recommendations", "next-steps") | {"recommendations.yaml": text})
    assert part_of(document, "next-steps").text == (ParagraphBlock(("A plan.",)),)


def test_a_story_stands_under_its_criterion(small_area: Path, report: Report) -> None:
    stories = "stories:\n- {id: tale, title: A story, criterion: 1.1, text: 'All {{ on-time }}.'}\n"
    part = part_of(report(with_parts(small_area, "good-practice") | {"good-practice.yaml": stories}), "good-practice")
    (story,) = of_type(part.blocks, DivisionBlock)
    assert (story.id, story.heading, plain(story.blocks)) == (
        "story-tale",
        "A story",
        "Criterion 1.1 First plan\n\nAll 97%.",
    )


def test_a_group_of_service_users_has_figures_of_its_own(small_area: Path, report: Report) -> None:
    groups = (
        "groups:\n- {id: victims, title: Victims, percentages: {safe: 3 of 4}, text: 'So said {{ safe | count }}.'}\n"
    )
    part = part_of(report(with_parts(small_area, "service-users") | {"service-users.yaml": groups}), "service-users")
    (group,) = of_type(part.blocks, DivisionBlock)
    assert (group.id, group.heading, plain(group.blocks)) == (
        "service-users-victims",
        "Victims",
        "So said three of the four.",
    )


def test_standard_wording_is_passages_under_headings(report: Report) -> None:
    assert part_of(report(), "standard-text").blocks == (
        HeadingBlock(3, ("Bands",)),
        ParagraphBlock(("See ", ReferenceInline("section-1", "section 1 (Planning)"), ".")),
    )


def test_parts_without_their_files_say_nothing(small_area: Path, report: Report) -> None:
    kinds = ("acknowledgements", "next-steps", "good-practice", "service-users")
    document = report(with_parts(small_area, *kinds))
    assert [plain(part_of(document, kind).blocks) for kind in kinds] == ["Nothing is reported here."] * len(kinds)
