"""Edits that leave the form of an area's texts as right as it was."""

from __future__ import annotations

import random
import re
import textwrap

from tests.faults.blocks import as_block, as_plain, blocks, chosen, lines_in, one_line, short_blocks
from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Harmless, Operators, with_text
from tests.faults.passages import indent_of, running, stretches

OPERATORS = Operators()


def _harmless(material: Material, value: Value | None, raw: str, why: str, shown: str) -> Harmless | None:
    return Harmless(with_text(material, value, raw), why, shown) if value is not None else None


@OPERATORS.innocent("form")
def lines_at_another_width(material: Material, rng: random.Random) -> Harmless | None:
    """Break the lines of a text at another width."""
    value = chosen(rng, [each for each in blocks(material) if "{" not in each.value and " - " not in each.value])
    if value is None:
        return None
    width = rng.choice([50, 60, 72, 200])
    lines: list[str] = []
    for paragraph in value.value.rstrip().split("\n\n"):
        lines += [*([""] if lines else []), *textwrap.wrap(" ".join(paragraph.split()), width, break_on_hyphens=False)]
    if any(re.match(r"[-+*>#=]|\d+[.)] ", line) for line in lines):
        return None
    return _harmless(
        material, value, as_block(material, value, lines), "where lines break does not matter", f"width {width}"
    )


@OPERATORS.innocent("form")
def short_text_without_a_bar(material: Material, rng: random.Random) -> Harmless | None:
    """Write a short text on one line, without a bar or in quotation marks."""
    values = [value for value in short_blocks(material) if "'" not in value.value and "\\" not in value.value]
    value = chosen(rng, values)
    if value is None:
        return None
    words = one_line(value)
    written = rng.choice([words, f"'{words}'", words if '"' in words else f'"{words}"'])
    return _harmless(material, value, as_plain(material, value, written), "the text is the same", written[:40])


@OPERATORS.innocent("form")
def other_block_marks(material: Material, rng: random.Random) -> Harmless | None:
    """Write |- for |, or > before one paragraph."""
    value = chosen(rng, [each for each in blocks(material) if "\n\n" not in each.value.rstrip()])
    if value is None:
        return None
    mark = rng.choice(["|-", ">", ">-", "|+"])
    return _harmless(material, value, mark + material.raw(value)[1:], "the text is the same", mark)


def _below_a_word_to_omi(material: Material, value: Value) -> bool:
    """Whether the line above a value is a comment that is said of that value: it has to stay there."""
    above = material.text(value.file)[: value.start].splitlines()[-2:-1]
    return any("# omi:" in each for each in above)


@OPERATORS.innocent("form")
def comment_in_a_file(material: Material, rng: random.Random) -> Harmless | None:
    """Write a comment on a line of its own."""
    values = [each for each in material.values if not each.style and len(each.path) == 1]
    value = chosen(rng, [each for each in values if not _below_a_word_to_omi(material, each)])
    if value is None:
        return None
    text = material.text(value.file)
    at = text.rfind("\n", 0, value.start) + 1
    comment = rng.choice(["# checked by two of us\n", "# see the minutes of May\n", "\n", "# 1. a list in a comment\n"])
    return Harmless(
        {value.file: (text[:at] + comment + text[at:]).encode()}, "a comment is not printed", comment.strip()
    )


@OPERATORS.innocent("form")
def signs_in_running_text(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence to a block text with signs that mean nothing where they stand."""
    sentence = rng.choice(
        [
            "It was plan #2 of four.",
            "It was - as we said - late.",
            "It was called A * B by them.",
            "Three things mattered: time, place and care.",
            "Staff used C# and R&D funds.",
            "This was part (b) of the plan.",
            "The file was called case_notes_old.",
            "It was on/off for years.",
            "Two = two; so it was said.",
            "See [below].",
            "It met in room 1. The next met in room 2.",
            "Was it done? Yes! It was.",
            "An *important* point was **missed**.",
            "The Act (see section 4(a)) was clear.",
            "It was on - or off - again.",
        ]
    )
    found = list(stretches(material, r"(?<=[a-z]{3}\.) (?=[A-Z])", blocks(material)))
    if not found:
        return None
    place = rng.choice(found)
    text = material.text(place.value.file)
    changed = f"{text[: place.start]} {sentence} {text[place.end :]}"
    return Harmless({place.value.file: changed.encode()}, "the sign means nothing there", sentence)


@OPERATORS.innocent("form")
def list_that_is_meant(material: Material, rng: random.Random) -> Harmless | None:
    """Add a list with a sentence before it."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    mark = rng.choice(["- ", "* ", "1. "])
    extra = [
        "",
        "Three things were missing:",
        "",
        f"{mark}a review",
        f"{mark.replace('1', '2')}a date",
        f"{mark.replace('1', '3')}a plan.",
    ]
    raw = as_block(material, value, [*lines_in(material, value), *extra])
    return _harmless(material, value, raw, "it is a list", mark)


@OPERATORS.innocent("form")
def quotation_that_is_meant(material: Material, rng: random.Random) -> Harmless | None:
    """Add a quotation with a sentence before it."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    extra = ["", "One of them told us:", "", "> They listened to me, and then they helped."]
    return _harmless(
        material, value, as_block(material, value, [*lines_in(material, value), *extra]), "it is a quotation", "> …"
    )


@OPERATORS.innocent("form")
def values_in_quotation_marks(material: Material, rng: random.Random) -> Harmless | None:
    """Put a plain value between quotation marks of YAML, or take them for others."""
    values = [each for each in material.values if not each.style and re.fullmatch(r"[A-Z][\w ,.()]+", each.value)]
    value = chosen(rng, values)
    if value is None or material.raw(value) != value.value:
        return None
    mark = rng.choice(["'", '"'])
    return _harmless(
        material, value, f"{mark}{value.value}{mark}", "the value is the same", f"{mark}{value.value[:30]}{mark}"
    )


@OPERATORS.innocent("form")
def paragraph_split(material: Material, rng: random.Random) -> Harmless | None:
    """Make two paragraphs of one."""
    found = stretches(material, r"(?<=[a-z]{3}\.) (?=[A-Z])", blocks(material))
    if not found:
        return None
    place = rng.choice(found)
    text = material.text(place.value.file)
    indent = indent_of(material, place.value)
    assert line_of(text, place.start) > 0
    assert running(material, place.value)
    changed = f"{text[: place.start]}\n\n{indent}{text[place.end :]}"
    return Harmless({place.value.file: changed.encode()}, "the words are the same", "a new paragraph")
