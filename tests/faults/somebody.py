"""Somebody whom a report could name: names, and numbers of each kind; all are made up."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.faults.insertion import faulty, with_sentence
from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault

GIVEN = (
    "Aaron Abdul Alison Amina Andrew Bethany Callum Carol Chloe Craig Daniel Darren Dawn Deborah Fatima Gareth Gemma "
    "Grace Harpreet Imran Jade Jason Joanne Kieran Kwame Lee Leanne Linda Marek Mark Michelle Mohammed Natalie Nathan "
    "Olena Pauline Priya Rajesh Rebecca Rosie Ryan Sandra Shannon Stacey Steven Terry Tracey Wayne Yusuf Zoe"
).split()
FAMILY = (
    "Adeyemi Akhtar Ashdown Atkins Barker Begum Blackwood Broughton Chaudhry Clarke Cooper Dobson Eastwood Fairbrother "
    "Garside Gill Hargreaves Hollis Hussain Jarvis Kaur Kowalski Lomax Lovell Marsden Mbeki Naylor O'Connor Oakes "
    "Patel Pemberton Quigley Redfern Sandhu Shaw Singh Stubbs Thornton Tranter Underwood Varley Wakefield Whitlock "
    "Wilkes Yates"
).split()
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
CHECK = "ZABCDEFGHJKLMNPQRTUVWXY"


def told(
    material: Material,
    rng: random.Random,
    forms: Sequence[str],
    marked: str,
    helps: Sequence[str],
    *,
    among: Sequence[Value] = (),
) -> Fault | None:
    """Put a random one of some sentences into a text, with what identifies somebody in its place."""
    sentence = rng.choice(forms).format(marked)
    made = with_sentence(material, rng, sentence, marked, among)
    return faulty(made, "what identifies a person is not published", helps, sentence)


def full_name(rng: random.Random) -> str:
    """Make a given and a family name."""
    return f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def digits(rng: random.Random, count: int) -> str:
    """Make so many digits."""
    return "".join(str(rng.randrange(10)) for _ in range(count))


def cased(rng: random.Random, words: str) -> str:
    """As it is, or in small letters as people type it."""
    return words.lower() if rng.random() < 0.3 else words


def prison_number_of(rng: random.Random) -> str:
    """Make a prison number of today."""
    return f"A{digits(rng, 4)}{rng.choice(LETTERS)}{rng.choice(LETTERS)}"


def pnc_id_of(rng: random.Random) -> str:
    """Make a PNC id with its check letter."""
    year, serial = rng.randrange(1970, 2010), rng.randrange(1000, 500000)
    letter = CHECK[int(f"{year % 100:02d}{serial:07d}") % 23]
    return rng.choice((f"{year}/{serial:07d}{letter}", f"{year % 100:02d}/{serial}{letter}"))


def crn_of(rng: random.Random) -> str:
    """Make a case reference number of the probation service."""
    return f"{rng.choice('ABDEJKPSVX')}{digits(rng, 6)}"


def birth_of(rng: random.Random) -> str:
    """Make a date of birth in figures."""
    return f"{rng.randrange(1, 29):02d}/{rng.randrange(1, 13):02d}/{rng.randrange(1950, 1995)}"


IN_TEXT = (
    "The file on {} had not been opened for weeks.",
    "In one case ({}) the plan was missing.",
    "There was no review for {} at all.",
)


SAYS = ("name", "initials", "person", "identif", "leave it out", "case")
