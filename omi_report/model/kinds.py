"""A kind of file: what may stand in it, and everything that other modules need to know of it.

The kinds are handed in; those of omi stand in `omi_report.document.kinds`. No module but a kind's own names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from omi_report.model import facts
from omi_report.model.evidence import Evidence
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.identity import Identity
from omi_report.model.record import Record
from omi_report.source.tree import Path

M = TypeVar("M", bound=Record)
Fact = TypeVar("Fact")


class Contents(Protocol):
    """What a kind may look at beside its own file: the area's other files, and its framework."""

    @property
    def identity(self) -> Identity:
        """What area.yaml says."""

    @property
    def framework(self) -> Framework:
        """The framework of the inspection."""

    @property
    def evidence(self) -> Evidence:
        """The answers that figures are computed from."""

    def content(self, kind: FileKind[M]) -> M | None:
        """Return what the file of a kind says; None where it is missing or wrong."""

    def ask(self, fact: Callable[[FileKind[Any]], Callable[[Any], Iterable[Fact]]]) -> Iterable[tuple[str, Fact]]:
        """Return a fact of every file of the area, with the file."""


def _nothing(_asked: Any) -> tuple[()]:
    return ()


def _always(_asked: Any) -> bool:
    return True


def _no_faults(_asked: Any, _beside: Any) -> tuple[()]:
    return ()


