"""Comments stand beside the report: they are checked and listed, and no report, seal or build takes notice of them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.build import lint
from omi_report.build_options import BuildOptions
from omi_report.cli.main import main
from omi_report.inspection import Inspection, inspect
from omi_report.lsp.expected import model_of
from omi_report.model.comments import Comments
from omi_report.workspace.area import open_area
from omi_report.workspace.building import build_once
from omi_report.workspace.verified import verify
from tests.samples import WESTMARK

COMMENTS = """\
comments:
  - id: college-3
    on: finding-1.2-reviews-missed
    quoted: Monthly reviews were missed
    by: The college
    date: 2024-07-02
    draft: 1
    kind: fact
    says: Reviews were held from April on.
    decision: accepted
  - id: college-1
    on: criterion-1.1
    quoted: words that nobody wrote
    by: The college
    says: The heading could be friendlier.
    proposed: Settling in
    decision: not-accepted
    answer: The heading is that of the framework.
  - id: college-2
    by: The college
    kind: omission
    says: |
      The workshop that opened in May is not mentioned.
    decision: partly
    answer: It is named in the foreword now.
"""


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    made = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    (made / "comments.yaml").write_text(COMMENTS)
    return made


def problems(area: Path) -> list[tuple[str, str]]:
    found = lint(inspect(*open_area(area))).problems
    return [(each.code, f"{each.location.line}:{each.location.column}") for each in found]


def shown(area: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["comments", str(area), *more])


def test_sound_comments(area: Path) -> None:
    assert problems(area) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("id: college-1", "id: college-3", [("OMI305", "11:9")]),
        ("kind: fact", "kind: facts", [("OMI104", "8:11")]),
        ("    by: The college\n    date", "    date", [("OMI102", "2:5")]),
        ("on: criterion-1.1", "on: criterion-1.9  # omi: ignore[OMI821]", []),
        ("on: criterion-1.1", "on: criterion-1.9", [("OMI821", "12:9")]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(area: Path, old: str, new: str, found: list[tuple[str, str]]) -> None:
    (area / "comments.yaml").write_text(COMMENTS.replace(old, new, 1))
    assert problems(area) == found


@pytest.mark.parametrize("text", ["", "a: [", "- 1", "comments: 3", "\x00", "comments: [[[]]]"])
def test_comments_that_are_none_stop_no_report(area: Path, text: str) -> None:
    options = BuildOptions(pdf=False, json=True, output=area.parent / "out")
    (area / "comments.yaml").unlink()
    build_once(area, options, lambda stage: None)
    (area / "comments.yaml").write_text(text)
    assert problems(area)
    after = build_once(area, options, lambda stage: None)
    assert (bool(after.written), after.up_to_date, after.tally) == (True, True, "")
    assert verify(area.parent / "out" / "westmark", area).differences == []


def test_nothing_of_a_comment_stands_in_a_report(area: Path) -> None:
    build_once(area, BuildOptions(pdf=False, json=True, output=area.parent / "out"), lambda stage: None)
    for file in (area.parent / "out" / "westmark").iterdir():
        assert "college-3" not in file.read_text()


def test_editors_know_the_file(area: Path) -> None:
    inspection = inspect(*open_area(area))
    assert isinstance(inspection, Inspection)
    assert model_of(inspection, "comments.yaml") is Comments
    assert "comments.yaml" not in inspection.files


def test_they_are_listed_in_the_order_of_the_report_with_what_stands_there_now(area: Path) -> None:
    lines = shown(area).output.splitlines()
    assert lines[0] == "Westmark: 3 comments, 0 open"
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "the report as a whole", "criterion-1.1: 1.1", "finding-1.2-reviews-missed: 1.2, Area for improvement (a)",
    ]  # fmt: skip
    assert "    about: «Monthly reviews were missed»" in lines


def test_words_that_are_gone_are_told(area: Path) -> None:
    (area / "comments.yaml").write_text(COMMENTS.replace("quoted: Monthly", "quoted: Weekly"))
    assert "about (not there any more): «Weekly reviews were missed»" in shown(area).output


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("--kind", "omission"), ["college-2"]),
        (("--decision", "accepted"), ["college-3"]),
        (("--decision", "open"), []),
        (("--draft", "1"), ["college-3"]),
        (("--on", "criterion-1.2"), ["college-3"]),
        (("--on", "section-1"), ["college-1", "college-3"]),
        (("--on", "report.html#criterion-1.2"), ["college-3"]),
        (("--on", "1.2"), ["college-3"]),
        (("--on", "criterion-1.1"), ["college-1"]),
    ],
)
def test_they_are_chosen(area: Path, arguments: tuple[str, ...], ids: list[str]) -> None:
    found = json.loads(shown(area, *arguments, "--format", "json").stdout)
    assert [each["id"] for each in found["comments"]] == ids


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--on", "nonsense"), "«nonsense» is no place of the report"),
        (("--on", "criterion-1.22"), "did you mean «criterion-1.2»?"),
        (("--draft", "7"), "there is no comment on draft 7: there are some on draft 1"),
    ],
)
def test_what_cannot_be_chosen_is_told(area: Path, arguments: tuple[str, ...], said: str) -> None:
    result = shown(area, *arguments)
    assert (result.exit_code, said in " ".join(result.output.replace("│", " ").split())) == (2, True), result.output


def test_how_many_are_shown_and_how_many_are_open(area: Path) -> None:
    (area / "comments.yaml").write_text(COMMENTS.replace("    decision: accepted\n", ""))
    assert shown(area, "--decision", "accepted").output.startswith("Westmark: 3 comments, 1 open; 0 shown\n")


def test_comments_stand_in_the_order_of_the_report_and_lost_ones_behind(area: Path) -> None:
    on = "finding-1.9-b summary finding-1.1-gone finding-1.2-reviews-missed criterion-2.1 finding-1.9-b criterion-1.1"
    on += " finding-1.2-improvement-a finding-1.1-safety-first"
    entries = (f"  - {{id: c-{at}, on: {each}, by: C, says: so}}\n" for at, each in enumerate(on.split()))
    (area / "comments.yaml").write_text("comments:\n" + "".join(entries))
    places = [line.partition(": ")[0] for line in shown(area).output.splitlines() if line[:1].strip()][1:]
    assert places[:-2] == [
        "summary", "criterion-1.1", "finding-1.1-safety-first", "finding-1.2-reviews-missed", "criterion-2.1"
    ]  # fmt: skip
    lost = " (the report has no such place)"
    assert places[-2:] == [f"finding-1.1-gone{lost}", f"finding-1.9-b{lost}"]


def test_what_stands_there_now_and_the_lines_of_a_comment_are_shown(area: Path) -> None:
    text = COMMENTS.replace("quoted: Monthly", "quoted: Weekly").replace(
        "      The workshop that", "      - one\n      The workshop that"
    )
    (area / "comments.yaml").write_text(text)
    output = shown(area).output
    assert "there now: «Monthly reviews were missed in" in " ".join(output.split())
    assert "    says: - one\n      The workshop that" in output


def test_words_of_omi_are_not_said_by_anybody(area: Path) -> None:
    (area / "comments.yaml").write_text(
        COMMENTS.replace("Reviews were held from April on.", "Other words are proposed.")
    )
    output = shown(area).output
    assert "says: Other words" not in output
    assert "without a word: Other words are proposed." in output


def test_an_area_without_comments_is_told_so(area: Path) -> None:
    (area / "comments.yaml").unlink()
    result = shown(area)
    assert (result.exit_code, "has no comments.yaml" in result.output) == (2, True)


def test_a_file_with_errors_is_not_shown(area: Path) -> None:
    (area / "comments.yaml").write_text("comments: 3\n")
    result = shown(area)
    assert (result.exit_code, "not shown" in result.output) == (1, True)
