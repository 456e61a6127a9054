"""What operators write with: a sentence put at the end of a text, several edits of a file at once, numbers in words."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Harmless, Place

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")

_LONG = 12
"""A block of this many words and more is a text that a sentence can be added to."""


@dataclass(frozen=True)
class Change:
    """The characters of a file from ``start`` up to ``end``, and what is written in their place.

    ``skip`` characters of that are there before the line that the fault is on.
    """

    file: str
    start: int
    end: int
    new: str
    skip: int = 0


def changed(material: Material, *changes: Change) -> tuple[dict[str, bytes], list[Place]]:
    """Make all changes, which do not overlap; return the files, and the line of each change in its new file."""
    by_file: dict[str, list[tuple[int, Change]]] = defaultdict(list)
    for number, change in enumerate(changes):
        by_file[change.file].append((number, change))
    files: dict[str, bytes] = {}
    places: dict[int, Place] = {}
    for file, of_file in by_file.items():
        text, new, done = material.text(file), "", 0
        for number, change in sorted(of_file, key=lambda pair: pair[1].start):
            new += text[done : change.start] + change.new
            places[number] = Place(file, line_of(new, len(new) - len(change.new) + change.skip))
            done = change.end
        files[file] = (new + text[done:]).encode()
    return files, [places[number] for number in range(len(changes))]


def texts(material: Material, *, file: str = "", key: str = "") -> list[Value]:
    """Return the blocks of prose in the files whose names begin with ``file``, perhaps those of one key alone.

    Each ends with a full stop: what is put after it is a sentence of its own.
    """
    return [
        value
        for value in material.prose
        if value.style == "|" and len(value.value.split()) >= _LONG and value.file.startswith(file)
        if not key or value.key == key or key in value.path
        if value.key not in ("notice", "note") and value.has_room and value.value.rstrip().endswith(".")
    ]


def at_end(material: Material, value: Value, sentence: str) -> Change:
    """Return the change that puts a sentence on a line of its own, at the end of the last paragraph of a block."""
    raw = material.raw(value).rstrip()
    last = raw.rsplit("\n", 1)[-1]
    indent = "\n" + last[: len(last) - len(last.lstrip())]
    end = value.start + len(raw)
    return Change(value.file, end, end, indent + sentence, len(indent))


def faulty(
    material: Material, rng: random.Random, sentence: str, witness: str, helps: Sequence[str], *, into: str = ""
) -> Fault | None:
    """Put a wrong sentence at the end of a text at random, of the files whose names begin with ``into``."""
    possible = texts(material, file=into)
    if not possible:
        return None
    files, places = changed(material, at_end(material, rng.choice(possible), sentence))
    return Fault(files, tuple(places), witness, lowered(helps), sentence)


def innocent(material: Material, rng: random.Random, sentence: str, why: str, *, into: str = "") -> Harmless | None:
    """Put a right sentence at the end of a text at random, of the files whose names begin with ``into``."""
    possible = texts(material, file=into)
    if not possible:
        return None
    files, _ = changed(material, at_end(material, rng.choice(possible), sentence))
    return Harmless(files, why, sentence)


def lowered(helps: Iterable[str]) -> tuple[str, ...]:
    """Return the words in small letters."""
    return tuple(str(each).lower() for each in helps)


def in_words(number: int) -> str:
    """Return a number up to ninety-nine in words, in figures above that."""
    if number <= 10:
        return WORDS[number]
    if number < 20:
        return TEENS[number - 11]
    if number >= 100:
        return str(number)
    return TENS[number // 10 - 2] + (f"-{WORDS[number % 10]}" if number % 10 else "")


def written(number: int) -> str:
    """Return a number as the house writes it: in words below ten."""
    return WORDS[number] if number < 10 else f"{number:,}"


def both(number: int) -> tuple[str, str]:
    """Return a number in figures and in words, as a message may have it."""
    return f"{number:,}", in_words(number)


def per_cent(count: int, base: int) -> int:
    """Return the percentage, rounded half up."""
    return (200 * count + base) // (2 * base)


def near(rng: random.Random, number: int, most: int | None = None) -> int:
    """Return another number, as slips of the pen make it: one off, digits swapped, a digit wrong; 1 or more."""
    swapped = int(str(number)[::-1]) if number < 100 else int(str(number)[:-2] + str(number)[:-3:-1])
    slips = [number + 1, number - 1, swapped, number + 10, number - 10, number + 2]
    return rng.choice([each for each in slips if each != number and each > 0 and (most is None or each <= most)])


def part_of(rng: random.Random, low: int = 5, high: int = 48) -> tuple[int, int]:
    """Return a count and its base, at random; the count is neither nothing, nor one, nor all."""
    base = rng.randint(low, high)
    return rng.randint(2, base - 1), base


def printed_part_of(material: Material, rng: random.Random) -> tuple[int, int]:
    """Return a count and its base that the area's policy on small counts lets a report print."""
    least = material.framework.get("disclosure", {}).get("minimum", 2)
    base = rng.randint(max(12, 2 * least), 48)
    return rng.randint(least, base - least), base


def lines(file: str, text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the lines of the characters from ``start`` up to ``end``."""
    for line in range(line_of(text, start), line_of(text, max(start, end - 1)) + 1):
        yield Place(file, line)


def title(words: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return words[:1].upper() + words[1:]


def with_figures(
    material: Material, rng: random.Random, sentence: str, figures: Sequence[str], why: str
) -> Harmless | None:
    """Put a right sentence at the end of a finding, and the figures that it uses among those of its criterion.

    ``sentence`` has `{0}`, `{1}` … in the places of the figures, perhaps with filters: `{0|count}`; ``figures`` are
    what an entry says: `26 of 32`, `57%`.
    """
    possible = [
        (value, at)
        for value in texts(material, file="criteria/")
        if (at := material.text(value.file).find("\npercentages:\n")) >= 0
    ]
    if not possible:
        return None
    value, at = rng.choice(possible)
    names = [f"added-{'abcdef'[number]}" for number in range(len(figures))]
    entries = "".join(f"  {name}: {figure}\n" for name, figure in zip(names, figures, strict=True))
    for number, name in enumerate(names):
        sentence = sentence.replace(f"{{{number}|", f"{{{{ {name} | ").replace(f"{{{number}}}", f"{{{{ {name} }}}}")
    sentence = re.sub(r"(\{\{ [\w-]+ \| \w+)\}", r"\1 }}", sentence)
    at += len("\npercentages:\n")
    files, _ = changed(material, Change(value.file, at, at, entries), at_end(material, value, sentence))
    return Harmless(files, why, f"{sentence} ({', '.join(figures)})")
