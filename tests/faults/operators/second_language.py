"""Words that are wrong in English: what fingers, autocorrect, a translator and the notes of a reviewer leave behind."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_AMERICAN = {
    r"\b([Pp])rogramme": "{}rogram",
    r"\b([Bb])ehaviour": "{}ehavior",
    r"\b([Cc])entre\b": "{}enter",
    r"\b([Oo])rganis(?=e|a|i)": "{}rganiz",
    r"\b([Rr])ecognis(?=e|i)": "{}ecogniz",
    r"\b([Pp])rioritis(?=e|i)": "{}rioritiz",
    r"\b([Ll])abour\b": "{}abor",
    r"\b([Ff])avour": "{}avor",
    r"\b([Dd])efence\b": "{}efense",
    r"\b([Oo])ffence": "{}ffense",
    r"\b([Jj])udgement": "{}udgment",
}
_MISTAKEN = {
    r"\bthan (?=a|the|in|that|half)": ("then ", "than"),
    r"\bfrom (?=the|a|their|other)": ("form ", "from"),
    r"\btheir (?=[a-z]{4,}\b)": ("there ", "their"),
    r"\bwhose (?=[a-z]{4,})": ("who's ", "whose"),
    r"(?<=[a-z]s )were (?=[a-z]+ed\b|not|too|made|good)": ("where ", "were"),
    r"\bpublic\b": ("pubic", "public"),
    r"(?<=had )been (?=[a-z]+ed\b)": ("bean ", "been"),
    r"(?<=number )of\b": ("off", "of"),
    r"(?<=had )led\b": ("lead", "led"),
    r"\btoo (?=few|many|little|much|often|late|long)": ("to ", "too"),
    r"\bits (?=[a-z]{4,})": ("it's ", "its"),
    r"\bquite\b": ("quiet", "quite"),
    r"\beffect (?=of|on)": ("affect ", "effect"),
    r"(?<=[a-z] )whether (?=the|a|they|it)": ("weather ", "whether"),
}


@OPERATORS.fault("language")
def small_word_doubled(material: Material, chance: random.Random) -> Fault | None:
    """A small word is typed again after a pause, perhaps on the next line."""
    pattern = r"(?<=[a-z] )(the|of|to|and|in|was|were|for|by|with|on|from|a|their|not)(?= [a-z])"
    spot = second.replaced_at(material, chance, pattern)
    if spot is None:
        return None
    edit = Edit(material, spot.value.file, spot.end, spot.end, f" {spot[0]}")
    return edit.fault("a word stands twice", ("twice", "double", "repeat", "again", f"{spot[0]} {spot[0]}"))


@OPERATORS.fault("language")
def one_word_for_another(material: Material, chance: random.Random) -> Fault | None:
    """A word that exists, and that the spelling checker lets pass, in place of the one that was meant."""
    patterns = {pattern: f"{wrong}/{right}" for pattern, (wrong, right) in _MISTAKEN.items()}
    found = tools.one_of(material, chance, patterns)
    if found is None:
        return None
    spot, words = found
    wrong, right = words.split("/")
    return tools.at_spot(material, spot, wrong).fault(f"it has to be {right}", (f"{right}",))


@OPERATORS.fault("language")
def verb_of_the_other_number(material: Material, chance: random.Random) -> Fault | None:
    """A verb in the singular after a plural, or the other way round, after a sentence was reworded."""
    patterns = {
        r"(?<=\b[Pp]lans )(were)\b": "was",
        r"(?<=\b[Rr]eviews )(were)\b": "was",
        r"(?<=[a-z]ers )(were|have)\b": "",
        r"(?<=\b[Tt]hey )(were|have)\b": "",
        r"(?<=\b[Tt]here )(were)(?= (?:many|few|some|several|no [a-z]+s)\b)": "was",
        r"(?<=\bassessments )(were|have)\b": "",
        r"(?<=\b[Ii]t )(was|has)\b": "",
        r"(?<=\bThis )(was|has)\b": "",
    }
    found = tools.one_of(material, chance, patterns)
    if found is None:
        return None
    spot, _ = found
    wrong = {"were": "was", "was": "were", "have": "has", "has": "have"}[spot[0]]
    return tools.at_spot(material, spot, wrong).fault(
        "verb and noun differ in number", (spot[0], "plural", "singular", "agree")
    )


@OPERATORS.fault("language")
def article_before_another_sound(material: Material, chance: random.Random) -> Fault | None:
    """The word after an article was replaced, the article was not."""
    pattern = r"(?<=[a-z] )(?:an (?=[aeio][a-z]{3,})(?!on[ce])|a (?=[bcdfgjklmnpqrstvwyz][a-z]{2,}))"
    spot = second.replaced_at(material, chance, pattern)
    if spot is None:
        return None
    right = spot[0].strip()
    wrong = "a " if right == "an" else "an "
    word = re.match(r"\w+", material.text(spot.value.file)[spot.end :])
    assert word is not None
    return tools.at_spot(material, spot, wrong).fault(
        "the article does not fit", (f"{right} {word[0]}", f"«{right}»", "article")
    )


@OPERATORS.fault("language")
def american_spelling(material: Material, chance: random.Random) -> Fault | None:
    """The word processor was set to American English."""
    found = tools.one_of(material, chance, _AMERICAN)
    if found is None:
        return None
    spot, new = found
    return tools.at_spot(material, spot, new.format(spot[1])).fault(
        "reports are in British English", (spot[0], "british", "american", "spelling")
    )


@OPERATORS.fault("language")
def slip_in_a_long_word(material: Material, chance: random.Random) -> Fault | None:
    """A letter of a long word is lost, doubled, or changes places with its neighbour."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{8,}(?= [a-z])")
    if spot is None:
        return None
    wrong = tools.letters_changed(chance, spot[0])
    if re.search(rf"\b{wrong}\b", " ".join(each.value for each in material.prose)):
        return None
    return tools.at_spot(material, spot, wrong).fault(f"it is spelt {spot[0]}", (spot[0],))


