"""A chart: bars, stacked bars or dots, of figures in place, of a table, or of the area's evidence.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Literal, TypeAlias

from omi_report.document.general.tables import ColumnDefinition, RowValues
from omi_report.model.base import Key, OneOrMore, QuestionNumber, ReportDate, Text, Words
from omi_report.model.record import Record, field

ChartForm: TypeAlias = Literal["bars", "stacked", "dots"]
"""A bar in each row; one that is made of several; or dots on a scale, a row for each point of time."""

PrintedUnit: TypeAlias = Literal["per-cent", "rate", "count", "number"]
"""As what the figures can be read that a table holds as somebody else printed them."""


class ChartSource(Record):
    """What a chart is made of: the sample, a table of the report, an attribute of the cases, or a question."""

    sample: bool = field(default=False, about="the sample as area.yaml gives it")
    table: Key | None = field(default=None, about="a table of the report, by its name")
    rows: tuple[Words, ...] = field(default=(), about="of the table: only these rows, by what they are about")
    columns: tuple[Key, ...] = field(default=(), about="of the table: only these columns")
    unit: PrintedUnit | None = field(
        default=None, about="of the table: what its printed figures are read as: per-cent, rate, count or number"
    )
    attribute: Words | None = field(default=None, about="how many cases of the evidence have each value of it")
    question: QuestionNumber | None = field(default=None, about="how many gave each answer to it: 1.2.7")
    survey: Key | None = field(default=None, about="the survey that the question or the attribute belongs to")
    by: Words | None = field(default=None, about="an attribute by whose values the cases are told apart")
    where: dict[str, OneOrMore] = field(default={}, about="only those with these attributes")

    @property
    def is_evidence(self) -> bool:
        """Whether the chart is made of the area's evidence."""
        return self.attribute is not None or self.question is not None

    def complaint(self) -> str:
        """Say that a chart is of two things or of none, or that something is said of what it is not made of."""
        given = [self.sample, self.table is not None, self.attribute is not None, self.question is not None]
        if sum(given) != 1:
            return "a chart is made of one of «sample», «table», «attribute» and «question»"
        if self.table is None and (self.rows or self.columns or self.unit):
            return "«rows», «columns» and «unit» are those of a table"
        if not self.is_evidence and self.survey is not None:
            return "a survey goes with a question or an attribute"
        if not self.is_evidence and (self.by is not None or self.where):
            return "«by» and «where» are for evidence: an attribute or a question"
        return ""


class ChartContent(Record):
    """``ID.yaml`` of a part of the kind chart: what it shows, and what its figures are made of."""

    caption: Words
    form: ChartForm = field(default="bars", about="bars, stacked (bars made of parts) or dots (over time)")
    heading: Words | None = field(default=None, about="the heading above the words of the rows")
    data: ChartSource | None = field(default=None, about="what the figures come from, if they do not stand here")
    columns: tuple[ColumnDefinition, ...] = field(default=(), about="with rows: the figures themselves, as in a table")
    rows: tuple[RowValues, ...] = ()
    total: Words | None = field(default=None, about="what the row of the sum is called: All")
    day: ReportDate | None = field(default=None, about="the month or day that the figures are of")
    source: Words | None = field(default=None, about="where the figures come from")
    note: Text | None = field(default=None, about="a text below the chart")

    def complaint(self) -> str:
        """Say that there are no figures, or figures of two sorts."""
        if self.data is not None and (self.columns or self.rows):
            return "the figures come from «data», or stand in «columns» and «rows»: not both"
        if self.data is None and not (self.columns and self.rows):
            return "a chart needs «data», or «columns» and «rows»"
        return ""


class NamedChart(ChartContent):
    """A chart in a part of several blocks."""

    id: Key = field(about="its name: texts refer to it, and criteria show it, by this")
