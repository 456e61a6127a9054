"""Exports become sheets of evidence by a map; what is wrong is told by cause."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache

import pytest
from openpyxl import load_workbook

from omi_report import limits
from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.grids import SheetGrid, column_of_letters, letters_of_column, read_grids
from omi_report.evidence.sheet import NotATableError
from omi_report.importing.sheets.guess.guesses import guess_sheets
from omi_report.importing.sheets.imported import ImportBeside, ImportedSheets, imported_sheets
from omi_report.importing.sheets.keyed import ids_by_key
from omi_report.model.evidence_map import EvidenceMap, MapSource
from omi_report.model.framework import Framework
from omi_report.model.shipped import load_framework
from tests.exports import Rows, csv_of, ods_of, xlsx_of

ROWS = [
    ["case", "Type of case", "1.1.1 Was it timely?", "1.1.2", "Officer"],
    ["A1", "community", "Yes", "No", "Ann Other"],
    ["A2", "custody", "no", "N/A", "Bob Other"],
]
MAP = MapSource(
    case="case",
    columns={"Type of case": "case_type", "1.1.1 Was it…": "1.1.1", "1.1.2": "1.1.2", "Officer": "ignore"},
    answers={"*": {"n/a": "not-relevant"}},
)
CASES = "case,case_type,1.1.1,1.1.2\nA1,community,yes,no\nA2,custody,no,not-relevant\n"


@cache
def framework() -> Framework:
    return load_framework("cci-2009", PART_KINDS)


def grid(rows: Rows, file: str = "export.csv") -> SheetGrid:
    (found,) = read_grids(csv_of(rows), file)
    return found


def imported(*grids: SheetGrid, source: MapSource = MAP) -> ImportedSheets:
    return imported_sheets(grids, EvidenceMap(sources=(source,)), framework())


def lines_of(found: ImportedSheets) -> list[str]:
    assert not found.files
    return [cause.line for cause in found.causes]


def test_an_export_is_read_by_the_map() -> None:
    found = imported(grid(ROWS))
    assert found.files == {"evidence/cases.csv": CASES}
    (sheet,) = found.sheets
    assert (sheet.headings, sheet.columns.ignored, sheet.columns.unknown) == ((1,), ("Officer",), ())
    assert found.values == {("Yes", "yes"): 1, ("no", "no"): 1, ("No", "no"): 1, ("N/A", "not-relevant"): 1}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_of_any_country(delimiter: str, encoding: str) -> None:
    rows = [["Résultats; of, all the cases"], *ROWS]
    assert imported(*read_grids(csv_of(rows, delimiter, encoding), "x.txt")).files == {"evidence/cases.csv": CASES}


@pytest.mark.parametrize("of", [xlsx_of, ods_of])
def test_workbooks_of_several_sheets(of: Callable[[dict[str, Rows]], bytes]) -> None:
    grids = read_grids(of({"Notes": [["Read me"]], "Data": [["Judged cases"], [], *ROWS]}), "x.bin")
    assert [each.title for each in grids] == ["Notes", "Data"]
    assert grids[1].rows[1] == (3, ROWS[0])
    found = imported(*grids, source=MAP.replaced(sheet="data"))
    assert found.files == {"evidence/cases.csv": CASES}
    assert found.unread == ("x.bin [Notes]",)


def test_cells_of_a_workbook_are_as_they_are_shown() -> None:
    data = xlsx_of({"a": [["case", "when", 1.1], [7, date(2008, 3, 1), 1.5]]})
    book = load_workbook(io.BytesIO(data))
    book.active["A2"].number_format = '"WX-"000'
    book.active["B2"].number_format = "dd/mm/yyyy"
    book.active["C1"].number_format = "0.00"
    packed = io.BytesIO()
    book.save(packed)
    (found,) = read_grids(packed.getvalue(), "a.xlsx")
    assert found.rows[0][1] == ["case", "when", "1.10"]
    assert found.rows[1][1] == ["WX-007", "2008-03-01", "1.5"]


def test_headings_in_two_rows_with_merged_cells() -> None:
    rows = [
        ["Case", "", "1.1 Court", "", ""],
        ["", "Type of case", "1.1.1 Was it timely?", "1.1.2", "Officer"],
        *ROWS[1:],
    ]
    (found,) = read_grids(xlsx_of({"a": rows}, merged=["A1:A2", "C1:E1"]), "a.xlsx")
    source = MAP.replaced(heading_rows=(1, 2), columns={**MAP.columns, "1.1 Court / 1.1.2": "1.1.2"})
    columns = {key: name for key, name in source.columns.items() if key != "1.1.2"}
    assert imported(found, source=source.replaced(columns=columns)).files == {"evidence/cases.csv": CASES}


def test_what_is_no_case_is_left_out_and_said() -> None:
    rows = [["Export of May"], ROWS[0], ROWS[1], [], ROWS[0], ROWS[2], ["Total", "", "1", "1"], ["", "", "50%", "0%"],
            ["© the tool"], ["Test 1", "custody", "Yes", "Yes"]]  # fmt: skip
    found = imported(grid(rows), source=MAP.replaced(skip=("Test",), heading_row=1))
    assert found.files == {"evidence/cases.csv": CASES}
    assert found.sheets[0].left_out == {
        "the headings once more": (5,),
        "totals": (7, 8),
        "no answers": (9,),
        "left out by the map": (10,),
    }
    assert [note.line for note in found.notes] == [
        "export.csv: the headings stand in row 2, not in row 1 as the map says: they were read there."
    ]


def test_a_case_without_an_id_is_no_row_of_totals() -> None:
    codes = MAP.replaced(answers={"*": {"1": "yes", "2": "no", "9": "not-relevant"}})
    rows = [ROWS[0], ["A1", "", "1", "2", ""], ["", "", "2", "9", ""]]
    (line,) = lines_of(imported(grid(rows), source=codes))
    assert line.startswith("export.csv: rows with answers have no case: A3. ")


def test_files_about_the_same_cases_are_joined() -> None:
    one = [[row[0], row[1], row[2]] for row in ROWS]
    other = [[row[0].lower(), row[3]] for row in (ROWS[0], *ROWS[:0:-1])]
    held = EvidenceMap(
        sources=(
            MAP.replaced(file="one*", columns={"Type of case": "case_type", "1.1.1 Was it…": "1.1.1"}),
            MAP.replaced(file="other*", columns={"1.1.2": "1.1.2"}),
        )
    )
    grids = [grid(one, "dir/one.csv"), grid(other, "dir/OTHER.csv")]
    assert imported_sheets(grids, held, framework()).files == {"evidence/cases.csv": CASES}


def test_a_case_with_two_answers_is_told_with_both_places() -> None:
    other = [ROWS[0], ["a1", "", "no", "", ""], ["A2", "custody", "no", "", ""]]
    (line,) = lines_of(imported(grid(ROWS, "one.csv"), grid(other, "two.csv")))
    assert line.startswith(
        "one case is answered in two ways: «1.1.1» of A1 is yes and no (C2 of one.csv and C2 of two.csv). "
    )
    found = imported(grid(ROWS, "one.csv"), grid(ROWS, "two.csv"))
    assert found.files == {"evidence/cases.csv": CASES}
    assert [note.where for note in found.notes] == ["two.csv: row 2 (A1), row 3 (A2)"]


def test_hundreds_of_cells_are_one_cause() -> None:
    rows = [ROWS[0], *([f"A{number}", "custody", "Partly", "Yes", ""] for number in range(300))]
    rows[7][3] = "Mostly"
    rows[9][3] = "2008-03-01"
    column, dates, others = lines_of(imported(grid(rows)))
    assert "a column holds what is no answer of its own: C (1.1.1); there stands «Partly»: C2 (A0). " in column
    assert "a spreadsheet has made dates of answers («2008-03-01» 1): D10 (A8). " in dates
    assert "cells hold what is no answer of theirs («Mostly» 1): D8 (A6). " in others


def test_missing_and_renamed_columns_are_one_cause() -> None:
    rows = [["case", "Type of case", "1.1.1 Were they timely?", "1.1.2x", "Officer"], *ROWS[1:]]
    (line,) = lines_of(imported(grid(rows)))
    assert line.startswith("export.csv: the sheet has not 2 columns of the map: «1.1.1 Was it…», «1.1.2»: ")
    assert "«1.1.2x» for «1.1.2»" in line


def test_an_id_that_would_be_a_formula_is_guarded() -> None:
    rows = [ROWS[0], ["=1+1", *ROWS[1][1:]]]
    found = imported(grid(rows))
    assert found.files["evidence/cases.csv"].splitlines()[1].startswith("'=1+1,")
    assert len(found.notes) == 1


def test_ids_that_tell_who_somebody_is_are_refused() -> None:
    (line,) = lines_of(imported(grid([ROWS[0], ["ann@example.org", *ROWS[1][1:]]])))
    assert line.startswith("export.csv: the ids are e-mail addresses: A2. ")


def test_a_sheet_that_the_map_does_not_know() -> None:
    (line,) = lines_of(imported(grid(ROWS), source=MAP.replaced(file="other.csv")))
    assert line.startswith("the map says nothing of any of these sheets. ")


@pytest.mark.parametrize("index", [0, 25, 26, 701, 702, 16_383])
def test_letters_of_columns(index: int) -> None:
    assert column_of_letters(letters_of_column(index)) == index


def a_row(text: str, row: str = "", cell: str = "") -> str:
    return (
        f"<table:table-row {row}><table:table-cell {cell}><text:p>{text}</text:p></table:table-cell></table:table-row>"
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (a_row("", 'table:number-rows-repeated="9999999999"'), "times"),
        (a_row("x", 'table:number-rows-repeated="1048570"'), "cells"),
        (a_row("x", "", 'table:number-columns-repeated="16000"'), "columns"),
        (a_row("x" * (limits.CELL_CHARACTERS + 1)), "characters"),
    ],
)
def test_a_spreadsheet_that_holds_too_much(more: str, said: str) -> None:
    with pytest.raises(NotATableError) as caught:
        read_grids(ods_of({"a": ROWS}, more), "a.ods")
    assert said in caught.value.message


def test_a_workbook_of_the_old_form_is_refused_with_what_to_do() -> None:
    with pytest.raises(NotATableError) as caught:
        read_grids(b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls")
    assert "save it as" in caught.value.hint


def test_cases_that_nobody_has_judged_are_left_out_and_said() -> None:
    found = imported(grid([*ROWS, ["A3", "custody", "", "", ""]]))
    assert found.files == {"evidence/cases.csv": CASES}
    assert [note.where for note in found.notes] == ["export.csv: row 4 (A3)"]


def test_attributes_that_no_export_has_come_from_the_sample() -> None:
    rows = [[row[0], row[2], row[3]] for row in ROWS]
    source = MAP.replaced(
        columns={key: name for key, name in MAP.columns.items() if name not in ("case_type", "ignore")}
    )
    sample = grid([["case", "place", "case_type"], ["a2", "sample", "custody"], ["A1", "sample", "community"]])
    found = imported_sheets([grid(rows)], EvidenceMap(sources=(source,)), framework(), ImportBeside(sample))
    assert found.files == {"evidence/cases.csv": CASES.replace("A2", "a2")}  # as the sample spells it
    other = grid([["case", "case_type"], ["A1", "custody"], ["A2", "custody"]])
    found = imported_sheets([grid(ROWS)], EvidenceMap(sources=(MAP,)), framework(), ImportBeside(other))
    assert found.files == {"evidence/cases.csv": CASES}
    assert [note.line for note in found.notes] == [
        "attributes are others than in the area's sample: export.csv: B2 (A1)."
    ]


def test_cases_that_are_not_in_the_sample_stop_an_import_and_are_not_named() -> None:
    sample = grid([["case", "case_type"], ["A1", "community"]])
    found = imported_sheets([grid(ROWS)], EvidenceMap(sources=(MAP,)), framework(), ImportBeside(sample))
    assert not found.files
    (line,) = (cause.line for cause in found.causes)
    assert line.startswith("cases are not in the area's sample: export.csv: row 3.")
    assert "A2" not in line
    assert "--key" in line


def test_cases_that_are_not_inspected_are_told() -> None:
    sample = grid([["case", "place", "case_type"], ["A1", "withdrawn", "community"], ["A2", "sample", "custody"]])
    found = imported_sheets([grid(ROWS)], EvidenceMap(sources=(MAP,)), framework(), ImportBeside(sample))
    assert found.files
    assert [note.line for note in found.notes] == [
        "cases stand in reserve or were withdrawn (OMI272): export.csv: row 2 (A1)."
    ]


def test_a_file_of_which_nothing_is_read_stops_an_import() -> None:
    source = MAP.replaced(file="export*.csv")
    other = grid([["case", "1.1.1"], ["A3", "yes"]], "others.csv")
    (line,) = lines_of(imported(grid(ROWS), other, source=source))
    assert line.startswith("nothing of others.csv is read: the map says nothing of its sheets")
    book = grid([["Code", "Label"], ["1", "yes"]], "codes.csv")
    assert imported(grid(ROWS), book, source=source).files


def test_a_survey_that_is_named_twice_is_refused() -> None:
    (survey, *_others) = framework().surveys
    question = survey.questions[0].id
    source = MapSource(of=survey.id, columns={question: question})
    rows = [[question], *([answer] for answer in ("yes", "no", "yes", "yes"))]
    (line,) = lines_of(imported(grid(rows), grid(rows, "copy.csv"), source=source))
    assert line.startswith("export.csv and copy.csv hold the same rows. Leave one of the two out")
    assert imported(grid(rows), grid([*rows, ["no"]], "more.csv"), source=source).files


def test_ids_of_the_caseload_become_those_of_the_inspection() -> None:
    key = ids_by_key("caseload,case\na1,WX-001\nA2,WX-002\n")
    found = imported_sheets([grid(ROWS)], EvidenceMap(sources=(MAP,)), framework(), ImportBeside(key=key))
    assert found.files == {"evidence/cases.csv": CASES.replace("A1", "WX-001").replace("A2", "WX-002")}
    assert ids_by_key("case,caseload\n1,2\n") == {}


def test_what_the_exports_do_not_have_can_stay() -> None:
    head, first, second = CASES.splitlines()
    there = grid([each.split(",") for each in (f"{head}", "A0" + first.removeprefix("A1"), second.replace("A2", "a2"))])
    beside = ImportBeside(there={"evidence/cases": there})
    only_first = imported_sheets([grid(ROWS[:2])], EvidenceMap(sources=(MAP,)), framework(), beside)
    lines = only_first.files["evidence/cases.csv"].splitlines()
    assert [line.partition(",")[0] for line in lines] == ["case", "A0", "a2", "A1"]
    assert lines[3] == first
    both = imported_sheets([grid(ROWS)], EvidenceMap(sources=(MAP,)), framework(), beside)
    assert both.files["evidence/cases.csv"].splitlines()[1:] == ["A0" + first.removeprefix("A1"), second, first]


def test_rows_of_one_sheet_that_are_put_together_are_told() -> None:
    parts = [ROWS[0], ["A1", "community", "Yes", "", ""], ["a1", "", "", "No", ""]]
    found = imported_sheets([grid(parts)], EvidenceMap(sources=(MAP,)), framework())
    assert any("were put together with it: export.csv: row 3 (a1)" in note.line for note in found.notes)


def test_a_heading_that_is_gone_is_not_taken_for_the_letters_of_a_column() -> None:
    """«B» may have been a heading: where its column is gone, another one must not stand in for it."""
    source = MAP.replaced(columns={**MAP.columns, "B": "sex"})
    (line,) = lines_of(imported(grid(ROWS), source=source))
    assert line.startswith("export.csv: the sheet has not a column of the map: «B».")
    columns = {key: name for key, name in MAP.columns.items() if name != "case_type"}
    by_letters = imported(grid(ROWS), source=MAP.replaced(columns={**columns, "B": "case_type"}))
    assert by_letters.files == {"evidence/cases.csv": CASES}


@pytest.mark.parametrize("of", [csv_of, lambda rows: xlsx_of({"a": rows}), lambda rows: ods_of({"a": rows})])
def test_a_damaged_file_is_read_or_refused_and_never_fails(of: Callable[[Rows], bytes]) -> None:
    random_ = random.Random(7)
    sound = of(ROWS)
    for _round in range(60):
        data = bytearray(sound)
        for _hit in range(random_.randint(1, 8)):
            at = random_.randrange(len(data))
            if random_.random() < 0.3:
                del data[at : at + random_.randint(1, 40)]
            else:
                data[at] = random_.randrange(256)
        with suppress(NotATableError):
            grids = read_grids(bytes(data), "x")
            imported(*grids)
            guess_sheets(grids, framework())
