"""`omi sample` and `omi evidence`: from the caseload to the sample, and what is kept of it where."""

from __future__ import annotations

import csv
import io
import os
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.sampled import JUDGES, caseload_text, sampled_area


def run(*arguments: object, status: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(each) for each in arguments], env={"COLUMNS": "200"})
    assert done.exit_code == status, done.output
    return done


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an area and a caseload, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    sampled_area(tmp_path)
    (tmp_path / "caseload.csv").write_text(caseload_text(), encoding="utf-8")
    return tmp_path


def rows(project: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((project / "westmark/evidence/sample.csv").read_text())))


def test_a_sample_is_drawn_and_shown(project: Path) -> None:
    dry = run("sample", "caseload.csv", "westmark", "--seed", "a seed", "--dry-run")
    assert not (project / "westmark/evidence").exists()
    done = run("sample", "caseload.csv", "westmark", "--seed", "a seed", "--prefix", "WM", "--dated", "2024-05-02")
    assert done.output.startswith(dry.output)
    assert "12 cases drawn" in done.output
    held = rows(project)
    assert [each["place"] for each in held] == ["sample"] * 12 + ["reserve"] * 6
    assert held[0]["case"] == "WM-001"
    assert list(held[0]) == ["case", "place", "order", "case_type", "year", "team", "judge", "second", "reason"]
    assert sum(each["case_type"] == "workshop" for each in held[:12]) == 8
    assert sum(each["year"] == "2" for each in held[:12]) == 7
    shown = run("sample", "westmark")
    assert "12 cases of 90, drawn on 2024-05-02" in shown.output
    assert "6 cases (workshop 4, office 2)" in shown.output
    assert "Not met" not in shown.output
    assert "no problems" in run("validate", "westmark").output


def test_the_key_alone_leads_back_and_is_for_its_owner(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--key", "keys/k.csv")
    key = project / "keys/k.csv"
    assert key.stat().st_mode & 0o777 == 0o600
    known = {row["caseload"]: row["case"] for row in csv.DictReader(io.StringIO(key.read_text()))}
    assert sorted(known.values()) == [each["case"] for each in rows(project)]
    of_area = [path for path in (project / "westmark").rglob("*") if path.is_file()]
    assert of_area
    for path in of_area:
        assert b"TR00" not in path.read_bytes(), path
        assert b"Secretname" not in path.read_bytes(), path


def test_the_same_seed_gives_the_same_sample_from_a_workbook_in_another_order(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s", "--key", "one.csv")
    first = (project / "westmark/evidence/sample.csv").read_bytes()
    book = openpyxl.Workbook()
    table = list(csv.reader(io.StringIO(caseload_text())))
    for row in [table[1], *reversed(table[2:])]:
        book.active.append(row)
    book.save(project / "caseload.xlsx")
    run("sample", "caseload.xlsx", "westmark", "--seed", "s", "--key", "two.csv", "--again")
    assert (project / "westmark/evidence/sample.csv").read_bytes() == first
    assert (project / "one.csv").read_bytes() == (project / "two.csv").read_bytes()
    run("sample", "caseload.csv", "westmark", "--key", "three.csv", "--again")
    assert (project / "westmark/evidence/sample.csv").read_bytes() != first


def test_nothing_is_written_over(project: Path) -> None:
    run("sample", "caseload.csv", "westmark")
    assert "--again draws another" in run("sample", "caseload.csv", "westmark", "--key", "k", status=2).output
    before = (project / "westmark/evidence/sample.csv").read_bytes()
    refused = run("sample", "caseload.csv", "westmark", "--again", status=2)
    assert "westmark-key.csv is there already" in refused.output
    assert (project / "westmark/evidence/sample.csv").read_bytes() == before


@pytest.mark.parametrize("name", ["westmark/key.csv", "westmark/.hidden/key.csv"])
def test_neither_key_nor_caseload_lies_in_an_area(project: Path, name: str) -> None:
    assert "lies in the folder of the area" in run("sample", "caseload.csv", "westmark", "--key", name, status=2).output
    (project / name).parent.mkdir(exist_ok=True)
    shutil.copy(project / "caseload.csv", project / name)
    assert "stay outside of it" in run("sample", name, "westmark", status=2).output


def test_bad_cells_are_told_with_their_places_and_causes(project: Path) -> None:
    text = caseload_text().replace(",office,", ",N/A,", 5).replace(",1,North", ",,North", 1)
    (project / "caseload.csv").write_text(text)
    done = run("sample", "caseload.csv", "westmark", status=1)
    assert "cells hold what is no answer of theirs («N/A» 5)" in done.output
    assert done.output.count("Wrong:") == 1
    assert "--guess proposes a map" in done.output
    assert "Secretname" not in done.output
    (project / "caseload.csv").write_text(caseload_text().replace(",1,North", ",,North", 1))
    done = run("sample", "caseload.csv", "westmark", status=1)
    assert "cases have no «year»: D" in done.output
    assert not (project / "westmark/evidence").exists()


def test_a_caseload_with_other_headings_is_told_once(project: Path) -> None:
    head, *rest = (project / "caseload.csv").read_text().splitlines()[1:]
    renamed = ",".join(f"col{at}" for at in range(head.count(",") + 1))
    (project / "caseload.csv").write_text("\n".join(["A title", renamed, *rest]))
    done = run("sample", "caseload.csv", "westmark", status=1)
    assert "none of the headings that are looked for stands in its first rows: «case», «case_type»" in done.output
    assert done.output.count("Wrong:") == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("case,Full", "CRN,Full", "there is no column «case»"),
        ("case_type,", "kind,", "there is no column for the attribute «case_type»"),
        ("TR0004", "TR0005", "rows are about a case of an earlier row"),
        ("TR0004", "", "rows with answers have no case"),
        (",North,", ",=1+1,", "begins as a formula does"),
    ],
)
def test_what_is_wrong_with_a_caseload(project: Path, old: str, new: str, told: str) -> None:
    text = caseload_text()
    assert old in text
    (project / "caseload.csv").write_text(text.replace(old, new, 1))
    done = run("sample", "caseload.csv", "westmark", status=1)
    assert told in done.output
    assert "Secretname" not in done.output


