"""Writing another stage into ``area.yaml``, so that nothing else of the file changes."""

from __future__ import annotations

from omi_report.source.edits import edited
from omi_report.source.folder import SourceFile
from omi_report.source.insertion import value_edits
from omi_report.source.tree import Mapping
from omi_report.stages import Stage


def with_stage(file: SourceFile, stage: Stage) -> str:
    """Return the text of an ``area.yaml`` that has another stage. ``file`` holds a mapping."""
    assert isinstance(file.root, Mapping), "an area was made of it"
    text, _count = edited(file.text, value_edits(file, file.root, "stage", stage, "framework"))
    return text
