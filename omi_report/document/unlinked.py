"""Documents that are no report, and have not the places that a report has: what leads there is plain words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from omi_report.document.drawn import ChartRow
from omi_report.document.inlines import LinkInline, MarkedInline, PlainData, ReferenceInline
from omi_report.document.renewal import each_renewed, with_fields


def unlinked(value: Any) -> Any:
    """Return a value of the tree in which what leads to a place of the report is plain words."""
    match value:
        case ReferenceInline():
            return value.text
        case LinkInline(href=href, children=children) if href.startswith("#"):
            return MarkedInline("unlinked", unlinked(children))
        case ChartRow(target=str(target)) if target:
            return unlinked(replace(value, target=""))
        case tuple():
            return each_renewed(value, unlinked)
        case PlainData():
            return with_fields(value, lambda _name, old: unlinked(old))
        case _:
            return value
