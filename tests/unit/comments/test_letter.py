"""`omi comments letter`: each comment with its place, the decision and the reason, and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from omi_report.document.inlines import ChangedInline
from omi_report.document.json_form import document_json
from omi_report.workspace.letters import letter_of
from tests.parity.word import W, WordFile
from tests.samples import WESTMARK

Omi = Callable[..., Result]

COMMENTS = """\
comments:
  - id: college-1
    on: finding-1.2-reviews-missed
    quoted: Monthly reviews were missed in 48% of cases.
    by: Ann Alder
    date: 2024-07-02
    draft: 1
    kind: fact
    says: |
      Reviews were held from April on.
      Reply (Bo Birch, 2024-07-03): From May.
    proposed: Monthly reviews were missed in 30% of cases.
    decision: partly
    answer: The files show reviews in May.
    changed: Reviews were missed in 48% of cases until April.
  - id: college-2
    by: Ann Alder
    draft: 2
    says: The workshop is not mentioned.
    decision: accepted
    answer: It is now.
  - id: college-3
    on: criterion-1.1
    by: Ann Alder
    draft: 1
    says: The heading could be friendlier.
    decision: not-accepted
    answer: It is that of the framework.
"""
OLD = "Monthly reviews were missed in {{ reviewed | rest }} of cases"
NEW = "Reviews were missed in {{ reviewed | rest }} of cases until April."
OPEN = """\
  - id: college-4
    on: finding-1.9-strength-a
    by: Ann Alder
    draft: 1
    says: Which?
