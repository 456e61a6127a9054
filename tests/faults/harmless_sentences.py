"""Operators that put a harmless sentence into a text."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeAlias

from tests.faults.insertion import with_sentence
from tests.faults.material import Material
from tests.faults.operator_types import Family, Harmless, Operators

Made: TypeAlias = Callable[[Material, random.Random], str | None]


def sentence(operators: Operators, name: str, family: Family, why: str, made: Made) -> None:
    """Take in an operator that puts a sentence into a text."""

    def operator(material: Material, rng: random.Random) -> Harmless | None:
        words = made(material, rng)
        inserted = with_sentence(material, rng, words, words) if words else None
        return Harmless(inserted.files, why, words) if inserted and words else None

    operator.__name__ = name
    operators.innocent(family)(operator)


def one_of(*forms: str) -> Made:
    """Make one of some sentences."""
    return lambda _material, rng: rng.choice(forms)


def filled(form: Sequence[str], words: str) -> Made:
    """Make a sentence of one of some forms, with one of some names, which bars divide."""
    return lambda _material, rng: rng.choice(form).format(rng.choice(words.split("|")).strip())
