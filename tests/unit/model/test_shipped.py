"""A framework that comes with omi is checked like one of an area's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import BrokenFrameworkError, UnknownFrameworkError
from omi_report.model import shipped
from omi_report.model.shipped import framework_in, load_framework, shipped_frameworks
from omi_report.resources import frameworks_folder

HAMPSHIRE = Path(__file__).parents[3] / "areas" / "hampshire"
WHOLE = (frameworks_folder() / "omi-2006.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which omi looks for its frameworks."""
    monkeypatch.setattr(shipped, "frameworks_folder", lambda: tmp_path)
    return tmp_path


def broken(folder: Path, old: str, new: str) -> str:
    """What is said of the framework of 2006 with one thing changed; the folder is written FOLDER."""
    assert WHOLE.count(old) == 1
    (folder / "omi-2006.yaml").write_text(WHOLE.replace(old, new), encoding="utf-8")
    with pytest.raises(BrokenFrameworkError) as caught:
        load_framework("omi-2006", PART_KINDS)
    return str(caught.value).replace(str(folder), "FOLDER")


def line_of(text: str) -> int:
    return WHOLE[: WHOLE.index(text)].count("\n") + 1


RULE = "thread: {of: questions, take: mean}"


def test_a_rule_that_gives_nothing_is_said_with_file_and_line(folder: Path) -> None:
    assert broken(folder, RULE, "thread: {of: criteria, take: mean}") == (
        "the framework omi-2006 cannot be used:\n"
        f"  FOLDER/omi-2006.yaml:{line_of('  - id: roh')}:9: no criteria of its sections carry the thread «roh» "
        "(write «threads: [roh]» at those that do, or «rating: none» at the thread)"
    )


def test_a_misspelt_key_is_said_with_file_and_line(folder: Path) -> None:
    assert broken(folder, "minimum_base: 10", "minimun_base: 10") == (
        "the framework omi-2006 cannot be used:\n"
        f"  FOLDER/omi-2006.yaml:{line_of('minimum_base: 10')}:1: unknown key «minimun_base» "
        "(did you mean «minimum_base»?)"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (RULE, "thread: [", "not valid YAML"),
        ("sections: [1, 2]", "sections: [1, 9]", "there is no section 9"),
        ("language: en-GB", "language: english", "is not written as it should be"),
        ("inspectorate: HM Inspectorate of Probation", "inspectorate: ~", "the key «inspectorate» has no value"),
    ],
)
def test_whatever_else_is_wrong_is_said_too(folder: Path, old: str, new: str, message: str) -> None:
    assert message in broken(folder, old, new)


def test_of_many_flaws_the_first_are_shown(folder: Path) -> None:
    said = broken(folder, RULE, "\n  ".join(f"key_{letter}: x" for letter in "abcdefgh")).splitlines()
    assert len(said) == 7
    assert said[-1] == "  and 3 more"


def test_what_is_no_text_cannot_be_read(folder: Path) -> None:
    (folder / "x.yaml").write_bytes(b"\xff")
    with pytest.raises(BrokenFrameworkError, match=r"x\.yaml:1:1: the byte 0xFF is not UTF-8 text"):
        framework_in(folder / "x.yaml", PART_KINDS)
    with pytest.raises(BrokenFrameworkError, match=r"y\.yaml cannot be read: "):
        framework_in(folder / "y.yaml", PART_KINDS)


def test_an_unknown_name_is_another_error(folder: Path) -> None:
    shutil.copy(frameworks_folder() / "omi-2006.yaml", folder / "one.yaml")
    assert shipped_frameworks() == ["one"]
    with pytest.raises(UnknownFrameworkError, match="use one"):
        load_framework("two", PART_KINDS)


def test_the_program_ends_with_the_message(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("omi_report.model.which_framework.shipped_frameworks", shipped_frameworks)
    broken(folder, RULE, "thread: {of: criteria, take: mean}")
    done = CliRunner().invoke(main, ["validate", "--no-cache", str(HAMPSHIRE)], catch_exceptions=False)
    assert done.exit_code == 2
    assert done.output.startswith("omi: the framework omi-2006 cannot be used:\n")
