"""Edits that leave the language of an area as right as it was."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.passages import edited, one_of

OPERATORS = Operators()

_SENTENCE_GAP = r"(?<=[a-z]{3}\.)[ ](?=[A-Z])"


def _added(material: Material, rng: random.Random, sentence: str, why: str) -> Harmless | None:
    found = one_of(material, rng, _SENTENCE_GAP)
    return edited(material, found, f" {sentence} ", why) if found else None


@OPERATORS.innocent("language")
def right_articles(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with an article that goes by sound."""
    things = "an hour|an honest answer|an MP|a university|a one-off visit|a European warrant|a user group|an X-ray"
    more = "a UK law|an NHS trust|an heir|a usual day|an 18-month order|an 11th visit|an 80-hour order"
    others = "a U-turn|an S-shaped curve|a Euro|an eight-week course|a one-day visit|an honour|an unusual use|a unit"
    thing = rng.choice(f"{things}|{more}|{others}".split("|"))
    return _added(material, rng, f"This was {thing}.", "the article goes by the sound")


@OPERATORS.innocent("language")
def right_confusables(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with a word that is often taken for another, in its right sense."""
    sentence = rng.choice(
        [
            "The change had little effect on practice.",
            "It affected those whose licence had lapsed.",
            "The lead officer led the meeting, and it led to a plan.",
            "Their plans were there to be seen.",
            "It's clear that its aims were known.",
            "She had passed the course in the past.",
            "The principal officer was right in principle.",
            "Staff practise these skills, and practice improved.",
            "The council took counsel's advice.",
            "They did so to effect a change.",
            "It was too late to do more than that, and then it stopped.",
            "Some of those licensed under the Act were seen.",
            "He was quite quiet, and chose to stay.",
            "People lose heart where ends are loose.",
            "Except in one case, the offer was accepted.",
            "Where needs were met, they were met in full.",
            "The form came from the court.",
            "The personnel file held personal letters.",
            "It was what had been being done for years.",
            "The head of the lead agency took the lead.",
            "Wires of lead were found in the trail after the trial.",
        ]
    )
    return _added(material, rng, sentence, "each word is the right one")


@OPERATORS.innocent("language")
def right_agreement(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence whose verb only seems not to agree."""
    sentence = rng.choice(
        [
            "A number of plans were late.",
            "The number of plans was small.",
            "None of the cases were closed.",
            "Each of the plans that were late was reviewed.",
            "The quality of the plans was good.",
            "Staff were well trained, and the staff of both offices were too.",
            "Neither the manager nor the officers were told.",
            "What people needed was help.",
            "There was, in two cases, no plan.",
            "The team were agreed among themselves.",
            "If it were so, more would have been done.",
            "Those were the ones that work with families has helped.",
            "Six months is a long time, and £500 was spent.",
            "The use of such reports has grown.",
            "Two thirds of it was new.",
            "The police were called, and people were moved.",
            "Each were given a plan of their own.",
            "One in five were late.",
            "The means of doing so was clear.",
            "Good news was scarce, and a series of visits was planned.",
            "Many a plan was late.",
            "Work with families is hard.",
            "All that the managers had was a list.",
            "Half of the cases were closed, and half of the work was done.",
        ]
    )
    return _added(material, rng, sentence, "the verb agrees with its subject")


@OPERATORS.innocent("language")
def right_possessives(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with apostrophes in their right places."""
    sentence = rng.choice(
        [
            "Two weeks' notice was given.",
            "The children's plans were the parents' choice.",
            "The GP's view was that of the GPs.",
            "Staff's needs and victims' views were heard.",
            "It was the manager's and not the officers'.",
            "The women's group met at St Mary's.",
            "The courts asked for reports, and prisoners plan their own days.",
            "In the 1990s it was different.",
            "There were dos and don'ts.",
            "St James's church was near.",
            "The team's in the same building.",
        ]
    )
    return _added(material, rng, sentence, "each apostrophe is right")


@OPERATORS.innocent("language")
def right_doubles(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence in which a word rightly stands twice, or small words in a row."""
    sentence = rng.choice(
        [
            "He had had a plan.",
            "They knew that that was so.",
            "It was very, very late.",
            "The group met in, in all, nine places.",
            "The plan that he had had had merit.",
            "It was handed in, in person.",
            "Those in the over-50s group came to the for-profit unit.",
            "This was the to-do list of the by then absent officer.",
            "The cases it was handed over to the week after were closed.",
        ]
    )
    return _added(material, rng, sentence, "the words are right so")


@OPERATORS.innocent("language")
def rare_words(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with words that are right and rare."""
    words = (
        "desistance criminogenic safeguarding recidivism signposted triaged reoffending desist triage outreach kinship "
        "polydrug benzodiazepines methadone buprenorphine psychosocial caseload workload timeliness multidisciplinary "
        "criminality victimless proactively contextualised sentencers magistracy remand tagged curfews unescorted "
        "breathalyser ketamine homelessness upskilling onboarding "
        "timebound learnings granular hotspots strengths-based "
        "gatekeeping countersigned inreach resettle throughcare licensees noncompliance dysfunctional pro-criminal "
        "psychoeducational neurodiversity co-located underreporting re-referral radicalisation cuckooing doorstepping "
        "offending-related paperless kickstarted handwritten unvalidated mis-recorded disproportionality intersectional"
    ).split()
    one, other = rng.sample(words, 2)
    return _added(material, rng, f"Two themes, {one} and {other}, came up.", "both are words")


@OPERATORS.innocent("language")
def unknown_names(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with names of places and bodies that no list has."""
    names = (
        "Ynysybwl|Cholmondeley Hall|Wymondham|the Skelmersdale Trust|Penrhyndeudraeth|St Osyth|"
        "the Kowalczyk Foundation|Slaithwaite|"
        "Mousehole|the Phoenix Futures project|Addaction|Trowse Newton|the eTracker system|the iPlan tool|"
        "McKinnon House|Beaulieu"
    ).split("|")
    return _added(material, rng, f"Staff had visited {rng.choice(names)} before.", "it is a name")


@OPERATORS.innocent("language")
def hyphens_that_are_right(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with measures as they should be."""
    sentence = rng.choice(
        [
            "A review was due after 16 weeks.",
            "The 16-week stage had passed.",
            "Each had a 12-month order with 80 hours of work.",
            "It took three weeks, and a six-week course followed.",
            "The first 12 months were hard.",
            "Nearly 20 years later it was the same.",
            "Every six months plans were reviewed.",
            "They met on day 10, in week 16.",
            "It was well managed, and a well-managed case is rare.",
            "The 24 hours before release matter, as do the 16 weeks after.",
        ]
    )
    return _added(material, rng, sentence, "hyphens stand before a noun alone")


@OPERATORS.innocent("language")
def what_is_no_placeholder(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence that only looks as if something were still to come."""
    sentence = rng.choice(
        [
            'One wrote: "They [the staff] were kind."',
            "Plans were to be confirmed by a manager.",
            "The XX chromosome was not discussed.",
            "A check with the police was made in each case.",
            "Details were to follow within a week.",
            "Names were inserted later.",
            "It was unclear (to whom?) that this would be done.",
            "Section XXX of the old Act was repealed.",
            "Who would do it was still to be decided.",
            "Notes were to be completed by the next day.",
            "See the note on sources.",
            "What was to be done? Nobody knew!",
        ]
    )
    return _added(material, rng, sentence, "nothing is left to be written")


@OPERATORS.innocent("language")
def words_reordered(material: Material, rng: random.Random) -> Harmless | None:
    """Put an adverb into a sentence."""
    found = one_of(material, rng, r"(?<= )(?P<verb>was|were|had)(?= [a-z]+ed\b)")
    adverb = rng.choice(["clearly", "generally", "also", "normally", "already", "frequently", "rightly", "seldom"])
    return edited(material, found, f"{found.text} {adverb}", "it is a true rewording") if found else None


@OPERATORS.innocent("language")
def spellings_of_two_words(material: Material, rng: random.Random) -> Harmless | None:
    """Add a sentence with words that are spelt alike and differ, or are names."""
    learnt = "learned" if any("learned" in each.value for each in material.prose) else "learnt"
    sentence = rng.choice(
        [
            f"The learned judge had {learnt} of it.",
            "The World Health Organization was named.",
            "He was a self-made man who had made himself ill.",
            "Re-form the group and reform the law.",
            "The judgment of the Court of Appeal was noted.",
            "A public inquiry followed an enquiry by telephone.",
            "The practice nurse practises in Leeds.",
            "The Center for Court Innovation was cited.",
            "A computer program was used.",
            "It was followed up, and the follow-up was good.",
            "They set up a group; its set-up took a day.",
            "Plans were up to date, and up-to-date plans are few.",
        ]
    )
    return _added(material, rng, sentence, "each spelling is right for its word")
