"""Inlines → HTML."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from markupsafe import Markup, escape

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    MissingInline,
    ReferenceInline,
)
from omi_report.document.printed import line
from omi_report.prose.links import link_fault
from omi_report.quantity import Quantity


def inlines_markup(children: Inlines) -> Markup:
    """Render inlines as they stand in a text, where a reference looks like one."""
    return Markup(_all(children, 'class="ref" '))  # noqa: S704 - every piece is escaped below


def cell_markup(children: Inlines) -> Markup:
    """Render the inlines of a cell of a table, where a reference stands by itself."""
    return Markup(_all(children, ""))  # noqa: S704 - every piece is escaped below


def _all(children: Inlines, mark: str) -> str:
    """Inlines one after the other; ``mark`` is the attribute that styles know a reference by."""
    return "".join([escape(child) if isinstance(child, str) else _inline(child, mark) for child in children])


def _inline(child: Inline, mark: str) -> str:
    match child:
        case str():
            return escape(child)
        case FigureInline():
            return _figure(child)
        case ReferenceInline(target=target, text=text):
            return f'<a {mark}href="#{escape(target)}">{escape(text)}</a>'
        case EmphasisInline(children=children, strong=strong):
            kind = "strong" if strong else "em"
            return f"<{kind}>{_all(children, mark)}</{kind}>"
        case BreakInline():
            return "<br>"
        case CodeInline(text=text):
            return f"<code>{escape(text)}</code>"
        case LinkInline(href=href, children=children) if link_fault(href):
            return _all(children, mark)  # what no report may lead to; checking has said so
        case LinkInline(href=href, children=children) if href.startswith("#"):
            return f'<a {mark}href="{escape(href)}">{_all(children, mark)}</a>'
        case LinkInline(href=href, children=children):
            shown = ' class="address"' if line(children) in href else ""
            return f'<a{shown} href="{escape(href)}" rel="external">{_all(children, mark)}</a>'
        case MissingInline(text=text, reason=reason):
            return f'<span title="{escape(reason)}">{escape(text)}</span>'
        case AbbreviationInline(text=text, expansion=expansion):
            return f'<abbr title="{escape(expansion)}">{escape(text)}</abbr>'
        case MarkedInline(role=role, children=children):
            return f'<span class="{escape(role)}">{_all(children, mark)}</span>'
        case _:
            assert_never(child)


def _figure(figure: FigureInline) -> str:
    """A figure with its value and name for machines, and with its count and base."""
    value = figure.value
    data = f' data-name="{escape(figure.name)}"' if figure.name else ""
    if value.count is not None:
        data += f' data-count="{value.count}"'
    if value.base is not None:
        data += f' data-base="{value.base}"'
    return f'<data value="{_machine_value(value)}"{data}>{escape(figure.text)}</data>'


def _machine_value(value: FigureValue) -> str:
    percent = None if value.percent is None else Fraction(*value.percent)
    return Quantity(percent, value.count, value.base, value.places).value
