"""Faults that name somebody: names, initials, the ids of cases, in texts, titles and sheets."""

from __future__ import annotations

import random
import re

from tests.faults.insertion import faulty, findings, running, with_label
from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.somebody import (
    FAMILY,
    GIVEN,
    LETTERS,
    SAYS,
    birth_of,
    crn_of,
    digits,
    full_name,
    pnc_id_of,
    prison_number_of,
    told,
)

OPERATORS = Operators()


@OPERATORS.fault("people")
def offender_named_in_finding(material: Material, rng: random.Random) -> Fault | None:
    """A person under supervision stands in a finding with given and family name."""
    forms = (
        "In the case of {}, no plan had been made.",
        "{} had been seen only twice in two months.",
        "For example, {} was recalled without any record of the reasons.",
        "The file of {} held no assessment at all.",
        "We read that {} had moved without telling anybody.",
    )
    return told(material, rng, forms, full_name(rng), SAYS, among=findings(material))


@OPERATORS.fault("people")
def person_named_anywhere(material: Material, rng: random.Random) -> Fault | None:
    """A full name in a summary, a foreword, a story or another text."""
    forms = ("This was most plain in the case of {}.", "We also spoke to {} about this.", "The work with {} showed it.")
    others = [each for each in running(material) if not each.file.startswith("criteria/")]
    return told(material, rng, forms, full_name(rng), SAYS, among=others)


@OPERATORS.fault("people")
def person_with_title(material: Material, rng: random.Random) -> Fault | None:
    """«Mr Hollis», «Mrs A Begum», «Ms. Patel»."""
    title = rng.choice(("Mr", "Mrs", "Ms", "Miss", "Mr.", "Mrs."))
    initial = rng.choice(("", "", f"{rng.choice(LETTERS)} ", f"{rng.choice(LETTERS)}. "))
    forms = (
        "{} had not been told of the change.",
        "The plan for {} was out of date.",
        "Nobody had visited {} at home.",
    )
    return told(material, rng, forms, f"{title} {initial}{rng.choice(FAMILY)}", SAYS)


@OPERATORS.fault("people")
def given_name_alone(material: Material, rng: random.Random) -> Fault | None:
    """A given name inside a sentence of a finding."""
    forms = (
        "The offender manager said that {} had made progress.",
        "Staff told us that work with {} had been difficult.",
        "It was not recorded whether {} had attended.",
        "When {} was released, nobody met him.",
    )
    return told(material, rng, forms, rng.choice(GIVEN), SAYS, among=findings(material))


@OPERATORS.fault("people")
def initials_with_stops(material: Material, rng: random.Random) -> Fault | None:
    """«J.S.» or «J. S.» for a person."""
    one, other = rng.sample(LETTERS, 2)
    marked = rng.choice((f"{one}.{other}.", f"{one}. {other}."))
    forms = (
        "In one file {} had been assessed twice.",
        "The offender manager of {} had left.",
        "We read that {} was at risk.",
    )
    return told(material, rng, forms, marked, SAYS)


@OPERATORS.fault("people")
def initials_after_a_word_for_a_person(material: Material, rng: random.Random) -> Fault | None:
    """«offender JS», «the case of JS», «Mr S», «Case AB»."""
    two = "".join(rng.sample(LETTERS, 2))
    marked = rng.choice(
        (
            f"offender {two}",
            f"the case of {two}",
            f"Mr {two[0]}",
            f"young person {two}",
            f"prisoner {two}",
            f"case {two}",
            f"victim {two}",
            f"Ms {two[0]}",
            f"service user {two}",
        )
    )
    forms = (
        "The review of {} was late.",
        "In the file on {} we found no plan.",
        "Work with {} had stopped in the spring.",
    )
    return told(material, rng, forms, marked, SAYS)


@OPERATORS.fault("people")
def given_name_and_initial(material: Material, rng: random.Random) -> Fault | None:
    """«Darren H», «D. Hollis», «D Hollis»."""
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    marked = rng.choice((f"{given} {family[0]}", f"{given[0]}. {family}", f"{given} {family[0]}."))
    forms = ("We were shown the plan that {} had agreed.", "Staff had lost touch with {} over the summer.")
    return told(material, rng, forms, marked, SAYS)


@OPERATORS.fault("people")
def member_of_staff_named(material: Material, rng: random.Random) -> Fault | None:
    """Somebody of the area's own staff is named beside the role."""
    name = full_name(rng)
    role = rng.choice(
        (
            "senior probation officer",
            "offender manager",
            "case manager",
            "practitioner",
            "district manager",
            "victim liaison officer",
        )
    )
    marked = rng.choice((f"the {role}, {name},", f"{role} {name}", f"{name}, the {role},", f"the {role} ({name})"))
    if marked[0].isupper():
        return told(material, rng, ("{} knew of this.",), marked, SAYS)
    return told(
        material, rng, ("We were told by {} that this was known.", "It had been left to {} alone."), marked, SAYS
    )


