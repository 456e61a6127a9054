"""Which place of a report comes from which lines of its area's files."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from omi_report.model.addresses import entries
from omi_report.model.area import Area
from omi_report.model.boxes import LIST
from omi_report.model.criterion import criterion_file
from omi_report.model.outline import Outline, criterion_id
from omi_report.problems import Location
from omi_report.source.tree import Mapping, Path


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a report by the lines that they come from: those of each file, by its path as shown, in order."""

    starts: dict[str, list[tuple[int, tuple[str, ...]]]]

    def at(self, location: Location) -> tuple[str, ...]:
        """Return the ids of the place that a line belongs to, the nearest first; none where it belongs to no place."""
        starts = self.starts.get(location.file, [])
        number = bisect_right(starts, location.line, key=lambda start: start[0])
        return starts[max(number - 1, 0)][1] if starts else ()


def anchors_of(area: Area, outline: Outline) -> Anchors:
    """Return the anchors of an area's report."""
    starts: dict[str, dict[int, tuple[str, ...]]] = {}
    for file, around in _homes(area, outline).items():
        source = area.files.get(file)
        if source is None:
            continue
        found = starts.setdefault(source.shown, {})
        found[0] = around
        # behind a list begins what belongs to no entry of it
        keys = source.root if isinstance(source.root, Mapping) else ()
        found |= {source.at((str(key),), key=True).line: around for key in keys}
        found |= {source.at(path).line: (anchor, *around) for path, anchor in _entries(area, outline, file)}
    return Anchors({shown: sorted(found.items()) for shown, found in starts.items()})


def _homes(area: Area, outline: Outline) -> dict[str, tuple[str, ...]]:
    """The ids of the part that each file makes; for a criterion, its own."""
    parts: dict[str, tuple[str, ...]] = {area.kind_of(placed.part).file: (placed.id,) for placed in outline.parts}
    return parts | {criterion_file(number): (criterion_id(number),) for number in area.criteria}


def _entries(area: Area, outline: Outline, file: str) -> Iterator[tuple[Path, str]]:
    """The entries of the lists of a file, each with its id in the report."""
    for (number, _kind), findings in outline.placed.items():
        if criterion_file(number) == file:
            yield from (((each.kind.key, each.index), each.id) for each in findings)
    boxes = outline.boxes.get(file, ())
    yield from (((LIST, index), address.id) for index, address in enumerate(boxes))
    content = area.parts.get(file)
    for prefix, addresses in outline.entries.items():
        listed = (path for path, entry in entries(content) if entry.address_prefix == prefix) if content else ()
        yield from _paired(listed, [address.id for address in addresses])


def _paired(paths: Iterable[Path], ids: list[str]) -> Iterator[tuple[Path, str]]:
    yield from zip(paths, ids, strict=False)  # where two files have such a list, the ids of one are told
