"""Ratings, conclusions and their reasons, and what stands under the wrong criterion or on the wrong side."""

from __future__ import annotations

import random
import re
from typing import Any

from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Operators, Place
from tests.faults.operators.blind_tools import Edit, added, criteria, findings, pick, value_at

OPERATORS = Operators(blind=True)

_FIGURE = re.compile(r"\{\{ ([a-z][\w-]*)((?: \| \w+)*) \}\}")
_TURNED = re.compile(
    r"\b(?:not|no|nor|nobody|never|without|missing|lack\w*|only|just|fewer|less|late|rest|remain\w*|other\w*|few|cannot"
    r"|nothing|none|neither|insufficient|inadequate|unclear|too|failed|absent|incomplete|poor\w*|although)\b"
)


def _item(material: Material, value: Value) -> tuple[int, int]:
    """Where the finding of a text begins and ends in its file: from its hyphen up to the next one."""
    text = material.text(value.file)
    start = text.rindex("\n  - ", 0, value.start + 1 if text[value.start] == "-" else value.start) + 1
    end = value.start + len(material.raw(value).rstrip()) + 1
    return start, end


def _number(file: str) -> str:
    return file.removeprefix("criteria/").removesuffix(".yaml")


def _stated(material: Material, value: Value, name: str) -> float | None:
    """The per cent that a figure of the value's own file states, None where it is computed or a mere count."""
    figure = (material.data(value.file).get("percentages") or {}).get(name)
    match figure:
        case int() | float():
            return float(figure)
        case {"percent": int() | float() as percent}:
            return float(percent)
        case {"count": int() as count, "base": int() as base}:
            return 100 * count / base
    return None


@OPERATORS.fault("judgement")
def finding_under_another_criterion(material: Material, chance: random.Random) -> Fault | None:
    """A finding with figures, cut from one criterion and pasted into another: its figures stay behind."""
    movable = [each for each in findings(material) if _FIGURE.search(each.value) and _several(material, each)]
    value = pick(chance, movable)
    if value is None:
        return None
    others = [each for each in findings(material) if each.file != value.file and each.path[0] == value.path[0]]
    names = [match[1] for match in _FIGURE.finditer(value.value)]
    others = [
        each
        for each in others
        if not any(name in (material.data(each.file).get("percentages") or {}) for name in names)
    ]
    target = pick(chance, others)
    if target is None:
        return None
    start, end = _item(material, value)
    moved = material.text(value.file)[start:end]
    at = _item(material, target)[0]
    paste = Edit(material, target.file, at, at, moved)
    cut = Edit(material, value.file, start, end, "")
    first = paste.places[0]
    places = tuple(Place(target.file, first.line + each) for each in range(moved.count("\n") + 1))
    number = _number(value.file)
    return Fault(
        {**cut.files, **paste.files},
        places,
        "the figures of the criterion",
        (*names, "no figure", number.lower()),
        f"{number} → {_number(target.file)}: {' '.join(value.value.split())[:60]} …",
    )


def _several(material: Material, value: Value) -> bool:
    """Whether there are other findings on the same side of the criterion."""
    return sum(each.file == value.file and each.path[0] == value.path[0] for each in findings(material)) > 1


@OPERATORS.fault("judgement")
def strength_among_the_improvements(material: Material, chance: random.Random) -> Fault | None:
    """A strength with a high figure, dragged to the areas for improvement."""
    high = [
        each
        for each in findings(material, "strengths")
        if (figures := [(match, _stated(material, each, match[1])) for match in _FIGURE.finditer(each.value)])
        and all(share is not None and share >= 88 and "rest" not in match[2] for match, share in figures)
        and not _TURNED.search(each.value)
        and any(other.file == each.file and other.path[0] == "improvements" for other in findings(material))
    ]
    return _moved(material, chance, high, "improvements", "all its figures are high")


@OPERATORS.fault("judgement")
def improvement_among_the_strengths(material: Material, chance: random.Random) -> Fault | None:
    """An area for improvement with a low figure, dragged to the strengths."""
    low = [
        each
        for each in findings(material, "improvements")
        if (figures := [(match, _stated(material, each, match[1])) for match in _FIGURE.finditer(each.value)])
        and all(share is not None and share <= 50 and "rest" not in match[2] for match, share in figures)
        and any(other.file == each.file and other.path[0] == "strengths" for other in findings(material))
    ]
    return _moved(material, chance, low, "strengths", "all its figures are low")


