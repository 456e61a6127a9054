"""OMI709: a text gives a day that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.publication.calendar_days import MONTHS, named_days
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI709",
    "no-such-day",
    Severity.WARNING,
    "A text, a title or a deadline names a day that does not exist: 31 November, or 29 February of a year that is no "
    "leap year.",
    "The day or the month is a slip, and only the writer knows which.",
    bad="Staff met on 31 November 2007.",
    good="Staff met on 30 November 2007.",
)


@each_text(language="en", titles=True, holds=MONTHS)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look every day and month up in the calendar."""
    for named in named_days(text.words, text.text):
        if not named.exists:
            message = f"there is no {one_line(text.words[named.start : named.end])}"
            yield text.problem(RULE, named.start, named.end, message, "correct the day or the month")
