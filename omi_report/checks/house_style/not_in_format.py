"""OMI501: a text holds raw HTML or a picture."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.checks.subject import Subject
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI501",
    "not-in-format",
    Severity.ERROR,
    "A text holds raw HTML or a picture, which texts of an area do not have.",
    "It would be printed as it is written; the layout of the report is the templates' business.",
    bad="Plans were <b>late</b>.",
    good="Plans were **late**.",
)

_MESSAGES = {
    "raw_html": ("raw HTML has no meaning here", "use Markdown: *emphasis*, **strong**, - lists"),
    "picture": ("pictures have no place in a text", "describe it in words"),
}


def check(subject: Subject) -> Iterator[Problem]:
    """Report what the parser found that the format does not have."""
    for prose, parsed in subject.texts:
        for fault in parsed.faults:
            message, hint = _MESSAGES[fault.kind]
            yield RULE.at(subject.at(prose, fault.offset), message, hint, length=fault.length)
