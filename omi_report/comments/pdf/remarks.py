"""The annotations of a PDF and the words that they are on → remarks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final

from omi_report.comments.conversation import reply
from omi_report.comments.own_words import OTHER_WORDS, TO_BE_ADDED, TO_GO
from omi_report.comments.pdf.annotations import Box, NoteThread
from omi_report.comments.pdf.destinations import Destination
from omi_report.comments.pdf.page_text import PageText
from omi_report.comments.remark import Remark
from omi_report.problems import excerpt

_MARKS: Final = frozenset(("Highlight", "Underline", "Squiggly", "StrikeOut", "Redact"))
_POINTS: Final = frozenset(("Text", "FreeText", "Caret"))
_SHAPES: Final = frozenset(("Square", "Circle", "Line", "Polygon", "PolyLine", "Ink", "Stamp"))
_CONTEXT: Final = 3
"""So many words before a spot where words are to come, and one behind it, tell where it is."""
_DONE: Final = frozenset(("Completed", "Accepted", "Rejected", "Cancelled"))
_BELOW: Final = 2.0
"""A word whose top is so many points above that of a place, or left of it, still stands in it."""
_SHOWN: Final = 40
"""So many characters of marked words tell people where a mark is."""
_HEADING: Final = 40.0
"""A heading stands so many points above its place at the most."""
_BACK: Final = 60
"""So many places before a spot are looked at: no criterion has as many findings."""


class Pages:
    """The pages of a PDF with their words, each read when it is first asked for."""

    def __init__(self, data: bytes, margin: float, printed: re.Pattern[str]) -> None:
        import pypdfium2

        self._pdf = pypdfium2.PdfDocument(data)
        self._margin, self._printed = margin, printed
        self._known: dict[int, PageText] = {}

    def __enter__(self) -> Pages:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pdf.close()

    def text(self, number: int) -> PageText:
        """Return the words of a page."""
        if number not in self._known:
            page = self._pdf[number]
            words = page.get_textpage()
            self._known[number] = PageText(words, self._margin, self._printed)
            words.close()
            page.close()
        return self._known[number]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a thread stands: its words, those around them, and which words a new one would stand between.

    ``top`` is how high it is, ``left`` the left edge of its paragraph.
    """

    quoted: str
    words: str
    before: str
    behind: str
    top: float
    left: float


def remarks_of(
    threads: Sequence[NoteThread], pages: Pages, places: Sequence[Destination]
) -> tuple[tuple[Remark, ...], tuple[str, ...]]:
    """Return the remarks of a PDF from its first page to its last, and lines on what cannot be taken in."""
    found: list[tuple[tuple[int, float, int], Remark]] = []
    unread: list[str] = []
    for number, thread in enumerate(threads):
        page = thread.first.page
        spot = _spot(thread, pages.text(page))
        address = _address(places, pages, page, spot)
        remark, line = _remark(thread, spot, address, _near(places, page, spot))
        if remark:
            found.append(((page, -spot.top, number), remark))
        if line:
            unread.append(f"page {page + 1}: {line}")
    return tuple(each for _key, each in sorted(found, key=lambda each: each[0])), tuple(unread)


def _remark(thread: NoteThread, spot: _Spot, address: str, near: tuple[str, ...]) -> tuple[Remark | None, str]:
    """What a thread says, and what of it cannot be taken in."""
    first = thread.first
    notes = (first, *thread.with_it)
    kinds = {each.kind for each in notes}
    says = "\n".join(dict.fromkeys(each.says for each in notes if each.says))
    told = "\n".join(_told(thread))
    quoted, proposed, standard = spot.quoted, None, ""
    if "Caret" in kinds and kinds & _MARKS:
        proposed, standard = says, OTHER_WORDS
    elif "Caret" in kinds and says:
        quoted = " ".join(filter(None, (spot.before, spot.behind)))
        proposed, standard = " ".join(filter(None, (spot.before, says, spot.behind))), TO_BE_ADDED
    elif kinds & {"StrikeOut", "Redact"}:
        proposed, standard = "", TO_GO
    if kinds & {"Caret"}:
        says = ""
    if not (kinds & (_MARKS | _POINTS | _SHAPES)):
        line = f"what a reader of PDFs calls «{first.kind}» is not opened"
        if not (says or told):
            return None, line
    elif not (says or told or standard):
        what = "a drawing" if kinds & _SHAPES else "a mark"
        return None, f"{what} without words" + (f", on «{excerpt(quoted, _SHOWN)}»" if quoted else "")
    else:
        line = "a drawing belongs to what is said there" if kinds & {"Ink", "Stamp"} else ""
    whole = "\n".join(filter(None, (says or standard, told)))
    where = f"page {first.page + 1}"
    return Remark(whole, where, address, spot.words, quoted, proposed, first.by, first.date, near=near), line


