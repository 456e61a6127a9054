"""Ratings, their reasons and conclusions; findings under the wrong heading; recommendations without a criterion."""

from __future__ import annotations

import random
import re

from tests.faults.known import Criterion, Figure, figures, loaded, own_criteria, value_at
from tests.faults.material import Material, Value, line_of
from tests.faults.operator_types import Fault, Harmless, Operators, Place, replaced
from tests.faults.writing import Change, at_end, changed, innocent, lines, lowered, texts

OPERATORS = Operators()

_HIGH, _LOW = 86, 42


def _item(material: Material, value: Value) -> tuple[int, int]:
    """Return where the item of a list begins and ends, of which a text is the last value."""
    text = material.text(value.file)
    start = max(text.rfind("\n  - ", 0, value.start), text.rfind("\n- ", 0, value.start)) + 1
    return start, value.start + len(material.raw(value).rstrip()) + 1


def _reads_as(material: Material, value: Value, figure: list[Figure]) -> str:
    """Say whether all figures of a finding are good, or all are poor."""
    raw, found = material.raw(value), []
    for each in figure:
        for match in re.finditer(rf"\{{\{{ {re.escape(each.name)}((?: \| \w+)*) \}}\}}", raw):
            if "number" in match[1] or "base" in match[1]:
                return ""
            found.append(each.percent)
    if not found or raw.count("{{") != len(found):
        return ""
    return "good" if min(found) >= _HIGH else "poor" if max(found) <= _LOW else ""


def _move(material: Material, rng: random.Random, of: str, to: str, reads: str) -> Fault | None:
    known, found = figures(material), []
    for criterion in own_criteria(material):
        own = [each for each in known if each.file == criterion.file]
        first = value_at(material, criterion.file, to, 0, "text")
        many = len(loaded(material, criterion.file).get(of) or []) > 1
        found += [
            (value, first)
            for value in material.prose
            if value.file == criterion.file and value.path[:1] == (of,) and value.path[2:] == ("text",)
            if first and many and _reads_as(material, value, own) == reads
        ]
    if not found:
        return None
    value, first = rng.choice(found)
    start, end = _item(material, value)
    new_at, _ = _item(material, first)
    moved = material.text(value.file)[start:end]
    files, _ = changed(material, Change(value.file, start, end, ""), Change(value.file, new_at, new_at, moved))
    text = files[value.file].decode()
    at = text.index(moved)
    places = tuple(lines(value.file, text, at, at + len(moved)))
    helps = ("strength", "improvement", "high", "low", "good", "line")
    return Fault(files, places, f"its figures are {reads}", helps, f"{of} → {to}: {' '.join(moved.split())[:120]}")


@OPERATORS.fault("judgement")
def strength_among_improvements(material: Material, rng: random.Random) -> Fault | None:
    """A strength whose figures are all high, among the areas for improvement."""
    return _move(material, rng, "strengths", "improvements", "good")


@OPERATORS.fault("judgement")
def improvement_among_strengths(material: Material, rng: random.Random) -> Fault | None:
    """An area for improvement whose figures are all low, among the strengths."""
    return _move(material, rng, "improvements", "strengths", "poor")


_PRAISE = (
    "Work with victims was excellent in {n}% of cases.",
    "Plans were of good quality in {n}% of cases.",
    "Staff had done all that could be asked of them in {n}% of cases, which was impressive.",
    "The records were accurate and complete in {n}% of files.",
)
_BLAME = (
    "Plans were of sufficient quality in only {n}% of cases.",
    "Reviews had been completed on time in just {n}% of cases, which was unacceptable.",
    "Just {n}% of the records were accurate.",
    "No more than {n}% of victims had been contacted, and this was a serious failing.",
)


def _finding(
    material: Material, rng: random.Random, list_of: str, sentence: str
) -> tuple[dict[str, bytes], tuple[Place, ...]] | None:
    firsts = [
        value
        for criterion in own_criteria(material)
        if (value := value_at(material, criterion.file, list_of, 0, "text")) is not None
    ]
    if not firsts:
        return None
    value = rng.choice(firsts)
    start, _ = _item(material, value)
    new = f"  - id: added-to-the-list\n    text: |\n      {sentence}\n"
    files, places = changed(material, Change(value.file, start, start, new))
    line = places[0].line
    return files, tuple(Place(value.file, line + each) for each in range(3))


@OPERATORS.fault("judgement")
def praise_among_improvements(material: Material, rng: random.Random) -> Fault | None:
    """A finding that praises, among the areas for improvement."""
    sentence = rng.choice(_PRAISE).format(n=rng.randint(86, 98))
    made = _finding(material, rng, "improvements", sentence)
    return made and Fault(*made, "it praises", ("strength", "improvement", "high"), sentence)


