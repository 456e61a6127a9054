"""What the operators of the blind author share: where something stands, and how it is changed. No operators."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from tests.faults.material import Material, Value, YamlPath, line_of
from tests.faults.operator_types import Fault, Harmless, Place

Item = TypeVar("Item")

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

MONTHS = tuple("January February March April May June July August September October November December".split())

_MARKED = re.compile(
    r"""\{\{[^\n]*?\}\}          # a figure by its name
      | \{\w+\}`[^`]*`           # a reference
      | "[^"]*" | “[^”]*” | «[^»]*» | (?<!\w)'[^'\n]{2,80}?'(?!\w)   # quotations
      | `[^`]*`
      | \[[^\]\n]*\]\([^)\n]*\)  # a link
      | \A[|>][^\n]*             # the bar
    """,
    re.VERBOSE,
)
_HIDDEN = "\0"


@dataclass(frozen=True)
class Spot:
    """Some characters of a file, which stand in a value."""

    value: Value
    start: int
    end: int
    match: re.Match[str]

    def __getitem__(self, group: int) -> str:
        return self.match[group]


@dataclass(frozen=True)
class Edit:
    """Other characters in place of those of a file from ``start`` up to ``end``."""

    material: Material
    file: str
    start: int
    end: int
    new: str

    @property
    def files(self) -> dict[str, bytes]:
        """The file as it is then."""
        text = self.material.text(self.file)
        return {self.file: (text[: self.start] + self.new + text[self.end :]).encode()}

    @property
    def places(self) -> tuple[Place, ...]:
        """The lines that the new characters stand on."""
        text = self.material.text(self.file)
        first = line_of(text, self.start)
        lead = len(self.new) - len(self.new.lstrip("\n"))
        return tuple(Place(self.file, first + at) for at in range(lead, self.new.rstrip("\n").count("\n") + 1))

    def place(self, file: str, offset: int) -> Place:
        """Return the line that a character of the area is on after the edit."""
        text = self.material.text(file)
        shifted = file == self.file and offset >= self.end
        more = self.new.count("\n") - text.count("\n", self.start, self.end) if shifted else 0
        return Place(file, line_of(text, offset) + more)

    def lines(self, value: Value) -> tuple[Place, ...]:
        """Return all lines of a value after the edit."""
        text = self.material.text(value.file)
        last = value.start + len(text[value.start : value.end].rstrip())
        first, end = self.place(value.file, value.start), self.place(value.file, max(value.start, last))
        return tuple(Place(value.file, line) for line in range(first.line, end.line + 1))

    def fault(self, witness: str, helps: Iterable[object], shown: str = "", also: Iterable[Place] = ()) -> Fault:
        """Return the edit as a fault; it may be found on its lines and on those of ``also``."""
        words = tuple(str(each).lower() for each in helps)
        at = tuple(dict.fromkeys((*self.places, *also)))
        return Fault(self.files, at, witness, words, shown or self.shown)

    def harmless(self, why: str, shown: str = "") -> Harmless:
        """Return the edit as one that does no harm."""
        return Harmless(self.files, why, shown or self.shown)

    @property
    def shown(self) -> str:
        """What was there, and what is there now, each on one line."""
        old = self.material.text(self.file)[self.start : self.end]
        return f"{_short(old)} → {_short(self.new)}" if old.strip() else _short(self.new)


def pick(chance: random.Random, items: Sequence[Item]) -> Item | None:
    """Return one of some things, None where there is none."""
    return chance.choice(items) if items else None


@cache
def masked(text: str) -> str:
    """Return a text of the same length in which figures, references, quotations and the bar are hidden."""
    return _MARKED.sub(lambda match: _HIDDEN * len(match[0]), text)


def spots(material: Material, pattern: str, values: Iterable[Value] | None = None, flags: int = 0) -> list[Spot]:
    """Return where a pattern fits the written characters of values, the prose if none are given, outside quotations."""
    found = re.compile(pattern, flags)
    return [
        Spot(value, value.start + match.start(), value.start + match.end(), match)
        for value in (material.prose if values is None else values)
        for match in found.finditer(masked(material.raw(value)))
        if _HIDDEN not in match[0]
    ]


def texts(material: Material) -> list[Value]:
    """Return the texts of several lines that end with a sentence, but for the notice on the first page."""
    return [
        each
        for each in material.prose
        if each.style == "|" and each.value.rstrip()[-1:] in (".", "!", "?") and each.path[0] != "notice"
    ]


def roomy(values: Iterable[Value]) -> list[Value]:
    """Return those of some values that may become longer: the others have a place that is measured out."""
    return [each for each in values if each.has_room]


def findings(material: Material, side: str = "") -> list[Value]:
    """Return the texts of findings: of `strengths` or `improvements`, or of both."""
    sides = (side,) if side else ("strengths", "improvements")
    return [each for each in texts(material) if each.file.startswith("criteria/") and each.path[0] in sides]


def one_of(
    material: Material, chance: random.Random, patterns: dict[str, str], values: Sequence[Value] | None = None
) -> tuple[Spot, str] | None:
    """A place where one of some patterns fits, each as likely as the next, and what is put in its place."""
    fitting = [
        (each, new) for pattern, new in patterns.items() if (each := pick(chance, spots(material, pattern, values)))
    ]
    return pick(chance, fitting)


def at_spot(material: Material, spot: Spot, new: str) -> Edit:
    """Return the edit that puts other characters at a spot."""
    return Edit(material, spot.value.file, spot.start, spot.end, new)


def at_value(material: Material, value: Value, new: str) -> Edit:
    """Return the edit that writes a value in other characters."""
    return Edit(material, value.file, value.start, value.end, new)


def indent_of(material: Material, value: Value) -> str:
    """Return the spaces before the lines of a text."""
    lines = [line for line in material.raw(value).splitlines()[1:] if line.strip()]
    return " " * min(len(line) - len(line.lstrip()) for line in lines)


def appended(material: Material, value: Value, sentence: str, apart: bool = False) -> Edit:
    """Return the edit that adds a line to the end of a text; ``apart`` begins a paragraph with it."""
    end = value.start + len(material.raw(value).rstrip())
    gap = "\n\n" if apart else "\n"
    indent = indent_of(material, value)
    body = "\n".join(f"{indent}{line}" if line else "" for line in sentence.split("\n"))
    return Edit(material, value.file, end, end, gap + body)


def added(material: Material, chance: random.Random, sentence: str, values: Sequence[Value] | None = None) -> Edit:
    """Return the edit that adds a sentence to a text at random."""
    return appended(material, chance.choice(texts(material) if values is None else values), sentence)


def said(material: Material, chance: random.Random, sentences: Sequence[str], why: str) -> Harmless | None:
    """Add one of some sentences, which all do no harm, to a text at random; none with words that the house avoids."""
    terms = material.framework.get("house_style", {}).get("outdated_terms", [])
    avoided = [each["avoid"] if isinstance(each["avoid"], list) else [each["avoid"]] for each in terms]
    words = [str(word).lower() for each in avoided for word in each]
    sentence = pick(chance, [each for each in sentences if not any(word in each.lower() for word in words)])
    if sentence is None:
        return None
    return added(material, chance, sentence, roomy(texts(material))).harmless(why, sentence)


def value_at(material: Material, file: str, *path: str | int) -> Value | None:
    """Return the value with some keys, None where there is none."""
    return next((each for each in material.values if each.file == file and each.path == path), None)


def values_under(material: Material, file: str, *path: str | int) -> list[Value]:
    """Return the values below some keys."""
    return [each for each in material.values if each.file == file and each.path[: len(path)] == path]


def identity(material: Material) -> dict[str, Any]:
    """Return area.yaml as data."""
    data: dict[str, Any] = material.data("area.yaml")
    return data


def area_line(material: Material, edit: Edit, key: str) -> Place:
    """Return the line of a key of area.yaml after an edit."""
    match = re.search(rf"^{key}:", material.text("area.yaml"), re.MULTILINE)
    assert match is not None
    return edit.place("area.yaml", match.start())


def inspected(material: Material) -> tuple[int, int]:
    """Return the year and the month of the inspection."""
    year, month = str(identity(material)["inspected"]).split("-")[:2]
    return int(year), int(month)


def criteria(material: Material) -> dict[str, dict[str, Any]]:
    """Return the criteria of the framework by their numbers without spaces."""
    return {
        str(each["number"]).replace(" ", ""): each
        for section in material.framework["sections"]
        for each in section["criteria"]
    }


def questions(criterion: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the questions of a criterion, those of its key questions too."""
    groups = [criterion, *criterion.get("key_questions", [])]
    return [each for group in groups for each in group.get("questions", [])]


