"""The JUnit format: a test for each file that was checked, and one for each problem.

The schema that build servers go by: https://github.com/testmoapp/junitxml
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from omi_report.lint.shown import ShownProblems
from omi_report.problems import Problem
from omi_report.visible import visible


def render(shown: ShownProblems) -> str:
    """Return a suite in which every file without problems passes and every error fails.

    Warnings and notes pass, with what they say as the test's output, unless warnings count.
    """
    found = {problem.location.file for problem in shown.problems}
    clean = [file for file in shown.files if file not in found]
    cases = [
        *(f'    <testcase classname={_attribute(file)} name="omi validate"/>' for file in clean),
        *(_case(problem, shown) for problem in shown.problems),
    ]
    failures = sum(1 for problem in shown.problems if shown.counts(problem))
    totals = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites {totals}>",
            f'  <testsuite name="omi" {totals}>',
            *cases,
            "  </testsuite>",
            "</testsuites>",
            "",
        ]
    )


def _case(problem: Problem, shown: ShownProblems) -> str:
    location = problem.location
    place = f" line {location.line}, column {location.column}" if location.line else ""
    text = "\n".join(filter(None, [f"{location}: {problem.message}", problem.hint]))
    if shown.counts(problem):
        message = f"message={_attribute(problem.message)} type={_attribute(problem.code)}"
        outcome = f"<failure {message}>{_content(text)}</failure>"
    else:
        outcome = f"<system-out>{_content(f'{problem.severity}: {text}')}</system-out>"
    name = _attribute(f"{problem.code}{place}")
    return f"    <testcase classname={_attribute(location.file)} name={name}>{outcome}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(visible(text))


def _content(text: str) -> str:
    return escape("\n".join(visible(line) for line in text.split("\n")))
