"""A criterion as inspected: its score or grade, percentages, findings and conclusion.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from omi_report.model.base import Base, Count, Identified, Key, Number, OneOrMore, Percent, Score, Strict, Text, Words
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


class Finding(Identified):
    """A strength or an area for improvement. Its letter comes from its place in the list."""

    text: Text

    @property
    def first_words(self) -> str:
        """The beginning of its text."""
        return self.text

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


def _no_findings(value: Any) -> Any:
    """Let an empty value (``strengths:`` and nothing after it) stand for no findings."""
    return () if value == "" else value


Percentages = Annotated[dict[Key, Percentage], BeforeValidator(lambda value: Mapping() if value == "" else value)]
Findings = Annotated[tuple[Finding, ...], BeforeValidator(_no_findings)]


class Criterion(Strict):
    """``criteria/N.N.yaml``: what the inspection found against one criterion."""

    criterion: Number = Field(description="the criterion's number in the framework, as in the file's name")
    score: Score | None = Field(None, description="per cent, as published; for criteria judged by cases")
    grade: Key | None = Field(None, description="a grade of the framework; for criteria judged by grade")
    percentages: Percentages = Field({}, description="every figure of the findings, once, by name")
    strengths: Findings = Field((), description="in the order of the report: (a), (b), …")
    improvements: Findings = Field((), description="areas for improvement, in the order of the report")
    conclusion: Key | None = Field(None, description="a band, only where inspectors depart from the score's own")
    conclusion_reason: Text | None = Field(None, description="why they depart from it")
