"""Names of places, bodies, programmes and abbreviations, as typists and old templates get them wrong."""

from __future__ import annotations

import random
import re
from collections import Counter

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import (
    Edit,
    Spot,
    added,
    area_line,
    at_spot,
    at_value,
    identity,
    letters_changed,
    pick,
    spots,
    texts,
    value_at,
)

OPERATORS = Operators(blind=True)

_ELSEWHERE = (
    "Dorset",
    "Kent",
    "Cumbria",
    "Norfolk",
    "Devon",
    "Cheshire",
    "Suffolk",
    "Durham",
    "Sussex",
    "Warwickshire",
)

_UNLISTED = {
    "IOM": "integrated offender management",
    "HDC": "home detention curfew",
    "ROTL": "release on temporary licence",
    "MARAC": "multi-agency risk assessment conference",
    "CPS": "Crown Prosecution Service",
    "SARA": "spousal assault risk assessment",
    "ISSP": "intensive supervision and surveillance programme",
    "YRO": "youth rehabilitation order",
}


def _abbreviations(material: Material) -> dict[str, str]:
    """The abbreviations of an area that are one word."""
    listed = material.data("abbreviations.yaml")
    return {str(key): str(value) for key, value in listed.items() if re.fullmatch(r"\w+", str(key))}


def _area(material: Material) -> str:
    return str(identity(material)["area"])


@OPERATORS.fault("names")
def area_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """The area's own name with a slip of the fingers."""
    area = _area(material)
    places = [each for each in spots(material, rf"\b{area}\b") if each.value.path[-1] != "notice"]
    spot = pick(chance, places)
    wrong = letters_changed(chance, area)
    if spot is None or chance.random() < 0.3:
        edit = added(material, chance, f"Staff in {wrong} knew this and were working on it.")
    else:
        edit = at_spot(material, spot, wrong)
    return edit.fault("area in area.yaml", (area,), f"{area} → {wrong}", (area_line(material, edit, "area"),))


@OPERATORS.fault("names")
def name_of_another_area(material: Material, chance: random.Random) -> Fault | None:
    """The name of another area, left from the report that this one was begun from."""
    area, other = _area(material), chance.choice(_ELSEWHERE)
    body = "Probation Area" if "Probation Area" in "".join(each.value for each in material.prose) else ""
    places = spots(material, rf"\b{area} Probation Area\b")
    if places and chance.random() < 0.5:
        edit = at_spot(material, chance.choice(places), f"{other} Probation Area")
    else:
        whole = f"{other} {body}".strip()
        sentence = chance.choice(
            (
                f"This report is about the work that was done in {whole}.",
                f"All in all, {whole} has much to build on.",
                f"This was one of the strengths of {whole}.",
            )
        )
        edit = added(material, chance, sentence)
    return edit.fault(
        "area in area.yaml", (area, "another area", "other area"), also=(area_line(material, edit, "area"),)
    )


@OPERATORS.fault("names")
def inspector_in_two_spellings(material: Material, chance: random.Random) -> Fault | None:
    """Who signs the foreword, spelt otherwise there than in area.yaml."""
    signatory = value_at(material, "foreword.yaml", "signatory")
    chief = value_at(material, "area.yaml", "chief_inspector")
    if signatory is None or chief is None or signatory.value != chief.value:
        return None
    value, other = (signatory, chief) if chance.random() < 0.5 else (chief, signatory)
    words = value.value.split()
    at = chance.choice([at for at, word in enumerate(words) if len(word) > 4])
    wrong = " ".join([*words[:at], letters_changed(chance, words[at]), *words[at + 1 :]])
    edit = at_value(material, value, wrong)
    return edit.fault("the other file with this name", (value.value,), also=edit.lines(other))


