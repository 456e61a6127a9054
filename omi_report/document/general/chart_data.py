"""What a chart shows: its rows, and the figures of each as they are printed and as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document.general.chart_faults import chosen, table_named
from omi_report.document.general.charts import ChartContent, ChartSource
from omi_report.document.general.table_blocks import cell_text
from omi_report.document.general.tables import ColumnDefinition, RowValues, numbers_of
from omi_report.evidence.counts import rows_where, size_of
from omi_report.model.attributes import name_of_attribute, names_of_values
from omi_report.quantity import percent_text

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.evidence import Answers
    from omi_report.model.questions import Answer


@dataclass(frozen=True, slots=True)
class ChartValue:
    """A figure: how much it is, how it is printed, and the share in per cent that is printed, if it is one."""

    amount: Fraction
    text: str
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a chart: its words, and its figures, None where nothing is known; the row of a sum has no bar."""

    label: str
    values: tuple[ChartValue | None, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class ChartData:
    """The rows of a chart. ``heading`` is that of their words, ``series`` those of their figures."""

    heading: str
    series: tuple[str, ...]
    rows: tuple[DataRow, ...]
    is_share: bool = False
    """Whether the figures are parts of 100 per cent."""
    bases: tuple[tuple[str, int], ...] = ()
    """How many answers the shares are of: for each row its words and the number; without words for the whole chart."""


def data_of(chart: ChartContent, context: BuildContext) -> ChartData:
    """Return what a sound chart shows."""
    source = chart.data
    if source is None:
        return _of_rows(chart.columns[0].heading, chart.columns[0].id, chart.columns[1:], chart.rows, chart, context)
    if source.table is not None:
        table = table_named(source.table, context.area)
        assert table is not None, "the faults of the chart have been looked for"
        columns, rows = chosen(source, table)
        return _of_rows(table.label_column.heading, table.label_column.id, columns, rows, chart, context)
    if source.sample:
        return _of_sample(chart, context)
    return _of_evidence(chart, source, context)


def _of_rows(
    heading: str,
    label: str,
    columns: tuple[ColumnDefinition, ...],
    rows: Iterable[RowValues],
    chart: ChartContent,
    context: BuildContext,
) -> ChartData:
    found = [DataRow(row.values[label], tuple(_value(row, column, context) for column in columns)) for row in rows]
    if chart.total is not None:
        sums = (_sum(rows, column, context) for column in columns)
        found.append(DataRow(chart.total, tuple(sums), is_total=True))
    headings = tuple(column.heading for column in columns)
    return ChartData(heading, headings, tuple(found), columns[0].is_percentage)


def _value(row: RowValues, column: ColumnDefinition, context: BuildContext) -> ChartValue | None:
    number, text = numbers_of(row, column), cell_text(row.values.get(column.id), column, None, context)
    if number is None or text is None:
        return None
    return ChartValue(Fraction(number), text, Fraction(number) if column.unit == "per-cent" else None)


def _sum(rows: Iterable[RowValues], column: ColumnDefinition, context: BuildContext) -> ChartValue:
    numbers = [number for row in rows if (number := numbers_of(row, column)) is not None]
    total = sum(numbers)
    text = cell_text(str(total), column, None, context)
    return ChartValue(Fraction(total), text or "")


def _of_sample(chart: ChartContent, context: BuildContext) -> ChartData:
    """The sample as the area states it, by the attribute of the framework."""
    framework, sample = context.area.framework, context.area.identity.sample
    attribute = framework.attributes.get(framework.sample_by)
    named = attribute.name if attribute else None
    heading = context.language.capital(named) if named else context.label("Type of case")
    names = names_of_values(framework.sample_by, sample, framework.attributes)
    return _of_counts(heading, zip(names, sample.values(), strict=True), chart, context)


def _of_counts(
    heading: str, counts: Iterable[tuple[str, int]], chart: ChartContent, context: BuildContext
) -> ChartData:
    """Cases by the values of one attribute."""
    figures, capital = context.language.figures, context.language.capital
    known = list(counts)
    rows = [DataRow(capital(name), (ChartValue(Fraction(count), figures(count)),)) for name, count in known]
    if chart.total is not None:
        total = sum(count for _, count in known)
        rows.append(DataRow(chart.total, (ChartValue(Fraction(total), figures(total)),), is_total=True))
    return ChartData(heading, (context.label("Cases"),), tuple(rows))


def _of_evidence(chart: ChartContent, source: ChartSource, context: BuildContext) -> ChartData:
    evidence = context.area.evidence
    answers = evidence.surveys[source.survey] if source.survey else evidence.cases
    assert answers is not None, "the faults of the chart have been looked for"
    rows = rows_where(answers, source.where)
    if source.question is not None:
        return _of_question(chart, source, answers, rows, context)
    attribute = source.attribute or ""
    attributes = context.area.framework.attributes_of(source.survey)
    values = attributes[attribute].values
    capital, figures = context.language.capital, context.language.figures
    heading = capital(name_of_attribute(attribute, attributes))
    if source.by is None:
        counts = [(value.name, size_of(answers, attribute, (value.id,), rows)) for value in values]
        return _of_counts(heading, counts, chart, context)
    series = attributes[source.by]
    found = []
    for value in values:
        own = rows & rows_where(answers, {attribute: (value.id,)})
        sizes = [size_of(answers, source.by, (each,), own) for each in series.ids]
        found.append(DataRow(capital(value.name), tuple(ChartValue(Fraction(size), figures(size)) for size in sizes)))
    return ChartData(heading, tuple(map(capital, series.names.values())), tuple(found))


def _of_question(
    chart: ChartContent, source: ChartSource, answers: Answers, rows: int, context: BuildContext
) -> ChartData:
    """The answers to a question, as shares of those that are relevant; by an attribute, a row for each value."""
    relevant = [each for each in _scale(source, context) if each.line != "not-relevant"]
    question = source.question or ""
    everybody = _shares(answers, question, relevant, rows, context)
    label, gettext = context.label, context.language.gettext
    if source.by is None:
        found = [DataRow(gettext(each.name), (value,)) for each, value in zip(relevant, everybody, strict=True)]
        base = _base(answers, question, relevant, rows)
        return ChartData(label("Answer"), (label("Share"),), tuple(found), is_share=True, bases=(("", base),))
    found, bases = [], []
    attributes, capital = context.area.framework.attributes_of(source.survey), context.language.capital
    for value in attributes[source.by].values:
        own = rows & rows_where(answers, {source.by: (value.id,)})
        found.append(DataRow(capital(value.name), _shares(answers, question, relevant, own, context)))
        bases.append((capital(value.name), _base(answers, question, relevant, own)))
    if chart.total is not None:
        found.append(DataRow(chart.total, everybody))
        bases.append((chart.total, _base(answers, question, relevant, rows)))
    heading, names = capital(name_of_attribute(source.by, attributes)), tuple(gettext(each.name) for each in relevant)
    return ChartData(heading, names, tuple(found), is_share=True, bases=tuple(bases))


def _scale(source: ChartSource, context: BuildContext) -> tuple[Answer, ...]:
    framework = context.area.framework
    if source.survey is None:
        return framework.answers_to(framework.questions[source.question or ""])
    survey = framework.surveys_by_id[source.survey]
    return survey.answers_to(next(each for each in survey.questions if each.id == source.question))


def _base(answers: Answers, question: str, relevant: list[Answer], rows: int) -> int:
    """How many gave one of the answers that count."""
    return size_of(answers, question, tuple(each.id for each in relevant), rows)


def _shares(
    answers: Answers, question: str, relevant: list[Answer], rows: int, context: BuildContext
) -> tuple[ChartValue | None, ...]:
    """The share of each answer; of few people, how many they are."""
    sizes = [size_of(answers, question, (each.id,), rows) for each in relevant]
    base = sum(sizes)
    if not base:
        return (None,) * len(sizes)
    figures = context.language.figures
    found = []
    for size in sizes:
        share = Fraction(100 * size, base)
        few, printed = base < context.area.framework.minimum_base, percent_text(share, 0)
        text = (
            context.label("%(count)s of %(base)s", count=figures(size), base=figures(base))
            if few
            else context.language.percent(printed)
        )
        # the eye sees no more than a tenth, and the exact share could give away a small count
        found.append(ChartValue(Fraction(f"{float(share):.1f}"), text, None if few else Fraction(printed)))
    return tuple(found)
