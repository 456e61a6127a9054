"""Areas that publish the same are answered the same: OMI262 knows no more of an area than its readers do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from random import Random

import pytest

from omi_report.build import validate
from omi_report.build_options import BuildOptions
from omi_report.disclosure.hidden import hidden_in
from omi_report.making import make as make_report
from tests.attack.random_reports import ANSWERS, CRITERIA, Made, Question, make, write
from tests.attack.reading import Read, read_page
from tests.attack.test_attack import Attacker, hidden_numbers, published
from tests.attack.twins import twins

SEEDS = (2, 3, 4, 7, 14)
"""Areas of which there are others that publish the same."""

TRIED = 12
"""How many other areas are tried."""

WAYS = 1
"""Of how many ways in which scores can have come about other areas are made, for each hidden number."""


def made_of(seed: int) -> Made:
    """An area whose criteria take the mean, the lowest or the highest score of their questions."""
    made = make(Random(f"alike {seed}"))
    take = ("lowest", "highest", "mean")[seed % 3]
    return made if take == "mean" else replace(made, take=take, summary=0)


def ways(made: Made, random: Random) -> Iterator[dict[str, str]]:
    """Some choices of the questions that settle the scores of the criteria; one that says nothing for a mean."""
    if made.take == "mean":
        yield {}
        return
    chosen = list(product(*([each.id for each in made.questions if each.criterion == number] for number in CRITERIA)))
    for each in random.sample(chosen, min(WAYS, len(chosen))):
        yield dict(zip(CRITERIA, each, strict=True))


def others(made: Made, page: Read) -> Iterator[Made]:
    """Areas that differ in a hidden count, and agree with all that an attacker has read."""
    random = Random("others")
    for wanted in hidden_numbers(made, page.data, set()):
        for way in ways(made, random):
            attacker = Attacker(made, page, {}, way)
            if all(attacker.bases[name] for name in way.values()):
                yield from islice(twins(made, attacker, wanted), 2)


def published_and_said(folder: Path) -> tuple[list[bytes], list[str]]:
    """What is published of an area, and what validate says that it gives away."""
    validated = validate(folder)
    assert validated.sound is not None
    outputs = make_report(validated.sound, BuildOptions(pdf=False, json=True), 0).outputs
    said = [f"{each.location} {each.message}" for each in validated.problems if each.code == "OMI262"]
    return [outputs["report.json"], outputs["report.html"]], said


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_published_alike_is_answered_alike(seed: int, tmp_path: Path) -> None:
    made = made_of(seed)
    _inspection, _report, refused = published(tmp_path, made)
    names = {figure.full_name for figure in made.figures} - refused
    own, said = published_and_said(write(tmp_path, made, names))
    alike = 0
    for other in islice(others(made, read_page(own[1].decode())), TRIED):
        area = write(tmp_path, other, names)
        if validate(area).sound is None:  # it hides other figures, which its texts use
            continue
        same, answered = published_and_said(area)
        if same == own:
            alike += 1
            assert answered == said
    assert alike


# ---- worked out by hand ----------------------------------------------------------------------------------------------


def counted(take: str, *counts: tuple[int, int]) -> Made:
    """An area of 40 cases with three questions of one criterion: of so many cases, so many are above the line."""
    questions = tuple(Question(f"1.1.{at}", "1.1", False, False, {}) for at in (1, 2, 3))
    more = (Question("1.2.1", "1.2", False, True, {}),)
    bare = make(Random("counted"))
    cases = []
    for at, case in enumerate([*bare.cases, *bare.cases, *bare.cases, *bare.cases, *bare.cases][:40]):
        row = {"case": f"C{at:03}"} | {name: case[name] for name in ("kind", "sex", "age")}
        row |= {each.id: _answer(at, *counts[place]) for place, each in enumerate(questions)}
        cases.append(row | {"1.2.1": _answer(at, 20, 40)})
    return replace(bare, take=take, summary=0, questions=(*questions, *more), figures=(), charts=(), cases=tuple(cases))


def _answer(at: int, above: int, base: int) -> str:
    found = "yes" if at < above else "no" if at < base else "n-a"
    assert found in dict(ANSWERS)
    return found


@pytest.mark.parametrize(
    ("take", "one", "other"),
    [
        ("lowest", [(4, 8), (20, 40), (25, 40)], [(5, 8), (20, 40), (25, 40)]),
        ("lowest", [(4, 8), (19, 40), (25, 40)], [(7, 8), (19, 40), (25, 40)]),
        ("highest", [(4, 8), (20, 40), (15, 40)], [(3, 8), (20, 40), (15, 40)]),
        ("lowest", [(4, 8), (4, 8), (25, 40)], [(4, 8), (7, 8), (25, 40)]),
    ],
)
def test_which_item_settled_a_score_is_not_published(
    take: str, one: list[tuple[int, int]], other: list[tuple[int, int]], tmp_path: Path
) -> None:
    found = [published_and_said(write(tmp_path, counted(take, *counts), set())) for counts in (one, other)]
    assert found[0][0] == found[1][0]
    assert found[0][1] == found[1][1] == []


def test_what_may_have_settled_a_score_beside_a_hidden_one_is_left_out_with_it(tmp_path: Path) -> None:
    validated = validate(write(tmp_path, counted("highest", (37, 40), (30, 40), (24, 40)), set()))
    assert validated.sound is not None
    assert hidden_in(validated.sound).questions > {"1.1.1"}
    assert not [each for each in validated.problems if each.code == "OMI262"]


def test_one_item_alone_that_may_have_settled_a_score_gives_itself_away(tmp_path: Path) -> None:
    _files, said = published_and_said(write(tmp_path, counted("highest", (32, 35), (36, 40), (24, 40)), set()))
    assert len(said) == 1
    assert "the scores of 1, 1.1 give away a count under 5 of «1.1.1»" in said[0]
