"""Two places that say different things: what was changed in one and forgotten in the other."""

from __future__ import annotations

import csv
import io
import random
import re
from collections import Counter
from typing import Any

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import (
    MONTHS,
    Edit,
    added,
    appended,
    area_line,
    at_value,
    criteria,
    findings,
    identity,
    in_words,
    inspected,
    other_digits,
    pick,
    questions,
    texts,
    value_at,
)

OPERATORS = Operators(blind=True)

_CASES = "evidence/cases.csv"
_LEADING = ("foreword.yaml", "summary.yaml", "executive-summary.yaml", "area.yaml")


def _leading(material: Material) -> list[Value]:
    """The texts at the front of a report, less the notice."""
    return [each for each in texts(material) if each.file in _LEADING and each.path[0] != "notice"]


@OPERATORS.fault("consistency")
def sample_that_the_sheet_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A number of cases in area.yaml mistyped, where the sheet of cases says how many there are."""
    if _CASES not in material.files:
        return None
    value = pick(chance, [each for each in material.values if each.file == "area.yaml" and each.path[0] == "sample"])
    if value is None:
        return None
    edit = at_value(material, value, other_digits(chance, value.value))
    helps = (f" {value.value}", f"«{value.value}»", "cases.csv", "evidence")
    return edit.fault("the rows of the sheet of cases", helps, also=(Place(_CASES, 0), Place(_CASES, 1)))


@OPERATORS.fault("consistency")
def kinds_of_case_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """The numbers of two kinds of case in area.yaml changed over: the total stays right."""
    if _CASES not in material.files:
        return None
    sample = identity(material)["sample"]
    pairs = [(one, two) for one in sample for two in sample if one < two and sample[one] != sample[two]]
    one, two = chance.choice(pairs)
    text = material.text("area.yaml")
    line = re.search(r"^sample:.*$", text, re.MULTILINE)
    assert line is not None
    new = re.sub(rf"\b{one}: \d+", f"{one}: {sample[two]}", line[0])
    new = re.sub(rf"\b{two}: \d+", f"{two}: {sample[one]}", new)
    edit = Edit(material, "area.yaml", line.start(), line.end(), new)
    return edit.fault("the rows of the sheet of cases", (str(sample[one]), "cases.csv", "evidence"))


@OPERATORS.fault("consistency")
def case_left_out_of_the_sheet(material: Material, chance: random.Random) -> Fault | None:
    """A row of the sheet lost in sorting, so that there is one case fewer than the sample has."""
    if _CASES not in material.files:
        return None
    lines = material.text(_CASES).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    sample = identity(material)["sample"]
    area = material.text("area.yaml")
    place = Place("area.yaml", area[: area.index("\nsample:")].count("\n") + 2)
    return Fault(
        {_CASES: "".join(lines[:at] + lines[at + 1 :]).encode()},
        (place, Place(_CASES, 0), Place(_CASES, 1)),
        "the sample of area.yaml",
        (str(sum(sample.values())), str(len(lines) - 2), "sample", "cases"),
        f"row {at + 1} lost",
    )


@OPERATORS.fault("consistency")
def number_of_cases_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A text that says how many cases the sample had, and has not followed when that changed."""
    right = sum(identity(material)["sample"].values())
    wrong = right + chance.choice((-10, -4, -2, -1, 1, 2, 10))
    sentence = chance.choice(
        (
            f"We examined {wrong} cases.",
            f"In the week of the inspection we read the files of {wrong} cases.",
            f"This report rests on the {wrong} cases in the sample.",
        )
    )
    edit = added(material, chance, sentence, _leading(material))
    return edit.fault("the sample of area.yaml", (f"{right}",), sentence, (area_line(material, edit, "sample"),))


