"""The print page → a PDF that is both PDF/UA-1 and PDF/A-3a: units are laid out by WeasyPrint, then joined."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import count
from pathlib import Path

import pikepdf
from weasyprint.text import ffi

from omi_report import limits
from omi_report.errors import PdfError
from omi_report.opendata.embedded import DataFile
from omi_report.pool import mapped
from omi_report.program import libraries_in_use
from omi_report.render.pdf.finished import Pdf
from omi_report.render.pdf.joined.report import Beside, faults_of, joined
from omi_report.render.pdf.page_limit import too_many_pages
from omi_report.render.pdf.page_marks import PageMarks
from omi_report.render.pdf.units.frozen import PagePiece, frozen
from omi_report.render.pdf.units.grouping import Group, units_of
from omi_report.render.pdf.units.kept import keep_units, kept_unit, key_of
from omi_report.render.pdf.units.unit import PrintedUnit
from omi_report.render.print_page import PrintedPart, PrintPage

_HUNDREDS = 98
"""A page's number in a text has a place of two digits. Those of pages that may be the hundredth or a later one get
three in a second layout, which may move a place by a page."""

_ON_PAGE = re.compile(r'<span class="on-page" data-of="#([^"]+)">')
_NAMED = re.compile(r"""\sid=["']?([^"'\s>]+)""")
_runs = count()


def render_pdf(
    page: PrintPage,
    folders: tuple[Path, ...],
    attached: tuple[DataFile, ...] = (),
    marks: PageMarks | None = None,
    *,
    remember: bool = False,
) -> Pdf:
    """Lay out and write the print page, with files attached to it and the marks of a draft on it.

    ``folders`` are the template folders, below which alone files are read. To ``remember`` is to take units that have
    not changed from the cache, and to keep the others there. The same page gives the same bytes, wherever the folders
    are, on however many processors it is laid out, and whatever of it is kept. Raises PdfError for anything that
    WeasyPrint warns of: a missing font or an unknown property would otherwise be seen only by the reader of the report.
    It is raised for more pages than ``limits.PDF_PAGES`` too.
    """
    workshop = _Workshop(folders, marks.size if marks else None, remember)
    units = workshop.units_of(page)
    if (roomy := _with_room(page, units)) != page:
        units = workshop.units_of(roomy)
    identifier = hashlib.sha256(_anywhere(page.html, folders).encode()).digest()[:16]
    found = list(units.values())
    data = joined(found, Beside(attached, marks, identifier, frozenset(_NAMED.findall(page.before))))
    return Pdf(data, sum(len(unit.pages) for unit in found), faults_of(found), system_libraries(), libraries_in_use())


@dataclass(slots=True)
class _Workshop:
    """Makes units of the parts of a page, or takes them from the cache."""

    folders: tuple[Path, ...]
    line_step: float | None
    remembers: bool
    run: int = field(default_factory=lambda: next(_runs))
    keys: dict[PagePiece, str] = field(default_factory=dict)

    def units_of(self, page: PrintPage) -> dict[Group, PrintedUnit]:
        """Return the units of a page, by the parts in them. Raises PdfError for too many pages."""
        units = units_of(page, partial(self._known, page), partial(self._lay_out, page))
        if sum(len(unit.pages) for unit in units.values()) > limits.PDF_PAGES:
            raise too_many_pages()
        return units

    def _known(self, page: PrintPage, groups: Sequence[Group]) -> list[PrintedUnit | None]:
        if not self.remembers:
            return [None] * len(groups)
        return [kept_unit(self._key(self._piece(page, group))) for group in groups]

    def _lay_out(self, page: PrintPage, groups: Sequence[Group]) -> list[PrintedUnit]:
        pieces = [self._piece(page, group) for group in groups]
        tried = mapped(_tried, pieces, weight=lambda piece: len(piece.html))
        _expect_no_errors([error for error in tried if isinstance(error, PdfError)])
        units = [unit for unit in tried if isinstance(unit, PrintedUnit)]
        if self.remembers:
            keep_units({self._key(piece): unit for piece, unit in zip(pieces, units, strict=True)})
        return units

    def _key(self, piece: PagePiece) -> str:
        if piece not in self.keys:
            self.keys[piece] = key_of(piece, system_libraries())
        return self.keys[piece]

    def _piece(self, page: PrintPage, group: Group) -> PagePiece:
        named = _NAMED.search(page.parts[group[0]].html)
        prefix = f"{named[1] if named else group[0]}-" if page.is_split else ""
        return PagePiece(page.holding(group), self.folders, prefix, not page.is_split, self.run, self.line_step)


def _tried(piece: PagePiece) -> PrintedUnit | PdfError:
    """Make a unit, or return why it cannot be made, so that all that is wrong in a report can be told at once."""
    try:
        return frozen(piece)
    except PdfError as error:
        return error


def _expect_no_errors(errors: Sequence[PdfError]) -> None:
    """Raise all errors as one, if there are any."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        said = (each for error in errors for each in error.complaints or (str(error),))
        raise PdfError.of(list(dict.fromkeys(said)))


def _with_room(page: PrintPage, units: Mapping[Group, PrintedUnit]) -> PrintPage:
    """A page with room for three digits where it says the number of a page that has them, by a first layout of it."""
    far: set[str] = set()
    before = 0
    for unit in units.values():
        far |= {anchor.name for anchor in unit.anchors if before + anchor.page >= _HUNDREDS}
        before += len(unit.pages)
    if not far:
        return page

    def roomy(said: re.Match[str]) -> str:
        return said[0].replace("on-page", "on-page far", 1) if said[1] in far else said[0]

    parts = tuple(PrintedPart(_ON_PAGE.sub(roomy, part.html), part.runs_on) for part in page.parts)
    return PrintPage(page.before, parts, page.after)


def _anywhere(page: str, folders: tuple[Path, ...]) -> str:
    """A page without the addresses of the folders, which differ from one machine to another."""
    for folder in folders:
        page = page.replace(folder.resolve().as_uri(), "")
    return page


@cache
def system_libraries() -> dict[str, str]:
    """Return the versions of the libraries that are not Python's and that the bytes of a PDF depend on."""
    pango = divmod(ffi.pango.pango_version(), 10_000)
    harfbuzz = [0, 0, 0]
    for place in range(3):
        while ffi.harfbuzz.hb_version_atleast(*harfbuzz[:place], harfbuzz[place] + 1, *[0] * (2 - place)):
            harfbuzz[place] += 1
    return {
        "harfbuzz": ".".join(map(str, harfbuzz)),
        "pango": ".".join(map(str, (pango[0], *divmod(pango[1], 100)))),
        "qpdf": pikepdf.__libqpdf_version__,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
