"""Edits of words that leave an area as right as it was: idioms, quotations, names, true figures, rewordings."""

from __future__ import annotations

import random

from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit, in_words

OPERATORS = Operators(blind=True)

_REWORDINGS = {
    r"(?<=[a-z] )however, (?=[a-z])": "though, ",
    r"(?<=[a-z] )in addition(?= [a-z])(?! to)": "besides",
    r"(?<=[a-z] )(?<!part )because (?=[a-z])": "since ",
    r"(?<=[a-z] )although (?=[a-z])": "even though ",
    r"(?<=[a-z] )often(?= [a-z])(?! than)": "frequently",
    r"(?<=been )carried out(?= [a-z])": "undertaken",
    r"(?<=[a-z] )in order to(?= [a-z])": "to",
    r"(?<=[a-z] )several(?= [a-z]+s\b)": "a number of",
    r"(?<=[a-z] )mainly(?= [a-z])": "for the most part",
    r"(?<=[a-z] )nearly all(?= [a-z])": "almost all",
}


@OPERATORS.innocent("figures")
def share_of_half_in_words(material: Material, chance: random.Random) -> Harmless | None:
    """A percentage near a simple share is called by its name, with the figure beside it."""
    high = {"two-thirds": "67%", "three-quarters": "74%", "three-quarters ": "76%"}
    low = {"a third": "33%", "a quarter": "26%", "a fifth": "19%"}
    side, figures = chance.choice((("strengths", high), ("improvements", low)))
    name = chance.choice(list(figures))
    patterns = (
        "In about {name} of cases ({{0}}) this had been written down.",
        "Roughly {name} of the records, {{0}}, had a date.",
        "This had been done in about {name} of cases, {{0}}.",
        "About {name} of the notes ({{0}}) were signed.",
        "Some {{0}} of the notes, about {name}, were legible.",
        "Around {name} of the cases ({{0}}) had a summary.",
    )
    sentence = chance.choice(patterns).format(name=name.strip())
    why = f"{figures[name]} is about {name.strip()}"
    return second.said_with_figures(material, chance, side, sentence, [figures[name]], why)


@OPERATORS.innocent("figures")
def count_of_a_subsample(material: Material, chance: random.Random) -> Harmless | None:
    """A count of a part of the cases, and a smaller one of a part of that."""
    base = chance.randint(42, 60)
    side, share = chance.choice((("strengths", 0.8), ("improvements", 0.35)))
    part = round(base * share)
    lesser = round(part * share)
    patterns = (
        "Of {0|base} records that could be checked, {0|number} were complete; of these, {1|number} were signed.",
        "A note was found in {0|count} records, and {1|count} notes had been read by somebody.",
        "Inspectors could check {0|base} records. Complete were {0|number}, and {1|number} of these were signed.",
        "A date stood on {0|count} records, and a name on {1|count} that were dated.",
        "In {0|count} records there was a summary. It was dated in {1|count} records.",
        "There were {0|base} such records; {0|number} of them were complete, and {1|number} of these were dated.",
    )
    figures = [f"{part} of {base}", f"{lesser} of {part}"]
    why = "a part of a part may be smaller"
    return second.said_with_figures(material, chance, side, chance.choice(patterns), figures, why)


@OPERATORS.innocent("figures")
def spans_and_sums_of_money(material: Material, chance: random.Random) -> Harmless | None:
    """Spans of time, sums of money and measures that are no figures of the inspection."""
    days, weeks = chance.choice((5, 10, 15)), chance.choice((6, 8, 12, 16))
    patterns = (
        f"National standards asked for a plan within {in_words(days)} working days.",
        f"A first review was due after {in_words(weeks)} weeks.",
        f"The office had been built in 19{chance.randint(61, 89)}, {chance.randint(10, 19)} miles from the station.",
        f"The lease cost £{chance.randint(21, 98)},000 a year.",
        f"Groups met on Tuesdays from {chance.randint(6, 7)}.30 to 8.30 in the evening.",
        f"The new room had {chance.randint(12, 40)} square metres and a door 90 centimetres wide.",
        f"A bus went at {chance.randint(10, 50)} minutes past the hour and took half an hour.",
    )
    return second.said_right(material, chance, patterns, "these are measures, not results")


