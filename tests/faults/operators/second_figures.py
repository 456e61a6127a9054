"""Figures that are wrong by themselves: an inspector's arithmetic, a late change carried through by half."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit, in_words
from tests.faults.tables import Table, tables

OPERATORS = Operators(blind=True)


@OPERATORS.fault("figures")
def count_above_its_base(material: Material, chance: random.Random) -> Fault:
    """More had something than there were at all."""
    base = chance.randint(11, 48)
    count = base + chance.randint(1, 9)
    patterns = (
        "Of the {base} {things} that we read, {count} had been {done}.",
        "{count} of the {base} {things} had been {done}.",
        "We spoke to {base} {staff}, of whom {count} had been trained in the last year.",
        "Among {base} {staff}, {count} knew what was expected of them.",
        "Inspectors looked at {base} {things} and found that {count} of these were late.",
        "A note of the outcome stood in {count} of {base} {things}.",
    )
    sentence = second.filled(material, chance, patterns, base=base, count=count)
    helps = ("more than", "above", "exceed", "larger", "greater", "base")
    return second.said_wrong(material, chance, sentence, f"{count} of {base} cannot be", helps)


@OPERATORS.fault("figures")
def percentage_not_that_of_its_count(material: Material, chance: random.Random) -> Fault:
    """A count, its base and a percentage that these two do not give."""
    base = chance.randint(18, 60)
    count = chance.randint(base // 4, base - 3)
    right = second.per_cent(count, base)
    wrong = chance.choice([each for each in (right + 10, right - 7, 100 - right, right + 4) if abs(each - right) > 2])
    patterns = (
        "Of {base} {things}, {count} ({wrong}%) had been {done}.",
        "{count} of the {base} {things} ({wrong}%) had been {done}.",
        "We found that {wrong}% of {things} ({count} of {base}) had been {done}.",
        "{count} out of {base} {staff}, or {wrong}%, had been trained for it.",
        "In all, {wrong}% ({count}/{base}) of the {staff} whom we met had seen the policy.",
        "{count} of {base} {staff} ({wrong} per cent) had a plan for their own development.",
    )
    sentence = second.filled(material, chance, patterns, base=base, count=count, wrong=wrong)
    witness = f"{count} of {base} is {right}%"
    return second.said_wrong(material, chance, sentence, witness, (f"{right}%", f"{right} per"))


@OPERATORS.fault("figures")
def parts_that_exceed_the_whole(material: Material, chance: random.Random) -> Fault:
    """A number that is divided into parts, which are more together."""
    first, second_part, third = chance.randint(14, 25), chance.randint(10, 13), chance.randint(3, 9)
    whole = first + second_part + third
    wrong = whole - chance.randint(1, 6)
    patterns = (
        "Of the {wrong} {staff}, {a} worked full time, {b} worked part time and {c} were on long-term leave.",
        "The {wrong} {things} fell into three groups: {a} were good, {b} were fair and {c} were poor.",
        "There were {wrong} {staff}: {a} in the north, {b} in the south and {c} at headquarters.",
        "We read {wrong} {things}, of which {a} were on time, {b} were late and {c} were missing.",
        "Of {wrong} {things}, {a} had been {done}, {b} had not, and of {c} nothing was known.",
        "The team had {wrong} members, namely {a} women, {b} men and {c} who did not say.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong, a=first, b=second_part, c=in_words(third))
    witness = f"{first} + {second_part} + {third} = {whole}, not {wrong}"
    return second.said_wrong(material, chance, sentence, witness, (whole, "add up", "together", "sum"))


@OPERATORS.fault("figures")
def shares_of_more_than_all(material: Material, chance: random.Random) -> Fault:
    """Two shares of one whole that make more than 100 per cent."""
    first = chance.randint(38, 74)
    other = 100 - first + chance.choice((2, 5, 8, 10, 12))
    patterns = (
        "Of the {staff}, {a}% were women and {b}% were men.",
        "Some {a}% of {things} had been {done}, and the other {b}% had not.",
        "On time were {a}% of {things}; the remaining {b}% were late.",
        "The caseload was divided between the towns ({a}%) and the countryside ({b}%).",
        "In the survey {a}% said yes and {b}% said no.",
        "Full-time posts made up {a}% and part-time posts {b}% of the establishment.",
    )
    sentence = second.filled(material, chance, patterns, a=first, b=other)
    witness = f"{first}% and {other}% of one whole are {first + other}%"
    return second.said_wrong(material, chance, sentence, witness, (f"{first + other}", f"{100 - first}%", "100"))


@OPERATORS.fault("figures")
def rise_that_is_a_fall(material: Material, chance: random.Random) -> Fault:
    """A change that is called by the name of its opposite."""
    low = chance.randint(21, 55)
    high = low + chance.randint(6, 30)
    patterns = (
        ("The share of {things} on time had risen from {high}% to {low}%.", "fell"),
        ("Sickness absence had fallen from {low} to {high} days a month.", "rose"),
        ("Vacancies were down to {high}, from {low} the year before.", "up"),
        ("The number of {things} had increased from {high} to {low} in a year.", "decrease"),
        ("The proportion of {things} {done} had dropped from {low}% to {high}%.", "rose"),
        ("The number of {staff} had gone up from {high} to {low} since the last inspection.", "down"),
    )
    pattern, right = chance.choice(patterns)
    sentence = second.filled(material, chance, [pattern], high=high, low=low)
    names = ("rise", "rose", "risen", "increas", "higher", "fall", "fell", "lower", "decreas", "drop", right)
    return second.said_wrong(material, chance, sentence, f"{high} is more than {low}", names)


@OPERATORS.fault("figures")
def average_outside_its_range(material: Material, chance: random.Random) -> Fault:
    """An average that lies below the lowest or above the highest of what it is made of."""
    low = chance.randint(3, 8)
    high = low + chance.randint(4, 9)
    wrong = chance.choice((high + chance.randint(1, 5), low - 2))
    patterns = (
        "The wait was between {low} and {high} weeks, with an average of {wrong} weeks.",
        "It took from {low} to {high} days, on average {wrong} days, until a first appointment was offered.",
        "Caseloads ranged from {low} to {high} for each trainee, the average being {wrong}.",
        "Groups had between {low} and {high} members, and {wrong} on average.",
        "The {things} were from {low} to {high} pages long; the mean length was {wrong} pages.",
        "The shortest wait was {low} days and the longest {high}; the average was {wrong} days.",
    )
    sentence = second.filled(material, chance, patterns, low=low, high=high, wrong=wrong)
    witness = f"an average of what lies between {low} and {high} is not {wrong}"
    return second.said_wrong(material, chance, sentence, witness, ("average", "mean", "range", "between"))


@OPERATORS.fault("figures")
def share_in_words_and_another_in_figures(material: Material, chance: random.Random) -> Fault:
    """A fraction in words beside a percentage that is another one."""
    fractions = {
        "a quarter": (25, 40),
        "a third": (33, 43),
        "one in five": (20, 25),
        "three-quarters": (75, 57),
        "two-thirds": (67, 76),
        "half": (50, 62),
        "one in ten": (10, 20),
        "a fifth": (20, 15),
    }
    name = chance.choice(list(fractions))
    right, wrong = fractions[name]
    patterns = (
        "About {name} of {things} ({wrong}%) had been {done}.",
        "{wrong}% of {staff}, that is {name}, had been trained for it.",
        "Roughly {name} ({wrong}%) of the posts for {staff} were filled by agency workers.",
        "In {name} of {things}, or {wrong}%, the outcome was not recorded.",
        "Some {wrong}% of {things}, about {name}, had been {done}.",
        "Only {name} of the {staff}, {wrong}%, knew about the new form.",
    )
    sentence = second.filled(material, chance, patterns, name=name, wrong=wrong)
    return second.said_wrong(material, chance, sentence, f"{name} is {right}%, not {wrong}%", (f"{right}%", name))


@OPERATORS.fault("figures")
def points_between_two_percentages(material: Material, chance: random.Random) -> Fault:
    """A difference in percentage points that the two percentages do not have."""
    low = chance.randint(31, 55)
    right = chance.randint(6, 25)
    wrong = right + chance.choice((-3, 2, 4, 10))
    patterns = (
        "At {high}%, the share of {things} {done} was {wrong} percentage points above the {low}% of last time.",
        "Timeliness rose by {wrong} percentage points, from {low}% to {high}%.",
        "The result went from {low}% to {high}%, a gain of {wrong} percentage points.",
        "With {low}% against {high}% elsewhere, the area was {wrong} percentage points behind.",
        "Completion had improved from {low}% to {high}%, by {wrong} percentage points.",
        "Attendance fell by {wrong} percentage points, from {high}% to {low}%.",
    )
    sentence = second.filled(material, chance, patterns, low=low, high=low + right, wrong=wrong)
    witness = f"{low + right} less {low} is {right}"
    return second.said_wrong(material, chance, sentence, witness, (right, in_words(right)))


@OPERATORS.fault("figures")
def times_as_many(material: Material, chance: random.Random) -> Fault:
    """A number that is said to have doubled or trebled, between two numbers that say otherwise."""
    low = chance.randint(6, 19)
    told, times, real = chance.choice((("doubled", 3, "three"), ("trebled", 2, "doubl"), ("halved", 3, "third")))
    first, last = (low * times, low) if told == "halved" else (low, low * times)
    patterns = (
        "The number of {staff} had {told} from {first} to {last}.",
        "Complaints had {told} in a year, from {first} to {last}.",
        "Waiting lists {told}, from {first} people to {last}.",
        "Referrals to the service {told} from {first} to {last} after it had moved.",
        "The number of late {things} had {told}: it was {last}, after {first} the year before.",
        "Places on the course had {told} from {first} to {last}.",
    )
    sentence = second.filled(material, chance, patterns, told=told, first=first, last=last)
    witness = f"from {first} to {last} is {times} times" if first < last else f"{last} is a third of {first}"
    return second.said_wrong(
        material, chance, sentence, witness, (told, real, "times", "twice", "half", "treb", "tripl")
    )


@OPERATORS.fault("figures")
def days_between_two_dates(material: Material, chance: random.Random) -> Fault:
    """A span of days that does not lie between its two dates."""
    month = chance.choice(tools.MONTHS)
    day, right = chance.randint(1, 8), chance.choice((7, 10, 12, 14))
    wrong = chance.choice([each for each in (5, 9, 11, 18, 21) if abs(each - right) > 1])
    patterns = (
        "One of the {things} was asked for on {day} {month} and came on {last} {month}, {wrong} days later.",
        "The visit of {day} {month} was followed by a second {wrong} days later, on {last} {month}.",
        "Between {day} {month} and {last} {month}, a span of {wrong} days, nobody made contact.",
        "A letter of {day} {month} was answered {wrong} days later, on {last} {month}.",
        "The order began on {day} {month}, and the plan was made on {last} {month}, that is {wrong} days later.",
        "From {day} {month} until {last} {month}, {wrong} days in all, the office had no manager.",
    )
    sentence = second.filled(material, chance, patterns, day=day, last=day + right, month=month, wrong=in_words(wrong))
    witness = f"from {day} to {day + right} {month} it is {right} days"
    return second.said_wrong(material, chance, sentence, witness, (right, in_words(right), "days"))


@OPERATORS.fault("figures")
def percentage_above_hundred(material: Material, chance: random.Random) -> Fault | None:
    """A stated percentage in which a key was struck twice, or a figure too many."""
    files = [each for each in material.yaml_files if re.search(r"percent: \d\d\b", material.text(each))]
    file = tools.pick(chance, files)
    if file is None:
        return None
    made = second.in_line(material, chance, file, r"(?<=percent: )(\d)(\d)\b", lambda match: _typed(chance, match))
    if made is None:
        return None
    return made[0].fault(f"{made[0].new} is more than 100 per cent", ("100", "per cent", "everybody", "the whole"))


@OPERATORS.fault("figures")
def count_of_an_entry_above_its_base(material: Material, chance: random.Random) -> Fault | None:
    """Count and base of a figure are typed in the wrong order."""
    pattern = r"\bcount: (\d+), base: (\d+)|(?<=: )(\d+) of (\d+)$"
    found = [
        (file, match)
        for file in material.yaml_files
        for match in re.finditer(pattern, material.text(file), re.MULTILINE)
        if int(match[1] or match[3]) < int(match[2] or match[4])
    ]
    if not found:
        return None
    file, match = chance.choice(found)
    count, base = match[1] or match[3], match[2] or match[4]
    new = f"count: {base}, base: {count}" if match[1] else f"{base} of {count}"
    edit = Edit(material, file, match.start(), match.end(), new)
    return edit.fault(f"{base} of {count} cannot be", ("base", "more than", "above", "exceed", "greater"))


@OPERATORS.fault("figures")
def part_of_a_table_mistyped(material: Material, chance: random.Random) -> Fault | None:
    """A count of a table whose rows make up its total is mistyped."""
    table, cell = _cell(chance, [(each, cell) for each in tables(material) for cell in each.summed])
    if table is None or cell is None:
        return None
    wrong = tools.other_digits(chance, cell.value)
    edit = tools.at_value(material, cell, wrong)
    witness = f"the rows make up the total with {cell.value} only"
    return edit.fault(witness, (cell.value, f"{int(cell.value):,}", "total", "add up"), also=table.lines(material))


@OPERATORS.fault("figures")
def share_of_a_table_mistyped(material: Material, chance: random.Random) -> Fault | None:
    """A share in a table is raised, so that the shares of the group are far more than 100 per cent."""
    table, cell = _cell(chance, [(each, cell) for each in tables(material) for cell in each.shares])
    if table is None or cell is None:
        return None
    wrong = str(int(cell.value) + chance.choice((5, 7, 9, 10, 20)))
    edit = tools.at_value(material, cell, wrong)
    helps = (cell.value, "100", "per cent", "add up")
    together = ("come to", "together")
    return edit.fault(
        "the shares of a whole make more than 100 per cent", (*helps, *together), also=table.lines(material)
    )


def _cell(chance: random.Random, cells: list[tuple[Table, Value]]) -> tuple[Table | None, Value | None]:
    return chance.choice(cells) if cells else (None, None)


def _typed(chance: random.Random, match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    return chance.choice((f"{first}{first}{last}", f"{first}{last}{last}", f"{first}0{last}", f"1{first}{last}"))
