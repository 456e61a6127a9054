"""One sheet of an export → what is guessed of it: what it holds, its headings, its columns and its answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from omi_report.evidence.grids import SheetGrid, letters_of_column
from omi_report.evidence.tabulate import Column, form_of_id
from omi_report.importing.sheets.guess.code_books import Codes, codes_for
from omi_report.importing.sheets.guess.columns import guessed_columns
from omi_report.importing.sheets.guess.guessed import Guess, GuessedColumn, GuessedSheet
from omi_report.importing.sheets.guess.ids import id_column, team_column
from omi_report.importing.sheets.guess.matching import Matching
from omi_report.importing.sheets.guess.placing import PlacedValues, placed_values
from omi_report.importing.sheets.guess.read import ReadSheet, read_guessed
from omi_report.importing.sheets.headings import Headings
from omi_report.importing.sheets.lettered import kept_heading
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.lint.rules.people.in_line import telling_in
from omi_report.model.evidence_map import ALL_COLUMNS, CASELOAD, LEFT_BLANK

_OFTEN, _SHORT, _SHOWN_VALUES = 3, 40, 12
"""In so many cells a value stands at the least, with so many characters at the most, and so many values are shown."""


def guess_sheet(
    grid: SheetGrid,
    matchings: Mapping[str, tuple[SheetKind, Matching]],
    codes: Mapping[str, Codes],
    ids: frozenset[str],
    *,
    told: bool = False,
    called: str = "",
) -> GuessedSheet | None:
    """Guess what a sheet holds; None where it is none of the sheets of evidence.

    ``codes`` are what a code book says for each of these, ``ids`` the forms of cases' ids that the area knows. With
    ``told`` somebody has said that it is one of them, whatever its headings are;
    ``called`` is the heading of the ids, where that is known.
    """
    read = read_guessed(grid, matchings, told=told)
    if read is None:
        return None
    kind, headings = read.kind, read.headings
    ids_at = headings.called(called) if called else []
    if len(ids_at) == 1:
        id_guess: tuple[int, Guess] | None = (ids_at[0], Guess(kind.ids, 100, "as you said"))
    else:
        id_guess = id_column(headings, read.values, read.rows, kind, ids)
    own_codes = codes.get(kind.of, {})
    team = team_column(headings) if kind.of == CASELOAD else None
    apart = [each[0] for each in (id_guess, team) if each is not None]
    taken, ignored = guessed_columns(read, apart, own_codes)
    placed = _placed(read, taken, own_codes)
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
        _kept(headings, [*taken, *ignored, *apart]),
        GuessedColumn(headings.key_of(team[0]), team[1]) if team else None,
    )


def _kept(headings: Headings, columns: Iterable[int]) -> dict[str, str]:
    """The headings of the columns that go by their letters."""
    lettered = {at: letters_of_column(at) for at in sorted(columns)}
    return {
        letters: kept_heading(headings.named(at)) for at, letters in lettered.items() if headings.key_of(at) == letters
    }


def _unknown(placed: Iterable[PlacedValues]) -> tuple[tuple[str, int], ...]:
    """Values that may be answers under other names: short, and in several cells, so they are nobody's own words."""
    counts: Counter[str] = Counter()
    for each in placed:
        counts.update(each.unplaced)
    often = [
        (text, count)
        for text, count in counts.most_common()
        if count >= _OFTEN and len(text) <= _SHORT and not telling_in(text)
    ]
    return tuple(often[:_SHOWN_VALUES])


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
