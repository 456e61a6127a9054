"""What the glance, a reason or a word of judgement says against what was found."""

from __future__ import annotations

import random
import re

from tests.faults.material import Material
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators import blind_tools as tools, second_tools as second, third_tools as third

OPERATORS = Operators(blind=True)

_PRAISE = (
    "{things} were excellent, and on time in every office.",
    "{staff} were well trained and well supported.",
    "The quality of {things} was high throughout.",
    "{things} had been {done} in all cases.",
)
_BLAME = (
    "Too few {things} had been {done}.",
    "{things} were poor, and often they were missing.",
    "{staff} had not been trained, and {things} were late.",
    "There were serious shortcomings in {things}.",
)


@OPERATORS.fault("judgement")
def glance_leads_to_the_other_side(material: Material, chance: random.Random) -> Fault | None:
    """A strength of the glance comes from an area for improvement, or an urgent point from a strength."""
    points = [
        each
        for each in material.values
        if each.file == "summary.yaml" and each.path[0] in ("strengths", "urgent") and each.path[-1] == "finding"
    ]
    point = tools.pick(chance, points)
    if point is None:
        return None
    other = "improvements" if point.path[0] == "strengths" else "strengths"
    ids = [
        f"{each.file.removeprefix('criteria/').removesuffix('.yaml')}/{each.value}"
        for each in material.values
        if each.file.startswith("criteria/") and each.path[0] == other and each.path[-1] == "id"
    ]
    wrong = tools.pick(chance, ids)
    if wrong is None:
        return None
    edit = tools.at_value(material, point, wrong)
    says = tools.value_at(material, point.file, *point.path[:-1], "says")
    also = [edit.place(says.file, says.start)] if says else []
    helps = ("strength", "improvement", "side", "list")
    return edit.fault(f"{wrong} is among the {other}", helps, f"{point.path[0]}: {point.value} → {wrong}", also)


@OPERATORS.fault("judgement")
def glance_says_the_opposite(material: Material, chance: random.Random) -> Fault | None:
    """Praise stands among what is urgent in the glance, or a shortcoming among the strengths."""
    points = [
        each
        for each in material.values
        if each.file == "summary.yaml" and each.path[0] in ("strengths", "urgent") and each.path[-1] == "says"
    ]
    point = tools.pick(chance, points)
    if point is None:
        return None
    patterns = _BLAME if point.path[0] == "strengths" else _PRAISE
    sentence = second.filled(material, chance, patterns)
    edit = third.rewritten(material, point, sentence)
    helps = ("strength", "improvement", "urgent", "praise", "shortcoming")
    return edit.fault(f"it stands among {point.path[0]}", helps, f"{point.path[0]}: {sentence}")


@OPERATORS.fault("judgement")
def reason_against_its_rating(material: Material, chance: random.Random) -> Fault | None:
    """The reason of a rating says the opposite of the rating."""
    reasons = [each for each in material.prose if each.key == "rating_reason" and each.style == "|"]
    reason = tools.pick(chance, reasons)
    if reason is None:
        return None
    rating = tools.value_at(material, reason.file, *reason.path[:-1], "rating")
    if rating is None:
        return None
    scale = next(each["bands"] for each in material.framework["scales"] if rating.value in _ids(each["bands"]))
    best = _ids(scale).index(rating.value) < len(scale) / 2
    said = (
        ("The work was poor throughout, and {things} were inadequate.", "There were serious shortcomings in {things}.")
        if best
        else ("The work was excellent throughout, and {things} were of high quality.", "All {things} were outstanding.")
    )
    sentence = second.filled(material, chance, said)
    start = reason.start + material.raw(reason).index("\n") + 1
    indent = tools.indent_of(material, reason)
    edit = tools.Edit(
        material, reason.file, start, reason.start + len(material.raw(reason).rstrip()), f"{indent}{sentence}"
    )
    also = [edit.place(rating.file, rating.start), edit.place(reason.file, reason.start)]
    return edit.fault(f"it is rated {rating.value}", (rating.value, "rating", "reason"), sentence, also)


@OPERATORS.fault("judgement")
def comparison_upside_down(material: Material, chance: random.Random) -> Fault | None:
    """Of two figures that stand beside each other the lower is called the higher."""
    pair = tools.pick(chance, third.far_apart(material))
    if pair is None:
        return None
    low, high = pair
    names = {"low": f"{{{{ {low.full} }}}}", "high": f"{{{{ {high.full} }}}}"}
    patterns = (
        "Timeliness ({low}) was better than quality ({high}).",
        "The result of the north, {low}, was higher than that of the south, {high}.",
        "This was done more often in the first half of the sentence ({low}) than in the second ({high}).",
        "At {high}, the share was lower than the {low} of the other kind of case.",
        "Quality was worse, at {high}, than timeliness, at {low}.",
    )
    sentence = second.filled(material, chance, patterns, **names)
    edit = second.put(material, chance, sentence, third.roomy(material))
    also = [Place(low.file, low.line), Place(high.file, high.line)]
    helps = (f"{low.percent}%", f"{high.percent}%", "higher", "lower", "more", "less")
    return edit.fault(f"{low.percent}% is less than {high.percent}%", helps, sentence, also)


