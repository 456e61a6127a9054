"""Faults in names: of the area, of places, premises, people of the team, programmes and bodies."""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Any

from tests.faults.insertion import (
    Inserted,
    faulty,
    findings,
    label_values,
    occurrences,
    place_of,
    rewritten,
    slip,
    slip_in,
    small_words,
    swapped,
    with_sentence,
)
from tests.faults.material import Material, line_of
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.own_words import area_of, identity_of, printed_values, team_of

OPERATORS = Operators()

_AREA = r"\{\{ area \}\}"
_OTHERS = (
    "Cumbria Dorset Durham Lancashire Lincolnshire Norfolk Northumbria Staffordshire Suffolk Surrey Wiltshire "
    "Bedfordshire Cheshire Gloucestershire Leicestershire Warwickshire Saltmere Tarnmouth Wessex Hampshire"
).split()
_CALENDAR = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Fridays Saturdays".split()
)
_PREMISES = r"(?:House|Lodge|Road|Grange|Centre|Court|Street|College|Library|Temple|Hostel)"
_SENTENCES = (
    "Staff in {} told us that this had improved.",
    "The same was true in {} a year before.",
    "Managers from {} had looked into the reasons.",
    "Much of this had been agreed with {} before we came.",
)


def _proper_words(material: Material) -> list[str]:
    """Capitalised words inside sentences that stand twice and more, and never in small letters."""
    small = small_words(material)
    inside = Counter(
        match.group()
        for value in material.prose
        for match in re.finditer(r"(?<=[a-z,;] )[A-Z][a-z]{4,}(?![\w-])", " ".join(value.value.split()))
    )
    known = _team_words(material)
    return sorted(
        word
        for word, times in inside.items()
        if times > 1 and word.lower() not in small and word not in _CALENDAR and word not in known
    )


def _team_words(material: Material) -> frozenset[str]:
    return frozenset(word for name in team_of(material) for word in name.split())


@OPERATORS.fault("names")
def area_name_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """A slip in the name of the area, where it is written or used."""
    area = area_of(material)
    places = occurrences(material, rf"\b{area}\b|{_AREA}", printed_values(material))
    if not places:
        return None
    where, wrong = rng.choice(places), slip(area, rng)
    return faulty(swapped(material, where, wrong), "area.yaml", (area,), f"{area} → {wrong}")


@OPERATORS.fault("names")
def area_name_misspelt_in_a_new_sentence(material: Material, rng: random.Random) -> Fault | None:
    """The name of the area with a slip, in a sentence of a finding."""
    area = area_of(material)
    wrong = slip(area, rng)
    made = with_sentence(material, rng, rng.choice(_SENTENCES).format(wrong), wrong, findings(material))
    return faulty(made, "area.yaml", (area,), wrong)


@OPERATORS.fault("names")
def area_name_without_capital(material: Material, rng: random.Random) -> Fault | None:
    """The name of the area with a small letter."""
    area = area_of(material)
    made = with_sentence(material, rng, rng.choice(_SENTENCES).format(area.lower()), area.lower())
    return faulty(made, "area.yaml", (area,), area.lower())


@OPERATORS.fault("names")
def area_name_in_title_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """The name of the area with a slip in a title, a caption or a source."""
    area = area_of(material)
    wrong = slip(area, rng)
    values = label_values(material, ("title", "caption", "source", "heading", "label"))
    if not values:
        return None
    value = rng.choice(values)
    words = value.value.replace(area, wrong) if area in value.value else f"{value.value} in {wrong}"
    return faulty(rewritten(material, value, words), "area.yaml", (area,), words)


@OPERATORS.fault("names")
def possessive_of_area_without_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """«Hampshires staff»."""
    area = area_of(material)
    noun = rng.choice(("managers", "staff", "partners", "victim liaison unit", "board"))
    made = with_sentence(material, rng, f"It was the view of {area}s {noun} that more could be done.", f"{area}s")
    return faulty(made, "area.yaml", (f"{area}'s", f"{area}’s", area), f"{area}s {noun}")


