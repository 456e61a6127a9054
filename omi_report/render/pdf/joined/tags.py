"""One tree of tags for all pages (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from omi_report.render.pdf.joined.sources import UnitFile
from omi_report.render.pdf.tags.headings import HEADINGS, closed
from omi_report.render.pdf.tags.objects import array_of, id_tree

_AROUND = Name.Part
"""The kind of the element around all parts (``main``)."""


def join_tags(sources: Sequence[UnitFile]) -> None:
    """Join the trees of units: what they hold, in reading order, and the tables that lead from pages to elements."""
    report = sources[0].report
    root = report.Root.StructTreeRoot
    document, total = root.K, len(report.pages)
    kids, of_pages, of_links = Array(), Array(), Array()
    ids: dict[str, pikepdf.Object] = {}
    for source in sources:
        tree = source.file.Root.StructTreeRoot
        _add(kids, _top(source, tree, document))
        links = len(of_links) // 2
        for number, page in enumerate(source.pages, source.first):
            page.obj.StructParents = number
            _number_links(page, total + links - len(source.unit.pages))
        for key, owner in _pairs(source.taken(tree.ParentTree).Nums):
            if int(key) < len(source.unit.pages):
                of_pages.append(source.first + int(key))
                of_pages.append(owner)
            else:
                of_links.append(total + len(of_links) // 2)
                of_links.append(owner)
        if "/IDTree" in tree:
            ids |= {str(name): element for name, element in _pairs(source.taken(tree.IDTree).Names)}
    document.K = kids
    root.ParentTree = report.make_indirect(Dictionary(Nums=Array([*of_pages, *of_links])))
    root.ParentTreeNextKey = total + len(of_links) // 2
    if ids:
        root.IDTree = report.make_indirect(id_tree(ids))
    _close_gaps([heading for source in sources for heading in source.handed_on().Headings])


def _top(source: UnitFile, tree: pikepdf.Object, document: pikepdf.Object) -> list[pikepdf.Object]:
    """The elements that stand straight in the document of a unit, as those of the report's document."""
    own = tree.K
    if source.file is not source.report:
        del own["/P"]  # so that no other tree comes with it
        own = source.taken(own)
    elements = array_of(own.get("/K"))
    for element in elements:
        element.P = document
    return elements


def _add(kids: Array, elements: Sequence[pikepdf.Object]) -> None:
    """Put elements behind others. What stands around the parts of a report, and so in every unit, stands there once."""
    for element in elements:
        if element.S == _AROUND and len(kids) and kids[-1].S == _AROUND:
            inside = array_of(kids[-1].get("/K"))
            for inner in array_of(element.get("/K")):
                inner.P = kids[-1]
                inside.append(inner)
            kids[-1].K = Array(inside)
        else:
            kids.append(element)


def _number_links(page: pikepdf.Page, further: int) -> None:
    for annotation in page.obj.get("/Annots", Array()):
        if "/StructParent" in annotation:
            annotation.StructParent = int(annotation.StructParent) + further


def _pairs(tree: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    flat = list(tree)
    return zip(flat[::2], flat[1::2], strict=True)


def _close_gaps(headings: Sequence[pikepdf.Object]) -> None:
    """Raise headings that skip a level; those of one level under one heading stay of one level."""
    kinds = [str(heading.S)[1:] for heading in headings]
    for heading, kind, level in zip(headings, kinds, closed(HEADINGS[kind] for kind in kinds), strict=True):
        if HEADINGS[kind] != level:
            heading.S = Name(f"/H{level}")
