"""Pictures in texts: ``![what it shows](images/office.jpg "caption")`` on a line, and below it where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.rules_inline import StateInline

from omi_report.prose.nodes import Fault, Inline, Span, TextPicture

_ANY = re.compile(r"!\[[^\]\n]{0,1000}\]\([^)\n]{0,1000}\)")
_PICTURE = re.compile(
    r"!\[(?P<alt>[^\]\n]*)\]\([ \t]*(?P<file>[^\"\n]*?)[ \t]*(?:(?<=[ \t])\"(?P<caption>[^\"\n]*)\"[ \t]*)?\)"
)
_FILE = re.compile(r"images/(?:[a-z0-9_][a-z0-9_. -]*/)*[a-z0-9_][a-z0-9_. -]*\.(?:png|jpe?g)", re.IGNORECASE)


def picture_rule(state: StateInline, silent: bool) -> bool:
    """Read a picture at the parser's position."""
    match = _ANY.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("picture", "", 0)
        token.content = match.group()
        token.meta = {"offset": match.start(), "length": match.end() - match.start()}
    state.pos = match.end()
    return True


class WrittenPicture(NamedTuple):
    """The line of a picture as it is written, with offsets in the text from its first character on."""

    file: str
    alt: str
    caption: str
    spans: dict[str, Span]


def picture_line(written: str, start: int) -> WrittenPicture | None:
    """Read the line of a picture that begins at an offset; None where it is none."""
    match = _PICTURE.fullmatch(written)
    if match is None:
        return None
    spans = {
        name: Span(start + match.start(name), start + match.end(name))
        for name in ("alt", "file", "caption")
        if match[name] is not None
    }
    return WrittenPicture(match["file"], match["alt"], match["caption"] or "", spans)


def marks_of(written: WrittenPicture, start: int, end: int) -> tuple[Span, ...]:
    """Return where the line of a picture has no words: around what it shows, and around its caption."""
    words = [written.spans[name] for name in ("alt", "caption") if name in written.spans]
    edges = [start, *(edge for span in words for edge in span), end]
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))


def picture_faults(picture: TextPicture, credit: tuple[Inline, ...]) -> Iterator[Fault]:
    """Yield what is wrong with a picture, at the place of its line or of the file that it names."""
    first, last = picture.marks[0].start, picture.marks[-1].end
    if not picture.alt.strip():
        yield Fault("picture_alt", first, last - first)
    if not credit:
        yield Fault("picture_credit", first, last - first)
    if not _FILE.fullmatch(picture.file) or ".." in picture.file:
        yield Fault("picture_file", picture.address.start, max(1, picture.address.end - picture.address.start))
    if "{" in picture.alt + picture.caption:
        yield Fault("picture_words", first, last - first)
