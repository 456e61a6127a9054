"""Links to places of the report itself, and names that are taken from elsewhere on the page: the places are there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from omi_report.problems import closest
from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Element, Markup

_BY_ID = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for")
"""Attributes that name other elements."""


def check(page: Markup, facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each link or name that leads nowhere."""
    ids = {element.attributes["id"] for element in page.elements if "id" in element.attributes} | facts.parts.keys()
    for element in page.elements:
        for said, name in _named(element):
            if name not in ids:
                nearest = closest(name, sorted(ids))
                hint = f": did you mean «{nearest[0]}»?" if nearest else ""
                yield TemplateFault(element.made, f"{element.shown}: {said} is nowhere in the report{hint}")


def _named(element: Element) -> Iterator[tuple[str, str]]:
    """The ids that an element names, each as a message shows it and as it is."""
    address = element.attributes.get("href", "").strip()
    if element.name in ("a", "area") and address.startswith("#") and len(address) > 1:
        yield f"the place «{address}»", unquote(address[1:])
    for attribute in _BY_ID:
        for name in element.attributes.get(attribute, "").split():
            yield f"«{name}», which {attribute} names,", name
