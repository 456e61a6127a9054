"""An area as loaded: the models of its files, its framework, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from omi_report.model.base import Text
from omi_report.model.criterion import Criterion, Percentage, criterion_file, findings_before
from omi_report.model.evidence import Evidence
from omi_report.model.facts import REPORT_SCOPE, Manner, Statement
from omi_report.model.file_kinds import IDENTITY, criterion_kind
from omi_report.model.findings import Side
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.framework_file import ReadFramework
from omi_report.model.identity import Identity
from omi_report.model.kinds import Fact, FileKind, Kinds, M
from omi_report.model.part_files import kind_of_part, kinds_in_area
from omi_report.model.rating_rules import Level
from omi_report.model.record import Record
from omi_report.problems import Location
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path


class Prose(NamedTuple):
    """A text of the area and where it stands.

    ``scope`` is the name space in which the text's bare figure names are looked up: a
    criterion's number, the id of an entry, or that of the report. ``label``, ``manner``, ``about``,
    ``room`` and ``side`` are those of `WrittenText`.
    """

    file: str
    path: Path
    scope: str
    text: Text
    label: str = ""
    manner: Manner = "note"
    about: tuple[str, str] | None = None
    room: int = 0
    side: Side | None = None


class Named(NamedTuple):
    """A percentage under its full name: its scope and its name in it."""

    scope: str
    name: str
    file: str
    path: Path
    percentage: Percentage

    @property
    def full_name(self) -> str:
        """The name by which other files refer to the figure: ``1.2/screening-done``."""
        return f"{self.scope}/{self.name}"


VARIABLES = ("area",)
"""The names that every text may use beside those of figures. ``area`` is the area's name."""


@dataclass(frozen=True, slots=True)
class Area:
    """One inspection, complete enough to be checked, scored and compiled.

    ``slug`` is the name of its folder. ``kinds`` are the kinds of part that there are, and ``part_kinds`` the same with
    the files that parts have of their own in this area; ``parts`` are the models of files by their names, and
    ``pictures`` the pictures that these name. A file that is missing or wrong has no model: ``unread`` names it, and
    loading has reported it.

    ``framework_file`` names the framework's file where it is one of the area's, and ``of_project`` is the framework as
    read where it is one of the project's folder. ``framework_data`` are the bytes of its file, wherever that is.
    """

    slug: str
    shown: str
    framework: Framework
    identity: Identity
    files: dict[str, SourceFile]
    kinds: Kinds
    framework_file: str = ""
    framework_data: bytes = b""
    of_project: ReadFramework | None = None
    criteria: dict[str, Criterion] = field(default_factory=dict)
    parts: Mapping[str, Record] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)
    unread: frozenset[str] = frozenset()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    part_kinds: tuple[FileKind[Any], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "part_kinds", kinds_in_area(self.framework, self.kinds))

    def content(self, kind: FileKind[M]) -> M | None:
        """Return what the file of a kind of part says; None where it is missing or wrong."""
        found = self.parts.get(kind.file)
        # a part may have the file of a kind that its framework does not use
        return found if kind.model is not None and isinstance(found, kind.model) else None

    def kind_of(self, part: FrameworkPart) -> FileKind[Any]:
        """Return the kind of a part of the framework, with the part's own file if it has one."""
        return kind_of_part(part, self.kinds)

    def ask(self, fact: Callable[[FileKind[Any]], Callable[[Any], Iterable[Fact]]]) -> Iterator[tuple[str, Fact]]:
        """Yield a fact of every file of the area, with the file: ``area.ask(lambda kind: kind.citations)``."""
        for file, kind, content in self.contents():
            for each in fact(kind)(content):
                yield file, each

    def contents(self) -> Iterator[tuple[str, FileKind[Any], Record]]:
        """Yield each file with its kind and what it says, in the order in which they are read.

        What could not be read is left out.
        """
        yield IDENTITY.file, IDENTITY, self.identity
        printed = False
        for kind in self.part_kinds:
            if kind.holds_criteria and not printed:
                yield from self._criterion_contents()
                printed = True
            if kind.file in self.parts:
                yield kind.file, kind, self.parts[kind.file]
        if not printed:
            yield from self._criterion_contents()

    def _criterion_contents(self) -> Iterator[tuple[str, FileKind[Any], Record]]:
        before = findings_before(self.criteria.items())
        for number, criterion in self.criteria.items():
            yield criterion_file(number), criterion_kind(before[number]), criterion

    def is_unread(self, scope: str) -> bool:
        """Say whether the file that would define the names of a scope is missing or wrong.

        At the stage feedback a file that is missing defines nothing, and nobody says so for it.
        """
        return self.identity.stage != "feedback" and any(file in self.unread for file in self.homes_of(scope))

    def homes_of(self, scope: str) -> list[str]:
        """Return the files in which the figures of a scope may be defined."""
        if scope in self.framework.criteria:
            return [criterion_file(scope)]
        if scope == REPORT_SCOPE:
            return [kind.file for kind in self.part_kinds if kind.report_figures]
        own = [kind.file for kind in self.part_kinds if kind.scope == scope]
        return own or [kind.file for kind in self.part_kinds if kind.own_scopes]

    def at(self, file: str, path: Path = (), *, key: bool = False) -> Location:
        """Return the place of a value of one of the area's files."""
        source = self.files.get(file)
        return source.at(path, key=key) if source else Location(f"{self.shown}/{file}")

    @property
    def framework_place(self) -> Location:
        """The place of the framework: its first line where it is a file of the area, else where area.yaml names it."""
        return self.at(self.framework_file) if self.framework_file else self.at(IDENTITY.file, ("framework",))

    def in_framework(self, path: Path) -> Location:
        """Return the place of a value of the framework; where area.yaml names it if it comes with omi or a plug-in."""
        if self.of_project:
            return self.of_project.file.at(path)
        return self.at(self.framework_file, path) if self.framework_file else self.framework_place

    def inside(self, file: str, text: Text, offset: int) -> Location:
        """Return the place of a character of a text."""
        source = self.files.get(file)
        if source is None or text.origin is None:
            return self.at(file)
        return source.inside(text.origin, min(max(offset - text.before, 0), len(text.origin)))

    def named_percentages(self) -> Iterator[Named]:
        """Yield every percentage of the area: those of criteria, then the others by file."""
        named = list(self.ask(lambda kind: kind.figures))
        for file, figures in sorted(named, key=lambda each: "" if each[1].scope in self.criteria else each[0]):
            for name, percentage in figures.percentages.items():
                yield Named(figures.scope, name, file, (*figures.path, name), percentage)

    def stated_ratings(self) -> dict[tuple[Level, str], Statement]:
        """Return what the area states of scores and ratings, by level and number.

        What says nothing is left out. Where two files state something of one thing, the first counts; that there are
        two is a problem of shape.
        """
        found: dict[tuple[Level, str], Statement] = {}
        for file, each in self.ask(lambda kind: kind.stated_ratings):
            if each.says_something:
                found.setdefault(each.key, Statement(file, each))
        return found

    def prose(self) -> Iterator[Prose]:
        """Yield every Markdown text of the area's own files."""
        for file, each in self.ask(lambda kind: kind.texts):
            yield Prose(
                file,
                each.path,
                each.scope,
                each.text,
                self.framework.english.in_terms(each.label),
                each.manner,
                each.about,
                each.room,
                each.side,
            )
        if self.framework_file:
            for path, text in self.framework.prose():
                label = f"{self.framework_file.removesuffix('.yaml')} {path[-1]}"
                yield Prose(self.framework_file, path, REPORT_SCOPE, text, label, "standard")
