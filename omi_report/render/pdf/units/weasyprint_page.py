"""Asking WeasyPrint to lay out and write a page, with all that omi puts into it on the way."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pydyf
from weasyprint import HTML, pdf as written_pdf
from weasyprint.css.counters import CounterStyle
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from omi_report.errors import PdfError
from omi_report.render.pdf.fetcher import read
from omi_report.render.pdf.line_filling import lines_filled
from omi_report.render.pdf.page_limit import pages_limited
from omi_report.render.pdf.run_on import pages_filled
from omi_report.render.pdf.units.number_places import (
    UnknownNumbers,
    numbers_left_out,
    pages_counted,
    pages_uncounted,
    places_found,
)
from omi_report.render.pdf.units.shared_styles import SharedStyles
from omi_report.render.pdf.units.unit import PageNumberPlace

# Without presentational hints WeasyPrint begins every list with 1, whatever its start says.
OPTIONS: Mapping[str, Any] = {
    "pdf_variant": "pdf/ua-1",
    "full_fonts": False,
    "optimize_images": False,
    "presentational_hints": True,
}
"""How WeasyPrint is asked to write the file."""

ELSEWHERE = "omi-elsewhere:"
"""What the address of a link to another unit begins with, before the name of the place, in the file of a unit."""

_NO_GLYPH = re.compile(r"\.notdef glyph rendered for Unicode string unsupported by fonts: (.*)", re.DOTALL)
"""What WeasyPrint says of a character that no font has."""


def laid_out(html: str, folders: tuple[Path, ...], shared: SharedStyles, *, counted: bool) -> tuple[Any, list[int]]:
    """Lay out a page of HTML, and return WeasyPrint's document, with the numbers of its pages if they are counted.

    ``folders`` are those below which alone files are read. Pages are not to be ``counted`` where other pages may
    come before these. To be used within ``prepared``.
    """
    page = HTML(string=html, base_url=f"{folders[0].resolve().as_uri()}/", url_fetcher=_FolderFetcher(folders))
    counters = CounterStyle() if counted else UnknownNumbers()
    numbers: list[int] = []
    with shared.in_use(), pages_counted(numbers) if counted else pages_uncounted():
        return page.render(font_config=shared.fonts, counter_style=counters, **OPTIONS), numbers


def as_file(document: Any) -> tuple[bytes, tuple[PageNumberPlace, ...]]:
    """Write a document as a PDF without its fonts, and return it with the places for numbers of pages in it.

    A link to a place that is not in the document leads to its name behind ``ELSEWHERE``.
    """
    painted: list[PageNumberPlace] = []
    places = places_found(page._page_box for page in document.pages)
    with _fonts_left_out(), _links_kept(), numbers_left_out(places, painted):
        # What is done to the file compresses it, so it is not compressed here. Its identifier is that of the whole.
        data = document.write_pdf(pdf_identifier=bytes(16), uncompressed_pdf=True, **OPTIONS)
    return data, tuple(painted)


@contextmanager
def prepared() -> Iterator[None]:
    """Have WeasyPrint lay out pages as reports want them. What it warns of raises PdfError at the end.

    A missing font or an unknown property would otherwise be seen only by the reader of the report. PdfError is raised
    for anything else that goes wrong in it, too.
    """
    with _collector_paused(), lines_filled(), pages_limited(), pages_filled(), _warnings() as said:
        try:
            yield
        except FatalURLFetchingError as error:
            raise PdfError(str(error)) from error
        except PdfError:
            raise
        except Exception as error:  # a page or a style sheet of a user's own may hold anything
            raise PdfError(f"WeasyPrint fails on the page: {type(error).__name__}: {error}") from error
    if said:
        raise PdfError.of(list(dict.fromkeys(map(_in_plain_words, said))))


@contextmanager
def _fonts_left_out() -> Iterator[None]:
    """Let WeasyPrint write no fonts: a report has each once, with the glyphs of all units."""
    build = written_pdf.build_fonts_dictionary
    written_pdf.build_fonts_dictionary = lambda *_: pydyf.Dictionary()
    try:
        yield
    finally:
        written_pdf.build_fonts_dictionary = build


@contextmanager
def _links_kept() -> Iterator[None]:
    """Let WeasyPrint keep the links to places that are not in the document."""
    resolve = written_pdf.resolve_links

    def resolve_links(pages: Any) -> Any:
        known = {name for page in pages for name in page.anchors}
        for page in pages:
            page.links = [_leading(known, *link) for link in page.links]
        return resolve(pages)

    written_pdf.resolve_links = resolve_links
    try:
        yield
    finally:
        written_pdf.resolve_links = resolve


def _leading(known: set[str], kind: str, target: str, *rest: Any) -> tuple[Any, ...]:
    is_elsewhere = kind == "internal" and target not in known
    return ("external", f"{ELSEWHERE}{target}", *rest) if is_elsewhere else (kind, target, *rest)


def _in_plain_words(warning: str) -> str:
    """A warning of WeasyPrint as a user can read it."""
    missing = _NO_GLYPH.fullmatch(warning)
    return f"no font of the report has {missing[1]}: `omi validate` says where it stands" if missing else warning


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
