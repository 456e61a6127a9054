"""XML as text, piece by piece, with its characters escaped, and properties in the order that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

NAMESPACES: Final[Mapping[str, str]] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
"""By the prefixes that are used here."""

_DECLARED = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""

PARAGRAPH_ORDER: Final = tuple(
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr".split()
)
"""The order of the properties of a paragraph (CT_PPr)."""

RUN_ORDER: Final = tuple(
    "rStyle rFonts b bCs i iCs caps noProof vanish webHidden color spacing position sz szCs "
    "u shd vertAlign rtl lang".split()
)
"""The order of the properties of a run (CT_RPr)."""


def tag(name: str, /, *inside: str, given: Mapping[str, str | int] | None = None, **own: str | int) -> str:
    """Return an element: its name with its prefix, what stands in it, and its attributes.

    The attributes of an element of Word's own have its prefix; others are ``given`` by their whole names.
    """
    prefix = "w:" if name.startswith("w:") else ""
    attributes = "".join(f" {prefix}{key}={quoteattr(_allowed(str(value)))}" for key, value in own.items())
    attributes += "".join(f" {key}={quoteattr(_allowed(str(value)))}" for key, value in (given or {}).items())
    content = "".join(inside)
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def words(text: str) -> str:
    """Return characters as they stand in an element."""
    return escape(_allowed(text))


def part(root: str, *inside: str, **attributes: str) -> str:
    """Return a whole file with a root element, which declares all prefixes."""
    ignorable = ' mc:Ignorable="adec"'
    own = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"{_HEAD}<{root}{_DECLARED}{ignorable}{own}>{''.join(inside)}</{root}>"


def plain_part(root: str, address: str, *inside: str) -> str:
    """Return a whole file of another namespace, which is that of elements without a prefix."""
    return f"{_HEAD}<{root} xmlns={quoteattr(address)}>{''.join(inside)}</{root}>"


def ordered(properties: Mapping[str, str], order: Iterable[str]) -> str:
    """Return properties, each an element by its name without a prefix, in an order that has all of them."""
    rank = {name: place for place, name in enumerate(order)}
    return "".join(properties[name] for name in sorted(properties, key=rank.__getitem__))


def on(name: str, value: str | int | None = None) -> dict[str, str]:
    """Return a property by its name: one with a value, or one that is just there."""
    return {name: tag(f"w:{name}") if value is None else tag(f"w:{name}", val=value)}


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
