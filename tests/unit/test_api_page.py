"""The examples on the page of the Python interface, run as they stand."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path

import pytest

from omi_report import api

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reference" / "api.md"


def test_every_example_gives_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


def test_the_page_lists_every_function_as_it_is() -> None:
    listed = re.findall(r"^(\w+)(\(.*\) -> .*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    functions = {name: getattr(api, name) for name in api.__all__ if inspect.isfunction(getattr(api, name))}
    assert len(functions) == 27
    # annotations are kept as the texts that they are written as
    signatures = {name: str(inspect.signature(function)) for name, function in functions.items()}
    written = {name: re.sub(r"(: |-> )'([^']*)'", r"\1\2", signature) for name, signature in signatures.items()}
    assert dict(listed) == written
