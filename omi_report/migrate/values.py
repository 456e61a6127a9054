"""Values as the former format read them."""

from __future__ import annotations

import re

from omi_report.migrate.page import Plain

_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,9}(?:\.0*)?\s*")
_YES = frozenset("1 true t yes y on".split())


def whole(value: Plain) -> int | None:
    """Return a whole number as it stands in a file; None where it is none."""
    return int(value.partition(".")[0]) if isinstance(value, str) and _WHOLE.fullmatch(value) else None


def is_yes(value: Plain) -> bool:
    """Say whether a value of a file means yes."""
    return isinstance(value, str) and value.strip().lower() in _YES
