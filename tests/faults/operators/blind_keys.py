"""YAML files that can be read, and hold what does not belong there: keys, types, names of files."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import MONTHS, Edit, at_value, letters_changed, other_digits, pick, value_at

OPERATORS = Operators(blind=True)

_FORMAT = "the documentation of the format"


def _keys(material: Material, pattern: str) -> list[tuple[str, re.Match[str]]]:
    return [
        (file, match)
        for file in material.yaml_files
        if file != "abbreviations.yaml"
        for match in re.finditer(pattern, material.text(file), re.MULTILINE)
    ]


@OPERATORS.fault("files")
def key_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A key with a slip of the fingers in it."""
    place = pick(chance, _keys(material, r"^([a-z_]{5,}):"))
    if place is None:
        return None
    file, match = place
    edit = Edit(material, file, match.start(1), match.end(1), letters_changed(chance, match[1]))
    return edit.fault(_FORMAT, (match[1],))


@OPERATORS.fault("files")
def key_in_other_letters(material: Material, chance: random.Random) -> Fault | None:
    """A key with a capital, in the singular, or with a space for its underscore."""
    place = pick(chance, _keys(material, r"^([a-z_]{4,}):"))
    if place is None:
        return None
    file, match = place
    key = match[1]
    wrong = chance.choice(
        [
            each
            for each in (
                key.capitalize(),
                key[:-1] if key[-1] == "s" else f"{key}s",
                key.replace("_", " "),
                key.replace("_", "-"),
            )
            if each != key
        ]
    )
    edit = Edit(material, file, match.start(1), match.end(1), wrong)
    return edit.fault(_FORMAT, (f"«{key}»", f"`{key}`", f" {key}?", f" {key} ", "did you mean"))


@OPERATORS.fault("files")
def key_twice(material: Material, chance: random.Random) -> Fault | None:
    """A line with a key and its value, copied and changed, and the old one left."""
    place = pick(chance, _keys(material, r"^( *)(\w+): ([^|>\[{\n#]+)$"))
    if place is None:
        return None
    file, match = place
    text = material.text(file)
    before = text[: match.start()].rstrip("\n").rsplit("\n", 1)[-1]
    if before.lstrip().startswith("#"):
        return None
    edit = Edit(material, file, match.end(), match.end(), f"\n{match[0]}")
    also = (edit.place(file, match.start()),)
    return edit.fault(
        "the documentation: a key once",
        ("twice", "already", "duplicate", "again", "second"),
        f"again: {match[0].strip()}",
        also,
    )


@OPERATORS.fault("files")
def id_twice(material: Material, chance: random.Random) -> Fault | None:
    """A finding or an entry copied with its id."""
    ids = [
        each
        for each in material.values
        if each.path[-1] == "id"
        and (
            "strengths" in each.path
            or "improvements" in each.path
            or each.file in ("recommendations.yaml", "good-practice.yaml")
        )
    ]
    value = pick(chance, ids)
    others = [each for each in ids if value and each.file == value.file and each is not value]
    other = pick(chance, others)
    if value is None or other is None:
        return None
    edit = at_value(material, value, other.value)
    return edit.fault(
        "the documentation: an id once in its file",
        ("twice", "already", "duplicate", "same", "once"),
        also=edit.lines(other),
    )


@OPERATORS.fault("files")
def needed_key_left_out(material: Material, chance: random.Random) -> Fault | None:
    """A key that is needed, deleted with its value."""
    needed = (
        ("foreword.yaml", "signatory"),
        ("area.yaml", "area"),
        ("area.yaml", "inspected"),
        ("recommendations.yaml", "criteria"),
        ("good-practice.yaml", "title"),
        ("good-practice.yaml", "criterion"),
        ("service-users.yaml", "title"),
    )
    file, key = chance.choice([each for each in needed if each[0] in material.files])
    matches = list(re.finditer(rf"^ *{key}: .*\n", material.text(file), re.MULTILINE))
    optional = material.framework.get("recommendations", {}).get("criteria") == "optional"
    match = pick(chance, matches)
    if match is None or (key == "criteria" and optional):
        return None
    edit = Edit(material, file, match.start(), match.end(), "")
    line = edit.place(file, match.start()).line
    places = tuple(
        Place(file, each)
        for each in (*range(max(1, line - 5), line + 2), 0, *(() if match[0].startswith(" ") else (1,)))
        if each
        <= edit.files[file].count(b"\n")  # a mapping lacks a key at its beginning, that of a file in its first line
    )
    return Fault(edit.files, places, "the documentation: the key is needed", (key,), f"{file}: {key} deleted")


@OPERATORS.fault("files")
def date_in_another_form(material: Material, chance: random.Random) -> Fault | None:
    """A date as people write dates."""
    dates = [
        each
        for each in material.values
        if each.path[-1] in ("inspected", "published", "day") and re.fullmatch(r"\d{4}-\d\d", each.value)
    ]
    value = pick(chance, dates)
    if value is None:
        return None
    year, month = value.value.split("-")
    wrong = chance.choice(
        (
            f"{month}/{year}",
            f"{MONTHS[int(month) - 1]} {year}",
            f"{year}/{month}",
            f"{month}-{year}",
            f"{year}-{int(month) + 12}",
            f"{MONTHS[int(month) - 1][:3]}-{year[2:]}",
        )
    )
    edit = at_value(material, value, wrong)
    return edit.fault(_FORMAT, (value.value, "date", "month"))


