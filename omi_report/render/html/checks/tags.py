"""Tags that do not fit together: an element that is not closed, or stands where it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Markup


def check(page: Markup, _facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each tag that browsers have to guess about."""
    return (TemplateFault(tangle.made, tangle.said) for tangle in page.tangles)
