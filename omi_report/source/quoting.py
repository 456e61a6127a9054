"""A line of text → how YAML writes it."""

from __future__ import annotations

import re

_WORDS = frozenset(("yes", "no", "on", "off", "true", "false", "null"))
"""What YAML may take for something else than a text."""


def quoted(text: str) -> str:
    """Return a line of text as a value of YAML, in quotation marks where it could be taken for something else."""
    import json  # only a new area is written with it

    line = " ".join(text.split())
    plain = re.fullmatch(r"[A-Za-z](?:[\w ,.()/–-]*[\w.)])?", line) and line.lower() not in _WORDS
    return line if plain else json.dumps(line, ensure_ascii=False)