@OPERATORS.innocent("figures")
def change_told_rightly(material: Material, chance: random.Random) -> Harmless | None:
    """A rise is called a rise and a fall a fall."""
    low = chance.randint(11, 29)
    high = low + chance.randint(3, 20)
    patterns = (
        f"The number of volunteers had risen from {low} to {high} in a year.",
        f"The number of volunteers had fallen from {high} to {low} in a year.",
        f"Waiting lists were down from {high} people to {low}.",
        f"Sickness absence had doubled, from {low} days a month to {2 * low}.",
        f"The wait was between {low} and {high} days, on average {(low + high) // 2}.",
        f"In the archive there were {low} boxes more than the year before: {high + low}, after {high}.",
    )
    return second.said_right(material, chance, patterns, "the words and the numbers agree")


@OPERATORS.innocent("consistency")
def true_number_of_recommendations(material: Material, chance: random.Random) -> Harmless | None:
    """The report says how many recommendations it makes, and is right."""
    right = in_words(len(material.data("recommendations.yaml")["recommendations"]))
    patterns = (
        f"This report makes {right} recommendations.",
        f"We make {right} recommendations, and expect a plan that answers all of them.",
        f"What has to change is set out in {right} recommendations.",
        f"Our {right} recommendations should be read together.",
        f"The {right} recommendations of this report were discussed with managers.",
        f"There are {right} recommendations.",
    )
    return second.said_right(material, chance, patterns, f"there are {right}")


@OPERATORS.innocent("consistency")
def true_size_of_the_sample(material: Material, chance: random.Random) -> Harmless | None:
    """The report says how many cases were in the sample and when it was drawn, and is right."""
    sample = tools.identity(material).get("sample")
    if not sample:
        return None
    total = sum(sample.values())
    year, month = tools.inspected(material)
    patterns = (
        f"The sample had {total} cases.",
        f"We inspected {total} cases in all.",
        f"This inspection took place in {tools.MONTHS[month - 1]} {year}.",
        f"Each of the {total} cases in our sample was read by an inspector.",
        f"In {tools.MONTHS[month - 1]} {year} we inspected {{{{ area }}}}.",
        f"Our sample was made up of {total} cases.",
    )
    return second.said_right(material, chance, patterns, "the settings say the same")


@OPERATORS.innocent("consistency")
def another_year_that_is_no_contradiction(material: Material, chance: random.Random) -> Harmless | None:
    """Years and months of other things than this inspection."""
    year, _ = tools.inspected(material)
    before = year - chance.randint(2, 9)
    patterns = (
        f"A survey of the building had been made in {before}.",
        f"Since {before} the building had been shared with the council.",
        f"A policy of May {before} was still in use.",
        f"The head of service had come in {before}.",
        f"Between {before - 2} and {before} there had been no training of this kind.",
        f"The first project of this sort began in the autumn of {before}.",
    )
    return second.said_right(material, chance, patterns, "it is the year of something else")


@OPERATORS.innocent("names")
def new_abbreviation_explained(material: Material, chance: random.Random) -> Harmless | None:
    """An abbreviation is used, and explained where it is used and in the list."""
    known = {"CAB": "Citizens Advice Bureau", "CPN": "Community psychiatric nurse", "LEA": "Local education authority"}
    known |= {"NEET": "Not in education, employment or training", "YMCA": "Young Men's Christian Association"}
    known |= {"RSL": "Registered social landlord", "VPU": "Vulnerable prisoner unit"}
    text = material.text("abbreviations.yaml")
    lines = text.splitlines(keepends=True)
    fitting = [each for each in known if f"{each}:" not in text]
    short = tools.pick(chance, fitting)
    if short is None:
        return None
    long = known[short]
    value = chance.choice(tools.roomy(tools.texts(material)))
    spelt = long if short in ("CAB", "YMCA") else long[0].lower() + long[1:]
    sentence = chance.choice(
        (
            f"Staff knew what was meant by {spelt} ({short}), and {short} was written in the notes.",
            f"In the notes, {spelt} ({short}) was mentioned now and then.",
            f"The list of local contacts had an entry for {short}, that is {spelt}.",
        )
    )
    edit = tools.appended(material, value, sentence)
    at = next((at for at, each in enumerate(lines) if each.lower() > f"{short.lower()}:"), len(lines))
    lines.insert(at, f"{short}: {long}\n")
    files = {**edit.files, "abbreviations.yaml": "".join(lines).encode()}
    return Harmless(files, "the list and the text explain it", f"{sentence} ({short}: {long})")


