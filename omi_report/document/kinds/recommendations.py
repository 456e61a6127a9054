"""The numbered recommendations, each with the criteria that it answers.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.base import Identified, Number, Text
from omi_report.model.constraints import Filled
from omi_report.model.facts import Citation, FrameworkName, Lack, OpenRecord, OpenTable, UniqueName, WrittenText
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class Recommendation(Identified):
    """One recommendation and the criteria whose areas for improvement it answers."""

    address_prefix: ClassVar[str] = "recommendation"
    is_numbered: ClassVar[bool] = True

    text: Text
    criteria: Annotated[tuple[Number, ...], Filled()]


class Recommendations(Record):
    """``recommendations.yaml``: the numbered recommendations and what happens next."""

    recommendations: tuple[Recommendation, ...]
    next_steps: Text | None = None


def _texts(recommendations: Recommendations) -> Iterator[WrittenText]:
    for index, each in enumerate(recommendations.recommendations):
        path = ("recommendations", index, "text")
        yield WrittenText(path, each.text, f"recommendation {index + 1}", manner="recommended")
    if recommendations.next_steps:
        yield WrittenText(
            ("next_steps",), recommendations.next_steps, "recommendations next_steps", manner="recommended"
        )


def _answered(recommendations: Recommendations) -> Iterator[tuple[Path, str]]:
    for index, each in enumerate(recommendations.recommendations):
        for inner, number in enumerate(each.criteria):
            yield ("recommendations", index, "criteria", inner), number


def _unique_names(recommendations: Recommendations) -> Iterator[UniqueName]:
    for index, each in enumerate(recommendations.recommendations):
        if each.id:
            yield UniqueName("id", "", ("recommendations", index, "id"), each.id)
    for path, number in _answered(recommendations):
        yield UniqueName("criterion", str(path[1]), path, number)


def _framework_names(recommendations: Recommendations) -> Iterator[FrameworkName]:
    for path, number in _answered(recommendations):
        yield FrameworkName("criterion", path, number)


def _citations(recommendations: Recommendations) -> Iterator[Citation]:
    for path, number in _answered(recommendations):
        yield Citation(number, path, "answers")


def _open_records(recommendations: Recommendations) -> Iterator[OpenRecord]:
    for number, each in enumerate(recommendations.recommendations, start=1):
        yield OpenRecord({"number": number, "text": each.text, "criteria": list(each.criteria)})


def _lacking(area: Contents) -> Iterator[Lack]:
    found = area.content(KIND)
    if found is not None and not found.recommendations:
        yield Lack(KIND.file, f"{KIND.file} has no recommendations")


def _scaffold(framework: Framework) -> str:
    first = next(iter(framework.criteria))
    return blanks(f"""
        # Recommendations in the order of the report, each with the criteria whose areas for improvement it answers.
        # The id of each, its address in the report for good, is written by `omi ids`, or by you: «- id: plans-on-time».
        recommendations:
          - text: |
              TODO: what is to be done
            criteria: [{first}]
        next_steps: |
          TODO: what happens after publication.
    """)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    found = context.area.content(KIND)
    listed = found.recommendations if found else ()
    addresses = context.outline.entries.get(Recommendation.address_prefix, ())
    items = tuple(
        tree.ListItem((*context.text(each.text), _answers(each, context)), address.id, address.also)
        for each, address in zip(listed, addresses, strict=True)
    )
    yield context.part(placed, (tree.ListBlock(items, 1, "recommendation-list"),))


def _answers(recommendation: Recommendation, context: "BuildContext") -> "tree.ParagraphBlock":
    criteria = [context.references.criterion(number).title_first() for number in recommendation.criteria]
    words: list[inlines.Inline] = []
    for reference in criteria:
        words += ["; " if words else context.label("Answers:") + " ", reference]
    return tree.ParagraphBlock(tuple(words), role="answers")


KIND = PartKind(
    id="recommendations",
    order=80,
    file="recommendations.yaml",
    model=Recommendations,
    texts=_texts,
    unique_names=_unique_names,
    framework_names=_framework_names,
    citations=_citations,
    open_table=OpenTable("recommendations", ("number", "text", "criteria", "id"), Recommendation.address_prefix),
    open_records=_open_records,
    answers_criteria=True,
    leads_to_criteria=True,
    lacking=_lacking,
    scaffold=_scaffold,
    build=_build,
)
