"""Comments that answer each other: which of them a conversation begins with, and how an answer is written down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

Key = TypeVar("Key", bound=Any)

_SIGNED = re.compile(r"^Reply \([^)\n]*\):", re.MULTILINE)


def first_of(key: Key, above: Mapping[Key, Key]) -> Key:
    """Return what a conversation begins with that a comment is part of; the least of those that answer in a circle.

    ``above`` has what each answers; what answers nothing is not in it, or has itself.
    """
    met = {key: None}
    while (key := above.get(key, key)) not in met:
        met[key] = None
    in_order = list(met)
    return min(in_order[in_order.index(key) :])


def reply(says: str, by: str, date: str) -> str:
    """Return an answer as it stands below what it answers, with who gave it and when, as far as the file tells."""
    signed = ", ".join(filter(None, (by, date)))
    return f"Reply{f' ({signed})' if signed else ''}: {says}"


def without_names(text: str) -> str:
    """Return what a comment says without who gave the answers in it, and when."""
    return _SIGNED.sub("Reply:", text)
