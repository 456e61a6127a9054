"""Characters that were damaged on the way from Word, a PDF, an e-mail or another keyboard."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_UNSEEN = (
    ("\u00ad", "soft hyphen"),
    ("\u200b", "zero"),
    ("\u2060", "joiner"),
    ("\ufeff", "byte order"),
    ("\u200c", "joiner"),
)
_ALIKE = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і"}


@OPERATORS.fault("characters")
def apostrophe_read_in_another_encoding(material: Material, chance: random.Random) -> Fault | None:
    """An apostrophe of Word that was read as Windows-1252, as old Macintosh, or not at all."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z])'(?=s\b)|(?<=s)'(?= [a-z])")
    if spot is None:
        return None
    wrong = chance.choice(("â€™", "�", "‚Äô", "Õ", "&#8217;", "&rsquo;", "=E2=80=99", "?"))
    helps = ("apostrophe", "encod", "character", "’", "entity", "damaged", "utf", "'")
    return tools.at_spot(material, spot, wrong).fault("no English word has this inside", helps)


@OPERATORS.fault("characters")
def invisible_character_in_a_word(material: Material, chance: random.Random) -> Fault | None:
    """A soft hyphen, or a space without width, that came with words from a web page or a PDF."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]{6,}(?= [a-z])")
    if spot is None:
        return None
    mark, name = chance.choice(_UNSEEN)
    at = chance.randrange(2, len(spot[0]) - 2)
    edit = tools.at_spot(material, spot, spot[0][:at] + mark + spot[0][at:])
    helps = (name, "invisible", "hidden", f"u+{ord(mark):04x}", spot[0], "cannot be seen")
    return edit.fault(
        "nobody sees the character, and no search finds the word", helps, f"{spot[0]} with U+{ord(mark):04X}"
    )


@OPERATORS.fault("characters")
def ligature_from_a_pdf(material: Material, chance: random.Random) -> Fault | None:
    """Two letters came out of a PDF as one."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z])(?:ffi|ff|fi|fl)(?=[a-z])|\b(?:fi|fl)(?=[a-z])")
    if spot is None:
        return None
    new = {"fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "ffi": "ﬃ"}[spot[0]]
    return tools.at_spot(material, spot, new).fault("it is one character", ("ligature", spot[0], "character"))


@OPERATORS.fault("characters")
def word_divided_at_the_end_of_a_line(material: Material, chance: random.Random) -> Fault | None:
    """A word that a PDF had divided keeps its hyphen, with a space or a line's end behind it."""
    spot = second.replaced_at(
        material, chance, r"(?<=[a-z] )(?:[a-z]{4,}(?:ment|tion|ing|sion|ance|ness|able)s?)(?= [a-z])"
    )
    if spot is None:
        return None
    at = chance.randrange(3, len(spot[0]) - 2)
    indent = tools.indent_of(material, spot.value) if spot.value.style == "|" else ""
    gap = chance.choice((" ", f"\n{indent}")) if indent else " "
    edit = tools.at_spot(material, spot, f"{spot[0][:at]}-{gap}{spot[0][at:]}")
    return edit.fault(f"the word is {spot[0]}", (spot[0], "hyphen", "divided"))


@OPERATORS.fault("characters")
def letter_of_another_alphabet(material: Material, chance: random.Random) -> Fault | None:
    """A Cyrillic letter that looks like a Latin one, from another keyboard or a scan."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z] )[a-z]*[aeopcxyi][a-z]{3,}(?= [a-z])")
    if spot is None:
        return None
    at = chance.choice([at for at, letter in enumerate(spot[0]) if letter in _ALIKE])
    edit = tools.at_spot(material, spot, spot[0][:at] + _ALIKE[spot[0][at]] + spot[0][at + 1 :])
    helps = ("cyrillic", "alphabet", "letter", "latin", spot[0], "character")
    return edit.fault("the word has a letter of another alphabet", helps, f"{spot[0]} with a Cyrillic {spot[0][at]}")


@OPERATORS.fault("characters")
def mark_of_a_web_page(material: Material, chance: random.Random) -> Fault | None:
    """A character of a web page or an e-mail that stands there by its code."""
    code = chance.choice(("&nbsp;", "&amp;", "&#160;", "=20", "&ndash;", "%20"))
    joins = code in ("&amp;", "&ndash;")
    pattern = r"(?<=[a-z]) and (?=[a-z])" if joins else r"(?<=[a-z]) (?=[a-z]{3,} )"
    spot = second.replaced_at(material, chance, pattern)
    if spot is None:
        return None
    new = f" {code} " if joins else code
    helps = (code, "entity", "code", "character", "html", "space")
    return tools.at_spot(material, spot, new).fault(f"{code} is no word", helps)


@OPERATORS.fault("characters")
def letter_for_a_digit(material: Material, chance: random.Random) -> Fault | None:
    """A scan took a digit for a letter: 2OO7, l2 months."""
    values = [each for each in material.values if " " in each.value]
    spot = second.replaced_at(material, chance, r"(?<![\w.,-])(?:[12]\d0\d|\d0|1\d)(?![\w.,/%-])", values)
    if spot is None:
        return None
    digit, letters = chance.choice([each for each in (("0", "Oo"), ("1", "lI")) if each[0] in spot[0]] or [("0", "O")])
    wrong = spot[0].replace(digit, chance.choice(letters), 1)
    helps = (spot[0], "letter", "digit", "figure")
    fault = tools.at_spot(material, spot, wrong).fault(f"the number is {spot[0]}", helps)
    return fault if wrong != spot[0] else None


@OPERATORS.fault("characters")
def quotation_that_does_not_end(material: Material, chance: random.Random) -> Fault | None:
    """The closing quotation mark is lost."""
    found = [
        (value, match)
        for value in material.prose
        if value.style == "|"
        for match in re.finditer(r'(?<=[a-z.,!?])"(?=\*|[ .,;)]|$)', material.raw(value), re.MULTILINE)
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), "")
    helps = ("quot", "closed", "counterpart")
    return edit.fault("a quotation is opened and never closed", helps, "closing mark lost", edit.lines(value))


@OPERATORS.fault("characters")
def sentences_without_a_space(material: Material, chance: random.Random) -> Fault | None:
    """The space between two sentences, or behind a comma, went with what was deleted."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z])[.,;] (?=[A-Za-z][a-z]+ )")
    if spot is None:
        return None
    text = material.text(spot.value.file)
    shown = f"…{text[spot.start - 12 : spot.start]}{spot[0].strip()}{text[spot.end : spot.end + 12]}…"
    return tools.at_spot(material, spot, spot[0].strip()).fault("a space is missing", ("space",), shown)


