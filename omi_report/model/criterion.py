"""A criterion as inspected: its score and rating, percentages and findings.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar

from omi_report.model.base import (
    Base,
    Count,
    Key,
    Number,
    OneOrMore,
    Percent,
    QuestionNumber,
    StatedScore,
    Text,
    Words,
)
from omi_report.model.boxes import LIST, BoxEntry
from omi_report.model.constraints import MisfitError
from omi_report.model.findings import DEFAULT_FINDINGS, Finding, FindingKind, FindingList, Side
from omi_report.model.record import Record, field

_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%?")
_RATIO = re.compile(r"([0-9]+) of ([0-9]+)")


class Percentage(Record):
    """One figure that the prose and the tables use by its name.

    Written as a percentage (``97``), a count and its base (``5 of 6``) or a mapping. With
    ``question`` (of the framework, or of ``survey``) and nothing stated, the figure is computed
    from the area's evidence; ``where`` narrows the cases by their attributes.
    """

    percent: Percent | None = field(default=None, about="per cent, as published: 97")
    count: Count | None = field(default=None, about="how many cases or people")
    base: Base | None = field(default=None, about="out of how many")
    question: QuestionNumber | None = field(
        default=None, about="the question that the figure answers: 1.2.7", names="question"
    )
    survey: Key | None = field(default=None, about="the survey that the question belongs to: staff", names="survey")
    where: dict[str, OneOrMore] = field(
        default={}, about="only those with these attributes: {case_type: licence}", names="attribute", holds="value"
    )
    label: Words | None = field(
        default=None, about="a short label: the chart of the criterion's figures shows it: Report on time"
    )

    short_schema: ClassVar[dict[str, Any] | None] = {"type": ["number", "string"], "examples": [97, "5 of 6"]}

    @classmethod
    def from_text(cls, text: str) -> dict[str, Any]:
        """Read a percentage, or a count and its base. Raises ValueError for any other text."""
        if match := _PERCENT.fullmatch(text):
            return {"percent": match[1]}
        if match := _RATIO.fullmatch(text):
            return {"count": match[1], "base": match[2]}
        from omi_report.model.meant_values import percentage_meant  # few areas have such a slip

        raise MisfitError("a percentage is written 97, 97% or 5 of 6, or as a mapping", percentage_meant(text))

    def complaint(self) -> str:
        """Say what is wrong with the figure: it states nothing, or it has a base without a count."""
        if self.percent is None and self.count is None and self.question is None:
            return "a percentage, a count or a question is needed"
        return "a base needs its count" if self.base is not None and self.count is None else ""

    @property
    def is_stated(self) -> bool:
        """Whether the area states the figure itself, rather than leaving it to its evidence."""
        return self.percent is not None or self.count is not None


Percentages = dict[Key, Percentage]


class KeyQuestionResult(Record):
    """What an area publishes of a key question."""

    score: StatedScore | None = field(default=None, about="as published; left out where there is evidence")
    rating: Key | None = field(default=None, about="what inspectors judge, or where they depart from the rule")
    rating_reason: Text | None = field(default=None, about="on what the rating rests, or why they depart from the rule")


class Criterion(Record):
    """``criteria/N.N.yaml``: what the inspection found against one criterion."""

    # The framework settles the keys of the lists of findings, and whether there are boxes: `criterion_model` adds
    # them, and is what is filled.
    finding_kinds: ClassVar[tuple[FindingKind, ...]] = ()
    boxes: ClassVar[tuple[BoxEntry, ...]] = ()

    criterion: Number = field(about="the criterion's number in the framework, as in the file's name", names="criterion")
    score: StatedScore | None = field(default=None, about="as published; left out where there is evidence")
    rating: Key | None = field(
        default=None, about="what inspectors judge, or where they depart from the rule", names="rating: criterion"
    )
    rating_reason: Text | None = field(default=None, about="on what the rating rests, or why they depart from the rule")
    key_questions: dict[QuestionNumber, KeyQuestionResult] = field(
        default={}, about="scores of key questions, as published", names="key question", holds="result"
    )
    percentages: Percentages = field(default={}, about="every figure of the findings, once, by name")

    def of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        """Return the findings of a kind, in the order of the report."""
        found: tuple[Finding, ...] = getattr(self, kind.key, ())
        return found

    def on_side(self, side: Side) -> tuple[Finding, ...]:
        """Return the findings of all kinds on one side, good or poor."""
        return tuple(each for kind in self.finding_kinds if kind.side == side for each in self.of_kind(kind))


def is_taken(key: str) -> bool:
    """Say whether a list of findings cannot have this key, because a criterion's file or class already uses it."""
    return key in Criterion.keys or hasattr(Criterion, key)


def findings_before(criteria: Iterable[tuple[str, Criterion]]) -> dict[str, dict[str, int]]:
    """Return how many findings of each kind whose numbers run on stand before each criterion, by the kind's id."""
    before: dict[str, dict[str, int]] = {}
    counted: dict[str, int] = {}
    for number, criterion in criteria:
        before[number] = dict(counted)
        for kind in criterion.finding_kinds:
            if kind.runs_on:
                counted[kind.id] = counted.get(kind.id, 0) + len(criterion.of_kind(kind))
    return before


def _marks(kind: FindingKind) -> str:
    """What stands before the findings of a kind, for the schema of their list."""
    if kind.mark == "none":
        return "without letters"
    first, second = (kind.written(kind.mark_at(index)) for index in (0, 1))
    shown = f"{first}, {second}, …" if kind.prefix else f"({first}), ({second}), …"
    return f"{shown} through the report" if kind.runs_on else shown


@lru_cache(maxsize=8)
def criterion_model(kinds: tuple[FindingKind, ...] = DEFAULT_FINDINGS, *, boxes: bool = False) -> type[Criterion]:
    """Return the model of a criterion's file whose findings are of these kinds, each in a list under its key.

    With ``boxes`` it may hold boxes as well.
    """
    lists = {kind.key: f"{kind.plural}, in the order of the report: {_marks(kind)}" for kind in kinds}
    declared: dict[str, Any] = {key: field(default=(), about=about) for key, about in lists.items()}
    annotations: dict[str, Any] = dict.fromkeys(lists, FindingList)
    if boxes:
        declared[LIST] = field(default=(), about="examples and the like, each in a frame, below the findings")
        annotations[LIST] = tuple[BoxEntry, ...]
    declared |= {
        "__annotations__": annotations,
        "__doc__": Criterion.__doc__,
        "finding_kinds": kinds,
        "left_empty": frozenset(() if boxes else (LIST,)),
    }
    return type("Criterion", (Criterion,), declared)


_FOLDER, _SUFFIX = "criteria/", ".yaml"


def criterion_file(number: str) -> str:
    """Return the path of a criterion's file in its area: ``criteria/1.2.yaml``."""
    return f"{_FOLDER}{number}{_SUFFIX}"


def criterion_number(file: str) -> str:
    """Return the number that the name of a criterion's file gives; empty for other files."""
    inside = file.startswith(_FOLDER) and file.endswith(_SUFFIX)
    return file.removeprefix(_FOLDER).removesuffix(_SUFFIX) if inside else ""