@OPERATORS.fault("names")
def name_in_two_spellings(material: Material, chance: random.Random) -> Fault | None:
    """A place, a house or a body that the report names several times, with a letter wrong in one of them."""
    listed = " ".join([*_abbreviations(material), *_abbreviations(material).values(), _area(material)])
    places = [
        each
        for each in spots(material, r"(?<=[a-z,] )[A-Z][a-z]{5,}\b", [*material.prose, *_lines(material)])
        if each[0] not in listed
    ]
    often = Counter(each[0] for each in places)
    name = pick(
        chance, sorted(each for each, count in often.items() if count > 1 and each.lower() not in _plain(material))
    )
    if name is None:
        return None
    same = [each for each in places if each[0] == name]
    spot = chance.choice(same)
    edit = at_spot(material, spot, letters_changed(chance, name))
    also = [edit.place(each.value.file, each.start) for each in same if each is not spot]
    return edit.fault("the other places with this name", (name,), also=also)


def _lines(material: Material) -> list[Value]:
    return [
        each
        for each in material.values
        if not each.is_prose and each.path[-1] in ("name", "title", "caption", "source")
    ]


def _plain(material: Material) -> set[str]:
    """The words that the report has in small letters."""
    return set(re.findall(r"\b[a-z]+\b", " ".join(each.value for each in material.prose)))


def _abbreviated(material: Material) -> list[Spot]:
    known = "|".join(sorted(map(re.escape, _abbreviations(material)), key=len, reverse=True))
    return spots(material, rf"\b(?:{known})\b")


@OPERATORS.fault("names")
def abbreviation_twisted(material: Material, chance: random.Random) -> Fault | None:
    """Two letters of an abbreviation changed over: MAPPA as MAPAP."""
    places = [each for each in _abbreviated(material) if each[0].isupper() and len(set(each[0][1:])) > 1]
    spot = pick(chance, places)
    if spot is None:
        return None
    word, known = spot[0], _abbreviations(material)
    twisted = [
        word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1) if word[at] != word[at + 1]
    ]
    wrong = pick(chance, [each for each in twisted if each not in known])
    if wrong is None:
        return None
    edit = at_spot(material, spot, wrong)
    return edit.fault(
        "the list of abbreviations", (f"{word}»", f"{word} ", f"{word}?", f"{word}."), f"{word} → {wrong}"
    )


@OPERATORS.fault("names")
def abbreviation_in_other_capitals(material: Material, chance: random.Random) -> Fault | None:
    """OASYS for OASys, ROH for RoH: the abbreviation is listed in another form."""
    mixed = [
        each for each in _abbreviated(material) if not each[0].isupper() and not each[0].islower() and len(each[0]) > 2
    ]
    spot = pick(chance, mixed)
    if spot is None:
        return None
    wrong = chance.choice([each for each in (spot[0].upper(), spot[0].capitalize()) if each != spot[0]])
    edit = at_spot(material, spot, wrong)
    match = re.search(rf"^\S*{spot[0]}\S*:", material.text("abbreviations.yaml"), re.MULTILINE)
    also = (edit.place("abbreviations.yaml", match.start()),) if match else ()
    # in the case of «ROH» the right form differs in its capitals alone, which a comparison of messages cannot see
    return edit.fault(
        "the list of abbreviations", (spot[0], "capital", "spelt", "written"), f"{spot[0]} → {wrong}", also
    )


@OPERATORS.fault("names")
def abbreviation_that_is_not_listed(material: Material, chance: random.Random) -> Fault | None:
    """An abbreviation that everybody in the office knows, and the list has not."""
    known = {*_abbreviations(material), *material.framework.get("plain_capitals", [])}
    short = chance.choice(sorted({*_UNLISTED} - known))
    sentence = chance.choice(
        (
            f"Links with the {short} team were good.",
            f"Staff were not clear about what {short} asked of them.",
            f"In some cases {short} had been considered and ruled out.",
        )
    )
    edit = added(material, chance, sentence)
    return edit.fault("the list of abbreviations", ("abbreviation",), sentence)


