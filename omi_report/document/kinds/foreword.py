"""The foreword of the chief inspector.

Annotations are not put off (``from __future__``): pydantic would have to evaluate each of them on its own.
"""

from collections.abc import Iterator

from omi_report.document.kinds.blanks import blanks
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Strict, Text, Words
from omi_report.model.facts import Signature, WrittenText
from omi_report.model.framework import Framework


class Foreword(Strict):
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
        office: HM Chief Inspector of Probation
    """)


KIND = PartKind(
    id="foreword",
    file="foreword.yaml",
    model=Foreword,
    texts=_texts,
    people=_people,
    signatures=_signatures,
    scaffold=_scaffold,
)
