"""Remarks on the text, as comments of Word: they stand beside it, and no word of theirs is the report's.

A redline has them for what Word cannot mark as changed: a heading, a rating, a chart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from omi_report.document.inlines import ChangedInline, Inline, Inlines
from omi_report.document.printed import line
from omi_report.document.tree import Block, ParagraphBlock
from omi_report.render.docx.markup import part, tag, words

_ROLE = "redline-was"
"""The role of a paragraph that tells of a change. It is on the block before it, or on what it is the beginning of."""


@dataclass
class Remarks:
    """Gathers the remarks of a file; ``author`` is who makes them."""

    author: str
    _remarks: list[str] = field(default_factory=list)

    def around(self, remarks: Iterable[ParagraphBlock], inside: str) -> str:
        """Return the runs of a paragraph with remarks on them."""
        for remark in remarks:
            number = len(self._remarks)
            run = tag("w:r", tag("w:t", words(_said(remark.children)), given={"xml:space": "preserve"}))
            self._remarks.append(tag("w:comment", tag("w:p", run), id=number, author=self.author, initials="omi"))
            begins, ends = (tag(f"w:commentRange{end}", id=number) for end in ("Start", "End"))
            inside = begins + inside + ends + tag("w:r", tag("w:commentReference", id=number))
        return inside

    def __bool__(self) -> bool:
        return bool(self._remarks)

    @property
    def xml(self) -> str:
        """The whole file of remarks."""
        return part("w:comments", *self._remarks)


def with_remarks(blocks: Iterable[Block]) -> Iterator[tuple[Block | None, list[ParagraphBlock]]]:
    """Yield each block with the remarks on it; None comes first with those on the beginning, if there are any."""
    block: Block | None = None
    remarks: list[ParagraphBlock] = []
    for each in blocks:
        if isinstance(each, ParagraphBlock) and _ROLE in each.role.split():
            remarks.append(each)
            continue
        if block is not None or remarks:
            yield block, remarks
        block, remarks = each, []
    if block is not None or remarks:
        yield block, remarks


def _said(children: Inlines) -> str:
    """The words of a remark, what was deleted and what was inserted in marks."""
    return "".join(map(_words, children))


def _words(child: Inline) -> str:
    if not isinstance(child, ChangedInline):
        return line((child,))
    sign = "−" if child.change == "deleted" else "+"
    return f"[{sign}{line(child.children)}{sign}]"
