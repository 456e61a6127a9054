"""Findings that are pasted into the file of a criterion: all else in it stays, byte for byte."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.importing.content import Context
from omi_report.importing.pasted import CannotBeAddedError, added
from omi_report.importing.pieces import ReportPiece
from omi_report.importing.titles import Titles
from omi_report.inspection import Inspection
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree
from tests.refresh import ROOT
from tests.samples import inspected

AREAS = ("hampshire", "saltmere", "tarnmouth")
FILES = sorted(path for area in AREAS for path in (ROOT / "areas" / area).glob("criteria/*.yaml"))
PASTED = [
    ReportPiece(text, line)
    for line, text in enumerate(
        ["Strengths", "(a) A plan was made in 82 % of cases.", "(b) Two of the six were late.", "That is a pity.",
         "Areas for improvement:", "• One thing, which 33% said."], 1,
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def areas() -> dict[str, Inspection]:
    return {name: inspected(ROOT / "areas" / name) for name in AREAS}


def context_of(inspection: Inspection) -> Context:
    return Context(inspection.framework, Titles(inspection.framework), {})


def file_of(text: str) -> SourceFile:
    root, problems = read_tree(text, "1.1.yaml")
    assert not problems
    return SourceFile("criteria/1.1.yaml", "1.1.yaml", text, root)


def test_nothing_else_of_a_file_changes(areas: dict[str, Inspection]) -> None:
    assert len(FILES) > 30
    for path in FILES:
        inspection = areas[path.parents[1].name]
        for text in (path.read_text(), path.read_text().rstrip("\n"), path.read_text().replace("\n", "\r\n")):
            new = added(file_of(text), path.stem, PASTED, context_of(inspection), None, "notes")
            assert sum(new.found.values()) == 3
            changes = [line for line in difflib.ndiff(text.split("\n"), new.text.split("\n")) if line[0] in "-?"]
            assert changes == [], path
            assert ("\r\n" in new.text) == ("\r\n" in text)
            assert new.text.count("\n") - new.text.count("\r\n") in (0, new.text.count("\n"))


def test_comments_lists_and_indentation_stay(areas: dict[str, Inspection]) -> None:
    text = """\
criterion: 1.1
percentages:   # of the findings
    late: 12   # by the sheet
strengths:
- First.
# about the second
- id: second
  text: |
    Second.

# below
improvements:
"""
    new = added(file_of(text), "1.1", PASTED, context_of(areas["hampshire"]), None, "notes")
    assert (
        new.text
        == """\
criterion: 1.1
percentages:   # of the findings
    late: 12   # by the sheet
    plan-made-cases: 82
    late-2: 2 of 6
    said: 33
strengths:
- First.
# about the second
- id: second
  text: |
    Second.
- id: plan-made-cases
  text: |
    A plan was made in {{ plan-made-cases }} of cases.
- id: two-six-late-pity
  text: |
    {{ late-2 | count | capital }} were late.

    That is a pity.

# below
improvements:
  - id: one-thing-said
    text: |
      One thing, which {{ said }} said.
"""
    )


@pytest.mark.parametrize("text", ["criterion: 1.1\nstrengths: [First.]\n", "criterion: 1.1\npercentages: {a: 1}\n"])
def test_what_is_written_in_brackets_is_refused(text: str, areas: dict[str, Inspection]) -> None:
    with pytest.raises(CannotBeAddedError, match=r"1.1.yaml:2: write «\w+» below its key, an entry on each line"):
        added(file_of(text), "1.1", PASTED, context_of(areas["hampshire"]), None, "notes")


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["import", *arguments], input=typed)


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["init", "area"])
    return Path("area")


def test_findings_of_the_standard_input(area: Path) -> None:
    shown = run("-", "area", "--criterion", "1.2", "--kind", "improvements", typed="- Late.\n- Slow.\n")
    assert shown.exit_code == 0, shown.output
    assert shown.output == "area/criteria/1.2.yaml: added 2 areas for improvement\n"
    assert "  - id: late\n    text: |\n      Late.\n  - id: slow\n" in Path("area/criteria/1.2.yaml").read_text()


def test_a_dry_run_shows_the_difference(area: Path) -> None:
    before = Path("area/criteria/1.2.yaml").read_bytes()
    shown = run(
        "-", "area", "--criterion", "1.2", "--dry-run", typed="Strengths:\n(a) Early.\n(c) Quick.\nConclusion: good.\n"
    )
    assert "+  - id: early" in shown.output
    assert "standard input:3: (b) was not found before it" in shown.output
    assert "standard input:4: left out (not a finding): Conclusion: good." in shown.output
    assert Path("area/criteria/1.2.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "typed", "message"),
    [
        (("-", "area", "--criterion", "1.2"), "- Late.", "of which kind are these findings?"),
        (("-", "area", "--criterion", "1.2", "--kind", "praise"), "- Late.", "there is no kind «praise»"),
        (("-", "area", "--criterion", "9.9"), "Strengths\n- Late.", "area has no file of a criterion 9.9"),
        (("-", "area", "--criterion", "1.2"), "Strengths", "standard input has no finding"),
        (("-", "area", "--criterion", "1.2"), "", "standard input is empty"),
        (("-", "none", "--criterion", "1.2"), "x", "none"),
        (("-", "area"), "x", "a whole report is a file"),
        (("-", "area", "--criterion", "1.2", "--framework", "omi-2006"), "x", "leave --framework out"),
    ],
)
def test_what_cannot_be_added(area: Path, arguments: tuple[str, ...], typed: str, message: str) -> None:
    shown = run(*arguments, typed=typed)
    assert shown.exit_code == 2
    assert message in shown.output
