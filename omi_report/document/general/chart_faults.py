"""What is wrong with a chart: what it is made of, and figures that it cannot show."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from omi_report.document.general.block_kind import BlockPlace
from omi_report.document.general.charts import ChartContent, ChartSource, PrintedUnit
from omi_report.document.general.table_faults import column_faults, row_faults
from omi_report.document.general.tables import (
    ColumnDefinition,
    RowValues,
    TableContent,
    number_in,
    numbers_of,
    values_of,
)
from omi_report.model.facts import ContentFault
from omi_report.model.kinds import Contents
from omi_report.problems import meant_or_all
from omi_report.source.tree import Path


def table_named(name: str, area: Contents) -> TableContent | None:
    """Return the table that has a name in an area; None where there is none."""
    found = (each.content for _, each in area.ask(lambda kind: kind.displays) if each.name == name)
    return next((each for each in found if isinstance(each, TableContent)), None)


def chosen(source: ChartSource, table: TableContent) -> tuple[tuple[ColumnDefinition, ...], tuple[RowValues, ...]]:
    """Return the columns of figures and the rows of a table that a chart shows."""
    columns, rows = _asked_for(source, table)
    return columns, tuple(row for row in rows if _has_figures(row, columns))


def undrawn(source: ChartSource, table: TableContent) -> tuple[str, ...]:
    """Return the names of the rows that a chart of a table should show and cannot: those without a figure."""
    columns, rows = _asked_for(source, table)
    return tuple(row.values[table.label_column.id] for row in rows if not _has_figures(row, columns))


def _has_figures(row: RowValues, columns: tuple[ColumnDefinition, ...]) -> bool:
    return any(column.id in row.values for column in columns)


def _asked_for(source: ChartSource, table: TableContent) -> tuple[tuple[ColumnDefinition, ...], list[RowValues]]:
    read = tuple(_read_as(source.unit, column) for column in table.columns)
    figures = tuple(column for column in read[1:] if column.is_numeric)
    columns = tuple(column for column in read if column.id in source.columns) if source.columns else figures
    label = table.label_column.id
    rows = [row for _path, found in table.sets for row in found.rows if row.values.get(label)]
    if source.rows:
        by_name = {row.values[label]: row for row in reversed(rows)}
        rows = [by_name[name] for name in source.rows if name in by_name]
    return columns, rows


def _read_as(unit: PrintedUnit | None, column: ColumnDefinition) -> ColumnDefinition:
    """A column as a chart reads it: what is printed in it has the unit that the chart names."""
    return column.replaced(unit=unit) if unit and column.unit == "printed" else column


def chart_faults(place: BlockPlace, chart: ChartContent, area: Contents) -> Iterator[ContentFault]:
    """Find what is wrong with a chart, each at its path in the file."""
    found = [*_of_source(chart, area)] if chart.data else [*_in_place(chart)]
    return (fault._replace(path=(*place.path, *fault.path)) for fault in found)


def _in_place(chart: ChartContent) -> Iterator[ContentFault]:
    found = list(column_faults(chart.columns))
    found += [fault for at, row in enumerate(chart.rows) for fault in row_faults(("rows", at), row, chart.columns)]
    yield from found
    if not found:
        yield from _of_figures(chart, chart.columns[1:], chart.rows)


def _of_source(chart: ChartContent, area: Contents) -> Iterator[ContentFault]:
    source = chart.data
    assert source is not None
    if source.table is not None:
        yield from _of_table(chart, source, area)
    elif source.sample and not area.identity.sample:
        hint = "add «sample: …» there, or remove the chart"
        yield ContentFault(("data", "sample"), "area.yaml gives no sample", hint)
    elif source.is_evidence:
        yield from _of_evidence(chart, source, area)


def _of_table(chart: ChartContent, source: ChartSource, area: Contents) -> Iterator[ContentFault]:
    table = table_named(source.table or "", area)
    if table is None:
        tables = [each.name for _, each in area.ask(lambda kind: kind.displays) if each.what == "table"]
        message = f"there is no table «{source.table}» in the report"
        yield ContentFault(("data", "table"), message, meant_or_all(source.table or "", tables))
        return
    ids = [column.id for column in table.columns]
    for at, name in enumerate(source.columns):
        if name not in ids:
            hint = meant_or_all(name, ids)
            yield ContentFault(("data", "columns", at), f"the table «{source.table}» has no column «{name}»", hint)
            return
    for at, name in enumerate(source.rows):
        if fault := _of_row(("data", "rows", at), name, table, source.table or ""):
            yield fault
            return
    columns, rows = chosen(source, table)
    if source.unit and (fault := _not_of_unit(source, table, columns, rows)):
        yield fault
        return
    try:
        yield from (
            fault._replace(path=("data", "columns" if source.columns else "table"))
            for fault in _of_figures(chart, columns, rows)
        )
    except ValueError:
        return  # what is wrong with the table's own figures is said there


def _of_row(path: Path, name: str, table: TableContent, table_name: str) -> ContentFault | None:
    """A name of no row, or of several in different groups. Of two in one group OMI305 speaks."""
    label = table.label_column.id
    groups = [[str(row.values.get(label)) for row in found.rows] for _path, found in table.sets]
    known = [each for group in groups for each in group]
    if name not in known:
        return ContentFault(path, f"the table «{table_name}» has no row «{name}»", meant_or_all(name, known))
    if sum(name in group for group in groups) > 1:
        message = f"the table «{table_name}» has more than one row «{name}»"
        return ContentFault(path, message, "give its rows names that differ, or leave this one out")
    return None


def _not_of_unit(
    source: ChartSource, table: TableContent, columns: tuple[ColumnDefinition, ...], rows: tuple[RowValues, ...]
) -> ContentFault | None:
    """A printed figure that cannot be read as the chart does, at the place where the chart asks for it."""
    printed = {column.id for column in table.columns if column.unit == "printed"}
    for at, row in enumerate(rows):
        for column, text in values_of(row, tuple(each for each in columns if each.id in printed)):
            try:
                number_in(text, column)
            except ValueError as error:
                name = row.values[table.label_column.id]
                message = f"the table «{source.table}» has «{text}» as «{column.heading}» of «{name}»: {error}"
                path = ("data", "rows", at) if source.rows else ("data", "unit")
                return ContentFault(path, message, "name rows and columns that have such figures")
    return None


def _of_figures(
    chart: ChartContent, columns: tuple[ColumnDefinition, ...], rows: tuple[RowValues, ...]
) -> Iterator[ContentFault]:
    """Figures of different units, too many or too few of them in a row, or such as no bar can show."""
    worded = next((column for column in columns if not column.is_numeric), None)
    if worded is not None or not columns:
        what = f"the column «{worded.heading}» holds {worded.unit}" if worded else "there is no column of figures"
        yield ContentFault(
            ("columns",), f"{what}, and a chart shows numbers", "give it a unit: count, per-cent, number"
        )
    elif len({(column.unit, column.sign) for column in columns}) > 1:
        message = "the columns are of different units, and a chart has one scale"
        yield ContentFault(("columns",), message, "name columns of one unit")
    elif chart.form == "bars" and len(columns) > 1:
        message = f"there are {len(columns)} columns of figures, and a bar shows one"
        yield ContentFault(("columns",), message, "name one of them, or write «form: stacked» or «form: dots»")
    elif chart.form == "stacked" and len(columns) == 1:
        yield ContentFault(("columns",), "a stacked bar is made of two figures or more", "write «form: bars»")
    elif not rows:
        yield ContentFault(("rows",), "there is no row with figures", "name rows that have some")
    else:
        yield from _of_amounts(chart, columns, rows)


def _of_amounts(
    chart: ChartContent, columns: tuple[ColumnDefinition, ...], rows: tuple[RowValues, ...]
) -> Iterator[ContentFault]:
    for at, row in enumerate(rows):
        numbers = [number for column in columns if (number := numbers_of(row, column)) is not None]
        if any(number < 0 for number in numbers):
            message = (
                f"the row «{row.values[next(iter(row.values))]}» has a figure below nought, and no bar can show it"
            )
            yield ContentFault(("rows", at), message, "show it in a table")
        slack = Decimal(len(numbers)) / 2
        if chart.form == "stacked" and columns[0].unit == "per-cent" and sum(numbers) - 100 > slack:
            message = f"the shares of the row «{row.values[next(iter(row.values))]}» come to {sum(numbers)}%"
            yield ContentFault(("rows", at), message, "correct one of them")


def _of_evidence(chart: ChartContent, source: ChartSource, area: Contents) -> Iterator[ContentFault]:
    framework = area.framework
    survey = framework.surveys_by_id.get(source.survey) if source.survey else None
    attributes = framework.attributes_of(source.survey)
    if source.survey and survey is None:
        hint = meant_or_all(source.survey, framework.surveys_by_id)
        yield ContentFault(("data", "survey"), f"the framework has no survey «{source.survey}»", hint)
        return
    asked = [question.id for question in survey.questions] if survey else list(framework.questions)
    for key, name, known in (
        ("question", source.question, asked),
        ("attribute", source.attribute, list(attributes)),
        ("by", source.by, list(attributes)),
    ):
        if name is not None and name not in known:
            yield ContentFault(
                ("data", key), f"there is no {'attribute' if key == 'by' else key} «{name}»", meant_or_all(name, known)
            )
            return
    for name, values in source.where.items():
        if name not in attributes:
            hint = meant_or_all(name, attributes)
            yield ContentFault(("data", "where", name), f"there is no attribute «{name}»", hint, key=True)
        elif wrong := [value for value in values if value not in attributes[name].ids]:
            hint = f"it is one of {', '.join(attributes[name].ids)}"
            yield ContentFault(("data", "where", name), f"the attribute {name} has no value «{wrong[0]}»", hint)
    if (chart.form == "stacked") != (source.by is not None) or chart.form == "dots":
        message = "a chart of evidence has bars, and with «by» stacked bars"
        yield ContentFault(
            ("form",) if chart.form != "bars" else ("data", "by"),
            message,
            "write «form: stacked» with «by», and only then",
        )
    evidence = area.evidence
    if evidence.sound and (source.survey not in evidence.surveys if source.survey else evidence.cases is None):
        message = "the chart is made of evidence, and the area has none"
        yield ContentFault(
            ("data",), message, "put the answers into evidence/, or give the figures in «columns» and «rows»"
        )
