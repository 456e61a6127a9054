"""Characters that only look like those that YAML is written with, and the marks that a merge leaves behind.

Word makes a dash of a hyphen and a no-break space of a space. YAML takes both for words, so that the file cannot be
read, or is read as something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from omi_report.problems import Location, Problem
from omi_report.source import reading_rules as rules
from omi_report.source.positions import split_lines
from omi_report.source.structure import Line, structure_of

_NAMES = {
    "\u00a0": "a no-break space (U+00A0)",
    "\u202f": "a narrow no-break space (U+202F)",
    "\u2003": "a wide space (U+2003)",
    "\u2007": "a figure space (U+2007)",
    "\u2009": "a thin space (U+2009)",
    "\u3000": "an ideographic space (U+3000)",
    "\ufeff": "an invisible byte order mark (U+FEFF)",
    "\u200b": "an invisible space without width (U+200B)",
    "\u200e": "an invisible mark of direction (U+200E)",
    "\u00ad": "an invisible soft hyphen (U+00AD)",
}
_INVISIBLE = "\ufeff\u200b\u200e\u00ad"
_SPACES = "".join(each for each in _NAMES if each not in _INVISIBLE)
_CURLY = (": “", ": ‘", ": „", ": ”")
_DASHES = "–—―‐‑‒−•▪●◦·"


def conflict_marks(text: str) -> list[tuple[int, str]]:
    """Return the lines, from 1, with marks that a merge has left, and the marks."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text and "=======" not in text and "|||||||" not in text:
        return []
    return [(text.count("\n", 0, found.start()) + 1, found.group(1)) for found in _mark().finditer(text)]


def conflicts(marks: Iterable[tuple[int, str]], file: str) -> list[Problem]:
    """Return one problem for each merge that was not finished: at the first of its marks."""
    found = []
    inside = False
    for number, mark in marks:
        if not inside or mark == "<<<<<<<":
            found.append(
                rules.MERGE_CONFLICT.at(
                    Location(file, number, 1),
                    f"«{mark}» is the mark of a merge conflict that was not resolved",
                    "choose what is to stand between «<<<<<<<» and «>>>>>>>», and delete the lines with these marks",
                    length=len(mark),
                )
            )
        inside = mark != ">>>>>>>"
    return found


def lookalike(text: str, file: str) -> Problem | None:
    """Return the problem of the first line with a look-alike in the place of a mark of YAML, and how many more."""
    text = text.removeprefix("\ufeff")
    if text.isascii() or not (_suspect().search(f"\n{text}") or any(each in text for each in _CURLY)):
        return None
    found = list(_places(structure_of(split_lines(text))))
    if not found:
        return None
    line, column, length, what, hint = found[0]
    others = len(found) - 1
    more = f" (and so do {others} more lines)" if others > 1 else " (and so does one more line)" if others else ""
    return rules.LOOK_ALIKE.at(Location(file, line.number, column), f"{what}{more}", hint, length=length)


def _places(lines: Iterable[Line]) -> Iterator[tuple[Line, int, int, str, str]]:
    columns: list[int] = []  # of the hyphens of the lists that are open
    above: Line | None = None
    for line in lines:
        first = above is not None and above.key and not above.value and line.indent >= above.indent
        yield from _in_line(line, [*columns, line.indent + 1] if first else columns)
        above = line
        columns = [each for each in columns if each <= line.indent + 1]
        if line.marks and line.indent + 1 not in columns:
            columns.append(line.indent + 1)


def _in_line(line: Line, columns: list[int]) -> Iterator[tuple[Line, int, int, str, str]]:
    if indent := _odd_indent().match(line.text):
        name = _NAMES[indent["odd"][0]]
        what, hint = f"the line is indented with {name}", "write ordinary spaces in its place"
        if indent["odd"][0] in _INVISIBLE:
            what, hint = (
                f"{name} stands before the line",
                "delete it: put the cursor before the first letter, and press the backspace key",
            )
        yield line, indent.start("odd") + 1, len(indent["odd"]), what, hint
    elif mark := _odd_space().match(line.text):
        name = _NAMES[mark["odd"]]
        after = "a hyphen" if mark["mark"] == "-" else f"«{mark['mark']}»"
        hint = "write an ordinary space in its place"
        yield line, mark.start("odd") + 1, 1, f"{name} stands after {after}, where YAML needs a space", hint
    elif (dash := _odd_mark().match(line.text)) and line.indent + 1 in columns:
        odd = dash["odd"]
        name = "a bullet" if odd in "•▪●◦·" else "a dash"
        what = f"the line begins with {name} ({odd}), and the items of a list begin with a hyphen (-)"
        yield line, dash.start("odd") + 1, 1, what, "write a hyphen and a space in its place"
    elif quoted := _curly_value().search(line.text):
        what = f"curly quotation marks stand around «{quoted['value']}», and YAML takes them for letters"
        yield line, quoted.start("odd") + 1, len(quoted["odd"]), what, "write straight ones, or none"


@cache
def _suspect() -> re.Pattern[str]:
    """A line that may have one: few texts have, and their lines need not be looked at."""
    return re.compile(rf"\n *(?:- +)*(?:-|[a-z][\w.\-]*:)?[{_SPACES}{_INVISIBLE}{_DASHES}]")


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)


@cache
def _odd_indent() -> re.Pattern[str]:
    return re.compile(rf" *(?P<odd>[{_SPACES}{_INVISIBLE}][{_SPACES}{_INVISIBLE} ]*)(?=\S)")


@cache
def _odd_space() -> re.Pattern[str]:
    return re.compile(rf" *(?:- +)*(?P<mark>-|[a-z][\w.\-]*:)(?P<odd>[{_SPACES}])")


@cache
def _curly_value() -> re.Pattern[str]:
    """One word in small letters, as ids and dates are written: a name or a title may have such marks of its own."""
    return re.compile(r": (?P<odd>[“”‘„](?P<value>[a-z\d][a-z\d.\-]*)[”’“])(?=[,\]}]|$)")


@cache
def _odd_mark() -> re.Pattern[str]:
    return re.compile(rf" *(?P<odd>[{_DASHES}])[ \u00a0\t]")
