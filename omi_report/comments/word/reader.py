"""A Word file that came back → its comments and tracked changes as remarks.

Any program may have saved it. One that omi did not make has no places, and its remarks have words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from omi_report.comments.conversation import reply
from omi_report.comments.remark import Remark, Returned
from omi_report.comments.word.changes import Proposal, proposals
from omi_report.comments.word.marks import AREA, DRAFT, PLACES, addresses_of, told
from omi_report.comments.word.pieces import W, WordPiece, WordText, text_of
from omi_report.comments.word.talk import Talk, WordComment, day_of, talks_of
from omi_report.problems import excerpt
from omi_report.word_package import open_word, parts_beside

if TYPE_CHECKING:
    from docx.document import Document

_BESIDE: Final = ("footnotes", "endnotes", "header", "footer")
_PLACES: Final = 8
"""So many places are told of changes without words."""
_SHOWN: Final = 40
"""So many characters of a paragraph tell people where something stands."""


def remarks_of_word(data: bytes, shown: str, known: Iterable[str] = ()) -> Returned:
    """Return what a Word file says: its comments and its changes, in the order of its text.

    ``known`` are addresses that the report has or had, for files whose list of places is lost. Raises WordFileError
    where the file cannot be opened safely.
    """
    document = open_word(data, shown)
    area, draft = _origin(document)
    beside = dict[str, list[Any]]()
    for kind, root in parts_beside(document, *_BESIDE, "comments", "commentsExtended"):
        beside.setdefault(kind, []).append(root)
    names = [each.get(f"{W}name", "") for each in document.element.body.iter(f"{W}bookmarkStart")]
    addresses = addresses_of(names, _listed(document), known if area else None)
    others = [(kind, root) for kind in _BESIDE for root in beside.get(kind, ())]
    own = document.core_properties.author if area else None
    text = text_of(document.element.body, others, addresses, own)
    # a redline's own comments say what changed; one that somebody answered is part of what they say
    in_file = tuple(talks_of(beside.get("comments", ()), beside.get("commentsExtended", ())))
    talks = tuple(talk for talk in in_file if talk.answers or not own or talk.first.by != own)
    reader = _Reader(text, frozenset(number for talk in in_file for number in talk.about))
    return reader.returned(shown, talks, area, draft)


def _origin(document: Document) -> tuple[str, int | None]:
    """The area and the draft that the file was made from, as it says itself."""
    said = {
        each.get("name"): "".join(each.itertext()).strip()
        for _kind, root in parts_beside(document, "custom-properties")
        for each in root
    }
    draft = said.get(DRAFT, "")
    return said.get(AREA, ""), int(draft) if draft.isdecimal() and len(draft) < 10 and int(draft) else None


def _listed(document: Document) -> dict[str, str]:
    """The addresses by the names of their bookmarks, as the list of the file has them."""
    roots = (root for _kind, root in parts_beside(document, "customXml") if root.tag == f"{{{PLACES}}}places")
    return {each.get("bookmark", ""): each.get("id", "") for root in roots for each in root}


class _Reader:
    """``said`` are the numbers of all comments that the file holds, by which its text is marked."""

    def __init__(self, text: WordText, said: frozenset[str]) -> None:
        self._text, self._pieces, self._said = text, text.pieces, said
        self._words: dict[str, str] = {}
        self._paragraphs = defaultdict[int, list[WordPiece]](list)
        for piece in self._pieces:
            self._paragraphs[piece.paragraph].append(piece)
        self._unread: list[str] = []

    def returned(self, shown: str, talks: tuple[Talk, ...], area: str, draft: int | None) -> Returned:
        proposed, wordless = proposals(self._pieces)
        placed = [*self._of_talks(talks), *map(self._of_proposal, proposed)]
        # sorted by their spots alone, so that of two at one spot the comment comes first
        remarks = tuple(remark for _at, remark in sorted(placed, key=lambda each: each[0]))
        self._note_marks()
        self._note_undone()
        if self._text.formatted:
            self._unread.append(f"{_counted(self._text.formatted, 'change')} of the look alone")
        self._note_wordless([each.at for each in wordless if each.of_end], "of where a paragraph ends")
        self._note_wordless([each.at for each in wordless if not each.of_end], "of spaces")
        return Returned(shown, remarks, area, draft, tuple(self._unread))

    # --- comments ----------------------------------------------------------------------------------------------

    def _of_talks(self, talks: tuple[Talk, ...]) -> Iterator[tuple[int, Remark]]:
        for number, talk in enumerate(talks, 1):
            says = "\n".join(_told(talk))
            begin, end = self._spot(talk)
            at = begin if begin is not None else len(self._pieces)
            where = f"comment {number}" + (f", at «{self._begun(at)}»" if begin is not None else "")
            if any(each.drawn for each in (talk.first, *talk.answers)):
                self._unread.append(f"{where}: a picture or a drawing in it")
                says = says or "There is a picture or a drawing in the file, and no words."
            if not says:
                self._unread.append(f"{where}: it has no words")
                continue
            first = talk.first
            if begin is None:
                yield at, Remark(says, where, by=first.by, date=first.date)
            else:
                yield at, self._at_spot(says, where, first, range(begin, end))

    def _spot(self, talk: Talk) -> tuple[int | None, int]:
        """From where to where a comment is marked in the text; from None where it is nowhere."""
        text = self._text
        for number in talk.about:
            begin, point = text.begins.get(number), text.points.get(number)
            end = text.ends.get(number, point)
            if begin is not None:
                return begin, max(begin, begin if end is None else end)
            if end is not None:
                return end, end
        return None, 0

    def _at_spot(self, says: str, where: str, first: WordComment, spot: range) -> Remark:
        marked = [each for each in self._pieces[spot.start : spot.stop] if each.was_there]
        place = next((each.place for each in marked if each.text.strip()), self._piece(spot.start).place)
        quoted = _plain(marked)
        words = self._words_of(place, spot)
        if not quoted and (paragraph := self._paragraph(spot.start)) != words:
            quoted = paragraph
        return Remark(says, where, told(place), words, quoted, by=first.by, date=first.date)

    # --- changes -----------------------------------------------------------------------------------------------

    def _of_proposal(self, found: Proposal) -> tuple[int, Remark]:
        where = f"change at «{self._begun(found.at)}»"
        words = self._words_of(found.place, range(found.at, found.at + 1))
        by, date = " ".join(found.change.by.split()), day_of(found.change.date)
        return found.at, Remark(found.says, where, told(found.place), words, found.old, found.new, by, date)

    # --- the words around --------------------------------------------------------------------------------------

    def _piece(self, at: int) -> WordPiece:
        return self._pieces[min(at, len(self._pieces) - 1)] if self._pieces else WordPiece("", "", 0)

    def _paragraph(self, at: int) -> str:
        return _plain(each for each in self._paragraphs[self._piece(at).paragraph] if each.was_there)

    def _begun(self, at: int) -> str:
        return excerpt(self._paragraph(at) or _plain(self._paragraphs[self._piece(at).paragraph]), _SHOWN)

    def _words_of(self, place: str, spot: range) -> str:
        """All words of a place before the changes; of no place, those of the paragraphs of the spot."""
        if place:
            if place not in self._words:
                self._words[place] = _plain(each for each in self._pieces if each.place == place and each.was_there)
            return self._words[place]
        numbers = dict.fromkeys(self._piece(at).paragraph for at in (spot.start, *spot))
        return _plain(each for number in numbers for each in self._paragraphs[number] if each.was_there)

    # --- what cannot be taken in -------------------------------------------------------------------------------

    def _note_marks(self) -> None:
        text = self._text
        for number in dict.fromkeys((*text.begins, *text.points)):
            if number not in self._said:
                at = text.begins.get(number, text.points.get(number, 0))
                self._unread.append(f"a mark at «{self._begun(at)}»: the file does not hold its comment")

    def _note_wordless(self, spots: list[int], what: str) -> None:
        """Tell of changes that change no word, with the first of their places: two findings may have become one."""
        if spots:
            places = ", ".join(f"«{self._begun(at)}»" for at in spots[:_PLACES])
            more = ", …" if len(spots) > _PLACES else ""
            self._unread.append(f"{_counted(len(spots), 'change')} {what}, at {places}{more}")

    def _note_undone(self) -> None:
        for at, piece in enumerate(self._pieces):
            if piece.undone and piece.text.strip():
                put_in = excerpt(" ".join(piece.text.split()), _SHOWN)
                self._unread.append(f"change at «{self._begun(at)}»: «{put_in}» was put in and struck out again")


def _told(talk: Talk) -> Iterator[str]:
    """What was said, the answers with who gave them, and whether it is resolved."""
    if talk.first.words:
        yield talk.first.words
    for each in talk.answers:
        if each.words:
            yield reply(each.words, each.by, each.date)
    if talk.resolved and (talk.first.words or talk.answers):
        yield "(Marked as resolved in the file.)"


def _plain(pieces: Iterable[WordPiece]) -> str:
    return " ".join("".join(each.text for each in pieces).split())


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