def in_words(number: int) -> str:
    """Return a number as reports write it: in words below ten."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def other_digits(chance: random.Random, digits: str) -> str:
    """Return a number as somebody mistypes it: two figures swapped, or one of them another."""
    swaps = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and digits[at + 1] != "0"]
    if swaps and chance.random() < 0.6:
        at = chance.choice(swaps)
        return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    at = chance.randrange(len(digits))
    others = [each for each in "123456789" if each != digits[at]]
    return digits[:at] + chance.choice(others) + digits[at + 1 :]


def letters_changed(chance: random.Random, word: str) -> str:
    """Return a word with a slip of the fingers inside: two letters swapped, one lost or one doubled."""
    inner = range(1, len(word) - 2)
    swaps = [at for at in inner if word[at] != word[at + 1]]
    at = chance.choice(swaps)
    return chance.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:]
            if word[at] != word[at - 1]
            else word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def keys_line(material: Material, file: str, path: YamlPath) -> int:
    """Return where the first value below some keys begins in a file."""
    return min(each.start for each in material.values if each.file == file and each.path[: len(path)] == path)


def apostrophes_curled(material: Material) -> dict[str, bytes]:
    """Return the files of an area that change when every apostrophe of its texts and labels is a curly one."""
    files: dict[str, bytes] = {}
    for file in material.yaml_files:
        text = material.text(file)
        for value in reversed([each for each in material.values if each.file == file]):
            text = f"{text[: value.start]}{_curled(material.raw(value), value.style)}{text[value.end :]}"
        if text != material.text(file):
            files[file] = text.encode()
    return files


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:60]} … {line[-25:]}"


def _curled(raw: str, style: str) -> str:
    """A value as it is written, with every apostrophe curly; a mark behind a quotation is none."""
    if style == "'":
        raw = f"'{raw[1:-1].replace(chr(39) * 2, chr(39))}'"
    raw = re.sub(r"(?<=[A-Za-z])'(?=[a-z])", "’", raw)
    parts = re.split(r"(?<=s)'(?=\s+[a-z])", raw)
    joined = parts[0]
    for part in parts[1:]:
        joined += ("'" if re.search(r"(?<!\w)'\w[^']{0,80}\Z", joined[1:]) else "’") + part
    return f"'{joined[1:-1].replace(chr(39), chr(39) * 2)}'" if style == "'" else joined
