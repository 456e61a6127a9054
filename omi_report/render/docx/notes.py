"""Notes to a text, as footnotes of Word."""

from __future__ import annotations

from dataclasses import dataclass, field

from omi_report.render.docx.markup import part, tag

_RULES = (("separator", -1), ("continuationSeparator", 0))
"""The lines above notes, which are notes of their own to Word."""

FIRST = 1


@dataclass
class Notes:
    """Gathers the notes of a file; ``style`` is the id of the style of their words, ``mark`` of their numbers."""

    style: str
    mark: str
    _notes: list[str] = field(default_factory=list)

    def add(self, inside: str) -> str:
        """Add a note with its runs, and return the run that refers to it."""
        number = FIRST + len(self._notes)
        marked = tag("w:r", tag("w:rPr", tag("w:rStyle", val=self.mark)), tag("w:footnoteRef"))
        space = tag("w:r", tag("w:t", " ", given={"xml:space": "preserve"}))
        paragraph = tag("w:p", tag("w:pPr", tag("w:pStyle", val=self.style)), marked, space, inside)
        self._notes.append(tag("w:footnote", paragraph, id=number))
        return tag("w:r", tag("w:rPr", tag("w:rStyle", val=self.mark)), tag("w:footnoteReference", id=number))

    def __bool__(self) -> bool:
        return bool(self._notes)

    @property
    def xml(self) -> str:
        """The whole file of notes."""
        rules = (
            tag("w:footnote", tag("w:p", tag("w:r", tag(f"w:{kind}"))), type=kind, id=number) for kind, number in _RULES
        )
        return part("w:footnotes", *rules, *self._notes)
