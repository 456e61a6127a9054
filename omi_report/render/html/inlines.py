"""Inlines → HTML."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, assert_never

from markupsafe import Markup, escape

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    MissingInline,
    NoteInline,
    RatingInline,
    ReferenceInline,
    ScriptInline,
)
from omi_report.document.printed import line
from omi_report.prose.links import is_address, link_fault
from omi_report.quantity import Quantity
from omi_report.render.charts.bars import STANDARD, Palette
from omi_report.render.charts.markers import marker
from omi_report.render.html.notes import note_markup


class _Manner(NamedTuple):
    """How inlines are written: the attribute that styles know a reference by, and the colours of markers."""

    reference: str
    palette: Palette


def inlines_markup(children: Inlines, *, palette: Palette = STANDARD) -> Markup:
    """Render inlines as they stand in a text, where a reference looks like one."""
    return Markup(_all(children, _Manner('class="ref" ', palette)))  # noqa: S704 - every piece is escaped below


def cell_markup(children: Inlines, *, palette: Palette = STANDARD) -> Markup:
    """Render the inlines of a cell of a table, where a reference stands by itself."""
    return Markup(_all(children, _Manner("", palette)))  # noqa: S704 - every piece is escaped below


def _all(children: Inlines, manner: _Manner) -> str:
    """Inlines one after the other."""
    return "".join([escape(child) if isinstance(child, str) else _inline(child, manner) for child in children])


def _inline(child: Inline, manner: _Manner) -> str:
    match child:
        case str():
            return escape(child)
        case FigureInline():
            return _figure(child)
        case ReferenceInline():
            return _reference(child, manner.reference)
        case EmphasisInline(children=children, strong=strong):
            kind = "strong" if strong else "em"
            return f"<{kind}>{_all(children, manner)}</{kind}>"
        case BreakInline():
            return "<br>"
        case CodeInline(text=text):
            return f"<code>{escape(text)}</code>"
        case LinkInline(href=href, children=children) if link_fault(href):
            return _all(children, manner)  # what no report may lead to; checking has said so
        case LinkInline(href=href, children=children) if href.startswith("#"):
            page = _on_page(escape(href)) if manner.reference else ""
            return f'<a {manner.reference}href="{escape(href)}">{_all(children, manner)}{page}</a>'
        case LinkInline(href=href, children=children):
            shown = ' class="address"' if is_address(line(children), href) else ""
            return f'<a{shown} href="{escape(href)}" rel="external">{_all(children, manner)}</a>'
        case MissingInline(text=text, reason=reason):
            return f'<span title="{escape(reason)}">{escape(text)}</span>'
        case AbbreviationInline(text=text, expansion=expansion):
            title = f' title="{escape(expansion)}"' if expansion else ""
            return f"<abbr{title}>{escape(text)}</abbr>"
        case ScriptInline(text=text, low=low):
            kind = "sub" if low else "sup"
            return f"<{kind}>{escape(text)}</{kind}>"
        case NoteInline():
            return note_markup(child, _all(child.children, manner))
        case MarkedInline() | ChangedInline():
            return _with_marks(child, manner)
        case RatingInline():
            drawn = marker(child.rank, child.ranks, palette=manner.palette)
            return f'<span class="rating">{drawn}{escape(child.text)}</span>'
        case _:
            assert_never(child)


def _with_marks(child: MarkedInline | ChangedInline, manner: _Manner) -> str:
    """Words with a role. Of those that were inserted or deleted, who does not see the marks is told begin and end."""
    if isinstance(child, MarkedInline):
        return f'<span class="{escape(child.role)}">{_all(child.children, manner)}</span>'
    kind = "ins" if child.change == "inserted" else "del"
    begins, ends = (f'<span class="told">{escape(each)}</span>' if each else "" for each in (child.begins, child.ends))
    return f"<{kind}>{begins}{_all(child.children, manner)}{ends}</{kind}>"


def _on_page(address: str) -> str:
    """Where print says the page of a place of the report, whose address is given."""
    return f'<span class="on-page" data-of="{address}"></span>'


def _reference(reference: ReferenceInline, mark: str) -> str:
    """A link to a place. In a text it ends with a span where print says the page.

    The span stands in the brackets of a title or number; where there are none, print puts it in brackets of its own.
    """
    words, target = escape(reference.text), escape(reference.target)
    if not mark:
        return f'<a href="#{target}">{words}</a>'
    page, end = _on_page(f"#{target}"), ""
    if reference.form in ("full", "title-number") and words.endswith(")"):
        words, mark, end = words[:-1], 'class="ref titled" ', ")"
    return f'<a {mark}href="#{target}">{words}{page}{end}</a>'


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
