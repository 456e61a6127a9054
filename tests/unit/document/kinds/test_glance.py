"""The glance: what it says of what is known, and what an area chooses for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.build import build_document
from omi_report.document.inlines import EmphasisInline, FigureInline, LinkInline, MarkedInline, ReferenceInline
from omi_report.document.printed import line, printed
from omi_report.document.tree import (
    Blocks,
    CalloutBlock,
    DivisionBlock,
    Fact,
    FactsBlock,
    JudgementBlock,
    ListBlock,
    ParagraphBlock,
    Part,
    TableBlock,
)
from omi_report.inspection import Inspection
from tests.conftest import SMALL_AREA
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

AREAS = Path(__file__).parents[4] / "areas"
FRAMEWORK = SMALL_AREA["framework.yaml"].replace(
    "  - {kind: foreword", "  - {kind: glance, heading: At a glance}\n  - {kind: foreword"
)
RECOMMENDED = FRAMEWORK.replace(
    "  - kind: sections\n", "  - {kind: recommendations, heading: Do}\n  - kind: sections\n"
)
CHOSEN = """\
plain: Plans were good.
key_figures:
  - {figure: 1.1/on-time, says: of plans were on time}
  - {figure: 1.1/on-time | rest, says: were late}
strengths:
  - {says: 'Plans came early, in {{ 1.1/on-time }}.', finding: 1.1/reviews}
  - {says: Money was there.}
urgent:
  - {says: Plan the tenth one.}
