"""Comments chosen and put in the order of the report, each with where its place is and what stands there now."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from omi_report.comments.commented import Commented, holds
from omi_report.comments.place import CommentPlace
from omi_report.comments.plain_words import in_plain_words
from omi_report.model.comments import Comment

_TELLING = 3
"""Fewer words do not tell a place from another."""
_OF_CRITERION = re.compile(r"finding-([0-9]+(?:\.[0-9]+)*)-")


@dataclass(frozen=True, slots=True)
class ListedComment:
    """A comment; ``found`` says whether the report has its place, and ``stands`` whether the quoted words are there.

    ``stands`` is None where nothing is quoted, or where the words of its place are not known. ``place`` is its place in
    the report as it is now: None for the report as a whole, where there is no such place, and where no report can be
    made. An address that does not stay with what it leads to, such as that of Table 5, is followed by the quoted words.
    """

    comment: Comment
    found: bool
    stands: bool | None
    place: CommentPlace | None = None

    @property
    def home(self) -> str:
        """What is the same for all comments on one place: its address, or the lost one; empty for the whole report."""
        return self.place.address if self.place else str(self.comment.on or "")

    @property
    def now(self) -> str:
        """The passage of its place that is most like the words that are not there any more; empty where they are."""
        if self.place is None or self.stands is not False:
            return ""
        quoted = _bag(self.comment.quoted or "")
        return max(self.place.passages, key=lambda each: (quoted & _bag(each)).total())


def matching(
    comments: Iterable[Comment],
    *,
    on: str | None = None,
    kind: str | None = None,
    decision: str | None = None,
    draft: int | None = None,
    places: Iterable[CommentPlace] = (),
) -> tuple[Comment, ...]:
    """Return the comments that are wanted. ``on`` is a place with all that it holds; ``decision`` may be ``open``.

    ``places`` are those of the report, which tell what holds what.
    """
    above = {address: {*place.addresses, *place.within} for place in places for address in place.addresses}
    return tuple(
        each
        for each in comments
        if (on is None or _is_within(each.on or "", on, above))
        and (kind is None or each.kind == kind)
        and (decision is None or (each.decision or "open") == decision)
        and (draft is None or each.draft == draft)
    )


def _is_within(place: str, wanted: str, above: Mapping[str, set[str]]) -> bool:
    """Say whether a place is another one, or stands in it. Of a lost one its criterion tells."""
    if place in above:
        return wanted in above[place]
    criterion = _criterion_of(place)
    return holds(wanted, place) or wanted == criterion or wanted in above.get(criterion, ())


def _criterion_of(address: str) -> str:
    """The address of the criterion of a finding; empty for other places."""
    found = _OF_CRITERION.match(address)
    return f"criterion-{found[1]}" if found else ""


def listed(found: Commented, chosen: Iterable[Comment], places: Iterable[CommentPlace]) -> tuple[ListedComment, ...]:
    """Return comments in the order of the report, those on the report as a whole first.

    Lost ones come last: those of a criterion together, in the order of the criteria. ``places`` are those of the
    report as it is now, in its order; none where no report can be made. Then the outline gives the order.
    """
    known: dict[str, CommentPlace] = {}
    for place in places:
        known |= {address: place for address in place.addresses if address not in known}
    order = {address: at for at, address in enumerate(dict.fromkeys(place.address for place in known.values()))}
    order = order or {address: at for at, address in enumerate(found.places)}
    shown = [_listed(found, each, known) for each in chosen]
    return tuple(sorted(shown, key=lambda each: _key(each, order)))


def _listed(found: Commented, comment: Comment, known: Mapping[str, CommentPlace]) -> ListedComment:
    address = str(comment.on or "")
    place = known.get(address)
    stands = _stands(comment, place) if place else None
    if address and known and (place is None or (stands is False and not place.stays)):
        moved = _only_place_of(comment, known.values())
        if moved is not None:
            place, stands = moved, True
    is_found = not address or place is not None or found.has_place(address)
    return ListedComment(comment, is_found, stands, place)


def _only_place_of(comment: Comment, places: Iterable[CommentPlace]) -> CommentPlace | None:
    """The place in which the quoted words stand; None where they stand in none, or in several."""
    if comment.quoted is None or len(comment.quoted.split()) < _TELLING:
        return None
    there = {each.address: each for each in places if _stands(comment, each)}
    return next(iter(there.values())) if len(there) == 1 else None


def _key(listed: ListedComment, order: Mapping[str, int]) -> tuple[int, int, str]:
    """Where a comment comes in a list: the whole report, then its places, then what is lost, by its criterion."""
    if not listed.home:
        return (0, 0, "")
    if listed.found:
        nearest = max((each for each in order if holds(each, listed.home)), key=len, default="")
        return (1, order.get(nearest, len(order)), listed.home)
    return (2, order.get(_criterion_of(listed.home), len(order)), listed.home)


def _stands(comment: Comment, place: CommentPlace) -> bool | None:
    """Whether the quoted words are in a place, with its number, or all of the place is in them and more."""
    if comment.quoted is None:
        return None
    quoted, words = in_plain_words(comment.quoted), in_plain_words(place.words)
    if not quoted.strip():
        return True  # marks alone, of which any place may have some
    return quoted in in_plain_words(f"{place.where} {place.words}") or (bool(words.strip()) and words in quoted)


def _bag(text: str) -> Counter[str]:
    return Counter(in_plain_words(text).split())


def comments_json(comments: Iterable[ListedComment]) -> str:
    """Return comments as JSON: the keys of the file, with ``found``, ``stands`` and ``where``."""
    rows = [
        {name: _plain(value) for name, value in each.comment.items()}
        | {"found": each.found, "stands": each.stands, "where": each.place.where if each.place else None}
        for each in comments
    ]
    return json.dumps({"comments": rows}, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)
