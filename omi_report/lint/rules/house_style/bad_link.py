"""OMI550: a link leads to nowhere that a report may lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection, remembered
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.known_addresses import known_addresses
from omi_report.problems import Problem, Rule, Severity, excerpt, meant_or
from omi_report.prose.links import link_fault
from omi_report.prose.nodes import Link, inlines
from omi_report.prose.stretches import Stretches
from omi_report.prose.view import address_of

RULE = Rule(
    "OMI550",
    "bad-link",
    Severity.ERROR,
    "A link of a text has no address, or one that neither begins with https://, http://, mailto: or tel: nor is that "
    "of a place in the report (#criterion-1.2).",
    "A bare name is looked for where the report lies: in a PDF it becomes a file of the machine that made it. Other "
    "kinds of address open programs of the reader's.",
    bad="See [the register](file://server/register.html).",
    good="See [the register](https://example.org/register.html).",
)

_KINDS = "a link begins with https://, http://, mailto: or tel:, or is the id of a place in the report: #criterion-1.2"


@each_text(holds=("](", "://", "www.", "<"))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the links, and what Markdown takes for none because a program could be behind it."""
    if text.view.parsed.plain:
        return
    for node in inlines(text.view.parsed.blocks):
        if isinstance(node, Link) and (said := _wrong_with(text, node.href)):
            yield text.problem(RULE, *address_of(text.text, node), *said)
    code = Stretches(text.view.code)
    for match in _program().finditer(text.text):
        if not code.hold(match.start()):
            yield text.problem(RULE, *match.span("address"), *_of_scheme(match["address"]))


def _wrong_with(text: CheckedText, href: str) -> tuple[str, str] | None:
    """The message and the hint for the address of a link; None where it is right."""
    match link_fault(href):
        case None:
            # which places there are is not for a framework alone to say
            return _wrong_with_place(text, href[1:]) if href.startswith("#") and not text.is_standard else None
        case "empty":
            return "the link has no address", "write it in the brackets: [words](https://example.org)"
        case "relative":
            return f"«{excerpt(href)}» is no address on the web", f"write all of it: {_KINDS}"
        case "incomplete":
            return f"the address «{excerpt(href)}» is not complete", "write it as a browser or a mail program shows it"
        case "scheme":
            return _of_scheme(href)


def _of_scheme(href: str) -> tuple[str, str]:
    return f"a report does not link to «{excerpt(href.partition(':')[0])}:»", _KINDS


def _wrong_with_place(text: CheckedText, place: str) -> tuple[str, str] | None:
    known = _known(text.inspection)
    if place in known or text.inspection.area.unread:  # which may hold it, and whose problems are told
        return None
    hint = meant_or("look up the id in the report's HTML, or refer to the place: {criterion}`1.2`", place, known)
    return f"the report has no place «{excerpt(place)}»", hint


@remembered
def _known(inspection: Inspection) -> frozenset[str]:
    return known_addresses(inspection.area, inspection.outline)


@cache
def _program() -> re.Pattern[str]:
    return re.compile(
        r"\[[^\[\]\n]{0,200}\]\(\s{0,9}<?(?P<address>(?:javascript|vbscript|file|data):[^\s)>]{0,200})", re.IGNORECASE
    )
