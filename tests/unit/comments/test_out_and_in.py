"""`omi comments out` and `omi comments in`: a file goes out, comes back, and stands in comments.yaml at its places."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from click.testing import CliRunner, Result

from omi_report.build import lint
from omi_report.cli.main import main
from omi_report.inspection import inspect
from omi_report.remarks.sheet_form import ADDRESS, BY, COLUMNS, COMMENTS_SHEET, HIDDEN_SHEET, MORE_SHEET, PROPOSED, SAYS
from omi_report.workspace.area import open_area
from omi_report.workspace.comment_sheets import about
from tests.samples import inspected
from tests.word_replies import changed, commented, opened, run_with, saved, saved_elsewhere

Omi = Callable[..., Result]

STRENGTH = "finding-1.1-strength-a"
SAFETY = "finding-1.1-safety-first"


@pytest.fixture
def sent(draft: Path, workbook: bytes) -> Path:
    """A workbook that went out."""
    Path("westmark-comments.xlsx").write_bytes(workbook)
    return Path("westmark-comments.xlsx")


def test_the_workbook_that_goes_out(draft: Path, comments: Omi, workbook: bytes) -> None:
    result = comments("out", draft, "--no-pages")
    assert (result.exit_code, "omi comments in westmark-comments.xlsx" in result.output) == (0, True)
    assert Path("westmark-comments.xlsx").read_bytes() == workbook


def test_the_day_to_answer_by_is_written_as_in_the_report(draft: Path) -> None:
    identity = draft / "area.yaml"
    text = identity.read_text()
    identity.write_text(text.replace("draft: {number: 1}", "draft: {number: 1, reply_by: 2024-07-09}"))
    assert about(inspected(draft)).reply_by == "9 July 2024"


def answer(sent: Path, name: str, said: dict[str, str], *, by: str = "", proposed: str = "", **hidden: str) -> Path:
    """A copy of a workbook in which something is said of places, and something else stands in the hidden sheet."""
    book: Any = openpyxl.load_workbook(sent)
    sheet = book[COMMENTS_SHEET]
    for row in range(2, sheet.max_row + 1):
        address = sheet.cell(row, COLUMNS.index(ADDRESS) + 1).value
        if address in said:
            for column, value in ((SAYS, said.pop(address)), (BY, by), (PROPOSED, proposed)):
                sheet.cell(row, COLUMNS.index(column) + 1).value = value or None
    assert not said
    for row in book[HIDDEN_SHEET].iter_rows():
        row[1].value = hidden.get(row[0].value, row[1].value)
    book.save(name)
    return Path(name)


def held(area: Path) -> list[dict[str, Any]]:
    found = yaml.load((area / "comments.yaml").read_text(), yaml.BaseLoader)["comments"]
    assert isinstance(found, list)
    return found


def test_comments_come_in_at_their_places(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "All were met.", SAFETY: "Twelve were told."}, by="Nia Rees")
    result = comments("in", back, draft, "--dated", "2024-07-02")
    assert (result.exit_code, "2 new comments" in result.output) == (0, True)
    first, second = held(draft)
    assert {key: first[key] for key in ("id", "on", "by", "draft", "kind", "says", "quoted")} == {
        "id": "draft-1-1",
        "on": STRENGTH,
        "by": "Nia Rees",
        "draft": "1",
        "kind": "wording",
        "says": "All were met.",
        "quoted": "Nearly all trainees, 95%, were met on the first day; only 5% were not.",
    }
    assert (second["id"], second["on"]) == ("draft-1-2", SAFETY)
    assert lint(inspect(*open_area(draft))).problems == []
    assert (draft / ".schema" / "comments.json").is_file()


def test_a_file_with_comments_is_never_written_over(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "All were met."})
    before = back.read_bytes()
    refused = comments("out", draft, "--no-pages", "--xlsx", back)
    assert refused.exit_code == 2
    assert f"{back} holds 1 comment: take them in first" in " ".join(refused.output.split())
    assert back.read_bytes() == before
    assert comments("out", draft, "--no-pages", "--xlsx", answer(sent, "blank.xlsx", {})).exit_code == 0


@pytest.mark.parametrize(("option", "name"), [("--xlsx", "a.docx"), ("--docx", "a.xlsx"), ("--xlsx", "a")])
def test_a_file_has_the_name_of_what_it_is(draft: Path, comments: Omi, option: str, name: str) -> None:
    assert comments("out", draft, "--no-pages", option, name).exit_code == 2
    assert not Path(name).exists()


def test_a_dry_run_changes_nothing(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "All were met."})
    assert "1 new comment" in comments("in", "--dry-run", back, draft).output
    assert not (draft / "comments.yaml").exists()


def test_twice_is_once_whatever_was_made_of_the_comment(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "All were met.", SAFETY: "Twelve."})
    comments("in", back, draft)
    file = draft / "comments.yaml"
    text = file.read_text().replace("All were met.", "Everybody was met.").replace(f"on: {STRENGTH}", "on: summary")
    text = text.replace("    origin", "    decision: accepted\n    origin", 1) + "# the end\n"
    file.write_text(text)
    result = comments("in", back.rename("again.xlsx"), draft, "--by", "Somebody", "--dated", "2024-07-09")
    assert "0 new comments, and 2 that came in before" in result.output
    assert file.read_text() == text


BEFORE = """\
# ours
comments:   # all of them
- id: college-1   # by letter
  by: "The college"
  says: >
    Folded
    words.
