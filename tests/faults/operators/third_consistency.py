"""Two places that say different things: the glance, footnotes, tables in texts and labels against the rest."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import Edit, in_words

OPERATORS = Operators(blind=True)


@OPERATORS.fault("consistency")
def key_figure_told_otherwise(material: Material, chance: random.Random) -> Fault | None:
    """A text repeats a key figure of the glance word for word, with the percentage of an earlier count."""
    known = third.key_figures(material)
    if not known:
        return None
    name, says, figure, rest = chance.choice(known)
    right = 100 - (figure.percent or 0) if rest else figure.percent or 0
    wrong = chance.choice([each for each in (right - 11, right - 6, right + 6, right + 11) if 3 < each < 98])
    words = says.value.rstrip(".")
    patterns = (
        "In short, {wrong}% {says}.",
        "We found that {wrong}% {says}.",
        "As the first page says, {wrong}% {says}.",
    )
    sentence = chance.choice(patterns).format(wrong=wrong, says=words)
    edit = second.put(material, chance, sentence, third.roomy(material))
    also = [edit.place(name.file, name.start), edit.place(says.file, says.start), Place(figure.file, figure.line)]
    return edit.fault(f"the glance has {right}%", (f"{right}%", figure.name), sentence, also)


@OPERATORS.fault("consistency")
def rest_of_a_key_figure_lost(material: Material, chance: random.Random) -> Fault | None:
    """A key figure lost its filter, or got one: the glance says of what is left what holds for the others."""
    known = third.key_figures(material)
    if not known:
        return None
    name, says, figure, rest = chance.choice(known)
    new = name.value.split("|")[0].strip() if rest else f"{name.value} | rest"
    edit = tools.at_value(material, name, new)
    also = [edit.place(says.file, says.start), Place(figure.file, figure.line)]
    helps = ("rest", f"{figure.percent}%", f"{100 - (figure.percent or 0)}%")
    return edit.fault("the findings say it of the other part", helps, f"{name.value} → {new}", also)


@OPERATORS.fault("consistency")
def key_figures_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """Two key figures of the glance have changed their words."""
    known = third.key_figures(material)
    if len(known) < 2:
        return None
    (_, one, first, _), (_, other, last, _) = sorted(chance.sample(known, 2), key=lambda each: each[1].start)
    text = material.text(one.file)
    new = material.raw(other) + text[one.end : other.start] + material.raw(one)
    edit = Edit(material, one.file, one.start, other.end, new)
    helps = (first.name, last.name, "figure", "label", "says")
    return edit.fault("the figures are of other things", helps, f"{one.value} ↔ {other.value}")


@OPERATORS.fault("consistency")
def short_forms_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """Two recommendations have changed their short forms: the head of a card says what another one asks for."""
    values = third.short_values(material, ("in_short",))
    if len(values) < 2:
        return None
    one, other = sorted(chance.sample(values, 2), key=lambda each: each.start)
    text = material.text(one.file)
    new = material.raw(other) + text[one.end : other.start] + material.raw(one)
    edit = Edit(material, one.file, one.start, other.end, new)
    helps = ("in_short", "short", "recommendation", "other")
    return edit.fault("the texts ask for other things", helps, f"{one.value} ↔ {other.value}")


@OPERATORS.fault("consistency")
def short_form_with_another_span(material: Material, chance: random.Random) -> Fault | None:
    """The short form of a recommendation gives another time than its text."""
    values = third.short_values(material, ("in_short",))
    value = tools.pick(chance, values)
    if value is None:
        return None
    text = tools.value_at(material, value.file, *value.path[:-1], "text")
    if text is None or text.style != "|":
        return None
    right, wrong = chance.sample((2, 3, 4, 6, 8), 2)
    unit = chance.choice(("weeks", "months"))
    sentence = f"This should be done within {in_words(right)} {unit}."
    first = tools.appended(material, text, sentence)
    short = f"{' '.join(value.value.split()[:4])}, within {in_words(wrong)} {unit}"
    whole = first.files[value.file].decode()
    new = whole.replace(material.raw(value), third.line(short), 1)
    edit = Edit(material, value.file, 0, len(material.text(value.file)), new)
    fault = edit.fault(
        f"its text says {in_words(right)}", (in_words(right), f"{right} {unit}"), f"{short} / {sentence}"
    )
    at = [number for number, each in enumerate(new.splitlines(), 1) if sentence in each or short in each]
    return Fault(fault.files, tuple(Place(value.file, each) for each in at), fault.witness, fault.helps, fault.shown)


@OPERATORS.fault("consistency")
def deadline_told_otherwise(material: Material, chance: random.Random) -> Fault | None:
    """The text of a recommendation gives another month than its deadline."""
    found = third.deadlines(material)
    if not found:
        return None
    deadline, text = chance.choice(found)
    year, month = map(int, deadline.value.split("-"))
    right = f"{tools.MONTHS[month - 1]} {year}"
    wrong = f"{tools.MONTHS[(month + chance.choice((1, 3))) % 12]} {year}"
    patterns = ("This should be done by {wrong}.", "We expect this by {wrong}.", "By {wrong} this should be complete.")
    sentence = chance.choice(patterns).format(wrong=wrong)
    edit = tools.appended(material, text, sentence)
    also = [edit.place(deadline.file, deadline.start)]
    return edit.fault(f"the deadline is {right}", (right, deadline.value, "deadline"), sentence, also)


@OPERATORS.fault("consistency")
def captions_of_charts_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """Two charts of cases have changed their captions."""
    charts = [
        each
        for each in third.short_values(material, ("caption",))
        if (data := [one for one in material.values if one.file == each.file and one.path[:-2] == each.path[:-1]])
        if any(one.path[-1] == "attribute" and one.value.split("_")[-1] in each.value.lower() for one in data)
    ]
    pairs = [(one, other) for one in charts for other in charts if one.file == other.file and one.start < other.start]
    pair = tools.pick(chance, pairs)
    if pair is None:
        return None
    one, other = pair
    text = material.text(one.file)
    new = material.raw(other) + text[one.end : other.start] + material.raw(one)
    edit = Edit(material, one.file, one.start, other.end, new)
    return edit.fault(
        "the charts are of other attributes", ("caption", "attribute", "chart"), f"{one.value} ↔ {other.value}"
    )


@OPERATORS.fault("consistency")
def sample_in_a_footnote_or_a_cell(material: Material, chance: random.Random) -> Fault | None:
    """A footnote, a cell of a table in a text, or a short text gives another size of the sample than the settings."""
    right = third.sample_size(material)
    if not right:
        return None
    wrong = right + chance.choice((-8, -5, -2, 2, 4, 10))
    told = chance.choice((f"There were {wrong} cases in the sample.", f"The sample had {wrong} cases."))
    sort = chance.choice(("note", "cell", "short"))
    if sort == "note":
        edit = third.with_note(material, chance, told)
    elif sort == "cell":
        edit = third.with_table(
            material, chance, ("What we read", "Number"), ("Cases in the sample", wrong), ("Sites", 3)
        )
    else:
        made = third.short_text(material, chance, told)
        if made is None:
            return None
        edit = made[0]
    return edit.fault(f"area.yaml has {right}", (right,), f"{sort}: {told}")


@OPERATORS.fault("consistency")
def figure_in_a_table_of_a_text(material: Material, chance: random.Random) -> Fault | None:
    """A table in a text repeats the labels of figures, and one percentage of an earlier count."""
    known = {(each.file, each.name): each for each in second.figures(material) if each.percent is not None}
    labels = [
        (each, known[each.file, str(each.path[-2])])
        for each in third.short_values(material, ("label",))
        if (each.file, str(each.path[-2])) in known
    ]
    if not labels:
        return None
    label, figure = chance.choice(labels)
    right = figure.percent or 0
    wrong = chance.choice([each for each in (right - 9, right - 5, right + 5, right + 8) if 3 < each < 98])
    rows = ((label.value, f"{wrong}%"), ("Interviews held", chance.randint(12, 30)))
    edit = third.with_table(material, chance, ("Piece of work", "Result"), *rows)
    also = [edit.place(label.file, label.start), Place(figure.file, figure.line)]
    return edit.fault(f"{figure.full} is {right}%", (f"{right}%", figure.name), f"{label.value}: {wrong}%", also)


@OPERATORS.fault("consistency")
def recommendations_counted_in_the_glance(material: Material, chance: random.Random) -> Fault | None:
    """A short text of the glance says how many recommendations there are, and there are others."""
    right = len(material.data("recommendations.yaml")["recommendations"])
    wrong = right + chance.choice((-2, -1, 1, 2))
    sentence = chance.choice(("There are {} recommendations.", "We make {} recommendations.")).format(in_words(wrong))
    made = third.short_text(material, chance, sentence)
    helps = (in_words(right), f" {right}")
    return made[0].fault(f"there are {right}", helps, sentence) if made else None


@OPERATORS.fault("consistency")
def two_times_for_the_same(material: Material, chance: random.Random) -> Fault | None:
    """Two sentences of a text give two standards for the same piece of work."""
    things = second.words(material, chance).things
    first, last = chance.sample((5, 10, 15, 20), 2)
    patterns = (
        "The standard gives {first} days for {things}. They were often not made within its {last} days.",
        "Local guidance allows {first} days for {things}. These {last} days for {things} were rarely enough.",
    )
    sentence = chance.choice(patterns).format(things=things, first=in_words(first), last=in_words(last))
    edit = second.put(material, chance, sentence, third.roomy(material))
    return edit.fault(f"it says {first} and {last} days of one thing", (in_words(first), in_words(last)), sentence)
