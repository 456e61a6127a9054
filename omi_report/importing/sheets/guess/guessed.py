"""What is guessed of a sheet, as plain data; a confidence is in per cent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

SURE: Final = 90
"""From this confidence on nobody needs to look at a guess."""


TOGETHER: Final = 3
"""More guesses than these with one cause are told together."""


class Guess(NamedTuple):
    """What something is taken for, how sure that is, and why.

    ``cause`` is what several guesses may have in common, in words: then they are told together.
    """

    meant: str
    confidence: int
    why: str
    cause: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.confidence >= SURE


class GuessedColumn(NamedTuple):
    """A column by its key in the map, and what it is taken for."""

    key: str
    guess: Guess


@dataclass(frozen=True)
class GuessedSheet:
    """What is guessed of one sheet: an entry of the map, with how sure each part of it is.

    ``answers`` are by the column and by what is written, ``"*"`` standing for all columns. ``unplaced`` are the columns
    in which something stands that is taken for nothing, with how many cells; ``missing`` are columns of the framework
    that the sheet does not have; ``unknown`` are short values that stand there often and are taken for nothing.
    ``kept`` are the headings of columns whose keys are letters, ``team`` is the column of the teams of a caseload.
    ``long`` are the columns of the questions and of the answers, where each row is one answer.
    """

    file: str
    title: str
    of: str
    ids_key: str
    headings: tuple[int, ...]
    id: GuessedColumn | None
    columns: tuple[GuessedColumn, ...]
    ignored: tuple[GuessedColumn, ...]
    answers: Mapping[str, Mapping[str, Guess]]
    blank: tuple[str, ...] = ()
    unplaced: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unknown: tuple[tuple[str, int], ...] = ()
    kept: Mapping[str, str] = field(default_factory=dict)
    team: GuessedColumn | None = None
    long: tuple[GuessedColumn, ...] = ()

    @property
    def shown(self) -> str:
        """The sheet as a message names it."""
        return f"{self.file} [{self.title}]" if self.title else self.file

    @property
    def unsure(self) -> list[str]:
        """What a person is to look at: each in a line, and in one line what has one cause in many columns."""
        columns = [*filter(None, (self.id, self.team)), *self.long, *self.columns, *self.ignored]
        lines: dict[str, list[str]] = {}
        for each in columns:
            if not each.guess.is_sure:
                said = f"{self._called(each.key)} → {each.guess.meant} ({each.guess.confidence} %, {each.guess.why})"
                lines.setdefault(each.guess.cause or said, []).append(said)
        found: list[str] = []
        for cause, several in lines.items():
            if len(several) > TOGETHER:
                found.append(f"{len(several):,} columns, {cause}: {several[0]}; and so on, as «columns» say")
            else:
                found += several
        for name, values in self.answers.items():
            of = "" if name == "*" else f" of {name}"
            found += [
                f"answer «{written}»{of} → {guess.meant} ({guess.confidence} %, {guess.why})"
                for written, guess in values.items()
                if not guess.is_sure
            ]
        return found

    def _called(self, key: str) -> str:
        """A column by its key, and by what stands above it where that is letters."""
        return f"{key} «{self.kept[key]}»" if key in self.kept else key
