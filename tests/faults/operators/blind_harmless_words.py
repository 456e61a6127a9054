"""Edits of words that leave a report as right as it was: true rewordings, idioms, quotations, dates and titles."""

from __future__ import annotations

import random
from itertools import pairwise

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators.blind_tools import MONTHS, at_spot, inspected, one_of, pick, roomy, said, spots

OPERATORS = Operators(blind=True)


_SAME = {
    r"(?<=\. )However, ": "Even so, ",
    r"\bin addition\b": "besides",
    r"\balthough\b": "though",
    r"\bnearly all\b": "almost all",
    r"\bon time\b": "in good time",
    r"\bfor example\b": "for instance",
    r"\bwithout delay\b": "at once",
    r"\bat once\b": "without delay",
    r"\boften\b": "frequently",
    r"\bneeded to\b": "had to",
    r"\btold us\b": "said to us",
    r"\bsuch as\b": "like",
    r"\bbegan\b": "started",
    r"\bhelped\b": "supported",
    r"\bin particular\b": "above all",
    r"\bwhile\b": "whilst",
    r"\bfound\b(?= that)": "saw",
    r"\bshowed\b": "made clear",
    r"\bgood\b(?= quality)": "high",
    r"\bclear\b(?= and)": "plain",
    r"\bwhom we met\b": "to whom we spoke",
}


@OPERATORS.innocent("language")
def other_words_for_the_same(material: Material, chance: random.Random) -> Harmless | None:
    """A word or two replaced by others that mean the same."""
    place = one_of(material, chance, _SAME, roomy(material.prose))
    if place is None:
        return None
    spot, new = place
    return at_spot(material, spot, new).harmless("it means the same")


@OPERATORS.innocent("language")
def words_that_rightly_stand_twice(material: Material, chance: random.Random) -> Harmless | None:
    """«Had had», «that that», «is is»."""
    sentences = (
        "By then they had had little time to prepare.",
        "Staff knew that that was not enough.",
        "What the plan was, was clear to everybody.",
        "Those who had had a good start kept it up.",
        "It was said that that office had done more than others.",
    )
    return said(material, chance, sentences, "the word rightly stands twice")


@OPERATORS.innocent("language")
def article_by_sound(material: Material, chance: random.Random) -> Harmless | None:
    """Articles that are right by sound and look wrong."""
    sentences: tuple[str, ...] = (
        "An honest account of this was given at an hour's notice.",
        "It was a unique arrangement, and a useful one.",
        "There was a one-off grant and a European project.",
        "An heir to this arrangement had yet to be found.",
        "A university had taken part, and a union had supported it.",
        "An HR adviser had been appointed.",
        "An X-ray of the whole process was what managers wanted.",
    )
    if "HR" not in material.data("abbreviations.yaml"):
        sentences = tuple(each for each in sentences if "HR" not in each)
    return said(material, chance, sentences, "the article goes by the sound")


@OPERATORS.innocent("language")
def quotation_of_a_speaker(material: Material, chance: random.Random) -> Harmless | None:
    """The words of somebody as they were said, with the grammar of talk."""
    sentences = (
        'One man told us: *"They was always on time, them two. I never had no trouble."*',
        'A woman said: *"He don\'t half go on, but he gets you there, there."*',
        "According to one offender it was 'a right result'.",
        'A magistrate wrote: *"I would of liked to of known this sooner."*',
        "Staff spoke of 'the bad old days', as one put it.",
        'One victim said: *"It were the first time anyone asked."*',
    )
    return said(material, chance, sentences, "a quotation stands as it was said")


@OPERATORS.innocent("language")
def hard_words_used_rightly(material: Material, chance: random.Random) -> Harmless | None:
    """The words of the pairs that are often confused, each where it belongs."""
    sentences = (
        "Staff were able to practise what they had learned, and this was good practice.",
        "The licence had been explained, and those who were licensed to drive knew the rules.",
        "The change had little effect, and did not affect those who had begun.",
        "The principal reason was one of principle.",
        "Its purpose was clear; it's the pace that was not, one manager said.",
        "Advice was given, and officers advised each other.",
        "The two complement each other, and one offender paid the team a compliment.",
        "They were there on their own account.",
        "More was done than before, and then less.",
        "Discreet visits were kept discrete from those in uniform.",
        "Dependants were considered, since the outcome was dependent on them.",
        "The council had offered counsel to those whose role it was.",
    )
    return said(material, chance, sentences, "each word stands where it belongs")


@OPERATORS.innocent("language")
def verb_that_agrees_and_looks_wrong(material: Material, chance: random.Random) -> Harmless | None:
    """Verbs that agree with a word further off, with a collective or with a subject of several words."""
    sentences = (
        "The quality of the plans was good.",
        "A number of the offices were visited.",
        "The number of offices was small.",
        "If it were to happen again, staff would know what to do.",
        "Staff were proud of this, and the team was pleased.",
        "None of the offices was closed.",
        "Neither of the managers was new to the work.",
        "Work with families and with victims was well thought of.",
        "Bed and breakfast was all that was to be had.",
        "What was missing were clear objectives.",
        "The police were told, and the news was good.",
        "Each of the officers was trained.",
        "Statistics is not a subject that everybody likes.",
    )
    return said(material, chance, sentences, "the verb agrees")


