"""Somebody new comes from an export of 110 judged cases to a scored area in four commands, and nobody is named."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from tests.export_layouts import AREAS, workbook_of_cases
from tests.exports import csv_of


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder in which the commands were run, and what each of them said."""
    folder = tmp_path_factory.mktemp("newcomer")
    (folder / "export of 3 May.xlsx").write_bytes(workbook_of_cases("wessex"))
    area, export = str(folder / "wiltshire"), str(folder / "export of 3 May.xlsx")
    commands = [
        ["init", area, "--inspected", "2008-05"],
        ["evidence", "import", export, area, "--guess"],
        ["evidence", "import", export, area],
        ["score", area, "--format", "json"],
    ]
    said = []
    for command in commands:
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, (command, done.output)
        said.append(done.stdout)
    return folder, said


def test_the_scores_are_those_of_the_same_cases_elsewhere(scored: tuple[Path, list[str]]) -> None:
    _folder, said = scored
    there = CliRunner().invoke(main, ["score", str(AREAS / "wessex"), "--format", "json"])
    ours, theirs = json.loads(said[-1]), json.loads(there.stdout)
    assert [(each["number"], each["fraction"]) for each in ours["scores"]] == [
        (each["number"], each["fraction"]) for each in theirs["scores"]
    ]
    assert ours["cases"] == 110


def test_nothing_of_the_persons_in_the_export_is_in_the_area(scored: tuple[Path, list[str]]) -> None:
    folder, _said = scored
    written = [path for path in (folder / "wiltshire").rglob("*") if path.is_file()]
    assert len(written) > 20
    for path in written:
        data = path.read_bytes()
        for word in (b"Ann Other", b"example.org", b"10.0.0.1", b"It went well"):
            assert word not in data, path


def test_open_data_hold_nothing_of_the_map_or_the_ids(scored: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, _said = scored
    area = Path(shutil.copytree(AREAS / "wessex", tmp_path / "wessex"))
    shutil.copy(folder / "wiltshire" / "evidence" / "map.yaml", area / "evidence")
    done = CliRunner().invoke(main, ["export", str(area), "-o", str(tmp_path / "data.json")])
    assert done.exit_code == 0, done.output
    text = (tmp_path / "data.json").read_text(encoding="utf-8")
    rows = csv.reader((area / "evidence" / "cases.csv").read_text(encoding="utf-8").splitlines())
    assert not [row[0] for row in list(rows)[1:] if row[0] in text]
    assert "map.yaml" not in text


def test_from_a_caseload_and_an_export_in_five_commands(tmp_path: Path) -> None:
    """The sample is drawn, its cases are judged elsewhere under the sample's ids, and what comes back is scored."""
    head, *rows = list(
        csv.reader((AREAS / "wessex" / "evidence" / "cases.csv").read_text(encoding="utf-8").splitlines())
    )
    first = head.index("1.1.1")
    caseload, export, key = (tmp_path / name for name in ("caseload.csv", "export.csv", "key.csv"))
    everybody = [[f"L{at:03}", *rows[at % len(rows)][1:first]] for at in range(len(rows) * 2)]
    caseload.write_bytes(csv_of([head[:first], *everybody]))
    area = str(tmp_path / "wiltshire")
    for command in (
        ["init", area, "--inspected", "2008-05"],
        ["sample", str(caseload), area, "--seed", "x", "--prefix", "WT", "--key", str(key)],
    ):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, (command, done.output)
    sampled = csv.DictReader(
        (tmp_path / "wiltshire" / "evidence" / "sample.csv").read_text(encoding="utf-8").splitlines()
    )
    cases = {row["case"]: row for row in sampled if row["place"] == "sample"}
    known = [name for name in head[1:first] if name in next(iter(cases.values()))]
    judged = {
        case: caseload_id for caseload_id, case in list(csv.reader(key.read_text(encoding="utf-8").splitlines()))[1:]
    }
    kept = [at for at, name in enumerate(head) if at and name not in known]
    answers = {case: rows[int(judged[case][1:]) % len(rows)] for case in cases}
    export.write_bytes(
        csv_of(
            [
                ["Case ID", *(head[at] for at in kept)],
                *([case, *(row[at] for at in kept)] for case, row in answers.items()),
            ]
        )
    )
    for command in (
        ["evidence", "import", str(export), area, "--guess"],
        ["evidence", "import", str(export), area],
        ["score", area],
    ):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, (command, done.output)
    assert f"({len(cases)} cases)" in done.output
    found = list(
        csv.reader((tmp_path / "wiltshire" / "evidence" / "cases.csv").read_text(encoding="utf-8").splitlines())
    )
    assert found == [head, *([case, *row[1:]] for case, row in answers.items())]
