"""Numbers, letters and bullets as Word makes them: each list of a report is a list of its own, and begins anew.

How a list is marked is a pattern with nine levels (an abstract numbering); each list is an instance of one, which says
where it begins. Within a frame words do not hang: all its paragraphs have the same edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from omi_report.render.docx.markup import RUN_ORDER, on, ordered, part, tag
from omi_report.render.docx.theme import Theme

NumberFormat = Literal["bullet", "decimal", "lowerLetter", "upperLetter", "lowerRoman", "none"]

LEVELS: Final = 9
BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class ListPattern:
    """How the entries of a list are marked: the words ``before`` and ``behind`` a number of a format.

    ``above`` is a mark that stands in a paragraph above its words, such as «AFI 3».
    """

    format: NumberFormat
    before: str = ""
    behind: str = ""
    colour: str = "teal"
    framed: bool = False


@dataclass(frozen=True, slots=True)
class ListNumber:
    """That a paragraph is an entry of a list: the list's number in the file, and its level from 0."""

    list: int
    level: int

    @property
    def property(self) -> dict[str, str]:
        """The property of the paragraph."""
        return {"numPr": tag("w:numPr", tag("w:ilvl", val=self.level), tag("w:numId", val=self.list))}


@dataclass
class Numbering:
    """Gathers the lists of a file; ``first`` is how many patterns and lists the file has already."""

    theme: Theme
    first: int = 0
    _patterns: dict[ListPattern, int] = field(default_factory=dict)
    _lists: list[tuple[int, int, int]] = field(default_factory=list)

    def begin(self, pattern: ListPattern, level: int, start: int = 1) -> ListNumber:
        """Begin a list, and return what its entries have in common."""
        known = self._patterns.setdefault(pattern, self.first + len(self._patterns))
        level = min(level, LEVELS - 1)
        self._lists.append((known, level, start))
        return ListNumber(self.first + len(self._lists), level)

    @property
    def patterns_xml(self) -> str:
        """The patterns that were used."""
        return "".join(self._pattern(pattern, number) for pattern, number in self._patterns.items())

    @property
    def lists_xml(self) -> str:
        """The lists that were begun."""
        return "".join(_list(self.first + place, *begun) for place, begun in enumerate(self._lists, 1))

    @property
    def xml(self) -> str:
        """The whole file of numberings."""
        return part("w:numbering", self.patterns_xml, self.lists_xml)

    def _pattern(self, pattern: ListPattern, number: int) -> str:
        return tag(
            "w:abstractNum",
            tag("w:multiLevelType", val="hybridMultilevel" if pattern.format == "bullet" else "multilevel"),
            *(self._level(pattern, level) for level in range(LEVELS)),
            abstractNumId=number,
        )

    def _level(self, pattern: ListPattern, level: int) -> str:
        hang = self.theme.hang
        text = BULLET if pattern.format == "bullet" else f"{pattern.before}%{level + 1}{pattern.behind}"
        if pattern.format == "none":
            text = pattern.before
        run = {**on("b"), **on("color", self.theme.colours[pattern.colour])}
        return tag(
            "w:lvl",
            tag("w:start", val=1),
            tag("w:numFmt", val=pattern.format),
            tag("w:suff", val="space") if pattern.framed else "",
            tag("w:lvlText", val=text),
            tag("w:lvlJc", val="left"),
            tag("w:pPr", "" if pattern.framed else tag("w:ind", left=hang * (level + 1), hanging=hang)),
            tag("w:rPr", ordered(run, RUN_ORDER)),
            ilvl=level,
        )


def _list(number: int, pattern: int, level: int, start: int) -> str:
    begins = tag("w:lvlOverride", tag("w:startOverride", val=start), ilvl=level)
    return tag("w:num", tag("w:abstractNumId", val=pattern), begins, numId=number)


def written(format_: NumberFormat, number: int) -> str:
    """Return a number as Word writes it in a format."""
    match format_:
        case "decimal":
            return str(number)
        case "lowerLetter" | "upperLetter":
            times, place = divmod(number - 1, 26)
            letter = chr(ord("a") + place) * (times + 1)
            return letter if format_ == "lowerLetter" else letter.upper()
        case "lowerRoman":
            return _roman(number)
        case _:
            return ""


_COUNTED: Final[tuple[NumberFormat, ...]] = ("lowerLetter", "upperLetter", "decimal", "lowerRoman")


def counted(marks: Sequence[str]) -> tuple[NumberFormat, str, str, int] | None:
    """Return how Word counts marks such as «(a)», «(b)»: the format, what stands around it, and the first number.

    None where it cannot: they are in no order, or of more than one kind.
    """
    for format_ in _COUNTED:
        for start in (1, *range(2, 200)):
            first = written(format_, start)
            before, found, behind = marks[0].rpartition(first)
            if found and all(
                mark == f"{before}{written(format_, number)}{behind}" for number, mark in enumerate(marks, start)
            ):
                return format_, before, behind, start
    return None


def _roman(number: int) -> str:
    found = ""
    for value, letters in (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        times, number = divmod(number, value)
        found += letters * times
    return found
