"""One sheet of an export → what is guessed of it: what it holds, its headings, its columns and its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.tabulate import Column, form_of_id
from omi_report.importing.sheets.guess.code_books import Codes, codes_for
from omi_report.importing.sheets.guess.guessed import Guess, GuessedColumn, GuessedSheet
from omi_report.importing.sheets.guess.ids import id_column
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.personal import why_personal
from omi_report.importing.sheets.guess.placing import PlacedValues, placed_values
from omi_report.importing.sheets.headings import Heading, Headings, headings_at
from omi_report.importing.sheets.rows import why_no_case
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import value_form
from omi_report.model.evidence_map import ALL_COLUMNS, LEFT_BLANK

_SEARCHED = 20
"""So many rows are looked at for headings."""

_HIGHEST = 3
"""Headings stand in so many rows at the most."""

_OFTEN, _SHORT, _SHOWN_VALUES = 3, 40, 12
"""In so many cells a value stands at the least, with so many characters at the most, and so many values are shown."""

_FEWEST = 2
"""So many columns of a sheet of evidence a sheet has at the least."""


@dataclass(frozen=True)
class ReadSheet:
    """A sheet that holds what a sheet of evidence holds, with what stands in each column below the headings."""

    grid: SheetGrid
    kind: SheetKind
    matching: Matching
    headings: Headings
    values: Mapping[int, Counter[str]]
    rows: int


def guess_sheet(
    grid: SheetGrid,
    matchings: Mapping[str, tuple[SheetKind, Matching]],
    codes: Mapping[str, Codes],
    ids: frozenset[str],
) -> GuessedSheet | None:
    """Guess what a sheet holds; None where it is none of the sheets of evidence.

    ``codes`` are what a code book says for each of these, ``ids`` the forms of cases' ids that the area knows.
    """
    read = _read(grid, matchings)
    if read is None:
        return None
    kind, headings = read.kind, read.headings
    id_guess = id_column(headings, read.values, read.rows, kind, ids)
    taken, ignored = _columns(read, id_guess[0] if id_guess else None)
    placed = _placed(read, taken, codes.get(kind.of, {}))
    answers, blank = _answers(kind, placed)
    return GuessedSheet(
        grid.file,
        grid.title,
        kind.of,
        kind.ids,
        headings.lines,
        GuessedColumn(headings.key_of(id_guess[0]), id_guess[1]) if id_guess else None,
        tuple(GuessedColumn(headings.key_of(at), guess) for at, guess in sorted(taken.items())),
        tuple(GuessedColumn(headings.key_of(at), guess) for at, guess in sorted(ignored.items())),
        answers,
        blank,
        {name: sum(found.unplaced.values()) for name, found in placed.items() if found.unplaced},
        tuple(name for name in kind.columns if name not in {guess.meant for guess in taken.values()}),
        _unknown(placed.values()),
    )


def _unknown(placed: Iterable[PlacedValues]) -> tuple[tuple[str, int], ...]:
    """Values that may be answers under other names: short, and in several cells, so they are nobody's own words."""
    counts: Counter[str] = Counter()
    for each in placed:
        counts.update(each.unplaced)
    often = [(text, count) for text, count in counts.most_common() if count >= _OFTEN and len(text) <= _SHORT]
    return tuple(often[:_SHOWN_VALUES])


def _read(grid: SheetGrid, matchings: Mapping[str, tuple[SheetKind, Matching]]) -> ReadSheet | None:
    """Choose the sheet of evidence most of whose columns a sheet has, and the rows of its headings."""
    tried = _tried(grid)
    found = [(*_best(grid, tried, matching.surely), kind, matching) for kind, matching in matchings.values()]
    headings, named, kind, matching = max(found, key=lambda each: each[1])
    if named < min(_FEWEST, len(kind.columns)):
        single = [each for each in tried if len(each.lines) == 1]
        found = [(*_best(grid, single, matching.likely), kind, matching) for kind, matching in matchings.values()]
        headings, named, kind, matching = max(found, key=lambda each: each[1])
    if named < min(_FEWEST, len(kind.columns)):
        return None
    columns = {f"{each.column}": each.column for each in headings.columns if matching.likely(each)}
    placed = {form for forms in kind.written.values() for form in forms}
    values: dict[int, Counter[str]] = {}
    rows = 0
    for line, cells in grid.rows:
        if line <= headings.lines[-1] or why_no_case(cells, headings, columns, None, (), placed):
            continue
        rows += 1
        for at, cell in enumerate(cells):
            if cell.strip():
                values.setdefault(at, Counter())[" ".join(cell.split())] += 1
    return ReadSheet(grid, kind, matching, headings, values, rows)


def _tried(grid: SheetGrid) -> list[Headings]:
    """The rows that may be the headings of a sheet: one row before several, and those higher up first."""
    lines = [line for line, _cells in grid.rows[:_SEARCHED]]
    return [
        headings_at(grid, lines[at : at + height])
        for height in range(1, _HIGHEST + 1)
        for at in range(max(0, len(lines) - height + 1))
    ]


def _best(grid: SheetGrid, tried: list[Headings], look: Callable[[Heading], Guess | None]) -> tuple[Headings, int]:
    """The rows in which most columns are named, the first of several; with how many are named."""
    best, most = tried[0], 0
    for each in tried:
        named = len({guess.meant for heading in each.columns if (guess := look(heading))})
        if named > most:
            best, most = each, named
    return (_with_texts_below(grid, best, look) if most else best), most


