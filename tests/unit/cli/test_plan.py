"""`omi plan`: a table, data, pages; and what it says where there is nothing to show."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.plans import PLAN
from tests.samples import WESTMARK

PROGRESS = """\
        progress:
          - {date: 2024-10-20, says: "The diary is *kept*.", evidence: [The diary]}
          - {date: 2024-12-01, state: finished, says: Done.}
"""


@pytest.fixture
def area(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    (made / "plan.yaml").write_text(PLAN.replace("due: 2024-11\n", f"due: 2024-11\n{PROGRESS}"), encoding="utf-8")
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["plan", *map(str, arguments)])


@pytest.mark.parametrize(
    ("today", "counts", "standing"),
    [
        ("2024-10-01", "2 actions, 2 not begun", "Not begun"),
        ("2024-11-30", "2 actions, 1 under way, 1 not begun", "Under way, 20 October 2024"),
        ("2024-12-01", "2 actions, 1 finished, 1 not begun", "Finished, 1 December 2024"),
        ("2025-01-02", "2 actions, 1 finished, 1 not begun, 1 late", "Late by 2 days: not begun"),
        ("2025-05-01", "2 actions, 1 finished, 1 not begun, 1 late", "Late by 4 months: not begun"),
    ],
)
def test_what_is_late_by_a_day(area: Path, today: str, counts: str, standing: str) -> None:
    for columns in ("40", "120"):
        done = CliRunner().invoke(main, ["plan", str(area), "--today", today], env={"COLUMNS": columns})
        assert done.exit_code == 0
        flat = " ".join(done.stdout.split())
        assert counts in flat
        assert standing in flat
    assert all(len(line) <= 40 for line in run_narrow(area, today).splitlines())


def run_narrow(area: Path, today: str) -> str:
    return CliRunner().invoke(main, ["plan", str(area), "--today", today], env={"COLUMNS": "40"}).stdout


def test_the_same_as_data(area: Path) -> None:
    found = json.loads(run(area, "--format", "json", "--today", "2025-01-10").stdout)
    assert (found["area"], found["today"], found["submitted"]) == ("Westmark", "2025-01-10", "2024-10-14")
    assert found["without_action"] == []
    monthly, written = found["actions"]
    assert (monthly["number"], monthly["recommendation"], monthly["state"], monthly["days_late"]) == (
        1,
        "reviews",
        "finished",
        0,
    )
    assert monthly["evidence"] == ["The diary"]
    assert (written["recommendation"], written["due"], written["days_late"]) == ("2", "2024-12", 10)


def test_pages(area: Path) -> None:
    html, pdf, docx = (area.parent / f"plan.{ending}" for ending in ("html", "pdf", "docx"))
    done = run(area, "--html", html, "--pdf", pdf, "--docx", docx, "--today", "2025-01-10")
    assert (done.exit_code, done.stdout) == (0, "")
    page = html.read_text(encoding="utf-8")
    for words in ("Where the plan stands", "Late by 10 days: not begun", "The diary is <em>kept</em>", "Westmark"):
        assert words in page
    assert 'href="#criterion' not in page
    again = area.parent / "again.html"
    run(area, "--html", again, "--today", "2025-01-10")
    assert again.read_bytes() == html.read_bytes()
    with zipfile.ZipFile(docx) as made_docx:
        assert "Late by 10 days: not begun" in made_docx.read("word/document.xml").decode()
    with pikepdf.open(pdf) as made:
        assert len(made.pages) >= 2
        assert str(made.docinfo["/Title"]) == "Improvement plan: Westmark"


def test_a_new_plan_answers_each_recommendation(area: Path) -> None:
    (area / "plan.yaml").unlink()
    assert run(area.parent / "nowhere").exit_code == 2
    assert run(area).exit_code == 2
    assert "omi plan --new" in run(area).output
    made = run("--new", area)
    assert made.exit_code == 0
    text = (area / "plan.yaml").read_text(encoding="utf-8")
    assert (area / ".schema" / "plan.json").is_file()
    assert f"Wrote {area / '.schema'}" in made.output
    found = json.loads(run(area, "--format", "json").stdout)
    assert [(each["number"], each["action"]) for each in found["actions"]] == [
        (1, "reviews-1"),
        (2, "recommendation-2"),
    ]
    assert "is there already" in run("--new", area).output
    assert (area / "plan.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["", "\n", "# to be written in March\r\n", "# to be\n\n  # written"])
def test_a_file_without_a_plan_keeps_its_remarks(area: Path, text: str) -> None:
    (area / "plan.yaml").unlink(missing_ok=True)
    assert run("--new", area).exit_code == 0
    plan = (area / "plan.yaml").read_text(encoding="utf-8")
    (area / "plan.yaml").write_text(text, encoding="utf-8", newline="")
    assert run("--new", area).exit_code == 0
    assert (area / "plan.yaml").read_text(encoding="utf-8") == "".join(f"{line}\n" for line in text.splitlines()) + plan


@pytest.mark.parametrize("arguments", [("--today", "soon"), ("--today", "2008-02-30")])
def test_a_day_that_is_none(area: Path, arguments: tuple[str, ...]) -> None:
    done = run(area, *arguments)
    assert done.exit_code == 2
    assert "is no day" in done.output


def test_errors_stop_pages(area: Path) -> None:
    plan = area / "plan.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("recommendation: 2", "recommendation: 9"), encoding="utf-8"
    )
    assert run(area, "--html", area.parent / "plan.html").exit_code == 1
    assert not (area.parent / "plan.html").exists()
    for columns in ("80", "140"):
        shown = CliRunner().invoke(main, ["plan", str(area)], env={"COLUMNS": columns})
        assert shown.exit_code == 1
        assert "«9», no recommendation of the report" in " ".join(shown.stdout.split())
    plan.write_text("recommendations: 3\n", encoding="utf-8")
    done = run(area)
    assert done.exit_code == 1
    assert "plan.yaml" in done.output


def test_a_plan_takes_the_place_of_no_report(area: Path) -> None:
    from omi_report.api import build

    build(area, area.parent / "out", pdf=False)
    page = area.parent / "out" / "westmark" / "report.html"
    before = page.read_bytes()
    for place in (page, area / "plan.html"):
        done = run(area, "--html", place)
        assert done.exit_code == 2
        assert "sealed there" in done.output or "among the files" in done.output
    assert page.read_bytes() == before


def test_what_is_done_is_told_in_words(area: Path) -> None:
    text = (area / "plan.yaml").read_text(encoding="utf-8")
    listed = text.replace(
        "what: Reviews are held each month.\n",
        "what: |\n          Told:\n\n          - the name\n          - the time\n",
    )
    (area / "plan.yaml").write_text(listed.partition("  - recommendation: 2")[0], encoding="utf-8")
    found = json.loads(run(area, "--format", "json").stdout)
    assert found["actions"][0]["what"] == "Told:\n\n- the name\n- the time"
    for columns in ("80", "140"):
        shown = CliRunner().invoke(main, ["plan", str(area), "--today", "2024-11-01"], env={"COLUMNS": columns})
        assert "monthly: Told: - the name - the time" in shown.stdout
        assert "Head of Workshop" in shown.stdout
        assert "Under way, 20 October 2024" in shown.stdout
    html = area.parent / "plan.html"
    written = run(area, "--html", html)
    assert "1 warning (see omi validate)" in written.output
    page = html.read_text(encoding="utf-8")
    assert "1 of 2 recommendations has no action: 2." in page
    assert ">Told: …<" in page


def test_hundreds_of_actions(area: Path) -> None:
    rows = "".join(f"      - {{id: a{n}, what: Thing {n}., owner: Office, due: 2025-01}}\n" for n in range(400))
    text = f"recommendations:\n  - recommendation: reviews\n    actions:\n{rows}"
    (area / "plan.yaml").write_text(text, encoding="utf-8")
    done = run(area, "--html", area.parent / "plan.html", "--today", "2025-01-10")
    assert done.exit_code == 0
    assert (area.parent / "plan.html").read_text(encoding="utf-8").count("Thing 399.") == 2
