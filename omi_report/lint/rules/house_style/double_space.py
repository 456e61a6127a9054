"""OMI508: two spaces stand where one belongs."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.lazy import lazy_regex
from omi_report.lint.rules.house_style.fixes import fixed
from omi_report.lint.rules.house_style.words import proses
from omi_report.lint.subject import Subject
from omi_report.lint.text import masked
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI508",
    "double-space",
    Severity.INFO,
    "Two or more spaces stand between two words or after a full stop.",
    "The report prints one of them, but a search for the words finds nothing, and every comparison of drafts shows it.",
    bad="Plans were made.  Reviews were not.",
    good="Plans were made. Reviews were not.",
)

# Not at the beginning of a line, after the mark of a list, nor at the end of a line, where Markdown gives them a sense.
_SPACES = lazy_regex(r"(?<=\S)(?<!\n[-*+>])[ \t]{2,}(?=\S)|(?<=\S)[ \t]*\t[ \t]*(?=\S)")
_LIST_MARK = lazy_regex(r"(?:^|\n)[ \t]*(?:[-*+>]|\d+[.)]|#+)\Z")


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the runs of spaces inside lines."""
    for prose in proses(subject):
        if "  " not in prose.text and "\t" not in prose.text:
            continue
        text = masked(prose.text)
        for match in _SPACES.finditer(text):
            if _LIST_MARK.search(text, max(0, match.start() - 12), match.start()) or "```" in text:
                continue
            place, fix = fixed(subject, prose, *match.span(), " ")
            count = match.end() - match.start()
            message = f"{count} spaces in a row" if count > 1 else "a tab between two words"
            yield RULE.at(place.start, message, "write one space", length=place.length, fix=fix)
