"""What would tell a reader who somebody is: names, numbers, dates and places that belong in no report."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_FIRST = ("Darren", "Kelly", "Imran", "Sophie", "Wayne", "Chantelle", "Mohammed", "Stacey", "Gareth", "Leanne", "Piotr")
_LAST = (
    "Whitlock",
    "Prentice",
    "Hussain",
    "Kowalski",
    "Dunmore",
    "Fairbrass",
    "Okafor",
    "Tregear",
    "Bagshaw",
    "Lilley",
)
_STREETS = (
    "Garrick Close",
    "Priory Road",
    "Station Street",
    "Elm Grove",
    "Mill Lane",
    "Victoria Terrace",
    "Hilltop Way",
)
_IDENTIFIES = ("identif", "person", "name", "private")
_DOCUMENTED = "no name, date of birth, address or number of a real person goes into a text"


@OPERATORS.fault("people")
def surname_behind_a_pseudonym(material: Material, chance: random.Random) -> Fault | None:
    """The surname from the file stands behind the first name in a story."""
    spot = _named(material, chance)
    if spot is None:
        return None
    surname = chance.choice(_LAST)
    edit = Edit(material, spot.value.file, spot.end, spot.end, f" {surname}")
    return edit.fault(_DOCUMENTED, (surname, "pseudonym", *_IDENTIFIES), f"{spot[0]} → {spot[0]} {surname}")


@OPERATORS.fault("people")
def real_name_in_one_place(material: Material, chance: random.Random) -> Fault | None:
    """The name in a story was changed everywhere but in one place."""
    spot = _named(material, chance)
    if spot is None:
        return None
    real = chance.choice([each for each in _FIRST if each not in spot.value.value])
    edit = tools.at_spot(material, spot, real)
    return edit.fault(
        f"{real} is no pseudonym of the story", (real, "pseudonym", *_IDENTIFIES), also=edit.lines(spot.value)
    )


@OPERATORS.fault("people")
def pseudonym_not_declared(material: Material, chance: random.Random) -> Fault | None:
    """A story tells of somebody by a name, and its list of pseudonyms is lost."""
    files = [each for each in material.yaml_files if "pseudonyms: [" in material.text(each)]
    file = tools.pick(chance, files)
    if file is None:
        return None
    made = second.in_line(material, chance, file, r"^ *pseudonyms: \[([^\]\n]+)\]\n", lambda _: "")
    if made is None:
        return None
    edit, match = made
    text = next(each for each in material.prose if each.file == file and each.start > match.end())
    helps = ("pseudonym", match[1].split(",")[0], *_IDENTIFIES)
    return edit.fault(
        f"nothing says that {match[1]} is a pseudonym", helps, f"{match[0].strip()} → (none)", edit.lines(text)
    )


@OPERATORS.fault("people")
def date_of_birth(material: Material, chance: random.Random) -> Fault:
    """A date of birth comes with the paste from a case record."""
    year = tools.inspected(material)[0] - chance.randint(15, 52)
    day, month = chance.randint(1, 28), chance.randrange(12)
    dotted = f"{day:02}.{month + 1:02}.{year % 100:02}"
    date = chance.choice((f"{day} {tools.MONTHS[month]} {year}", f"{day:02}/{month + 1:02}/{year}", dotted))
    patterns = (
        "One of them, born on {date}, had never been seen by a doctor.",
        "In one case (DOB {date}) the {things} had been lost.",
        "A woman (d.o.b. {date}) had been moved three times.",
        "The person concerned, date of birth {date}, had moved to another town.",
        "In the case of a man born {date} nobody had made a home visit.",
        "The record of one person (born {date}) held the papers of another.",
    )
    sentence = second.filled(material, chance, patterns, date=date)
    return second.said_wrong(material, chance, sentence, _DOCUMENTED, ("birth", "born", "date", *_IDENTIFIES))


@OPERATORS.fault("people")
def way_to_reach_somebody(material: Material, chance: random.Random) -> Fault:
    """A number of a telephone, or an address for letters by e-mail, of one person."""
    first, last = chance.choice(_FIRST).lower(), chance.choice(_LAST).lower()
    number = f"07700 900{chance.randint(100, 999)}"
    reach = chance.choice(
        (number, number.replace(" ", ""), f"{first}.{last}@example.org", f"{first[0]}{last}@example.com")
    )
    patterns = (
        "The mother can be reached on {reach}.",
        "One victim asked to be told of any change ({reach}).",
        "A sessional worker ({reach}) had the only copy of the {things}.",
        "The person who complained left these details: {reach}.",
        "The family had last been contacted through {reach}.",
        "The duty officer should be asked about this first ({reach}).",
    )
    sentence = second.filled(material, chance, patterns, reach=reach)
    helps = ("telephone", "phone", "e-mail", "email", "contact", "number", "address", *_IDENTIFIES)
    return second.said_wrong(material, chance, sentence, _DOCUMENTED, helps)


@OPERATORS.fault("people")
def address_of_somebody(material: Material, chance: random.Random) -> Fault:
    """The house that somebody lives in, perhaps with its postcode."""
    house = f"{chance.randint(2, 98)} {chance.choice(_STREETS)}"
    letters = "".join(chance.choice("ABDEFGHJLNPRSTUWXY") for _ in range(2))
    code = f"SO{chance.randint(14, 40)} {chance.randint(1, 9)}{letters}"
    where = chance.choice((house, f"{house}, {code}", f"Flat {chance.randint(2, 9)}, {house}", code))
    patterns = (
        "One person had been released to {where} without a home visit.",
        "The victim still lived at {where}.",
        "Nobody had asked who else lived at {where}.",
        "A condition not to go near {where} had been left out of the plan.",
        "Her mother's home ({where}) had been searched twice.",
        "He had given {where} as his address and was not known there.",
    )
    sentence = second.filled(material, chance, patterns, where=where)
    return second.said_wrong(material, chance, sentence, _DOCUMENTED, ("address", "postcode", *_IDENTIFIES))


@OPERATORS.fault("people")
def number_of_somebody(material: Material, chance: random.Random) -> Fault:
    """A number by which a prison, the police or an office knows a person."""
    digits = f"{chance.randint(1000, 9999)}"
    letters = "".join(chance.choice("ABCDEFGHJKLMNPRTVWX") for _ in range(2))
    number = chance.choice(
        (
            f"prison number A{digits}{letters}",
            f"PNC 0{chance.randint(1, 9)}/{digits}{chance.randint(10, 99)}{letters[0]}",
            f"CRN {letters[0]}{chance.randint(100000, 999999)}",
            f"NI number {letters} {digits[:2]} {digits[2:]} {chance.randint(10, 99)} C",
            f"NHS number {chance.randint(400, 799)} {chance.randint(100, 999)} {digits}",
            f"case file no. {letters}/{digits}/07",
        )
    )
    patterns = (
        "In one case ({number}) the {things} could not be found.",
        "Another person ({number}) had been sentenced twice on one day.",
        "For example, in {number} the plan was that of somebody else.",
        "Inspectors read {number} with particular care.",
        "A good example was the work in {number}.",
        "We asked to see {number} again and found no change.",
    )
    sentence = second.filled(material, chance, patterns, number=number)
    helps = ("number", "case", "reference", "record", *_IDENTIFIES)
    return second.said_wrong(material, chance, sentence, _DOCUMENTED, helps)


@OPERATORS.fault("people")
def case_of_the_sheet(material: Material, chance: random.Random) -> Fault | None:
    """The id of a row of the evidence stands in a text, so that the row can be found."""
    if "evidence/cases.csv" not in material.files:
        return None
    case = chance.choice(second.sheet(material, "evidence/cases.csv")[1:])[0]
    patterns = (
        "In one case ({case}) the {things} were missing.",
        "A good example was {case}, in which the family took part.",
        "See {case} for work of high quality.",
        "Only in {case} had a manager asked why.",
        "Cases such as {case} show what can be done.",
        "The worst of the {things} was in case {case}.",
    )
    sentence = second.filled(material, chance, patterns, case=case)
    helps = (case, "evidence", *_IDENTIFIES)
    return second.said_wrong(
        material, chance, sentence, f"{case} is a row of the evidence, which is not published", helps
    )


@OPERATORS.fault("people")
def somebody_by_full_name(material: Material, chance: random.Random) -> Fault:
    """A person in a case, or a member of staff, is named in full."""
    title = chance.choice(("", "", "Mr ", "Mrs ", "Ms "))
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    name = f"{title}{last}" if title else f"{first} {last}"
    patterns = (
        "The case of {name} shows what went wrong.",
        "{name} had been seen by five people in a year.",
        "A probation officer, {name}, had made all of the {things}.",
        "We were told by {name} that nothing would change.",
        "The victim, {name}, had asked for news three times.",
        "When {name} was released, nobody was at the gate.",
    )
    sentence = second.filled(material, chance, patterns, name=name)
    return second.said_wrong(material, chance, sentence, _DOCUMENTED, (last, *_IDENTIFIES))


@OPERATORS.fault("people")
def quotation_signed(material: Material, chance: random.Random) -> Fault | None:
    """The words of a person are followed by his or her name, as the questionnaire had it."""
    found = [
        (value, match)
        for value in material.prose
        if value.style == "|"
        for match in re.finditer(r'["”]\*', material.raw(value))
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    signed = chance.choice((f" ({first} {last})", f" ({first} {last}, aged 17)", f" – {first} {last}", f" (Mr {last})"))
    at = value.start + match.end()
    edit = Edit(material, value.file, at, at, signed)
    return edit.fault(_DOCUMENTED, (last, *_IDENTIFIES), f"quotation{signed}")


@OPERATORS.fault("people")
def name_in_the_sheet_of_cases(material: Material, chance: random.Random) -> Fault | None:
    """A row of the evidence has the name of the person in place of an id."""
    file = "evidence/cases.csv"
    if file not in material.files:
        return None
    rows = second.sheet(material, file)
    at = chance.randrange(1, len(rows))
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    name = chance.choice((f"{first} {last}", f"{last} {first[0]}", f"{first[0]}. {last}", f"{last.upper()}, {first}"))
    old, rows[at][0] = rows[at][0], name
    edit = Edit(material, file, 0, len(material.text(file)), second.as_csv(rows).decode())
    made = edit.fault("an id of a case is no name", (name, last, *_IDENTIFIES), f"{old} → {name}")
    return type(made)(made.files, (Place(file, at + 1),), made.witness, made.helps, made.shown)


def _named(material: Material, chance: random.Random) -> tools.Spot | None:
    """Return where a story calls somebody by a pseudonym."""
    found = []
    for value in material.prose:
        names = _pseudonyms(material, value)
        if names:
            found += tools.spots(material, rf"\b(?:{'|'.join(names)})\b(?!')", [value])
    return tools.pick(chance, found)


def _pseudonyms(material: Material, value: Value) -> list[str]:
    return [
        each.value
        for each in material.values
        if each.file == value.file and each.path[:-2] == value.path[:-1] and each.path[-2:-1] == ("pseudonyms",)
    ]