@OPERATORS.fault("consistency")
def number_of_recommendations_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A text that counts the recommendations, of which one has been added or dropped since."""
    right = len(material.data("recommendations.yaml")["recommendations"])
    wrong = right + chance.choice((-2, -1, 1, 2))
    sentence = chance.choice(
        (
            f"We make {in_words(wrong)} recommendations.",
            f"Our {in_words(wrong)} recommendations are meant to help the area with this.",
            f"The {in_words(wrong)} recommendations in this report say what we think should come first.",
        )
    )
    edit = added(material, chance, sentence, _leading(material))
    return edit.fault("recommendations.yaml", (in_words(right), str(right)), sentence)


@OPERATORS.fault("consistency")
def number_of_things_in_a_list(material: Material, chance: random.Random) -> Fault | None:
    """A text that counts sections or criteria, or names of the programme: one too many or too few."""
    words = material.framework.get("words", {})
    sections = material.framework["sections"]
    counted = [
        (len(sections), words.get("section", {}).get("several", "sections")),
        (sum(len(each["criteria"]) for each in sections), words.get("criterion", {}).get("several", "criteria")),
    ]
    right, name = chance.choice(counted)
    wrong = right + (chance.choice((-1, 1)) if right > 2 else 1)
    sentence = chance.choice(
        (
            f"We judged the work against {in_words(wrong)} {name}.",
            f"The inspection had {in_words(wrong)} {name}.",
        )
    )
    edit = added(material, chance, sentence, _leading(material))
    return edit.fault("the framework", (in_words(right), f" {right}", f"«{right}"), sentence)


@OPERATORS.fault("consistency")
def month_of_the_inspection_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A text that gives another month or year for the inspection than area.yaml: taken from the report before."""
    year, month = inspected(material)
    wrong_month, wrong_year = chance.choice(
        (((month - 1 + chance.randint(1, 11)) % 12 + 1, year), (month, year + chance.choice((-1, 1))))
    )
    when = f"{MONTHS[wrong_month - 1]} {wrong_year}"
    sentence = chance.choice(
        (
            f"The inspection took place in {when}.",
            f"This inspection of {{{{ area }}}} took place in {when}.",
            f"For this report we were in {{{{ area }}}} in {when}.",
        )
    )
    edit = added(material, chance, sentence, _leading(material))
    also = (area_line(material, edit, "inspected"),)
    return edit.fault("inspected in area.yaml", (f"{MONTHS[month - 1]} {year}", f"{year}-{month:02}"), sentence, also)


@OPERATORS.fault("consistency")
def published_before_it_was_inspected(material: Material, chance: random.Random) -> Fault | None:
    """The year left as it was in January: published a year too early."""
    value = value_at(material, "area.yaml", "published")
    year, _ = inspected(material)
    if value is None:
        return None
    early = year - 1 if value.value[:4] == str(year) else year - chance.choice((0, 1))
    new = f"{early}{value.value[4:]}"
    if new >= str(identity(material)["inspected"]):
        new = f"{early - 1}{value.value[4:]}"
    edit = at_value(material, value, new)
    also = (area_line(material, edit, "inspected"),)
    return edit.fault("inspected in area.yaml", ("before", "earlier", "after", "later"), also=also)


@OPERATORS.fault("consistency")
def month_of_a_table_left_as_it_was(material: Material, chance: random.Random) -> Fault | None:
    """The day of a table brought up to date, but not its caption; or the other way round."""
    found: list[tuple[Value, Value, int]] = []
    for day in (each for each in material.values if each.path[-1] == "day"):
        caption = value_at(material, day.file, *day.path[:-1], "caption")
        stated, month = day.value.split("-")[:2]
        if caption is not None and f"{MONTHS[int(month) - 1]} {stated}" in caption.value:
            found.append((day, caption, int(stated)))
    place = pick(chance, found)
    if place is None:
        return None
    day, caption, year = place
    in_caption = chance.random() < 0.5
    if in_caption:
        edit = at_value(material, caption, material.raw(caption).replace(str(year), str(year - 1)))
    else:
        edit = at_value(material, day, day.value.replace(str(year), str(year - 1), 1))
    also = edit.lines(day if in_caption else caption)
    helps = (str(year if in_caption else year - 1), "caption", "day")
    return edit.fault("the caption and the day of the table", helps, also=also)