@OPERATORS.fault("files")
def number_with_a_letter(material: Material, chance: random.Random) -> Fault | None:
    """A number with a letter or a word in it: 4O, l2, «60 cases», «about 40»."""
    numbers = [
        each
        for each in material.values
        if each.path[-1] in ("count", "base", "percent", "score", "posts", "filled", "people")
        or each.path[0] == "sample"
    ]
    value = pick(chance, [each for each in numbers if each.value.isdecimal()])
    if value is None:
        return None
    wrong = [
        value.value.replace("0", "O", 1),
        value.value.replace("1", "l", 1),
        f"{value.value} cases",
        f"about {value.value}",
        f"{value.value}?",
        f"{value.value},0",
    ]
    edit = at_value(material, value, chance.choice([each for each in wrong if each != value.value and "," not in each]))
    return edit.fault(_FORMAT, ("number", "count", "figure", "per cent"))


@OPERATORS.fault("files")
def comma_lost_in_a_list(material: Material, chance: random.Random) -> Fault | None:
    """«[1.2 2.2]» for «[1.2, 2.2]»: two numbers become one word."""
    matches = list(re.finditer(r"criteria: \[[^\]]*?(, )[^\]]*\]", material.text("recommendations.yaml")))
    match = pick(chance, matches)
    if match is None:
        return None
    edit = Edit(material, "recommendations.yaml", match.start(1), match.end(1), chance.choice((" ", ". ", "; ")))
    return edit.fault(
        _FORMAT, ("comma", "number", "there is no", "list"), re.sub(r"\s+", " ", f"{match[0]} without a comma")
    )


@OPERATORS.fault("files")
def number_of_another_file(material: Material, chance: random.Random) -> Fault | None:
    """The file of a criterion begun as a copy of another: the number inside is still that one's."""
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    value = value_at(material, file, "criterion")
    others = [each for each in material.yaml_files if each.startswith("criteria/") and each != file]
    if value is None:
        return None
    wrong = chance.choice(others).removeprefix("criteria/").removesuffix(".yaml")
    edit = at_value(material, value, wrong)
    return edit.fault("the name of the file", (f" {value.value}", f"«{value.value}", file, "file"))


@OPERATORS.fault("files")
def file_that_does_not_belong(material: Material, chance: random.Random) -> Fault | None:
    """A copy that Windows, a browser or a shared drive has made, or a file with a name that is almost right."""
    file = chance.choice(material.yaml_files)
    stem = file.removesuffix(".yaml")
    name = chance.choice(
        (
            f"{stem} - Copy.yaml",
            f"{stem} (1).yaml",
            f"{stem}_final.yaml",
            f"{stem}.yml",
            f"{stem}.yaml.txt",
            f"{stem} (conflicted copy).yaml",
            f"{stem}.docx",
            f"{stem.replace('-', '_')}2.yaml",
            "criteria/9.9.yaml",
        )
    )
    helps = (
        name.lower(),
        "misspelt",
        "remove",
        "rename",
        "not a file",
        "belong",
        "known",
        "did you mean",
        "no criterion",
    )
    return Fault(
        {name: material.files[file]},
        (Place(name, 0), Place(name, 1)),
        "the documentation: any other file is an error",
        helps,
        f"{name} added",
    )


@OPERATORS.fault("files")
def text_in_place_of_a_list(material: Material, chance: random.Random) -> Fault | None:
    """A finding written without its hyphen: a text stands where a list belongs."""
    side = chance.choice(("strengths", "improvements"))
    places = [(file, match) for file, match in _keys(material, rf"^{side}:\n(?=  - )") if file.startswith("criteria/")]
    place = pick(chance, places)
    if place is None:
        return None
    file, match = place
    text = material.text(file)
    end = re.compile(r"^\S", re.MULTILINE).search(text, match.end())
    stop = end.start() if end else len(text)
    edit = Edit(material, file, match.start(), stop, f"{side}: |\n  Plans had been made in good time.\n\n")
    fault = edit.fault(_FORMAT, ("list", "hyphen", "- "), f"{side} as a text")
    return Fault(fault.files, fault.at[:2], fault.witness, fault.helps, fault.shown)


@OPERATORS.fault("files")
def score_of_another_kind(material: Material, chance: random.Random) -> Fault | None:
    """A score as a fraction, with decimals, with its sign or above 100."""
    scores = [each for each in material.values if each.path[-1] == "score" and each.value.isdecimal()]
    value = pick(chance, scores)
    if value is None:
        return None
    wrong = chance.choice(
        (f"0.{value.value}", f"{value.value}.5", f"{value.value}{other_digits(chance, '4')}", f"-{value.value}", "good")
    )
    edit = at_value(material, value, wrong)
    return edit.fault(_FORMAT, ("whole number", "number", "100", "per cent", "score"))
