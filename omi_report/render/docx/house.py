"""A house's own Word file → what reports take from it: styles, fonts, page set-up, headers and footers.

Anybody may have made the file: it is opened by `word_package` alone, which looks at every part of it first. Nothing
else is taken from it than is named here, and nothing that it links to is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from xml.etree import ElementTree

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.part import Part

from omi_report.render.docx.markup import NAMESPACES
from omi_report.render.docx.styles import NORMAL_TABLE, STYLES, TABLE_STYLE
from omi_report.render.docx.theme import PageSetup
from omi_report.word_package import WordFileError, open_word

_W: Final = f"{{{NAMESPACES['w']}}}"
_FONT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_INNER: Final = frozenset((RELATION.IMAGE, _FONT, RELATION.HYPERLINK))
"""What a header or a list of fonts may lead to."""


@dataclass(frozen=True, slots=True)
class HousePart:
    """A part that is taken over as it is: what it is, its bytes, and where it leads.

    ``ending`` is that of its name. ``leads`` are the kinds of relationships with their targets by their ids: a part of
    its own, or an address.
    """

    kind: str
    ending: str
    data: bytes
    leads: Mapping[str, tuple[str, HousePart | str]]


@dataclass(frozen=True, slots=True)
class House:
    """What is taken from a house's file.

    ``styles`` is its file of styles as bytes, ``named`` their ids by their names. ``headers`` and ``footers`` are by
    what pages they are for (default, first, even), and ``others`` the parts that hold its theme and its fonts.
    """

    styles: bytes
    named: Mapping[str, str]
    page: PageSetup
    headers: Mapping[str, HousePart]
    footers: Mapping[str, HousePart]
    others: Mapping[str, HousePart]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its styles."""
        styles = ElementTree.fromstring(self.styles).iter(f"{_W}style")  # noqa: S314 - looked at before
        return frozenset(style.get(f"{_W}styleId", "") for style in styles)

    @property
    def lists(self) -> int:
        """The highest number that its lists and their patterns have."""
        numbering = self.others.get("numbering")
        if numbering is None:
            return 0
        numbers = [
            int(each.get(f"{_W}{name}", "0"))
            for each in ElementTree.fromstring(numbering.data).iter()  # noqa: S314 - looked at before
            for name in ("abstractNumId", "numId")
        ]
        return max(numbers, default=0)

    def with_lists(self, patterns: str, lists: str) -> HousePart | None:
        """Return its file of lists with more patterns and more lists; None where it has none."""
        numbering = self.others.get("numbering")
        if numbering is None:
            return None
        data, end = numbering.data, b"</w:numbering>"
        begin = next((data.find(mark) for mark in (b"<w:num ", b"<w:numIdMac", end) if mark in data), -1)
        ended = next((data.find(mark) for mark in (b"<w:numIdMac", end) if mark in data), -1)
        mixed = data[:begin] + patterns.encode() + data[begin:ended] + lists.encode() + data[ended:]
        return replace(numbering, data=mixed)

    def with_styles(self, more: str) -> bytes:
        """Return the file of its styles with more of them."""
        head, end, rest = self.styles.rpartition(b"</w:styles>")
        return head + more.encode() + end + rest


def read_house(data: bytes, shown: str) -> House:
    """Read a house's file. Raises WordFileError for what cannot be opened safely, or has no styles."""
    document = open_word(data, shown)
    styles = document.part._styles_part.blob
    others = dict(_others(document, shown))
    lists = others["numbering"].data.rstrip() if "numbering" in others else b"</w:numbering>"
    if not (styles.rstrip().endswith(b"</w:styles>") and lists.endswith(b"</w:numbering>")):
        raise WordFileError(f"{shown} has its styles or lists in a form that omi does not know (save it anew in Word)")
    return House(
        styles=styles,
        named=dict(_named(styles)),
        page=_page_of(document),
        headers=_edges(document, "header", shown),
        footers=_edges(document, "footer", shown),
        others=others,
    )


def _others(document: WordDocument, shown: str) -> Iterator[tuple[str, HousePart]]:
    kinds = {RELATION.THEME: "theme1", RELATION.FONT_TABLE: "fontTable", RELATION.NUMBERING: "numbering"}
    for each in document.part.rels.values():
        if each.reltype in kinds and not each.is_external:
            yield kinds[each.reltype], _taken(each.target_part, shown)


def _named(styles: bytes) -> Iterator[tuple[str, str]]:
    """The styles that reports use as well, each by our name: Word takes no notice of capitals in its own."""
    ours: dict[str, tuple[str, str]] = {style.name.casefold(): (style.name, style.kind) for style in STYLES}
    ours |= {name.casefold(): (name, "table") for name in (TABLE_STYLE, NORMAL_TABLE)}
    ours["normal"] = ("Normal", "paragraph")
    for style in ElementTree.fromstring(styles).iter(f"{_W}style"):  # noqa: S314 - looked at before
        name = style.find(f"{_W}name")
        called = "" if name is None else name.get(f"{_W}val", "")
        known = ours.get(called.casefold())
        if known and known[1] == style.get(f"{_W}type"):
            yield known[0], style.get(f"{_W}styleId", "")


def _page_of(document: WordDocument) -> PageSetup:
    section = document.sections[0]
    size = int(section.page_width or 0) // 635, int(section.page_height or 0) // 635
    edges = {
        name: int(getattr(section, f"{name}_margin" if name in _SIDES else f"{name}_distance") or 0) // 635
        for name in (*_SIDES, "header", "footer")
    }
    return PageSetup((min(size), max(size)), edges)


_SIDES: Final = ("top", "right", "bottom", "left")


def _edges(document: WordDocument, which: str, shown: str) -> dict[str, HousePart]:
    """The headers or footers of the first section, by the pages that they are for."""
    found = {}
    properties: Any = document.sections[0]._sectPr
    for reference in properties.findall(f"{_W}{which}Reference"):
        relation = reference.get(f"{{{NAMESPACES['r']}}}id")
        found[str(reference.get(f"{_W}type"))] = _taken(document.part.rels[relation].target_part, shown)
    return found


def _taken(part: Part, shown: str, depth: int = 0) -> HousePart:
    leads: dict[str, tuple[str, HousePart | str]] = {}
    for identifier, each in part.rels.items():
        if each.is_external and each.reltype != RELATION.HYPERLINK:
            hint = "put the picture into the file itself"
            raise WordFileError(f"{shown} takes something from elsewhere for its headers or fonts ({hint})")
        if each.reltype in _INNER and depth == 0:
            leads[identifier] = (
                each.reltype,
                each.target_ref if each.is_external else _taken(each.target_part, shown, depth + 1),
            )
    return HousePart(str(part.content_type), str(part.partname.ext), part.blob, leads)
