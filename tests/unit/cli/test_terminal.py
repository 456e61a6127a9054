"""No command prints raw what comes from elsewhere, whatever an area, a folder, settings or a manifest are called."""

from __future__ import annotations

import ast
import json
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from omi_report.cli.main import COMMANDS, main
from tests.samples import WESTMARK

CLI = Path(__file__).parents[3] / "omi_report" / "cli"
OMI = str(Path(sys.executable).parent / "omi")

HOSTILE = "::error::\x1b[2J\x9b31m\u202e\r\n::warning::##[error]##vso[x]"
"""Clears the screen, changes the direction, ends the line, and looks like commands to the logs of services."""


def test_nothing_prints_but_the_terminal() -> None:
    modules = [path for path in CLI.glob("*.py") if path.name != "terminal.py"]
    assert len(modules) > 15
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        printing = {"click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write", "Console", "Text"}
        assert not called & printing, path.name


def expect_nothing_raw(output: bytes) -> None:
    text = output.decode("utf-8")
    for line in text.split("\n"):
        assert line.isprintable(), line
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line.replace("\\x23#[", ""), line
        assert "##vso[" not in line.replace("\\x23#vso[", ""), line


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    names = [os.fsencode(argument) for argument in arguments]
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LANG": "C.UTF-8"}
    done = subprocess.run([os.fsencode(OMI), *names], cwd=cwd, capture_output=True, check=False, env=environment)
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    return done


