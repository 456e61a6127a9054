"""Random frameworks without their rules: scales, answers, sections, criteria, key questions, questions and threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tests.ratings.plain_items import Data, items_of
from tests.ratings.reference import PER_CENT, POINTS

T = TypeVar("T")

THRESHOLDS = (100, 88, 80, 75, 70, 65, 63, 50, 38, 25, 13)
"""12.5, 37.5, 62.5 and 87.5 per cent are common with eight cases, 49.5 and 64.5 with two hundred."""
NUMBERS = (
    ("{}", "{}.{}", "{}.{}.{}"),
    ("P {}", "P {}.{}", "P{}.{}.{}"),
    ("QX{}", "QX{}.{}", "q-{}-{}-{}"),
    ("{}.4", "{}.4.{}", "{}.4.{}.{}"),
)
"""How sections, criteria and questions are numbered."""


@dataclass
class Chooser:
    """What makes the choices, of a function that chooses a whole number between two, both included."""

    whole: Callable[[int, int], int]

    def choose(self, values: Sequence[T]) -> T:
        """Choose one of a list; the first is the plainest."""
        return values[self.whole(0, len(values) - 1)] if len(values) > 1 else values[0]

    def some(self, values: Sequence[T], size: int) -> list[T]:
        """Choose so many different ones of a list."""
        left, found = list(values), []
        for _ in range(size):
            found.append(self.choose(left))
            left.remove(found[-1])
        return found

    def once_in(self, times: int) -> bool:
        """Say yes once in so many times."""
        return self.whole(0, times - 1) == times - 1

    def up_to(self, most: int, least: int = 0) -> int:
        """Choose a whole number."""
        return self.whole(least, most)


@dataclass
class Skeleton(Chooser):
    """What there is to rate."""

    framework: Data = field(default_factory=dict)
    summaries: str = "none"
    """Which criteria or, where there are any, key questions have a summary question."""

    def build(self) -> None:
        """Make all but the rules."""
        self.framework |= {
            "framework": "random",
            "title": "Random Inspection",
            "report_title": "A report on {{ area }}",
            "inspectorate": "The Inspectorate",
            "scales": self.scales(),
            "answers": self.answers(""),
            "attributes": {"case_type": ["community", "licence"], "tier": ["1", "2", "3"]},
            "ratings": {},
            # scores do not hang on what is hidden, and to find that out takes longer than all the rest
            "disclosure": {"none": "All of it is invented."},
        }
        numbering = self.choose(NUMBERS)
        self.summaries = self.choose(("some", "all", "none"))
        sections = [self.section(numbering, place) for place in range(1, self.up_to(3, 1) + 1)]
        threads = [f"thread-{letter}" for letter in "ab"[: self.up_to(2)]]
        self.framework["sections"] = sections
        if threads:
            self.framework["threads"] = [self.thread(name) for name in threads]
        self.framework["parts"] = [{"kind": "title-page"}, {"kind": "sections"}]
        self.use_answers(sections)

    def use_answers(self, sections: list[Data]) -> None:
        """Let a question take the answers of the framework: those that none takes are refused."""
        criteria = [criterion for section in sections for criterion in section["criteria"]]
        groups = [group for each in criteria for group in each.get("key_questions", ())]
        asked = [question for holder in (*criteria, *groups) for question in holder.get("questions", ())]
        if asked and all("answers" in question for question in asked):
            asked[0].pop("answers")

    def scales(self) -> list[Data]:
        made = [self.scale("bands", PER_CENT)]
        if self.once_in(2):
            made.append(self.scale("marks", PER_CENT))
        made += [self.scale("totals", POINTS), self.scale("grades", None)]
        return made

    def scale(self, name: str, unit: str | None) -> Data:
        """A scale of per cents or points, or one without thresholds, for judgement only."""
        size = self.up_to(4, 2)
        bands: list[Data] = [{"id": band, "name": band.title()} for band in ("top", "good", "fair", "poor")[:size]]
        if unit is not None:
            pool: list[int | str] = list(THRESHOLDS) if unit == PER_CENT else ["1.5", "2.5", 1, 2, 3, 4, 5, 6, 7, 9]
            chosen: list[int | str] = self.some(pool, size - 1)
            for band, lowest in zip(bands, [*sorted(chosen, key=float, reverse=True), 0], strict=True):
                band["lowest"] = lowest
        if not self.once_in(4):
            marks = [self.up_to(4) for _ in range(size - 1)]
            for band, points in zip(bands, sorted([*marks, self.up_to(4, 1)], reverse=True), strict=True):
                band["points"] = points
        for band in bands:
            band["conclusion"] = f"This was {band['name'].lower()}."
        kind = {} if unit is None or (unit == PER_CENT and self.once_in(2)) else {"of": unit}
        return {"id": name, "name": "Rating"} | kind | {"bands": bands}

    def answers(self, prefix: str) -> list[Data]:
        lines = ["above", "above", "below", "below", "not-relevant"]
        names = ["excellent", "sufficient", "insufficient", "poor", "not-relevant"]
        places = [1, 2, 4] if self.once_in(2) else [0, 1, 2, 3, 4]
        return [{"id": prefix + names[p], "name": (prefix + names[p]).title(), "line": lines[p]} for p in places]

    def section(self, numbering: tuple[str, str, str], place: int) -> Data:
        least, most = self.choose(((2, 3), (0, 3), (1, 2), (0, 0)))
        numbers = range(1, self.up_to(3, 1) + 1)
        criteria = [self.criterion(numbering, (place, inner), self.up_to(most, least)) for inner in numbers]
        return {"number": numbering[0].format(place), "title": f"Section {place}", "criteria": criteria}

    def criterion(self, numbering: tuple[str, str, str], places: tuple[int, int], questions: int) -> Data:
        """A criterion with so many questions of its own, and perhaps with key questions."""

        def asked(first: int, size: int) -> list[Data]:
            return [self.question(numbering[2].format(*places, each)) for each in range(first, first + size)]

        number = numbering[1].format(*places)
        made: Data = {"number": number, "title": f"Criterion {number}", "statement": "Good work is done."}
        made["questions"] = asked(1, questions)
        groups: list[Data] = []
        for letter in "ab"[: self.choose((0, 0, 1, 2))]:
            inside = asked(1 + questions + 3 * len(groups), self.up_to(3, 1))
            groups.append(
                {"id": f"kq-{places[0]}-{places[1]}-{letter}", "text": f"Was {letter} good?", "questions": inside}
            )
        if groups:
            made["key_questions"] = groups
        for each in groups or [made]:
            if len(each["questions"]) > 1 and (
                self.summaries == "all" or (self.summaries == "some" and self.once_in(2))
            ):
                self.choose(each["questions"])["summary"] = "yes"
        return made

    def question(self, number: str) -> Data:
        made: Data = {"id": number, "text": f"Was {number} done?"}
        if self.once_in(5):
            made["applies_to"] = self.choose(({"case_type": "licence"}, {"tier": ["1", "3"]}))
        if self.once_in(8):
            made["answers"] = self.answers("own-")
        return made

    def thread(self, name: str) -> Data:
        numbers = [section["number"] for section in self.framework["sections"]]
        covered = self.some(numbers, self.up_to(len(numbers), 1))
        for item in items_of(self.framework):
            if item.level in ("question", "key-question", "criterion") and self.once_in(3):
                item.entry["threads"] = [*item.entry.get("threads", ()), name]
        return {"id": name, "title": name.title(), "sections": covered}
