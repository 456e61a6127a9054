"""Styles and fonts that are read once for all units that are laid out in a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from weasyprint import css

from omi_report.render.pdf.fonts import NamedFonts


@dataclass(frozen=True, slots=True)
class _Read:
    """A style sheet, and what it added to the rules of pages, the layers and the styles of counters of a document."""

    sheet: Any
    page_rules: list[Any]
    layers: list[Any]
    counters: dict[str, Any]


@dataclass(slots=True)
class SharedStyles:
    """The fonts that style sheets name, and the style sheets that were read, by their texts."""

    fonts: NamedFonts = field(default_factory=NamedFonts)
    _read: dict[tuple[str, str], _Read] = field(default_factory=dict)

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Let WeasyPrint take the sheets that were read before."""
        read = css.CSS
        css.CSS = self._sheet(read)
        try:
            yield
        finally:
            css.CSS = read

    def _sheet(self, read: Any) -> Any:
        def sheet(**given: Any) -> Any:
            if "string" not in given:
                return read(**given)
            key = given["string"], given["base_url"]
            rules, layers, counters = given["page_rules"], given["layers"], given["counter_style"]
            if key not in self._read:
                before = len(rules), len(layers), dict(counters)
                made = read(**given)
                own = {name: style for name, style in counters.items() if before[2].get(name) is not style}
                self._read[key] = _Read(made, rules[before[0] :], layers[before[1] :], own)
                return made
            known = self._read[key]
            rules += known.page_rules
            layers += known.layers
            counters |= known.counters
            return known.sheet

        return sheet
