"""Which lines of a file an editor can fold away: those below a key or an entry, told by their indents."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lsp.lines import DocumentLines
from omi_report.prose.nodes import Span
from omi_report.source.structure import Line, structure_of


def folds_of(lines: DocumentLines) -> Iterator[Span]:
    """Yield what can be folded, each from its first line to its last. The file need not be sound."""
    own = lines.own_lines
    open_: list[Line] = []
    for line in structure_of(own):
        while open_ and _depth(open_[-1]) >= _depth(line):
            yield from _folded(open_.pop(), line.number - 1, lines)
        open_.append(line)
    while open_:
        yield from _folded(open_.pop(), len(own), lines)


def _depth(line: Line) -> int:
    """How deep a line stands. The entries of a list stand deeper than a key at the same indent."""
    return 2 * line.indent + (line.marks > 0)


def _folded(line: Line, last: int, lines: DocumentLines) -> Iterator[Span]:
    """The fold of a line that has others below it, up to the last of these that holds anything but a remark."""
    own = lines.own_lines
    while last > line.number and own[last - 1].strip()[:1] in ("", "#"):
        last -= 1
    if last > line.number:
        yield Span(lines.own_starts[line.number - 1], lines.own_starts[last - 1])
