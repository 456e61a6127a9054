"""Links of a page: to the web, to a mail or telephone, to a place of the report, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.prose.links import link_fault
from omi_report.render.html.checks.fault import PageFacts, TemplateFault
from omi_report.render.html.checks.markup import Element, Markup


def check(page: Markup, facts: PageFacts) -> Iterator[TemplateFault]:
    """Yield a fault for each link that would lead to a file of a machine, or start a program."""
    for element in page.named("a", "area"):
        for address in _addresses(element):
            if address not in facts.addresses and link_fault(address):
                said = f"a report does not link to «{address[:80]}»: name a page on the web, or a place of the report"
                yield TemplateFault(element.made, said)


def _addresses(element: Element) -> Iterator[str]:
    names = ("href", "xlink:href")
    return (element.attributes[name].strip() for name in names if name in element.attributes)