@OPERATORS.fault("language")
def small_word_lost(material: Material, chance: random.Random) -> Fault | None:
    """A small word goes with the words that were deleted before it."""
    patterns = {
        r"(?<=\}\}) of(?= cases\b)": "",
        r"(?<=\bnumber) of(?= [a-z]+s\b)": "",
        r"(?<=\black) of(?= [a-z])": "",
        r"(?<=\baccording) to(?= [a-z])": "",
        r"(?<=\bneeded) to(?= be\b)": "",
        r"(?<=\bable) to(?= [a-z])": "",
        r"(?<=\bhad to) be(?= [a-z]+ed\b)": "",
        r"(?<=\bquality) of(?= [a-z]+s\b)": "",
        r"(?<=\bin order) to(?= [a-z])": "",
        r"(?<=\bmost) of(?= (?:the|these)\b)": "",
        r"(?<=\blikely) to(?= [a-z])": "",
    }
    found = tools.one_of(material, chance, patterns)
    if found is None:
        return None
    spot, new = found
    word = spot[0].strip()
    text = material.text(spot.value.file)
    shown = f"…{text[spot.start - 15 : spot.start]}[{word}]{text[spot.end : spot.end + 15]}…"
    fault = tools.at_spot(material, spot, new).fault(
        f"the word {word} is missing", (f"«{word}»", f" {word} ", "missing"), shown
    )
    return Fault(fault.files, (second.place(material, spot.value.file, spot.start),), fault.witness, fault.helps, shown)


@OPERATORS.fault("language")
def text_cut_in_the_middle(material: Material, chance: random.Random) -> Fault | None:
    """The last words of a text were not selected when it was copied."""
    fitting = [each for each in tools.texts(material) if len(each.value.split()) > 15 and "\n- " not in each.value]
    value = tools.pick(chance, fitting)
    if value is None:
        return None
    raw = material.raw(value).rstrip()
    spaces = [
        match.start()
        for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", tools.masked(raw))
        if match.start() > len(raw) - 90
    ]
    if not spaces:
        return None
    start = value.start + chance.choice(spaces)
    end = value.start + len(raw)
    edit = Edit(material, value.file, start, end, "")
    fault = edit.fault("the last sentence has no end", ("full stop", "end", "sentence", "cut", "unfinished"))
    place = second.place(material, value.file, start)
    return Fault(fault.files, (place,), fault.witness, fault.helps, f"cut: {material.text(value.file)[start:end]}")


