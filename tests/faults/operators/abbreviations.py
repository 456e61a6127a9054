"""Faults in abbreviations and in what they stand for, in the list and in the texts."""

from __future__ import annotations

import random
import re

from tests.faults.insertion import (
    Inserted,
    faulty,
    findings,
    occurrences,
    place_of,
    rewritten,
    slip,
    slip_in,
    swapped,
    with_sentence,
)
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.own_words import abbreviations_of, printed_values

OPERATORS = Operators()


@OPERATORS.fault("names")
def listed_body_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """A body of the list of abbreviations is written out with a slip in one word."""
    longer = [
        each for each in abbreviations_of(material).values() if sum(word[:1].isupper() for word in each.split()) > 2
    ]
    if not longer:
        return None
    name = rng.choice(longer)
    wrong = slip_in(name, rng)
    word = next(one for one, other in zip(name.split(), wrong.split(), strict=True) if one != other)
    made = with_sentence(material, rng, f"Work with the {wrong} was closer than before.", wrong)
    return faulty(made, "the list of abbreviations", (*word.strip(",").split("-"), name), f"{name} → {wrong}")


@OPERATORS.fault("names")
def listed_body_with_another_word(material: Material, rng: random.Random) -> Fault | None:
    """A body of the list is written out, before its abbreviation, with one word taken for another."""
    others = ("Panel", "Group", "Forum", "Team", "Authority", "Committee", "Network", "Council")
    longer = {key: each for key, each in abbreviations_of(material).items() if len(each.split()) > 2 and key.isalnum()}
    if not longer:
        return None
    key, name = rng.choice(sorted(longer.items()))
    wrong = " ".join([*name.split()[:-1], rng.choice([each for each in others if each not in name])])
    made = with_sentence(material, rng, f"This was a matter for the {wrong} ({key}) as well.", f"{wrong} ({key})")
    return faulty(made, "the list of abbreviations", (name,), f"{wrong} ({key})")


@OPERATORS.fault("names")
def two_expansions_in_the_texts(material: Material, rng: random.Random) -> Fault | None:
    """An abbreviation that is new is spelled out in two places, in two ways."""
    short, one, other = rng.choice(
        (
            ("LDU", "Local Delivery Unit", "Local Development Unit"),
            ("MASH", "Multi-Agency Safeguarding Hub", "Multi-Agency Support Hub"),
            ("CRC", "Community Rehabilitation Company", "Community Resettlement Company"),
            ("BSP", "Building Skills Programme", "Better Skills Programme"),
        )
    )
    texts = findings(material)
    first, second = rng.sample(range(len(texts)), 2)
    made = with_sentence(material, rng, f"The {one} ({short}) had agreed to this.", f"{one} ({short})", [texts[first]])
    sentence = f"Nobody had asked the {other} ({short}) for its view."
    also = with_sentence(material, rng, sentence, f"{other} ({short})", [texts[second]])
    if made is None or also is None or made.files.keys() == also.files.keys():
        return None
    both = Inserted({**made.files, **also.files}, (*made.at, *also.at))
    return faulty(both, "the two places", (one, other), f"{one} / {other} ({short})")


def _used(material: Material, shortest: int) -> list[str]:
    return [
        key
        for key in abbreviations_of(material)
        if key.isalnum() and len(key) >= shortest and occurrences(material, rf"\b{key}s?\b", printed_values(material))
    ]


@OPERATORS.fault("names")
def abbreviation_letters_swapped(material: Material, rng: random.Random) -> Fault | None:
    """«MAPAP», «PSR» as «PRS»."""
    keys = _used(material, 3)
    if not keys:
        return None
    key = rng.choice(keys)
    pairs = [at for at in range(len(key) - 1) if key[at] != key[at + 1]]
    at = rng.choice(pairs)
    wrong = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    where = rng.choice(occurrences(material, rf"(?<![\w/]){key}(?![\w/])", printed_values(material)) or [None])
    if where is None:
        return None
    return faulty(swapped(material, where, wrong), "the list of abbreviations", (key,), f"{key} → {wrong}")


