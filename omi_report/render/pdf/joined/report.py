"""Units of a report → its file."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Array, Name, String

from omi_report.opendata.embedded import DataFile
from omi_report.render.pdf.archival import make_archival
from omi_report.render.pdf.attachments import attach
from omi_report.render.pdf.checks.fault import LayoutFault
from omi_report.render.pdf.checks.filled_pages import lone_parts
from omi_report.render.pdf.figures_beside import draw_beside
from omi_report.render.pdf.joined.bookmarks import write_bookmarks
from omi_report.render.pdf.joined.fonts import join_fonts
from omi_report.render.pdf.joined.links import join_links, places
from omi_report.render.pdf.joined.numbers import write_numbers
from omi_report.render.pdf.joined.shown import say_how_to_show
from omi_report.render.pdf.joined.sources import sources
from omi_report.render.pdf.joined.tags import join_tags
from omi_report.render.pdf.letters import say_letters
from omi_report.render.pdf.page_marks import PageMarks, draw
from omi_report.render.pdf.units.unit import PrintedUnit
from omi_report.resources import templates_folder

_FONTS = templates_folder() / "fonts"
_LETTERS: Final[Path] = _FONTS / "AtkinsonHyperlegibleNext-SemiBold.ttf"
"""The font whose letters the marks of a draft are drawn with."""
_FIGURES: Final[Path] = _FONTS / "AtkinsonHyperlegibleNext-Bold.ttf"
"""The font that figures beside findings are drawn with."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a report has that stands in no unit.

    That is files attached to it, the marks of a draft, the identifier of its file (16 bytes), and the names of places
    that stand around every unit.
    """

    files: tuple[DataFile, ...]
    marks: PageMarks | None
    identifier: bytes
    shared: Collection[str] = ()


def joined(units: Sequence[PrintedUnit], beside: Beside) -> bytes:
    """Join units, in the order of the report, and return the file. The same units give the same bytes.

    Raises PdfError for a reference to a place that is nowhere, and for a name that is given twice.
    """
    with sources(units) as found:
        report = found[0].report
        named = places(found, beside.shared)
        join_tags(found)
        join_links(found, named)
        write_bookmarks(found)
        write_numbers(found, named)
        join_fonts(found)
        say_how_to_show(report)
        attach(report, files=beside.files)
        say_letters(report)
        make_archival(report, units[0].rights, units[0].identifier)
        draw_beside(report, [figures for unit in units for figures in unit.figures], _FIGURES)
        if beside.marks and (beside.marks.word or beside.marks.numbered):
            draw(report, [lines for unit in units for lines in unit.lines], beside.marks, _LETTERS)
        for source in found:
            del source.file.Root[Name.OmiUnit]
        report.trailer.ID = Array([String(beside.identifier)] * 2)
        return _saved(report)


def _saved(report: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    report.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return out.getvalue()


def faults_of(units: Sequence[PrintedUnit]) -> tuple[LayoutFault, ...]:
    """Return what went wrong on the pages of a report, by its page numbers."""
    found, before = list(lone_parts([page for unit in units for page in unit.pages])), 0
    for unit in units:
        found += (LayoutFault(before + fault.page, fault.kind, fault.said) for fault in unit.faults)
        before += len(unit.pages)
    return tuple(sorted(found, key=lambda fault: fault.page))
