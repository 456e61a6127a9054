"""Faults that identify somebody by a number, an address or a date of birth."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.faults.insertion import faulty, with_label
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.somebody import (
    CHECK,
    FAMILY,
    GIVEN,
    IN_TEXT,
    LETTERS,
    birth_of,
    cased,
    crn_of,
    digits,
    pnc_id_of,
    prison_number_of,
    told,
)

OPERATORS = Operators()

_STREETS = (
    "Acacia Ashfield Beech Canal Chapel Church Elm Garden Hawthorn Highfield Mill Orchard Priory Station Victoria"
)
_STREET_KINDS = "Avenue Close Court Crescent Drive Gardens Grove Lane Road Street Terrace Way".split()
_MONTHS = "January February March April May June July August September October November December".split()


@OPERATORS.fault("people")
def prison_number(material: Material, rng: random.Random) -> Fault | None:
    """A prison number of today, bare or by its name, in any spelling."""
    number = prison_number_of(rng)
    spaced = f"{number[:5]} {number[5:]}"
    marked = rng.choice(
        (
            number,
            number,
            f"prison number {cased(rng, number)}",
            f"prison no. {spaced}",
            f"Prison Number: {number}",
            f"NOMIS {number}",
        )
    )
    return told(material, rng, IN_TEXT, marked, ("prison number", "prison", "identif"))


@OPERATORS.fault("people")
def old_prison_number(material: Material, rng: random.Random) -> Fault | None:
    """A prison number of before 2009, by its name."""
    number = f"{''.join(rng.sample(LETTERS, rng.choice((1, 2))))}{digits(rng, rng.choice((4, 5)))}"
    marked = rng.choice(
        (
            f"prison number {number}",
            f"Prison No {cased(rng, number)}",
            f"prisoner number {number}",
            f"prisoner {number}",
        )
    )
    return told(material, rng, IN_TEXT, marked, ("prison number", "prison", "identif"))


@OPERATORS.fault("people")
def pnc_id(material: Material, rng: random.Random) -> Fault | None:
    """A PNC id, bare with its check letter, or by its name in any spelling."""
    number = pnc_id_of(rng)
    marked = rng.choice(
        (
            number,
            f"PNC {cased(rng, number)}",
            f"PNC ID {number.replace('/', ' / ')}",
            f"PNC number {number[:-1]}",
            f"PNC no: {number}",
        )
    )
    return told(material, rng, IN_TEXT, marked, ("pnc", "police national"))


@OPERATORS.fault("people")
def cro_number(material: Material, rng: random.Random) -> Fault | None:
    """A CRO number, bare with its check letter, or by its name in any spelling."""
    serial, year = rng.randrange(1000, 500000), rng.randrange(60, 99)
    letter = CHECK[int(f"{year:02d}{serial:06d}") % 23]
    number = f"{serial:06d}/{year}{letter}"
    marked = rng.choice(
        (number, f"CRO {cased(rng, number)}", f"CRO number {number[:-1]}", f"CRO no. {number.replace('/', ' / ')}")
    )
    return told(material, rng, IN_TEXT, marked, ("cro", "criminal record"))


@OPERATORS.fault("people")
def crn(material: Material, rng: random.Random) -> Fault | None:
    """A probation case reference number: bare, or by its name in any spelling."""
    number = crn_of(rng)
    marked = rng.choice(
        (
            number,
            f"CRN {cased(rng, number)}",
            f"CRN: {number}",
            f"case reference {number}",
            f"CRN {number[0]} {number[1:]}",
            f"crn {number}",
        )
    )
    return told(material, rng, IN_TEXT, marked, ("crn", "case reference", "identif"))


@OPERATORS.fault("people")
def urn(material: Material, rng: random.Random) -> Fault | None:
    """A unique reference number of the police or of a youth offending service."""
    police = f"{rng.randrange(10, 60)}{rng.choice(LETTERS)}{rng.choice(LETTERS)}{digits(rng, 7)}"
    number = rng.choice(
        (
            police,
            f"{police[:4]} {police[4:]}",
            f"{police[:2]}/{police[2:4]}/{police[4:9]}/{police[9:]}",
            digits(rng, 6),
        )
    )
    marked = rng.choice((f"URN {cased(rng, number)}", f"URN: {number}", f"unique reference number {number}"))
    return told(material, rng, IN_TEXT, marked, ("urn", "reference", "identif"))


@OPERATORS.fault("people")
def nhs_number(material: Material, rng: random.Random) -> Fault | None:
    """An NHS number in any spelling, by its name; with a wrong figure it still leads to the file."""
    number = digits(rng, 10)
    written = rng.choice(
        (number, f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}")
    )
    marked = rng.choice((f"NHS number {written}", f"NHS no. {written}", f"NHS No {written}", f"nhs number: {written}"))
    return told(material, rng, IN_TEXT, marked, ("nhs",))


@OPERATORS.fault("people")
def national_insurance_number(material: Material, rng: random.Random) -> Fault | None:
    """A National Insurance number in any case and spacing."""
    first, second = rng.choice("ABCEHJLMPRSTWXY"), rng.choice("ABCEHJLMPRSTWXYZ")
    if first + second in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"):
        second = "A"
    six, last = digits(rng, 6), rng.choice("ABCD")
    bare = f"{first}{second}{six}{last}"
    spaced = f"{first}{second} {six[:2]} {six[2:4]} {six[4:]} {last}"
    marked = rng.choice(
        (
            bare,
            spaced,
            f"{first}{second}{six} {last}",
            f"NI number {bare.lower()}",
            f"NINO {spaced}",
            f"National Insurance number {spaced.lower()}",
            f"{first}{second} {six} {last}",
        )
    )
    return told(material, rng, IN_TEXT, marked, ("national insurance",))


@OPERATORS.fault("people")
def vehicle_plate(material: Material, rng: random.Random) -> Fault | None:
    """The plate of somebody's car."""
    letters = "".join(rng.choice(LETTERS) for _ in range(5))
    plate = rng.choice(
        (
            f"{letters[:2]}{rng.choice(('02', '51', '07', '57', '12', '63'))} {letters[2:]}",
            f"{letters[:2]}{rng.choice(('02', '51', '07', '57', '12', '63'))}{letters[2:]}",
            f"{rng.choice('KLMNPRSTVWXY')}{rng.randrange(1, 999)} {letters[2:]}",
        )
    )
    forms = (
        "His car, {}, had been seen outside the house.",
        "Nobody passed on that he drove a Ford ({}) without a licence.",
        "A van with the registration {} was reported twice.",
    )
    return told(material, rng, forms, plate, ("plate", "registration", "vehicle", "car"))


