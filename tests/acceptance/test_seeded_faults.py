"""What people do wrong when they write an inspection up is found, at its line, and nothing else is said."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from omi_report.build import validate
from omi_report.problems import Problem
from omi_report.source.positions import place_of
from tests.changes import Changes

HAMPSHIRE = Path(__file__).parents[2] / "areas" / "hampshire"
FAULTS = Path(__file__).with_name("seeded_faults.yaml")

SHARE_TO_FIND = 0.95

ALWAYS_BESIDES = {"OMI707"}
"""That a final report has warnings follows from any warning."""


@dataclass(frozen=True)
class Fault:
    """One fault, and where validation should find it.

    ``file`` is the changed file where it is left out, and ``at`` (a text that stands once in the
    changed file) the new text; an empty ``at`` stands for the file as a whole. ``besides`` are the
    codes of what else follows from the fault.
    """

    fault: str
    changes: Changes
    code: str
    file: str
    at: str
    besides: frozenset[str]

    def line(self, area: Path) -> int:
        """The line where the message should stand, in the area with its fault."""
        if not self.at:
            return 0
        data = (area / self.file).read_bytes()
        text = data.decode(self.changes.encoding.get(self.file, "utf-8"))
        assert text.count(self.at) == 1, f"{self.fault}: «{self.at}» stands {text.count(self.at)} times in {self.file}"
        return place_of(text, text.index(self.at)).line


def _faults() -> Iterator[Fault]:
    found: list[dict[str, Any]] = yaml.safe_load(FAULTS.read_text(encoding="utf-8"))
    names = {each.name for each in dataclasses.fields(Changes)}
    for entry in found:
        changes = Changes(**{name: value for name, value in entry.items() if name in names})
        rest = {name: value for name, value in entry.items() if name not in names}
        file = rest.pop("file", changes.touched[0])
        at = rest.pop("at", None)
        if at is None:
            at = changes.replace[file][0][1].strip("\n")
        yield Fault(changes=changes, file=file, at=at, besides=frozenset(rest.pop("besides", ())), **rest)


ALL_FAULTS = tuple(_faults())


@pytest.fixture(scope="module")
def before() -> Counter[tuple[str, str, str]]:
    """What validation says of the area as it is."""
    return Counter(_identity(problem, HAMPSHIRE) for problem in validate(HAMPSHIRE).problems)


@dataclass(frozen=True)
class Outcome:
    """Whether a fault was found, what may be said besides, and what was."""

    fault: Fault
    besides: frozenset[str]
    found: bool
    others: tuple[Problem, ...]

    @property
    def noise(self) -> list[str]:
        """What was said that does not follow from the fault."""
        expected = self.besides | ALWAYS_BESIDES
        return [_shown(problem) for problem in self.others if problem.code not in expected]


def _outcome(fault: Fault, folder: Path, before: Counter[tuple[str, str, str]]) -> Outcome:
    return _outcomes([fault], folder, before)[0]


def _outcomes(faults: list[Fault], folder: Path, before: Counter[tuple[str, str, str]]) -> list[Outcome]:
    """Make faults in one copy of the area; what is said besides may follow from any of them."""
    area = folder / "hampshire"
    shutil.copytree(HAMPSHIRE, area)
    for fault in faults:
        fault.changes.apply(area)
    meant = {(fault.code, fault.file, fault.line(area)): fault for fault in faults}
    known = Counter(before)
    found: set[str] = set()
    others: list[Problem] = []
    for problem in validate(area).problems:
        identity = _identity(problem, area)
        if known[identity]:
            known[identity] -= 1
        elif (place := _place(problem, area)) in meant:
            found.add(meant.pop(place).fault)
        else:
            others.append(problem)
    shutil.rmtree(area)
    follows = frozenset().union(*(fault.besides for fault in faults))
    return [Outcome(fault, follows, fault.fault in found, tuple(others)) for fault in faults]


def _together(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults in groups that can be made at once, since each changes other files."""
    groups: list[list[Fault]] = []
    for fault in faults:
        files = {*fault.changes.touched, fault.file}
        for group in groups:
            if not any(files & {*each.changes.touched, each.file} for each in group):
                group.append(fault)
                break
        else:
            groups.append([fault])
    return groups