def _moved(material: Material, chance: random.Random, values: list[Value], side: str, witness: str) -> Fault | None:
    value = pick(chance, values)
    if value is None:
        return None
    start, end = _item(material, value)
    text = material.text(value.file)
    moved = text[start:end]
    first = next(each for each in findings(material, side) if each.file == value.file)
    at = _item(material, first)[0]
    less = text[:start] + text[end:]
    at = at if at <= start else at - len(moved)
    new = less[:at] + moved + less[at:]
    line = new.count("\n", 0, at) + 1
    places = tuple(Place(value.file, line + each) for each in range(moved.count("\n")))
    helps = ("strength", "improvement", "side", "good", "poor")
    return Fault(
        {value.file: new.encode()}, places, witness, helps, f"→ {side}: {' '.join(value.value.split())[:60]} …"
    )


@OPERATORS.fault("judgement")
def complement_in_a_strength(material: Material, chance: random.Random) -> Fault | None:
    """`| rest` in a strength: «a screening was on file in 3% of cases»."""
    places = [
        (value, match, share)
        for value in findings(material, "strengths")
        for match in _FIGURE.finditer(material.raw(value))
        if not match[2]
        and (share := _stated(material, value, match[1])) is not None
        and share >= 80
        and not _TURNED.search(value.value)
    ]
    place = pick(chance, places)
    if place is None:
        return None
    value, match, share = place
    edit = Edit(
        material, value.file, value.start + match.start(), value.start + match.end(), f"{{{{ {match[1]} | rest }}}}"
    )
    helps = ("rest", f"{share:g}%", f"{100 - share:g}%", "strength")
    return edit.fault(f"the question of the figure was met in {share:g} per cent", helps, also=edit.lines(value))


@OPERATORS.fault("judgement")
def conclusion_that_is_another(material: Material, chance: random.Random) -> Fault | None:
    """A sentence that gives the criterion another rating than its file: left from the draft before."""
    rated = [(file, *band) for file in material.yaml_files if (band := _rating(material, file))]
    place = pick(chance, rated)
    if place is None:
        return None
    file, right, scale = place
    wrong = chance.choice([each for each in scale["bands"] if each["id"] != right["id"]])
    word = str(material.framework.get("words", {}).get("criterion", {}).get("one", "criterion"))
    sentence = wrong.get("conclusion") if chance.random() < 0.5 else None
    sentence = sentence or chance.choice(
        (
            f"Overall, this {word} was rated as «{wrong['name']}».",
            f"For these reasons we rated this {word} as {str(wrong['name']).lower()}.",
        )
    )
    values = [each for each in findings(material) if each.file == file]
    edit = added(material, chance, str(sentence), values)
    also = [
        edit.place(file, each.start)
        for each in material.values
        if each.file == file and each.path in (("rating",), ("score",))
    ]
    helps: tuple[str, ...] = (right["name"], right["id"])
    if str(right["name"]).lower() in str(wrong["name"]).lower():
        helps = ("score", "rating", "band", "conclusion")
    return edit.fault("the rating or score in the criterion's file", helps, str(sentence), also)


