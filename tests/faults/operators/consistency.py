"""Two places of a report that say different things of what it counts, dates and tables."""

from __future__ import annotations

import random
import re

from tests.faults.known import (
    MONTHS,
    criteria,
    kind_name,
    loaded,
    own_criteria,
    sample,
    value_at,
)
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators, Place, replaced
from tests.faults.tables import tables
from tests.faults.writing import both, faulty, in_words, innocent, near, written

OPERATORS = Operators()


@OPERATORS.fault("consistency")
def sample_against_evidence(material: Material, rng: random.Random) -> Fault | None:
    """A number of the sample that is not that of the case sheet."""
    kinds = [each for each in material.values if each.file == "area.yaml" and each.path[0] == "sample"]
    if not kinds or "evidence/cases.csv" not in material.files:
        return None
    value = rng.choice(kinds)
    new = str(near(rng, int(value.value)))
    files, place = replaced(material, value.file, value.start, value.end, new)
    at = (place, Place("evidence/cases.csv", 0), Place("evidence/cases.csv", 1))
    return Fault(files, at, "the case sheet", (value.value, "evidence"), f"{value.path[-1]}: {value.value} → {new}")


def _sample_sentence(rng: random.Random, number: int) -> str:
    n, w = str(number), in_words(number)
    return rng.choice(
        (
            f"We examined {n} cases in all.",
            f"The {n} cases in the sample were chosen at random.",
            f"The sample of {n} cases was representative.",
            f"In the week of the inspection we read a sample of {n} cases.",
            f"In all, {w} cases were inspected.",
            f"This finding rests on all {n} cases that we inspected.",
            f"The sample was made up of {n} cases.",
            f"Our sample had {n} cases in it.",
        )
    )


@OPERATORS.fault("consistency")
def size_of_the_sample(material: Material, rng: random.Random) -> Fault | None:
    """The 108 cases, of a sample of 110."""
    total = sum(sample(material).values())
    sentence = _sample_sentence(rng, near(rng, total))
    return faulty(material, rng, sentence, f"the sample in area.yaml is of {total}", both(total))


@OPERATORS.innocent("consistency")
def right_size_of_the_sample(material: Material, rng: random.Random) -> Harmless | None:
    """The cases of the sample, all of them or some."""
    total = sum(sample(material).values())
    if rng.random() < 0.5:
        right = _sample_sentence(rng, total)
        return innocent(material, rng, f"In all, {right}" if right[0].isdigit() else right, "so says area.yaml")
    some = rng.randint(12, total - 4)
    sentence = rng.choice(
        (
            f"In {some} cases this had been done.",
            f"We read {some} cases a second time.",
            f"A plan was needed in {some} of the cases in the sample.",
            f"The area held {total * 9 + some:,} cases at the time.",
        )
    )
    return innocent(material, rng, sentence, "some of the cases, or others")


@OPERATORS.fault("consistency")
def kind_of_the_sample(material: Material, rng: random.Random) -> Fault | None:
    """The number of cases of one kind in the sample."""
    kind, number = rng.choice(list(sample(material).items()))
    name, wrong = kind_name(material, kind), near(rng, number)
    sentence = rng.choice(
        (
            f"The sample had {written(wrong)} {name} cases.",
            f"Of the {written(wrong)} {name} cases in the sample, some had been read twice.",
            f"The {written(wrong)} {name} cases in our sample were the newest.",
            f"All {written(wrong)} {name} cases that we inspected had been allocated.",
        )
    )
    return faulty(material, rng, sentence, f"area.yaml has {number} {kind}", both(number))


@OPERATORS.innocent("consistency")
def right_kind_of_the_sample(material: Material, rng: random.Random) -> Harmless | None:
    """The number of cases of one kind in the sample, or in a part of it."""
    kind, number = rng.choice(list(sample(material).items()))
    name = kind_name(material, kind)
    sentence = rng.choice(
        (
            f"The sample had {written(number)} {name} cases.",
            f"The sample of {written(number)} {name} cases included some that had been transferred.",
            f"All {written(number)} {name} cases in the sample had been allocated.",
            f"In {written(max(2, number - 3))} of the {name} cases this had been done.",
        )
    )
    return innocent(material, rng, sentence, "so says area.yaml")


def _things(material: Material) -> list[tuple[str, int, list[str]]]:
    """Return what the report has several of: the word, the number, and sentences about it."""
    words = material.framework.get("words", {})
    section = words.get("section", {}).get("several", "sections")
    criterion = words.get("criterion", {}).get("several", "criteria")
    asked = loaded(material, "recommendations.yaml").get("recommendations", [])
    stories = loaded(material, "good-practice.yaml").get("stories", [])
    things = [
        (
            "recommendations",
            len(asked),
            ["This report makes {n} recommendations.", "The {n} recommendations of this report follow from it."],
        ),
        (
            section,
            len(material.framework["sections"]),
            [f"The {{n}} {section} of this report are taken in turn.", f"The findings fall into {{n}} {section}."],
        ),
        (
            criterion,
            len(criteria(material)),
            [f"We judged the work against {{n}} {criterion}.", f"Each of the {{n}} {criterion} is taken in turn."],
        ),
    ]
    if stories:
        things.append(
            (
                "examples",
                len(stories),
                ["We describe {n} examples of good practice.", "This report has {n} good practice examples."],
            )
        )
    return things


