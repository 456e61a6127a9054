"""Names, people and references in the places that are read last: labels, captions, footnotes, cells, the glance."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.somebody import pnc_id_of

OPERATORS = Operators(blind=True)

_NAMES = ("Darren Hollis", "Kelly Marsden", "Wayne Tranter", "Leanne Akhtar", "Ryan Pemberton", "Stacey Broughton")
_IDENTIFIES = ("identif", "person", "name", "private", "somebody")
_DOCUMENTED = "no name, date of birth, address or number of a real person goes into a text"


@OPERATORS.fault("names")
def definition_that_the_list_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A text defines an abbreviation of the list, and with other words."""
    listed = {str(key): str(value) for key, value in material.data("abbreviations.yaml").items()}
    fitting = [(key, value) for key, value in listed.items() if key.isupper() and len(value.split()) > 2]
    chosen = tools.pick(chance, fitting)
    if chosen is None:
        return None
    key, value = chosen
    words = value.split()
    at = chance.randrange(len(words))
    words[at] = chance.choice(("Regional", "Joint", "Central")) if words[at][0].isupper() else "regional"
    definition = f"{key}\n: {' '.join(words)}."
    edit = tools.appended(material, chance.choice(third.roomy(material)), definition, apart=True)
    also = [edit.place("abbreviations.yaml", material.text("abbreviations.yaml").index(f"{key}:"))]
    return edit.fault(f"the list has: {value}", (value, key), definition.replace("\n", " ⏎ "), also)


@OPERATORS.fault("names")
def abbreviation_of_a_label_that_is_not_listed(material: Material, chance: random.Random) -> Fault | None:
    """A label, a caption or a short text uses an abbreviation that nobody explains."""
    value = tools.pick(chance, third.short_values(material))
    if value is None:
        return None
    short = chance.choice(("KQPR", "RTBA", "LVSU", "DPRT", "QOMS"))
    words = f"{value.value.rstrip('.')} ({short})" + "." * value.value.endswith(".")
    edit = third.rewritten(material, value, words)
    return edit.fault(f"{short} is in no list", (short,), f"{value.key}: {words}")


@OPERATORS.fault("names")
def area_misspelt_in_a_short_text(material: Material, chance: random.Random) -> Fault | None:
    """A caption, a short text or a footnote misspells the name of the area."""
    area = str(tools.identity(material)["area"])
    wrong = tools.letters_changed(chance, area)
    values = list(third.short_values(material, ("caption", "says", "in_short", "heading", "label")))
    value = tools.pick(chance, values)
    if value is None or wrong == area:
        return None
    if chance.random() < 0.4:
        edit = third.with_note(material, chance, f"Figures of {wrong}, which leave out those in custody.")
        return edit.fault(f"the area is {area}", (area,), f"note: {wrong}")
    words = f"{value.value.rstrip('.')} in {wrong}" + "." * value.value.endswith(".")
    return third.rewritten(material, value, words).fault(f"the area is {area}", (area,), f"{value.key}: {words}")


@OPERATORS.fault("people")
def person_named_in_a_footnote(material: Material, chance: random.Random) -> Fault:
    """A footnote names whom the inspectors asked, or whose case it was."""
    name = chance.choice(_NAMES)
    patterns = (
        "Interview with {name}, who was on licence at the time.",
        "The case is that of {name}, whom two officers had supervised.",
        "{name}, an offender, told us so.",
        "Told to us by {name}, victim of a burglary.",
    )
    note = chance.choice(patterns).format(name=name)
    return third.with_note(material, chance, note).fault(_DOCUMENTED, (name, *_IDENTIFIES), note)


@OPERATORS.fault("people")
def number_of_a_person_in_a_cell(material: Material, chance: random.Random) -> Fault:
    """A table in a text lists cases by the number of a prisoner or of the police, or by initials and date of birth."""
    digits = [str(chance.randint(0, 9)) for _ in range(6)]
    number, helps = chance.choice(
        (
            (f"A{''.join(digits[:4])}{chance.choice('CDFGK')}{chance.choice('ACEHK')}", ("prison", "number")),
            (pnc_id_of(chance), ("police", "PNC", "number")),
            (
                f"born {chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/19{chance.randint(60, 88)}",
                ("birth", "born"),
            ),
            (f"QQ {''.join(digits)[:2]} {''.join(digits)[2:4]} {''.join(digits)[4:]} C", ("insurance", "number")),
        )
    )
    if number.startswith("QQ"):
        number = f"JB{number[2:]}"
    rows = ((number, "Plan late"), ("Other cases", "Plans on time"))
    edit = third.with_table(material, chance, ("Case", "Result"), *rows)
    return edit.fault(_DOCUMENTED, (*helps, *_IDENTIFIES), number)


