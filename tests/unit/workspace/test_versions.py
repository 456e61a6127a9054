from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from omi_report.build import build
from omi_report.build_options import BuildOptions
from omi_report.document.build import build_document
from omi_report.document.json_form import document_json
from omi_report.errors import NotComparableError, OmiError, RevisionError
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.versions import version_of
from tests.changes import change
from tests.projects import framework_of, project_in
from tests.samples import POLICY, WESTMARK, inspected
from tests.unit.source.test_revision import git


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


def test_an_area_its_report_and_a_revision_of_it_are_the_same(area: Path, tmp_path: Path) -> None:
    expected = build_document(inspected(area))
    (tmp_path / "some.json").write_text(document_json(expected))
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    for given in (area, tmp_path / "some.json", f"{area}@HEAD"):
        assert version_of(str(given)).document == expected


def test_the_frameworks_of_the_project_are_those_of_the_revision(tmp_path: Path) -> None:
    project = project_in(tmp_path, "north")
    shutil.rmtree(project / ".git")
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "one")
    before = version_of(f"{project / 'areas' / 'north'}").document
    change(framework_of(project), "title: Training Scheme Check", "title: Scheme Check")
    assert version_of(f"{project / 'areas' / 'north'}@HEAD").document == before
    assert version_of(f"{project / 'areas' / 'north'}").document != before


def test_a_build_must_be_as_it_was_built(area: Path, tmp_path: Path) -> None:
    build(Snapshot.of(area), POLICY, BuildOptions(html=False, pdf=False, json=True, output=tmp_path / "out"))
    folder = tmp_path / "out" / "westmark"
    assert version_of(str(folder)).document == build_document(inspected(area))
    report = folder / "report.json"
    report.write_text(report.read_text().replace("Westmark", "Eastmark", 1))
    with pytest.raises(NotComparableError, match="is not as it was built"):
        version_of(str(folder))
    report.unlink()
    with pytest.raises(NotComparableError, match="build it with --json too"):
        version_of(str(folder))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.json", "{}", "this is no report of omi"),
        ("a.json", "no json", r"is no report \(this is no JSON"),
        ("a.pdf", "%PDF", "a.pdf is no report: name an area"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(NotComparableError, match=said):
        version_of(str(tmp_path / name))


def test_bytes_are_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\xff\xfe")
    with pytest.raises(NotComparableError, match=r"a\.docx is no report: name an area"):
        version_of(str(tmp_path / "a.docx"))


def test_an_area_with_errors_is_refused_with_the_first(area: Path) -> None:
    change(area / "area.yaml", "area: Westmark", "aera: Westmark")
    with pytest.raises(NotComparableError, match=r"area\.yaml:\d+: "):
        version_of(str(area))


def test_an_area_of_which_no_report_can_be_made_is_refused_by_what_the_rules_say(area: Path) -> None:
    change(area / "criteria" / "1.1.yaml", "Nearly all trainees, {{ met }},", "Nearly all trainees, {{ nothing }},")
    with pytest.raises(NotComparableError, match="has errors"):
        version_of(str(area))


@pytest.mark.parametrize("given", ["nowhere", "nowhere@HEAD", "@HEAD", "a@", "@"])
def test_what_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OmiError) as error:
        version_of(given)
    assert isinstance(error.value, NotComparableError | RevisionError)


def test_of_a_folder_of_areas_one_is_to_be_named(area: Path) -> None:
    with pytest.raises(NotComparableError, match=rf"is a folder of areas: name one of them \({re.escape(str(area))}\)"):
        version_of(str(area.parent))