"""


def glance(report: Report, files: dict[str, str] | None = None, summary: str = "") -> Part:
    """The glance of the small area with other files, and with these keys before its summary."""
    whole = {"framework.yaml": FRAMEWORK, "summary.yaml": summary + SMALL_AREA["summary.yaml"]}
    return part_of(report(whole | (files or {})), "glance")


def inside(blocks: Blocks) -> list[DivisionBlock | CalloutBlock | FactsBlock]:
    """The panels of the page, those in its columns too."""
    found: list[DivisionBlock | CalloutBlock | FactsBlock] = []
    for block in blocks:
        found += [block] if isinstance(block, DivisionBlock | CalloutBlock | FactsBlock) else []
        found += inside(block.blocks) if isinstance(block, CalloutBlock) else []
    return found


def panels(part: Part) -> dict[str, DivisionBlock | CalloutBlock]:
    return {block.role: block for block in inside(part.blocks) if not isinstance(block, FactsBlock)}


def key_figures(part: Part) -> tuple[Fact, ...]:
    return next(block.facts for block in inside(part.blocks) if isinstance(block, FactsBlock))


def test_what_is_known_without_anything_chosen(report: Report) -> None:
    part = glance(report)
    assert list(panels(part)) == ["glance-body", "glance-beside", "glance-key", "glance-main", "glance-ratings"]
    assert part.blocks[0] == ParagraphBlock(("Small Inspection, May 2024",), role="glance-what")


def test_ratings_come_before_scores_and_every_section_is_there(report: Report) -> None:
    table = panels(glance(report))["glance-ratings"].blocks[0]
    assert isinstance(table, TableBlock)
    assert [column.heading for column in table.columns] == ["Criterion", "Rating", "Score"]
    rows = [
        [line(row.header), *(line(cell.children) for cell in row.cells)] for group in table.groups for row in group.rows
    ]
    assert rows == [
        ["1 Planning", "Poor", "62%"],
        ["1.1 First plan", "Good", "72%"],
        ["1.10 Tenth plan", "Poor", "51%"],
        ["2.1 Money", "Met", "–"],
        ["Safety", "–", "71%"],
    ]
    assert [group.heading for group in table.groups] == ["", "2 Leading", "Across the sections"]


def test_a_short_name_stands_for_a_rating_and_the_key_explains_it(report: Report) -> None:
    framework = FRAMEWORK.replace("{id: good, name: Good,", "{id: good, name: Good in every way, short: Good,")
    found = panels(glance(report, {"framework.yaml": framework}))
    assert "Good" in list(printed(found["glance-ratings"].blocks))
    assert "Good in every way" not in list(printed(found["glance-ratings"].blocks))
    scale = of_type(found["glance-key"].blocks, FactsBlock)[0]
    assert [(line(fact.term), *map(line, fact.values)) for fact in scale.facts] == [
        ("Good", "from 70%"),
        ("Poor", "under 70%"),
    ]


def test_each_scale_says_what_is_rated_on_it(report: Report) -> None:
    key = panels(glance(report))["glance-key"]
    assert [line(each.children) for each in of_type(key.blocks, ParagraphBlock)] == ["Section 1", "Section 2"]
    assert [each.role for each in of_type(key.blocks, FactsBlock)] == ["glance-scale measured", "glance-scale"]


def test_a_departure_from_the_score_is_said(report: Report) -> None:
    criterion = "criterion: 1.1\nscore: 72\nrating: poor\nrating_reason: It was not.\n"
    table = panels(glance(report, {"criteria/1.1.yaml": criterion, "summary.yaml": PLAIN_SUMMARY}))["glance-ratings"]
    row = of_type(table.blocks, TableBlock)[0].groups[0].rows[1]
    assert [line(row.header), line(row.cells[0].children)] == ["1.1 First plan (by the score: Good)", "Poor"]


PLAIN_SUMMARY = "sections: {1: Planning., 2: Leading.}\nthreads: {safety: {text: Safety., score: 71}}\n"


def test_the_rating_of_the_whole_leads(report: Report) -> None:
    framework = FRAMEWORK.replace("threads:\n", "  overall: {judgement: grades}\nthreads:\n", 1)
    part = glance(report, {"framework.yaml": framework, "ratings.yaml": "overall: {rating: not-met}\n"})
    judgement = of_type(part.blocks, JudgementBlock)[0]
    assert (judgement.label, line(judgement.value)) == ("Overall rating", "Not met")
    assert "Not met" not in list(printed(panels(part)["glance-ratings"].blocks))


def test_figures_stand_by_their_names(report: Report) -> None:
    facts = key_figures(glance(report, summary=CHOSEN))
    assert [(line(fact.term), line(fact.values[0])) for fact in facts] == [
        ("97%", "of plans were on time"),
        ("3%", "were late"),
    ]
    figure = facts[0].term[0]
    assert isinstance(figure, FigureInline)
    assert figure.name == "1.1/on-time"


def test_points_lead_to_their_findings(report: Report) -> None:
    found = panels(glance(report, summary=CHOSEN))
    items = of_type(found["glance-strengths"].blocks, ListBlock)[0].items
    first, second = (of_type(item.blocks, ParagraphBlock)[0].children for item in items)
    assert line(first) == "Plans came early, in 97%. See 1.1 (b)"
    assert first[-1] == MarkedInline("glance-see", (ReferenceInline("finding-1.1-reviews", "See 1.1 (b)", "short"),))
    assert line(second) == "Money was there."
    assert list(printed(found["glance-urgent"].blocks)) == ["Plan the tenth one."]
    assert list(printed(found["glance-plain"].blocks)) == ["Plans were good."]


def test_what_the_framework_calls_urgent_is_urgent_where_nothing_is_chosen(report: Report) -> None:
    framework = FRAMEWORK.replace("{id: poor, name: Poor, lowest: 0,", "{id: poor, name: Poor, lowest: 0, urgent: yes,")
    recommendation = "recommendations: [{text: Plan it., criteria: [1.10]}]\n"
    framework = framework.replace(
        "  - kind: sections\n", "  - {kind: recommendations, heading: Do}\n  - kind: sections\n"
    )
    part = glance(report, {"framework.yaml": framework, "recommendations.yaml": recommendation})
    item = of_type(panels(part)["glance-urgent"].blocks, ListBlock)[0].items[0]
    assert item.blocks[0] == ParagraphBlock((ReferenceInline("criterion-1.10", "1.10 Tenth plan", "number-title"),))


def test_recommendations_in_short_lead_to_the_whole(report: Report) -> None:
    made = "recommendations:\n  - {text: the tenth plan is made, in_short: Make the tenth plan, criteria: ['1.10']}\n"
    made += "  - {text: the money is counted, criteria: ['2.1']}\n"
    part = glance(report, {"framework.yaml": RECOMMENDED, "recommendations.yaml": made})
    listed = of_type(panels(part)["glance-recommendations"].blocks, ListBlock)[0]
    assert (listed.start, len(listed.items)) == (1, 2)
    assert [of_type(item.blocks, ParagraphBlock)[0].children for item in listed.items] == [
        (LinkInline("#recommendation-1", ("Make the tenth plan",)),),
        (LinkInline("#recommendation-2", ("the money is counted",)),),
    ]


def test_a_recommendation_in_short_is_one_link_whatever_stands_in_it(report: Report) -> None:
    short = "'*See {criterion}`~1.10`* and [the act](https://example.org/act) for {{ 1.1/on-time }}'"
    made = f"recommendations:\n  - {{text: the tenth plan is made, in_short: {short}, criteria: ['1.10']}}\n"
    part = glance(report, {"framework.yaml": RECOMMENDED, "recommendations.yaml": made})
    (item,) = of_type(panels(part)["glance-recommendations"].blocks, ListBlock)[0].items
    (link,) = of_type(item.blocks, ParagraphBlock)[0].children
    assert isinstance(link, LinkInline)
    assert isinstance(link.children[0], EmphasisInline)
    assert link.children[0].children == ("See criterion 1.10",)
    assert link.children[1] == " and the act for "
    assert isinstance(link.children[2], FigureInline)


@pytest.mark.parametrize(("area", "is_said"), [("hampshire", True), ("saltmere", False)])
def test_how_many_cases_there_are_is_not_said_where_small_counts_are_hidden(area: str, is_said: bool) -> None:
    document = build_document(inspected(AREAS / area))
    (opening,) = [
        block
        for part in document.parts
        for block in part.blocks
        if isinstance(block, ParagraphBlock) and block.role == "glance-what"
    ]
    assert line(opening.children).endswith(" cases") == is_said


def test_a_figure_that_is_printed_nowhere_is_left_out(report: Report) -> None:
    framework = FRAMEWORK.replace("inspectorate:", "disclosure: {minimum: 5}\ninspectorate:")
    criterion = "criterion: 1.1\nscore: 72\npercentages: {few: 2 of 9, many: 90}\n"
    chosen = "key_figures: [{figure: 1.1/few, says: were few}, {figure: 1.1/many, says: were many}]\n"
    files = {"framework.yaml": framework, "criteria/1.1.yaml": criterion, "summary.yaml": chosen + PLAIN_SUMMARY}
    facts = key_figures(glance(report, files))
    assert [line(fact.term) for fact in facts] == ["90%"]


# --- what may stand there -----------------------------------------------------------------------------------


def problems(small_area: Path, summary: str) -> list[str]:
    (small_area / "framework.yaml").write_text(FRAMEWORK)
    (small_area / "summary.yaml").write_text(summary + SMALL_AREA["summary.yaml"])
    return [f"{each.location.line}:{each.location.column} {each.message}" for each in inspected_problems(small_area)]


def inspected_problems(folder: Path) -> list:  # type: ignore[type-arg]
    found = inspected(folder)
    assert isinstance(found, Inspection)
    return list(found.problems)


ALONE = "write paragraphs, without a list, a heading, a table, a picture or a note"


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("key_figures: [{figure: '{{ 1.1/on-time }}', says: x}]\n", "a figure goes by its name"),
        ("key_figures: [{figure: 1.1/on-time, says: x}, {figure: 1.1/on-time, says: y}]\n", "is chosen twice"),
        ("strengths: [{says: One.}, {says: Two.}, {says: Three.}, {says: Four.}]\n", "there is room for 3 entries"),
        ("urgent: [{says: '- a list'}]\n", "write one paragraph, without a list or a heading"),
        ("plain: |\n  Plans were late.\n\n  - all of them\n", ALONE),
        ("plain: |\n  # Plans\n\n  They were late.\n", ALONE),
        ("plain: |\n  They were late.[^why]\n\n  [^why]: So it was.\n", ALONE),
    ],
)
def test_what_may_not_stand_there(small_area: Path, summary: str, said: str) -> None:
    assert any(said in each for each in problems(small_area, summary))


def test_a_framework_without_a_summary_takes_a_file_without_its_texts(small_area: Path) -> None:
    framework = FRAMEWORK.replace("  - {kind: summary, heading: Summary}\n", "")
    (small_area / "framework.yaml").write_text(framework)
    (small_area / "summary.yaml").write_text("plain: Plans were good.\n")
    assert inspected_problems(small_area) == []
    (small_area / "summary.yaml").unlink()
    assert inspected_problems(small_area) == []
