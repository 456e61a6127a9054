"""What a draft's Word file says of itself, so that comments find their places when it comes back.

Word and LibreOffice keep all three when they save a file: its own properties, its bookmarks, and the parts of other
programs, of which the list of places is one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Final

PLACES: Final = "urn:omi-report:places"
"""The namespace of the list of places: the names of the bookmarks, each with the address that it is for."""

AREA: Final = "omi-area"
"""The property that has the name of the area's folder."""

DRAFT: Final = "omi-draft"
"""The property that has the number of the draft; 0 for a draft without one."""

LONGEST: Final = 40
"""Word allows bookmarks no longer names."""

_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_DIGITS: Final = 10
_DIGESTED = re.compile(rf"(?:_in_\d+|[a-z][a-z0-9_]*?)__([0-9a-f]{{{_DIGITS}}})")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)(-)(?=\d)")
_MOST_NUMBERS: Final = 9
_UNTOLD: Final = "?"
"""What the key of a place begins with whose address is not known. No address does."""
_NUMBER = re.compile(r"\d+")


def number_of(draft: str) -> int:
    """Return the number in the name of a draft (``Draft 2``), in any language; 0 where it has none."""
    found = _NUMBER.search(draft)
    return int(found[0]) if found else 0


def bookmark_name(identifier: str) -> str:
    """Return the name of the bookmark of an id. Two ids never have the same.

    ``section-1`` is ``section_1``. An id with other signs, or a long one, ends with the digits of its digest behind two
    low lines, which a plain id never has.
    """
    if _PLAIN.fullmatch(identifier) and len(identifier) <= LONGEST:
        return identifier.replace("-", "_")
    stem = re.sub("[^a-z0-9]+", "_", identifier.lower()).strip("_")
    stem = stem if stem[:1].isalpha() else f"place_{stem}"
    return f"{stem[: LONGEST - _DIGITS - 2].rstrip('_')}__{_digest(identifier)}"


def going_on_name(identifier: str, number: int) -> str:
    """Return the name of a bookmark where the place of an id goes on, behind a place within it: ``_in_12__7f11b72b26``.

    Word does not list names that begin with a low line.
    """
    return f"_in_{number}__{_digest(identifier)}"


def addresses_of(names: Iterable[str], listed: Mapping[str, str], known: Iterable[str] | None) -> dict[str, str]:
    """Return the addresses that bookmarks are for, by their names; those that are none of ours are left out.

    ``listed`` is the list of the file. LibreOffice drops it: then an address is one of those that are ``known``, or is
    told by its name. A bookmark of ours for which none is found begins a place all the same, whose address is for
    `told` "". ``known`` is None for a file that omi did not make.
    """
    bookmarks = list(names)
    if listed or known is None:
        return {name: listed[name] for name in bookmarks if listed.get(name)}
    told_by_names = filter(None, map(_told_by_name, bookmarks))
    named = {name: each for each in (*told_by_names, *known) for name in (bookmark_name(each), _digest(each))}
    found = {}
    for name in bookmarks:
        digest = match[1] if (match := _DIGESTED.fullmatch(name)) else ""
        address = named.get(name) or named.get(digest) or (f"{_UNTOLD}{digest}" if digest else "")
        if address:
            found[name] = address
    return found


def told(address: str) -> str:
    """Return an address; "" for that of a place whose bookmark does not tell it."""
    return "" if address.startswith(_UNTOLD) else address


def _told_by_name(name: str) -> str:
    """The address that a bookmark's own name tells: what was cut off or written small it does not."""
    plain = name.replace("_", "-")
    if bookmark_name(plain) == name:
        return plain
    stem = _BETWEEN_NUMBERS.split(name.rpartition("__")[0].replace("_", "-"))
    if len(stem) > _MOST_NUMBERS:
        return ""
    ways = map("".join, product(*(".-" if at % 2 else (part,) for at, part in enumerate(stem))))
    return next((each for each in ways if bookmark_name(each) == name), "")


def _digest(identifier: str) -> str:
    return hashlib.blake2b(identifier.encode(), digest_size=8).hexdigest()[:_DIGITS]
