"""What the body of a Word file is made of: paragraphs, whose properties may still be amended, and whole tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from omi_report.render.docx.markup import PARAGRAPH_ORDER, ordered, tag


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its properties by their names without a prefix, and its runs, as XML."""

    properties: Mapping[str, str]
    inside: str = ""

    @property
    def xml(self) -> str:
        """The element."""
        properties = ordered(self.properties, PARAGRAPH_ORDER)
        return tag("w:p", tag("w:pPr", properties) if properties else "", self.inside)

    def with_properties(self, more: Mapping[str, str]) -> WordParagraph:
        """Return the paragraph with more properties, which count before its own."""
        return replace(self, properties={**self.properties, **more})


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table, or what else is no paragraph, as XML."""

    xml: str


Node: TypeAlias = WordParagraph | WordTable


def xml_of(nodes: Iterable[Node]) -> str:
    """Return nodes one after the other."""
    return "".join(node.xml for node in nodes)
