"""The other files of an area, one model each.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel

from omi_report.model.base import (
    Count,
    Identified,
    Key,
    Number,
    Percent,
    ReportDate,
    Score,
    SectionNumber,
    Strict,
    Text,
    Words,
)
from omi_report.model.criterion import Percentages


class TeamRole(Strict):
    """Everybody who took part in one role."""

    role: Words
    names: Annotated[tuple[Words, ...], Field(min_length=1)]


class Identity(Strict):
    """``area.yaml``: which inspection this is, of what, when and by whom."""

    area: Words = Field(description="the probation area's name: Hampshire")
    framework: Words = Field("omi-2006", description="a framework of omi, or a YAML file in this folder")
    stage: Literal["draft", "final"] = Field("draft", description="draft (for the area to check) or final")
    inspected: ReportDate = Field(description="month of the inspection: 2007-11")
    drafted: ReportDate | None = Field(None, description="when the area was sent the draft to check: 2007-12")
    published: ReportDate | None = Field(None, description="month of publication: 2008-02")
    isbn: Words | None = Field(None, description="978 1 84099 121 5")
    chief_inspector: Words | None = Field(None, description="who answers for the report")
    notice: Text | None = Field(None, description="a notice on the first page, for example that the area is fictional")
    sample: dict[Words, Count] = Field({}, description="cases in the sample by case type: {licence: 40}")
    team: tuple[TeamRole, ...] = Field((), description="the inspection team by role")
    acknowledgements: Text | None = Field(None, description="thanks to the area and the assessors")


class Foreword(Strict):
    """``foreword.yaml``: the chief inspector's foreword."""

    text: Text
    signatory: Words
    office: Words | None = None


class Abbreviations(RootModel[dict[Words, Words]]):
    """``abbreviations.yaml``: abbreviation: expansion."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True)


class ThreadSummary(Strict):
    """What the report says of a thread, with its score as published."""

    text: Text
    score: Score | None = Field(None, description="per cent, as published")


class Summary(Strict):
    """``summary.yaml``: one text per section and one per thread."""

    percentages: Percentages = Field({}, description="figures that belong to no criterion")
    sections: dict[SectionNumber, Text]
    threads: dict[Key, ThreadSummary] = {}


class Recommendation(Identified):
    """One recommendation and the criteria whose areas for improvement it answers."""

    address_prefix: ClassVar[str] = "recommendation"
    is_numbered: ClassVar[bool] = True

    text: Text
    criteria: Annotated[tuple[Number, ...], Field(min_length=1)]

    @property
    def first_words(self) -> str:
        """The beginning of its text."""
        return self.text


class Recommendations(Strict):
    """``recommendations.yaml``: the numbered recommendations and what happens next."""

    recommendations: tuple[Recommendation, ...]
    next_steps: Text | None = None


class Story(Identified):
    """An example of good practice."""

    address_prefix: ClassVar[str] = "story"

    title: Words
    criterion: Number
    pseudonyms: tuple[Words, ...] = Field((), description="names in the text that are not the person's own")
    text: Text

    @property
    def first_words(self) -> str:
        """Its title."""
        return self.title


class GoodPractice(Strict):
    """``good-practice.yaml``: stories worth sharing."""

    stories: tuple[Story, ...]


class ServiceUserGroup(Strict):
    """What one group of service users said."""

    id: Key
    title: Words
    percentages: Percentages = {}
    text: Text


class ServiceUsers(Strict):
    """``service-users.yaml``: the views of offenders, victims, courts."""

    groups: tuple[ServiceUserGroup, ...]


class Metric(Strict):
    """One measure of the performance framework. Figures are given as that framework prints them."""

    name: Words
    actual: Words | None = None
    target: Words | None = None
    national: Words | None = None
    previous: Words | None = Field(None, description="the same period of the year before")
    predicted: Words | None = None
    difference: Words | None = None
    significance: Words | None = None
    grade: Words | None = None
    note: Words | None = Field(None, description="in place of figures: Data availability under review")


class Domain(Strict):
    """A domain of the performance framework: graded metrics, and others for information."""

    name: Words
    grade: Words
    metrics: tuple[Metric, ...] = ()
    information: tuple[Metric, ...] = ()


class Performance(Strict):
    """``performance.yaml``: results in the national performance framework."""

    period: Words
    source: Words
    area_grade: Words
    note: Text | None = None
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]


class Share(Strict):
    """A group's share of the caseload."""

    group: Words
    percent: Percent


class MappaLevel(Strict):
    """Cases managed at one MAPPA level."""

    level: Annotated[int, Field(ge=1, le=3)]
    cases: Count
    percent: Percent


class Caseload(Strict):
    """The area's caseload on a day."""

    date: ReportDate
    total: Count
    ethnicity: tuple[Share, ...] = ()
    gender: tuple[Share, ...] = ()
    mappa: tuple[MappaLevel, ...] = ()
    ppo_cases: Count | None = None
    ppo_definition: Text | None = None
    note: Text | None = None


def _one_year(value: str) -> str:
    match = re.fullmatch(r"([0-9]{4})[/–-]([0-9]{4}|[0-9]{2})", value)
    if match and f"{int(match[1]) + 1}"[-len(match[2]) :] != match[2]:
        raise ValueError(f"the years of «{value}» do not follow each other")
    return value


class BudgetYear(Strict):
    """The revenue budget of a financial year, in pounds."""

    year: Annotated[Words, AfterValidator(_one_year)]
    revenue: Count


class ApprovedPremises(Strict):
    """An approved premises and its places."""

    name: Words
    places: Count


class Context(Strict):
    """``context.yaml``: the area's caseload, budget and premises."""

    caseload: Caseload | None = None
    sample_notes: tuple[Text, ...] = ()
    budget: tuple[BudgetYear, ...] = ()
    approved_premises: tuple[ApprovedPremises, ...] = ()


PART_FILES: dict[str, type[BaseModel]] = {
    "foreword": Foreword,
    "abbreviations": Abbreviations,
    "summary": Summary,
    "recommendations": Recommendations,
    "good-practice": GoodPractice,
    "service-users": ServiceUsers,
    "performance": Performance,
    "context": Context,
}
"""The kinds of part that have a file of their own, and its model. An area's attribute is named after the kind."""


def file_of(kind: str) -> str:
    """Return the name of the file of a kind of part: ``good-practice.yaml``."""
    return f"{kind}.yaml"
