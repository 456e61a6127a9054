"""Values as the former format read them, and what stands in mappings and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.migrate.page import Plain

_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,9}(?:\.0*)?\s*")
_YES = frozenset("1 true t yes y on".split())


def whole(value: Plain) -> int | None:
    """Return a whole number as it stands in a file; None where it is none."""
    return int(value.partition(".")[0]) if isinstance(value, str) and _WHOLE.fullmatch(value) else None


def is_yes(value: Plain) -> bool:
    """Say whether a value of a file means yes."""
    return isinstance(value, str) and value.strip().lower() in _YES


def mappings_in(data: dict[str, Plain], key: str) -> Iterator[tuple[int, dict[str, Plain]]]:
    """Yield each mapping of the list under a key, with its place in the list. What else stands there is passed over."""
    listed = data.get(key)
    for at, each in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(each, dict):
            yield at, each


def without(data: dict[str, Plain], *keys: str) -> dict[str, Plain]:
    """Return a mapping less some of its keys."""
    return {key: value for key, value in data.items() if key not in keys}
