"""What is kept of a sample beside its cases: how it was drawn, and of how large a caseload; and who judges.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

import hashlib
from typing import Annotated, Literal, TypeAlias, get_args

from omi_report.model.base import Base, Count, Key, ReportDate, Words
from omi_report.model.constraints import Filled, Range
from omi_report.model.evidence import CASE_COLUMN
from omi_report.model.kinds import FileKind
from omi_report.model.record import Record, field
from omi_report.model.sampling import SampleSize
from omi_report.source.places import JUDGES_FILE, SAMPLING_FILE

SamplePlace: TypeAlias = Literal["sample", "reserve", "withdrawn"]
SAMPLE_PLACES: tuple[SamplePlace, ...] = get_args(SamplePlace)
"""Where a case stands: it is inspected, or stands by, or was taken out again for a reason."""

SAMPLE_COLUMNS = (CASE_COLUMN, "place", "order", "team", "judge", "second", "reason")
"""The columns of the file of a sample that are no attributes of its cases."""


class CaseloadCounts(Record):
    """The caseload that a sample was drawn from: how many cases, and how many with each value of an attribute."""

    cases: Base
    counts: dict[Words, dict[Words, Count]] = {}


class AskedOfSample(Record):
    """A quota, a minimum or a proportion: what was asked of the sample, and what was drawn."""

    name: Words = field(about="as the framework calls it; of a quota the value of the attribute")
    asked: Count
    drawn: Count
    there: Count = field(about="how many the caseload has")

    @property
    def is_met(self) -> bool:
        """Whether as many were drawn as were asked for."""
        return self.drawn >= self.asked


class DrawnSample(Record):
    """``evidence/sampling.yaml``: how the sample was drawn. The same seed and caseload give the same sample again."""

    drawn: ReportDate = field(about="the day on which it was drawn: 2007-11-05")
    seed: Words = field(about="what the draw went by; no report prints it")
    size: SampleSize = field(about="how many cases were asked for")
    caseload: CaseloadCounts
    swapped: Count = field(default=0, about="how many cases were exchanged within their stratum to meet minimums")
    quotas: tuple[AskedOfSample, ...] = field(default=(), about="the cases of each type, or of other strata")
    needs: tuple[AskedOfSample, ...] = field(default=(), about="minimums, and kinds of case in proportion or more")


class Judge(Record):
    """One who judges cases: an inspector, or an assessor of the area."""

    id: Key = field(about="a short name that stands in the sample; no person's name")
    role: Literal["inspector", "assessor"] = "inspector"
    team: Words | None = field(default=None, about="where an assessor works: no case of this team goes to them")
    capacity: Annotated[int, Range(0, 10_000)] | None = field(
        default=None, about="how many cases at most; as many as there are if left out"
    )

    @property
    def is_assessor(self) -> bool:
        """Whether they work for the area."""
        return self.role == "assessor"


class Judges(Record):
    """``evidence/judges.yaml``: who judges the cases of the sample."""

    judges: Annotated[tuple[Judge, ...], Filled()]


SAMPLING = FileKind(id="sampling", file=SAMPLING_FILE, model=DrawnSample, is_tabular=True)
JUDGES = FileKind(id="judges", file=JUDGES_FILE, model=Judges, is_tabular=True)
"""The kinds of the two files. They are the kinds of no part."""


def draw_mark(drawn: DrawnSample) -> str:
    """Return what tells a draw from others in files that leave the area: too short for anybody to find the seed by."""
    said = f"{drawn.drawn}\0{drawn.seed}\0{drawn.size}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]