@OPERATORS.fault("names")
def name_of_another_area_left(material: Material, rng: random.Random) -> Fault | None:
    """Another area's name stands where this one's did: an earlier report was the template."""
    area = area_of(material)
    other = rng.choice([each for each in _OTHERS if each != area])
    places = occurrences(material, rf"\b{area}\b|{_AREA}", printed_values(material))
    if not places:
        return None
    made = swapped(material, rng.choice(places), other)
    return faulty(made, "area.yaml", (area, "another area"), f"{area} → {other}")


@OPERATORS.fault("names")
def body_of_another_area(material: Material, rng: random.Random) -> Fault | None:
    """«Dorset Probation Area had reviewed its policy»: a sentence of another report, about its own area."""
    area = area_of(material)
    other = rng.choice([each for each in _OTHERS if each != area])
    body = {"omi-2006": "Probation Area", "cci-2009": "YOS", "pdu-2023": "PDU"}[str(identity_of(material)["framework"])]
    sentence = rng.choice(
        (
            "{} had reviewed its policy in the summer.",
            "Staff of {} said that they were well supported.",
            "We were told that {} had plans to put this right.",
            "The managers of {} accepted these findings.",
        )
    ).format(f"{other} {body}")
    made = with_sentence(material, rng, sentence, f"{other} {body}")
    return faulty(made, "area.yaml", (area, "another area"), sentence)


@OPERATORS.fault("names")
def proper_word_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """A slip in a name that stands elsewhere as well."""
    words = _proper_words(material)
    if not words:
        return None
    word = rng.choice(words)
    wrong = slip(word, rng)
    where = rng.choice(occurrences(material, rf"(?<![\w-]){word}(?![\w-])"))
    return faulty(swapped(material, where, wrong), "the same name elsewhere", (word,), f"{word} → {wrong}")


@OPERATORS.fault("names")
def premises_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """Premises, a college or a library of a table or a text are named again, with a slip."""
    places = occurrences(material, rf"\b[A-Z][a-z]{{3,}} (?:[A-Z][a-z]+ )?{_PREMISES}\b")
    if not places:
        return None
    where = rng.choice(places)
    first = where.words.split()[0]
    wrong = where.words.replace(first, slip(first, rng))
    made = with_sentence(material, rng, f"The manager of {wrong} had begun to change this.", wrong)
    return faulty(made, "the same name elsewhere", (first,), f"{where.words} → {wrong}", (place_of(material, where),))


@OPERATORS.fault("names")
def team_member_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """Somebody of the team is thanked under a name with a slip."""
    team = [name for name in team_of(material) if len(name.split()[-1]) > 4]
    values = [each for each in material.prose if each.style == "|" and each.key in ("acknowledgements", "text")]
    if not team or not values:
        return None
    name = rng.choice(team)
    family = name.split()[-1]
    wrong = name.replace(family, slip(family, rng))
    thanked = [each for each in values if each.key == "acknowledgements" or each.file == "foreword.yaml"]
    made = with_sentence(material, rng, f"{wrong} led this part of the work.", wrong, thanked)
    return faulty(made, "team in area.yaml", (name, family), f"{name} → {wrong}")


@OPERATORS.fault("names")
def signatory_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """Whoever signs the foreword has a slip in the name."""
    chief = str(identity_of(material).get("chief_inspector", ""))
    signed = [each for each in material.values if each.key == "signatory" and each.value == chief]
    if not signed:
        return None
    wrong = slip_in(chief, rng)
    right = next(one for one, other in zip(chief.split(), wrong.split(), strict=True) if one != other)
    stated = next(each for each in material.values if each.key == "chief_inspector")
    at = Place(stated.file, line_of(material.text(stated.file), stated.start))
    made = rewritten(material, signed[0], wrong)
    return faulty(made, "chief_inspector in area.yaml", (chief, right), wrong, (at,))


