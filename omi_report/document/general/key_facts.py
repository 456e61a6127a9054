"""Key facts: a figure each, what it is of, and where it comes from.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from omi_report.document.general.block_kind import BlockKind, BlockPlace
from omi_report.document.later import inlines, tree
from omi_report.model import facts
from omi_report.model.base import Text, Words
from omi_report.model.constraints import Filled
from omi_report.model.record import Record, field
from omi_report.source.tree import Path

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext


class KeyFact(Record):
    """A fact worth knowing of the area: 5,011 people on probation."""

    value: Text = field(about="the figure, as it is printed: 5,011, £12 million, {{ 1.2/screening-done }}")
    label: Words = field(about="what it is: people on probation at the end of March 2024")
    source: Words | None = field(default=None, about="where it comes from")


class FactsContent(Record):
    """``ID.yaml`` of a part of the kind facts: what a reader should know of the area at a glance."""

    facts: Annotated[tuple[KeyFact, ...], Filled()]


def _texts(place: BlockPlace, found: FactsContent) -> Iterator[facts.WrittenText]:
    for at, each in enumerate(found.facts):
        label = f"{place.name}, key fact {at + 1}"
        yield facts.WrittenText((*place.path, "facts", at, "value"), each.value, label, place.name, "value")


def _titles(place: BlockPlace, found: FactsContent) -> Iterator[Path]:
    return ((*place.path, "facts", at, "label") for at in range(len(found.facts)))


def _unique_names(place: BlockPlace, found: FactsContent) -> Iterator[facts.UniqueName]:
    for at, each in enumerate(found.facts):
        yield facts.UniqueName("fact", str(place.path), (*place.path, "facts", at, "label"), each.label)


def _shown_values(place: BlockPlace, found: FactsContent) -> Iterator[facts.ShownValue]:
    for at, each in enumerate(found.facts):
        for key, text in (("label", each.label), ("source", each.source)):
            if text:
                yield facts.ShownValue((*place.path, "facts", at, key), text)


def _blocks(place: BlockPlace, found: FactsContent, context: "BuildContext") -> "tree.Blocks":
    return (tree.FactsBlock(tuple(_fact(each, place, context) for each in found.facts), "key-facts"),)


def _fact(fact: KeyFact, place: BlockPlace, context: "BuildContext") -> "tree.Fact":
    value = tuple(
        inline
        for block in context.text(fact.value, place.name)
        if isinstance(block, tree.ParagraphBlock)
        for inline in block.children
    )
    values: list[inlines.Inlines] = [value]
    if fact.source:
        values.append((inlines.MarkedInline("quiet", (context.label("Source: %(source)s", source=fact.source),)),))
    return tree.Fact((fact.label,), tuple(values))


def _faults(place: BlockPlace, found: FactsContent, _area: object) -> Iterator[facts.ContentFault]:
    for at, each in enumerate(found.facts):
        if "\n" in each.value.strip():
            path = (*place.path, "facts", at, "value")
            yield facts.ContentFault(path, "a key fact is one line", "put longer texts into a part of the kind text")


KEY_FACTS: BlockKind[FactsContent] = BlockKind(
    id="facts",
    model=FactsContent,
    facts={"texts": _texts, "titles": _titles, "unique_names": _unique_names, "shown_values": _shown_values},
    faults=_faults,
    build=_blocks,
)
"""A list of key facts."""
