"""Which files the texts of a file name as pictures, told without reading the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


def pictures_named(text: str) -> Iterator[str]:
    """Yield the files that a text, or a file of texts, may name as pictures."""
    if "![" in text:
        yield from _named().findall(text)


@cache
def _named() -> re.Pattern[str]:
    return re.compile(r"!\[[^\]\n]{0,1000}\]\([ \t]*([^\"\\\n)]{1,300}?)[ \t]*[\\\")]")
