"""The spaces at which lines were broken: the layout leaves them out, and words of two lines would be read as one.

Such a space is painted at the end of the line, where it cannot be seen. It is then read, found and copied.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

import pikepdf

from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split()
)
_NEAR = 12
"""So many characters on each side of a line's end are looked for in the text of the element."""

_SEQUENCE = re.compile(rb"<<\s*/MCID (\d+)\s*>>\s*BDC.*?EMC", re.DOTALL)
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_TEXT_ENDS = b"] TJ"


def before_spaces(kids: Iterable[Kid]) -> Iterator[Mark]:
    """Return the marks of text behind which the HTML has a space and the page none.

    ``kids`` are the HTML elements of the pages.
    """
    for kid in kids:
        if isinstance(kid, TagNode):
            yield from before_spaces(kid.kids)
            yield from _in_element(kid)


def _in_element(node: TagNode) -> Iterator[Mark]:
    last, broken = Mark(0, 0), False
    for kid in node.kids:
        if not _is_inline(kid):
            last, broken = Mark(0, 0), False
            continue
        broken = broken or _tag(kid).partition("::")[0] == "br"
        for tag, text in _texts(kid, _tag(kid)):
            if not text.text.strip(" ." if tag.endswith("::after") else None):
                broken = True  # a space alone is laid out and not painted; the dots of a leader are not read
                continue
            if _touch(last.text, text.text) and (broken or _parted(last.text, text.text, node, tag)):
                yield last
            last, broken = text, False


def _touch(before: str, after: str) -> bool:
    return before != "" and not before[-1].isspace() and not after[0].isspace()


def _parted(before: str, after: str, node: TagNode, tag: str) -> bool:
    """Say whether a space stands between two pieces in an element's text, or styles add a word to it."""
    if tag.endswith(("::before", "::after")) and (after[0] == "(" or (before[-1].isalnum() and after[0].isalnum())):
        return True
    return f"{_one_line(before[-_NEAR:])} {_one_line(after[:_NEAR])}" in node.words


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tag(kid: Kid) -> str:
    return kid.tag if isinstance(kid, TagNode) else ""


def _is_inline(kid: Kid) -> bool:
    return not isinstance(kid, TagNode) or "::" in kid.tag or kid.tag in _INLINE


def _texts(kid: Kid, tag: str) -> Iterator[tuple[str, Mark]]:
    """The texts of an element and of those in it, each with the tag of what it stands in."""
    if isinstance(kid, TagNode):
        for inner in kid.kids:
            yield from _texts(inner, kid.tag)
    elif isinstance(kid, Mark) and kid.text and not kid.artifact:
        yield tag, kid


def paint_spaces(pdf: pikepdf.Pdf, marks: Iterable[Mark], spaces: Mapping[str, int]) -> None:
    """Paint a space at the end of each of some marked sequences, in the font of its last text.

    ``spaces`` are the glyphs of the space, by the names of the fonts. A font without one is left as it is.
    """
    codes = {font.encode(): b"<%04x>" % glyph for font, glyph in spaces.items()}
    wanted: dict[int, set[int]] = {}
    for mark in marks:
        wanted.setdefault(mark.page, set()).add(mark.number)
    for number, page in enumerate(pdf.pages):
        if number in wanted:
            content = page.obj.Contents
            content.write(_with_spaces(content.read_bytes(), wanted[number], codes))


def _with_spaces(content: bytes, numbers: Collection[int], codes: Mapping[bytes, bytes]) -> bytes:
    """What a page paints, with a space at the end of some marked sequences."""

    def with_space(match: re.Match[bytes]) -> bytes:
        sequence, named = match[0], _FONT.findall(match[0])
        end = sequence.rfind(_TEXT_ENDS)
        if int(match[1]) not in numbers or not named or end < 0:
            return sequence
        return sequence[:end] + codes.get(named[-1], b"") + sequence[end:]

    return _SEQUENCE.sub(with_space, content)
