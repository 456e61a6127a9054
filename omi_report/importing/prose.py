"""The parts that are one text: foreword, acknowledgements, next steps, and parts of the area's own words."""

from __future__ import annotations

from typing import Any

from omi_report.importing.content import Context, PlaceContent, doubtful
from omi_report.importing.joining import COLUMNS, mark_of
from omi_report.importing.lists import is_heading
from omi_report.importing.pieces import Doubt, ReportPiece
from omi_report.importing.structure import ReportPlace
from omi_report.importing.writing import Flow, LongText
from omi_report.prose.slug import ENGLISH_STOP_WORDS

_SIGNED_WITHIN = 4
"""A signature stands among so many pieces at the end."""
_MOST_WORDS_OF_NAME = 5
_MOST_WORDS_OF_ROLE = 7
_MOST_NAMES_WORDS = 6


def foreword_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the foreword: its text, and who signs it in which office, at its end."""
    content = PlaceContent()
    pieces = [piece for piece in stretch.pieces if piece.text.strip()]
    at = len(pieces)
    while at > max(1, len(pieces) - _SIGNED_WITHIN) and _may_sign(pieces[at - 1]):
        at -= 1
    body, signed = pieces[:at], pieces[at:]
    names = [piece for piece in signed if piece.words <= _MOST_WORDS_OF_NAME]
    if not names:
        body, signed = pieces, []
        signatory: Any = doubtful("TODO", Doubt(pieces[-1].line if pieces else 0, "who signs the foreword?"))
    else:
        signatory = names[0].text.strip("*_ ")
        if signatory.isupper():
            signatory = doubtful(signatory.title(), Doubt(names[0].line, "in capitals in the report: is it spelt so?"))
        elif not _looks_like_name(signatory):
            signatory = doubtful(signatory, Doubt(names[0].line, "is this who signs the foreword?"))
    rest = [piece for piece in signed if piece is not names[0]]
    content.data = {
        "text": context.text(body),
        "signatory": signatory,
        "office": rest[0].text.strip("*_ ") if rest else None,
    }
    content.leave(rest[1:], "below the signature of the foreword")
    content.found["foreword"] = 1
    return content


def _looks_like_name(text: str) -> bool:
    """Whether a line may be the name of a person: several words, all but small ones between with capitals."""
    first, *between, last = text.split() if len(text.split()) > 1 else ("", "")
    return first[:1].isupper() and last[:1].isupper() and not any(word in ENGLISH_STOP_WORDS for word in between)


def _may_sign(piece: ReportPiece) -> bool:
    return (
        not piece.rows
        and not piece.level
        and piece.words <= _MOST_WORDS_OF_ROLE
        and not piece.text.rstrip().endswith((".", "!", "?"))
    )


def acknowledgements_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return the acknowledgements and the team, which both stand in area.yaml."""
    content = PlaceContent()
    team: list[tuple[str, list[str]]] = []
    body: list[ReportPiece] = []
    for piece in stretch.pieces:
        rows = piece.rows or (_role(piece.text),)
        if all(len(row) > 1 for row in rows):
            team += [(row[0].rstrip(": "), _names(row[1:])) for row in rows]
        elif team and not piece.rows and piece.words <= _MOST_WORDS_OF_NAME and not piece.text.endswith("."):
            team[-1][1].extend(_names((piece.text,)))
        elif team and piece.rows:
            _add_rows(piece.rows, team)
        else:
            body.append(piece)
    content.data = {
        "team": [{"role": role, "names": Flow(tuple(names))} for role, names in team],
        "acknowledgements": doubtful(context.text(body), *_like_a_team(body)) if body else None,
    }
    content.found["roles in the team"] = len(team)
    return content


def _like_a_team(body: list[ReportPiece]) -> list[Doubt]:
    """A doubt about the first of several lines of thanks that end no sentence: they may be roles and names."""
    lines = [piece for piece in body if not piece.bullet and _may_sign(piece)]
    return [Doubt(lines[0].line, "are these roles and names of the team? Write them below «team»")] if lines[1:] else []


def _add_rows(rows: tuple[tuple[str, ...], ...], team: list[tuple[str, list[str]]]) -> None:
    for row in rows:
        if len(row) > 1:
            team.append((row[0].rstrip(": "), _names(row[1:])))
        else:
            team[-1][1].extend(_names(row))


def _role(text: str) -> tuple[str, ...]:
    """A role and who has it, where a line says so: with a colon between, or in columns."""
    cells = tuple(cell for cell in COLUMNS.split(text.strip()) if cell)
    if len(cells) > 1:
        return cells
    role, colon, names = text.partition(":")
    first = names.split(",")[0]
    is_role = colon and names.strip() and len(role.split()) <= _MOST_WORDS_OF_ROLE
    return (
        (role, names)
        if is_role and len(first.split()) <= _MOST_NAMES_WORDS and first.strip()[:1].isupper()
        else (text,)
    )


def _names(cells: tuple[str, ...]) -> list[str]:
    return [name.strip() for cell in cells for name in cell.split(",") if name.strip()]


def next_steps_text(stretch: ReportPlace, context: Context) -> LongText:
    """Return what happens next, which stands in recommendations.yaml."""
    return context.text(stretch.pieces)


def text_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return a part that is a text of the area's own."""
    names = context.names()
    text = LongText("\n\n".join(_with_headings(stretch.pieces, context, names)))
    content = PlaceContent({"percentages": names.taken, "text": text})
    content.found["parts"] = 1
    content.found["figures"] = len(names.taken)
    return content


def _with_headings(pieces: list[ReportPiece], context: Context, names: Any) -> list[str]:
    found: list[str] = []
    open_pieces: list[ReportPiece] = []
    for at, piece in enumerate([*pieces, None]):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        heads = piece is not None and is_heading(piece, following) and not mark_of(piece.text)
        if piece is None or heads:
            if open_pieces:
                found.append(context.text(open_pieces, names))
            open_pieces = []
        if heads and piece is not None:
            found.append(f"# {context.text([piece])}")
        elif piece is not None:
            open_pieces.append(piece)
    return found


def mixed_content(stretch: ReportPlace, context: Context) -> PlaceContent:
    """Return a part of several blocks: headings and texts; tables stand in the texts."""
    names = context.names()
    blocks: list[dict[str, Any]] = []
    open_pieces: list[ReportPiece] = []
    for at, piece in enumerate(stretch.pieces):
        following = stretch.pieces[at + 1] if at + 1 < len(stretch.pieces) else None
        if is_heading(piece, following):
            _close(open_pieces, blocks, context, names)
            open_pieces = []
            blocks.append({"heading": piece.unmarked})
        else:
            open_pieces.append(piece)
    _close(open_pieces, blocks, context, names)
    content = PlaceContent({"percentages": names.taken, "blocks": blocks})
    content.found["parts"] = 1
    content.found["tables"] = sum(bool(piece.rows) for piece in stretch.pieces)
    content.found["figures"] = len(names.taken)
    return content


def _close(pieces: list[ReportPiece], blocks: list[dict[str, Any]], context: Context, names: Any) -> None:
    if any(piece.text.strip() for piece in pieces):
        blocks.append({"text": context.text(pieces, names)})
