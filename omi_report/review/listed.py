"""The list of changes at the head of a redline, as a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from omi_report.document.inlines import CodeInline, Inlines, ReferenceInline, joined
from omi_report.document.tree import (
    Block,
    HeadingBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.language.language import Language
from omi_report.review.change import Change, Changes, FigureChange, WordsOfChange
from omi_report.review.formats.titles import about, kinds_of
from omi_report.review.marks import marked
from omi_report.review.shortened import shortened

CHANGES: Final = "changes"
"""The address of the list, and the kind of its part."""


def changes_part(changes: Changes, known: Collection[str], language: Language) -> Part:
    """Return the list of what is different between two reports. ``known`` are the addresses that it may lead to."""
    return Part(CHANGES, CHANGES, language.label("What has changed"), tuple(_blocks(changes, known, language)))


def _blocks(changes: Changes, known: Collection[str], language: Language) -> Iterator[Block]:
    before, now = (TableColumn(language.label(each)) for each in ("Before", "Now"))
    yield ParagraphBlock((f"{about(changes.old)} → {about(changes.new)}",))
    if changes.count:
        yield ParagraphBlock(
            (
                language.label(
                    "Deleted words are struck out and inserted ones underlined; on paper they stand in [−…−] and [+…+]."
                ),
            ),
            role="quiet",
        )
    else:
        yield ParagraphBlock((language.label("The two reports say the same."),))
    if changes.figures:
        yield HeadingBlock(3, (language.label("Figures"),))
        columns = (TableColumn(language.label("Figure")), before, now, TableColumn(language.label("Where")))
        rows = tuple(_figure(each, known) for each in changes.figures)
        yield TableBlock(columns, (RowGroup(rows),), role="changed-figures")
    for heading, found in kinds_of(changes, language.label):
        if found:
            yield HeadingBlock(3, (heading,))
            yield ListBlock(tuple(_item(each, known, language) for each in found))


def _figure(each: FigureChange, known: Collection[str]) -> TableRow:
    is_printed = each.new is not None  # else its places are those of the old report
    linked = (
        ReferenceInline(address, place, "title") if is_printed and address in known else place
        for place, address in zip(each.places, each.ids, strict=True)
    )
    where = joined(*(inline for index, place in enumerate(linked) for inline in (["; "] if index else []) + [place]))
    cells = ((each.old or "–",), (each.new or "–",), where)
    return TableRow((CodeInline(each.name),), tuple(map(TableCell, cells)))


def _item(each: Change, known: Collection[str], language: Language) -> ListItem:
    place = ReferenceInline(each.id, each.place, "title") if each.id in known and each.how != "removed" else each.place
    how = {
        "added": language.label("added"),
        "removed": language.label("removed"),
        "moved": language.label("moved from %(place)s", place=each.was) if each.was else language.label("moved"),
        "changed": language.label("changed"),
    }[each.how]
    if each.was and each.old != each.new:
        how = language.label("moved from %(place)s, and changed", place=each.was)
    also = language.label("; also in %(places)s", places="; ".join(each.also)) if each.also else ""
    said = [inline for words in shortened(each.words) for inline in _words(words, language)]
    return ListItem((ParagraphBlock(joined(place, f" ({how}{also}): ", *said), tight=True),))


def _words(words: WordsOfChange, language: Language) -> Inlines:
    if words.fate == "same":
        return (words.text,)
    return (marked(words.fate, (words.text,), language),)