@OPERATORS.fault("people")
def person_named_in_a_short_text(material: Material, chance: random.Random) -> Fault | None:
    """A short text of the glance, a recommendation in short or a caption names somebody."""
    value = tools.pick(chance, third.short_values(material, ("says", "in_short", "caption")))
    if value is None:
        return None
    name = chance.choice(_NAMES)
    patterns = {
        "says": "{name}, an offender, had found work.",
        "in_short": "Review the case of {name} at once",
        "caption": "Contacts with {name}, by month",
    }
    words = patterns[value.key].format(name=name)
    edit = third.rewritten(material, value, words)
    return edit.fault(_DOCUMENTED, (name, *_IDENTIFIES), f"{value.key}: {words}")


@OPERATORS.fault("people")
def person_named_in_what_a_picture_shows(material: Material, chance: random.Random) -> Fault:
    """What stands for a picture, or its caption, names an offender who is to be seen."""
    name = chance.choice(_NAMES)
    alt, caption = chance.choice(
        (
            (f"{name}, who is on a community order, painting a fence", "Unpaid work in a park"),
            ("A man at a table with an open file", f"The offender {name} with his officer"),
            (f"The offender {name} in a kitchen", "Cooking together"),
        )
    )
    picture = f'![{alt}](images/added.png "{caption}")\nPhotograph: {tools.identity(material)["area"]}, 2008'
    edit = third.with_picture(material, chance, picture)
    return third.with_image(edit.fault(_DOCUMENTED, (name, *_IDENTIFIES), f"{alt} / {caption}"))


@OPERATORS.fault("references")
def finding_of_the_glance_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """The finding or the figure that the glance goes by is misspelt."""
    values = [
        each for each in material.values if each.file == "summary.yaml" and each.path[-1] in ("finding", "figure")
    ]
    value = tools.pick(chance, values)
    if value is None:
        return None
    number, name = value.value.split("/", 1)
    wrong = f"{number}/{tools.letters_changed(chance, name.split(' |')[0])}{name[len(name.split(' |')[0]) :]}"
    edit = tools.at_value(material, value, wrong)
    return edit.fault(
        f"it is {value.value}", (value.value.split(" |")[0], name.split(" |")[0], "no finding", "no figure")
    )


@OPERATORS.fault("references")
def target_in_a_footnote_or_a_cell(material: Material, chance: random.Random) -> Fault:
    """A footnote or a cell refers to a criterion, a table or a finding that is not in the report."""
    target = chance.choice(
        ("{criterion}`9.9`", "{table}`waiting-lists`", "{finding}`1.1/no-such-point`", "{chart}`ages-of-staff`")
    )
    if chance.random() < 0.5:
        edit = third.with_note(material, chance, f"More on this stands in {target}.")
    else:
        rows = (("Reviews", target), ("Visits", "Not judged"))
        edit = third.with_table(material, chance, ("Piece of work", "Judged in"), *rows)
    helps = (target.split("`")[1], "there is no", "not in the report")
    return edit.fault("the report has no such place", helps, target)


@OPERATORS.fault("references")
def chart_or_table_by_a_number_too_high(material: Material, chance: random.Random) -> Fault:
    """A text speaks of a chart or a table by a number that none has."""
    number = chance.randint(19, 48)
    kind = chance.choice(("Chart", "Table", "Figure"))
    patterns = (
        "{kind} {number} shows how the {things} had changed.",
        "How many {things} there were is shown in {kind} {number}.",
        "The {things} are broken down in {kind} {number} below.",
    )
    sentence = second.filled(material, chance, patterns, kind=kind, number=number)
    helps = (f"{kind.lower()} {number}", kind.lower(), "role", f"{number}")
    return second.said_wrong(material, chance, sentence, f"there is no {kind} {number}", helps)


@OPERATORS.fault("references")
def mark_of_another_note(material: Material, chance: random.Random) -> Fault:
    """Two footnotes stand in a text; a mark has the name of none, and so a note is referred to by none."""
    first, last = chance.sample(("bus", "files", "weeks", "visits", "custody"), 2)
    wrong = tools.letters_changed(chance, f"{last}-area")
    text = (
        f"Half of the papers were at hand.[^{first}] The others came later.[^{wrong}]\n\n"
        f"[^{first}]: By the area's own count.\n\n[^{last}-area]: Within a week, as the area said."
    )
    edit = tools.appended(material, chance.choice(third.roomy(material)), text, apart=True)
    return edit.fault("the note has another name", (wrong, f"{last}-area", "note"), f"[^{wrong}] / [^{last}-area]")
