"""An area as loaded: the models of its files, its framework, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from pydantic import BaseModel

from omi_report.model.base import Text
from omi_report.model.criterion import Criterion, Percentage
from omi_report.model.evidence import Evidence
from omi_report.model.files import (
    PART_FILES,
    Abbreviations,
    Context,
    Foreword,
    GoodPractice,
    Identity,
    Performance,
    Recommendations,
    ServiceUsers,
    Summary,
    file_of,
)
from omi_report.model.framework import Framework
from omi_report.problems import Location
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path


class Prose(NamedTuple):
    """A text of the area and where it stands.

    ``scope`` is the name space in which the text's bare figure names are looked up: a
    criterion's number, a service user group's id, or ``summary``.
    """

    file: str
    path: Path
    scope: str
    text: Text


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


SUMMARY_SCOPE = "summary"
VARIABLES = ("area",)
"""Names that every text may use beside those of figures: the area's name."""


@dataclass(frozen=True, slots=True)
class Area:
    """One inspection, complete enough to be checked, scored and compiled.

    ``slug`` is the name of its folder. Parts whose file is missing or wrong are None, ``unread``
    names these files, and the loading has said so.
    """

    slug: str
    shown: str
    framework: Framework
    identity: Identity
    files: dict[str, SourceFile]
    framework_file: str = ""
    criteria: dict[str, Criterion] = field(default_factory=dict)
    foreword: Foreword | None = None
    abbreviations: Abbreviations | None = None
    summary: Summary | None = None
    recommendations: Recommendations | None = None
    good_practice: GoodPractice | None = None
    service_users: ServiceUsers | None = None
    performance: Performance | None = None
    context: Context | None = None
    evidence: Evidence = field(default_factory=Evidence)
    unread: frozenset[str] = frozenset()

    def is_unread(self, scope: str) -> bool:
        """Say whether the file that would define the names of a scope is missing or wrong."""
        if scope in self.framework.criteria:
            return f"criteria/{scope}.yaml" in self.unread
        return ("summary.yaml" if scope == SUMMARY_SCOPE else "service-users.yaml") in self.unread

    def at(self, file: str, path: Path = (), *, key: bool = False) -> Location:
        """Return the place of a value of one of the area's files."""
        source = self.files.get(file)
        return source.at(path, key=key) if source else Location(f"{self.shown}/{file}")

    def inside(self, file: str, text: Text, offset: int) -> Location:
        """Return the place of a character of a text."""
        source = self.files.get(file)
        if source is None or text.origin is None:
            return self.at(file)
        return source.inside(text.origin, offset)

    def parts(self) -> Iterator[tuple[str, BaseModel]]:
        """Yield what each file of a part or a criterion holds, by the file's name; not what could not be read."""
        for kind in PART_FILES:
            part = getattr(self, kind.replace("-", "_"))
            if part is not None:
                yield file_of(kind), part
        for number, criterion in self.criteria.items():
            yield f"criteria/{number}.yaml", criterion

    def named_percentages(self) -> Iterator[Named]:
        """Yield every percentage of the area, by file."""
        for number, criterion in self.criteria.items():
            yield from _named(number, f"criteria/{number}.yaml", (), criterion.percentages)
        if self.service_users:
            for index, group in enumerate(self.service_users.groups):
                yield from _named(group.id, "service-users.yaml", ("groups", index), group.percentages)
        if self.summary:
            yield from _named(SUMMARY_SCOPE, "summary.yaml", (), self.summary.percentages)

    def prose(self) -> Iterator[Prose]:
        """Yield every Markdown text of the area's own files."""
        yield from _identity_prose(self.identity)
        if self.foreword:
            yield Prose("foreword.yaml", ("text",), SUMMARY_SCOPE, self.foreword.text)
        if self.summary:
            yield from _summary_prose(self.summary)
        if self.recommendations:
            yield from _recommendation_prose(self.recommendations)
        if self.good_practice:
            for index, story in enumerate(self.good_practice.stories):
                yield Prose("good-practice.yaml", ("stories", index, "text"), story.criterion, story.text)
        if self.service_users:
            for index, group in enumerate(self.service_users.groups):
                yield Prose("service-users.yaml", ("groups", index, "text"), group.id, group.text)
        for number, criterion in self.criteria.items():
            yield from _criterion_prose(number, criterion)
        yield from _table_prose(self.performance, self.context)
        if self.framework_file:
            for path, text in self.framework.prose():
                yield Prose(self.framework_file, path, SUMMARY_SCOPE, text)


def _named(scope: str, file: str, path: Path, percentages: dict[str, Percentage]) -> Iterator[Named]:
    for name, percentage in percentages.items():
        yield Named(scope, name, file, (*path, "percentages", name), percentage)


def _identity_prose(identity: Identity) -> Iterator[Prose]:
    for name in ("notice", "acknowledgements"):
        text = getattr(identity, name)
        if text:
            yield Prose("area.yaml", (name,), SUMMARY_SCOPE, text)


def _summary_prose(summary: Summary) -> Iterator[Prose]:
    for number, text in summary.sections.items():
        yield Prose("summary.yaml", ("sections", number), SUMMARY_SCOPE, text)
    for thread_id, thread in summary.threads.items():
        yield Prose("summary.yaml", ("threads", thread_id, "text"), SUMMARY_SCOPE, thread.text)


def _recommendation_prose(recommendations: Recommendations) -> Iterator[Prose]:
    for index, recommendation in enumerate(recommendations.recommendations):
        path = ("recommendations", index, "text")
        yield Prose("recommendations.yaml", path, SUMMARY_SCOPE, recommendation.text)
    if recommendations.next_steps:
        yield Prose("recommendations.yaml", ("next_steps",), SUMMARY_SCOPE, recommendations.next_steps)


def _criterion_prose(number: str, criterion: Criterion) -> Iterator[Prose]:
    file = f"criteria/{number}.yaml"
    for kind in ("strengths", "improvements"):
        for index, finding in enumerate(getattr(criterion, kind)):
            yield Prose(file, (kind, index, "text"), number, finding.text)
    if criterion.conclusion_reason:
        yield Prose(file, ("conclusion_reason",), number, criterion.conclusion_reason)


def _table_prose(performance: Performance | None, context: Context | None) -> Iterator[Prose]:
    if performance and performance.note:
        yield Prose("performance.yaml", ("note",), SUMMARY_SCOPE, performance.note)
    if context:
        for index, note in enumerate(context.sample_notes):
            yield Prose("context.yaml", ("sample_notes", index), SUMMARY_SCOPE, note)
        if context.caseload:
            for name in ("ppo_definition", "note"):
                text = getattr(context.caseload, name)
                if text:
                    yield Prose("context.yaml", ("caseload", name), SUMMARY_SCOPE, text)
