"""`omi validate` as a user meets it: exit statuses, formats, settings, fixes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omi_report.cli.main import main
from omi_report.lint import fix, registry
from omi_report.lint.declaration import whole
from omi_report.lint.engine import CheckedRule
from omi_report.problems import Edit, Rule, Severity

ROOT = Path(__file__).parent.parent.parent.parent
OMI = Path(sys.executable).parent / "omi"

ERROR = ("1.1.yaml", "{{ safety-told | count }}", "{{ safety-tol | count }}")
WARNING = ("2.1.yaml", "criterion: 2.1", "criterion: 2.1  # omi: ignore[OMI401]")


@pytest.fixture
def area(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean area, ``areas/westmark`` below the current folder."""
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "golden" / "westmark", tmp_path / "areas" / "westmark")
    return Path("areas/westmark")


def change(area: Path, edit: tuple[str, str, str]) -> Path:
    path = area / "criteria" / edit[0]
    text = path.read_text(encoding="utf-8")
    assert text.count(edit[1]) == 1
    path.write_text(text.replace(edit[1], edit[2]), encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["validate", *map(str, arguments)], catch_exceptions=False)


def test_a_clean_area(area: Path) -> None:
    result = run(area)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "areas/westmark: no problems\n")


def test_an_error(area: Path) -> None:
    change(area, ERROR)
    result = run(area)
    assert result.exit_code == 1
    assert result.stdout == (
        "areas/westmark/criteria/1.1.yaml:12:25: OMI201 error there is no figure «safety-tol»\n"
        "   12 |       In the workshops, {{ safety-tol | count }} trainees were told about safety before they touched"
        " a tool.\n"
        "      |                         ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "        hint: did you mean {{ safety-told | count }}?\n"
        "\n"
    )
    assert result.stderr == "areas/westmark: 1 error\n"


def test_a_warning_counts_only_where_it_is_asked_to(area: Path) -> None:
    change(area, WARNING)
    assert run(area).exit_code == 0
    assert run("--strict", area).exit_code == 1
    Path("omi.toml").write_text("strict = true")
    assert run(area).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "omi: there is no file or folder nowhere"),
        (["--select", "OMI88"], "--select: no rule's code begins with «OMI88»"),
        (["--ignore", "unused-figure"], "did you mean OMI202?"),
        (["--format", "xml"], "Invalid value for '--format'"),
        (["--nonsense"], "No such option"),
        (["outside.yaml"], "omi: outside.yaml is in no area"),
        (["--output-file", "areas"], "is a directory"),
        (["--output-file", "outside.yaml/x", "areas"], "omi: outside.yaml/x cannot be written"),
    ],
)
def test_misuse(area: Path, arguments: list[str], said: str) -> None:
    Path("outside.yaml").touch()
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_the_areas_that_can_be_checked_are(area: Path) -> None:
    change(area, ERROR)
    result = run("nowhere", area)
    assert result.exit_code == 2
    assert "OMI201" in result.stdout


def test_files_of_pre_commit(area: Path) -> None:
    Path("outside.yaml").touch()
    change(area, ERROR)
    result = run("--skip-other-files", "--concise", "outside.yaml", area / "area.yaml", area / "criteria" / "1.1.yaml")
    assert result.exit_code == 1
    assert result.stdout.count("OMI201") == 1
    assert run("--skip-other-files", "outside.yaml").exit_code == 0


def test_select_and_ignore(area: Path) -> None:
    change(area, ERROR)
    change(area, WARNING)
    assert run("--concise", "--select", "OMI9", area).stdout.count("\n") == 1
    assert run("--select", "OMI9,OMI2", area).exit_code == 1
    result = run("--ignore", "OMI201", "--ignore", "OMI9", area)
    assert (result.exit_code, result.stdout) == (0, "")


def test_settings(area: Path) -> None:
    change(area, ERROR)
    change(area, WARNING)
    Path("omi.toml").write_text('ignore = ["OMI9"]\n[per-file-ignores]\n"**/1.1.yaml" = ["OMI2"]\n')
    assert run("--concise").stdout.count("\n") == run("--concise").stdout.count("OMI201") == 1
    Path("omi.toml").write_text("ignor = []")
    result = run()
    assert (result.exit_code, result.stderr.splitlines()[0].partition("omi.toml")[2]) == (
        2,
        ":1: unknown setting «ignor»: did you mean «ignore»?",
    )


def test_a_comment_that_ignores(area: Path) -> None:
    path = change(area, ("1.1.yaml", "  late: {count: 3}", "  late: {count: 3}\n  spare: {count: 4}"))
    assert "7:3: OMI202" in run("--concise", area).stdout
    path.write_text(path.read_text().replace("{count: 4}", "{count: 4}  # omi: ignore[OMI202] for the summary"))
    assert run(area).stdout == ""


def test_concise_and_format_are_the_same(area: Path) -> None:
    change(area, ERROR)
    assert run("--concise", area).stdout == run("--format", "concise", area).stdout
    assert json.loads(run("--format", "json", area).stdout)[0]["code"] == "OMI201"


