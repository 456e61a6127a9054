"""Characters damaged on the way: scanned pages, keys that hang, marks that lost their other half."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third

OPERATORS = Operators(blind=True)

_SCANNED = {"rn": "m", "li": "h", "cl": "d", "in": "m", "ti": "h", "vi": "w", "m": "rn", "h": "li", "d": "cl"}


@OPERATORS.fault("characters")
def bracket_without_its_pair(material: Material, chance: random.Random) -> Fault:
    """A bracket was opened, and never closed, or the other way round."""
    patterns = (
        "The {things} (which were new to most of them had been {done}.",
        "The {things}, as many {staff} said), had been {done}.",
        "Some {staff} (those of the court team were not asked.",
        "The form [see the guidance for {staff} was not in use.",
        "Managers (and their deputies) had been asked (as had {staff}.",
    )
    sentence = second.filled(material, chance, patterns)
    return second.said_wrong(material, chance, sentence, "a bracket has no other half", ("bracket", "(", ")", "["))


@OPERATORS.fault("characters")
def digit_in_a_word(material: Material, chance: random.Random) -> Fault | None:
    """A scanned page has a digit for a letter: «0ffender», «p1an», «a55essment»."""
    looks = {"o": "0", "l": "1", "s": "5", "i": "1"}
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]*[olsi][a-z]{4,}(?= [a-z])")
    if spot is None:
        return None
    at = chance.choice([number for number, letter in enumerate(spot[0]) if letter in looks])
    wrong = f"{spot[0][:at]}{looks[spot[0][at]]}{spot[0][at + 1 :]}"
    return tools.at_spot(material, spot, wrong).fault(f"it is {spot[0]}", (spot[0], "digit", "letter", wrong))


@OPERATORS.fault("characters")
def letters_of_a_scanner(material: Material, chance: random.Random) -> Fault | None:
    """A scanner read two letters as one, or one as two: «govemment», «rnanager»."""
    pairs = dict(_SCANNED.items())
    old = chance.choice(list(pairs))
    spot = second.replaced_at(material, chance, rf"(?<=[a-z] )[a-z]*{old}[a-z]*(?= [a-z])")
    if spot is None or len(spot[0]) < 6:
        return None
    wrong = spot[0].replace(old, pairs[old], 1)
    if re.search(rf"\b{wrong}\b", " ".join(each.value for each in material.prose)):
        return None
    return tools.at_spot(material, spot, wrong).fault(f"it is {spot[0]}", (spot[0],))


@OPERATORS.fault("characters")
def escape_of_a_program(material: Material, chance: random.Random) -> Fault | None:
    r"""A program wrote a character as its escape: `\\u2019`, `%20`, `\\n`, `&#39;`."""
    mark = chance.choice(
        (r"\u2019s", r"\u2013", r"\n", r"\t", "%20", "%E2%80%99s", "&#39;s", r"\xa0", "=E2=80=99s", "=20")
    )
    spot = second.replaced_at(material, chance, r"(?<=[a-z])(?: )(?=[a-z]{4,})")
    if spot is None:
        return None
    new = f"{mark} " if mark.endswith("s") else mark
    helps = (mark, "escape", "character", "apostrophe", "code", mark.removesuffix("s"))
    return tools.at_spot(material, spot, new).fault("it stands for a character", helps, mark)


@OPERATORS.fault("characters")
def quotation_of_two_sorts(material: Material, chance: random.Random) -> Fault:
    """A quotation begins with one sort of mark and ends with another."""
    said = chance.choice(("We were never asked", "There is no time for it", "It has got better", "Nobody told us"))
    first, last = chance.choice((("“", '"'), ('"', "”"), ("‘", '"'), ("“", "’"), ('"', "'"), ("„", "”")))
    sentence = second.filled(
        material, chance, ["One of the {staff} told us: {first}{said}.{last}"], first=first, last=last, said=said
    )
    helps = ("quotation", "quote", first, last, "curly", "straight")
    return second.said_wrong(material, chance, sentence, "the marks are no pair", helps)


@OPERATORS.fault("characters")
def hyphen_with_a_space(material: Material, chance: random.Random) -> Fault | None:
    """A space stands on one side of a hyphen inside a word."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z])-(?=[a-z]{2,})")
    if spot is None:
        return None
    new = chance.choice(("- ", " -"))
    return tools.at_spot(material, spot, new).fault("a hyphen has no space on one side", ("hyphen", "space", "dash"))


