"""Which files the parts of a report have in an area.

Most kinds of part have one file, whose name the kind settles. Of some kinds a report may have several parts, each with
a file of its own that is named by the part: `executive-summary.yaml` for the part `executive-summary`.
"""

from __future__ import annotations

from typing import Any

from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.kinds import FileKind, Kinds


def part_file(name: str) -> str:
    """Return the name of the file of a part that has one of its own."""
    return f"{name}.yaml"


def kind_of_part(part: FrameworkPart, kinds: Kinds) -> FileKind[Any]:
    """Return the kind of a part's file, with the name of the file. Raises KeyError for an unknown kind of part."""
    kind = kinds[part.kind]
    return kind.of_part(part) if kind.of_part else kind


def kinds_in_area(framework: Framework | None, kinds: Kinds) -> tuple[FileKind[Any], ...]:
    """Return the kinds of part of an area in their order: where a kind has a file for each part, one for each part.

    Kinds that the framework does not name are among them, unless a part has taken their file. Without a framework
    only those kinds are known whose file has always the same name.
    """
    own: dict[str, list[FileKind[Any]]] = {}
    for part in framework.parts if framework else ():
        kind = kinds.get(part.kind)
        if kind is not None and kind.of_part:
            own.setdefault(kind.id, []).append(kind.of_part(part))
    taken = {kind.file for listed in own.values() for kind in listed}
    return tuple(
        each
        for kind in kinds.values()
        for each in (own.get(kind.id, ()) if kind.of_part else (_under(framework, kind),))
        if kind.of_part or each.file not in taken
    )


def _under(framework: Framework | None, kind: FileKind[Any]) -> FileKind[Any]:
    return kind.under(framework) if framework and kind.under else kind