@OPERATORS.fault("judgement")
def blame_among_strengths(material: Material, rng: random.Random) -> Fault | None:
    """A finding that blames, among the strengths."""
    sentence = rng.choice(_BLAME).format(n=rng.randint(12, 40))
    made = _finding(material, rng, "strengths", sentence)
    return made and Fault(*made, "it blames", ("strength", "improvement", "low"), sentence)


@OPERATORS.innocent("judgement")
def finding_in_its_list(material: Material, rng: random.Random) -> Harmless | None:
    """Praise among the strengths and blame among the improvements, or a strength that has an exception."""
    where, sentence, share = rng.choice(
        (
            ("strengths", rng.choice(_PRAISE), rng.randint(82, 98)),
            ("improvements", rng.choice(_BLAME), rng.randint(12, 40)),
            ("strengths", "Few complaints had been made: in {n}% of cases.", 14),
            ("strengths", "Breaches were rare. Only {n}% of orders had been breached.", 12),
            ("improvements", "Plans were late in {n}% of cases.", rng.randint(60, 90)),
            ("improvements", "Plans were made in {n}% of cases, but they were not reviewed.", rng.randint(80, 95)),
        )
    )
    made = _finding(material, rng, where, sentence.replace("{n}%", "{{ added-figure }}"))
    if made is None:
        return None
    (name, content), *_ = made[0].items()
    text, heading = content.decode(), "\npercentages:\n"
    if heading not in text:
        return None
    text = text.replace(heading, f"{heading}  added-figure: {share}%\n", 1)
    return Harmless({name: text.encode()}, "it stands where it belongs", f"{sentence} ({share})")


def _rated(material: Material) -> list[tuple[Criterion, Value]]:
    return [
        (each, value)
        for each in own_criteria(material)
        if (value := value_at(material, each.file, "rating")) is not None
    ]


@OPERATORS.fault("judgement")
def reason_without_its_conclusion(material: Material, rng: random.Random) -> Fault | None:
    """The rating is gone, and the reason for it stays."""
    found = [
        (value, reason)
        for each, value in _rated(material)
        if (reason := value_at(material, each.file, "rating_reason"))
    ]
    if not found:
        return None
    value, reason = rng.choice(found)
    text = material.text(value.file)
    start = text.rindex("\n", 0, value.start) + 1
    files, _ = changed(material, Change(value.file, start, text.index("\n", value.end) + 1, ""))
    new = files[value.file].decode()
    places = [
        Place(value.file, 0),
        Place(value.file, 1),
        *lines(value.file, new, new.index("rating_reason"), new.index("rating_reason") + 1),
    ]
    at = line_of(new, new.index("rating_reason")) + 1
    return Fault(
        files, (*places, Place(value.file, at)), "a reason of nothing", ("rating", "reason"), "rating: taken away"
    )


@OPERATORS.fault("judgement")
def conclusion_without_its_reason(material: Material, rng: random.Random) -> Fault | None:
    """The reason for a rating is gone where one is needed."""
    found = [
        (value, reason)
        for each, value in _rated(material)
        if (reason := value_at(material, each.file, "rating_reason"))
    ]
    if not found:
        return None
    value, reason = rng.choice(found)
    text = material.text(value.file)
    start = text.rindex("\n", 0, reason.start) + 1
    end = reason.start + len(material.raw(reason).rstrip()) + 1
    files, _ = changed(material, Change(value.file, start, end, ""))
    new = files[value.file].decode()
    at = line_of(new, re.search(r"^rating:", new, re.MULTILINE).start())  # type: ignore[union-attr]
    places = (Place(value.file, 0), Place(value.file, 1), Place(value.file, at))
    return Fault(files, places, "the reason is needed", ("reason",), "rating_reason: taken away")


@OPERATORS.fault("judgement")
def rating_that_is_none(material: Material, rng: random.Random) -> Fault | None:
    """A rating that its scale has not."""
    rated = _rated(material)
    if not rated:
        return None
    _, value = rng.choice(rated)
    new = rng.choice(("excellent", "fair", value.value + "s", "adequate"))
    files, place = replaced(material, value.file, value.start, value.end, new)
    return Fault(files, (place,), "the scale has no such band", (new, "band"), f"{value.value} → {new}")


