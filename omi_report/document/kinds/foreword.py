"""The foreword of the chief inspector.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Text, Words
from omi_report.model.facts import Signature, WrittenText
from omi_report.model.framework import Framework
from omi_report.model.record import Record
from omi_report.source.places import IDENTITY_FILE

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class Foreword(Record):
    """``foreword.yaml``: the chief inspector's foreword."""

    text: Text
    signatory: Words
    office: Words | None = None


def _texts(foreword: Foreword) -> Iterator[WrittenText]:
    yield WrittenText(("text",), foreword.text, "foreword text", manner="running")


def _people(foreword: Foreword) -> Iterator[str]:
    yield foreword.signatory


def _signatures(foreword: Foreword) -> Iterator[Signature]:
    yield Signature(foreword.signatory, "under the foreword")


def _scaffold(_framework: Framework) -> str:
    return blanks("""
        # The foreword. Leave a blank line between paragraphs; *stars* give emphasis.
        text: |
          TODO: the message of this inspection.
        signatory: TODO
        # office: the office of whoever signs
    """)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    foreword = context.area.content(KIND)
    if foreword is None:
        yield context.part(placed)
        return
    signature: list[inlines.Inline] = [inlines.EmphasisInline((foreword.signatory,), strong=True)]
    if foreword.office:
        signature += [inlines.BreakInline(), foreword.office]
    yield context.part(placed, context.text(foreword.text), (tree.ParagraphBlock(tuple(signature), role="signature"),))


KIND = PartKind(
    id="foreword",
    order=20,
    file="foreword.yaml",
    model=Foreword,
    texts=_texts,
    people=_people,
    signatures=_signatures,
    prints=((IDENTITY_FILE, "chief_inspector"),),  # who most often signs it
    scaffold=_scaffold,
    build=_build,
)
