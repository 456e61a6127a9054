"""Tables of any programme: what they print, and what they say is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from omi_report.document.printed import line, plain
from omi_report.document.tree import TableBlock, TableCell
from omi_report.problems import Problem
from tests.conftest import SMALL_AREA, write_files
from tests.samples import inspected
from tests.unit.document.blocks import of_type, part_of
from tests.unit.document.conftest import Report

PARTS = """\
  - {kind: table, id: wells, heading: Wells}
  - {kind: mixed, id: more, heading: More}
"""
SCALES = "scales:\n"
WELLS = """\
caption: Wells by depth
columns:
  - {id: name, heading: Depth}
  - {id: wells, heading: Wells, unit: count}
  - {id: share, heading: Share, unit: per-cent}
  - {id: cost, heading: Cost, unit: currency, sign: £}
  - {id: change, heading: Change, unit: number}
  - {id: state, heading: State, unit: rating}
scale: grades
parts: complete
rows:
  - {name: Shallow, wells: 1200, share: 80, cost: 1250000.50, change: -1.5, state: met}
  - {name: Deep, wells: 300, share: 20, state: n/a}
  - {name: Dry, note: Not looked at}
total: {name: All wells, wells: 1500}
source: The register of wells
note: |
  Counted in {{ area }}.
"""
MORE = "blocks: [{heading: More}]\n"


def framework(extra: str = PARTS) -> str:
    return SMALL_AREA["framework.yaml"] + extra


def rows(table: TableBlock) -> list[list[str]]:
    return [
        [line(row.header), *(line(cell.children) for cell in row.cells)] for group in table.groups for row in group.rows
    ]


def test_each_unit_is_printed_in_its_own_way(report: Report) -> None:
    document = report({"framework.yaml": framework(), "wells.yaml": WELLS, "more.yaml": MORE})
    part = part_of(document, "table")
    (table,) = of_type(part.blocks, TableBlock)
    assert (part.id, part.role, table.role) == ("wells", "wide", "many figures-4 measured")
    assert rows(table) == [
        ["Shallow", "1,200", "80%", "£1,250,000.50", "−1.5", "Met"],
        ["Deep", "300", "20%", "–", "–", "n/a"],
        ["Dry", "Not looked at"],
        ["All wells", "1,500", "–", "–", "–", "–"],
    ]
    assert [column.figures for column in table.columns] == [False, True, True, True, True, False]
    assert table.groups[0].rows[2].cells == (TableCell(("Not looked at",), 5, "note"),)
    assert [row.role for row in table.groups[0].rows] == ["", "", "", "total"]
    assert plain(table.notes) == "Source: The register of wells\n\nCounted in Northfold."


SIGNED = """\
caption: Wells in two years
columns:
  - {id: name, heading: Depth}
  - {id: then, heading: Then, unit: UNIT}
  - {id: now, heading: Now, unit: UNIT}
  - {id: change, heading: Change, unit: UNIT, difference: [now, then]}
rows:
  - {name: Deep, then: 12, now: 9, change: -3}
  - {name: Shallow, then: 9, now: 13, change: 4}
"""


@pytest.mark.parametrize(
    ("unit", "fall", "rise"),
    [("count", "−3", "4"), ("rate", "−3%", "4%"), ("number", "−3", "4"), ("currency, sign: £", "−£3", "£4")],
)
def test_a_difference_may_be_a_fall(report: Report, unit: str, fall: str, rise: str) -> None:
    files = {"framework.yaml": framework(), "wells.yaml": SIGNED.replace("UNIT", unit), "more.yaml": MORE}
    (table,) = of_type(part_of(report(files), "table").blocks, TableBlock)
    assert [row[-1] for row in rows(table)] == [fall, rise]


def test_a_source_that_the_caption_names_is_not_printed_again(report: Report) -> None:
    text = WELLS.replace("caption: Wells by depth", "caption: Wells by depth (The register of wells)")
    document = report({"framework.yaml": framework(), "wells.yaml": text, "more.yaml": MORE})
    (table,) = of_type(part_of(document, "table").blocks, TableBlock)
    assert plain(table.notes) == "Counted in Northfold."


GROUPS = """\
blocks:
  - table:
      id: by-town
      caption: By town
      scale: grades
      columns: [{id: name, heading: Well}, {id: depth, heading: Depth, unit: printed}]
      total: {name: Deepest, depth: 40 m}
      total_first: yes
      groups:
        - rows: [{name: Old well, depth: 12 m}]
        - rows: [{name: New well, depth: 40 m}]
        - {name: Northfold, rating: met, rows: [{name: Mill, depth: 9 m}]}
        - {name: Northfold, rating: met, note: dry, rows: [{name: Mill, depth: n/a}]}
        - {name: Southfold, rating: not-met}
  - table:
      id: towns
      numbered: no
      caption: Towns
      scale: grades
      columns: [{id: name, heading: Town}, {id: state, heading: State, unit: rating}]
      groups_of: by-town
