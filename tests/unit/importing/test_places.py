"""The places of a report, each in the ways in which reports write it."""

from __future__ import annotations

from typing import Any

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.importing.area_files import Imported, imported
from omi_report.importing.figures import Names, with_figures
from omi_report.importing.markdown import paragraph
from omi_report.importing.reading import read_report
from omi_report.importing.titles import Titles
from omi_report.language.known import ENGLISH
from omi_report.model.shipped import load_framework
from omi_report.prose.nodes import plain
from omi_report.prose.parse import parse
from omi_report.prose.slug import ENGLISH_STOP_WORDS
from tests.imported import tree

TITLES = {name: Titles(load_framework(name, PART_KINDS)) for name in ("omi-2006", "pdu-2023")}


def read(text: str, name: str = "omi-2006") -> Imported:
    titles, report = TITLES[name], read_report(text.encode(), "report")
    return imported(report.pieces(titles), list(report.left), titles.framework, name, "report", titles)


def criterion(text: str, number: str = "1.1", name: str = "omi-2006") -> Any:
    return tree(read(text, name).files[f"criteria/{number}.yaml"])


@pytest.mark.parametrize("title", [
    "1.1 Preparing for sentence", "1.1 General Criterion: PREPARING FOR SENTENCE", "1.1. Preparing for Sentence:",
    "Criterion 1.1 Preparing for sentence", "**1.1 Preparing for sentence**", "## 1.1 Preparing for sentance",
    "1.1 PREPARING FOR SENTENCE (before court)", "1.1 Preparing for sentence          Good",
])  # fmt: skip
def test_titles_of_criteria(title: str) -> None:
    assert criterion(f"{title}\n\nStrengths\n\n(a) One.\n")["strengths"][0]["text"] == "One.\n"


@pytest.mark.parametrize("said", ["75%", "75 %", "Score: 75%", "Good Score 75%", "Good\n\n75%", "Score 75%\tGood"])
def test_scores_below_a_title(said: str) -> None:
    assert criterion(f"1.1 Preparing for sentence\n\n{said}\n\nStrengths\n\n(a) One.\n")["score"] == "75"


def test_a_figure_of_a_sentence_is_no_score() -> None:
    said = "Reports were clear in 75% of cases."
    assert "score" not in criterion(f"1.1 Preparing for sentence\n\n{said}\n\nStrengths\n\n(a) One.\n")


def test_boxes_have_their_kinds_and_titles() -> None:
    text = "P 2.1 Assessment\n\nStrengths\n\n• One.\n\nGood practice example: Early days\n\nShe came early.\n"
    found = criterion(text, "P2.1", "pdu-2023")
    assert found["boxes"] == [
        {"kind": "good-practice", "title": "Early days", "id": "early-days", "text": "She came early.\n"}
    ]


def test_a_conclusion_stands_behind_the_last_finding_alone() -> None:
    text = "(a) Work on this criterion was good.\n\n(b) Two.\n\nThe criterion was good."
    found = criterion(f"1.1 Preparing for sentence\n\nStrengths\n\n{text}")
    assert [each["text"] for each in found["strengths"]] == ["Work on this criterion was good.\n", "Two.\n"]


def test_a_sentence_that_a_page_broke_is_one() -> None:
    text = "1.1 Preparing for sentence\n\nStrengths\n\n(a) Plans were good in\n\n82% of cases, and bad\n\nin others.\n"
    assert criterion(text)["strengths"][0]["text"].count("\n") == 1


def test_the_months_of_a_cover() -> None:
    cover = (
        "A report on offender management in Dorset\n\nInspected in May 2007\n\n{}\n\nFOREWORD\n\nWords of a foreword.\n"
    )
    for said, published in (("August 2007", "2007-08"), ("Published: July 2007", "2007-07"), ("", None)):
        area = tree(read(cover.format(said)).files["area.yaml"])
        assert (area["area"], area["inspected"], area.get("published")) == ("Dorset", "2007-05", published)


@pytest.mark.parametrize(("text", "written", "figures"), [
    ("Late in 82 % of plans.", "Late in {{ late-plans }} of plans.", {"late-plans": "82"}),
    ("Late in 60 to 69% of plans.", None, {}),
    ("It rose from 6% to 7.5%.", None, {}),
    ("5 of the six", None, {}),
    ("Five of the six plans.", "{{ plans | count | capital }} plans.", {"plans": "5 of 6"}),
    ("Both of the two", None, {}),
    ("seven out of ten plans", None, {}),
    ("seven out of 10 plans", "{{ plans | number }} out of {{ plans | base }} plans", {"plans": "7 of 10"}),
    ("the end of 2007", None, {}),
    ("section 1 of 4", None, {}),
    ("£5,082% or 0.50%", None, {}),
])  # fmt: skip
def test_a_figure_prints_the_words_that_stood_there(text: str, written: str | None, figures: dict[str, str]) -> None:
    names = Names(ENGLISH, ENGLISH_STOP_WORDS)
    assert with_figures(text, names) == (written or text)
    assert names.taken == figures


def test_counts_that_are_never_printed_get_no_name() -> None:
    names = Names(ENGLISH, ENGLISH_STOP_WORDS, smallest=5)
    text = "Three of the 20, 16 of the 20 and 10 of the 20."
    assert with_figures(text, names) == "Three of the 20, 16 of the 20 and {{ three | count }}."


@pytest.mark.parametrize("text", [
    "# 1", "- a", "> q", "1. a", "a *b* c", "a * b", "<b>", "a_b_ _c_", "`x`", "[a](b)", "![a](b)", "{{ x }}", "a | b",
    "x^2^", "CO~2~", "&amp;", "a \\ b", ": a", "---", "=== ", "+ a", "*", "**", "<http://example.org>", "| a |",
])  # fmt: skip
def test_markdown_prints_what_stood_there(text: str) -> None:
    parsed = parse(paragraph(text) + "\n")
    assert parsed.faults == ()
    kept = text.replace("*b*", "b").strip("<> ") if text.startswith("<http") or "*b*" in text else text.strip()
    assert plain(parsed.blocks).strip() == kept
