"""`omi preview`: what it refuses before it serves anything, and what it says. tests/browser looks at what it serves."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main
from omi_report.cli.preview import _tell
from omi_report.preview.attempt import Attempt, Notice
from omi_report.preview.board import FileState
from omi_report.problems import Location, Problem, Severity

OMI = str(Path(sys.executable).parent / "omi")
PROBLEM = Problem(Location("a.yaml", 1, 1), "OMI201", Severity.ERROR, "wrong")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--editor", "vim"], "it needs a terminal"),
        (["--port", "70000"], "70000 is not in the range"),
        (["elsewhere"], "there is no folder elsewhere"),
    ],
)
def test_what_cannot_be_is_told_first(small_area: Path, arguments: list[str], said: str) -> None:
    named = arguments if len(arguments) == 1 else [*arguments, str(small_area)]
    result = CliRunner().invoke(main, ["preview", *named])
    assert (result.exit_code, said in result.output) == (2, True), result.output


def test_a_port_in_use_is_told(small_area: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(main, ["preview", "--port", str(taken.getsockname()[1]), str(small_area)])
    assert result.exit_code == 2
    assert "it is in use: name another one with --port" in result.output


def test_without_the_package_it_says_what_to_install(small_area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(main, ["preview", str(small_area)])
    assert result.exit_code == 2
    assert 'pip install "omi_report[preview]"' in result.output


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_the_address_and_ends_when_it_is_told_to(small_area: Path, ending: signal.Signals) -> None:
    with subprocess.Popen([OMI, "preview", str(small_area)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        address = process.stdout.readline().decode().strip()
        with urlopen(address) as page:
            assert b"Preview of northfold" in page.read()
        process.send_signal(ending)
        assert process.wait() == 0
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("attempt", "quiet", "said"),
    [
        (Attempt(b"x"), False, "12:00:00 report.html in 0.4 s\n"),
        (Attempt(b"x", (Notice(PROBLEM),)), False, "12:00:00 report.html in 0.4 s; 1 error\n"),
        (Attempt(b"x"), True, ""),
        (Attempt(None, (Notice(PROBLEM),)), True, "report.html: not made, 1 error\n"),
        (Attempt(None, remarks=("gone",)), True, "omi: gone\nreport.html: not made\n"),
    ],
)
def test_the_terminal_says_what_came_of_each_save(
    attempt: Attempt, quiet: bool, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(quiet, "report.html", FileState().after(attempt, 1, 0.4, "12:00:00"))
    assert capsys.readouterr().err == said
