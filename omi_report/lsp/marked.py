"""Problems at their places in the editor, and the changes that mend them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from omi_report.lsp.lines import DocumentLines
from omi_report.problems import Edit, Problem
from omi_report.prose.nodes import Span


class Shelf(Protocol):
    """Where the files are of which problems tell."""

    def path_of(self, shown: str) -> Path:
        """Return the path of a file that a problem names."""

    def lines_of(self, path: Path) -> DocumentLines | None:
        """Return the lines of a file; None where it is missing or no text."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """What the characters from ``start`` up to ``end`` of a file become."""

    path: Path
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class MarkedProblem:
    """A problem with the characters that it marks, and the change that mends it.

    There is no span where its file is no text, or where it is of a file as a whole.
    """

    problem: Problem
    path: Path
    span: Span | None = None
    mends: TextChange | None = None

    @property
    def words(self) -> str:
        """What an editor shows of it: what is wrong, and below it what to do."""
        return f"{self.problem.message}\n{self.problem.hint}" if self.problem.hint else self.problem.message


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found, by file, and the lines of the texts in which it found something.

    ``refusal`` says why nothing could be checked.
    """

    by_file: dict[Path, tuple[MarkedProblem, ...]] = field(default_factory=dict)
    lines: dict[Path, DocumentLines] = field(default_factory=dict)
    refusal: str = ""


def findings_of(problems: Iterable[Problem], shelf: Shelf) -> Findings:
    """Put problems at their places."""
    found: dict[Path, dict[MarkedProblem, None]] = {}
    lines: dict[Path, DocumentLines] = {}
    for problem in problems:
        path = shelf.path_of(problem.location.file)
        known = shelf.lines_of(path)
        if known is not None:
            lines[path] = known
        found.setdefault(path, {})[_marked(problem, path, shelf)] = None
    return Findings({path: tuple(listed) for path, listed in found.items()}, lines)


def _marked(problem: Problem, path: Path, shelf: Shelf) -> MarkedProblem:
    place, lines = problem.location, shelf.lines_of(path)
    mends = change_of(problem.fix, shelf) if problem.fix else None
    if lines is None or place.line < 1:
        return MarkedProblem(problem, path, None, mends)
    span = Span(lines.offset_of(place), lines.end_of_marked(place, problem.length))
    return MarkedProblem(problem, path, span, mends)


def change_of(edit: Edit, shelf: Shelf) -> TextChange | None:
    """Return an edit as a change of its file, with the line ends of that; None where the file is no text."""
    path = shelf.path_of(edit.start.file)
    lines = shelf.lines_of(path)
    if lines is None:
        return None
    newline = "\r\n" if "\r\n" in lines.text else "\n"
    words = edit.replacement.replace("\n", newline)
    return TextChange(path, lines.offset_of(edit.start), lines.offset_of(edit.end), words)
