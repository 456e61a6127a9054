"""The parts that are lists: abbreviations, groups of service users, the summary by sections."""

from __future__ import annotations

import re
from typing import Any

from omi_report.importing.content import Context, PlaceContent, doubtful
from omi_report.importing.joining import COLUMNS
from omi_report.importing.pieces import Doubt, ReportPiece, bare
from omi_report.importing.structure import ReportPlace
from omi_report.importing.writing import Doubtful
from omi_report.prose.abbreviation import looks_abbreviated

_DASHED = re.compile(r"^(\S+(?:\s\S+){0,2}?)\s+[–—-]\s+(.+)$")
_SPACED = re.compile(r"^(\S+)\s+(.+)$")
_MOST_WORDS = 4
_MOST_HEADING_WORDS = 8
_MOST_SURE_WORDS = 1
"""A heading that is known by its shape alone is doubtful if it has more words."""
_HEADS = frozenset(("abbreviation", "abbreviations", "acronym", "term", "meaning", "stands for", "full form"))


def abbreviations_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the list of abbreviations."""
    content = PlaceContent()
    found: dict[str, Any] = {}
    waiting: ReportPiece | None = None
    for piece in stretch.pieces:
        for row in piece.rows or (_pair(piece.text),):
            if waiting is not None and not piece.rows:
                meant = doubtful(piece.text, Doubt(waiting.line, "is this what it stands for?"))
                _put(found, waiting.text, meant, waiting, content)
                waiting = None
            elif len(row) > 1 and bare(row[0]) not in _HEADS:
                _put(found, row[0], row[1], piece, content)
                content.leave([ReportPiece(cell, piece.line) for cell in row[2:]], "beside an abbreviation")
            elif len(row) == 1 and found and not _is_short(row[0]) and piece.words < _MOST_WORDS:
                short, long = found.popitem()
                if isinstance(long, str):
                    doubt = Doubt(piece.line, f"does «{row[0]}» belong to it?")
                    found[short] = doubtful(f"{long} {row[0]}", doubt)
                else:
                    found[short] = long
                    content.leave([ReportPiece(row[0], piece.line)], "in the list of abbreviations")
            elif len(row) == 1 and piece.words < _MOST_WORDS and _is_short(row[0]):
                waiting = piece
            else:
                content.leave([ReportPiece("\t".join(row), piece.line)], "in the list of abbreviations")
    if waiting is not None:
        content.leave([waiting], "in the list of abbreviations: it stands for nothing")
    content.data = dict(sorted(found.items(), key=lambda each: context.language.collate(each[0])))
    content.found["abbreviations"] = len(found)
    return content


def _put(found: dict[str, Any], short: str, long: Any, piece: ReportPiece, content: PlaceContent) -> None:
    """Put an abbreviation into the list. What stands there already stays, and the other line is left."""
    if short in found:
        words = long.value if isinstance(long, Doubtful) else long
        content.leave([ReportPiece(f"{short}\t{words}", piece.line)], "an abbreviation that stands in the list already")
    else:
        found[short] = long


def _pair(text: str) -> tuple[str, ...]:
    cells = tuple(cell for cell in COLUMNS.split(text.strip()) if cell)
    if len(cells) > 1:
        return cells
    if dashed := _DASHED.match(text):
        return (dashed[1], dashed[2])
    spaced = _SPACED.match(text)
    return (spaced[1], spaced[2]) if spaced and _is_short(spaced[1]) else (text,)


def _is_short(text: str) -> bool:
    return any(looks_abbreviated(part) for part in re.split(r"[/\s]", text))


def is_heading(piece: ReportPiece, following: ReportPiece | None) -> bool:
    """Whether a piece heads what follows: the file says so, or it is short, ends no sentence and prose follows."""
    if piece.rows or piece.bullet or not piece.text.strip():
        return False
    if piece.level:
        return True
    ends = piece.text.rstrip("*_ ").endswith((".", "!", "?", ",", ";"))
    return following is not None and not ends and piece.words <= _MOST_HEADING_WORDS < following.words


def groups_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return what groups of people said: a group for each heading."""
    content = PlaceContent()
    groups: list[tuple[ReportPiece, list[ReportPiece]]] = []
    before: list[ReportPiece] = []
    styled = any(piece.level for piece in stretch.pieces)
    for at, piece in enumerate(stretch.pieces):
        following = stretch.pieces[at + 1] if at + 1 < len(stretch.pieces) else None
        if piece.level or (not styled and is_heading(piece, following)):
            groups.append((piece, []))
        elif groups:
            groups[-1][1].append(piece)
        else:
            before.append(piece)
    content.leave(before, "above the groups of service users")
    taken: set[str] = set()
    made = []
    for title, pieces in groups:
        if not pieces:
            content.leave([title], "a heading with nothing below it")
            continue
        names = context.names()
        text = context.text(pieces, names)
        words = title.text.strip().strip("*_").rstrip(":")
        group = {"id": context.id_of(words, taken), "title": words, "percentages": names.taken, "text": text}
        unsure = not styled and title.words > _MOST_SURE_WORDS
        doubts = [Doubt(title.line, f"is «{words}» a heading?")] if unsure else []
        made.append(doubtful(group, *doubts))
        content.found["figures"] += len(names.taken)
    content.data = {"groups": made}
    content.found["groups of service users"] = len(made)
    return content


def summary_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the summary: a text for each section and thread, under their titles."""
    content = PlaceContent()
    texts: dict[tuple[str, str], list[ReportPiece]] = {}
    current: list[ReportPiece] | None = None
    for piece in stretch.pieces:
        title = None if piece.rows else context.titles.of(piece.text, piece.level)
        if title and title.what in ("section", "thread"):
            current = texts.setdefault((title.what, title.name), [])
            content.leave([piece], f"title: {title.what} {title.name}")
        elif current is None:
            content.leave([piece], "above the summary of the first section")
        else:
            current.append(piece)
    names = context.names()
    written = {key: context.text(pieces, names) for key, pieces in texts.items() if pieces}
    content.data = {
        "percentages": names.taken,
        "sections": {name: text for (what, name), text in written.items() if what == "section"},
        "threads": {name: {"text": text} for (what, name), text in written.items() if what == "thread"},
    }
    content.found["texts of the summary"] = len(written)
    content.found["figures"] = len(names.taken)
    return content
