"""Lists of problems → text, one module for each format; every one has ``render(shown)``."""

from __future__ import annotations

import importlib
from typing import Final

from omi_report.lint.formats.shown import ShownProblems

FORMATS: Final = {
    "full": "The message, the line of the file with a mark under the place, and a hint.",
    "concise": "One line for each problem.",
    "json": "A list of objects, for scripts.",
    "sarif": "SARIF 2.1.0, for code scanning and editors.",
    "github": "Workflow commands, which GitHub shows beside the lines of a pull request.",
    "junit": "JUnit XML, for the test reports of build servers.",
}
"""The formats in the order of the help."""

_MODULES = {"json": "plain_json"}  # a module called json would be taken for the library's


def render(name: str, shown: ShownProblems) -> str:
    """Return problems in a format; the text ends in a newline unless it is empty."""
    module = importlib.import_module(f"omi_report.lint.formats.{_MODULES.get(name, name)}")
    text = module.render(shown)
    if not isinstance(text, str):
        raise TypeError(name)
    return text
