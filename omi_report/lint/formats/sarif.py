"""The SARIF format, version 2.1.0: what code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from omi_report import __version__
from omi_report.lint.shown import ShownLines, ShownProblems
from omi_report.problems import Edit, Problem, Rule, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(shown: ShownProblems) -> str:
    """Return a log with one run, which names every rule and holds one result for each problem."""
    lines = ShownLines(shown.texts)
    driver = {"name": "omi", "semanticVersion": __version__, "rules": [_rule(rule) for rule in shown.rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, lines) for problem in shown.problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": f"{rule.what} {rule.why}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, lines: ShownLines) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": _LEVELS[problem.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _place(problem, lines)}],
    }
    if problem.fix:
        result["fixes"] = [_fix(problem.fix, problem.hint or problem.message)]
    return result


def _place(problem: Problem, lines: ShownLines) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.location.file)}}
    if problem.location.line:
        place["region"] = {
            "startLine": problem.location.line,
            "startColumn": problem.location.column,
            "endColumn": lines.end_column(problem),
        }
    return place


def _fix(edit: Edit, description: str) -> dict[str, Any]:
    region = {
        "startLine": edit.start.line,
        "startColumn": edit.start.column,
        "endLine": edit.end.line,
        "endColumn": edit.end.column,
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": edit.replacement}}
    change = {"artifactLocation": {"uri": _uri(edit.start.file)}, "replacements": [replacement]}
    return {"description": {"text": description}, "artifactChanges": [change]}


def _uri(path: str) -> str:
    return f"file://{quote(path)}" if PurePath(path).is_absolute() else quote(path)
