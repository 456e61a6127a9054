"""The rules of judgement speak of findings as the framework does, and go by their side."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.lint.registry import check_area
from tests.own_findings import with_own_findings
from tests.samples import inspected

QUESTIONS = """\
      - number: 1.1
        title: First plan
        statement: A plan is made.
        questions: [{id: 1.1.1, text: "Was there a plan?"}]
"""


@pytest.fixture
def folder(small_area: Path) -> Path:
    folder = with_own_findings(small_area)
    framework = folder / "framework.yaml"
    plain = "      - {number: 1.1, title: First plan, statement: A plan is made.}\n"
    text = framework.read_text()
    assert plain in text
    framework.write_text(text.replace(plain, QUESTIONS))
    return folder


def found(folder: Path, code: str) -> list[tuple[str, str]]:
    problems = [problem for problem in check_area(inspected(folder)) if problem.code == code]
    return [(problem.message, problem.hint) for problem in problems]


def write(folder: Path, text: str) -> None:
    (folder / "criteria/1.1.yaml").write_text(f"criterion: 1.1\n{text}")


def test_a_criterion_without_findings(folder: Path) -> None:
    write(folder, "score: 72\n")
    message = "criterion 1.1 has neither credits nor causes for concern nor lapses"
    assert (message, "write what was found") in found(folder, "OMI408")


@pytest.mark.parametrize(
    ("share", "key", "code", "message", "hint"),
    [
        (21, "credits", "OMI404", "this is counted as a credit", "move it to concerns or lapses; or, "),
        (97, "concerns", "OMI405", "this is counted as a cause for concern", "move it to credits; or, "),
        (97, "lapses", "OMI405", "this is counted as a lapse", "move it to credits; or, "),
    ],
)
def test_a_finding_on_the_wrong_side(folder: Path, share: int, key: str, code: str, message: str, hint: str) -> None:
    percentages = f"percentages: {{made: {{percent: {share}, question: 1.1.1}}}}\n"
    write(folder, f"score: 72\n{percentages}{key}:\n  - Plans were made in {{{{ made }}}} of cases.\n")
    ((said, advice),) = found(folder, code)
    assert said == f"{message}, and the share of work done well is {share}%"
    assert advice.startswith(hint)


@pytest.mark.parametrize(("share", "key"), [(97, "credits"), (21, "concerns"), (21, "lapses")])
def test_a_finding_on_the_right_side(folder: Path, share: int, key: str) -> None:
    percentages = f"percentages: {{made: {{percent: {share}, question: 1.1.1}}}}\n"
    write(folder, f"score: 72\n{percentages}{key}:\n  - Plans were made in {{{{ made }}}} of cases.\n")
    assert found(folder, "OMI404") == found(folder, "OMI405") == []


def test_a_judgement_that_nothing_bears_out(folder: Path) -> None:
    write(folder, "score: 72\nlapses: [One.]\n")
    ((message, _),) = found(folder, "OMI406")
    assert message == "the judgement is 72%, «Good», and nothing but lapses stands under it"
    write(folder, "score: 12\ncredits: [One.]\n")
    ((message, _),) = found(folder, "OMI407")
    assert message == "the judgement is 12%, «Poor», and nothing but credits stands under it"


def test_a_recommendation_that_answers_nothing(folder: Path) -> None:
    write(folder, "score: 72\ncredits: [One.]\n")
    (folder / "recommendations.yaml").write_text("recommendations:\n  - {text: plans are made, criteria: [1.1]}\n")
    ((message, hint),) = found(folder, "OMI403")
    assert message == "criterion 1.1 has no causes for concern or lapses that a recommendation could answer"
    assert hint.startswith("write the causes for concern or lapses into criteria/1.1.yaml, if they are missing there;")
    write(folder, "score: 72\nlapses: [One.]\n")
    assert found(folder, "OMI403") == []


def test_a_letter_that_is_written_out(folder: Path) -> None:
    (folder / "foreword.yaml").write_text("text: See criterion 1.1, cause for concern (b).\nsignatory: Ada Quill\n")
    ((message, hint),) = found(folder, "OMI307")
    assert message == "«criterion 1.1, cause for concern (b)» is written out, where a reference should stand"
    assert hint == "write {finding}`1.1/thin`"
