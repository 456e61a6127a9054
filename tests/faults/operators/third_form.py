"""Footnotes, definitions, pictures and the texts of the glance that lack what the documentation asks of them."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import Edit, in_words

OPERATORS = Operators(blind=True)


@OPERATORS.fault("form")
def picture_without_what_it_needs(material: Material, chance: random.Random) -> Fault:
    """A picture has no words for those who cannot see it, no credit, or a file that is not there."""
    alt, credit = "Three people at a table with a whiteboard", "Photograph: Area office, 2008"
    picture, helps, there = chance.choice(
        (
            (f'![](images/added.png "Group work")\n{credit}', ("shows", "brackets", "alternative", "cannot see"), True),
            (f'![{alt}](images/added.png "Group work")', ("credit", "comes from", "photograph"), True),
            (f'![{alt}](images/added.gif "Group work")\n{credit}', ("png", "jpeg", "not there", "picture"), True),
            (f'![{alt}](images/missing.png "Group work")\n{credit}', ("not there", "no file", "picture"), False),
            (
                f"It was said that ![{alt}](images/added.png) shows this.\n{credit}",
                ("line of its own", "picture"),
                True,
            ),
            (f'![{alt}](added.png "Group work")\n{credit}', ("images", "picture"), False),
        )
    )
    edit = third.with_picture(material, chance, picture)
    fault = edit.fault("the documentation says what a picture has", helps, picture.replace("\n", " ⏎ "))
    return third.with_image(fault) if there else fault


@OPERATORS.fault("form")
def definition_without_its_half(material: Material, chance: random.Random) -> Fault:
    """A definition without its term, a colon without its space, or a term with a blank line below it."""
    definition, helps = chance.choice(
        (
            (": A visit to where the offender lives.", ("definition", "term", "colon", ":")),
            ("Home visit\n:A visit to where the offender lives.", ("definition", "colon", "space", ":")),
            ("Home visit\n:: A visit to where the offender lives.", ("definition", "colon", ":")),
            ("Home visit\n; A visit to where the offender lives.", ("definition", "semicolon", ";")),
        )
    )
    edit = tools.appended(material, chance.choice(third.roomy(material)), definition, apart=True)
    return edit.fault("the documentation says what a definition has", helps, definition.replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def raised_sign_without_its_end(material: Material, chance: random.Random) -> Fault:
    """A raised or lowered sign has no end, or stands behind a space, and is printed as it is typed."""
    sentence, mark = chance.choice(
        (
            ("The rooms had 40 m^2 of space.", "^"),
            ("A meeting was held on the 5^th of May.", "^"),
            ("The rooms had 40 m ^2^ of space.", "^"),
            ("The air held too much CO~2 in the afternoon.", "~"),
            ("A meeting was held on the 5^thday^ of May.", "^"),
        )
    )
    edit = second.put(material, chance, sentence, third.roomy(material))
    return edit.fault(
        "the documentation says how signs are raised", (mark, "raised", "lowered", "superscript"), sentence
    )


@OPERATORS.fault("form")
def note_in_a_note(material: Material, chance: random.Random) -> Fault:
    """A footnote refers to a note, or is broken in two by an empty line, so that its end is a text of its own."""
    note = chance.choice(("By timetables of weekdays.[^more]\n\n[^more]: Of the winter.", "See the list.[^aside]"))
    edit = third.with_note(material, chance, note)
    return edit.fault("a note holds no other note", ("note",), f"[^aside]: {note}".replace("\n", " ⏎ "))


@OPERATORS.fault("form")
def figure_broken_over_two_lines(material: Material, chance: random.Random) -> Fault | None:
    """A line was broken inside the braces of a figure."""
    found = [
        (value, match)
        for value in material.prose
        if value.style == "|"
        for match in re.finditer(r"\{\{ [a-z0-9./-]+ ", material.raw(value))
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    at = value.start + match.end() - 1
    indent = tools.indent_of(material, value)
    edit = Edit(material, value.file, at, at + 1, f"\n{indent}")
    place = second.place(material, value.file, at)
    also = [place, Place(place.file, place.line + 1)]
    return edit.fault("a figure stands on one line", ("line", "{{", "}}", "brace"), f"{match[0].strip()} ⏎", also)


@OPERATORS.fault("form")
def too_long_for_the_glance(material: Material, chance: random.Random) -> Fault | None:
    """The plain words of the glance have grown beyond the room that there is."""
    plain = tools.value_at(material, "summary.yaml", "plain")
    if plain is None:
        return None
    more = " ".join(second.filled(material, chance, ("Many {things} had not been {done}.",)) for _ in range(6))
    edit = tools.appended(material, plain, more)
    also = [*edit.lines(plain), edit.place(plain.file, plain.start)]
    return edit.fault("there is room for 360 characters", ("room", "360", "long", "characters"), more[:60], also)


@OPERATORS.fault("form")
def one_point_too_many(material: Material, chance: random.Random) -> Fault | None:
    """The glance has a fourth strength, a fourth urgent point or a sixth key figure."""
    key = chance.choice(("strengths", "urgent", "key_figures"))
    entries = [each for each in material.values if each.file == "summary.yaml" and each.path[0] == key]
    if not entries:
        return None
    text = material.text("summary.yaml")
    last = [each for each in entries if each.path[1] == entries[-1].path[1]]
    start = text.rfind("\n  - ", 0, last[0].start) + 1
    end = text.index("\n", last[-1].end) + 1 if "\n" in text[last[-1].end :] else len(text)
    body = text[start:end]
    says = next(each for each in last if each.path[-1] == "says")
    sentence = second.filled(material, chance, ("Many {things} had been {done}.",))
    words = sentence if key != "key_figures" else f"of the {sentence[0].lower()}{sentence[1:]}"
    body = body.replace(says.value, words)
    count = {"strengths": 3, "urgent": 3, "key_figures": 5}[key]
    have = entries[-1].path[1]
    assert isinstance(have, int)
    if have + 1 < count:
        return None
    edit = Edit(material, "summary.yaml", end, end, body)
    also = second.all_lines(material, "summary.yaml")
    return edit.fault(
        f"there are up to {count}", (f"{count}", in_words(count), "most", "up to"), f"{key}: {words}", also
    )


@OPERATORS.fault("form")
def recommendation_that_is_no_sentence(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation is a heading rather than a sentence that says what is to be done."""
    texts = [
        each
        for each in material.prose
        if each.file == "recommendations.yaml" and each.key == "text" and each.style == "|"
    ]
    value = tools.pick(chance, texts)
    if value is None:
        return None
    patterns = (
        "Better {things} for all cases.",
        "More time for {staff}, and less paper.",
        "Training of {staff} in work with victims.",
        "A new approach to {things}.",
        "Timely {things} of good quality.",
        "The quality of {things} and of their recording.",
        "Regular supervision of {staff} by managers.",
        "No more late {things}.",
    )
    sentence = second.filled(material, chance, patterns)
    start = value.start + material.raw(value).index("\n") + 1
    end = value.start + len(material.raw(value).rstrip())
    edit = Edit(material, value.file, start, end, f"{tools.indent_of(material, value)}{sentence}")
    also = [edit.place(value.file, value.start)]
    return edit.fault("what is to be done, as a whole sentence", ("sentence", "verb"), sentence, also)