@OPERATORS.fault("people")
def home_address(material: Material, rng: random.Random) -> Fault | None:
    """A house number with a street: where somebody lives."""
    street = f"{rng.choice(_STREETS.split())} {rng.choice(_STREET_KINDS)}"
    number = rng.choice(
        (
            f"{rng.randrange(1, 200)}",
            f"{rng.randrange(1, 99)}{rng.choice('abAB')}",
            f"Flat {rng.randrange(1, 30)}, {rng.randrange(1, 99)}",
        )
    )
    forms = (
        "He had moved to {} and nobody had visited him there.",
        "The police were called to {} nine times.",
        "The plan gave {} as his home.",
        "She lived at {} with two small children.",
    )
    return told(material, rng, forms, f"{number} {street}", ("address", "street", "house"))


@OPERATORS.fault("people")
def postcode(material: Material, rng: random.Random) -> Fault | None:
    """A postcode, in capitals or as it is typed."""
    outward = f"{rng.choice(('SO', 'PO', 'DT', 'BH', 'LS', 'NE', 'M', 'B', 'SW', 'CF'))}{rng.randrange(1, 30)}"
    code = (
        f"{outward}{rng.choice((' ', ' ', ''))}{rng.randrange(10)}{rng.choice('ABDEFHJLN')}{rng.choice('PQRSTUWXYZ')}"
    )
    forms = (
        "He had been housed in {} against advice.",
        "All the offences had been committed around {} at night.",
        "His mother's postcode ({}) was the only contact.",
    )
    return told(material, rng, forms, cased(rng, code), ("postcode",))


@OPERATORS.fault("people")
def telephone(material: Material, rng: random.Random) -> Fault | None:
    """The number of somebody's telephone."""
    number = rng.choice(
        (
            f"07{digits(rng, 3)} {digits(rng, 6)}",
            f"07{digits(rng, 9)}",
            f"+44 7{digits(rng, 3)} {digits(rng, 6)}",
            f"0{rng.choice('12')}{digits(rng, 3)} {digits(rng, 6)}",
            f"(0{rng.choice('12')}{digits(rng, 3)}) {digits(rng, 6)}",
            f"07{digits(rng, 3)}-{digits(rng, 3)}-{digits(rng, 3)}",
        )
    )
    forms = (
        "Her new number, {}, had not been passed on.",
        "He could be reached on {} at any time.",
        "The file had only a mobile ({}) for him.",
    )
    return told(material, rng, forms, number, ("telephone", "phone"))


@OPERATORS.fault("people")
def e_mail(material: Material, rng: random.Random) -> Fault | None:
    """Somebody's own e-mail address."""
    given, family = rng.choice(GIVEN).lower(), rng.choice(FAMILY).lower().replace("'", "")
    address = rng.choice(
        (
            f"{given}.{family}@example.org",
            f"{given[0]}{family}{digits(rng, 2)}@example.com",
            f"{given}_{family}@mail.example.co.uk",
        )
    )
    forms = (
        "Comments went to {} and were not answered.",
        "The list of cases had been sent to {} by mistake.",
        "He used {} to write to the victim.",
    )
    return told(
        material, rng, forms, cased(rng, address.upper()) if rng.random() < 0.1 else address, ("e-mail", "email")
    )


