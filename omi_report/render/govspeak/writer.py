"""What writing a report as Govspeak needs and gathers on the way: notes, abbreviations, places, pictures."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from omi_report.document.inlines import AbbreviationInline, Inlines, NoteInline
from omi_report.document.tree import Block, ImageBlock, ListBlock
from omi_report.render.govspeak.inlines import line
from omi_report.render.html.typography import Typographer, without_short_end

WriteMarkdown: TypeAlias = Callable[[Any, "GovspeakWriter", "MarkdownPlace"], Iterable[str]]
"""Writes a block of one type: paragraphs, tables and so on, each as its lines."""

_ENDINGS: Final[Mapping[str, str]] = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_PLAIN: Final = re.compile(r"[\w .,;()/’'-]+")
"""What an abbreviation and its expansion are made of: its definition has no escapes."""


@dataclass(frozen=True, slots=True)
class MarkdownPlace:
    """Where blocks stand: ``depth`` is in how many lists; a box is ``framed``, and there is none in it.

    ``behind_list`` says that a list ends just before: two of them would be read as one.
    """

    depth: int = 0
    framed: bool = False
    behind_list: bool = False

    @property
    def plain(self) -> bool:
        """Whether what Govspeak knows at the beginning of a line alone may stand here."""
        return not self.depth and not self.framed


@dataclass
class GovspeakWriter:
    """Writes blocks by the functions of their types.

    ``places`` are the ids that a link can lead to, each with the one that stands in the text; None while it is not yet
    known which these are. ``stem`` is what the names of pictures begin with.
    """

    typographer: Typographer
    writers: Mapping[type, WriteMarkdown]
    stem: str
    places: Mapping[str, str] | None = None
    written_places: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    _notes: dict[str, str] = field(default_factory=dict)
    _abbreviations: dict[str, str] = field(default_factory=dict)

    def blocks(self, blocks: Iterable[Block], place: MarkdownPlace) -> Iterator[str]:
        """Write blocks one after the other."""
        before: Block | None = None
        for block in blocks:
            here = replace(place, behind_list=isinstance(before, ListBlock))
            yield from self.writers[type(block)](block, self, here)
            before = block

    def typeset(self, text: str, *, heading: bool = False) -> str:
        """Set a text, as it is set in HTML and PDF. It stays as long as it is."""
        done = self.typographer.text(text)
        return without_short_end(done) if heading else done

    def leads_to(self, identifier: str) -> str:
        """Return the address of a place; nothing where the text does not have it."""
        if self.places is None:
            return f"#{identifier}"
        found = self.places.get(identifier)
        return f"#{found}" if found else ""

    def place(self, identifier: str, also: Iterable[str] = ()) -> str:
        """Take an id in as one that the text has, with those that stand for the same place. Returns it."""
        for each in (identifier, *also):
            if identifier and each:
                self.written_places.setdefault(each, identifier)
        return identifier

    def note(self, note: NoteInline) -> str:
        """Return the reference to a note; what it says stands at the end of the text."""
        if note.children:
            self._notes.setdefault(str(note.number), line(note.children, self, begins=False))
        return f"[^{note.number}]"

    def abbreviate(self, found: AbbreviationInline) -> None:
        """Take in what an abbreviation stands for, if that is said here."""
        if found.expansion and _PLAIN.fullmatch(found.text) and _PLAIN.fullmatch(found.expansion):
            self._abbreviations.setdefault(found.text, found.expansion)

    def picture(self, block: ImageBlock) -> str:
        """Take in a picture, and return the name of its file."""
        name = re.sub(r"[^a-z0-9-]+", "-", block.id.lower()) or f"picture-{len(self.pictures) + 1}"
        file = f"{self.stem}-{name}.{_ENDINGS.get(block.media_type, 'png')}"
        self.pictures[file] = base64.b64decode(block.data)
        return file

    def line(self, children: Inlines, *, heading: bool = False, begins: bool = True) -> str:
        """Return a line of inlines, as `omi_report.render.govspeak.inlines.line`."""
        return line(children, self, heading=heading, begins=begins)

    @property
    def definitions(self) -> Iterator[str]:
        """What stands at the end of the text: notes, then abbreviations."""
        notes = [f"[^{number}]: {words}" for number, words in self._notes.items()]
        yield from notes  # a blank line between them, or one would go on in the next
        if self._abbreviations:
            yield "\n".join(f"*[{name}]: {said}" for name, said in sorted(self._abbreviations.items()))