def _each_outcome(faults: list[Fault], folder: Path, before: Counter[tuple[str, str, str]]) -> list[Outcome]:
    """What is said of faults made at once, and then of those missed: where a file cannot be read, nothing else is said.

    Where more is said than follows from any of them, or none is found, each is made by itself.
    """
    outcomes = _outcomes(faults, folder, before)
    missed = [each.fault for each in outcomes if not each.found]
    if len(faults) == 1 or not (missed or outcomes[0].noise):
        return outcomes
    if outcomes[0].noise or len(missed) == len(faults):
        return [_outcome(fault, folder, before) for fault in faults]
    return [*(each for each in outcomes if each.found), *_each_outcome(missed, folder, before)]


def _place(problem: Problem, area: Path) -> tuple[str, str, int]:
    return problem.code, problem.location.file.removeprefix(f"{area.as_posix()}/"), problem.location.line


def _identity(problem: Problem, area: Path) -> tuple[str, str, str]:
    code, file, _line = _place(problem, area)
    return code, file, problem.message


def _shown(problem: Problem) -> str:
    return f"{problem.code} {problem.location.file.rpartition('/')[2]}:{problem.location.line} {problem.message}"


def test_faults_are_found_where_they_are_and_nothing_else_is_said(
    tmp_path: Path, before: Counter[tuple[str, str, str]]
) -> None:
    outcomes = [each for group in _together(ALL_FAULTS) for each in _each_outcome(group, tmp_path, before)]
    assert len(outcomes) == len(ALL_FAULTS)
    missed = [outcome for outcome in outcomes if not outcome.found]
    noisy = [outcome for outcome in outcomes if outcome.noise]
    print(f"\n{len(outcomes) - len(missed)} of {len(outcomes)} faults found")
    for outcome in missed:
        said = "; ".join(map(_shown, outcome.others)) or "nothing"
        print(f"not found: {outcome.fault.fault} ({outcome.fault.code} in {outcome.fault.file}); said: {said}")
    for outcome in noisy:
        print(f"said besides: {outcome.fault.fault}: {'; '.join(outcome.noise)}")
    assert len(outcomes) - len(missed) >= SHARE_TO_FIND * len(outcomes)
    assert not noisy


ONE_OF_EACH_FOLDER = {path.parent: path for path in sorted(HAMPSHIRE.rglob("*.yaml")) if path.parent != HAMPSHIRE}
"""The files of a folder are of one kind, and the last stands for the others."""
FILES = sorted(
    file.relative_to(HAMPSHIRE).as_posix() for file in (*HAMPSHIRE.glob("*.yaml"), *ONE_OF_EACH_FOLDER.values())
)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_the_only_thing_said(
    name: str, tmp_path: Path, before: Counter[tuple[str, str, str]]
) -> None:
    # Which of two spellings is the rarer one can change with the words of a file.
    changes = Changes(files={name: "key: 'not closed\n"})
    fault = Fault("unreadable", changes, "OMI001", name, "key:", frozenset({"OMI534"}))
    outcome = _outcome(fault, tmp_path, before)
    assert outcome.found
    assert outcome.noise == []


def test_there_are_enough_faults_of_every_kind_in_every_file() -> None:
    assert len(ALL_FAULTS) >= 60
    assert len({fault.fault for fault in ALL_FAULTS}) == len(ALL_FAULTS)
    groups = Counter(fault.code[:4] for fault in ALL_FAULTS)
    assert all(groups[f"OMI{group}"] >= 3 for group in range(8))
    touched = {name for fault in ALL_FAULTS for name in fault.changes.touched}
    assert {file.name for file in HAMPSHIRE.glob("*.yaml")} <= touched
