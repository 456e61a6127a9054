"""The hooks that the project publishes, run by pre-commit itself in a real repository.

pre-commit would install omi from the repository of the hooks, with all that it needs; without a
network it cannot. The repository that commits says `language: system` for that reason alone, so that
the omi of this environment runs; everything else is as .pre-commit-hooks.yaml has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent


class Repository:
    """A git repository with its own settings, whatever those of the user are."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.pathsep.join([str(BIN), os.environ["PATH"]]),
            "HOME": str(home),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "Ada Quill",
            "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada Quill",
            "GIT_COMMITTER_EMAIL": "ada@example.org",
        }
        folder.mkdir(parents=True)
        self.run("git", "init", "--quiet", "--initial-branch=main")

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "Change", check=False)

    @property
    def commits(self) -> int:
        return len(self.run("git", "log", "--format=%h", check=False).stdout.split())


@pytest.fixture
def repository(tmp_path: Path, request: pytest.FixtureRequest) -> Repository:
    """A repository with an area and one of the hooks (the test's parameter), nothing committed yet."""
    hooks = Repository(tmp_path / "hooks", tmp_path)
    shutil.copy(HOOKS, hooks.folder)
    hooks.commit()
    hooks.run("git", "tag", "v1")
    made = Repository(tmp_path / "work", tmp_path)
    shutil.copytree(ROOT / "tests" / "golden" / "westmark", made.folder / "areas" / "westmark")
    hook = {"id": request.param, "language": "system"}
    config = {"repos": [{"repo": str(hooks.folder), "rev": "v1", "hooks": [hook]}]}
    (made.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    made.run("pre-commit", "install")
    return made


def change(repository: Repository, old: str, new: str) -> None:
    path = repository.folder / "areas" / "westmark" / "criteria" / "1.1.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("repository", ["omi-validate"], indirect=True)
def test_a_wrong_figure_is_refused_and_a_right_one_passes(repository: Repository) -> None:
    first = repository.commit()
    assert first.returncode == 0, first.stdout + first.stderr
    assert "Passed" in first.stderr
    change(repository, "{{ safety-told | count }}", "{{ safety-tld | count }}")
    refused = repository.commit()
    assert refused.returncode == 1
    assert "areas/westmark/criteria/1.1.yaml:12:25: OMI201 error there is no figure «safety-tld»" in refused.stderr
    assert repository.commits == 1
    change(repository, "safety-tld", "safety-told")
    change(repository, "late: {count: 3}", "late: {count: 2}")
    assert repository.commit().returncode == 0
    assert repository.commits == 2


@pytest.mark.parametrize("repository", ["omi-validate", "omi-validate-strict"], indirect=True)
def test_warnings_are_refused_by_the_strict_hook_alone(repository: Repository, request: pytest.FixtureRequest) -> None:
    change(repository, "late: {count: 3}", "late: {count: 3}\n  spare: {count: 4}")
    strict = "omi-validate-strict" in request.node.name
    done = repository.commit()
    assert done.returncode == (1 if strict else 0)
    assert ("OMI202" in done.stderr) is strict


@pytest.mark.parametrize("repository", ["omi-validate"], indirect=True)
def test_what_is_in_no_area_is_passed_over(repository: Repository) -> None:
    repository.commit()
    (repository.folder / "mkdocs.yaml").write_text("site_name: Reports\n")
    (repository.folder / "README.md").write_text("# Reports\n")
    assert repository.commit().returncode == 0
    change(repository, "{{ safety-told | count }}", "{{ safety-tld | count }}")
    repository.run("git", "stash", "--quiet")
    (repository.folder / "README.md").write_text("# All reports\n")
    assert repository.commit().returncode == 0


@pytest.mark.parametrize("repository", ["omi-validate"], indirect=True)
def test_what_is_not_staged_is_not_looked_at(repository: Repository) -> None:
    repository.commit()
    change(repository, "late: {count: 3}", "late: {count: 2}")
    repository.run("git", "add", "--all")
    change(repository, "{{ safety-told | count }}", "{{ safety-tld | count }}")
    done = repository.run("git", "commit", "--message", "Change", check=False)
    assert done.returncode == 0, done.stderr


def test_the_hooks_keep_pre_commits_schema() -> None:
    validated = subprocess.run(
        [BIN / "pre-commit", "validate-manifest", HOOKS], capture_output=True, text=True, check=False
    )
    assert validated.returncode == 0, validated.stdout
