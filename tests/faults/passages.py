"""The running words of an area, and changes of a stretch of them: what operators about language need."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Harmless, Place, with_text

MASK = "\ufffc"
"""Stands for what is no running word."""

_NO_WORDS = re.compile(
    r"\{\{[^}\n]*\}\}|\{[a-z]+\}`[^`\n]*`|`[^`\n]*`|\]\([^)\n]*\)|https?://\S+|\b(?:www\.|[\w.]+@)\S+"
    r"|\"[^\"\n]*\"|“[^”]*”|‘[^’]*’|«[^»]*»"
)
_QUOTED = ("'", '"')


@dataclass(frozen=True)
class Stretch:
    """Characters of a file that are running words of a value, and the pattern's match there."""

    value: Value
    start: int
    end: int
    match: re.Match[str]

    @property
    def text(self) -> str:
        """The characters."""
        return self.match.group()


def running(material: Material, value: Value) -> str:
    """Return the characters that a value is written with; figures, references, quotations and YAML's marks masked."""
    raw = material.raw(value)
    inner = raw
    if value.style in _QUOTED:
        inner = MASK + raw[1:-1] + MASK
    elif value.style:
        head = raw.index("\n")
        inner = MASK * head + raw[head:]
    return _NO_WORDS.sub(lambda match: MASK * len(match.group()), inner)


def sentences(material: Material) -> tuple[Value, ...]:
    """Return the values that are written as sentences: prose that ends with a full stop."""
    return tuple(value for value in material.prose if value.value.rstrip().endswith(".") and value.has_room)


def stretches(material: Material, pattern: str, values: Iterable[Value] | None = None) -> list[Stretch]:
    """Find a pattern in the running words of values, of all sentences unless others are named."""
    compiled = re.compile(pattern)
    return [
        Stretch(value, value.start + match.start(), value.start + match.end(), match)
        for value in (sentences(material) if values is None else values)
        for match in compiled.finditer(running(material, value))
    ]


def one_of(material: Material, rng: random.Random, pattern: str) -> Stretch | None:
    """Return a random place of a pattern in the sentences of an area; None where there is none."""
    found = stretches(material, pattern)
    return rng.choice(found) if found else None


def made(material: Material, stretch: Stretch, new: str, witness: str, *helps: str, shown: str = "") -> Fault:
    """Make a fault by putting other characters in the place of a stretch, and show it with the words around."""
    text = material.text(stretch.value.file)
    changed = text[: stretch.start] + new + text[stretch.end :]
    first, last = line_of(text, stretch.start), line_of(changed, stretch.start + len(new))
    at = tuple(Place(stretch.value.file, line) for line in range(first, last + 1))
    files = {stretch.value.file: changed.encode()}
    return Fault(files, at, witness, helps, shown or _shown(text, stretch, new))


def edited(material: Material, stretch: Stretch, new: str, why: str) -> Harmless:
    """Make a harmless edit in the same way."""
    text = material.text(stretch.value.file)
    changed = text[: stretch.start] + new + text[stretch.end :]
    return Harmless({stretch.value.file: changed.encode()}, why, _shown(text, stretch, new))


def written_anew(
    material: Material, value: Value, raw: str, witness: str, *helps: str, shown: str, lines: Iterable[int] = ()
) -> Fault:
    """Make a fault by writing a whole value anew. It is right to find it in any of its lines, or in ``lines``."""
    first = line_of(material.text(value.file), value.start)
    count = max(raw.rstrip("\n").count("\n"), 0)
    numbers = [first + number for number in lines] or range(first, first + count + 1)
    at = tuple(Place(value.file, number) for number in numbers)
    return Fault(with_text(material, value, raw), at, witness, helps, shown)


def indent_of(material: Material, value: Value) -> str:
    """Return the spaces before the lines of a block value."""
    match = re.search(r"\n( +)\S", material.raw(value))
    return match[1] if match else "  "


def block(value: Value, indent: str, lines: Iterable[str], mark: str = "|") -> str:
    """Return the characters of a block value with the lines given, and what follows the value as it was."""
    del value
    return mark + "\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in lines)


def _shown(text: str, stretch: Stretch, new: str) -> str:
    before = text[max(0, stretch.start - 25) : stretch.start]
    after = text[stretch.end : stretch.end + 25]
    old = text[stretch.start : stretch.end]
    return " ".join(f"…{before}[{old} → {new}]{after}…".split())
