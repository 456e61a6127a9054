"""An attack on all that is published: nobody can work out a count that the policy hides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from omi_report.build import validate
from omi_report.build_options import BuildOptions
from omi_report.disclosure.hidden import hidden_in
from omi_report.disclosure.units import Owner
from omi_report.inspection import Inspection
from omi_report.making import Made as Report, make as make_report
from omi_report.opendata.embedded import open_data
from omi_report.scoring.results import Scored
from tests.attack.random_reports import ANSWERS, ATTRIBUTES, CRITERIA, Chart, Made, Where, make, write
from tests.attack.reading import Read, read_page, rows_of
from tests.attack.solver import Attack
from tests.effort import THOROUGH
from tests.samples import inspected

MINIMUM = 5
ABOVE = ("yes",)
RELEVANT = ("yes", "partly", "no")
AREAS = 200 if THOROUGH else 12

BELOW = ("partly", "no")


def published(folder: Path, made: Made) -> tuple[Inspection, Report, set[str]]:
    """Build the report of an area whose texts use each figure that may be printed, and say which are refused."""
    said = {figure.full_name for figure in made.figures}
    refused = refused_in(write(folder, made, said), made)
    area = write(folder, made, said - refused)
    validated = validate(area)
    assert validated.sound is not None, [problem for problem in validated.problems if problem.severity.value == "error"]
    return validated.sound, make_report(validated.sound, BuildOptions(pdf=False, json=True), 0), refused


def refused_in(area: Path, made: Made) -> set[str]:
    """The full names of the figures that texts may not use."""
    found = [each for each in validate(area).problems if each.code == "OMI260"]
    names = {
        (name, Path(each.location.file).stem) for each in found for name in re.findall(r"\((f\d+)\)", each.message)
    }
    return {each.full_name for each in made.figures if (each.name, each.criterion) in names}


# ---- what an attacker puts together ----------------------------------------------------------------------------------


class Answers:
    """The answers to one question in an attack: a number for each answer and each kind of person."""

    def __init__(
        self,
        attack: Attack,
        rows: Sequence[dict[str, str]],
        names: tuple[str, ...],
        *,
        may_be_blank: bool,
    ) -> None:
        self.places: dict[tuple[tuple[str, ...], str], int] = {}
        self.answers = tuple(name for name, _line in ANSWERS)
        self.names, self.may_be_blank = names, may_be_blank
        kinds = sorted({tuple(row[name] for name in names) for row in rows})
        for kind in kinds:
            size = sum(tuple(row[name] for name in names) == kind for row in rows)
            for answer in self.answers:
                self.places[kind, answer] = attack.number(size)
            own = [self.places[kind, answer] for answer in self.answers]
            attack.know(own, 0 if may_be_blank else size, size)

    def of(self, answers: tuple[str, ...], where: Where) -> list[int]:
        """The numbers that make up how many of a part gave one of some answers."""
        return [
            place
            for (kind, answer), place in self.places.items()
            if answer in answers
            and all(value in where.get(name, (value,)) for name, value in zip(self.names, kind, strict=True))
        ]


class Attacker:
    """Reads a report, and asks what each hidden number can be; ``bases`` are those that he supposes to be others.

    Of lowest and highest scores he supposes that the questions of ``deciding`` settle them, by criterion.
    """

    def __init__(self, made: Made, page: Read, bases: dict[str, int], deciding: dict[str, str] | None = None) -> None:
        self.deciding = deciding or {}
        self.made, self.attack, self.data, self.page = made, Attack(), page.data, page
        self.bases = {each.id: Wanted("", each.id, {}, RELEVANT).size(made) for each in made.questions} | bases
        self.families: dict[tuple[str, str], Answers] = {}
        for question in made.questions:
            asked = [row for row in made.cases if row[question.id]]
            family = Answers(self.attack, asked, tuple(ATTRIBUTES), may_be_blank=False)
            self.families["", question.id] = family
            self.attack.know(family.of(RELEVANT, {}), self.bases[question.id])
        for name in ("told", "heard"):
            family = Answers(self.attack, made.people, ("sex",), may_be_blank=True)
            for (_kind, answer), place in family.places.items():
                if answer in ("partly", "n-a"):
                    self.attack.know([place], 0)  # the survey has no such answer
            self.families["people", name] = family
        self._read_questions()
        self._read_figures()
        self._read_charts()
        self._read_scores()

    def _read_questions(self) -> None:
        for record in self.data["questions"]:
            if not record["suppressed"]:
                self._know("", record["question"], {}, record["count"], record["base"])

    def _read_figures(self) -> None:
        by_name = {each.full_name: each for each in self.made.figures}
        for record in self.data["percentages"]:
            if record["count"] is not None:
                figure = by_name[record["name"]]
                self._know(figure.survey, figure.question, figure.where, record["count"], record["base"])
        for attributes, _text in self.page.figures:
            if attributes.get("data-name") in by_name and "data-count" in attributes:
                figure = by_name[attributes["data-name"]]
                count, base = int(attributes["data-count"]), int(attributes["data-base"])
                record = next(each for each in self.data["percentages"] if each["name"] == figure.full_name)
                assert count in (record["count"], base - record["count"])
                assert base == record["base"]

    def _know(self, source: str, question: str, where: Where, count: int, base: int) -> None:
        family = self.families[source, question]
        self.attack.know(family.of(ABOVE, where), count)
        self.attack.know(family.of(RELEVANT, where), base)

    def _read_charts(self) -> None:
        for chart in self.made.charts:
            if not chart.question:
                continue
            notes = " ".join(self.page.notes)
            for label, *cells in self.page.charts[f"Chart {chart.name}"][1:]:
                where = (
                    {chart.by: [value for value in ATTRIBUTES[chart.by] if value.title() == label]} if chart.by else {}
                )
                answers = RELEVANT if chart.by else (label.lower(),)
                base = re.search(rf"(\d+) \({label}\)" if chart.by else r"answers: (\d+)", notes)
                for answer, cell in zip(answers, cells, strict=True):
                    if cell == "–" or base is None:
                        continue
                    family = self.families["", chart.question]
                    self.attack.know(family.of(RELEVANT, where), int(base[1]))
                    places = family.of((answer,), where)
                    if "of" in cell:
                        self.attack.know(places, int(cell.split()[0]))
                    else:
                        share, of_all = int(cell.rstrip("%")), int(base[1])
                        low, high = (share - 0.5) * of_all / 100, (share + 0.5) * of_all / 100 - 1e-6
                        self.attack.know(places, low, high)

    # -- scores, by the rules as the framework has them

    def _read_scores(self) -> None:
        scores = {record["number"]: record for record in self.data["scores"]}
        parts = {number: self._criterion(number) for number in CRITERIA}
        for number, question in self.deciding.items():
            for name in parts[number]:
                self._know_score(scores[number], {name: Fraction(1)}, self.made.take)
            parts[number] = {question: Fraction(1)}
        for number, weights in parts.items():
            self._know_score(scores[number], weights)
        thread = [each.id for each in self.made.questions if each.in_thread and self.bases[each.id]]
        self._know_score(scores["risk"], {name: Fraction(1, len(thread)) for name in thread})
        if self.made.exact_sections and all(scores[number]["score"] is not None for number in parts):
            both = {name: weight / 2 for own in parts.values() for name, weight in own.items()}
            self._know_score(scores["1"], both)

    def _criterion(self, number: str) -> dict[str, Fraction]:
        asked = [each for each in self.made.questions if each.criterion == number and self.bases[each.id]]
        single = [each.id for each in asked if not (each.summary and self.made.summary)]
        summary = [each.id for each in asked if each.summary and self.made.summary]
        own = Fraction(self.made.summary, 100) if summary else Fraction()
        if not single:
            return {}
        return {name: (1 - own) / len(single) for name in single} | dict.fromkeys(summary, own)

    def _know_score(self, record: dict[str, Any], weights: dict[str, Fraction], take: str = "mean") -> None:
        if record["score"] is None or not weights:
            return
        terms: dict[int, float] = {}
        for name, weight in weights.items():
            for place in self.families["", name].of(ABOVE, {}):
                terms[place] = float(100 * weight / self.bases[name])
        said = str(record["score"])
        half = 0.5 / 10 ** len(said.partition(".")[2])
        low = -1 if take == "highest" else float(said) - half
        self.attack.know(terms, low, 101 if take == "lowest" else float(said) + half - 1e-6)
        if (lowest := self.made.exact_from) and record["band"]:
            low, high = (lowest, 100) if record["band"] == "Good" else (0, lowest - 1e-6)
            self.attack.know(terms, low, high)


# ---- the attack ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wanted:
    """A hidden number: how many of a part gave one of some answers."""

    source: str
    question: str
    where: Where
    answers: tuple[str, ...]

    def rows(self, made: Made) -> list[dict[str, str]]:
        """The rows of those who were asked."""
        every = made.people if self.source else [row for row in made.cases if row[self.question]]
        return [row for row in every if all(row[name] in values for name, values in self.where.items())]

    def size(self, made: Made) -> int:
        """What the number is in truth."""
        return sum(row[self.question] in self.answers for row in self.rows(made))


def hidden_numbers(made: Made, data: dict[str, Any], given_away: set[Owner]) -> Iterator[Wanted]:
    """What is hidden because it is small, less what validate says that scores give away."""
    by_name = {each.full_name: each for each in made.figures}
    for record in data["questions"]:
        if record["suppressed"] and ("question", record["question"]) not in given_away:
            yield from _small(made, "", record["question"], {})
    for record in data["percentages"]:
        if record["suppressed"] and ("figure", record["name"]) not in given_away:
            figure = by_name[record["name"]]
            yield from _small(made, figure.survey, figure.question, figure.where)


def _small(made: Made, source: str, question: str, where: Where) -> Iterator[Wanted]:
    """A count, what is left of its base, and the base: those under the minimum. A whole base is taken as known."""
    for answers in (ABOVE, BELOW, *([RELEVANT] if source or where else [])):
        wanted = Wanted(source, question, where, answers)
        if wanted.size(made) < MINIMUM:
            yield wanted


def reach(made: Made, page: Read, wanted: Wanted) -> int:
    """Over how many numbers a hidden one can reach, for all that is published."""
    bases = [0]
    if not wanted.source:
        asked = [row[wanted.question] for row in made.cases if row[wanted.question]]
        base = sum(answer in RELEVANT for answer in asked)
        bases = [base] if base >= MINIMUM else list(range(1, len(asked) + 1))  # he does not know a small one
    ends = []
    for base in bases:
        attacker = Attacker(made, page, {wanted.question: base} if base else {})
        family = attacker.families[wanted.source, wanted.question]
        ends += [attacker.attack.between(family.of(wanted.answers, wanted.where))]
    known = [each for each in ends if each is not None]
    return max(end for _start, end in known) - min(start for start, _end in known)


def given_away_in(inspection: Inspection) -> set[Owner]:
    """What validate says can be worked out all the same, as it comes from published scores."""
    return {owner for each in hidden_in(inspection).given_away for owner in each.owners}


@pytest.mark.parametrize("seed", range(AREAS))
def test_nothing_that_is_hidden_can_be_worked_out(seed: int, tmp_path: Path) -> None:
    made = make(Random(f"attack {seed}"))
    inspection, report, refused = published(tmp_path, made)
    page = read_page(report.outputs["report.html"].decode())
    assert page.data["minimum"] == MINIMUM
    assert {each["name"] for each in page.data["percentages"] if each["suppressed"]} == refused
    for wanted in hidden_numbers(made, page.data, given_away_in(inspection)):
        assert reach(made, page, wanted) >= min(MINIMUM - 1, len(wanted.rows(made))), wanted


@pytest.mark.parametrize("seed", [12, 37, 64, 94, 113])
def test_a_score_that_is_printed_with_decimals_gives_nothing_away(seed: int, tmp_path: Path) -> None:
    """Each of these areas gave a count away when the decimals of a score were not counted as published."""
    made = make(Random(f"attack {seed}"))
    score = inspected(write(tmp_path, made, set())).scores.criteria["1.1"].score
    assert isinstance(score, Scored)
    assert score.printed > score.value
    made = replace(made, exact_from=int(score.printed))
    inspection, report, _refused = published(tmp_path, made)
    page = read_page(report.outputs["report.html"].decode())
    printed = {record["number"]: record["score"] for record in page.data["scores"]}
    assert printed["1.1"] != int(printed["1.1"])
    for wanted in hidden_numbers(made, page.data, given_away_in(inspection)):
        assert reach(made, page, wanted) >= min(MINIMUM - 1, len(wanted.rows(made))), wanted


@pytest.mark.parametrize("seed", range(AREAS))
def test_no_size_of_a_group_that_is_hidden_can_be_worked_out(seed: int, tmp_path: Path) -> None:
    made = make(Random(f"attack {seed}"))
    if not any(chart.attribute for chart in made.charts):
        made = replace(made, charts=(Chart("spread", "age", "", "sex"),))
    _inspection, report, _refused = published(tmp_path, made)
    page = read_page(report.outputs["report.html"].decode())
    attack, places = Attack(), {}
    for age, sex in product(ATTRIBUTES["age"], ATTRIBUTES["sex"]):
        places[age, sex] = attack.number(len(made.cases))
    attack.know(list(places.values()), len(made.cases))
    by_title = {value.title(): value for values in ATTRIBUTES.values() for value in values}
    hidden = []
    for label, *cells in page.charts["Chart spread"][1:]:
        for sex, cell in zip(ATTRIBUTES["sex"], cells, strict=True):
            key = by_title[label], sex
            if cell == "–":
                hidden.append(key)
            else:
                assert int(cell) >= MINIMUM
                attack.know([places[key]], int(cell))
    for key in hidden:
        size = sum((row["age"], row["sex"]) == key for row in made.cases)
        low, high = attack.between([places[key]]) or (0, 0)
        margin = min(sum(row["age"] == key[0] for row in made.cases), sum(row["sex"] == key[1] for row in made.cases))
        assert low <= size <= high
        assert size >= MINIMUM or high - low >= min(MINIMUM - 1, margin), key


@pytest.mark.parametrize("seed", range(8))
def test_where_nothing_is_hidden_every_count_is_published(seed: int, tmp_path: Path) -> None:
    made = make(Random(f"attack {seed}"), minimum=0)
    _inspection, report, refused = published(tmp_path, made)
    page = read_page(report.outputs["report.html"].decode())
    assert refused == set()
    assert page.data["minimum"] is None
    by_name = {each.full_name: each for each in made.figures}
    assert by_name.keys() == {record["name"] for record in page.data["percentages"]}
    for record in page.data["percentages"]:
        figure = by_name[record["name"]]
        truth = [
            Wanted(figure.survey, figure.question, figure.where, answers).size(made) for answers in (ABOVE, RELEVANT)
        ]
        assert [record["count"], record["base"]] == truth
    assert {attributes["data-name"] for attributes, _ in page.figures if "data-name" in attributes} == by_name.keys()
    assert not any("–" in row[1:] for rows in page.charts.values() for row in rows if "spread" in rows[0])


def test_data_page_and_files_say_the_same(tmp_path: Path) -> None:
    made = make(Random("attack 3"))
    inspection, report, _refused = published(tmp_path, made)
    page = read_page(report.outputs["report.html"].decode())
    files = {file.form: file.data for file in open_data(inspection).files}
    assert json.loads(files["JSON"]) == page.data
    rows = rows_of(files["CSV"], "percentages")
    assert [(row["count"], row["base"]) for row in rows] == [
        ("" if each["count"] is None else str(each["count"]), "" if each["base"] is None else str(each["base"]))
        for each in page.data["percentages"]
    ]
    data = json.loads(report.outputs["report.json"])
    named = set(re.findall(r'"name": ?"(1\.\d/f\d+)"', json.dumps(data)))
    assert named <= {each["name"] for each in page.data["percentages"] if not each["suppressed"]}
    assert named


def test_the_attacker_finds_what_nobody_hides(tmp_path: Path) -> None:
    """The attack itself: with one figure more than is published, a hidden number has one value alone."""
    found = 0
    for seed in range(24):
        made = make(Random(f"attack {seed}"))
        inspection, report, _refused = published(tmp_path / str(seed), made)
        page = read_page(report.outputs["report.html"].decode())
        for wanted in hidden_numbers(made, page.data, given_away_in(inspection)):
            if wanted.source or wanted.where or wanted.answers != ABOVE:
                continue
            attacker = Attacker(made, page, {})
            family = attacker.families["", wanted.question]
            below = Wanted("", wanted.question, {}, BELOW)
            attacker.attack.know(family.of(BELOW, {}), below.size(made))
            ends = attacker.attack.between(family.of(ABOVE, {}))
            assert ends == (wanted.size(made), wanted.size(made))
            found += 1
        if found > 5:
            return
    pytest.fail(f"{found} numbers were hidden: too few to tell")
