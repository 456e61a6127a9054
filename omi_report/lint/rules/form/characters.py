"""What is wrong with a character: Unicode says what it is, and its neighbours whether it belongs there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_NEAR = 20
_SPACE = " "
_NO_BREAK = "\xa0"
_THIN = "\u2009\u200a\u202f"
"""Spaces that typesetters put between the groups of a number."""

_APOSTROPHES = frozenset("´ʹʼˈʽ‛′‵＇")
_HYPHENS = frozenset("\u2010\u2012\u2013\u2014\u2015\u2212\xaf\u02d7\u2043\ufe63")
_DASHES = frozenset("\u2013\u2014")
_PREFIXES = frozenset(
    "all anti by co counter cross ex face follow full half high hour inter intra long low mid mis multi near non on "
    "one over part post pre pro re risk self semi short single sub three two un under up well".split()
)
_SIGNS_OF_SCIENCE = frozenset("μΩπχαβγδεθλρσφ")


_SECOND_PARTS = frozenset(
    "based date do down free friendly in ins led level making off old only out outs related scale specific term time "
    "to up ups wide".split()
)


class Damage(NamedTuple):
    """Characters of a text that are damaged, from ``start`` up to ``end``, what they are, and what belongs there."""

    start: int
    end: int
    what: str
    right: str | None = None


def damaged(text: str, *, hyphenated: frozenset[str] = frozenset()) -> Iterator[Damage]:
    """Yield what is damaged in a text. ``hyphenated`` are the words that are known to have a hyphen."""
    for match in suspect().finditer(text):
        if match["read_wrongly"]:
            read = _read_again(match["read_wrongly"])
            if read is not None or match["read_wrongly"].startswith("â€"):
                yield Damage(*match.span(), "is damaged: UTF-8 that was read in another encoding", read)
            continue
        found = _single(text, match.start(), hyphenated)
        if found is not None:
            yield found


def _read_again(characters: str) -> str | None:
    """The characters that were saved as UTF-8 and read as Windows-1252; None where they were not."""
    try:
        read = b"".join(map(_byte, characters)).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    return read if len(read) < len(characters) else None


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _single(text: str, at: int, hyphenated: frozenset[str]) -> Damage | None:
    """What is wrong with the one character at an offset; None where it is right there."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if sign in _APOSTROPHES:
        return Damage(at, at + 1, "stands for an apostrophe", "'") if _is_latin(before) and _is_latin(after) else None
    if sign in _HYPHENS:
        return _hyphen(text, at, hyphenated)
    category = unicodedata.category(sign)
    match category:
        case "Zs":
            return _space(text, at)
        case "Cf" if _belongs_to_another_script(before) or _belongs_to_another_script(after):
            return None
        case "Cf":
            return Damage(at, at + 1, f"cannot be seen ({named(sign)})", "")
        case "Co":
            return Damage(at, at + 1, "is a symbol that only one font has, such as a bullet of a word processor", None)
        case "Cc":
            return Damage(at, at + 1, f"is a control character ({named(sign)})", "")
        case "Mn" if not before or not unicodedata.category(before).startswith(("L", "M", "S")):
            return Damage(at, at + 1, f"is an accent without its letter ({named(sign)})", None)
        case _:
            return _letter(text, at)


def _letter(text: str, at: int) -> Damage | None:
    sign = text[at]
    if sign == "\ufffd":
        return Damage(at, at + 1, "stands for a character that was lost", None)
    if sign == "\ufffc":
        return Damage(at, at + 1, "stands for a picture that was lost", None)
    kind = unicodedata.decomposition(sign).split(" ")[0]
    plain = unicodedata.normalize("NFKC", sign)
    if plain.isascii() and (kind in ("<wide>", "<font>") or (kind == "<compat>" and sign.isalpha())):
        what = "is one character for several letters, a ligature" if len(plain) > 1 else f"is a {named(sign)}"
        return Damage(at, at + 1, what, plain)
    if sign.isalpha() and _is_of_another_script(text, at):
        script = unicodedata.name(sign, "").split(" ")[0].capitalize()
        return Damage(at, at + 1, f"looks like a Latin letter and is a {script} one", None)
    return None


