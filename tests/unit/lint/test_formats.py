"""Each format, held against what reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from omi_report.lint.diff import diff_of
from omi_report.lint.formats import FORMATS, render
from omi_report.lint.registry import RULES
from omi_report.lint.shown import Layout, ShownProblems
from omi_report.lint.statistics import count_by_rule
from omi_report.problems import Edit, Location, Problem, Severity
from omi_report.visible import visible

SARIF_SCHEMA = Path(__file__).parent / "data" / "sarif-2.1.0.json"  # that of OASIS, as it is
FILE = "areas/x/criteria/1.1.yaml"
TEXT = "criterion: 1.1\ntext: |\n  A figure {{ nmae }} that is not there, café\n"

ERROR = Problem(
    Location(FILE, 3, 12),
    "OMI201",
    Severity.ERROR,
    "there is no figure «nmae»",
    "did you mean {{ name }}?",
    10,
    Edit(Location(FILE, 3, 12), Location(FILE, 3, 22), "{{ name }}"),
)
WARNING = Problem(Location(FILE, 1, 12), "OMI202", Severity.WARNING, "no text uses it, 100%: why?")
NOTE = Problem(Location(FILE, 3, 42), "OMI501", Severity.INFO, "café", length=99)
MISSING = Problem(Location("areas/x/with space/ä.yaml"), "OMI011", Severity.ERROR, "the file is missing")
NASTY = Problem(
    Location("areas/x/\x1b[31m\n::error::.yaml", 1, 1),
    "OMI010",
    Severity.ERROR,
    "\x1b[2J]]><b>&amp;\n::warning::x\x00\u202e",
    "a\u2028b\r\n",
)
ALL = [WARNING, ERROR, NOTE, MISSING, NASTY]
FINDINGS = ShownProblems(ALL, {FILE: TEXT}, (FILE, "areas/x/area.yaml"))


def test_full() -> None:
    assert render("full", ShownProblems([ERROR, MISSING], {FILE: TEXT})) == (
        "areas/x/criteria/1.1.yaml:3:12: OMI201 error there is no figure «nmae»\n"
        "    3 |   A figure {{ nmae }} that is not there, café\n"
        "      |            ^^^^^^^^^^\n"
        "        hint: did you mean {{ name }}?\n"
        "\n"
        "areas/x/with space/ä.yaml: OMI011 error the file is missing\n"
        "\n"
    )


def test_full_in_colour_is_the_same_without_its_colours() -> None:
    plain, coloured = (render("full", ShownProblems([ERROR], {FILE: TEXT}, colour=colour)) for colour in (False, True))
    assert "\x1b[31mOMI201 error\x1b[0m" in coloured
    for code in ("0", "1", "31", "36"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


@pytest.mark.parametrize(
    ("line", "column", "length", "marked"),
    [
        ("x" * 300 + "HERE" + "y" * 300, 301, 4, "HERE"),
        ("x" * 109 + "HERE", 110, 4, "HERE"),
        ("HERE" + "y" * 300, 1, 4, "HERE"),
        ("y" * 200 + "HERE", 201, 4, "HERE"),
        ("\tone HERE", 6, 4, "HERE"),
        ("日本 HERE", 4, 4, "HERE"),
        ("cafe\u0301 HERE", 7, 4, "HERE"),
        ("to the end HERE", 12, 40, "HERE"),
        ("", 1, 1, ""),
    ],
)
def test_the_caret_stands_under_the_exact_characters(line: str, column: int, length: int, marked: str) -> None:
    problem = Problem(Location(FILE, 1, column), "OMI201", Severity.ERROR, "m", length=length)
    _, shown, caret, *_ = render("full", ShownProblems([problem], {FILE: line})).split("\n")
    columns = "".join(c * (2 if c in "日本" else 0 if c == "\u0301" else 1) for c in shown)
    assert columns[caret.index("^") : caret.rindex("^") + 1].strip() == marked
    assert len(columns) <= 130


def alike(count: int, code: str = "OMI205", severity: Severity = Severity.WARNING, file: str = FILE) -> list[Problem]:
    return [
        Problem(Location(file, line, 1), code, severity, f"number {line}", "add it") for line in range(1, count + 1)
    ]


def laid_out(problems: list[Problem], **layout: Any) -> str:
    return render(
        "full", ShownProblems(problems, {}, tuple({p.location.file for p in problems}), layout=Layout(**layout))
    )


def test_on_a_screen_the_errors_are_last_and_in_a_file_first() -> None:
    problems = [WARNING, ERROR, NOTE]
    codes = [line.split()[1] for line in laid_out(problems, errors_last=True).splitlines() if line.startswith("areas")]
    assert codes == ["OMI501", "OMI202", "OMI201"]
    codes = [line.split()[1] for line in laid_out(problems).splitlines() if line.startswith("areas")]
    assert codes == ["OMI201", "OMI202", "OMI501"]


def test_what_is_alike_in_a_file_is_folded_with_one_hint() -> None:
    text = laid_out(alike(6), fold=True)
    assert text == (
        f"{FILE}:1:1: OMI205 warning number 1\n"
        "        hint: add it\n"
        "\n"
        f"{FILE}:2:1: OMI205 warning number 2\n"
        "\n"
        f"{FILE}:3:1: OMI205 warning number 3\n"
        "\n"
        "        and 3 more warnings of OMI205 (--no-fold shows all)\n"
        f"            3 in {FILE}, lines 4, 5, 6\n"
        "\n"
    )


def test_four_that_are_alike_take_no_more_room_than_a_fold() -> None:
    assert "more" not in laid_out(alike(4), fold=True)
    assert "more" not in laid_out(alike(8), fold=False)
    assert laid_out(alike(8)).count("hint: add it") == 8


def test_what_stands_all_over_a_report_is_folded_over_its_files() -> None:
    files = [f"areas/x/criteria/{number}.yaml" for number in range(12)]
    text = laid_out([problem for file in files for problem in alike(2, file=file)], fold=True)
    assert text.splitlines()[0] == "24 warnings in 12 of 12 files"
    assert "and 21 more warnings of OMI205 in 11 files" in text
    assert text.rstrip().endswith("… and in 3 other files")


def test_a_summary_leads_a_long_list() -> None:
    problems = [*alike(20), *alike(1, "OMI201", Severity.ERROR), *alike(2, "OMI509", Severity.INFO)]
    assert laid_out(problems, errors_last=True, fold=True).startswith(
        "1 error, 20 warnings, 2 notes in 1 of 1 files\n"
        "      1 error     OMI201  undefined-figure\n"
        "     20 warnings  OMI205  unbacked-literal\n"
        "      2 notes     OMI509  long-sentence\n"
        "\n"
    )
    many = [problem for code in range(201, 213) for problem in alike(1, f"OMI{code}")]
    assert "      6 of 6 other rules (--statistics counts them all)\n" in laid_out(many)
    assert laid_out(alike(10)).startswith(FILE), "a short list needs none"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    words = Problem(Location(FILE, 1, 200), "OMI201", Severity.ERROR, "many words " * 30, "and a hint " * 30, 5)
    layout = Layout(errors_last=True, fold=True, width=width)
    text = render("full", ShownProblems([words, *alike(30)], {FILE: "x" * 500}, (FILE,), layout=layout))
    assert max(map(len, text.splitlines())) <= width
    plain = " ".join(text.split())
    assert plain.count("many words") == plain.count("and a hint") == 30, "no word is lost"


def test_formats_for_machines_have_no_layout() -> None:
    problems = [*alike(30), ERROR]
    for name in ("concise", "github", "json", "junit", "sarif"):
        laid = ShownProblems(problems, {FILE: TEXT}, (FILE,), layout=Layout(errors_last=True, fold=True, width=80))
        assert render(name, laid) == render(name, ShownProblems(problems, {FILE: TEXT}, (FILE,)))


def test_concise() -> None:
    assert render("concise", ShownProblems([ERROR, MISSING])) == (
        "areas/x/criteria/1.1.yaml:3:12: OMI201 error there is no figure «nmae»\n"
        "areas/x/with space/ä.yaml: OMI011 error the file is missing\n"
    )


def test_json() -> None:
    found = json.loads(render("json", FINDINGS))
    assert len(found) == len(ALL)
    assert found[1] == {
        "code": "OMI201",
        "rule": "undefined-figure",
        "severity": "error",
        "file": FILE,
        "line": 3,
        "column": 12,
        "end_column": 22,
        "message": "there is no figure «nmae»",
        "hint": "did you mean {{ name }}?",
        "fix": {
            "start": {"line": 3, "column": 12},
            "end": {"line": 3, "column": 22},
            "replacement": "{{ name }}",
        },
    }
    assert (found[3]["line"], found[3]["fix"]) == (None, None)
    assert json.loads(render("json", ShownProblems([]))) == []


@pytest.mark.parametrize("findings", [FINDINGS, ShownProblems([])], ids=["problems", "none"])
def test_sarif_keeps_its_schema(findings: ShownProblems) -> None:
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(render("sarif", findings))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    broken = json.loads(json.dumps(log))
    broken["runs"][0]["tool"]["driver"].pop("name")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(schema).validate(broken)


def test_sarif_says_what_and_where() -> None:
    (run,) = json.loads(render("sarif", FINDINGS))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    result = run["results"][1]
    place = result["locations"][0]["physicalLocation"]
    assert (result["ruleId"], result["level"]) == ("OMI201", "error")
    assert place["artifactLocation"]["uri"] == FILE
    assert place["region"] == {"startLine": 3, "startColumn": 12, "endColumn": 22}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "{{ name }}"
    assert [each["level"] for each in run["results"]] == ["warning", "error", "note", "error", "error"]
    uri = run["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "areas/x/with%20space/%C3%A4.yaml"
    assert run["results"][2]["locations"][0]["physicalLocation"]["region"]["endColumn"] == 46, "not past the line"


def test_github() -> None:
    lines = render("github", ShownProblems([WARNING, ERROR, NOTE, MISSING], {FILE: TEXT})).splitlines()
    assert lines[0] == (f"::warning file={FILE},line=1,col=12,endColumn=12,title=OMI202::no text uses it, 100%25: why?")
    assert lines[1].endswith("::there is no figure «nmae»%0Adid you mean {{ name }}?")
    assert lines[2].startswith("::notice ")
    assert lines[3] == "::error file=areas/x/with space/ä.yaml,title=OMI011::the file is missing"


def test_github_lets_no_command_in() -> None:
    text = render("github", ShownProblems([NASTY]))
    assert text.count("\n") == 1
    assert text.startswith("::error file=areas/x/\\x1b[31m\\n%3A%3Aerror%3A%3A.yaml,line=1")


@pytest.mark.parametrize(("strict", "failures"), [(False, 3), (True, 4)])
def test_junit(strict: bool, failures: int) -> None:
    findings = ShownProblems(ALL, {FILE: TEXT}, (FILE, "areas/x/area.yaml"), strict=strict)
    suites = ElementTree.fromstring(render("junit", findings).encode())
    cases = suites.findall("testsuite/testcase")
    assert suites.get("tests") == str(len(cases)) == "6"
    assert suites.get("failures") == str(len(suites.findall("testsuite/testcase/failure"))) == str(failures)
    assert cases[0].attrib == {"classname": "areas/x/area.yaml", "name": "omi validate"}
    assert cases[2].attrib == {"classname": FILE, "name": "OMI201 line 3, column 12"}
    failure = cases[2].find("failure")
    assert failure is not None
    assert failure.text == f"{FILE}:3:12: there is no figure «nmae»\ndid you mean {{{{ name }}}}?"


def test_junit_of_nothing_wrong_passes() -> None:
    suites = ElementTree.fromstring(render("junit", ShownProblems([], {}, (FILE,))).encode())
    assert (suites.get("tests"), suites.get("failures")) == ("1", "0")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_control_character_through(name: str) -> None:
    text = render(name, FINDINGS)
    assert not set(text) & {"\x1b", "\x00", "\x07", "\r", "\u202e", "\u2028"}
    assert text == render(name, FINDINGS), "the same each time"


def test_a_no_break_space_is_shown_as_a_space() -> None:
    assert visible("standard P\xa01.1 has no rating\x1b") == "standard P 1.1 has no rating\\x1b"


def test_statistics() -> None:
    assert count_by_rule([WARNING, ERROR, ERROR, MISSING], RULES) == (
        "     2  OMI201  undefined-figure (2 can be fixed with --fix)\n"
        "     1  OMI011  missing-file\n"
        "     1  OMI202  unused-figure\n"
    )
    assert count_by_rule([], RULES) == ""


def test_diff() -> None:
    assert diff_of("a.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3") == (
        "--- a/a.yaml\n+++ b/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n\\ No newline at end of file\n"
    )
    assert diff_of("a.yaml", "a\r\n", "b\r\n").endswith("-a\r\n+b\r\n"), "as `patch` needs it"
    assert diff_of("a.yaml", "a\n", "b\n", colour=True).count("\x1b[0m") == 5
    assert diff_of("a.yaml", "a\n", "a\n") == ""
