"""Names that are not those of the area: slips, wrong letters of abbreviations, what another report left behind."""

from __future__ import annotations

import random
import re
from collections import Counter

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_ELSEWHERE = (
    *("Wiltshire", "Northumbria", "Cumbria", "Devon", "Gwent", "Norfolk", "Staffordshire", "Lancashire"),
    *("Suffolk", "Humberside", "Teesside", "Merseyside", "Warwickshire", "Derbyshire"),
)
_UNKNOWN = ("BVSC", "TWG", "PQRA", "LDIM", "ORCC", "WEPT", "SDVP", "NRIM", "CFOP", "JUBS")


@OPERATORS.fault("names")
def area_of_another_report(material: Material, chance: random.Random) -> Fault | None:
    """A paragraph of another report was taken over, with the name of its area."""
    area = tools.identity(material)["area"]
    pattern = rf"\{{\{{ *area *\}}\}}|\b{re.escape(area)}\b"
    found = [
        (value, match)
        for value in material.values
        for match in re.finditer(pattern, material.raw(value))
        if value.path not in (("area",), ("notice",))
    ]
    if not found:
        return None
    value, match = chance.choice(found)
    wrong = chance.choice([each for each in _ELSEWHERE if each not in _all_text(material)])
    edit = Edit(material, value.file, value.start + match.start(), value.start + match.end(), wrong)
    also = [tools.area_line(material, edit, "area")]
    return edit.fault(f"the area is {area}", (area, "another area", "area"), also=also)


