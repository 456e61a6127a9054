"""The lists of a Word file: which of its paragraphs Word puts a number or bullet before, and how deep they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES = f"{W}pPr/{W}numPr"
_NO_LIST = "0"
"""The number that takes away the list of a style."""


class ListPlace(NamedTuple):
    """How deep an entry stands in its list, from 0, and whether Word counts it: with a number or a letter."""

    depth: int = 0
    counted: bool = False


class WordLists:
    """The lists of a document. ``rests_on`` is the style on which each style rests, by their ids."""

    def __init__(self, document: Document, rests_on: dict[str, str]) -> None:
        self._rests_on = rests_on
        self._formats = _formats(document)
        self._of_style = {
            style.get(f"{W}styleId", ""): found
            for style in document.styles.element.findall(f"{W}style")
            if (found := style.find(_PROPERTIES)) is not None
        }

    def place_of(self, paragraph: Any, style: str) -> ListPlace | None:
        """Return the place of a paragraph in its list: its own, or that of its style; None for one in no list."""
        own = paragraph.find(_PROPERTIES)
        inherited = next(
            (self._of_style[each] for each in chain(style, self._rests_on) if each in self._of_style), None
        )
        number = _value(own, "numId") or _value(inherited, "numId")
        if number == _NO_LIST or (own is None and inherited is None):
            return None
        depth = _value(own, "ilvl") or _value(inherited, "ilvl") or "0"
        return ListPlace(int(depth) if depth.isdigit() else 0, self._formats.get((number, depth), "bullet") != "bullet")

    def _above(self, style: str) -> list[str]:
        return [each for each in chain(style, self._rests_on) if each in self._of_style]


def chain(name: str, rests_on: dict[str, str]) -> list[str]:
    """Return a style, that on which it rests, and so on; a circle ends where it closes."""
    found: list[str] = []
    while name and name not in found:
        found.append(name)
        name = rests_on.get(name, "")
    return found


def _formats(document: Document) -> dict[tuple[str, str], str]:
    """What Word puts before entries (``decimal``, ``bullet``), by the number of the list and the depth."""
    from docx.oxml import parse_xml

    found: dict[tuple[str, str], str] = {}
    for relation in document.part.rels.values():
        if relation.is_external or relation.reltype.rpartition("/")[2] != "numbering":
            continue
        root = parse_xml(relation.target_part.blob)
        patterns = {each.get(f"{W}abstractNumId"): each for each in root.findall(f"{W}abstractNum")}
        for number in root.findall(f"{W}num"):
            pattern = patterns.get(_value(number, "abstractNumId"))
            for level in () if pattern is None else pattern.findall(f"{W}lvl"):
                found[number.get(f"{W}numId", ""), level.get(f"{W}ilvl", "")] = _value(level, "numFmt")
    return found


def _value(element: Any, name: str) -> str:
    """The value of an element below another one; empty where there is none."""
    found = None if element is None else element.find(f"{W}{name}")
    return "" if found is None else str(found.get(f"{W}val", ""))
