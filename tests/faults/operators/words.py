"""Slips of words: twice or missing, hyphens, two spellings, placeholders, slips of typing."""

from __future__ import annotations

import random
from collections import Counter

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.passages import Stretch, made, one_of, stretches

OPERATORS = Operators()

_ALONE = r"(?<![\w'’.-]){}(?![\w'’-])"
_RULE = "the rules of English"

# Words twice, words missing -------------------------------------------------------------------------------------------


@OPERATORS.fault("language")
def word_twice(material: Material, rng: random.Random) -> Fault | None:
    """Write a word twice, in a line or over its end."""
    found = one_of(material, rng, r"(?<![\w'’-])[a-z]{2,}(?=[ ])")
    if found is None or found.text in ("had", "that", "so", "very", "who", "in", "on"):
        return None
    return made(material, found, f"{found.text} {found.text}", _RULE, "twice", "remove", "doubled", "repeated")


@OPERATORS.fault("language")
def to_dropped(material: Material, rng: random.Random) -> Fault | None:
    """Drop the «to» between a word that calls for it and a verb: «in order ensure»."""
    before = "able|unable|likely|unlikely|order|ought|failed|tended|attempted|tried|designed|due|expected|intended"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<word>{before}) to (?P<verb>[a-z]+)\b")
    if found is None:
        return None
    word, verb = found.match["word"], found.match["verb"]
    return made(material, found, f"{word} {verb}", _RULE, "«to»", f"{word} to", f"to {verb}", "missing")


@OPERATORS.fault("language")
def of_dropped(material: Material, rng: random.Random) -> Fault | None:
    """Drop the «of» after a word that calls for it: «the majority the cases»."""
    before = "majority|number|quality|most|some|range|proportion|lack|part|out|instead|one|each|none"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<word>{before}) of (?P<then>the|these|those|its|their)\b")
    if found is None:
        return None
    word, then = found.match["word"], found.match["then"]
    return made(material, found, f"{word} {then}", _RULE, "«of»", f"{word} of", f"of {then}", "missing")


@OPERATORS.fault("language")
def be_dropped(material: Material, rng: random.Random) -> Fault | None:
    """Drop the «be» or «been» of a passive: «should reviewed»."""
    found = one_of(
        material, rng, r"(?<![\w'’-])(?P<modal>should|could|must|may|might|cannot|would) be (?P<verb>[a-z]{3,}ed)\b"
    )
    if found is None:
        return None
    modal, verb = found.match["modal"], found.match["verb"]
    return made(material, found, f"{modal} {verb}", _RULE, "«be»", f"{modal} be", f"be {verb}", "missing")


@OPERATORS.fault("language")
def two_small_words(material: Material, rng: random.Random) -> Fault | None:
    """Leave two small words where a sentence was changed: «of in the cases», «the a plan»."""
    found = one_of(
        material,
        rng,
        r"(?<![\w'’-])(?P<first>of|for|by|with|from|the|an?|to|at) (?P<next>the|an?|his|their|its)(?= [a-z])",
    )
    if found is None:
        return None
    first, following = found.match["first"], found.match["next"]
    wrong = rng.choice([f"{first} {following} the", f"{first} {following} of", f"{first} {following} a"])
    if wrong.split()[1] == wrong.split()[2]:
        return None
    return made(
        material,
        found,
        wrong,
        _RULE,
        f"«{wrong.split()[1]} {wrong.split()[2]}»",
        "cannot follow",
        "remove",
        "left over",
    )


# Hyphens, two spellings -----------------------------------------------------------------------------------------------