@OPERATORS.fault("consistency")
def period_of_a_table_in_its_text(material: Material, chance: random.Random) -> Fault | None:
    """A period, «April to September 2007», that stands in several places and is brought up to date in one of them."""
    month = "|".join(MONTHS)
    pattern = re.compile(rf"(?:(?:{month}) to (?:{month})|\d\d? (?:{month})) (?:19|20)\d\d")
    by_file = {
        file: [
            (value, match)
            for value in material.values
            if value.file == file
            for match in pattern.finditer(material.raw(value))
        ]
        for file in material.yaml_files
    }
    several = {
        file: each for file, each in by_file.items() if len(each) > 1 and len({match[0] for _, match in each}) == 1
    }
    file = pick(chance, sorted(several))
    if file is None:
        return None
    value, match = chance.choice(several[file])
    wrong = f"{match[0][:-4]}{int(match[0][-4:]) - 1}"
    edit = Edit(material, file, value.start + match.start(), value.start + match.end(), wrong)
    also = [place for other, _ in several[file] if other is not value for place in edit.lines(other)]
    return edit.fault("the other places with this period", (match[0].lower(), match[0][-4:]), also=also)


@OPERATORS.fault("consistency")
def grade_in_the_text_that_the_table_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A grade that stands in a table and in the text beside it, changed in the text."""
    scales = {band["name"]: band["id"] for scale in material.framework["scales"] for band in scale["bands"]}
    places = [
        (value, match)
        for value in material.values
        for match in re.finditer(r"(?<=score: \*\*)([A-Z][a-z]+)(?=\*\*)", material.raw(value))
        if match[0] in scales
    ]
    place = pick(chance, places)
    if place is None:
        return None
    value, match = place
    scale = next(
        each
        for each in material.framework["scales"]
        if match[0] in [band["name"] for band in each["bands"]] and len(each["bands"]) == 4
    )
    wrong = chance.choice([band["name"] for band in scale["bands"] if band["name"] != match[0]])
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), wrong)
    total = [each for each in material.values if each.file == value.file and "total" in each.path]
    also = [line for each in total for line in edit.lines(each)]
    return edit.fault("the row of the total in the table", (match[0], scales[match[0]]), also=also)


@OPERATORS.fault("consistency")
def fact_that_the_table_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A key fact that stands in a table too, mistyped."""
    facts = [each for each in material.values if "facts" in each.path and each.path[-1] == "value"]
    cells = {each.value for each in material.values if "rows" in each.path or "total" in each.path}
    known = [each for each in facts if each.value.replace(",", "") in cells and len(each.value) > 1]
    value = pick(chance, known)
    if value is None:
        return None
    digits = value.value.replace(",", "")
    wrong = f"{int(other_digits(chance, digits)):,}"
    edit = at_value(material, value, f"'{wrong}'")
    same = [each for each in material.values if each.value == digits and ("rows" in each.path or "total" in each.path)]
    also = [line for each in same for line in edit.lines(each)]
    return edit.fault("the table with the same figure", (value.value, digits), also=also)


@OPERATORS.fault("consistency")
def deadline_before_publication(material: Material, chance: random.Random) -> Fault | None:
    """A deadline with the year of the inspection, which is over when the report appears."""
    published = str(identity(material)["published"])
    month = chance.randint(1, 12)
    year = int(published[:4]) - 1
    deadlines = [
        each for each in material.values if each.file == "recommendations.yaml" and each.path[-1] == "deadline"
    ]
    if deadlines and chance.random() < 0.7:
        edit = at_value(material, chance.choice(deadlines), f"{year}-{month:02}")
    else:
        starts = re.finditer(r"^    (?=criteria:)", material.text("recommendations.yaml"), re.MULTILINE)
        at = chance.choice([match.start() for match in starts])
        edit = Edit(material, "recommendations.yaml", at, at, f"    deadline: {year}-{month:02}\n")
    also = (area_line(material, edit, "published"),)
    return edit.fault("published in area.yaml", ("before", "publish", "past", "over"), also=also)


