"""The ids of a report → the names of bookmarks. Word's names are of 40 letters, digits and low lines, in either case.

What an id is called is kept in the file as well (`places_xml`): whoever gets a file back finds the place by its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from omi_report.comments.word.marks import PLACES, bookmark_name, going_on_name
from omi_report.render.docx.markup import plain_part, tag


@dataclass
class Bookmarks:
    """Gathers the bookmarks of a file; each has a number of its own in it."""

    _ids: dict[str, str] = field(default_factory=dict)

    def around(self, identifiers: Iterable[str], inside: str) -> str:
        """Return runs with a bookmark around them for each of some ids; one that there is already stays where it is."""
        before = behind = ""
        for identifier in identifiers:
            name = bookmark_name(identifier)
            if name not in self._ids:
                begins, ends = self._ends(name, identifier)
                before, behind = before + begins, ends + behind
        return before + inside + behind

    def going_on(self, identifier: str, inside: str) -> str:
        """Return runs with a bookmark around them that says: here the place of an id goes on."""
        begins, ends = self._ends(going_on_name(identifier, len(self._ids)), identifier)
        return begins + inside + ends

    def _ends(self, name: str, identifier: str) -> tuple[str, str]:
        number = len(self._ids)
        self._ids[name] = identifier
        return tag("w:bookmarkStart", id=number, name=name), tag("w:bookmarkEnd", id=number)

    @property
    def known(self) -> frozenset[str]:
        """The ids that have a bookmark."""
        return frozenset(self._ids.values())

    @property
    def places_xml(self) -> str:
        """The list of the bookmarks, each with the id that it is for."""
        places = (tag("place", given={"bookmark": name, "id": each}) for name, each in self._ids.items())
        return plain_part("places", PLACES, *places)