def _with_texts_below(grid: SheetGrid, headings: Headings, look: Callable[[Heading], Guess | None]) -> Headings:
    """The headings with the row below, where that says once more which questions they are, in other words."""
    lines = [line for line, _cells in grid.rows]
    at = lines.index(headings.lines[-1]) + 1
    if at >= len(lines):
        return headings
    below = headings_at(grid, [lines[at]])
    named = sum(look(each) is not None for each in below.columns)
    if named * 2 > len(below.columns) and named >= _FEWEST:
        return headings_at(grid, [*headings.lines, lines[at]])
    return headings


def _columns(read: ReadSheet, ids: int | None) -> tuple[dict[int, Guess], dict[int, Guess]]:
    """What each column is taken for, and why the others are left out."""
    taken: dict[int, Guess] = {}
    ignored: dict[int, Guess] = {}
    guesses = [
        (guess, each.column)
        for each in read.headings.columns
        if each.column != ids and (guess := _fitting(read, each)) is not None
    ]
    by_name: dict[str, int] = {}
    for guess, at in sorted(guesses, key=lambda each: (-each[0].confidence, each[1])):
        if guess.meant in by_name:
            first = read.headings.key_of(by_name[guess.meant])
            ignored[at] = Guess("", 70, f"«{first[:40]}» is taken for {guess.meant}")
        else:
            by_name[guess.meant] = at
            taken[at] = guess
    for heading in read.headings.columns:
        at = heading.column
        if at == ids or at in taken or at in ignored:
            continue
        values = read.values.get(at, Counter())
        personal = why_personal(heading.joined, values)
        by_values = None if personal else _attribute_by_values(read, values, by_name)
        if by_values is not None:
            by_name[by_values.meant] = at
            taken[at] = by_values
        else:
            ignored[at] = Guess("", 95, personal or "nothing in the framework is called so")
    return taken, ignored


def _fitting(read: ReadSheet, heading: Heading) -> Guess | None:
    """What a heading names, unless what stands below it shows that it is something else."""
    guess = read.matching.likely(heading)
    if guess is None or guess.confidence >= 90:
        return guess
    values = read.values.get(heading.column, Counter())
    cells = sum(values.values())
    column = read.kind.columns[guess.meant]
    unplaced = sum(placed_values(values, column, read.kind.written[guess.meant], {}).unplaced.values())
    return None if unplaced * 2 > cells else guess


def _attribute_by_values(read: ReadSheet, values: Counter[str], taken: Mapping[str, int]) -> Guess | None:
    """The only attribute left that has all values of a column; yes and no tell nothing."""
    if len(values) < 2:
        return None
    found = [
        name
        for name, column in read.kind.columns.items()
        if column.kind == "attribute"
        and name not in taken
        and set(column.answers) != {"yes", "no"}
        and all(value_form(value) in read.kind.written[name] for value in values)
    ]
    return Guess(found[0], 55, "its values") if len(found) == 1 else None


def _placed(read: ReadSheet, taken: Mapping[int, Guess], codes: Codes) -> dict[str, PlacedValues]:
    """What the values of each column are. Columns that have the same answers are looked at together."""
    together: dict[tuple[Column, tuple[tuple[str, str], ...]], list[int]] = {}
    for at, guess in taken.items():
        labels = tuple(sorted(codes_for(codes, guess.meant).items()))
        together.setdefault((read.kind.columns[guess.meant], labels), []).append(at)
    found: dict[str, PlacedValues] = {}
    for (column, own), places in together.items():
        values: Counter[str] = Counter()
        for at in places:
            values.update(read.values.get(at, Counter()))
        about = taken[places[0]].meant if len(places) == 1 else ""
        placed = placed_values(values, column, read.kind.written[taken[places[0]].meant], dict(own), about)
        for at in places:
            here = read.values.get(at, Counter())
            found[taken[at].meant] = PlacedValues(
                {text: guess for text, guess in placed.answers.items() if text in here},
                {text: here[text] for text in placed.unplaced if text in here},
            )
    return found


def _answers(
    kind: SheetKind, placed: Mapping[str, PlacedValues]
) -> tuple[dict[str, dict[str, Guess]], tuple[str, ...]]:
    """The answers of the map: what all columns agree on stands under ``"*"``, what only some have under their names."""
    by_value: dict[str, dict[str, Guess]] = {}
    for name, found in placed.items():
        for text, guess in found.answers.items():
            by_value.setdefault(text, {})[name] = guess
    common: dict[str, Guess] = {}
    own: dict[str, dict[str, Guess]] = {}
    blank: list[str] = []
    for text, guesses in by_value.items():
        meant = Counter(guess.meant for guess in guesses.values() if guess.meant != LEFT_BLANK)
        if not meant:
            if min(guess.confidence for guess in guesses.values()) >= 90:
                blank.append(text)
            else:
                common[text] = next(iter(guesses.values()))
            continue
        usual = meant.most_common(1)[0][0]
        common[text] = min((each for each in guesses.values() if each.meant == usual), key=lambda each: each.confidence)
        for name, guess in guesses.items():
            if guess.meant == LEFT_BLANK and usual not in kind.columns[name].answers:
                blank.append(text)
            elif guess.meant != usual:
                own.setdefault(name, {})[text] = guess
    ordered = {ALL_COLUMNS: common} if common else {}
    return {**ordered, **{name: own[name] for name in kind.columns if name in own}}, tuple(dict.fromkeys(blank))


def known_forms(ids: Iterable[str]) -> frozenset[str]:
    """Return ids of cases in the form in which they are compared."""
    return frozenset(form_of_id(each) for each in ids if each)