def _told(thread: NoteThread) -> Iterator[str]:
    """The answers with who gave them, and what it was set to last."""
    state = ""
    for each in thread.replies:
        state = each.state or state
        if each.says and not each.state:
            yield reply(each.says, each.by, each.date)
    if state in _DONE:
        yield f"(Marked as {state.lower()} in the file.)"


def _spot(thread: NoteThread, text: PageText) -> _Spot:
    marks = [each for each in (thread.first, *thread.with_it) if each.kind in _MARKS]
    boxes = [box for each in marks or [thread.first] for box in each.boxes]
    marked = text.under(boxes) if marks or thread.first.kind in _SHAPES else range(0)
    top = max((box[3] for box in boxes), default=0.0)
    if marked:
        top = max(text.words[at].box[3] for at in marked[:1])
        return _Spot(text.text(marked), text.around(marked), "", "", top, text.left(marked[0]))
    near = text.nearest(boxes[0]) if boxes else None
    if near is None:
        return _Spot("", "", "", "", top, 0.0)
    paragraph = text.words[near].paragraph
    left = _left_of(boxes, text, near)
    before = [at for at in range(max(0, left - _CONTEXT), left) if text.words[at].paragraph == paragraph]
    behind = [at for at in (left,) if at < len(text.words) and text.words[at].paragraph == paragraph]
    first, last = (" ".join(text.words[at].text for at in each) for each in (before, behind))
    return _Spot("", text.around(range(near, near + 1)), first, last, text.words[near].box[3], text.left(near))


def _left_of(boxes: Sequence[Box], text: PageText, near: int) -> int:
    """The first word behind a spot: the nearest one, or the next, if the spot is behind it."""
    across = (boxes[0][0] + boxes[0][2]) / 2
    left, _bottom, right, _top = text.words[near].box
    return near + 1 if across >= (left + right) / 2 else near


def _address(places: Sequence[Destination], pages: Pages, page: int, spot: _Spot) -> str:
    """The address of the last place that begins before a spot and is not over. Of those at one height the leftmost.

    A place is over where the text goes back to the left of it, as it does behind the last entry of a list.
    """
    at = _begun(places, page, spot)
    for place in reversed(places[max(0, at - _BACK) : at]):
        text = pages.text(place.page)
        first = text.below(place.top + _BELOW)
        if first is None or text.left(first) <= spot.left + _BELOW:
            return place.address
    return places[at - 1].address if at else ""


def _near(places: Sequence[Destination], page: int, spot: _Spot) -> tuple[str, ...]:
    """The addresses of a place that begins right below a spot, whose heading it may be, and of those begun before it.

    A place does not tell where it ends: behind a table the text goes on with what is around the table.
    """
    at = _begun(places, page, spot)
    below = (each.address for each in places[at : at + 1] if each.page == page and spot.top - each.top < _HEADING)
    return (*below, *(each.address for each in reversed(places[max(0, at - _BACK) : at])))


def _begun(places: Sequence[Destination], page: int, spot: _Spot) -> int:
    """How many places begin before a spot."""
    return bisect_right(places, (page, -(spot.top - _BELOW)), key=lambda each: (each.page, -each.top))
