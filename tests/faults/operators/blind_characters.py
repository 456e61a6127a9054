"""Characters that were damaged on the way: by a PDF, a scanner, a mail program or the wrong encoding."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import added, at_spot, pick, spots

OPERATORS = Operators(blind=True)

_LETTERS = "such a character is no letter of English"


@OPERATORS.fault("characters")
def ligature(material: Material, chance: random.Random) -> Fault | None:
    """Two letters that a PDF had set as one: ﬁ, ﬂ, ﬀ."""
    signs = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
    spot = pick(chance, spots(material, r"\b([a-zA-Z]*?)(ffi|fi|fl|ff)([a-z]*)\b"))
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[1]}{signs[spot[2]]}{spot[3]}")
    return edit.fault(_LETTERS, ("ligature", f"«{spot[2]}»", spot[0]))


@OPERATORS.fault("characters")
def invisible_inside_a_word(material: Material, chance: random.Random) -> Fault | None:
    """A soft hyphen, or a space without width, that came with a web page."""
    name, sign = chance.choice((("soft hyphen", "\u00ad"), ("zero", "\u200b"), ("zero", "\u200d"), ("zero", "\ufeff")))
    spot = pick(chance, spots(material, r"\b([a-z]{4,})([a-z]{3,})\b"))
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[1]}{sign}{spot[2]}")
    return edit.fault(_LETTERS, (name, "invisible", "cannot be seen", "not seen"), f"{spot[1]}[{name}]{spot[2]}")


@OPERATORS.fault("characters")
def no_break_space_between_words(material: Material, chance: random.Random) -> Fault | None:
    """A space that does not break, as Word puts it where somebody held a key too long."""
    spot = pick(chance, spots(material, r"(?<=[a-z]) (?=[a-z]{3,})"))
    if spot is None:
        return None
    sign = chance.choice(("\u00a0", "\u00a0 ", "\u202f"))
    edit = at_spot(material, spot, sign)
    helps = ("no-break", "non-breaking", "nonbreaking", "nbsp", "does not break", "space")
    return edit.fault("ordinary words have ordinary spaces between them", helps, "a space that does not break")


@OPERATORS.fault("characters")
def read_in_the_wrong_encoding(material: Material, chance: random.Random) -> Fault | None:
    """UTF-8 that was read as Windows-1252 and saved again: «offenderâ€™s», «Â£», «â€“»."""
    spot = pick(chance, spots(material, r"\b([a-z]+)'(?=s\b|\s)"))
    helps = ("encod", "damaged", "garbled", "utf-8", "mojibake", "windows")
    if spot is not None and chance.random() < 0.5:
        edit = at_spot(material, spot, f"{spot[1]}â€™")
        return edit.fault("no word has these signs", (*helps, "apostrophe", "’"))
    wrong, right = chance.choice(
        (
            ("The budget had grown by Â£2 million.", "£"),
            ("Staff â€“ and not only managers â€“ knew of the plan.", "–"),
            ("The file said only â€œseen todayâ€\x9d.".replace("\x9d", ""), "“"),
            ("The post of the clientÃ¨le officer was vacant.", "è"),
            ("A cafÃ© had been opened by offenders.", "é"),
        )
    )
    edit = added(material, chance, wrong)
    return edit.fault("no word has these signs", (*helps, f"«{right}»"), wrong)


@OPERATORS.fault("characters")
def lost_character(material: Material, chance: random.Random) -> Fault | None:
    """A character that was lost, with the sign for one in its place: offender�s, co�operation."""
    spot = pick(chance, [*spots(material, r"(?<=[a-z])'(?=s\b)"), *spots(material, r"(?<=[a-z])-(?=[a-z])")])
    if spot is None:
        return None
    wrong = chance.choice(("\ufffd", "?")) if spot[0] == "'" else "\ufffd"
    edit = at_spot(material, spot, wrong)
    helps = ("lost", "damaged", "replacement", "encod", "missing", "apostrophe", "character")
    return edit.fault("no word has such a sign inside", helps, f"{spot[0]} → {wrong}")


@OPERATORS.fault("characters")
def word_split_at_the_end_of_a_line(material: Material, chance: random.Random) -> Fault | None:
    """A word that a PDF had divided: «super- vision», «man-agers»."""
    words = re.findall(r"\b[a-z]{9,}\b", " ".join(each.value for each in material.prose))
    spot = pick(chance, [each for each in spots(material, r"\b([a-z]{4,5})([a-z]{4,})\b") if words.count(each[0]) > 1])
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[1]}{chance.choice(('- ', '-'))}{spot[2]}")
    return edit.fault("the word elsewhere in the report", (spot[0], "hyphen", "split", "divided"))


@OPERATORS.fault("characters")
def letter_of_another_alphabet(material: Material, chance: random.Random) -> Fault | None:
    """A Cyrillic or Greek letter that looks like a Latin one: search and screen readers fail on it."""
    signs = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "v": "ν"}
    spot = pick(chance, spots(material, r"\b([a-z]{2,})([aeocpiv])([a-z]+)\b"))
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[1]}{signs[spot[2]]}{spot[3]}")
    return edit.fault(_LETTERS, ("cyrillic", "greek", "alphabet", "looks like"), f"{spot[0]} with another {spot[2]}")


@OPERATORS.fault("characters")
def entity_of_html(material: Material, chance: random.Random) -> Fault | None:
    """«&amp;», «&nbsp;», «&#8217;»: what a web page had in its source."""
    spot = pick(chance, spots(material, r"(?<=[a-z]) and (?=[a-z])"))
    if spot is None:
        return None
    wrong = chance.choice((" &amp; ", " &nbsp;and ", "&nbsp;and&nbsp;", " &ndash; and "))
    edit = at_spot(material, spot, wrong)
    return edit.fault("the documentation: texts are Markdown without HTML", ("entity", "html", "&", "character"))


