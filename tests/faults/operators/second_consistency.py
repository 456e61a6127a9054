"""Two places that say different things: a late change that reached one of them, a paste from another draft."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit, in_words
from tests.faults.writing import in_words as number_in_words

OPERATORS = Operators(blind=True)

_PERIOD = re.compile(r"\b[A-Z][a-z]+ to ([A-Z][a-z]+) (?:19|20)\d\d\b")


@OPERATORS.fault("consistency")
def figure_of_the_last_draft(material: Material, chance: random.Random) -> Fault | None:
    """Where the text used a figure by its name somebody typed the percentage of an earlier count."""
    known = [each for each in second.uses(material) if each[3].percent is not None]
    if not known:
        return None
    value, start, end, figure = chance.choice(known)
    assert figure.percent is not None
    wrong = chance.choice([each for each in range(figure.percent - 9, figure.percent + 9) if each not in _near(figure)])
    edit = Edit(material, value.file, start, end, f"{wrong}%")
    also = [Place(figure.file, figure.line)]
    return edit.fault(f"{figure.full} is {figure.percent}%", (f"{figure.percent}%", figure.name), also=also)


@OPERATORS.fault("consistency")
def sum_of_recommendations(material: Material, chance: random.Random) -> Fault:
    """The report says how many recommendations it makes, and there are others."""
    right = len(material.data("recommendations.yaml")["recommendations"])
    wrong = right + chance.choice((-2, -1, 1, 2, 3))
    patterns = (
        "This report makes {wrong} recommendations.",
        "We make {wrong} recommendations, all of which were accepted.",
        "Our {wrong} recommendations say what has to happen next.",
        "There are {wrong} recommendations in this report.",
        "The {wrong} recommendations of this report are meant to help.",
        "What needs to change is set out in {wrong} recommendations.",
    )
    sentence = second.filled(material, chance, patterns, wrong=in_words(wrong))
    helps = (in_words(right), f"{right} recommendation", f" {right}")
    return second.said_wrong(material, chance, sentence, f"there are {right} recommendations", helps)


@OPERATORS.fault("consistency")
def size_of_the_sample(material: Material, chance: random.Random) -> Fault | None:
    """The sample that a text speaks of is not that of the settings."""
    sample = tools.identity(material).get("sample")
    if not sample:
        return None
    right = sum(sample.values())
    wrong = right + chance.choice((-10, -4, -2, 2, 6, 10, 12))
    patterns = (
        "The sample of this inspection had {wrong} cases.",
        "We inspected {wrong} cases in all.",
        "Our sample was made up of {wrong} cases.",
        "Each of the {wrong} cases in the sample was read by an inspector.",
        "In the week of the inspection all {wrong} cases in our sample were read.",
        "A total of {wrong} cases was examined for this inspection.",
    )
    edit = second.put(material, chance, second.filled(material, chance, patterns, wrong=wrong))
    also = [tools.area_line(material, edit, "sample")]
    return edit.fault(f"the sample has {right} cases", (right,), also=also)


@OPERATORS.fault("consistency")
def month_of_the_inspection(material: Material, chance: random.Random) -> Fault:
    """A text has the inspection in another month than the settings."""
    year, month = tools.inspected(material)
    other = (month + chance.choice((1, 2, 3, 9, 10)) - 1) % 12
    patterns = (
        "This inspection took place in {wrong} {year}.",
        "We inspected {{{{ area }}}} in {wrong} {year}.",
        "Our inspection of {{{{ area }}}} was carried out in {wrong} {year}.",
        "At the time of our inspection in {wrong} {year}, several posts were vacant.",
        "The fieldwork of this inspection was done in {wrong} {year}.",
        "When we inspected {{{{ area }}}} in {wrong} {year}, the new form was in use.",
    )
    edit = second.put(material, chance, second.filled(material, chance, patterns, wrong=tools.MONTHS[other], year=year))
    right = tools.MONTHS[month - 1]
    also = [tools.area_line(material, edit, "inspected")]
    return edit.fault(f"it was inspected in {right} {year}", (right, f"{year}-{month:02}"), also=also)


@OPERATORS.fault("consistency")
def published_before_it_was_inspected(material: Material, chance: random.Random) -> Fault | None:
    """The date of publication, or that of the inspection, is mistyped by a year or more."""
    text = material.text("area.yaml")
    dates = {key: re.search(rf"(?m)^{key}: *(\d{{4}})", text) for key in ("inspected", "published")}
    inspected, published = dates["inspected"], dates["published"]
    if inspected is None or published is None:
        return None
    if chance.random() < 0.5:
        match, new = published, int(inspected[1]) - chance.choice((1, 2, 10))
    else:
        match, new = inspected, int(published[1]) + chance.choice((1, 2, 9))
    edit = Edit(material, "area.yaml", match.start(1), match.end(1), str(new))
    also = [tools.area_line(material, edit, key) for key in dates]
    return edit.fault("it was published before it was inspected", ("before", "after", "earlier", "later"), also=also)


@OPERATORS.fault("consistency")
def month_of_a_table_and_of_its_caption(material: Material, chance: random.Random) -> Fault | None:
    """The year in a caption was brought up to date, the day of the table was not, or the other way round."""
    found = []
    for value in material.values:
        year = re.search(r"(?:19|20)\d\d", value.value)
        if value.path[-1] != "caption" or year is None:
            continue
        day = tools.value_at(material, value.file, *value.path[:-1], "day")
        if day is not None and day.value.startswith(year[0]):
            found.append((value, day, year[0]))
    if not found:
        return None
    caption, day, right = chance.choice(found)
    wrong = str(int(right) + chance.choice((-1, 1)))
    changed = chance.choice((caption, day))
    edit = tools.at_value(material, changed, material.raw(changed).replace(right, wrong))
    also = (*edit.lines(caption), *edit.lines(day))
    return edit.fault(f"caption and day differ: {right}, {wrong}", (right, wrong, "day", "caption"), also=also)


@OPERATORS.fault("consistency")
def criterion_of_another_file(material: Material, chance: random.Random) -> Fault:
    """A file of a criterion was begun as a copy of another one, whose number is still in it."""
    files = [each for each in material.yaml_files if each.startswith("criteria/")]
    file, other = chance.sample(files, 2)
    own, wrong = (each.removeprefix("criteria/").removesuffix(".yaml") for each in (file, other))
    made = second.in_line(material, chance, file, rf"(?<=^criterion: ){re.escape(own)}$", lambda _: wrong)
    assert made is not None
    also = [Place(each, line) for each in (file, other) for line in (0, 1)]
    return made[0].fault(f"the file is that of {own}", (own, "file", wrong), also=also)


@OPERATORS.fault("consistency")
def number_of_questionnaires(material: Material, chance: random.Random) -> Fault | None:
    """A text counts other questionnaires than the sheet of the survey has rows."""
    titles = {each["id"]: each["title"].lower() for each in material.framework.get("surveys", [])}
    files = {each: each.rsplit("/", 1)[-1].removesuffix(".csv") for each in material.sheets if "surveys/" in each}
    known = [(file, titles[survey]) for file, survey in files.items() if survey in titles]
    if not known:
        return None
    file, who = chance.choice(known)
    right = len(second.sheet(material, file)) - 1
    wrong = right + chance.choice((-3, -2, 2, 3, 5))
    patterns = (
        "Questionnaires came back from {wrong} {who}.",
        "We received {wrong} questionnaires from {who}.",
        "In our survey of {who} there were {wrong} replies.",
        "The survey of {who} was answered by {wrong} of them.",
        "{number} {who} answered our survey.",
        "Of the {who}, {wrong} returned our questionnaire.",
    )
    number = number_in_words(wrong) if wrong < 100 else str(wrong)
    values = {"wrong": in_words(wrong), "number": number, "who": who}
    edit = second.put(material, chance, second.filled(material, chance, patterns, **values))
    also = [Place(file, line) for line in range(2)]
    return edit.fault(f"{file} has {right} rows", (right, in_words(right), number_in_words(right)), also=also)


@OPERATORS.fault("consistency")
def finding_on_both_sides(material: Material, chance: random.Random) -> Fault | None:
    """A finding that was to be moved stands under strengths and under areas for improvement."""
    pair = _two_lists(material, chance)
    if pair is None:
        return None
    file, source, target = pair
    copied, first = chance.choice(source), chance.choice(target)
    text = material.text(file)
    start, end = _entry(text, copied)
    at, _ = _entry(text, first)
    body = text[start:end].rstrip("\n") + "\n"
    body = re.sub(r"\A(\s*- id: )([a-z0-9-]+)", r"\1\2-moved", body)
    edit = Edit(material, file, at, at, body + ("\n" if text[at - 2 : at] == "\n\n" else ""))
    return edit.fault("the finding stands on both sides", _TWICE, also=edit.lines(copied))


@OPERATORS.fault("consistency")
def recommendation_made_twice(material: Material, chance: random.Random) -> Fault:
    """A recommendation was copied, and the copy kept as well."""
    file = "recommendations.yaml"
    entries = [each for each in material.prose if each.file == file and each.key == "text"]
    copied, after = chance.choice(entries), chance.choice(entries)
    text = material.text(file)
    start, end = _entry(text, copied)
    body = re.sub(r"\A(\s*- id: )([a-z0-9-]+)", r"\1\2-2", text[start:end].rstrip("\n") + "\n")
    at, _ = _entry(text, after)
    edit = Edit(material, file, at, at, body)
    return edit.fault("two recommendations say the same", _TWICE, also=edit.lines(copied))


@OPERATORS.fault("consistency")
def paragraph_pasted_twice(material: Material, chance: random.Random) -> Fault:
    """A paragraph was pasted into a second text, and left in the first."""
    texts = [each for each in tools.texts(material) if 20 < len(each.value.split()) < 120]
    source = chance.choice(texts)
    target = chance.choice([each for each in tools.texts(material) if each.file == source.file])
    paragraph = chance.choice([each for each in source.value.split("\n\n") if len(each.split()) > 12] or [source.value])
    edit = tools.appended(material, target, paragraph.strip(), apart=True)
    return edit.fault("the same paragraph stands twice", _TWICE, also=edit.lines(source))


@OPERATORS.fault("consistency")
def all_of_them_but_some(material: Material, chance: random.Random) -> Fault:
    """A sentence that says that all were so, and then tells of some that were not."""
    count = in_words(chance.randint(2, 9))
    patterns = (
        "All {things} had been {done}; {count} of them had not.",
        "Every post for {staff} was filled, and {count} of these posts had been vacant throughout the year.",
        "None of the {things} was late, and the {count} late ones had been explained.",
        "Without exception the {things} had been {done}, but {count} had not been {done}.",
        "No {things} had been {done}, and the {count} that had been {done} were of good quality.",
        "In all cases the {things} had been {done}, except that in most of them they had not.",
    )
    sentence = second.filled(material, chance, patterns, count=count)
    helps = ("all", "every", "none", "no ", "contradict", "except", count)
    return second.said_wrong(material, chance, sentence, "it says all, or none, and that there were others", helps)


@OPERATORS.fault("consistency")
def period_brought_up_to_date_in_one_place(material: Material, chance: random.Random) -> Fault | None:
    """Captions and texts of one part name a period; one of them was changed."""
    found: dict[tuple[str, str], list[tuple[Value, int, str]]] = {}
    for value in material.values:
        for match in _PERIOD.finditer(material.raw(value)):
            place = (value, value.start + match.start(1), match[1])
            found.setdefault((value.file, match[0]), []).append(place)
    periods = [places for places in found.values() if len(places) > 1]
    if not periods:
        return None
    places = chance.choice(periods)
    value, start, right = chance.choice(places)
    wrong = chance.choice([each for each in tools.MONTHS if each != right])
    edit = Edit(material, value.file, start, start + len(right), wrong)
    also = [edit.place(each.file, at) for each, at, _ in places]
    return edit.fault(f"the other places have {right}", (right, "period"), also=also)


_TWICE = ("twice", "second time", "same", "repeat", "again", "duplicate", "identical", "both", "copy", "another")


def _near(figure: second.Figure) -> tuple[int, ...]:
    right = figure.percent or 0
    return (right - 1, right, right + 1, *range(-9, 2), *range(100, 110))


def _two_lists(material: Material, chance: random.Random) -> tuple[str, list[Value], list[Value]] | None:
    pairs = []
    for file in material.yaml_files:
        sides = [
            [each for each in tools.findings(material, side) if each.file == file]
            for side in ("strengths", "improvements")
        ]
        if all(sides):
            pairs += [(file, sides[0], sides[1]), (file, sides[1], sides[0])]
    return tools.pick(chance, pairs)


def _entry(text: str, value: Value) -> tuple[int, int]:
    """Return where the entry of a list begins that a value stands in, and where it ends."""
    start = max(text.rfind("\n- ", 0, value.start), text.rfind("\n  - ", 0, value.start)) + 1
    inner = re.compile(r"^(?: {0,2}- |[a-z_]+:)", re.MULTILINE).search(text, value.end - 1)
    return start, inner.start() if inner else len(text)