_TWISTS = {
    "Arrangements": ("Agreements", "Arrangement"),
    "Requirement": ("Requirements", "Order"),
    "requirement": ("requirements", "order"),
    "Programme": ("Project", "Plan"),
    "Service": ("Services", "Scheme"),
    "Services": ("Service",),
    "System": ("Scheme", "Service"),
    "Partnership": ("Programme", "Panel"),
    "Team": ("Service", "Scheme"),
    "Board": ("Body", "Panel"),
    "Management": ("Manager", "Monitoring"),
    "Inspectorate": ("Inspection",),
    "report": ("review", "record"),
    "unit": ("union", "team"),
    "officer": ("office", "official"),
    "offender": ("offence",),
    "Protection": ("Prevention", "Probation"),
    "delivery": ("deliverance", "duty"),
    "monitoring": ("management",),
    "Mental": ("Medical",),
    "Youth": ("Young",),
    "Harm": ("Harms",),
}


@OPERATORS.fault("names")
def full_name_that_is_not_the_listed_one(material: Material, chance: random.Random) -> Fault | None:
    """The full name of an abbreviation with a word of it another: Multi-Agency Public Protection Agreements (MAPPA)."""
    known = _abbreviations(material)
    twists = [(key, full, word) for key, full in known.items() for word in _TWISTS if re.search(rf"\b{word}\b", full)]
    place = pick(chance, sorted(twists))
    if place is None:
        return None
    key, full, word = place
    wrong = re.sub(rf"\b{word}\b", chance.choice(_TWISTS[word]), full)
    sentence = chance.choice(
        (
            f"The {wrong} ({key}) was mentioned by several of those whom we met.",
            f"Staff knew what was expected of them under the {wrong} ({key}).",
        )
    )
    edit = added(material, chance, sentence)
    match = re.search(rf"^{key}:", material.text("abbreviations.yaml"), re.MULTILINE)
    assert match is not None
    return edit.fault(
        "the list of abbreviations", (full,), sentence, (edit.place("abbreviations.yaml", match.start()),)
    )


@OPERATORS.fault("names")
def name_in_small_letters(material: Material, chance: random.Random) -> Fault | None:
    """The area's name begun with a small letter."""
    area = _area(material)
    spot = pick(chance, [each for each in spots(material, rf"\b{area}\b") if each.value.path[-1] != "notice"])
    wrong = area[0].lower() + area[1:]
    if spot is None:
        edit = added(material, chance, f"Staff in {wrong} knew this and were working on it.")
    else:
        edit = at_spot(material, spot, wrong)
    helps = ("capital", "did you mean", "spelt", "is written")
    return edit.fault("area in area.yaml", helps, f"{area} → {wrong}", (area_line(material, edit, "area"),))


@OPERATORS.fault("names")
def heading_of_the_list_out_of_order(material: Material, chance: random.Random) -> Fault | None:
    """An abbreviation added at the end of the list, where the list is in alphabetical order."""
    text = material.text("abbreviations.yaml")
    last = max(_abbreviations(material), key=str.lower)
    key = chance.choice(sorted(each for each in _UNLISTED if each.lower() < last.lower() and each not in text))
    full = _UNLISTED[key]
    files = {"abbreviations.yaml": f"{text.rstrip()}\n{key}: {full[0].upper()}{full[1:]}\n".encode()}
    value = chance.choice(texts(material))
    edit = Edit(
        material, "abbreviations.yaml", len(text.rstrip()), len(text), f"\n{key}: {full[0].upper()}{full[1:]}\n"
    )
    used = added(material, chance, f"Links with the {key} team were good.", [value])
    fault = edit.fault(
        "the order of the alphabet, which the documentation asks for", ("alphabet", "order"), f"… {last}, {key}"
    )
    return Fault({**files, **used.files}, fault.at, fault.witness, fault.helps, fault.shown)
