"""Characters that were damaged on the way from a word processor, a PDF or another encoding into a text."""

from __future__ import annotations

import random
import unicodedata

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Harmless, Operators
from tests.faults.passages import Stretch, edited, made, one_of

OPERATORS = Operators()

_NAMED = ("character",)
_WORD = r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])"


def _named(character: str) -> tuple[str, ...]:
    """What a message may call a character: its number, its name."""
    return (f"u+{ord(character):04x}", unicodedata.name(character, "character").lower())


@OPERATORS.fault("characters")
def ligature(material: Material, rng: random.Random) -> Fault | None:
    """Copy fi, fl or ff from a PDF as one character."""
    signs = {"ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "ft": "ﬅ"}
    found = one_of(material, rng, r"(?<=[a-z])?(?:ffi|ff|fi|fl)(?=[a-z])")
    if found is None:
        return None
    sign = signs[found.text]
    return made(material, found, sign, "it is one character for several letters", f"«{found.text}»", "ligature")


@OPERATORS.fault("characters")
def soft_hyphen(material: Material, rng: random.Random) -> Fault | None:
    """Leave a soft hyphen inside a word."""
    return _inside_a_word(material, rng, "\u00ad", "soft hyphen", "hidden", "invisible")


@OPERATORS.fault("characters")
def zero_width(material: Material, rng: random.Random) -> Fault | None:
    """Leave a character of no width inside a word."""
    sign = rng.choice("\u200b\u200c\u200d\ufeff\u2060")
    return _inside_a_word(material, rng, sign, "zero width", "no width", "invisible", "cannot be seen", "remove")


@OPERATORS.fault("characters")
def direction_mark(material: Material, rng: random.Random) -> Fault | None:
    """Leave a mark of the direction of writing at a word, as mail programs do."""
    sign = rng.choice("\u200e\u200f\u202a\u202c\u202d\u202e\u2066\u2069")
    found = one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")
    return made(material, found, f" {sign}", "it cannot be seen", "direction", "invisible", "remove") if found else None


def _inside_a_word(material: Material, rng: random.Random, sign: str, *helps: str) -> Fault | None:
    found = one_of(material, rng, _WORD)
    if found is None:
        return None
    at = rng.randrange(1, len(found.text))
    wrong = found.text[:at] + sign + found.text[at:]
    return made(material, found, wrong, "it cannot be seen", *helps, *_named(sign), f"«{found.text}»")


@OPERATORS.fault("characters")
def mojibake(material: Material, rng: random.Random) -> Fault | None:
    """Read a character of UTF-8 as Windows-1252: an apostrophe, a dash, a pound sign, a letter with an accent."""
    right = rng.choice("’’’–—“”£éöÉ•…\u00a0")
    wrong = right.encode().decode("cp1252", errors="replace").replace("\ufffd", "\u009d")
    found = _place_for(material, rng, right)
    if found is None:
        return None
    return made(
        material,
        found,
        wrong,
        "it is what was saved, read in another way",
        f"«{right}»",
        "utf-8",
        "damaged",
        "garbled",
    )


def _place_for(material: Material, rng: random.Random, right: str) -> Stretch | None:
    """A place where a character could stand: an apostrophe's, a dash's, before a number, inside a word."""
    if right == "’":
        found = one_of(material, rng, r"(?<=[a-z])['’](?=s )")
        if found is not None:
            return found
    if right in "éöÉ":
        return one_of(material, rng, r"(?<=[a-z])[eo](?=[a-z])")
    if right == "£":
        return one_of(material, rng, r"(?<= )(?=\d)")
    return one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")


@OPERATORS.fault("characters")
def look_alike(material: Material, rng: random.Random) -> Fault | None:
    """Put a Cyrillic or Greek letter in the place of a Latin one."""
    signs = {
        "a": "а",
        "e": "е",
        "o": "оο",
        "p": "р",
        "c": "с",
        "x": "х",
        "y": "у",
        "i": "і",
        "v": "ν",
        "A": "АΑ",
        "O": "ОΟ",
        "T": "ТΤ",
    }
    found = one_of(material, rng, r"(?<=[a-z])[aeopcyi](?=[a-z])|\b[ATO](?=[a-z]{2})")
    if found is None:
        return None
    sign = rng.choice(signs[found.text])
    return made(material, found, sign, "it is a letter of another script", "cyrillic", "greek", "latin", "script")


@OPERATORS.fault("characters")
def private_use(material: Material, rng: random.Random) -> Fault | None:
    """Paste a bullet or an arrow of Word's symbol font."""
    sign = rng.choice("\uf0b7\uf0a7\uf0d8\uf0fc\uf0e0\uf02d")
    found = one_of(material, rng, r"(?<=[a-z.,]) (?=[A-Za-z])")
    return (
        made(material, found, f" {sign} ", "no font has it", "bullet", "symbol", "private", *_named(sign))
        if found
        else None
    )


@OPERATORS.fault("characters")
def replacement_character(material: Material, rng: random.Random) -> Fault | None:
    """Lose an apostrophe or a letter, and keep the sign for what was lost."""
    found = one_of(material, rng, r"(?<=[a-z])['’](?=s\b)|(?<=[a-z])[a-z](?=[a-z])")
    return (
        made(material, found, "\ufffd", "it stands for what was lost", "lost", "replacement", "damaged")
        if found
        else None
    )


@OPERATORS.fault("characters")
def control_character(material: Material, rng: random.Random) -> Fault | None:
    """Keep a control character: Word's line break, an apostrophe of Windows-1252 read as Latin-1."""
    if rng.random() < 0.5:
        found = one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")
        sign = rng.choice("\x0b\x0c\x07\x1f\x1e\x08")
    else:
        found = one_of(material, rng, r"(?<=[a-z])['’](?=s\b)")
        sign = rng.choice("\x92\x91")
    return made(material, found, sign, "a control character is no text", "control", "character") if found else None


@OPERATORS.fault("characters")
def line_separator(material: Material, rng: random.Random) -> Fault | None:
    """Keep a separator of lines or paragraphs of a layout program."""
    sign = rng.choice("\u2028\u2029\u0085")
    found = one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")
    return made(material, found, sign, "it breaks a line that goes on", "line", "separator", "space") if found else None


@OPERATORS.fault("characters")
def lone_accent(material: Material, rng: random.Random) -> Fault | None:
    """Leave an accent that has no letter, or stands as a character of its own."""
    sign = rng.choice("\u0301\u0300\u0308\u0327")
    found = one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")
    return (
        made(material, found, f" {sign}", "it has no letter", "accent", "combining", *_named(sign)) if found else None
    )


@OPERATORS.fault("characters")
def odd_space(material: Material, rng: random.Random) -> Fault | None:
    """Put a space of another width between two words: an ideographic space, an em space, a hair space."""
    sign = rng.choice("\u3000\u2003\u2002\u200a\u2005\u205f\u1680")
    found = one_of(material, rng, r"(?<=[a-z]) (?=[a-z])")
    return made(material, found, sign, "it is another character than a space", "space") if found else None


@OPERATORS.fault("characters")
def no_break_space_between_words(material: Material, rng: random.Random) -> Fault | None:
    """Put a no-break space between two ordinary words, as web pages and Word do."""
    found = one_of(material, rng, r"(?<=[a-z]{2}) (?=[a-z]{2,})")
    return (
        made(material, found, "\u00a0", "two ordinary words may part", "no-break", "space", "nbsp") if found else None
    )


@OPERATORS.fault("characters")
def no_break_and_plain_space(material: Material, rng: random.Random) -> Fault | None:
    """Put a no-break space beside a space."""
    found = one_of(material, rng, r"(?<=[a-z.,]) (?=[A-Za-z])")
    new = rng.choice(["\u00a0 ", " \u00a0"])
    return (
        made(material, found, new, "two spaces stand where one belongs", "no-break", "space", "nbsp") if found else None
    )


@OPERATORS.fault("characters")
def other_hyphen(material: Material, rng: random.Random) -> Fault | None:
    """Put a dash, a minus or another hyphen in the place of a hyphen inside a word."""
    sign = rng.choice("\u2010\u2012\u2013\u2014\u2212\u00af\u02d7")
    found = one_of(material, rng, r"(?<=[a-z])-(?=[a-z])")
    return made(material, found, sign, "the word has a hyphen", "hyphen", "«-»") if found else None


@OPERATORS.fault("characters")
def full_width(material: Material, rng: random.Random) -> Fault | None:
    """Put a full-width letter, figure or sign in the place of the usual one."""
    found = one_of(material, rng, r"(?<=[a-z])[a-z](?=[a-z])|(?<=[a-z]),(?= )|(?<=[a-z])\.(?=\s)")
    return (
        made(
            material,
            found,
            chr(ord(found.text) + 0xFEE0),
            "it is another character",
            "full-width",
            "fullwidth",
            "wide",
            f"«{found.text}»",
        )
        if found
        else None
    )


@OPERATORS.fault("characters")
def html_entity(material: Material, rng: random.Random) -> Fault | None:
    """Keep the name that HTML has for a character, escaped twice or without its end."""
    found = one_of(material, rng, r"(?<=[a-z])['’](?=s\b)|(?<=[a-z]) (?=[a-z])")
    if found is None:
        return None
    wrong = rng.choice(
        [
            "&amp;nbsp;",
            "&amp;rsquo;",
            "&amp;#8217;",
            "&rsquo",
            "&amp;amp; ",
            "_x000D_",
            "\\u2019",
            "=E2=80=99",
            "%20",
            "&#8217",
        ]
    )
    return made(
        material, found, wrong, "it is the code of a character", "code", "html", "character", "entity", "escape"
    )


@OPERATORS.fault("characters")
def accent_for_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """Write an accent or a prime for an apostrophe."""
    found = one_of(material, rng, r"(?<=[a-z])['’](?=s\b)")
    return made(material, found, rng.choice("´ʼ′‛ˈ"), "it is no apostrophe", "apostrophe") if found else None


# Harmless edits -------------------------------------------------------------------------------------------------------


def _added(material: Material, rng: random.Random, sentence: str, why: str) -> Harmless | None:
    found = one_of(material, rng, r"(?<=[a-z]{3}\.)[ ](?=[A-Z])")
    return edited(material, found, f" {sentence} ", why) if found else None


@OPERATORS.innocent("characters")
def letters_with_accents(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with names and words that have accents."""
    sentence = rng.choice(
        [
            "The café run by Siân and Zoë was a success.",
            "Staff from Łódź and Ciudad Juárez had joined.",
            "It was naïve, and a cliché besides.",
            "The Côte d’Or study was cited.",
            "Ysbyty Gwynedd in Llŷn took part.",
            "A résumé of Ngũgĩ’s work was on the wall.",
            "The Smørrebrød bar at Ærø closed.",
        ]
    )
    if not any("’" in value.value for value in material.prose):
        sentence = sentence.replace("’", "'")
    return _added(material, rng, sentence, "the letters are right")


@OPERATORS.innocent("characters")
def dashes_and_ranges(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with dashes in their places."""
    sentence = rng.choice(
        [
            "It was – as far as we know – the first.",
            "In 2006–07 there was none.",
            "The Leeds–Hull road was closed.",
            "The change was −2 degrees.",
            "Rooms 10–12 stood empty.",
            "The police—probation protocol was new.",
        ]
    )
    return _added(material, rng, sentence, "the dash is right")


@OPERATORS.innocent("characters")
def no_break_before_a_unit(material: Material, rng: random.Random) -> Harmless | None:
    """Put a no-break space where it belongs."""
    sentence = rng.choice(
        [
            "It took 16\u00a0weeks.",
            "It cost £3\u00a0million.",
            "See section\u00a01 of the Act.",
            "On 12\u00a0May it closed.",
            "It was open for 12\u00a0hours.",
        ]
    )
    return _added(material, rng, sentence, "a line should not break there")


@OPERATORS.innocent("characters")
def signs_of_money_and_science(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with signs that are right."""
    sentence = rng.choice(
        [
            "It cost €40, or £35½.",
            "A test (χ² = 4.2, α = 0.05) was made.",
            "At 20°C it closed.",
            "© Crown copyright.",
            "It was 3 × 4 metres.",
            "An area of 20 m² was used.",
        ]
    )
    return _added(material, rng, sentence, "the sign is right")


@OPERATORS.innocent("characters")
def another_script_as_a_word(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with a whole word of another script."""
    sentence = rng.choice(
        [
            "A leaflet («Добро») was in Russian.",
            "The sign read «ελπίδα».",
            "A poster («Надія») hung there.",
        ]
    )
    return _added(material, rng, sentence, "the whole word is of that script")


@OPERATORS.innocent("characters")
def dots_in_a_quotation(material: Material, rng: random.Random) -> Harmless | None:
    """Add a quotation with dots for what is left out."""
    return _added(material, rng, 'One said: "It helped … a lot."', "something is left out")
