"""Figures that are wrong by themselves: means, sums, rates, spans, places in an order, money and hours."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import in_words

OPERATORS = Operators(blind=True)

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@OPERATORS.fault("figures")
def mean_of_a_list(material: Material, chance: random.Random) -> Fault:
    """Some numbers and their mean, which is another one."""
    mean = chance.randint(14, 40)
    step = chance.randint(2, 9)
    low, high = mean - step, mean + step
    wrong = mean + chance.choice((-4, 5, 7, 12)) + (step if chance.random() < 0.3 else 0)
    patterns = (
        "The three offices held {low}, {mean} and {high} {things} a month, on average {wrong}.",
        "In the three teams {low}, {mean} and {high} {staff} were at work, an average of {wrong} a team.",
        "The figures of the three quarters were {low}, {mean} and {high}, which makes an average of {wrong}.",
        "Two offices had {low} and {high} {things} a week, {wrong} on average.",
    )
    sentence = second.filled(material, chance, patterns, low=low, mean=mean, high=high, wrong=wrong)
    witness = f"the mean of {low} and {high}, and of both with {mean}, is {mean}"
    return second.said_wrong(material, chance, sentence, witness, (mean, "average", "mean"))


@OPERATORS.fault("figures")
def sum_of_a_list(material: Material, chance: random.Random) -> Fault:
    """Some numbers and what they come to together, which is another sum."""
    parts = [chance.randint(11, 39) for _ in range(3)]
    right = sum(parts)
    wrong = right + chance.choice((-10, -6, 4, 9, 10, 20))
    first, middle, last = parts
    patterns = (
        "There were {first} {things} in spring, {middle} in summer and {last} in autumn, {wrong} in all.",
        "Altogether {wrong} people came: {first} to the first meeting, {middle} to the second and {last} to the third.",
        "The courses had {first}, {middle} and {last} places, a total of {wrong}.",
        "With {first} {staff} in the north, {middle} in the south and {last} in the west, there were {wrong} in total.",
    )
    sentence = second.filled(material, chance, patterns, first=first, middle=middle, last=last, wrong=wrong)
    return second.said_wrong(
        material, chance, sentence, f"{first}, {middle} and {last} make {right}", (right, "add up", "together", "sum")
    )


@OPERATORS.fault("figures")
def share_of_an_amount(material: Material, chance: random.Random) -> Fault:
    """An amount of money, the whole that it is a part of, and a percentage that these do not give."""
    share = chance.choice((10, 20, 25, 30, 40, 60, 75, 80))
    whole = chance.choice((20, 40, 60, 80, 120))
    part = whole * share // 100
    wrong = share + chance.choice((-8, 7, 12, 15))
    patterns = (
        "Of a budget of £{whole},000, £{part},000 ({wrong}%) had been spent by the autumn.",
        "The area had spent £{part},000 of £{whole},000, or {wrong}%, on {staff}.",
        "Some {wrong}% of the grant had been used: £{part},000 of £{whole},000.",
    )
    sentence = second.filled(material, chance, patterns, whole=whole, part=part, wrong=wrong)
    witness = f"£{part},000 is {share}% of £{whole},000"
    return second.said_wrong(material, chance, sentence, witness, (f"{share}%", "per cent"))


@OPERATORS.fault("figures")
def load_of_each(material: Material, chance: random.Random) -> Fault:
    """How many there were, how many had them, and how many each had, where the division gives another number."""
    staff, each = chance.randint(12, 24), chance.randint(15, 40)
    wrong = each + chance.choice((-6, -5, 5, 8, 10))
    patterns = (
        "The {staff_number} officers held {total} cases, {wrong} each on average.",
        "{total} hours of unpaid work were shared by {staff_number} people, that is {wrong} hours each.",
        "With {total} {things} for {staff_number} managers, each of them had to read {wrong} on average.",
        "Each of the {staff_number} volunteers gave {wrong} hours, {total} hours in all.",
    )
    total = staff * each
    sentence = second.filled(material, chance, patterns, staff_number=staff, total=total, wrong=wrong)
    witness = f"{total} divided by {staff} is {each}"
    return second.said_wrong(material, chance, sentence, witness, (each, "each", "average"))


@OPERATORS.fault("figures")
def years_between_two_years(material: Material, chance: random.Random) -> Fault:
    """A span of years that does not lie between its two years."""
    right = chance.randint(3, 8)
    first = chance.randint(1990, 1998)
    wrong = right + chance.choice((2, 3, -2))
    patterns = (
        "The scheme ran from {first} to {last}, that is for {wrong} years.",
        "Between {first} and {last}, a span of {wrong} years, no {staff} were trained.",
        "A policy of {first} was replaced in {last}, {wrong} years later.",
        "The office opened in {first} and closed {wrong} years later, in {last}.",
    )
    values = {"first": first, "last": first + right, "wrong": in_words(wrong)}
    sentence = second.filled(material, chance, patterns, **values)
    witness = f"from {first} to {first + right} it is {right} years"
    return second.said_wrong(material, chance, sentence, witness, (f"{right} year", f"{in_words(right)} year", "years"))


@OPERATORS.fault("figures")
def hours_between_two_hours(material: Material, chance: random.Random) -> Fault:
    """A span of hours that does not lie between its two hours."""
    first, last = chance.randint(8, 10), chance.randint(3, 8)
    right = last + 12 - first
    wrong = right + chance.choice((-2, 2, 3))
    patterns = (
        "The office was open from {first}am to {last}pm, {wrong} hours a day.",
        "Between {first}am and {last}pm, that is for {wrong} hours, somebody was at the desk.",
        "People could come from {first} am until {last} pm on weekdays ({wrong} hours).",
    )
    sentence = second.filled(material, chance, patterns, first=first, last=last, wrong=in_words(wrong))
    witness = f"from {first}am to {last}pm it is {right} hours"
    return second.said_wrong(material, chance, sentence, witness, (f"{right} hour", f"{in_words(right)} hour", "hours"))


@OPERATORS.fault("figures")
def place_beyond_the_last(material: Material, chance: random.Random) -> Fault:
    """A place in an order that has fewer places."""
    places = chance.randint(4, 8)
    place = places + chance.randint(1, 2)
    patterns = (
        "For timeliness the area came {place} of the {places} areas in the region.",
        "The unit was {place} out of {places} for the quality of {things}.",
        "Among the {places} offices it was the {place} to bring in the new form.",
        "It ranked {place} of {places} areas for {things}.",
    )
    values = {"place": _ORDINALS[place - 1], "places": in_words(places)}
    sentence = second.filled(material, chance, patterns, **values)
    witness = f"among {places} nothing is the {values['place']}"
    return second.said_wrong(material, chance, sentence, witness, (values["place"], in_words(places), f"only {places}"))


@OPERATORS.fault("figures")
def percentage_of_a_count_in_a_footnote(material: Material, chance: random.Random) -> Fault:
    """A footnote has a count, its base and a percentage that these two do not give."""
    base = chance.randint(20, 60)
    count = chance.randint(base // 4, base - 4)
    right = second.per_cent(count, base)
    wrong = chance.choice([each for each in (right + 9, right - 8, right + 20) if 0 < each < 100])
    patterns = (
        "Of {base} {things}, {count} ({wrong}%) had been {done}.",
        "The office counted {count} of {base} {things}, or {wrong}%.",
        "According to the area, {wrong}% ({count} of {base}) of the {things} were read twice.",
    )
    note = second.filled(material, chance, patterns, count=count, base=base, wrong=wrong)
    witness = f"{count} of {base} is {right}%"
    return third.with_note(material, chance, note).fault(witness, (f"{right}%", f"{right} per cent"), f"note: {note}")


@OPERATORS.fault("figures")
def total_of_a_table_in_a_text(material: Material, chance: random.Random) -> Fault:
    """A table in a text has a row of the total that the other rows do not make up."""
    counts = [chance.randint(12, 40) for _ in range(3)]
    right = sum(counts)
    wrong = right + chance.choice((-9, 6, 10, 18))
    names = chance.sample(("North", "South", "East", "West", "Coast", "Town"), 3)
    own = second.words(material, chance)
    rows = [*zip(names, counts, strict=True), (chance.choice(("Total", "All")), wrong)]
    edit = third.with_table(material, chance, ("Office", own.things.capitalize()), *rows)
    shown = ", ".join(f"{name} {count}" for name, count in rows)
    return edit.fault(f"the rows make {right}", (right, "total", "add up"), shown)


@OPERATORS.fault("figures")
def more_than_all_in_the_glance(material: Material, chance: random.Random) -> Fault | None:
    """A short text of the glance has more of something than there are."""
    base = chance.randint(11, 30)
    count = base + chance.randint(2, 9)
    patterns = (
        "In {count} of {base} cases {things} were good.",
        "Of {base} {staff}, {count} had been trained.",
        "{count} of the {base} {things} were on time.",
    )
    sentence = second.filled(material, chance, patterns, count=count, base=base)
    made = third.short_text(material, chance, sentence)
    helps = ("more than", "above", "exceed", "larger", "greater", "base")
    return made[0].fault(f"{count} of {base} cannot be", helps, sentence) if made else None
