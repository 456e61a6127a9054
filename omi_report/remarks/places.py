"""The places of a report that somebody can comment on: all that has an address, with the words that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from omi_report.comments.place import CommentPlace
from omi_report.document.tree import DivisionBlock, Document, FindingsBlock, HeadingBlock, Part
from omi_report.review.nodes import ReportNode
from omi_report.review.places import place_of

AT_ONCE: Final = 1_500
"""So many characters of a place are one passage. What is longer falls into its paragraphs, rows and headings: nobody
says of a whole chapter what is wrong in it, and no row of a sheet is as high."""
LINES_AT_ONCE: Final = 22
"""So many lines of a table likewise."""
ALONE: Final = 120
"""A heading, a row or another passage of fewer characters is put to the one before it at the same place."""
TOGETHER: Final = 600
"""So many characters are put together at most."""
_HEADED: Final = (Part, DivisionBlock, FindingsBlock, HeadingBlock)
"""What has a heading of its own over what it holds."""
_FIRST_WORDS: Final = 5
"""So many words of a passage tell it from the others at its place."""


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """Words that somebody reads at once, such as a finding: where they stand in words, and the address of the place.

    ``also`` are more addresses of the same place, ``within`` those of the places that it stands in, and ``stays`` says
    whether the address stays with what it leads to from one draft to the next. ``title`` is where it stands with the
    headings of what has a number. ``is_heading`` says that it is no more than the heading of what follows at other
    addresses. No word of the report stands in two passages.
    """

    address: str
    also: tuple[str, ...]
    stays: bool
    where: str
    words: str
    within: tuple[str, ...] = ()
    title: str = ""
    is_heading: bool = False


def passages_of(document: Document) -> tuple[DraftPassage, ...]:
    """Return the passages of a report in its order. Each has a name in words that no other has."""
    root = ReportNode(document)
    return tuple(_told_apart(_without_scraps(_passages(root, root))))


def places_of(document: Document) -> tuple[CommentPlace, ...]:
    """Return the places of a report in the order of their first words."""
    by_address: dict[str, list[DraftPassage]] = {}
    for passage in passages_of(document):
        by_address.setdefault(passage.address, []).append(passage)
    return tuple(
        CommentPlace(
            address,
            passages[0].also,
            passages[0].stays,
            passages[0].where,
            tuple(each.words for each in passages),
            passages[0].within,
            passages[0].title or passages[0].where,
            all(each.is_heading for each in passages),
        )
        for address, passages in by_address.items()
    )


def _passages(node: ReportNode, home: ReportNode) -> Iterator[DraftPassage]:
    """The passages of a node and of all below it; ``home`` is the nearest node with an address that it stands in."""
    home = node if getattr(node.value, "id", "") else home
    below = [each for slot in node.slots for each in slot]
    words = _words(node)
    is_short = len(words) <= AT_ONCE and words.count("\n") < LINES_AT_ONCE
    if not below or (is_short and not _holds_addresses(below)):
        yield from _passage(node, words, home)
        return
    yield from _passage(node, _own_words(node), home)
    for each in below:
        yield from _passages(each, home)


def _words(node: ReportNode) -> str:
    """The words of a node and of all below it, line by line."""
    below = (_words(each) for slot in node.slots for each in slot)
    return "\n".join(each for each in (_own_words(node), *below) if each)


def _own_words(node: ReportNode) -> str:
    """The words of a node's own lines; cells stand in one line, as they do in their row."""
    return "; ".join(each.strip() for each in node.own_text if each.strip())


def _holds_addresses(nodes: Iterable[ReportNode]) -> bool:
    return any(getattr(each.value, "id", "") for node in nodes for each in node.walk())


def _passage(node: ReportNode, words: str, home: ReportNode) -> Iterator[DraftPassage]:
    address: str = getattr(home.value, "id", "")
    if address and words.strip():
        where = place_of(node, short=True).strip() or address
        above = (getattr(each.value, "id", "") for each in home.lineage if each is not home)
        within = tuple(each for each in above if each)
        title = place_of(node).strip() or address
        also: tuple[str, ...] = getattr(home.value, "also", ())
        yield DraftPassage(
            address, also, home.key == address, where, words.strip(), within, title, _is_heading(node, words)
        )


def _is_heading(node: ReportNode, words: str) -> bool:
    return isinstance(node.value, _HEADED) and words.strip() == _own_words(node)


def _with_headings(passages: Iterable[DraftPassage]) -> Iterator[DraftPassage]:
    """Put a heading to the passage that it stands over, if that has the same address."""
    waiting: DraftPassage | None = None
    for passage in passages:
        if waiting is not None and waiting.address == passage.address:
            words = f"{waiting.words}\n{passage.words}"
            waiting = replace(waiting, words=words, is_heading=passage.is_heading)
        else:
            if waiting is not None:
                yield waiting
            waiting = passage
        if not waiting.is_heading:
            yield waiting
            waiting = None
    if waiting is not None:
        yield waiting


def _without_scraps(passages: Iterable[DraftPassage]) -> Iterable[DraftPassage]:
    """Put headings to what they stand over, and what is short to the passage before it at the same place."""
    found: list[DraftPassage] = []
    last: dict[str, int] = {}
    for passage in _with_headings(passages):
        at = None if passage.is_heading else last.get(passage.address)
        before = found[at].words if at is not None else ""
        if (
            at is not None
            and min(len(before), len(passage.words)) < ALONE
            and len(before) + len(passage.words) < TOGETHER
        ):
            found[at] = replace(found[at], words=f"{before}\n{passage.words}")
        else:
            if not passage.is_heading:
                last[passage.address] = len(found)
            found.append(passage)
    return found


def _told_apart(passages: Iterable[DraftPassage]) -> Iterator[DraftPassage]:
    """Add the first words to the name of a passage that has the name of one before it; its number, if need be."""
    taken: set[str] = set()
    for number, passage in enumerate(passages, start=1):
        name = passage.where
        if name in taken:
            words = passage.words.split()
            name = f"{name}: «{' '.join(words[:_FIRST_WORDS])}{' …' if len(words) > _FIRST_WORDS else ''}»"
        if name in taken:
            name = f"{name} ({number})"
        taken.add(name)
        yield replace(passage, where=name)
