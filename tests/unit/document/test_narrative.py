"""The parts that are mostly text."""

from __future__ import annotations

from pathlib import Path

from omi_report.document import parts
from omi_report.document.build import build_report
from omi_report.document.kinds import PART_KINDS
from omi_report.document.narrative import criterion_link
from omi_report.document.resolve import Resolver
from omi_report.model.area import Area
from omi_report.model.load import load_area
from omi_report.prose.nodes import plain
from omi_report.source.snapshot import Snapshot
from tests.conftest import write_files
from tests.samples import inspection_of


def test_the_summary_has_its_sections_in_order_and_then_its_threads(area: Area) -> None:
    summary = next(part for part in build_report(inspection_of(area)).parts if isinstance(part, parts.Summary))
    assert [(each.heading, plain(each.text)) for each in summary.texts] == [
        ("Planning", "Planning was good; see criterion 1.10 (Tenth plan)."),
        ("Leading", "Leading was met."),
        ("Safety", "Safety came first."),
    ]


def test_a_criterion_is_linked_by_its_number_and_title(resolver: Resolver) -> None:
    assert criterion_link("1.10", resolver) == parts.CriterionLink("1.10", "Tenth plan", "criterion-1.10")


def test_each_part_is_written_from_its_own_file(small_area: Path) -> None:
    framework = (small_area / "framework.yaml").read_text()
    more = "".join(
        f"  - {{kind: {kind}, heading: {kind.capitalize()}}}\n"
        for kind in ("acknowledgements", "recommendations", "next-steps", "good-practice", "service-users")
    )
    write_files(
        small_area,
        {
            "framework.yaml": framework + more,
            "area.yaml": "area: Northfold\nframework: framework.yaml\ninspected: 2024-05\nacknowledgements: Thanks.\n",
            "recommendations.yaml": (
                "recommendations:\n- {text: One., criteria: [1.1]}\n- {text: Two., criteria: [1.10, 2.1]}\n"
                "next_steps: A plan.\n"
            ),
            "good-practice.yaml": "stories:\n- {title: A story, criterion: 1.1, text: 'All {{ on-time }}.'}\n",
            "service-users.yaml": (
                "groups:\n- {id: victims, title: Victims, percentages: {safe: 3 of 4}, "
                "text: 'So said {{ safe | count }}.'}\n"
            ),
        },
    )
    area = load_area(Snapshot.of(small_area), PART_KINDS).area
    assert area is not None
    by_kind = {part.kind: part for part in build_report(inspection_of(area)).parts}
    thanks, steps = by_kind["acknowledgements"], by_kind["next-steps"]
    assert isinstance(thanks, parts.Acknowledgements)
    assert isinstance(steps, parts.NextSteps)
    assert (plain(thanks.text), plain(steps.text)) == ("Thanks.", "A plan.")
    recommended = by_kind["recommendations"]
    assert isinstance(recommended, parts.Recommendations)
    assert [(each.number, [link.number for link in each.criteria]) for each in recommended.recommendations] == [
        (1, ["1.1"]),
        (2, ["1.10", "2.1"]),
    ]
    stories, users = by_kind["good-practice"], by_kind["service-users"]
    assert isinstance(stories, parts.GoodPractice)
    assert plain(stories.stories[0].text) == "All 97%."
    assert isinstance(users, parts.ServiceUsers)
    assert (users.groups[0].id, plain(users.groups[0].text)) == ("service-users-victims", "So said three of the four.")
