"""Whatever the system refuses, omi says it in a line and ends with status 2."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report import api
from omi_report.cli.main import main
from omi_report.errors import MISUSE, OmiError, SystemRefusalError
from tests.samples import WESTMARK

OMI = str(Path(sys.executable).parent / "omi")
TOO_LONG = "x" * 300


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def shell(command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "OMI": OMI, "HOME": str(cwd), "LANG": "C.UTF-8"} | variables
    return subprocess.run(command, shell=True, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def area(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))


@pytest.mark.parametrize(
    "command",
    [
        ["validate", TOO_LONG],
        ["build", TOO_LONG],
        ["score", TOO_LONG],
        ["export", TOO_LONG],
        ["why", "1", TOO_LONG],
        ["status", TOO_LONG],
        ["plan", TOO_LONG],
        ["plan", "--new", TOO_LONG],
        ["ids", TOO_LONG],
        ["migrate", TOO_LONG],
        ["init", TOO_LONG],
        ["init", f"a/{TOO_LONG}/b"],
        ["verify", TOO_LONG],
        ["schema", "--for", TOO_LONG],
        ["schema", "-o", TOO_LONG],
        ["build", "--html", "westmark", "-o", TOO_LONG],
        ["validate", "westmark", "-o", TOO_LONG],
        ["export", "westmark", "-o", f"{TOO_LONG}.json"],
        ["build", "--html", "westmark", "-o", "file/x"],
        ["validate", "westmark", "-o", "file/x"],
        ["export", "westmark", "-o", "file/x.json"],
        ["schema", "-o", "file/x"],
        ["init", "file/x"],
        ["verify", "file"],
    ],
)
def test_a_name_that_is_too_long_or_a_file_in_the_way(
    command: list[str], area: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    result = run(*command)
    assert result.exit_code == 2
    assert re.search(r"^omi: .+", result.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    "command",
    ["validate", "build --html /tmp", "build x", "score x", "ids x", "init x", "frameworks", "rules", "schema -o x",
     "verify x", "export x", "migrate x"],
)  # fmt: skip
def test_a_current_folder_that_is_no_longer_there(command: str, tmp_path: Path) -> None:
    done = shell(f'mkdir gone && cd gone && rmdir ../gone && "$OMI" {command}', tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(r"omi: .+\n", done.stderr)
    assert done.stdout == ""


@pytest.mark.parametrize(
    "command", ["rules", "export westmark", "score westmark", "frameworks omi-2006", "schema", "--help", "rule OMI201"]
)
@pytest.mark.parametrize(
    ("output", "why"), [("> /dev/full", "No space left on device"), (">&-", "Bad file descriptor")]
)
def test_an_output_that_cannot_be_written(command: str, output: str, why: str, area: Path, tmp_path: Path) -> None:
    done = shell(f'"$OMI" {command} {output}', tmp_path)
    assert (done.returncode, done.stderr) == (2, f"omi: what omi says cannot be written: {why}\n")


@pytest.mark.parametrize("output", ["2> /dev/full", "2>&-"])
def test_complaints_that_cannot_be_written_do_not_change_the_status(output: str, area: Path, tmp_path: Path) -> None:
    assert shell(f'"$OMI" validate westmark {output}', tmp_path).returncode == 0
    assert shell(f'"$OMI" validate nowhere {output}', tmp_path).returncode == 2


def test_a_closed_standard_stream_is_not_taken_by_a_file(area: Path, tmp_path: Path) -> None:
    done = shell('"$OMI" build --html westmark >&- 2>&- <&-', tmp_path)
    assert done.returncode == 2
    assert shell('"$OMI" verify build/westmark', tmp_path).stdout == "build/westmark: 1 file as built\n"


def test_a_reader_that_has_gone_is_no_fault_to_complain_of(tmp_path: Path) -> None:
    done = shell(f"bash -c 'set -o pipefail; \"{OMI}\" schema | true; echo ${{PIPESTATUS[0]}}'", tmp_path)
    assert (done.stdout, done.stderr) == ("2\n", "")


def test_an_encoding_that_lacks_characters(area: Path, tmp_path: Path) -> None:
    (area / "area.yaml").write_text(
        (area / "area.yaml").read_text(encoding="utf-8").replace("area: Westmark", "area: Ŵestmark"), encoding="utf-8"
    )
    for command in ("score westmark", "export westmark", "why 1.1 westmark", "why nothing westmark", "validate ./ŵ"):
        done = shell(f'"$OMI" {command}', tmp_path, PYTHONIOENCODING="ascii")
        assert done.returncode in (0, 1, 2)
        assert "Traceback" not in done.stderr


def test_a_user_without_a_folder_of_their_own(area: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "OMI_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)

    def nobody(_path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nobody)
    assert run("validate", area).exit_code == 0
    assert run("build", "--html", area, "-o", tmp_path / "out").exit_code == 0
    assert list(tmp_path.glob("**/.cache")) == []


def refusing(monkeypatch: pytest.MonkeyPatch, name: str, refused: Path, error: int) -> None:
    """Let the system refuse a call that concerns a path or what is below it."""
    real = getattr(os, name)

    def call(path: object, *arguments: object, **named: object) -> object:
        if isinstance(path, str | Path) and Path(path).is_relative_to(refused):
            raise OSError(error, os.strerror(error), str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(os, name, call)


@pytest.mark.parametrize("error", [errno.EACCES, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENOENT])
@pytest.mark.parametrize("call", ["stat", "scandir", "open"])
def test_a_folder_that_is_closed_or_vanishes(
    call: str, error: int, area: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing(monkeypatch, call, area, error)
    commands: tuple[list[str | Path], ...] = (
        *([name, area] for name in ("validate", "score", "ids", "export", "migrate")),
        ["build", "--html", area, "-o", tmp_path / "out"],
        ["schema", "--for", area],
    )
    for command in commands:
        result = run(*command)
        assert result.exit_code in (1, 2)
        assert result.output


def test_one_output_that_cannot_be_written_does_not_keep_the_others_from_being_built(
    area: Path, tmp_path: Path
) -> None:
    areas = tmp_path / "areas"
    for number in range(5):
        shutil.copytree(area, areas / f"area-{number}")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "area-2").touch()
    result = run("build", "--html", areas, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert result.output.count("Wrote ") == 4
    assert f"omi: {tmp_path}/out/area-2 cannot be written: File exists; no file was changed\n" in result.output
    exported = run("export", areas, "-o", tmp_path / "out" / "area-2")
    assert exported.exit_code == 2


def test_programs_get_errors_of_omi() -> None:
    for ask in (api.validate, api.load, api.score, api.export, api.areas, api.verify):
        with pytest.raises(OmiError):
            ask(TOO_LONG)


def test_what_is_said_of_an_error() -> None:
    said = {
        PermissionError(13, "Permission denied", "a/b"): "a/b: Permission denied",
        OSError(5, "Input/output error", b"a/b"): "a/b: Input/output error",
        OSError(28, "No space left on device"): "what omi says cannot be written: No space left on device",
        FileNotFoundError(2, "No such file"): "the current folder is no longer there: go to another one",
    }
    for error, words in said.items():
        refusal = SystemRefusalError.of(error)
        assert (str(refusal), refusal.status) == (words, MISUSE)


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "broken"])
def test_a_manifest_that_is_no_file_is_not_waited_for(kind: str, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    match kind:
        case "pipe":
            os.mkfifo(manifest)
        case "device":
            manifest.symlink_to("/dev/zero")
        case "folder":
            manifest.mkdir()
        case _:
            manifest.symlink_to("nowhere")
    result = run("verify", tmp_path)
    assert result.exit_code == 2
    assert re.fullmatch(rf"omi: {manifest} cannot be read: .+\n", result.stderr)


def test_the_standard_output_can_be_named_as_a_file(area: Path, tmp_path: Path) -> None:
    done = shell('"$OMI" export westmark --format csv -o /dev/stdout | cat', tmp_path)
    assert done.stdout.startswith("table,kind,number")
    assert done.stderr == "Wrote /dev/stdout\n"


def test_a_framework_that_is_no_file_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.yaml")
    Path("endless.yaml").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "endless.yaml"):
        result = run("init", "new", "--framework", name)
        assert result.exit_code == 2
        assert re.fullmatch(
            rf"omi: the framework {name} cannot be read: this is no ordinary file \(.+\)\n", result.stderr
        )
        assert not Path("new").exists()
