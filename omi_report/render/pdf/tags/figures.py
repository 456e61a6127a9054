"""Pictures: each has a text in its place and its bounds, or is decoration (ISO 14289-1, 7.3)."""

from __future__ import annotations

from dataclasses import replace

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.boxes import SVG
from omi_report.render.pdf.tags.tree import Kid, TagNode, faded

TAGS = frozenset({"img", SVG})
_TITLE = "{http://www.w3.org/2000/svg}title"


def figure(node: TagNode) -> tuple[Kid, ...]:
    """Make a Figure with Alt and BBox; what is marked as decoration becomes an artifact.

    Raises TagsError for a picture without a text: what it shows cannot be guessed.
    """
    decoration = node.attribute("role") in ("presentation", "none") or (
        node.element is not None and node.element.get("alt", " ").strip() == "" and "alt" in node.element.attrib
    )
    if decoration:
        return tuple(faded(kid) for kid in node.kids)
    alt = node.attribute("aria-label") or node.attribute("alt") or _title(node)
    if not alt:
        raise TagsError(
            f"page {node.looks.page + 1}: a picture says nothing to those who cannot see it. Give it "
            'aria-label, alt or <title>, or aria-hidden="true" where it is decoration'
        )
    # BBox is in the units of the page (ISO 32000-1, 14.8.5.4.3); WeasyPrint writes CSS pixels from the top
    bounds = node.looks.bounds or (0.0, 0.0, 0.0, 0.0)
    return (replace(node, kind="Figure", alt=alt, attributes={"BBox": bounds}),)


def _title(node: TagNode) -> str:
    return " ".join((node.element.findtext(_TITLE) or "").split()) if node.element is not None else ""
