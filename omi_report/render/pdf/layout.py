"""The print page → a PDF that is both PDF/UA-1 and PDF/A-3a, by WeasyPrint."""

from __future__ import annotations

import gc
import hashlib
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
from weasyprint import HTML
from weasyprint.text import ffi
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from omi_report.errors import PdfError
from omi_report.opendata.embedded import DataFile
from omi_report.render.pdf.archival import Rights, make_archival, rights_of
from omi_report.render.pdf.attachments import attach
from omi_report.render.pdf.checks.fault import LayoutFault
from omi_report.render.pdf.checks.layout_faults import layout_faults
from omi_report.render.pdf.fetcher import read
from omi_report.render.pdf.figures_beside import draw_beside, figures_beside
from omi_report.render.pdf.fonts import NamedFonts
from omi_report.render.pdf.letters import say_letters
from omi_report.render.pdf.line_filling import lines_filled
from omi_report.render.pdf.page_limit import pages_limited
from omi_report.render.pdf.page_marks import PageMarks, draw, text_lines
from omi_report.render.pdf.page_numbers import pages_numbered
from omi_report.render.pdf.run_on import pages_filled
from omi_report.render.pdf.tags import repair
from omi_report.resources import templates_folder

# Without presentational hints WeasyPrint begins every list with 1, whatever its start says.
OPTIONS = {"pdf_variant": "pdf/ua-1", "full_fonts": False, "optimize_images": False, "presentational_hints": True}
"""How WeasyPrint is asked to write the file."""

_HUNDREDS = 98
"""A page's number in a text has a place of two digits. Those of pages that may be the hundredth or a later one get
three in a second layout, which may move a place by a page."""

_ON_PAGE = re.compile(r'<span class="on-page" data-of="#([^"]+)">')

_FONTS = templates_folder() / "fonts"
_LETTERS = _FONTS / "AtkinsonHyperlegibleNext-SemiBold.ttf"
"""The font whose letters the marks of a draft are drawn with."""
_FIGURES = _FONTS / "AtkinsonHyperlegibleNext-Bold.ttf"
"""The font that figures beside findings are drawn with."""

_NO_GLYPH = re.compile(r"\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)", re.DOTALL)
"""What WeasyPrint says of a character that no font has."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, the number of its pages, and what went wrong on them."""

    data: bytes
    pages: int
    faults: tuple[LayoutFault, ...] = ()


def render_pdf(
    page: str, folders: tuple[Path, ...], attached: tuple[DataFile, ...] = (), marks: PageMarks | None = None
) -> Pdf:
    """Lay out and write the print page, with files attached to it and the marks of a draft on it.

    ``folders`` are the template folders, below which alone files are read. The same page gives
    the same bytes, wherever the folders are. Raises PdfError for anything that WeasyPrint warns of:
    a missing font or an unknown property would otherwise be seen only by the reader of the report. It is raised for
    more pages than ``limits.PDF_PAGES`` too.
    """
    identifier = hashlib.sha256(_anywhere(page, folders).encode()).digest()[:16]
    with _collector_paused(), lines_filled(), pages_limited(), pages_filled(), pages_numbered(), _warnings() as said:
        try:
            document = _laid_out(page, folders)
            if (roomy := _with_room(page, document)) != page:
                document = _laid_out(roomy, folders)
            # The repair compresses the file, so it is not compressed here.
            rights = rights_of(document.metadata.custom)
            data = document.write_pdf(pdf_identifier=identifier, uncompressed_pdf=True, **OPTIONS)
        except FatalURLFetchingError as error:
            raise PdfError(str(error)) from error
        except PdfError:
            raise
        except Exception as error:  # a page or a style sheet of a user's own may hold anything
            raise PdfError(f"WeasyPrint fails on the page: {type(error).__name__}: {error}") from error
        if said:
            raise PdfError.of(list(dict.fromkeys(map(_in_plain_words, said))))
        boxes = [laid_out._page_box for laid_out in document.pages]
        data = repair(data, boxes, partial(_finished, files=attached, boxes=boxes, marks=marks, rights=rights))
        return Pdf(data, len(document.pages), layout_faults(boxes))


def _laid_out(page: str, folders: tuple[Path, ...]) -> Any:
    html = HTML(string=page, base_url=f"{folders[0].resolve().as_uri()}/", url_fetcher=_FolderFetcher(folders))
    return html.render(font_config=NamedFonts(), **OPTIONS)


def _with_room(page: str, document: Any) -> str:
    """A page with room for three digits where it says the number of a page that has them, by a first layout of it."""
    far = {name for laid_out in document.pages[_HUNDREDS - 1 :] for name in laid_out.anchors}
    return _ON_PAGE.sub(lambda said: said[0].replace("on-page", "on-page far", 1) if said[1] in far else said[0], page)


def _finished(
    pdf: pikepdf.Pdf, files: tuple[DataFile, ...], boxes: list[Any], marks: PageMarks | None, rights: Rights
) -> None:
    """Add to a file what is in no page of HTML."""
    attach(pdf, files=files)
    say_letters(pdf)
    make_archival(pdf, rights)
    draw_beside(pdf, [figures_beside(box) for box in boxes], _FIGURES)
    if marks and (marks.word or marks.numbered):
        draw(pdf, [text_lines(box, marks.size) for box in boxes], marks, _LETTERS)


def _in_plain_words(warning: str) -> str:
    """A warning of WeasyPrint as a user can read it."""
    missing = _NO_GLYPH.fullmatch(warning)
    return f"no font of the report has {missing[1]}: `omi validate` says where it stands" if missing else warning


def _anywhere(page: str, folders: tuple[Path, ...]) -> str:
    """A page without the addresses of the folders, which differ from one machine to another."""
    for folder in folders:
        page = page.replace(folder.resolve().as_uri(), "")
    return page


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


class _FolderFetcher(URLFetcher):  # type: ignore[misc]
    """Reads only below the template folders; anything else stops the rendering."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False, fail_on_errors=True)
        self._folders = folders

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - its caller's
        """Return what an address leads to. Raises FatalURLFetchingError for what may not be read."""
        try:
            data, media_type = read(self._folders, url)
        except (ValueError, OSError) as error:
            raise FatalURLFetchingError(str(error)) from error
        return URLFetcherResponse(url, data, {"Content-Type": media_type})


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint logs as a warning or worse."""
    said: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            # The repair of the tags knows decoration from a picture without a text, WeasyPrint does not
            if "has no required alt description" not in str(record.msg):
                said.append(record.getMessage())

    logger, handler = logging.getLogger("weasyprint"), Collect(logging.WARNING)
    before = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        logger.propagate = before[1]


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector: a layout makes millions of objects that live to its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
