from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from tests.word_files import with_parts, word

REPORT = """\
A report on offender management in
Wiltshire

1.1 General Criterion: PREPARING FOR SENTENCE

72%

Strengths:

(a) A report was ready in 83% of cases (see criterion 1.2).

(c) Five of the six reports were clear.

Areas for improvement:

(a) Too little was said of victims.

1.2 General Criterion: ASESSMENT OF RISK OF HARM

Strengths:

(a) Screenings were made.
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("report.txt")
    path.write_text(REPORT)
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


def test_a_report_becomes_an_area(report: Path) -> None:
    shown = run("report.txt", "areas/wiltshire")
    assert shown.exit_code == 0, shown.output
    assert "which fits best: 2 of its 20 criteria" in shown.output
    text = Path("areas/wiltshire/criteria/1.1.yaml").read_text()
    assert text == (
        "# Imported from report.txt.\n"
        "criterion: 1.1\n"
        "score: 72\n"
        "\n"
        "percentages:\n"
        "  report-ready-cases: 83\n"
        "  reports-clear: 5 of 6\n"
        "\n"
        "strengths:\n"
        "  - id: report-ready-cases-see-criterion\n"
        "    text: |\n"
        "      A report was ready in {{ report-ready-cases }} of cases (see {criterion}`~1.2`).\n"
        "  # import: (b) was not found before it (report.txt:12)\n"
        "  - id: five-six-reports-clear\n"
        "    text: |\n"
        "      {{ reports-clear | count | capital }} reports were clear.\n"
        "\n"
        "improvements:\n"
        "  - id: little-said-victims\n"
        "    text: |\n"
        "      Too little was said of victims.\n"
    )
    assert "report.txt:12: → areas/wiltshire/criteria/1.1.yaml:13: (b) was not found before it" in shown.output
    assert "18: «1.2 General Criterion: ASESSMENT OF RISK OF HARM» was taken for the title of" in shown.output
    assert "4: 1.1 General Criterion: PREPARING FOR SENTENCE" in Path("areas/wiltshire/import-left-over.md").read_text()


def test_a_dry_run_writes_nothing(report: Path) -> None:
    assert "Nothing was written" in run("--dry-run", "report.txt", "areas/wiltshire").output
    assert not Path("areas").exists()


def test_nothing_is_overwritten(report: Path) -> None:
    Path("area").mkdir()
    Path("area/notes.txt").write_text("mine")
    shown = run("report.txt", "area")
    assert shown.exit_code == 2
    assert "nothing in it is overwritten" in shown.output
    assert [path.name for path in Path("area").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "bad is empty"),
        (b"  \n", "bad is empty"),
        (b"%PDF-1.7\n", "bad is a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "bad is no text and no Word file"),
        (b"\xff\xfea\xd8", "bad is damaged"),
        (b"PK\x03\x04 and nothing more", "bad is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "bad is a file of Word before 2007"),
        (with_parts(word("a"), {"word/vbaProject.bin": b"x"}), "bad holds macros"),
        (b"Nothing that any framework has.", "of no criterion of any framework"),
    ],
)
def test_what_cannot_be_imported_is_said_in_a_line(
    data: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad").write_bytes(data)
    shown = run("bad", "area")
    assert shown.exit_code == 2
    assert message in shown.output
    assert len(shown.output.splitlines()) == 1
    assert not Path("area").exists()


def test_other_encodings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = REPORT.replace("clear.", "clear – “quite” clear, in the café.")
    Path("a.txt").write_bytes(text.encode("cp1252"))
    shown = run("a.txt", "a")
    assert "a.txt:12: this is no UTF-8, and was read as Windows-1252" in shown.output
    Path("b.txt").write_bytes(text.encode("utf-16"))
    assert run("b.txt", "b").exit_code == 0
    for area in ("a", "b"):
        assert "clear – “quite” clear, in the café." in Path(area, "criteria/1.1.yaml").read_text()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    shown = run(str(tmp_path / "none.docx"), str(tmp_path / "area"))
    assert shown.exit_code == 2
    assert "none.docx cannot be read: No such file or directory" in shown.output


def test_the_name_of_a_file_need_not_be_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "re\udcff\nstrengths: x.txt"
    Path(name).write_text(REPORT)
    shown = run(name, "area")
    assert shown.exit_code == 0, shown.output
    assert Path("area/criteria/1.1.yaml").read_text().startswith("# Imported from re\\udcff\\nstrengths: x.txt.\n")
