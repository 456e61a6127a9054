"""What writing a report as a Word file needs and gathers on the way: notes, lists, places, links, drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from omi_report.document.inlines import ChangedInline, Inlines, RatingInline
from omi_report.document.tree import Block, ParagraphBlock
from omi_report.language.language import Language
from omi_report.render.charts.markers import marker
from omi_report.render.docx.bookmarks import Bookmarks
from omi_report.render.docx.drawings import Drawings
from omi_report.render.docx.inlines import runs_xml
from omi_report.render.docx.markup import on, tag
from omi_report.render.docx.nodes import Node, WordParagraph
from omi_report.render.docx.notes import Notes
from omi_report.render.docx.numbering import ListNumber, Numbering
from omi_report.render.docx.remarks import Remarks, with_remarks
from omi_report.render.docx.theme import Theme
from omi_report.render.html.typography import Typographer, without_short_end


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where blocks stand: ``depth`` is in how many lists, ``text`` the style of their paragraphs, if it is not plain.

    ``heading`` is the style of headings in a frame; ``framed`` says that there is one, in which no line hangs.
    ``width`` is how wide the page's text is, in twentieths of a point.
    """

    width: int
    depth: int = 0
    text: str = ""
    heading: str = ""
    framed: bool = False


Write: TypeAlias = Callable[[Any, "Writer", WordPlace], Iterable[Node]]
"""Writes a block of one type."""


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A picture of a file: its bytes, and the ending of its name."""

    data: bytes
    ending: str


_DEEPEST: Final = 3
"""Word has styles for so many lists within each other."""


@dataclass
class Writer:
    """Writes blocks by the functions of their types. ``styles`` are the ids of the file's styles by their names.

    ``author`` is who changed words that are marked as changed.
    """

    theme: Theme
    language: Language
    typographer: Typographer
    writers: Mapping[type, Write]
    styles: Mapping[str, str]
    numbering: Numbering
    notes: Notes
    remarks: Remarks
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    drawings: Drawings = field(default_factory=Drawings)
    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[WordPicture, str] = field(default_factory=dict)
    author: str = ""
    _changes: int = 0
    _ids: list[str] = field(default_factory=list)
    _also: list[str] = field(default_factory=list)
    _within: list[str] = field(default_factory=list)
    _was_left: bool = False
    _remarks: list[ParagraphBlock] = field(default_factory=list)
    _number: ListNumber | None = None

    def blocks(self, blocks: Iterable[Block], place: WordPlace) -> Iterator[Node]:
        """Write blocks one after the other. Remarks are on the last paragraph of the block before them."""
        for block, remarks in with_remarks(blocks):
            if block is None:
                self._remarks += remarks
                continue
            nodes = self.writers[type(block)](block, self, place)
            yield from self._remarked(list(nodes), remarks) if remarks else nodes

    def _remarked(self, nodes: list[Node], remarks: list[ParagraphBlock]) -> list[Node]:
        for at, node in reversed([*enumerate(nodes)]):
            if isinstance(node, WordParagraph):
                remarked = replace(node, inside=self.remarks.around(remarks, node.inside))
                return [*nodes[:at], remarked, *nodes[at + 1 :]]
        self._remarks += remarks  # a table alone: the next paragraph has them
        return nodes

    def paragraph(
        self, style: str, children: Inlines = (), *, inside: str = "", heading: bool = False
    ) -> WordParagraph:
        """Return a paragraph of a line, or of runs that are ready.

        The ids that wait for a place are at it, and it is the list's entry that has waited for words.
        """
        runs = inside + (runs_xml(children, self, heading=heading) if children else "")
        properties = self.in_style(style) | self._end_of(children)
        if self._number:
            properties |= self._number.property
        remarks, self._remarks = self._remarks, []
        ids, self._ids, self._number = self._ids, [], None
        return WordParagraph(properties, self._placed(ids, self.remarks.around(remarks, runs)))

    def _placed(self, ids: list[str], runs: str) -> str:
        """Runs with the bookmarks of the places that begin with them, or of the place that they go on with."""
        was_left, self._was_left = self._was_left, False
        if was_left and not ids and self._within:
            return self.bookmarks.going_on(self._within[-1], runs)
        also, self._also = self._also, []
        return self.bookmarks.around(ids, runs) + self.bookmarks.around(also, "")

    def change(self, change: str, inside: str = "") -> str:
        """Return the mark of a change (``inserted`` or ``deleted``) around what stands in it, with its own number."""
        self._changes += 1
        return tag("w:ins" if change == "inserted" else "w:del", inside, id=self._changes, author=self.author)

    def _end_of(self, children: Inlines) -> dict[str, str]:
        """The property of a paragraph all of whose words came or went: its end came or went with them."""
        if len(children) == 1 and isinstance(children[0], ChangedInline):
            return {"rPr": tag("w:rPr", self.change(children[0].change))}
        return {}

    def within(self, ids: Iterable[str], nodes: Iterable[Node]) -> Iterator[Node]:
        """Write nodes as what the places of some ids hold, whose bookmarks are at the first paragraph.

        The first is the place's own; those that lead there as well are points behind the words. What follows and is no
        place of its own goes on with the place around them, and has a bookmark that says so. By these a file that comes
        back with comments tells which place each word stands in.
        """
        own = list(filter(None, ids))
        self._ids += own[:1]
        self._also += own[1:]
        self._within += own[:1]
        yield from nodes
        if own:
            self._within.pop()
            self._was_left = True

    def entry(self, number: ListNumber) -> None:
        """Let the next paragraph be an entry of a list."""
        self._number = number

    @property
    def waits_for_words(self) -> bool:
        """Whether an entry of a list has no paragraph yet."""
        return self._number is not None

    def marked(self, identifier: str, inside: str) -> str:
        """Return runs as the place of an id."""
        return self.bookmarks.around(filter(None, [identifier]), inside)

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return self.styles[name]

    def in_style(self, name: str) -> dict[str, str]:
        """Return the property of a paragraph in a style."""
        return on("pStyle", self.styles[name]) if name != "Normal" else {}

    def run_style(self, name: str) -> dict[str, str]:
        """Return the property of a run in a style."""
        return on("rStyle", self.styles[name])

    def typeset(self, text: str, *, heading: bool = False) -> str:
        """Set a text, as it is set in HTML and PDF. It stays as long as it is."""
        done = self.typographer.text(text)
        return without_short_end(done) if heading else done

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address outside of the report."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def picture(self, picture: WordPicture) -> str:
        """Return the id of the relationship to a picture."""
        return self.pictures.setdefault(picture, f"rIdPicture{len(self.pictures) + 1}")

    def marker(self, rating: RatingInline) -> str:
        """Return the marker of a rating, as a run."""
        size = self.theme.size((10.5, 15))
        drawn = marker(rating.rank, rating.ranks, palette=self.theme.palette)
        return self.drawings.run(drawn, size, size, lowered=1.5, room=2.5)


def leveled(name: str, depth: int) -> str:
    """Return the name of Word's style for a list in so many others."""
    level = min(max(depth, 1), _DEEPEST)
    return name if level == 1 else f"{name} {level}"
