"""A plan stands beside the report: it is checked, and no report, seal or build takes any notice of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.build import lint, validate
from omi_report.build_options import BuildOptions
from omi_report.inspection import Inspection, inspect
from omi_report.lsp.expected import model_of
from omi_report.model.plan import Plan
from omi_report.workspace.area import open_area
from omi_report.workspace.building import build_once
from omi_report.workspace.outcome import BuildOutcome
from omi_report.workspace.verified import verify
from tests.plans import PLAN
from tests.samples import WESTMARK


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def with_plan(area: Path, text: str = PLAN) -> list[tuple[str, str]]:
    (area / "plan.yaml").write_text(text, encoding="utf-8")
    found = lint(inspect(*open_area(area))).problems
    return [(each.code, f"{each.location.line}:{each.location.column}") for each in found]


def built(area: Path) -> BuildOutcome:
    options = BuildOptions(pdf=False, json=True, output=area.parent / "out")
    return build_once(area, options, lambda stage: None)


def test_a_sound_plan(area: Path) -> None:
    assert with_plan(area) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("id: written", "id: monthly", [("OMI305", "11:14")]),
        ("held each month.", "held by Darren Hollis.", [("OMI615", "6:35")]),
        ("Head of Workshop", "Jane Smith", [("OMI615", "7:16")]),
        ("held each month.", "held. TODO", [("OMI701", "6:33")]),
        ("held each month.", "held in {{ late }}.", [("OMI201", "6:35")]),
        ("held each month.", "held as {criterion}`1.2` says.", [("OMI301", "6:35")]),
        ("due: 2024-11", "due: soon", [("OMI104", "8:14")]),
        ("owner: Head", "ower: Head", [("OMI101", "7:9")]),
        ("        what: Reviews are held each month.\n", "", [("OMI102", "5:9")]),
        ("recommendation: 2", "recommendation: 3  # omi: ignore[OMI801] of the region", [("OMI802", "2:1")]),
        ("due: 2024-11", "due: 2024-11  # omi: ignore[OMI804]", [("OMI901", "8:37")]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(area: Path, old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert sorted(with_plan(area, PLAN.replace(old, new, 1))) == sorted(found)


def test_a_figure_of_the_report_is_none_of_the_plan(area: Path) -> None:
    with_plan(area, PLAN.replace("held each month.", "held in {{ 1.1/some }}, {criterion}`1.1`."))
    said = [(each.message, each.hint) for each in lint(inspect(*open_area(area))).problems]
    assert said == [
        ("the texts of plan.yaml have no figures: those of the report would change with it", "write the number itself"),
        ("the texts of plan.yaml have no references: its page is not the report's", "name the place in words"),
    ]


def test_no_number_is_like_another(area: Path) -> None:
    with_plan(area, PLAN.replace("recommendation: 2", "recommendation: 12"))
    hints = [each.hint for each in lint(inspect(*open_area(area))).problems if each.code == "OMI801"]
    assert hints == ["it has reviews, 2"]


def test_of_an_empty_plan_it_is_said_how_one_is_begun(area: Path) -> None:
    with_plan(area, "")
    (found,) = lint(inspect(*open_area(area))).problems
    assert (found.code, found.hint) == ("OMI008", "remove it, and `omi plan --new` begins one")


@pytest.mark.parametrize("text", ["", "a: [", "- 1", "recommendations: 3", "\x00", "recommendations: [[[]]]"])
def test_a_plan_that_is_none_stops_no_report(area: Path, text: str) -> None:
    before = built(area)
    assert with_plan(area, text)
    after = built(area)
    assert after.written
    assert (after.up_to_date, after.tally, before.tally) == (True, "", "")
    assert verify(area.parent / "out" / "westmark", area).differences == []


def test_the_settings_hide_what_is_found_in_a_plan_as_elsewhere(area: Path) -> None:
    (area / "omi.toml").write_text('ignore = ["OMI8", "OMI6"]\n', encoding="utf-8")
    assert with_plan(area, PLAN.replace("2024-11", "2023-11").replace("Head of Workshop", "Jane Smith")) == [
        ("OMI615", "7:16")
    ]


def test_the_rules_of_a_final_report_do_not_count_what_is_wrong_in_a_plan(area: Path) -> None:
    found = with_plan(area, PLAN.replace("owner: Office, ", ""))
    assert found == [("OMI804", "11:14")]


def test_the_area_sees_its_plan_in_editors(area: Path) -> None:
    with_plan(area)
    inspection = validate(area).inspection
    assert isinstance(inspection, Inspection)
    assert model_of(inspection, "plan.yaml") is Plan
    assert "plan.yaml" not in inspection.files


def test_a_framework_cannot_take_the_name_for_a_part(area: Path) -> None:
    framework = area / "framework.yaml"
    text = framework.read_text(encoding="utf-8")
    framework.write_text(text.replace("parts:\n", "parts:\n  - {kind: text, id: plan, heading: Plans}\n", 1), "utf-8")
    message = "the file plan.yaml would be this part's, and it is that of the improvement plan, which no report holds"
    assert message in [each.message for each in validate(area).problems]


def test_a_fix_mends_a_plan_as_any_file(area: Path) -> None:
    from omi_report.workspace.area import check, write_drafts
    from omi_report.workspace.reading import read_snapshot

    with_plan(area, PLAN.replace("due: 2024-11", "due: 2024-11  # omi: ignore[OMI804]"))
    fixed = check(read_snapshot(area), fix=True)
    assert (fixed.problems, fixed.fixes) == ([], 1)
    write_drafts(fixed)
    assert (area / "plan.yaml").read_text(encoding="utf-8") == PLAN
