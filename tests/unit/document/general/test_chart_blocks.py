"""Charts of any programme: of figures in place, of tables, of the sample, of evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.printed import line, plain, printed
from omi_report.document.tree import Bar, ChartBlock, LegendEntry, ParagraphBlock
from omi_report.inspection import Inspection, inspect
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.samples import POLICY
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

EVIDENCE = """\
answers:
  - {id: yes, name: Yes, line: above}
  - {id: no, name: No, line: below}
  - {id: n-a, name: Not relevant, line: not-relevant}
attributes: {sex: [female, male], case_type: [order, licence]}
minimum_base: 3
disclosure: {none: The tests count each of a few cases.}
"""
CRITERION = "{number: 1.1, title: First plan, statement: A plan is made.}"
ASKED = CRITERION.replace("}", ", questions: [{id: 1.1.1, text: Was it?, threads: [safety]}]}")
CASES = """\
case,sex,case_type,1.1.1,1.10.1
1,female,order,yes,yes
2,female,order,no,yes
3,male,order,yes,yes
4,male,licence,yes,yes
5,male,licence,no,yes
6,male,licence,yes,yes
7,male,licence,n-a,yes
"""


def files_with(text: str, name: str = "drawn", kind: str = "chart") -> dict[str, str]:
    framework = SMALL_AREA["framework.yaml"]
    assert CRITERION in framework
    framework = framework.replace("summary: 20, ", "")
    framework = framework.replace(
        "Another plan is made.}", "Another plan is made., questions: [{id: 1.10.1, text: Was it?}]}"
    )
    framework = framework.replace(CRITERION, ASKED) + f"  - {{kind: {kind}, id: {name}, heading: Drawn}}\n" + EVIDENCE
    return {"framework.yaml": framework, "evidence/cases.csv": CASES, f"{name}.yaml": text}


def chart_of(report: Report, text: str) -> ChartBlock:
    (chart,) = of_type(part_of(report(files_with(text)), "chart").blocks, ChartBlock)
    return chart


def shown(chart: ChartBlock) -> list[list[str]]:
    return [[row.label, *map(line, row.cells)] for group in chart.groups for row in group.rows]


IN_PLACE = """\
caption: Wells by year
form: {form}
columns:
  - {{id: name, heading: Year}}
  - {{id: dug, heading: Dug, unit: count}}
  - {{id: closed, heading: Closed, unit: count}}
rows:
  - {{name: 2023, dug: 30, closed: 10}}
  - {{name: 2024, dug: 1000}}
