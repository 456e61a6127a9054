"""Patterns that are compiled when a text is first held against them.

Compiling the patterns of all rules takes as long as using them, and most of them wait for a word that an area never
has.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LazyRegex:
    """Stands for a compiled pattern. Each method is that of the pattern itself from its second use on."""

    def __init__(self, written: str, flags: int) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._written, self._flags), name)
        self.__dict__[name] = value
        return value


def lazy_regex(written: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would, compiled when it is first used; a mistake in it is found only then."""
    return cast("re.Pattern[str]", _LazyRegex(written, flags))
