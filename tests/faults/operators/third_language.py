"""Words that are wrong in English: order, tense, comparison, prepositions, and sentences that are none."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_TURNED = {
    r"\bhad been (?=[a-z]+ed\b)": ("been had ", "had been"),
    r"\bhad not (?=[a-z])": ("not had ", "had not"),
    r"\bof the (?=[a-z]{4,})": ("the of ", "of the"),
    r"\bin the (?=[a-z]{4,})": ("the in ", "in the"),
    r"\bto be (?=[a-z]+ed\b)": ("be to ", "to be"),
    r"\bdid not (?=[a-z])": ("not did ", "did not"),
    r"\bwere not (?=[a-z])": ("not were ", "were not"),
    r"\bas well as (?=[a-z])": ("well as as ", "as well as"),
    r"\bmore than (?=[a-z])": ("than more ", "more than"),
}

_PREPOSITIONS = {
    r"(?<=\bresponsible )for\b": "of",
    r"(?<=\bdepend )on\b": "of",
    r"(?<=\bdepended )on\b": "of",
    r"(?<=\bbased )on\b": "of",
    r"(?<=\baware )of\b": "on",
    r"(?<=\bresulted )in\b": "to",
    r"(?<=\binvolved )in\b": "to",
    r"(?<=\baccess )to\b": "of",
    r"(?<=\battention )to\b": "of",
    r"(?<=\baccording )to\b": "with",
    r"(?<=\bable )to (?=[a-z])": "of ",
    r"(?<=\bcapable )of\b": "to",
    r"(?<=\bconsisted )of\b": "from",
    r"(?<=\binstead )of\b": "from",
    r"(?<=\blikely )to\b": "of",
    r"(?<=\brather )than\b": "as",
    r"(?<=\bcontributed )to\b": "of",
    r"(?<=\black )of\b": "on",
}


@OPERATORS.fault("language")
def neighbours_changed_over(material: Material, chance: random.Random) -> Fault | None:
    """Two small words stand in the wrong order after a sentence was mended."""
    found = tools.one_of(material, chance, {pattern: "/".join(new) for pattern, new in _TURNED.items()})
    if found is None:
        return None
    spot, words = found
    wrong, right = words.split("/")
    return tools.at_spot(material, spot, wrong).fault("no sentence has them so", (right, wrong.strip(), "order"))


@OPERATORS.fault("language")
def ending_of_a_participle_lost(material: Material, chance: random.Random) -> Fault | None:
    """The ending of a participle is gone: «had been use by», «were allocate to»."""
    pattern = (
        r"(?<=\b(?:been|were) )([a-z]+(?:at|is|ov|ev|iv|id|in|ur|os|us|ac|ud)e)(?<!separate)d"
        r"(?= (?:to|by|in|for|with|from|on|before|after|within|at)\b)"
    )
    spot = second.replaced_at(material, chance, pattern)
    if spot is None:
        return None
    return tools.at_spot(material, spot, spot[1]).fault(f"it has to be {spot[0]}", (spot[0], "participle"))


@OPERATORS.fault("language")
def preposition_of_another_word(material: Material, chance: random.Random) -> Fault | None:
    """A word has a preposition that English does not give it."""
    found = tools.one_of(material, chance, _PREPOSITIONS)
    if found is None:
        return None
    spot, wrong = found
    text = material.text(spot.value.file)
    before = text[: spot.start].split()[-1]
    right = f"{before} {spot[0].strip()}"
    return tools.at_spot(material, spot, wrong).fault(f"it has to be {right}", (right, f"«{spot[0].strip()}»"))


@OPERATORS.fault("language")
def comparison_gone_wrong(material: Material, chance: random.Random) -> Fault:
    """A comparison is made twice, or with the wrong word."""
    pattern, right = chance.choice(
        (
            ("The {things} were more better than the year before.", "better"),
            ("These {things} were as good than those of other areas.", "as good as"),
            ("The {staff} were more busier than before.", "busier"),
            ("Of all offices this one was the most largest.", "largest"),
            ("The {things} were better as those of the year before.", "than"),
            ("The more {things} were read, the most was learned.", "the more"),
            ("There were fewer {things} as in other areas.", "than"),
            ("The new form was more easy than simpler than the old one.", "than"),
        )
    )
    sentence = second.filled(material, chance, [pattern])
    return second.said_wrong(material, chance, sentence, f"in English it is {right}", (right, "comparison", "compar"))


@OPERATORS.fault("language")
def plural_of_what_is_not_counted(material: Material, chance: random.Random) -> Fault | None:
    """A word that has no plural has got one."""
    spot = second.replaced_at(
        material,
        chance,
        r"\b(?:information|advice|evidence|equipment|guidance|feedback|progress|training)\b"
        r"(?= [a-z])(?! (?:plan|course|event|need))",
    )
    if spot is None:
        return None
    return tools.at_spot(material, spot, f"{spot[0]}s").fault(f"{spot[0]} has no plural", (f"{spot[0]}", "plural"))


@OPERATORS.fault("language")
def joined_twice(material: Material, chance: random.Random) -> Fault:
    """Two clauses are joined by two words that say the same, one at each end."""
    pattern, words = chance.choice(
        (
            ("Although the {things} were late, but they had been {done}.", ("although", "but")),
            ("Because the {staff} were new, so the {things} were late.", ("because", "so")),
            ("Despite of the delays, the {things} had been {done}.", ("despite",)),
            ("The {things} were late, because of the {staff} were new.", ("because",)),
            ("Even although the {staff} were new, the {things} were on time.", ("even though", "although")),
            ("Not only the {things} were late, they were and incomplete.", ("not only", "but", "and")),
            ("Both the {things} or the notes had been {done}.", ("both", "and")),
            ("The reason is because the {staff} were new and, and so on.", ("reason", "and")),
        )
    )
    sentence = second.filled(material, chance, [pattern])
    return second.said_wrong(material, chance, sentence, "one of the two joins them", words)


@OPERATORS.fault("language")
def sentence_that_is_none(material: Material, chance: random.Random) -> Fault:
    """What should be the end of the sentence before stands as a sentence of its own, without a main clause."""
    patterns = (
        "Which was not the case for the {things}.",
        "Because the {staff} were new to the work.",
        "Although the {things} had been {done}.",
        "Whereas the {things} had not been {done}.",
        "Such as the {things} that had not been {done}.",
        "And that the {staff} had not been told.",
        "Whose {things} had not been {done}.",
    )
    sentence = second.filled(material, chance, patterns)
    helps = ("sentence", "clause", sentence.split()[0], "fragment")
    return second.said_wrong(material, chance, sentence, "it has no main clause", helps)


@OPERATORS.fault("language")
def past_for_a_participle(material: Material, chance: random.Random) -> Fault:
    """The past of an irregular verb stands where its participle belongs, or the other way round."""
    pattern, right = chance.choice(
        (
            ("The {staff} had went to each meeting.", "gone"),
            ("Some {things} had been wrote by hand.", "written"),
            ("The {staff} had took part in the course.", "taken"),
            ("The {things} were gave to a manager.", "given"),
            ("Work on the {things} had began in spring.", "begun"),
            ("The area had chose another form.", "chosen"),
            ("The {staff} had spoke to each family.", "spoken"),
            ("The {things} had been broke off.", "broken"),
            ("The {staff} seen the {things} each month.", "saw"),
            ("Targets had fell behind.", "fallen"),
            ("A manager had drew up a list of {things}.", "drawn"),
            ("The {staff} had knew of this for a year.", "known"),
        )
    )
    sentence = second.filled(material, chance, [pattern])
    return second.said_wrong(material, chance, sentence, f"the participle is {right}", (right,))


@OPERATORS.fault("language")
def two_words_twice(material: Material, chance: random.Random) -> Fault | None:
    """Two words were typed twice: «had been had been»."""
    spot = second.replaced_at(
        material,
        chance,
        r"(?<=[a-z] )(?:had been|of the|in the|to the|for the|did not|should be|at the|by the|as a)(?= [a-z])",
    )
    if spot is None:
        return None
    edit = Edit(material, spot.value.file, spot.end, spot.end, f" {spot[0]}")
    return edit.fault(
        "two words stand twice", ("twice", "double", "repeat", "again", f"{spot[0]} {spot[0]}"), f"{spot[0]} {spot[0]}"
    )


@OPERATORS.fault("language")
def slip_in_a_short_text(material: Material, chance: random.Random) -> Fault | None:
    """A letter of a long word of a label, a caption or a short text changes places, is lost or doubled."""
    values = [
        (each, word)
        for each in third.short_values(material)
        for word in each.value.split()
        if len(word) >= 8 and word.isalpha() and word.islower()
    ]
    found = tools.pick(chance, values)
    if found is None:
        return None
    value, word = found
    wrong = tools.letters_changed(chance, word)
    edit = third.rewritten(material, value, value.value.replace(word, wrong, 1))
    return edit.fault(f"it is spelt {word}", (word,), f"{value.key}: {word} → {wrong}")


@OPERATORS.fault("language")
def people_that_are_things(material: Material, chance: random.Random) -> Fault | None:
    """A relative pronoun of things stands after people, or one of people after things."""
    patterns = {
        r"(?<=\boffenders )who\b": "which",
        r"(?<=\bpeople )who\b": "which",
        r"(?<=\bstaff )who\b": "which",
        r"(?<=\bmanagers )who\b": "which",
        r"(?<=\bthose )who\b": "which",
        r"(?<=\bvictims )who\b": "which",
    }
    found = tools.one_of(material, chance, patterns)
    if found is None:
        return None
    spot, wrong = found
    return tools.at_spot(material, spot, wrong).fault(f"of people it is {spot[0]}", (f"«{spot[0]}»", f" {spot[0]}"))


@OPERATORS.fault("language")
def base_form_after_a_preposition(material: Material, chance: random.Random) -> Fault | None:
    """A verb after a preposition has lost its ending: «by make sure», «of assess the risks»."""
    pattern = (
        r"(?<=\b(?:by|of) )(check|assess|review|work|plan|see|support|record|interview|develop|address|attend|offend"
        r"|carry|keep|find|train|seek|meet|report|ask|do|read|show|reduc|mak|giv)(?:n)?ing"
        r"(?= (?:the|a|an|their|how|whether|what|them|up|out)\b)"
    )
    spot = second.replaced_at(material, chance, pattern)
    if spot is None:
        return None
    wrong = {"reduc": "reduce", "mak": "make", "giv": "give"}.get(spot[1], spot[1])
    return tools.at_spot(material, spot, wrong).fault(f"after a preposition it is {spot[0]}", (spot[0], "-ing"))
