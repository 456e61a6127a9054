"""Texts with figures and references → texts with their values and words in place.

Only texts that the checks have passed come here, so a name without a meaning is a fault of the
program and raises KeyError.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from omi_report.evidence.figures import Refusal, lookup, written
from omi_report.language.known import language_of
from omi_report.language.language import Language
from omi_report.model.area import Area
from omi_report.model.base import Text
from omi_report.model.facts import REPORT_SCOPE
from omi_report.model.outline import Outline, chart_id, criterion_id, section_id, table_id
from omi_report.prose.nodes import (
    Block,
    Blocks,
    Bullets,
    Emphasis,
    Figure,
    Inline,
    Link,
    Paragraph,
    Quotation,
    Reference,
    Role,
    Subheading,
    Substitution,
    Verbatim,
    Words,
)
from omi_report.prose.parse import parse
from omi_report.quantity import Quantity


@dataclass(frozen=True)
class Resolver:
    """Knows every figure of an area and every place of its report."""

    area: Area
    outline: Outline
    figures: dict[str, Quantity | Refusal]

    @property
    def language(self) -> Language:
        """The report's language. Raises UnknownLanguageError where it has no catalogue."""
        return language_of(self.area.framework.language)

    def __call__(self, text: Text | None, scope: str = REPORT_SCOPE) -> Blocks:
        """Parse a text and resolve it; no text gives no blocks."""
        return tuple(self._block(block, scope) for block in parse(text).blocks) if text else ()

    def _block(self, block: Block, scope: str) -> Block:
        match block:
            case Paragraph() | Subheading():
                return replace(block, children=self._inlines(block.children, scope))
            case Bullets():
                items = tuple(tuple(self._block(inner, scope) for inner in item) for item in block.items)
                return replace(block, items=items)
            case Quotation():
                return Quotation(tuple(self._block(inner, scope) for inner in block.blocks))
            case Verbatim():
                return block

    def _inlines(self, children: tuple[Inline, ...], scope: str) -> tuple[Inline, ...]:
        return tuple(self._inline(child, scope) for child in children)

    def _inline(self, child: Inline, scope: str) -> Inline:
        match child:
            case Emphasis() | Link():
                return replace(child, children=self._inlines(child.children, scope))
            case Substitution():
                return self._figure(child, scope)
            case Role():
                return self._reference(child)
            case _:
                return child

    def _figure(self, node: Substitution, scope: str) -> Inline:
        if node.name == "area":
            return Words(self.area.identity.area)
        name = lookup(scope, node.name)
        quantity = self.figures[name]
        if isinstance(quantity, Refusal):
            raise KeyError(name)
        text = written(quantity, node.filters, self.language)
        if isinstance(text, Refusal):
            raise KeyError(f"{name}: {text.reason.key}")
        meant = quantity.rest if "rest" in node.filters else quantity
        return Figure(text, name, meant.value, meant.count, meant.base)

    def _reference(self, node: Role) -> Reference:
        words, title, target = self._target(node)
        return Reference(words if node.short or not title else f"{words} ({title})", target)

    def _target(self, node: Role) -> tuple[str, str, str]:
        """The words, the title in brackets and the id that a role stands for."""
        label = self.language.label
        name = node.target
        match node.role:
            case "criterion":
                words = label("criterion %(number)s", number=name)
                return words, self.area.framework.criteria[name].title, criterion_id(name)
            case "section":
                titles = {section.number: section.title for section in self.area.framework.sections}
                return label("section %(number)s", number=name), titles[name], section_id(name)
            case "finding":
                return self._finding(name), "", self.outline.findings[name].id
            case "table":
                number = self.outline.tables[name]
                return label("Table %(number)s", number=number), "", table_id(number)
            case "chart":
                number = self.outline.charts[name]
                return label("Chart %(number)s", number=number), "", chart_id(number)
            case _:
                return self._part(node)

    def _finding(self, name: str) -> str:
        place, language = self.outline.findings[name], self.language
        return language.label(
            "criterion %(criterion)s, %(finding)s (%(letter)s)",
            criterion=place.criterion,
            finding=language.gettext(place.kind.singular),
            letter=place.letter,
        )

    def _part(self, node: Role) -> tuple[str, str, str]:
        placed = self.outline.part(node.target, appendix=node.role == "appendix")
        if placed is None:
            raise KeyError(node.target)
        heading = placed.part.heading or ""
        if placed.appendix:
            return self.language.label("Appendix %(number)s", number=placed.appendix), heading, placed.id
        return heading, "", placed.id
