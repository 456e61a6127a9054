"""The notes of a report get their numbers and ids, once all of its parts are built.

A text does not know what stands before it, so its notes are numbered here, in the order in which they are read. The
id of a note is made of that of the place where it stands and of its name, so that a note elsewhere does not change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from omi_report.document.inlines import NoteInline, PlainData
from omi_report.document.renewal import each_renewed, with_fields
from omi_report.document.tree import Part
from omi_report.language.language import Language


def numbered(parts: Iterable[Part], language: Language) -> tuple[Part, ...]:
    """Return the parts of a report with numbers, labels and ids in all of their notes."""
    numbering = _Numbering(language)
    return tuple(numbering.renewed(part, part.id) for part in parts)


@dataclass
class _Numbering:
    """Counts the notes; ``last`` are those that a later reference can lead to, by their names."""

    language: Language
    count: int = 0
    ids: set[str] = field(default_factory=set)
    last: dict[str, NoteInline] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)

    def renewed(self, value: Any, place: str) -> Any:
        """Return a value of the tree with numbers in its notes: the same one where it has none."""
        if isinstance(value, tuple):
            return each_renewed(value, lambda each: self.renewed(each, place))
        if not isinstance(value, PlainData):
            return value
        if isinstance(value, NoteInline):
            return self._note(value, place)
        inside = getattr(value, "id", "") or place
        return with_fields(value, lambda _name, old: self.renewed(old, inside))

    def _note(self, note: NoteInline, place: str) -> NoteInline:
        if note.children or note.name not in self.last:
            self.count += 1
            label = self.language.label("Note %(number)s", number=str(self.count))
            children = self.renewed(note.children, place)
            self.last[note.name] = NoteInline(note.name, children, self.count, label, self._id(place, note.name))
            found = self.last[note.name]
        else:
            found = replace(self.last[note.name], children=())
        times = self.references[found.id] = self.references.get(found.id, 0) + 1
        return replace(found, reference=f"{found.id}-ref" + (f"-{times}" if times > 1 else ""))

    def _id(self, place: str, name: str) -> str:
        wanted = found = f"note-{place}-{name}"
        times = 1
        while found in self.ids:
            times += 1
            found = f"{wanted}-{times}"
        self.ids.add(found)
        return found
