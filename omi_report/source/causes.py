"""Why a file is no YAML, as its writer sees it: the cause at its own place. The parser only says where it gave up.

Each function looks for one cause near the place where the parser stopped. The first that finds its own has the say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from omi_report.problems import Location, Problem, excerpt
from omi_report.source import reading_rules as rules
from omi_report.source.structure import Line, structure_of

_BAR = "begin the text on a new line, after a | sign"


class Stop(NamedTuple):
    """Where the parser stopped, what it said, and the line in which it began to read what it could not finish."""

    line: int
    column: int
    said: str
    began: int

    @property
    def in_brackets(self) -> bool:
        """Whether it was reading a list in brackets, or a mapping in braces."""
        return "flow" in self.said


class _Broken(NamedTuple):
    """A file that is no YAML: its lines of structure up to where the parser stopped, and that place."""

    lines: Sequence[Line]
    stop: Stop

    @property
    def last(self) -> Line | None:
        """The line in which the parser stopped, where it is one of structure."""
        return next((line for line in reversed(self.lines) if line.number == self.stop.line), None)

    def above(self, number: int) -> Iterator[Line]:
        """The lines of structure above a line, the nearest first."""
        return (line for line in reversed(self.lines) if line.number < number)


class _Found(NamedTuple):
    line: int
    column: int
    message: str
    hint: str
    length: int = 1


_Cause: TypeAlias = Callable[[_Broken], _Found | None]


def cause_of(lines: Sequence[str], stop: Stop, file: str) -> Problem | None:
    """Return the problem that has made a file unreadable, at its own place; None where nothing is known of it."""
    structure = [line for line in structure_of(lines) if line.number <= stop.line]
    broken = _Broken(structure, stop)
    for look in _CAUSES:
        found = look(broken)
        if found is not None:
            place = Location(file, found.line, found.column)
            return rules.NOT_YAML.at(place, f"not valid YAML: {found.message}", found.hint, length=found.length)
    return None


def _document_end(broken: _Broken) -> _Found | None:
    """A line of three points ends the document, and more follows."""
    if "<document start>" not in broken.stop.said:
        return None
    for line in broken.above(broken.stop.line + 1):
        if re.fullmatch(r"\.\.\.(\s.*)?", line.text):
            return _Found(
                line.number, 1, "three points at the margin end a YAML document, and more follows", "delete them", 3
            )
    return None


def _curly_quotes(broken: _Broken) -> _Found | None:
    """Curly quotation marks stand where straight ones were meant to enclose a value."""
    line = broken.last
    if line is None or line.value[:1] not in "“”„‘’«" or not line.value:
        return None
    message = f"the value begins with a curly quotation mark ({line.value[0]}), which YAML takes for a letter"
    return _Found(line.number, line.at, message, f"use straight ones, or {_BAR}", len(line.value))


def _bracket_begins_text(broken: _Broken) -> _Found | None:
    """A text without a bar begins with a bracket, a brace, an asterisk or the like, which means something in YAML."""
    line = _at_stop_or_begun(broken)
    found = line and _first_of_text().match(line.value)
    if line is None or not found:
        return None
    what, sign = _SIGNS.get(found[0][0], "a sign"), found[0]
    message = f"the text begins with {what}, «{excerpt(sign)}», which YAML takes for something of its own"
    return _Found(line.number, line.at, message, f"{_BAR}, or put the whole text in quotes", len(sign))


def _at_stop_or_begun(broken: _Broken) -> Line | None:
    """The line of the parser's stop, or the one in which it began, where that is a line of a value."""
    begun = next((line for line in broken.lines if line.number == broken.stop.began), None)
    return begun if broken.stop.in_brackets and begun is not None else broken.last


_SIGNS = {"[": "a bracket", "{": "a brace", "*": "an asterisk", "&": "an ampersand", "%": "a per cent sign"}
_SIGNS |= {'"': "a quotation", "'": "a quotation", "@": "an @ sign", "`": "a grave accent"}
_SIGNS |= {"|": "a bar", ">": "an angle bracket", "?": "a question mark", ",": "a comma", "-": "a hyphen"}


def _quote_not_closed(broken: _Broken) -> _Found | None:
    """A value begins with a quotation mark that nothing closes in its line."""
    for line in broken.above(broken.stop.line + 1):
        at = _open_quote(line.value)
        if at is not None:
            message = f"the quotation mark ({line.value[at]}) before this value is not closed"
            hint = "close it at the end of the value"
            return _Found(line.number, line.at + at, message, hint, len(line.value) - at)
    return None


def _open_quote(value: str) -> int | None:
    """Where a quotation mark stands that begins a value, or one of those in brackets, and that nothing closes."""
    if value[:1] not in ("'", '"', "[", "{"):
        return None
    at = 0
    while found := _quote().search(value, at):
        start = found.end() - 1
        closed = _closed(value[start]).match(value, start)
        if closed is None or (value[0] in "[{" and not _after_quote().match(value, closed.end())):
            return start
        at = closed.end()
    return None