"""


def test_groups_have_headings_and_the_total_stands_where_it_is_wanted(report: Report) -> None:
    parts = framework("  - {kind: mixed, id: more, heading: More}\n")
    groups = GROUPS.replace(
        "        - rows: [{name: Old", "        - name: Westfold\n          rating: met\n          rows: [{name: Old"
    )
    groups = groups.replace(
        "        - rows: [{name: New",
        "        - name: Eastfold\n          rating: not-met\n          rows: [{name: New",
    )
    table, towns = of_type(part_of(report({"framework.yaml": parts, "more.yaml": groups}), "mixed").blocks, TableBlock)
    assert [group.heading for group in table.groups] == [
        *("", "Westfold: Met", "Eastfold: Not met", "Northfold: Met", "Northfold: Met, dry", "Southfold: Not met")
    ]
    assert rows(table)[0] == ["Deepest", "40 m"]
    assert (towns.id, towns.number, towns.label) == ("table-towns", 0, "")
    assert rows(towns) == [
        ["Westfold", "Met"],
        ["Eastfold", "Not met"],
        ["Northfold", "Met"],
        ["Southfold", "Not met"],
    ]


def test_groups_without_headings_are_one(report: Report) -> None:
    text = GROUPS.partition("  - table:\n      id: towns")[0]
    parts = framework("  - {kind: mixed, id: more, heading: More}\n")
    (table,) = of_type(part_of(report({"framework.yaml": parts, "more.yaml": text}), "mixed").blocks, TableBlock)
    assert rows(table)[:3] == [["Deepest", "40 m"], ["Old well", "12 m"], ["New well", "40 m"]]
    assert len(table.groups) == 4


def problems(folder: Path, text: str, name: str = "wells.yaml") -> list[Problem]:
    write_files(folder, {"framework.yaml": framework(), "wells.yaml": WELLS, "more.yaml": MORE} | {name: text})
    return list(inspected(folder).problems)


SHARE = "a percentage is written 97 or 97.5, with at most three decimal places"
FIRST = "the first column says what a row is about, and holds text"
SAME_UNIT = "a difference is of the unit of its two columns"


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("wells: 1200", "wells: 1,200", 12, 33, "the key «200» has no value"),
        ("wells: 1200", "wells: many", 12, 28, "a count is a whole number, written without signs"),
        ("wells: 1200", "wels: 1200", 12, 21, "there is no column «wels»"),
        ("share: 80,", "share: 80.1234,", 12, 41, SHARE),
        ("cost: 1250000.50", "cost: '1,250'", 12, 51, "a number is written without commas: 23057000 or -1.5"),
        ("name: Deep,", "", 13, 5, "the row does not say what it is about: «name» is missing"),
        ("{name: Dry,", "{name: Dry, wells: 1,", 14, 33, "a note stands in place of all figures of a row"),
        ("unit: currency, sign: £", "unit: currency", 6, 37, "a currency has a sign, and nothing else has"),
        ("unit: count", "unit: count, sign: £", 4, 52, "a currency has a sign, and nothing else has"),
        ("scale: grades\n", "", 8, 39, "a rating needs its scale"),
        ("{id: name, heading: Depth}", "{id: name, heading: Depth, unit: count}", 3, 38, FIRST),
        ("id: share", "id: wells", 5, 10, "there is a second column «wells»"),
        ("id: share", "id: note", 5, 10, "the key «note» stands for words in place of figures"),
        ("unit: number", "unit: number, difference: [wells, depth]", 7, 69, "there is no column «depth»"),
        ("unit: number", "unit: number, difference: [wells, share]", 7, 61, SAME_UNIT),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_once_at_its_place(
    small_area: Path, old: str, new: str, line: int, column: int, message: str
) -> None:
    assert old in WELLS
    (problem,) = problems(small_area, WELLS.replace(old, new))
    place = problem.location
    assert (place.line, place.column, problem.message) == (line, column, message)


def test_a_file_with_a_fault_is_no_longer_asked(small_area: Path) -> None:
    problems(small_area, WELLS.replace("wells: 1200", "wells: many"))
    area = inspected(small_area).area
    assert "wells.yaml" in area.unread
    assert "wells.yaml" not in area.parts


def test_parts_of_nothing_are_a_fault(small_area: Path) -> None:
    text = "caption: x\ncolumns: [{id: name, heading: x}, {id: y, heading: y, unit: count}]\nparts: separate\n"
    (problem,) = problems(small_area, f"{text}rows: [{{name: x, y: 1}}]\n")
    assert (problem.location.line, problem.message) == (3, "there is no total that the rows are parts of")


def test_a_table_has_rows_of_one_sort(small_area: Path) -> None:
    (problem,) = problems(small_area, "caption: x\ncolumns: [{id: name, heading: x}]\n")
    assert problem.message == "a table has one of «rows», «groups» and «groups_of»"


def test_one_group_has_one_rating(small_area: Path) -> None:
    text = GROUPS.replace("name: Northfold, rating: met, note", "name: Northfold, rating: not-met, note")
    found = problems(small_area, text.partition("  - table:\n      id: towns")[0], "more.yaml")
    assert [problem.message for problem in found] == ["«Northfold» is rated not-met here, and met before"]


def test_the_groups_of_no_table(small_area: Path) -> None:
    found = problems(small_area, GROUPS.replace("groups_of: by-town", "groups_of: wells"), "more.yaml")
    assert [problem.message for problem in found] == ["there is no table «wells» with groups"]


def test_two_tables_have_two_names(small_area: Path) -> None:
    found = problems(
        small_area,
        GROUPS.replace("id: towns", "id: wells").replace("groups_of: by-town", "rows: [{name: x}]"),
        "more.yaml",
    )
    assert [problem.message for problem in found] == ["another table or chart of the report is called «wells»"]


def test_a_rating_that_the_scale_has_not_is_held_against_no_other(small_area: Path) -> None:
    text = GROUPS.replace("name: Northfold, rating: met, note", "name: Northfold, rating: splendid, note")
    found = problems(small_area, text.partition("  - table:\n      id: towns")[0], "more.yaml")
    assert found == []