"""


@pytest.fixture
def decided(draft: Path) -> Path:
    """An area with comments, each of which is decided, and in which the new words stand."""
    (draft / "comments.yaml").write_text(COMMENTS)
    say_in_report(draft, NEW)
    return draft


def say_in_report(area: Path, words: str) -> None:
    """Put words in place of what the first comment is about."""
    text = (WESTMARK / "criteria" / "1.2.yaml").read_text()
    (area / "criteria" / "1.2.yaml").write_text(text.replace(f"{OLD}, and so nobody", f"{words} Nobody"))


def test_a_letter_tells_each_comment_in_the_order_of_the_report(decided: Path, comments: Omi) -> None:
    result = comments("letter", decided)
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Answer to the comments on the draft report: Westmark\n")
    assert [line.strip() for line in result.output.splitlines() if re.match(r"  \S", line)] == [
        "There were 3 comments.",
        "Accepted: 1.",
        "Accepted in part: 1.",
        "Not accepted: 1.",
        "The report as a whole",
        "1.1 First days",
        "1.2 Progress, Area for improvement (a)",
    ]
    for line in (
        "About: Monthly reviews were missed in 48% of cases.",
        "Said: Reviews were held from April on.",
        "Asked for: Monthly reviews were missed in 30% of cases.",
        "Decision: Accepted in part",
        "Reason: The files show reviews in May.",
    ):
        assert line in result.output


def test_a_letter_names_nobody_who_commented(decided: Path, comments: Omi) -> None:
    letter = letter_of(decided)
    assert letter is not None
    assert letter.document is not None
    for text in (comments("letter", decided).output, document_json(letter.document)):
        assert "Reply: From May." in text
        assert not re.search("Alder|Birch", text)


def test_new_words_are_marked_as_those_of_a_redline(decided: Path, comments: Omi) -> None:
    now = next(line for line in comments("letter", decided).output.splitlines() if "Now:" in line)
    plain = re.sub(r"\[deleted: .*? end\]|\[inserted: (.*?) end\]", r"\1", now)
    assert " ".join(plain.split()) == "Now: Reviews were missed in 48% of cases until April."
    assert "[deleted: Monthly reviews" in now
    letter = letter_of(decided)
    assert letter is not None
    assert ChangedInline.TYPE in document_json(letter.document)  # type: ignore[arg-type]


def now(area: Path, comments: Omi, **keys: str) -> list[str]:
    """What the letter says of the first comment, line by line, with other values of some of its keys."""
    text = COMMENTS
    for key, value in keys.items():
        text = re.sub(rf"(?<= {key}: ).*", value, text, count=1)
    (area / "comments.yaml").write_text(text)
    return [" ".join(line.split()) for line in comments("letter", area).output.splitlines()]


WHOLE_ROW = (
    "Monthly reviews were missed in 48% of cases. Nobody had looked for the reasons of that, in the course of it."
)


def test_what_was_not_written_down_is_not_called_deleted(decided: Path, comments: Omi) -> None:
    """What came of it may be a few of the words of a row, or stand beside others that have stayed."""
    rest = WHOLE_ROW.partition(". ")[2]
    changed = "Monthly reviews were missed at times in 48% of cases."
    in_report = changed.replace("48%", "{{ reviewed | rest }}")
    say_in_report(decided, in_report)
    assert "Now: at times in 48% of" in now(decided, comments, quoted=WHOLE_ROW, changed="at times in 48% of")
    assert any("[deleted: Nobody" in line for line in now(decided, comments, quoted=WHOLE_ROW, changed=changed))
    say_in_report(decided, f"{in_report} {rest}")
    assert f"Now: {changed}" in now(decided, comments, quoted=WHOLE_ROW, changed=changed)


def test_new_words_that_do_not_stand_in_the_report_are_not_told(decided: Path, comments: Omi) -> None:
    (decided / "comments.yaml").write_text(COMMENTS.replace("changed: Reviews were missed in 48%", "changed: In 47%"))
    result = comments("letter", decided)
    assert result.exit_code == 1
    assert "47%" not in result.output
    assert "the words that came of 1 comment do not stand in the report." in result.output
    assert "what came of 1 comment (college-1) does not stand in the report: mend the report, or" in result.output


def test_new_words_may_stand_in_what_a_place_holds(decided: Path, comments: Omi) -> None:
    (decided / "comments.yaml").write_text(COMMENTS.replace("finding-1.2-reviews-missed", "criterion-1.2"))
    assert comments("letter", decided).exit_code == 0
    (decided / "comments.yaml").write_text(COMMENTS.replace("finding-1.2-reviews-missed", "criterion-1.1"))
    assert comments("letter", decided).exit_code == 1


def test_words_of_omi_are_not_printed_as_those_of_the_area(decided: Path, comments: Omi) -> None:
    text = COMMENTS.replace("says: The workshop is not mentioned.", "says: These words are to be left out.")
    (decided / "comments.yaml").write_text(text)
    lines = [line.strip() for line in comments("letter", decided).output.splitlines()]
    assert not any("are to be left out" in line for line in lines)
    assert "Asked for: To leave these words out" in lines


def test_comments_without_a_draft_are_not_left_out_without_a_word(decided: Path, comments: Omi) -> None:
    (decided / "comments.yaml").write_text(COMMENTS.replace("    draft: 2\n", ""))
    assert (
        "1 comment names no draft, and not told in the letter (college-2)"
        in comments("letter", decided, "--draft", 1).output
    )
    assert "names no draft" not in comments("letter", decided).output


def test_a_letter_on_one_draft_has_its_comments_alone(decided: Path, comments: Omi) -> None:
    output = comments("letter", decided, "--draft", 2).output
    assert output.startswith("Answer to the comments on draft 2: Westmark\n")
    assert re.findall(r"Comment (\S+)", output) == ["college-2"]
    refused = comments("letter", decided, "--draft", 7)
    assert refused.exit_code == 2
    assert "there is no comment on draft 7: there are some on draft 1, draft 2" in refused.output


def test_a_letter_with_open_comments_says_that_it_is_not_ready(decided: Path, comments: Omi) -> None:
    (decided / "comments.yaml").write_text(COMMENTS + OPEN)
    result = comments("letter", decided, "--docx", "letter.docx")
    assert result.exit_code == 1
    assert "the letter is not ready, 1 comment is not decided yet" in result.output
    words = ["".join(each.itertext()) for each in WordFile(Path("letter.docx").read_bytes()).document.iter(f"{W}p")]
    assert "This letter is not ready: 1 comment is not decided yet." in words
    assert "A place that the report does not have (finding-1.9-strength-a)" in words
    assert "Not decided yet" in words


def test_a_letter_has_a_date(decided: Path, comments: Omi) -> None:
    assert comments("letter", decided, "--html", "letter.html", "--dated", "2008-02-04").exit_code == 0
    page = Path("letter.html").read_text().replace("&nbsp;", " ")
    assert "4 February 2008" in " ".join(page.split())
    assert comments("letter", decided, "--dated", "soon").exit_code == 2


def test_a_long_passage_of_which_nothing_is_to_be_changed_is_not_repeated(decided: Path, comments: Omi) -> None:
    long = " ".join(f"word{at}" for at in range(80))
    text = COMMENTS.replace("    on: criterion-1.1\n", f"    on: criterion-1.1\n    quoted: {long}\n")
    (decided / "comments.yaml").write_text(text)
    assert "word39 …" in comments("letter", decided).output
    (decided / "comments.yaml").write_text(text.replace("decision: not-acc", "proposed: All\n    decision: not-acc"))
    assert "word79" in comments("letter", decided).output


def test_a_letter_is_a_page_too(decided: Path, comments: Omi) -> None:
    assert comments("letter", decided, "--html", "letter.html").exit_code == 0
    page = Path("letter.html").read_text()
    assert re.search(r"<del\b.*?Monthly", page, re.DOTALL)
    assert not re.search("Alder|Birch", page)


def test_no_letter_without_comments_or_with_errors(draft: Path, comments: Omi) -> None:
    result = comments("letter", draft)
    assert result.exit_code == 2
    assert "has no comments.yaml" in result.output
    (draft / "comments.yaml").write_text(COMMENTS.replace("decision: partly", "decision: maybe"))
    result = comments("letter", draft)
    assert result.exit_code == 1
    assert "comments.yaml:13" in result.output
    (draft / "comments.yaml").write_text(COMMENTS)
    (draft / "area.yaml").write_text("area: [")
    assert comments("letter", draft).exit_code == 1
