"""What acts on a page, or is fetched from elsewhere when it is read: only what omi itself puts there."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Element, Markup
from omi_report.render.html.digests import digest_of

_FRAMES = frozenset(("iframe", "object", "embed", "frame", "frameset", "applet", "portal", "audio", "video"))


def check(page: Markup, facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each element or attribute that would act, fetch, or do so in one kind of report alone."""
    for element in page.elements:
        if said := _said_of(element, facts):
            yield TemplateFault(element.made, f"{element.shown}: {said}")
        for name in element.attributes:
            if name.startswith("on"):
                yield TemplateFault(element.made, f"{element.shown}: a report runs no script, so {name} does nothing")
        own_sheet = element.name == "style" and element.text != facts.style
        if facts.medium == "screen" and (own_sheet or "style" in element.attributes):
            said = "this style counts in the PDF alone: write it into css/extra.css"
            yield TemplateFault(element.made, f"{element.shown}: {said}", stops=False)


def _said_of(element: Element, facts: PageFacts) -> str:
    attributes = element.attributes
    if element.name == "script":
        own = "src" not in attributes and digest_of(element.text) in facts.scripts
        return "" if own else "a report runs no script but html/page.js"
    if element.name in _FRAMES:
        return "a report shows nothing from elsewhere: put a picture into images/, or write a link"
    if element.name == "base":
        return "with a base no link within the report leads to its place"
    if element.name == "link" and attributes.get("rel", "").lower() != "icon":
        return "a report fetches nothing: write styles into css/extra.css"
    if element.name == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        return "a report does not lead away by itself"
    if element.name == "form":
        return "a report sends nothing: write a link"
    return ""
