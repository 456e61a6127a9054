"""The block values of an area, and ways to write them anew: what operators about form need."""

from __future__ import annotations

import random
import re
import textwrap

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault
from tests.faults.passages import block, indent_of, sentences, written_anew


def blocks(material: Material) -> list[Value]:
    """Return the block values of plain paragraphs: no lists, quotations, headings."""
    return [
        value
        for value in sentences(material)
        if value.style == "|" and not re.search(r"(?m)^\s*(?:[-*+>#]|\d+[.)])\s", value.value)
    ]


def short_blocks(material: Material) -> list[Value]:
    """Return those of one paragraph that could stand without a bar: no colon, no braces at the start."""
    found = []
    for value in blocks(material):
        words = " ".join(value.value.split())
        if "\n\n" not in value.value.strip() and not re.search(r":(?: |$)| #|^[^A-Z]", words):
            found.append(value)
    return found


def findings(material: Material) -> list[Value]:
    """Return the values that are findings of a criterion."""
    keys = {each.get("key") for each in material.framework.get("findings", ()) if isinstance(each, dict)}
    return [value for value in blocks(material) if value.file.startswith("criteria/") and value.path[0] in keys]


def lettered_findings(material: Material) -> list[Value]:
    """Return the findings that are printed under a letter."""
    kinds = {each["key"]: each for each in material.framework.get("findings", ()) if isinstance(each, dict)}
    return [value for value in findings(material) if kinds[str(value.path[0])].get("mark") != "none"]


def chosen(rng: random.Random, values: list[Value]) -> Value | None:
    return rng.choice(values) if values else None


def lines_in(material: Material, value: Value) -> list[str]:
    """Return the lines of a block value, without their indent."""
    return textwrap.dedent(material.raw(value).split("\n", 1)[1]).rstrip("\n").split("\n")


def with_lines(
    material: Material,
    value: Value,
    lines: list[str],
    at: list[int],
    witness: str,
    *helps: str,
    shown: str,
    mark: str = "|",
) -> Fault:
    """Write a block value with other lines; ``at`` are numbers of its lines, from 0, where to find the fault."""
    raw = as_block(material, value, lines, mark)
    return written_anew(material, value, raw, witness, *helps, shown=shown, lines=[number + 1 for number in at])


def as_block(material: Material, value: Value, lines: list[str], mark: str = "|") -> str:
    raw = block(value, indent_of(material, value), lines, mark)
    return raw + material.raw(value)[len(material.raw(value).rstrip()) + 1 :]


def as_plain(material: Material, value: Value, words: str) -> str:
    """Return the characters of a block value if it stood as one plain line."""
    return words + "\n" + material.raw(value)[len(material.raw(value).rstrip()) + 1 :]


def one_line(value: Value) -> str:
    return " ".join(value.value.split())
