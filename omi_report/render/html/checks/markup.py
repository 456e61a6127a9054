"""A page → its elements, in order, and the tags that do not fit together. It is parsed once for all checks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from omi_report.problems import excerpt

MARK: Final = "data-omi-made"
"""The attribute by which a tag says in which template it was written, where a page is made to tell of that."""

_MARK_IN_TAG = re.compile(rf' {MARK}=["”]([^"”]*)["”]')
"""In a tag that is broken, typography takes its quotation marks for those of a text."""

VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED_BY_NEXT: Final = frozenset("p li dt dd tr td th thead tbody tfoot option optgroup colgroup".split())
"""Elements whose end need not be written."""

_CELLS = frozenset(("td", "th"))
_ENDS: Final[Mapping[str, frozenset[str]]] = {
    "li": frozenset(("p", "li")),
    "dt": frozenset(("p", "dt", "dd")),
    "dd": frozenset(("p", "dt", "dd")),
    "td": _CELLS | {"p"},
    "th": _CELLS | {"p"},
    "tr": _CELLS | {"p", "tr", "colgroup"},
    **dict.fromkeys(("thead", "tbody", "tfoot"), _CELLS | {"p", "tr", "thead", "tbody", "tfoot", "colgroup"}),
    "option": frozenset(("option",)),
    "optgroup": frozenset(("option", "optgroup")),
}
"""What the beginning of an element ends, where it is the innermost that is open."""

_ENDS_PARAGRAPH: Final = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr main menu nav ol p pre section table ul".split()
)
_HOLDS_PARAGRAPHS: Final = frozenset("td th caption button object svg template table".split())
"""Where one of these stands between, a paragraph around it goes on."""

_READ: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "script", "style"))
"""Elements whose text the checks look at."""


@dataclass(eq=False, slots=True)
class Element:
    """An element of a page: its tag as it is written, its attributes, its text if the checks look at it.

    ``made`` is where it or the nearest element around it was written: a template of the user's own with its line.
    It is empty where no such element says so.
    """

    name: str
    tag: str
    attributes: Mapping[str, str]
    made: str
    text: str = ""

    @property
    def shown(self) -> str:
        """Its tag as a message shows it."""
        return f"«{excerpt(self.tag, 80)}»"


@dataclass(frozen=True, slots=True)
class Tangle:
    """A tag that does not fit to those around it: a sentence about it, and where it was written."""

    said: str
    made: str


@dataclass(slots=True)
class Markup:
    """A page as elements in the order in which they begin."""

    elements: list[Element] = field(default_factory=list)
    tangles: list[Tangle] = field(default_factory=list)

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the elements of some names."""
        return (element for element in self.elements if element.name in names)


def markup_of(page: str) -> Markup:
    """Parse a page."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end()
    return reader.markup


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.markup = Markup()
        self._open: list[Element] = []
        self._read: list[Element] = []
        self._end_tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._make_room(tag)
        element = self._element(tag, attrs)
        if tag not in VOID:
            self._open.append(element)
            if tag in _READ:
                self._read.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.handle_starttag(tag, attrs)
        else:
            drawn = tag == "svg" or any(each.name == "svg" for each in self._open)
            element = self._element(tag, attrs)
            if not drawn:
                self._tangled(f"{element.shown} is not closed by its stroke: write <{tag}></{tag}>", element.made)

    def parse_endtag(self, i: int) -> int:
        self._end_tag = self.rawdata[i : self.rawdata.find(">", i) + 1]
        return super().parse_endtag(i)

    def handle_endtag(self, tag: str) -> None:
        made = self._made(self._end_tag)
        if not any(each.name == tag for each in self._open):
            hint = ": something before it has ended the paragraph" if tag == "p" else ""
            self._tangled(f"«</{tag}>» ends nothing that is open{hint}", made)
            return
        while (last := self._pop()).name != tag:
            if last.name not in _ENDED_BY_NEXT:
                self._tangled(f"{last.shown} is not closed before «</{tag}>»", last.made)

    def handle_data(self, data: str) -> None:
        for element in self._read:
            element.text += data

    def end(self) -> None:
        """Say what is open at the end of the page."""
        while self._open:
            last = self._pop()
            if last.name not in _ENDED_BY_NEXT:
                self._tangled(f"{last.shown} is never closed", last.made)

    def _make_room(self, tag: str) -> None:
        """End what the beginning of an element ends; say where it cannot stand."""
        ended: Callable[[str], bool] = _ENDS.get(tag, frozenset()).__contains__
        while self._open and ended(self._open[-1].name):
            self._pop()
        if tag in _ENDS_PARAGRAPH:
            if self._open and self._open[-1].name == "p":
                self._pop()
            elif around := self._paragraph():
                self._tangled(
                    f"«<{tag}>» stands inside of a paragraph, which ends before it: {around.shown}", around.made
                )
        elif tag == "a" and (around := next((each for each in self._open if each.name == "a"), None)):
            self._tangled(f"a link stands inside of another: {around.shown}", around.made)

    def _paragraph(self) -> Element | None:
        """The paragraph that is open, if there is nothing in it that can hold others."""
        for element in reversed(self._open):
            if element.name in _HOLDS_PARAGRAPHS:
                return None
            if element.name == "p":
                return element
        return None

    def _pop(self) -> Element:
        last = self._open.pop()
        if self._read and self._read[-1] is last:
            self._read.pop()
        return last

    def _element(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        written = self.get_starttag_text() or f"<{tag}>"
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, _MARK_IN_TAG.sub("", written), attributes, self._made(written))
        self.markup.elements.append(element)
        return element

    def _made(self, tag: str) -> str:
        """Where a tag was written, or else what is around it."""
        mark = _MARK_IN_TAG.search(tag)
        if mark:
            return html.unescape(mark[1])
        return self._open[-1].made if self._open else ""

    def _tangled(self, said: str, made: str) -> None:
        self.markup.tangles.append(Tangle(said, made))