@OPERATORS.innocent("names")
def names_with_the_name_of_a_county(material: Material, chance: random.Random) -> Harmless | None:
    """Streets, teams, dishes and breeds that are called by the name of another place."""
    patterns = (
        "The office in Dorset Street was hard to reach by bus.",
        "A hostel run by Leonard Cheshire took two people.",
        "The kitchen group had learned to bake Bakewell tarts.",
        "Meetings were held in the Norfolk Room of the town hall.",
        "One volunteer came with her Yorkshire terrier, and people talked more easily.",
        "The Lancaster Road office had a new waiting room.",
        "A charity called Cumberland Lodge paid for a day of training.",
    )
    return second.said_right(material, chance, patterns, "it is part of another name")


@OPERATORS.innocent("names")
def possessive_and_plural_of_abbreviations(material: Material, chance: random.Random) -> Harmless | None:
    """An abbreviation of the list takes the ending that grammar asks for."""
    known = [str(each) for each in material.data("abbreviations.yaml") if str(each).isupper() and str(each).isalpha()]
    short = tools.pick(chance, known)
    if short is None:
        return None
    patterns = (
        f"The {short}'s own records were in order.",
        f"Nobody was in doubt about what {short} meant.",
        f"What had been agreed about {short} was written down.",
        f"The word *{short}* was explained to everybody.",
        f"A leaflet on {short} lay in the waiting room.",
        f"Some notes were headed '{short}'.",
    )
    return second.said_right(material, chance, patterns, "it is the abbreviation of the list")


@OPERATORS.innocent("names")
def area_by_its_reference_or_its_name(material: Material, chance: random.Random) -> Harmless | None:
    """The name of the area stands where its reference stood."""
    area = tools.identity(material)["area"]
    found = [
        (each, at)
        for each in material.prose
        if "{{ area }}" in (raw := material.raw(each)) and each.path[0] != "notice"
        for at in [each.start + raw.index("{{ area }}")]
    ]
    if not found:
        return None
    value, at = chance.choice(found)
    edit = Edit(material, value.file, at, at + len("{{ area }}"), area)
    return edit.harmless("it is the same name")


@OPERATORS.innocent("people")
def people_in_their_public_office(material: Material, chance: random.Random) -> Harmless | None:
    """Offices, reports and laws that are known by a name, and people long dead."""
    patterns = (
        "The review by Lord Carter was well known to managers.",
        "Staff had read the Corston report on women in the criminal justice system.",
        "One group read a play by William Shakespeare together.",
        "The Home Secretary had asked for a report on this.",
        "The chief constable and the leader of the council sat on the board.",
        "A course of the Open University could be taken in the evening.",
        "The Prince's Trust paid for tools.",
        "The hostel was named after Elizabeth Fry.",
    )
    return second.said_right(material, chance, patterns, "it names nobody whom the inspection looked at")


@OPERATORS.innocent("people")
def somebody_whom_nobody_can_find(material: Material, chance: random.Random) -> Harmless | None:
    """People are told of in a way that points at nobody."""
    patterns = (
        "One woman told us that she had found work after a year.",
        "A man in his forties said that the office was too far away.",
        "Several mothers would have liked an appointment in the morning.",
        "A probation officer had written a guide for newcomers.",
        "In one case the family had moved twice in a year.",
        "Somebody had left flowers for the receptionist.",
        "A young man had been helped to open a bank account.",
    )
    return second.said_right(material, chance, patterns, "it points at nobody")


@OPERATORS.innocent("people")
def pseudonym_used_once_more(material: Material, chance: random.Random) -> Harmless | None:
    """A story uses its pseudonym in one more sentence."""
    stories = []
    for value in tools.texts(material):
        names = [each.value for each in material.values if _names(each.file, each.path, value.file, value.path)]
        stories += [(value, name) for name in names if name in value.value]
    if not stories:
        return None
    value, name = chance.choice(stories)
    sentences = (
        f"{name} was asked for consent to this account.",
        f"This mattered to {name}.",
        f"There was more to do, as {name} knew.",
        f"{name}'s next appointment was kept, too.",
        f"Nobody had expected this of {name}.",
        f"For {name} this was a beginning.",
    )
    sentence = chance.choice(sentences)
    return tools.appended(material, value, sentence).harmless(f"{name} is among the pseudonyms", sentence)


