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
from omi_report.quantity import Quantity


def inlines_markup(children: Inlines) -> Markup:
    """Render inlines as they stand in a text, where a reference looks like one."""
    return Markup().join(_inline(child, 'class="ref" ') for child in children)


def cell_markup(children: Inlines) -> Markup:
    """Render the inlines of a cell of a table, where a reference stands by itself."""
    return Markup().join(_inline(child, "") for child in children)


def _inline(child: Inline, mark: str) -> Markup:
    """One inline; ``mark`` is the attribute by which a reference is known as one."""
    match child:
        case str():
            return escape(child)
        case BreakInline():
            return Markup("<br>")
        case EmphasisInline(children=children, strong=strong):
            kind = Markup("strong") if strong else Markup("em")
            return Markup("<{0}>{1}</{0}>").format(kind, _all(children, mark))
        case CodeInline(text=text):
            return Markup("<code>{}</code>").format(text)
        case LinkInline(href=href, children=children):
            shown = Markup(' class="address"') if line(children) in href else Markup()
            return Markup('<a{} href="{}" rel="external">{}</a>').format(shown, href, _all(children, mark))
        case FigureInline():
            return _figure(child)
        case MissingInline(text=text, reason=reason):
            return Markup('<span title="{}">{}</span>').format(reason, text)
        case ReferenceInline(target=target, text=text):
            return Markup('<a {}href="#{}">{}</a>').format(Markup(mark), target, text)  # noqa: S704 - one of two above
        case AbbreviationInline(text=text, expansion=expansion):
            return Markup('<abbr title="{}">{}</abbr>').format(expansion, text)
        case MarkedInline(role=role, children=children):
            return Markup('<span class="{}">{}</span>').format(role, _all(children, mark))
        case _:
            assert_never(child)


def _all(children: Inlines, mark: str) -> Markup:
    return Markup().join(_inline(child, mark) for child in children)


def _figure(figure: FigureInline) -> Markup:
    """A figure with its value and name for machines, and what it was counted from where that may be said."""
    value = figure.value
    marks = [("name", figure.name)] if figure.name else []
    counts = () if figure.hidden else (("count", value.count), ("base", value.base))
    marks += [(name, str(number)) for name, number in counts if number is not None]
    data = Markup().join(Markup(' data-{}="{}"').format(name, mark) for name, mark in marks)
    return Markup('<data value="{}"{}>{}</data>').format(_machine_value(value), data, figure.text)


def _machine_value(value: FigureValue) -> str:
    percent = None if value.percent is None else Fraction(*value.percent)
    return Quantity(percent, value.count, value.base, value.places).value
