"""What a chart shows: its rows, and the figures of each as they are printed and as they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document.general.chart_faults import chosen, table_named, undrawn
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
    leaves_out: bool = False
    """Whether figures are left out, because they would give away a small count."""
    undrawn: tuple[str, ...] = ()
    """The rows of the table that have no figure to draw."""


def data_of(chart: ChartContent, name: str, context: BuildContext) -> ChartData:
    """Return what a sound chart shows, which is called by a ``name``."""
    source = chart.data
    if source is None:
        return _of_rows(chart.columns[0].heading, chart.columns[0].id, chart.columns[1:], chart.rows, chart, context)
    if source.table is not None:
        table = table_named(source.table, context.area)
        assert table is not None, "the faults of the chart have been looked for"
        columns, rows = chosen(source, table)
        found = _of_rows(table.label_column.heading, table.label_column.id, columns, rows, chart, context)
        return replace(found, undrawn=undrawn(source, table))
    if source.sample:
        return _of_sample(chart, context)
    return _of_evidence(chart, source, name, context)


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
    heading = context.language.capital(named) if named else context.label("Type of %(term_case)s")
    names = names_of_values(framework.sample_by, sample, framework.attributes)
    counts = [_Counted(name, (count,)) for name, count in zip(names, sample.values(), strict=True)]
    return _of_counts(heading, counts, chart, context)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A row of counts; one that is left out is None there, and counts in the ``total`` all the same."""

    name: str
    counts: tuple[int | None, ...]
    total: int | None = None

    @property
    def leaves_out(self) -> bool:
        return None in self.counts


def _of_counts(heading: str, counts: list[_Counted], chart: ChartContent, context: BuildContext) -> ChartData:
    """Cases by the values of one attribute."""
    rows = [DataRow(context.language.capital(each.name), _amounts(each.counts, context)) for each in counts]
    if chart.total is not None:
        total = sum(each.total if each.total is not None else sum(filter(None, each.counts)) for each in counts)
        rows.append(DataRow(chart.total, _amounts((total,), context), is_total=True))
    leaves_out = any(each.leaves_out for each in counts)
    return ChartData(heading, (context.label("%(Terms_case)s"),), tuple(rows), leaves_out=leaves_out)


def _amounts(counts: Iterable[int | None], context: BuildContext) -> tuple[ChartValue | None, ...]:
    figures = context.language.figures
    return tuple(None if count is None else ChartValue(Fraction(count), figures(count)) for count in counts)


def _of_evidence(chart: ChartContent, source: ChartSource, name: str, context: BuildContext) -> ChartData:
    evidence, hidden = context.area.evidence, context.hidden.charts
    answers = evidence.surveys[source.survey] if source.survey else evidence.cases
    assert answers is not None, "the faults of the chart have been looked for"
    rows = rows_where(answers, source.where)
    if source.question is not None:
        return _of_question(chart, source, name, answers, rows, context)
    attribute = source.attribute or ""
    attributes = context.area.framework.attributes_of(source.survey)
    capital = context.language.capital
    heading = capital(name_of_attribute(attribute, attributes))
    by = attributes[source.by].ids if source.by else ()
    counted = []
    for value in attributes[attribute].values:
        own = rows & rows_where(answers, {attribute: (value.id,)})
        sizes = [size_of(answers, source.by, (each,), own) for each in by] if source.by else [own.bit_count()]
        shown = (
            None if (name, value.id, each) in hidden else size for each, size in zip(by or ("",), sizes, strict=True)
        )
        counted.append(_Counted(value.name, tuple(shown), sum(sizes)))
    if source.by is None:
        return _of_counts(heading, counted, chart, context)
    found = tuple(DataRow(capital(each.name), _amounts(each.counts, context)) for each in counted)
    series = tuple(map(capital, attributes[source.by].names.values()))
    return ChartData(heading, series, found, leaves_out=any(each.leaves_out for each in counted))


def _of_question(
    chart: ChartContent, source: ChartSource, name: str, answers: Answers, rows: int, context: BuildContext
) -> ChartData:
    """The answers to a question, as shares of those that are relevant; by an attribute, a row for each value."""
    relevant = [each for each in _scale(source, context) if each.line != "not-relevant"]
    question, hidden = source.question or "", context.hidden.charts
    nothing: tuple[ChartValue | None, ...] = (None,) * len(relevant)
    all_hidden = (name, "", "") in hidden
    everybody = nothing if all_hidden else _shares(answers, question, relevant, rows, context)
    label, gettext = context.label, context.language.gettext
    if source.by is None:
        found = [DataRow(gettext(each.name), (value,)) for each, value in zip(relevant, everybody, strict=True)]
        bases = () if all_hidden else (("", _base(answers, question, relevant, rows)),)
        series = (label("Share"),)
        return ChartData(label("Answer"), series, tuple(found), is_share=True, bases=bases, leaves_out=all_hidden)
    groups: list[tuple[str, tuple[ChartValue | None, ...], int | None]] = []
    attributes, capital = context.area.framework.attributes_of(source.survey), context.language.capital
    for value in attributes[source.by].values:
        own = rows & rows_where(answers, {source.by: (value.id,)})
        is_hidden = (name, value.id, "") in hidden
        shares = nothing if is_hidden else _shares(answers, question, relevant, own, context)
        groups.append((capital(value.name), shares, None if is_hidden else _base(answers, question, relevant, own)))
    if chart.total is not None:
        base = None if all_hidden else _base(answers, question, relevant, rows)
        groups.append((chart.total, everybody, base))
    return ChartData(
        capital(name_of_attribute(source.by, attributes)),
        tuple(gettext(each.name) for each in relevant),
        tuple(DataRow(group, shares) for group, shares, _base_of in groups),
        is_share=True,
        bases=tuple((group, base) for group, _shown, base in groups if base is not None),
        leaves_out=any(base is None for _group, _shown, base in groups),
    )


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
