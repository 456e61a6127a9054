"""The files of a folder as they were at a revision of its git repository. Nothing is checked out.

Only git's own plumbing is asked, which runs no hook and no filter and is kept from every network. Links and what is no
ordinary file are passed over in the same way as in a folder on the disk.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from omi_report.errors import RevisionError


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a revision: its path inside the folder, its object, and its size in bytes."""

    name: str
    object: str
    size: int
    is_ordinary: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of the repository that a folder belongs to: the repository's own folder, and its commit in full."""

    repository: Path
    commit: str

    @classmethod
    def of(cls, folder: Path, revision: str) -> Revision:
        """Find a revision by what git calls it (a tag, a branch, ``HEAD~2``). The folder itself need not be there now.

        Raises RevisionError where there is no git, no repository, or no such revision.
        """
        there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.is_dir())
        try:
            top = _git(there, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n")
        except subprocess.CalledProcessError as error:
            raise RevisionError(f"{folder} belongs to no git repository, so it has no revision «{revision}»") from error
        try:
            commit = _git(there, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except subprocess.CalledProcessError as error:
            hint = "`git tag` and `git log` show those that there are"
            raise RevisionError(f"there is no revision «{revision}» in the repository of {folder}: {hint}") from error
        return cls(Path(top), commit.decode().strip())

    def entries(self, folder: Path) -> tuple[StoredFile, ...]:
        """Return the files below a folder, hidden ones left out; none where the revision has no such folder."""
        inside = self._inside(folder)
        asked = ["ls-tree", "-r", "-z", "--long", "--full-tree", self.commit]
        listed = _git(self.repository, *asked, "--", f"{inside}/") if inside else _git(self.repository, *asked)
        return tuple(_entries(listed, f"{inside}/" if inside else ""))

    def contents(self, entries: Iterable[StoredFile]) -> Mapping[str, bytes]:
        """Return what files hold, by their names."""
        wanted = tuple(entries)
        if not wanted:
            return {}
        said = _git(self.repository, "cat-file", "--batch", given="".join(f"{each.object}\n" for each in wanted))
        found: dict[str, bytes] = {}
        at = 0
        for each in wanted:
            start = said.index(b"\n", at) + 1
            found[each.name] = said[start : start + each.size]
            at = start + each.size + 1
        return found

    def _inside(self, folder: Path) -> str:
        """The path of a folder from the top of the repository on. Raises RevisionError where it is not in it."""
        top, place = self.repository.resolve(), folder.absolute().resolve()
        if not place.is_relative_to(top):
            raise RevisionError(f"{folder} is not in the repository {self.repository}")
        return place.relative_to(top).as_posix().removeprefix(".")


def _entries(listed: bytes, start: str) -> Iterator[StoredFile]:
    for line in filter(None, listed.decode(errors="surrogateescape").split("\0")):
        about, _, path = line.partition("\t")
        mode, sort, name, size = about.split()
        inner = path.removeprefix(start)
        if sort == "blob" and not any(step.startswith(".") for step in inner.split("/")):
            yield StoredFile(inner, name, int(size), mode.startswith("100"))


_HELD: Mapping[str, str] = {
    # what a repository lacks is not fetched
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}


def _git(folder: Path, *arguments: str, given: str = "") -> bytes:
    """Ask git. Raises CalledProcessError where it refuses, RevisionError where it is not installed."""
    # a hook, which may call omi, has variables of git that name another repository
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(folder), "--no-replace-objects", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every word is omi's but the revision, which is no option
            command, input=given.encode(), capture_output=True, check=True, env=kept | dict(_HELD)
        )
    except FileNotFoundError as error:
        raise RevisionError("git is not installed, and only git knows revisions") from error
    return done.stdout
