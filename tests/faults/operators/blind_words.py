"""Faults of language that typists make."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators, replaced

OPERATORS = Operators(blind=True)


@OPERATORS.fault("language")
def word_doubled(material: Material, chance: random.Random) -> Fault | None:
    """A small word typed twice, as happens where a line breaks."""
    places = [
        (value, match)
        for value in material.prose
        for match in re.finditer(r"\b(?:the|of|and|to|in|a|for|was|were|their) (?=[a-z])", material.raw(value))
    ]
    if not places:
        return None
    value, match = chance.choice(places)
    word = match[0].strip()
    at = value.start + match.start()
    files, place = replaced(material, value.file, at, at, f"{word} ")
    return Fault(
        files,
        (place,),
        "no sentence has this word twice",
        ("twice", "doubled", "repeated", word),
        f"{word} → {word} {word}",
    )


@OPERATORS.innocent("files")
def comment_above_a_key(material: Material, chance: random.Random) -> Harmless | None:
    """A note to oneself in a YAML comment, which is no part of the report."""
    file = chance.choice([each for each in material.yaml_files if each.startswith("criteria/")])
    starts = [match.start() for match in re.finditer(r"^\w+:", material.text(file), re.MULTILINE)]
    note = chance.choice(("# seen by the lead inspector\n", "# as agreed with the area on the phone\n", "#\n"))
    files, _ = replaced(material, file, (at := chance.choice(starts)), at, note)
    return Harmless(files, "a comment is for those who write the area", note.strip())
