"""The back cover: who publishes the report, and the number that booksellers and libraries have it under, as a bar code.

There is none without such a number, and none of a draft, which nobody sells or lends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import PartFault
from omi_report.model.framework import Framework, FrameworkPart
from omi_report.model.isbn import bar_code_of, unlabelled
from omi_report.model.kinds import Contents

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


def _stands_in(area: Contents) -> bool:
    return area.identity.stage == "final" and bool(bar_code_of(area.identity.isbn or ""))


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    yield context.part(placed, tuple(_blocks(context.area.identity.isbn or "", context)))


def _blocks(isbn: str, context: BuildContext) -> Iterator[tree.Block]:
    framework, figures = context.area.framework, bar_code_of(isbn)
    yield tree.ParagraphBlock((framework.title,), role="programme")
    yield tree.ParagraphBlock((framework.inspectorate,), role="publisher")
    number = (context.isbn_name, f" {unlabelled(isbn)}")
    yield tree.ParagraphBlock(inlines.joined(*number), role="isbn")
    yield tree.BarCodeBlock(figures, context.label("Bar code of the number %(figures)s", figures=figures))


def _faults(_part: FrameworkPart, framework: Framework) -> Iterator[PartFault]:
    if framework.isbn == "none":
        message = "the back cover shows an ISBN, and «isbn: none» says that no report has one: it is never printed"
        yield PartFault(("kind",), message, "remove the part, or «isbn: none»")


KIND: PartKind[Any] = PartKind(
    id="back-cover",
    order=170,
    in_contents=False,
    names_itself=True,
    comes_last=True,
    stands_in=_stands_in,
    part_faults=_faults,
    part_keys=frozenset(),
    build=_build,
)