def test_the_heading_of_the_ids_can_be_named(project: Path) -> None:
    (project / "caseload.csv").write_text(caseload_text().replace("case,Full", "CRN,Full"))
    run("sample", "caseload.csv", "westmark", "--id", "CRN")


def test_what_cannot_be_met_is_said(project: Path) -> None:
    text = "case,case_type,year\n" + "".join(f"T{n},{'workshop' if n < 9 else 'office'},1\n" for n in range(11))
    (project / "caseload.csv").write_text(text)
    done = run("sample", "caseload.csv", "westmark")
    assert "Not met: case type: office, 2 too few of 4: the caseload has 2" in done.output
    assert "Not met: second-year trainees, 7 too few of 7: the caseload has 0" in done.output
    assert "Not met: second-year trainees" in run("sample", "westmark").output


@pytest.mark.parametrize(
    "arguments",
    [
        ["caseload.csv", "westmark", "--size", "16"],
        ["caseload.csv", "westmark", "--prefix", "a b"],
        ["caseload.csv", "westmark", "--seed", " "],
        ["nowhere.csv", "westmark"],
        ["caseload.txt", "westmark"],
        ["caseload.csv", "westmark", "--guess", "--accept"],
        ["a", "b", "c"],
        ["westmark"],
    ],
)
def test_misuse(project: Path, arguments: list[str]) -> None:
    run("sample", *arguments, status=2)
    assert not (project / "westmark/evidence").exists()


