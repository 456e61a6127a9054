"""The places of a report that have names, and the links that lead to them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from omi_report.errors import PdfError
from omi_report.render.pdf.joined.sources import UnitFile
from omi_report.render.pdf.tags.links import with_title
from omi_report.render.pdf.units.unit import Anchor
from omi_report.render.pdf.units.weasyprint_page import ELSEWHERE


def places(sources: Sequence[UnitFile], shared: Collection[str] = ()) -> dict[str, Anchor]:
    """Return the named places of a report; their pages are those of the report, from 0 on.

    ``shared`` are names of what stands around every unit. Raises PdfError for any other name that is given twice.
    """
    found: dict[str, Anchor] = {}
    for source in sources:
        for anchor in source.unit.anchors:
            if anchor.name not in found:
                found[anchor.name] = anchor._replace(page=source.first + anchor.page)
            elif anchor.name not in shared:
                raise PdfError(f"Anchor defined twice: {anchor.name!r}")
    return found


def join_links(sources: Sequence[UnitFile], named: Mapping[str, Anchor]) -> None:
    """Let all links lead to their places, and describe those that lead from one unit to another.

    Raises PdfError for a link to a place that is nowhere.
    """
    report = sources[0].report
    titles = {name: title for source in sources for name, title in source.unit.titles.items()}
    for page in report.pages:
        for annotation in page.obj.get("/Annots", Array()):
            address = str(annotation.A.get("/URI", "")) if "/A" in annotation else ""
            if address.startswith(ELSEWHERE):
                name = address[len(ELSEWHERE) :]
                if name not in named:
                    raise PdfError(f"No anchor #{name} for internal URI reference")
                _lead(annotation, name, titles.get(name, ""))
    _write_names(report, named)


def _lead(annotation: pikepdf.Object, name: str, title: str) -> None:
    del annotation["/A"]
    annotation.Dest = String(name)
    annotation.Contents = String(with_title(str(annotation.Contents), title))


def _write_names(report: pikepdf.Pdf, named: Mapping[str, Anchor]) -> None:
    """Write the names of places (ISO 32000-1, 7.9.6: in the order of their bytes)."""
    pages = [page.obj for page in report.pages]
    tree = Array()
    for name in sorted(named, key=lambda name: bytes(String(name))):
        tree.append(String(name))
        tree.append(destination(pages, named[name]))
    if "/Names" not in report.Root:
        report.Root.Names = Dictionary()
    report.Root.Names.Dests = Dictionary(Names=tree)


def destination(pages: Sequence[pikepdf.Object], anchor: Anchor) -> Array:
    """Return a place as a file has it: its page, scrolled to a point, in the size that is shown."""
    return Array([pages[anchor.page], Name.XYZ, round(anchor.x, 4), round(anchor.y, 4), 0])
