"""What a framework says of recommendations, and what is said of one beside its text.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import re
from dataclasses import dataclass
from typing import Any, Literal, Self

from omi_report.model.base import Key, ReportDate, Words
from omi_report.model.record import Record, field

_LIKE_DATE = re.compile(r"[0-9]{4}(?:-[0-9]+)+")


class Addressee(Record):
    """Whom some of the recommendations are made to, and the heading over these."""

    id: Key = field(about="the name that a recommendation gives: region")
    heading: Words = field(about="printed over them: For the region")


class Recommending(Record):
    """Whether a recommendation must name criteria, and to whom recommendations are made, in the report's order."""

    criteria: Literal["needed", "optional"] = field(
        default="needed", about="whether each recommendation names the criteria that it answers"
    )
    addressees: tuple[Addressee, ...] = ()

    def order_of(self, addressees: tuple[str | None, ...]) -> tuple[int, ...]:
        """Return the places of recommendations, whose addressees are given, in the order in which they are printed.

        They are grouped by addressee; under one they stay in the order of their list.
        """
        ranks = {each.id: rank for rank, each in enumerate(self.addressees)}
        return tuple(sorted(range(len(addressees)), key=lambda at: ranks.get(addressees[at] or "", len(ranks))))


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something is to be done: a month or a day, or words."""

    words: str
    date: ReportDate | None = None

    def __str__(self) -> str:
        return self.words

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read a month, a day or words. Raises ValueError for nothing, and for what looks like a date and is none."""
        words = " ".join(value.split())
        if not words:
            raise ValueError("the deadline is empty")
        return cls(words, ReportDate.parse(words) if _LIKE_DATE.fullmatch(words) else None)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """Return what may stand there, for an editor."""
        return {"type": "string", "examples": ["2024-03", "within four weeks"]}
