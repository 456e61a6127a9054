"""Names, titles, addresses and people of whom a report may speak, and references and counts that are right."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators.blind_tools import (
    MONTHS,
    Edit,
    added,
    criteria,
    findings,
    identity,
    in_words,
    inspected,
    pick,
    roomy,
    said,
    texts,
)

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("names")
def bodies_and_laws(material: Material, chance: random.Random) -> Harmless | None:
    """Names of bodies, laws and schemes, some of which are those of people."""
    sentences = (
        "The Howard League had visited the year before.",
        "A worker from St Martin's Trust came each week.",
        "Citizens Advice had a desk in the office.",
        "The Duke of Edinburgh's Award was open to them.",
        "Under the Mental Health Act 1983 this was for the hospital to decide.",
        "Victim Support had been told at the outset.",
        "The Prince's Trust had paid for the tools.",
        "Samaritans had trained the listeners in the prison.",
        "The Local Government Act 2000 had made this possible.",
        "Barnardo's ran a group for fathers.",
        "Staff from Jobcentre Plus came on Tuesdays.",
    )
    return said(material, chance, sentences, "a body or a law has its name")


@OPERATORS.innocent("names")
def words_in_capitals_that_are_no_abbreviations(material: Material, chance: random.Random) -> Harmless | None:
    """Days, feasts, nations, languages, makes."""
    sentences = (
        "The group met on Mondays and, in Ramadan, after sunset.",
        "Letters were sent in Polish and in Welsh.",
        "At Easter and over Christmas there was no group.",
        "Many had grown up in Scotland or in Northern Ireland.",
        "The letter had been written in Word and sent by Royal Mail.",
        "An Irish traveller and a Roma family had been helped.",
        "In English and in Urdu the leaflet said the same.",
    )
    return said(material, chance, sentences, "these words have a capital")


@OPERATORS.innocent("names")
def abbreviation_in_its_plural(material: Material, chance: random.Random) -> Harmless | None:
    """A listed abbreviation in the plural, the genitive or in brackets."""
    countable = re.compile(
        r"(?:team|order|report|officer|offender|requirement|partnership|programme|board|unit)$", re.IGNORECASE
    )
    listed = {str(key): str(full) for key, full in material.data("abbreviations.yaml").items()}
    short = pick(
        chance, [each for each in listed if re.fullmatch(r"[A-Z]{3,5}", each) and countable.search(listed[each])]
    )
    if short is None:
        return None
    sentences = (
        f"More was known of {short}s than of others.",
        f"Other {short}s had done the same.",
        f"The {short}'s place in this was clear.",
        f"There was talk (of the {short}) in all offices.",
        f"Work before the {short} came in had been of another kind.",
    )
    return said(material, chance, sentences, "the abbreviation is listed")


@OPERATORS.innocent("names")
def abbreviation_with_its_full_name(material: Material, chance: random.Random) -> Harmless | None:
    """The full name as the list has it, with the abbreviation in brackets."""
    listed = {str(key): str(value) for key, value in material.data("abbreviations.yaml").items()}
    short = pick(chance, sorted(each for each in listed if re.fullmatch(r"[A-Za-z]{3,6}", each)))
    if short is None:
        return None
    full = listed[short]
    sentences = (
        f"Staff knew of the {full} ({short}) and its purpose.",
        f"The {full} ({short}) had been in place for years.",
    )
    return said(material, chance, sentences, "the name is that of the list")


@OPERATORS.innocent("names")
def abbreviation_that_is_added_to_the_list(material: Material, chance: random.Random) -> Harmless | None:
    """A new abbreviation, put in its place in the list and used in a text."""
    text = material.text("abbreviations.yaml")
    new = {
        "BASS": "Bail accommodation and support service",
        "CPS": "Crown Prosecution Service",
        "HDC": "Home detention curfew",
        "VLO": "Victim liaison officer",
    }
    short = pick(chance, sorted(each for each in new if f"{each}:" not in text))
    if short is None:
        return None
    lines = text.splitlines(keepends=True)
    at = next(
        (at for at, line in enumerate(lines) if not line.startswith("#") and line.lower() > short.lower()), len(lines)
    )
    listed = "".join([*lines[:at], f"{short}: {new[short]}\n", *lines[at:]])
    edit = added(material, chance, f"Links with the {short} were good in most offices.", roomy(texts(material)))
    return Harmless(
        {"abbreviations.yaml": listed.encode(), **edit.files}, "it is listed, in its place", f"{short} listed and used"
    )


@OPERATORS.innocent("names")
def area_by_its_name(material: Material, chance: random.Random) -> Harmless | None:
    """The area's name written out, in the genitive, or by its placeholder."""
    area = identity(material)["area"]
    sentences = (
        f"Staff in {area} were proud of this.",
        f"{area}'s managers knew of it.",
        "Staff in {{ area }} were proud of this.",
        f"This was so throughout {area}.",
        f"The {area}-wide group met each quarter.",
        f"Areas next to {area} had joined in.",
    )
    return said(material, chance, sentences, "it is the area's name")


