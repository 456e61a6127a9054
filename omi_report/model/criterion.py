"""A criterion as inspected: its score or grade, percentages, findings and conclusion.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

import re
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, create_model, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from omi_report.model.base import Base, Count, Key, Number, OneOrMore, Percent, Score, Strict, Text, Words
from omi_report.model.findings import DEFAULT_FINDINGS, Finding, FindingKind, Findings, Side
from omi_report.source.tree import Mapping

_PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%?")
_RATIO = re.compile(r"([0-9]+) of ([0-9]+)")


class Percentage(Strict):
    """One figure that the prose and the tables use by its name.

    Written as a percentage (``97``), a count and its base (``5 of 6``) or a mapping. With
    ``question`` (of the framework, or of ``survey``) and nothing stated, the figure is computed
    from the area's evidence; ``where`` narrows the cases by their attributes.
    """

    percent: Percent | None = Field(None, description="per cent, as published: 97")
    count: Count | None = Field(None, description="how many cases or people")
    base: Base | None = Field(None, description="out of how many")
    question: Words | None = Field(None, description="the question that the figure answers: 1.2.7")
    survey: Key | None = Field(None, description="the survey that the question belongs to: staff")
    where: dict[str, OneOrMore] = Field({}, description="only cases with these attributes: {case_type: licence}")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if match := _PERCENT.fullmatch(value):
            return {"percent": match[1]}
        if match := _RATIO.fullmatch(value):
            return {"count": match[1], "base": match[2]}
        raise ValueError("a percentage is written 97, 97% or 5 of 6, or as a mapping")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.percent is None and self.count is None and self.question is None:
            raise ValueError("a percentage, a count or a question is needed")
        if self.base is not None and self.count is None:
            raise ValueError("a base needs its count")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        short = {"type": ["number", "string"], "examples": [97, "5 of 6"]}
        return {"anyOf": [short, handler(schema)]}

    @property
    def is_stated(self) -> bool:
        """Whether the area states the figure itself, rather than leaving it to its evidence."""
        return self.percent is not None or self.count is not None


Percentages = Annotated[dict[Key, Percentage], BeforeValidator(lambda value: Mapping() if value == "" else value)]


class Criterion(Strict):
    """``criteria/N.N.yaml``: what the inspection found against one criterion."""

    # The framework settles the keys of the lists of findings: `criterion_model` adds them, and is what is filled.
    model_config = ConfigDict(defer_build=True)
    finding_kinds: ClassVar[tuple[FindingKind, ...]] = ()

    criterion: Number = Field(description="the criterion's number in the framework, as in the file's name")
    score: Score | None = Field(None, description="per cent, as published; for criteria judged by cases")
    grade: Key | None = Field(None, description="a grade of the framework; for criteria judged by grade")
    percentages: Percentages = Field({}, description="every figure of the findings, once, by name")
    conclusion: Key | None = Field(None, description="a band, only where inspectors depart from the score's own")
    conclusion_reason: Text | None = Field(None, description="why they depart from it")

    def of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        """Return the findings of a kind, in the order of the report."""
        found: tuple[Finding, ...] = getattr(self, kind.key, ())
        return found

    def on_side(self, side: Side) -> tuple[Finding, ...]:
        """Return the findings of all kinds on one side, good or poor."""
        return tuple(each for kind in self.finding_kinds if kind.side == side for each in self.of_kind(kind))


def is_taken(key: str) -> bool:
    """Say whether a key stands for something else in the file of a criterion, or is no name for a list there."""
    return key in Criterion.model_fields or hasattr(Criterion, key)


@lru_cache(maxsize=8)
def criterion_model(kinds: tuple[FindingKind, ...] = DEFAULT_FINDINGS) -> type[Criterion]:
    """Return the model of a criterion's file whose findings are of these kinds, each in a list under its key."""
    fields: dict[str, Any] = {
        kind.key: (Findings, Field((), description=f"{kind.plural}, in the order of the report: (a), (b), …"))
        for kind in kinds
    }
    model = create_model("Criterion", __base__=Criterion, __doc__=Criterion.__doc__, **fields)
    model.finding_kinds = kinds
    return model


_FOLDER, _SUFFIX = "criteria/", ".yaml"


def criterion_file(number: str) -> str:
    """Return the path of a criterion's file in its area: ``criteria/1.2.yaml``."""
    return f"{_FOLDER}{number}{_SUFFIX}"


def criterion_number(file: str) -> str:
    """Return the number that the name of a criterion's file gives; empty for other files."""
    inside = file.startswith(_FOLDER) and file.endswith(_SUFFIX)
    return file.removeprefix(_FOLDER).removesuffix(_SUFFIX) if inside else ""
