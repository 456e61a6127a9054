"""Harmless sentences with numbers that identify nobody, and with counts that are right."""

from __future__ import annotations

import random

from tests.faults.harmless_sentences import filled, one_of, sentence
from tests.faults.operator_types import Operators

OPERATORS = Operators()


def _years(rng: random.Random, year: int) -> str:
    return rng.choice(
        (
            f"The plan for {year}/{year + 1} had been met.",
            f"Between {year} and {year + 3} the number of staff fell.",
            f"A strategy of {year} was still in force.",
            f"The rate for {year}-{(year + 1) % 100:02d} was not yet known.",
        )
    )


sentence(
    OPERATORS,
    "public_line",
    "people",
    "a line for the public",
    lambda _material, rng: (
        f"Anybody could call the line on {rng.choice(('0800', '0808', '0300', '0845'))} "
        f"{rng.randrange(100, 999)} {rng.randrange(1000, 9999)} at no charge."
    ),
)
sentence(
    OPERATORS,
    "isbn_of_another_report",
    "people",
    "an ISBN",
    filled(("Our earlier report (ISBN {}) had asked for this.",), "978 1 84099 121 5|978 1 84099 063 8|1 84099 063 1"),
)
sentence(
    OPERATORS,
    "grid_reference",
    "people",
    "a grid reference of a car park or a path",
    lambda _material, rng: (
        f"The path that was cleared begins at grid reference {rng.choice(('SU', 'SY', 'SZ', 'TQ', 'NY'))} "
        f"{rng.randrange(100, 999)} {rng.randrange(100, 999)} by the river."
    ),
)
sentence(
    OPERATORS,
    "circular_cited",
    "people",
    "a circular of the service",
    lambda _material, rng: (
        f"Staff knew Probation Circular {rng.randrange(1, 60):02d}/200{rng.randrange(3, 9)} and what it asked of them."
    ),
)
sentence(
    OPERATORS,
    "section_of_a_law",
    "people",
    "a section",
    lambda _material, rng: f"Inquiries under section {rng.randrange(10, 200)} were made where they had to be.",
)
sentence(
    OPERATORS,
    "road_or_bus",
    "people",
    "a road or a bus",
    lambda _material, rng: rng.choice(
        (
            f"The office lies beside the M{rng.randrange(1, 70)} and has few buses.",
            f"Bus {rng.randrange(1, 99)} stops at the door.",
            f"Villages along the A{rng.randrange(10, 999)} had no office.",
        )
    ),
)
sentence(
    OPERATORS,
    "room_or_floor",
    "people",
    "a room",
    lambda _material, rng: f"Interviews in Room {rng.randrange(1, 40)} could be heard outside, and were moved.",
)
sentence(
    OPERATORS,
    "money",
    "people",
    "a sum",
    lambda _material, rng: (
        f"The fund had £{rng.randrange(100, 999)},{rng.randrange(100, 999)} to give away in that year."
    ),
)
sentence(
    OPERATORS,
    "years_and_spans",
    "people",
    "years",
    lambda _material, rng: _years(rng, rng.randrange(1998, 2006)),
)
sentence(
    OPERATORS,
    "date_of_a_meeting",
    "people",
    "a date of a meeting",
    lambda _material, rng: (
        f"The board met on {rng.randrange(1, 28)} {rng.choice(('March', 'June', 'October', 'July'))} "
        f"and agreed the plan."
    ),
)
sentence(
    OPERATORS,
    "range_of_ages",
    "people",
    "a range of ages",
    lambda _material, rng: rng.choice(
        (
            "Most of them were aged 18 to 25.",
            "Those aged over 60 were offered other work.",
            "Children under 16 were seen with a parent.",
            "The group was for women aged 21 and over.",
            "People in their thirties did best.",
        )
    ),
)
sentence(
    OPERATORS,
    "office_mailbox",
    "people",
    "a mailbox of an office",
    filled(
        ("Comments could be sent to {} at any time.",),
        "enquiries@example.org|info@probation.example.org|feedback@example.org",
    ),
)
sentence(
    OPERATORS,
    "class_or_level",
    "names",
    "a class, a level, a tier",
    one_of(
        "Most of them were managed at Tier 2.",
        "Use of Class A drugs had fallen.",
        "This was a matter for Level 3.",
        "Work at Step 2 was done by volunteers.",
        "Annex B of the manual says how.",
        "A second group, Group B, met at noon.",
        "Phase II had begun in the autumn.",
        "Plan A had failed, and there was no Plan B.",
        "Form B and Form C were the same.",
    ),
)
sentence(
    OPERATORS,
    "number_of_a_form_or_policy",
    "people",
    "a form",
    lambda _material, rng: f"Form P{rng.randrange(10, 99)} had to be filled in by hand.",
)
sentence(
    OPERATORS,
    "a_house_number_that_is_none",
    "people",
    "a count before a word that is also a street's",
    one_of(
        "There were 12 court sittings in that month.",
        "Staff found 13 ways to do this.",
        "All 17 court teams had been trained.",
        "The group cleared 14 garden plots and 30 church yards.",
        "They built 12 lanes of fencing by the river.",
    ),
)


sentence(
    OPERATORS,
    "bodies_counted",
    "figures",
    "bodies are no cases",
    lambda _material, rng: rng.choice(
        (
            f"The county has {rng.randrange(11, 40)} district councils.",
            f"We met {rng.choice(('two', 'three', 'four'))} sentencers over lunch.",
            f"There were {rng.randrange(11, 60)} volunteers on the list.",
            f"Letters went to {rng.randrange(120, 400)} employers.",
        )
    ),
)
sentence(
    OPERATORS,
    "idiom_with_a_number",
    "figures",
    "an idiom",
    one_of(
        "Nine times out of ten the form was there.",
        "It was six of one and half a dozen of the other.",
        "Staff went the second mile.",
        "At sixes and sevens in the spring, the team was now calm.",
        "All in all it was a game of two halves.",
        "They were second to none in this.",
        "On the one hand this saved time.",
    ),
)
