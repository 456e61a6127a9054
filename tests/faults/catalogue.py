"""All fault operators and harmless operators, from the modules in `operators/`; nothing lists the modules."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from tests.faults.operator_types import Family, FaultOperator, HarmlessOperator, Operators

FAMILIES: tuple[Family, ...] = get_args(Family)

_FOLDER = Path(__file__).parent / "operators"


@dataclass(frozen=True)
class Known:
    """An operator: its name, the family of the faults that it makes or resembles, and whether its author was blind.

    The name is that of its module and its own, `words.word_doubled`: authors need not know the names of each other.
    """

    name: str
    family: Family
    blind: bool
    makes: FaultOperator | HarmlessOperator
    harmless: bool


@dataclass(frozen=True)
class Chosen:
    """What of the operators is wanted: an empty choice is all of them. ``author`` is `blind`, `open` or empty.

    ``module`` is what the name of an operator's module begins with.
    """

    names: frozenset[str] = frozenset()
    family: str = ""
    author: str = ""
    module: str = ""

    def has(self, operator: Known) -> bool:
        """Say whether an operator is wanted."""
        return (
            (not self.names or operator.name in self.names)
            and self.family in ("", operator.family)
            and self.author in ("", "blind" if operator.blind else "open")
            and operator.name.startswith(self.module)
        )


@cache
def all_operators() -> tuple[Known, ...]:
    """Return every operator, in the order of their names."""
    found: list[Known] = []
    for path in sorted(_FOLDER.glob("*.py")):
        operators = getattr(importlib.import_module(f"tests.faults.operators.{path.stem}"), "OPERATORS", None)
        if isinstance(operators, Operators):
            sorts = ((operators.faults, False), (operators.harmless, True))
            found += (
                Known(f"{path.stem}.{name}", family, operators.blind, function, harmless)
                for functions, harmless in sorts
                for name, (family, function) in functions.items()
            )
    return tuple(sorted(found, key=lambda each: each.name))


def of_families(operators: Collection[Known], harmless: bool) -> dict[Family, list[Known]]:
    """Return the operators of a sort by their families, without the families that have none."""
    by_family = {
        family: [each for each in operators if each.family == family and each.harmless is harmless]
        for family in FAMILIES
    }
    return {family: each for family, each in by_family.items() if each}
