"""``area.yaml``: which inspection this is.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

from typing import Annotated, Literal

from pydantic import Field

from omi_report.model.base import Count, ReportDate, Strict, Text, Words


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
