"""OMI608: an e-mail address is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.published import found
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI608",
    "e-mail",
    Severity.WARNING,
    "A value of the area that will be published holds an e-mail address that is not an office's (enquiries@, info@ and "
    "the like). The framework's standard wording is passed over.",
    "An address is a name and a way to the person. People move on, and a published report stays.",
    bad="Comments go to jane.smith@example.org.",
    good="Comments go to enquiries@example.org.",
)

# Sorted. Mailboxes of offices (RFC 2142 names some of them).
_OFFICES = frozenset(
    """
    admin communications complaints contact contactus correspondence draft drafts enquiries enquiry feedback foi hello
    help helpdesk info information inspection inspections inspectorate mail media news office post postmaster press
    probation publications reception recruitment reports secretariat support team webmaster
    """.split()
)


def addresses_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the e-mail addresses in a text that are not those of offices."""
    return (match for match in _address().finditer(text) if not _is_office(match))


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find e-mail addresses of people in every published value of the area's own."""
    for each in found(inspection, _address(), standard=False):
        if not _is_office(each.match):
            message = f"{each.text} is an e-mail address"
            hint = "give an office's address, or none"
            yield RULE.at(each.place, message, hint, length=each.length)


def _is_office(match: re.Match[str]) -> bool:
    return not _OFFICES.isdisjoint(re.split(r"[._+-]", match["box"].lower()))


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.+-])(?P<box>\w[\w.+-]*)@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
