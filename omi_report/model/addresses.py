"""The addresses of a report: the ids by which links reach findings, stories and recommendations.

An entry with an id has that as its address, which stays when others are put before it. Its letter or number, if the
report prints one, is a second address. An entry without an id has only the second one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from omi_report.model import shape_rules as rules
from omi_report.model.base import Identified
from omi_report.model.findings import FindingKind
from omi_report.model.record import Record
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path


@dataclass(frozen=True, slots=True)
class Address:
    """``id`` is where all of omi's own links lead to; ``also`` are further ids of the same place."""

    id: str
    also: tuple[str, ...] = ()


def entries(model: Record) -> Iterator[tuple[Path, Identified]]:
    """Yield the entries of a file that may have an id, each with its path."""
    for name, value in model.items():
        if isinstance(value, tuple):
            yield from (((name, index), entry) for index, entry in enumerate(value) if isinstance(entry, Identified))


def addresses(
    prefix: str, names: Iterable[str | None], places: Iterable[str], *, printed: bool = True
) -> tuple[Address, ...]:
    """Return the addresses of entries, made of their ids (``names``) and their ``places`` (``strength-a`` or ``2``).

    All are different. ``printed`` says that the report prints the places, so that each place is an address as well.
    If an id is given twice, only the first entry gets it. An id that is another entry's place is not used.
    """
    names, places = list(names), list(places)
    taken = set(places)
    found = []
    for name, place in zip(names, places, strict=True):
        if name is None or name in taken:
            found.append(Address(f"{prefix}-{place}"))
            continue
        taken.add(name)
        found.append(Address(f"{prefix}-{name}", (f"{prefix}-{place}",) if printed else ()))
    return tuple(found)


def is_like_place(entry: Identified, name: str, finding_kinds: Iterable[FindingKind]) -> bool:
    """Say whether a name reads like the place of an entry of its sort: ``strength-a``, or ``2`` in a numbered list."""
    if entry.address_prefix:
        return name.isdigit()
    return any(kind.is_place(name) for kind in finding_kinds)


def ids_like_places(file: SourceFile, model: Record, finding_kinds: Iterable[FindingKind]) -> Iterator[Problem]:
    """Find each id of a file that reads like the letter or the number of an entry.

    ``finding_kinds`` are the kinds of finding that there are.
    """
    for path, entry in entries(model):
        if entry.id is not None and is_like_place(entry, entry.id, finding_kinds):
            what = "number" if entry.id[-1].isdigit() else "letter"
            message = f"the id «{entry.id}» reads like the address that an entry has by its {what}"
            hint = f"choose a word that says what it is about: {what}s change when entries are added"
            yield rules.NOT_ALLOWED.at(file.at((*path, "id")), message, hint, length=len(entry.id))
