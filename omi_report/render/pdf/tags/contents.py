"""Tables of contents: TOC, TOCI, Reference (ISO 32000-1, table 333)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from omi_report.render.pdf.tags.paragraphs import in_paragraphs
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, changed, faded, walk

TAGS = frozenset({"omi:toc", "omi:toci"})
"""Made by ``recognised`` out of the lists and items of a table of contents."""

_RENAMED = {"ol": "omi:toc", "ul": "omi:toc", "li": "omi:toci"}


def recognised(nav: TagNode) -> TagNode:
    """In a ``nav`` whose every list item leads to a place of the same page, lists are tables of contents."""
    items = [node for node in walk(nav.kids) if node.tag == "li"]
    if not items or not all(_leads_on(item) for item in items):
        return nav
    return changed(nav, lambda node: replace(node, tag=_RENAMED.get(node.tag, node.tag)))


def part_of_contents(node: TagNode, inside: Callable[[Iterable[Kid]], tuple[Kid, ...]]) -> tuple[Kid, ...]:
    """Shape a table of contents or a line of one; ``inside`` shapes what that holds."""
    kids = inside(node.kids)
    if node.tag == "omi:toc":
        blank = (faded(kid) if isinstance(kid, Mark) and not kid.text.strip() else kid for kid in kids)
        return (replace(node, kind="TOC", kids=tuple(blank)),)
    cited = (
        TagNode(kind="Reference", kids=(kid,)) if isinstance(kid, TagNode) and kid.kind == "Link" else kid
        for kid in kids
    )
    return (replace(node, kind="TOCI", kids=_lines(tuple(cited))),)


def _lines(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """References stand in the item itself; any text beside them gets a paragraph."""
    out: list[Kid] = []
    loose: list[Kid] = []
    for kid in kids:
        if isinstance(kid, TagNode) and kid.kind in ("Reference", "TOC"):
            out += [*in_paragraphs(loose), kid]
            loose = []
        else:
            loose.append(kid)
    return (*out, *in_paragraphs(loose))


def _leads_on(item: TagNode) -> bool:
    return any(node.tag == "a" and node.attribute("href").startswith("#") for node in walk(item.kids))