def test_statistics(area: Path) -> None:
    change(area, ERROR)
    assert run("--concise", "--statistics", area).stdout == "     1  OMI201  undefined-figure\n"
    assert run("--statistics", area).stdout == "     1  OMI201  undefined-figure\n"
    result = run("--format", "json", "--statistics", area)
    assert json.loads(result.stdout)
    assert "undefined-figure" in result.stderr


def test_a_level_hides_and_still_counts(area: Path) -> None:
    change(area, ERROR)
    change(area, WARNING)
    result = run("--concise", "--level", "error", area)
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert "OMI201" in result.stdout
    assert result.stderr.splitlines() == ["areas/westmark: 1 error, 2 warnings", "2 of them are not shown (--level)"]
    assert run("--level", "warning", area).stderr == "areas/westmark: 1 error, 2 warnings\n"
    result = run("--ignore", "OMI201", "--level", "error", "--strict", area)
    assert (result.exit_code, result.stdout) == (1, "")


def test_many_that_are_alike_are_folded(area: Path) -> None:
    for name in ("1.1.yaml", "1.2.yaml"):
        path = area / "criteria" / name
        path.write_text(path.read_text().replace("{{", "{{ no-"), encoding="utf-8")
    path = area / "foreword.yaml"
    path.write_text(
        path.read_text().replace("scheme.", "scheme {{ x }} {{ x }} {{ x }} {{ x }} {{ x }} {{ x }} {{ x }}.")
    )
    assert "more errors of OMI201" in run(area).stdout
    assert "more errors" not in run("--no-fold", area).stdout
    run("--output-file", "found.txt", area)
    assert Path("found.txt").read_text().splitlines()[0].endswith("files")


def test_output_file(area: Path) -> None:
    change(area, ERROR)
    result = run("--format", "sarif", "--output-file", "deep/omi.sarif", area)
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(Path("deep/omi.sarif").read_text())["version"] == "2.1.0"


def test_github_is_chosen_in_actions(area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(area, ERROR)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run(area).stdout.startswith("::error file=areas/westmark/criteria/1.1.yaml,line=12")
    assert not run("--format", "full", area).stdout.startswith("::")
    run("--output-file", "found.txt", area)
    assert not Path("found.txt").read_text().startswith("::")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colours(area: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool) -> None:
    change(area, ERROR)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(area).stdout) is coloured


def test_colours_in_a_terminal(area: Path) -> None:
    change(area, ERROR)

    def shown(**variables: str) -> str:
        command = ["script", "-qec", f"{OMI} validate {area}", "/dev/null"]
        environment = {**os.environ, "TERM": "xterm", **variables}
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False).stdout

    if shutil.which("script") is None:
        pytest.skip("there is no `script` to make a terminal with")
    assert "\x1b[31mOMI201 error\x1b[0m" in shown()
    assert "\x1b[" not in shown(NO_COLOR="1")
    assert "\x1b[" not in shown(TERM="dumb")


