"""What somebody types is read off the lines of a file, sound or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.lsp.context import typing_place
from omi_report.source.positions import line_starts, offset_of
from omi_report.source.reader import read_tree
from omi_report.source.tree import Mapping, Node, Path as TreePath, Scalar, Sequence

ROOT = Path(__file__).parents[3]
PATTERNS = ("areas/*/*.yaml", "areas/*/criteria/*1.yaml", "omi_report/frameworks/pdu*.yaml")
FILES = sorted(path for pattern in PATTERNS for path in ROOT.glob(pattern))


def values(node: Node, path: TreePath = ()) -> Iterator[tuple[TreePath, Scalar]]:
    """Every value of a tree that stands by itself, with its path."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from values(value, (*path, str(key)))
    elif isinstance(node, Sequence):
        for index, value in enumerate(node):
            yield from values(value, (*path, index))
    else:
        yield path, node


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_lines_of_a_sound_file_say_what_its_tree_says(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    root, problems = read_tree(text, file.name)
    assert root is not None
    assert problems == []
    starts, lines = line_starts(text), text.split("\n")
    seen = 0
    for path, value in values(root):
        if any(isinstance(step, str) and not re.fullmatch(r"[\w.-]+", step) for step in path):
            continue  # the keys of a model are words; those of abbreviations are anything
        line = lines[value.start.line - 1]
        if value.style in ("|", ">"):
            first = next(number for number in range(value.start.line, len(lines)) if lines[number].strip())
            offset = starts[first] + len(lines[first]) - 1
        elif line.count("{") != line.count("}") or line.count("[") != line.count("]"):
            continue  # brackets over several lines
        elif not isinstance(path[-1], str) or f"{path[-1]}:" in line:
            offset = offset_of(text, starts, *value.start) + 1
        else:
            continue  # a value on a line of its own, below its key
        place = typing_place(text, offset)
        if path[-1] != place.path[-1] and isinstance(path[-1], int):
            assert (place.typing, place.path) == ("entry", path), f"{value.start}"
        else:
            assert place.path == path, f"{value.start}"
        seen += 1
    assert seen


BEGUN = [
    ("¦", "entry", ()),
    ("sco¦\n", "entry", ()),
    ("score: 6¦", "value", ("score",)),
    ("percentages:\n  ¦", "entry", ("percentages",)),
    ("percentages:\n  done: {per¦", "entry", ("percentages", "done")),
    ("percentages:\n  done: {percent: 97, question: 1.¦}", "value", ("percentages", "done", "question")),
    ("percentages:\n  done: {where: {case_type: [a, ¦", "value", ("percentages", "done", "where", "case_type", 1)),
    ("strengths:\n- id: a\n  text: |\n    Some ¦", "text", ("strengths", 0, "text")),
    ("strengths:\n  - id: a\n  - id: b\n    ¦\n", "entry", ("strengths", 1)),
    ("strengths:\n  - id: a\n  - ¦", "entry", ("strengths", 1)),
    ("strengths:\n  - |\n    Some ¦", "text", ("strengths", 0)),
    ("text: |\n  One\n\n  ¦", "text", ("text",)),
    ("text: |\n  One\n¦", "entry", ()),
    ("a: [1\nscore: {{\nb¦", "entry", ()),
    ("groups:\n  - name: a\n    percentages:\n      b¦\n", "entry", ("groups", 0, "percentages")),
]


@pytest.mark.parametrize(("text", "typing", "path"), BEGUN)
def test_a_place_in_a_file_that_is_begun(text: str, typing: str, path: TreePath) -> None:
    offset = text.index("¦")
    place = typing_place(text.replace("¦", ""), offset)
    assert (place.typing, place.path) == (typing, path)


def test_the_other_keys_are_known() -> None:
    text = "strengths:\n  - id: a\n    lead: b\n    ¦\n    text: c\n  - id: d\nscore: 3\n"
    place = typing_place(text.replace("¦", ""), text.index("¦"))
    assert place.beside == {"id", "lead", "text"}
