"""A framework that is checked by itself is told the same of its texts as with an area."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from omi_report.build import validate
from omi_report.problems import Problem
from omi_report.workspace.framework_check import check_framework
from tests.samples import WESTMARK

FRAMEWORK = (WESTMARK / "framework.yaml").read_text(encoding="utf-8")
STATEMENT = "Each trainee is welcomed, shown the place and told about *safety*."
LEAF = re.compile(r"(?<=: )(?P<mark>[\"']?)(?P<text>[A-Z][^\n,}\"':#]*)(?P=mark)(?=[,}]|$)", re.MULTILINE)
"""A plain or quoted text, as far as one can be told in a line."""


def alone(folder: Path, text: str) -> list[Problem]:
    path = folder / "framework.yaml"
    path.write_text(text, encoding="utf-8")
    return check_framework(path).problems


def in_area(folder: Path, text: str) -> list[Problem]:
    area = shutil.copytree(WESTMARK, folder / "westmark")
    (area / "framework.yaml").write_text(text, encoding="utf-8")
    return [each for each in validate(area).problems if each.location.file.endswith("/framework.yaml")]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("The 漢 is no letter of a font.", {"OMI541"}),
        ("[a](relative.html), [b](ms-msdt:x), [c](//host/x), [d]() and [e](about:blank)", {"OMI550"}),
        ("It is <b>bold</b>.", {"OMI501"}),
        ("![a](https://example.org/x.png)", {"OMI501"}),
        ("It is \ufb01ne, \u202ebackwards\u202c and in\u200bvisible.", {"OMI518"}),
        ("It is said said, and teh rest is XX%.", {"OMI507", "OMI517", "OMI522"}),
    ],
)
def test_a_framework_is_told_the_same_of_its_texts_alone_and_with_an_area(
    words: str, codes: set[str], tmp_path: Path
) -> None:
    assert STATEMENT in FRAMEWORK
    text = FRAMEWORK.replace(STATEMENT, words)
    found = [(each.location.line, each.location.column, each.code) for each in alone(tmp_path, text)]
    assert codes <= {code for _line, _column, code in found}
    assert found == [(each.location.line, each.location.column, each.code) for each in in_area(tmp_path, text)]


def test_no_text_of_a_framework_has_characters_that_no_font_has(tmp_path: Path) -> None:
    leaves = [*LEAF.finditer(FRAMEWORK)]
    assert len(leaves) > 30
    for leaf in leaves:
        text = f"{FRAMEWORK[: leaf.end('text')]} 漢{FRAMEWORK[leaf.end('text') :]}"
        line = FRAMEWORK.count("\n", 0, leaf.start()) + 1
        found = {each.code for each in alone(tmp_path, text) if each.location.line == line}
        assert "OMI541" in found, leaf[0]
