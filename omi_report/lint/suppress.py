"""Comments that silence a rule at a place: ``# omi: ignore[OMI203] the published figure``.

Such a comment stands at the end of a line, or by itself on the line above. It covers that line. If a text,
or a list or mapping in brackets, begins there, it covers all of it: inside a block text no comment can
stand. Above an entry that begins with its id it covers the key after that as well. A key whose
value is a block of further lines is covered alone, not what is below it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import TypeAlias

from omi_report.problems import Edit, Location, Problem, Rule, Severity
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Node, Position, Scalar, walk

UNUSED_IGNORE = Rule(
    "OMI901",
    "unused-ignore",
    Severity.WARNING,
    "A comment tells omi to ignore a rule at a place where that rule finds nothing.",
    "Left behind, it would hide the next problem at that place, which nobody has looked at.",
    bad="score: 64  # omi: ignore[OMI401]",
    good="score: 64",
    since="draft",
)
UNKNOWN_IGNORE = Rule(
    "OMI902",
    "unknown-ignore",
    Severity.WARNING,
    "A comment tells omi to ignore something that is no rule, or a rule that cannot be ignored because without it "
    "there would be no report.",
    "It hides nothing, while whoever reads it thinks that it does.",
    bad="score: 64  # omi: ignore[OMI999]",
    good="score: 64  # omi: ignore[OMI401] the published score, see the note in 1.5",
)
RULES = (UNUSED_IGNORE, UNKNOWN_IGNORE)

_MARK = "omi:"  # looked for first: most files have no such comment


_Nodes: TypeAlias = dict[int, list[Node]]


@dataclass(slots=True)
class _Comment:
    """A comment with its codes; ``first`` and ``last`` are the offsets of all of it in its line."""

    file: SourceFile
    number: int
    line: str
    first: int
    alone: bool
    codes: list[tuple[str, int]] = field(default_factory=list)

    def place(self, offset: int) -> Location:
        return Location(self.file.shown, self.number, offset + 1)


@dataclass(slots=True)
class _Ignore:
    """One code of a comment, with the lines that it covers and whether it silenced anything."""

    code: str
    place: Location
    lines: frozenset[int]
    comment: _Comment
    used: bool = False


def without_ignored(
    problems: Iterable[Problem],
    files: Iterable[SourceFile],
    *,
    codes: frozenset[str],
    ignorable: frozenset[str],
    complete: bool,
) -> list[Problem]:
    """Return the problems that no comment silences, and those of the comments themselves.

    ``codes`` are those of all rules, ``ignorable`` those that a comment may name. Comments that
    silence nothing are reported only where the checks are ``complete``: in an area that could not be
    read they have found nothing yet.
    """
    comments = [comment for file in files for comment in _comments(file)]
    if not comments:
        return list(problems)
    kept = [problem for comment in comments for problem in _wrong_codes(comment, codes, ignorable)]
    ignores = list(_ignores(comments, ignorable))
    by_line = _by_line(ignores)
    for problem in problems:
        here = by_line.get((problem.location.file, problem.location.line), ())
        hiding = [ignore for by_code in here for ignore in by_code.get(problem.code, ())]
        for ignore in hiding:
            ignore.used = True
        if not hiding:
            kept.append(problem)
    if complete:
        kept += [_unused(ignore) for ignore in ignores if not ignore.used]
    return kept


def _comments(file: SourceFile) -> Iterator[_Comment]:
    if _MARK not in file.text or file.root is None:
        return
    texts = sorted((node for node in walk(file.root) if isinstance(node, Scalar)), key=_start_of)
    starts = [text.start for text in texts]
    for number, line in enumerate(file.lines, start=1):
        for match in _comment().finditer(line):
            place = Position(number, match.start() + 1)
            before = bisect_right(starts, place)  # no text lies in another, so it is in the last before it or in none
            if before and _is_inside(place, texts[before - 1]):
                continue
            comment = _Comment(file, number, line, match.start(), not line[: match.start()].strip())
            if match["codes"] is not None:
                begin = match.start("codes")
                comment.codes = [(code[0], begin + code.start()) for code in _code().finditer(match["codes"])]
            yield comment
            break


def _by_line(ignores: Iterable[_Ignore]) -> dict[tuple[str, int], list[dict[str, list[_Ignore]]]]:
    """What the comments that cover a line ignore: of each comment by code, and no more often than there are lines."""
    found: dict[tuple[str, int], list[dict[str, list[_Ignore]]]] = {}
    for _, group in groupby(ignores, key=lambda ignore: id(ignore.comment)):
        of_comment = list(group)
        by_code: dict[str, list[_Ignore]] = {}
        for ignore in of_comment:
            by_code.setdefault(ignore.code, []).append(ignore)
        for line in of_comment[0].lines:
            found.setdefault((of_comment[0].place.file, line), []).append(by_code)
    return found


def _start_of(node: Node) -> Position:
    return node.start


def _ignores(comments: list[_Comment], ignorable: frozenset[str]) -> Iterator[_Ignore]:
    nodes_of: dict[str, _Nodes] = {}  # by the line in which they begin, of each file
    for comment in comments:
        name = comment.file.name
        if name not in nodes_of:
            nodes_of[name] = _nodes_by_line(comment.file)
        lines = _covered(comment, nodes_of[name])
        for code, offset in comment.codes:
            if code in ignorable:
                yield _Ignore(code, comment.place(offset), lines, comment)


def _is_inside(place: Position, text: Scalar) -> bool:
    """Whether a place is in a value; what follows the | of a block text on its line is not."""
    if text.style in ("|", ">"):
        return text.start.line < place.line and place < text.end
    return text.start <= place < text.end


def _nodes_by_line(file: SourceFile) -> _Nodes:
    found: _Nodes = {}
    assert file.root is not None
    for node in walk(file.root):
        found.setdefault(node.start.line, []).append(node)
    return found


def _covered(comment: _Comment, nodes: _Nodes) -> frozenset[int]:
    line = comment.number
    lines = comment.file.lines
    if comment.alone:
        line += 1
        while line <= len(lines) and lines[line - 1].lstrip().startswith("#"):
            line += 1
    covered = {line}
    if comment.alone:
        covered.update(key.start.line for key in _keys_below_ids(nodes.get(line, ())))
    pending = sorted(covered)
    while pending:
        first = pending.pop()
        last = max((_last_line(node, lines) for node in nodes.get(first, ())), default=first)
        pending += [further for further in range(first, last + 1) if further not in covered]
        covered.update(range(first, last + 1))
    return frozenset(covered)


def _keys_below_ids(nodes: Iterable[Node]) -> Iterator[Scalar]:
    """The keys that stand next after an id: a comment above an entry means the entry, not its id."""
    for node in nodes:
        if isinstance(node, Mapping) and len(node) > 1:
            first, second, *_ = node
            if first == "id":
                yield second


def _last_line(node: Node, lines: list[str]) -> int:
    """The last line of a text, or of a list or mapping in brackets; the first of any other value."""
    if isinstance(node, Scalar):
        return node.end.line if node.end.column > 1 else node.end.line - 1
    if lines[node.start.line - 1][node.start.column - 1 : node.start.column] not in ("[", "{"):
        return node.start.line
    parts = [part for pair in node.items() for part in pair] if isinstance(node, Mapping) else list(node)
    return max((_last_line(part, lines) for part in parts), default=node.start.line)


def _wrong_codes(comment: _Comment, codes: frozenset[str], ignorable: frozenset[str]) -> Iterator[Problem]:
    if not comment.codes:
        hint = "name the rule and say why: # omi: ignore[OMI401] the published score"
        yield UNKNOWN_IGNORE.at(comment.place(comment.first), "the comment names no rule to ignore", hint)
    for code, offset in comment.codes:
        if code in ignorable:
            continue
        message, hint = f"there is no rule {code}", "`omi rules` lists the codes"
        if code in codes:
            message, hint = f"{code} cannot be ignored by a comment", "fix what it finds, and remove the comment"
        elif code.upper() in codes:
            hint = f"did you mean {code.upper()}?"
        yield UNKNOWN_IGNORE.at(comment.place(offset), message, hint, length=len(code))


def _unused(ignore: _Ignore) -> Problem:
    several = len(ignore.comment.codes) > 1
    return UNUSED_IGNORE.at(
        ignore.place,
        f"{ignore.code} finds nothing here to ignore",
        f"remove {ignore.code} from the comment" if several else "remove the comment",
        length=len(ignore.code),
        fix=_without_code(ignore) if several else _without_comment(ignore.comment),
    )


def _without_code(ignore: _Ignore) -> Edit:
    """Take one code of several out of a comment, with the comma beside it."""
    line, at = ignore.comment.line, ignore.place.column - 1
    end = at + len(ignore.code)
    after = re.match(r"\s*,\s*", line[end:])
    if after:
        end += after.end()
    else:
        at = len(line[:at].rstrip(" ,"))
    return Edit(ignore.comment.place(at), ignore.comment.place(end), "")


def _without_comment(comment: _Comment) -> Edit:
    """Take a comment away, and its line where nothing else stands on it."""
    if comment.alone and comment.number < len(comment.file.lines):
        return Edit(comment.place(0), Location(comment.file.shown, comment.number + 1, 1), "")
    before = len(comment.line[: comment.first].rstrip())
    return Edit(comment.place(before), comment.place(len(comment.line)), "")


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)#\s*omi:\s*ignore\b(?:\s*\[(?P<codes>[^\]\n]*)\])?")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"[^\s,]+")
