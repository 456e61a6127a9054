"""The lists of Word files: what Word counts or puts bullets before become entries, and what stands in these stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.importing.entries import entries_of
from omi_report.importing.word_reader import word_pieces
from tests.word_files import word


def texts_of(*paragraphs: str) -> list[list[tuple[str, bool]]]:
    pieces, _left = word_pieces(word(*paragraphs), "a.docx")
    entries = entries_of(pieces, unmarked_are_entries=False)
    return [[(piece.text, piece.bullet) for piece in entry.pieces] for entry in entries]


@pytest.mark.parametrize("style", ["List Number", "List Bullet", "List Bullet 2"])
def test_an_entry_has_no_bullet_of_its_own(style: str) -> None:
    assert texts_of(f"{style}|One.", "More.", f"{style}|Two.") == [
        [("One.", False), ("More.", False)],
        [("Two.", False)],
    ]


def test_bullets_in_an_entry_that_is_counted_are_its_list() -> None:
    found = texts_of("List Number|One:", "List Bullet|a", "List Bullet|b", "List Number|Two.")
    assert found == [[("One:", False), ("a", True), ("b", True)], [("Two.", False)]]


def test_findings_of_a_numbered_list_are_plain_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["init", "area"])
    Path("a.docx").write_bytes(word("Heading 3|Strengths", "List Number|Plans were good.", "List Number|Staff came."))
    shown = CliRunner().invoke(main, ["import", "a.docx", "area", "--criterion", "1.2"])
    assert shown.exit_code == 0, shown.output
    written = Path("area/criteria/1.2.yaml").read_text()
    assert "    text: |\n      Plans were good.\n" in written
    assert "      Staff came.\n" in written
