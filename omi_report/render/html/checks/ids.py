"""Addresses within a page: each stands once, and those of the parts are there."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Markup


def check(page: Markup, facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each id that is there again, and for each part that has lost its own."""
    first: dict[str, str] = {}
    for element in page.elements:
        name = element.attributes.get("id")
        if name is None:
            continue
        if not name or any(sign.isspace() for sign in name):
            yield TemplateFault(element.made, f"{element.shown} has an id that is empty or has a space in it")
        elif name in first:
            said = f"{element.shown}: the id «{name}» is on the page already, and a link could lead to either"
            yield TemplateFault(element.made, said, first=first[name])
        else:
            first[name] = element.made
    for name, template in facts.parts.items():
        if name not in first:
            said = f'the part «{name}» has lost its address: give its element id="{{{{ part.id }}}}"'
            yield TemplateFault(template, said)
