"""``area.yaml``: which inspection this is.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated

from omi_report.model.base import Base, Count, ReportDate, Text, Words
from omi_report.model.constraints import Filled, Range
from omi_report.model.record import Record, field
from omi_report.stages import Stage

Year = Annotated[int, Range(1000, 9999)]


class TeamRole(Record):
    """Everybody who took part in one role."""

    role: Words
    names: Annotated[tuple[Words, ...], Filled()]


class DraftMarks(Record):
    """What a draft shows of itself, besides that it is one. A final report shows none of it."""

    number: Base | None = field(default=None, about="which draft it is: 1, 2, …")
    watermark: bool = field(default=False, about="whether each page of the PDF has the word across it")
    line_numbers: bool = field(default=False, about="whether the lines of the PDF are numbered, page by page")
    reply_by: ReportDate | None = field(default=None, about="by when the area is to answer: 2008-01-24")
    reply_to: Words | None = field(default=None, about="to whom it answers: an e-mail address of an office, or a name")


class Identity(Record):
    """``area.yaml``: which inspection this is, of what, when and by whom."""

    area: Words = field(about="the probation area's name: Hampshire")
    framework: Words = field(
        default="omi-2006", about="a framework of omi or of the project, or a YAML file in this folder"
    )
    stage: Stage = field(
        default="draft",
        about="feedback (what is known at the end of the inspection), draft (for the area to check) or final",
    )
    inspected: ReportDate = field(about="month of the inspection: 2007-11")
    feedback: ReportDate | None = field(
        default=None, about="when the area was told what was found: 2007-11-16; printed nowhere"
    )
    drafted: ReportDate | None = field(default=None, about="when the area was sent the draft to check: 2007-12")
    commented: ReportDate | None = field(
        default=None, about="when the area had said what is wrong in the draft: 2008-01-22; printed nowhere"
    )
    draft: DraftMarks = field(default=DraftMarks(), about="what a draft shows of itself: {number: 2, watermark: yes}")
    published: ReportDate | None = field(default=None, about="month of publication: 2008-02")
    isbn: Words | None = field(default=None, about="978 1 84099 121 5")
    issue: Words | None = field(default=None, about="which issue it is, where there are several: Second, corrected")
    copyright_year: Year | None = field(default=None, about="if it is not the year of publication")
    chief_inspector: Words | None = field(default=None, about="who answers for the report")
    notice: Text | None = field(
        default=None, about="a notice on the first page, for example that the area is fictional"
    )
    sample: dict[Words, Count] = field(
        default={}, about="cases in the sample by the attribute of the framework: {licence: 40}", names="sample"
    )
    team: tuple[TeamRole, ...] = field(default=(), about="the inspection team by role")
    acknowledgements: Text | None = field(default=None, about="thanks to the area and the assessors")

    @property
    def cases(self) -> int:
        """How many cases the sample has in all; 0 where it is not stated."""
        return sum(self.sample.values())
