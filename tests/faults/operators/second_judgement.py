"""Judgements that do not fit: ratings without a reason, praise among shortcomings, words against their figure."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second
from tests.faults.operators.blind_tools import Edit

OPERATORS = Operators(blind=True)

_SIDE = ("strength", "improvement", "list", "side")


@OPERATORS.fault("judgement")
def rating_that_the_scale_has_not(material: Material, chance: random.Random) -> Fault | None:
    """A rating is written as somebody would say it, and not as the scale has it."""
    values = [each for each in material.values if each.path[-1] in ("rating", "overall") and each.file != "area.yaml"]
    value = tools.pick(chance, values)
    if value is None:
        return None
    at = chance.randrange(1, len(value.value) - 1)
    slip = value.value[:at] + value.value[at + 1 :]
    words = ("satisfactory", "excellent", "fair", "mixed", "very-good", "adequate", slip)
    wrong = chance.choice(words)
    edit = tools.at_value(material, value, wrong)
    return edit.fault(f"no scale has {wrong}", (value.value, *_all_bands(material), "band", "rating", "scale"))


@OPERATORS.fault("judgement")
def reason_of_a_rating_lost(material: Material, chance: random.Random) -> Fault | None:
    """The reason for a rating was cut, to be written anew, and never was."""
    found = [each for each in material.prose if each.path[-1] == "rating_reason"]
    value = tools.pick(chance, found)
    if value is None:
        return None
    text = material.text(value.file)
    start = text.rfind("rating_reason", 0, value.start)
    edit = Edit(material, value.file, start, value.end, "")
    rating = tools.value_at(material, value.file, *value.path[:-1], "rating")
    also = [Place(value.file, 1), *([edit.place(value.file, rating.start)] if rating else [])]
    return edit.fault("a rating of this kind needs its reason", ("reason",), "rating_reason → (none)", also)


@OPERATORS.fault("judgement")
def rating_told_otherwise(material: Material, chance: random.Random) -> Fault | None:
    """The summary gives a criterion another rating than its own file states."""
    rated = list(_rated(material))
    if not rated:
        return None
    file, number, band, others, line = chance.choice(rated)
    wrong = chance.choice([each for each in others if each["id"] != band["id"]])
    patterns = (
        "We rated criterion {number} *{wrong}*.",
        "Criterion {number} was rated {wrong}.",
        "The rating of criterion {number} is *{wrong}*.",
        "Work under criterion {number} was rated as {wrong}.",
        "Our rating for criterion {number} was {wrong}.",
        "For criterion {number} the rating was “{wrong}”.",
    )
    sentence = second.filled(material, chance, patterns, number=number, wrong=wrong["name"])
    edit = second.put(material, chance, sentence)
    helps = (band["name"], band["id"])
    return edit.fault(f"it is rated {band['name']}", helps, sentence, [Place(file, line), Place(file, line + 1)])


@OPERATORS.fault("judgement")
def score_that_the_evidence_does_not_give(material: Material, chance: random.Random) -> Fault | None:
    """A score of an earlier count is stated where the evidence gives another one."""
    if "evidence/cases.csv" not in material.files:
        return None
    means = [(each, mean) for each, mean in _means(material).items() if "rating:" not in material.text(each)]
    if not means:
        return None
    file, mean = chance.choice(means)
    wrong = chance.choice([each for each in range(5, 98) if abs(each - mean) > 25])
    match = re.search(r"(?m)^criterion: .*\n", material.text(file))
    assert match is not None
    edit = Edit(material, file, match.end(), match.end(), f"score: {wrong}\n")
    return edit.fault(f"the evidence gives about {mean}", ("evidence", "answers", "comput", "questions"))


@OPERATORS.fault("judgement")
def most_that_are_few(material: Material, chance: random.Random) -> Fault | None:
    """A word for many stands beside the name of a low figure, or one for few beside a high one."""
    known = [
        each for each in second.figures(material) if each.percent is not None and each.file.startswith("criteria/")
    ]
    low = [each for each in known if (each.percent or 0) < 38]
    high = [each for each in known if 70 < (each.percent or 0) < 100]
    many = ("most", "nearly all", "the great majority", "the vast majority", "almost all", "three-quarters")
    few = ("only a few", "a minority", "hardly any", "very few", "a small minority", "a handful")
    told, fitting = chance.choice(((many, low), (few, high)))
    figure = tools.pick(chance, fitting)
    if figure is None:
        return None
    patterns = (
        "In {word} of the cases ({use}) this had been {done}.",
        "This held for {word} of cases, {use}.",
        "The work was good in {word} of them ({use}).",
        "It had been {done} in {word} of cases ({use}).",
        "We could see this in {word} of the cases, {use}.",
        "For {word} of those concerned ({use}) it was true.",
    )
    word = chance.choice(told).removeprefix("only ")
    sentence = second.filled(material, chance, patterns, word=word, use=f"{{{{ {figure.full} }}}}")
    edit = second.put(material, chance, sentence)
    helps = (f"{figure.percent}%", word, "majority", "minority")
    return edit.fault(f"the figure is {figure.percent}%", helps, sentence, [Place(figure.file, figure.line)])


@OPERATORS.fault("judgement")
def shortcoming_among_strengths(material: Material, chance: random.Random) -> Fault | None:
    """A finding that tells of a shortcoming stands in the list of strengths."""
    patterns = (
        "Too few {things} had been {done}.",
        "Poor {things} were common, and {staff} did not know it.",
        "The {things} were inadequate, and often they were missing.",
        "Work with {staff} was weak and needed significant improvement.",
        "There were serious shortcomings in the {things}.",
        "The {things} were of insufficient quality in far too many cases.",
        "Managers had failed to make sure that {things} were {done}.",
    )
    return _finding(material, chance, "strengths", patterns, "it tells of a shortcoming")


@OPERATORS.fault("judgement")
def praise_among_shortcomings(material: Material, chance: random.Random) -> Fault | None:
    """A finding that is nothing but praise stands among the areas for improvement."""
    patterns = (
        "The {things} were excellent throughout.",
        "All {things} had been {done}, and their quality was very good.",
        "Work with the {staff} was impressive and well organised.",
        "The quality of {things} was consistently high.",
        "Excellent {things} were found in every office.",
        "The {staff} were well trained, well led and well supported.",
        "It was a real strength that all {things} had been {done}.",
    )
    return _finding(material, chance, "improvements", patterns, "it is nothing but praise")


@OPERATORS.fault("judgement")
def strength_moved_to_the_other_list(material: Material, chance: random.Random) -> Fault | None:
    """A strength with a high figure is dragged into the list of areas for improvement."""
    moves = list(_moves(material))
    if not moves:
        return None
    value, target = chance.choice(moves)
    text = material.text(value.file)
    start, end = _entry(text, value)
    at, _ = _entry(text, target)
    if at < end:
        return None
    body = text[start:end].rstrip("\n") + "\n"
    new = text[end:at] + body
    edit = Edit(material, value.file, start, at, new)
    first = edit.places[0].line + text[end:at].count("\n")
    places = tuple(Place(value.file, first + line) for line in range(-1, body.count("\n") + 1))
    fault = edit.fault("nearly all of it was done, so it is no area for improvement", ("%", *_SIDE))
    return Fault(fault.files, places, fault.witness, fault.helps, " ".join(value.value.split())[:90])


@OPERATORS.fault("judgement")
def target_that_was_not_met(material: Material, chance: random.Random) -> Fault:
    """A result is said to be above a target that stands beside it and is higher, or the other way round."""
    target = chance.randint(70, 90)
    result = target - chance.randint(3, 20)
    patterns = (
        "At {result}%, the area had exceeded its target of {target}%.",
        "The target of {target}% had been met, with {result}% of {things} on time.",
        "With {result}% against a target of {target}%, performance was above what was asked for.",
        "Performance was better than the target of {target}%: {result}% of {things} had been {done}.",
        "The area fell short of the target of {result}%, with {target}% of {things} on time.",
        "With {target}%, the area had missed its target of {result}% for {things} on time.",
    )
    sentence = second.filled(material, chance, patterns, result=result, target=target)
    helps = ("target", "above", "below", "higher", "lower", "more", "less")
    return second.said_wrong(material, chance, sentence, f"{result} is less than {target}", helps)


@OPERATORS.fault("judgement")
def recommendation_for_what_has_no_shortcomings(material: Material, chance: random.Random) -> Fault | None:
    """All areas for improvement of a criterion were deleted; a recommendation still answers them."""
    cited = {
        str(number).replace(" ", "")
        for each in material.data("recommendations.yaml")["recommendations"]
        for number in each.get("criteria", [])
    }
    found = [
        (file, match)
        for number in sorted(cited)
        if (file := f"criteria/{number}.yaml") in material.files
        if (match := re.search(r"(?m)^improvements:\n(?:(?:[ #-].*)?\n)+", material.text(file)))
    ]
    if not found:
        return None
    file, match = chance.choice(found)
    number = file.removeprefix("criteria/").removesuffix(".yaml")
    edit = Edit(material, file, match.start(), match.end(), "")
    text = material.text("recommendations.yaml")
    lines = [Place("recommendations.yaml", at) for at, line in enumerate(text.splitlines(), 1) if number in line]
    helps = ("improvement", "shortcoming", number)
    return edit.fault(f"a recommendation answers {number}", helps, f"{file}: no improvements", [*lines, Place(file, 1)])


@OPERATORS.fault("judgement")
def recommendation_that_answers_nothing_urgent(material: Material, chance: random.Random) -> Fault | None:
    """The criterion with the worst rating was left out of every recommendation."""
    urgent = {each["id"] for scale in material.framework["scales"] for each in scale["bands"] if each.get("urgent")}
    rated = [(file, number, line) for file, number, band, _, line in _rated(material) if band["id"] in urgent]
    if not rated:
        return None
    file, number, line = chance.choice(rated)
    text = material.text("recommendations.yaml")
    pattern = rf"(?<=[\[ ]){re.escape(number)}(?:, |(?=\]))"
    new = re.sub(r", \]", "]", re.sub(pattern, "", text))
    if new == text or "[]" in new:
        return None
    edit = Edit(material, "recommendations.yaml", 0, len(text), new)
    fault = edit.fault("no recommendation answers it", ("recommendation",), f"criteria: {number} left out")
    places = (Place(file, line), Place(file, 1), Place(file, 0), *second.all_lines(material, "recommendations.yaml"))
    return Fault(fault.files, places, fault.witness, fault.helps, fault.shown)


def _all_bands(material: Material) -> tuple[str, ...]:
    return tuple(str(each["id"]) for scale in material.framework["scales"] for each in scale["bands"])


def _rated(material: Material) -> Iterator[tuple[str, str, dict[str, Any], list[dict[str, Any]], int]]:
    """Yield the criteria that state a rating or a score: file, number, band, all bands of the scale, line."""
    for file in material.yaml_files:
        if not file.startswith("criteria/"):
            continue
        data = material.data(file)
        key = "rating" if "rating" in data else "score"
        match = re.search(rf"(?m)^{key}:", material.text(file))
        if match is None:
            continue
        for scale in material.framework["scales"]:
            band = _band(scale["bands"], data[key])
            if band is not None:
                yield (
                    file,
                    str(data["criterion"]),
                    band,
                    scale["bands"],
                    second.place(material, file, match.start()).line,
                )
                break


def _band(bands: list[dict[str, Any]], given: object) -> dict[str, Any] | None:
    if isinstance(given, int):
        fitting = [each for each in bands if "lowest" in each and given >= each["lowest"]]
        return max(fitting, key=lambda each: int(each["lowest"])) if fitting else None
    return next((each for each in bands if each["id"] == given), None)


def _means(material: Material) -> dict[str, int]:
    """Return roughly the scores of criteria: the means of their figures that ask one question of all cases."""
    of_file: dict[str, list[int]] = {}
    for figure in second.figures(material):
        if figure.base and figure.file.startswith("criteria/") and set(figure.entry) == {"question"}:
            of_file.setdefault(figure.file, []).append(figure.percent or 0)
    return {file: sum(each) // len(each) for file, each in of_file.items() if len(each) > 3}


def _finding(
    material: Material, chance: random.Random, side: str, patterns: tuple[str, ...], witness: str
) -> Fault | None:
    """Put a new finding into the list of a side."""
    value = tools.pick(chance, tools.findings(material, side))
    if value is None:
        return None
    sentence = second.filled(material, chance, patterns)
    text = material.text(value.file)
    start, _ = _entry(text, value)
    indent = re.match(r" *", text[start:])
    edit = Edit(material, value.file, start, start, f"{indent[0] if indent else ''}- |\n      {sentence}\n")
    return edit.fault(f"{witness}, among the {side}", _SIDE, f"{side}: {sentence}")


def _moves(material: Material) -> Iterator[tuple[Value, Value]]:
    high = {each.full for each in second.figures(material) if (each.percent or 0) >= 88}
    plain: dict[tuple[str, int], list[str]] = {}
    for value, _, _, figure in second.uses(material):
        plain.setdefault((value.file, value.start), []).append(figure.full)
    for value in tools.findings(material, "strengths"):
        used = plain.get((value.file, value.start), [])
        targets = [each for each in tools.findings(material, "improvements") if each.file == value.file]
        if used and targets and set(used) <= high and value.value.count("{{") == len(used):
            yield value, targets[-1]


def _entry(text: str, value: Value) -> tuple[int, int]:
    """Return where the entry of a list begins that a value stands in, and where it ends."""
    start = max(text.rfind("\n- ", 0, value.start), text.rfind("\n  - ", 0, value.start)) + 1
    after = re.compile(r"^(?: {0,2}- |[a-z_]+:)", re.MULTILINE).search(text, value.end - 1)
    return start, after.start() if after else len(text)
