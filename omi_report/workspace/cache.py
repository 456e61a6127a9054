"""Answers that are kept: the problems that were found in an area when it was last checked.

An answer is kept with a digest of everything that it depends on: the snapshot of the area, the
settings, what was asked for, and the program itself. If any of these changes, the area is checked anew.

What is kept may quote a report that is not published yet, so only its owner may read it.
"""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from typing import Any

from omi_report import limits
from omi_report.cache import keep, kept, trim
from omi_report.policy import Selection, Settings
from omi_report.problems import Edit, Location, Problem, Severity
from omi_report.program import program_stamp
from omi_report.source.places import is_evidence
from omi_report.source.snapshot import Snapshot
from omi_report.workspace.checked import Checked
from omi_report.workspace.settings import NOTHING_SELECTED, settings_for


class Cache:
    """Keeps the last answer for each area and selection."""

    def __init__(self, selection: Selection = NOTHING_SELECTED) -> None:
        self._selection = selection

    def key(self, snapshot: Snapshot) -> str:
        """Return a digest of all that the answer for an area depends on; empty where the program cannot be read.

        Raises SettingsError where the settings for the area cannot be used.
        """
        settings = settings_for(snapshot, snapshot.folder, check_codes=False)
        try:
            return _digest(snapshot, settings, program_digest())
        except OSError:
            return ""

    def load(self, snapshot: Snapshot, key: str) -> Checked | None:
        """Return the answer that is kept for an area with a key; None where there is none."""
        if not key:
            return None
        try:
            found = json.loads(kept(self._name(snapshot)) or b"{}")
            if found.get("key") != key:
                return None
            problems = [_problem(problem) for problem in found["problems"]]
            files, framework = tuple(found["files"]), found["framework"]
            return Checked(snapshot.folder, problems, found["texts"], files, found["strict"], framework=framework)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def store(self, snapshot: Snapshot, checked: Checked, key: str) -> None:
        """Keep what was found in an area, unless it tells of cases: nothing of these leaves the area's folder."""
        if checked.refusal or not key or _tells_of_evidence(snapshot, checked):
            return
        found = {
            "key": key,
            "problems": [asdict(problem) for problem in checked.problems],
            "texts": checked.texts,
            "files": checked.files,
            "strict": checked.strict,
            "framework": checked.framework,
        }
        keep(self._name(snapshot), json.dumps(found).encode())
        trim("", limits.KEPT_ANSWERS)

    def _name(self, snapshot: Snapshot) -> str:
        """The name of an answer, made of the path as typed, the path as resolved, and the selection."""
        question = f"{snapshot.folder}\0{snapshot.folder.resolve()}\0{self._selection!r}"
        return f"{hashlib.blake2b(question.encode(errors='surrogateescape'), digest_size=16).hexdigest()}.json"


def program_digest() -> bytes:
    """Return a digest of omi itself, its interpreter and its libraries, and of the day, which a rule may ask for.

    Raises OSError where the program cannot be read.
    """
    return hashlib.blake2b(program_stamp() + time.strftime("%Y-%m-%d").encode()).digest()


def _tells_of_evidence(snapshot: Snapshot, checked: Checked) -> bool:
    evidence = {snapshot.shown_path(name) for name in snapshot.present if is_evidence(name)}
    return any(problem.location.file in evidence for problem in checked.problems)


def _digest(snapshot: Snapshot, settings: tuple[Settings, ...], program: bytes) -> str:
    digest = hashlib.blake2b(program)
    rest = (snapshot.shown, snapshot.present, snapshot.folders, snapshot.problems, dict(snapshot.unread), settings)
    digest.update(repr(rest).encode(errors="surrogateescape"))
    shared = snapshot.frameworks
    digest.update(repr((shared.shown, shared.names, dict(shared.unread))).encode(errors="surrogateescape"))
    add_contents(digest, snapshot)
    return digest.hexdigest()


def add_contents(digest: hashlib.blake2b, snapshot: Snapshot) -> None:
    """Let a digest take in what the files of an area hold, and those of the frameworks of its project."""
    for name, content in (*snapshot.files.items(), *snapshot.frameworks.files.items()):
        digest.update(f"\0{name}\0{len(content.data)}\0".encode(errors="surrogateescape"))
        digest.update(content.data)


def _problem(kept_as: dict[str, Any]) -> Problem:
    fix = kept_as["fix"]
    return Problem(
        Location(**kept_as["location"]),
        kept_as["code"],
        Severity(kept_as["severity"]),
        kept_as["message"],
        kept_as["hint"],
        kept_as["length"],
        Edit(Location(**fix["start"]), Location(**fix["end"]), fix["replacement"]) if fix else None,
    )
