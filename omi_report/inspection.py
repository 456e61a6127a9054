"""Everything that is known of an area, each thing worked out once.

``inspect`` is the only way from a folder to figures, scores and texts: checking, building, exporting and
explaining all begin with the value that it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from omi_report.errors import PROBLEMS, OmiError
from omi_report.evidence.figures import Refusal, quantities
from omi_report.evidence.read import read_evidence, shown_lines
from omi_report.language.known import language_to_read
from omi_report.language.language import Language
from omi_report.model.area import Area, Named, Prose
from omi_report.model.content import with_sound_content
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework
from omi_report.model.load import load_area
from omi_report.model.outline import Outline, outline_of
from omi_report.moderation.read import read_moderated
from omi_report.policy import Policy
from omi_report.problems import Location, Problem, errors_in
from omi_report.quantity import Quantity
from omi_report.sampling.judged import not_all_judged
from omi_report.sampling.read import read_sample
from omi_report.scoring.results import Scores
from omi_report.scoring.score import score_area
from omi_report.source.folder import SourceFile
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.prose.nodes import ParsedText

_Found = TypeVar("_Found")

Figures: TypeAlias = dict[str, Quantity | Refusal]
"""Each figure by its full name: its quantity, or why there is none."""


@dataclass(frozen=True)
class Inspection:
    """An area that can be checked, scored and compiled, with all that follows from its files.

    ``problems`` are those of reading and of shape, in the evidence too. Everything else is worked out when
    it is first asked for, and then kept.
    """

    snapshot: Snapshot
    policy: Policy
    area: Area
    problems: tuple[Problem, ...] = ()
    _remembered: dict[Callable[[Inspection], Any], Any] = field(default_factory=dict, compare=False, repr=False)

    def __hash__(self) -> int:
        return hash(self.snapshot)

    @property
    def framework(self) -> Framework:
        """The framework that the area is inspected by."""
        return self.area.framework

    @property
    def of_project(self) -> ReadFramework | None:
        """The framework as read where it is one of the project's folder."""
        return self.area.of_project

    @cached_property
    def language(self) -> Language:
        """The language of the report; English where omi has no words for it, which is among the problems."""
        return language_to_read(self.framework.language).with_terms(self.framework.words.by_ours)

    @property
    def files(self) -> dict[str, SourceFile]:
        """The files that were read, by their names in the area."""
        return self.area.files

    @cached_property
    def outline(self) -> Outline:
        """What has a number in the report, and what a text can refer to."""
        return outline_of(self.area)

    @cached_property
    def figures(self) -> Figures:
        """Every named percentage by its full name."""
        return quantities(self.area)

    @cached_property
    def percentages(self) -> dict[str, Named]:
        """Every entry of ``percentages`` by its full name, as the area states it."""
        return {named.full_name: named for named in self.area.named_percentages()}

    @cached_property
    def scores(self) -> Scores:
        """The scores of sections, criteria and threads."""
        return score_area(self.area)

    @cached_property
    def texts(self) -> tuple[tuple[Prose, ParsedText], ...]:
        """Every text of the area's own files, parsed."""
        from omi_report.prose.parse import parse  # what is only scored needs no texts

        return tuple((prose, parse(prose.text)) for prose in self.area.prose())

    def at(self, prose: Prose, offset: int) -> Location:
        """Return the place of a character of a text."""
        return self.area.inside(prose.file, prose.text, offset)

    def remembered(self, work: Callable[[Inspection], _Found]) -> _Found:
        """Return what a function works out of the inspection. It is called once, and its result is kept."""
        if work not in self._remembered:
            self._remembered[work] = work(self)
        found: _Found = self._remembered[work]
        return found


def remembered(work: Callable[[Inspection], _Found]) -> Callable[[Inspection], _Found]:
    """Let a function work once for each inspection. What it returns is kept as long as the inspection is."""

    @wraps(work)
    def known(inspection: Inspection) -> _Found:
        return inspection.remembered(work)

    return known


@dataclass(frozen=True)
class Unreadable:
    """A folder of which no area could be made: nothing says what it holds, or which framework it goes by."""

    snapshot: Snapshot
    policy: Policy
    files: dict[str, SourceFile]
    problems: tuple[Problem, ...]
    of_project: ReadFramework | None = None


class UnsoundAreaError(OmiError):
    """An area has errors, so that what was asked for cannot be made of it; ``problems`` are all that is wrong."""

    status = PROBLEMS

    def __init__(self, shown: str, problems: tuple[Problem, ...]) -> None:
        errors = errors_in(problems)
        first = f", the first in {errors[0].location}: {errors[0].message}" if errors else ""
        super().__init__(f"{shown} has {len(errors)} error{'s' * (len(errors) != 1)}{first} (omi validate shows all)")
        self.problems = problems


def inspect(snapshot: Snapshot, policy: Policy) -> Inspection | Unreadable:
    """Read an area and its evidence. What is wrong with them is among the problems."""
    loaded = load_area(snapshot, policy.kinds, policy.frameworks)
    if loaded.area is None:
        return Unreadable(snapshot, policy, loaded.files, tuple(loaded.problems), loaded.of_project)
    evidence, problems = read_evidence(snapshot, loaded.area.framework, loaded.area.framework_place)
    sample, judges, of_sample = read_sample(snapshot, loaded.area.framework)
    moderated, of_moderation = read_moderated(snapshot, loaded.area.framework, evidence.cases, sample, judges)
    # of a sheet in which something is wrong nobody knows all the cases
    unjudged = list(not_all_judged(sample, evidence.cases, snapshot)) if evidence.sound else []
    evidence = replace(evidence, sample=sample, moderated=moderated, sound=evidence.sound and not unjudged)
    area, wrong = with_sound_content(replace(loaded.area, evidence=evidence), snapshot.unread)
    found = (*loaded.problems, *problems, *of_sample, *of_moderation, *unjudged, *wrong)
    return Inspection(snapshot, policy, area, found)


def shown_texts(inspected: Inspection | Unreadable, problems: Iterable[Problem]) -> dict[str, str]:
    """Return the texts in which problems can be shown, by their paths as shown.

    A framework of the project's folder is among them, and evidence where it is CSV, with the lines of the problems
    alone.
    """
    texts = {file.shown: file.text for file in inspected.files.values()}
    if inspected.of_project:
        texts[inspected.of_project.file.shown] = inspected.of_project.file.text
    return texts | shown_lines(inspected.snapshot, problems)
