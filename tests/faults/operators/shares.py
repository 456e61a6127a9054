"""Shares, trends and multiples that are wrong by themselves, in figures and in words."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators, replaced
from tests.faults.saying import said_of
from tests.faults.writing import (
    both,
    faulty,
    innocent,
    near,
    part_of,
    per_cent,
    title,
    with_figures,
    written,
)

OPERATORS = Operators()


@OPERATORS.fault("figures")
def decimal_for_per_cent(material: Material, rng: random.Random) -> Fault | None:
    """A share as a spreadsheet holds it: 0.46 for 46 per cent."""
    entries = [
        each
        for each in material.values
        if "percentages" in each.path and each.path[-1] == "percent" and each.value.isdigit() and each.value != "0"
    ]
    if entries:
        value = rng.choice(entries)
        new = f"{int(value.value) / 100:.2f}"
        files, place = replaced(material, value.file, value.start, value.end, new)
        return Fault(
            files, (place,), "less than one case", (value.value, "per cent", "decimal"), f"{value.value} → {new}"
        )
    count, base = part_of(rng, 20)
    share, (what, said) = f"{count / base:.2f}%", said_of(rng)
    sentence = f"{title(written(count))} of the {written(base)} {what} ({share}) {said}."
    return faulty(material, rng, sentence, "less than one of them", (f"{per_cent(count, base)}%", "decimal"))


@OPERATORS.fault("figures")
def over_a_hundred(material: Material, rng: random.Random) -> Fault | None:
    """A percentage over 100 of people or things."""
    what, said = said_of(rng)
    sentence = f"In our view, {rng.randint(101, 190)}% of the {what} {said}."
    return faulty(material, rng, sentence, "a part is not more than its whole", ("100", "whole", "more than"))


@OPERATORS.fault("figures")
def rest_of_a_percentage(material: Material, rng: random.Random) -> Fault | None:
    """A complement that does not make up 100."""
    share, (what, said) = rng.randint(51, 95), said_of(rng)
    wrong = near(rng, 100 - share)
    sentence = rng.choice(
        (
            f"{share}% of the {what} {said}, leaving {wrong}% about which nothing was known.",
            f"Of the {what}, {share}% {said}; the remaining {wrong}% had not been looked at.",
            f"{share}% of the {what} {said} and {wrong}% did not say, so that the two made up the whole.",
        )[: 2 if share + wrong <= 100 else 3]
    )
    return faulty(material, rng, sentence, f"{share}% leaves {100 - share}%", (f"{100 - share}%", "100"))


_MEASURES = ("Completions", "Sickness absence", "The proportion of plans on time", "Attendance", "The completion rate")


def _trend(rng: random.Random, first: int, last: int, points: int, up: bool) -> str:
    verb = rng.choice(("risen", "increased", "gone up") if up else ("fallen", "dropped", "gone down", "decreased"))
    noun = rng.choice(("a rise", "an increase") if up else ("a fall", "a drop", "a decrease"))
    of_a_year = rng.choice(("in a year", "since the last inspection", "over two years"))
    what = f"{rng.choice(_MEASURES)} had {verb} from {first}% to {last}% {of_a_year}"
    return f"{what}, {noun} of {points} percentage points."


@OPERATORS.fault("figures")
def wrong_difference(material: Material, rng: random.Random) -> Fault | None:
    """A difference that the two figures beside it do not have."""
    low = rng.randint(20, 50)
    high = low + rng.randint(4, 40)
    up = rng.random() < 0.5
    first, last = (low, high) if up else (high, low)
    sentence = _trend(rng, first, last, near(rng, high - low), up)
    return faulty(material, rng, sentence, f"{high} − {low} is {high - low}", both(high - low))


@OPERATORS.innocent("figures")
def right_difference(material: Material, rng: random.Random) -> Harmless | None:
    """A rise or a fall as the two figures have it."""
    low = rng.randint(20, 50)
    high = low + rng.randint(4, 40)
    up = rng.random() < 0.5
    first, last = (low, high) if up else (high, low)
    sentence = _trend(rng, first, last, high - low, up).replace(f"{first}%", "{0}").replace(f"{last}%", "{1}")
    return with_figures(material, rng, sentence, [f"{first}%", f"{last}%"], "the difference is right")


@OPERATORS.fault("figures")
def wrong_way(material: Material, rng: random.Random) -> Fault | None:
    """What rose fell, by its own figures."""
    low = rng.randint(20, 50)
    high = low + rng.randint(3, 40)
    up, what = rng.random() < 0.5, rng.choice(_MEASURES)
    verb = (
        rng.choice(("rose", "increased", "went up", "improved")) if up else rng.choice(("fell", "dropped", "declined"))
    )
    first, last = (high, low) if up else (low, high)
    how = rng.choice(
        (
            "{w} {v} from {a}% to {b}% in the year.",
            "{w} {v} from {a} to {b} in the twelve months before we came.",
            "{w} {v} to {b}% from {a}% a year before.",
        )
    )
    if verb == "improved" and what == "Sickness absence":
        what = "Attendance"
    sentence = how.format(w=what, v=verb, a=first, b=last)
    return faulty(
        material,
        rng,
        sentence,
        "the figures go the other way",
        ("fell", "rose", "fall", "rise", "less", "more", "higher", "lower"),
    )


@OPERATORS.fault("figures")
def wrong_multiple(material: Material, rng: random.Random) -> Fault | None:
    """Twice as many that are not."""
    few = rng.randint(8, 30)
    word, times = rng.choice((("twice", 2), ("three times", 3), ("double", 2)))
    many = int(few * (times + rng.choice((-0.6, 0.7)))) + 1
    how = {
        "double": f"There had been {many} referrals, double the {few} of the year before.",
    }.get(word, f"There had been {many} referrals, {word} as many as the {few} of the year before.")
    return faulty(material, rng, how, f"{times} times {few} is {times * few}", (str(times * few), word, "times"))


@OPERATORS.innocent("figures")
def right_multiple(material: Material, rng: random.Random) -> Harmless | None:
    """Twice as many, or nearly."""
    few = rng.randint(10, 30)  # numbers below ten are written in words
    word, times = rng.choice((("twice", 2), ("three times", 3)))
    return innocent(
        material,
        rng,
        f"There had been {few * times} referrals, {word} as many as the {few} of the year before.",
        "right",
    )


_SHARES = {
    "a quarter": 25,
    "one in four": 25,
    "a third": 33,
    "one in three": 33,
    "half": 50,
    "two-thirds": 67,
    "three-quarters": 75,
    "one in five": 20,
    "one in ten": 10,
    "four out of five": 80,
}


@OPERATORS.fault("figures")
def words_against_their_figure(material: Material, rng: random.Random) -> Fault | None:
    """A share in words beside a percentage that is another."""
    words, right = rng.choice(list(_SHARES.items()))
    wrong = rng.choice([each for each in range(8, 97) if abs(each - right) > 9])
    what, said = said_of(rng)
    sentence = rng.choice(
        (
            f"{title(words)} of the {what} ({wrong}%) {said}.",
            f"{title(words)}, {wrong}% of the {what}, {said}.",
            f"{wrong}% of the {what}, about {words}, {said}.",
        )
    )
    return faulty(material, rng, sentence, f"{words} is {right}%", (words, str(right), "third", "quarter", "half"))


@OPERATORS.innocent("figures")
def words_with_their_figure(material: Material, rng: random.Random) -> Harmless | None:
    """A share in words beside its percentage, more or less; an idiom."""
    words, right = rng.choice(list(_SHARES.items()))
    what, said = said_of(rng)
    close = right + rng.randint(-2, 2)
    sentence, close = rng.choice(
        (
            (f"{title(words)} of the {what} ({{0}}) {said}.", close),
            (f"In all, {{0}} of the {what}, about {words}, {said}.", close),
            (f"Three out of four of the {what} ({{0}}) {said}.", 76),
            (f"Of the {what}, {{0}} (nearly two in three) {said}.", 64),
        )
    )
    return with_figures(material, rng, sentence, [f"{close}%"], "words for a share are round")


@OPERATORS.fault("figures")
def majority_that_is_none(material: Material, rng: random.Random) -> Fault | None:
    """A majority, most, nearly all, few: the figure beside it says otherwise."""
    words, low, high = rng.choice(
        (
            ("the majority", 12, 44),
            ("most", 12, 44),
            ("nearly all", 20, 70),
            ("over half", 12, 46),
            ("more than half", 12, 46),
            ("fewer than half", 55, 95),
            ("a minority", 56, 90),
            ("only a few", 48, 90),
        )
    )
    share, (what, said) = rng.randint(low, high), said_of(rng)
    sentence = rng.choice(
        (f"{title(words)} of the {what} ({share}%) {said}.", f"{title(words)} of the {what}, {share}%, {said}.")
    )
    return faulty(material, rng, sentence, f"{share}% is not {words}", (words, "stands"))


@OPERATORS.innocent("figures")
def majority_that_is_one(material: Material, rng: random.Random) -> Harmless | None:
    """The same words with figures that bear them out."""
    words, low, high = rng.choice(
        (
            ("the majority", 53, 80),
            ("most", 55, 90),
            ("nearly all", 92, 98),
            ("over half", 52, 63),
            ("a minority", 15, 45),
        )
    )
    share, (what, said) = rng.randint(low, high), said_of(rng)
    return with_figures(material, rng, f"{title(words)} of the {what} ({{0}}) {said}.", [f"{share}%"], f"it is {words}")


@OPERATORS.fault("figures")
def handful_that_is_many(material: Material, rng: random.Random) -> Fault | None:
    """A handful of thirty, a couple of six."""
    words, number = rng.choice(
        (("a handful", rng.randint(21, 60)), ("a couple", rng.randint(5, 12)), ("a dozen", rng.randint(25, 60)))
    )
    what, said = said_of(rng)
    sentence = f"{title(words)} of the {what} ({number}) {said}."
    return faulty(material, rng, sentence, f"{number} is not {words}", (words, "stands"))


@OPERATORS.fault("figures")
def half_of_a_count(material: Material, rng: random.Random) -> Fault | None:
    """Half of the 14 (six)."""
    words, of, by = rng.choice(
        (("half", 2, 1), ("a third", 3, 1), ("a quarter", 4, 1), ("two-thirds", 3, 2), ("three-quarters", 4, 3))
    )
    base = of * rng.randint(4, 9)
    right = base * by // of
    wrong = rng.choice([right + 3, max(1, right - 3)])
    what, said = said_of(rng)
    sentence = f"{title(words)} of the {base} {what} ({written(wrong)}) {said}."
    return faulty(material, rng, sentence, f"{words} of {base} is {right}", (*both(right), words))


@OPERATORS.fault("figures")
def two_shares_past_the_whole(material: Material, rng: random.Random) -> Fault | None:
    """Shares that exclude each other and come to more than 100."""
    first = rng.randint(52, 88)
    second = 100 - first + rng.randint(3, 11)
    sentence = rng.choice(
        (
            f"Of those on the programme {first}% were men and {second}% were women.",
            f"{first}% of the staff were women and {second}% men.",
            f"Of the plans, {first}% were on time and {second}% were late.",
            f"{first}% of the letters had been answered and {second}% had not.",
            f"In {first}% of the reports the proposal was followed, and in {second}% it was not.",
        )
    )
    return faulty(material, rng, sentence, f"{first} + {second} is {first + second}", (f"{first + second}", "100"))


@OPERATORS.innocent("figures")
def two_shares_of_different_things(material: Material, rng: random.Random) -> Harmless | None:
    """Shares of different things, and two answers that make up the whole."""
    first = rng.randint(52, 88)
    sentence, second = rng.choice(
        (
            ("Of those on the programme {0} were men and {1} were women.", 100 - first),
            ("Of the plans {0} were on time, and {1} were clear.", rng.randint(50, 90)),
            ("In {0} of the reports the proposal was followed, and in {1} it was not.", 100 - first),
            ("Victims were content in {0} of cases and staff in {1}.", rng.randint(50, 90)),
            ("Of the staff {0} were women, and {1} had worked there for years.", rng.randint(40, 90)),
        )
    )
    why = "they do not exclude each other, or make up the whole"
    return with_figures(material, rng, sentence, [f"{first}%", f"{second}%"], why)


@OPERATORS.fault("figures")
def range_upside_down(material: Material, rng: random.Random) -> Fault | None:
    """A mean outside the range that is said beside it."""
    low = rng.randint(4, 20)
    high = low + rng.randint(6, 20)
    mean = rng.choice((high + rng.randint(2, 9), max(1, low - rng.randint(2, 3))))
    sentence = rng.choice(
        (
            f"Waits were between {written(low)} and {written(high)} weeks, with an average of {written(mean)} weeks.",
            f"Caseloads ranged from {written(low)} to {written(high)}, and the average was {written(mean)}.",
        )
    )
    return faulty(
        material, rng, sentence, "a mean lies between the least and the most", ("average", "between", "range")
    )