total: Both years
source: The register
"""


@pytest.mark.parametrize(("form", "maximum"), [("stacked", 1000), ("dots", 1000)])
def test_several_figures_of_a_row_are_pieces(report: Report, form: str, maximum: int) -> None:
    chart = chart_of(report, IN_PLACE.format(form=form))
    assert (chart.form, chart.maximum) == (form, maximum)
    assert chart.legend == (LegendEntry(0, "Dug", ""), LegendEntry(1, "Closed", ""))
    assert shown(chart) == [["2023", "30", "10"], ["2024", "1,000", "–"], ["Both years", "1,030", "10"]]
    first, second, total = chart.groups[0].rows
    assert first.pieces == (Bar((30, 1), 0, "drawn-0-0"), Bar((10, 1), 1, "drawn-0-1"))
    assert second.pieces == (Bar((1000, 1), 0, "drawn-1-0"),)
    assert (total.bar, total.pieces, total.role) == (None, (), "total")


@pytest.mark.parametrize(("highest", "maximum"), [("31.5", 40), ("40", 40), ("0", 10), ("100", 100), ("130", 130)])
def test_dots_of_shares_have_the_room_that_they_need(report: Report, highest: str, maximum: int) -> None:
    columns = "columns: [{id: name, heading: Year}, {id: part, heading: Part, unit: rate}]\n"
    rows = f"rows: [{{name: 2023, part: 0}}, {{name: 2024, part: {highest}}}]\n"
    assert chart_of(report, f"caption: x\nform: dots\n{columns}{rows}").maximum == maximum


def test_the_source_is_printed_below(report: Report) -> None:
    part = part_of(report(files_with(IN_PLACE.format(form="dots"))), "chart")
    assert plain(part.blocks[1:]) == "Source: The register"


def test_bars_show_one_figure(report: Report) -> None:
    text = "caption: x\ncolumns: [{id: name, heading: Sex}, {id: part, heading: Part, unit: per-cent}]\n"
    chart = chart_of(report, f"{text}rows: [{{name: Women, part: 12.5}}, {{name: Men, part: 87.5}}]\n")
    assert (chart.maximum, chart.legend) == (100, ())
    assert shown(chart) == [["Women", "12.5%"], ["Men", "87.5%"]]
    assert [row.bar for row in chart.groups[0].rows] == [Bar((25, 2)), Bar((175, 2))]


def test_cases_by_an_attribute(report: Report) -> None:
    chart = chart_of(report, "caption: x\ndata: {attribute: sex}\ntotal: All cases\n")
    assert shown(chart) == [["Female", "2"], ["Male", "5"], ["All cases", "7"]]
    assert (chart.columns[0].heading, chart.maximum) == ("Sex", 5)


def test_cases_by_two_attributes(report: Report) -> None:
    chart = chart_of(report, "caption: x\nform: stacked\ndata: {attribute: sex, by: case_type}\n")
    assert shown(chart) == [["Female", "2", "0"], ["Male", "1", "4"]]
    assert [entry.name for entry in chart.legend] == ["Order", "Licence"]
    assert chart.maximum == 5


def test_only_cases_with_an_attribute(report: Report) -> None:
    chart = chart_of(report, "caption: x\ndata: {attribute: sex, where: {case_type: licence}}\n")
    assert shown(chart) == [["Female", "0"], ["Male", "4"]]


def test_answers_to_a_question_are_shares_of_those_that_are_relevant(report: Report) -> None:
    chart = chart_of(report, "caption: x\ndata: {question: 1.1.1}\n")
    assert shown(chart) == [["Yes", "67%"], ["No", "33%"]]
    assert chart.groups[0].rows[0].bar == Bar((667, 10))


def test_of_few_people_it_says_how_many_they_are(report: Report) -> None:
    text = "caption: x\nform: stacked\ndata: {question: 1.1.1, by: sex}\ntotal: All\n"
    chart = chart_of(report, text)
    assert shown(chart) == [["Female", "1 of 2", "1 of 2"], ["Male", "75%", "25%"], ["All", "67%", "33%"]]
    assert chart.maximum == 100


# ---- what is hidden --------------------------------------------------------------------------------------------------


def hiding(report: Report, text: str, cases: str) -> tuple[list[list[str]], str]:
    """The rows of a chart by a framework that hides counts under three, and the words below it."""
    files = files_with(text) | {"evidence/cases.csv": cases}
    files["framework.yaml"] = files["framework.yaml"].replace(
        "disclosure: {none: The tests count each of a few cases.}", "disclosure: {minimum: 3}"
    )
    blocks = part_of(report(files), "chart").blocks
    (chart,) = of_type(blocks, ChartBlock)
    return shown(chart), plain(blocks[1:])


def cases_of(*groups: tuple[int, str]) -> str:
    """Cases by their values and answers: so many of each."""
    rows = [values for number, values in groups for _ in range(number)]
    return "case,sex,case_type,1.1.1,1.10.1\n" + "".join(f"{at},{row}\n" for at, row in enumerate(rows))


def test_a_small_group_is_hidden_and_one_more_so_that_it_cannot_be_worked_out(report: Report) -> None:
    cases = cases_of(
        (9, "female,order,yes,yes"), (1, "female,licence,yes,yes"), (8, "male,order,no,yes"), (7, "male,licence,no,yes")
    )
    rows, words = hiding(report, "caption: x\nform: stacked\ndata: {attribute: sex, by: case_type}\n", cases)
    assert rows[0][2] == "–"
    assert sum(cell == "–" for row in rows for cell in row) >= 1
    assert "Some figures are left out" in words


def test_a_total_does_not_give_a_small_group_away(report: Report) -> None:
    cases = cases_of((2, "female,order,yes,yes"), (9, "male,order,no,yes"))
    rows, _words = hiding(report, "caption: x\ndata: {attribute: sex}\ntotal: All cases\n", cases)
    assert rows == [["Female", "–"], ["Male", "–"], ["All cases", "11"]]


def test_a_small_share_hides_its_row_and_how_many_answered(report: Report) -> None:
    cases = cases_of(
        (9, "female,order,yes,yes"), (1, "female,order,no,yes"), (8, "male,order,no,yes"), (7, "male,order,yes,yes")
    )
    text = "caption: x\nform: stacked\ndata: {question: 1.1.1, by: sex}\n"
    rows, words = hiding(report, text, cases)
    assert rows[0] == ["Female", "–", "–"]
    assert "10 (Female)" not in words
    assert "Some figures are left out" in words


TABLE = """\
blocks:
  - table:
      id: wells
      caption: Wells
      columns: [{id: name, heading: Town}, {id: wells, heading: Wells, unit: count}, {id: say, heading: Say}]
      rows: [{name: A, wells: 3, say: x}, {name: B}, {name: C, wells: 6}]
  - chart: {id: drawn, caption: The same, DATA}
