"""A place of a report that somebody can comment on, and what people call it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

_WORD = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
_SINGULAR = re.compile(r"(?<=\w{3})s$")


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """A place of a report with an address: its passages, without those of the places in it that have their own.

    ``also`` are more addresses of it, ``within`` those of the places that it stands in, and ``stays`` says whether its
    address stays with it from one draft to the next. ``where`` says in words where it is, and ``title`` with the
    headings of what has a number: ``1.2 Assessment of risk of harm``. ``is_heading`` says that it has no words but its
    heading, as the contents, whose lines are those of other places.
    """

    address: str
    also: tuple[str, ...]
    stays: bool
    where: str
    passages: tuple[str, ...]
    within: tuple[str, ...] = ()
    title: str = ""
    is_heading: bool = False

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(self.passages)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that leads to it."""
        return (self.address, *self.also)


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The names of a place: its address and further ones, where it is in words, and its heading, if that is known."""

    address: str
    also: tuple[str, ...]
    where: str
    heading: str = ""


def address_in(typed: str) -> str:
    """Return the address in what somebody typed or copied: behind ``#`` in that of a web page, in small letters."""
    return unquote(typed.rpartition("#")[2]).strip().casefold()


def called(typed: str, places: Iterable[PlaceNames]) -> PlaceNames | None:
    """Return the place that somebody means, by its address or in words; None where none, or several, may be meant.

    ``report.html#finding-1.2-strength-f``, ``1.2, Strengths (f)``, ``1.2 strength f``, and ``1.2 (f)`` where one list
    has it are the same, and so are ``Table 1`` and ``Table 1: Cases by type``.
    """
    found = may_be_called(typed, places)
    return found[0] if len(found) == 1 else None


def may_be_called(typed: str, places: Iterable[PlaceNames]) -> tuple[PlaceNames, ...]:
    """Return every place that somebody may mean, by its address or in words."""
    known = tuple(places)
    address = address_in(typed)
    for each in known:
        if address in (other.casefold() for other in (each.address, *each.also)):
            return (each,)
    wanted = _words(typed)
    if not wanted or "#" in typed:
        return ()
    same = [each for each in known if any(_words(name) == wanted for name in (each.where, each.address, *each.also))]
    if same:
        return (same[0],)
    begins = [each for each in known if _words(each.where)[: len(wanted)] == wanted]
    if begins:
        return _widest(list({each.address: each for each in begins}.values()))
    kinds = {words[0] for each in known if (words := _words(each.address))}
    telling = set(wanted) - kinds  # «criterion 1.2 (f)» is «1.2 (f)»
    return tuple({each.address: each for each in known if telling and telling <= _all_words(each)}.values())


def _widest(places: Sequence[PlaceNames]) -> tuple[PlaceNames, ...]:
    """The place whose name is the shortest: that which holds the others. All of them where several are as short."""
    lengths = [len(_words(each.address)) for each in places]
    return (places[lengths.index(min(lengths))],) if lengths.count(min(lengths)) == 1 else tuple(places)


def _all_words(place: PlaceNames) -> set[str]:
    names = (place.where, place.address, *place.also, place.heading)
    return {word for name in names for word in _words(name)}


def _words(name: str) -> list[str]:
    """The words of a name, in small letters and without the ending of a plural; a number such as 1.2 is one."""
    return [_SINGULAR.sub("", each) for each in _WORD.findall(name.casefold())]
