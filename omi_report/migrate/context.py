"""``context.yaml``: the sample, the caseload, the budget and the premises of an area → blocks of a general part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from omi_report.language.known import ENGLISH
from omi_report.migrate.general_part import (
    Around,
    all_done,
    column,
    in_blocks,
    lacking,
    rows,
    unknown_keys,
    unlisted,
    with_value,
)
from omi_report.migrate.layout import key_renamed, pair_replaced
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.step import Migrated, Step, Undecided, unreadable
from omi_report.migrate.writing import Copied, Draft, Inline, ListOf, MadeOf, texts_joined
from omi_report.model.base import ReportDate
from omi_report.problems import Edit
from omi_report.source.tree import Path

_KEYS = ("caseload", "sample_notes", "budget", "approved_premises")
_CASELOAD = ("date", "total", "ethnicity", "gender", "mappa", "ppo_cases", "ppo_definition", "note")
_LISTS: dict[Path, tuple[str, ...]] = {
    ("caseload", "ethnicity"): ("group", "percent"),
    ("caseload", "gender"): ("group", "percent"),
    ("caseload", "mappa"): ("level", "cases", "percent"),
    ("budget",): ("year", "revenue"),
    ("approved_premises",): ("name", "places"),
}
"""The lists of the file with the keys of their entries, all of which an entry has."""

_NEW_NAMES = {"group": "name", "year": "name", "percent": "share"}


def migrated_context(text: str, shown: str, around: Around) -> Migrated:
    """Change the text of a file of context; ``shown`` is its path in messages. One of today's stays as it is."""
    page = Page.of(text, shown)
    if page is None:
        return Migrated(text, undecided=tuple(unreadable(text, shown)))
    if not page.data.keys() & set(_KEYS):
        return Migrated(text)
    if undecided := tuple(_undecided(page)):
        return Migrated(text, undecided=undecided)
    renamed, wrong = all_done(page, [_renaming(path) for path in _LISTS if _entries(page.data, path)])
    if wrong:
        return Migrated(text, undecided=(wrong,))
    blocks = list(_blocks(renamed, around))
    if not blocks:
        place, hint = renamed.at(()), "remove it with its part, or write in it what is to be printed"
        return Migrated(text, undecided=(Undecided(place, "this file holds nothing that is printed", hint),))
    return in_blocks(text, renamed, blocks, "caseload, budget and premises → blocks with tables")


# ---- what cannot be decided ------------------------------------------------------------------------------------------


def _undecided(page: Page) -> Iterator[Undecided]:
    yield from unknown_keys(page, (), _KEYS)
    caseload = page.data.get("caseload")
    if caseload is not None:
        wrong = [
            *unknown_keys(page, ("caseload",), _CASELOAD),
            *lacking(page, ("caseload",), ("date", "total")),
        ]
        yield from wrong
        if wrong:
            return
        try:
            ReportDate.parse(caseload["date"])
        except ValueError as error:
            yield Undecided(page.at(("caseload", "date")), str(error), "correct the date")
    for path, keys in _LISTS.items():
        if not _has(page.data, path):
            continue
        wrong = list(unlisted(page, path))
        yield from wrong
        for at in range(len(_entries(page.data, path)) if not wrong else 0):
            yield from unknown_keys(page, (*path, at), keys)
            yield from lacking(page, (*path, at), keys)


def _has(data: dict[str, Plain], path: Path) -> bool:
    found: Plain = data
    for step in path:
        if not isinstance(found, dict) or step not in found:
            return False
        found = found[step]
    return True


def _entries(data: dict[str, Plain], path: Path) -> list[Plain]:
    found: Plain = data
    for step in path:
        found = (found or {}).get(step)
    return found or []


# ---- rows ------------------------------------------------------------------------------------------------------------


def _renaming(path: Path) -> Step:
    """The step that gives the keys of a list's entries the names of columns."""

    def edits(page: Page) -> Iterator[Edit]:
        for at, entry in enumerate(_entries(page.data, path)):
            for key, value in entry.items():
                if key == "level":
                    yield pair_replaced(page, (*path, at, key), [f"name: {_level(value)}"])
                elif key in _NEW_NAMES:
                    yield key_renamed(page, (*path, at, key), _NEW_NAMES[key])

    return Step("", str(path[0]), lambda _: True, edits, lambda data: with_value(data, path, _renamed))