@OPERATORS.fault("people")
def date_of_birth(material: Material, rng: random.Random) -> Fault | None:
    """A date of birth, in figures or in words."""
    day, month, year = rng.randrange(1, 29), rng.choice(_MONTHS), rng.randrange(1950, 1999)
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
    number = _MONTHS.index(month) + 1
    written = rng.choice(
        (
            f"{day} {month} {year}",
            f"{day}{ordinal} {month} {year}",
            f"{day:02d}/{number:02d}/{year}",
            f"{day}.{number}.{year % 100}",
            f"the {day}{ordinal} of {month} {year}",
            f"{month} {day}, {year}",
            f"{day}-{month[:3]}-{year}",
        )
    )
    marked = rng.choice(
        (
            f"born on {written}",
            f"DOB {written}",
            f"d.o.b. {written}",
            f"date of birth: {written}",
            f"Born {written}",
            f"birthday is {written}",
            f"dob: {written}",
        )
    )
    if marked.startswith("birthday"):
        return told(
            material, rng, ("The file notes that her {} and nothing else.",), marked, ("date of birth", "born", "birth")
        )
    return told(
        material,
        rng,
        ("One offender ({}) had moved twice.", "The record of a woman, {}, was wrong."),
        marked,
        ("date of birth", "born", "birth"),
    )


@OPERATORS.fault("people")
def age_offence_and_place(material: Material, rng: random.Random) -> Fault | None:
    """An exact age beside an offence by its name and a street, a village or an ethnic group."""
    age = rng.randrange(16, 80)
    offence = rng.choice(("robbery", "arson", "burglary", "manslaughter", "rape", "kidnap", "blackmail"))
    group = rng.choice(("Polish", "Somali", "Turkish", "black", "Nigerian", "Vietnamese"))
    who = rng.choice(
        (
            f"a {age}-year-old {group} man",
            f"a {group} man aged {age}",
            f"a {group} woman of {age}",
            f"a {group} man, {age},",
            f"a {group} man, {age} years old,",
        )
    )
    marked = f"{who} convicted of {offence}"
    return told(
        material,
        rng,
        ("The plan for {} was thin.", "We read the file of {} and found no review."),
        marked,
        ("age", "recognis"),
    )


@OPERATORS.fault("people")
def identifier_in_label(material: Material, rng: random.Random) -> Fault | None:
    """A number of a person in a title, a caption, a heading or a note."""
    number, helps = rng.choice(
        (
            (prison_number_of(rng), ("prison",)),
            (pnc_id_of(rng), ("pnc",)),
            (crn_of(rng), ("crn", "case reference", "identif")),
            (f"CRN {crn_of(rng)}", ("crn", "case reference", "identif")),
            (f"07{digits(rng, 9)}", ("telephone",)),
            (f"DOB {birth_of(rng)}", ("birth",)),
        )
    )
    made = with_label(material, rng, lambda words: rng.choice((f"{words} ({number})", f"{words} - {number}")))
    return faulty(made, "what identifies a person is not published", helps, number)


@OPERATORS.fault("people")
def social_name(material: Material, rng: random.Random) -> Fault | None:
    """A name under which somebody is found on the internet."""
    given, family = rng.choice(GIVEN).lower(), rng.choice(FAMILY).lower().replace("'", "")
    handle = rng.choice(
        (
            f"@{given}{family}",
            f"@{given}_{digits(rng, 2)}",
            f"facebook.com/{given}.{family}",
            f"instagram.com/{given}{digits(rng, 3)}",
        )
    )
    forms = ("He had written to the victim as {} on two days.", "Her page ({}) showed where she lived.")
    return told(material, rng, forms, handle, ("account", "name", "person", "handle", "leave it out"))


def _driving_licence(rng: random.Random) -> str:
    family = rng.choice(FAMILY).upper().replace("'", "")
    one, two, three, four = rng.sample(LETTERS, 4)
    return f"{family[:5]:9<5}{digits(rng, 6)}{one}{two}9{three}{four}"


_NUMBERS: tuple[tuple[str, Callable[[random.Random], str]], ...] = (
    ("passport number", lambda rng: digits(rng, 9)),
    (
        "driving licence",
        _driving_licence,
    ),
    ("crime reference", lambda rng: f"{digits(rng, 8)}/{digits(rng, 2)}"),
    ("Home Office reference", lambda rng: f"{rng.choice(LETTERS)}{digits(rng, 7)}"),
    ("hospital number", lambda rng: f"{rng.choice(LETTERS)}{digits(rng, 6)}"),
    ("ViSOR reference", lambda rng: digits(rng, 7)),
    ("file number", lambda rng: f"{rng.choice(LETTERS)}{rng.choice(LETTERS)}/{digits(rng, 5)}"),
)


@OPERATORS.fault("people")
def other_number_of_a_person(material: Material, rng: random.Random) -> Fault | None:
    """The number of a passport, a licence, a crime, a patient: named by the words before it."""
    kind, number = rng.choice(_NUMBERS)
    marked = f"{kind} {number(rng)}"
    forms = ("The letter gave {} as proof.", "In one case ({}) nothing was done.", "We could not match {} to any file.")
    return told(material, rng, forms, marked, ("number", "reference", "identif", "licence"))
