"""Figures, marks of Markdown and lines written in another of the forms that the documentation allows."""

from __future__ import annotations

import random
import re
import textwrap

from tests.faults.material import Material, Value
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators.blind_tools import (
    Edit,
    added,
    appended,
    at_spot,
    at_value,
    indent_of,
    pick,
    roomy,
    spots,
    texts,
)

OPERATORS = Operators(blind=True)

_FIGURE = re.compile(r"\{\{ ([a-z][\w-]*)((?: \| \w+)*) \}\}")


def _figures(material: Material) -> list[tuple[Value, re.Match[str]]]:
    """Where bare names of figures stand in criteria."""
    return [
        (value, match)
        for value in roomy(texts(material))
        if value.file.startswith("criteria/")
        for match in _FIGURE.finditer(material.raw(value))
        if match[1] in (material.data(value.file).get("percentages") or {})
    ]


@OPERATORS.innocent("figures")
def figure_with_its_place(material: Material, chance: random.Random) -> Harmless | None:
    """`{{ 1.2/name }}` for `{{ name }}` in the file of criterion 1.2."""
    place = pick(chance, _figures(material))
    if place is None:
        return None
    value, match = place
    number = value.file.removeprefix("criteria/").removesuffix(".yaml")
    new = f"{{{{ {number}/{match[1]}{match[2]} }}}}"
    return Edit(material, value.file, value.start + match.start(), value.start + match.end(), new).harmless(
        "the same figure"
    )


@OPERATORS.innocent("figures")
def figure_defined_in_another_form(material: Material, chance: random.Random) -> Harmless | None:
    """`5 of 6` for `{count: 5, base: 6}`, `97%` for `97`, the keys of a mapping in another order."""
    forms = (
        r"\{count: (\d+), base: (\d+)\}",
        r"(\d+) of (\d+)",
        r"\{percent: (\d+)\}",
        r"\{(\w+: [\w.%-]+), (\w+: [\w.%-]+)\}",
    )
    pattern = rf"(?<=: )(?:{'|'.join(forms)})(?=\n)"
    places = [
        (file, match)
        for file in material.yaml_files
        for block in re.finditer(r"^( *)percentages:\n(?:\1 +.*\n| *#.*\n)+", material.text(file), re.MULTILINE)
        for match in re.finditer(pattern, material.text(file))
        if block.start() < match.start() < block.end()
    ]
    place = pick(chance, places)
    if place is None:
        return None
    file, match = place
    count, base, plain_count, plain_base, percent, one, two = match.groups()
    if count:
        new = f"{count} of {base}"
    elif plain_count:
        new = f"{{base: {plain_base}, count: {plain_count}}}"
    elif percent:
        new = f"{percent}%"
    else:
        new = f"{{{two}, {one}}}"
    return Edit(material, file, match.start(), match.end(), new).harmless("both forms are documented")


@OPERATORS.innocent("figures")
def figure_used_once_more(material: Material, chance: random.Random) -> Harmless | None:
    """A figure of the criterion named a second time, in the same form, at the end of its finding."""
    place = pick(chance, [each for each in _figures(material) if not each[1][2]])
    if place is None:
        return None
    value, match = place
    sentence = f"This figure, {{{{ {match[1]} }}}}, was typical of the area."
    return added(material, chance, sentence, [value]).harmless("the figure is used by name", sentence)


@OPERATORS.innocent("form")
def emphasis(material: Material, chance: random.Random) -> Harmless | None:
    """A word in bold or in italics."""
    spot = pick(chance, spots(material, r"(?<= )[a-z]{4,}(?= [a-z])", texts(material)))
    if spot is None:
        return None
    mark = chance.choice(("*", "**"))
    return at_spot(material, spot, f"{mark}{spot[0]}{mark}").harmless("the documentation has emphasis")


@OPERATORS.innocent("form")
def list_or_quotation(material: Material, chance: random.Random) -> Harmless | None:
    """A list, a numbered list, a quotation in its own paragraph, a link, a line break."""
    block = chance.choice(
        (
            "Three things stood out:\n\n- plans were clear\n- reviews were prompt\n- visits were frequent.",
            "It went in steps:\n\n1. a letter\n2. a call\n3. a visit.",
            "An officer wrote:\n\n> We read the plan together, line by line.",
            "More is said in the [guidance](https://www.example.org/guidance) for staff.",
            "The guidance is at https://www.example.org/guidance for all to read.",
            "The office was open on Mondays \\\nand on Thursdays.",
            "- Plans were clear.\n- Reviews were prompt.",
        )
    )
    edit = appended(material, chance.choice(roomy(texts(material))), block, apart=True)
    return edit.harmless("the documentation has this form", block.replace("\n", " ⏎ "))


@OPERATORS.innocent("form")
def new_paragraph(material: Material, chance: random.Random) -> Harmless | None:
    """A paragraph divided at the end of a sentence."""
    spot = pick(chance, spots(material, r"(?<=[a-z])\. (?=[A-Z][a-z]+ [a-z])", texts(material)))
    if spot is None or re.search(r"^ *(?:[-*>]|\d+\.) ", material.raw(spot.value), re.MULTILINE):
        return None
    indent = indent_of(material, spot.value)
    return at_spot(material, spot, f".\n\n{indent}").harmless("a blank line begins a paragraph", "a paragraph divided")


@OPERATORS.innocent("form")
def lines_broken_elsewhere(material: Material, chance: random.Random) -> Harmless | None:
    """A text with its lines broken at another width."""
    value = chance.choice(texts(material))
    raw = material.raw(value)
    if re.search(r"^ *(?:[-*>#]|\d+\.) |\\$", raw, re.MULTILINE):
        return None
    head, body = raw.split("\n", 1)
    indent = indent_of(material, value)
    paragraphs = re.split(r"\n\s*\n", body.strip())
    width = chance.choice((60, 72, 88, 100, 2000))
    filled = "\n\n".join(_filled(each, width, indent) for each in paragraphs)
    tail = raw[len(raw.rstrip()) :]
    new = f"{head}\n{filled}{tail}"
    if new == raw:
        return None
    return at_value(material, value, new).harmless(
        "where lines break does not matter", f"{value.file}: lines of {width}"
    )


def _filled(paragraph: str, width: int, indent: str) -> str:
    """A paragraph in lines of a width, with figures, references and quotations kept on one line each."""
    joined = " ".join(paragraph.split())
    kept = re.sub(r"\{\{[^}]*\}\}|\{\w+\}`[^`]*`|\*\"[^\"]*\"\*", lambda match: match[0].replace(" ", "\0"), joined)
    lines = textwrap.wrap(
        kept, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace("\0", " ")


@OPERATORS.innocent("form")
def story_more(material: Material, chance: random.Random) -> Harmless | None:
    """A story of good practice more, about nobody in particular."""
    file = "good-practice.yaml"
    if file not in material.files:
        return None
    text = material.text(file)
    number = str(material.data(file)["stories"][0]["criterion"])
    story = (
        f"\n  - id: swimming-baths\n    title: A morning at the baths\n    criterion: {number}\n    text: |\n"
        "      The unpaid work team had repainted the old swimming baths. The attendants gave them a free hand.\n"
    )
    end = len(text.rstrip()) + 1
    return Edit(material, file, end, len(text), story).harmless("a story may be added", "a story more")
