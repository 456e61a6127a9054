"""The files of an area that stand beside its report, each read by itself: nothing of them is printed in the report.

So they are no part of the inspection: they are read from the same snapshot, when somebody asks for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from omi_report.inspection import Inspection
from omi_report.model.area import Area
from omi_report.model.evidence import Evidence
from omi_report.model.kinds import FileKind
from omi_report.model.record import Record
from omi_report.model.shape import fill
from omi_report.problems import Problem
from omi_report.source.folder import Folder, SourceFile
from omi_report.source.places import BESIDE

Held = TypeVar("Held", bound=Record)


@dataclass(frozen=True, slots=True)
class FileBeside(Generic[Held]):
    """A file beside a report. ``held`` is None where it cannot be read, for which ``problems`` say why.

    ``alone`` is an inspection under the same framework that holds the file and nothing else of the area.
    """

    alone: Inspection
    held: Held | None
    problems: tuple[Problem, ...]

    @property
    def area(self) -> Area:
        """The file by itself, as an area: it knows the places of its values."""
        return self.alone.area


def beside(inspection: Inspection, kind: FileKind[Held]) -> FileBeside[Held] | None:
    """Read a file beside a report; None where the area has none, or where its framework has a part of the name."""
    area = inspection.area
    if not _is_beside(inspection, kind.file):
        return None
    folder = Folder(inspection.snapshot)
    file = folder.read(kind.file)
    held, problems = fill(kind.model, file) if file is not None and kind.model is not None else (None, [])
    alone = Area(
        slug=area.slug,
        shown=area.shown,
        framework=area.framework,
        identity=area.identity,
        files=dict(folder.files),
        kinds={**area.kinds, kind.id: kind},
        parts={kind.file: held} if held is not None else {},
        evidence=Evidence(),
    )
    return FileBeside(Inspection(inspection.snapshot, inspection.policy, alone), held, (*folder.problems, *problems))


def is_of_beside(problem: Problem, inspection: Inspection) -> bool:
    """Say whether a problem stands in a file beside the report, and so in nothing that the report is made of."""
    return any(problem.location.file == inspection.snapshot.shown_path(name) for name in _names(inspection))


def files_beside(inspection: Inspection) -> dict[str, SourceFile]:
    """Return the files beside a report by their names, those that could be read as text."""
    folder = Folder(inspection.snapshot)
    return {name: file for name in _names(inspection) if (file := folder.read(name)) is not None}


def _names(inspection: Inspection) -> list[str]:
    return [name for name in BESIDE if _is_beside(inspection, name)]


def _is_beside(inspection: Inspection, name: str) -> bool:
    taken = any(kind.file == name for kind in inspection.area.part_kinds)
    return name in inspection.snapshot.present and not taken