@OPERATORS.fault("language")
def measure_without_hyphen(material: Material, rng: random.Random) -> Fault | None:
    """Put a measure in front of a noun and leave out its hyphen: «the 16 week review»."""
    nouns = "review|plan|order|stage|sentence|assessment|programme|visit|period|licence|meeting|interval|target|course"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<the>the|an?|each|this) (?P<noun>{nouns})(?![\w'’-])")
    if found is None:
        return None
    number = rng.choice(["16", "12", "20", "24", "36", "10", "six", "three", "four"])
    unit = rng.choice(["week", "month", "day", "year", "hour"])
    the = {"an": "a"}.get(found.match["the"], found.match["the"])
    new = f"{the} {number} {unit} {found.match['noun']}"
    return made(material, found, new, _RULE, f"{number}-{unit}", "hyphen")


_VARIANTS = (
    ("focused", "focussed"),
    ("benefited", "benefitted"),
    ("learned", "learnt"),
    ("judgement", "judgment"),
    ("judgements", "judgments"),
    ("acknowledgement", "acknowledgment"),
    ("adviser", "advisor"),
    ("advisers", "advisors"),
    ("while", "whilst"),
    ("among", "amongst"),
    ("inquiry", "enquiry"),
    ("reoffending", "re-offending"),
    ("reoffend", "re-offend"),
    ("email", "e-mail"),
    ("wellbeing", "well-being"),
    ("cooperation", "co-operation"),
    ("coordinated", "co-ordinated"),
    ("healthcare", "health care"),
)


@OPERATORS.fault("language")
def second_spelling_of_a_word(material: Material, rng: random.Random) -> Fault | None:
    """Spell a word in its other way in one place of several."""
    pairs = [*_VARIANTS, *((other, one) for one, other in _VARIANTS)]
    rng.shuffle(pairs)
    for one, other in pairs:
        found = stretches(material, _ALONE.format(one))
        if len(found) > 1 and not stretches(
            material, _ALONE.format(other), material.prose
        ):  # of two, either may be wrong
            return made(material, rng.choice(found), other, "other places spell it otherwise", f"«{one}»", one)
    return None


@OPERATORS.fault("language")
def second_way_to_join_a_word(material: Material, rng: random.Random) -> Fault | None:
    """Write a compound that has its hyphen everywhere without it, in one place of several: «self harm»."""
    found = stretches(material, r"(?<![\w'’-])[a-z]{3,}-[a-z]{3,}(?![\w'’-])")
    often = {word for word, count in Counter(each.text for each in found).items() if count > 2}
    places = [each for each in found if each.text in often]
    if not places:
        return None
    chosen = rng.choice(places)
    wrong = chosen.text.replace("-", rng.choice([" ", ""]))
    return made(material, chosen, wrong, "other places write it with a hyphen", chosen.text, "hyphen")


@OPERATORS.fault("language")
def american_spelling(material: Material, rng: random.Random) -> Fault | None:
    """Spell a word as Americans do."""
    pairs = {"programme": "program", "behaviour": "behavior", "organisation": "organization", "centre": "center"}
    pairs |= {"programmes": "programs", "organised": "organized", "labour": "labor", "licence": "license"}
    pairs |= {"recognised": "recognized", "offence": "offense", "defence": "defense", "favour": "favor"}
    right = rng.choice(list(pairs))
    found = one_of(material, rng, _ALONE.format(right))
    return made(material, found, pairs[right], "the English of Britain", f"«{right}»", right) if found else None


# Placeholders ---------------------------------------------------------------------------------------------------------


@OPERATORS.fault("language")
def placeholder_for_a_figure(material: Material, rng: random.Random) -> Fault | None:
    """Leave a sign where a figure was to come."""
    found = one_of(material, rng, r"(?<=[a-z] )(?=(?:of|cases|offenders|plans|staff)\b)")
    if found is None:
        return None
    left = rng.choice(
        ["XX%", "xx%", "X%", "??%", "NN", "???", "__%", "[x]%", "xx", "XXX", "n/k", "[figure]", "££", "[%]"]
    )
    return made(material, found, f"{left} ", "it is no word and no figure", "placeholder", "filled", "blank", "left")


@OPERATORS.fault("language")
def placeholder_in_a_sentence(material: Material, rng: random.Random) -> Fault | None:
    """Leave a note of the writer in a text."""
    found = one_of(material, rng, r"(?<=[a-z]{3})\.(?=\s)")
    left = rng.choice(
        [
            " (tbc).",
            " [TBC].",
            " [check with Ann].",
            " [check figure].",
            " <insert name>.",
            " (insert date here).",
            ". Lorem ipsum dolor sit amet.",
            " [to be confirmed].",
            ". [DN: is this right?]",
            " – TBD.",
            " [name].",
            ". NB: update before publication.",
            " xxxx.",
            " (FIXME).",
            " [ref?].",
            " [source].",
            ". [Insert text]",
            " ….. .",
            " (date to follow).",
            ". *** to be completed ***",
        ]
    )
    if found is None:
        return None
    return made(material, found, left, "it is a note of the writer", "placeholder", "filled", "note", "blank", "left")


# Slips of typing ------------------------------------------------------------------------------------------------------

_LONG = r"(?<![\w'’.-])[a-z]{7,}(?![\w'’-])"
_NEIGHBOURS = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "r": "t", "s": "d", "t": "y", "l": "k", "d": "f"}


@OPERATORS.fault("language")
def letters_swapped(material: Material, rng: random.Random) -> Fault | None:
    """Swap two letters of a word."""
    found = one_of(material, rng, _LONG)
    if found is None:
        return None
    at = rng.randrange(1, len(found.text) - 2)
    word = found.text
    return _misspelt(material, found, word[:at] + word[at + 1] + word[at] + word[at + 2 :])


@OPERATORS.fault("language")
def letter_dropped(material: Material, rng: random.Random) -> Fault | None:
    """Drop a letter of a word, neither its first nor its last."""
    found = one_of(material, rng, _LONG)
    if found is None:
        return None
    at = rng.randrange(1, len(found.text) - 1)
    return _misspelt(material, found, found.text[:at] + found.text[at + 1 :])


@OPERATORS.fault("language")
def letter_doubled(material: Material, rng: random.Random) -> Fault | None:
    """Type a letter of a word twice."""
    found = one_of(material, rng, _LONG)
    if found is None:
        return None
    at = rng.randrange(1, len(found.text) - 1)
    return _misspelt(material, found, found.text[:at] + found.text[at] + found.text[at:])


@OPERATORS.fault("language")
def wrong_key(material: Material, rng: random.Random) -> Fault | None:
    """Hit the key beside the right one."""
    found = one_of(material, rng, _LONG)
    if found is None:
        return None
    places = [at for at in range(1, len(found.text)) if found.text[at] in _NEIGHBOURS]
    if not places:
        return None
    at = rng.choice(places)
    return _misspelt(material, found, found.text[:at] + _NEIGHBOURS[found.text[at]] + found.text[at + 1 :])


@OPERATORS.fault("language")
def words_run_together(material: Material, rng: random.Random) -> Fault | None:
    """Leave out the space between two words: «ofthe»."""
    found = one_of(
        material,
        rng,
        r"(?<![\w'’.-])(?P<first>of|in|to|the|and|had|been|were|for|with|not) (?P<next>[a-z]{2,})(?![\w'’-])",
    )
    if found is None or found.text in (
        "in to",
        "for ever",
        "in side",
        "not able",
        "with in",
        "with out",
        "in put",
        "the me",
    ):
        return None
    return made(material, found, found.text.replace(" ", ""), "it is no word", found.text, "space")


@OPERATORS.fault("language")
def space_inside_a_word(material: Material, rng: random.Random) -> Fault | None:
    """Put the space a letter too early or too late: «o ften», «planswere made»."""
    found = one_of(material, rng, r"(?<![\w'’.-])(?P<first>[a-z]{4,}) (?P<next>[a-z]{4,})(?![\w'’-])")
    if found is None:
        return None
    first, following = found.match["first"], found.match["next"]
    wrong = rng.choice([f"{first[:-1]} {first[-1]}{following}", f"{first}{following[0]} {following[1:]}"])
    return made(material, found, wrong, "they are no words", found.text, first, following, "space")


def _misspelt(material: Material, found: Stretch, wrong: str) -> Fault | None:
    words = {each.text for each in stretches(material, r"[a-z]+", material.prose)}
    if wrong in words or wrong == found.text:
        return None
    return made(material, found, wrong, "it is no word", f"«{found.text}»", found.text)