@OPERATORS.fault("judgement")
def all_that_are_not_all(material: Material, chance: random.Random) -> Fault | None:
    """All, or none, stands beside a figure that says some."""
    known = [
        each for each in second.figures(material) if each.percent and 5 < each.percent < 95 and "criteria" in each.file
    ]
    figure = tools.pick(chance, known)
    if figure is None:
        return None
    patterns = (
        "All {things} ({use}) had been {done}.",
        "None of the {things} had been {done} ({use}).",
        "Every one of the {things}, {use}, had been {done}.",
        "Without exception ({use}) the {things} had been {done}.",
        "In every case ({use}) this had been {done}.",
        "It had been {done} in no case ({use}).",
    )
    sentence = second.filled(material, chance, patterns, use=f"{{{{ {figure.full} }}}}")
    edit = second.put(material, chance, sentence, third.roomy(material))
    helps = (f"{figure.percent}%", "all", "every", "none", "exception")
    return edit.fault(f"it is {figure.percent}%", helps, sentence, [Place(figure.file, figure.line)])


@OPERATORS.fault("judgement")
def only_of_what_is_much(material: Material, chance: random.Random) -> Fault | None:
    """«Only» or «just» stands before a figure that is high, or «as many as» before one that is low."""
    known = [each for each in second.figures(material) if each.percent is not None and "criteria" in each.file]
    high = [each for each in known if 85 < (each.percent or 0) < 100]
    low = [each for each in known if 0 < (each.percent or 0) < 30]
    words, fitting = chance.choice(
        ((("only", "just", "no more than", "a mere"), high), (("as many as", "an impressive", "no less than"), low))
    )
    figure = tools.pick(chance, fitting)
    if figure is None:
        return None
    word = chance.choice(words)
    patterns = (
        "It had been {done} in {word} {use} of cases.",
        "We saw this in {word} {use} of cases.",
        "Of the {things}, {word} {use} had been {done}.",
    )
    sentence = second.filled(material, chance, patterns, word=word, use=f"{{{{ {figure.full} }}}}")
    edit = second.put(material, chance, sentence, third.roomy(material))
    return edit.fault(
        f"it is {figure.percent}%",
        (f"{figure.percent}%", f"«{word}»", word),
        sentence,
        [Place(figure.file, figure.line)],
    )


@OPERATORS.fault("judgement")
def feeling_of_the_other_sort(material: Material, chance: random.Random) -> Fault | None:
    """A high figure is called disappointing, or a low one encouraging."""
    known = [each for each in second.figures(material) if each.percent is not None and "criteria" in each.file]
    high = [each for each in known if 85 < (each.percent or 0) <= 100]
    low = [each for each in known if 0 < (each.percent or 0) < 30]
    words, fitting = chance.choice(
        (((("disappointing", "worrying", "unacceptable")), high), ((("encouraging", "pleasing", "impressive")), low))
    )
    figure = tools.pick(chance, fitting)
    if figure is None:
        return None
    word = chance.choice(words)
    patterns = (
        "It was {word} that {things} had been {done} in {use} of cases.",
        "It was {word} that this was found in {use} of cases.",
        "The result, {use}, was {word}.",
        "With {use}, the result for {things} was {word}.",
    )
    sentence = second.filled(material, chance, patterns, word=word, use=f"{{{{ {figure.full} }}}}")
    edit = second.put(material, chance, sentence, third.roomy(material))
    return edit.fault(
        f"it is {figure.percent}%", (f"{figure.percent}%", word), sentence, [Place(figure.file, figure.line)]
    )


@OPERATORS.fault("judgement")
def best_of_all_that_is_not(material: Material, chance: random.Random) -> Fault | None:
    """A text calls a criterion the best, or the worst, of all, and another one has that score."""
    scored = [
        (int(match[1]), str(material.data(file)["criterion"]), file, match.start())
        for file in material.yaml_files
        if file.startswith("criteria/") and (match := re.search(r"(?m)^score: (\d+)", material.text(file)))
    ]
    if len(scored) < 5:
        return None
    scored.sort()
    word, middle = chance.choice((("highest", scored[: len(scored) // 2]), ("lowest", scored[len(scored) // 2 :])))
    score, number, file, at = chance.choice(middle)
    right = scored[-1] if word == "highest" else scored[0]
    patterns = (
        "Criterion {number} had the {word} score of all.",
        "The {word} score was that of criterion {number}.",
        "Of all criteria, {number} had the {word} score.",
    )
    sentence = second.filled(material, chance, patterns, number=number, word=word)
    edit = second.put(material, chance, sentence, third.roomy(material))
    also = [edit.place(file, at), edit.place(right[2], right[3])]
    return edit.fault(f"it is that of {right[1]}, {right[0]}, not {score}", (right[1], f"{right[0]}"), sentence, also)


@OPERATORS.fault("judgement")
def answer_to_what_is_no_shortcoming(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation is made to answer, or is printed under, a finding that is a strength."""
    entries = [each for each in material.values if each.file == "recommendations.yaml" and each.key == "in_short"]
    entry = tools.pick(chance, entries)
    strengths = [
        f"{each.file.removeprefix('criteria/').removesuffix('.yaml')}/{each.value}"
        for each in material.values
        if each.file.startswith("criteria/") and each.path[0] == "strengths" and each.path[-1] == "id"
    ]
    wrong = tools.pick(chance, strengths)
    if entry is None or wrong is None:
        return None
    text = material.text(entry.file)
    at = text.rfind("in_short", 0, entry.start)
    indent = text[text.rfind("\n", 0, at) + 1 : at].replace("-", " ")
    edit = tools.Edit(material, entry.file, at, at, f"findings: [{wrong}]\n{indent}")
    helps = ("strength", "improvement", "side", "answers")
    return edit.fault(f"{wrong} is a strength", helps, f"findings: [{wrong}]")


def _ids(bands: list[dict[str, object]]) -> list[str]:
    return [str(each["id"]) for each in bands]
