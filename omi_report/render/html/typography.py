"""Typography of finished markup: curly quotation marks and apostrophes, spaces that do not break.

Texts stay as they are written until here. A part is set as a whole, so that a quotation that begins
before an emphasis and ends behind it is one quotation. Every change replaces one character by one, and
what is typeset already stays as it is.

Code, lines kept as written and addresses are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from omi_report.language.language import Language
from omi_report.numbering import NO_BREAK_SPACE

_TAG = re.compile(r"""(<!--.*?-->|<svg\b.*?</svg>|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)""", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")

_INLINE = frozenset(
    "a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup svg time u wbr".split()
)
"""Elements that a sentence runs through; any other begins a text of its own."""
_VERBATIM = frozenset("code kbd pre samp script style textarea var".split())
_HEADINGS = frozenset("h2 h3 h4 h5 h6 caption figcaption".split())

_ESCAPED = {"&#34;": '"', "&quot;": '"', "&#39;": "'", "&apos;": "'"}
_ENTITY = re.compile("|".join(_ESCAPED))
_ADDRESS = re.compile(r"""(?:\b\w+://|\b[\w.+'-]+@(?=\w))[^\s"<>“”]*[^\s"'<>“”‘’.,;:!?)]""")
_TO_SET = re.compile(r"""["'&]|[ \n][\d(]|\d[ \n]|[A-Z][ \n\u00a0]?\d""")
"""Found in every text that could change."""
_LAST_WORDS = re.compile(r"(?<=[ \n])([^ \n]+)([ \n])(\S{1,8}\s*)$")
"""The last word and the one before it, with all that stays on a line with that one: standard P 2.2."""
_LEAST_WORDS, _MOST_LETTERS = 4, 14
_LONGEST_RUN = 20
"""So many letters that stay on a line fit into a narrow one in large print, with its letters spaced out."""

_SYMBOLS = tuple("mm cm m km ha mg g kg ml l mph km/h kWh °C am pm".split())
"""The signs of measures, which are alike in all languages."""

_STRAIGHT = re.compile("[\"']")
_DECADE = re.compile(r"\d0s\b")
"""What follows the apostrophe in the '90s."""

_OPENS_AFTER = frozenset(" \n\t\u00a0([{–—/")
_OBJECT = "\ufffc"
"""Stands for a character that is left as it is."""


class Typographer:
    """Sets texts in a language.

    ``quotes`` are the marks “ ” ‘ ’ of the language. A line never ends between one of the ``labels``
    and its number (Table 1), nor between a number and one of the ``units`` (2 million, 5 November) or the sign of a
    measure (14 km²), nor between a word and a letter in brackets after it (strength (a)).
    """

    def __init__(self, quotes: str, labels: Iterable[str], units: Iterable[str]) -> None:
        self._quotes = {'"': (quotes[0], quotes[1]), "'": (quotes[2], quotes[3])}
        self._open_after = _OPENS_AFTER | {quotes[0], quotes[2]}
        self._bound = re.compile(
            rf"(?<!\w)(?:{_any_of(labels)})[ \n](?=(?:(?-i:[A-Z]{{1,3}})[ {NO_BREAK_SPACE}]?)?\d)"
            rf"|(?<=\w)[ \n](?=\([a-z]\))"
            rf"|(?<=\d)[ \n](?=(?:{_any_of(units)})(?!\w)|(?-i:{_any_of(_SYMBOLS)})(?![^\W\d_]))",
            re.IGNORECASE,
        )

    def text(self, text: str) -> str:
        """Set one text. It stays as long as it is."""
        if not _TO_SET.search(text):
            return text
        masked = _ADDRESS.sub(lambda found: _OBJECT * len(found[0]), text) if "//" in text or "@" in text else text
        bound = self._bound.sub(lambda found: found[0].replace("\n", " ").replace(" ", NO_BREAK_SPACE), masked)
        quoted = self._curled(bound)
        if _OBJECT not in quoted:
            return quoted
        return "".join(kept if each == _OBJECT else each for kept, each in zip(text, quoted, strict=True))

    def markup(self, page: str) -> str:
        """Set the texts of a piece of HTML; its tags and their attributes stay as they are."""
        pieces = _TAG.split(page)  # texts at even places, tags and drawings at odd ones
        begun: list[int] = []
        heading, verbatim, kept = False, 0, set[int]()
        for index, piece in enumerate(pieces):
            if index % 2 == 0:
                begun.append(index)
                if verbatim:
                    kept.add(index)
                continue
            tag = _NAME.match(piece)
            if not tag:
                continue  # a comment
            closes, name = tag.groups()
            if name in _VERBATIM:
                verbatim += -1 if closes else 1
            elif name not in _INLINE:
                self._set(pieces, begun, kept, heading=heading)
                begun, heading = [], name in _HEADINGS and not closes
        self._set(pieces, begun, kept, heading=heading)
        return "".join(pieces)

    def _set(self, pieces: list[str], places: list[int], kept: set[int], *, heading: bool) -> None:
        """Set the pieces at some places as the one text that they are."""
        if not heading and not _TO_SET.search("".join(pieces[index] for index in places)):
            return
        for index in places:
            if index not in kept and "&" in pieces[index]:
                pieces[index] = _ENTITY.sub(lambda found: _ESCAPED[found[0]], pieces[index])
        text = "".join(_OBJECT * len(pieces[index]) if index in kept else pieces[index] for index in places)
        if not text.strip():
            return
        done = self.text(text)
        if heading:
            done = without_short_end(done)
        start = 0
        for index in places:
            end = start + len(pieces[index])
            if index not in kept:
                pieces[index] = done[start:end]
            start = end

    def _curled(self, text: str) -> str:
        """A text with its quotation marks and apostrophes curled."""
        characters = list(text)
        for found in _STRAIGHT.finditer(text):
            place = found.start()
            opening, closing = self._quotes[found[0]]
            before, after = characters[place - 1] if place else " ", text[place + 1 : place + 5]
            opens = before in self._open_after and after[:1].strip() != "" and not _DECADE.match(after)
            characters[place] = opening if opens else closing
        return "".join(characters)


def typographer(language: Language) -> Typographer:
    """Return the typographer of a language: its quotation marks, and which words stay with their numbers."""
    return Typographer(language.quotes, language.words_before_numbers, language.words_after_numbers)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def without_short_end(heading: str) -> str:
    """Return a heading whose last two words stay together, so that its last line is not one short word."""
    found = _LAST_WORDS.search(heading)
    if found is None or len(heading.split()) < _LEAST_WORDS:
        return heading
    before, last = found[1], found[3].rstrip()
    if len(before.split()[-1] + last) >= _MOST_LETTERS or len(before + last) >= _LONGEST_RUN:
        return heading
    return f"{heading[: found.start(2)]}{NO_BREAK_SPACE}{heading[found.end(2) :]}"
