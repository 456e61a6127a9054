"""Abbreviations in the texts of a report: the first of each in a part says what it stands for.

Those in which a line could end, such as ``CDR/P``, are told from other words wherever they stand, so that no renderer
breaks them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from omi_report.document.inlines import (
    AbbreviationInline,
    EmphasisInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    NoteInline,
    PlainData,
    joined,
)
from omi_report.document.printed import line
from omi_report.document.renewal import each_renewed, with_fields
from omi_report.document.tree import (
    ChartBlock,
    ContentsBlock,
    Fact,
    HeadingBlock,
    JudgementBlock,
    ParagraphBlock,
    Part,
    QuotationBlock,
    TableBlock,
    TableCell,
    TableRow,
)
from omi_report.prose.links import is_address

LIST: Final = "abbreviation-list"
"""The role of the table that lists the abbreviations: there each is explained beside it."""
_TEXTS: Final = {
    ParagraphBlock: ("children",),
    EmphasisInline: ("children",),
    LinkInline: ("children",),
    MarkedInline: ("children",),
    NoteInline: ("children",),
    QuotationBlock: ("by",),
    TableCell: ("children",),
    TableRow: ("header",),
    Fact: ("term",),
}
"""The fields that hold words of a text."""
_LEFT = (ChartBlock, ContentsBlock, HeadingBlock, JudgementBlock)
"""What is left as it is: headings are listed elsewhere, and drawings have labels of their own."""


def abbreviated(parts: Iterable[Part], listed: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts of a report with their abbreviations marked.

    ``listed`` are the abbreviations, each with what it stands for. An entry such as ``OASys/eOASys`` is one for each of
    its forms too, where they have two letters or more.
    """
    names = {form: expansion for name, expansion in listed.items() for form in _forms(name)}
    if not names:
        return tuple(parts)
    every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/-])(?:{every})(?=s?(?![\w/]))")
    return tuple(_Marking(names, pattern).renewed(part) for part in parts)


def _forms(name: str) -> tuple[str, ...]:
    forms = [each.strip() for each in name.split("/")]
    return (name, *(forms if all(len(each) > 1 for each in forms) else ()))


@dataclass
class _Marking:
    """Marks the abbreviations of a part; ``told`` are those of which it has said what they stand for."""

    names: Mapping[str, str]
    pattern: re.Pattern[str]
    told: set[str] = field(default_factory=set)

    def renewed(self, value: Any) -> Any:
        """Return a value of the tree with its abbreviations marked: the same one where it has none."""
        if isinstance(value, tuple):
            return each_renewed(value, self.renewed)
        if not isinstance(value, PlainData) or isinstance(value, _LEFT):
            return value
        if isinstance(value, TableBlock) and value.role == LIST:
            return value
        if isinstance(value, LinkInline) and is_address(line(value.children), value.href):
            return value  # an address is no words
        return with_fields(value, partial(self._field, value))

    def _field(self, value: PlainData, name: str, old: Any) -> Any:
        if name in _TEXTS.get(type(value), ()):
            return self._line(old)
        if isinstance(value, Fact) and name == "values":
            return tuple(map(self._line, old))
        return self.renewed(old)

    def _line(self, children: Inlines) -> Inlines:
        if not any(map(self._may_change, children)):
            return children
        found = joined(*(new for child in children for new in self._inline(child)))
        return children if found == children else found

    def _may_change(self, child: Inline) -> bool:
        return not isinstance(child, str) or self.pattern.search(child) is not None

    def _inline(self, child: Inline) -> Iterator[Inline]:
        if not isinstance(child, str):
            yield self.renewed(child)
            return
        begin = 0
        for match in self.pattern.finditer(child):
            name = match[0]
            first = name not in self.told
            if first or "/" in name or "-" in name:
                self.told.add(name)
                yield child[begin : match.start()]
                yield AbbreviationInline(name, self.names[name] if first else "")
                begin = match.end()
        yield child[begin:]
