"""The comments of a Word file as conversations: the first, the answers to it in order, and whether it is resolved."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from omi_report.comments.conversation import first_of
from omi_report.comments.word.pieces import W

_PARAGRAPH_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_X: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_DRAWN: Final = frozenset(("drawing", "pict", "object", "contentPart"))
_DAY = re.compile(r"(19|20)\d\d-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class WordComment:
    """What one person said: ``number`` is that of the comment in the file; ``drawn`` where it has a picture or ink."""

    number: str
    words: str
    by: str
    date: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """A comment with the answers to it."""

    first: WordComment
    answers: tuple[WordComment, ...]
    resolved: bool

    @property
    def about(self) -> tuple[str, ...]:
        """The numbers of all of it, any of which may be marked in the text."""
        return (self.first.number, *(each.number for each in self.answers))


def talks_of(comments: Iterable[Any], extended: Iterable[Any]) -> tuple[Talk, ...]:
    """Return the conversations of a file, in its order, of its parts ``comments`` and ``commentsExtended``."""
    entries = [entry for root in comments for entry in root.iter(f"{W}comment")]
    more = {each.get(f"{_X}paraId", ""): each for root in extended for each in root.iter(f"{_X}commentEx")}
    ids = [_paragraph_ids(entry) for entry in entries]
    owner = {each: at for at, own in enumerate(ids) for each in own}
    above = {at: _above(own, more, owner, at) for at, own in enumerate(ids)}
    answers = defaultdict[int, list[int]](list)
    for at in range(len(entries)):
        answers[first_of(at, above)].append(at)
    done = {
        at for at, own in enumerate(ids) if any(_is_on(more[each].get(f"{_X}done")) for each in own if each in more)
    }
    return tuple(
        Talk(_said(entries[at]), tuple(_said(entries[each]) for each in own if each != at), at in done)
        for at, own in sorted(answers.items())
    )


def _paragraph_ids(entry: Any) -> list[str]:
    found = (paragraph.get(_PARAGRAPH_ID, "") for paragraph in entry.iter(f"{W}p"))
    return [each for each in found if each]


def _above(own: list[str], more: Mapping[str, Any], owner: Mapping[str, int], at: int) -> int:
    """The comment that another one answers; itself where it answers none."""
    for each in own:
        parent = more[each].get(f"{_X}paraIdParent", "") if each in more else ""
        if parent in owner:
            return owner[parent]
    return at


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")


def _said(entry: Any) -> WordComment:
    paragraphs = ("".join(_words(paragraph)) for paragraph in entry.iter(f"{W}p"))
    words = "\n".join(line for each in paragraphs if (line := " ".join(each.split())))
    drawn = any(isinstance(each.tag, str) and each.tag.rpartition("}")[2] in _DRAWN for each in entry.iter())
    by = " ".join((entry.get(f"{W}author") or entry.get(f"{W}initials") or "").split())
    return WordComment(entry.get(f"{W}id", ""), words, by, day_of(entry.get(f"{W}date", "")), drawn)


def _words(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        yield (each.text or "") if each.tag == f"{W}t" else " "


def day_of(moment: str) -> str:
    """Return the day of a moment (``2008-01-22T10:00:00Z``); "" for one that is none."""
    found = _DAY.match(moment)
    if not found:
        return ""
    try:
        datetime.date.fromisoformat(found[0])
    except ValueError:
        return ""
    return found[0]