@OPERATORS.fault("characters")
def capital_held_too_long(material: Material, chance: random.Random) -> Fault | None:
    """The key for capitals was held too long, or was locked: «THe», «mANAGERS»."""
    spot = second.replaced_at(material, chance, r"(?<=\. )[A-Z][a-z]{2,}(?= [a-z])")
    if spot is None:
        return None
    word = spot[0]
    wrong = chance.choice((word[:2].upper() + word[2:], word[0].lower() + word[1:].upper()))
    return tools.at_spot(material, spot, wrong).fault(f"it is {word}", (word, "capital"))


@OPERATORS.fault("characters")
def comma_of_a_number_out_of_place(material: Material, chance: random.Random) -> Fault:
    """The comma or point in a large number stands in the wrong place."""
    number = chance.randint(1100, 98000)
    digits = str(number)
    wrong = chance.choice(
        (f"{digits[:-2]},{digits[-2:]}", f"{digits[:-1]},{digits[-1:]}", f"{digits[:-3]},,{digits[-3:]}")
    )
    patterns = (
        "In a year the area wrote {wrong} {things}.",
        "There were {wrong} visits to the web page.",
        "The lease cost £{wrong} a year.",
        "The archive held {wrong} {things}.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    return second.said_wrong(
        material, chance, sentence, "a comma stands before three digits", (f"{number:,}", "comma", wrong)
    )


@OPERATORS.fault("characters")
def sign_on_the_wrong_side(material: Material, chance: random.Random) -> Fault:
    """A sign of money or of per cent stands on the wrong side of its number, or twice."""
    number = chance.randint(12, 95)
    pattern, sign = chance.choice(
        (
            ("About %{number} of the {things} had been {done}.", "%"),
            ("Each course cost {number}£.", "£"),
            ("A place cost ££{number} a week.", "£"),
            ("By the area's own count {number}%% of {things} had been {done}.", "%"),
            ("The {staff} were paid £ {number} p a week.", "£"),
            ("A day of training cost {number},00 £.", "£"),
        )
    )
    sentence = second.filled(material, chance, [pattern], number=number)
    helps = (sign, "sign", "per cent", "pound", "currency")
    return second.said_wrong(material, chance, sentence, f"{sign} stands on the other side, once", helps)


@OPERATORS.fault("characters")
def key_that_hung(material: Material, chance: random.Random) -> Fault | None:
    """A key hung, and a letter stands three times: «offficer», «commmittee»."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{6,}(?= [a-z])")
    if spot is None:
        return None
    at = chance.randrange(1, len(spot[0]) - 1)
    wrong = spot[0][:at] + spot[0][at] * chance.choice((2, 3)) + spot[0][at:]
    return tools.at_spot(material, spot, wrong).fault(f"it is {spot[0]}", (spot[0],))


@OPERATORS.fault("characters")
def damage_in_a_short_text(material: Material, chance: random.Random) -> Fault | None:
    """A label, a caption or a short text of the glance has a character that was damaged on the way."""
    value = tools.pick(chance, third.short_values(material, words=4))
    if value is None:
        return None
    words = value.value.split()
    at = chance.randrange(1, len(words))
    word = words[at]
    middle = max(1, len(word) // 2)
    mark, name = chance.choice(
        (
            ("\u00ad", "soft hyphen"),
            ("\u200b", "zero"),
            ("\ufffd", "replacement"),
            ("â€™", "encoding"),
            ("\u2028", "separator"),
        )
    )
    words[at] = f"{word[:middle]}{mark}{word[middle:]}"
    edit = tools.at_value(material, value, f'"{" ".join(words)}"')
    helps = (name, "character", "invisible", word.strip(".,"), "damaged", "encod")
    return edit.fault("the character belongs in no word", helps, f"{value.key}: {name} in {word}")


@OPERATORS.fault("characters")
def stop_in_the_middle(material: Material, chance: random.Random) -> Fault | None:
    """A full stop, comma or semicolon got between two words that belong together."""
    spot = second.replaced_at(material, chance, r"(?<=\b(?:of) )the(?= [a-z]{4,})")
    if spot is None:
        return None
    mark = chance.choice((",", ".", ";", ":"))
    new = f"the{mark}"
    return tools.at_spot(material, spot, new).fault(
        "nothing stands between an article and its noun",
        (f"the{mark}", "«the»", "full stop", "comma", "semicolon", "colon", "small letter", "capital"),
    )
