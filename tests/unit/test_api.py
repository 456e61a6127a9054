"""The Python interface: typed functions over plain values, and nothing heavy until it is needed."""

from __future__ import annotations

import csv
import datetime
import inspect
import io
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from omi_report import api
from tests.plans import PLAN

ROOT = Path(__file__).parents[2]
WESTMARK = ROOT / "tests" / "golden" / "westmark"
WESSEX = ROOT / "areas" / "wessex"


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def damage(area: Path, name: str, old: str, new: str) -> None:
    path = area / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_importing_it_loads_neither_templates_nor_layout() -> None:
    code = (
        "import sys, omi_report.api;"
        "print(sorted({'jinja2', 'weasyprint', 'pikepdf', 'openpyxl', 'rich', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_every_name_is_there_and_described() -> None:
    assert len(api.__all__) == len(set(api.__all__)) > 30
    for name in api.__all__:
        value = getattr(api, name)
        assert value is not None, name
        assert value.__doc__ or not (inspect.isclass(value) or inspect.isfunction(value)), name


def test_the_types_are_shipped() -> None:
    assert (ROOT / "omi_report" / "py.typed").is_file()


def test_what_was_loaded_serves_all_functions() -> None:
    loaded = api.load(WESTMARK)
    assert api.load(loaded) is loaded
    assert api.score(loaded) is loaded.scores
    assert api.validate(loaded).inspection is loaded
    assert api.document(loaded) == api.document(WESTMARK)
    assert api.export(loaded) == api.export(str(WESTMARK))


SHIPPED = sorted(path.parent.name for path in ROOT.glob("areas/*/area.yaml"))


def test_areas_of_a_folder() -> None:
    assert {"hampshire", "wessex"} <= set(SHIPPED)
    assert [path.name for path in api.areas(ROOT / "areas")] == SHIPPED
    with pytest.raises(api.NotAnAreaError, match="there is no file or folder"):
        api.areas("nowhere")
    with pytest.raises(api.NotAnAreaError, match="is not an area and holds none"):
        api.areas(ROOT / "docs")


def test_areas_of_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "areas")
    assert [path.name for path in api.areas()] == SHIPPED


def test_an_area_with_errors_is_loaded_and_says_what_is_wrong(area: Path) -> None:
    damage(area, "criteria/1.1.yaml", "criterion: 1.1", "criterion: 1.9")
    assert any(problem.severity is api.Severity.ERROR for problem in api.load(area).problems)
    validated = api.validate(area)
    assert validated.has_errors
    rows = validated.to_rows()
    assert {"file", "line", "column", "code", "severity", "message", "hint", "fixable"} == set(rows[0])
    assert next(row["code"] for row in rows if row["severity"] == "error") == "OMI105"


def test_no_document_is_made_of_an_area_with_errors(area: Path) -> None:
    damage(area, "criteria/1.1.yaml", "criterion: 1.1", "criterion: 1.9")
    with pytest.raises(api.UnsoundAreaError, match=r"has \d+ errors?, the first in .*1\.1\.yaml:") as caught:
        api.document(area)
    assert caught.value.problems == tuple(api.validate(area).problems)
    with pytest.raises(api.UnsoundAreaError):
        api.export(area)


def test_an_area_that_cannot_be_read_at_all(area: Path) -> None:
    (area / "area.yaml").write_text("area: [", encoding="utf-8")
    assert api.validate(area).has_errors
    with pytest.raises(api.UnsoundAreaError):
        api.load(area)
    with pytest.raises(api.NotAnAreaError):
        api.load(area / "nowhere")


def test_the_settings_of_the_project_count(area: Path) -> None:
    damage(area, "area.yaml", "978-0-306-40615-7", "978 1 84099 112 5")
    assert "OMI702" in {problem.code for problem in api.validate(area).problems}
    (area.parent / "omi.toml").write_text('ignore = ["OMI702"]\n', encoding="utf-8")
    assert "OMI702" not in {problem.code for problem in api.validate(area).problems}
    assert api.export(area)["isbn"] == "978 1 84099 112 5"


def test_rows_fit_a_table() -> None:
    rows = api.score(WESSEX).to_rows()
    assert {"kind", "number", "title", "score", "note"} <= set(rows[0])
    table = io.StringIO()
    writer = csv.DictWriter(table, dict.fromkeys(name for row in rows for name in row))
    writer.writerows(rows)
    assert len(table.getvalue().splitlines()) == len(rows) == 4 + 20 + 1
    questions = api.score(WESSEX).question_rows()
    assert sum(row["summary"] for row in questions) == len({row["criterion"] for row in questions if row["summary"]})


def test_scores_of_some_cases_are_those_of_the_command() -> None:
    custody = api.score(WESSEX, {"case_type": ["custody"]})
    licence = api.score(WESSEX, {"case_type": ["licence"]})
    both = api.score(WESSEX, {"case_type": ["custody", "licence"]})
    assert (custody.cases or 0) + (licence.cases or 0) == both.cases
    score = both.criteria["1.1"].score
    assert isinstance(score, api.Scored)
    assert isinstance(score.value, Fraction)


@pytest.mark.parametrize(
    ("where", "said"),
    [({"case_typ": ["custody"]}, "did you mean case_type"), ({"case_type": ["custdy"]}, "did you mean custody")],
)
def test_cases_that_the_framework_does_not_know(where: dict[str, list[str]], said: str) -> None:
    with pytest.raises(api.UnknownNameError, match=said):
        api.score(WESSEX, where)


def test_there_are_no_cases_to_narrow() -> None:
    with pytest.raises(api.NoEvidenceError):
        api.score(ROOT / "areas" / "hampshire", {"case_type": ["custody"]})