"""


def test_a_chart_of_a_table_takes_its_rows(report: Report) -> None:
    text = TABLE.replace("DATA", "data: {table: wells}")
    part = part_of(report(files_with(text, "more", "mixed")), "mixed")
    (chart,) = of_type(part.blocks, ChartBlock)
    assert shown(chart) == [["A", "3"], ["C", "6"]]
    assert [column.heading for column in chart.columns] == ["Town", "Wells"]
    assert [line(each.children) for each in of_type(part.blocks, ParagraphBlock) if each.role == "answered"] == [
        "Not drawn, because there are no figures: B"
    ]
    text = TABLE.replace("DATA", "heading: Place, data: {table: wells, rows: [C], columns: [wells]}")
    (chart,) = of_type(part_of(report(files_with(text, "more", "mixed")), "mixed").blocks, ChartBlock)
    assert shown(chart) == [["C", "6"]]
    assert chart.columns[0].heading == "Place"
    assert "Not drawn" not in " ".join(printed(part_of(report(files_with(text, "more", "mixed")), "mixed").blocks))


PRINTED = """\
blocks:
  - table:
      id: wells
      caption: Wells
      columns:
        [{id: name, heading: Town}, {id: dry, heading: Dry, unit: printed}, {id: aim, heading: Aim, unit: printed}]
      rows: [{name: A, dry: 8%, aim: 5.5%}, {name: B, dry: "7", aim: n/a}, {name: C, dry: 12%, aim: 9}]
  - chart: {id: drawn, caption: The same, form: dots, DATA}
