"""What was removed from a report, made ready to stand in the new one: without links, addresses and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from omi_report.document.inlines import (
    EmphasisInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    NoteInline,
    ReferenceInline,
    joined,
)
from omi_report.document.renewal import with_fields
from omi_report.document.tree import Blocks, ListItem

GONE: Final = "was-"
"""With it begin the addresses of what was removed: the new report may have its address for something else."""


def without_numbers(items: Iterable[tuple[ListItem, bool]]) -> Iterator[ListItem]:
    """The entries of a numbered list, each with whether it is gone.

    One that is gone goes into its neighbour, or it would take a number.
    """
    waiting: Blocks = ()
    before: ListItem | None = None
    for item, is_gone in items:
        if is_gone:
            if before is None:
                waiting += item.blocks
            else:
                before = replace(before, blocks=(*before.blocks, *item.blocks))
            continue
        if before is not None:
            yield before
        before, waiting = replace(item, blocks=(*waiting, *item.blocks)), ()
    if before is not None:
        yield before
    elif waiting:
        yield ListItem(waiting)


def without_links(children: Inlines) -> Inlines:
    """Words that were deleted: what they referred to may be gone, so they lead nowhere, and have no notes."""
    plain = (_without_link(child) for child in children if not isinstance(child, NoteInline))
    return joined(*(each for several in plain for each in several))


def _without_link(child: Inline) -> Inlines:
    """Words without what leads to a place of the report; a link to elsewhere stays."""
    if isinstance(child, ReferenceInline):
        return (child.text,)
    if isinstance(child, LinkInline) and child.href.startswith("#"):
        return without_links(child.children)
    if isinstance(child, EmphasisInline | LinkInline | MarkedInline):
        return (replace(child, children=without_links(child.children)),)
    return (child,)


def without_addresses(value: Any) -> Any:
    """A value that was removed: the new report may have its addresses for something else."""
    if isinstance(value, tuple):
        return tuple(map(without_addresses, value))
    if not hasattr(value, "__dataclass_fields__"):
        return value

    def renewed(name: str, held: Any) -> Any:
        if name == "id":
            return f"{GONE}{held}" if held else ""
        return () if name == "also" else without_addresses(held)

    return with_fields(value, renewed)
