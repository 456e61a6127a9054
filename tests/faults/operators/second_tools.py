"""What the operators of the second blind author share: sentences made of an area's own words, and its figures."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Harmless, Place
from tests.faults.operators import blind_tools as tools
from tests.faults.operators.blind_tools import Edit

Change: TypeAlias = Callable[[re.Match[str]], str]

_WRAPPED = 0.4
_THINGS = (
    *("plans", "assessments", "reviews", "reports", "screenings", "referrals", "appointments", "interviews"),
    *("records", "home visits", "analyses", "objectives"),
)
_DONE = (
    *("kept on file", "shared with the police", "checked by a manager", "finished in the first month"),
    *("discussed with the family", "sent to the court", "dated and signed", "written in plain words"),
)
_STAFF = ("managers", "practitioners", "volunteers", "administrators", "trainers", "sessional workers", "mentors")


@dataclass(frozen=True)
class Words:
    """Words of an area for a sentence that is put in: papers, what was done with them, and people at work."""

    things: str
    done: str
    other: str
    staff: str


def words(material: Material, chance: random.Random) -> Words:
    """Choose words, of papers those that the area itself speaks of."""
    said = " ".join(each.value for each in material.prose)
    things = [each for each in _THINGS if each in said] or list(_THINGS)
    done, other = chance.sample(_DONE, 2)
    return Words(chance.choice(things), done, other, chance.choice(_STAFF))


def filled(material: Material, chance: random.Random, patterns: Sequence[str], **more: object) -> str:
    """Fill a pattern at random with words of the area and whatever else it asks for."""
    own = words(material, chance)
    values = {"things": own.things, "done": own.done, "other": own.other, "staff": own.staff, **more}
    made = chance.choice(patterns).format(**values)
    return made[:1].upper() + made[1:]


def put(material: Material, chance: random.Random, sentence: str, values: Sequence[Value] | None = None) -> Edit:
    """Return the edit that puts a sentence behind another one, in the middle of a text or at its end."""
    value = chance.choice(tools.texts(material) if values is None else values)
    raw = material.raw(value)
    ends = [match.end() for match in re.finditer(r"[a-z\0]\.(?=[ \n])", tools.masked(raw))] or [len(raw.rstrip())]
    at = value.start + chance.choice(ends)
    text = material.text(value.file)
    line = text[text.rfind("\n", 0, at) + 1 : at]
    indent = " " * (len(line) - len(line.lstrip())) + "  " * line.lstrip().startswith("- ")
    return Edit(material, value.file, at, at, " " + _wrapped(sentence, indent, chance))


def said_wrong(
    material: Material, chance: random.Random, sentence: str, witness: str, helps: Iterable[object]
) -> Fault:
    """Put a wrong sentence somewhere."""
    return put(material, chance, sentence).fault(witness, helps, sentence)


def said_right(material: Material, chance: random.Random, sentences: Sequence[str], why: str) -> Harmless | None:
    """Put one of some right sentences somewhere, but none with a word that the house avoids."""
    avoided = [str(word).lower() for word in _avoided(material)]
    fine = [each for each in sentences if not any(word in each.lower() for word in avoided)]
    sentence = tools.pick(chance, fine)
    return (
        put(material, chance, sentence, tools.roomy(tools.texts(material))).harmless(why, sentence)
        if sentence
        else None
    )


def said_with_figures(
    material: Material, chance: random.Random, side: str, sentence: str, figures: Sequence[str], why: str
) -> Harmless | None:
    """Add a sentence to a finding of a side, and its figures to those of the criterion: `{0}`, `{1|count}`."""
    fitting = [each for each in tools.findings(material, side) if "\npercentages:\n" in material.text(each.file)]
    value = tools.pick(chance, fitting)
    if value is None:
        return None
    names = [f"noted-{'abcdef'[number]}" for number in range(len(figures))]
    pattern = r"\{(\d)((?:\|\w+)*)\}"
    sentence = re.sub(pattern, lambda match: _use(names[int(match[1])], match[2]), sentence)
    text = tools.appended(material, value, sentence).files[value.file].decode()
    at = text.index("\npercentages:\n") + len("\npercentages:\n")
    entries = "".join(f"  {name}: {figure}\n" for name, figure in zip(names, figures, strict=True))
    shown = f"{sentence} ({', '.join(figures)})"
    return Harmless({value.file: (text[:at] + entries + text[at:]).encode()}, why, shown)


def replaced_at(
    material: Material, chance: random.Random, pattern: str, values: Iterable[Value] | None = None
) -> tools.Spot | None:
    """Return a place at random where a pattern fits running words."""
    return tools.pick(chance, tools.spots(material, pattern, values))


def in_line(
    material: Material, chance: random.Random, file: str, pattern: str, new: Change
) -> tuple[Edit, re.Match[str]] | None:
    """Change one of the places of a file where a pattern fits, whatever stands there."""
    match = tools.pick(chance, list(re.finditer(pattern, material.text(file), re.MULTILINE)))
    return (Edit(material, file, match.start(), match.end(), new(match)), match) if match else None


def place(material: Material, file: str, offset: int) -> Place:
    """Return the line of a character of an area as it is shipped."""
    return Place(file, line_of(material.text(file), offset))


def all_lines(material: Material, file: str) -> tuple[Place, ...]:
    """Return every line of a file, and the file itself."""
    return tuple(Place(file, at) for at in range(material.text(file).count("\n") + 2))


def per_cent(count: int, base: int) -> int:
    """Return a percentage, rounded half up."""
    return (200 * count + base) // (2 * base)


@dataclass(frozen=True)
class Figure:
    """A figure of the area: its file and line, its short and its full name, and its numbers as far as known."""

    file: str
    line: int
    name: str
    full: str
    entry: Any
    percent: int | None
    count: int | None
    base: int | None


def figures(material: Material) -> list[Figure]:
    """Return the figures of criteria and of groups of service users; those of evidence are counted."""
    found = []
    for file in material.yaml_files:
        data = material.data(file)
        if file.startswith("criteria/"):
            scope = file.removeprefix("criteria/").removesuffix(".yaml")
            found += [_figure(material, file, scope, name, entry) for name, entry in _entries(data)]
        elif file == "service-users.yaml":
            for group in data["groups"]:
                found += [_figure(material, file, group["id"], name, entry) for name, entry in _entries(group)]
    return [each for each in found if each is not None]


def uses(material: Material, filtered: str = "") -> list[tuple[Value, int, int, Figure]]:
    """Return where texts use a figure in its plain form, or with the filters that a pattern wants."""
    known = {each.full: each for each in figures(material)}
    found = []
    for value in material.prose:
        scope = _scope(material, value)
        for match in re.finditer(rf"\{{\{{ *([\w./-]+) *{filtered}\}}\}}", material.raw(value)):
            full = match[1] if "/" in match[1] else f"{scope}/{match[1]}"
            if full in known:
                found.append((value, value.start + match.start(), value.start + match.end(), known[full]))
    return found


def sheet(material: Material, file: str) -> list[list[str]]:
    """Return the cells of a CSV file."""
    return [list(row) for row in _rows(material.files[file])]


def as_csv(rows: Iterable[Sequence[str]], mark: str = ",", quoted: bool = False) -> bytes:
    """Return cells as a CSV file."""
    out = io.StringIO()
    if quoted:
        csv.writer(out, delimiter=mark, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(out, delimiter=mark, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def attribute_values(material: Material) -> dict[str, list[str]]:
    """Return the attributes of cases with the ids of their values."""
    attributes = material.framework.get("attributes", {})
    known = {key: each["values"] if isinstance(each, dict) else each for key, each in attributes.items()}
    return {key: [_plain(each) for each in values] for key, values in known.items()}


def questions(material: Material) -> dict[str, dict[str, Any]]:
    """Return the questions of the framework by their numbers."""
    return {
        str(each["id"]): each for criterion in tools.criteria(material).values() for each in tools.questions(criterion)
    }


def applies(question: dict[str, Any], case: dict[str, str]) -> bool:
    """Say whether a question is one for a case."""
    return _fits(question.get("applies_to") or {}, case)


def _use(name: str, filters: str) -> str:
    return "{{ " + name + filters.replace("|", " | ") + " }}"


def _avoided(material: Material) -> list[str]:
    terms = material.framework.get("house_style", {}).get("outdated_terms", [])
    return [word for each in terms for word in (each["avoid"] if isinstance(each["avoid"], list) else [each["avoid"]])]


def _wrapped(sentence: str, indent: str, chance: random.Random) -> str:
    spaces = [match.start() for match in re.finditer(r" (?=[a-z]+ )(?![^{}]*\})", sentence)]
    if not spaces or chance.random() > _WRAPPED:
        return sentence
    at = chance.choice(spaces)
    return f"{sentence[:at]}\n{indent}{sentence[at + 1 :]}"


def _entries(data: dict[str, Any]) -> list[tuple[str, Any]]:
    return list((data.get("percentages") or {}).items())


def _figure(material: Material, file: str, scope: str, name: str, entry: Any) -> Figure | None:
    match = re.search(rf"(?m)^ +{re.escape(name)}:", material.text(file))
    if match is None:
        return None
    percent, count, base = _numbers(material, entry)
    if count is not None and base:
        percent = per_cent(count, base) if percent is None else percent
    line = line_of(material.text(file), match.start())
    return Figure(file, line, name, f"{scope}/{name}", entry, percent, count, base)


def _numbers(material: Material, entry: Any) -> tuple[int | None, int | None, int | None]:
    if isinstance(entry, str) and (match := re.fullmatch(r"(\d+) of (\d+)", entry)):
        return None, int(match[1]), int(match[2])
    if not isinstance(entry, dict):
        digits = re.fullmatch(r"(\d+)%?", str(entry))
        return (int(digits[1]) if digits else None), None, None
    if not {"percent", "count"} & set(entry) and "question" in entry:
        counted = _counted(material, entry)
        return (None, *counted) if counted else (None, None, None)
    percent = entry.get("percent")
    return (percent if isinstance(percent, int) else None), entry.get("count"), entry.get("base")


@cache
def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode())))


@cache
def _cases(data: bytes) -> list[dict[str, str]]:
    header, *rows = _rows(data)
    return [dict(zip(header, row, strict=True)) for row in rows]


def _counted(material: Material, entry: dict[str, Any]) -> tuple[int, int] | None:
    survey = entry.get("survey")
    file = f"evidence/surveys/{survey}.csv" if survey else "evidence/cases.csv"
    if file not in material.files:
        return None
    number = str(entry["question"])
    lines = {"yes": "above", "no": "below"}
    asked = {} if survey else questions(material)[number]
    if not survey:
        lines = {_plain(each["id"]): each["line"] for each in material.framework["answers"]}
    answered = [
        lines.get(case[number], "")
        for case in _cases(material.files[file])
        if _fits(entry.get("where") or {}, case) and (survey or applies(asked, case))
    ]
    base = sum(each in ("above", "below") for each in answered)
    return (answered.count("above"), base) if base else None


def _fits(where: dict[str, Any], case: dict[str, str]) -> bool:
    return all(
        case[key] in [_plain(each) for each in (wanted if isinstance(wanted, list) else [wanted])]
        for key, wanted in where.items()
    )


def _plain(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _scope(material: Material, value: Value) -> str:
    if value.file.startswith("criteria/"):
        return value.file.removeprefix("criteria/").removesuffix(".yaml")
    if value.file == "service-users.yaml" and value.path[0] == "groups":
        return str(material.data(value.file)["groups"][value.path[1]]["id"])
    return "?"
