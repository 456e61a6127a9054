"""Ids for every entry of an area that may have one and has none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from omi_report.inspection import Inspection, inspect, shown_texts
from omi_report.language.tags import is_english
from omi_report.problems import Location, errors_in, in_order
from omi_report.prose.slug import ENGLISH_STOP_WORDS
from omi_report.scaffold.ids import with_ids
from omi_report.workspace.area import open_area
from omi_report.workspace.checked import Checked


@dataclass(frozen=True, slots=True)
class AreaWithIds:
    """An area with its ids in drafts of its files, and the places of entries that could be given none.

    Where its files have errors, ``checked`` holds these and there are no drafts.
    """

    checked: Checked
    left: tuple[Location, ...] = ()


def give_ids(path: Path) -> AreaWithIds:
    """Give ids to the area in a folder; nothing is written.

    Raises NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    inspection = inspect(*open_area(path))
    errors = list(errors_in(in_order(inspection.problems)))
    if errors or not isinstance(inspection, Inspection):
        return AreaWithIds(Checked(path, errors, shown_texts(inspection, errors)))
    stop_words = ENGLISH_STOP_WORDS if is_english(inspection.framework.language) else frozenset[str]()
    drafts: dict[str, tuple[str, str]] = {}
    count, left = 0, list[Location]()
    for name, _kind, part in inspection.area.contents():
        file = inspection.files[name]
        found = with_ids(file, part, inspection.framework.findings, stop_words)
        if found.count:
            drafts[name] = (file.text, found.text)
        count += found.count
        left += found.left
    return AreaWithIds(Checked(path, drafts=drafts, fixes=count), tuple(left))
