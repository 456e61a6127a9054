"""Files and sheets written in another way that YAML, CSV and the documentation allow."""

from __future__ import annotations

import csv
import io
import random
import re
from itertools import pairwise

import yaml

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators.blind_rows import CASES, questions_of, rows_of, sheet_of, written
from tests.faults.operators.blind_tools import Edit, at_value, pick

OPERATORS = Operators(blind=True)


def _other(material: Material, file: str, data: bytes, why: str, shown: str) -> Harmless | None:
    return None if data == material.files[file] else Harmless({file: data}, why, f"{file}: {shown}")


@OPERATORS.innocent("files")
def comment_above_a_key(material: Material, chance: random.Random) -> Harmless | None:
    """A note to oneself in a comment of its own line, or at the end of one."""
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    text = material.text(file)
    note = chance.choice(
        ("# seen by the lead inspector", "# as agreed with the area on the phone", "#", "# 3 of 5 checked")
    )
    if chance.random() < 0.5:
        starts = [match.start() for match in re.finditer(r"^\w+:", text, re.MULTILINE)]
        at = chance.choice(starts)
        return Edit(material, file, at, at, f"{note}\n").harmless("a comment is for those who write the area", note)
    ends = [match.end() for match in re.finditer(r"^(?:criterion|score): \S+$", text, re.MULTILINE)]
    at = chance.choice(ends)
    return Edit(material, file, at, at, f"  {note}").harmless("a comment is for those who write the area", note)


@OPERATORS.innocent("files")
def blank_lines(material: Material, chance: random.Random) -> Harmless | None:
    """Blank lines between keys, at the head, or at the end of a file."""
    file = chance.choice(material.yaml_files)
    text = material.text(file)
    starts = [match.start() for match in re.finditer(r"^\w+:", text, re.MULTILINE)]
    at = chance.choice((0, len(text), chance.choice(starts)))
    blank = "\n" * chance.randint(1, 3)
    return Edit(material, file, at, at, blank).harmless("YAML passes over blank lines", f"{file}: blank lines")


@OPERATORS.innocent("files")
def other_quotation_marks(material: Material, chance: random.Random) -> Harmless | None:
    """A plain value in quotation marks, or in the other kind of them."""
    lines = [
        each
        for each in material.values
        if each.style in ("", "'", '"')
        and "\n" not in material.raw(each)
        and each.value
        and not re.search(r"['\"\\]", each.value)
    ]
    value = pick(chance, lines)
    if value is None:
        return None
    marks = [mark for mark in ("'", '"') if mark != value.style]
    mark = chance.choice(marks)
    return at_value(material, value, f"{mark}{value.value}{mark}").harmless("the type follows from the key")


@OPERATORS.innocent("files")
def keys_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """Two keys at the top of a file changed over with all that is below them."""
    file = chance.choice([each for each in material.yaml_files if each != "abbreviations.yaml"])
    text = material.text(file)
    blocks = list(re.finditer(r"^\w+:.*\n(?:(?: .*)?\n)*", text, re.MULTILINE))
    pairs = [(one, two) for one, two in pairwise(blocks) if one.end() == two.start()]
    pair = pick(chance, pairs)
    if pair is None:
        return None
    one, two = pair
    upper = two[0] if two[0].endswith("\n\n") else f"{two[0]}\n"
    edit = Edit(material, file, one.start(), two.end(), f"{upper}{one[0]}")
    if yaml.safe_load(edit.files[file]) != yaml.safe_load(text):
        return None
    return edit.harmless(
        "the order of keys does not matter", f"{file}: {two[0].split(':')[0]} above {one[0].split(':')[0]}"
    )


@OPERATORS.innocent("files")
def list_in_the_other_style(material: Material, chance: random.Random) -> Harmless | None:
    """A list in brackets written with hyphens below its key."""
    places = [
        (file, match)
        for file in material.yaml_files
        for match in re.finditer(
            r"^( *)(criteria|pseudonyms|names): \[([^\]\n#]+)\]$", material.text(file), re.MULTILINE
        )
    ]
    place = pick(chance, places)
    if place is None:
        return None
    file, match = place
    items = "".join(f"\n{match[1]}  - {each.strip()}" for each in match[3].split(","))
    return Edit(material, file, match.start(), match.end(), f"{match[1]}{match[2]}:{items}").harmless(
        "YAML has both styles"
    )


@OPERATORS.innocent("files")
def mapping_in_the_other_style(material: Material, chance: random.Random) -> Harmless | None:
    """A mapping in braces written in lines below its key."""
    places = [
        (file, match)
        for file in material.yaml_files
        for match in re.finditer(
            r"^( +)([\w-]+): \{(\w+: [\w.-]+(?:, \w+: [\w.-]+)*)\}$", material.text(file), re.MULTILINE
        )
    ]
    place = pick(chance, places)
    if place is None:
        return None
    file, match = place
    lines = "".join(f"\n{match[1]}  {each.strip()}" for each in match[3].split(","))
    return Edit(material, file, match.start(), match.end(), f"{match[1]}{match[2]}:{lines}").harmless(
        "YAML has both styles"
    )