@OPERATORS.fault("consistency")
def things_of_the_report_miscounted(material: Material, rng: random.Random) -> Fault | None:
    """Nine recommendations, where there are eight; five domains, where there are four."""
    what, number, sentences = rng.choice([each for each in _things(material) if each[1] > 1])
    wrong = number + rng.choice((-1, 1, 2)) if number > 2 else number + 1
    sentence = rng.choice(sentences).format(n=in_words(wrong))
    return faulty(material, rng, sentence, f"there are {number} {what}", both(number))


@OPERATORS.innocent("consistency")
def things_of_the_report_counted(material: Material, rng: random.Random) -> Harmless | None:
    """As many as there are, a part of them, or somebody else's."""
    what, number, sentences = rng.choice([each for each in _things(material) if each[1] > 1])
    sentence = rng.choice(
        (
            rng.choice(sentences).format(n=written(number)),
            f"Two of the {what} matter most here.",
            f"The last inspection had led to {written(number + 3)} recommendations.",
            "The board had accepted four recommendations of the auditors.",
        )
    )
    return innocent(material, rng, sentence, "so many there are")


def _month(text: str) -> tuple[int, int]:
    year, month = text.split("-")[:2]
    return int(year), int(month)


@OPERATORS.fault("consistency")
def month_of_the_inspection(material: Material, rng: random.Random) -> Fault | None:
    """Another month or year of the inspection in prose than in area.yaml."""
    year, month = _month(loaded(material, "area.yaml")["inspected"])
    right = f"{MONTHS[month - 1]} {year}"
    wrong = rng.choice(
        (
            f"{MONTHS[month % 12]} {year}",
            f"{MONTHS[month - 2]} {year}",
            f"{MONTHS[month - 1]} {year - 1}",
            f"{MONTHS[month - 1]} {year + 1}",
        )
    )
    sentence = rng.choice(
        (
            f"We inspected the area in {wrong}.",
            f"The inspection took place in {wrong}.",
            f"This inspection, carried out in {wrong}, was the first of its kind.",
            f"Our fieldwork took place in {wrong}.",
            f"When we visited in {wrong}, the team had just moved.",
            f"Inspectors came to the area in {wrong}.",
        )
    )
    return faulty(material, rng, sentence, f"area.yaml has {right}", (right, MONTHS[month - 1], str(year)))


@OPERATORS.innocent("consistency")
def month_of_the_inspection_and_others(material: Material, rng: random.Random) -> Harmless | None:
    """The month of the inspection, and other months of other things."""
    year, month = _month(loaded(material, "area.yaml")["inspected"])
    right, before = f"{MONTHS[month - 1]} {year}", f"{MONTHS[rng.randint(0, 11)]} {year - 1}"
    sentence = rng.choice(
        (
            f"The inspection took place in {right}.",
            f"We inspected the area in {right}.",
            f"The policy had been revised in {before}.",
            f"At the previous inspection, in {before}, this had been otherwise.",
            f"A new manager had started in {before}, well before the inspection took place.",
        )
    )
    return innocent(material, rng, sentence, "so says area.yaml, or another event")


@OPERATORS.fault("consistency")
def month_of_publication(material: Material, rng: random.Random) -> Fault | None:
    """Another month of publication in prose than in area.yaml."""
    published = loaded(material, "area.yaml").get("published")
    if not published:
        return None
    year, month = _month(published)
    wrong = f"{MONTHS[month % 12]} {rng.choice((year, year + 1))}"
    sentence = rng.choice(
        (f"This report was published in {wrong}.", f"Published in {wrong}, this report is the first.")
    )
    right = f"{MONTHS[month - 1]} {year}"
    return faulty(material, rng, sentence, f"area.yaml has {right}", (right, MONTHS[month - 1]))


@OPERATORS.fault("consistency")
def deadline_that_is_over(material: Material, rng: random.Random) -> Fault | None:
    """A deadline of a recommendation that is over when the report appears."""
    published = loaded(material, "area.yaml").get("published", "")
    dated = [
        each
        for each in material.values
        if each.file == "recommendations.yaml"
        and each.key == "deadline"
        and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", each.value)
    ]
    if not dated or not published:
        return None
    value = rng.choice(dated)
    new = f"{int(published[:4]) - 1}{value.value[4:]}"
    files, place = replaced(material, value.file, value.start, value.end, new)
    return Fault(files, (place,), f"published {published}", ("published", "before", "past"), f"{value.value} → {new}")


@OPERATORS.fault("consistency")
def previous_inspection_later(material: Material, rng: random.Random) -> Fault | None:
    """The inspection before this one, after it."""
    value = value_at(material, "ratings.yaml", "previous", "inspected")
    if value is None:
        return None
    new = f"{int(value.value[:4]) + rng.randint(4, 9)}{value.value[4:]}"
    files, place = replaced(material, value.file, value.start, value.end, new)
    return Fault(files, (place,), "it was before this one", ("before", "after", "inspected"), f"{value.value} → {new}")


