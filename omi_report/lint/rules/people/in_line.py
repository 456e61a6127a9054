"""A line that somebody typed outside of a report, such as a reason or a heading → what in it tells who somebody is."""

from __future__ import annotations

from typing import Final, NamedTuple

from omi_report.lint.rules.people.e_mail import addresses_in
from omi_report.lint.rules.people.identifiers import Kind, identifiers_in, number_in
from omi_report.lint.rules.people.persons import people_in
from omi_report.lint.rules.people.telephone import numbers_in

LEFT_OUT: Final = "…"
"""Stands in a line in the place of what tells who somebody is."""

_IDENTIFIERS: dict[Kind, str] = {
    "prison": "the number of a prisoner",
    "pnc": "a number of the Police National Computer",
    "cro": "a number of the Criminal Records Office",
    "nhs": "an NHS number",
    "insurance": "a National Insurance number",
    "crn": "the reference of a case",
    "plate": "the plate of a vehicle",
    "address": "an address",
    "postcode": "a postcode",
    "account": "somebody's account",
    "other": "somebody's number",
}
_AFTER_TITLE = "number2"
"""The group of the pattern of initials for one that stands after a title: Mr X."""


class Telling(NamedTuple):
    """What tells who somebody is, by its place in a line: its text, and what it is."""

    start: int
    end: int
    text: str
    what: str


def telling_in(line: str) -> list[Telling]:
    """Return what in a line tells who somebody is: names, addresses and numbers, each place once, in their order."""
    found = [Telling(*match.span(), match.group(), "an e-mail address") for match in addresses_in(line)]
    found += [Telling(*match.span(), match.group(), "a telephone number") for match in numbers_in(line)]
    for kind, what in _IDENTIFIERS.items():
        for match in identifiers_in(kind, line):
            start, end = number_in(match)
            found.append(Telling(start, end, line[start:end], what))
    found += [
        Telling(*match.span(), match.group(), "somebody's initial")
        for match in identifiers_in("initials", line)
        if match.groupdict().get(_AFTER_TITLE)
    ]
    found += [Telling(each.start, each.start + len(each.text), each.text, "a name") for each in people_in(line, ())]
    apart: list[Telling] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if not apart or each.start >= apart[-1].end:
            apart.append(each)
    return apart


def without_people(line: str) -> str:
    """Return a line with «…» in the place of whatever tells who somebody is."""
    for each in reversed(telling_in(line)):
        line = f"{line[: each.start]}{LEFT_OUT}{line[each.end :]}"
    return line
