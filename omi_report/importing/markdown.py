"""Pieces → Markdown that prints their words as they stand, with no sign that would mean something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from omi_report.importing.joining import mark_of
from omi_report.importing.pieces import ReportPiece

_TAGS = re.compile(r"<(i|em|b|strong)>(?=\S)([^<>*]+?)(?<=\S)</\1>")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])")
_SPECIAL = re.compile(r"[\\`*\[\]<>{}|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=\S)|\^(?=\S)|!(?=\[)")
_BEGINS_BLOCK = re.compile(r"^(?:#{1,6}\s|[-+]\s|>|:\s|={2,}|-{2,}|\d{1,9}[.)]\s)")
_KEPT_EMPHASIS = "\ue000\ue001"
"""Stand for one star and two, while all others are written out."""


def paragraph(text: str) -> str:
    """Return a text as one paragraph of Markdown; emphasis that it has (``*words*``, ``<i>words</i>``) stays."""
    words = " ".join(_ADDRESS.sub(r"\1", _tags_to_stars(text)).split())
    kept = _EMPHASIS.sub(lambda found: _private(found[1]) + found[2] + _private(found[1]), words)
    escaped = _SPECIAL.sub(r"\\\g<0>", kept)
    shown = escaped.replace(_KEPT_EMPHASIS[0], "*").replace(_KEPT_EMPHASIS[1], "**")
    return shielded(shown)


def shielded(text: str) -> str:
    """Return a line that begins no block of Markdown: no heading, list or quotation."""
    found = _BEGINS_BLOCK.match(text)
    if not found:
        return text
    numbered = re.match(r"\d+", text)
    at = numbered.end() if numbered else 0
    return f"{text[:at]}\\{text[at:]}"


def paragraphs(pieces: Iterable[ReportPiece]) -> str:
    """Return pieces as Markdown: paragraphs, lists and tables, with empty lines between."""
    blocks: list[str] = []
    in_list = False
    for piece in pieces:
        if piece.rows:
            blocks.append(table(piece.rows))
            in_list = False
            continue
        text, is_entry = _entry(piece)
        if is_entry and in_list:
            blocks[-1] += f"\n- {paragraph(text)}"
        elif text:
            blocks.append(f"- {paragraph(text)}" if is_entry else paragraph(text))
        in_list = is_entry
    return "\n\n".join(blocks)


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    """Return a table of Markdown. Its first row has the headings; short rows are filled with empty cells."""
    width = max(len(row) for row in rows)
    full = [tuple(_cell(cell) for cell in row) + ("",) * (width - len(row)) for row in rows]
    head, *body = full
    lines = [_row(tuple(cell or "–" for cell in head)), _row(("---",) * width)]
    return "\n".join([*lines, *(_row((row[0] or "–", *row[1:])) for row in body)])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(_tags_to_stars(text).replace("*", "").split()))


def _entry(piece: ReportPiece) -> tuple[str, bool]:
    """The words of a piece, and whether it is an entry of a list that has bullets."""
    mark = mark_of(piece.text)
    is_bullet = bool(mark) and not mark[0].isalnum() and mark[0] != "("
    return (piece.text[len(mark) :].strip() if is_bullet else piece.text, piece.bullet or is_bullet)


def _tags_to_stars(text: str) -> str:
    """Emphasis in HTML as in Markdown; a tag alone stays as it stands."""

    def starred(found: re.Match[str]) -> str:
        stars = "**" if found[1] in ("b", "strong") else "*"
        return f"{stars}{found[2]}{stars}"

    return _TAGS.sub(starred, text)


def _private(stars: str) -> str:
    return _KEPT_EMPHASIS[len(stars) - 1]