def test_an_encoding_without_our_characters(area: Path) -> None:
    change(area, ERROR)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([OMI, "validate", area], capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"there is no figure \\xabsafety-tol\\xbb" in done.stdout


def test_a_reader_that_goes_away(area: Path) -> None:
    change(area, ERROR)
    command = f"{OMI} validate {area} | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


# Fixes ----------------------------------------------------------------------------------------------------------------

SLIP = Rule("OMI998", "slip", Severity.WARNING, "", "")


@pytest.fixture
def slips(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that fixes every «trainees» of the texts, as «learners»."""

    def check(inspection):  # type: ignore[no-untyped-def]
        for prose, _ in inspection.texts:
            for offset in (at for at in range(len(prose.text)) if prose.text.startswith("trainees", at)):
                start, end = inspection.at(prose, offset), inspection.at(prose, offset + len("trainees"))
                yield SLIP.at(start, "«trainees»", length=8, fix=Edit(start, end, "learners"))

    monkeypatch.setattr(registry, "CHECKS", (*registry.CHECKS, CheckedRule(SLIP, whole(check))))


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_fix_changes_what_it_fixes_and_not_a_byte_else(
    area: Path, slips: None, monkeypatch: pytest.MonkeyPatch, mark: bytes, newline: str
) -> None:
    path = area / "criteria" / "1.1.yaml"
    text = path.read_text() + "# a comment about trainees,  with odd   spaces \n"
    before = mark + text.replace("\n", newline).encode()
    path.write_bytes(before)
    path.chmod(0o640)
    others = {each: each.read_bytes() for each in area.rglob("*.yaml") if b"trainees" not in each.read_bytes()}
    result = run("--fix", area)
    assert result.exit_code == 0
    assert result.stderr.startswith("areas/westmark: fixed ")
    assert path.read_bytes() == before.replace(b"trainees", b"learners").replace(b"about learners", b"about trainees")
    assert path.stat().st_mode & 0o777 == 0o640
    assert {each: each.read_bytes() for each in others} == others
    again = run("--fix", area)
    assert "fixed" not in again.stderr


def test_fix_leaves_quotations_and_addresses_as_they_are(area: Path) -> None:
    kept = [
        "« the color » »the color« „the color“ ‚the color‘ ‹the color›",
        '"The color.\n\n    "The center.\n\n    "The color."',
        "“The color.\n\n    The center.” “The color” “the center” “the color”",
        "'the offenders' organization was good' ‘It’s the organization’s program’",
        r"prison-center.org/color color.html report_color.txt C:\color\center.txt /srv/color",
    ]
    text = "\n\n    ".join(["The color.", *kept, "The color."])
    path = change(area, ("2.1.yaml", "No plan for the coming year had been written.", text))
    after = path.read_bytes().decode()
    for old, new in (
        ("The color.\n\n    «", "The colour.\n\n    «"),
        ("/srv/color\n\n    The color.", "/srv/color\n\n    The colour."),
        ("'the offenders' organization was good'", "‘the offenders' organization was good’"),  # marks, no words
    ):
        assert after.count(old) == 1
        after = after.replace(old, new)
    run("--fix", area)
    assert path.read_bytes().decode() == after


def test_diff_writes_nothing_and_is_what_fix_does(area: Path, slips: None) -> None:
    before = {path: path.read_bytes() for path in area.rglob("*.yaml")}
    result = run("--diff", area)
    assert result.exit_code == 1
    assert "would fix" in result.stderr
    assert {path: path.read_bytes() for path in area.rglob("*.yaml")} == before
    reasons = [line for line in result.stdout.splitlines() if line.startswith("# ")]
    assert f"would fix {len(reasons)}," in result.stderr
    assert reasons[0] == "# OMI998, line 9: «trainees»", "each change is shown with its rule"
    run("--fix", area)
    after = {path: path.read_bytes() for path in area.rglob("*.yaml")}
    for path, data in before.items():
        path.write_bytes(data)
    subprocess.run(["patch", "-p1", "--quiet"], input=result.stdout, text=True, check=True)
    assert {path: path.read_bytes() for path in area.rglob("*.yaml")} == after


def test_diff_of_nothing(area: Path) -> None:
    result = run("--diff", area)
    assert (result.exit_code, result.stdout) == (0, "")


def test_fix_changes_only_what_is_shown(area: Path, slips: None) -> None:
    path = area / "criteria" / "1.1.yaml"
    before = path.read_bytes()
    run("--fix", "--select", "OMI2", area)
    assert path.read_bytes() == before


def test_fix_leaves_a_file_alone_that_changed_meanwhile(
    area: Path, slips: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = area / "criteria" / "1.1.yaml"
    as_it_was = fix.fix

    def change_while_fixing(*arguments, **more):  # type: ignore[no-untyped-def]
        path.write_text("written meanwhile")
        return as_it_was(*arguments, **more)

    monkeypatch.setattr(fix, "fix", change_while_fixing)
    result = run("--fix", area)
    assert result.exit_code == 2
    assert "has changed since it was read" in result.stderr
    assert path.read_text() == "written meanwhile"


# Many areas and few imports -------------------------------------------------------------------------------------------


def test_many_areas_in_the_order_of_their_names(area: Path) -> None:
    for number in range(12):
        copy = Path(f"areas/copy-{number:02}")
        shutil.copytree(area, copy)
        if number % 3 == 0:
            change(copy, ERROR)
    result = run("--concise", "areas")
    assert [line.split("/")[1] for line in result.stdout.splitlines()] == ["copy-00", "copy-03", "copy-06", "copy-09"]
    assert result.stderr.splitlines()[-1] == "13 areas: 4 errors"
    assert run("--concise", "areas").stdout == result.stdout


def modules_loaded() -> set[str]:
    """The modules that `omi validate areas/westmark` loads."""
    code = (
        "import sys; sys.argv = ['omi', 'validate', 'areas/westmark']\n"
        "from omi_report.cli.main import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("broken", [False, True])
def test_no_heavy_import(area: Path, broken: bool) -> None:
    if broken:
        change(area, ERROR)
    loaded = modules_loaded()
    assert "omi_report.build" in loaded
    heavy = {"weasyprint", "jinja2", "rich", "babel", "openpyxl", "concurrent.futures", "multiprocessing", "tomllib"}
    unneeded = {"omi_report.lint.formats.sarif", "omi_report.render.html.page", "omi_report.document.tree"}
    assert not loaded & (heavy | unneeded)
    again = modules_loaded()
    assert "omi_report.workspace.cache" in again
    assert not again & {"omi_report.build", "yaml", "markdown_it"}, "the cache knows the answer"


def test_a_key_for_evidence_that_is_not_there_is_told_and_is_no_fault(area: Path) -> None:
    Path("omi.toml").write_text('[seal]\nkey = "nowhere.key"\n')
    result = CliRunner().invoke(main, ["validate", str(area)])
    assert result.exit_code == 0
    assert "omi.toml:1: the key that [seal] names is not there" in result.stderr
    assert CliRunner().invoke(main, ["validate", str(area)], env={"OMI_SEAL_KEY_FILE": "a"}).stderr.count("key") == 0
