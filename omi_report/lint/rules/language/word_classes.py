"""The classes of English words: what a word can be in a sentence, by lists of small words and by its endings.

A class is a bit, and the classes of a word are the sum of its bits. Small words (articles, prepositions, forms of be
and have …) stand in lists. What other words are, their forms tell: «plan» has «plans» and «planning», so it is a noun
or a verb; «offender» has «offenders» alone, and is a noun.
"""

from __future__ import annotations

from functools import cache

from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.language.nouns import singular_of

NOUN, PLURAL, ADJECTIVE, ADVERB, PREPOSITION, ARTICLE, QUANTIFIER, BE, HAVE, MODAL = (1 << at for at in range(10))
BASE, THIRD, PAST, PARTICIPLE, ING, AND, THAT, THEY, THEM, IT = (1 << at for at in range(10, 20))
THERE, NOT, TO, CONTRACTION, NUMBER, SIGN, COUNTED, BEEN = (1 << at for at in range(20, 28))
"""Base is a verb as after «to»; third is «plans» of «he plans»; article is every word that a noun must follow, such as
«the», «their» and «whose»; that is every word that begins a clause; they, them and it are pronouns that are a subject,
an object or both; a contraction is «it's» and its like; what is counted is a noun that hardly stands without an article
or an adjective, such as «scene». Been is «been» alone."""

ANY = (1 << 28) - 1

LETTERS = {
    "n": NOUN, "s": PLURAL, "a": ADJECTIVE, "r": ADVERB, "p": PREPOSITION, "d": ARTICLE, "q": QUANTIFIER, "b": BE,
    "h": HAVE, "m": MODAL, "v": BASE, "z": THIRD, "e": PAST, "l": PARTICIPLE, "g": ING, "c": AND, "k": THAT, "j": THEY,
    "u": THEM, "w": IT, "x": THERE, "i": NOT, "o": COUNTED, "f": BEEN, "t": TO, "y": CONTRACTION,
}  # fmt: skip
"""The classes by a letter each, for tables of words."""

_CLOSED = {
    "d": "the a an their its his our my your every whose",
    "q": "this that these those each any some all both many several few most much no another such either neither "
    "half enough more less fewer other one her what which",
    "b": "be been being was were is are am",
    "h": "have has had having",
    "m": "could should would must may might will can cannot shall",
    "c": "and or but nor",
    "k": "that which who whom when where why how if because although though unless until till while whilst whereas "
    "whether than since as what so once lest",
    "j": "they he she we i who",
    "u": "them him us me themselves himself herself itself ourselves her",
    "w": "it you anything something nothing everything anyone anybody someone somebody nobody everyone everybody",
    "x": "there",
    "i": "not",
    "t": "to",
    "r": "also always never often only already still even just again too very quite rather soon then now almost "
    "perhaps seldom ever yet once twice well far here however indeed instead later most more less nearly not "
    "sometimes thus together therefore otherwise elsewhere up down out back away about so much there fairly",
    "p": "of in with for by from at into about during without between among amongst against towards toward upon on "
    "off over under through after before within across along around behind below beneath beside besides "
    "beyond despite except inside near onto outside per since throughout until up down out above like than as "
    "via unlike concerning regarding alongside plus minus",
    "a": "good poor legal able unable clear best better new effective likely unlikely high low important different "
    "early late such other same own public local main first last next previous recent whole real special "
    "strong young old large small big great little long short full further several certain serious simple "
    "single similar common due ready sure wrong right true free open close hard easy bad worse worst key "
    "senior junior own due past present available necessary relevant appropriate possible many few more most "
    "less little much second third national regional",
    "n": "work evidence information advice guidance progress one use part time access health life behaviour "
    "custody knowledge week month year day hour harm motivation morale personnel",
    "v": "work use time access harm progress be ensure provide become make take give go get see do have bring keep "
    "lead leave let put say tell seek receive reduce improve achieve allow assess avoid begin choose consider "
    "continue describe develop enable encourage explain identify include involve maintain prepare prevent "
    "protect prove recognise remain remember remove require manage attend comply engage deliver respond assist apply "
    "persuade motivate reflect inform agree retain sustain promote resolve strengthen clarify undertake happen differ",
    "s": "people children men women police staff data criteria others",
}

_IRREGULAR = """
    arise arose arisen, become became become, begin began begun, break broke broken, bring brought brought,
    build built built, buy bought bought, catch caught caught, choose chose chosen, come came come, cut cut cut,
    deal dealt dealt, do did done, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
    fall fell fallen,
    feel felt felt, fight fought fought, find found found, foresee foresaw foreseen, forget forgot forgotten,
    get got got, give gave given, go went gone, grow grew grown, hear heard heard, hide hid hidden, hit hit hit,
    hold held held, hurt hurt hurt, keep kept kept, know knew known, lead led led, learn learnt learnt, leave left left,
    lend lent lent, let let let, lie lay lain, lose lost lost, make made made, mean meant meant, meet met met,
    overcome overcame overcome, pay paid paid, prove proved proven, put put put, read read read, rise rose risen,
    run ran run, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set,
    show showed shown, shut shut shut, sit sat sat, sleep slept slept, speak spoke spoken, spend spent spent,
    spread spread spread, stand stood stood, steal stole stolen, stick stuck stuck, strike struck struck,
    swear swore sworn, take took taken, teach taught taught, tell told told, think thought thought, throw threw thrown,
    undergo underwent undergone, undertake undertook undertaken, understand understood understood, wear wore worn,
    win won won, withdraw withdrew withdrawn, write wrote written
    """
_ALSO_NOUNS = frozenset("break cut deal draw drink drive fall fight find hit hold lead lie make meet "
                        "pay put read rise run say show stand strike thought think win set left".split())  # fmt: skip

