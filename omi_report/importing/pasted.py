"""Findings that are pasted from a document → edits of the file of a criterion; its layout and comments stay.

New entries go behind the last one of their list, and new figures behind the last figure. The file is read again
afterwards: what it said before, and the new entries, is all that it may say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from omi_report.errors import OmiError
from omi_report.importing.content import Context, PlaceContent
from omi_report.importing.criterion import cut, findings
from omi_report.importing.entries import ListEntry, entries_of
from omi_report.importing.figures import Names
from omi_report.importing.pieces import Doubt, Left, ReportPiece
from omi_report.importing.structure import ReportPlace
from omi_report.importing.writing import Doubtful, written
from omi_report.model.findings import FindingKind
from omi_report.problems import Edit, Location
from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Node, Scalar, Sequence, is_null, walk

_FIGURES = "percentages"
_KNOWN = "there already"
_FIGURE = re.compile(r"\{\{\s*([\w-]+)(.*?)\}\}")
_MARGIN = 2
"""By so much what stands below a key is indented when it is written."""


class CannotBeAddedError(OmiError):
    """Findings cannot be added to a file; the message says why, and what to do."""


class Added(NamedTuple):
    """The new text of a file, how many findings of each kind it has more, and what was left and is uncertain."""

    text: str
    found: Counter[str]
    left: tuple[Left, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True)
class _Lists:
    """What is to be added: entries by the keys of their lists, and figures."""

    entries: dict[str, list[Any]]
    figures: dict[str, str]


def added(
    file: SourceFile, number: str, pieces: list[ReportPiece], context: Context, kind: str | None, source: str
) -> Added:
    """Add findings to the file of a criterion. ``kind`` is the key of the list of those that no heading stands above.

    Raises CannotBeAddedError where there are none, where their kind is not known, or where the file is not such that
    something can be added to it.
    """
    root = file.root
    if not isinstance(root, Mapping):
        raise CannotBeAddedError(f"{file.shown} cannot be read: look at it with omi validate")
    content, titles = PlaceContent(), PlaceContent()
    parts = cut(ReportPlace("criterion", number, None, pieces), context, titles)
    lists = dict(parts.lists)
    for heading, below in parts.unknown:
        if kind is None:
            said = heading.unmarked
            content.leave([heading, *below], f"below «{said}», which the framework does not have: see --called")
        else:
            content.leave([heading], "a heading that the framework does not have")
            parts.head.extend(below)
    if parts.head:
        key = _kind_of_head(kind, context)
        lists[key] = [*parts.head, *lists.get(key, [])]
    content.leave([*parts.tail, *(piece for _box, boxed in parts.boxes for piece in boxed)], "not a finding")
    new = _made(root, lists, context, content)
    counts = {each: len(new.entries[each.key]) for each in context.framework.findings if each.key in new.entries}
    if not counts:
        known = any(left.why == _KNOWN for left in content.left)
        raise CannotBeAddedError(f"{source} has no finding{f' that {file.shown} has not already' if known else ''}")
    insertions = _insertions(file, root, new, context, source)
    text, _ = edited(file.text, [_edit(file, line, lines) for line, lines in insertions.items()])
    if not _says_both(read_tree(text, file.shown)[0], root, new):
        raise CannotBeAddedError(f"{file.shown} is written in a way in which nothing can be added to it by a program")
    made = (each for entries in new.entries.values() for each in entries)
    doubts = tuple(doubt for each in made if isinstance(each, Doubtful) for doubt in each.doubts)
    found = Counter({kind.singular if count == 1 else kind.plural: count for kind, count in counts.items()})
    return Added(text, found, tuple(content.left), doubts)


def _kind_of_head(kind: str | None, context: Context) -> str:
    kinds = {each.key: each for each in context.framework.findings}
    if kind is None:
        (first, *_rest) = kinds.values()
        heading = first.plural[:1].upper() + first.plural[1:]
        raise CannotBeAddedError(
            f"of which kind are these findings? Put its heading above them («{heading}»), or name it: "
            + " or ".join(f"--kind {key}" for key in kinds)
        )
    if kind not in kinds:
        raise CannotBeAddedError(f"there is no kind «{kind}»: there are {', '.join(kinds)}")
    return kind


def _made(root: Mapping, lists: dict[str, list[ReportPiece]], context: Context, content: PlaceContent) -> _Lists:
    kinds: dict[str, FindingKind] = {each.key: each for each in context.framework.findings}
    names = context.names()
    known = _under(root, _FIGURES)
    old = {str(name): "" for name in known} if isinstance(known, Mapping) else {}
    names.taken.update(old)
    taken = {str(_under(entry, "id")) for entry in _old_entries(root, kinds)}
    made = {}
    for key, pieces in lists.items():
        there = set(_known(root, key))
        entries = entries_of(pieces, kinds[key].mark == "none")
        again = [entry for entry in entries if _as_known(entry, context) in there]
        for entry in again:
            content.leave(entry.pieces, _KNOWN)
        made[key] = findings([entry for entry in entries if entry not in again], context, names, taken)
    return _Lists({key: entries for key, entries in made.items() if entries}, _new(names, old))


def _known(root: Mapping, key: str) -> Iterator[str]:
    """The findings of a list as `_as_known` has them."""
    figures = _under(root, _FIGURES)
    values = {str(name): str(value) for name, value in figures.items()} if isinstance(figures, Mapping) else {}
    entries = _under(root, key)
    for entry in entries if isinstance(entries, Sequence) else ():
        yield _with_values(str(_under(entry, "text") if isinstance(entry, Mapping) else entry), values)


def _as_known(entry: ListEntry, context: Context) -> str:
    """The words of a finding, with what its figures stand for in place of their names."""
    names = context.names()
    return _with_values(context.text(entry.pieces, names), names.taken)


def _with_values(text: str, values: dict[str, str]) -> str:
    named = _FIGURE.sub(lambda found: f"{{{{{values.get(found[1], found[1])}{found[2]}}}}}", text)
    return " ".join(named.split())


def _under(mapping: Mapping, name: str) -> Node | None:
    key = mapping.key(name)
    return None if key is None else mapping[key]


def _new(names: Names, old: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in names.taken.items() if name not in old}


def _old_entries(root: Mapping, kinds: dict[str, FindingKind]) -> Iterator[Mapping]:
    for key in kinds:
        entries = _under(root, key)
        yield from (each for each in entries if isinstance(each, Mapping)) if isinstance(entries, Sequence) else ()


def _insertions(file: SourceFile, root: Mapping, new: _Lists, context: Context, source: str) -> dict[int, list[str]]:
    """The lines that are put in, by the number of the line before which they go."""
    found: dict[int, list[str]] = {}
    for each in context.framework.findings:
        if each.key in new.entries:
            _put(file, root, each.key, written({each.key: new.entries[each.key]}, source=source).lines, found)
    if new.figures:
        _put(file, root, _FIGURES, written({_FIGURES: new.figures}).lines, found)
    return found


def _put(file: SourceFile, root: Mapping, key: str, lines: list[str], found: dict[int, list[str]]) -> None:
    """Put the lines of a list or a mapping behind those that are there; a new one goes to the end of the file."""
    own = root.key(key)
    if own is None:
        found.setdefault(_end(file), []).extend(["", *lines])
        return
    value = root[own]
    body = lines[1:]
    if is_null(value):
        found.setdefault(own.start.line + 1, []).extend(body)
        return
    if isinstance(value, Scalar) or not value or file.lines[value.start.line - 1][value.start.column - 1] in "[{":
        raise CannotBeAddedError(f"{file.shown}:{own.start.line}: write «{key}» below its key, an entry on each line")
    by = value.start.column - 1 - _MARGIN
    moved = [f"{' ' * by}{line}" if by >= 0 else line[-by:] for line in body]
    found.setdefault(_last_line(file, value) + 1, []).extend(line.rstrip() for line in moved)


def _end(file: SourceFile) -> int:
    """The number of the line behind the last one that holds anything."""
    return max((number for number, line in enumerate(file.lines, 1) if line.strip()), default=0) + 1


def _last_line(file: SourceFile, value: Node) -> int:
    """The last line of a value that holds anything."""
    last = 1
    for node in walk(value):
        if isinstance(node, Scalar):
            last = max(last, node.end.line if node.end.column > 1 else node.end.line - 1)
    while last > 1 and not file.lines[last - 1].strip():
        last -= 1
    return last


def _edit(file: SourceFile, line: int, lines: list[str]) -> Edit:
    """An edit that puts lines before a line of a file, or behind its last one."""
    if line <= len(file.lines):
        place = Location(file.shown, line, 1)
        return Edit(place, place, "".join(f"{each}\n" for each in lines))
    place = Location(file.shown, len(file.lines), len(file.lines[-1]) + 1)
    return Edit(place, place, "".join(f"\n{each}" for each in lines))


def _said(node: Node | None) -> Any:
    match node:
        case Scalar():
            return str(node).rstrip("\n")  # a text gets an end of its last line, where the file had none
        case Sequence():
            return [_said(each) for each in node]
        case Mapping():
            return {str(key): _said(value) for key, value in node.items()}
        case _:
            return None


def _says_both(after: Node | None, before: Mapping, new: _Lists) -> bool:
    """Whether a file says what it said before, and what is new, and nothing else."""
    said, old = _said(after), _said(before)
    if not isinstance(said, dict):
        return False
    for key, entries in new.entries.items():
        length = len(old[key]) if isinstance(old.get(key), list) else 0
        plain = [each.value if isinstance(each, Doubtful) else each for each in entries]
        if [_flat(each) for each in said[key][length:]] != [_flat(each) for each in plain]:
            return False
        said[key] = said[key][:length]
    if any(said[_FIGURES].pop(name, None) != value for name, value in new.figures.items()):
        return False
    return _full(said) == _full(old)


def _flat(entry: dict[str, str]) -> dict[str, str]:
    """An entry whose texts are on one line: new ones are wrapped when they are written."""
    return {key: " ".join(value.split()) for key, value in entry.items()}


def _full(said: dict[str, Any]) -> dict[str, Any]:
    """What a file says, without keys that have nothing."""
    return {key: value for key, value in said.items() if value}
