"""The same statement in two places of a report, with two numbers; a result in prose that is not the report's own."""

from __future__ import annotations

import csv
import io
import random
import re

from tests.faults.known import Figure, figures, loaded, own_criteria, uses
from tests.faults.material import Material, Value
from tests.faults.operator_types import Fault, Harmless, Operators
from tests.faults.writing import at_end, both, changed, faulty, innocent, near, texts, title, written

OPERATORS = Operators()

_STATEMENTS = (
    ("home visits had been made", "cases"),
    ("a copy of the plan had been given to the person", "cases"),
    ("the victim had been told of the release", "cases"),
    ("the manager had countersigned the assessment", "cases"),
    ("information from the police had been sought", "cases"),
    ("the parents had been asked for their views", "cases"),
    ("the record of contact was up to date", "cases"),
)


def _in(rng: random.Random, number: str, what: str, *, reworded: bool = False) -> str:
    """Say of a number of cases what had been done."""
    first = f"In {number} {what}." if not reworded else f"{title(what)} in {number}."
    return first if reworded or rng.random() < 0.5 else f"{title(what)} in {number}."


def _pair(material: Material, rng: random.Random) -> tuple[Value, Value] | None:
    possible = texts(material)
    files = sorted({each.file for each in possible})
    if len(files) < 2:
        return None
    one, other = rng.sample(files, 2)
    return rng.choice([each for each in possible if each.file == one]), rng.choice(
        [each for each in possible if each.file == other]
    )


@OPERATORS.fault("consistency")
def one_statement_two_numbers(material: Material, rng: random.Random) -> Fault | None:
    """A statement of a criterion again in the summary, with another number; word for word or turned round."""
    pair = _pair(material, rng)
    if pair is None:
        return None
    what, of = rng.choice(_STATEMENTS)
    if rng.random() < 0.5:
        right, base = rng.randint(12, 20), rng.randint(21, 40)
        wrong = near(rng, right, base)
        a, b = f"{right} of the {base} {of}", f"{wrong} of the {base} {of}"
    else:
        right = rng.randint(20, 90)
        wrong = near(rng, right, 100)
        a, b = f"{right}% of {of}", f"{wrong}% of {of}"
    first, second = _in(rng, a, what), _in(rng, b, what, reworded=rng.random() < 0.5)
    files, places = changed(material, at_end(material, pair[0], first), at_end(material, pair[1], second))
    return Fault(files, tuple(places), "the other place", (str(right), str(wrong)), f"{first} / {second}")


@OPERATORS.innocent("consistency")
def one_statement_one_number(material: Material, rng: random.Random) -> Harmless | None:
    """The same statement with the same number, or another statement with another."""
    pair = _pair(material, rng)
    if pair is None:
        return None
    (one, of), (other, _) = rng.sample(_STATEMENTS, 2)
    share, elsewhere = rng.randint(11, 30), rng.randint(31, 60)
    second = rng.choice(
        (
            _in(rng, f"{share} {of}", one),
            _in(rng, f"{elsewhere} {of}", other),
            f"In {elsewhere} of the closed {of} {one}.",
            f"In the year before {one} in {elsewhere} {of}.",
        )
    )
    first = _in(rng, f"{share} {of}", one)
    files, _ = changed(material, at_end(material, pair[0], first), at_end(material, pair[1], second))
    return Harmless(files, "the same number, or of something else", f"{first} / {second}")


def _sentences(material: Material, rng: random.Random) -> tuple[Figure, str, int] | None:
    """Return a figure, a sentence of its criterion that uses it and no other, and where it stands in the sentence."""
    found = []
    for figure in figures(material):
        for value, match, filters in uses(material, figure):
            raw = material.raw(value)
            start = max(raw.rfind(". ", 0, match.start()), raw.rfind(".\n", 0, match.start()), raw.find("\n")) + 1
            end = raw.find(".", match.end()) + 1
            sentence = " ".join(raw[start:end].split())
            whole = sentence.count("{{") == 1 and not re.search(
                r"\d|[`*\"]|\b(?:these|those|them|it|they)\b", sentence[:40]
            )
            if not filters and end and whole and 6 < len(sentence.split()) < 40:
                found.append((figure, sentence, sentence.index("{{")))
    return rng.choice(found) if found else None


@OPERATORS.fault("consistency")
def summary_against_its_criterion(material: Material, rng: random.Random) -> Fault | None:
    """A sentence of a criterion copied to the summary or the foreword as it reads, with another percentage."""
    taken = _sentences(material, rng)
    possible = [each for each in texts(material) if not each.file.startswith("criteria/")]
    if taken is None or not possible:
        return None
    figure, sentence, _ = taken
    wrong = near(rng, figure.percent, 100) if figure.percent else 10
    new = re.sub(r"\{\{.*?\}\}", f"{wrong}%", sentence)
    files, places = changed(material, at_end(material, rng.choice(possible), new))
    return Fault(files, tuple(places), f"{figure.file} has {figure.percent}%", (f"{figure.percent}%",), new)


