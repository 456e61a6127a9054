"""Edits that respect the layout of a file: keys renamed, pairs removed, lines moved."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.migrate.page import LineRange, Page
from omi_report.problems import Edit
from omi_report.source.positions import indent_of
from omi_report.source.tree import Path, Position


class OddLayoutError(Exception):
    """The layout of a file does not allow an edit that leaves all else as it is."""


def key_renamed(page: Page, path: Path, name: str) -> Edit:
    """Return the edit that gives the key at a path another name."""
    start, end = key_of(page, path)
    return page.replacement(start, end, name)


def key_of(page: Page, path: Path) -> tuple[Position, Position]:
    """Return where a key begins and ends."""
    key = page.extents[path].key
    if key is None:
        raise OddLayoutError
    return key


def pair_replaced(page: Page, path: Path, pairs: Iterable[str]) -> Edit:
    """Return the edit that puts other pairs, each on one line, in the place of a key with its value."""
    start, _ = key_of(page, path)
    between = ", " if page.extents[path[:-1]].kind == "flow" else f"\n{' ' * (start.column - 1)}"
    return page.replacement(start, page.extents[path].end, between.join(pairs))


def pair_removed(page: Page, path: Path) -> Edit:
    """Return the edit that removes a key with its value. A comment after the value stays."""
    start, _ = key_of(page, path)
    end = page.extents[path].end
    names = [name for name in page.value(path[:-1]) if (*path[:-1], name) in page.extents]
    place = names.index(str(path[-1]))
    following = key_of(page, (*path[:-1], names[place + 1]))[0] if place + 1 < len(names) else None
    if page.extents[path[:-1]].kind == "flow":
        if following is not None:
            return _cut(page, start, following)
        return _cut(page, page.extents[(*path[:-1], names[place - 1])].end, end) if place else _cut(page, start, end)
    if page.lines[start.line - 1][: start.column - 1].strip():  # the hyphen of an entry stands before it
        if following is None or page.source(end, following).strip():
            return page.replacement(start, end, "")
        return _cut(page, start, following)
    rest = page.lines[end.line - 1][end.column - 1 :].strip()
    kept = f"{' ' * (start.column - 1)}{rest}\n" if rest else ""
    return page.replacement(Position(start.line, 1), Position(end.line + 1, 1), kept)


def _cut(page: Page, start: Position, end: Position) -> Edit:
    if "#" in page.source(start, end):
        raise OddLayoutError  # there may be a comment
    return page.replacement(start, end, "")


def shifted(lines: Iterable[str], by: int) -> list[str]:
    """Return lines further to the right, or to the left as far as they can go. Empty ones stay empty."""
    if by >= 0:
        return [f"{' ' * by}{line}" if line else line for line in lines]
    return [line[min(-by, indent_of(line)) :] for line in lines]


def lines_removed(page: Page, lines: LineRange) -> Edit:
    """Return the edit that removes lines with the comment above, and an empty line that is one too many then."""
    first, stop, last = lines.lead, lines.stop, len(page.lines)
    at_end = not any(line.strip() for line in page.lines[stop - 1 :])
    empty_above = first > 1 and not page.lines[first - 2].strip()
    if at_end:
        while first > 1 and not page.lines[first - 2].strip():
            first -= 1
    elif empty_above or first == 1:
        while stop <= last and not page.lines[stop - 1].strip():
            stop += 1
    return page.replacement(Position(first, 1), Position(stop, 1), "")


def all_but_comments_removed(page: Page, lines: LineRange) -> Edit:
    """Return the edit that removes lines, and leaves the comments that stand above and in them."""
    kept = page.comments_in(lines)
    if not kept and lines.lead == lines.first:
        return lines_removed(page, lines)
    space = " " * indent_of(page.lines[lines.first - 1])
    return lines_replaced(page, lines, [f"{space}{comment}" for comment in kept])


def lines_inserted(page: Page, line: int, lines: Iterable[str]) -> Edit:
    """Return the edit that puts lines before a line of the file; after the last where there is no such line."""
    place = Position(line, 1)
    text = "".join(f"{each}\n" for each in lines)
    if line > len(page.lines):  # the last line of the file has no end
        return page.replacement(place, place, f"\n{text.removesuffix(chr(10))}")
    return page.replacement(place, place, text)


def lines_replaced(page: Page, lines: LineRange, by: Iterable[str]) -> Edit:
    """Return the edit that puts lines in the place of others; the comment above stays."""
    text = "".join(f"{each}\n" for each in by)
    if lines.stop > len(page.lines):
        text = text.removesuffix("\n")
    return page.replacement(Position(lines.first, 1), Position(lines.stop, 1), text)
