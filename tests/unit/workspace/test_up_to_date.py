"""A report is not built again where nothing has changed, and always where anything has."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from omi_report import program
from omi_report.build_options import BuildOptions
from omi_report.cache import keep, kept
from omi_report.errors import OutputError
from omi_report.workspace import building, up_to_date
from omi_report.workspace.building import build_once
from omi_report.workspace.outcome import BuildOutcome
from tests.samples import WESTMARK


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMI_CACHE_DIR", str(tmp_path / "cache"))
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def built(area: Path, **asked: object) -> BuildOutcome:
    options = BuildOptions(**{"pdf": False, "output": area.parent / "out", **asked})  # type: ignore[arg-type]
    return build_once(area, options, lambda stage: None)


def test_nothing_changed(area: Path) -> None:
    first = built(area)
    files = {path: path.stat().st_mtime_ns for path in (area.parent / "out" / "westmark").iterdir()}
    second = built(area)
    assert (first.up_to_date, second.up_to_date) == (False, True)
    assert [each.path for each in second.written] == [each.path for each in first.written]
    assert (second.tally, second.beside, second.layout) == (first.tally, first.beside, first.layout)
    assert {path: path.stat().st_mtime_ns for path in files} == files


def word_changed(area: Path) -> None:
    file = area / "area.yaml"
    file.write_text(file.read_text() + "# a word\n")


def file_added(area: Path) -> None:
    (area / "notes.yaml").write_text("# nothing\n")


def page_changed(area: Path) -> None:
    page = area.parent / "out" / "westmark" / "report.html"
    page.write_text(page.read_text() + " ")


def page_removed(area: Path) -> None:
    (area.parent / "out" / "westmark" / "report.html").unlink()


def manifest_removed(area: Path) -> None:
    (area.parent / "out" / "westmark" / "manifest.json").unlink()


def other_look_beside(area: Path) -> None:
    (area.parent / "out" / "westmark" / "report-large-print.html").write_text("of an earlier build")


def page_replaced_by_a_link(area: Path) -> None:
    page = area.parent / "out" / "westmark" / "report.html"
    page.rename(area.parent / "elsewhere.html")
    page.symlink_to(area.parent / "elsewhere.html")


def project_settings(area: Path) -> None:
    (area.parent / "omi.toml").write_text("strict = true\n")


def settings_of_area(area: Path) -> None:
    (area / "omi.toml").write_text('ignore = ["OMI501"]\n')


@pytest.mark.parametrize(
    "change",
    [
        word_changed,
        file_added,
        page_changed,
        page_removed,
        manifest_removed,
        other_look_beside,
        project_settings,
        settings_of_area,
    ],
)
def test_something_changed(area: Path, change: Callable[[Path], None]) -> None:
    built(area)
    assert built(area).up_to_date
    change(area)
    assert not built(area).up_to_date


def test_a_link_in_the_place_of_a_file_is_not_up_to_date(area: Path) -> None:
    built(area)
    page_replaced_by_a_link(area)
    with pytest.raises(OutputError, match="no ordinary file"):
        built(area)


@pytest.mark.parametrize(
    "asked",
    [{"json": True}, {"edition": "large-print"}, {"theme": "high-contrast"}, {"cache": False}],
    ids=lambda asked: next(iter(asked)),
)
def test_something_else_is_asked_for(area: Path, asked: dict[str, object]) -> None:
    built(area)
    assert not built(area, **asked).up_to_date


def test_own_templates_changed(area: Path) -> None:
    house = area.parent / "house"
    (house / "css").mkdir(parents=True)
    (house / "css" / "extra.css").write_text("h1 { margin: 0 }\n")
    built(area, templates=house)
    assert built(area, templates=house).up_to_date
    (house / "css" / "extra.css").write_text("h1 { margin: 1px }\n")
    assert not built(area, templates=house).up_to_date


@pytest.mark.parametrize(("name", "value"), [("SOURCE_DATE_EPOCH", "86400"), ("OMI_SEAL_KEY_FILE", "key")])
def test_environment_changed(area: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    (area.parent / "key").write_bytes(bytes(range(40)))
    built(area)
    monkeypatch.chdir(area.parent)
    monkeypatch.setenv(name, value)
    assert not built(area).up_to_date


def test_program_changed(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(area)
    monkeypatch.setattr("omi_report.workspace.cache.program_stamp", lambda: b"another")
    assert not built(area).up_to_date


def laid_out_by(monkeypatch: pytest.MonkeyPatch, libraries: tuple[str, ...] | None) -> None:
    real = building._built
    monkeypatch.setattr(building, "_built", lambda *given: (real(*given)[0], libraries))


def test_libraries_changed(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = area.parent / "libpango.so.0"
    library.write_bytes(b"one")
    laid_out_by(monkeypatch, (str(library),))
    built(area, pdf=True, html=False)
    assert built(area, pdf=True, html=False).up_to_date
    library.write_bytes(b"another")
    assert not built(area, pdf=True, html=False).up_to_date


def test_a_system_that_does_not_say_which_libraries_are_loaded(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out_by(monkeypatch, None)
    built(area, pdf=True, html=False)
    assert not built(area, pdf=True, html=False).up_to_date


def test_two_looks_side_by_side_are_both_up_to_date_in_the_end(area: Path) -> None:
    looks = [{"edition": "standard"}, {"edition": "large-print"}]
    for _ in range(2):
        for look in looks:
            built(area, **look)
    assert all(built(area, **look).up_to_date for look in looks)


def test_another_build_wrote_meanwhile(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = up_to_date.keep_outcome

    def after_another(*args: object) -> None:
        page_changed(area)
        whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("omi_report.workspace.building.keep_outcome", after_another)
    built(area)
    assert not built(area).up_to_date


def test_an_area_with_errors_is_never_up_to_date(area: Path) -> None:
    built(area)
    (area / "area.yaml").write_text("area: [")
    for _ in range(2):
        outcome = built(area)
        assert (outcome.up_to_date, outcome.written, bool(outcome.errors)) == (False, (), True)


def test_damaged_entries_cost_time_alone(area: Path) -> None:
    outcome = built(area)
    entry = next((area.parent / "cache" / "built").iterdir())
    whole = json.loads(kept(f"built/{entry.name}") or b"")
    wrong: list[object] = [None, 7, [], "x"]
    for name, damaged in zip(whole, itertools.cycle(wrong), strict=False):
        keep(f"built/{entry.name}", json.dumps(whole | {name: damaged}).encode())
        assert [each.sha256 for each in built(area).written] == [each.sha256 for each in outcome.written]


def test_libraries_that_are_loaded_are_found() -> None:
    found = program.libraries_in_use()
    assert found is None or all(os.path.exists(path) for path in found)  # noqa: PTH110
