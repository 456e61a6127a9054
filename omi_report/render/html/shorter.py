"""What the structure of a page tells already is not said again on its elements.

A finding is the box in an entry of a list of findings, and its letter stands before it; what a row of a chart is about
stands in the head of the row; a rating begins with its marker. On a page for the screen there are hundreds of each, and
omi's own styles find them by where they stand. They keep their classes where the styles or the script of a house ask
for one of these.
"""

from __future__ import annotations

import re
from typing import Final

_PLAIN: Final = r"((?:[^<]|<(?!span\b))*?)"
"""What has no span in it, so that the next end of a span is that of the one around it."""

_RULES: Final = tuple(
    (re.compile(pattern, re.DOTALL), shorter)
    for pattern, shorter in (
        (r'<div class="finding"', "<div"),
        (rf'<span class="letter">{_PLAIN}</span>', r"<b>\1</b>"),
        (rf'<span class="lead">{_PLAIN}</span>', r"\1"),
        (r'<(a|span) class="bar-label"', r"<\1"),
        (r'(<span class="rating">|<li>)<svg class="mark"', r"\1<svg"),
        (rf'<span class="title"><span>{_PLAIN}</span></span>', r'<span class="title">\1</span>'),
        (r'<data value="([\d.]+)">(\1%?)</data>', r"\2"),
    )
)
"""What stands on a page, and how it is said in short. A score without a name tells machines what it tells readers."""


_CHART = re.compile(r'<table class="chart-figures".*?</table>', re.DOTALL)
_FIGURE = '<td class="figure">'
"""A cell of a chart of figures alone, which stands under the head of its column and needs no class of its own."""

_ASKED_FOR = re.compile(r"\.(?:bar-label|figure|finding|lead|letter|mark)\b")


def asks_for_classes(own: str) -> bool:
    """Say whether a sheet or a script of a house asks for a class that a shorter page goes without."""
    return bool(_ASKED_FOR.search(own))


def shorter(page: str) -> str:
    """Return a page that says the same, and looks the same in omi's own styles for the screen."""
    for pattern, short in _RULES:
        page = pattern.sub(short, page)
    return _CHART.sub(_with_bare_figures, page)


def _with_bare_figures(chart: re.Match[str]) -> str:
    table = chart[0]
    return table if "<td>" in table else table.replace(_FIGURE, "<td>")
