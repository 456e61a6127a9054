"""Writing into ``area.yaml`` which draft it is, so that nothing else of the file changes."""

from __future__ import annotations

from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile, read_source
from omi_report.source.insertion import value_edits
from omi_report.source.tree import Mapping


def with_draft(file: SourceFile, number: int, dated: str = "") -> str:
    """Return the text of an ``area.yaml`` that says which draft it is, and of which date if one is given.

    ``file`` holds a mapping; its comments and layout stay.
    """
    root = _root(file)
    own = root.key("draft")
    marks = None if own is None else root[own]
    if isinstance(marks, Mapping) and marks:
        text = _edited(file, marks, "number", str(number))
    else:
        text = _edited(file, root, "draft", f"{{number: {number}}}", "stage")
    if not dated:
        return text
    again, _problems = read_source(file.name, file.shown, text)
    return _edited(again, _root(again), "drafted", dated, "stage")


def _root(file: SourceFile) -> Mapping:
    assert isinstance(file.root, Mapping), "an area was made of it"
    return file.root


def _edited(file: SourceFile, mapping: Mapping, key: str, value: str, behind: str = "") -> str:
    text, _count = edited(file.text, value_edits(file, mapping, key, value, behind))
    return text
