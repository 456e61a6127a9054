"""A programme with its own words for things, in its reports and in the messages to those who write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.build import validate
from omi_report.cli.main import main
from omi_report.document.build import build_document
from omi_report.document.printed import printed_in
from omi_report.language.terms import OMI
from tests.catalogues import template
from tests.changes import change
from tests.conftest import SMALL_AREA, write_files
from tests.samples import inspected
from tests.unit.document.kinds.test_questions import COLUMNS, written
from tests.unit.test_lettered_numbers import said

WORDS = """\
words:
  criterion: {one: standard, several: standards}
  section: {one: outcome, several: outcomes}
  score: {one: mark, several: marks}
  rating: {one: verdict, several: verdicts}
  conclusion: {one: summing-up, several: summings-up}
  thread: {one: theme, several: themes}
  recommendation: {one: proposal, several: proposals}
  area: {one: region, several: regions}
"""


@pytest.fixture
def area(tmp_path: Path) -> Path:
    framework = SMALL_AREA["framework.yaml"].replace("sections:\n", f"{WORDS}sections:\n", 1)
    return write_files(tmp_path / "northfold", SMALL_AREA | {"framework.yaml": framework})


def score(*arguments: str) -> str:
    """What `omi score` prints."""
    found = CliRunner().invoke(main, ["score", *arguments])
    assert found.exit_code == 0, found.output
    return found.output


def test_a_report_uses_the_words_of_its_programme_and_none_of_those_that_they_replace(area: Path) -> None:
    document = build_document(inspected(area))
    texts = [text for part in document.parts for text in printed_in(part)]
    printed = "\n".join(texts)
    assert "Planning was good; see standard 1.10 (Tenth plan)." in texts
    assert "Verdicts and marks of outcomes and standards" in printed
    assert "Draft for the region to check." in document.meta.stage_notice
    assert not re.search(r"\b(criteri(on|a)|sections?|threads?|conclusions?|ratings?)\b", printed, re.IGNORECASE)
    assert dict(document.meta.terms)["criterion"] == "standard"


def test_the_table_of_scores_uses_them(area: Path) -> None:
    printed = score(str(area))
    heading = next(line for line in printed.splitlines() if "Standard" in line)
    assert heading.split() == ["Standard", "Mark", "Verdict"]
    assert "no evidence: marks as published" in printed


def test_a_score_in_detail_uses_them(area: Path) -> None:
    printed = score(str(area), "--detail", "1")
    assert "the marks of its standards" in printed or "the exact marks of its standards" in printed
    assert "criteria" not in printed


def test_messages_use_them_with_their_articles(area: Path) -> None:
    change(area / "foreword.yaml", "Welcome to {{ area }}.", "See {criterion}`1.7` and outcome 1 of this report.")
    assert any(message.startswith("there is no standard «1.7»") for message in said(area, "OMI301"))
    assert any(message.startswith("«outcome 1» is written out") for message in said(area, "OMI306"))


def test_omi_s_own_words_are_found_before_numbers_too(area: Path) -> None:
    change(area / "foreword.yaml", "Welcome to {{ area }}.", "See criterion 1.10 and standards 1.1 and 1.10.")
    assert [message.split(" is written", maxsplit=1)[0] for message in said(area, "OMI306")] == [
        "«criterion 1.10»",
        "«standards 1.1 and 1.10»",
    ]


def test_a_framework_is_told_of_its_flaws_in_its_own_words(area: Path) -> None:
    change(area / "framework.yaml", "number: 1.10", "number: 3.10")
    assert "the standard 3.10 stands in outcome 1 (number it 1.…)" in said(area, "OMI108")


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("{one: theme, several", "{one: standard, several", "«standard» stands for a criterion and for a thread", 10),
        ("{one: outcome, several", "{one: criterion key, several", "", 0),
        ("{one: verdict, several", "{one: question, several", "«question» stands for a question and for a rating", 8),
    ],
)
def test_a_word_stands_for_one_thing(area: Path, old: str, new: str, message: str, line: int) -> None:
    change(area / "framework.yaml", old, new)
    problems = [each for each in validate(area).problems if each.code == "OMI108"]
    if not message:
        assert problems == []
        return
    (problem,) = problems
    assert message in problem.message
    text = (area / "framework.yaml").read_text(encoding="utf-8").splitlines()[problem.location.line - 1]
    assert new.split(",", maxsplit=1)[0] in text


def test_a_word_is_given_for_one_and_for_several(area: Path) -> None:
    change(area / "framework.yaml", "thread: {one: theme, several: themes}", "thread: {one: theme}")
    assert "the key «several» is missing (add a line «several: …»)" in said(area, "OMI102")


NAMES = re.compile(rf"\b({'|'.join(sorted(OMI, key=len, reverse=True))})\b", re.IGNORECASE)
PLAIN = {
    "area for improvement",  # what a kind of finding is called
    "areas for improvement",
    "there is no evidence to score a part of the sample from",
    "Scores and judgements",  # heads of the list of changes between two reports, which may be of two programmes
    "Recommendations",
    *OMI,
}


def test_no_message_writes_out_a_word_that_a_programme_may_replace() -> None:
    keys = [key for each in template() for key in ([each.id] if isinstance(each.id, str) else each.id) if key]
    assert len(keys) > 100
    plain = [re.sub(r"%\(\w+\)s", "", key) for key in keys if key not in PLAIN and "table tables chart" not in key]
    assert [key for key in plain if NAMES.search(key)] == []


def test_a_number_after_such_a_word_counts_nothing(area: Path) -> None:
    change(area / "foreword.yaml", "Welcome to {{ area }}.", "In outcome 2 cases were seen, and 3 cases in all.")
    assert [message.split(":", maxsplit=1)[0] for message in said(area, "OMI504")] == ["«3 cases»"]


def printed_by(area: Path) -> str:
    """All that the report of an area says."""
    document = build_document(inspected(area))
    return "\n".join(text for part in document.parts for text in printed_in(part))


def test_its_words_for_a_case_and_for_an_inspection_are_printed(tmp_path: Path) -> None:
    area = written(tmp_path / "northfold", COLUMNS)
    usual = printed_by(area)
    assert "An inspection led by The Inspectorate" in usual
    assert "The figures come from a sample of 20 cases." in usual
    own = "words:\n  case: {one: lesson, several: lessons}\n  inspection: {one: review, several: reviews}\n"
    change(area / "framework.yaml", "sections:\n  - number: 1\n", f"{own}sections:\n  - number: 1\n")
    printed = printed_by(area)
    assert "A review led by The Inspectorate" in printed
    assert printed == usual.replace("An inspection", "A review").replace("case", "lesson")
    table = score(str(area), "--detail", "1.1-good")
    assert "in size and in their mix of lessons" in table
    assert not re.search(r"\bcases?\b(?!\.csv)", table)
