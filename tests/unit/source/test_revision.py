from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from omi_report.errors import NotAnAreaError, RevisionError
from omi_report.source.revision import Revision
from omi_report.source.snapshot import Snapshot


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True, env=kept)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose area was changed after the tag «draft-1»."""
    area = tmp_path / "areas" / "north fold"
    (area / "criteria").mkdir(parents=True)
    (area / ".hidden").write_text("x")
    (area / "area.yaml").write_text("area: Northfold\n")
    (area / "criteria" / "1.1.yaml").write_text("criterion: 1.1\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    git(tmp_path, "tag", "draft-1")
    (area / "area.yaml").write_text("area: Southfold\n")
    (area / "notes.yaml").write_text("new\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "two")
    return tmp_path


def test_the_files_are_those_of_the_revision(repository: Path) -> None:
    folder = repository / "areas" / "north fold"
    old, new = (Snapshot.of_revision(folder, revision) for revision in ("draft-1", "HEAD"))
    assert {name: content.data for name, content in old.files.items()} == {
        "area.yaml": b"area: Northfold\n",
        "criteria/1.1.yaml": b"criterion: 1.1\n",
    }
    assert set(new.present) - set(old.present) == {"notes.yaml"}
    assert old.slug == "north fold"
    assert old.shown_path("area.yaml") == f"{folder}@draft-1/area.yaml"
    assert old.folders == ("", "criteria/")


def test_it_is_what_the_folder_itself_holds(repository: Path) -> None:
    folder = repository / "areas" / "north fold"
    there, then = Snapshot.of(folder), Snapshot.of_revision(folder, "HEAD")
    assert (there.files, there.present, there.folders) == (then.files, then.present, then.folders)


def test_the_working_folder_is_not_looked_at(repository: Path) -> None:
    folder = repository / "areas" / "north fold"
    (folder / "area.yaml").write_text("area: Westfold\n")
    git(repository, "rm", "-r", "--quiet", "--cached", "areas")
    for file in folder.rglob("*.yaml"):
        file.unlink()
    (folder / "criteria").rmdir()
    (folder / ".hidden").unlink()
    folder.rmdir()
    assert Snapshot.of_revision(folder, "HEAD").files["area.yaml"].data == b"area: Southfold\n"


@pytest.mark.parametrize("revision", ["draft-2", "-h", "--help", "HEAD~7", "a b", "draft-1:areas", "\u202edraft"])
def test_what_is_no_revision_is_refused(repository: Path, revision: str) -> None:
    with pytest.raises(RevisionError, match="there is no revision"):
        Snapshot.of_revision(repository / "areas" / "north fold", revision)


def test_a_folder_without_an_area_then_is_refused(repository: Path) -> None:
    with pytest.raises(NotAnAreaError, match=r"it has no area\.yaml there"):
        Snapshot.of_revision(repository / "areas", "draft-1")


def test_a_folder_of_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    with pytest.raises(RevisionError, match="belongs to no git repository"):
        Snapshot.of_revision(tmp_path, "HEAD")


def test_a_link_is_not_followed(repository: Path) -> None:
    folder = repository / "areas" / "north fold"
    (folder / "leads.yaml").symlink_to("/etc/passwd")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "three")
    found = Snapshot.of_revision(folder, "HEAD")
    assert "leads.yaml" not in found.files
    assert "links are not followed" in found.unread["leads.yaml"].message


def test_a_file_that_is_too_large_is_not_read(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omi_report.limits.TEXT_BYTES", 10)
    found = Snapshot.of_revision(repository / "areas" / "north fold", "draft-1")
    assert found.unread["area.yaml"].message == "the file is larger than 10 bytes"
    assert not found.files


def test_no_filter_and_no_hook_of_the_repository_runs(repository: Path) -> None:
    proof = repository / "proof"
    (repository / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n")
    for name in ("filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv", "core.fsmonitor", "core.pager"):
        git(repository, "config", name, f"touch {proof}")
    Snapshot.of_revision(repository / "areas" / "north fold", "draft-1")
    assert not proof.exists()


def test_git_that_is_missing_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(RevisionError, match="git is not installed"):
        Revision.of(repository, "HEAD")
