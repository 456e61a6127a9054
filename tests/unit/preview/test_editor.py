"""The command of an editor, with the place in its words."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.preview import editor as editors
from omi_report.preview.editor import KNOWN, Editor, editor_of


def test_the_place_stands_in_the_words() -> None:
    editor = Editor(("code", "--goto", "{file}:{line}:{column}", "{other}"))
    assert editor.command(Path("/a/{line} b.yaml"), 8, 32) == ["code", "--goto", "/a/{line} b.yaml:8:32", "{other}"]


def test_a_file_as_a_whole_is_opened_at_its_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Editor(("e", "{file}", "{line}", "{column}")).command(Path("-x"), 0, 0) == ["e", f"{tmp_path}/-x", "1", "1"]


@pytest.mark.parametrize("name", KNOWN)
def test_a_name_that_is_known_stands_for_a_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: program)
    assert any("{file}" in word for word in editor_of(name).words)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("vim", "it needs a terminal"),
        ("whatever", "known by their names are bbedit, code"),
        ("", "known by their names"),
        ("'", "No closing quotation"),
        ("no-such-program-here {file}", "there is no program no-such-program-here"),
    ],
)
def test_what_cannot_be_used_is_told(command: str, said: str) -> None:
    with pytest.raises(OutputError, match=said):
        editor_of(command)


def test_the_command_runs_without_a_shell(tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = "import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))"
    editor_of(f'{sys.executable} -c "{script}" {out} {{file}} {{line}} $HOME;true').open(tmp_path / "a.yaml", 3, 4)
    while not out.exists() or not out.read_text():
        pass
    assert out.read_text() == f"{tmp_path}/a.yaml 3 $HOME;true"


def test_the_names_of_terminal_editors_are_no_known_ones() -> None:
    assert not set(editors._IN_TERMINALS) & set(KNOWN)
