"""The Wessex report comes from its evidence: what the cases say is what the report says, and no more."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from omi_report.cli.main import main
from tests.wessex.generate import WESSEX, files

NOTICE = "Wessex is not a real probation area, and this is not the report of a real inspection."
ABOVE, BELOW = {"excellent", "sufficient"}, {"insufficient", "poor"}

Rows = list[dict[str, str]]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def rows_of(area: Path) -> Rows:
    return list(csv.DictReader(io.StringIO((area / "evidence/cases.csv").read_text(encoding="utf-8"))))


def page_of(area: Path, folder: Path) -> str:
    result = run("build", "--html", area, "-o", folder)
    assert result.exit_code == 0, result.output
    return (folder / area.name / "report.html").read_text(encoding="utf-8")


def figures_in(area: Path, folder: Path) -> list[tuple[str, str]]:
    """Every named figure of a report in order: its name and what is printed."""
    result = run("build", "--json", area, "-o", folder)
    assert result.exit_code == 0, result.output
    report = (folder / area.name / "report.json").read_text(encoding="utf-8")
    found: list[tuple[str, str]] = []

    def add(values: dict[str, Any]) -> dict[str, Any]:
        if values.get("type") == "figure" and values.get("name"):
            found.append((values["name"], values["text"]))
        return values

    json.loads(report, object_hook=add)
    return found


def share(rows: Rows, question: str) -> Fraction | None:
    above = sum(row[question] in ABOVE for row in rows)
    base = above + sum(row[question] in BELOW for row in rows)
    return Fraction(above, base) if base else None


def half_up(value: Fraction) -> int:
    return int(value + Fraction(1, 2))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the finished report."""
    folder = tmp_path_factory.mktemp("wessex")
    result = run("build", WESSEX, "-o", folder)
    assert result.exit_code == 0, result.output
    return folder / "wessex"


@pytest.fixture(scope="module")
def page(built: Path) -> str:
    return (built / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pdf_pages(built: Path) -> list[str]:
    return [" ".join(each.extract_text().split()) for each in PdfReader(built / "report.pdf").pages]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESSEX, tmp_path / "wessex"))


