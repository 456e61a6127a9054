"""Whether the fonts of a report have a character, or draw it without having it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from omi_report.fonts.coverage import ARABIC, COVERED, FALLBACK, HEBREW
from omi_report.fonts.files import CORE, FALLBACKS, PLAIN, Fallback

_DRAWN_AS_NOTHING = frozenset((0x034F, *range(0xFE00, 0xFE10)))
"""Signs that only change how their neighbour is drawn. Where the fonts lack that one, it alone is told of."""


def missing_in(text: str) -> Iterator[int]:
    """Yield the places of the characters of a text that no font has. A text in ASCII costs next to nothing."""
    if not text.isascii():
        for match in outside().finditer(text):
            if not is_drawn(match[0]):
                yield match.start()


def from_fallbacks(texts: Iterable[str]) -> Mapping[Fallback, frozenset[str]]:
    """Return the fonts of last resort that some texts need, each with the characters for which they need it."""
    signs = {sign for text in texts if not text.isascii() for sign in _outside_own().findall(text)}
    lacking = frozenset(sign for sign in signs if not _drawn(sign, _outside_own()))
    needed = {font: frozenset(filter(has.match, lacking)) for font, has in _fallbacks()}
    return {font: characters for font, characters in needed.items() if characters}


def in_core(texts: Iterable[str]) -> bool:
    """Say whether some texts have no other characters than those that most reports have."""
    return not any(_outside_core().search(text) for text in texts if not text.isascii())


def in_plain(texts: Iterable[str]) -> bool:
    """Say whether some texts, as they are read, have no other characters than the plainest reports have."""
    return {ord(sign) for sign in set().union(*texts)} - {0x09, 0x0A, 0x0D} <= PLAIN


@cache
def _outside_core() -> re.Pattern[str]:
    return re.compile(f"[^{''.join(re.escape(chr(code)) for code in CORE)}\n\r\t]")


@cache
def outside() -> re.Pattern[str]:
    """A character that no font has under its own code."""
    return re.compile(rf"[^{COVERED}{FALLBACK}{HEBREW}{ARABIC}\n\r\t]")


@cache
def _fallbacks() -> tuple[tuple[Fallback, re.Pattern[str]], ...]:
    """Each font of last resort, with the characters that it has under their own codes."""
    return tuple(zip(FALLBACKS, (re.compile(f"[{each}]") for each in (FALLBACK, HEBREW, ARABIC)), strict=True))


@cache
def _outside_own() -> re.Pattern[str]:
    """A character that the fonts of every report do not have under its own code."""
    return re.compile(rf"[^{COVERED}\n\r\t]")


@lru_cache(maxsize=4096)
def is_drawn(sign: str) -> bool:
    """Say whether a character can be drawn: the fonts have it, or its letter and accents, or nothing is seen of it."""
    return _drawn(sign, outside())


@lru_cache(maxsize=4096)
def _drawn(sign: str, without: re.Pattern[str]) -> bool:
    if not without.match(sign):
        return True
    if unicodedata.category(sign) in ("Cf", "Zs") or ord(sign) in _DRAWN_AS_NOTHING:
        return True
    parts = unicodedata.normalize("NFD", sign)
    return parts != sign and not without.search(parts)
