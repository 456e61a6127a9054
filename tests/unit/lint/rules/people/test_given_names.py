"""The lists of names are such as can be read and kept: sorted, and each name in one of them."""

from __future__ import annotations

import ast
from pathlib import Path

from omi_report.lint.rules.people import given_names
from omi_report.lint.rules.people.given_names import ALSO_PLACES, ALSO_WORDS, NAMES


def blocks() -> list[list[str]]:
    """The groups of names as they stand in the module."""
    tree = ast.parse(Path(given_names.__file__).read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    lists = [text for text in texts if text.startswith("\n    ")]
    return [group.split() for text in lists for group in text.split("\n\n")]


def test_each_group_is_sorted() -> None:
    groups = blocks()
    assert len(groups) > 3
    assert [group for group in groups if group != sorted(group)] == []


def test_no_name_stands_twice() -> None:
    names = [name for group in blocks() for name in group]
    assert len(names) == len(set(names)) == len(NAMES) + len(ALSO_WORDS) + len(ALSO_PLACES)
