"""What is wrong on a laid-out page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

FaultKind: TypeAlias = Literal[
    "overprint",
    "outside",
    "narrow-column",
    "broken-word",
    "stranded",
    "alone",
    "bare-heading",
    "half-empty",
    "blank",
    "lone-part",
]

_LONGEST = 60
"""So many characters of a text are shown."""


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """What is wrong on a page, the first of which is 1; ``said`` is a sentence about it."""

    page: int
    kind: FaultKind
    said: str

    def __str__(self) -> str:
        """Return it as it is shown to a user."""
        return f"page {self.page}: {self.said}"


def quoted(text: str) -> str:
    """Return the beginning of a text, on one line and between marks."""
    line = " ".join(text.split())
    return f"«{line}»" if len(line) <= _LONGEST else f"«{line[:_LONGEST].rstrip()} …»"
