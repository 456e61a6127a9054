"""Notes in HTML: at the foot of the page in print, and in a list at the end of their part on the screen.

Each part is rendered once for both, with the words of a note behind the reference to it in an element of our own. It is
taken out before a page is put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from omi_report.document.inlines import NoteInline

_NOTE = re.compile(r'<omi-note id="([^"]*)" data-number="(\d+)">(.*?)</omi-note>', re.DOTALL)
_HELD = re.compile(r"<!--note (\d+)-->")
_REFERENCE = re.compile(r'<a href="#([^"]*)" id="([^"]*)" role="doc-noteref"')
_END = "</section>"
"""What a part ends with."""


@dataclass(frozen=True, slots=True)
class EndNote:
    """A note in the list at the end of a part, with the ids of the places that refer to it."""

    id: str
    number: int
    words: Markup
    references: tuple[str, ...]


def note_markup(note: NoteInline, words: str) -> str:
    """Return the reference to a note, and the note behind it where it stands with this reference."""
    address = f'href="#{escape(note.id)}" id="{escape(note.reference)}"'
    label = f'role="doc-noteref" aria-label="{escape(note.label)}"'
    reference = f'<sup class="note-ref"><a {address} {label}>{note.number}</a></sup>'
    if not words:
        return reference
    return f'{reference}<omi-note id="{escape(note.id)}" data-number="{note.number}">{words}</omi-note>'


def set_apart(page: str, typeset: Callable[[str], str]) -> str:
    """Set the texts of a part, and those of its notes each by itself: none of them goes on in the text around it."""
    notes: list[str] = []

    def hold(match: re.Match[str]) -> str:
        number, (identifier, printed, words) = len(notes), match.groups()
        notes.append(f'<omi-note id="{identifier}" data-number="{printed}">{typeset(words)}</omi-note>')
        return f"<!--note {number}-->"

    if "<omi-note" not in page:
        return typeset(page)
    held = typeset(_NOTE.sub(hold, page))
    return _HELD.sub(lambda match: notes[int(match[1])], held)


def at_foot(part: Markup) -> Markup:
    """Return a part for print, with its notes in elements that the styles put at the foot of their page."""
    return Markup(_NOTE.sub(_foot_note, part)) if "<omi-note" in part else part  # noqa: S704 - markup before


def _foot_note(match: re.Match[str]) -> str:
    identifier, number, words = match.groups()
    label = f'<span class="note-label">{number}</span>'
    return f'<span class="footnote" id="{identifier}">{label} <span class="note-words">{words}</span></span>'


def at_end(part: Markup, render: Callable[[Sequence[EndNote]], str]) -> Markup:
    """Return a part for the screen, with its notes in a list at its end. ``render`` makes that list."""
    if "<omi-note" not in part:
        return part
    references: dict[str, list[str]] = {}
    for note, place in _REFERENCE.findall(part):
        references.setdefault(note, []).append(place)
    notes = [
        EndNote(identifier, int(number), Markup(words), tuple(references[identifier]))  # noqa: S704 - markup before
        for identifier, number, words in _NOTE.findall(part)
    ]
    body, end, rest = _NOTE.sub("", part).rpartition(_END)
    return Markup(f"{body}{render(notes)}\n{end}{rest}") if end else Markup(f"{rest}{render(notes)}")  # noqa: S704
