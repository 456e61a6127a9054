"""Faults of language: words typed twice or not at all, words for other words, grammar and spelling."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators
from tests.faults.operators.blind_tools import added, at_spot, findings, one_of, pick, spots

OPERATORS = Operators(blind=True)

_GRAMMAR = "the grammar of English"
_SPELLING = "the spelling of English"


@OPERATORS.fault("language")
def word_doubled(material: Material, chance: random.Random) -> Fault | None:
    """A small word typed twice, as happens where a line breaks."""
    spot = pick(chance, spots(material, r"\b(?:the|of|and|to|in|a|for|was|were|their|with|by|at)(?=\s+[a-z])"))
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[0]} {spot[0]}")
    return edit.fault("no sentence has this word twice", ("twice", "doubled", "repeat", f"one «{spot[0]}»"))


@OPERATORS.fault("language")
def word_dropped(material: Material, chance: random.Random) -> Fault | None:
    """A small word left out where the sentence cannot do without it."""
    patterns = {
        r"(?<=[Oo]ne) of(?= the\b)": "of",
        r"(?<=[Mm]ost) of(?= the\b)": "of",
        r"(?<=\bneeded) to(?= [a-z]+)": "to",
        r"(?<=\bhad) been(?= (?:made|given|told|taken|used|seen|done)\b)": "been",
        r"(?<=\bin) the(?= (?:case|view|opinion|same|way)\b)": "the",
        r"(?<=\bable) to(?= [a-z]+)": "to",
        r"(?<=\baccount) of(?= )": "of",
        r"(?<=\bquality) of(?= the\b)": "of",
    }
    place = one_of(material, chance, patterns)
    if place is None:
        return None
    spot, word = place
    edit = at_spot(material, spot, "")
    text = material.raw(spot.value)
    at = spot.start - spot.value.start
    shown = " ".join(f"{text[max(0, at - 25) : at]} [{word}] {text[at + len(spot[0]) : at + 30]}".split())
    return edit.fault(
        _GRAMMAR, ("missing", f"«{word}»", "left out", "lacks", "a word", f" {word} "), f"without {shown}"
    )


@OPERATORS.fault("language")
def article_that_does_not_sound(material: Material, chance: random.Random) -> Fault | None:
    """«A» before a vowel, «an» before a consonant, or the wrong one before an abbreviation."""
    found = spots(material, r"\b([Aa]n?) ([A-Za-z][\w-]+)")
    spot = pick(chance, found)
    letters = {
        "SPO": "an",
        "PSR": "a",
        "FDR": "an",
        "SDR": "an",
        "DRR": "a",
        "PDU": "a",
        "YOT": "a",
        "YOS": "a",
        "LCJB": "an",
        "PPO": "a",
    }
    listed = [each for each in letters if each in material.data("abbreviations.yaml")]
    if listed and (spot is None or chance.random() < 0.5):
        short = chance.choice(listed)
        right = letters[short]
        wrong = "a" if right == "an" else "an"
        edit = added(material, chance, f"In one case {wrong} {short} had been asked for and did not come.")
        return edit.fault(
            "the sound of the abbreviation", ("article", f"«{right}", f"{right} {short}"), f"{wrong} {short}"
        )
    if spot is None:
        return None
    right = spot[1]
    wrong = {"a": "an", "an": "a", "A": "An", "An": "A"}[right]
    edit = at_spot(material, spot, f"{wrong} {spot[2]}")
    return edit.fault("the sound of the word", ("article", f"«{right}", f"{right} {spot[2]}"))


@OPERATORS.fault("language")
def verb_that_does_not_agree(material: Material, chance: random.Random) -> Fault | None:
    """A plural with «was», a singular with «were»; have and has likewise."""
    patterns = {
        r"(?<=\b[a-z]{4}s) were\b(?! to\b)": "was",
        r"(?<=\b[Tt]hey) were\b": "was",
        r"(?<=\b[Tt]his) was\b": "were",
        r"(?<=\b[Ww]ork) was\b": "were",
        r"(?<=\b[Ii]t) was\b": "were",
        r"(?<=\b[Tt]hey) have\b": "has",
        r"(?<=\b[Ii]t) has\b": "have",
        r"(?<=\bthere) were(?= (?:two|three|few|several|many|some)\b)": "was",
        r"(?<=\b(?:plan|case|area)) was\b": "were",
    }
    place = one_of(material, chance, patterns)
    if place is None:
        edit = added(
            material,
            chance,
            chance.choice(("The plans was clear.", "Most reviews was on time.", "The office were quiet.")),
        )
        return edit.fault(_GRAMMAR, ("were", "was", "agree", "plural", "singular"))
    spot, wrong = place
    edit = at_spot(material, spot, f" {wrong}")
    right = spot[0].strip()
    text = material.raw(spot.value)
    before = " ".join(text[: spot.start - spot.value.start].split()[-2:])
    return edit.fault(
        _GRAMMAR, (f"«{right}", "agree", "plural", "singular", f" {right} "), f"{before} {right} → {wrong}"
    )


@OPERATORS.fault("language")
def noun_of_the_wrong_number(material: Material, chance: random.Random) -> Fault | None:
    """«Each plans», «one of the case», «these plan»."""
    wrong, right = chance.choice(
        (
            ("Each plans was read by two inspectors.", "plan"),
            ("Every offenders had been told of the rules.", "offender"),
            ("One of the officer had been trained for this.", "officers"),
            ("These plan were of good quality.", "plans"),
            ("This reviews had been made on time.", "review"),
            ("Several report came too late to be of use.", "reports"),
            ("Many victim had not been told.", "victims"),
            ("A reviews was missing from the file.", "review"),
            ("Both manager knew of the difficulty.", "managers"),
            ("Few case had been dealt with so well.", "cases"),
        )
    )
    edit = added(material, chance, wrong)
    return edit.fault(_GRAMMAR, (f"{right}»", f" {right} ", f"{right}?", "plural", "singular", "agree"), wrong)


@OPERATORS.fault("language")
def less_or_amount_of_what_is_counted(material: Material, chance: random.Random) -> Fault | None:
    """«Less cases», «the amount of offenders», «much plans»."""
    place = one_of(
        material,
        chance,
        {r"\b[Ff]ewer(?= (?!than|and|but|still)[a-z])": "less", r"\bnumber of(?= [a-z]+s\b)": "amount of"},
    )
    if place is not None and chance.random() < 0.6:
        spot, wrong = place
        edit = at_spot(material, spot, wrong)
    else:
        sentence = chance.choice(
            (
                "There were less home visits than the year before.",
                "The amount of offenders who complied had grown.",
                "Less plans were late.",
            )
        )
        edit = added(material, chance, sentence)
    return edit.fault(_GRAMMAR, ("fewer", "number"))


@OPERATORS.fault("language")
def apostrophe_in_a_plural(material: Material, chance: random.Random) -> Fault | None:
    """«Plan's were», «PSR's»: an apostrophe where there is no possession."""
    spot = pick(
        chance,
        spots(material, r"\b(?!this|analysis|basis|always)([A-Za-z]{2,}[a-rt-z])s(?= (?:were|had|are|have|who)\b)"),
    )
    if spot is None:
        return None
    edit = at_spot(material, spot, f"{spot[1]}'s")
    return edit.fault(_GRAMMAR, ("apostrophe", f"{spot[0]}»", f"{spot[0]}?"))


@OPERATORS.fault("language")
def apostrophe_lost(material: Material, chance: random.Random) -> Fault | None:
    """«The offenders life», «victims safety», «the courts request»."""
    spot = pick(chance, spots(material, r"\b([a-z]{3,})('s|s')(?= [a-z]{3,})"))
    if spot is None or chance.random() < 0.3:
        wrong, right = chance.choice(
            (
                ("In one case the offenders mother had asked for help.", "offender's"),
                ("The managers view was that this would change.", "manager's"),
                ("Staff didnt always know whom to ask.", "didn't"),
                ("Some said that they couldnt be reached.", "couldn't"),
            )
        )
        edit = added(material, chance, wrong)
        return edit.fault(_GRAMMAR, ("apostrophe", right), wrong)
    edit = at_spot(material, spot, f"{spot[1]}s")
    return edit.fault(_GRAMMAR, ("apostrophe", spot[0]))


@OPERATORS.fault("language")
def hyphen_lost(material: Material, chance: random.Random) -> Fault | None:
    """A compound before its noun without its hyphen: «a three way meeting», «the 16 week stage»."""
    spot = pick(
        chance,
        spots(
            material,
            r"\b(one|two|three|four|\d+|high|well|long|short|part|full)-(?!third|quarter|being)([a-z]+)(?= [a-z])",
        ),
    )
    if spot is None or chance.random() < 0.5:
        wrong, right = chance.choice(
            (
                ("At the 16 week stage the plan was reviewed.", "16-week"),
                ("A three way meeting had been held in prison.", "three-way"),
                ("The six month review was late.", "six-month"),
                ("One to one work had begun late.", "one-to-one"),
                ("There was no long term plan.", "long-term"),
                ("High risk cases were seen first.", "high-risk"),
                ("Well informed staff made better plans.", "well-informed"),
            )
        )
        edit = added(material, chance, wrong)
        return edit.fault("a compound before its noun has a hyphen", ("hyphen", right), wrong)
    edit = at_spot(material, spot, f"{spot[1]} {spot[2]}")
    return edit.fault("a compound before its noun has a hyphen", ("hyphen", spot[0]))


_LEFT = (
    *("XX%", "xx%", "[XX]", "tbc", "TBC", "[check]", "[check with area]", "TODO", "???", "[insert figure]", "NN%"),
    *("[name]", "<to be confirmed>", "…%", "[KB to confirm]", "XXX"),
)


@OPERATORS.fault("language")
def placeholder_left(material: Material, chance: random.Random) -> Fault | None:
    """A place held for what was to come later: XX%, tbc, [check with area]."""
    left = chance.choice(_LEFT)
    sentence = chance.choice(
        (
            f"Plans were on time in {left} of cases.",
            f"The new policy came into force in {left}.",
            f"Visits were made in most cases {left}.",
            f"Figures for the north of the area: {left}.",
        )
    )
    edit = added(material, chance, sentence, findings(material))
    helps = (
        "placeholder",
        "unfinished",
        "not finished",
        "still to",
        "fill",
        "to do",
        "left open",
        "to be written",
        "before publication",
    )
    return edit.fault("something is still to be filled in", helps, sentence)


@OPERATORS.fault("language")
def outdated_term(material: Material, chance: random.Random) -> Fault | None:
    """A word of people that the house style of the framework asks not to use."""
    terms = [
        (avoid, each["say"])
        for each in material.framework.get("house_style", {}).get("outdated_terms", [])
        if "noun" not in each and "before" not in each
        for avoid in (each["avoid"] if isinstance(each["avoid"], list) else [each["avoid"]])
        if str(avoid)[-1:] != "s" and " " in str(avoid)
    ]
    term = pick(chance, terms)
    if term is None:
        return None
    avoid, say = term
    if str(avoid).startswith("commit"):
        avoid, sentence = "committed suicide", "One woman on licence had committed suicide."
    else:
        sentence = chance.choice((f"The file of one case told of {avoid}.", f"In one case there was talk of {avoid}."))
    edit = added(material, chance, sentence)
    return edit.fault("the house style of the framework", (str(say), str(say).split(":")[0]), sentence)


@OPERATORS.fault("language")
def sentence_without_end(material: Material, chance: random.Random) -> Fault | None:
    """A sentence that goes on for longer than the house style allows."""
    limit = int(material.framework.get("house_style", {}).get("longest_sentence", 40))
    parts = [
        "the plan had been made on time and was shared with everybody who had to know of it",
        "the offender had been seen each week by somebody who knew the case",
        "nobody had written down what was to be done if something in the circumstances changed",
        "the manager who was to look at it had been away and was not replaced",
        "those who came later had to begin again with what they found in the file",
    ]
    chance.shuffle(parts)
    sentence = "In one case " + ", and ".join(parts) + "."
    assert len(sentence.split()) > limit
    lines = sentence.replace(", and ", ",\nand ")
    edit = added(material, chance, lines)
    return edit.fault("the house style of the framework", ("words", "long", "sentence"))