def _bracket_not_closed(broken: _Broken) -> _Found | None:
    """A list in brackets or a mapping in braces is not closed."""
    if not broken.stop.in_brackets and "end of stream" not in broken.stop.said:
        return None
    for line in broken.above(broken.stop.line + 1):
        at = _open_bracket(line.value)
        if at is not None:
            sign, closing = line.value[at], {"[": "]", "{": "}"}[line.value[at]]
            what = "bracket" if sign == "[" else "brace"
            message = f"the {what} {sign} that begins here is not closed"
            return _Found(line.number, line.at + at, message, f"close it with {closing}")
    return None


def _comma_missing(broken: _Broken) -> _Found | None:
    """Two keys of a mapping in braces have no comma between them."""
    line = _at_stop_or_begun(broken)
    found = re.search(r"[^\s,{\[:]\s+([a-z_]+):\s", line.value) if line and broken.stop.in_brackets else None
    if line is None or found is None or line.value[:1] != "{":
        return None
    message = f"no comma stands before «{excerpt(found[1])}:» in these braces"
    return _Found(line.number, line.at + found.start(1), message, "put one there", len(found[1]))


def _open_bracket(value: str) -> int | None:
    """Where the last bracket or brace stands that a value, which begins with one, does not close."""
    if value[:1] not in ("[", "{"):
        return None
    opened: list[int] = []
    for at, character in enumerate(value):
        if character in "[{":
            opened.append(at)
        elif character in "]}" and opened:
            if value[opened[-1]] + character not in ("[]", "{}"):
                break
            opened.pop()
    return opened[-1] if opened else None


def _no_space_after_colon(broken: _Broken) -> _Found | None:
    """«key:value» is a word for YAML, and what follows belongs nowhere."""
    for number, line in enumerate(broken.above(broken.stop.line + 1)):
        found = None if line.key else _glued().match(line.value)
        if found and (
            not line.is_prose
            or line.value[found.end() : found.end() + 1] in "[{"
            or (not line.marks and _key_before(broken, line))
        ):
            message = f"there is no space after the colon of «{excerpt(found['key'])}:», so it is no key"
            return _Found(line.number, line.column, message, "write a space after the colon", len(found["key"]) + 1)
        if number > 1:
            return None
    return None


def _key_before(broken: _Broken, line: Line) -> bool:
    """Whether a line stands where the key before it does: there no text goes on, however long it is."""
    before = next((above for above in broken.above(line.number) if above.key), None)
    return before is not None and before.column == line.column


def _bar_forgotten(broken: _Broken) -> _Found | None:
    """A text of several lines, with something in it that YAML does not take for text, has no bar."""
    owner = _owner_of_text(broken)
    if owner is None:
        return None
    message = f"the text after {owner.named} has no bar (|), and something in it means something else to YAML"
    hint = f"write «{excerpt(owner.key)}: |»" if owner.key else "write «- |»"
    column = owner.column if owner.key else owner.indent + 1
    return _Found(owner.number, column, message, f"{hint}, and the text on the lines below", len(owner.key) or 1)


def _owner_of_text(broken: _Broken) -> Line | None:
    """The line above the stop that a run of lines of prose belongs to; None where no such run leads to it."""
    last = broken.last
    if last is None or not _looks_like_prose(last):
        return None
    above = next(broken.above(last.number), None)
    if last.key and (above is None or above.key or above.marks):
        return None
    for line in broken.above(last.number):
        if line.indent < last.indent and (line.key or line.marks):
            return None if line.value and not line.is_prose else line
        if not _looks_like_prose(line):
            return None
    return None


def _looks_like_prose(line: Line) -> bool:
    return len(line.text.split()) > 1 and not line.marks and (not line.key or line.is_prose)


def _colon_in_text(broken: _Broken) -> _Found | None:
    """A text on one line, without a bar, has a colon and a space in it."""
    line = broken.last
    if line is None or "mapping values" not in broken.stop.said:
        return None
    if (not line.key and not line.marks) or broken.stop.column < line.at:
        return None
    message = "a colon followed by a space stands in a text without a bar"
    hint = f"{_BAR}, or put the text in quotes"
    if _bare_key().match(line.value):
        hint = f"if these are keys, put them in braces: {{{excerpt(line.value)}}}; if it is a text, {hint}"
    return _Found(broken.stop.line, broken.stop.column, message, hint)


def _item_without_hyphen(broken: _Broken) -> _Found | None:
    """A line stands in the column of a list's hyphens and has none."""
    line = broken.last
    if line is None or line.marks or "'-' indicator" not in broken.stop.said:
        return None
    for above in broken.above(line.number):
        if above.marks and above.indent == line.indent:
            message = f"the items of this list begin with a hyphen (line {above.number}), and this one has none"
            return _Found(line.number, line.column, message, "begin it with a hyphen and a space")
    return None