@OPERATORS.innocent("figures")
def idiom_with_a_number(material: Material, chance: random.Random) -> Harmless | None:
    """Numbers that count nothing: nine times out of ten, one way or another, second to none."""
    sentences = (
        "Nine times out of ten, a word with the officer was enough.",
        "One way or another, everybody had heard of the plan.",
        "The support from partners was second to none.",
        "Staff were in two minds about the change.",
        "It was six of one and half a dozen of the other.",
        "At the eleventh hour the prison had agreed.",
        "On the one hand there was more to do; on the other, there were more people to do it.",
        "One or two things remained to be settled.",
        "The first half of the day was kept for home visits.",
        "It had been a half-hearted attempt.",
        "The office had one foot in each camp.",
        "They took it one day at a time, day and night.",
    )
    return said(material, chance, sentences, "an idiom counts nothing")


@OPERATORS.innocent("figures")
def number_that_is_no_finding(material: Material, chance: random.Random) -> Harmless | None:
    """Numbers of days, hours, phases, versions and laws: none of them is a figure of the inspection."""
    sentences = (
        "Appointments were offered within five working days.",
        "The office was open until 8 o'clock in the evening on two days a week.",
        "The second phase had begun, and the third was being planned.",
        "The course lasted 12 weeks, with a session of two hours in each.",
        "A visit within 15 working days was what the standard required.",
        "The standard allows for two absences in any 12 months.",
        "The order was for 24 months, and the course for 10 of its weeks.",
        "Version 2 of the form was in use in all offices.",
        "The journey took an hour and a half by two buses.",
        "The community order was made under the Criminal Justice Act 2003.",
        "Young people aged 10 to 17 came to the project on four evenings.",
    )
    return said(material, chance, sentences, "it is no count of cases")


@OPERATORS.innocent("figures")
def hedge_in_place_of_a_number(material: Material, chance: random.Random) -> Harmless | None:
    """Some, several, a number of: without a figure beside them."""
    sentences = (
        "In some cases more had been done than was asked.",
        "Several offices had gone further than that.",
        "A number of officers had come from other areas.",
        "There were exceptions, and a few of them were striking.",
        "This was true in the main, though not everywhere.",
        "In most of the offices it made little difference whom one asked.",
        "Roughly speaking, the north did better than the south.",
    )
    return said(material, chance, sentences, "it gives no number")


@OPERATORS.innocent("consistency")
def year_or_month_of_something_else(material: Material, chance: random.Random) -> Harmless | None:
    """Dates of what happened before the inspection."""
    year, _ = inspected(material)
    month = chance.choice(MONTHS)
    sentences = (
        f"The team had moved to its present office in {month} {year - 2}.",
        f"A policy of {year - 3} was still in use.",
        f"Since {year - 4} the area had had a single head office.",
        f"The protocol was signed on {chance.randint(1, 28)} {month} {year - 1}.",
        f"The contract ran from April {year - 2} to March {year + 1}.",
        f"Between {year - 5} and {year - 3} the budget had not grown.",
        f"In the financial year {year - 2}/{year - 1} this was not yet so.",
        f"The summer of {year - 1} had been a hard one.",
    )
    return said(material, chance, sentences, "it is the date of something else")


@OPERATORS.innocent("language")
def punctuation_that_is_right(material: Material, chance: random.Random) -> Harmless | None:
    """Dashes, brackets, dots, slashes and initials where they belong."""
    sentences = (
        "The plan – where there was one – had been shared.",
        "Not all of it (and there was much of it) was used.",
        "There was more: time, money, people.",
        "Did this matter? It did.",
        "The form was used for housing and/or employment.",
        "Contact, e.g. by telephone, was frequent; letters, i.e. on paper, were rare.",
        "The work went well, etc., as one officer put it…",
        "The meeting was at 10.30 a.m. on each Monday.",
        "This was a day-to-day, face-to-face and one-to-one affair.",
        "Those on remand – men and women alike – were seen.",
    )
    return said(material, chance, sentences, "the signs stand where they belong")


@OPERATORS.innocent("language")
def long_but_not_too_long(material: Material, chance: random.Random) -> Harmless | None:
    """A sentence a little shorter than the house style allows."""
    sentence = (
        "Where the officer who had written the plan was still in post when the review came round, the second plan built"
        "\non the first, and those who read it could see what had been done in between."
    )
    return said(material, chance, (sentence,), "it has fewer words than the house style allows")


@OPERATORS.innocent("language")
def joined_by_a_semicolon(material: Material, chance: random.Random) -> Harmless | None:
    """Two short sentences joined by a semicolon."""
    found = [
        each
        for each in spots(material, r"(?<=[a-z])\. (It|They|This|These|There)(?= )")
        if _short(material, each.value.value)
    ]
    spot = pick(chance, found)
    if spot is None:
        return None
    return at_spot(material, spot, f"; {spot[1].lower()}").harmless("the two sentences are the same, and short")


def _short(material: Material, text: str) -> bool:
    limit = int(material.framework.get("house_style", {}).get("longest_sentence", 40))
    sentences = text.replace("!", ".").split(". ")
    return all(len(one.split()) + len(two.split()) < limit for one, two in pairwise(sentences))
