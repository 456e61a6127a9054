"""Headings of a page: no level is left out, since those who listen to a report go by them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.problems import excerpt
from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Markup

_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


def check(page: Markup, _facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each heading that is more than one level below the one before it."""
    before = 0
    for element in page.named(*_HEADINGS):
        level = int(element.name[1])
        if level > before + 1:
            words = excerpt(re.sub(r"\s+", " ", element.text).strip(), 50)
            after = f"after <h{before}> comes" if before else "the first heading of a report is"
            said = f"the heading «{words}» is <h{level}>, but {after} <h{before + 1}> at most: no level is left out"
            yield TemplateFault(element.made, said)
        before = level
