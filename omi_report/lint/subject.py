"""What the rules look at: an area that has been inspected."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from omi_report.inspection import Inspection
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Scalar, walk

Subject: TypeAlias = Inspection


@lru_cache(maxsize=1)
def scalars(subject: Subject) -> tuple[tuple[SourceFile, Scalar], ...]:
    """Return every key and every value of the area's files, with its file."""
    return tuple(
        (file, node)
        for file in subject.area.files.values()
        if file.root is not None
        for node in walk(file.root)
        if isinstance(node, Scalar)
    )
