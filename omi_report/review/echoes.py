"""A change that stands in several places, told once: a score stands with its criterion, at a glance, and in tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from omi_report.review.change import Change, How

_OWN = ("finding", "recommendation", "story")
"""What is always told by itself. A change of anything else may be the same one, seen in another place."""


_COME_OR_GONE = ("added", "removed")


@dataclass(frozen=True, slots=True)
class Seen:
    """A change where it was seen: ``row`` is its place without the column, ``refers`` are the addresses it is about.

    ``is_rating`` says that it is of the judgement itself, and not of a table or the like that repeats it.
    """

    change: Change
    row: str
    refers: frozenset[str]
    is_rating: bool


def once(found: Iterable[Seen]) -> list[Change]:
    """Tell a change that stands in several places once, with the other places.

    A change in a line about a judgement that says what became of that judgement belongs to it, and words that came or
    went belong to the finding or the like that has them and came or went as well. Other changes are the same where the
    same words became the same, unless they are of findings and the like.
    """
    seen = list(found)
    ratings = {each.change.id: each for each in seen if each.is_rating and each.change.how == "changed"}
    owners = [
        (at, each.change.how, f" {_text(each.change)} ")
        for at, each in enumerate(seen)
        if each.change.what in _OWN and each.change.how in _COME_OR_GONE
    ]
    groups: dict[object, list[Seen]] = {}
    for index, each in enumerate(seen):
        key = _owner(each, index, owners) if each.change.how in _COME_OR_GONE else _key(each, index, ratings)
        groups.setdefault(key, []).append(each)
    return [change for group in groups.values() for change in _told(group)]


def _owner(each: Seen, index: int, owners: Iterable[tuple[int, How, str]]) -> int:
    """Which of the changes says that some words came or went: the change of a finding or the like, else their own.

    ``owners`` are the changes of findings and the like that came or went: their places, and how and what words.
    """
    if each.change.what in _OWN:
        return index
    said = f" {_text(each.change)} "
    return next((at for at, how, words in owners if how == each.change.how and said in words), index)


def _text(change: Change) -> str:
    return " ".join((change.old or change.new).split())


def _key(each: Seen, index: int, ratings: dict[str, Seen]) -> object:
    """What the changes of a group have in common."""
    if each.change.how != "changed":
        return index
    about = (
        each
        if each.is_rating
        else next(
            (
                ratings[id_]
                for id_ in sorted(each.refers & ratings.keys())
                if _repeats(each.change, ratings[id_].change)
            ),
            None,
        )
    )
    if about is not None:
        return about.change.id
    edits = tuple(_edits(each.change))
    # the table that repeats a judgement may not say which
    return next((rating.change.id for rating in ratings.values() if tuple(_edits(rating.change)) == edits), edits)


def _repeats(change: Change, rating: Change) -> bool:
    """Whether all that changed is said by the change of a judgement; a table may have only the start of a rating."""
    told = list(_edits(rating))
    return all(any(fate == other and said.startswith(text) for other, said in told) for fate, text in _edits(change))


def _edits(change: Change) -> Iterable[tuple[str, str]]:
    return ((words.fate, words.text) for words in change.words if words.fate != "same")


def _told(group: list[Seen]) -> Iterable[Change]:
    ratings = [each for each in group if each.is_rating]
    own = ratings or [each for each in group if each.change.what in _OWN] or group[:1]
    others = [each for each in group if each not in own and each.change.place != own[0].change.place]
    places = (each.row if ratings else each.change.short for each in others)
    yield replace(own[0].change, also=tuple(dict.fromkeys(places)))
    yield from (each.change for each in own[1:])