@OPERATORS.fault("names")
def sentence_from_the_report_before(material: Material, chance: random.Random) -> Fault:
    """A sentence was copied from the last report of the team, which was on another area."""
    area = tools.identity(material)["area"]
    wrong = chance.choice([each for each in _ELSEWHERE if each not in _all_text(material)])
    patterns = (
        "The managers of {wrong} accepted these findings.",
        "In {wrong} we found that {things} had been {done}.",
        "Staff in {wrong} were well supported by their {staff}.",
        "{wrong} needs to do more to make its {things} useful.",
        "This report shows that {wrong} has made progress with its {things}.",
        "We thank the staff of {wrong} for their help with this inspection.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    helps = (area, "another area", "other area", wrong)
    return second.said_wrong(material, chance, sentence, f"this is a report on {area}", helps)


@OPERATORS.fault("names")
def area_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """The name of the area is typed with a slip, in a text, a caption or a source."""
    area = str(tools.identity(material)["area"])
    values = [each for each in material.values if each.path not in (("area",), ("notice",))]
    spot = tools.pick(chance, tools.spots(material, rf"\b{re.escape(area)}\b", values))
    if spot is None:
        return None
    wrong = tools.letters_changed(chance, area)
    edit = tools.at_spot(material, spot, wrong)
    also = [tools.area_line(material, edit, "area")]
    return edit.fault(f"it is called {area} elsewhere", (area,), also=also)


@OPERATORS.fault("names")
def letters_of_an_abbreviation_swapped(material: Material, chance: random.Random) -> Fault | None:
    """Two letters of an abbreviation change places, or one is struck twice."""
    known = [each for each in _abbreviations(material) if re.fullmatch(r"[A-Z]{3,}", each)]
    spot = _use(material, chance, known)
    if spot is None:
        return None
    right = spot[0].rstrip("s")
    at = chance.randrange(len(right) - 1)
    swapped = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
    doubled = right[: at + 1] + right[at:]
    options = [each for each in (swapped, doubled) if each != right and each not in known]
    wrong = chance.choice(options) + spot[0][len(right) :]
    edit = tools.at_spot(material, spot, wrong)
    return edit.fault(f"there is {right}, and no {wrong}", (right, "abbreviat"))


@OPERATORS.fault("names")
def capitals_of_an_abbreviation(material: Material, chance: random.Random) -> Fault | None:
    """Autocorrect makes a word of an abbreviation: Mappa, Roh, Oasys."""
    spot = _use(material, chance, [each for each in _abbreviations(material) if re.fullmatch(r"[A-Za-z]{3,}", each)])
    if spot is None:
        return None
    word = spot[0]
    options = [each for each in (word.capitalize(), word.upper(), word.swapcase()) if each not in (word, word.lower())]
    options = [each for each in options if sum(a != b for a, b in zip(each, word, strict=True)) < len(word)]
    if not options:
        return None
    wrong = chance.choice(options)
    return tools.at_spot(material, spot, wrong).fault(f"it is written {word}", (f"{word}", "capital"))


@OPERATORS.fault("names")
def abbreviation_that_nobody_explains(material: Material, chance: random.Random) -> Fault:
    """An inspector uses the abbreviation of a body that neither the list nor the text explains."""
    wrong = chance.choice([each for each in _UNKNOWN if each not in _all_text(material)])
    patterns = (
        "The {wrong} met each month and looked at {things}.",
        "Minutes of the {wrong} showed that {things} had been discussed there.",
        "Money from the {wrong} paid for two of the {staff}.",
        "All {things} were to be sent to the {wrong} by the end of the year.",
        "The {staff} worked well with the {wrong}.",
        "A member of the {wrong} told us that {things} had improved.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    helps = ("abbreviat", "explain", "list", "stands for")
    return second.said_wrong(material, chance, sentence, f"nothing in the area says what {wrong} is", helps)


@OPERATORS.fault("names")
def abbreviation_explained_otherwise(material: Material, chance: random.Random) -> Fault | None:
    """A text explains an abbreviation with the long form of another one."""
    known = [(short, long) for short, long in _abbreviations(material).items() if short.isalpha() and " " in long]
    if len(known) < 2:
        return None
    (short, right), (_, wrong) = chance.sample(known, 2)
    patterns = (
        "The {wrong} ({short}) was mentioned in most of the {things}.",
        "We looked at the work with the {wrong} ({short}).",
        "Several {staff} had been trained in matters of the {wrong} ({short}).",
        "What was agreed with the {wrong} ({short}) was not always done.",
        "The guidance on {short} ({wrong}) was out of date.",
        "Notes on the {wrong} ({short}) were found in the {things}.",
    )
    edit = second.put(material, chance, second.filled(material, chance, patterns, wrong=wrong, short=short))
    also = [_line_of_abbreviation(material, short)]
    return edit.fault(f"{short} stands for {right}", (right, "stands for", "another"), also=also)


@OPERATORS.fault("names")
def word_of_a_long_form(material: Material, chance: random.Random) -> Fault | None:
    """A long form of the list of abbreviations is used in a text, with one of its words mistaken."""
    spots = [
        (spot, short, long)
        for short, long in _abbreviations(material).items()
        if len(long.split()) > 2 and len(long.split()[-1]) > 5
        for spot in tools.spots(material, re.escape(long).replace(r"\ ", r"\s+"))
        if spot.value.file != "abbreviations.yaml"
    ]
    if not spots:
        return None
    spot, short, long = chance.choice(spots)
    word = list(re.finditer(r"[A-Za-z]{4,}", spot[0]))[-1]
    other = chance.choice([each for each in _OTHER_WORDS if each not in long.title()])
    new = spot[0][: word.start()] + (other if word[0].istitle() else other.lower()) + spot[0][word.end() :]
    also = [_line_of_abbreviation(material, short)]
    return tools.at_spot(material, spot, new).fault(f"the list has {long}", (long, word[0]), also=also)


@OPERATORS.fault("names")
def name_written_in_two_ways(material: Material, chance: random.Random) -> Fault | None:
    """A name that stands in several places is written with a slip in one of them."""
    found = tools.spots(material, r"(?<=[a-z,] )[A-Z][a-z]{5,}\b")
    counts = Counter(spot[0] for spot in found)
    spot = tools.pick(chance, [each for each in found if counts[each[0]] > 3])
    if spot is None:
        return None
    wrong = tools.letters_changed(chance, spot[0])
    fault = tools.at_spot(material, spot, wrong).fault(f"the other places have {spot[0]}", (spot[0],))
    return fault if wrong not in _all_text(material) else None


@OPERATORS.fault("names")
def list_of_abbreviations_out_of_order(material: Material, chance: random.Random) -> Fault | None:
    """A new abbreviation was put at the end of the list, or two lines were swapped."""
    file = "abbreviations.yaml"
    lines = material.text(file).splitlines(keepends=True)
    if len(lines) < 2:
        return None
    moved = chance.randrange(len(lines) - 1)
    line = lines.pop(moved)
    target = chance.choice((len(lines), min(moved + 1, len(lines))))
    lines.insert(target, line)
    places = tuple(Place(file, at) for at in range(moved, len(lines) + 1))
    helps = ("order", "alphabet", "before", "after")
    key = line.split(":")[0]
    return Fault({file: "".join(lines).encode()}, places, "the list is not in order", helps, f"{key} moved down")


@OPERATORS.fault("names")
def name_of_the_inspectorate(material: Material, chance: random.Random) -> Fault:
    """The name of the inspectorate itself is got wrong."""
    right = str(material.framework["inspectorate"])
    wrong = chance.choice(
        (
            right.replace(" of ", " for "),
            right.replace("Inspectorate", "Inspection"),
            right.replace("Probation", "Probations"),
            right.replace("Inspectorate", "Inspectorat"),
            right.replace("Probation", "the Probation"),
            right.replace("HM ", "HM's "),
        )
    )
    patterns = (
        "{wrong} will come again in about a year.",
        "The plan should be sent to {wrong} within four weeks.",
        "We on behalf of {wrong} thank all who took part.",
        "{wrong} last came here three years ago.",
        "The {staff} knew of the standards that {wrong} had published.",
        "An inspector from {wrong} read the {things}.",
    )
    sentence = second.filled(material, chance, patterns, wrong=wrong)
    return second.said_wrong(material, chance, sentence, f"it is called {right}", (right,))


_OTHER_WORDS = ("Agreement", "Committee", "National", "General", "Partnership", "Programme", "Management", "Practice")


def _all_text(material: Material) -> str:
    return "\n".join(material.text(file) for file in material.yaml_files)


def _abbreviations(material: Material) -> dict[str, str]:
    return {str(key): str(value) for key, value in (material.data("abbreviations.yaml") or {}).items()}


def _line_of_abbreviation(material: Material, short: str) -> Place:
    lines = material.text("abbreviations.yaml").splitlines()
    return Place("abbreviations.yaml", next(at for at, line in enumerate(lines, 1) if line.startswith(f"{short}:")))


def _use(material: Material, chance: random.Random, known: list[str]) -> tools.Spot | None:
    """Return where a text uses one of some abbreviations."""
    if not known:
        return None
    values: list[Value] = list(material.prose)
    return tools.pick(chance, tools.spots(material, rf"\b(?:{'|'.join(known)})\b", values))
