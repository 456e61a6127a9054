"""What the former files of performance and context have in common: they become the blocks of a general part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from omi_report.migrate.layout import pair_removed
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Migrated, Step, Undecided, done, too_odd
from omi_report.migrate.values import without
from omi_report.migrate.writing import Copied, Draft, Inline, held, written_anew
from omi_report.source.tree import Path


@dataclass(frozen=True, slots=True)
class Around:
    """What a file that is changed must be told of its area and its framework.

    ``part`` is the id of the part that prints the file, ``grades`` are the names of the grades of the performance
    framework by their ids, ``is_shown`` says that a criterion prints its summary. ``has_sample`` is of ``area.yaml``.
    """

    area: str
    part: str = ""
    is_appendix: bool = False
    is_shown: bool = False
    grades: Mapping[str, str] = field(default_factory=dict)
    has_sample: bool = False


def in_blocks(text: str, page: Page, blocks: list[Draft], change: str, notes: Iterable[Undecided] = ()) -> Migrated:
    """Write a file anew as the blocks of a general part.

    ``text`` is what the file holds, and ``page`` the file as it is after the first steps: the blocks are made of that.
    """
    draft = {"blocks": blocks}
    try:
        anew = written_anew(page, draft)
        written = Page.of(anew, page.shown)
        sound = written is not None and written.data == held(page, draft)
    except KeyError:  # a value has no place of its own, since an alias repeats it
        sound = False
    if not sound:
        return Migrated(text, undecided=(too_odd(page, next(iter(page.data))),))
    return Migrated(anew, (change,), notes=tuple(notes))


def all_done(page: Page, steps: Iterable[Step]) -> tuple[Page, Undecided | None]:
    """Do steps one after the other. Returns the file, and what is wrong with it where one could not be done."""
    for step in steps:
        changed = done(page, step)
        if changed is None:
            return page, too_odd(page, step.key)
        page = changed
    return page, None


def pair_removal(path: Path) -> Step:
    """Return the step that removes a key with its value."""
    return Step(
        "",
        str(path[0]),
        lambda _: True,
        lambda page: [pair_removed(page, path)],
        lambda data: with_value(data, path[:-1], lambda mapping: without(mapping, str(path[-1]))),
    )


def with_value(data: Plain, path: Path, change: Callable[[Plain], Plain]) -> Plain:
    """Return what a file says with the value at a path changed."""
    if not path:
        return change(data)
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        return [with_value(value, rest, change) if at == first else value for at, value in enumerate(data)]
    return {key: with_value(value, rest, change) if key == first else value for key, value in data.items()}


def column(name: str, heading: str, unit: str = "", **more: Draft) -> Inline:
    """Return a column of a table, on one line."""
    return Inline({"id": name, "heading": heading} | ({"unit": unit} if unit else {}) | more)


def rows(page: Page, path: Path) -> list[Draft]:
    """Return the entries of a list as they stand in the file; none where there is no list."""
    try:
        listed = page.value(path)
    except KeyError:
        return []
    return [Copied((*path, at)) for at in range(len(listed or ()))]


def unknown_keys(page: Page, path: Path, known: Iterable[str]) -> Iterator[Undecided]:
    """Yield what stands at a path and is no mapping of known keys: nobody can say what becomes of it."""
    found = page.value(path)
    if not isinstance(found, dict):
        yield Undecided(page.at(path), "a mapping (key: value) is expected here", "write it as the format has it")
        return
    for key in found.keys() - set(known):
        hint = f"known here were {', '.join(known)}"
        yield Undecided(page.at((*path, key), key=True), f"unknown key «{key}»", hint)


def lacking(page: Page, path: Path, needed: Iterable[str]) -> Iterator[Undecided]:
    """Yield the keys that a mapping lacks, or that hold something else than a line of text."""
    found = page.value(path)
    for key in needed if isinstance(found, dict) else ():
        if not isinstance(found.get(key), str):
            yield Undecided(page.at((*path, key)), f"the key «{key}» has no value here", f"add a line «{key}: …»")


def unlisted(page: Page, path: Path) -> Iterator[Undecided]:
    """Yield what stands at a path where a list is needed, and is none."""
    found = page.value(path)
    if found is not None and not isinstance(found, list):
        yield Undecided(page.at(path), "a list (each item after a hyphen) is expected here", "write it as a list")