@OPERATORS.fault("people")
def victim_named(material: Material, rng: random.Random) -> Fault | None:
    """A victim, a partner or a child is called by a given name beside the word for him or her."""
    given = rng.choice(GIVEN)
    who = rng.choice(
        (
            "the victim, {},",
            "his partner {}",
            "her son {}",
            "the victim ({})",
            "his daughter, {},",
            "her former partner {}",
        )
    )
    marked = who.format(given)
    forms = ("Contact with {} had not been made.", "The plan did not mention {} at all.")
    return told(material, rng, forms, marked, SAYS)


@OPERATORS.fault("people")
def pseudonym_lost_once(material: Material, rng: random.Random) -> Fault | None:
    """A story calls its person once by another name, perhaps the real one."""
    stories = [
        (value, name)
        for value in material.prose
        for name in _pseudonyms(material, value)
        if len(re.findall(rf"\b{name}\b", material.raw(value))) > 1
    ]
    if not stories:
        return None
    value, name = rng.choice(stories)
    given = rng.choice([each for each in GIVEN if each != name])
    where = rng.choice(list(re.finditer(rf"\b{name}\b", material.raw(value))))
    text = material.text(value.file)
    start = value.start + where.start()
    new = text[:start] + given + text[start + len(name) :]
    at = (Place(value.file, line_of(text, start)),)
    return Fault({value.file: new.encode()}, at, "the story's pseudonyms", (given.lower(), "name"), f"{name} → {given}")


def _pseudonyms(material: Material, value: Value) -> list[str]:
    above = value.path[:-1]
    return [
        each.value
        for each in material.values
        if each.file == value.file and each.path[:-2] == above and each.key == "pseudonyms"
    ]


@OPERATORS.fault("people")
def person_named_in_title(material: Material, rng: random.Random) -> Fault | None:
    """A title, a caption, a heading or a source ends with somebody's name."""
    name = full_name(rng)
    made = with_label(
        material, rng, lambda words: rng.choice((f"{words}: {name}", f"{words} ({name})", f"{words} by {name}"))
    )
    return faulty(made, "what identifies a person is not published", (*SAYS, name), name)


@OPERATORS.fault("people")
def person_named_in_note(material: Material, rng: random.Random) -> Fault | None:
    """A note, a source or a label of a fact names who supplied it."""
    name = full_name(rng)
    made = with_label(material, rng, lambda words: f"{words}, from {name}", ("label", "source", "note"))
    return faulty(made, "what identifies a person is not published", (*SAYS, name), name)


def _case_ids(material: Material) -> list[str]:
    if "evidence/cases.csv" not in material.files:
        return []
    return [line.split(",", 1)[0] for line in material.text("evidence/cases.csv").splitlines()[1:]]


@OPERATORS.fault("people")
def case_id_in_text(material: Material, rng: random.Random) -> Fault | None:
    """A case of the evidence is called by its id, as the sheet has it or as somebody types it."""
    ids = _case_ids(material)
    if not ids:
        return None
    case = rng.choice(ids)
    written = rng.choice((case, case, case.lower(), case.replace("-", ""), case.replace("-", " ")))
    forms = (
        "In {} no plan had been made.",
        "The worst example was case {} in our sample.",
        "One case ({}) had no review.",
    )
    return told(material, rng, forms, written, ("case", case, "leave it out"))


@OPERATORS.fault("people")
def case_id_in_label(material: Material, rng: random.Random) -> Fault | None:
    """A case of the evidence is named in a title or a heading."""
    ids = _case_ids(material)
    if not ids:
        return None
    case = rng.choice(ids)
    made = with_label(material, rng, lambda words: f"{words} ({case})")
    return faulty(made, "the sheet of cases", ("case", case, "leave it out"), case)


@OPERATORS.fault("people")
def identifier_as_case_in_sheet(material: Material, rng: random.Random) -> Fault | None:
    """The sheet calls a case by a real number or a name."""
    ids = _case_ids(material)
    if not ids:
        return None
    case = rng.choice(ids)
    new = rng.choice((prison_number_of(rng), pnc_id_of(rng), full_name(rng), f"{rng.choice(LETTERS)}{digits(rng, 6)}"))
    text = material.text("evidence/cases.csv")
    start = text.index(f"\n{case},") + 1
    made = text[:start] + new + text[start + len(case) :]
    at = (Place("evidence/cases.csv", line_of(text, start)), Place("evidence/cases.csv", 1))
    return Fault(
        {"evidence/cases.csv": made.encode()},
        at,
        "cases are called by invented ids",
        (*SAYS, new.lower()),
        f"{case} → {new}",
    )


@OPERATORS.fault("people")
def free_column_in_sheet(material: Material, rng: random.Random) -> Fault | None:
    """A column of notes or names comes along from the inspectors' own workbook."""
    sheets = material.sheets
    if not sheets:
        return None
    sheet = rng.choice(sheets)
    heading, cell = rng.choice(
        (
            ("name", full_name),
            ("notes", lambda each: f"{full_name(each)} moved away"),
            ("date_of_birth", birth_of),
            ("crn", crn_of),
        )
    )
    lines = material.text(sheet).splitlines()
    made = [f"{lines[0]},{heading}", *(f"{line},{cell(rng)}" for line in lines[1:])]
    at = (Place(sheet, 1), Place(sheet, 2))
    return Fault(
        {sheet: ("\n".join(made) + "\n").encode()},
        at,
        "the framework's columns",
        (heading, "column"),
        f"column {heading}",
    )
