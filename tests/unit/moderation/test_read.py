"""Second judgements and agreed answers as they stand in the files of an area."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.evidence.unfinished import Unfinished
from omi_report.model.moderated import TRAIL_COLUMNS, AgreedAnswer, SecondCase
from omi_report.moderation.pairs import not_as_agreed, paired
from omi_report.moderation.second import read_second
from omi_report.moderation.trail import read_trail, with_rows
from tests.moderated import moderated_area
from tests.samples import as_csv, inspected, read_sample, westmark_framework

FRAMEWORK = westmark_framework()
CASE = {
    "case": "A1", "case_type": "office", "year": "1", "1.1.1": "yes", "1.1.2": "", "1.1.3": "no",
    "1.2.1": "partly", "1.2.2": "not-relevant", "1.2.3": "yes",
}  # fmt: skip


def cases() -> Unfinished:
    answers = read_sample(FRAMEWORK, as_csv([CASE, CASE | {"case": "A 2"}]))
    return Unfinished(answers, tuple(answers.ids))


def second(text: str) -> tuple[tuple[SecondCase, ...], list[str]]:
    found, problems = read_second(text.encode(), "second.csv", FRAMEWORK, ["A1", "A2"], None, ())
    return found, [f"{each.location.line}:{each.location.column} {each.message}" for each in problems]


def test_any_question_may_be_left_out_or_blank() -> None:
    found, wrong = second("case;judge;year;1.2.1;1.1.1\na 1;bo;3;Partly;\nA2;bo;;no;YES\n")
    assert wrong == []
    assert [(each.case, each.first, each.judge, dict(each.answers)) for each in found] == [
        ("a 1", "", "bo", {"1.2.1": "partly"}),
        ("A2", "", "bo", {"1.2.1": "no", "1.1.1": "yes"}),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("case,judge,1.1.1\nA1,bo,good\n", "2:7 «good» is not an answer to «1.1.1»"),
        ("case,judge,1.1.9\nA1,bo,yes\n", "1:12 there is no question or attribute «1.1.9»"),
        ("case,1.1.1\nA1,yes\n", "1:1 there is no column «judge»"),
        ("case,judge,1.1.1\nA1,,yes\n", "2:4 nothing says who judged the case as the second"),
        ("case,first,judge,1.1.1\nA1,bo,bo,yes\n", "2:7 «bo» judged the case first as well"),
        ("case,judge,1.1.1\nB1,bo,yes\n", "2:1 the area has no case «B1»"),
        ("case,judge,1.1.1\nA1,bo,yes\na1,bo,yes\n", "3:1 the case of this row stands in line 2 already"),
        ("case,judge,1.1.1\nA1,bo\n", "2:4 the row has 2 cells, and there are 3 headings"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: str) -> None:
    assert second(text)[1] == [told]


def test_pairs_are_of_questions_that_both_have_answered() -> None:
    judged = [
        SecondCase("a1", "ann", "bo", {"1.1.1": "no", "1.1.2": "yes", "1.2.1": "partly", "1.2.2": "no"}),
        SecondCase("A2", "ann", "bo", {"1.1.2": "not-relevant", "1.1.3": "no"}),
        SecondCase("A9", "ann", "bo", {"1.1.3": "no"}),
    ]
    trail = [AgreedAnswer("A1", "1.1.1", "partly", "no", "yes", "both", "2024-05-02", "seen again")]
    found = paired(cases(), judged, trail, FRAMEWORK)
    assert [(each.case, each.question, each.first, each.second, each.now, each.is_open) for each in found.pairs] == [
        ("A1", "1.1.1", "partly", "no", "yes", False),
        ("A1", "1.2.1", "partly", "partly", "partly", False),
        ("A1", "1.2.2", "not-relevant", "no", "not-relevant", True),
        ("A 2", "1.1.3", "no", "no", "no", False),
    ]
    assert found.alone == (("A1", "1.1.2"),)
    assert found.waiting == ("A9",)


ROWS = (
    AgreedAnswer("A1", "1.1.1", "yes", "no", "no", "ann and bo", "2024-05-02", 'it says "no", at last'),
    AgreedAnswer("A2", "1.1.3", "no", "yes", "no", "ann", "2024-05-03", "as before"),
)


def test_rows_are_added_and_nothing_else_changes() -> None:
    once = with_rows(None, ROWS[:1], "agreed.csv")
    twice = with_rows(once, ROWS[1:], "agreed.csv")
    assert twice.startswith(once)
    found, wrong = read_trail(twice, "agreed.csv", FRAMEWORK)
    assert wrong == []
    assert [each.line for each in found] == [2, 3]
    assert [(each.why, each.agreed) for each in found] == [(each.why, each.agreed) for each in ROWS]
    marked = b"\xef\xbb\xbf" + once.rstrip(b"\n").replace(b"\n", b"\r\n")
    added = with_rows(marked, ROWS[1:], "agreed.csv")
    assert added.startswith(marked)
    assert len(read_trail(added, "agreed.csv", FRAMEWORK)[0]) == 2


@pytest.mark.parametrize("data", [b"case;question\n", "case,Größe\n".encode("utf-16"), b""])
def test_nothing_is_added_to_what_omi_has_not_written(data: bytes) -> None:
    with pytest.raises(OutputError, match="not as omi writes it"):
        with_rows(data, ROWS, "agreed.csv")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("A1,1.1.1,yes,no,no,ann,2024-05-02,", "2:35 the row lacks the reason"),
        ("A1,1.1.1,yes,no,no,,2024-05-02,x", "2:20 the row lacks those who agreed on it"),
        ("A1,1.1.9,yes,no,no,ann,2024-05-02,x", "2:4 there is no question «1.1.9»"),
        ("A1,1.1.1,yes,no,good,ann,2024-05-02,x", "2:17 «good» is no answer to 1.1.1"),
        ("A1,1.1.1,yes,no,no,ann,2.5.2024,x", "2:24 «2.5.2024» is no day"),
        ("A1,1.1.1,yes,no,no", "2:17 the row has 5 cells, and there are 8 headings"),
    ],
)
def test_what_is_wrong_with_a_row_of_the_trail_is_told(row: str, told: str) -> None:
    problems = read_trail(f"{','.join(TRAIL_COLUMNS)}\n{row}\n".encode(), "agreed.csv", FRAMEWORK)[1]
    assert [f"{each.location.line}:{each.location.column} {each.message}" for each in problems] == [told]


def test_a_trail_without_a_column_is_told() -> None:
    problems = read_trail(b"case,question,first,second,agreed,who,when\n", "agreed.csv", FRAMEWORK)[1]
    assert [each.message for each in problems] == ["there is no column «why»"]


def test_the_last_row_of_a_cell_counts() -> None:
    again = AgreedAnswer("A1", "1.1.1", "yes", "no", "yes", "ann", "2024-05-04", "looked again")
    assert not_as_agreed(cases(), [ROWS[0], again]) == []
    assert not_as_agreed(cases(), [again, ROWS[0]]) == [(ROWS[0], "yes")]
    assert not_as_agreed(cases(), [AgreedAnswer("B", "1.1.1", "", "", "no", "", "", "")]) == []


def test_what_is_wrong_with_second_judgements_leaves_the_scores_alone(tmp_path: Path) -> None:
    area = moderated_area(tmp_path)
    sound = inspected(area)
    assert sound.problems == ()
    assert sound.area.evidence.moderated is not None
    assert len(sound.area.evidence.moderated.second or ()) == 10
    (area / "evidence/second.csv").write_text("case,judge,1.1.1\nC0001,bo,good\n", encoding="utf-8")
    found = inspected(area)
    assert {each.code for each in found.problems} == {"OMI221"}
    assert found.area.evidence.sound
    assert found.area.evidence.moderated is not None
    assert found.area.evidence.moderated.second is None
    assert found.scores == sound.scores
    (area / "evidence/second.csv").unlink()
    assert inspected(area).scores == sound.scores