@OPERATORS.fault("form")
def block_in_a_short_text(material: Material, chance: random.Random) -> Fault | None:
    """A short text of the glance begins with a mark that makes it a list, a heading or a quotation."""
    values = third.short_values(material, ("says", "in_short"))
    value = tools.pick(chance, values)
    if value is None:
        return None
    mark = chance.choice(("- ", "# ", "> ", "1. ", "* "))
    edit = third.rewritten(material, value, f"{mark}{value.value}")
    helps = ("list", "heading", "quotation", "mark", "line", mark.strip(), "number", "paragraph")
    return edit.fault("it becomes something else than a sentence", helps, f"{value.key}: {mark}{value.value}")


@OPERATORS.fault("files")
def key_of_the_glance_in_another_entry(material: Material, chance: random.Random) -> Fault | None:
    """A key of the glance lost its figure or its words, or stands with the wrong sort of value."""
    entries = [each for each in material.values if each.file == "summary.yaml" and each.path[-1] in ("figure", "says")]
    value = tools.pick(chance, entries)
    if value is None:
        return None
    text = material.text(value.file)
    begin = text.rfind("\n", 0, value.start) + 1
    key = str(value.path[-1])
    start = begin + text[begin : value.start].index(key)
    edit = Edit(material, value.file, start, value.start, f"{key.replace('says', 'text').replace('figure', 'value')}: ")
    return edit.fault(f"the key is {key}", (key,), f"{key}: → {edit.new}")


