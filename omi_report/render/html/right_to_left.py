"""Words that are written from right to left, such as names in Arabic or Hebrew letters, in a text from left to right.

They are put into an element of their own, which says their direction and their language: else punctuation and numbers
beside them would change their places, and a screen reader would take them for English.
"""

from __future__ import annotations

import re

from omi_report.fonts.right_to_left import IS_RIGHT_TO_LEFT, RIGHT_TO_LEFT

_SIGNS = r"\u0600-\u060f\u0660-\u066d\u06dd\u06f0-\u06f9"
"""Figures and signs such as that of per cent, which have no direction of their own: alone they are no words."""

_WORDS = re.compile(
    rf"(?![{_SIGNS}])[{RIGHT_TO_LEFT}](?:[{RIGHT_TO_LEFT}\s\d\u200c-\u200f.'’״׳\"“”()-]*[{RIGHT_TO_LEFT}\u200c-\u200f])?\)?"
)
"""Words with what stands between them, from the first letter to the last, and the bracket that ends them. A comma of
English parts the names of a list, each of which stands by itself."""

_PIECES = re.compile(
    r"""(<!--.*?-->|<(?:svg|script|style|textarea|title)\b.*?</(?:svg|script|style|textarea|title)>|"""
    r"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>)""",
    re.DOTALL,
)
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
_URDU = re.compile("[ٹڈڑںےھہ]")
_PERSIAN = re.compile("[پچژگکی]")
"""Letters that Arabic does not have."""


def isolated(markup: str) -> str:
    """Return a piece of HTML in which each run of words from right to left has a ``bdi`` element of its own.

    Tags, attributes, drawings and scripts stay as they are. Markup without such words costs next to nothing.
    """
    if not IS_RIGHT_TO_LEFT.search(markup):
        return markup
    pieces = _PIECES.split(markup)  # texts at even places
    pieces[::2] = [_WORDS.sub(_set_apart, text) for text in pieces[::2]]
    return "".join(pieces)


def _set_apart(found: re.Match[str]) -> str:
    words, behind = found[0], ""
    if words.endswith(")") and words.count("(") < words.count(")"):
        words, behind = words[:-1], ")"
    return f'<bdi lang="{_language(words)}" dir="rtl">{words}</bdi>{behind}'


def _language(words: str) -> str:
    """The likely language of some words, by their letters."""
    if _HEBREW.search(words):
        return "he"
    if _URDU.search(words):
        return "ur"
    return "fa" if _PERSIAN.search(words) else "ar"