@OPERATORS.fault("characters")
def sign_of_a_symbol_font(material: Material, chance: random.Random) -> Fault | None:
    """A bullet or an arrow from one of the fonts of Word that no other program has."""
    sign = chance.choice(("\uf0b7", "\uf0a7", "\uf0e0", "\uf0d8"))
    edit = added(material, chance, f"{sign} Reviews were held each month.")
    helps = ("private", "bullet", "symbol", "character", "list", "font", "shown")
    return edit.fault("no font has this character", helps, f"[U+{ord(sign):04X}] Reviews were held each month.")


@OPERATORS.fault("characters")
def letter_in_a_number(material: Material, chance: random.Random) -> Fault | None:
    """A scanner that read l for 1 and O for 0: «l2 months», «1O working days»."""
    wrong, right = chance.choice((("l2", "12"), ("1O", "10"), ("l6", "16"), ("4O", "40"), ("2o", "20"), ("I5", "15")))
    unit = chance.choice(("months", "weeks", "working days", "hours"))
    sentence = f"This had been done within {wrong} {unit}."
    edit = added(material, chance, sentence)
    return edit.fault("a number has no letters", (right, "letter", "digit", "number"), sentence)


@OPERATORS.fault("characters")
def control_character(material: Material, chance: random.Random) -> Fault | None:
    """A line break of Word's own, or the end of a page, inside a sentence."""
    spot = pick(chance, spots(material, r"(?<=[a-z]) (?=[a-z]{3,})"))
    if spot is None:
        return None
    sign, name = chance.choice(
        (("\u2028", "line separator"), ("\x0b", "vertical tab"), ("\x0c", "form feed"), ("\x07", "bell"))
    )
    edit = at_spot(material, spot, sign)
    helps = ("control", "separator", "character", "invisible", "cannot", "not allowed")
    return edit.fault("no text has such a character", helps, f"a {name} in place of a space")


@OPERATORS.fault("characters")
def accent_apart(material: Material, chance: random.Random) -> Fault | None:
    """A grave accent or an acute for an apostrophe: «offender`s», «offender´s»."""
    spot = pick(chance, spots(material, r"(?<=[a-z])'(?=s\b)"))
    if spot is None:
        return None
    wrong = chance.choice(("´", "`", "‘", "''"))
    edit = at_spot(material, spot, wrong)
    helps = ("apostrophe", "accent", "quot", "backtick", "’", "«'»")
    return edit.fault("an apostrophe stands between a word and its s", helps, f"' → {wrong}")
