"""Edits of characters, references, judgement, form and files that leave an area as right as it was."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)


@OPERATORS.innocent("characters")
def brackets_in_pairs(material: Material, chance: random.Random) -> Harmless | None:
    """Brackets that are all closed, one inside another too."""
    patterns = (
        "The hall (and the yard behind it) was let.",
        "The notice (which was new, as we were told (by the landlord)) hung in the hall.",
        "Three rooms (one of them large) faced the street; two (the small ones) faced the yard.",
        "(This had been so for a year.)",
        "The form was short (two pages), clear and to the point.",
    )
    return second.said_right(material, chance, patterns, "each bracket has its pair")


@OPERATORS.innocent("characters")
def numbers_with_their_signs(material: Material, chance: random.Random) -> Harmless | None:
    """Large numbers, money, times and measures as they are written."""
    number = chance.randint(1100, 98000)
    patterns = (
        f"The lease cost £{number:,} a year.",
        f"The town has {number:,} inhabitants.",
        "A sandwich cost £1.20, and tea 45p.",
        "The line was open 24/7, on 0800 numbers too.",
        "The room was 4.5 metres by 6.25.",
        "The gate stood open between 8.30am and 5.45pm.",
        "The yard was 1,250.5 square metres.",
    )
    return second.said_right(material, chance, patterns, "the signs are where they belong")


@OPERATORS.innocent("characters")
def words_with_capitals_inside(material: Material, chance: random.Random) -> Harmless | None:
    """Names that have capitals inside, or none."""
    patterns = (
        "The list was kept in PowerPoint.",
        "A course of the OpenLearn programme could be taken at the library.",
        "The lift had been made by a firm called McAllister & Co.",
        "Notes were typed on an iPad.",
        "The book was *The Road to Wigan Pier*.",
        "The LibDem and Labour groups of the council shared the hall.",
    )
    return second.said_right(material, chance, patterns, "the names are spelt so")


@OPERATORS.innocent("characters")
def hyphens_that_hang(material: Material, chance: random.Random) -> Harmless | None:
    """A hyphen that rightly has a space behind it, and dashes between words and numbers."""
    patterns = (
        "There were short- and long-term plans for the building.",
        "Pre- and post-course notes were kept.",
        "The lease ran from 2001–2006.",
        "The hall – a former chapel – was cold.",
        "Two- and three-bedroom flats were let by the council.",
    )
    return second.said_right(material, chance, patterns, "hyphens hang so")


@OPERATORS.innocent("references")
def finding_of_the_glance_another_of_its_side(material: Material, chance: random.Random) -> Harmless | None:
    """A point of the glance leads to another finding of the same side of the same criterion."""
    found = []
    for point in material.values:
        if point.file == "summary.yaml" and point.path[0] in ("strengths", "urgent") and point.path[-1] == "finding":
            number, name = point.value.split("/")
            file = f"criteria/{number}.yaml"
            side = "strengths" if point.path[0] == "strengths" else "improvements"
            ids = [
                each.value
                for each in material.values
                if each.file == file and each.path[0] == side and each.path[-1] == "id"
            ]
            found += [(point, f"{number}/{each}") for each in ids if each != name]
    if not found:
        return None
    point, new = chance.choice(found)
    return tools.at_value(material, point, new).harmless("it is a finding of that side", f"{point.value} → {new}")


@OPERATORS.innocent("references")
def reference_in_a_footnote_or_a_cell(material: Material, chance: random.Random) -> Harmless | None:
    """A footnote or a cell refers to a criterion that the report has."""
    numbers = [str(material.data(each)["criterion"]) for each in material.yaml_files if each.startswith("criteria/")]
    number = chance.choice(numbers)
    target = f"{{criterion}}`{chance.choice(('~', ''))}{number}`"
    if chance.random() < 0.5:
        edit = third.with_note(material, chance, f"More on this stands in {target}.")
    else:
        rows = (("Reviews", target), ("Visits", "Not judged"))
        edit = third.with_table(material, chance, ("Piece of work", "Judged in"), *rows)
    itself = edit.file == f"criteria/{number.replace(' ', '')}.yaml"
    return None if itself else edit.harmless("it is there", target)


@OPERATORS.innocent("form")
def footnote_with_two_marks(material: Material, chance: random.Random) -> Harmless:
    """Two places of a text refer to one note, and another note has emphasis and a link."""
    text = chance.choice(
        (
            "The bus was slow.[^bus] The train was no quicker.[^bus]\n\n[^bus]: By timetables of weekdays.",
            "The bus was slow.[^one] The hall was cold.[^two]\n\n[^one]: By timetables.\n\n[^two]: It has been mended.",
            "The form was new.[^form-1]\n\n[^form-1]: It is *published* at [the web page](https://www.example.org/form).",
            "The form was new.[^1]\n\n[^1]: A note of two lines\n  that goes on here.",
        )
    )
    edit = tools.appended(material, chance.choice(third.roomy(material)), text, apart=True)
    return edit.harmless("the documentation has such notes", text.replace("\n", " ⏎ "))


@OPERATORS.innocent("form")
def definitions_that_are_right(material: Material, chance: random.Random) -> Harmless:
    """Terms with one definition and with two."""
    text = chance.choice(
        (
            "Home visit\n: A visit to where somebody lives.\n: Also one to where somebody stays for now.",
            "Duty day\n: A day on which somebody is at the desk.\n\nLate shift\n: The hours after five.",
            "Waiting time\n: The days between the referral\n  and the first appointment.",
        )
    )
    edit = tools.appended(material, chance.choice(third.roomy(material)), text, apart=True)
    return edit.harmless("the documentation has such definitions", text.replace("\n", " ⏎ "))


@OPERATORS.innocent("form")
def table_that_is_right(material: Material, chance: random.Random) -> Harmless:
    """A table in a text, with empty cells, sides, emphasis and a bar in a cell."""
    table = chance.choice(
        (
            "| Room | Use |\n| --- | --- |\n| Hall | Groups |\n| Yard | |",
            "| Room | Chairs | Use |\n| :--- | ---: | --- |\n| Hall | 40 | *Groups* |\n| Office | 6 | Interviews |",
            "| Day | Hours |\n| --- | --- |\n| Monday | 9 \\| 5 |\n| Friday | 9 to 4 |",
        )
    )
    edit = tools.appended(material, chance.choice(third.roomy(material)), table, apart=True)
    return edit.harmless("the documentation has such tables", table.replace("\n", " ⏎ "))


@OPERATORS.innocent("form")
def raised_and_lowered_signs(material: Material, chance: random.Random) -> Harmless | None:
    """Raised and lowered signs, a break of a line, an escaped mark."""
    patterns = (
        "The hall had 40 m^2^ of floor.",
        "The air held too much CO~2~ in the afternoon.",
        "The lease began on the 5^th^ of May.",
        "The notice was short\\*.",
        "The notice was marked \\*new\\*.",
        "The sign said \\{open\\}.",
    )
    return second.said_right(material, chance, patterns, "the documentation has them")


@OPERATORS.innocent("judgement")
def points_of_the_glance_in_another_order(material: Material, chance: random.Random) -> Harmless | None:
    """Two points of the glance change places, or the last one is left out."""
    key = chance.choice(("strengths", "urgent", "key_figures"))
    values = [each for each in material.values if each.file == "summary.yaml" and each.path[0] == key]
    numbers = sorted({int(each.path[1]) for each in values})
    if len(numbers) < 2:
        return None
    text = material.text("summary.yaml")
    spans = []
    for number in numbers:
        entry = [each for each in values if each.path[1] == number]
        start = text.rfind("\n  - ", 0, entry[0].start) + 1
        spans.append((start, text.index("\n", max(each.end for each in entry) - 1) + 1))
    (start, middle), (_, end) = spans[-2], spans[-1]
    if spans[-1][0] != middle:
        return None
    last = text[middle:end]
    new = "" if chance.random() < 0.3 else last
    body = new + text[start:middle]
    edit = Edit(material, "summary.yaml", start, end, body)
    return edit.harmless(
        "their order is free, and each may be left out", f"{key}: {'changed over' if new else 'one less'}"
    )


@OPERATORS.innocent("judgement")
def comparison_that_is_right(material: Material, chance: random.Random) -> Harmless | None:
    """Of two figures that stand beside each other the higher is called so."""
    least = material.framework.get("minimum_base", 10)
    pairs = [
        pair for pair in third.far_apart(material) if all(each.base is None or each.base >= least for each in pair)
    ]
    pair = tools.pick(chance, pairs)
    if pair is None:
        return None
    low, high = (f"{{{{ {each.full} }}}}" for each in pair)
    patterns = (
        f"One part of this work ({high}) was better than another ({low}).",
        f"At {low}, the one share was lower than the other, {high}.",
        f"The first was found more often ({high}) than the second ({low}).",
    )
    values = [each for each in third.roomy(material) if each.file == "foreword.yaml" or "sections" in each.path]
    value = tools.pick(chance, values)
    if value is None:
        return None
    sentence = chance.choice(patterns)
    return tools.appended(material, value, sentence).harmless("the figures say so", sentence)


@OPERATORS.innocent("judgement")
def praise_with_its_limits(material: Material, chance: random.Random) -> Harmless | None:
    """A strength that tells of a limit, or a shortcoming that begins with what was right, in a longer finding."""
    side, patterns = chance.choice(
        (
            (
                "strengths",
                ("This was so although the building was old.", "Only the waiting room left something to wish for."),
            ),
            ("improvements", ("The building itself was in good order.", "What had been begun was promising.")),
        )
    )
    value = tools.pick(chance, tools.findings(material, side))
    if value is None:
        return None
    sentence = chance.choice(patterns)
    return tools.appended(material, value, sentence).harmless("findings have two sides", f"{side}: {sentence}")


@OPERATORS.innocent("judgement")
def label_of_a_figure_left_out(material: Material, chance: random.Random) -> Harmless | None:
    """A figure of a criterion loses its label, and so its bar in the chart."""
    value = tools.pick(chance, third.short_values(material, ("label",), words=2))
    if value is None or not value.file.startswith("criteria/"):
        return None
    text = material.text(value.file)
    start = text.rfind("label", 0, value.start)
    if text[start - 1] != "{" or text[value.end : value.end + 2] != ", ":
        return None
    edit = Edit(material, value.file, start, value.end + 2, "")
    return edit.harmless("a label need not be there", f"label: {value.value} → (none)")


@OPERATORS.innocent("files")
def glance_in_the_other_style(material: Material, chance: random.Random) -> Harmless | None:
    """A point of the glance is written in braces on one line, or in quotation marks."""
    says = [
        each for each in material.values if each.file == "summary.yaml" and each.path[-1] == "says" and not each.style
    ]
    value = tools.pick(chance, says)
    if value is None:
        return None
    mark = '"' if "'" in value.value or chance.random() < 0.5 else "'"
    return tools.at_value(material, value, f"{mark}{value.value}{mark}").harmless(
        "quotation marks are free", value.value
    )


@OPERATORS.innocent("files")
def text_folded(material: Material, chance: random.Random) -> Harmless | None:
    """The plain words of the glance, or a note, are written with `>` in place of the bar."""
    values = [
        each
        for each in material.prose
        if each.style == "|" and each.key in ("plain", "note", "rating_reason") and "\n\n" not in each.value
    ]
    value = tools.pick(chance, values)
    if value is None:
        return None
    raw = material.raw(value)
    return tools.at_value(material, value, f">{raw[1:]}").harmless("it is one paragraph", f"{value.key}: | → >")


@OPERATORS.innocent("sheets")
def answers_in_quotation_marks(material: Material, chance: random.Random) -> Harmless | None:
    """A spreadsheet put some or all cells in quotation marks, and ended the lines in its way."""
    file = tools.pick(chance, material.sheets)
    if file is None:
        return None
    data = second.as_csv(second.sheet(material, file), quoted=chance.random() < 0.6)
    if chance.random() < 0.5:
        data = data.replace(b"\n", b"\r\n")
    return Harmless({file: data}, "the cells are the same", f"{file}: quoted")


@OPERATORS.innocent("people")
def numbers_that_are_of_nobody(material: Material, chance: random.Random) -> Harmless | None:
    """Numbers and letters that look like those of a person, and are of a form, a bus or a law."""
    form = "OGRS2" if "OGRS2" in material.data("abbreviations.yaml") else "no longer in use"
    patterns = (
        "The bus was the X27, which runs every hour.",
        f"The circular was PC 25/2004, and the form {form}.",
        "The office is at the end of the A303.",
        "Section 10(2) of the Act was quoted on the notice.",
        "The lift could carry 630 kg.",
        "The web page had the address www.example.org/notices.",
    )
    return second.said_right(material, chance, patterns, "they are the numbers of things")
