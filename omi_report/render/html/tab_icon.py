"""The icon of a page, by which it is found among the tabs of a browser."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from omi_report.render.charts.bars import Palette

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="{ground}"/>'
    '<text x="16" y="23.5" font-family="Verdana,sans-serif" font-size="21" font-weight="700" text-anchor="middle" '
    'fill="{paper}">{letter}</text></svg>'
)


def tab_icon(name: str, palette: Palette) -> str:
    """Return the address of an icon with the first letter of a name, in the darkest colours of a palette."""
    drawing = _DRAWING.format(ground=palette.inks[0], paper=palette.paper, letter=escape(name[:1].upper(), quote=False))
    return "data:image/svg+xml," + quote(drawing, safe="=:/,;")
