"""What looks like an abbreviation: PPO, RoH, eOASys, OGRS2, PPOs."""

from __future__ import annotations

import re
from functools import cache

_BEFORE_PLURAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_LONGEST = 6  # «ASSESSMENT» in capitals is a word; UNICEF is an abbreviation


def looks_abbreviated(word: str) -> bool:
    """Say whether readers would take a word for an abbreviation, be it in the plural.

    Names such as McDonald and PowerPoint have two capitals too, but more small letters than large.
    """
    letters = singular(word)
    if not _begins_well().match(letters) or not letters.isascii() or not letters.isalnum():
        return False
    if len(letters) > _LONGEST and letters.isupper():
        return False
    large = sum(letter.isupper() for letter in letters)
    return large > 1 and 2 * large >= sum(letter.isalpha() for letter in letters)


def singular(word: str) -> str:
    """Return an abbreviation without the s of its plural; OASys has none."""
    return word[:-1] if word[-1:] == "s" and word[-2:-1] in _BEFORE_PLURAL else word


@cache
def _begins_well() -> re.Pattern[str]:
    return re.compile(r"[a-z]{0,2}[A-Z]")