def changed(area: Path, change: Callable[[Rows], None]) -> None:
    """Change the cases of an area, as somebody would who fixes a row."""
    rows = rows_of(area)
    change(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (area / "evidence/cases.csv").write_text(text.getvalue(), encoding="utf-8", newline="")


def test_the_evidence_is_what_the_generator_makes() -> None:
    made = files()
    assert {str(path.relative_to(WESSEX)) for path in WESSEX.glob("evidence/**/*.csv")} == set(made)
    for name, text in made.items():
        assert (WESSEX / name).read_bytes() == text.encode(), "run python -m tests.wessex.generate"


def test_there_is_nothing_wrong_with_it() -> None:
    result = run("validate", "--strict", "--no-cache", WESSEX)
    assert result.exit_code == 0, result.output
    assert "no problems" in result.output


def test_no_score_and_no_figure_about_cases_is_stated() -> None:
    for path in sorted(WESSEX.glob("criteria/[123].*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^score:", text, re.MULTILINE), path
        entries = text.split("percentages:\n")[1].split("strengths:")[0].splitlines()
        assert all(
            re.fullmatch(r"  [\w-]+: \{(label: [^:{}]*, )?question: [^}]*\}+", entry)
            for entry in entries
            if entry.strip()
        ), path
    assert "score:" not in (WESSEX / "summary.yaml").read_text(encoding="utf-8")


def test_the_first_page_says_that_the_area_is_invented(page: str, pdf_pages: list[str]) -> None:
    assert NOTICE in pdf_pages[0]
    title_page, _, rest = page.partition('id="foreword"')
    assert NOTICE in re.sub(r"<[^>]+>", "", title_page)
    assert rest


def test_a_score_worked_out_by_hand() -> None:
    """80% of the mean of the individual questions of 1.3, and 20% of its summary question."""
    rows = rows_of(WESSEX)
    parts = [share(rows, f"1.3.{number}") for number in range(1, 6)]
    individual = [part for part in parts if part is not None]
    summary = share(rows, "1.3.6")
    assert len(individual) == 5
    assert summary is not None
    score = Fraction(80, 100) * (sum(individual, Fraction()) / 5) + Fraction(20, 100) * summary
    records = json.loads(run("score", "--format", "json", WESSEX).stdout)["scores"]
    shown = next(record for record in records if record["number"] == "1.3")
    assert Fraction(shown["fraction"]) == 100 * score
    assert shown["score"] == half_up(100 * score)


def test_every_band_is_there(page: str) -> None:
    records = json.loads(run("score", "--format", "json", WESSEX).stdout)["scores"]
    bands = [record["band"] for record in records if record["kind"] == "criterion" and record["band"]]
    assert len(bands) == 14
    assert set(bands) == {"Good", "Priority for improvement", "Urgent priority for improvement"}


def test_a_changed_answer_changes_every_sentence_that_uses_it(copy: Path, tmp_path: Path) -> None:
    question, high = "1.2.18", ("high", "very-high")

    def make_poor(rows: Rows) -> None:
        next(row for row in rows if row["roh"] in high and row[question] in ABOVE)[question] = "poor"

    changed(copy, make_poor)
    rows = rows_of(copy)
    before, after = figures_in(WESSEX, tmp_path / "before"), figures_in(copy, tmp_path / "after")
    assert [name for name, _ in before] == [name for name, _ in after]
    different = {name for (name, old), (_, new) in zip(before, after, strict=True) if old != new}
    assert different == {"1.2/plan-comprehensive", "1.2/plan-comprehensive-high"}

    whole, some = share(rows, question), [row for row in rows if row["roh"] in high and row[question] in ABOVE | BELOW]
    assert whole is not None
    said = Counter(new for name, new in after if name == "1.2/plan-comprehensive")
    in_texts, in_chart = f"{half_up(100 * (1 - whole))}%", f"{half_up(100 * whole)}%"
    assert said == {in_texts: 4, in_chart: 1}
    assert len(some) == 23
    assert [new for name, new in after if name == "1.2/plan-comprehensive-high"] == ["five of the 23"]


def test_scores_follow_the_answers(copy: Path, page: str, tmp_path: Path) -> None:
    def make_excellent(rows: Rows) -> None:
        for row in rows:
            row |= {name: "excellent" for name, answer in row.items() if name.startswith("2.3.") and answer in BELOW}

    changed(copy, make_excellent)
    other = page_of(copy, tmp_path / "out")
    urgent = "an urgent priority for improvement"
    assert urgent in criterion(page, "2.3")
    assert urgent not in criterion(other, "2.3")
    assert "100%" in criterion(other, "2.3")


def criterion(page: str, number: str) -> str:
    """The part of a page that is about a criterion."""
    match = re.search(rf'id="criterion-{re.escape(number)}".*?(?=id="(?:criterion|section)-[\d.]+")', page, re.DOTALL)
    assert match
    return match[0]


def test_nothing_of_a_case_is_published(page: str, pdf_pages: list[str]) -> None:
    rows = rows_of(WESSEX)
    outputs = {
        "HTML": page,
        "PDF": " ".join(pdf_pages),
        "score": run("score", "--by", "case_type", WESSEX).stdout,
        "detail": run("score", "--detail", "1.2", WESSEX).stdout,
        "why": run("why", WESSEX, "1.2/plan-comprehensive-high").stdout,
        "JSON": run("export", WESSEX).stdout,
        "CSV": run("export", "--format", "csv", WESSEX).stdout,
        "suppressed": run("export", "--confidential", WESSEX).stdout,
    }
    answers = [",".join(list(row.values())[30:60]) for row in rows]
    for name, output in outputs.items():
        assert output, name
        assert not [row["case"] for row in rows if row["case"] in output], name
        assert not [each for each in answers if each in output], name
