from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from omi_report.lint.patterns import _Fits, matcher

PIECES = st.lists(st.sampled_from(["a", "b", "/", "*", "**", "**/", "?", "a/", "."]), max_size=7).map("".join)
PATHS = st.lists(st.sampled_from(["a", "b", ".", "ab", "a/b"]), min_size=1, max_size=5).map("/".join)


def as_expression(pattern: str) -> str:
    """The same as a regular expression, which takes for ever where a pattern has many stars."""
    anywhere = "" if "/" in pattern.rstrip("/") else "(?:.*/)?"
    meanings = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/"))
    return anywhere + "".join(meanings.get(piece, re.escape(piece)) for piece in pieces) + "(?:/.*)?"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("*.yaml", "a/b.yaml", True),
        ("a/*.yaml", "a/b/c.yaml", False),
        ("a/**/c.yaml", "a/c.yaml", True),
        ("a/**/c.yaml", "a/b/b/c.yaml", True),
        ("1.?.yaml", "criteria/1.2.yaml", True),
        ("1.1.yaml", "criteria/1x1.yaml", False),
        ("build", "build/x/area.yaml", True),
        ("build", "rebuild/area.yaml", False),
        ("a/b", "x/a/b", False),
    ],
)
def test_patterns(pattern: str, path: str, fits: bool) -> None:
    assert matcher(pattern)(path) is fits


@given(PIECES, PATHS)
def test_a_pattern_means_what_its_expression_means(pattern: str, path: str) -> None:
    assert matcher(pattern)(path) is (re.fullmatch(as_expression(pattern), path) is not None)


@pytest.mark.parametrize("pattern", ["*a*a*a*ab", "**/**/**/a/**/b", "*" * 99 + "b", "?*?*?*?*x", "**a**a**a**b"])
def test_a_path_takes_one_step_for_each_of_its_characters(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0
    onward = _Fits._onward

    def counting(self: _Fits, places: int) -> int:
        nonlocal steps
        steps += 1
        return onward(self, places)

    fits = _Fits(pattern)
    monkeypatch.setattr(_Fits, "_onward", counting)
    assert not fits("a" * 4_000)
    assert steps == 4_000


def test_a_path_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fits = _Fits("a*")
    assert fits("abc")
    monkeypatch.setattr(_Fits, "_fits", None)
    assert fits("abc")
