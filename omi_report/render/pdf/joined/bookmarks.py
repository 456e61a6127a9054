"""The bookmarks of a report (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, String

from omi_report.render.pdf.joined.links import destination
from omi_report.render.pdf.joined.sources import UnitFile
from omi_report.render.pdf.tags.headings import closed
from omi_report.render.pdf.units.unit import Bookmark


@dataclass(slots=True)
class _Entry:
    mark: Bookmark
    kids: list[_Entry] = field(default_factory=list)


def write_bookmarks(sources: Sequence[UnitFile]) -> None:
    """Write the bookmarks of all units, one tree by their levels."""
    report = sources[0].report
    marks = [
        mark._replace(anchor=mark.anchor._replace(page=source.first + mark.anchor.page))
        for source in sources
        for mark in source.unit.bookmarks
    ]
    if not marks:
        return
    root = report.make_indirect(Dictionary(Type=pikepdf.Name.Outlines))
    root.Count = _write(report, root, _tree(marks), [page.obj for page in report.pages])
    report.Root.Outlines = root


def _tree(marks: Sequence[Bookmark]) -> list[_Entry]:
    """The marks as a tree; levels that are left out close up."""
    top: list[_Entry] = []
    below = [top]  # the entries at each depth that further ones are put behind
    for mark, depth in zip(marks, closed(mark.level for mark in marks), strict=True):
        entry = _Entry(mark)
        below[depth - 1].append(entry)
        below[depth:] = [entry.kids]
    return top


def _write(
    report: pikepdf.Pdf, parent: pikepdf.Object, entries: Sequence[_Entry], pages: Sequence[pikepdf.Object]
) -> int:
    """Write entries below another; return how many can be seen when it is open."""
    made, seen = [report.make_indirect(Dictionary()) for _ in entries], 0
    for number, (entry, item) in enumerate(zip(entries, made, strict=True)):
        item.Title = String(entry.mark.label)
        item.Dest = destination(pages, entry.mark.anchor)
        item.Parent = parent
        if number:
            item.Prev, made[number - 1].Next = made[number - 1], item
        count = _write(report, item, entry.kids, pages) if entry.kids else 0
        item.Count = -count if entry.mark.closed else count
        seen += 1 + (0 if entry.mark.closed else count)
    parent.First, parent.Last = made[0], made[-1]
    return seen
