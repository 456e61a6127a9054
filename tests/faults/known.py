"""What operators know of an area, worked out plainly from its files: its figures, sample, appendices and criteria."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from tests.faults.material import Material, Value
from tests.faults.writing import per_cent

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def loaded(material: Material, file: str) -> Any:
    """Return what a file says, every value as text."""
    return yaml.load(material.text(file), Loader=yaml.BaseLoader) if file in material.files else {}


def value_at(material: Material, file: str, *path: str | int) -> Value | None:
    """Return the value at a path, whose numbers count items of lists."""
    return next((each for each in material.values if each.file == file and each.path == path), None)


@dataclass(frozen=True)
class Criterion:
    """A criterion of the framework: its number as reports print it, its title, and its file in an area."""

    number: str
    title: str
    file: str
    section: int


def criteria(material: Material) -> list[Criterion]:
    """Return all criteria, in order."""
    return [
        Criterion(str(each["number"]), each["title"], f"criteria/{str(each['number']).replace(' ', '')}.yaml", section)
        for section, of in enumerate(material.framework["sections"], start=1)
        for each in of["criteria"]
    ]


def own_criteria(material: Material) -> list[Criterion]:
    """Return the criteria that have a file in the area."""
    return [each for each in criteria(material) if each.file in material.files]


def appendices(material: Material) -> list[tuple[str, str]]:
    """Return id and heading of each appendix, in order: the first is Appendix 1."""
    return [
        (part.get("id") or part["kind"], part["heading"])
        for part in material.framework["parts"]
        if part.get("appendix")
    ]


def sample(material: Material) -> dict[str, int]:
    """Return the sample of `area.yaml`."""
    return {kind: int(number) for kind, number in loaded(material, "area.yaml").get("sample", {}).items()}


def kind_name(material: Material, kind: str) -> str:
    """Return what cases of a kind are called: licence, community order."""
    attribute = material.framework.get("attributes", {}).get(material.framework.get("sample_by", "case_type"))
    named = attribute["values"].get(kind, kind) if isinstance(attribute, dict) else kind
    return str(named).lower().replace(" after release", "")


@dataclass(frozen=True)
class Figure:
    """An entry of percentages: its file, its name, and what it comes to."""

    file: str
    name: str
    count: int | None
    base: int | None
    percent: int


def figures(material: Material) -> list[Figure]:
    """Return the figures of the criteria that are stated, or that follow from the case sheet."""
    rows = list(csv.DictReader(io.StringIO(material.text("evidence/cases.csv")))) if _has_cases(material) else []
    found = []
    for criterion in own_criteria(material):
        entries = loaded(material, criterion.file).get("percentages") or {}
        for name, entry in entries.items():
            figure = _figure(material, criterion.file, name, entry, rows)
            if figure:
                found.append(figure)
    return found


def uses(material: Material, figure: Figure) -> Iterator[tuple[Value, re.Match[str], str]]:
    """Yield the places in the texts of its own file where a figure is used, with the filters that are written there."""
    pattern = re.compile(rf"\{{\{{ {re.escape(figure.name)}((?: \| \w+)*) \}}\}}")
    for value in material.prose:
        if value.file == figure.file and value.style == "|":
            for match in pattern.finditer(material.raw(value)):
                yield value, match, match[1]


def _has_cases(material: Material) -> bool:
    return "evidence/cases.csv" in material.files


def _figure(material: Material, file: str, name: str, entry: Any, rows: list[dict[str, str]]) -> Figure | None:
    if not isinstance(entry, Mapping):
        return None
    count, base, percent = (entry.get(key) for key in ("count", "base", "percent"))
    if percent and "." not in percent:
        return Figure(file, name, int(count) if count else None, int(base) if base else None, int(percent))
    if count and base:
        return Figure(file, name, int(count), int(base), per_cent(int(count), int(base)))
    if rows and "question" in entry and "survey" not in entry and entry["question"] in rows[0]:
        return _counted(material, file, name, entry, rows)
    return None


def _counted(
    material: Material, file: str, name: str, entry: Mapping[str, Any], rows: list[dict[str, str]]
) -> Figure | None:
    words = {True: "yes", False: "no"}
    line = {words.get(each["id"], each["id"]): each["line"] for each in material.framework["answers"]}
    where = {key: [each] if isinstance(each, str) else each for key, each in (entry.get("where") or {}).items()}
    answers = Counter(
        line.get(row[entry["question"]]) for row in rows if all(row.get(key) in values for key, values in where.items())
    )
    base = answers["above"] + answers["below"]
    return Figure(file, name, answers["above"], base, per_cent(answers["above"], base)) if base else None
