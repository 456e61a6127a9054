"""Which column of an export has the ids of cases or respondents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from omi_report.evidence.tabulate import form_of_id
from omi_report.importing.sheets.guess.guessed import Guess
from omi_report.importing.sheets.guess.personal import looks_like_ids, why_personal
from omi_report.importing.sheets.headings import Heading, Headings
from omi_report.importing.sheets.sheet_kinds import SheetKind
from omi_report.importing.sheets.spellings import are_names_of_people, words_of
from omi_report.model.evidence_map import CASELOAD, TEAM

_OF_CASES = (
    ("case", 99), ("case id", 98), ("caseid", 98), ("inspection id", 97), ("inspection case", 96), ("case number", 95),
    ("case no", 95), ("case ref", 95), ("case reference", 95), ("sample id", 93), ("sample number", 92),
    ("inspection no", 92), ("inspection number", 92), ("sample no", 92), ("reference", 75), ("ref", 75),
    ("unique id", 70), ("id", 70),
)  # fmt: skip
_OF_CASELOADS = (
    ("crn", 99), ("case reference number", 98), ("offender id", 96), ("offender number", 95), ("client id", 95),
    ("person id", 95), ("nomis id", 92), ("noms id", 92), ("noms number", 92), ("pnc", 91), ("delius id", 95),
)  # fmt: skip
"""The ids of a caseload stay outside of the area, and may be those by which an office knows somebody."""

_TEAMS = frozenset((each,) for each in ("team", "office", "unit", "teams")) | {("team", "name"), ("office", "name")}
_OF_RESPONDENTS = (
    ("respondent", 99), ("respondent id", 97), ("respondent number", 97), ("respondentid", 95), ("response id", 93),
    ("responseid", 93), ("id", 92), ("userno", 92), ("user no", 92), ("case", 91),
)  # fmt: skip


def id_column(
    headings: Headings, values: Mapping[int, Counter[str]], rows: int, kind: SheetKind, known: frozenset[str]
) -> tuple[int, Guess] | None:
    """Return the column of the ids with how sure that is; None where a survey has none."""
    whole = [each for each in headings.columns if looks_like_ids(values.get(each.column, Counter()), rows)]
    usual = dict(
        (*_OF_CASES, *_OF_CASELOADS) if kind.of == CASELOAD else _OF_CASES if kind.is_cases else _OF_RESPONDENTS
    )
    found = [(_guess(each, values[each.column], usual, kind, known), each.column) for each in whole]
    sure = [(guess, at) for guess, at in found if guess is not None]
    if sure:
        best = max(sure, key=lambda each: (each[0].confidence, -each[1]))
        return best[1], best[0]
    if not kind.is_cases:
        return None
    others = [
        each
        for each in whole
        if (kind.of == CASELOAD or not why_personal(each.joined, values[each.column]))
        and not are_names_of_people(values[each.column])
    ]
    named = [each for each in headings.columns if " ".join(words_of(each.lowest)) in usual]
    first = next(iter(others or named or headings.columns), None)
    return (first.column, Guess(kind.ids, 40, "different in each row")) if first else None


def usual_id(heading: Heading, kind: SheetKind) -> int:
    """Say how usual a heading is for ids, in per cent; 0 where it is not."""
    usual = dict(_OF_CASES if kind.is_cases else _OF_RESPONDENTS)
    return usual.get(" ".join(words_of(heading.lowest)), 0)


def team_column(headings: Headings) -> tuple[int, Guess] | None:
    """Return the column of the teams that have the cases, with how sure that is; None where there is none."""
    named = [(each.column, words_of(each.lowest)) for each in headings.columns]
    whole = [at for at, words in named if words in _TEAMS]
    if whole:
        return whole[0], Guess(TEAM, 98 if len(whole) == 1 else 60, "its name")
    parts = [at for at, words in named if {"team", "office"} & set(words)]
    return (parts[0], Guess(TEAM, 70, "its name")) if parts else None


def _guess(
    heading: Heading, values: Counter[str], usual: Mapping[str, int], kind: SheetKind, known: frozenset[str]
) -> Guess | None:
    """What speaks for a column: the area knows its ids, or it has the name of one."""
    here = {form_of_id(text) for text in values}
    if kind.is_cases and known and len(here & known) * 2 > len(here):
        return Guess(kind.ids, 100, "the ids that the area has")
    name = " ".join(words_of(heading.lowest))
    if name in usual and not why_personal("", values) and not are_names_of_people(values):
        return Guess(kind.ids, usual[name], "its name")
    return None
