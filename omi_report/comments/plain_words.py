"""Words compared as people compare them: without marks, spaces and capitals, which programs change."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)  # of the places of a report, which many comments are held against
def in_plain_words(text: str) -> str:
    """Return the words of a text in small letters, without marks, with a space before and behind each."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
