"""Headings of a report that the framework does not have: what stands below them is told, and can be named."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.imported import tree
from tests.word_files import word

REPORT = (
    "Heading 1|Foreword", "A word.", "Heading 1|1.1 Preparing for sentence", "Score: 71 per cent",
    "Heading 2|What went well", "List Bullet|Courts were served well.",
    "Heading 1|1.2 Assessment of risk of harm", "Heading 2|Strengths", "List Bullet|Most were screened.",
    "Weaknesses", "List Bullet|Plans were late.",
    "Heading 1|List of abbreviations", "PSR Pre-sentence report",
    "Heading 1|What we recommend", "List Number|Plans should be on time (1.5).",
)  # fmt: skip
CALLED = (
    "--called", "What went well=Strengths", "--called", "WEAKNESSES = areas for improvement",
    "--called", "What we recommend=Recommendations for improvement",
)  # fmt: skip


def made(folder: Path, *options: str) -> Result:
    (folder / "report.docx").write_bytes(word(*REPORT))
    return CliRunner().invoke(main, ["import", str(folder / "report.docx"), str(folder / "area"), *options])


def test_what_stands_below_a_strange_heading_is_left_over_and_told(tmp_path: Path) -> None:
    result = made(tmp_path)
    assert result.exit_code == 0, result.output
    for heading in ("What went well", "Weaknesses"):
        assert f"what stands below «{heading}» was left over" in result.output
    assert "«What we recommend» looks like a title, and is none of the framework" in result.output
    second = tree((tmp_path / "area" / "criteria" / "1.2.yaml").read_text())
    assert [each["text"] for each in second["strengths"]] == ["Most were screened.\n"]
    assert tree((tmp_path / "area" / "criteria" / "1.1.yaml").read_text())["score"] == "71"
    left = (tmp_path / "area" / "import-left-over.md").read_text()
    assert "Courts were served well." in left
    assert "Plans were late." in left


def test_a_line_in_capitals_looks_like_a_title(tmp_path: Path) -> None:
    text = "1.1 Preparing for sentence\n\nStrengths\n\n(a) One.\n\nRecommendations for improvement\n\n"
    (tmp_path / "report.txt").write_text(f"{text}1. Plans should be on time (1.5).\n\nGLOSSARY\n\nPSR    A report\n")
    result = CliRunner().invoke(main, ["import", str(tmp_path / "report.txt"), str(tmp_path / "area"), "--dry-run"])
    assert "«GLOSSARY» looks like a title, and is none of the framework" in result.output


def test_a_heading_can_be_named(tmp_path: Path) -> None:
    result = made(tmp_path, *CALLED)
    assert result.exit_code == 0, result.output
    assert "was left over" not in result.output
    first, second = (tree((tmp_path / "area" / "criteria" / f"1.{each}.yaml").read_text()) for each in (1, 2))
    assert [each["text"] for each in first["strengths"]] == ["Courts were served well.\n"]
    assert [each["text"] for each in second["improvements"]] == ["Plans were late.\n"]
    (recommendation,) = tree((tmp_path / "area" / "recommendations.yaml").read_text())["recommendations"]
    assert recommendation["criteria"] == ["1.5"]


@pytest.mark.parametrize(
    ("called", "said"),
    [
        ("Weaknesses=Areas for improvements", "did you mean «areas for improvement»?"),
        ("Weaknesses=nothing like it", "«nothing like it» is no title of the framework"),
        ("Weaknesses", "«Weaknesses» is no HEADING=TITLE"),
        ("=Strengths", "«=Strengths» is no HEADING=TITLE"),
    ],
)
def test_a_name_that_is_none_is_refused(tmp_path: Path, called: str, said: str) -> None:
    result = made(tmp_path, "--called", called)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert not (tmp_path / "area").exists()


def test_findings_that_are_pasted_under_a_strange_heading(tmp_path: Path) -> None:
    made(tmp_path, *CALLED)
    area, pasted = str(tmp_path / "area"), tmp_path / "pasted.docx"
    pasted.write_bytes(word("Weaknesses", "List Bullet|Visits were few."))
    command = ["import", str(pasted), area, "--criterion", "1.2"]
    assert CliRunner().invoke(main, command).exit_code == 2
    named = CliRunner().invoke(main, [*command, "--called", "Weaknesses=Areas for improvement"])
    assert named.exit_code == 0, named.output
    assert "Visits were few." in (tmp_path / "area" / "criteria" / "1.2.yaml").read_text()


def test_recommendations_under_a_strange_addressee_are_told(tmp_path: Path) -> None:
    report = (
        "Heading 1|P 1.1 Leadership", "Heading 2|What is done well", "List Bullet|Much was done.",
        "Heading 1|Recommendations", "The probation service should:", "List Number|Mend the roof.",
        "Courts should:", "List Number|Sit longer.",
    )  # fmt: skip
    (tmp_path / "report.docx").write_bytes(word(*report))
    command = ["import", str(tmp_path / "report.docx"), str(tmp_path / "area"), "--framework", "pdu-2023", "--all"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert "it stands under «Courts should:»: to whom is it made? This is a guess" in result.output
    found = tree((tmp_path / "area" / "recommendations.yaml").read_text())["recommendations"]
    assert [each["text"].strip() for each in found] == ["Mend the roof.", "Sit longer."]


def test_no_figure_is_broken_over_lines(tmp_path: Path) -> None:
    texts = [f"{'Word ' * many}({many + 20}%) of posts of the service were vacant." for many in range(12, 22)]
    report = ("Heading 1|1.1 Preparing for sentence", "Heading 2|Strengths", *(f"List Bullet|{each}" for each in texts))
    (tmp_path / "report.docx").write_bytes(word(*report))
    result = CliRunner().invoke(main, ["import", str(tmp_path / "report.docx"), str(tmp_path / "area")])
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "area" / "criteria" / "1.1.yaml").read_text().splitlines()
    assert sum("{{" in line for line in lines) == len(texts)
    assert all(line.count("{{") == line.count("}}") for line in lines)


@pytest.mark.parametrize("said", ["Fieldwork: May 2024", "Inspected in May 2024"])
def test_the_month_of_fieldwork_is_not_that_of_publication(tmp_path: Path, said: str) -> None:
    (tmp_path / "report.docx").write_bytes(word(said, "Heading 1|1.1 Preparing for sentence", "Heading 2|Strengths",
                                                "List Bullet|One."))  # fmt: skip
    result = CliRunner().invoke(main, ["import", str(tmp_path / "report.docx"), str(tmp_path / "area")])
    assert result.exit_code == 0, result.output
    identity = tree((tmp_path / "area" / "area.yaml").read_text())
    assert (identity["inspected"], identity.get("published")) == ("2024-05", None)
