"""Tags that do not fit together: an element that is not closed, or stands where it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Markup

_QUOTE = re.compile(r"[\"'<“”‘’]")
"""What stands in the name of an attribute where its tag is broken."""

_BARE_QUOTE = re.compile(r"=[“”‘’]")
"""What typography makes of a quotation mark where it sees no tag."""


def check(page: Markup, _facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each tag that browsers have to guess about."""
    for element in page.elements:
        if _BARE_QUOTE.search(element.tag) or any(_QUOTE.search(name) for name in element.attributes):
            said = f"{element.shown}: a quotation mark or a sign > is missing in this tag"
            yield TemplateFault(element.made, said)
    for tangle in page.tangles:
        yield TemplateFault(tangle.made, tangle.said)
