"""The files of units while they are joined: the first one takes the pages of all others."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pikepdf

from omi_report.render.pdf.units.unit import PrintedUnit


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A unit with its open file. ``first`` is the number of its first page in the report, from 0 on."""

    unit: PrintedUnit
    file: pikepdf.Pdf
    first: int
    report: pikepdf.Pdf

    @property
    def pages(self) -> Sequence[pikepdf.Page]:
        """The pages of the unit, in the report."""
        return self.report.pages[self.first : self.first + len(self.unit.pages)]

    def taken(self, thing: pikepdf.Object) -> pikepdf.Object:
        """Take an indirect object of the unit's file into the report, with all that belongs to it, once."""
        return thing if self.file is self.report else self.report.copy_foreign(thing)

    def handed_on(self) -> pikepdf.Object:
        """The objects that change when the file is joined: ``Headings``, in reading order, and the ``Fonts``."""
        return self.taken(self.file.Root.OmiUnit)


@contextmanager
def sources(units: Sequence[PrintedUnit]) -> Iterator[list[UnitFile]]:
    """Open the files of units, in the order of the report, and put all pages into the first one."""
    with ExitStack() as stack:
        files = [stack.enter_context(pikepdf.open(io.BytesIO(unit.file))) for unit in units]
        report, first, found = files[0], 0, []
        for unit, file in zip(units, files, strict=True):
            if file is not report:
                _add_pages(report, file)
            found.append(UnitFile(unit, file, first, report))
            first += len(unit.pages)
        yield found


def _add_pages(report: pikepdf.Pdf, file: pikepdf.Pdf) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that names and links are not taken over: they are written anew
        report.pages.extend(file.pages)