def _renamed(entries: list[dict[str, Plain]]) -> list[dict[str, Plain]]:
    return [
        {
            "name" if key == "level" else _NEW_NAMES.get(key, key): _level(value) if key == "level" else value
            for key, value in entry.items()
        }
        for entry in entries
    ]


def _level(value: str) -> str:
    return f"MAPPA level {value.strip()}"


# ---- the blocks ------------------------------------------------------------------------------------------------------


def _blocks(page: Page, around: Around) -> Iterator[Draft]:
    notes = rows(page, ("sample_notes",))
    if notes or around.has_sample:
        yield {"heading": "The sample"}
        yield from ({"text": note} for note in notes)
    if around.has_sample:
        sample = {"id": "sample", "caption": "Cases in the sample by type", "heading": "Type of case"}
        yield {"chart": {**sample, "data": Inline({"sample": "yes"}), "total": "All cases"}}
    if page.data.get("caseload"):
        yield from _caseload(page, around)
    if budget := rows(page, ("budget",)):
        yield {"heading": "Budget"}
        columns = [column("name", "Year"), column("revenue", "Budget", "currency", sign="£")]
        yield {"table": _table("budget", "Total revenue budget by financial year", columns, budget)}
    if premises := rows(page, ("approved_premises",)):
        yield {"heading": "Approved premises"}
        columns = [column("name", "Premises"), column("places", "Places", "count")]
        yield {"table": _table("approved-premises", "Approved premises and their places", columns, premises)}


def _table(name: str, caption: str, columns: list[Inline], listed: list[Draft]) -> dict[str, Draft]:
    return {"id": name, "caption": caption, "columns": columns, "rows": listed}


def _caseload(page: Page, around: Around) -> Iterator[Draft]:
    caseload = page.data["caseload"]
    date = ReportDate.parse(caseload["date"])
    day = ENGLISH.date(date.year, date.month, date.day)
    yield {"heading": "The caseload"}
    table: dict[str, Draft] = {
        "id": "caseload",
        "caption": f"Caseload of {around.area} at the end of {day}",
        "day": Copied(("caseload", "date")),
        "columns": [
            column("name", "Caseload"),
            column("cases", "Cases", "count"),
            column("share", "Share", "per-cent"),
        ],
        "total": Inline({"name": "Total (orders and licences)", "cases": caseload["total"]}, ("caseload", "total")),
        "total_first": "yes",
    }
    if groups := list(_groups(page)):
        table["groups"] = groups
    if note := _note(caseload):
        table["note"] = note
    yield {"table": table}
    for name in ("gender", "ethnicity"):
        if caseload.get(name):
            yield {"chart": _chart(name, caseload)}


def _groups(page: Page) -> Iterator[Draft]:
    for name in ("ethnicity", "gender", "mappa"):
        path: Path = ("caseload", name)
        if listed := rows(page, path):
            yield {"parts": "separate", "rows": ListOf(listed, path)}
    cases = page.data["caseload"].get("ppo_cases")
    if cases is not None:
        row = Inline({"name": "PPO cases", "cases": cases}, ("caseload", "ppo_cases"))
        yield {"parts": "overlapping", "rows": [row]}


def _note(caseload: dict[str, Plain]) -> Draft | None:
    """The note below the table: what is said of the caseload, and then of PPOs."""
    given = [key for key in ("note", "ppo_definition") if caseload.get(key) is not None]
    if len(given) < 2:
        return Copied(("caseload", given[0])) if given else None
    return MadeOf(texts_joined(caseload[key] for key in given), ("caseload", given[0]))


def _chart(name: str, caseload: dict[str, Plain]) -> dict[str, Draft]:
    names = [row["name"] for row in caseload[name]]
    chart: dict[str, Draft] = {"id": name, "caption": f"Caseload by {name}", "heading": "Group"}
    if all(_names_in(caseload)[each] == 1 for each in names):
        return chart | {"data": Inline({"table": "caseload", "rows": names, "columns": ["share"]})}
    columns = [column("name", "Group"), column("share", "Share", "per-cent")]
    return chart | {"columns": columns, "rows": [Inline(row) for row in caseload[name]]}


def _names_in(caseload: dict[str, Plain]) -> Counter[str]:
    """How often the table of the caseload has a row of each name."""
    listed: Iterable[Plain] = (row for key in ("ethnicity", "gender", "mappa") for row in caseload.get(key) or ())
    return Counter(row["name"] for row in listed)
