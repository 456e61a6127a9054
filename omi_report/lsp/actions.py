"""What an editor can offer to mend: each fix at its place, and all fixes of a file at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from omi_report.lsp.marked import Findings, MarkedProblem, TextChange
from omi_report.problems import excerpt
from omi_report.prose.nodes import Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that mends a problem; ``title`` says what it does."""

    title: str
    marked: MarkedProblem
    change: TextChange


def repairs_at(findings: Findings, path: Path, span: Span) -> list[Repair]:
    """Return what mends the problems that a stretch of a file touches."""
    return [
        Repair(_title(each, each.mends), each, each.mends)
        for each in findings.by_file.get(path, ())
        if each.mends and each.span and each.span.start <= span.end and span.start <= each.span.end
    ]


def all_repairs(findings: Findings, path: Path) -> list[TextChange]:
    """Return the changes that mend all that can be mended in a file. Of two that overlap, only the first is made."""
    made: list[TextChange] = []
    for change in sorted(_changes(findings, path), key=lambda each: (each.start, each.end, each.words)):
        last = made[-1] if made else None
        if last is None or (change.start >= last.end and change.start != last.start):
            made.append(change)
    return made


def _changes(findings: Findings, path: Path) -> Iterable[TextChange]:
    every = (each.mends for listed in findings.by_file.values() for each in listed)
    return {change for change in every if change and change.path == path}


def _title(marked: MarkedProblem, change: TextChange) -> str:
    """What the problem's hint says to do, or else what is put in."""
    said = marked.problem.hint or f"write «{excerpt(change.words)}»"
    return f"{said[:1].upper()}{said[1:]} ({marked.problem.code})"
