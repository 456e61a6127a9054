"""All that is wrong on the pages of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from omi_report.render.pdf.checks.breaks import begin_and_end, breaks, edges_of, filled_pages
from omi_report.render.pdf.checks.fault import LayoutFault
from omi_report.render.pdf.checks.filled_pages import FilledPage
from omi_report.render.pdf.checks.placed import placed_page
from omi_report.render.pdf.checks.texts import broken_words, outside, overprints


def layout_faults(pages: Sequence[Any]) -> tuple[tuple[LayoutFault, ...], tuple[FilledPage, ...]]:
    """Find what went wrong in a layout, in the order of the pages, and say what is asked of each page beside others.

    ``pages`` are the page boxes of WeasyPrint. The first has the number 1.
    """
    standing = [placed_page(page, number) for number, page in enumerate(pages, start=1)]
    edges = [edges_of(page) for page in pages]
    anew = list(begin_and_end(standing, edges))
    found = list(breaks(standing, edges, anew))
    for page in standing:
        found += (*overprints(page), *outside(page), *broken_words(page))
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.page)), tuple(filled_pages(standing, anew))