@OPERATORS.innocent("people")
def office_with_its_address(material: Material, chance: random.Random) -> Harmless | None:
    """The address, the number and the page of an office or a help line."""
    sentences = (
        "The office in the High Street was easy to reach.",
        "Appointments were held at the library in Station Road on two days a week.",
        "The guidance can be had at https://www.example.org/guidance.",
        "A leaflet gave the number of Crimestoppers, 0800 555 111.",
        "The old court in Castle Street had become a centre for unpaid work.",
        "Posters told offenders to ring 101 or, in danger, 999.",
    )
    return said(material, chance, sentences, "an office may be named")


@OPERATORS.innocent("people")
def names_that_are_words(material: Material, chance: random.Random) -> Harmless | None:
    """Words that are also names, and roles without a name."""
    sentences = (
        "Hope was what many of them lacked.",
        "Will alone was not enough.",
        "Grace and patience were asked of everybody.",
        "May was the busiest month, and August the quietest.",
        "The Head of Service and the Chief Executive knew of this.",
        "Faith groups had offered rooms, and art and drama were on offer.",
        "Frank talk was welcome in these meetings.",
        "Miss a session, and the rest made little sense, offenders said.",
        "Major changes had been made, and general agreement reached.",
    )
    return said(material, chance, sentences, "no person is named")


@OPERATORS.innocent("people")
def person_in_office(material: Material, chance: random.Random) -> Harmless | None:
    """The chief inspector, who signs the report and is named in area.yaml."""
    chief = identity(material)["chief_inspector"]
    sentences = (
        f"HM Chief Inspector, {chief}, met the managers of the area.",
        f"{chief}, HM Chief Inspector of Probation, visited the offices in the north.",
    )
    values = [each for each in texts(material) if each.file in ("foreword.yaml", "area.yaml")]
    sentence = chance.choice(sentences)
    return added(material, chance, sentence, values).harmless("the name stands on the report", sentence)


@OPERATORS.innocent("people")
def pseudonym_used_again(material: Material, chance: random.Random) -> Harmless | None:
    """A sentence more in a story, about the person under the name that is listed."""
    stories = [
        (value, match[1])
        for value in texts(material)
        for match in [re.search(r"pseudonyms: \[(\w+)\]\n *text: \|\Z", material.text(value.file)[: value.start + 1])]
        if match
    ]
    story = pick(chance, stories)
    if story is None:
        return None
    value, name = story
    sentence = chance.choice(
        (f"{name} valued this.", f"The officer met {name} each week.", f"For {name} it made all the difference.")
    )
    return added(material, chance, sentence, [value]).harmless("the pseudonym is listed", sentence)


@OPERATORS.innocent("people")
def inspector_more(material: Material, chance: random.Random) -> Harmless | None:
    """One more name in the inspection team."""
    lists = list(re.finditer(r"^    names: \[([^\]]+)\]", material.text("area.yaml"), re.MULTILINE))
    match = pick(chance, lists)
    if match is None:
        return None
    name = chance.choice(("Rosalind Thackeray", "Idris Pemberton", "Winifred O'Shea", "Jean-Luc Moreau"))
    edit = Edit(material, "area.yaml", match.end(1), match.end(1), f", {name}")
    return edit.harmless("the team is named in area.yaml", f"+ {name}")


@OPERATORS.innocent("consistency")
def month_of_the_inspection(material: Material, chance: random.Random) -> Harmless | None:
    """The month of the inspection, as area.yaml has it."""
    year, month = inspected(material)
    when = f"{MONTHS[month - 1]} {year}"
    sentences = (
        f"The inspection took place in {when}.",
        f"When we came in {when}, much was changing.",
        f"We inspected {{{{ area }}}} in {when}.",
    )
    return said(material, chance, sentences, "it is the month in area.yaml")


def _as_words(kind: str) -> str:
    """The id of a kind of case as words: a prefix keeps its hyphen."""
    return re.sub(r"(?<!^pre)(?<!^post)-", " ", kind)


@OPERATORS.innocent("consistency")
def count_that_is_right(material: Material, chance: random.Random) -> Harmless | None:
    """The number of cases, of a kind of case, of recommendations or of sections, as it is."""
    sample = identity(material)["sample"]
    count = len(material.data("recommendations.yaml")["recommendations"])
    kind = chance.choice(sorted(sample))
    sections = material.framework["sections"]
    word = material.framework.get("words", {}).get("section", {}).get("several", "sections")
    sentences = (
        f"We read the files of {sum(sample.values())} cases.",
        f"The sample of {sum(sample.values())} cases was drawn at random.",
        f"We make {in_words(count)} recommendations.",
        f"Among the cases in the sample were {in_words(sample[kind])} {_as_words(kind)} cases.",
        f"The inspection had {in_words(len(sections))} {word}.",
    )
    values = [
        each
        for each in roomy(texts(material))
        if each.file in ("foreword.yaml", "summary.yaml", "executive-summary.yaml")
    ]
    sentence = chance.choice(sentences)
    return added(material, chance, sentence, values).harmless("the number is right", sentence)


