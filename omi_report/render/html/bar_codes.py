"""Bar codes in HTML: drawn in print, and left out on the screen, where the number stands in words.

Each part is rendered once for both, with an element of our own in the place of a bar code. It is taken out before a
page is put together.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_BAR_CODE = re.compile(r'<omi-bar-code data-figures="(\d{13})" aria-label="([^"]*)"></omi-bar-code>\n?')


def bar_codes_drawn(part: Markup) -> Markup:
    """Return a part for print: each bar code is a picture whose text is its number."""
    return Markup(_BAR_CODE.sub(_drawn, part)) if "<omi-bar-code" in part else part  # noqa: S704 - markup before


def bar_codes_left_out(part: Markup) -> Markup:
    """Return a part for the screen."""
    return Markup(_BAR_CODE.sub("", part)) if "<omi-bar-code" in part else part  # noqa: S704 - markup before


def _drawn(match: re.Match[str]) -> str:
    from omi_report.render.charts.bar_codes import bar_code  # few reports have one

    # the label is escaped: the template has written it as an attribute
    drawing = bar_code(match[1]).replace("<svg ", f'<svg role="img" aria-label="{match[2]}" ', 1)
    return f'<div class="bar-code">{drawing}</div>\n'
