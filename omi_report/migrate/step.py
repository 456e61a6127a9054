"""One step of changing a file, and doing steps one after the other.

Each step says twice what it does: as edits of the text, and as a change of what the text says. The text with the
edits is read again, and must say just that. So no layout of a file, however odd, can be changed into something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from omi_report.migrate.layout import OddLayoutError, key_renamed
from omi_report.migrate.page import Page, Plain
from omi_report.problems import Edit, Location, Problem
from omi_report.source.edits import edited
from omi_report.source.reader import read_tree


class Undecided(NamedTuple):
    """What cannot be decided here, where, and what its writers are to do."""

    place: Location
    message: str
    hint: str

    @classmethod
    def of(cls, problem: Problem) -> Undecided:
        """Return what a problem says."""
        return cls(problem.location, problem.message, problem.hint)


@dataclass(frozen=True, slots=True)
class Migrated:
    """A file of today's format: its text, and what was changed in it, in a few words each.

    Where something is undecided, nothing was changed. ``notes`` name what its writers should look at afterwards.
    """

    text: str
    changes: tuple[str, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    notes: tuple[Undecided, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it changes, whether a file needs it, its edits, and what the file says then.

    ``change`` is for the user, nothing where there is nothing to tell; ``key`` is where to look in the file.
    """

    change: str
    key: str
    is_needed: Callable[[dict[str, Plain]], bool]
    edits: Callable[[Page], Iterable[Edit]]
    meant: Callable[[dict[str, Plain]], dict[str, Plain]]


def renaming(key: str, name: str) -> Step:
    """Return the step that gives a key of the file another name."""
    return Step(
        f"{key} → {name}",
        key,
        lambda data: key in data,
        lambda page: [key_renamed(page, (key,), name)],
        lambda data: {name if each == key else each: value for each, value in data.items()},
    )


Look: TypeAlias = Callable[[Page], Iterable[Undecided]]
"""Finds what its writers must know of a file, before anything is changed in it."""


def with_steps(text: str, shown: str, steps: Iterable[Step], undecided_in: Look, noted_in: Look) -> Migrated:
    """Do the steps that a file needs, one after the other, all of them or none; ``shown`` is its path in messages."""
    page = Page.of(text, shown)
    if page is None:
        return Migrated(text, undecided=tuple(unreadable(text, shown)))
    if undecided := tuple(undecided_in(page)):
        return Migrated(text, undecided=undecided)
    notes = tuple(noted_in(page))
    changes: list[str] = []
    for step in steps:
        if not step.is_needed(page.data):
            continue
        changed = done(page, step)
        if changed is None:
            return Migrated(text, undecided=(too_odd(page, step.key),))
        page = changed
        changes += [step.change] if step.change else []
    return Migrated(page.text, tuple(changes), notes=notes)


def done(page: Page, step: Step) -> Page | None:
    """Do one step; None where the file would then not say what it should."""
    try:
        edits = list(step.edits(page))
    except (KeyError, OddLayoutError):  # a KeyError: a value has no place of its own, since an alias repeats it
        return None
    changed = Page.of(edited(page.text, edits)[0], page.shown)
    return changed if changed is not None and changed.data == step.meant(page.data) else None


def unreadable(text: str, shown: str) -> list[Undecided]:
    """Return what is wrong with a file that cannot be read as a mapping."""
    _, problems = read_tree(text, shown)
    found = [*map(Undecided.of, problems)]
    return found or [Undecided(Location(shown, 1, 1), "the file holds no mapping", "see the format of this file")]


def too_odd(page: Page, key: str) -> Undecided:
    """Return what to say of a key that stands in a layout which no edit can keep."""
    message = f"«{key}» cannot be changed without harm to the rest of the file"
    hint = "write out what aliases repeat, put lists and mappings on lines of their own, or change it by hand"
    return Undecided(page.at((key,), key=True), message, hint)
