"""Exports with a row for each answer: which column has the questions, which the answers, and what each question is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from omi_report.evidence.grids import SheetGrid
from omi_report.importing.sheets.guess.code_books import Codes
from omi_report.importing.sheets.guess.guessed import Guess, GuessedColumn, GuessedSheet
from omi_report.importing.sheets.guess.ids import usual_id
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.sheet import guess_sheet
from omi_report.importing.sheets.headings import Heading, Headings, headings_at
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import value_form, words_of

_FEWEST = 2
"""So many questions an export has at the least."""

_ANSWER = frozenset("answer answers response responses value score rating result judgement judgment".split())


class _Asked(NamedTuple):
    """The column of the questions, the kind of sheet that they are of, and where they begin."""

    column: int
    named: int
    first: int
    kind: SheetKind
    matching: Matching


def guess_long(
    grid: SheetGrid,
    matchings: Mapping[str, tuple[SheetKind, Matching]],
    codes: Mapping[str, Codes],
    ids: frozenset[str],
) -> GuessedSheet | None:
    """Guess how an export is read in which each row is one answer; None where it is no such export."""
    asked = max(_asked(grid, matchings), key=lambda each: each.named, default=None)
    lines = [line for line, _cells in grid.rows]
    if asked is None or asked.named < _FEWEST or lines.index(asked.first) == 0:
        return None
    head = lines[lines.index(asked.first) - 1]
    headings = headings_at(grid, [head])
    rows = [cells for line, cells in grid.rows if line > head]
    id_column = _ids(rows, headings, asked)
    answer = _answers(rows, headings, asked, id_column)
    if id_column is None or answer is None:
        return None
    beside = [
        each.column
        for each in headings.columns
        if each.column not in (id_column, asked.column, answer.column)
        and (guess := asked.matching.surely(each)) is not None
        and asked.kind.columns[guess.meant].kind == "attribute"
    ]
    wide = _wide(grid, rows, (id_column, asked.column, answer.column), headings, beside)
    found = guess_sheet(
        wide, {asked.kind.of: (asked.kind, asked.matching)}, codes, ids, called=headings.key_of(id_column)
    )
    if found is None or found.id is None:
        return None
    usual = next((usual_id(each, asked.kind) for each in headings.columns if each.column == id_column), 0)
    why = "its name" if usual else "each of them stands with each question once"
    id_ = GuessedColumn(headings.key_of(id_column), Guess(asked.kind.ids, usual or 70, why))
    question = GuessedColumn(headings.key_of(asked.column), Guess("the questions", 99, "what stands there"))
    return replace(
        found,
        headings=(head,),
        id=id_,
        columns=tuple(_keyed(found, found.columns)),
        ignored=tuple(_keyed(found, found.ignored)),
        kept={},
        long=(question, GuessedColumn(headings.key_of(answer.column), answer.guess)),
    )


def _keyed(found: GuessedSheet, columns: Iterable[GuessedColumn]) -> Iterable[GuessedColumn]:
    """Questions by what is kept of them where they have no key of their own: letters mean nothing here."""
    return (GuessedColumn(found.kept.get(each.key, each.key), each.guess) for each in columns)


def _asked(grid: SheetGrid, matchings: Mapping[str, tuple[SheetKind, Matching]]) -> Iterable[_Asked]:
    """The columns most of whose cells name questions, some of them again and again."""
    for column in range(grid.width):
        cells = [(line, " ".join(row[column].split())) for line, row in grid.rows if column < len(row)]
        counts = Counter(text for _line, text in cells if text)
        for kind, matching in matchings.values():
            known = {text: matching.surely(Heading(0, text, text)) for text in counts}
            names = {guess.meant for guess in known.values() if guess is not None}
            held = sum(count for text, count in counts.items() if known[text] is not None)
            if held * 2 > sum(counts.values()) and held > len(names):
                first = next(line for line, text in cells if text and known[text] is not None)
                yield _Asked(column, len(names), first, kind, matching)


def _ids(rows: Sequence[Sequence[str]], headings: Headings, asked: _Asked) -> int | None:
    """The column in which each id stands with each question once at the most."""
    found: list[tuple[int, int]] = []
    for heading in headings.columns:
        at = heading.column
        pairs = [(row[at].strip(), row[asked.column].strip()) for row in rows if max(at, asked.column) < len(row)]
        pairs = [each for each in pairs if all(each)]
        different = {each for each, _question in pairs}
        again = 1 < len(different) < len(pairs)
        once = len(set(pairs)) * 20 >= len(pairs) * 19
        if at != asked.column and len(pairs) * 10 >= len(rows) * 8 and again and once:
            found.append((usual_id(heading, asked.kind), at))
    return max(found, key=lambda each: (each[0], -each[1]))[1] if found else None


class _Answer(NamedTuple):
    column: int
    guess: Guess


def _answers(rows: Sequence[Sequence[str]], headings: Headings, asked: _Asked, id_column: int | None) -> _Answer | None:
    """The column with most answers of the framework, or that is called so."""
    forms = {form for written in asked.kind.written.values() for form in written}
    found: list[tuple[float, int]] = []
    for heading in headings.columns:
        at = heading.column
        if at in (asked.column, id_column):
            continue
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        share = sum(value_form(each) in forms for each in cells) / len(cells) if cells else 0.0
        named = bool(_ANSWER & set(words_of(heading.lowest))) and bool(cells)
        found.append((share + named, at))
    share, column = max(found, key=lambda each: (each[0], -each[1]), default=(0.0, 0))
    if not share:
        return None
    return _Answer(column, Guess("the answers", 97 if share >= 0.9 else 70, "its name and what stands there"))


def _wide(
    grid: SheetGrid,
    rows: Sequence[Sequence[str]],
    columns: tuple[int, int, int],
    headings: Headings,
    beside: Sequence[int],
) -> SheetGrid:
    """The sheet as it would be with a row for each id and a column for each question and what is ``beside`` it."""
    by_id: dict[str, dict[str, str]] = {}
    keys = {at: headings.key_of(at) for at in beside}
    for row in rows:
        id_, question, answer = (_cell(row, at) for at in columns)
        if not id_ or not question:
            continue
        if id_ not in by_id:
            by_id[id_] = {key: _cell(row, at) for at, key in keys.items()}
        by_id[id_].setdefault(question, answer)
    questions = list(dict.fromkeys(question for answers in by_id.values() for question in answers))
    table = [[headings.key_of(columns[0]), *questions]]
    table += [[id_, *(answers.get(each, "") for each in questions)] for id_, answers in by_id.items()]
    return SheetGrid(grid.file, grid.title, tuple(enumerate(table, start=1)))


def _cell(row: Sequence[str], column: int) -> str:
    return " ".join(row[column].split()) if column < len(row) else ""