def test_one_value_need_not_be_in_a_list() -> None:
    assert api.score(WESSEX, {"case_type": "custody"}) == api.score(WESSEX, {"case_type": ["custody"]})


@pytest.mark.parametrize("number", ["12345%", "", "  "])
def test_a_number_that_stands_nowhere(number: str) -> None:
    assert api.why(WESTMARK, number) == ()


def test_rows_of_an_export_have_the_same_columns() -> None:
    data = api.export(WESSEX)
    tables = {name: rows for name, rows in data.items() if isinstance(rows, list)}
    texts = {"findings", "recommendations", "stories", "service_users", "boxes"}
    assert set(tables) == {"scores", "questions", "percentages", "attributes", "measures"} | texts
    for name, rows in tables.items():
        assert len({tuple(row) for row in rows}) == (name != "boxes"), name  # of which there are none here


def test_a_reason_says_itself_in_english() -> None:
    score = api.score(WESSEX, {"case_type": "custody"}).criteria["1.1"].score
    assert score is not None
    words = str(score.basis if isinstance(score, api.Scored) else score.reason)
    assert "%(" not in words
    assert words[0].islower() or words[0].isdigit()


def test_a_report_is_built_and_verified(area: Path, tmp_path: Path) -> None:
    built = api.build(area, tmp_path / "out", pdf=False, json=True)
    assert {file.path.name for file in built.written} == {"report.html", "report.json"}
    assert api.verify(tmp_path / "out" / "westmark").differences == []
    assert api.verify(tmp_path / "out" / "westmark", area).differences == []


def test_what_was_loaded_is_built_and_verified(area: Path, tmp_path: Path) -> None:
    loaded = api.load(area)
    assert [file.path.name for file in api.build(loaded, tmp_path / "out", pdf=False).written] == ["report.html"]
    assert api.verify(tmp_path / "out" / "westmark", loaded).differences == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"edition": "huge"}, "there is no edition «huge»"),
        ({"theme": "dark"}, "there is no theme «dark»"),
        ({"templates": "nowhere"}, "there is no template folder nowhere"),
        ({"html": False, "pdf": False}, "nothing is asked for"),
    ],
)
def test_what_a_build_cannot_be_asked_for(area: Path, tmp_path: Path, wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(api.OutputError, match=said):
        api.build(area, tmp_path / "out", **wrong)
    assert not (tmp_path / "out").exists()


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(api.ManifestError):
        api.verify(tmp_path)


def test_nothing_is_written_of_an_area_with_errors(area: Path, tmp_path: Path) -> None:
    damage(area, "criteria/1.1.yaml", "criterion: 1.1", "criterion: 1.9")
    built = api.build(area, tmp_path / "out")
    assert built.written == ()
    assert built.validated.has_errors
    assert not (tmp_path / "out").exists()


DAY = datetime.date(2024, 12, 5)

COMMENTS = """\
comments:
  - {id: first, on: criterion-1.1, by: The college, kind: fact, says: It was not so., draft: 1}
  - {id: second, by: The college, says: Thank you., decision: accepted, answer: Thank you., draft: 1}
"""


def test_how_far_a_plan_has_come_by_a_day(area: Path) -> None:
    assert api.plan(area, DAY) is None
    (area / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monthly, written = api.plan(area, DAY) or ()
    assert (monthly.action.id, monthly.state, monthly.days_late) == ("monthly", "not-begun", 5)
    assert (written.action.id, written.days_late) == ("written", 0)
    (area / "plan.yaml").write_text("recommendations: nothing\n", encoding="utf-8")
    with pytest.raises(api.UnsoundAreaError, match=r"plan\.yaml has 1 error"):
        api.plan(area, DAY)


def test_where_an_inspection_stands(area: Path) -> None:
    status = api.status(area, DAY)
    assert (status.stage, status.counts.errors, status.refusal) == ("final", 0, ())
    assert api.status(api.load(area), DAY).area == status.area == "Westmark"
    (area / "area.yaml").write_text("area: [", encoding="utf-8")
    assert "cannot be read" in api.status(area, DAY).refusal[0]


def test_the_comments_on_drafts(area: Path) -> None:
    assert api.comments(area) is None
    (area / "comments.yaml").write_text(COMMENTS, encoding="utf-8")
    whole, placed = api.comments(area) or ()
    assert (whole.comment.id, placed.comment.id, placed.found) == ("second", "first", True)
    (area / "comments.yaml").write_text("comments: nothing\n", encoding="utf-8")
    with pytest.raises(api.UnsoundAreaError, match=r"comments\.yaml has 1 error"):
        api.comments(area)


def test_a_draft_is_made_or_said_why_not(area: Path, tmp_path: Path) -> None:
    options = api.DraftOptions(tmp_path / "drafts")
    with pytest.raises(api.DraftError, match="the stage is «final», and a final report has no drafts"):
        api.make_draft(area, options)
    damage(area, "area.yaml", "stage: final", "stage: draft\ndraft: {number: 1}")
    damage(area, "criteria/1.1.yaml", "criterion: 1.1", "criterion: 1.9")
    drafted = api.make_draft(area, options)
    assert (drafted.number, drafted.written) == (1, ())
    assert all(problem.severity is api.Severity.ERROR for problem in drafted.problems)
    assert drafted.problems
    assert not (tmp_path / "drafts").exists()
    damage(area, "criteria/1.1.yaml", "criterion: 1.9", "criterion: 1.1")
    made = api.make_draft(area, options)
    assert {"report.json", "report.html", "report.pdf"} <= {each.path.name for each in made.written}
