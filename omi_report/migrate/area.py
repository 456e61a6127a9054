"""An area with its framework: all of its files that the former format had otherwise, as those of today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from omi_report.migrate.context import migrated_context
from omi_report.migrate.criterion import migrated_criterion
from omi_report.migrate.general_part import Around
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.parts import GENERAL
from omi_report.migrate.performance import SUMMARY, migrated_performance
from omi_report.migrate.ratings import sections_of
from omi_report.migrate.scales import PERFORMANCE_SCALE
from omi_report.migrate.soundness import sound_framework
from omi_report.migrate.step import Migrated, Undecided
from omi_report.migrate.values import is_yes, mappings_in
from omi_report.model.criterion import criterion_number
from omi_report.model.kinds import Kinds
from omi_report.problems import Location
from omi_report.source.places import IDENTITY_FILE

_PARTS: dict[str, Callable[[str, str, Around], Migrated]] = {
    "performance": migrated_performance,
    "context": migrated_context,
}
"""The kinds of part whose files have another form now."""


@dataclass(frozen=True, slots=True)
class FrameworkText:
    """The framework of an area: its path for messages, its text, and its name in the area if it is one of its files."""

    shown: str
    text: str
    file: str = ""


@dataclass(slots=True)
class MigratedFiles:
    """The files of an area as they are to be: name → (before, after); a text is None where there is no such file.

    ``changes`` has the files in which each change was made. Where something is undecided, no file is changed.
    """

    drafts: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    changes: dict[str, list[str]] = field(default_factory=dict)
    undecided: list[Undecided] = field(default_factory=list)
    notes: list[Undecided] = field(default_factory=list)

    def take(self, name: str, before: str, migrated: Migrated, new_name: str = "") -> None:
        """Add a file; with ``new_name`` it has another name from now on."""
        self.undecided += migrated.undecided
        self.notes += migrated.notes
        if not migrated.changes:
            return
        for change in migrated.changes:
            self.changes.setdefault(change, []).append(name)
        if new_name in ("", name):
            self.drafts[name] = (before, migrated.text)
        else:
            self.drafts |= {name: (before, None), new_name: (None, migrated.text)}


def migrated_area(
    files: Mapping[str, str], framework: FrameworkText, shown: Callable[[str], str], kinds: Kinds
) -> MigratedFiles:
    """Change the files of an area.

    ``files`` are its texts by name, ``shown`` gives the path of each for messages, ``kinds`` are the kinds of part.
    """
    found = MigratedFiles()
    of_framework = sound_framework(framework.text, framework.shown, kinds)
    if framework.file:
        found.take(framework.file, framework.text, of_framework)
    elif framework.text and (of_framework.changes or of_framework.undecided):
        message = "this framework is of the former format too, and is no file of the area"
        hint = f"`omi migrate {framework.shown}` changes it"
        found.notes.append(Undecided(Location(framework.shown, 1, 1), message, hint))
    for name, text in files.items():
        if criterion_number(name):
            found.take(name, text, migrated_criterion(text, shown(name)))
    data = _data(framework.text, framework.shown)
    identity = _data(files.get(IDENTITY_FILE, ""), shown(IDENTITY_FILE))
    for kind in _PARTS:
        if f"{kind}.yaml" in files:
            _take_part(found, kind, files, data, identity, shown)
    if found.undecided:
        return MigratedFiles(undecided=found.undecided)
    return found


def _data(text: str, shown: str) -> dict[str, Plain]:
    page = Page.of(text, shown)
    return page.data if page else {}


def _take_part(
    found: MigratedFiles,
    kind: str,
    files: Mapping[str, str],
    framework: dict[str, Plain],
    identity: dict[str, Plain],
    shown: Callable[[str], str],
) -> None:
    name = f"{kind}.yaml"
    part = _part(framework, kind)
    if part is None:
        if framework and not _is_of_part(framework, kind):
            message = "no part of the framework prints this file, and from now on no file is read without one"
            hint = f"remove it, or add «- {{kind: {GENERAL}, id: {kind}, heading: …}}» to the framework's parts"
            found.notes.append(Undecided(Location(shown(name), 1, 1), message, hint))
        return
    around = _around(kind, part, framework, identity)
    migrated = _PARTS[kind](files[name], shown(name), around)
    new_name = f"{around.part}.yaml"
    if migrated.changes and new_name != name and new_name in files:
        message = f"this file is to be called {new_name}, as its part is, and there is one"
        found.undecided.append(Undecided(Location(shown(name), 1, 1), message, "give the part another id"))
    found.take(name, files[name], migrated, new_name)


def _part(framework: dict[str, Plain], kind: str) -> dict[str, Plain] | None:
    """The part that prints the file of a kind that is gone, before or after its framework was changed."""
    parts = [part for _, part in mappings_in(framework, "parts")]
    former = (part for part in parts if part.get("kind") == kind)
    today = (part for part in parts if part.get("kind") == GENERAL and part.get("id") == kind)
    return next(former, None) or next(today, None)


def _is_of_part(framework: dict[str, Plain], name: str) -> bool:
    return any(part.get("id") == name for _, part in mappings_in(framework, "parts"))


def _around(kind: str, part: dict[str, Plain], framework: dict[str, Plain], identity: dict[str, Plain]) -> Around:
    return Around(
        area=str(identity.get("area") or ""),
        part=part.get("id") or kind,
        is_appendix=is_yes(part.get("appendix")),
        is_shown=any(_is_showing(criterion) for criterion in _criteria(framework)),
        grades={grade["id"]: grade["name"] for grade in _grades(framework)},
        has_sample=bool(identity.get("sample")),
    )


def _criteria(framework: dict[str, Plain]) -> Iterator[dict[str, Plain]]:
    for _, section in sections_of(framework):
        yield from (criterion for _, criterion in mappings_in(section, "criteria"))


def _is_showing(criterion: dict[str, Plain]) -> bool:
    return is_yes(criterion.get("shows_performance")) or SUMMARY in (criterion.get("shows") or ())


def _grades(framework: dict[str, Plain]) -> Iterator[dict[str, str]]:
    """The grades of the performance framework, before or after they were a scale."""
    scales = [scale for _, scale in mappings_in(framework, "scales") if scale.get("id") == PERFORMANCE_SCALE]
    lists = [mappings_in(framework, "performance_grades"), *(mappings_in(scale, "bands") for scale in scales)]
    for listed in lists:
        yield from (grade for _, grade in listed if {"id", "name"} <= grade.keys())
