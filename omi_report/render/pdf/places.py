"""A report's PDF → on which page each of its places is."""

from __future__ import annotations

import io

import pikepdf


def pages_of_places(data: bytes) -> dict[str, int]:
    """Return the number of the page, from 1 on, of each named place of a PDF that `render_pdf` made."""
    with pikepdf.open(io.BytesIO(data)) as report:
        numbers = {page.obj.objgen: number for number, page in enumerate(report.pages, start=1)}
        named = list(report.Root.Names.Dests.Names)
        return {str(name): numbers[place[0].objgen] for name, place in zip(named[::2], named[1::2], strict=True)}
