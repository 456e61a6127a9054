"""Edits of words that leave an area as right as it was: sums and spans that are right, forms of English, footnotes."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import in_words

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("figures")
def mean_and_sum_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Some numbers with their mean, or with what they come to."""
    mean, step = chance.randint(14, 40), chance.randint(2, 9)
    low, high, total = mean - step, mean + step, 3 * mean
    patterns = (
        f"The three offices posted {low}, {mean} and {high} letters a day, on average {mean}.",
        f"The archive grew by {low} boxes in spring, {mean} in summer and {high} in autumn, {total} in all.",
        f"Courses had {low}, {mean} and {high} places, a total of {total}.",
        f"Two offices bought {low} and {high} chairs, {mean} on average.",
    )
    return second.said_right(material, chance, patterns, f"the mean is {mean}, the sum {total}")


@OPERATORS.innocent("figures")
def money_that_is_right(material: Material, chance: random.Random) -> Harmless | None:
    """An amount of money, its whole and its share; a rate."""
    share, whole = chance.choice((20, 25, 40, 60)), chance.choice((20, 40, 60, 80))
    part = whole * share // 100
    patterns = (
        f"The lease took £{part},000 of a budget of £{whole},000 for buildings.",
        f"A day of training cost £{share * 10}, and six days £{share * 60}.",
        f"The grant rose by £{part},000, from £{whole},000 to £{whole + part},000.",
        f"Repairs came to £{part},250.50, a little above the £{part},000 that had been set aside.",
    )
    return second.said_right(material, chance, patterns, "the amounts agree")


@OPERATORS.innocent("figures")
def spans_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Spans of years and hours, and places in an order."""
    first, years = chance.randint(1990, 1998), chance.randint(3, 8)
    places = chance.randint(5, 9)
    patterns = (
        f"A scheme of this kind ran from {first} to {first + years}, that is for {in_words(years)} years.",
        "The desk was open from 9am to 5pm, eight hours a day.",
        f"For the number of volunteers the area came third of {in_words(places)}.",
        f"A policy of {first} was replaced {in_words(years)} years later, in {first + years}.",
        "The bus took an hour and a half, from 8.15am to 9.45am.",
    )
    return second.said_right(material, chance, patterns, "the spans are right")


@OPERATORS.innocent("figures")
def table_in_a_text_that_adds_up(material: Material, chance: random.Random) -> Harmless:
    """A table in a text whose rows make up its total."""
    counts = [chance.randint(12, 40) for _ in range(3)]
    names = chance.sample(("North", "South", "East", "West"), 3)
    rows = [*zip(names, counts, strict=True), ("Total", sum(counts))]
    unit = chance.choice(("Rooms", "Volunteers", "Bus stops"))
    edit = third.with_table(material, chance, ("Office", unit), *rows)
    return edit.harmless("the rows make up the total", ", ".join(f"{name} {count}" for name, count in rows))


@OPERATORS.innocent("consistency")
def key_figure_told_again(material: Material, chance: random.Random) -> Harmless | None:
    """A text repeats a key figure by its name, in the words of the glance."""
    known = [each for each in third.key_figures(material) if "criteria" in each[2].file]
    if not known:
        return None
    name, says, _, _ = chance.choice(known)
    sentence = chance.choice(("In short, {{{{ {} }}}} {}.", "We found that {{{{ {} }}}} {}.")).format(
        name.value, says.value.rstrip(".")
    )
    values = [each for each in third.roomy(material) if each.file == "foreword.yaml" or "sections" in each.path]
    value = tools.pick(chance, values)
    return tools.appended(material, value, sentence).harmless("it is the figure itself", sentence) if value else None


@OPERATORS.innocent("consistency")
def deadline_told_again(material: Material, chance: random.Random) -> Harmless | None:
    """The text of a recommendation repeats its deadline."""
    found = third.deadlines(material)
    if not found:
        return None
    deadline, text = chance.choice(found)
    year, month = map(int, deadline.value.split("-"))
    sentence = f"This should be done by {tools.MONTHS[month - 1]} {year}."
    return tools.appended(material, text, sentence).harmless("the deadline is the same", sentence)


@OPERATORS.innocent("consistency")
def sample_told_again(material: Material, chance: random.Random) -> Harmless | None:
    """A footnote or a cell gives the size of the sample, and is right."""
    right = third.sample_size(material)
    if not right:
        return None
    if chance.random() < 0.5:
        note = f"There were {right} cases in the sample."
        return third.with_note(material, chance, note).harmless("area.yaml says the same", f"note: {note}")
    rows = (("Cases in the sample", right), ("Days of the visit", 5))
    edit = third.with_table(material, chance, ("What", "Number"), *rows)
    return edit.harmless("area.yaml says the same", f"cell: {right}")


@OPERATORS.innocent("consistency")
def short_form_in_other_words(material: Material, chance: random.Random) -> Harmless | None:
    """A recommendation in short is given in fewer words of the same sense."""
    value = tools.pick(chance, third.short_values(material, ("in_short",)))
    if value is None:
        return None
    words = value.value.split(",")[0]
    return third.rewritten(material, value, words).harmless("it is the same, shorter", f"{value.value} → {words}")


@OPERATORS.innocent("language")
def irregular_verbs_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Verbs whose forms look wrong, and are right."""
    patterns = (
        "What had been begun was seldom broken off.",
        "The rota was drawn up by whoever had drawn the short straw.",
        "Files had been left where they fell.",
        "The post had lain vacant, and nobody had been led to expect better.",
        "The room was hung with drawings that members of the group had done.",
        "Some had come to see that they had become used to it.",
        "The course cost little, and the forms were read by all who had read the first.",
        "The building had been let, and the lease had run out.",
    )
    return second.said_right(material, chance, patterns, "they are the forms of these verbs")