def _first_item_without_hyphen(broken: _Broken) -> _Found | None:
    """The first item of a list has no hyphen, and the next one has."""
    line = broken.last
    if line is None or not line.marks or broken.stop.in_brackets:
        return None
    first: Line | None = None
    for above in broken.above(line.number):
        if above.indent > line.column - 1:
            continue
        if above.indent < line.indent or (above.key and not above.value and above.indent == line.indent):
            if first is None or above.value or first.column != line.column:
                return None
            message = f"the items of this list begin with a hyphen (line {line.number}), and this one has none"
            return _Found(first.number, first.column, message, "begin it with a hyphen and a space")
        if above.marks:
            return None
        first = above
    return None


def _wrong_column(broken: _Broken) -> _Found | None:
    """A key or an item stands in a column in which nothing above it stands."""
    line = broken.last
    if line is None or not (line.key or line.marks) or broken.stop.in_brackets:
        return None
    columns = _open_columns(broken, line)
    here = line.indent + 1
    if here in columns or not columns:
        return None
    what = f"«{excerpt(line.key)}»" if line.key else "this item"
    message = f"{what} is indented to column {here}, and nothing that it could belong to stands there"
    fitting = {column: above for column, above in columns.items() if _could_stand(broken, line, column)} or columns
    least = min(abs(column - here) for column in fitting)
    known = [
        f"column {column}, below {f'«{excerpt(above.key)}»' if above.column == column else 'the hyphen'} "
        f"in line {above.number}"
        for column, above in sorted(fitting.items())
        if abs(column - here) == least
    ]
    return _Found(line.number, here, message, f"indent it to {', or to '.join(known)}", len(line.key) or 1)


def _open_columns(broken: _Broken, line: Line) -> dict[int, Line]:
    """The columns of the keys and hyphens that are still open above a line, each with the last line that stands there.

    A key and a hyphen may begin one line; each of them has a column of its own.
    """
    columns: dict[int, Line] = {}
    lowest = 1_000_000
    for above in broken.above(line.number):
        if above.key or above.marks:
            if above.indent < lowest:
                lowest = above.indent
                columns.setdefault(above.indent + 1, above)
            if above.marks and above.key and above.column - 1 <= line.indent + 2:
                columns.setdefault(above.column, above)
        if lowest == 0:
            break
    return columns


def _could_stand(broken: _Broken, line: Line, column: int) -> bool:
    """Whether a column takes the line: no key stands below a hyphen or twice in one entry, no item below a key."""
    for above in broken.above(line.number):
        if above.marks and above.indent + 1 == column:
            return bool(line.marks)
        if above.column == column and above.key:
            if line.marks or above.key == line.key:
                return False
            if above.marks:
                return True
        if above.indent + 1 < column and (above.key or above.marks):
            return True
    return True


def _line_out_of_text(broken: _Broken) -> _Found | None:
    """A line of a text after a bar begins further left than the text."""
    line = next((each for each in broken.lines if each.number == broken.stop.began), None) or broken.last
    if line is None or line.key or line.marks:
        return None
    above = next(broken.above(line.number), None)
    if above is None or not above.opens_text:
        return None
    indent = above.column + 1 if above.key else above.indent + 2
    message = f"this line is not indented like the text that it belongs to, which begins after line {above.number}"
    return _Found(line.number, line.column, message, f"indent it by {indent} spaces, as the lines of the text above")


_CAUSES: tuple[_Cause, ...] = (
    _document_end,
    _line_out_of_text,
    _curly_quotes,
    _bracket_begins_text,
    _quote_not_closed,
    _bracket_not_closed,
    _comma_missing,
    _no_space_after_colon,
    _colon_in_text,
    _bar_forgotten,
    _item_without_hyphen,
    _first_item_without_hyphen,
    _wrong_column,
)


@cache
def _first_of_text() -> re.Pattern[str]:
    quoted = r"\"[^\"]*\"(?=\s+\w)|'[^']*'(?=\s+\w)"
    return re.compile(
        rf"\[[^\]]*\](?=\s*[^\s\],#}}])|\{{\{{|\{{[^}}]*\}}(?=\s*\w)|\*\*?\w|&\w*\s|[%@`]|{quoted}|[|>](?=\s*[^\W\d_])|[?,](?=\s*\w)|-(?=\s+[^\W_])"
    )


@cache
def _bare_key() -> re.Pattern[str]:
    """A key with a word, a number or something in brackets behind it, where a text would have more words."""
    return re.compile(r"[a-z_]+: (?:[\w.\-/]+$|[\w.\-/]+,|[\[{\"'])")


@cache
def _quote() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\[{,:]\s*)['\"]")


@cache
def _after_quote() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[,\]}:]|$)")


@cache
def _closed(mark: str) -> re.Pattern[str]:
    inner = r"(?:[^']|'')*" if mark == "'" else r'(?:[^"\\]|\\.)*'
    return re.compile(rf"{mark}{inner}{mark}")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(r"(?P<key>[a-z_][\w\-]*):(?=[^\s/:])")
