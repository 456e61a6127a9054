"""Every error that is meant for a user has one root, and the command line shows it the same way."""

from __future__ import annotations

import ast
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from omi_report import errors
from omi_report.cli import main as cli_main
from omi_report.cli.lazy_group import LazyGroup
from omi_report.errors import MISUSE, PROBLEMS, OmiError

PACKAGE = Path(errors.__file__).parent
# These never leave their room: they lead out of a loop, and what they say becomes a problem or another error.
INTERNAL = {
    "MisfitError",
    "UnsoundError",
    "PictureError",
    "_StopReadingError",
    "_CannotTellError",
    "NotATableError",
    "OddLayoutError",
    "RefusedError",
    "TooLargeError",
}


def test_every_error_that_reaches_a_user_has_the_root() -> None:
    trees = [ast.parse(path.read_text()) for path in PACKAGE.rglob("*.py")]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    named = {node.name: {ast.unparse(base) for base in node.bases} for node in classes if node.name.endswith("Error")}
    assert len(named) > len(INTERNAL) + 5
    for name, bases in named.items():
        assert name in INTERNAL or name == "OmiError" or bases & (named.keys() - INTERNAL), name


def test_every_error_has_the_root_and_a_status() -> None:
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    assert len(found) > 5
    for each in found:
        assert issubclass(each, OmiError)
        assert each.status in (PROBLEMS, MISUSE)


def test_a_command_that_raises_ends_with_the_message_and_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    class _UnluckyError(OmiError):
        status = 1

    @click.command()
    def unlucky() -> None:
        raise _UnluckyError("the tea is cold: make more")

    monkeypatch.setattr(LazyGroup, "get_command", lambda *_: unlucky)
    result = CliRunner().invoke(cli_main.main, ["rules"])
    assert (result.exit_code, result.output) == (1, "omi: the tea is cold: make more\n")
