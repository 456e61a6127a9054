"""What an operator is: a function that makes a realistic fault, or a harmless edit, at a random place of an area."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tests.faults.material import Material, Value, line_of

Family: TypeAlias = Literal[
    "figures",  # a figure that is wrong by itself: a count over its base, a percentage its count does not give
    "consistency",  # two places that say different things
    "names",  # names of places, bodies, programmes and abbreviations
    "people",  # what would identify somebody
    "language",  # words, articles, agreement, spelling, placeholders
    "characters",  # characters damaged on the way
    "references",  # to appendices, criteria, tables, recommendations
    "form",  # text that vanishes, or becomes something else than prose
    "judgement",  # ratings, conclusions and their reasons; what stands under the wrong criterion
    "files",  # a YAML file that Word, Excel, an editor or a merge damaged; keys and structure
    "sheets",  # a sheet of evidence shifted, swapped, cut or mixed
]


@dataclass(frozen=True)
class Place:
    """A line of a file, counted from 1; line 0 stands for the file as a whole."""

    file: str
    line: int


@dataclass(frozen=True)
class Fault:
    """A fault that was made. ``files`` are the whole new contents of the files that it changes.

    ``at`` are the places where it is right to find it: where it stands, and where its witness does. ``witness`` says
    what proves it wrong, as the operator knows it before anything is checked (another place, a rule of arithmetic or
    of language, the framework); it is empty where nothing does. A message helps if it, or its hint, has one of the
    words ``helps`` (small letters): the right word, the other figure, what is wrong with it by name. ``shown`` is the
    fault for a reader: `45 → 54`.
    """

    files: Mapping[str, bytes]
    at: tuple[Place, ...]
    witness: str
    helps: tuple[str, ...]
    shown: str


@dataclass(frozen=True)
class Harmless:
    """An edit that leaves the area as right as it was, why that is so, and how a reader sees it."""

    files: Mapping[str, bytes]
    why: str
    shown: str


FaultOperator: TypeAlias = Callable[[Material, random.Random], Fault | None]
"""Makes its fault at a random place; None where the area has no such place. The same seed makes the same fault."""

HarmlessOperator: TypeAlias = Callable[[Material, random.Random], Harmless | None]


@dataclass(frozen=True)
class Operators:
    """The operators of one module, by their names. ``blind`` says that its author had read the documentation only."""

    blind: bool = False
    faults: dict[str, tuple[Family, FaultOperator]] = field(default_factory=dict)
    harmless: dict[str, tuple[Family, HarmlessOperator]] = field(default_factory=dict)

    def fault(self, family: Family) -> Callable[[FaultOperator], FaultOperator]:
        """Take a function in as an operator that makes faults of a family."""

        def taken(function: FaultOperator) -> FaultOperator:
            assert function.__name__ not in self.faults, function.__name__
            self.faults[function.__name__] = (family, function)
            return function

        return taken

    def innocent(self, family: Family) -> Callable[[HarmlessOperator], HarmlessOperator]:
        """Take a function in as an operator that makes harmless edits, of the kind that rules of a family look at."""

        def taken(function: HarmlessOperator) -> HarmlessOperator:
            assert function.__name__ not in self.harmless, function.__name__
            self.harmless[function.__name__] = (family, function)
            return function

        return taken


def with_text(material: Material, value: Value, raw: str) -> dict[str, bytes]:
    """Return the file of a value with other characters in the value's place."""
    text = material.text(value.file)
    return {value.file: (text[: value.start] + raw + text[value.end :]).encode()}


def replaced(material: Material, file: str, start: int, end: int, new: str) -> tuple[dict[str, bytes], Place]:
    """Replace the characters of a file from ``start`` up to ``end``; return the file, and the line where they begin."""
    text = material.text(file)
    return {file: (text[:start] + new + text[end:]).encode()}, Place(file, line_of(text, start))