@OPERATORS.fault("judgement")
def departure_without_reason(material: Material, rng: random.Random) -> Fault | None:
    """A rating that the score does not give, and no reason for it."""
    scale = material.framework["scales"][0]["bands"]
    found = [
        value
        for criterion in own_criteria(material)
        if (value := value_at(material, criterion.file, "score")) and not value_at(material, criterion.file, "rating")
        if not material.framework["sections"][criterion.section - 1].get("criteria_rating")
    ]
    if not found:
        return None
    value = rng.choice(found)
    right = next(band["id"] for band in scale if int(value.value) >= band["lowest"])
    wrong = rng.choice([band["id"] for band in scale if band["id"] != right])
    files, places = changed(material, Change(value.file, value.end, value.end, f"\nrating: {wrong}", 1))
    at = (*places, Place(value.file, places[0].line - 1))
    return Fault(files, at, f"{value.value} is {right}", ("reason",), f"rating: {wrong} with a score of {value.value}")


@OPERATORS.fault("judgement")
def score_in_the_wrong_band(material: Material, rng: random.Random) -> Fault | None:
    """A score in prose that the scale of the framework puts in another band."""
    scale = next((each["bands"] for each in material.framework["scales"] if each["bands"][0].get("lowest")), None)
    possible = [each for each in texts(material) if each.file.startswith(("summary", "foreword", "executive"))]
    if scale is None or not possible or scale[0]["lowest"] < 30:
        return None
    score = rng.randint(31, 95)
    right = next(band for band in scale if score >= band["lowest"])
    wrong = rng.choice([band for band in scale if band is not right])
    words = material.framework.get("words", {}).get("score", {}).get("one", "score")
    sentence = rng.choice(
        (
            f"A {words} of {score}% is '{wrong['name']}'.",
            f"One criterion had a {words} of {score}%, which is rated '{wrong['name']}'.",
            f"With a {words} of {score}% it was rated as {wrong['name']}.",
        )
    )
    files, places = changed(material, at_end(material, rng.choice(possible), sentence))
    helps = lowered((right["name"],))
    return Fault(files, tuple(places), f"{score} is {right['name']}", helps, sentence)


@OPERATORS.innocent("judgement")
def score_in_its_band(material: Material, rng: random.Random) -> Harmless | None:
    """A score in prose with the band that it is in; another programme's ratings."""
    scale = next((each["bands"] for each in material.framework["scales"] if each["bands"][0].get("lowest")), None)
    if scale is None or scale[0]["lowest"] < 30:
        return None
    score = rng.randint(31, 95)
    right = next(band for band in scale if score >= band["lowest"])
    words = material.framework.get("words", {}).get("score", {}).get("one", "score")
    sentence = rng.choice(
        (f"A {words} of {score}% is '{right['name']}'.", "The local school was rated as outstanding by its inspectors.")
    )
    return innocent(material, rng, sentence, f"{score} is {right['name']}", into=rng.choice(("foreword", "criteria/")))


@OPERATORS.fault("judgement")
def recommendation_without_criteria(material: Material, rng: random.Random) -> Fault | None:
    """A recommendation whose criteria are gone, or that answers a criterion without areas for improvement."""
    if material.framework.get("recommendations", {}).get("criteria") == "optional":
        return None
    text = material.text("recommendations.yaml")
    found = list(re.finditer(r"^    criteria: \[.*\]\n", text, re.MULTILINE))
    if not found:
        return None
    match = rng.choice(found)
    new = rng.choice(("", "    criteria: []\n"))
    files, place = replaced(material, "recommendations.yaml", match.start(), match.end(), new)
    start = text.rindex("\n  - ", 0, match.start()) + 1
    changed_text = files["recommendations.yaml"].decode()
    at = (*lines("recommendations.yaml", changed_text, start, match.start()), place)
    return Fault(files, at, "it answers nothing", ("criteria", "criterion", "nothing here"), "criteria: taken away")


@OPERATORS.fault("judgement")
def urgent_where_it_is_good(material: Material, rng: random.Random) -> Fault | None:
    """A conclusion in prose that another band than the score's speaks."""
    bands = [each for each in material.framework["scales"][0]["bands"] if "conclusion" in each]
    scored = [each for each in own_criteria(material) if "score" in loaded(material, each.file)]
    scored = [each for each in scored if not material.framework["sections"][each.section - 1].get("criteria_rating")]
    if not bands or not scored:
        return None
    criterion = rng.choice(scored)
    of = loaded(material, criterion.file)
    right = of.get("rating") or next(band["id"] for band in bands if int(of["score"]) >= band["lowest"])
    wrong = rng.choice([band for band in bands if band["id"] != right])
    possible = texts(material, file=criterion.file)
    if not possible:
        return None
    files, places = changed(material, at_end(material, rng.choice(possible), wrong["conclusion"]))
    good = next(band["name"] for band in bands if band["id"] == right)
    return Fault(files, tuple(places), f"it is {good}", lowered((good, str(of["score"]))), wrong["conclusion"])