def test_a_case_is_replaced_by_the_next_of_its_stratum(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s")
    before = rows(project)
    out = next(each for each in before[:12] if each["year"] == "2")
    run("evidence", "replace", "westmark", out["case"], "--reason", "in court", "--dry-run")
    assert rows(project) == before
    done = run("evidence", "replace", "westmark", out["case"], "--reason", "in court")
    after = {each["case"]: each for each in rows(project)}
    assert after[out["case"]]["place"] == "withdrawn"
    assert after[out["case"]]["reason"] == "in court"
    came = after[done.output.split()[0]]
    assert (came["place"], came["case_type"]) == ("sample", out["case_type"])
    keeps = [each for each in before[12:] if each["case_type"] == out["case_type"] and each["year"] == "2"]
    assert came["year"] == "2" or (not keeps and "Not met any more: second-year trainees" in done.output)
    assert (
        "was withdrawn already" in run("evidence", "replace", "westmark", out["case"], "--reason", "x", status=2).output
    )
    assert "no case «X»" in run("evidence", "replace", "westmark", "X", "--reason", "x", status=2).output
    assert "1 case withdrawn" in run("sample", "westmark").output
    run("evidence", "replace", "westmark", came["case"], "--reason", "=1+1", status=2)


@pytest.mark.parametrize(
    ("reason", "what"),
    [
        ("Mr John Smith (john@x.org) refused", "«john@x.org» (an e-mail address)"),
        ("Mr X refused", "(somebody's initial)"),
        ("Mrs Quill has moved", "«Mrs Quill» (a name)"),
        ("Darren Hollis was recalled", "«Darren Hollis» (a name)"),
        ("call 07700 900123", "(a telephone number)"),
        ("A1234BC is in another prison", "(the number of a prisoner)"),
    ],
)
def test_a_reason_does_not_tell_who_somebody_is(project: Path, reason: str, what: str) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s")
    before = (project / "westmark/evidence/sample.csv").read_bytes()
    refused = run("evidence", "replace", "westmark", rows(project)[0]["case"], "--reason", reason, status=2)
    assert "the reason tells who somebody is" in refused.output
    assert what in " ".join(refused.output.split())
    assert (project / "westmark/evidence/sample.csv").read_bytes() == before
    kept = "the file is in court, at HMP Leeds since 3 May 2008"
    run("evidence", "replace", "westmark", rows(project)[0]["case"], "--reason", kept)


def test_the_reserve_comes_to_an_end(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s")
    offices = [each["case"] for each in rows(project)[:12] if each["case_type"] == "office"]
    for case in offices[:2]:
        run("evidence", "replace", "westmark", case, "--reason", "ill")
    assert "left in reserve" in run("evidence", "replace", "westmark", offices[2], "--reason", "ill", status=2).output


def test_cases_are_given_out(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s")
    assert "judges.yaml is missing" in run("evidence", "allocate", "westmark", status=2).output
    (project / "westmark/evidence/judges.yaml").write_text(JUDGES)
    assert "12 cases without a judge" in run("sample", "westmark").output
    run("evidence", "allocate", "westmark")
    given = rows(project)[:12]
    assert all(each["judge"] for each in given)
    assert sum(each["judge"].startswith("assessor") for each in given) == 4
    assert sum(bool(each["second"]) for each in given) == 2
    assert not any("assessor-1" in (each["judge"], each["second"]) for each in given if each["team"] == "North")
    assert "no problems" in run("validate", "westmark").output
    run("evidence", "replace", "westmark", given[0]["case"], "--reason", "ill")
    run("evidence", "allocate", "westmark")
    again = {each["case"]: each for each in rows(project)}
    assert all(again[each["case"]]["judge"] == each["judge"] for each in given[1:])
    assert sum(each["place"] == "sample" and not each["judge"] for each in again.values()) == 0


def test_a_judged_sample_is_not_drawn_again(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--prefix", "WM")
    headings = "case,case_type,year,1.1.1,1.1.2,1.1.3,1.2.1,1.2.2,1.2.3"
    (project / "westmark/evidence/cases.csv").write_text(f"{headings}\nWM-001,workshop,1,yes,yes,yes,yes,yes,yes\n")
    done = run("sample", "caseload.csv", "westmark", "--again", "--key", "k.csv", status=2)
    assert "cases.csv has answers already" in done.output
    (project / "westmark/evidence/cases.csv").write_text(f"{headings}\nwm-1x,workshop,1,,,,,,\n")  # with errors
    run("sample", "caseload.csv", "westmark", "--again", "--key", "k.csv", status=2)
    (project / "westmark/evidence/cases.csv").write_text(f"{headings}\n")
    run("sample", "caseload.csv", "westmark", "--again", "--key", "k.csv")


def test_cases_of_somebody_who_does_not_judge_any_more_are_given_to_others(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s")
    judges = project / "westmark/evidence/judges.yaml"
    judges.write_text(JUDGES)
    run("evidence", "allocate", "westmark")
    (gone, *_others) = {each["judge"] for each in rows(project) if each["judge"].startswith("inspector")}
    judges.write_text(JUDGES.replace(gone, f"{gone}-new"))
    run("validate", "westmark", status=1)
    run("evidence", "allocate", "westmark")
    assert all(each["judge"] and each["judge"] != gone for each in rows(project)[:12])
    assert "no problems" in run("validate", "westmark").output


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("sample.csv", "case,place", "case,plaice", "OMI220"),
        ("sample.csv", ",sample,1,", ",sample,x,", "OMI270"),
        ("sample.csv", ",sample,", ",withdrawn,", "OMI270"),
        ("sample.csv", ",sample,", ",smaple,", "OMI225"),
        ("sample.csv", "North,,,", "North,assessor-1,,", "OMI271"),
        ("sample.csv", "North,,,", "North,inspector-1,inspector-1,", "OMI271"),
        ("sample.csv", "North,,,", "North,nobody,,", "OMI271"),
        ("sample.csv", "North,,,", "North,,inspector-1,", "OMI271"),
        ("sample.csv", "North,,,", "North,,,,x", "OMI022"),
        ("sampling.yaml", "seed:", "sede:", "OMI101"),
        ("sampling.yaml", "cases: 90", "cases: none", "OMI103"),
        ("judges.yaml", "inspector-2", "inspector-1", "OMI271"),
    ],
)
def test_a_sample_is_checked(project: Path, file: str, old: str, new: str, code: str) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "a secret seed")
    (project / "westmark/evidence/judges.yaml").write_text(JUDGES)
    path = project / "westmark/evidence" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    done = run("validate", "westmark", status=1)
    assert code in done.output
    assert "secret" not in done.output
    if code != "OMI271":  # a sample whose judges are wrong can be given out anew
        assert "omi validate" in run("sample", "westmark", status=2).output


@pytest.mark.parametrize("missing", ["sample.csv", "sampling.yaml"])
def test_neither_file_stands_without_the_other(project: Path, missing: str) -> None:
    run("sample", "caseload.csv", "westmark")
    (project / "westmark/evidence" / missing).unlink()
    assert "OMI028" in run("validate", "westmark", status=1).output


def test_nothing_of_a_case_leaves_the_area(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMI_CACHE_DIR", str(project / "cache"))
    run("sample", "caseload.csv", "westmark", "--seed", "S3ED-of-the-draw", "--prefix", "WMX")
    (project / "westmark/evidence/judges.yaml").write_text(JUDGES.replace("inspector-1", "inspector-one"))
    run("evidence", "allocate", "westmark")
    run("evidence", "replace", "westmark", "WMX-003", "--reason", "the reason is confidential")
    run("validate", "westmark")
    run("build", "westmark", "--html", "--json", "--govspeak", "-o", "out")
    run("export", "westmark", "-o", "out/data.json")
    run("export", "westmark", "-o", "out/data.xlsx")
    outside = [path for folder in ("out", "cache") for path in (project / folder).rglob("*") if path.is_file()]
    assert {path.parts[len(project.parts)] for path in outside} == {"out", "cache"}
    for path in outside:
        data = path.read_bytes() + os.fsencode(path.name)
        for secret in (b"S3ED", b"WMX-", b"TR00", b"Secretname", b"confidential", b"inspector-one"):
            assert secret not in data, (path, secret)


def test_both_kinds_of_repeated_cases_are_told_at_once(project: Path) -> None:
    head, heading, *cases = caseload_text().splitlines()
    other = cases[1].replace(",1,", ",x,").replace(",2,", ",1,").replace(",x,", ",2,")
    (project / "caseload.csv").write_text("\n".join([head, heading, *cases, cases[0], cases[2], other]))
    done = run("sample", "caseload.csv", "westmark", status=1)
    said = "3 rows are about a case of an earlier row, 2 of them with the same attributes and 1 with others (year)"
    assert said in done.output
    assert "--no-fold" not in done.output


def test_a_caseload_with_other_headings_and_values_is_read_by_a_map(project: Path) -> None:
    run("sample", "caseload.csv", "westmark", "--seed", "s", "--key", "one.csv")
    before = (project / "westmark/evidence/sample.csv").read_bytes()
    text = caseload_text().replace("case,Full name,case_type,year,team", "CRN,Full name,Kind of case,Year,Office")
    other = text.replace(",workshop,", ",Workshop case,").replace(",office,", ",OFFICE,")
    (project / "caseload.csv").write_text(other)
    refused = run("sample", "caseload.csv", "westmark", "--again", "--key", "two.csv", "--id", "CRN", status=1)
    assert "Did you mean «Kind of case» for case_type?" in refused.output
    guessed = run("sample", "caseload.csv", "westmark", "--guess")
    assert "A sample would be drawn from 90 cases" in guessed.output
    held = (project / "westmark/evidence/map.yaml").read_text()
    assert "  - of: caseload" in held
    assert "team: Office" in held
    assert "Secretname" not in held
    assert "TR0" not in held
    assert "has an entry for this caseload" in run("sample", "caseload.csv", "westmark", "--guess", status=2).output
    unsure = run("sample", "caseload.csv", "westmark", "--again", "--key", "two.csv", status=2)
    assert "nobody has looked at" in unsure.output
    (project / "westmark/evidence/map.yaml").write_text(held.partition("    unsure:")[0])
    run("sample", "caseload.csv", "westmark", "--seed", "s", "--again", "--key", "two.csv")
    assert (project / "westmark/evidence/sample.csv").read_bytes() == before
    assert (project / "one.csv").read_bytes() == (project / "two.csv").read_bytes()
    assert "no problems" in run("validate", "westmark").output


def test_a_map_of_exports_and_one_of_the_caseload_keep_each_other(project: Path) -> None:
    text = caseload_text().replace("case_type", "Kind of case")
    (project / "caseload.csv").write_text(text)
    export = "case,case_type,year,1.1.1,1.1.2\nWM-001,workshop,1,yes,yes\n"
    (project / "export.csv").write_text(export)
    run("evidence", "import", "export.csv", "westmark", "--guess")
    path = project / "westmark/evidence/map.yaml"
    of_exports = path.read_text()
    run("sample", "caseload.csv", "westmark", "--guess")
    assert path.read_text().startswith(of_exports)
    both = path.read_text()
    run("evidence", "import", "export.csv", "westmark", "--guess", "--again")
    assert sorted(path.read_text().splitlines()) == sorted(both.splitlines())
    run("sample", "caseload.csv", "westmark", "--guess", "--again")
    assert sorted(path.read_text().splitlines()) == sorted(both.splitlines())


def test_the_sheet_of_a_workbook_is_found_or_named(project: Path) -> None:
    table = list(csv.reader(io.StringIO(caseload_text())))
    book = openpyxl.Workbook()
    book.active.append(["A note", "and nothing else"])
    for title, rows_ in (("May", table), ("June", table[:40])):
        sheet = book.create_sheet(title)
        for row in [*rows_, ["Total", "", str(len(rows_))]]:
            sheet.append(row)
    book.save(project / "cases.xlsx")
    several = run("sample", "cases.xlsx", "westmark", "--dry-run", status=1)
    assert "several of the sheets" in several.output
    assert "--sheet" in several.output
    none = run("sample", "cases.xlsx", "westmark", "--sheet", "July", status=1)
    assert "there is no sheet «July»" in none.output
    done = run("sample", "cases.xlsx", "westmark", "--sheet", "June", "--seed", "s", "--key", "k.csv")
    assert "Rows of the caseload left out, totals: 1 (row 41)" in done.output
    del book["May"]
    book.save(project / "cases.xlsx")
    run("sample", "cases.xlsx", "westmark", "--seed", "s", "--again", "--dry-run")  # the only one with its headings


def test_a_sample_below_the_least_size_is_said_to_be_one(project: Path) -> None:
    text = "case,case_type,year\n" + "".join(f"T{n},{'workshop' if n < 9 else 'office'},1\n" for n in range(11))
    (project / "caseload.csv").write_text(text)
    done = run("sample", "caseload.csv", "westmark")
    assert "Not met: the size, 2 cases too few of 12, and the framework's least size is 12" in done.output
    assert "of 6 that the framework asks for" in done.output


def test_a_map_with_errors_stops_a_draw(project: Path) -> None:
    (project / "westmark/evidence").mkdir()
    path = project / "westmark/evidence/map.yaml"
    path.write_text("sources:\n  - {of: caseload, case: case, columns: {case_type: kind}}\n")
    done = run("sample", "caseload.csv", "westmark", status=1)
    assert "there is no question or attribute «kind»" in done.output
    path.write_text("sources:\n  - {of: caseload, case: case, columns: {case_type: case_type}}\n")
    assert "the map names no column for «year»" in run("sample", "caseload.csv", "westmark", status=1).output
    other = project / "other.yaml"
    other.write_text("sources:\n  - {of: caseload, case: case, columns: {case_type: case_type, year: year}}\n")
    run("sample", "caseload.csv", "westmark", "--map", "other.yaml", "--dry-run")
