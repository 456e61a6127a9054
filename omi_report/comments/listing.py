"""Comments chosen and put in the order of the report, each with where its place is and what stands there now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from omi_report.comments.commented import Commented, holds
from omi_report.comments.plain_words import in_plain_words
from omi_report.model.comments import Comment


@dataclass(frozen=True, slots=True)
class ListedComment:
    """A comment; ``found`` says whether the report has its place, and ``stands`` whether the quoted words are there.

    ``stands`` is None where nothing is quoted, or where the words of its place are not known.
    """

    comment: Comment
    found: bool
    stands: bool | None


def matching(
    comments: Iterable[Comment],
    *,
    on: str | None = None,
    kind: str | None = None,
    decision: str | None = None,
    draft: int | None = None,
) -> tuple[Comment, ...]:
    """Return the comments that are wanted. ``on`` is a place with all that it holds; ``decision`` may be ``open``."""
    return tuple(
        each
        for each in comments
        if (on is None or _is_within(each.on or "", on))
        and (kind is None or each.kind == kind)
        and (decision is None or (each.decision or "open") == decision)
        and (draft is None or each.draft == draft)
    )


def _is_within(place: str, wanted: str) -> bool:
    """Say whether a place is another one, or stands in it: the findings of a criterion have its number."""
    number = wanted.removeprefix("criterion-")
    if number != wanted and place.startswith(f"finding-{number}-"):
        return True
    return holds(wanted, place)


def listed(found: Commented, chosen: Iterable[Comment], words: Mapping[str, str]) -> tuple[ListedComment, ...]:
    """Return comments in the order of the report, those on the report as a whole first, and lost ones last.

    ``words`` are those that the report prints at its places, by every address; none where no report can be made.
    """

    def place_of(comment: Comment) -> int:
        if comment.on is None:
            return -1
        begins = [at for at, place in enumerate(found.places) if holds(place, comment.on)]
        return max(begins, default=len(found.places))

    in_order = sorted(chosen, key=place_of)
    return tuple(
        ListedComment(each, each.on is None or found.has_place(each.on), _stands(each, words)) for each in in_order
    )


def _stands(comment: Comment, words: Mapping[str, str]) -> bool | None:
    if comment.quoted is None or comment.on is None or comment.on not in words:
        return None
    return in_plain_words(comment.quoted) in in_plain_words(words[comment.on])


def comments_json(comments: Iterable[ListedComment]) -> str:
    """Return comments as JSON: the keys of the file, with ``found`` and ``stands``."""
    rows = [
        {name: _plain(value) for name, value in each.comment.items()} | {"found": each.found, "stands": each.stands}
        for each in comments
    ]
    return json.dumps({"comments": rows}, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)
