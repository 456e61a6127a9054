"""``performance.yaml``: the results in a national performance framework → tables of a general part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from omi_report.migrate.general_part import (
    Around,
    all_done,
    column,
    in_blocks,
    lacking,
    pair_removal,
    unknown_keys,
    unlisted,
)
from omi_report.migrate.page import Page, Plain
from omi_report.migrate.scales import PERFORMANCE_SCALE
from omi_report.migrate.step import Migrated, Step, Undecided, unreadable
from omi_report.migrate.writing import Copied, Draft, Inline, MadeOf
from omi_report.source.tree import Path

SUMMARY = "performance-summary"
"""The id of the table that a criterion prints."""

_KEYS = ("period", "source", "area_grade", "note", "domains")
_DOMAIN = ("name", "grade", "metrics", "information")
_MEASURED = ("name", "grade", "actual", "target", "national", "previous")
_PREDICTED = ("name", "grade", "actual", "predicted", "difference", "significance")
_METRIC = ("name", "grade", "actual", "target", "national", "previous", "predicted", "difference", "significance")

_MARKUP = re.compile(r"([\\`*_{}\[\]<>&])")


def migrated_performance(text: str, shown: str, around: Around) -> Migrated:
    """Change the text of a performance file; ``shown`` is its path in messages. One of today's stays as it is."""
    page = Page.of(text, shown)
    if page is None:
        return Migrated(text, undecided=tuple(unreadable(text, shown)))
    if not page.data.keys() & {"period", "area_grade", "domains"}:
        return Migrated(text)
    undecided = tuple(_undecided(page))
    if undecided:
        return Migrated(text, undecided=undecided)
    notes = [note for _, note in _unprinted(page) if note]
    printed, wrong = all_done(page, _removals(page))
    if wrong:
        return Migrated(text, undecided=(wrong,))
    return in_blocks(text, printed, list(_blocks(printed, around)), "domains and metrics → blocks with tables", notes)


# ---- what cannot be decided, and what is not printed -----------------------------------------------------------------


def _undecided(page: Page) -> Iterator[Undecided]:
    yield from unknown_keys(page, (), _KEYS)
    yield from lacking(page, (), ("period", "source", "area_grade"))
    domains = page.data.get("domains")
    if not isinstance(domains, list) or not domains:
        yield Undecided(page.at(("domains",)), "there are no domains here", "add one, or remove the file")
        return
    for at in range(len(domains)):
        wrong = [*unknown_keys(page, ("domains", at), _DOMAIN), *lacking(page, ("domains", at), ("name", "grade"))]
        wrong += [
            each for key in ("metrics", "information") if key in domains[at] for each in unlisted(page, _at(at, key))
        ]
        yield from wrong
        for path in _metrics(page, at) if not wrong else ():
            yield from unknown_keys(page, path, (*_METRIC, "note"))
            yield from lacking(page, path, ("name",))


def _at(domain: int, key: str) -> Path:
    return ("domains", domain, key)


def _metrics(page: Page, domain: int) -> Iterator[Path]:
    """The paths of a domain's metrics, those for information last."""
    for key in ("metrics", "information"):
        for at in range(len(page.data["domains"][domain].get(key) or ())):
            yield (*_at(domain, key), at)


def _is_predicted(page: Page, path: Path) -> bool:
    return path[2] == "information" and page.value(path).get("predicted") is not None


def _unprinted(page: Page) -> Iterator[tuple[Path, Undecided | None]]:
    """The values of metrics that the table they are in never printed, and for each that is one what to say of it."""
    for domain in range(len(page.data["domains"])):
        for path in _metrics(page, domain):
            metric = page.value(path)
            for key in _unprinted_keys(metric, predicted=_is_predicted(page, path)):
                place = page.at((*path, key), key=True)
                message = f"«{key}: {metric[key]}» of «{metric['name']}» was never printed, and is left out"
                note = Undecided(place, message, "give it a column of the table if it should be")
                yield (*path, key), note if metric[key] is not None else None


def _unprinted_keys(metric: dict[str, Plain], *, predicted: bool) -> list[str]:
    columns = _PREDICTED if predicted else (*_MEASURED, "note")
    noted = not predicted and metric.get("note") is not None
    return [
        key
        for key, value in metric.items()
        if key not in columns or (noted and key not in ("name", "note") and value is not None)
    ]


def _removals(page: Page) -> list[Step]:
    return [pair_removal(path) for path, _ in _unprinted(page)]


# ---- the blocks ------------------------------------------------------------------------------------------------------


