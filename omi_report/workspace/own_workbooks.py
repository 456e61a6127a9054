"""Workbooks of `omi evidence sheet` that come back: whether they were made for this area, framework and draw."""

from __future__ import annotations

from collections.abc import Sequence

from omi_report.errors import OmiError
from omi_report.evidence.grids import SheetGrid
from omi_report.evidence.sheet_titles import AREA_KEY, DRAW_KEY, FRAMEWORK_KEY, NAME_KEY
from omi_report.importing.sheets.own_sheets import said_by_own
from omi_report.inspection import Inspection
from omi_report.model.sample_record import DrawnSample, draw_mark
from omi_report.model.shape import fill
from omi_report.remarks.read_error import name_in_file
from omi_report.source.folder import Folder
from omi_report.source.places import SAMPLING_FILE
from omi_report.source.snapshot import Snapshot
from omi_report.visible import visible


class MadeForAnotherError(OmiError):
    """A workbook was made for another area, framework or draw; the message says which."""


def expect_made_for(inspection: Inspection, snapshot: Snapshot, grids: Sequence[SheetGrid]) -> None:
    """Refuse workbooks of omi's own that were made for another framework, draw or area.

    ``snapshot`` has the whole area. A workbook of the same draw is of the same cases, and one without a draw is the
    area's where the name of the folder or that in its area.yaml is the same: folders are renamed and copied. Raises
    MadeForAnotherError.
    """
    slug, name = name_in_file(snapshot.slug), inspection.area.identity.area
    framework, draw = inspection.framework.framework, _draw_of(snapshot)
    said = {key: said_by_own(grids, key) for key in (AREA_KEY, NAME_KEY, FRAMEWORK_KEY, DRAW_KEY)}
    for file, of in said[AREA_KEY].items():
        made_for = said[FRAMEWORK_KEY].get(file, framework)
        if made_for != framework:
            raise MadeForAnotherError(
                f"{file} was made for the framework {visible(made_for)}, and this area goes by {framework}"
            )
        drawn = said[DRAW_KEY].get(file)
        if drawn is not None and drawn == draw:
            continue
        called = said[NAME_KEY].get(file, "")
        if of != slug and called != name:
            raise MadeForAnotherError(
                f"{file} was made for the area «{visible(called or of)}», and this is «{name}»: where that is the same "
                f"area under another name, give its folder the name «{visible(of)}» for the import"
            )
        if drawn is not None:
            raise MadeForAnotherError(
                f"{file} was made for another sample of this area: its ids may stand for other cases now"
            )


def _draw_of(snapshot: Snapshot) -> str | None:
    """The mark of the draw that an area has."""
    drawn = Folder(snapshot).read(SAMPLING_FILE) if SAMPLING_FILE in snapshot.present else None
    record = fill(DrawnSample, drawn)[0] if drawn is not None else None
    return draw_mark(record) if record is not None else None
