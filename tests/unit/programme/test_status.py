"""`omi status`: where each inspection stands, and what it lacks; an area that cannot be read is a row that says so."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.programme.status import status_of
from tests.changes import change
from tests.samples import WESTMARK

CALENDAR = "calendar: {draft: {weeks: 6}, publication: {weeks: 12}, plan: {weeks: 4, after: publication}}\n"


@pytest.fixture
def areas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "areas"
    for name in ("final", "in-draft"):
        made = Path(shutil.copytree(WESTMARK, folder / name))
        framework = made / "framework.yaml"
        framework.write_text(framework.read_text(encoding="utf-8") + CALENDAR, encoding="utf-8")
    draft = folder / "in-draft"
    change(draft / "area.yaml", "stage: final", "stage: draft\ndraft: {number: 2}")
    change(draft / "area.yaml", "published: 2024-09-16\nisbn: 978-0-306-40615-7\n", "")
    change(draft / "area.yaml", "area: Westmark", "area: Eastmark")
    change(draft / "foreword.yaml", "signatory: ", "signatory: TODO ")
    (folder / "broken").mkdir()
    (folder / "broken" / "area.yaml").write_text("area: [\n", encoding="utf-8")
    return folder


def run(*arguments: object, columns: int = 120) -> Result:
    return CliRunner().invoke(main, ["status", *map(str, arguments)], env={"COLUMNS": str(columns)})


def test_rows_of_all_areas(areas: Path) -> None:
    found = json.loads(run(areas, "--format", "json", "--today", "2024-10-20").stdout)
    assert found["today"] == "2024-10-20"
    broken, final, draft = found["areas"]
    assert broken["errors"] == 1
    assert "area.yaml:1:7" in broken["refusal"][0]
    assert (final["area"], final["stage"], final["draft"], final["next"]) == ("Westmark", "final", None, "plan")
    assert [
        (each["step"], each["due"], each["done"], each["passed"], each["days_late"]) for each in final["steps"]
    ] == [
        ("draft", "2024-07", None, True, 0),
        ("publication", "2024-08", "2024-09-16", False, 16),
        ("plan", "2024-10-14", None, False, 6),
    ]
    assert final["missing"] == ["there is no plan.yaml yet"]
    assert (draft["area"], draft["stage"], draft["draft"], draft["next"]) == ("Eastmark", "draft", 2, "draft")
    assert (draft["errors"], draft["todos"]) == (0, 1)
    assert draft["missing"][0] == "1 TODO to fill in"
    lacks = [each.partition(": ")[2] for each in draft["missing"] if "area.yaml:" in each]
    assert "the stage is final, and the report has no ISBN" in lacks
    assert "the stage is final, and the report has no date of publication" in lacks


def test_a_plan_is_counted(areas: Path) -> None:
    (areas / "final" / "plan.yaml").write_text(
        "recommendations:\n  - recommendation: reviews\n    actions:\n"
        "      - {id: monthly, what: It is done., owner: Office, due: 2024-10}\n",
        encoding="utf-8",
    )
    (found,) = json.loads(run(areas / "final", "--format", "json", "--today", "2024-12-01").stdout)["areas"]
    assert found["plan"] == {"actions": 1, "open": 1, "late": 1}
    assert found["missing"] == [
        "the plan has no action about 1 of 2 recommendations: 2",
        "plan.yaml does not say when the plan was submitted",
    ]


@pytest.mark.parametrize("columns", [40, 120])
def test_a_terminal(areas: Path, columns: int) -> None:
    done = run(areas, "--today", "2024-10-20", columns=columns)
    assert done.exit_code == 1
    words = " ".join(done.stdout.split())
    for said in ("Westmark", "Draft 2", "cannot be read", "late by 6 days", "1 TODO to fill in", "no plan.yaml yet"):
        assert said in words
    assert all(len(line) <= columns for line in done.stdout.splitlines())
    assert "not closed" in done.stderr
    assert f"omi: {areas / 'broken'} cannot be read, 1 error: " in done.stderr
    assert "Westmark lacks:" in words
    assert "Eastmark lacks to be final:" in words


def test_late_actions_show_in_the_row_of_an_area_that_has_no_next_step(areas: Path) -> None:
    (areas / "final" / "plan.yaml").write_text(
        "submitted: 2024-10-01\nrecommendations:\n  - recommendation: reviews\n    actions:\n"
        "      - {id: monthly, what: It is done., owner: Office, due: 2024-10}\n",
        encoding="utf-8",
    )
    for columns in (40, 120):
        words = " ".join(run(areas, "--today", "2024-12-01", columns=columns).stdout.split())
        assert "Actions: 1 of 1 action open, 1 late" in words


def test_a_folder_whose_identity_is_misspelt_is_told_of(areas: Path) -> None:
    meant = areas / "in-draft"
    (meant / "area.yaml").rename(meant / "area.yml")
    (areas / "notes").mkdir()
    (areas / "notes" / "read-me.yaml").write_text("", encoding="utf-8")
    done = run(areas, "--format", "json")
    assert done.exit_code == 2
    rows = {each["path"]: each["refusal"] for each in json.loads(done.stdout)["areas"]}
    assert set(rows) == {str(areas / name) for name in ("broken", "final", "in-draft")}
    assert "area.yaml" in rows[str(meant)][0]
    (areas / "omi.toml").write_text('exclude = ["in-draft"]\n', encoding="utf-8")
    rest = json.loads(run(areas, "--format", "json").stdout)["areas"]
    assert {each["path"] for each in rest} == {str(areas / name) for name in ("broken", "final")}


def test_one_area_shows_its_steps(areas: Path) -> None:
    done = run(areas / "final", "--today", "2024-10-20")
    assert done.exit_code == 0
    assert "Publication: Done, 16 September 2024, late by 2 weeks" in " ".join(done.stdout.split())


def test_a_page(areas: Path, tmp_path: Path) -> None:
    page = tmp_path / "status.html"
    done = run(areas, "--html", page, "--today", "2024-10-20")
    assert (done.exit_code, done.stdout) == (1, "")
    text = page.read_text(encoding="utf-8")
    for said in (
        "3 inspections",
        "Internal. Not for publication.",
        "Late by 6 days",
        "Eastmark",
        "noindex",
        "not closed",
    ):
        assert said in text
    run(areas, "--html", tmp_path / "again.html", "--today", "2024-10-20")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()
    assert run(areas, "--html", areas / "final" / "status.html").exit_code == 2


def test_what_is_no_area(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "there is no folder" in done.stderr


def test_today_is_that_of_the_user(areas: Path) -> None:
    found = json.loads(run(areas / "final", "--format", "json").stdout)
    assert found["today"] == datetime.datetime.now().astimezone().date().isoformat()


def test_a_final_report_lacks_nothing_that_only_drafts_lack(areas: Path) -> None:
    found = status_of(areas / "final", datetime.date(2024, 9, 1))
    assert found.next is not None
    assert found.next.step == "publication"
    assert (found.counts.errors, found.counts.warnings, found.counts.todos) == (0, 0, 0)