@OPERATORS.innocent("language")
def comparisons_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Comparisons of every form."""
    patterns = (
        "The more often it was read, the better it was understood.",
        "It was as good as, if not better than, the form before.",
        "Fewer than half a dozen chairs were left.",
        "This was no more and no less than had been promised.",
        "Most of the better rooms faced south.",
        "It was more a matter of habit than of policy.",
        "The older of the two buildings was the better kept.",
        "The first winter was even harder than the second.",
    )
    return second.said_right(material, chance, patterns, "English compares so")


@OPERATORS.innocent("language")
def clauses_that_are_whole(material: Material, chance: random.Random) -> Harmless | None:
    """Sentences that begin as fragments do, and are whole."""
    patterns = (
        "Because the road was closed, the meeting began late.",
        "Whose task this was had never been settled.",
        "Which of the two forms was meant could not be seen.",
        "Although nobody had asked for it, a list was kept.",
        "And yet the list was used.",
        "Whereas the first list was long, the second was short.",
        "That the office was cold did not help.",
        "Not only was the list long, it was also out of date.",
        "What is more, it was kept up to date.",
    )
    return second.said_right(material, chance, patterns, "each has a main clause")


@OPERATORS.innocent("language")
def words_that_meet(material: Material, chance: random.Random) -> Harmless | None:
    """Words that stand beside each other seldom, and rightly."""
    patterns = (
        "What it came down to was time.",
        "The list was gone through again, and again it was put away.",
        "People had to be able to be heard.",
        "The things that mattered most of all had been left till last.",
        "The rooms looked on to the yard, and in the evening on the hall.",
        "It had to be said, and said again.",
        "The letters that came in at all came in in spring.",
        "What they were was not what they had been.",
        "Those in the know knew of it.",
    )
    return second.said_right(material, chance, patterns, "each sentence is right")


@OPERATORS.innocent("language")
def prepositions_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Words with each of their prepositions."""
    patterns = (
        "The caretaker was responsible to the council, and for two buildings.",
        "Much depended upon the weather.",
        "The delay resulted from a strike, and resulted in a new timetable.",
        "Access by lift was limited, and access to the yard was by a ramp.",
        "Attention was drawn to the notice.",
        "The list was made up of names of streets.",
        "In accordance with the lease, and according to the landlord, the yard was swept.",
        "Nobody was aware that the lift had been mended.",
    )
    return second.said_right(material, chance, patterns, "each is right")


@OPERATORS.innocent("names")
def definition_from_the_list(material: Material, chance: random.Random) -> Harmless | None:
    """A text defines an abbreviation of the list in the words of the list."""
    listed = [(str(key), str(value)) for key, value in material.data("abbreviations.yaml").items()]
    chosen = tools.pick(chance, [each for each in listed if each[0].isupper() and each[0].isalpha()])
    if chosen is None:
        return None
    key, value = chosen
    definition = f"{key}\n: {value}."
    edit = tools.appended(material, chance.choice(third.roomy(material)), definition, apart=True)
    return edit.harmless("the list has the same words", definition.replace("\n", " ⏎ "))


@OPERATORS.innocent("names")
def area_in_a_caption(material: Material, chance: random.Random) -> Harmless | None:
    """A caption or a heading of a chart has the name of the area added."""
    area = str(tools.identity(material)["area"])
    values = [
        each for each in third.short_values(material, ("caption",)) if area not in each.value and ":" not in each.value
    ]
    value = tools.pick(chance, [each for each in values if "chart" in each.path])
    if value is None:
        return None
    words = f"{value.value} in {area}"
    return third.rewritten(material, value, words).harmless("it is the name of the area", words)


@OPERATORS.innocent("people")
def author_in_a_footnote(material: Material, chance: random.Random) -> Harmless | None:
    """A footnote cites a book or a report by its author, or says how a number was counted."""
    notes = (
        "Adapted from *Managing Offenders in the Community*, a handbook of 2003.",
        "Halliday, *Making Punishments Work*, Home Office, 2001.",
        "By the area's own count, which leaves out those in custody.",
        "The Act came into force in 2005.",
        "Times are those of the bus company, on weekdays.",
    )
    note = chance.choice(notes)
    return third.with_note(material, chance, note).harmless("books have authors", f"note: {note}")


@OPERATORS.innocent("people")
def photographer_in_a_credit(material: Material, chance: random.Random) -> Harmless:
    """A picture has all that it needs, and its credit names who took it."""
    who = chance.choice(("Wessex Picture Library", "the area's press office", "Probation Area, 2008"))
    picture = (
        f'![A meeting room with a round table and six chairs](images/added.png "A room for groups")\nPhotograph: {who}'
    )
    edit = third.with_picture(material, chance, picture)
    files = {**edit.files, "images/added.png": third.png()}
    return Harmless(files, "a credit names the source", picture.replace("\n", " ⏎ "))