@OPERATORS.fault("names")
def abbreviation_letter_wrong(material: Material, rng: random.Random) -> Fault | None:
    """A letter of an abbreviation is lost, doubled or another one."""
    keys = [key for key in _used(material, 4) if key.isalpha()]
    if not keys:
        return None
    key = rng.choice(keys)
    at = rng.randrange(1, len(key))
    wrong = rng.choice(
        (key[:at] + key[at + 1 :], key[:at] + key[at] + key[at:], key[:at] + rng.choice("BCDFGHKLX") + key[at + 1 :])
    )
    places = occurrences(material, rf"(?<![\w/]){key}(?![\w/])", printed_values(material))
    if not places or wrong == key:
        return None
    return faulty(swapped(material, rng.choice(places), wrong), "the list of abbreviations", (key,), f"{key} → {wrong}")


@OPERATORS.fault("names")
def abbreviation_with_other_capitals(material: Material, rng: random.Random) -> Fault | None:
    """«Mappa», «ROH», «OAsys», «roh»."""
    keys = _used(material, 3)
    if not keys:
        return None
    key = rng.choice(keys)
    wrong = rng.choice([each for each in (key.capitalize(), key.upper(), key.lower(), key.title()) if each != key])
    places = occurrences(
        material, rf"(?<![\w/]){key}(?![\w/])", [each for each in printed_values(material) if each.is_prose]
    )
    if not places:
        return None
    return faulty(swapped(material, rng.choice(places), wrong), "the list of abbreviations", (key,), f"{key} → {wrong}")


@OPERATORS.fault("names")
def listed_expansion_wrong(material: Material, rng: random.Random) -> Fault | None:
    """The list spells out an abbreviation with a word that its letters do not stand for, or without one of them."""
    values = [each for each in material.values if each.file == "abbreviations.yaml" and len(each.value.split()) > 2]
    values = [each for each in values if _initials(each.value) == str(each.path[0]).upper()]
    if not values:
        return None
    value = rng.choice(values)
    words = value.value.split()
    at = rng.choice([at for at, word in enumerate(words) if len(word) > 3])
    other = rng.choice(
        [each for each in ("Joint", "Working", "Quality", "Young", "Key") if each[0] != words[at][0].upper()]
    )
    changed = [*words[:at], *words[at + 1 :]] if rng.random() < 0.5 else [*words[:at], other, *words[at + 1 :]]
    made = rewritten(material, value, " ".join(changed))
    return faulty(
        made, "the letters of the abbreviation", (str(value.path[0]),), f"{value.path[0]}: {' '.join(changed)}"
    )


@OPERATORS.fault("names")
def listed_expansion_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """The list misspells a word that stands elsewhere in the area as well."""
    values = [each for each in material.values if each.file == "abbreviations.yaml"]
    elsewhere = {word for each in printed_values(material) for word in re.findall(r"[A-Za-z]{5,}", each.value)}
    options = [(each, word) for each in values for word in re.findall(r"[A-Za-z]{5,}", each.value) if word in elsewhere]
    if not options:
        return None
    value, word = rng.choice(options)
    wrong = slip(word, rng)
    made = rewritten(material, value, value.value.replace(word, wrong, 1))
    there = occurrences(material, rf"\b{word}\b", printed_values(material))
    at = tuple(place_of(material, each) for each in there)
    return faulty(made, "the same word elsewhere", (word,), f"{word} → {wrong}", at)


@OPERATORS.fault("names")
def listed_abbreviation_twisted(material: Material, rng: random.Random) -> Fault | None:
    """Two letters of an abbreviation are swapped in the list."""
    text = material.text("abbreviations.yaml")
    keys = [key for key in _used(material, 3) if key.isupper() and key[-1] != key[-2]]
    if not keys:
        return None
    key = rng.choice(keys)
    wrong = key[:-2] + key[-1] + key[-2]
    new = re.sub(rf"(?m)^{key}:", f"{wrong}:", text)
    line = next(number for number, each in enumerate(new.split("\n"), 1) if each.startswith(f"{wrong}:"))
    used = tuple(place_of(material, each) for each in occurrences(material, rf"\b{key}s?\b", printed_values(material)))
    at = (Place("abbreviations.yaml", line), *used)
    return Fault(
        {"abbreviations.yaml": new.encode()}, at, "the letters of the words", (key.lower(),), f"{key} → {wrong}"
    )


def _initials(words: str) -> str:
    return "".join(
        word[0] for word in re.split(r"[\s-]+", words) if word.lower() not in ("and", "of", "the", "in", "for")
    ).upper()
