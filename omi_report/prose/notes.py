"""Footnotes: ``[^name]`` in a text, and ``[^name]: words`` on a line of its own.

markdown-it has none. There is a plug-in for it, but its tokens do not say where they begin, and it moves the notes
to the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from omi_report.prose.nodes import Blocks, Fault, Footnote, NoteRef, nodes
from omi_report.prose.paragraph_lines import end_of_paragraph, push_paragraph

_NAME = r"[A-Za-z0-9][\w-]{0,39}"
_REFERENCE = re.compile(rf"\[\^(?P<name>{_NAME})\]")
_LABEL = re.compile(rf"\[\^(?P<name>{_NAME})\]:[ \t]*")


def note_reference_rule(state: StateInline, silent: bool) -> bool:
    """Read a reference to a note at the parser's position."""
    match = _REFERENCE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("note_reference", "", 0)
        token.meta = {"name": match["name"], "offset": match.start(), "length": match.end() - match.start()}
    state.pos = match.end()
    return True


def note_rule(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read a note that begins in a line: a paragraph behind its label."""
    label = _LABEL.match(state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first])
    if not label or state.is_code_block(first):
        return False
    if silent:
        return True
    following, mark = end_of_paragraph(state, first, end), label.group().rstrip()
    content = state.getLines(first, following, state.blkIndent, False).strip()
    state.line = following
    opening = push_paragraph(state, "note", content[len(mark) :].lstrip(), first, following)
    opening.meta = {"name": label["name"], "label": mark}
    return True


def note_faults(blocks: Blocks) -> Iterator[Fault]:
    """Yield what is wrong with the notes of a text, each at its place."""
    notes = [node for node in nodes(blocks) if isinstance(node, Footnote)]
    inside = {id(node) for note in notes for node in nodes((note,)) if isinstance(node, NoteRef)}
    references = [node for node in nodes(blocks) if isinstance(node, NoteRef)]
    known, used = {note.name for note in notes}, {node.name for node in references if id(node) not in inside}
    seen: Counter[str] = Counter()
    for note in notes:
        kind = (
            "note_twice" if seen[note.name] else
            "note_empty" if not note.children else
            "note_unused" if note.name not in used else ""
        )  # fmt: skip
        seen[note.name] += 1
        if kind:
            yield Fault(kind, note.label.start, note.label.end - note.label.start)
    for node in references:
        kind = "note_inside" if id(node) in inside else "note_missing" if node.name not in known else ""
        if kind:
            yield Fault(kind, node.offset, node.length)
