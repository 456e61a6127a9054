"""A text → a short name that tells people what it is about: ``victims-overlooked-half-plans``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from omi_report.prose.nodes import plain
from omi_report.prose.parse import parse

MOST_WORDS = 5
MOST_CHARACTERS = 40

ENGLISH_STOP_WORDS = frozenset(
    "a about after again all also although among an and another any are as at be because been before being "
    "between but by can could did do does during each even every for from had has have he her him his how however "
    "if in into is it its just many may might more most much of often on once only or other others our out over "
    "own she should since so some such than that the their them then there these they this those through to "
    "together too toward towards under until up upon very was we were what when where whether which while who "
    "whose why will with within would you your".split()
)
"""English words that say little of what a text is about; those that deny something are not among them."""

_FEWEST_WORDS = 2
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "", "'": ""}
)
"""Letters that are no base letter with a mark, and what joins the two halves of a word."""
_WORD = re.compile(r"[a-z0-9]+")


def slug_of(text: str, stop_words: Container[str] = ENGLISH_STOP_WORDS) -> str:
    """Return a name made of the first words of a Markdown text, in small ASCII letters and hyphens.

    Figures, references, markup and words with a digit are left out, and so are ``stop_words`` where enough words are
    left. The name is empty where the text has no word in Latin letters.
    """
    words = [word for word in _words(plain(parse(text).blocks)) if word.isalpha()]
    telling = [word for word in words if word not in stop_words]
    return _joined(telling if len(telling) >= _FEWEST_WORDS else words)


def _words(text: str) -> list[str]:
    plain_letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return _WORD.findall("".join(letter for letter in plain_letters if not unicodedata.combining(letter)))


def _joined(words: list[str]) -> str:
    name = "-".join(words[:MOST_WORDS])
    if len(name) <= MOST_CHARACTERS:
        return name
    whole_words = name[: MOST_CHARACTERS + 1].rpartition("-")[0]
    return whole_words or name[:MOST_CHARACTERS]
