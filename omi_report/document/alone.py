"""One part of a report as a document of its own: the page at a glance, for those who read no more than that.

It is the part that the report prints, under the report's title. What it refers to is in the report, so that references
are plain words here.
"""

from __future__ import annotations

from dataclasses import replace

from omi_report.document.build import build_document, context_of
from omi_report.document.inlines import EmphasisInline
from omi_report.document.part_kind import PartKind
from omi_report.document.tree import Block, Document, HeadingBlock, ParagraphBlock, Part
from omi_report.document.unlinked import unlinked
from omi_report.errors import NoSuchPartError
from omi_report.inspection import Inspection

ALONE = "alone"
"""The role of such a part."""


def build_alone(inspection: Inspection) -> Document:
    """Build the part of a report that can be had alone. Raises NoSuchPartError where its framework has none."""
    kinds = {kind.template for kind in inspection.area.kinds.values() if isinstance(kind, PartKind) and kind.has_alone}
    document = build_document(inspection)
    part = next((part for part in document.parts if part.kind in kinds), None)
    if part is None:
        named = ", ".join(sorted(kinds))
        raise NoSuchPartError(
            f"the framework {inspection.framework.framework} has no part of the kind {named}: add it to its parts"
        )
    meta, label = document.meta, context_of(inspection).label
    notice = meta.stage_notice
    title = label("%(title)s: %(part)s", title=meta.title, part=part.heading)
    led_by = label("A %(term_inspection)s led by %(inspectorate)s", inspectorate=meta.inspectorate)
    head: tuple[Block, ...] = (
        HeadingBlock(1, (meta.title,)),
        ParagraphBlock((led_by,), role="led-by"),
        HeadingBlock(2, (part.heading,)),
    )
    if notice:
        head += (ParagraphBlock((EmphasisInline((notice,), strong=True),), role="stage"),)
    role = f"{part.role} {ALONE}".strip()
    alone: Part = unlinked(replace(part, blocks=(*head, *part.introduction, *part.blocks), introduction=(), role=role))
    return Document(replace(meta, title=title), (alone,))
