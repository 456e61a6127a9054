"""Pictures of a page: those who cannot see them are told what they show, or that there is nothing to tell."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Element, Markup


def check(page: Markup, _facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each picture without a text."""
    for element in page.named("img", "area", "input"):
        if _is_shown(element) and "alt" not in element.attributes:
            said = f'{element.shown} has no alt: say there what it shows, or write alt="" for decoration'
            yield TemplateFault(element.made, said)


def _is_shown(element: Element) -> bool:
    if element.name == "area":
        return "href" in element.attributes
    return element.name == "img" or element.attributes.get("type", "").lower() == "image"
