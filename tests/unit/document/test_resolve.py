"""Figures and references in their places."""

from __future__ import annotations

import pytest

from omi_report.document.resolve import Resolver
from omi_report.model.base import Text
from omi_report.prose.nodes import Figure, Reference, inlines, plain


def resolved(resolver: Resolver, text: str, scope: str = "1.1") -> str:
    return plain(resolver(Text.of(text), scope))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ area }}", "Northfold"),
        ("{{ on-time }}", "97%"),
        ("{{ on-time | percent }}", "97%"),
        ("{{ on-time | rest }}", "3%"),
        ("{{ reviewed }}", "83%"),
        ("{{ reviewed | rest }}", "17%"),
        ("{{ reviewed | count }}", "five of the six"),
        ("{{ reviewed | rest | count }}", "one of the six"),
        ("{{ reviewed | number }}", "five"),
        ("{{ reviewed | base }}", "six"),
        ("{{ reviewed | words }}", "five"),
        ("{{ reviewed | number | capital }}", "Five"),
        ("{{ reviewed | count | capital }}", "Five of the six"),
    ],
)
def test_a_figure_is_written_as_its_filters_ask(resolver: Resolver, text: str, words: str) -> None:
    assert resolved(resolver, text) == words


def test_a_figure_of_another_criterion_has_its_full_name(resolver: Resolver) -> None:
    assert resolved(resolver, "{{ 1.1/on-time }}", "2.1") == "97%"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("{{ on-time }}", Figure("97%", "1.1/on-time", "97")),
        ("{{ on-time | rest }}", Figure("3%", "1.1/on-time", "3")),
        ("{{ reviewed | rest | count }}", Figure("one of the six", "1.1/reviewed", "17", 1, 6)),
    ],
)
def test_a_figure_tells_machines_what_it_says(resolver: Resolver, text: str, figure: Figure) -> None:
    assert list(inlines(resolver(Text.of(text), "1.1"))) == [figure]


@pytest.mark.parametrize(
    ("role", "long", "short", "target"),
    [
        ("criterion", "criterion 1.10 (Tenth plan)", "criterion 1.10", ("1.10", "criterion-1.10")),
        ("section", "section 2 (Leading)", "section 2", ("2", "section-2")),
        (
            "finding",
            "criterion 1.1, strength (b)",
            "criterion 1.1, strength (b)",
            ("1.1/reviews", "finding-1.1-reviews"),
        ),
        ("part", "Foreword", "Foreword", ("foreword", "foreword")),
        ("appendix", "Appendix 1 (How we score)", "Appendix 1", ("scoring", "appendix-1")),
        ("table", "Table 2", "Table 2", ("safety", "table-2")),
        ("chart", "Chart 1", "Chart 1", ("scores", "chart-1")),
    ],
)
def test_a_reference_is_the_number_and_the_title_of_its_target(
    resolver: Resolver, role: str, long: str, short: str, target: tuple[str, str]
) -> None:
    name, target_id = target
    assert list(inlines(resolver(Text.of(f"{{{role}}}`{name}`")))) == [Reference(long, target_id)]
    assert list(inlines(resolver(Text.of(f"{{{role}}}`~{name}`")))) == [Reference(short, target_id)]


def test_figures_and_references_are_resolved_however_deep_they_stand(resolver: Resolver) -> None:
    text = "> - *{{ on-time }}* [{{ reviewed | count }}](https://example.org)\n\n## {section}`~1`\n\n    {{ code }}"
    assert resolved(resolver, text) == "97% five of the six\n\nsection 1\n\n{{ code }}"


def test_no_text_gives_no_blocks(resolver: Resolver) -> None:
    assert resolver(None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}",
        "{{ on-time | count }}",
        "{{ on-time | shout }}",
        "{criterion}`9.9`",
        "{finding}`1.1/x`",
        "{part}`scoring`",
        "{appendix}`foreword`",
        "{table}`x`",
        "{chart}`x`",
        "{no-such-role}`x`",
        "{section}`9`",
    ],
)
def test_what_the_checks_should_have_stopped_is_a_key_error(resolver: Resolver, text: str) -> None:
    with pytest.raises(KeyError):
        resolver(Text.of(text), "1.1")