_ENDINGS = (
    ("ly", ADVERB),
    ("tion", NOUN), ("sion", NOUN), ("ment", NOUN), ("ness", NOUN), ("ity", NOUN), ("ship", NOUN), ("ance", NOUN),
    ("ence", NOUN), ("hood", NOUN), ("ism", NOUN),
    ("ive", ADJECTIVE | NOUN), ("ous", ADJECTIVE), ("ful", ADJECTIVE), ("able", ADJECTIVE), ("ible", ADJECTIVE),
    ("less", ADJECTIVE), ("ish", ADJECTIVE), ("ary", ADJECTIVE | NOUN), ("ic", ADJECTIVE | NOUN),
    ("al", ADJECTIVE | NOUN), ("ant", ADJECTIVE | NOUN), ("ent", ADJECTIVE | NOUN),
)  # fmt: skip
_LIKE_ADVERBS = frozenset("family reply supply apply rely early likely daily weekly monthly yearly timely friendly "
                          "lonely elderly orderly costly unlikely only untimely".split())  # fmt: skip
_OF_A_VERB = frozenset("mention question station position section function condition caution comment document "
                       "experience influence sentence reference supplement implement complement compliment balance "
                       "evidence finance commission provision".split())  # fmt: skip


def of_letters(letters: str) -> int:
    """Return the classes of a table's letters."""
    return sum(LETTERS[letter] for letter in set(letters))


@cache
def classes_of(word: str) -> int:
    """Return the classes of a word in small letters, a number or a sign; any class where nothing is known of it."""
    if not word[0].isalpha():
        return NUMBER if word[0].isdigit() else SIGN if word.isascii() else ANY
    known = _closed().get(word)
    if known is not None:
        return known
    if "'" in word or "’" in word:
        return ARTICLE | CONTRACTION
    if "-" in word:
        return ANY
    found = _irregular().get(word, 0) | _by_forms(word)
    return found or ANY


def is_surely(word: str, classes: int) -> bool:
    """Say whether a word is of some classes, and can be of no other."""
    return not classes_of(word) & ~classes


def may_be(word: str, classes: int) -> bool:
    """Say whether a word can be of one of some classes."""
    return bool(classes_of(word) & classes)


def base_of(word: str) -> str:
    """Return the verb of which a word is the form in -ed, -ing or -s; empty where there is none."""
    for ending, added in (
        ("ing", ("", "e")),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ies", ("y",)),
        ("es", ("", "e")),
        ("s", ("",)),
    ):
        if not word.endswith(ending) or len(word) < len(ending) + 2:
            continue
        stem = word[: -len(ending)]
        for letters in added:
            if is_verb(stem + letters):
                return stem + letters
        if ending in ("ing", "ed") and stem[-1] == stem[-2:-1] and is_verb(stem[:-1]):
            return stem[:-1]
    return ""


@cache
def is_verb(word: str) -> bool:
    """Say whether a word in small letters is a verb: its form in -ing is common."""
    if not is_common(word) or len(word) < 2 or word.endswith(("ing", "ed")):
        return False
    stem = word[:-1] if word.endswith("e") and not word.endswith("ee") else word
    return is_common(f"{stem}ing") or is_common(f"{word}{word[-1]}ing")


def _by_forms(word: str) -> int:
    """The classes that the forms and the ending of a word tell."""
    if word.endswith("ed") and base_of(word):
        return PAST | PARTICIPLE | ADJECTIVE
    if word.endswith("ing") and base_of(word):
        return ING | NOUN | ADJECTIVE
    found = BASE if is_verb(word) else 0
    ending = next((classes for end, classes in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), 0)
    if word in _LIKE_ADVERBS:
        ending = ADJECTIVE | ADVERB | NOUN
    if ending:
        return ending | (found if ending != NOUN or word in _OF_A_VERB else 0)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        single = singular_of(word)
        if single in verbs_alone():
            return THIRD
        if single:
            return PLURAL | (THIRD if is_verb(single) else 0)
    if is_common(f"{word}s") or (word.endswith("y") and is_common(f"{word[:-1]}ies")) or is_common(f"{word}es"):
        found |= NOUN
    stem = word.removesuffix("e")
    if (is_common(f"{stem}er") and (is_common(f"{stem}est") or is_common(f"{word}ly"))) or is_common(f"{word}ness"):
        found |= ADJECTIVE
    return found | (ADJECTIVE if found == NOUN and word.endswith("er") and is_common(f"{word[:-2]}est") else 0)


@cache
def verbs_alone() -> frozenset[str]:
    """Return verbs, as they stand after «to», that are no nouns."""
    irregular = {verb[0] for verb in irregular_verbs()} - _ALSO_NOUNS
    return frozenset(irregular | {word for word, classes in _closed().items() if classes == BASE})


@cache
def _closed() -> dict[str, int]:
    found: dict[str, int] = {}
    for letter, words in _CLOSED.items():
        for word in words.split():
            found[word] = found.get(word, 0) | LETTERS[letter]
    return found


@cache
def irregular_verbs() -> tuple[tuple[str, ...], ...]:
    """Return the base, the past and the participle of verbs that do not end in -ed there."""
    return tuple(tuple(verb.split()) for verb in _IRREGULAR.split(","))


@cache
def _irregular() -> dict[str, int]:
    found: dict[str, int] = {}
    for verb in irregular_verbs():
        for form, class_ in zip(verb, (BASE, PAST, PARTICIPLE), strict=True):
            found[form] = found.get(form, 0) | class_ | (NOUN if form in _ALSO_NOUNS else 0)
    return found
