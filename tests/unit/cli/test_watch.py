"""`omi build --watch`: each save is built, a fault and a missing area leave the report, Ctrl-C ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from click.testing import CliRunner

from omi_report.cli.main import main

OMI = str(Path(sys.executable).parent / "omi")


@pytest.fixture
def said() -> list[str]:
    """The lines that the command has printed so far."""
    return []


@pytest.fixture
def watching(small_area: Path, said: list[str]) -> Iterator[subprocess.Popen[str]]:
    command = [OMI, "build", "--html", "--watch", small_area.name]
    with subprocess.Popen(
        command, cwd=small_area.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        reader = Thread(target=said.extend, args=(process.stdout,))
        reader.start()
        try:
            yield process
        finally:
            process.kill()
            reader.join()


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        sleep(0.05)


def test_a_report_follows_its_area(small_area: Path, said: list[str], watching: subprocess.Popen[str]) -> None:
    report = small_area.parent / "build" / "northfold" / "report.html"
    foreword = small_area / "foreword.yaml"
    sound = foreword.read_text(encoding="utf-8")
    wait_until(report.exists)

    foreword.write_text(sound.replace("Welcome", "Greetings"), encoding="utf-8")
    wait_until(lambda: "Greetings" in report.read_text(encoding="utf-8"))

    foreword.write_text(sound.replace("area", "aera"), encoding="utf-8")
    wait_until(lambda: any("northfold/foreword.yaml:1:18: OMI201" in line for line in said))

    small_area.rename(small_area.with_name("aside"))
    wait_until(lambda: any("there is no folder northfold" in line for line in said))
    assert "Greetings" in report.read_text(encoding="utf-8")

    foreword = small_area.with_name("aside") / "foreword.yaml"
    foreword.write_text(sound.replace("Welcome", "Back again"), encoding="utf-8")
    foreword.parent.rename(small_area)
    wait_until(lambda: "Back again" in report.read_text(encoding="utf-8"))

    watching.send_signal(signal.SIGINT)
    assert watching.wait() == 0
    assert not any("Traceback" in line for line in said)


def test_without_the_package_it_says_what_to_install(small_area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(main, ["build", "--watch", str(small_area)])
    assert result.exit_code == 2
    assert 'pip install "omi_report[preview]"' in result.output