@OPERATORS.innocent("consistency")
def summary_with_its_criterion(material: Material, rng: random.Random) -> Harmless | None:
    """A sentence of a criterion in the summary or the foreword, with its own figure by name."""
    taken = _sentences(material, rng)
    possible = [each for each in texts(material) if not each.file.startswith("criteria/")]
    if taken is None or not possible:
        return None
    figure, sentence, _ = taken
    number = figure.file.removeprefix("criteria/").removesuffix(".yaml")
    new = re.sub(r"\{\{.*?\}\}", f"{{{{ {number}/{figure.name} }}}}", sentence)
    files, _ = changed(material, at_end(material, rng.choice(possible), new))
    return Harmless(files, "so says the criterion", new)


@OPERATORS.fault("consistency")
def score_in_prose(material: Material, rng: random.Random) -> Fault | None:
    """A score of a criterion in prose that is not the published one."""
    scored = [(each, loaded(material, each.file).get("score")) for each in own_criteria(material)]
    scored = [(each, score) for each, score in scored if score]
    if not scored:
        return None
    criterion, score = rng.choice(scored)
    wrong = near(rng, int(score), 100)
    sentence = rng.choice(
        (
            f"The score for criterion {criterion.number} was {wrong}%.",
            f"Criterion {criterion.number} was scored at {wrong}%.",
            f"{criterion.title} (criterion {criterion.number}) had a score of {wrong}%.",
            f"With a score of {wrong}%, criterion {criterion.number} was not the weakest.",
        )
    )
    return faulty(material, rng, sentence, f"its score is {score}", (score,))


@OPERATORS.fault("consistency")
def rating_in_prose(material: Material, rng: random.Random) -> Fault | None:
    """A rating that inspectors gave, another one in prose."""
    words = material.framework.get("words", {}).get("criterion", {}).get("one", "criterion")
    scales = [each["bands"] for each in material.framework["scales"]]
    rated = []
    for criterion in own_criteria(material):
        rating = loaded(material, criterion.file).get("rating")
        bands = next((each for each in scales if rating in [band["id"] for band in each]), None)
        if rating and bands:
            right = next(band["name"] for band in bands if band["id"] == rating)
            rated.append((criterion, right, [band["name"] for band in bands if band["id"] != rating]))
    if not rated:
        return None
    criterion, right, others = rng.choice(rated)
    wrong = rng.choice(others)
    sentence = rng.choice(
        (
            f"{words.capitalize()} {criterion.number} was rated {wrong}.",
            f"We rated {words} {criterion.number} as '{wrong}'.",
            f"{criterion.title} ({words} {criterion.number}) was rated as {wrong}.",
            f"The rating of {words} {criterion.number} was {wrong.lower()}.",
        )
    )
    return faulty(material, rng, sentence, f"it is {right}", (right, right.lower()))


@OPERATORS.fault("consistency")
def number_of_replies(material: Material, rng: random.Random) -> Fault | None:
    """How many answered a survey, against the sheet of their answers."""
    sheets = [each for each in material.sheets if each.startswith("evidence/surveys/")]
    if not sheets:
        return None
    sheet = rng.choice(sheets)
    rows = len(list(csv.DictReader(io.StringIO(material.text(sheet)))))
    who, wrong = sheet.rsplit("/", 1)[-1].removesuffix(".csv").replace("-", " "), near(rng, rows)
    sentence = rng.choice(
        (
            f"Our survey was answered by {written(wrong)} {who}.",
            f"We received questionnaires from {written(wrong)} {who}.",
            f"In all, {written(wrong)} {who} answered our survey.",
            f"The {written(wrong)} {who} who answered our survey came from all offices.",
        )
    )
    return faulty(material, rng, sentence, f"the sheet has {rows}", both(rows))


@OPERATORS.innocent("consistency")
def right_number_of_replies(material: Material, rng: random.Random) -> Harmless | None:
    """How many answered a survey, as the sheet has it; people who were met besides."""
    sheets = [each for each in material.sheets if each.startswith("evidence/surveys/")]
    if not sheets:
        return None
    sheet = rng.choice(sheets)
    rows = len(list(csv.DictReader(io.StringIO(material.text(sheet)))))
    who = sheet.rsplit("/", 1)[-1].removesuffix(".csv").replace("-", " ")
    sentence = rng.choice(
        (
            f"In all, {written(rows)} {who} answered our survey.",
            f"We spoke to a group of {written(rng.randint(3, 12))} {who}.",
            f"A focus group of {written(rng.randint(4, 9))} {who} met us as well.",
        )
    )
    return innocent(material, rng, sentence, "so says the sheet")