@OPERATORS.fault("characters")
def mark_of_punctuation_doubled(material: Material, chance: random.Random) -> Fault | None:
    """Two marks of punctuation meet where a clause was deleted, or one has a space before it."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z])[.,](?= [A-Za-z])")
    if spot is None:
        return None
    mark = spot[0]
    wrong = chance.choice((f"{mark}{mark}", f" {mark}", f"{mark},", f",{mark}", f";{mark}", f"{mark} {mark}"))
    helps = ("punctuation", "twice", "double", "full stop", "comma", "space", wrong.strip())
    return tools.at_spot(material, spot, wrong).fault("no sentence has these marks", helps)


@OPERATORS.fault("characters")
def sign_of_a_word_processor(material: Material, chance: random.Random) -> Fault | None:
    """A bullet, a tick or an arrow from the symbol font of Word, which has no meaning outside of it."""
    value = tools.pick(chance, [each for each in tools.texts(material) if "\n- " not in each.value])
    if value is None:
        return None
    mark = chance.choice(("\uf0b7", "\uf0a7", "\uf0fc", "\uf0e0", "\uf0d8", "\uf02d"))
    spot = tools.pick(chance, tools.spots(material, r"(?<=[a-z]\.) (?=[A-Z])", [value]))
    if spot is None:
        return None
    edit = tools.at_spot(material, spot, f" {mark} ")
    helps = ("private", "character", f"u+{ord(mark):04x}", "symbol", "font", "bullet")
    return edit.fault("no font of the report has this character", helps, f"U+{ord(mark):04X}")


@OPERATORS.fault("characters")
def control_character(material: Material, chance: random.Random) -> Fault | None:
    """A line break, a page break or a field mark of Word that came over as a control character."""
    spot = second.replaced_at(material, chance, r"(?<=[a-z]) (?=[a-z])")
    if spot is None:
        return None
    mark = chance.choice(("\x0b", "\x0c", "\x13", "\x15", "\x1e", "\x07", "\x02"))
    helps = ("control", "character", f"u+{ord(mark):04x}", f"x{ord(mark):02x}", "special")
    return tools.at_spot(material, spot, mark).fault("it is no character of a text", helps, f"U+{ord(mark):04X}")
