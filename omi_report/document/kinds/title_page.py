"""The cover: the title of the report, the area, the dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    identity, framework = context.area.identity, context.area.framework
    led_by = context.label("A %(term_inspection)s led by %(inspectorate)s", inspectorate=framework.inspectorate)
    blocks: list[tree.Block] = [
        tree.ParagraphBlock((framework.title,), role="programme"),
        tree.HeadingBlock(1, (context.title,)),
        tree.ParagraphBlock((led_by,), role="led-by"),
    ]
    if identity.notice:
        blocks.append(tree.CalloutBlock("notice", context.text(identity.notice, level=4)))
    if context.stage_notice:
        notice = inlines.EmphasisInline((context.stage_notice,), strong=True)
        blocks.append(tree.ParagraphBlock((notice,), role="stage"))
    if context.reply:
        blocks.append(tree.ParagraphBlock((f"{context.reply} {context.how_to_point}",), role="reply"))
    blocks.append(tree.FactsBlock(tuple(_imprint(context)), "imprint"))
    yield context.part(placed, tuple(blocks), heading=context.title)


def _imprint(context: BuildContext) -> Iterator[tree.Fact]:
    identity, label = context.area.identity, context.label
    yield tree.Fact((label("Inspected"),), ((context.date(identity.inspected),),))
    if context.publication:
        words, date = context.publication
        yield tree.Fact((words,), ((date,),))
    if identity.isbn:
        yield tree.Fact((context.isbn_name,), ((identity.isbn,),))


KIND: PartKind[Any] = PartKind(
    id="title-page",
    order=10,
    in_contents=False,
    names_itself=True,
    comes_first=True,
    part_keys=frozenset(),
    prints=((IDENTITY_FILE, "notice"),),
    build=_build,
)
