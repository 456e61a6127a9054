"""What is uncertain, or belongs to no finding, is noticed: it is listed, commented or left over, and never taken in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.importing.area_files import Imported, imported
from omi_report.importing.reading import read_report
from omi_report.importing.titles import Titles
from omi_report.model.shipped import load_framework
from omi_report.source.places import LEFT_OVER_FILE
from tests.imported import tree
from tests.word_files import word

TITLES = Titles(load_framework("omi-2006", PART_KINDS))
CRITERION = "1.1 Preparing for sentence\n\nStrengths\n\n(a) One.\n\n(b) Two.\n\n"


def read(data: str | bytes) -> Imported:
    report = read_report(data.encode() if isinstance(data, str) else data, "report")
    return imported(report.pieces(TITLES), list(report.left), TITLES.framework, "omi-2006", "report", TITLES)


def messages(found: Imported) -> list[str]:
    return [each.doubt.message for each in found.uncertain]


@pytest.mark.parametrize(("said", "score"), [
    ("Score: 78%\nGOOD", "78"), ("78% – Good", "78"), ("Good\n78%", "78"), ("78% GOOD", "78"), ("78% of cases", None),
])  # fmt: skip
def test_a_score_and_its_rating_stand_in_any_order(said: str, score: str | None) -> None:
    found = read(CRITERION.replace("Strengths", f"{said}\n\nStrengths", 1))
    assert tree(found.files["criteria/1.1.yaml"]).get("score") == score
    assert (f"is «{said}» its score? It was not taken" in messages(found)) == (score is None)


@pytest.mark.parametrize("line", ["Conclusion", "Regards, Anne", "Page 7", "Page 7 of 9", "Overall view"])
@pytest.mark.parametrize("in_word", [True, False])
def test_a_line_behind_the_findings_is_none(line: str, in_word: bool) -> None:
    text = f"{CRITERION}{line}\n\n"
    found = read(word(*text.strip().split("\n\n")) if in_word else text)
    assert [each["text"] for each in tree(found.files["criteria/1.1.yaml"])["strengths"]] == ["One.\n", "Two.\n"]
    assert line in found.files[LEFT_OVER_FILE]


def test_a_page_number_between_findings_is_none() -> None:
    found = read(CRITERION.replace("(b)", "Page 7\n\n(b)"))
    assert tree(found.files["criteria/1.1.yaml"])["strengths"][0]["text"] == "One.\n"


def test_a_second_paragraph_stays() -> None:
    found = read(f"{CRITERION}More was said of it.\n")
    assert tree(found.files["criteria/1.1.yaml"])["strengths"][1]["text"] == "Two.\n\nMore was said of it.\n"


@pytest.mark.parametrize(("name", "asked"), [
    ("Anne Other", False), ("Anne van den Berg", False), ("Some words about it", True), ("Regards", True),
])  # fmt: skip
def test_whoever_signs_has_a_name(name: str, asked: bool) -> None:
    found = read(f"Foreword\n\nA word.\n\n{name}\n\n{CRITERION}")
    assert tree(found.files["foreword.yaml"])["signatory"] == name
    assert ("is this who signs the foreword?" in messages(found)) == asked


def test_a_heading_does_not_sign() -> None:
    found = read(word("Heading 1|Foreword", "A word.", "Anne Other", "Heading 2|Abbreviations used here", "Few."))
    assert tree(found.files["foreword.yaml"])["signatory"] == "TODO"
    assert any(each.startswith("is «Abbreviations used here» the heading of List") for each in messages(found))


@pytest.mark.parametrize(("lines", "asked"), [(["Inspectors", "Anne Other"], True), (["Thanks to all."], False)])
def test_a_team_in_the_acknowledgements_is_asked_about(lines: list[str], asked: bool) -> None:
    thanks = "\n\n".join(["Acknowledgements", "We thank the staff.", *lines])
    assert any("roles and names of the team" in each for each in messages(read(f"{thanks}\n\n{CRITERION}"))) == asked


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["import", *arguments], input=typed)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(CRITERION)
    return tmp_path


def test_what_was_not_found_is_said_in_a_line(folder: Path) -> None:
    shown = run("report.txt", "area")
    lines = [line for line in shown.output.splitlines() if "Nothing was found for" in line]
    assert len(lines) == 1
    assert "foreword.yaml" in lines[0]
    assert "19 files of criteria/: blank, with TODOs." in lines[0]
    assert "it is blank" not in shown.output


def test_a_folder_that_is_there_is_all_that_is_said(folder: Path) -> None:
    assert run("report.txt", "area").exit_code == 0
    shown = run("report.txt", "area")
    assert shown.exit_code == 2
    assert len(shown.output.splitlines()) == 1
    assert "area is there already" in shown.output
    assert run("--dry-run", "report.txt", "area").exit_code == 0


@pytest.mark.parametrize(("text", "message"), [
    ("{\\rtf1\\ansi 1.1 Preparing for sentence}", "in RTF: save it as .docx or as plain text"),
    ("<!DOCTYPE html><p>1.1 Preparing for sentence", "a web page: save it as .docx or as plain text"),
    ("\n<HTML><p>1.1 Preparing for sentence", "a web page: save it as .docx or as plain text"),
    ("Nothing of it.", "has nothing that omi-2006 has a title for"),
])  # fmt: skip
def test_what_makes_no_area_is_refused(text: str, message: str, folder: Path) -> None:
    Path("bad").write_text(text)
    shown = run("bad", "area", "--framework", "omi-2006")
    assert shown.exit_code == 2
    assert message in shown.output
    assert not Path("area").exists()


def test_findings_that_are_there_are_not_added_again(folder: Path) -> None:
    CliRunner().invoke(main, ["init", "area"])
    typed = "Strengths\n(a) Plans were made in 82% of cases.\n(b) Five of the six were late.\nPage 3\n"
    assert run("-", "area", "--criterion", "1.2", typed=typed).exit_code == 0
    before = Path("area/criteria/1.2.yaml").read_text()
    again = run("-", "area", "--criterion", "1.2", typed=typed)
    assert again.exit_code == 2
    assert "standard input has no finding that area/criteria/1.2.yaml has not already" in again.output
    assert Path("area/criteria/1.2.yaml").read_text() == before
    more = run("-", "area", "--criterion", "1.2", typed=typed.replace("82%", "83%"))
    assert more.exit_code == 0
    assert "added 1 strength" in more.output
    assert "left out (there already): Five of the six were late." in more.output
    assert "left out (running head, foot or number of a page): Page 3" in more.output
