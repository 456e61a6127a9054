"""What the operators of the third blind author share: the short texts of an area, footnotes, and pictures."""

from __future__ import annotations

import json
import random
import re
import struct
import zlib
from collections.abc import Sequence

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

SHORT = ("says", "in_short", "label", "caption", "heading")

_SAFE = re.compile(r"[A-Za-z][\w ()’'/-]*\w")
_TOLD = (
    "The arrangements were new at the time of our visit",
    "What had been agreed was known to the staff concerned",
    "The papers were kept at the main office",
)


def short_values(material: Material, keys: Sequence[str] = SHORT, words: int = 3) -> list[Value]:
    """Return the short texts and labels that stand on one line: those of so many words and more."""
    return [
        each
        for each in material.values
        if each.key in keys
        and each.style in ("", '"', "'")
        and len(each.value.split()) >= words
        and each.file != "area.yaml"
        and "\n" not in material.raw(each)
        and "{" not in each.value
    ]


def line(words: str) -> str:
    """Return words as a value of one line, in quotation marks where YAML may need them."""
    return words if _SAFE.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def rewritten(material: Material, value: Value, words: str) -> Edit:
    """Return the edit that writes a value of one line in other words."""
    return tools.at_value(material, value, line(words))


def roomy(material: Material) -> list[Value]:
    """Return the texts that a paragraph or a note may be added to."""
    return [each for each in tools.roomy(tools.texts(material)) if each.file != "area.yaml"]


def with_note(material: Material, chance: random.Random, note: str) -> Edit:
    """Return the edit that adds a sentence with a footnote, whose words are these."""
    told = f"{chance.choice(_TOLD)}.[^aside]\n\n[^aside]: {note}"
    return tools.appended(material, chance.choice(roomy(material)), told, apart=True)


def with_table(material: Material, chance: random.Random, headings: Sequence[str], *rows: Sequence[object]) -> Edit:
    """Return the edit that adds a table to a text."""
    written = [headings, ["---"] * len(headings), *rows]
    table = "\n".join(f"| {' | '.join(map(str, row))} |" for row in written)
    return tools.appended(material, chance.choice(roomy(material)), table, apart=True)


def with_picture(material: Material, chance: random.Random, picture: str) -> Edit:
    """Return the edit that adds a picture to a text; the file that it names is not among the edit's files."""
    return tools.appended(material, chance.choice(roomy(material)), picture, apart=True)


def with_image(fault: Fault) -> Fault:
    """Put the picture itself beside what shows it."""
    return Fault({**fault.files, "images/added.png": png()}, fault.at, fault.witness, fault.helps, fault.shown)


def png() -> bytes:
    """Return a small grey picture."""
    side = 8
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * side for _ in range(side)))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def short_text(material: Material, chance: random.Random, sentence: str) -> tuple[Edit, str] | None:
    """Return the edit that says a sentence in one of the short texts of the glance, and the key of that text."""
    values = [each for each in short_values(material, ("says",)) if "key_figures" not in each.path]
    value = tools.pick(chance, values)
    return (rewritten(material, value, sentence), value.key) if value else None


def entry_of(text: str, value: Value) -> tuple[int, int]:
    """Return where the entry of a list begins that a value stands in, and where it ends."""
    start = max(text.rfind("\n- ", 0, value.start), text.rfind("\n  - ", 0, value.start)) + 1
    after = re.compile(r"^(?: {0,2}- |[a-z_]+:)", re.MULTILINE).search(text, value.end - 1)
    return start, after.start() if after else len(text)


def sample_size(material: Material) -> int:
    """Return how many cases area.yaml says there were; 0 where it does not say."""
    return sum((tools.identity(material).get("sample") or {}).values())


def key_figures(material: Material) -> list[tuple[Value, Value, second.Figure, bool]]:
    """Return the key figures of the glance.

    Each is the figure's name, what it is said to be of, the figure, and whether what is left of it is shown.
    """
    known = {each.full: each for each in second.figures(material) if each.percent is not None}
    found = []
    for name in material.values:
        if name.file == "summary.yaml" and name.path[0] == "key_figures" and name.path[-1] == "figure":
            says = tools.value_at(material, name.file, *name.path[:-1], "says")
            figure = known.get(name.value.split("|")[0].strip())
            if says and figure:
                found.append((name, says, figure, "rest" in name.value))
    return found


def deadlines(material: Material) -> list[tuple[Value, Value]]:
    """Return the deadlines that are months, each with the text of its recommendation."""
    return [
        (each, text)
        for each in material.values
        if each.file == "recommendations.yaml" and each.key == "deadline" and re.fullmatch(r"\d{4}-\d\d", each.value)
        if (text := tools.value_at(material, each.file, *each.path[:-1], "text")) and text.style == "|"
    ]


def far_apart(material: Material) -> list[tuple[second.Figure, second.Figure]]:
    """Return two percentages of one criterion that are more than twelve apart, the lower one first."""
    known = [
        each for each in second.figures(material) if each.percent is not None and each.file.startswith("criteria/")
    ]
    return [
        (low, high)
        for low in known
        for high in known
        if low.file == high.file and (low.percent or 0) + 12 < (high.percent or 0)
    ]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