def _blocks(page: Page, around: Around) -> Iterator[Draft]:
    if around.is_shown:
        yield {"table": _summary(page, around)}
    if page.data.get("note") is not None:
        yield {"text": Copied(("note",))}
    period, grade = page.data["period"], page.data["area_grade"]
    said = f"Period: {_literal(period)}. Area score: **{_literal(around.grades.get(grade, grade))}**.\n"
    yield {"text": MadeOf(said, ("period",))}
    yield {"table": _table(page, around)}
    predicted = {at: [path for path in _metrics(page, at) if _is_predicted(page, path)] for at in _domains(page)}
    for number, (at, paths) in enumerate(((at, paths) for at, paths in predicted.items() if paths), start=1):
        yield {"table": _prediction(page, around, number, at, paths)}


def _domains(page: Page) -> range:
    return range(len(page.data["domains"]))


def _literal(text: str) -> str:
    """A line as a text of the area must have it, so that nothing in it is taken for markup."""
    return _MARKUP.sub(r"\\\1", text)


def _scale(around: Around) -> dict[str, Draft]:
    return {"scale": PERFORMANCE_SCALE} if around.grades else {}


def _rated(around: Around, heading: str) -> Inline:
    """The column of grades; without a scale any line may stand there."""
    return column("grade", heading, "rating" if around.grades else "")


def _summary(page: Page, around: Around) -> dict[str, Draft]:
    data = page.data
    names = Counter(domain["name"] for domain in data["domains"])
    followed = around.grades and all(
        names[data["domains"][at]["name"]] == 1 and _groups(page, at) for at in _domains(page)
    )
    table: dict[str, Draft] = {
        "id": SUMMARY,
        "caption": f"Results of {around.area} by domain, {data['period']} ({data['source']})",
        "source": data["source"],
        **_scale(around),
        "columns": [column("name", "Domain"), _rated(around, "Result")],
        **({"groups_of": "performance"} if followed else {"rows": _domain_rows(data["domains"])}),
        "total": Inline({"name": "Area score", "grade": data["area_grade"]}, ("area_grade",)),
    }
    if around.is_appendix:
        table["note"] = f"The results for each metric in these domains are in {{appendix}}`~{around.part}`.\n"
    return table


def _domain_rows(domains: Iterable[dict[str, Plain]]) -> list[Draft]:
    return [Inline({"name": domain["name"], "grade": domain["grade"]}) for domain in domains]


def _table(page: Page, around: Around) -> dict[str, Draft]:
    return {
        "id": "performance",
        "caption": f"{page.data['source']}: {around.area}, {page.data['period']}",
        "source": Copied(("source",)),
        **_scale(around),
        "columns": [
            column("name", "Metric"),
            _rated(around, "Grade"),
            column("actual", "Actual", "printed"),
            column("target", "Target", "printed"),
            column("national", "National", "printed"),
            column("previous", "A year before", "printed"),
        ],
        "groups": [_group(page, around, at, group) for at in _domains(page) for group in _groups(page, at)],
    }


def _groups(page: Page, at: int) -> list[str]:
    """The groups of a domain: its metrics, and those for information that are not held against a prediction."""
    domain = page.data["domains"][at]
    measured = any(path[2] == "information" and not _is_predicted(page, path) for path in _metrics(page, at))
    first = ["metrics"] if domain.get("metrics") or not domain.get("information") else []
    return [*first, *(["information"] if measured else [])]


def _group(page: Page, around: Around, at: int, group: str) -> dict[str, Draft]:
    domain = page.data["domains"][at]
    again = group != _groups(page, at)[0]  # the name and the grade have been copied before
    note = {"note": "for information"} if group == "information" else {}
    if around.grades:
        name: Draft = domain["name"] if again else Copied(_at(at, "name"))
        rating: Draft = domain["grade"] if again else Copied(_at(at, "grade"))
        heading: dict[str, Draft] = {"name": name, "rating": rating, **note}
    else:
        words = f"{domain['name']}: {domain['grade']}{', for information' if note else ''}"
        heading = {"name": words if again else MadeOf(words, _at(at, "name"))}
    paths = [path for path in _metrics(page, at) if path[2] == group and not _is_predicted(page, path)]
    return heading | ({"rows": [Copied(path) for path in paths]} if paths else {})


def _prediction(page: Page, around: Around, number: int, at: int, paths: list[Path]) -> dict[str, Draft]:
    return {
        "id": f"predicted-{number}",
        "numbered": "no",
        "caption": f"{page.data['domains'][at]['name']}: held against a prediction",
        **_scale(around),
        "columns": [
            column("name", "Metric"),
            _rated(around, "Grade"),
            column("actual", "Actual", "printed"),
            column("predicted", "Predicted", "printed"),
            column("difference", "Difference", "printed", difference=["actual", "predicted"]),
            column("significance", "Significance"),
        ],
        "rows": [Copied(path) for path in paths],
    }
