"""From a mark to what it names, to all that name the same, and to a new name for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from omi_report.errors import OmiError
from omi_report.inspection import Inspection
from omi_report.lsp.marked import TextChange
from omi_report.lsp.marks import FIGURE, NameMark, mark_at, marks_like
from omi_report.lsp.view import AreaView
from omi_report.model.area import VARIABLES
from omi_report.prose.nodes import Span

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FileSpan:
    """A stretch of a file."""

    path: Path
    span: Span


class RenamingError(OmiError):
    """A figure cannot have the name that was asked for; the message says why."""


def definition_at(view: AreaView, path: Path, offset: int) -> list[FileSpan]:
    """Return where that is defined which a place of a file names; nothing where it names nothing that is."""
    found = _found_at(view, path, offset)
    if found is None:
        return []
    inspection, mark = found
    defined = [_place(view, each) for each in marks_like(inspection, mark) if each.manner == "definition"]
    return defined or _file_of_part(view, inspection, mark)


def uses_at(view: AreaView, path: Path, offset: int, *, definition: bool = True) -> list[FileSpan]:
    """Return all places that name the same as a place of a file, in the order of the files.

    With ``definition`` the place where it is defined is one of them.
    """
    found = _found_at(view, path, offset)
    if found is None:
        return []
    marks = marks_like(*found)
    return [_place(view, each) for each in marks if definition or each.manner != "definition"]


def renamable_at(view: AreaView, path: Path, offset: int) -> Span | None:
    """Return the characters of a figure's name at a place of a file; None where no figure of the area stands there.

    Only figures are given new names: the ids of findings are addresses that others may link to.
    """
    found = _found_at(view, path, offset)
    if found is None or found[1].what != FIGURE or found[1].target not in found[0].percentages:
        return None
    return found[1].name


def renamed(view: AreaView, path: Path, offset: int, name: str) -> list[TextChange]:
    """Return the changes that give a figure another name, where it is defined and in all texts.

    Raises RenamingError where no figure stands there, or the name cannot be its own.
    """
    found = _found_at(view, path, offset)
    if found is None or renamable_at(view, path, offset) is None:
        raise RenamingError("no figure of this area stands here")
    inspection, mark = found
    scope, _, before = mark.target.partition("/")
    if not _NAME.fullmatch(name):
        raise RenamingError("a figure goes by small letters, figures and hyphens: plan-on-time")
    if name in VARIABLES:
        raise RenamingError(f"«{name}» already stands for something else in every text")
    if f"{scope}/{name}" in inspection.percentages and name != before:
        raise RenamingError(f"{scope} has a figure «{name}» already")
    unread = sorted(inspection.area.unread.intersection(view.snapshot.present))
    if unread:
        raise RenamingError(f"{', '.join(unread)} cannot be read at the moment, and may use the figure")
    marks = marks_like(inspection, mark)
    return [TextChange(view.folder / each.file, each.name.start, each.name.end, name) for each in marks]


def _found_at(view: AreaView, path: Path, offset: int) -> tuple[Inspection, NameMark] | None:
    inspection = view.inspected
    if not isinstance(inspection, Inspection):
        return None
    mark = mark_at(inspection, view.name_of(path), offset)
    return (inspection, mark) if mark else None


def _place(view: AreaView, mark: NameMark) -> FileSpan:
    return FileSpan(view.folder / mark.file, mark.span)


def _file_of_part(view: AreaView, inspection: Inspection, mark: NameMark) -> list[FileSpan]:
    """The file of the part that a role names, or that a section's criteria stand in: its beginning."""
    area, name = inspection.area, ""
    if mark.what in ("part", "appendix"):
        placed = inspection.outline.part(mark.target, appendix=mark.what == "appendix")
        name = area.kind_of(placed.part).file if placed else ""
    return [FileSpan(view.folder / name, Span(0, 0))] if name in inspection.files else []
