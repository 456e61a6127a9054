"""Slips of language: articles, words taken for others, agreement, apostrophes."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.passages import made, one_of

OPERATORS = Operators()

_CONSONANT_LETTERS = "BCDGJKPQTVWYZU"
_VOWEL_LETTERS = "FHLMNRSX"
_SAID_AS_WORDS = frozenset("MAPPA MAPPAs MARAC NOMS NACRO LASPO SARA HETE RAMAS".split())
_ALONE = r"(?<![\w'’.-]){}(?![\w'’-])"
_RULE = "the rules of English"

# Articles -------------------------------------------------------------------------------------------------------------


@OPERATORS.fault("language")
def article_before_a_word(material: Material, rng: random.Random) -> Fault | None:
    """Write «a» for «an», or the other way round."""
    found = one_of(material, rng, r"(?<![\w'’.])(?P<article>[Aa]n?) (?P<word>[a-z]{4,})")
    if found is None:
        return None
    article, word = found.match["article"], found.match["word"]
    wrong = article[0] if len(article) == 2 else f"{article}n"
    return made(material, found, f"{wrong} {word}", _RULE, f"{article.lower()} {word}", f"«{article.lower()}»")


@OPERATORS.fault("language")
def article_before_letters(material: Material, rng: random.Random) -> Fault | None:
    """Write the wrong article before an abbreviation that is read letter by letter, or as a word («an MAPPA»)."""
    found = one_of(material, rng, r"(?<![\w'’.])(?P<article>[Tt]he|[Aa]n?) (?P<word>[A-Z]{2,6})(?![\w'’-])")
    if found is None:
        return None
    word = found.match["word"]
    if word[0] in _CONSONANT_LETTERS or word in _SAID_AS_WORDS:
        right = "a"
    elif word[0] in "AEIO" or (word[0] in _VOWEL_LETTERS and not set(word[1:3]) & set("AEIOUY")):
        right = "an"
    else:
        return None
    wrong = "an" if right == "a" else "a"
    cased = wrong.capitalize() if found.match["article"][0].isupper() else wrong
    return made(material, found, f"{cased} {word}", _RULE, f"{right} {word.lower()}", f"«{right}»")


@OPERATORS.fault("language")
def article_before_a_sound(material: Material, rng: random.Random) -> Fault | None:
    """Put a word in whose first letter and first sound differ, with the article of the letter."""
    found = one_of(material, rng, r"(?<![\w'’.])an? (?=[a-z]{4,})")
    if found is None:
        return None
    vowel = ["honest", "hourly", "honourable", "hour-long"]
    consonant = ["useful", "unique", "uniform", "usual", "one-off", "European", "united", "one-day", "universal"]
    word = rng.choice(vowel + consonant)
    wrong, right = ("a", "an") if word in vowel else ("an", "a")
    return made(material, found, f"{wrong} {word} ", _RULE, f"{right} {word.lower()}", f"«{right}»")


# Confusables ----------------------------------------------------------------------------------------------------------

_CONFUSED = (
    ("their", "there"),
    ("there", "their"),
    ("its", "it's"),
    ("led", "lead"),
    ("than", "then"),
    ("then", "than"),
    ("effect", "affect"),
    ("affect", "effect"),
    ("affected", "effected"),
    ("effective", "affective"),
    ("principle", "principal"),
    ("principles", "principals"),
    ("principal", "principle"),
    ("practice", "practise"),
    ("licence", "license"),
    ("advice", "advise"),
    ("where", "were"),
    ("were", "where"),
    ("of", "off"),
    ("to", "too"),
    ("too", "to"),
    ("from", "form"),
    ("form", "from"),
    ("whose", "who's"),
    ("past", "passed"),
    ("passed", "past"),
    ("lose", "loose"),
    ("quite", "quiet"),
    ("council", "counsel"),
    ("personal", "personnel"),
    ("staff", "stuff"),
    ("ensure", "insure"),
    ("whether", "weather"),
    ("accept", "except"),
    ("except", "accept"),
    ("access", "excess"),
    ("choose", "chose"),
    ("though", "through"),
    ("through", "though"),
    ("through", "threw"),
    ("have", "of"),
    ("role", "roll"),
    ("piece", "peace"),
    ("right", "write"),
    ("site", "sight"),
    ("knew", "new"),
    ("know", "now"),
    ("public", "pubic"),
    ("manager", "manger"),
    ("trial", "trail"),
    ("causal", "casual"),
    ("cases", "causes"),
    ("being", "been"),
    ("been", "being"),
    ("who", "how"),
)


@OPERATORS.fault("language")
def confused_word(material: Material, rng: random.Random) -> Fault | None:
    """Write a word for one that looks or sounds like it. A word that the area has often is no more likely."""
    pairs = list(_CONFUSED)
    rng.shuffle(pairs)
    for right, wrong in pairs:
        before = r"(?<=should )|(?<=would )|(?<=could )|(?<=must )" if (right, wrong) == ("have", "of") else ""
        found = one_of(material, rng, f"(?:{before}){_ALONE.format(right)}")
        if found is not None:
            return made(material, found, wrong, _RULE, f"«{right}»", f"{right}?", right)
    return None


@OPERATORS.fault("language")
def confused_in_a_phrase(material: Material, rng: random.Random) -> Fault | None:
    """Add a phrase to a sentence with a word for another, as it is heard."""
    wrong, right = rng.choice(
        [
            (", which had a negative affect on progress", "effect"),
            (", which effected public protection", "affected"),
            (", more often then in other areas", "than"),
            (", irregardless of risk", "regardless"),
            (", and they're plans were late", "their"),
            (", because there managers were absent", "their"),
            (", and it's purpose was unclear", "its"),
            (", which lead to delays last year", "led"),
            (", and should of been reviewed", "should have"),
            (", in the passed year", "past"),
            (", as a matter of principal", "principle"),
            (", against legal advise", "advice"),
            (", in discrete conversations with to many staff", "too many"),
            (", with the exception off two cases", "of"),
            (", who's plans were thin", "whose"),
            (", and could not loose more time", "lose"),
            (", on route to release", "en route"),
            (", and less cases were closed", "fewer"),
        ]
    )
    found = one_of(material, rng, r"(?<=[a-z]{3})\.(?=\s)")
    return made(material, found, f"{wrong}.", _RULE, f"«{right}»", right) if found else None


# Agreement ------------------------------------------------------------------------------------------------------------

_NUMBER = {"were": "was", "are": "is", "have": "has"}


@OPERATORS.fault("language")
def plural_with_singular_verb(material: Material, rng: random.Random) -> Fault | None:
    """Write «plans was» for «plans were»."""
    nouns = "plans|cases|offenders|staff members|managers|reports|reviews|victims|assessments|visits|officers|children"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<noun>{nouns}|they|we|these|those) (?P<verb>were|are|have)\b(?!-)")
    if found is None:
        return None
    verb = found.match["verb"]
    return made(material, found, f"{found.match['noun']} {_NUMBER[verb]}", _RULE, f"«{verb}»", verb, "agree")


@OPERATORS.fault("language")
def singular_with_plural_verb(material: Material, rng: random.Random) -> Fault | None:
    """Write «there were» before one thing, «it were», «each of the cases were»."""
    patterns = {
        r"(?<![\w'’-])(?P<noun>it|he|she|this|that) (?P<verb>was|has)(?= [a-z]+)": "",
        r"(?<![\w'’-])(?P<noun>[Tt]here|there) (?P<verb>was)(?= (?:an?|no [a-z]+[^s\W]) )": "",
    }
    found = one_of(material, rng, rng.choice(list(patterns)))
    if found is None:
        return None
    verb = found.match["verb"]
    wrong = {"was": "were", "has": "have"}[verb]
    return made(material, found, f"{found.match['noun']} {wrong}", _RULE, f"«{verb}»", verb, "agree")


@OPERATORS.fault("language")
def each_were(material: Material, rng: random.Random) -> Fault | None:
    """Begin a clause with «each of the … were», «one of the … were», «neither … were»."""
    one = rng.choice(["Each", "One", "Neither", "Every one", "The number"])
    noun = rng.choice(["cases", "plans", "offenders", "reports", "managers"])
    verb, right = rng.choice([("were", "was"), ("have been", "has been"), ("are", "is")])
    state = rng.choice(["reviewed", "sufficient", "clear", "on time"])
    found = one_of(material, rng, r"(?<=[a-z]{3}\.) (?=[A-Z])")
    new = f" {one} of the {noun} {verb} {state}. "
    return made(material, found, new, _RULE, f"«{right}»", right, "agree") if found else None


@OPERATORS.fault("language")
def counted_noun_in_the_singular(material: Material, rng: random.Random) -> Fault | None:
    """Drop the s after a word that counts: «several plan»."""
    many = "several|many|few|both|these|those|various|numerous|most|two|three|four|five|six|seven|eight|nine"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<many>{many}) (?P<noun>[a-z]{{3,}}[^s\W])s(?![\w'’-])")
    if found is None:
        return None
    many, noun = found.match["many"], found.match["noun"]
    return made(material, found, f"{many} {noun}", _RULE, f"{noun}s", "plural")


@OPERATORS.fault("language")
def one_noun_in_the_plural(material: Material, rng: random.Random) -> Fault | None:
    """Add an s after a word that stands for one: «each cases», «a plans»."""
    nouns = "case|plan|offender|report|manager|review|victim|assessment|visit|officer|order|team|court|sentence|risk"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<one>a|an|each|every|another|this) (?P<noun>{nouns})(?![\w'’-])")
    if found is None:
        return None
    one, noun = found.match["one"], found.match["noun"]
    return made(material, found, f"{one} {noun}s", _RULE, f"«{noun}»", f"{one} {noun}", "plural", "singular")


@OPERATORS.fault("language")
def verb_after_modal(material: Material, rng: random.Random) -> Fault | None:
    """Put the past where the bare verb belongs: «could not been», «did not had», «to was»."""
    found = one_of(
        material, rng, r"(?<![\w'’-])(?P<modal>should|could|would|must|may|might|will|to)(?P<rest>(?: not)?) be\b"
    )
    if found is None:
        return None
    wrong = rng.choice(["been", "being", "was"])
    return made(material, found, f"{found.match['modal']}{found.match['rest']} {wrong}", _RULE, "«be»", "be ")


# Apostrophes ----------------------------------------------------------------------------------------------------------


@OPERATORS.fault("language")
def possessive_without_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """Drop an apostrophe: «the courts indication»."""
    found = one_of(material, rng, r"(?<![\w'’-])(?P<noun>[a-z]{3,})['’]s(?= [a-z]+)")
    if found is None:
        return None
    noun = found.match["noun"]
    return made(material, found, f"{noun}s", _RULE, f"{noun}'s", f"{noun}’s", "apostrophe")


@OPERATORS.fault("language")
def plural_with_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """Write a plural with an apostrophe: «plan's were»."""
    after = r"(?= (?:were|are|had|have|in|of|and|to|with|for|that|which|who|at|on|did|should)\b|[.,;])"
    found = one_of(material, rng, rf"(?<![\w'’-])(?P<noun>[a-z]{{3,}}[^s\W])s{after}")
    if found is None or found.match["noun"].endswith(("i", "u", "a")):
        return None
    noun = found.match["noun"]
    return made(material, found, f"{noun}'s", _RULE, f"{noun}s", "apostrophe")


@OPERATORS.fault("language")
def abbreviation_with_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """Write «SPO's» for several of them, «the 1990's»."""
    found = one_of(material, rng, r"(?<![\w'’-])(?P<noun>[A-Z]{2,6})s(?=[ .,;])")
    if found is None:
        return None
    noun = found.match["noun"]
    return made(material, found, f"{noun}'s", _RULE, f"{noun.lower()}s", "apostrophe")


@OPERATORS.fault("language")
def contraction_without_apostrophe(material: Material, rng: random.Random) -> Fault | None:
    """Write «didnt» for «did not»."""
    found = one_of(
        material, rng, r"(?<![\w'’-])(?P<verb>did|was|were|had|could|should|would|does|do|is|are|has|have) not\b"
    )
    if found is None:
        return None
    verb = found.match["verb"]
    return made(material, found, f"{verb}nt", _RULE, f"{verb}n't", f"{verb}n’t", f"{verb} not", "apostrophe")


assert all(re.fullmatch(r"[a-z' ]+", word) for pair in _CONFUSED for word in pair)
