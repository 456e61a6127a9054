"""What would identify somebody, in the spellings of case systems and forms. All names and numbers are invented."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import MONTHS, Edit, added, findings, inspected, pick, texts

OPERATORS = Operators(blind=True)

_FIRST = tuple(
    "Janet Dean Kelly Wayne Aisha Tomasz Gareth Sunita Darren Moira Leroy Bronwen Callum Fatima Stuart Denise".split()
)
_LAST = tuple(
    "Holroyd Whitlock Barraclough Okafor Sandhu Pengelly Nowak Trelawney Hussain Merriman Ackroyd Dunstable".split()
)
_RULE = "the documentation: nothing that identifies a person goes into a text"


def _name(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"


def _in_a_finding(material: Material, chance: random.Random, sentence: str) -> Edit:
    return added(material, chance, sentence, findings(material) or texts(material))


def _digits(chance: random.Random, number: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(number))


def _letter(chance: random.Random) -> str:
    return chance.choice("ABCDEFGHJKLMNPRSTVWXYZ")


@OPERATORS.fault("people")
def person_named_with_a_title(material: Material, chance: random.Random) -> Fault | None:
    """Mr, Mrs, Ms or Miss and a surname."""
    name = f"{chance.choice(('Mr', 'Mrs', 'Ms', 'Miss', 'Mr.'))} {chance.choice(_LAST)}"
    sentence = chance.choice(
        (
            f"In one case {name} had not been told about the change of officer.",
            f"The plan for {name} had been copied from an earlier one.",
            f"{name} said that nobody had explained the order to her.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("name", "person", "identif"), sentence)


@OPERATORS.fault("people")
def person_named_in_full(material: Material, chance: random.Random) -> Fault | None:
    """A forename and a surname in a finding: of an offender, a victim or a member of staff."""
    name = _name(chance)
    sentence = chance.choice(
        (
            f"In the case of {name} the review was four months late.",
            f"An offender, {name}, had been seen twice since his release.",
            f"The offender manager, {name}, had not visited the home.",
            f"A victim, {name}, was not told of the release.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("name", "person", "identif"), sentence)


@OPERATORS.fault("people")
def person_by_initials(material: Material, chance: random.Random) -> Fault | None:
    """Initials, which those who know the case read as the name."""
    one, two = chance.choice("ABCDEGHJKLMNRSTW"), chance.choice("BCDFGHJKLMPRSTW")
    initials = chance.choice((f"{one}.{two}.", f"{one}. {two}.", f"{one}{two}"))
    sentence = chance.choice(
        (
            f"In one case (offender {initials}) the plan had not been shared with the prison.",
            f"Offender {initials} was recalled in the week of the inspection.",
            f"The victim of {initials} had moved, and nobody knew.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("initial", "name", "person", "identif"), sentence)


@OPERATORS.fault("people")
def date_of_birth(material: Material, chance: random.Random) -> Fault | None:
    """A date of birth in one of the ways of writing it."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1958, 1992)
    sentence = chance.choice(
        (
            f"One offender, born on {day} {MONTHS[month - 1]} {year}, had no plan at all.",
            f"In one case (DOB {day:02}/{month:02}/{year % 100:02}) the screening was missing.",
            f"In one case (d.o.b. {day}.{month}.{year}) the screening was missing.",
            f"The date of birth on the file, {day:02}-{month:02}-{year}, was not that of the offender.",
            f"One young man (b. {day}/{month}/{year}) was seen by five officers.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("birth", "born"), sentence)


@OPERATORS.fault("people")
def telephone_number(material: Material, chance: random.Random) -> Fault | None:
    """A private telephone number, from the numbers that are kept for drama."""
    tail = _digits(chance, 3)
    number = chance.choice(
        (
            f"07700 900{tail}",
            f"07700900{tail}",
            f"+44 7700 900{tail}",
            f"01632 960{tail}",
            f"(01632) 960 {tail}",
            f"0113 496 0{tail}",
        )
    )
    sentence = chance.choice(
        (
            f"The victim could be reached on {number}, but nobody had called.",
            f"The number on the file ({number}) was that of the offender's mother.",
            f"His mobile, {number}, had not been rung since the release.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("phone", "number"), sentence)


@OPERATORS.fault("people")
def email_address(material: Material, chance: random.Random) -> Fault | None:
    """The e-mail address of a person."""
    first, last = chance.choice(_FIRST).lower(), chance.choice(_LAST).lower()
    address = chance.choice(
        (f"{first}.{last}@example.org", f"{first[0]}{last}7@example.com", f"{last}_{first}@example.net")
    )
    sentence = chance.choice(
        (
            f"The appointment had been sent to {address} and not to the offender.",
            f"Copies of the plan went to {address}.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("mail", "address"), sentence)


@OPERATORS.fault("people")
def home_address(material: Material, chance: random.Random) -> Fault | None:
    """The address of somebody's home, with or without its postcode."""
    street = chance.choice(
        ("Marsh Lane", "Albert Road", "Orchard Close", "Victoria Street", "Mill Way", "St Anne's Terrace")
    )
    number = chance.randint(2, 98)
    town = chance.choice(("SO14", "PO1", "BH8", "LS6", "M14"))
    code = f"{town} {chance.randint(1, 9)}{_letter(chance)}{_letter(chance)}"
    flat = f"Flat {chance.randint(1, 9)}, "
    sentence = chance.choice(
        (
            f"He had lived at {number} {street} since his release, and nobody had visited.",
            f"The offender's address, {number} {street}, {code}, was known to the police.",
            f"She had moved to {flat}{number} {street} to get away from him.",
            f"The curfew was at an address ({code.lower()}) to which he could not return.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("address", "postcode", "street", "lives", "house"), sentence)


@OPERATORS.fault("people")
def number_of_the_national_insurance(material: Material, chance: random.Random) -> Fault | None:
    """A National Insurance number, spaced or not."""
    digits = _digits(chance, 6)
    spaced = f"QQ {digits[:2]} {digits[2:4]} {digits[4:]} {chance.choice('ABCD')}"
    number = chance.choice((spaced, spaced.replace(" ", ""), spaced.lower()))
    sentence = chance.choice(
        (
            f"His NI number ({number}) stood on every page of the file.",
            f"A letter with the National Insurance number {number} had been sent to the wrong person.",
            f"The NINO was given as {number}.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("national insurance", "number", "identif"), sentence)


@OPERATORS.fault("people")
def number_of_the_health_service(material: Material, chance: random.Random) -> Fault | None:
    """An NHS number whose last digit is its check digit, as it must be."""
    check = 10
    digits = ""
    while check == 10:
        digits = f"9{_digits(chance, 8)}"
        check = 11 - sum(int(each) * (10 - at) for at, each in enumerate(digits)) % 11
        check = 0 if check == 11 else check
    number = f"{digits}{check}"
    spaced = chance.choice(
        (f"{number[:3]} {number[3:6]} {number[6:]}", f"{number[:3]}-{number[3:6]}-{number[6:]}", number)
    )
    sentence = chance.choice(
        (
            f"The referral to the clinic had the NHS number {spaced} and no reason.",
            f"In one case (NHS no. {spaced}) the report of the psychiatrist was missing.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("nhs", "health"), sentence)


@OPERATORS.fault("people")
def number_of_a_prisoner(material: Material, chance: random.Random) -> Fault | None:
    """A prison number in one of its two forms, spaced and in capitals or not."""
    new = f"A{_digits(chance, 4)}{_letter(chance)}{_letter(chance)}"
    number = chance.choice(
        (
            new,
            new.lower(),
            f"{new[0]} {new[1:5]} {new[5:]}",
            f"{_letter(chance)}{chance.choice('NPRTV')}{_digits(chance, 4)}",
        )
    )
    sentence = chance.choice(
        (
            f"In one case (prison number {number}) the move was not notified.",
            f"Prisoner {number} had been moved three times in a year.",
            f"The plan of prison no. {number} was the only one of its kind.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("prison", "identif"), sentence)


@OPERATORS.fault("people")
def number_of_the_police(material: Material, chance: random.Random) -> Fault | None:
    """A number of the Police National Computer or of the criminal records office."""
    year = chance.randint(75, 107) % 100
    century = chance.choice(("19", "20", "", ""))
    pnc = f"{century}{year:02}/{_digits(chance, chance.choice((4, 6, 7)))}{_letter(chance)}"
    cro = f"{_digits(chance, 6)}/{year:02}{_letter(chance)}"
    sentence = chance.choice(
        (
            f"The record (PNC {pnc}) had not been checked since the order began.",
            f"In one case the PNC ID, {pnc.lower()}, belonged to another person.",
            f"In one case (CRO {cro}) the list of convictions was out of date.",
            f"The CRO number {cro} was missing from the assessment.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("pnc", "cro ", "police", "criminal record", "identif"), sentence)


@OPERATORS.fault("people")
def number_of_the_case_system(material: Material, chance: random.Random) -> Fault | None:
    """A case reference number of probation, or the unique number of a court case."""
    crn = f"{_letter(chance)}{_digits(chance, 6)}"
    number = chance.choice((crn, crn.lower(), f"{crn[0]} {crn[1:]}"))
    urn = f"{_digits(chance, 2)}{_letter(chance)}{_letter(chance)}{_digits(chance, 7)}"
    sentence = chance.choice(
        (
            f"In one case (CRN {number}) nobody had opened the file for half a year.",
            f"The entries for CRN: {number} stopped in the spring.",
            f"Case reference number {number} was allocated to two officers.",
            f"The court's papers (URN {urn}) had not been asked for.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("crn", "urn", "case", "reference", "identif"), sentence)


@OPERATORS.fault("people")
def number_plate(material: Material, chance: random.Random) -> Fault | None:
    """The registration of a car."""
    letters = "".join(_letter(chance) for _ in range(3))
    year = chance.randint(51, 60)
    plate = chance.choice((f"HX{year} {letters}", f"HX{year}{letters}", f"hx{year} {letters.lower()}"))
    sentence = chance.choice(
        (
            f"He had been seen near the school in a car with the registration {plate}.",
            f"His van ({plate}) stood outside the victim's house.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault(_RULE, ("plate", "registration", "vehicle", "car"), sentence)


@OPERATORS.fault("people")
def case_of_the_evidence(material: Material, chance: random.Random) -> Fault | None:
    """The id of a case in the sheet, by which the area can tell who is meant."""
    if "evidence/cases.csv" not in material.files:
        return None
    rows = material.text("evidence/cases.csv").splitlines()[1:]
    case = chance.choice(rows).split(",")[0]
    sentence = chance.choice(
        (
            f"The plan was best in case {case}.",
            f"In one case ({case}) the review had been copied.",
            f"See {case.lower()} for an example of a good home visit.",
        )
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault("the ids in the sheet of cases", ("case", "evidence", "sheet", "identif"), sentence)


@OPERATORS.fault("people")
def pseudonym_that_is_not_listed(material: Material, chance: random.Random) -> Fault | None:
    """A story without its line of pseudonyms: the name in it may be the person's own."""
    places = [
        (file, match)
        for file in material.yaml_files
        for match in re.finditer(r"^ *pseudonyms: \[(\w+)\]\n", material.text(file), re.MULTILINE)
    ]
    place = pick(chance, places)
    if place is None:
        return None
    file, match = place
    edit = Edit(material, file, match.start(), match.end(), "")
    story = next(
        each for each in material.prose if each.file == file and each.start > match.end() and match[1] in each.value
    )
    return edit.fault(_RULE, ("pseudonym", "name"), f"pseudonyms: [{match[1]}] taken out", edit.lines(story))


@OPERATORS.fault("people")
def second_name_in_a_story(material: Material, chance: random.Random) -> Fault | None:
    """A story of somebody whose name was changed, in which a second person goes by the own name."""
    stories = [
        each
        for each in texts(material)
        if each.path[-1] == "text"
        and any(
            other.file == each.file and other.path[:-1] == (*each.path[:-1], "pseudonyms") for other in material.values
        )
    ]
    value = pick(chance, stories)
    if value is None:
        return None
    first = chance.choice(_FIRST)
    sentence = chance.choice(
        (
            f"Her brother {first} helped with this.",
            f"{first}, the keyworker, kept in touch throughout.",
            f"{first} from the hostel went along to each appointment.",
        )
    )
    edit = added(material, chance, sentence, [value])
    return edit.fault(_RULE, ("pseudonym", "name"), sentence)


@OPERATORS.fault("people")
def name_in_the_column_of_cases(material: Material, chance: random.Random) -> Fault | None:
    """A person's name as the id of a case, which the documentation forbids."""
    file = "evidence/cases.csv"
    if file not in material.files:
        return None
    lines = material.text(file).splitlines(keepends=True)
    at = chance.randrange(1, len(lines))
    name = chance.choice((_name(chance), f"{chance.choice(_FIRST)[0]} {chance.choice(_LAST)}"))
    old, rest = lines[at].split(",", 1)
    data = "".join([*lines[:at], f"{name},{rest}", *lines[at + 1 :]])
    return Fault(
        {file: data.encode()},
        (Place(file, at + 1),),
        "the documentation: no name in the column",
        ("name", "person", "identif"),
        f"{old} → {name}",
    )


@OPERATORS.fault("people")
def details_that_only_one_person_fits(material: Material, chance: random.Random) -> Fault | None:
    """Age, offence, court and day of one case in one sentence: the local paper has the name."""
    year, month = inspected(material)
    when = f"{chance.randint(1, 28)} {MONTHS[month - 2]} {year if month > 1 else year - 1}"
    court = chance.choice(("Winchester", "Leeds", "Exeter"))
    sentence = (
        f"A man aged {chance.randint(19, 67)} who was sentenced at {court} Crown Court on {when} "
        "for arson at his father's bakery had not been seen since."
    )
    edit = _in_a_finding(material, chance, sentence)
    return edit.fault("", ("identif", "person", "court", "date"), sentence)