def _is_of_another_script(text: str, at: int) -> bool:
    """Say whether a letter stands in a word of Latin letters and is none, nor a sign as in «μg»."""
    sign = text[at]
    if _is_latin(sign) or not unicodedata.name(sign, "").startswith(("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")):
        return False
    if sign in _SIGNS_OF_SCIENCE and not (_is_latin(text[at - 1 : at]) and _is_latin(text[at + 1 : at + 2])):
        return False
    first, last = at, at
    while first and text[first - 1].isalpha():
        first -= 1
    while last < len(text) and text[last].isalpha():
        last += 1
    return any(map(_is_latin, text[first:last]))


def _space(text: str, at: int) -> Damage | None:
    sign, before, after = text[at], text[at - 2 : at], text[at + 1 : at + 3]
    beside = before[-1:].isspace() or after[:1].isspace()
    if sign == _NO_BREAK:
        words = len(before) == len(after) == 2 and (before + after).isalpha() and (before + after).islower()
        if not (words or beside):
            return None
        what = "is a no-break space" + ("" if beside else " between two ordinary words")
    elif sign in _THIN and (before[-1:].isdigit() or after[:1].isdigit()):
        return None
    else:
        what = f"is another space than the usual one ({named(sign)})"
    return Damage(at, at + 1, what, "" if beside else _SPACE)


def _hyphen(text: str, at: int, hyphenated: frozenset[str]) -> Damage | None:
    """A sign that stands for a hyphen inside a word. A dash may stand between two words."""
    first, last = _word_before(text, at), _word_after(text, at)
    if not first or not last:
        return None
    known = first.lower() in _PREFIXES or last in _SECOND_PARTS or f"{first}-{last}".lower() in hyphenated
    if text[at] in _DASHES and not known:
        return None
    return Damage(at, at + 1, f"stands where the word has a hyphen ({named(text[at])})", "-")


def _word_before(text: str, at: int) -> str:
    start = at
    while start > max(0, at - 30) and text[start - 1].isascii() and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def _word_after(text: str, at: int) -> str:
    end = at + 1
    while end < min(len(text), at + 30) and text[end].isascii() and text[end].isalpha():
        end += 1
    return text[at + 1 : end]


def word_around(text: str, start: int, end: int, middle: str | None = None) -> str:
    """Return the word around a stretch of a text, or the near part of a long one, with ``middle`` in its place."""
    first, last = start, end
    while first and start - first < _NEAR and text[first - 1].isalpha():
        first -= 1
    while last < len(text) and last - end < _NEAR and text[last].isalpha():
        last += 1
    return f"{text[first:start]}{text[start:end] if middle is None else middle}{text[end:last]}"


def named(sign: str) -> str:
    """The name that Unicode gives to a character, and its code."""
    return f"{unicodedata.name(sign, 'character').lower()}, U+{ord(sign):04X}"


def _is_latin(sign: str) -> bool:
    return (sign.isascii() and sign.isalpha()) or unicodedata.name(sign or "0", "").startswith("LATIN")


def _belongs_to_another_script(sign: str) -> bool:
    """Say whether a sign that cannot be seen has its sense beside a character: in Arabic, in a drawn sequence."""
    return bool(sign) and not sign.isascii() and unicodedata.category(sign)[0] in "LMS" and not _is_latin(sign)


@cache
def suspect() -> re.Pattern[str]:
    """What may be damaged, quick to find: all but ASCII, Latin letters, and signs that reports use.

    First comes what looks like UTF-8 read as Windows-1252: a letter that begins a sequence, and what follows one.
    """
    following = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    fine = "\x00-\x7f£§©«®°±²³¶·¹º»¼½¾\xaa\xb5¿À-ɏḀ-ỿ‘’“”„…•€™№†‡→←↑↓■□●○"
    return re.compile(
        rf"(?P<read_wrongly>[Â-ß]{following}|[à-ï]{following}{{2}}|[ð-ô]{following}{{3}}|â€)"
        rf"|[^{fine}]|\x7f|[–—](?=[a-z])"
    )