def _rating(material: Material, file: str) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The band that the file of a criterion states or whose score it has, and its scale."""
    if not file.startswith("criteria/"):
        return None
    data = material.data(file)
    scales = material.framework["scales"]
    if "rating" in data:
        for scale in scales[:2] if data.get("score") is None else scales[:1]:
            band = next((each for each in scale["bands"] if each["id"] == data["rating"]), None)
            if band is not None:
                return band, scale
    elif "score" in data:
        return next(each for each in scales[0]["bands"] if data["score"] >= each["lowest"]), scales[0]
    return None


def _line_of_key(material: Material, file: str, key: str) -> tuple[int, int] | None:
    """Where a key of a file begins, and where the next one does."""
    match = re.search(rf"^{key}:.*\n(?:(?: +.*)?\n)*?(?=\S|\Z)", material.text(file), re.MULTILINE)
    return match.span() if match else None


@OPERATORS.fault("judgement")
def reason_without_its_rating(material: Material, chance: random.Random) -> Fault | None:
    """The rating deleted, and the reason for it forgotten."""
    files = [
        each
        for each in material.yaml_files
        if value_at(material, each, "rating_reason") and value_at(material, each, "rating")
    ]
    file = pick(chance, files)
    if file is None:
        return None
    span = _line_of_key(material, file, "rating")
    assert span is not None
    edit = Edit(material, file, *span, "")
    reason = value_at(material, file, "rating_reason")
    assert reason is not None
    return edit.fault(
        "a reason is the reason for a rating", ("rating", "reason"), "the rating deleted", edit.lines(reason)
    )


@OPERATORS.fault("judgement")
def rating_without_its_reason(material: Material, chance: random.Random) -> Fault | None:
    """A rating that needs its reason, without it."""
    files = [each for each in material.yaml_files if value_at(material, each, "rating_reason")]
    file = pick(chance, files)
    if file is None:
        return None
    span = _line_of_key(material, file, "rating_reason")
    rating = value_at(material, file, "rating")
    assert span is not None and rating is not None  # noqa: PT018
    edit = Edit(material, file, *span, "")
    return Fault(
        edit.files,
        edit.lines(rating),
        "the documentation: then the reason is needed",
        ("reason",),
        "the reason deleted",
    )


@OPERATORS.fault("judgement")
def rating_misspelt(material: Material, chance: random.Random) -> Fault | None:
    """A rating that is on no scale: with a slip in it, by its name, or in other words."""
    value = pick(chance, _ratings(material))
    if value is None:
        return None
    name = value.value
    other = {"well-met": "met", "good": "very-good", "urgent": "urgently"}.get(name, name.replace("-", " "))
    wrong = chance.choice((name[:-1], name.replace("-", "_") if "-" in name else f"{name}s", other))
    edit = Edit(material, value.file, value.start, value.end, wrong)
    return edit.fault(
        "the scales of the framework",
        (f"«{name}»", f" {name},", f" {name} ", f"`{name}`", *("hyphen",) * ("_" in wrong or " " in wrong)),
    )


def _ratings(material: Material) -> list[Value]:
    return [
        each
        for each in material.values
        if (each.file.startswith("criteria/") and each.path == ("rating",))
        or (each.file == "ratings.yaml" and each.path[-1] not in ("inspected", "score", "rating_reason"))
    ]


@OPERATORS.fault("judgement")
def rating_of_another_scale(material: Material, chance: random.Random) -> Fault | None:
    """A rating from the scale of other criteria."""
    scales = material.framework["scales"]
    value = pick(
        chance, [each for each in material.values if each.file.startswith("criteria/") and each.path == ("rating",)]
    )
    if value is None or len(scales) < 2:
        return None
    own = next(each for each in scales if any(band["id"] == value.value for band in each["bands"]))
    ids = [band["id"] for band in own["bands"]]
    foreign = [band["id"] for scale in scales for band in scale["bands"] if band["id"] not in ids]
    wrong = pick(chance, foreign)
    if wrong is None:
        return None
    edit = Edit(material, value.file, value.start, value.end, wrong)
    return edit.fault("the scale of this criterion in the framework", ids)


@OPERATORS.fault("judgement")
def urgent_criterion_that_nothing_answers(material: Material, chance: random.Random) -> Fault | None:
    """The worst rating of a criterion, whose number was deleted from every recommendation."""
    urgent = [
        number
        for number in criteria(material)
        if f"criteria/{number}.yaml" in material.files
        and (place := _rating(material, f"criteria/{number}.yaml")) is not None
        and place[0].get("urgent")
    ]
    number = pick(chance, urgent)
    text = material.text("recommendations.yaml")
    if number is None or number not in text:
        return None
    kept = re.sub(rf"(?<=\[){re.escape(number)}, |, {re.escape(number)}(?=[,\]])", "", text)
    if re.search(rf"criteria: \[{re.escape(number)}\]", kept):
        return None
    file = f"criteria/{number}.yaml"
    lines = [
        Edit(material, file, 0, 0, "").place(each.file, each.start)
        for each in material.values
        if each.file == file and each.path in (("rating",), ("score",), ("criterion",))
    ]
    return Fault(
        {"recommendations.yaml": kept.encode()},
        (*lines, Place(file, 1), Place("recommendations.yaml", 1), Place("recommendations.yaml", 0)),
        "the documentation: a recommendation must answer it",
        ("recommendation",),
        f"{number} taken out of all recommendations",
    )


@OPERATORS.fault("judgement")
def recommendation_to_nobody(material: Material, chance: random.Random) -> Fault | None:
    """A recommendation whose addressee is misspelt or left out, where the framework has addressees."""
    value = pick(
        chance, [each for each in material.values if each.file == "recommendations.yaml" and each.path[-1] == "to"]
    )
    if value is None:
        return None
    if chance.random() < 0.5:
        edit = Edit(material, value.file, value.start, value.end, f"{value.value}s")
        return edit.fault("the addressees of the framework", (f"«{value.value}»", "address", value.value))
    text = material.text(value.file)
    start = text.rindex("\n", 0, value.start)
    edit = Edit(material, value.file, start, value.end, "")
    at = int(value.path[1])
    entry = [each for each in material.values if each.file == value.file and each.path[:2] == ("recommendations", at)]
    places = tuple(dict.fromkeys(place for each in entry if each is not value for place in edit.lines(each)))
    return Fault(
        edit.files,
        places,
        "the documentation: needed where there are some",
        ("«to»", "`to`", " to ", "address"),
        "the addressee deleted",
    )
