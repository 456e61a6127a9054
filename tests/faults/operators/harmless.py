"""Harmless edits: names used rightly, longer titles, other words for the same, other ways to write a file."""

from __future__ import annotations

import random
import re

from tests.faults.insertion import Inserted, findings, occurrences, running, swapped, with_label, with_sentence
from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.own_words import abbreviations_of, area_of, printed_values

OPERATORS = Operators()


@OPERATORS.innocent("names")
def listed_abbreviation_used(material: Material, rng: random.Random) -> Harmless | None:
    """An abbreviation of the list, in another text."""
    key = rng.choice([each for each in abbreviations_of(material) if each.isalpha()])
    made = with_sentence(material, rng, f"Views on {key} differed from office to office.", key)
    return Harmless(made.files, "the list has it", key) if made else None


@OPERATORS.innocent("names")
def listed_body_written_out(material: Material, rng: random.Random) -> Harmless | None:
    """A body of the list, written out as the list does."""
    longer = [
        each for each in abbreviations_of(material).values() if sum(word[:1].isupper() for word in each.split()) > 2
    ]
    name = rng.choice([each for each in longer if "/" not in each] or [""])
    made = (
        with_sentence(material, rng, f"Much of this is a matter for the {name} and its members.", name)
        if name
        else None
    )
    return Harmless(made.files, "as in the list", name) if made else None


@OPERATORS.innocent("names")
def area_name_used(material: Material, rng: random.Random) -> Harmless | None:
    """The name of the area in another sentence, also with an apostrophe."""
    area = area_of(material)
    sentence = rng.choice(
        ("People in {} know this well.", "It is one of {}'s strengths.", "Much of {} is far from an office.")
    ).format(rng.choice((area, "{{ area }}")))
    made = with_sentence(material, rng, sentence, sentence)
    return Harmless(made.files, "area.yaml", sentence) if made else None


@OPERATORS.innocent("names")
def new_name_used_twice(material: Material, rng: random.Random) -> Harmless | None:
    """A programme or place that is new, spelt the same way in two texts."""
    name = rng.choice(
        ("the Kestrel programme", "Thornbury Court", "the Brightwell Project", "Castlegate", "the Moving On group")
    )
    texts = findings(material)
    one, other = (texts[at] for at in rng.sample(range(len(texts)), 2))
    made = with_sentence(material, rng, f"The work of {name} was valued.", name, [one])
    also = with_sentence(material, rng, f"Staff spoke well of {name} for that.", name, [other])
    if not made or not also or made.files.keys() == also.files.keys():
        return None
    return Harmless({**made.files, **also.files}, "one spelling", name)


@OPERATORS.innocent("names")
def names_that_are_alike(material: Material, rng: random.Random) -> Harmless | None:
    """Two names that differ by a letter or two, and are two things."""
    one, other = rng.choice(
        (
            ("Melton", "Milton"),
            ("Burton", "Barton"),
            ("Winchester", "Manchester"),
            ("Norton", "Morton"),
            ("Ashford", "Ashfield"),
            ("Team North", "Team South"),
            ("Marlow", "Harlow"),
        )
    )
    made = with_sentence(material, rng, f"The offices in {one} and {other} worked in the same way.", one)
    return Harmless(made.files, "two places", f"{one}, {other}") if made else None


@OPERATORS.innocent("names")
def longer_title(material: Material, rng: random.Random) -> Harmless | None:
    """A title, a caption or a heading gets some more words."""
    more = rng.choice(
        ("in brief", "at a glance", "so far", "in more detail", "since the last inspection", "over the year")
    )
    made = with_label(material, rng, lambda words: f"{words} {more}", ("title", "caption", "heading"))
    return Harmless(made.files, "a longer title", more) if made else None


@OPERATORS.innocent("names")
def source_named(material: Material, rng: random.Random) -> Harmless | None:
    """A source or a note gets the body that supplied it."""
    body = rng.choice(("Ministry of Justice", "Office for National Statistics", "Home Office", "Youth Justice Board"))
    made = with_label(material, rng, lambda words: f"{words}, {body}", ("source", "note"))
    return Harmless(made.files, "a source", body) if made else None


