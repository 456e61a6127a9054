"""A flaw of a framework: what contradicts itself in it, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from omi_report.model import shape_rules as rules
from omi_report.problems import Rule
from omi_report.source.tree import Path


class Flaw(NamedTuple):
    """What is wrong inside a framework, and where. With ``key`` the path means the key, else its value."""

    path: Path
    message: str
    hint: str
    key: bool = False
    rule: Rule = rules.INCONSISTENT_FRAMEWORK


Place: TypeAlias = tuple[Path, str]
"""A value and where it stands."""


def twice(what: str, named: Iterable[Place]) -> Iterator[Flaw]:
    """Yield a flaw for each name that stands a second time; ``what`` says what the names are of."""
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Flaw(path, f"there is a second {what} «{name}»", "give each a number or a name of its own")
        seen.add(name)
