"""Counts that are wrong by themselves: what a sentence says twice."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators
from tests.faults.saying import PEOPLE, SAID, said_of
from tests.faults.writing import (
    both,
    faulty,
    in_words,
    innocent,
    near,
    part_of,
    per_cent,
    printed_part_of,
    title,
    with_figures,
    written,
)

OPERATORS = Operators()


@OPERATORS.fault("figures")
def count_over_base(material: Material, rng: random.Random) -> Fault | None:
    """More of them than there are."""
    base, (what, said) = rng.randint(4, 40), said_of(rng)
    count = base + rng.randint(1, 9)
    how = rng.choice(("{c} of {b} {w} {s}.", "{c} of the {b} {w} {s}.", "{c} out of {b} {w} {s}."))
    sentence = title(how.format(c=written(count), b=written(base), w=what, s=said))
    return faulty(material, rng, sentence, "a part is not more than its whole", ("more than", "over", "at most"))


def _with_percentage(rng: random.Random, count: int, base: int, percent: int) -> str:
    """Say a count, its base and a percentage in one of the ways in which reports do."""
    what, said = said_of(rng)
    how = rng.choice(
        (
            "{c} of the {b} {w} ({p}%) {s}.",
            "{c} of {b} {w} {s} ({p}%).",
            "{c} out of {b} {w} ({p}%) {s}.",
            "{p}% of the {w} ({c} of {b}) {s}.",
            "{c} of the {b} {w}, or {p}%, {s}.",
            "Of the {b} {w}, {c} ({p}%) {s}.",
            "In all, {c} {w} of {b} ({p}%) {s}.",
            "{c} of {b}, that is {p}%, of the {w} {s}.",
        )
    )
    return title(how.format(c=written(count), b=written(base), p=percent, w=what, s=said))


@OPERATORS.fault("figures")
def percentage_not_of_its_count(material: Material, rng: random.Random) -> Fault | None:
    """A percentage that its count and base do not give: one off, digits swapped, the complement."""
    count, base = part_of(rng, 8)
    right = per_cent(count, base)
    wrong = rng.choice([near(rng, right, 100), 100 - right if right != 50 else 60])
    sentence = _with_percentage(rng, count, base, wrong)
    return faulty(material, rng, sentence, f"{count} of {base} is {right}%", (f"{right}%", f"{right} per cent"))


@OPERATORS.innocent("figures")
def percentage_of_its_count(material: Material, rng: random.Random) -> Harmless | None:
    """The same with the percentage that it is."""
    count, base = printed_part_of(material, rng)
    what, said = said_of(rng)
    sentence = rng.choice(
        (
            f"In all, {{0|count}} {what} ({{0}}) {said}.",
            f"We found that {{0|count}} {what}, or {{1}}, {said}.",
            f"In {{1}} of {what} ({{0|count}}) this was so.",
        )
    )
    entries = [f"{count} of {base}"] + [f"{per_cent(count, base)}%"] * ("{1}" in sentence)
    return with_figures(material, rng, sentence, entries, "the arithmetic is right")


@OPERATORS.fault("figures")
def parts_over_their_whole(material: Material, rng: random.Random) -> Fault | None:
    """Three groups that are separate, and together more than there are."""
    parts = [rng.randint(2, 9) for _ in range(3)]
    whole = sum(parts) - rng.randint(1, min(3, *parts))
    a, b, c = (written(each) for each in parts)
    n, who = written(whole), rng.choice(PEOPLE)
    sentence = rng.choice(
        (
            f"Of the {n} {who} whom we met, {a} were men, {b} were women and {c} did not say.",
            f"We met {n} {who}: {a} in the north of the area, {b} in the south and {c} in the city.",
            f"There were {n} {who} in the group. {title(a)} came once, {b} came twice and the other {c} more often.",
            f"Of {n} letters, {a} had been sent on time, {b} late and {c} not at all.",
        )
    )
    return faulty(material, rng, sentence, f"{a} + {b} + {c} is {sum(parts)}", both(sum(parts)))


@OPERATORS.innocent("figures")
def parts_of_their_whole(material: Material, rng: random.Random) -> Harmless | None:
    """Three groups that make up the whole, or less than it."""
    parts = [rng.randint(2, 9) for _ in range(3)]
    a, b, c = (written(each) for each in parts)
    who, whole = rng.choice(("managers", "practitioners", "sentencers")), sum(parts)
    sentence = rng.choice(
        (
            f"Of the {written(whole)} {who} whom we met, {a} were new, {b} were leaving and {c} did not say.",
            f"We met {written(whole)} {who}: {a} in the north of the area, {b} in the south and {c} in the city.",
            f"Of the {written(whole + 2)} {who}, {a} had been seen weekly and {b} fortnightly.",
            f"Of {written(whole)} letters, {a} had been sent on time, {b} late and {c} not at all.",
        )
    )
    return innocent(material, rng, sentence, "the parts fit the whole")


@OPERATORS.fault("figures")
def total_of_its_parts(material: Material, rng: random.Random) -> Fault | None:
    """A total that its parts do not come to."""
    a, b = rng.randint(6, 40), rng.randint(6, 40)
    wrong = near(rng, a + b)
    sentence = rng.choice(
        (
            f"{title(written(a))} men and {written(b)} women, {written(wrong)} people in all, had begun.",
            f"The team had {written(a)} full-time and {written(b)} part-time staff, a total of {written(wrong)}.",
            f"In total {written(wrong)} people were waiting: {written(a)} for a meeting, {written(b)} for a place.",
            f"There were {written(wrong)} absences altogether ({written(a)} acceptable and {written(b)} unacceptable).",
        )
    )
    return faulty(material, rng, sentence, f"{a} + {b} = {a + b}", both(a + b))


def _left(rng: random.Random, base: int, count: int, left: int) -> str:
    b, c, r = written(base), written(count), written(left)
    who, said = rng.choice(PEOPLE), rng.choice(SAID)
    return rng.choice(
        (
            f"{title(c)} of the {b} {who} {said}; the remaining {r} did not reply.",
            f"Of the {b} {who}, {c} {said}. The other {r} had not been reached.",
            f"{title(c)} of the {b} posts were vacant, leaving {r} filled.",
            f"Of {b} places {c} were taken, which left {r} free.",
            f"Of the {b} letters, {c} had been sent late and the remainder ({r}) on time.",
        )
    )


@OPERATORS.fault("figures")
def wrong_rest(material: Material, rng: random.Random) -> Fault | None:
    """What is said to be left is not what is left."""
    count, base = part_of(rng, 9, 60)
    sentence = _left(rng, base, count, near(rng, base - count))
    return faulty(material, rng, sentence, f"{base} less {count} is {base - count}", both(base - count))


@OPERATORS.innocent("figures")
def right_rest(material: Material, rng: random.Random) -> Harmless | None:
    """What is said to be left is what is left."""
    count, base = part_of(rng, 13, 60)
    c, b, r = written(count), written(base), written(base - count)
    who = rng.choice(PEOPLE)
    sentence = rng.choice(
        (
            f"Of the {b} {who}, {c} had replied. The other {r} had not been reached.",
            f"There were {b} posts; {c} were vacant, leaving {r} filled.",
            f"Of {b} places {c} were taken, which left {r} free.",
            f"Of the {b} letters, {c} had been sent late and the remainder ({r}) on time.",
        )
    )
    return innocent(material, rng, sentence, "the rest is right")


@OPERATORS.fault("figures")
def impossible_percentage(material: Material, rng: random.Random) -> Fault | None:
    """A percentage that no count out of the stated base gives."""
    base = rng.randint(6, 24)
    possible = {per_cent(count, base) for count in range(base + 1)}
    share = rng.choice([each for each in range(15, 96) if not possible & {each - 1, each, each + 1}] or [0])
    if not share:
        return None
    who, said, n = rng.choice(PEOPLE), rng.choice(SAID), written(base)
    sentence = rng.choice(
        (
            f"Of the {n} {who} who replied, {share}% {said}.",
            f"{share}% of the {n} {who} {said}.",
            f"Of {n} {who}, {share}% {said}.",
            f"Among the {n} {who} whom we asked, {share}% {said}.",
        )
    )
    return faulty(material, rng, sentence, f"no count out of {base} is {share}%", ("no number", "no count", "out of"))


@OPERATORS.innocent("figures")
def possible_percentage(material: Material, rng: random.Random) -> Harmless | None:
    """A percentage that a count out of the stated base gives."""
    count, base = part_of(rng, 12, 24)
    who, said, n = rng.choice(PEOPLE), rng.choice(SAID), written(base)
    sentence = rng.choice(
        (f"Of the {n} {who} who replied, {{0}} {said}.", f"In our survey {{0}} of the {n} {who} {said}.")
    )
    return with_figures(material, rng, sentence, [f"{per_cent(count, base)}%"], f"{count} of {base}")


@OPERATORS.fault("figures")
def listed_things_miscounted(material: Material, rng: random.Random) -> Fault | None:
    """Three offices, of which two are named."""
    places = ["the north", "the city", "the coast", "the valleys", "the new town", "the harbour"]
    number = rng.randint(2, 5)
    chosen = rng.sample(places, number)
    listed = ", ".join(chosen[:-1]) + " and " + chosen[-1]
    wrong = rng.choice([each for each in (number - 1, number + 1) if each > 1])
    noun = rng.choice(("offices", "teams", "districts"))
    sentence = rng.choice(
        (
            f"Practice differed between the {in_words(wrong)} {noun}: {listed}.",
            f"The area had {in_words(wrong)} {noun} ({listed}).",
            f"There were {in_words(wrong)} {noun}, {listed}.",
        )
    )
    return faulty(material, rng, sentence, f"{number} are listed", both(number))


@OPERATORS.innocent("figures")
def listed_things_counted(material: Material, rng: random.Random) -> Harmless | None:
    """As many as there are in the list."""
    number = rng.randint(2, 4)
    chosen = rng.sample(["the north", "the city", "the coast", "the valleys", "the new town"], number)
    listed = ", ".join(chosen[:-1]) + " and " + chosen[-1]
    return innocent(
        material, rng, f"Practice differed between the {in_words(number)} offices: {listed}.", "as many are listed"
    )


@OPERATORS.innocent("figures")
def subsample(material: Material, rng: random.Random) -> Harmless | None:
    """A smaller sample that is named as such, a target, a year, a measure."""
    number = rng.randint(12, 39)
    sentence = rng.choice(
        (
            f"We looked more closely at a sample of {number} files that the area had chosen.",
            f"In a smaller sample of {number} files, the same was found.",
            f"The target was {rng.randint(80, 95)}%, and had been met in {rng.choice(('two', 'five'))} of six months.",
            f"Supervision took place every {rng.choice(('four', 'six'))} weeks, and lasted {number + 10} minutes.",
            "Nine times out of ten this is enough, a manager told us.",
            f"Between {number} and {number + 12} people came each week.",
            f"One in {rng.choice(('four', 'five'))} members of staff had joined since {rng.randint(2001, 2006)}.",
        )
    )
    return innocent(material, rng, sentence, "nothing in the report contradicts it")


@OPERATORS.innocent("figures")
def two_counts_of_different_things(material: Material, rng: random.Random) -> Harmless | None:
    """Counts that stand side by side and are no parts of one another."""
    a, b, c = (rng.randint(3, 30) for _ in range(3))
    sentence = rng.choice(
        (
            f"The team had {written(a)} practitioners and {written(b)} vehicles, and {written(c)} rooms.",
            f"Of the {written(a + b)} plans, {written(a)} were late and {written(min(a + b, c + 2))} were unclear.",
            f"The two teams in the city had moved; the other office had {written(b)} rooms.",
            f"Managers read {written(a)} files a month, and returned {written(b)} of them last year.",
        )
    )
    return innocent(material, rng, sentence, "they are of different things")
