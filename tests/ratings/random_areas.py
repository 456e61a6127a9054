"""Random areas for a framework: evidence, stated scores, ratings and reasons, as the data of their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.ratings.plain_items import Data, Item, applies, items_of, name_of
from tests.ratings.random_frameworks import Maker
from tests.ratings.random_skeletons import Chooser
from tests.ratings.reference import Area, form_in

SIZES = (8, 1, 2, 3, 8, 40, 200, 0)
MOST_CELLS = 3000


@dataclass(frozen=True)
class Programme:
    """A framework and an area that was inspected by it."""

    framework: Data
    area: Area


@dataclass
class AreaMaker(Chooser):
    """An area in the making."""

    maker: Maker

    def make(self) -> Area:
        """Make the area, with evidence or without."""
        items = items_of(self.maker.framework)
        questions = [item for item in items if item.level == "question"]
        cases = self.cases(questions) if questions and not self.once_in(3) else None
        criteria: dict[str, Data] = {item.name: {} for item in items if item.level == "criterion"}
        ratings: Data = {}
        for item in items:
            stated = self.stated(item, cases is not None)
            if not stated:
                continue
            if item.level == "criterion":
                criteria[item.name] |= stated
            elif item.level == "key-question":
                criteria[item.criterion].setdefault("key_questions", {})[item.name] = stated
            elif item.level == "overall":
                ratings["overall"] = stated
            elif item.level in ("section", "thread"):
                ratings.setdefault(f"{item.level}s", {})[item.name] = stated
        return Area(criteria, ratings, cases)

    # -- what is stated

    def stated(self, item: Item, has_evidence: bool) -> Data:
        """What inspectors state of an item: nothing at all where there is no rule."""
        rule = item.rule
        if rule is None:
            return {}
        if "judgement" in rule:
            return self.rating(item, rule["judgement"]) if not self.once_in(6) else {}
        found: Data = {}
        gives = self.maker.gives[item.level, item.name]
        if gives.unit is not None and (self.once_in(8) if has_evidence else not self.once_in(3)):
            form = form_in(self.maker.framework, item)
            steps = int(form.most * 10**form.decimals)
            score = Fraction(self.up_to(steps), 10**form.decimals)
            found["score"] = int(score) if score.denominator == 1 else str(float(score))
        if gives.scale is not None and self.once_in(4):
            found |= self.rating(item, gives.scale)
        return found

    def rating(self, item: Item, scale: str) -> Data:
        """A rating on a scale, most often with its reason."""
        found = {"rating": self.choose([band["id"] for band in self.maker.bands(scale)])}
        return found if self.once_in(4) else found | {"rating_reason": f"This is why the {item.level} is rated so."}

    # -- evidence

    def cases(self, questions: list[Item]) -> list[dict[str, str]]:
        """Rows of answers: the counts of each question are chosen, and then laid out."""
        size = self.choose(SIZES)
        while size * len(questions) > MOST_CELLS:
            size //= 5
        attributes: dict[str, list[str]] = self.maker.framework["attributes"]
        rows = [{"case": f"C{number:03}"} for number in range(1, size + 1)]
        for name, values in attributes.items():
            start, step = self.up_to(len(values) - 1), self.up_to(3)
            for place, row in enumerate(rows):
                row[name] = values[(start + place * step) % len(values)]
        for question in questions:
            self.fill(question, rows)
        return rows

    def fill(self, question: Item, rows: list[dict[str, str]]) -> None:
        """Answer a question in each row to which it applies."""
        answers = question.entry.get("answers") or self.maker.framework["answers"]
        above, below, none = ([a for a in answers if a["line"] == line] for line in ("above", "below", "not-relevant"))
        asked = [row for row in rows if applies(question.entry, row)]
        reached, relevant = self.counts(len(asked))
        as_name = self.once_in(6)
        for place, row in enumerate(asked):
            kind = above if place < reached else below if place < relevant else none
            answer = kind[place % len(kind)]
            row[question.name] = answer["name"] if as_name else answer["id"]
        for row in rows:
            row.setdefault(question.name, "" if len(row) % 2 else none[0]["id"])

    def counts(self, asked: int) -> tuple[int, int]:
        """How many of so many cases are above the line, and how many are relevant; often a half per cent."""
        halves = [
            (above, base) for above, base in ((5, 8), (3, 8), (7, 8), (1, 8), (25, 40), (19, 40)) if base <= asked
        ]
        if asked >= 200:
            halves = [(99, 200), (129, 200), (139, 200), (99, 200), (129, 200)]
        if halves and self.once_in(2):
            return self.choose(halves)
        if self.once_in(6):
            return 0, 0
        relevant = asked if self.once_in(2) else self.up_to(asked)
        return self.up_to(relevant), relevant


def programme_of(whole: Callable[[int, int], int]) -> Programme:
    """Make a valid framework and an area for it; ``whole`` chooses a number between two."""
    maker = Maker(whole)
    maker.make()
    return Programme(maker.framework, AreaMaker(whole, maker).make())


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Make a valid framework and an area for it."""
    return programme_of(lambda least, most: draw(st.integers(least, most)))


def files_of(programme: Programme) -> dict[str, Data]:
    """Return the YAML files of an area and its framework, as data by their names."""
    area = programme.area
    files: dict[str, Data] = {
        "framework.yaml": programme.framework,
        "area.yaml": {"area": "Northfold", "framework": "framework.yaml", "inspected": "2024-05"},
    }
    for section in programme.framework["sections"]:
        for criterion in section["criteria"]:
            name = name_of(criterion["number"])
            files[f"criteria/{name}.yaml"] = {"criterion": name} | area.criteria.get(name, {})
    if area.ratings:
        files["ratings.yaml"] = area.ratings
    return files


def write(folder: Path, programme: Programme) -> Path:
    """Write an area with its framework into a folder, and return it."""
    for name, data in files_of(programme).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(as_yaml(data), encoding="utf-8")
    cases = programme.area.cases
    if cases is not None:
        columns = columns_of(programme.framework)
        lines = [",".join(columns), *(",".join(row[column] for column in columns) for row in cases)]
        (folder / "evidence").mkdir()
        (folder / "evidence" / "cases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def columns_of(framework: Data) -> list[str]:
    """Return the columns of a sample of cases."""
    questions = [item.name for item in items_of(framework) if item.level == "question"]
    return ["case", *framework["attributes"], *questions]


def as_yaml(data: Data) -> str:
    """Write data as YAML, each entry on lines of its own."""
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, default_flow_style=False, width=1000)


class _Dumper(yaml.CSafeDumper):
    """Writes a value that stands in two places twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