_SYNONYMS = (
    ("often", "frequently"),
    ("needed", "required"),
    ("began", "started"),
    ("mostly", "for the most part"),
    ("quickly", "fast"),
    ("However", "Even so"),
    ("also", "as well"),
    ("about", "concerning"),
    ("because", "since"),
    ("showed", "made clear"),
    ("usually", "as a rule"),
    ("enough", "sufficient"),
    ("large", "big"),
    ("helped", "assisted"),
    ("told", "informed"),
)


@OPERATORS.innocent("language")
def other_word_for_the_same(material: Material, rng: random.Random) -> Harmless | None:
    """A word gives way to one that means the same."""
    pairs = list(_SYNONYMS[:6])
    rng.shuffle(pairs)
    for one, other in pairs:
        places = occurrences(material, rf"(?<![\w'\"]){one}(?![\w'\"])", findings(material))
        if places:
            return Harmless(swapped(material, rng.choice(places), other).files, "the same meaning", f"{one} → {other}")
    return None


@OPERATORS.innocent("language")
def lines_broken_elsewhere(material: Material, rng: random.Random) -> Harmless | None:
    """A line of a text ends a word earlier."""
    value = rng.choice(running(material))
    raw = material.raw(value)
    places = list(re.finditer(r"(?<=[a-z,] )[a-z]{4,}(?= [a-z]{3,} )", raw))
    if not places:
        return None
    where = rng.choice(places)
    start = raw.rfind("\n", 0, where.start()) + 1
    line = raw[start : where.start()]
    indent = len(line) - len(line.lstrip())
    if line.lstrip().startswith("- "):
        indent += 2
    text = material.text(value.file)
    at = value.start + where.start()
    new = text[: at - 1] + "\n" + " " * indent + text[at:]
    return Harmless({value.file: new.encode()}, "lines are folded", where.group())


@OPERATORS.innocent("form")
def comment_added(material: Material, rng: random.Random) -> Harmless | None:
    """A comment above a key, which may name anybody's colleague."""
    value = rng.choice(findings(material))
    text = material.text(value.file)
    start = text.rfind("\n", 0, value.start) + 1
    indent = " " * (len(text[start:]) - len(text[start:].lstrip()))
    note = rng.choice(
        ("# to be read again before publication", "# checked against the file", "# agreed with the lead inspector")
    )
    return Harmless({value.file: (text[:start] + indent + note + "\n" + text[start:]).encode()}, "a comment", note)


@OPERATORS.innocent("form")
def value_in_quotation_marks(material: Material, rng: random.Random) -> Harmless | None:
    """A title or a caption in quotation marks, as YAML allows."""
    values = [
        each for each in printed_values(material) if not each.style and each.key in ("title", "caption", "heading")
    ]
    values = [each for each in values if re.fullmatch(r"[\w ,]+", each.value)]
    if not values:
        return None
    value = rng.choice(values)
    text = material.text(value.file)
    mark = rng.choice("'\"")
    new = text[: value.start] + mark + text[value.start : value.end] + mark + text[value.end :]
    return Harmless({value.file: new.encode()}, "the same value", f"{mark}{value.value}{mark}")


@OPERATORS.innocent("people")
def pseudonym_used_again(material: Material, rng: random.Random) -> Harmless | None:
    """The person of a story is called by the pseudonym once more."""
    options = [
        (value, each.value)
        for value in running(material)
        for each in material.values
        if each.key == "pseudonyms" and each.file == value.file and each.path[:-2] == value.path[:-1]
    ]
    if not options:
        return None
    value, name = rng.choice(options)
    made: Inserted | None = with_sentence(material, rng, f"By then {name} had come a long way.", name, [value])
    return Harmless(made.files, "a pseudonym that is declared", name) if made else None
