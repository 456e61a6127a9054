"""What people do wrong when they write an inspection up is found, at its line, and nothing else is said."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Iterator
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
    """Whether a fault was found, and what else was said."""

    fault: Fault
    found: bool
    others: tuple[Problem, ...]

    @property
    def noise(self) -> list[str]:
        """What was said that does not follow from the fault."""
        expected = self.fault.besides | ALWAYS_BESIDES
        return [_shown(problem) for problem in self.others if problem.code not in expected]


def _outcome(fault: Fault, folder: Path, before: Counter[tuple[str, str, str]]) -> Outcome:
    area = folder / "hampshire"
    shutil.copytree(HAMPSHIRE, area)
    fault.changes.apply(area)
    line = fault.line(area)
    known = Counter(before)
    new: list[Problem] = []
    for problem in validate(area).problems:
        identity = _identity(problem, area)
        if known[identity]:
            known[identity] -= 1
        else:
            new.append(problem)
    meant = next((p for p in new if _place(p, area) == (fault.code, fault.file, line)), None)
    shutil.rmtree(area)
    return Outcome(fault, meant is not None, tuple(problem for problem in new if problem is not meant))


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
    outcomes = [_outcome(fault, tmp_path, before) for fault in ALL_FAULTS]
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


@pytest.mark.parametrize("name", sorted(file.relative_to(HAMPSHIRE).as_posix() for file in HAMPSHIRE.rglob("*.yaml")))
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