@OPERATORS.innocent("files")
def other_ends_of_lines(material: Material, chance: random.Random) -> Harmless | None:
    """A file as an editor on Windows saves it: other ends of lines, a mark at its head, or none at its end."""
    file = chance.choice(material.yaml_files)
    data = material.files[file]
    how, new = chance.choice(
        (
            ("CRLF", data.replace(b"\n", b"\r\n")),
            ("a byte order mark", b"\xef\xbb\xbf" + data),
            ("no last end of line", data.rstrip(b"\n")),
        )
    )
    return _other(material, file, new, "it is the same text in UTF-8", how)


@OPERATORS.innocent("files")
def beginning_of_a_document(material: Material, chance: random.Random) -> Harmless | None:
    """The three hyphens that may stand at the head of a YAML file."""
    file = chance.choice(material.yaml_files)
    return _other(material, file, b"---\n" + material.files[file], "each file is one document", "---")


@OPERATORS.innocent("files")
def bar_that_keeps_no_end(material: Material, chance: random.Random) -> Harmless | None:
    """`|-` for `|`: the text without its last end of line."""
    value = chance.choice([each for each in material.prose if each.style == "|"])
    raw = material.raw(value)
    return at_value(material, value, raw.replace("|", chance.choice(("|-", "|+")), 1)).harmless("the text is the same")


@OPERATORS.innocent("files")
def file_that_may_stand_beside(material: Material, chance: random.Random) -> Harmless | None:
    """A README, or the file of an editor whose name begins with a dot."""
    name, data = chance.choice(
        (
            ("README.md", b"# Notes\n\nSee the lead inspector.\n"),
            (".editorconfig", b"root = true\n"),
            (".DS_Store", b"\0\0\0\1"),
        )
    )
    return Harmless({name: data}, "the documentation allows it", name)


@OPERATORS.innocent("files")
def number_and_word_as_they_are(material: Material, chance: random.Random) -> Harmless | None:
    """A number of a criterion with the space of the programme, or a key that is not needed left empty."""
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    text = material.text(file)
    number = re.search(r"^criterion: ([A-Z]+)(\d.*)$", text, re.MULTILINE)
    if number is not None and chance.random() < 0.5:
        return Edit(material, file, number.start(1), number.end(2), f"{number[1]} {number[2]}").harmless(
            "both spellings will do"
        )
    key = chance.choice(("key_questions", "rating_reason", "boxes", "percentages"))
    if f"\n{key}:" in text:
        return None
    empty = chance.choice(("", " null", " ~"))
    end = len(text.rstrip())
    return Edit(material, file, end, end, f"\n\n{key}:{empty}").harmless("an empty value is the same as leaving it out")


@OPERATORS.innocent("sheets")
def columns_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """The columns of a sheet in another order."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    return _other(
        material, file, written([[row[at] for at in order] for row in rows]), "their order does not matter", "columns"
    )


@OPERATORS.innocent("sheets")
def rows_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """The rows of a sheet sorted in another way, all cells of a row together."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    head, *rows = rows_of(material, file)
    return _other(material, file, written([head, *chance.sample(rows, len(rows))]), "each row is a case", "rows")


@OPERATORS.innocent("sheets")
def other_marks_and_encodings(material: Material, chance: random.Random) -> Harmless | None:
    """Semicolons or tabs, UTF-16 or the Windows encoding, other ends of lines, quotation marks: as Excel saves it."""
    file = sheet_of(material, chance)
    if file is None:
        return None
    rows = rows_of(material, file)
    out = io.StringIO()
    mark = chance.choice((",", ";", "\t"))
    quoting: int = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    end = chance.choice(("\n", "\r\n"))
    csv.writer(out, delimiter=mark, quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    encoding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
    return _other(
        material, file, out.getvalue().encode(encoding), "the documentation: as Excel saves it", f"{mark!r}, {encoding}"
    )


@OPERATORS.innocent("sheets")
def answers_by_their_names(material: Material, chance: random.Random) -> Harmless | None:
    """Answers in capitals, with spaces at their ends, or by their names."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    form = chance.choice(("capitals", "spaces", "names"))
    names = {_word(each["id"]): str(each["name"]) for each in material.framework["answers"]}
    questions = questions_of(rows)
    share = chance.choice((0.05, 1.0))
    for row in rows[1:]:
        for at in questions:
            if row[at] and chance.random() < share:
                row[at] = {"capitals": row[at].upper(), "spaces": f" {row[at]} ", "names": names.get(row[at], row[at])}[
                    form
                ]
    return _other(material, CASES, written(rows), "letter case and spaces do not matter, and names will do", form)


def _word(value: object) -> str:
    return {"True": "yes", "False": "no"}.get(str(value), str(value))


@OPERATORS.innocent("sheets")
def respondents_without_numbers(material: Material, chance: random.Random) -> Harmless | None:
    """A survey without its column `respondent`, as an anonymous one is."""
    surveys = [each for each in material.sheets if each != CASES]
    file = pick(chance, [each for each in surveys if material.text(each).startswith("respondent,")])
    if file is None:
        return None
    rows = [row[1:] for row in rows_of(material, file)]
    if any(not any(row) for row in rows):
        return None
    return _other(material, file, written(rows), "it may be left out", "no respondents")


@OPERATORS.innocent("sheets")
def other_names_of_cases(material: Material, chance: random.Random) -> Harmless | None:
    """Other ids for the cases, which mean nothing either."""
    if CASES not in material.files:
        return None
    rows = rows_of(material, CASES)
    for at, row in enumerate(rows[1:], 1):
        row[0] = f"K{at:03}"
    return _other(material, CASES, written(rows), "the ids are the inspection's own", "ids")
