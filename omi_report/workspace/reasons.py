"""What somebody types to say why, such as why a case is replaced: a line of words that tells nobody who somebody is."""

from __future__ import annotations

from typing import Final

from omi_report.errors import OutputError
from omi_report.problems import excerpt
from omi_report.visible import begins_formula

LONGEST: Final = 500
"""So many characters may a reason have."""


def plain_line(text: str) -> str:
    """Return a text in one line, with single spaces."""
    return " ".join(text.split())


def is_line_of_words(line: str) -> bool:
    """Say whether a line can be kept in a sheet: it has something, is not too long and is no formula."""
    return bool(line) and line.isprintable() and not begins_formula(line) and len(line) <= LONGEST


def told_of_people(line: str) -> str:
    """Say what in a line tells who somebody is, in words; nothing where nothing does."""
    from omi_report.lint.rules.people.in_line import telling_in

    return " and ".join(f"«{excerpt(each.text, 40)}» ({each.what})" for each in telling_in(line))


def fault_of_reason(reason: str) -> str:
    """Say what is wrong with a reason that is kept in the area; nothing where all is well."""
    line = plain_line(reason)
    if not is_line_of_words(line):
        return f"give the reason in a line of words, {LONGEST} characters at most"
    told = told_of_people(line)
    if told:
        return (
            f"the reason tells who somebody is: {told}. It stays in the area: say why, and leave out whom it is about"
        )
    return ""


def expect_reason(reason: str) -> str:
    """Return a reason as an area keeps it. Raises OutputError where something is wrong with it."""
    fault = fault_of_reason(reason)
    if fault:
        raise OutputError(fault)
    return plain_line(reason)