@OPERATORS.fault("consistency")
def publication_before_inspection(material: Material, rng: random.Random) -> Fault | None:
    """A year of publication before that of the inspection."""
    value = value_at(material, "area.yaml", "published")
    if value is None:
        return None
    new = f"{int(value.value[:4]) - rng.randint(1, 3)}{value.value[4:]}"
    files, place = replaced(material, value.file, value.start, value.end, new)
    other = value_at(material, "area.yaml", "inspected")
    assert other is not None
    line = Place("area.yaml", material.text("area.yaml").count("\n", 0, other.start) + 1)
    shown = f"{value.value} → {new}"
    return Fault(files, (place, line), "first it is inspected", ("before", "after", "inspected"), shown)


@OPERATORS.fault("consistency")
def prose_against_a_table(material: Material, rng: random.Random) -> Fault | None:
    """The number of a row of a table, another one in prose."""
    named = [
        (row, heading, value)
        for table in tables(material)
        for row, heading, value in table.named
        if int(value.value) > 9 and re.fullmatch(r"[A-Z][\w ,’'-]+", row) and heading not in ("Target", "Number")
    ]
    if not named:
        return None
    row, heading, value = rng.choice(named)
    wrong = f"{near(rng, int(value.value)):,}"
    what = heading.lower()
    sentence = rng.choice(
        (
            f"{row} had {wrong} {what}.",
            f"For {row} the number of {what} was {wrong}.",
            f"There were {wrong} {what} at {row}.",
        )
    )
    return faulty(material, rng, sentence, f"the table has {value.value}", (f"{int(value.value):,}", value.value))


@OPERATORS.fault("consistency")
def year_of_a_caption(material: Material, rng: random.Random) -> Fault | None:
    """A year in a caption that is not that of the table's own day."""
    found = []
    for value in material.values:
        day = value_at(material, value.file, *value.path[:-1], "day") if value.path[-1] == "caption" else None
        year = re.search(r"\b(?:19|20)\d\d\b", material.raw(value))
        if day and year and day.value[:4] == year[0]:
            found.append((value, year, day))
    if not found:
        return None
    value, year, day = rng.choice(found)
    new = str(int(year[0]) + rng.choice((-1, 1, -10)))
    files, place = replaced(material, value.file, value.start + year.start(), value.start + year.end(), new)
    at = (place, Place(day.file, material.text(day.file).count("\n", 0, day.start) + 1))
    return Fault(files, at, f"day: {day.value}", (year[0],), f"{year[0]} → {new}")


@OPERATORS.fault("consistency")
def number_known_twice(material: Material, rng: random.Random) -> Fault | None:
    """A large number that stands in two places of the area, changed in one."""
    number = re.compile(r"(?<![\w,.-])[1-9]\d?,?\d{3}(?![\w,.-])")
    seen: dict[str, list[tuple[str, int, int]]] = {}
    for value in material.values:
        if value.path[-1] in ("day", "isbn") or value.file == "area.yaml":
            continue
        for match in number.finditer(material.raw(value)):
            plain = match[0].replace(",", "")
            if not 1900 <= int(plain) <= 2099 or "," in match[0]:
                where = (value.file, value.start + match.start(), value.start + match.end())
                seen.setdefault(plain, []).append(where)
    twice = [(each, places) for each, places in seen.items() if len(places) == 2]
    if not twice:
        return None
    plain, places = rng.choice(twice)
    file, start, end = rng.choice(places)
    new = f"{near(rng, int(plain)):,}" if "," in material.text(file)[start:end] else str(near(rng, int(plain)))
    files, place = replaced(material, file, start, end, new)
    other = next(each for each in places if each != (file, start, end))
    at = (place, Place(other[0], material.text(other[0]).count("\n", 0, other[1]) + 1))
    return Fault(files, at, f"{plain} in the other place", (plain, f"{int(plain):,}"), f"{plain} → {new}")


@OPERATORS.fault("consistency")
def question_with_two_results(material: Material, rng: random.Random) -> Fault | None:
    """A figure given in two places under two names, with two values."""
    entries = []
    for criterion in own_criteria(material):
        for name, entry in (loaded(material, criterion.file).get("percentages") or {}).items():
            if isinstance(entry, dict) and "percent" in entry and "question" in entry and "where" not in entry:
                entries.append((criterion.file, name, entry))
    if not entries:
        return None
    file, name, entry = rng.choice(entries)
    text = material.text(file)
    line = re.search(rf"^  {re.escape(name)}: .*\n", text, re.MULTILINE)
    if line is None or "survey" in entry:
        return None
    wrong = near(rng, int(float(entry["percent"])), 100)
    new = f"  {name}-again: {{percent: {wrong}, question: {entry['question']}}}\n"
    files, place = replaced(material, file, line.end(), line.end(), new)
    at = (place, Place(file, place.line - 1))
    return Fault(files, at, f"{name} has {entry['percent']}%", (f"{entry['percent']}", "question"), new.strip())
