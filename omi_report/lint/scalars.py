"""Every key and every value of an area's files, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from omi_report.inspection import Inspection, remembered
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Mapping, Node, Scalar


@remembered
def scalars(inspection: Inspection) -> tuple[tuple[SourceFile, Scalar], ...]:
    """Return every key and every value of the area's files, with its file."""
    return tuple(scalar for file in inspection.area.files.values() for scalar in scalars_of(file))


def scalars_where(
    inspection: Inspection, may_hold: Callable[[SourceFile], bool]
) -> Iterator[tuple[SourceFile, Scalar]]:
    """Yield the keys and values of the files that may hold what a rule looks for: a look at a file is quick."""
    files = {id(file) for file in inspection.area.files.values() if file.root is not None and may_hold(file)}
    if files:
        yield from (each for each in scalars(inspection) if id(each[0]) in files)


def scalars_of(file: SourceFile) -> list[tuple[SourceFile, Scalar]]:
    """Return every key and every value of one file, with the file."""
    found: list[tuple[SourceFile, Scalar]] = []
    if file.root is not None:
        _collect(file, file.root, found)
    return found


def _collect(file: SourceFile, node: Node, found: list[tuple[SourceFile, Scalar]]) -> None:
    if isinstance(node, Scalar):
        found.append((file, node))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            found.append((file, key))
            _collect(file, value, found)
    else:
        for value in node:
            _collect(file, value, found)
