"""OMI712: a text is longer than the place where it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import plain

RULE = Rule(
    "OMI712",
    "no-room",
    Severity.WARNING,
    "A text is longer than there is room for where it is printed: in the glance, which is one page, in the short form "
    "of a recommendation, in the lead of a finding, or in the opener of a section.",
    "One long text pushes the rest of the glance onto a second page, and a long lead tells nobody what to read: then "
    "nothing is seen at a glance. A long opener parts the head of a section from its first findings.",
    bad="in_short: Complete a full analysis of Risk of Harm in every case that calls for one, to a sufficient quality, "
    "and review it whenever anything significant has changed",
    good="in_short: Complete and review the analysis of Risk of Harm in every case",
)

_FIGURE = 4
"""About how many characters a figure has in print."""


@each_text(where=lambda prose: prose.room > 0)
def check(text: CheckedText) -> Iterator[Problem]:
    """Count the characters of each text that has little room; each figure counts as a few."""
    room, parsed = text.prose.room, text.view.parsed
    length = len(plain(parsed.blocks)) + _FIGURE * len(parsed.substitutions)
    if length > room:
        message = f"this has {length} characters, and there is room for {room}"
        yield text.problem(RULE, 0, len(text.text.rstrip()), message, "say it in fewer words")