@OPERATORS.fault("files")
def braces_of_a_figure_lost(material: Material, chance: random.Random) -> Fault | None:
    """The braces around the keys of a figure are gone: `on-time: label: Plans on time, percent: 97`."""
    files = [each for each in material.yaml_files if re.search(r"(?m)^  [\w-]+: \{.*\}$", material.text(each))]
    file = tools.pick(chance, files)
    if file is None:
        return None
    made = second.in_line(material, chance, file, r"(?m)(?<=: )\{(.*)\}$", lambda match: match[1])
    if made is None:
        return None
    return made[0].fault("the keys of a figure stand in braces", ("{", "brace", "bracket", "quotation", "colon"))


@OPERATORS.fault("files")
def key_where_it_does_not_belong(material: Material, chance: random.Random) -> Fault | None:
    """A key that the documentation knows is put into a file that does not have it."""
    file, line = chance.choice(
        (
            ("foreword.yaml", "plain: Most people were seen as often as they should be.\n"),
            ("recommendations.yaml", "urgent:\n  - says: Plans must be made on time.\n"),
            ("summary.yaml", "in_short: Plans on time\n"),
            ("good-practice.yaml", "next_steps: |\n  The area should send a plan.\n"),
            ("summary.yaml", "signatory: Chief Inspector\n"),
        )
    )
    if file not in material.files:
        return None
    text = material.text(file)
    edit = Edit(material, file, len(text), len(text), line)
    key = line.split(":")[0]
    return edit.fault(f"{file} has no key {key}", (key,), f"{file}: {key}")


@OPERATORS.fault("sheets")
def answer_with_a_mark(material: Material, chance: random.Random) -> Fault | None:
    """An assessor was not sure, and left a mark or a word beside an answer: «sufficient?», «yes (see notes)»."""
    file = tools.pick(chance, material.sheets)
    if file is None:
        return None
    rows = second.sheet(material, file)
    at = chance.randrange(1, len(rows))
    cells = [
        number
        for number, cell in enumerate(rows[at])
        if number > 0 and cell in ("yes", "no", "sufficient", "insufficient")
    ]
    cell = tools.pick(chance, cells)
    if cell is None:
        return None
    old = rows[at][cell]
    new = chance.choice((f"{old}?", f"{old} (see notes)", f"?{old}", f"{old}/no", f"{old} - check", f"{old}*"))
    rows[at][cell] = new
    places = (Place(file, at + 1), Place(file, 1), Place(file, 0))
    return Fault(
        {file: second.as_csv(rows)}, places, f"{new} is no answer", (old, new, "answer", "value"), f"{old} → {new}"
    )


@OPERATORS.fault("sheets")
def case_twice_in_other_letters(material: Material, chance: random.Random) -> Fault | None:
    """Two assessors entered the same case, one of them in small letters or with a space behind it."""
    file = "evidence/cases.csv"
    if file not in material.files:
        return None
    rows = second.sheet(material, file)
    at, target = chance.sample(range(1, len(rows)), 2)
    case = rows[at][0]
    new = chance.choice((case.lower(), f"{case} ", case.replace("-", " - "), f" {case}"))
    rows[target] = [new, *rows[target][1:]]
    places = (Place(file, at + 1), Place(file, target + 1), Place(file, 0))
    return Fault(
        {file: second.as_csv(rows)}, places, f"{case} is there already", (case, "twice", "already"), f"{case} / {new}"
    )
