"""Puts sentences into the texts of an area, words into its labels, and slips into words; each at a random place."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Place

Files: TypeAlias = dict[str, bytes]

_SENTENCE_END = re.compile(r"[a-z)}]\.(?=\s)")
_LABELS = frozenset({"title", "caption", "heading", "label", "note", "source"})
_PLAIN = re.compile(r"[A-Za-z][\w ,.()’'/&-]*")
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{3,}")
_WRAPPED = 0.3
"""How often a line ends inside a sentence that is put in."""


class Inserted(NamedTuple):
    """The files after a sentence was put in, and the lines of the words in it that matter."""

    files: Files
    at: tuple[Place, ...]


class Occurrence(NamedTuple):
    """A stretch of a file that is a part of a value, not of a key or a comment."""

    file: str
    start: int
    end: int
    words: str


def faulty(
    inserted: Inserted | None, witness: str, helps: Iterable[str], shown: str, more: tuple[Place, ...] = ()
) -> Fault | None:
    """Make a fault of what was put in; ``more`` are other places where it is right to find it. None stays None."""
    if inserted is None:
        return None
    return Fault(inserted.files, (*inserted.at, *more), witness, tuple(each.lower() for each in helps), shown)


def running(material: Material) -> list[Value]:
    """The texts of some sentences, as a block of lines, outside of area.yaml."""
    return [each for each in material.prose if each.style == "|" and each.file != "area.yaml" and each.has_room]


def findings(material: Material) -> list[Value]:
    """The texts of findings."""
    return [each for each in running(material) if each.file.startswith("criteria/")]


def with_sentence(
    material: Material, rng: random.Random, sentence: str, marked: str, values: Sequence[Value] = ()
) -> Inserted | None:
    """Put a sentence behind another one, in one of some texts or of all; ``marked`` are the words of it that matter."""
    places = [place for value in values or running(material) for place in _ends(material, value)]
    if not places:
        return None
    file, offset = rng.choice(places)
    text = material.text(file)
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    indent = " " * (len(line) - len(line.lstrip()))
    written = " " + (_wrapped(sentence, indent + "  " * _is_item(line), rng) if rng.random() < _WRAPPED else sentence)
    new = text[:offset] + written + text[offset:]
    begin = re.search(r"\s+".join(map(re.escape, marked.split())), written)
    assert begin is not None, (sentence, marked)
    first, last = (line_of(new, offset + at) for at in begin.span())
    return Inserted({file: new.encode()}, tuple(Place(file, each) for each in range(first, last + 1)))


def label_values(material: Material, keys: Iterable[str] = _LABELS) -> list[Value]:
    """The titles, captions, headings and notes that stand on one line as plain words."""
    wanted = frozenset(keys)
    return [
        each
        for each in material.values
        if each.key in wanted and not each.style and each.file != "area.yaml" and _PLAIN.fullmatch(each.value)
    ]


def with_label(
    material: Material, rng: random.Random, made: Callable[[str], str], keys: Iterable[str] = _LABELS
) -> Inserted | None:
    """Make other words of a random title, caption, heading or note."""
    values = label_values(material, keys)
    if not values:
        return None
    value = rng.choice(values)
    return rewritten(material, value, made(value.value))


def rewritten(material: Material, value: Value, words: str) -> Inserted:
    """Write other words in the place of a value of one line, in quotation marks where YAML needs them."""
    text = material.text(value.file)
    raw = words if _PLAIN.fullmatch(words) and "," not in words else json.dumps(words, ensure_ascii=False)
    new = text[: value.start] + raw + text[value.end :]
    return Inserted({value.file: new.encode()}, (Place(value.file, line_of(text, value.start)),))


def occurrences(material: Material, pattern: str, values: Iterable[Value] = ()) -> list[Occurrence]:
    """Find a pattern in the characters of values: of some, or of all."""
    found = re.compile(pattern)
    return [
        Occurrence(value.file, value.start + match.start(), value.start + match.end(), match.group())
        for value in values or material.values
        for match in found.finditer(material.raw(value))
    ]


def swapped(material: Material, occurrence: Occurrence, words: str) -> Inserted:
    """Write other words in the place of some."""
    text = material.text(occurrence.file)
    new = text[: occurrence.start] + words + text[occurrence.end :]
    return Inserted({occurrence.file: new.encode()}, (Place(occurrence.file, line_of(text, occurrence.start)),))


def place_of(material: Material, occurrence: Occurrence) -> Place:
    """The line of an occurrence."""
    return Place(occurrence.file, line_of(material.text(occurrence.file), occurrence.start))


def slip(word: str, rng: random.Random) -> str:
    """Write a word as a tired hand does: two letters swapped, one left out, doubled or another one; not the first."""
    while True:
        at = rng.randrange(1, len(word) - 1)
        made = rng.choice(
            (
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + rng.choice("aeiou" if word[at] in "aeiou" else "rstnlmcdp") + word[at + 1 :],
            )
        )
        if made != word:
            return made


def slip_in(words: str, rng: random.Random) -> str:
    """Write one of several words with a slip: one of five letters and more, if there is one."""
    each = [match for match in re.finditer(r"[A-Za-z]{3,}", words) if len(match.group()) > 4] or list(
        re.finditer(r"[A-Za-z]{3,}", words)
    )
    chosen = rng.choice(each)
    return words[: chosen.start()] + slip(chosen.group(), rng) + words[chosen.end() :]


def small_words(material: Material) -> frozenset[str]:
    """The words that stand in small letters somewhere in the area."""
    return frozenset(word for value in material.prose for word in _SMALL_WORD.findall(value.value))


def _ends(material: Material, value: Value) -> list[tuple[str, int]]:
    raw = material.raw(value)
    return [
        (value.file, value.start + match.end())
        for match in _SENTENCE_END.finditer(raw)
        if raw.count('"', raw.rfind("\n\n", 0, match.start()) + 1, match.start()) % 2 == 0
    ]


def _is_item(line: str) -> bool:
    return line.lstrip().startswith(("- ", "* "))


def _wrapped(sentence: str, indent: str, rng: random.Random) -> str:
    """End a line at one of the spaces of a sentence, outside of figures and references, which stand on one line."""
    spaces = [match.start() for match in re.finditer(r" (?![^{}]*\})", sentence)]
    at = rng.choice(spaces)
    return f"{sentence[:at]}\n{indent}{sentence[at + 1 :]}"
