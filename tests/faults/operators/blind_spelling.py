"""Words for other words, and words that are misspelt."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import added, at_spot, letters_changed, one_of, pick, spots

OPERATORS = Operators(blind=True)

_GRAMMAR = "the grammar of English"
_SPELLING = "the spelling of English"


_CONFUSED_SENTENCES = (
    ("practise", "practice", "There was much good practise to be found."),
    ("practice", "practise", "Offenders were able to practice what they had learned."),
    ("license", "licence", "The conditions of the license were clear."),
    ("effect", "affect", "The change did not effect offenders who had begun earlier."),
    ("affect", "effect", "This had an affect on the quality of plans."),
    ("principle", "principal", "The principle reason was a lack of time."),
    ("complimentary", "complementary", "The two programmes were complimentary, and were used together."),
    ("dependant", "dependent", "The outcome was dependant on the worker who dealt with it."),
    ("discrete", "discreet", "Visits were made in a discrete way, so that neighbours would not notice."),
    ("loose", "lose", "Some offenders were afraid that they would loose their homes."),
    ("advise", "advice", "Staff asked for advise when they were not certain."),
    ("council", "counsel", "Staff could turn to council from colleagues, and took it."),
    ("insure", "ensure", "Managers should insure that plans are checked."),
    ("personal", "personnel", "All personal in the office had been trained."),
    ("moral", "morale", "Moral among staff was high."),
    ("casual", "causal", "No casual link between the two had been shown."),
    ("adverse", "averse", "Staff were not adverse to the change."),
    ("assess", "access", "Offenders had good assess to treatment."),
    ("perspective", "prospective", "A perspective employer had been told of the conviction."),
    ("site", "sight", "Managers had lost site of the purpose of the plan."),
    ("lessen", "lesson", "The lessen had been learned from an earlier case."),
    ("proceed", "precede", "A home visit should proceed the release."),
    ("alot", "a lot", "Staff put alot of effort into this."),
)


@OPERATORS.fault("language")
def confusable(material: Material, chance: random.Random) -> Fault | None:
    """A sentence with one word of a pair that is often confused, where the other is meant."""
    _, right, sentence = chance.choice(_CONFUSED_SENTENCES)
    edit = added(material, chance, sentence)
    return edit.fault(_SPELLING, (right,), sentence)


_OTHER_WORDS = {
    r"\bfrom\b": "form",
    r"\bpublic\b": "pubic",
    r"\bmanagers?\b": "manger",
    r"\bthrough\b": "though",
    r"\bcases were\b": "cased were",
    r"\bthought\b": "though",
    r"\bquite\b": "quiet",
    r"\bdiverse\b": "divers",
    r"(?<=\bon )time\b": "tome",
    r"\btheir\b": "thier",
    r"\bwork with\b": "wok with",
    r"\band\b(?= the)": "an",
    r"\bnow\b": "know",
    r"\bstaff\b": "stuff",
    r"\bnot\b(?= (?:been|always|have))": "no",
    r"\bwhich\b": "witch",
    r"\bthan\b": "that",
    r"\bthey\b(?= (?:had|were))": "the",
    r"\bthem\b(?=[.,])": "then",
}


@OPERATORS.fault("language")
def slip_that_is_another_word(material: Material, chance: random.Random) -> Fault | None:
    """A slip of the fingers that a spelling checker passes over: form for from."""
    place = one_of(material, chance, _OTHER_WORDS)
    if place is None:
        return None
    spot, wrong = place
    edit = at_spot(material, spot, wrong)
    first = spot[0].split()[0]
    return edit.fault(_GRAMMAR, (f"«{first}", f"{first}?", f"{first}»", f" {first} "))


_NOT_IZED = (
    "raised advised supervised promised raising advising revised exercised disguised premised praised comprised".split()
)

_AMERICAN = {
    r"\b([Bb]ehavi)our": r"\1or",
    r"\b([Pp]rogram)me": r"\1",
    r"\b([Oo]ffen|[Dd]efen)ce\b": r"\1se",
    r"\b([Cc]ent)re": r"\1er",
    rf"\b(?!{'|'.join(_NOT_IZED)})([a-z]{{3,}})is(ed|ing|ation)\b": r"\1iz\2",
    r"\b([Ll]ab)our": r"\1or",
    r"\b(counsel|travel|label|cancel)l(ed|ing)": r"\1\2",
    r"\b([Ff]ul|[Ss]kil)(fil|ful)\b": r"\1l\2",
    r"\b([Ll])icence\b": r"\1icense",
}


@OPERATORS.fault("language")
def american_spelling(material: Material, chance: random.Random) -> Fault | None:
    """One word in the spelling of the United States, as a spelling checker with the wrong language makes it."""
    fitting = [
        (pattern, new, each) for pattern, new in _AMERICAN.items() if (each := pick(chance, spots(material, pattern)))
    ]
    place = pick(chance, fitting)
    if place is None:
        return None
    _, new, spot = place
    wrong = spot.match.expand(new)
    edit = at_spot(material, spot, wrong)
    return edit.fault("the rest of the report is in British spelling", (spot[0].lower(), "british", "american"))


_MISSPELT = dict(
    each.split("/")
    for each in (
        "accomodation/accommodation recieved/received occured/occurred seperate/separate liason/liaison "
        "assesment/assessment managment/management commited/committed refered/referred independant/independent "
        "maintainance/maintenance "
        "rehabilitaion/rehabilitation supervison/supervision untill/until teh/the sucessful/successful wich/which "
        "necesary/necessary goverment/government enviroment/environment occassion/occasion harrassment/harassment "
        "adress/address consistant/consistent acheived/achieved proffesional/professional appropiate/appropriate"
    ).split()
)
_MISSPELT_NOUNS = ("accomodation", "liason", "maintainance", "harrassment", "goverment", "rehabilitaion")


@OPERATORS.fault("language")
def common_misspelling(material: Material, chance: random.Random) -> Fault | None:
    """A word that is often misspelt, in a sentence of its own or in place of the right one."""
    there = [wrong for wrong, right in _MISSPELT.items() if spots(material, rf"\b{right}\b")]
    if there and chance.random() < 0.7:
        wrong = chance.choice(there)
        edit = at_spot(material, chance.choice(spots(material, rf"\b{_MISSPELT[wrong]}\b")), wrong)
    else:
        wrong = chance.choice(_MISSPELT_NOUNS)
        edit = added(material, chance, f"Staff in some offices raised the subject of {wrong} with us.")
    return edit.fault(_SPELLING, (_MISSPELT[wrong],), f"{_MISSPELT[wrong]} → {wrong}")


@OPERATORS.fault("language")
def slip_of_the_fingers(material: Material, chance: random.Random) -> Fault | None:
    """A long word, which the report has several times, with two letters swapped, lost or doubled."""
    words = re.findall(r"\b[a-z]{8,}\b", " ".join(each.value for each in material.prose))
    spot = pick(chance, [each for each in spots(material, r"\b[a-z]{8,}\b") if words.count(each[0]) > 2])
    if spot is None:
        return None
    wrong = letters_changed(chance, spot[0])
    if wrong in words:
        return None
    edit = at_spot(material, spot, wrong)
    return edit.fault("the word elsewhere in the report", (spot[0],))


_HOMOPHONES = {
    r"(?<=\b(?:more|less)) than\b": " then",
    r"(?<=\b(?:fewer|other|later)) than\b": " then",
    r"(?<=\b(?:rather|better)) than\b": " then",
    r"\btheir(?= (?:offending|sentence|own|staff|work|lives|plan|behaviour|offences|needs|practice|officer))": "there",
    r"\b[Tt]here(?= (?:was|were|had)\b)": "their",
    r"(?<=\b(?:cases|files)) were\b": " where",
    r"(?<=\b(?:staff|plans)) were\b": " where",
    r"(?<=\bthey) were\b": " where",
    r"(?<=\bmanagers) were\b": " where",
    r"\btoo(?= (?:few|many|little|often|much)\b)": "to",
    r"(?<=\bhad) led(?= to\b)": " lead",
    r"(?<=[a-z]) its(?= (?:own|quality|work|staff|targets|results|budget|managers))": " it's",
    r"(?<=\b(?:of|in|on|by)) its(?= [a-z])": " it's",
    r"\bwhose(?= )": "who's",
    r"\bwhether(?= )": "weather",
    r"\bknew(?= )": "new",
    r"\bpassed(?= )": "past",
    r"\bthrough(?= )": "threw",
    r"\bbreak(?= )": "brake",
    r"\bweek(?= )": "weak",
    r"\bwhole(?= )": "hole",
    r"\ballowed(?= )": "aloud",
    r"(?<=\bof) course\b": " coarse",
}


@OPERATORS.fault("language")
def homophone(material: Material, chance: random.Random) -> Fault | None:
    """A word that sounds the same, or nearly: there for their, then for than."""
    place = one_of(material, chance, _HOMOPHONES)
    if place is None:
        return None
    spot, wrong = place
    edit = at_spot(material, spot, wrong)
    right = spot[0].strip()
    return edit.fault(_GRAMMAR, (f"«{right}", f"{right}?", f"{right}»", f" {right} "), f"{right} → {wrong.strip()}")
