"""Text that vanishes or becomes something else than prose: YAML that was not meant."""

from __future__ import annotations

import random

from tests.faults.blocks import as_block, as_plain, blocks, chosen, lines_in, one_line, short_blocks
from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.passages import indent_of, written_anew

OPERATORS = Operators()


@OPERATORS.fault("form")
def number_sign_cuts_a_value(material: Material, rng: random.Random) -> Fault | None:
    """Leave out the bar of a text in which a number sign stands after a space: the rest is a comment."""
    value = chosen(rng, short_blocks(material))
    if value is None:
        return None
    words = one_line(value).split(" ")
    at = rng.randrange(2, len(words) - 1)
    sign = rng.choice(["#3", "#1 of", "# 12", "#probation"])
    raw = as_plain(material, value, " ".join([*words[:at], sign, *words[at:]]))
    return written_anew(
        material, value, raw, "a comment is not printed", "comment", "cut", "#", "bar", shown=f"plain value with {sign}"
    )


@OPERATORS.fault("form")
def colon_in_a_plain_value(material: Material, rng: random.Random) -> Fault | None:
    """Leave out the bar of a text with a colon."""
    value = chosen(rng, short_blocks(material))
    if value is None:
        return None
    words = one_line(value).split(" ")
    at = rng.randrange(2, len(words) - 1)
    words[at] = words[at].rstrip(".,") + ":"
    return written_anew(
        material,
        value,
        as_plain(material, value, " ".join(words)),
        "YAML makes a key of what stands before a colon",
        "bar",
        "colon",
        "|",
        shown=f"plain value with {words[at]}",
    )


@OPERATORS.fault("form")
def value_begins_with_a_sign(material: Material, rng: random.Random) -> Fault | None:
    """Leave out the bar of a text that begins with a sign of YAML."""
    value = chosen(rng, short_blocks(material))
    if value is None:
        return None
    words = one_line(value)
    first, _, rest = words.partition(" ")
    begin = rng.choice(
        [
            f"*{first}*",
            f"**{first}**",
            f"&{first}",
            f"!{first}",
            f"%{first}",
            f"@{first}",
            f"`{first}`",
            f"[{first}]",
            f"{{{{ late }}}} {first}",
            f'"{first}"',
        ]
    )
    raw = as_plain(material, value, f"{begin} {rest}")
    return written_anew(
        material,
        value,
        raw,
        "YAML has a meaning of its own for that sign",
        "bar",
        "quot",
        "|",
        shown=f"plain value begins with {begin}",
    )


@OPERATORS.fault("form")
def curly_quotes_for_yaml(material: Material, rng: random.Random) -> Fault | None:
    """Put a value between curly quotation marks, which are none for YAML."""
    values = [
        value
        for value in material.values
        if value.style in ("'", '"') and len(value.value) > 3 and "\n" not in value.value
    ]
    values += [value for value in material.prose if not value.style and "\n" not in material.raw(value)]
    value = chosen(rng, values)
    if value is None:
        return None
    inner = material.raw(value)[1:-1] if value.style else material.raw(value)
    opening, closing = rng.choice([("“", "”"), ("‘", "’"), ("„", "“")])
    return written_anew(
        material,
        value,
        f"{opening}{inner}{closing}",
        "they are printed, or YAML reads what is between",
        "quot",
        "curly",
        shown=f"{opening}{inner}{closing}",
    )


@OPERATORS.fault("form")
def bar_forgotten_over_paragraphs(material: Material, rng: random.Random) -> Fault | None:
    """Leave out the bar of a text with a list: its lines become one paragraph."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    lines = [*lines_in(material, value), "", "- the first of them", "- the second of them", "- the third of them."]
    indent = indent_of(material, value)
    raw = "\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
    raw += material.raw(value)[len(material.raw(value).rstrip()) + 1 :]
    return written_anew(
        material,
        value,
        raw,
        "YAML folds the lines of a value without a bar",
        "bar",
        "fold",
        "|",
        "list",
        shown="a list without a bar",
    )


@OPERATORS.fault("form")
def folded_list(material: Material, rng: random.Random) -> Fault | None:
    """Write > for | before a list: its lines become one paragraph."""
    value = chosen(rng, blocks(material))
    if value is None:
        return None
    mark = rng.choice(["- ", "1. ", "* "])
    items = [
        f"{mark}first, the plan",
        f"{mark.replace('1', '2')}second, the review",
        f"{mark.replace('1', '3')}third, the victim.",
    ]
    raw = as_block(material, value, [*lines_in(material, value), "", *items], ">")
    return written_anew(
        material, value, raw, "> folds the lines of a list", "bar", "fold", "|", "list", shown="> before a list"
    )