PART_KEYS = frozenset({"heading", "appendix", "text"})
"""The keys of a part in a framework that most kinds of part print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind(Generic[M]):
    """A kind of file or of part.

    ``id`` names it in a framework, in templates and as a schema. ``file`` is the name of its file and ``model``
    what may stand there. A part whose content comes from other files has neither. Where each part of a kind has a
    file of its own, ``of_part`` gives the kind of one part's file; ``file`` then only shows what such names are like.

    Facts are functions that take the model of the file. Others take the whole area: ``lacking`` says what a
    final report misses in the part, ``wishes`` what would make it better, and ``tables`` and ``charts`` name what it
    prints, in order.
    """

    id: str
    file: str = ""
    model: type[M] | None = None
    of_part: Callable[[FrameworkPart], FileKind[M]] | None = None
    under: Callable[[Framework], FileKind[M]] | None = None
    """Gives the kind of the file as it is under a framework, where that settles what may stand in it."""
    scope: str = ""
    """The name space of the figures that the file of one part names: the part's name."""

    texts: Callable[[M], Iterable[facts.WrittenText]] = _nothing
    titles: Callable[[M], Iterable[Path]] = _nothing
    figures: Callable[[M], Iterable[facts.ScopeFigures]] = _nothing
    unique_names: Callable[[M], Iterable[facts.UniqueName]] = _nothing
    framework_names: Callable[[M], Iterable[facts.FrameworkName]] = _nothing
    citations: Callable[[M], Iterable[facts.Citation]] = _nothing
    answered_findings: Callable[[M], Iterable[facts.AnsweredFinding]] = _nothing
    chosen_findings: Callable[[M], Iterable[facts.ChosenFinding]] = _nothing
    recommended: Callable[[M], Iterable[facts.Recommended]] = _nothing
    days: Callable[[M], Iterable[facts.FiguresOfDay]] = _nothing
    dates_beside: Callable[[M], Iterable[facts.DateBeside]] = _nothing
    stories: Callable[[M], Iterable[facts.PersonalEntry]] = _nothing
    people: Callable[[M], Iterable[str]] = _nothing
    signatures: Callable[[M], Iterable[facts.Signature]] = _nothing
    stated_ratings: Callable[[M], Iterable[facts.StatedRating]] = _nothing
    previous_ratings: Callable[[M], Iterable[facts.PreviousRating]] = _nothing
    abbreviations: Callable[[M], Iterable[Mapping[str, str]]] = _nothing
    measures: Callable[[M], Iterable[facts.Measure]] = _nothing
    breakdowns: Callable[[M], Iterable[facts.Breakdown]] = _nothing
    stated_totals: Callable[[M], Iterable[facts.StatedTotal]] = _nothing
    parts_of_wholes: Callable[[M], Iterable[facts.PartOfWhole]] = _nothing
    displays: Callable[[M], Iterable[facts.Display]] = _nothing
    counted_charts: Callable[[M], Iterable[facts.CountedChart]] = _nothing
    pictures: Callable[[M], Iterable[facts.Picture]] = _nothing
    shown_values: Callable[[M], Iterable[facts.ShownValue]] = _nothing
    faults: Callable[[M, Contents], Iterable[facts.ContentFault]] = _no_faults
    """What is wrong with the file beyond its shape, held against the framework and the area's other files."""
    doubts: Callable[[M, Contents], Iterable[facts.ContentFault]] = _no_faults
    """What can be printed and may mislead, likewise."""

    holds_ratings: bool = False
    """Whether ratings are stated in the file that have none of their own."""
    is_optional: bool = False
    """Whether an area may go without the file even where its framework has the part."""
    is_beside: bool = False
    """Whether the file is kept beside the report, which holds nothing of it: it has no figures and references."""
    answers_criteria: bool = False
    """Whether the file is where recommendations answer what was found against criteria."""
    open_table: facts.OpenTable | None = None
    """The table that an export has of the file, if any."""
    open_records: Callable[[M], Iterable[facts.OpenRecord]] = _nothing
    """The records of that table, in the order of the file."""
    printed_order: Callable[[M], Sequence[int]] = _nothing
    """The places of its numbered entries in the file, in the order of the report, where that is another order."""
    report_figures: bool = False
    """Whether the file names the figures that belong to no criterion."""
    own_scopes: bool = False
    """Whether each entry of the file names figures of its own."""
    is_tabular: bool = False
    """Whether the report prints values of the file as they stand, in tables and charts."""
    unprinted: frozenset[str] = frozenset()
    """The keys of a tabular file whose values the report does not print as they stand."""

    lacking: Callable[[Contents], Iterable[facts.Lack]] = _nothing
    wishes: Callable[[Contents], Iterable[facts.Lack]] = _nothing
    """What would make the part better, and an area may well go without."""
    counted_attributes: Callable[[Contents], Sequence[str]] = _nothing
    """The attributes of cases of which the part prints, for each value, how many cases of the inspection have it."""
    tables: Callable[[Contents], Sequence[str]] = _nothing
    charts: Callable[[Contents], Sequence[str]] = _nothing
    holds_criteria: bool = False
    """Whether the part prints the criteria and what was found against them."""
    prints: tuple[tuple[str, str], ...] = ()
    """What the part prints of files that are not its own, and of its own beyond the rest: the file and the key of each.

    Such a value is printed nowhere in a report that has none of the parts that print it.
    """
    holds_boxes: bool = False
    """Whether the file has a list of boxes, which the part prints."""
    is_display: bool = False
    """Whether each of its parts is one table or chart, which has the name of the part."""
    leads_to_criteria: bool = False
    """Whether the part leads its readers to criteria or sections where these are printed."""
    part_keys: frozenset[str] = PART_KEYS
    """The keys of its parts in a framework that it prints something of, beside their kind and id."""
    part_faults: Callable[[FrameworkPart, Framework], Iterable[facts.PartFault]] = _no_faults
    """Says what of a part in a framework would be printed nowhere.

    It may look at the framework's sections, threads, ratings, scales, answers and isbn: others may be wrong.
    """
    framework_keys: frozenset[str] = frozenset()
    """The keys at the top of a framework that nothing but parts of such kinds print."""
    stands_in: Callable[[Contents], bool] = _always
    """Says whether the report of an area has the part at all, where its framework has it."""
    comes_first: bool = False
    """Whether the part can stand at the head of the report alone."""
    comes_last: bool = False
    """Whether the part can stand at the end of the report alone."""
    names_itself: bool = False
    """Whether its parts take their headings from elsewhere, and so need none in the framework."""
    repeats: bool = False
    """Whether a report may have several parts of this kind, each with an id of its own."""
    scaffold: Callable[[Framework], str] | None = None
    """The file of a new area, commented, with TODO in each blank."""
    scaffold_beside: tuple[tuple[str, str], ...] = ()
    """Other files that stand beside it in a new area, such as a picture to be replaced: names and texts."""
    area_scaffold: str = ""
    """The lines of a new area.yaml whose values the part prints, likewise."""


Kinds: TypeAlias = Mapping[str, FileKind[Any]]
"""The kinds of part that there are by their ids, in the order in which their texts are read."""