def text_of(file: Path, changes: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose folders have a hostile name, with an area of a hostile name in it."""
    (tmp_path / ".git").mkdir()
    area = tmp_path / HOSTILE.replace("/", "") / "\udcff-area"
    shutil.copytree(WESTMARK, area)
    text_of(area / "area.yaml", {"area: Westmark": f"area: {json.dumps('::error:: West ##[error]')}"})
    return tmp_path


ARGUMENTS: dict[str, list[list[str]]] = {
    "cache": [["cache"], ["cache", "--empty"]],
    "build": [["build", "--html", "AREA"], ["build", "--html", "AREA", "-o", HOSTILE], ["build", HOSTILE]],
    "verify": [["verify", "build/\udcff-area"], ["verify", "build/\udcff-area", "--area", "AREA"], ["verify", HOSTILE]],
    "validate": [["validate", "AREA"], ["validate", "AREA", "-o", HOSTILE + "/x"], ["validate", HOSTILE],
                 ["validate", "--select", HOSTILE], ["validate", "--format", "concise", "AREA"], ["validate"]],
    "preview": [["preview", HOSTILE], ["preview", "--editor", HOSTILE, "AREA"], ["preview", "AREA", "--port", HOSTILE]],
    "lsp": [["lsp", HOSTILE]],
    "charts": [["charts", "AREA"], ["charts", "AREA", "--by", HOSTILE], ["charts", "AREA", "--svg", HOSTILE + "/x"]],
    "compare": [["compare", "AREA", HOSTILE], ["compare", HOSTILE, "--format", HOSTILE]],
    "rule": [["rule", HOSTILE]],
    "rules": [["rules", HOSTILE]],
    "score": [["score", "AREA"], ["score", "AREA", "--detail", "1.1"], ["score", "AREA", "--detail", HOSTILE],
              ["score", "AREA", "--by", HOSTILE], ["score", "AREA", "--sensitivity"],
              ["score", "AREA", "--interim"], ["score", HOSTILE]],
    "why": [["why", HOSTILE, "AREA"], ["why", "1.1", "AREA"], ["why", HOSTILE, HOSTILE]],
    "export": [["export", "AREA", "-o", "x.json"], ["export", "AREA", "-o", HOSTILE], ["export", HOSTILE]],
    "status": [["status", "AREA"], ["status", HOSTILE, "AREA"], ["status", "AREA", "--html", "x.html"],
               ["status", "AREA", "--today", HOSTILE]],
    "plan": [["plan", "AREA"], ["plan", "--new", "AREA"], ["plan", "AREA"], ["plan", "AREA", "--html", HOSTILE + "/x"],
             ["plan", HOSTILE], ["plan", "AREA", "--today", HOSTILE]],
    "comments": [["comments", "AREA"], ["comments", HOSTILE], ["comments", "AREA", "--on", HOSTILE],
                 ["comments", "out", "AREA", "--no-pages"],
                 ["comments", "out", "AREA", "--no-pages", "--xlsx", HOSTILE + "/x"],
                 ["comments", "in", HOSTILE, "AREA"], ["comments", "in", "AREA", HOSTILE],
                 ["comments", "in", HOSTILE, "AREA", "--dated", HOSTILE]],
    "draft": [["draft", "AREA"], ["draft", HOSTILE], ["draft", "AREA", "--next", "--dated", HOSTILE]],
    "diff": [["diff", "AREA", "AREA"], ["diff", "AREA", HOSTILE], ["diff", f"{HOSTILE}@{HOSTILE}", "AREA"],
             ["diff", "AREA", "AREA", "--html", HOSTILE + "/x"]],
    "init": [["init", "AREA"], ["init", HOSTILE + "2"], ["init", "--inspected", HOSTILE, "x"],
             ["init", "--framework", HOSTILE, "x"]],
    "sample": [["sample", "AREA"], ["sample", HOSTILE], ["sample", HOSTILE, "AREA"], ["sample", HOSTILE, HOSTILE],
               ["sample", HOSTILE, "AREA", "--key", HOSTILE + "/x", "--id", HOSTILE, "--seed", HOSTILE]],
    "evidence": [["evidence", "missing", "AREA"], ["evidence", "missing", HOSTILE],
                 ["evidence", "sheet", "AREA", "--count", "2"], ["evidence", "sheet", HOSTILE],
                 ["evidence", "sheet", "AREA", "--judge", HOSTILE], ["evidence", "sheet", "AREA", "--survey", HOSTILE],
                 ["evidence", "sheet", "AREA", "--cases", HOSTILE], ["evidence", "sheet", "AREA", "-o", HOSTILE],
                 ["evidence", "replace", "AREA", HOSTILE, "--reason", HOSTILE],
                 ["evidence", "replace", HOSTILE, HOSTILE, "--reason", "x"],
                 ["evidence", "agreement", "AREA"], ["evidence", "agreement", HOSTILE],
                 ["evidence", "agreement", "AREA", "--sheet", HOSTILE + ".xlsx"],
                 ["evidence", "agree", "AREA", HOSTILE, HOSTILE, HOSTILE, "--reason", HOSTILE],
                 ["evidence", "agree", "AREA", "--sheet", HOSTILE], ["evidence", "agree", HOSTILE, "x", "1.1.1", "y"],
                 ["evidence", "allocate", "AREA"], ["evidence", "allocate", HOSTILE],
                 ["evidence", "import", HOSTILE, "AREA"], ["evidence", "import", "AREA", HOSTILE],
                 ["evidence", "import", HOSTILE, "AREA", "--map", HOSTILE]],
    "migrate": [["migrate", "AREA"], ["migrate", HOSTILE]],
    "import": [["import", HOSTILE, "AREA"], ["import", "AREA", HOSTILE + "3"],
               ["import", HOSTILE, "AREA", "--kind", HOSTILE],
               ["import", HOSTILE, "AREA", "--criterion", HOSTILE], ["import", "--framework", HOSTILE, "AREA", "x"]],
    "ids": [["ids", "AREA"], ["ids", HOSTILE]],
    "frameworks": [["frameworks"], ["frameworks", HOSTILE]],
    "schema": [["schema", HOSTILE], ["schema", "--for", "AREA", "criterion"], ["schema", "--for", HOSTILE]],
}  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_a_hostile_area_in_a_hostile_folder(project: Path, command: str) -> None:
    (area,) = project.glob("*/*area")
    if command == "verify":
        run("build", "--html", area.relative_to(project), cwd=project)
    for arguments in ARGUMENTS[command]:
        named = [str(area.relative_to(project)) if each == "AREA" else each for each in arguments]
        done = run(*named, cwd=project)
        expect_nothing_raw(done.stdout)
        expect_nothing_raw(done.stderr)


def every_parameter() -> Iterator[tuple[str, click.Parameter]]:
    """The parameters of omi and of all commands there are, as click knows them."""
    waiting: list[tuple[str, click.Command]] = [("", main)]
    while waiting:
        name, command = waiting.pop()
        yield from ((name, each) for each in command.params)
        if isinstance(command, click.Group):
            context = click.Context(command)
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                assert found is not None
                waiting.append((f"{name} {inner}".strip(), found))


PARAMETERS = sorted(every_parameter(), key=lambda each: (each[0], each[1].name or ""))
LONG = "::error::\u202e" + "x\x1b[2J" * 50_000


def test_every_command_is_walked() -> None:
    assert {name.split()[0] for name, _parameter in PARAMETERS if name} == set(COMMANDS)
    assert len(PARAMETERS) > 50


def expect_nothing_raw_of(arguments: list[str]) -> None:
    """Run a command in this process, which is quicker by the time that Python needs to start."""
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1, 2)
    assert result.exception is None or isinstance(result.exception, SystemExit), arguments
    expect_nothing_raw(result.stdout_bytes)
    expect_nothing_raw(result.stderr_bytes)


@pytest.mark.parametrize(
    ("command", "parameter"), PARAMETERS, ids=[f"{command} {each.name}" for command, each in PARAMETERS]
)
def test_a_hostile_value_of_any_parameter(
    project: Path, command: str, parameter: click.Parameter, monkeypatch: pytest.MonkeyPatch
) -> None:
    (area,) = project.glob("*/*area")
    (project / "area").symlink_to(area)
    monkeypatch.chdir(project)
    monkeypatch.setitem(sys.modules, "watchfiles", None)  # what would go on until somebody ends it ends at once
    known = [each for name, each in PARAMETERS if name == command and isinstance(each, click.Argument)]
    others = ["area" for each in known if each is not parameter]
    if command == "build" and parameter.name != "pdf":
        others.append("--html")  # which is quicker than a PDF
    if command == "comments out" and parameter.name != "no_pages":
        others.append("--no-pages")  # likewise
    for value in (HOSTILE, f"{HOSTILE}/x", f"./{HOSTILE}", LONG, "\udcff\udcfe", ""):
        given = [value]
        if isinstance(parameter, click.Option):
            given = [f"{parameter.opts[0]}={value}"]
        expect_nothing_raw_of([*command.split(), *given, *others])


@pytest.mark.parametrize("command", ["validate", "build", "score", "ids", "frameworks", "rules", "init"])
@pytest.mark.parametrize(
    "settings",
    [
        "{} = 1",
        "select = [{}]",
        "exclude = 7\n{} = 1",
        "plugins = [{}]",
        "frameworks = {}",
        "[per-file-ignores]\n{} = [{}]",
        "[{}]",
        "\x1b[2J = 1",
        'exclude = ["\\u0000"]\n"\\u0000" = 1',
        'select = ["\\u0000"]',
    ],
)
def test_hostile_settings(project: Path, command: str, settings: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value = json.dumps(HOSTILE, ensure_ascii=True)
    (project / "omi.toml").write_text(settings.replace("{}", value), encoding="utf-8")
    (area,) = project.glob("*/*area")
    named = str(area)
    build = ["--html", named]  # which is quicker than a PDF
    arguments = {"frameworks": [], "rules": [], "init": [str(project / "new")], "build": build}.get(command, [named])
    monkeypatch.chdir(project)
    expect_nothing_raw_of([command, *arguments])


@pytest.mark.parametrize("key", ["name", "file", "input", "version", "area"])
def test_a_hostile_manifest(project: Path, key: str) -> None:
    (area,) = project.glob("*/*area")
    run("build", "--html", area.relative_to(project), cwd=project)
    (folder,) = (project / "build").iterdir()
    manifest = json.loads((folder / "manifest.json").read_bytes())
    if key == "name":
        manifest["outputs"][HOSTILE] = {"size": 1, "sha256": "0" * 64}
    elif key == "file":
        (folder / HOSTILE.replace("/", "")).touch()
    elif key == "input":
        manifest["inputs"][HOSTILE] = "0" * 64
    elif key == "version":
        manifest["versions"][HOSTILE] = HOSTILE
    else:
        manifest["area"] = HOSTILE
    (folder / "manifest.json").write_text(json.dumps(manifest))
    done = run("verify", folder.relative_to(project), "--area", area.relative_to(project), cwd=project)
    assert done.returncode == (2 if key == "name" else 1)
    expect_nothing_raw(done.stdout)
    expect_nothing_raw(done.stderr)


def test_data_go_as_they_are_into_a_pipe_and_visible_to_a_terminal(project: Path) -> None:
    (area,) = project.glob("*/*area")
    text_of(area / "area.yaml", {"West": "We\\u202est"})
    arguments = [os.fsencode(each) for each in (OMI, "score", "--format", "csv", area)]
    piped = subprocess.run(arguments, capture_output=True, check=True, cwd=project).stdout
    read, write = pty.openpty()
    subprocess.run(arguments, stdout=write, check=True, cwd=project)
    os.close(write)
    shown = b""
    try:
        while data := os.read(read, 65536):
            shown += data
    except OSError:  # the other end is closed
        pass
    os.close(read)
    assert b"\r\n" in piped
    expect_nothing_raw(shown.replace(b"\r\n", b"\n"))


def test_a_problem_is_a_command_in_the_format_of_github(project: Path) -> None:
    (area,) = project.glob("*/*area")
    (area / "foreword.yaml").unlink()
    done = run("validate", "--format", "github", area.relative_to(project), cwd=project)
    lines = done.stdout.decode().splitlines()
    assert lines
    assert all(line.startswith("::error file=") for line in lines)
    assert all(line.isprintable() and line.count("::") == 2 for line in lines)
