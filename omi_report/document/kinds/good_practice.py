"""Examples of good practice: stories of single cases, in which names are changed.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from omi_report.document.kinds.blanks import blanks
from omi_report.document.later import tree
from omi_report.document.part_kind import PartKind
from omi_report.model import facts
from omi_report.model.addresses import Address
from omi_report.model.base import Identified, Number, Text, Words
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents
from omi_report.model.record import Record, field
from omi_report.numbering import as_printed
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart


class Story(Identified):
    """An example of good practice."""

    address_prefix: ClassVar[str] = "story"

    title: Words
    criterion: Number = field(names="criterion")
    pseudonyms: tuple[Words, ...] = field(default=(), about="names in the text that are not the person's own")
    text: Text


class GoodPractice(Record):
    """``good-practice.yaml``: stories worth sharing."""

    stories: tuple[Story, ...]


def _texts(found: GoodPractice) -> Iterator[facts.WrittenText]:
    for index, story in enumerate(found.stories):
        label = f"good practice, story {index + 1} (%(term_criterion)s {as_printed(story.criterion)})"
        yield facts.WrittenText(("stories", index, "text"), story.text, label, story.criterion, "running")


def _titles(found: GoodPractice) -> Iterator[Path]:
    return (("stories", index, "title") for index in range(len(found.stories)))


def _unique_names(found: GoodPractice) -> Iterator[facts.UniqueName]:
    for index, story in enumerate(found.stories):
        if story.id:
            yield facts.UniqueName("id", "", ("stories", index, "id"), story.id)


def _framework_names(found: GoodPractice) -> Iterator[facts.FrameworkName]:
    for index, story in enumerate(found.stories):
        yield facts.FrameworkName("criterion", ("stories", index, "criterion"), story.criterion)


def _citations(found: GoodPractice) -> Iterator[facts.Citation]:
    for index, story in enumerate(found.stories):
        yield facts.Citation(story.criterion, ("stories", index, "criterion"), "example")


def _stories(found: GoodPractice) -> Iterator[facts.PersonalEntry]:
    for index, story in enumerate(found.stories):
        path: Path = ("stories", index)
        yield facts.PersonalEntry((*path, "title"), (*path, "text"), story.pseudonyms, (*path, "pseudonyms"))


def _open_records(found: GoodPractice) -> Iterator[facts.OpenRecord]:
    for story in found.stories:
        values = {"criterion": story.criterion, "title": story.title, "text": story.text}
        yield facts.OpenRecord(values, story.criterion)


def _lacking(area: Contents) -> Iterator[facts.Lack]:
    found = area.content(KIND)
    if found is not None and not found.stories:
        yield facts.Lack(KIND.file, f"{KIND.file} has no stories")


def _scaffold(framework: Framework) -> str:
    first = next(iter(framework.criteria))
    return blanks(f"""
        # Examples worth sharing. Names in a story are changed; list them as pseudonyms.
        # The id of each, its address in the report for good, is written by `omi ids`, or by you: «- id: a-name».
        stories:
          - title: TODO
            criterion: {first}
            pseudonyms: []
            text: |
              TODO: what was done, and what came of it.
    """)


def _build(placed: "PlacedPart", context: "BuildContext") -> "Iterator[tree.Part]":
    found = context.area.content(KIND)
    stories = found.stories if found else ()
    addresses = context.outline.entries.get(Story.address_prefix, ())
    yield context.part(
        placed, tuple(_division(story, address, context) for story, address in zip(stories, addresses, strict=True))
    )


def _division(story: Story, address: Address, context: "BuildContext") -> "tree.DivisionBlock":
    filed = (context.label("%(Term_criterion)s") + " ", context.references.criterion(story.criterion).number_first())
    text = context.text(story.text, story.criterion, level=4)
    blocks = (tree.ParagraphBlock(filed, role="filed"), *text)
    return tree.DivisionBlock("story", 3, story.title, blocks, address.id, address.also)


KIND = PartKind(
    id="good-practice",
    order=100,
    file="good-practice.yaml",
    model=GoodPractice,
    texts=_texts,
    titles=_titles,
    unique_names=_unique_names,
    framework_names=_framework_names,
    citations=_citations,
    stories=_stories,
    open_table=facts.OpenTable("stories", ("id", "criterion", "title", "text"), Story.address_prefix),
    open_records=_open_records,
    lacking=_lacking,
    leads_to_criteria=True,
    scaffold=_scaffold,
    build=_build,
)