"""


@pytest.mark.parametrize(
    "before",
    [
        BEFORE, BEFORE.removesuffix("\n"), BEFORE.replace("\n", "\r\n"), f"{BEFORE}# the end\n",
        "comments: []  # none yet\n", "# nothing\n", "comments:\n",
        "comments: [{id: college-1, by: C, says: so}] # one\n",
    ],
)  # fmt: skip
def test_what_stands_in_the_file_stays(draft: Path, comments: Omi, sent: Path, before: str) -> None:
    file = draft / "comments.yaml"
    file.write_bytes(before.encode())
    result = comments("in", answer(sent, "back.xlsx", {STRENGTH: "All:\n- were met #1"}), draft)
    if before == "# nothing\n":  # a file that holds nothing is a fault of its own, which is told
        assert (result.exit_code, file.read_bytes()) == (1, before.encode())
        return
    assert result.exit_code == 0, result.output
    after = file.read_bytes().decode()
    assert after.startswith(before.partition("]")[0].rstrip(" []"))
    assert ("\r\n" in after) == ("\r\n" in before)
    assert after.count("#") >= before.count("#")
    found = held(draft)
    assert found[-1]["says"] == "All:\n- were met #1"
    assert len(found) == before.count("id:") + 1
    assert lint(inspect(*open_area(draft))).problems == []


def test_a_file_with_errors_is_not_added_to(draft: Path, comments: Omi, sent: Path) -> None:
    (draft / "comments.yaml").write_text("comments: 3\n")
    result = comments("in", answer(sent, "back.xlsx", {STRENGTH: "so"}), draft)
    assert (result.exit_code, "nothing was taken in" in result.output) == (1, True)
    assert (draft / "comments.yaml").read_text() == "comments: 3\n"


def test_a_place_that_changed_moved_or_is_gone_is_told(draft: Path, comments: Omi, sent: Path) -> None:
    said = {STRENGTH: "one", SAFETY: "two", "finding-2.1-strength-a": "three", "criterion-2.1": "four"}
    back = answer(sent, "back.xlsx", said)
    first = draft / "criteria" / "1.1.yaml"
    text = first.read_text()
    met = "  - |\n    Nearly all trainees, {{ met }}, were met on the first day; only {{ met | rest }} were not.\n"
    assert met in text
    text = text.replace(met, "").replace("This mattered **most** where", "This matters **much** where")
    first.write_text(text)
    second = draft / "criteria" / "1.2.yaml"
    second.write_text(second.read_text().replace("strengths:\n", "strengths:\n" + met.replace("{{ met }}", "95%")
                                                 .replace("{{ met | rest }}", "5%")))  # fmt: skip
    third = draft / "criteria" / "2.1.yaml"
    old = "There was a plan for the year, and money had been put aside for each step of it."
    assert old in third.read_text()
    third.write_text(third.read_text().replace(old, "Managers know their staff well."))
    result = comments("in", back, draft, "--draft", "9")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    moved = next(at for at, line in enumerate(lines) if "have moved since" in line)
    assert "finding-1.2-strength-a" in lines[moved + 1]
    assert f"was {STRENGTH}" in lines[moved + 1]
    assert [each["on"] for each in held(draft)][:2] == ["finding-1.2-strength-a", SAFETY]
    assert all(each["draft"] == "1" for each in held(draft))
    assert [each["on"] for each in held(draft)][2:] == ["criterion-2.1", "finding-2.1-strength-a@draft-1"]
    assert "OMI821" in [each.code for each in lint(inspect(*open_area(draft))).problems]


def test_a_file_of_another_area_is_refused_and_the_others_are_taken(draft: Path, comments: Omi, sent: Path) -> None:
    good = answer(sent, "good.xlsx", {STRENGTH: "so"})
    other = answer(sent, "other.xlsx", {SAFETY: "no"}, area="eastmark")
    Path("letter.txt").write_text("Dear all")
    result = comments("in", other, "letter.txt", good, "missing.xlsx", draft)
    assert result.exit_code == 2
    assert "other.xlsx holds comments on the area «eastmark», and this is «westmark»" in result.output
    assert "letter.txt is no file in which omi finds comments" in result.output
    assert "missing.xlsx cannot be read" in result.output
    assert [each["says"] for each in held(draft)] == ["so"]


def test_a_file_of_another_draft_is_taken_and_told(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "so"})
    identity = draft / "area.yaml"
    identity.write_text(identity.read_text().replace("number: 1", "number: 2"))
    result = comments("in", back, draft)
    assert "back.xlsx was made from draft 1; the area is draft 2 by now" in result.output
    assert held(draft)[0]["draft"] == "1"


def test_a_file_of_a_later_draft_is_taken_and_told(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "so"}, draft="3")
    result = comments("in", back, draft)
    assert "back.xlsx was made from draft 3; the area is draft 1, an earlier one" in result.output
    assert held(draft)[0]["draft"] == "3"


def test_two_people_who_ask_for_different_words_are_shown(draft: Path, comments: Omi, sent: Path) -> None:
    one = answer(sent, "one.xlsx", {STRENGTH: "a"}, by="Nia", proposed="All were met.")
    two = answer(sent, "two.xlsx", {STRENGTH: "b"}, by="Tom", proposed="Most were met.")
    result = comments("in", one, two, draft)
    assert f"{STRENGTH}: draft-1-1 (Nia), draft-1-2 (Tom) ask for different words: all are kept" in result.output
    assert "one.xlsx, sheet «Comments», row" in result.output
    again = answer(sent, "three.xlsx", {SAFETY: "c"}, by="Nia")
    assert "On the same words" not in comments("in", again, draft).output


def test_one_who_answers_twice_is_shown(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "one.xlsx", {STRENGTH: "a", SAFETY: "x"}, by="Nia"), draft)
    result = comments("in", answer(sent, "two.xlsx", {STRENGTH: "b", SAFETY: "x"}, by="Nia"), draft)
    assert "1 new comment, and 1 that came in before" in result.output
    assert f"{STRENGTH}: Nia said both draft-1-1, draft-1-3: all are kept" in result.output


def test_who_said_both_is_named_among_others(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "one.xlsx", {STRENGTH: "a"}, by="Nia", proposed="All were met."), draft)
    comments("in", answer(sent, "two.xlsx", {STRENGTH: "b"}, by="Tom", proposed="Most were met."), draft)
    output = comments("in", answer(sent, "three.xlsx", {STRENGTH: "c"}, by="Nia"), draft).output
    assert f"{STRENGTH}: draft-1-1 (Nia), draft-1-2 (Tom) ask for different words" in output
    assert f"{STRENGTH}: Nia said both draft-1-1, draft-1-3" in output


def more(sent: Path, name: str, *said: tuple[str, str]) -> Path:
    """A copy of a workbook with comments on the sheet for more of them: where, and what."""
    book: Any = openpyxl.load_workbook(sent)
    for row, (where, says) in enumerate(said, start=2):
        book[MORE_SHEET].cell(row, 1).value, book[MORE_SHEET].cell(row, 3).value = where, says
    book.save(name)
    return Path(name)


def test_comments_on_the_whole_report_are_not_on_the_same_words(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", more(sent, "one.xlsx", ("", "Thanks.")), draft)
    result = comments("in", more(sent, "two.xlsx", ("", "A remark.")), draft)
    assert ("1 new comment" in result.output, "On the same words" in result.output) == (True, False)


def test_what_never_was_a_place_is_told_as_such(draft: Path, comments: Omi, sent: Path) -> None:
    back = more(sent, "back.xlsx", ("page 21", "Which?"), ("report.html#finding-1.1-strength-b", "Twelve."))
    result = comments("in", back, draft)
    lines = [line.strip() for line in result.output.splitlines()]
    assert "any more" not in result.output
    at = next(at for at, line in enumerate(lines) if line.startswith("With a place that is no place of the report"))
    assert lines[at + 1].startswith("draft-1-1, page 21, from")
    assert [each["on"] for each in held(draft)] == ["page 21", SAFETY]
    assert "2 that came in before" in comments("in", back, draft).output


def test_a_file_that_does_not_tell_its_draft_is_told(draft: Path, comments: Omi, sent: Path) -> None:
    book: Any = openpyxl.load_workbook(more(sent, "back.xlsx", ("", "Thanks.")))
    del book[HIDDEN_SHEET]
    book.save("back.xlsx")
    said = "back.xlsx does not say which draft it was made from: --draft says it"
    assert said not in comments("in", "back.xlsx", draft, "--dry-run", "--draft", "1").output
    assert said in comments("in", "back.xlsx", draft).output


def test_an_area_with_errors_sends_nothing_out(draft: Path, comments: Omi) -> None:
    (draft / "summary.yaml").write_text("summary: {{ nothing }}\n")
    result = comments("out", draft)
    assert (result.exit_code, Path("westmark-comments.xlsx").exists()) == (1, False)


def test_nothing_is_written_into_an_area(draft: Path, comments: Omi) -> None:
    assert comments("out", draft, "--xlsx", draft / "comments.xlsx").exit_code == 2


def test_an_area_alone_is_listed(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "back.xlsx", {STRENGTH: "so"}), draft)
    expected = comments("list", draft, "--decision", "open").output
    assert "so" in expected
    assert comments(draft, "--decision", "open").output == expected
    assert comments("--decision", "open", draft).output == expected


def test_a_folder_that_is_called_as_a_command_is_named_with_its_path(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "back.xlsx", {STRENGTH: "so"}), draft)
    draft.rename("out")
    assert "finding-1.1-strength-a" in comments("./out").output


def test_a_word_file_goes_out_and_comes_in(draft: Path, comments: Omi) -> None:
    assert comments("out", draft, "--docx", "out.docx").exit_code == 0
    assert not Path("westmark-comments.xlsx").exists()
    file = opened(Path("out.docx").read_bytes())
    commented(file, run_with(file, "told about safety"), "Twelve were told.", "Nia Rees")
    changed(run_with(file, "papers late"), "late", "on the second day")
    Path("back.bin").write_bytes(saved(file))
    result = comments("in", "back.bin", draft, "--dated", "2024-07-02")
    assert (result.exit_code, "2 new comments" in result.output) == (0, True), result.output
    first, second = held(draft)
    assert (first["on"], first["by"], first["draft"], first["says"]) == (SAFETY, "Nia Rees", "1", "Twelve were told.")
    assert (second["on"], second["by"], second["date"]) == ("finding-1.1-improvement-a", "Bo Birch", "2024-07-02")
    assert (second["quoted"], second["proposed"]) == ("late.", "on the second day.")
    assert "0 new comments, and 2 that came in before" in comments("in", "back.bin", draft).output
    Path("anew.docx").write_bytes(saved_elsewhere(saved(file)))
    assert "0 new comments, and 2 that came in before" in comments("in", "anew.docx", draft).output


def test_words_with_figures_in_them_stand_where_the_report_prints_them(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "back.xlsx", {STRENGTH: "so"}), draft)
    assert "about: «Nearly all trainees, 95%, were met" in comments(draft).output
    file = draft / "criteria" / "1.1.yaml"
    file.write_text(file.read_text().replace("percent: 95", "percent: 94"))
    assert "about (not there any more): «Nearly all trainees, 95%, were met" in comments(draft).output


def test_a_final_report_with_open_comments_does_not_pass_a_strict_check(draft: Path, comments: Omi, sent: Path) -> None:
    comments("in", answer(sent, "back.xlsx", {STRENGTH: "so"}), draft)
    identity = draft / "area.yaml"
    identity.write_text(identity.read_text().replace("stage: draft\ndraft: {number: 1}", "stage: final"))
    strict = CliRunner().invoke(main, ["validate", "--strict", str(draft)])
    assert (strict.exit_code, "OMI822" in strict.output) == (1, True)
    assert CliRunner().invoke(main, ["validate", str(draft)]).exit_code == 0
    file = draft / "comments.yaml"
    file.write_text(file.read_text().replace("    origin", "    decision: accepted\n    origin"))
    assert CliRunner().invoke(main, ["validate", "--strict", str(draft)]).exit_code == 0


def test_no_name_of_those_who_commented_reaches_a_report(draft: Path, comments: Omi, sent: Path) -> None:
    back = answer(sent, "back.xlsx", {STRENGTH: "Ask Mrs Zebulon on 020 7946 0018."}, by="Zachary Zebulon")
    assert comments("in", back, draft).exit_code == 0
    assert lint(inspect(*open_area(draft))).problems == []
    run = CliRunner().invoke
    assert run(main, ["build", "--html", "--json", "--docx", str(draft), "-o", "out"]).exit_code == 0
    for form in ("json", "csv", "xlsx"):
        assert run(main, ["export", str(draft), "-o", f"out/data.{form}"]).exit_code == 0
    assert comments("out", draft, "--no-pages", "--xlsx", "out/next.xlsx").exit_code == 0
    made = [each for each in Path("out").rglob("*") if each.is_file()]
    assert {each.suffix for each in made} >= {".html", ".json", ".docx", ".csv", ".xlsx"}
    for each in made:
        assert b"zebulon" not in unpacked(each).lower(), each


def unpacked(file: Path) -> bytes:
    """All bytes of a file, those of its parts where it is packed."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"\0".join(archive.read(name) for name in archive.namelist())