@OPERATORS.fault("consistency")
def previous_inspection_after_this_one(material: Material, chance: random.Random) -> Fault | None:
    """The date of the inspection before this one, with a year mistyped."""
    value = pick(chance, [each for each in material.values if each.path == ("previous", "inspected")])
    if value is None:
        return None
    year, _ = inspected(material)
    edit = at_value(material, value, f"{year + chance.choice((1, 7))}{value.value[4:]}")
    return edit.fault("inspected in area.yaml", ("before", "earlier", "after", "later"))


@OPERATORS.fault("consistency")
def figure_that_the_evidence_does_not_give(material: Material, chance: random.Random) -> Fault | None:
    """A percentage stated beside its question, worked out from an older sheet."""
    if _CASES not in material.files:
        return None
    rows = list(csv.DictReader(io.StringIO(material.text(_CASES))))
    known = {
        each["id"]: (each, number) for number, criterion in criteria(material).items() for each in questions(criterion)
    }
    places = [
        (value, match)
        for value in material.values
        if "percentages" in value.path and value.path[-1] == "question" and value.value in known
        for match in [re.search(rf"\{{question: {re.escape(value.value)}\}}", material.text(value.file))]
        if match
    ]
    place = pick(chance, places)
    if place is None:
        return None
    value, match = place
    right = _result(material, known[value.value][0], rows)
    if right is None:
        return None
    wrong = right + chance.choice((-20, -12, -7, 7, 12, 20))
    wrong = wrong if 0 < wrong < 100 else right - 7 if right > 50 else right + 7
    edit = Edit(material, value.file, match.start(), match.end(), f"{{percent: {wrong}, question: {value.value}}}")
    return edit.fault("the sheet of cases", (f"{right}%", f" {right}", f"«{right}"))


def _result(material: Material, question: dict[str, Any], rows: list[dict[str, str]]) -> int | None:
    """The per cent of a question as the sheet gives it, plainly worked out."""
    answers = {_word(each["id"]): each["line"] for each in question.get("answers", material.framework["answers"])}
    asked = [
        row for row in rows if all(row[key] in _ids(wanted) for key, wanted in question.get("applies_to", {}).items())
    ]
    lines = Counter(answers.get(row[question["id"]], "") for row in asked)
    base = lines["above"] + lines["below"]
    return int(100 * lines["above"] / base + 0.5) if base else None


def _ids(wanted: object) -> set[str]:
    return {_word(each) for each in (wanted if isinstance(wanted, list) else [wanted])}


def _word(value: object) -> str:
    """The word that a plain parser took for a truth value."""
    return {"True": "yes", "False": "no"}.get(str(value), str(value))


@OPERATORS.fault("consistency")
def finding_pasted_twice(material: Material, chance: random.Random) -> Fault | None:
    """A finding that was to be moved, copied instead: it stands in two criteria, word for word."""
    plain = [each for each in findings(material) if "{{" not in each.value and len(each.value.split()) > 14]
    value = pick(chance, plain)
    if value is None:
        return None
    files = sorted({each.file for each in findings(material)} - {value.file})
    other = chance.choice(
        [each for each in findings(material) if each.file == chance.choice(files)] or findings(material)
    )
    if other.file == value.file:
        return None
    body = " ".join(value.value.split())
    edit = appended(material, other, body, apart=True)
    also = edit.lines(value)
    return edit.fault(
        "the other criterion",
        ("twice", "same", "also", "repeat", "again", "second", value.file),
        f"again: {body[:60]} …",
        also,
    )


@OPERATORS.fault("consistency")
def kind_of_case_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """«The sample of 45 licence cases»: a kind of case with another number than area.yaml has."""
    sample = identity(material)["sample"]
    kind = chance.choice(sorted(sample))
    right = sample[kind]
    wrong = right + chance.choice((-3, -2, 1, 2, 5))
    name = kind.replace("_", " ").replace("-", " ")
    sentence = chance.choice(
        (
            f"The sample had {in_words(wrong)} {name} cases.",
            f"Among the cases in the sample were {in_words(wrong)} {name} cases.",
        )
    )
    edit = added(material, chance, sentence, _leading(material))
    helps = (in_words(right), f" {right}", f"«{right}")
    return edit.fault("the sample of area.yaml", helps, sentence, (area_line(material, edit, "sample"),))
