"""Areas made by chance, with a framework that hides small counts or none: evidence, figures, charts and texts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

Data = dict[str, Any]
Where = dict[str, list[str]]
Rows = tuple[dict[str, str], ...]

ATTRIBUTES = {"kind": ["order", "licence", "custody"], "sex": ["female", "male"], "age": ["young", "old"]}
ANSWERS = [("yes", "above"), ("partly", "below"), ("no", "below"), ("n-a", "not-relevant")]
CRITERIA = ("1.1", "1.2")


@dataclass(frozen=True)
class Figure:
    """An entry of ``percentages``: its criterion and name, and what it counts."""

    criterion: str
    name: str
    survey: str
    question: str
    where: Where

    @property
    def full_name(self) -> str:
        """The name by which the data know it."""
        return f"{self.criterion}/{self.name}"


@dataclass(frozen=True)
class Chart:
    """A chart of evidence: of an attribute or of a question, perhaps by another attribute."""

    name: str
    attribute: str
    question: str
    by: str


@dataclass(frozen=True)
class Question:
    """A question about cases: its criterion, whether it is the summary question, whom it is asked of."""

    id: str
    criterion: str
    summary: bool
    in_thread: bool
    applies_to: Where


@dataclass(frozen=True)
class Made:
    """Everything that was chosen: what is in the files of an area, before it has texts.

    ``exact_from`` is the lowest exact score of the better band; 0 where printed scores are placed, and 65 is it.
    ``take`` is what the score of a criterion takes of its questions; only a mean has a ``summary``.
    """

    minimum: int
    summary: int
    exact_sections: bool
    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...]
    cases: tuple[dict[str, str], ...]
    people: tuple[dict[str, str], ...]
    exact_from: int = 0
    take: str = "mean"


def make(random: Random, minimum: int = 5) -> Made:
    """Choose everything; with a ``minimum`` of 0 nothing is hidden."""
    questions = tuple(each for number in CRITERIA for each in _questions(random, number))
    cases = tuple(_case(random, at, questions) for at in range(random.choice((9, 16, 24, 40))))
    people = tuple(_person(random, at) for at in range(random.choice((8, 15, 30))))
    figures = tuple(
        each for each in _figures(random, questions) if _is_answered(each, people if each.survey else cases)
    )
    charts = _charts(random, questions)
    return Made(minimum, random.choice((0, 20, 30)), random.random() < 0.5, questions, figures, charts, cases, people)


def _is_answered(figure: Figure, rows: Rows) -> bool:
    """Whether anybody gave an answer that counts: of nobody there is no figure."""
    own = (row for row in rows if all(row[name] in values for name, values in figure.where.items()))
    return any(row[figure.question] not in ("", "n-a") for row in own)


def _questions(random: Random, criterion: str) -> list[Question]:
    number = random.randint(2, 4)
    made = []
    for at in range(1, number + 1):
        asked: Where = {"kind": random.sample(ATTRIBUTES["kind"], 2)} if random.random() < 0.2 else {}
        in_thread = at == 1 or random.random() < 0.5
        made.append(Question(f"{criterion}.{at}", criterion, at == number, in_thread, asked))
    return made


def _case(random: Random, at: int, questions: tuple[Question, ...]) -> dict[str, str]:
    case = {"case": f"C{at:03}"} | {
        name: random.choices(values, [5, 3, 1][: len(values)])[0] for name, values in ATTRIBUTES.items()
    }
    for question in questions:
        asked = all(case[name] in values for name, values in question.applies_to.items())
        weights = [6, 1, 1, 2] if sum(map(ord, question.id)) % 2 else [3, 3, 2, 1]
        case[question.id] = random.choices([name for name, _line in ANSWERS], weights)[0] if asked else ""
    return case


def _person(random: Random, at: int) -> dict[str, str]:
    return {
        "respondent": f"R{at:03}",
        "sex": random.choices(("female", "male"), (1, 3))[0],
        "told": random.choices(("yes", "no", ""), (5, 2, 1))[0],
        "heard": random.choices(("yes", "no", ""), (2, 3, 1))[0],
    }


def _figures(random: Random, questions: tuple[Question, ...]) -> list[Figure]:
    found = []
    for at in range(random.randint(3, 9)):
        criterion = random.choice(CRITERIA)
        if random.random() < 0.25:
            where: Where = {"sex": [random.choice(ATTRIBUTES["sex"])]} if random.random() < 0.6 else {}
            found.append(Figure(criterion, f"f{at}", "people", random.choice(("told", "heard")), where))
            continue
        question = random.choice(questions[:3])  # often the same, so that figures add up
        names = random.sample(sorted(ATTRIBUTES), random.choice((0, 1, 1, 2)))
        where = {name: random.sample(ATTRIBUTES[name], random.randint(1, len(ATTRIBUTES[name]) - 1)) for name in names}
        found.append(Figure(criterion, f"f{at}", "", question.id, where))
    return found


def _charts(random: Random, questions: tuple[Question, ...]) -> tuple[Chart, ...]:
    made = [Chart("spread", "age", "", "sex")] if random.random() < 0.5 else []
    if random.random() < 0.5:
        made.append(Chart("answers", "", random.choice(questions).id, random.choice(("", "sex", "kind"))))
    return tuple(made)


def framework_of(made: Made) -> Data:
    """Return the framework of what was chosen."""
    rule: Data = {"of": "questions", "take": made.take, "scale": "bands"}
    rule |= {"compare": "exact"} if made.exact_from else {}
    if made.summary:
        rule |= {"summary": made.summary, "without_summary": "questions-alone"}
    criteria = [
        {
            "number": number,
            "title": f"Matter {number[-1]}",
            "statement": "It is done.",
            "questions": [_question(each) for each in made.questions if each.criterion == number],
        }
        for number in CRITERIA
    ]
    hides = {"minimum": made.minimum} if made.minimum else {"none": "The tests hide nothing here."}
    return {
        "framework": "chance",
        "title": "Chance",
        "report_title": "A report on {{ area }}",
        "inspectorate": "The Inspectorate",
        "isbn": "none",
        "disclosure": hides,
        "scales": [
            {
                "id": "bands",
                "name": "Band",
                "bands": [
                    {"id": "good", "name": "Good", "lowest": made.exact_from or 65},
                    {"id": "poor", "name": "Poor", "lowest": 0},
                ],
            }
        ],
        "ratings": {
            "criterion": rule,
            "section": {"of": "criteria", "take": "mean", "scores": "exact" if made.exact_sections else "printed"},
            "thread": {"of": "questions", "take": "mean"},
        },
        "threads": [{"id": "risk", "title": "Risk", "sections": [1]}],
        "answers": [{"id": name, "name": name.title(), "line": line} for name, line in ANSWERS],
        "attributes": {
            name: {"values": {each: each.title() for each in values}} for name, values in ATTRIBUTES.items()
        },
        "sample_by": "kind",
        "surveys": [
            {
                "id": "people",
                "title": "People",
                "attributes": {"sex": {"values": {"female": "Female", "male": "Male"}}},
                "questions": [{"id": "told", "text": "Were you told?"}, {"id": "heard", "text": "Were you heard?"}],
            }
        ],
        "sections": [{"number": 1, "title": "All", "criteria": criteria}],
        "parts": [
            {"kind": "title-page"},
            {"kind": "scores", "heading": "Scores"},
            {"kind": "sections", "answers": True},
            {"kind": "questions", "heading": "Questions"},
            {"kind": "mixed", "id": "drawn", "heading": "Drawn"},
        ],
    }


def _question(each: Question) -> Data:
    made: Data = {"id": each.id, "text": f"Was it so {each.id[-1]}?"}
    made |= {"summary": "yes"} if each.summary else {}
    made |= {"threads": ["risk"]} if each.in_thread else {}
    return made | ({"applies_to": each.applies_to} if each.applies_to else {})


def write(folder: Path, made: Made, said: set[str]) -> Path:
    """Write the area into a folder; its texts use the figures of ``said`` by name, in every form."""
    area = folder / "northfold"
    (area / "criteria").mkdir(parents=True, exist_ok=True)
    (area / "evidence" / "surveys").mkdir(parents=True, exist_ok=True)
    (area / "evidence" / "cases.csv").write_text(_csv(made.cases))
    (area / "evidence" / "surveys" / "people.csv").write_text(_csv(made.people))
    files: dict[str, Data] = {
        "framework.yaml": framework_of(made),
        "area.yaml": {"area": "Northfold", "framework": "framework.yaml", "inspected": "2024-05"},
        "drawn.yaml": {"blocks": [{"text": "These are charts."}, *({"chart": _chart(each)} for each in made.charts)]},
    }
    for number in CRITERIA:
        own = [each for each in made.figures if each.criterion == number]
        percentages = {each.name: _percentage(each) for each in own}
        texts = [
            f"Of these {{{{ {each.name} | count }}}}, {{{{ {each.name} }}}}, {{{{ {each.name} | rest | number }}}}."
            for each in own
            if each.full_name in said
        ]
        more: Data = ({"percentages": percentages} if percentages else {}) | ({"strengths": texts} if texts else {})
        files[f"criteria/{number}.yaml"] = {"criterion": number} | more
    for name, data in files.items():
        (area / name).write_text(yaml.safe_dump(data, sort_keys=False))
    return area


def _percentage(each: Figure) -> Data:
    made: Data = {"question": each.question}
    made |= {"survey": each.survey} if each.survey else {}
    return made | ({"where": each.where} if each.where else {})


def _chart(each: Chart) -> Data:
    source = {"attribute": each.attribute} if each.attribute else {"question": each.question}
    source |= {"by": each.by} if each.by else {}
    made: Data = {"id": each.name, "caption": f"Chart {each.name}", "data": source}
    return made | ({"form": "stacked"} if each.by else {})


def _csv(rows: tuple[dict[str, str], ...]) -> str:
    return "".join(f"{','.join(row)}\n" for row in (list(rows[0]), *(list(row.values()) for row in rows)))