"""


def test_a_chart_reads_printed_figures_in_the_unit_that_it_names(report: Report) -> None:
    text = PRINTED.replace("DATA", "data: {table: wells, rows: [C, A], unit: per-cent}")
    (chart,) = of_type(part_of(report(files_with(text, "more", "mixed")), "mixed").blocks, ChartBlock)
    assert shown(chart) == [["C", "12%", "9%"], ["A", "8%", "5.5%"]]
    text = PRINTED.replace("DATA", "data: {table: wells, columns: [dry], rows: [B], unit: count}")
    (chart,) = of_type(part_of(report(files_with(text, "more", "mixed")), "mixed").blocks, ChartBlock)
    assert shown(chart) == [["B", "7"]]


NO_SHARE = "a percentage is written 97 or 97.5, with at most three decimal places"


@pytest.mark.parametrize(
    ("data", "at", "message"),
    [
        ("table: wells, unit: per-cent", "per-cent}", f"the table «wells» has «n/a» as «Aim» of «B»: {NO_SHARE}"),
        ("table: wells, rows: [A, B], unit: rate", "B]", f"the table «wells» has «n/a» as «Aim» of «B»: {NO_SHARE}"),
        ("table: wells, columns: [dry]", "[dry]", "the column «Dry» holds printed, and a chart shows numbers"),
        ("table: wells, rows: [A, D], unit: rate", "D]", "the table «wells» has no row «D»"),
        ("table: wells, columns: [dry, d], unit: rate", "d]", "the table «wells» has no column «d»"),
        ("sample: yes, unit: count", "{sample", "«rows», «columns» and «unit» are those of a table"),
    ],
)
def test_what_cannot_be_read_so_is_said_where_the_chart_asks_for_it(
    small_area: Path, data: str, at: str, message: str
) -> None:
    files = files_with(PRINTED.replace("DATA", f"data: {{{data}}}"), "more", "mixed")
    found = inspect(Snapshot.of(write_files(small_area, files)), POLICY)
    assert isinstance(found, Inspection)
    (problem,) = found.problems
    assert problem.message == message
    lines = files["more.yaml"].splitlines()
    assert problem.location.line == len(lines)
    assert lines[-1][problem.location.column - 1 :].startswith(at)


def messages(folder: Path, files: dict[str, str]) -> list[str]:
    found = inspect(Snapshot.of(write_files(folder, files)), POLICY)
    assert isinstance(found, Inspection)
    return [problem.message for problem in found.problems]


ONE_OF = "a chart is made of one of «sample», «table», «attribute» and «question»"
ONE_UNIT = "the columns are of different units, and a chart has one scale"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("data: {table: wels}", "there is no table «wels» in the report"),
        ("data: {table: wells, columns: [well]}", "the table «wells» has no column «well»"),
        ("data: {table: wells, rows: [D]}", "the table «wells» has no row «D»"),
        ("data: {table: wells, columns: [say]}", "the column «Say» holds text, and a chart shows numbers"),
        ("data: {table: wells, rows: [B]}", "there is no row with figures"),
        ("form: stacked, data: {table: wells}", "a stacked bar is made of two figures or more"),
        ("data: {sample: yes}", "area.yaml gives no sample"),
        ("data: {attribute: age}", "there is no attribute «age»"),
        ("data: {question: 1.1.2}", "there is no question «1.1.2»"),
        ("data: {question: 1.1.1, survey: staff}", "the framework has no survey «staff»"),
        ("data: {attribute: sex, where: {sex: none}}", "the attribute sex has no value «none»"),
        ("data: {attribute: sex, by: case_type}", "a chart of evidence has bars, and with «by» stacked bars"),
        ("data: {attribute: sex, table: wells}", ONE_OF),
        ("data: {table: wells, by: sex}", "«by» and «where» are for evidence: an attribute or a question"),
    ],
)  # fmt: skip
def test_what_a_chart_cannot_show_is_said(small_area: Path, data: str, message: str) -> None:
    assert messages(small_area, files_with(TABLE.replace("DATA", data), "more", "mixed")) == [message]


def test_without_evidence_there_is_no_chart_of_it(small_area: Path) -> None:
    files = files_with("caption: x\ndata: {attribute: sex}\n")
    del files["evidence/cases.csv"]
    assert messages(small_area, files) == ["the chart is made of evidence, and the area has none"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("form: dots", "form: bars", "there are 2 columns of figures, and a bar shows one"),
        ("closed: 10", "closed: ten", "a count is a whole number, written without signs"),
        ("heading: Closed, unit: count", "heading: Closed, unit: number", ONE_UNIT),
        ("dug: 30", "dug: -30", "a count is a whole number, written without signs"),
    ],
)  # fmt: skip
def test_figures_in_place_are_looked_at_too(small_area: Path, old: str, new: str, message: str) -> None:
    text = IN_PLACE.format(form="dots")
    assert old in text
    assert messages(small_area, files_with(text.replace(old, new))) == [message]


def test_no_bar_shows_less_than_nothing_or_more_than_all(small_area: Path) -> None:
    text = IN_PLACE.format(form="stacked").replace("unit: count", "unit: number").replace("dug: 30", "dug: -30")
    found = messages(small_area, files_with(text))
    assert found == ["the row «2023» has a figure below nought, and no bar can show it"]
    text = IN_PLACE.format(form="stacked").replace("unit: count", "unit: per-cent").replace("closed: 10", "closed: 90")
    found = messages(small_area, files_with(text.replace("1000", "100")))
    assert found == ["the shares of the row «2023» come to 120%"]