@OPERATORS.innocent("references")
def reference_that_is_right(material: Material, chance: random.Random) -> Harmless | None:
    """A reference to another criterion, a section, a part or a finding, in the form of the documentation."""
    known = sorted(criteria(material))
    value = chance.choice(roomy(texts(material)))
    own = value.file.removeprefix("criteria/").removesuffix(".yaml")
    number = chance.choice([each for each in known if each != own])
    ids = [
        each
        for each in material.values
        if each.file.startswith("criteria/") and each.path[0] in ("strengths", "improvements") and each.path[-1] == "id"
    ]
    found = chance.choice([each for each in ids if each.file != value.file])
    target = chance.choice(
        (
            f"{{criterion}}`{number}`",
            f"{{criterion}}`~{number}`",
            f"{{section}}`{material.framework['sections'][0]['number']}`",
            "{part}`foreword`",
            f"{{finding}}`{found.file.removeprefix('criteria/').removesuffix('.yaml')}/{found.value}`",
        )
    )
    sentence = chance.choice((f"More is said of this elsewhere ({target}).", f"See also {target}."))
    return added(material, chance, sentence, [value]).harmless("the target is there", sentence)


@OPERATORS.innocent("references")
def title_left_out_or_added(material: Material, chance: random.Random) -> Harmless | None:
    """The tilde of a reference, put in or taken away."""
    places = [
        (value, match) for value in material.prose for match in re.finditer(r"\{criterion\}`(~?)", material.raw(value))
    ]
    place = pick(chance, places)
    if place is None:
        return None
    value, match = place
    new = "{criterion}`" + ("" if match[1] else "~")
    return Edit(material, value.file, value.start + match.start(), value.start + match.end(), new).harmless(
        "both forms are documented"
    )


@OPERATORS.innocent("references")
def words_that_look_like_references(material: Material, chance: random.Random) -> Harmless | None:
    """Sections of laws, tables to sit at, pages of a form."""
    sentences = (
        "Under section 37 of the Mental Health Act 1983 a hospital order was possible.",
        "Everybody sat down at one table.",
        "The first page of the form was filled in, and the second was not.",
        "Article 8 of the Convention was mentioned more than once.",
        "The criteria for a referral were known.",
        "A chart on the wall showed who was on duty.",
        "Part of the plan was new.",
        "In this chapter of his life, as he put it, things went well.",
        "The appendix to the court report had been lost.",
        "Schedule 15 of the Criminal Justice Act 2003 has the list of offences.",
        "Recommendations of the serious case review had been carried out.",
    )
    return said(material, chance, sentences, "it refers to nothing in the report")


@OPERATORS.innocent("judgement")
def qualification(material: Material, chance: random.Random) -> Harmless | None:
    """A strength with a reservation, or an area for improvement with an exception."""
    side = chance.choice(("strengths", "improvements"))
    values = findings(material, side)
    sentences = {
        "strengths": (
            "There was room to do more.",
            "Not every office did as well.",
            "Some of this was recent, and had yet to last.",
        ),
        "improvements": (
            "There were good exceptions.",
            "Some practice was better than this.",
            "Managers knew of it and had begun to act.",
        ),
    }
    sentence = chance.choice(sentences[side])
    return added(material, chance, sentence, values).harmless("a finding may have its exceptions", sentence)


@OPERATORS.innocent("judgement")
def findings_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """Two findings of one side of a criterion changed over: the report gives them other letters."""
    places = [
        (file, match)
        for file in material.yaml_files
        if file.startswith("criteria/")
        for match in re.finditer(r"^(strengths|improvements):\n((?:  .*\n|\n)+)", material.text(file), re.MULTILINE)
    ]
    file, match = chance.choice(places)
    items = re.findall(r"  - (?:.*\n)(?:(?:    .*)?\n)*", f"{match[2].rstrip()}\n")
    if len(items) < 2 or "".join(items).strip() != match[2].strip() or "#" in match[2]:
        return None
    at = chance.randrange(len(items) - 1)
    items[at], items[at + 1] = items[at + 1], items[at]
    tail = match[2][len(match[2].rstrip()) :]
    edit = Edit(
        material, file, match.start(2), match.end(2), "".join(f"{each.rstrip()}\n" for each in items).rstrip() + tail
    )
    return edit.harmless("the order is the writer's", f"{file}: {match[1]} {at + 1} ↔ {at + 2}")


@OPERATORS.innocent("judgement")
def owner_or_deadline_more(material: Material, chance: random.Random) -> Harmless | None:
    """An owner or a deadline more for a recommendation: both may be given anywhere."""
    text = material.text("recommendations.yaml")
    entries = list(re.finditer(r"^  - id: .*\n(?:    .*\n)+", text, re.MULTILINE))
    year = int(str(identity(material)["published"])[:4]) + 1
    key = chance.choice(("owner", "deadline"))
    free = [each for each in entries if f"{key}:" not in each[0]]
    entry = pick(chance, free)
    if entry is None:
        return None
    line = (
        "    owner: Head of Operations\n"
        if key == "owner"
        else f"    deadline: {chance.choice((f'{year}-03', 'within six months'))}\n"
    )
    at = entry.end()
    return Edit(material, "recommendations.yaml", at, at, line).harmless("the key is documented", line.strip())
