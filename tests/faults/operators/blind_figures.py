"""Figures that are wrong by themselves, as information managers and inspectors in a hurry write them."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import (
    Edit,
    added,
    at_value,
    in_words,
    other_digits,
    pick,
)

OPERATORS = Operators(blind=True)

_WORK = ("plans", "reviews", "reports", "assessments", "records", "letters to victims", "home visits")
_DONE = ("on time", "complete", "of good quality", "clear", "up to date", "signed")


def _stated(material: Material, key: str) -> list[Value]:
    """The values of a key among the figures."""
    return [each for each in material.values if "percentages" in each.path and each.path[-1] == key]


@OPERATORS.fault("figures")
def count_and_base_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """The two numbers of a figure typed the wrong way round, where it is defined."""
    pattern = r"\bcount: (\d+), base: (\d+)|\b(\d+) of (\d+)\b"
    figures = [each for each in material.values if "percentages" in each.path]
    places = [
        (value.file, match)
        for file in dict.fromkeys(each.file for each in figures)
        for value in [next(each for each in figures if each.file == file)]
        for match in re.finditer(pattern, material.text(file))
        if (numbers := [each for each in match.groups() if each])
        and 0 < int(numbers[0]) < int(numbers[1])
        and not match[0].startswith("of")
    ]
    found = pick(chance, [each for each in places if _in_figures(material, each[0], each[1].start())])
    if found is None:
        return None
    file, match = found
    count, base = (each for each in match.groups() if each)
    new = f"count: {base}, base: {count}" if "count" in match[0] else f"{base} of {count}"
    edit = Edit(material, file, match.start(), match.end(), new)
    return edit.fault("no count is above its base", ("base", "more than", "out of", "exceed", "above"))


def _in_figures(material: Material, file: str, offset: int) -> bool:
    """Whether a character stands in a value or a mapping of the figures."""
    head = material.text(file)[:offset]
    keys = re.findall(r"^ *(\w[\w-]*):", head, re.MULTILINE)
    tops = [each for each in keys if each in ("percentages", "strengths", "improvements", "text", "groups", "rows")]
    return bool(tops) and tops[-1] == "percentages"


@OPERATORS.fault("figures")
def per_cent_with_a_figure_too_many(material: Material, chance: random.Random) -> Fault | None:
    """A key held down too long: 97 becomes 977."""
    value = pick(
        chance, [each for each in _stated(material, "percent") if each.value.isdecimal() and int(each.value) > 10]
    )
    if value is None:
        return None
    edit = at_value(material, value, value.value + value.value[-1])
    return edit.fault("no share is above 100 per cent", ("100", "per cent", "more than"))


@OPERATORS.fault("figures")
def share_in_place_of_per_cent(material: Material, chance: random.Random) -> Fault | None:
    """A share as Excel keeps it, 0.97, pasted where per cent are wanted."""
    value = pick(
        chance,
        [each for each in _stated(material, "percent") if each.value.isdecimal() and 10 <= int(each.value) < 90],
    )
    if value is None:
        return None
    edit = at_value(material, value, f"0.{value.value}")
    return edit.fault(
        "no count out of the cases of the sample gives it",
        (f"{value.value}%", f"«{value.value}»", "fraction", "share", "decimal", f" {value.value}", "no base", "cannot"),
    )


@OPERATORS.fault("figures")
def per_cent_that_is_not_its_count(material: Material, chance: random.Random) -> Fault | None:
    """A figure with count, base and per cent, of which the per cent is mistyped."""
    keys = {(each.file, each.path) for each in material.values}
    value = pick(
        chance,
        [
            each
            for each in _stated(material, "percent")
            if {(each.file, (*each.path[:-1], key)) for key in ("count", "base")} <= keys
        ],
    )
    if value is None:
        return None
    edit = at_value(material, value, other_digits(chance, value.value))
    return edit.fault("its count out of its base", (value.value,))


@OPERATORS.fault("figures")
def more_than_there_are_in_a_text(material: Material, chance: random.Random) -> Fault | None:
    """«13 of the 11 cases»: the numbers of a sentence changed over."""
    base = chance.randint(3, 30)
    count = base + chance.randint(1, 4)
    work, done = chance.choice(_WORK), chance.choice(_DONE)
    sentence = chance.choice(
        (
            f"Inspectors found {in_words(count)} of the {in_words(base)} {work} that they read to be {done}.",
            f"In all, {in_words(count)} out of {in_words(base)} {work} were {done}.",
            f"Only {in_words(count)} of {in_words(base)} {work} had been {done}.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        "no count is above its base", ("more than", "only", "base", "exceed", "above", "of them", "are there"), sentence
    )


@OPERATORS.fault("figures")
def per_cent_beside_a_count_that_gives_another(material: Material, chance: random.Random) -> Fault | None:
    """«Seven of the 12 (85%)»: the per cent is of another count."""
    base = chance.randint(6, 40)
    count = chance.randint(1, base - 1)
    right = int(100 * count / base + 0.5)
    wrong = (right + chance.choice((-1, 1)) * chance.randint(8, 30)) % 100
    work, done = chance.choice(_WORK), chance.choice(_DONE)
    sentence = chance.choice(
        (
            f"Of the {in_words(base)} {work} that we read, {in_words(count)} ({wrong}%) were {done}.",
            f"We found {in_words(count)} of {in_words(base)} {work}, or {wrong}%, to be {done}.",
            f"In {in_words(count)} out of {in_words(base)} cases ({wrong}%) the {work} were {done}.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        f"{count} of {base} are {right} per cent",
        (f"{right}%", f"{right} %", f"{right} per cent", f"{100 * count / base:.1f}"),
        sentence,
    )


@OPERATORS.fault("figures")
def per_cent_that_no_count_gives(material: Material, chance: random.Random) -> Fault | None:
    """«Of the 11 who answered, 80% …»: no number of eleven people is 80 per cent of them."""
    base = chance.randint(5, 14)
    possible = {round(100 * count / base) for count in range(base + 1)}
    wrong = chance.choice([each for each in range(15, 96, 5) if all(abs(each - other) > 1 for other in possible)])
    near = sorted(possible, key=lambda each: abs(each - wrong))[:2]
    who = chance.choice(("staff", "offenders", "victims", "sentencers", "young people"))
    sentence = chance.choice(
        (
            f"Of the {in_words(base)} {who} who answered, {wrong}% were satisfied.",
            f"We heard from {in_words(base)} {who}, and {wrong}% of them felt that they had been listened to.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        f"no whole number out of {base} gives {wrong} per cent",
        (
            *(f"{each}%" for each in near),
            "no count",
            "cannot",
            "no whole",
            "no number",
            f"out of {in_words(base)}",
            f"out of {base}",
        ),
        sentence,
    )


@OPERATORS.fault("figures")
def parts_above_their_whole(material: Material, chance: random.Random) -> Fault | None:
    """The parts that a sentence names come to more than the whole that it names."""
    parts = [chance.randint(2, 7) for _ in range(3)]
    whole = sum(parts) - chance.randint(1, 3)
    one, two, three = (in_words(each) for each in parts)
    sentence = chance.choice(
        (
            f"Of the {in_words(whole)} visits, {one} were on time, {two} were late and {three} were not made at all.",
            f"There were {in_words(whole)} referrals: {one} were accepted, {two} refused and {three} withdrawn.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(
        "the parts add up to more than the whole",
        (in_words(sum(parts)), str(sum(parts)), "add up", "together", "sum", "come to"),
        sentence,
    )


@OPERATORS.fault("figures")
def leaving_what_is_not_left(material: Material, chance: random.Random) -> Fault | None:
    """«Of 40 plans 15 were late, leaving 35»: subtracted in the head."""
    whole = chance.randint(20, 60)
    part = chance.randint(6, whole - 6)
    rest = whole - part
    wrong = rest + chance.choice((-10, -1, 1, 10)) if rest > 11 else rest + 2
    work = chance.choice(_WORK)
    sentence = chance.choice(
        (
            f"Of the {whole} {work}, {in_words(part)} were late, leaving {in_words(wrong)} that were on time.",
            f"Of {whole} {work}, {in_words(part)} were complete. The remaining {in_words(wrong)} were not.",
            f"Of the {whole} {work} that we read, {in_words(part)} were good and the other {in_words(wrong)} were not.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(f"{whole} less {part} is {rest}", (in_words(rest), str(rest)), sentence)


@OPERATORS.fault("figures")
def complement_that_is_wrong(material: Material, chance: random.Random) -> Fault | None:
    """Two shares that should make up the whole, and do not."""
    share = chance.randint(52, 91)
    wrong = 100 - share + chance.choice((-10, -4, -2, 2, 4, 10))
    work = chance.choice(_WORK)
    sentence = chance.choice(
        (
            f"The {work} were complete in {share}% of cases; the remaining {wrong}% fell short.",
            f"In {share}% of cases the {work} were on time, and in the other {wrong}% they were late.",
            f"Of the {work}, {share}% were clear and the rest ({wrong}%) were not.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the two are the whole", (f"{100 - share}%", f"{100 - share} per cent", "100"), sentence)


_WORDS = (
    ("the majority of {}", 12, 46),
    ("most {}", 12, 46),
    ("fewer than half of the {}", 54, 88),
    ("more than half of the {}", 12, 46),
    ("nearly all {}", 30, 66),
    ("a third of {}", 48, 90),
    ("a quarter of {}", 42, 90),
    ("half of the {}", 66, 94),
    ("three-quarters of {}", 30, 60),
    ("two-thirds of {}", 25, 50),
    ("a small minority of {}", 55, 90),
    ("one in five {}", 36, 80),
    ("one in ten {}", 28, 70),
)


@OPERATORS.fault("figures")
def word_that_says_something_else(material: Material, chance: random.Random) -> Fault | None:
    """A share in words beside a figure that is another share."""
    words, low, high = chance.choice(_WORDS)
    share, work = chance.randint(low, high), chance.choice(_WORK)
    phrase = words.format(work)
    sentence = f"{phrase[0].upper()}{phrase[1:]} ({share}%) were {chance.choice(_DONE)}."
    edit = added(material, chance, sentence)
    helps = (
        words.replace("{}", "").replace(" of the ", " ").replace(" of ", " ").strip(),
        "half",
        "majority",
        "minority",
    )
    return edit.fault(f"{share} per cent is not {words.format('them')}", helps, sentence)


@OPERATORS.fault("figures")
def rise_that_is_a_fall(material: Material, chance: random.Random) -> Fault | None:
    """The verb says up, and the figures say down; or the other way round."""
    low = chance.randint(41, 60)
    high = low + chance.randint(5, 30)
    what = chance.choice(("completions", "reviews on time", "recalls", "referrals", "home visits"))
    unit = chance.choice(("", "%"))
    up = chance.random() < 0.5
    verb = chance.choice(
        ("risen", "increased", "gone up", "grown") if up else ("fallen", "decreased", "gone down", "dropped")
    )
    first, then = (high, low) if up else (low, high)
    subject = f"The share of {what}" if unit else f"The number of {what}"
    sentence = f"{subject} had {verb} from {first}{unit} to {then}{unit} within a year."
    edit = added(material, chance, sentence)
    opposite = (
        ("fell", "fall", "decrease", "drop", "less than", "lower")
        if up
        else ("rose", "rise", "increase", "more than", "higher", "grew")
    )
    return edit.fault(f"{then} is {'less' if up else 'more'} than {first}", opposite, sentence)


@OPERATORS.fault("figures")
def multiple_that_is_none(material: Material, chance: random.Random) -> Fault | None:
    """«Twice as many», «had doubled», «by 12 percentage points»: worked out wrongly."""
    low = chance.randint(12, 40)
    high = low + chance.randint(4, low // 3)
    points = high - low
    wrong = points + chance.choice((2, 3, 5, 10))
    sentence, helps = chance.choice(
        (
            (
                f"The number of referrals had doubled within a year, from {low} to {high}.",
                ("doubl", str(2 * low), "twice"),
            ),
            (
                f"There were twice as many recalls in the north of the area ({high}) as in the south ({low}).",
                ("twice", str(2 * low), "doubl"),
            ),
            (
                f"Reviews on time had risen by {wrong} percentage points, from {low}% to {high}%.",
                (f" {points}", f"«{points}", f"{in_words(points)} "),
            ),
            (f"The number of vacancies had halved, from {high} to {low}.", ("halv", "half", str(high // 2))),
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault(f"{low} and {high}", helps, sentence)


@OPERATORS.fault("figures")
def figure_written_out(material: Material, chance: random.Random) -> Fault | None:
    """The name of a figure replaced by the number that it prints, as somebody who pastes from Word would do."""
    places = [
        (value, match)
        for value in material.prose
        for match in re.finditer(r"\{\{ [\w./-]+ \}\}(?= of )", material.raw(value))
    ]
    place = pick(chance, places)
    if place is None:
        return None
    value, match = place
    share = chance.randint(11, 96)
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), f"{share}%")
    return edit.fault(
        "the documentation: every figure stands under percentages",
        ("percentages", "by its name", "by name", "{{", "name"),
    )


@OPERATORS.fault("figures")
def base_without_its_last_figure(material: Material, chance: random.Random) -> Fault | None:
    """A base that lost a figure in typing: of 46 cases there are 4."""
    value = pick(
        chance,
        [
            each
            for each in _stated(material, "base")
            if len(each.value) > 1
            and any(
                other.path[:-1] == each.path[:-1]
                and other.path[-1] == "count"
                and other.file == each.file
                and int(other.value) > int(each.value[:-1])
                for other in material.values
            )
        ],
    )
    if value is None:
        return None
    edit = at_value(material, value, value.value[:-1])
    return edit.fault("no count is above its base", ("base", "more than", "out of", "exceed", "above"))
