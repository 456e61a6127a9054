"""What is different between two reports, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.document.tree import Meta
from omi_report.review.wording import Fate

How: TypeAlias = Literal["added", "removed", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class WordsOfChange:
    """Some words of a line, and what became of them. ``figure`` is the name of the figure that they are, if any."""

    fate: Fate
    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference: how it differs, what it is (``finding``, ``recommendation``, ``table`` …), where, and its words.

    ``id`` is the address of its place in the new report, or in the old one where it was removed; ``was`` says where
    it stood before, where it moved: its words may have changed as well. ``words`` are those of both reports, in one
    order. ``also`` are more places where the same words changed in the same way, as ``short`` says them.
    """

    how: How
    what: str
    place: str
    short: str
    id: str
    words: tuple[WordsOfChange, ...]
    was: str = ""
    also: tuple[str, ...] = ()

    @property
    def old(self) -> str:
        """The words that the old report has."""
        return "".join(each.text for each in self.words if each.fate != "inserted")

    @property
    def new(self) -> str:
        """The words that the new report has."""
        return "".join(each.text for each in self.words if each.fate != "deleted")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A named figure that is another: its values as they are printed, None in a report that does not print it.

    ``places`` are where the new report prints it, or the old one if the new one does not; ``ids`` are their addresses,
    one for each.
    """

    name: str
    old: str | None
    new: str | None
    places: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is different between two reports; ``old`` and ``new`` say what they are."""

    old: Meta
    new: Meta
    figures: tuple[FigureChange, ...]
    judgements: tuple[Change, ...]
    recommendations: tuple[Change, ...]
    words: tuple[Change, ...]

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self.figures) + len(self.judgements) + len(self.recommendations) + len(self.words)
