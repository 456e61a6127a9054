"""What is different between two reports, as plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.document.tree import Meta
from omi_report.review.wording import Fate

_NUMBER = re.compile(r"[^\W_]*\d[^\W_]*|[^\w\s]|[_\s]")
"""A number, with letters that belong to it (5m, 2nd), or a sign."""

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
    it stood before, where it moved to another place: its words may have changed as well. ``words`` are those of both
    reports, in one order. ``also`` are more places where the same words changed in the same way, as ``short``
    says them.
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

    @property
    def is_of_numbers(self) -> bool:
        """Whether numbers have changed, and no other words."""
        if self.how in ("added", "removed"):
            return False
        changed = " ".join(each.text for each in self.words if each.fate != "same")
        return bool(re.search(r"\d", changed)) and not _NUMBER.sub("", changed)


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
    """All that is different between two reports; ``old`` and ``new`` say what they are.

    ``figures`` are the named ones, and ``numbers`` all that changed in tables and texts without a word besides.
    """

    old: Meta
    new: Meta
    figures: tuple[FigureChange, ...]
    numbers: tuple[Change, ...]
    judgements: tuple[Change, ...]
    recommendations: tuple[Change, ...]
    words: tuple[Change, ...]

    @property
    def count(self) -> int:
        """How many differences there are."""
        kinds = (self.figures, self.numbers, self.judgements, self.recommendations, self.words)
        return sum(map(len, kinds))
