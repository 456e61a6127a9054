"""The file of a criterion of the former format becomes one of today's."""

from __future__ import annotations

import pytest

from omi_report.migrate.criterion import migrated_criterion
from omi_report.migrate.step import Migrated


def run(text: str) -> Migrated:
    migrated = migrated_criterion(text, "criteria/1.1.yaml")
    if not migrated.undecided:
        assert migrated_criterion(migrated.text, "criteria/1.1.yaml") == Migrated(migrated.text)
    return migrated


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("criterion: 4.1\n\n# By hand.\ngrade: met  # so\n", "criterion: 4.1\n\n# By hand.\nrating: met  # so\n"),
        (
            "conclusion: poor\nconclusion_reason: |\n  Because.\n\ncriterion: 1.1\n",
            "rating: poor\nrating_reason: |\n  Because.\n\ncriterion: 1.1\n",
        ),
        ("{criterion: 1.1, 'conclusion': poor}\r\n", "{criterion: 1.1, rating: poor}\r\n"),
        ("criterion: 1.1\ngrade: null\nconclusion: poor", "criterion: 1.1\nrating: poor"),
        ("criterion: 1.1\ngrade: met\nconclusion:\n# the end\n", "criterion: 1.1\nrating: met\n# the end\n"),
        ("grade: ~\nrating: met\n", "rating: met\n"),
        ("criterion: 1.1\ngrade:\nconclusion: ~\n", "criterion: 1.1\nrating: ~\n"),
    ],
)
def test_a_grade_and_a_conclusion_are_a_rating(before: str, after: str) -> None:
    migrated = run(before)
    assert (migrated.text, migrated.undecided) == (after, ())
    assert migrated.changes != ()


def test_a_key_that_stands_elsewhere_stays() -> None:
    text = "criterion: 1.1\nstrengths:\n  - The grade: met.\npercentages:\n  grade: 97\n"
    assert run(text) == Migrated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grade: met\nconclusion: poor\n", "2:1 the file has «grade» and «conclusion», and both are its rating now"),
        ("rating: a\ngrade: met\n", "2:1 the file has «rating» and «grade», and both are its rating now"),
        ("grade: [\n", "1:8 not valid YAML: "),
        ("", "1:1 the file is empty"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_changed(text: str, expected: str) -> None:
    migrated = run(text)
    (said,) = migrated.undecided
    assert f"{said.place.line}:{said.place.column} {said.message}".startswith(expected)
    assert migrated.text == text
