"""What a machine made of a word: a key that hung («offfice»), a page that was scanned («govemment», «dient»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_LOOKS = (
    ("m", "rn"), ("m", "in"), ("m", "ni"), ("d", "cl"), ("h", "li"), ("h", "ti"), ("w", "vi"), ("w", "vv"), ("n", "ri"),
    ("u", "ii"), ("rn", "m"), ("in", "m"), ("cl", "d"), ("li", "h"), ("vv", "w"), ("ii", "u"), ("fl", "fi"),
)  # fmt: skip
"""What stands in a scanned word, and what it looks like in print."""


def meant_by(word: str) -> Iterator[str]:
    """Yield what a word in small letters may have been: without the repeats of a hung key, or before it was scanned."""
    if _hung().search(word):
        yield _hung().sub(r"\1", word)
        yield _hung().sub(r"\1\1", word)
    for seen, meant in _LOOKS:
        at = word.find(seen)
        while at >= 0:
            yield f"{word[:at]}{meant}{word[at + len(seen) :]}"
            at = word.find(seen, at + 1)


@cache
def _hung() -> re.Pattern[str]:
    return re.compile(r"(.)\1{2,}")
