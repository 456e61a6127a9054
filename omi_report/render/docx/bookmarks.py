"""The ids of a report → the names of bookmarks. Word's names are of 40 letters, digits and low lines, in either case.

What an id is called is kept in the file as well (`places_xml`): whoever gets a file back finds the place by its id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from omi_report.render.docx.markup import plain_part, tag

LONGEST: Final = 40
PLACES: Final = "urn:omi-report:places"
"""The namespace of the list of places."""

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DIGITS: Final = 10


def bookmark_name(identifier: str) -> str:
    """Return the name of the bookmark of an id. Two ids never have the same.

    ``section-1`` is ``section_1``. An id with other signs, or a long one, ends with the digits of its digest behind two
    low lines, which a plain id never has.
    """
    if _PLAIN.fullmatch(identifier) and len(identifier) <= LONGEST:
        return identifier.replace("-", "_")
    digest = hashlib.blake2b(identifier.encode(), digest_size=8).hexdigest()[:_DIGITS]
    stem = re.sub("[^a-z0-9]+", "_", identifier.lower()).strip("_")
    stem = stem if stem[:1].isalpha() else f"place_{stem}"
    return f"{stem[: LONGEST - _DIGITS - 2].rstrip('_')}__{digest}"


@dataclass
class Bookmarks:
    """Gathers the places of a file; each has a number of its own in it."""

    _places: list[str] = field(default_factory=list)

    def around(self, identifiers: Iterable[str], inside: str) -> str:
        """Return runs with a bookmark around them for each of some ids; one that there is already stays where it is."""
        before = behind = ""
        for identifier in identifiers:
            if identifier in self._places:
                continue
            number = len(self._places)
            self._places.append(identifier)
            before += tag("w:bookmarkStart", id=number, name=bookmark_name(identifier))
            behind = tag("w:bookmarkEnd", id=number) + behind
        return before + inside + behind

    @property
    def known(self) -> frozenset[str]:
        """The ids that have a bookmark."""
        return frozenset(self._places)

    @property
    def places_xml(self) -> str:
        """The list of the bookmarks, each with the id that it is for."""
        places = (
            tag("place", given={"bookmark": bookmark_name(identifier), "id": identifier}) for identifier in self._places
        )
        return plain_part("places", PLACES, *places)