@OPERATORS.fault("names")
def framework_title_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """The title of a criterion or a section is named in a sentence, with a slip."""
    titles = [title for title in _titles(material.framework.get("sections")) if len(title.split()) in (2, 3, 4)]
    if not titles:
        return None
    title = rng.choice(titles)
    wrong = slip_in(title, rng)
    word = next(one for one, other in zip(title.split(), wrong.split(), strict=True) if one != other)
    made = with_sentence(material, rng, f"We say more of this under '{wrong}' in this report.", wrong)
    return faulty(made, "the framework", (title, word.strip("(),")), f"{title} → {wrong}")


def _titles(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [str(value["title"])] if isinstance(value.get("title"), str) else []
        return own + [title for inner in value.values() for title in _titles(inner)]
    return [title for inner in value for title in _titles(inner)] if isinstance(value, list) else []


@OPERATORS.fault("names")
def term_of_several_words_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """A slip in one word of a name of several words that stands elsewhere: a programme, a scheme, a plan."""
    runs = Counter(
        match.group()
        for value in material.prose
        for match in re.finditer(
            r"(?<=[a-z,;] )[A-Z][a-z]{2,}(?: (?:of|and|for|the) [A-Z][a-z]{2,}| [A-Z][a-z]{2,}){1,4}(?![\w'’-])",
            " ".join(value.value.split()),
        )
    )
    options = sorted(name for name, times in runs.items() if times > 1)
    if not options:
        return None
    name = rng.choice(options)
    wrong = slip_in(name, rng)
    word = next(one for one, other in zip(name.split(), wrong.split(), strict=True) if one != other)
    made = with_sentence(material, rng, f"This had been discussed under {wrong} as well.", wrong)
    return faulty(made, "the same name elsewhere", (word, name), f"{name} → {wrong}")


@OPERATORS.fault("names")
def new_body_in_two_spellings(material: Material, rng: random.Random) -> Fault | None:
    """A body, programme or place that is new is named three times, once with a slip."""
    name = rng.choice(
        (
            "Harbourside Trust",
            "Brightwell Project",
            "the Kestrel programme",
            "Thornbury Court",
            "Addaction",
            "Castlegate Centre",
            "the Phoenix scheme",
            "Larchfield House",
            "Ashdown Partnership",
            "Northbrook",
        )
    )
    bare = next(word for word in name.split() if word[0].isupper())
    wrong = name.replace(bare, slip(bare, rng))
    texts = findings(material)
    chosen = [texts[at] for at in rng.sample(range(len(texts)), 3)]
    if len({each.file for each in chosen}) < 3:
        return None
    made = [
        with_sentence(material, rng, f"The work of {each} was valued by staff.", each, [value])
        for each, value in zip((name, name, wrong), chosen, strict=True)
    ]
    if None in made:
        return None
    files = {file: data for each in made if each for file, data in each.files.items()}
    last = made[-1]
    assert last is not None
    return faulty(Inserted(files, last.at), "the two other places", (bare,), f"{name} → {wrong}")


@OPERATORS.fault("names")
def hyphens_or_joint_of_name_differ(material: Material, rng: random.Random) -> Fault | None:
    """A name of two words that stands elsewhere is written as one word or with a hyphen."""
    runs = Counter(
        match.group()
        for value in material.prose
        for match in re.finditer(
            r"(?<=[a-z,;] )[A-Z][a-z]{2,} [A-Z][a-z]{2,}(?![\w'’-]| [A-Z])", " ".join(value.value.split())
        )
    )
    options = sorted(name for name, times in runs.items() if times > 1)
    if not options:
        return None
    name = rng.choice(options)
    one, other = name.split()
    wrong = rng.choice((f"{one}{other.lower()}", f"{one}-{other}"))
    made = with_sentence(material, rng, f"This had been discussed under {wrong} as well.", wrong)
    return faulty(made, "the same name elsewhere", (name,), f"{name} → {wrong}")


@OPERATORS.fault("names")
def month_or_day_misspelt(material: Material, rng: random.Random) -> Fault | None:
    """A slip in the name of a month or a day."""
    word = rng.choice(sorted(each for each in _CALENDAR if len(each) > 5))
    wrong = slip(word, rng)
    made = with_sentence(
        material, rng, f"The group met for the first time in {wrong} and once a month after that.", wrong
    )
    return faulty(made, "the calendar", (word,), f"{word} → {wrong}")