@OPERATORS.innocent("people")
def member_of_the_team_added(material: Material, chance: random.Random) -> Harmless | None:
    """The team of inspectors gets one more member, who is named there as the others are."""
    name = chance.choice(("Ruth Calder", "Owen Pryce", "Anna Lister", "Colin Marsh", "Fay Norton", "Ivor Dean"))
    pattern = r"^( +names: \[[^\]\n]*)\]"
    made = second.in_line(material, chance, "area.yaml", pattern, lambda match: f"{match[1]}, {name}]")
    return made[0].harmless("the team is named in the report") if made else None


@OPERATORS.innocent("language")
def words_that_stand_twice_rightly(material: Material, chance: random.Random) -> Harmless | None:
    """English has sentences in which a word follows on itself."""
    patterns = (
        "By then most people had had enough of forms.",
        "Managers said that that had changed.",
        "What there was was of use.",
        "The effect it had had on people was plain.",
        "Those who came in came in groups.",
        "It was said again and again that more time was needed.",
        "All in all, the week was well spent.",
    )
    return second.said_right(material, chance, patterns, "the word belongs there twice")


@OPERATORS.innocent("language")
def quotation_in_the_speech_of_people(material: Material, chance: random.Random) -> Harmless | None:
    """People are quoted as they spoke, with grammar and spelling of their own."""
    patterns = (
        'One said: *"I ain\'t never been asked before."*',
        'Another wrote: *"They was good to me, them lot."*',
        'Somebody put it like this: *"Could of been worse, innit."*',
        'A note on the wall said: *"Your welcome here."*',
        'One wrote: *"She dont judge you."*',
        'We heard more than once: *"It is what it is."*',
        'Another answer was: *"Its alright I spose."*',
    )
    return second.said_right(material, chance, patterns, "it is a quotation")


@OPERATORS.innocent("language")
def idioms_and_foreign_words(material: Material, chance: random.Random) -> Harmless | None:
    """Idioms, Latin and French words, and names that are spelt as Americans do."""
    patterns = (
        "Some work had been done ad hoc, some en bloc.",
        "On the whole, prevention was better than cure.",
        "The panel met on the first Monday of each month, come rain or shine.",
        "Staff could not be in two places at once.",
        "The programme went by the name of Pathways to Labor Markets, as its American authors had called it.",
        "The plan was reviewed vis-à-vis the new guidance.",
        "A guide of the World Health Organization was in use.",
        "The job centre was next door to the Lincoln Center, a cinema.",
        "There was no smoke without fire, as one manager put it.",
    )
    return second.said_right(material, chance, patterns, "it is good English, or a name")


@OPERATORS.innocent("language")
def words_for_words(material: Material, chance: random.Random) -> Harmless | None:
    """An editor puts another word of the same meaning."""
    found = tools.one_of(material, chance, _REWORDINGS, tools.roomy(material.prose))
    if found is None:
        return None
    spot, new = found
    return tools.at_spot(material, spot, new).harmless("it means the same")


@OPERATORS.innocent("language")
def long_words_that_are_right(material: Material, chance: random.Random) -> Harmless | None:
    """Rare words, compounds and articles before letters that sound otherwise."""
    patterns = (
        "An hour a week was set aside for this, and an honest account was expected.",
        "A one-off payment and a European grant had made it possible.",
        "A unique scheme, in a uniform style, was used across the county.",
        "An MP had visited the project, and an NHS nurse worked there.",
        "The minutes were perfunctory, but the decisions were not.",
        "Its practice room was used to practise interviews.",
        "Whoever wanted advice got it, whether or not an appointment had been made.",
        "The licensee of the café next door was licensed to sell wine.",
    )
    return second.said_right(material, chance, patterns, "all words are right")


def _names(file: str, path: tuple[str | int, ...], of_file: str, of_path: tuple[str | int, ...]) -> bool:
    return file == of_file and path[:-2] == of_path[:-1] and path[-2:-1] == ("pseudonyms",)