@OPERATORS.fault("language")
def place_kept_for_something(material: Material, chance: random.Random) -> Fault:
    """A mark that keeps a place for a figure or a name was never filled."""
    mark = chance.choice(("XX", "[number]", "TBC", "???", "[insert figure]", "xx", "[name of unit]", "tbc", "___"))
    patterns = (
        "Of the {things}, {mark} had been {done}.",
        "In {mark} cases {things} were not {done}.",
        "The {staff} had {mark} vacancies.",
        "The policy was to be reviewed in {mark}.",
        "According to {mark}, this had improved.",
        "The budget for {staff} was £{mark}.",
    )
    sentence = second.filled(material, chance, patterns, mark=mark)
    helps = (mark, "placeholder", "unfinished", "draft", "fill", "place")
    return second.said_wrong(material, chance, sentence, f"{mark} keeps the place of something", helps)


@OPERATORS.fault("language")
def note_of_a_reviewer(material: Material, chance: random.Random) -> Fault:
    """A note that a reviewer wrote into the text for the author was left there."""
    who = chance.choice(("SF", "JH", "KB", "Editor", "Comment", "NB"))
    patterns = (
        "[{who}: do we have evidence for this?]",
        "({who} – please check with the area.)",
        "[{who}: figure to be confirmed]",
        "(TODO: say what the {things} showed.)",
        "[Delete? {who}]",
        "[{who}: reword this, it repeats what stands above about {things}]",
        "[Question for the {staff}: is this still true? {who}]",
        "*** {who}: to be checked before publication ***",
    )
    sentence = second.filled(material, chance, patterns, who=who)
    helps = ("note", "comment", "bracket", "todo", "review", "left", "draft", "editor", "query", who)
    return second.said_wrong(material, chance, sentence, "it speaks to the author, not to the reader", helps)


@OPERATORS.fault("language")
def sentence_without_its_capital(material: Material, chance: random.Random) -> Fault | None:
    """The first words of a sentence were deleted; the next begins with a small letter."""
    spot = second.replaced_at(
        material, chance, r"(?<=[a-z]\. )(?:The|In|This|Inspectors|Managers|Staff|Where|Some|All)(?= [a-z])"
    )
    if spot is None:
        return None
    return tools.at_spot(material, spot, spot[0].lower()).fault(
        "a sentence begins with a capital", ("capital", "small letter", spot[0])
    )


@OPERATORS.fault("language")
def apostrophe_of_a_plural(material: Material, chance: random.Random) -> Fault | None:
    """A plural gets an apostrophe, or a possessive of a plural one in the wrong place."""
    patterns = {
        r"\b[a-z]{4,}[^s\W]s(?= (?:were|had been|had not)\b)": "plural",
        r"\b(?:children|people|women|men)'s\b": "own",
    }
    found = tools.one_of(material, chance, patterns)
    if found is None:
        return None
    spot, sort = found
    wrong = f"{spot[0][:-1]}'s" if sort == "plural" else spot[0].replace("'s", "s'")
    return tools.at_spot(material, spot, wrong).fault(f"it is written {spot[0]}", (f"{spot[0]}", "apostrophe"))


@OPERATORS.fault("language")
def grammar_of_speech(material: Material, chance: random.Random) -> Fault:
    """A sentence that was written as it is spoken, or put together from two, and is no English."""
    patterns = (
        ("More could of been done with the {things}.", "have"),
        ("The {staff} should of been told.", "have"),
        ("Neither the {things} or the notes had been {done}.", "nor"),
        ("Either the {staff} nor their managers knew of it.", "or"),
        ("The {things} was to be {done} by they.", "them"),
        ("The {staff} did not had time for the {things}.", "have"),
        ("Many of the {things} has been {done}.", "have"),
        ("The wait was more longer than for other {staff}.", "longer"),
        ("Between six to nine of the {things} had been {done}.", "and"),
        ("Managers were suppose to look at the {things}.", "supposed"),
        ("The {staff} would of liked to help.", "have"),
    )
    pattern, right = chance.choice(patterns)
    sentence = second.filled(material, chance, [pattern])
    return second.said_wrong(material, chance, sentence, f"in English it has to be {right}", (right, "grammar"))
