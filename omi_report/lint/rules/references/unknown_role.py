"""OMI302: a text uses a role that the format does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.unknown_target import ROLES
from omi_report.problems import Problem, Rule, Severity, closest

RULE = Rule(
    "OMI302",
    "unknown-role",
    Severity.ERROR,
    "A text refers to something in a way that the format does not know: {criteria}`1.2`.",
    "The reference would be printed as it is written, with its braces.",
    bad="This is taken up again in {criteria}`2.7`.",
    good="This is taken up again in {criterion}`2.7`.",
)


@each_text(holds=("}`",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the roles that are none."""
    for node in text.view.parsed.roles:
        if node.role not in ROLES:
            nearest = closest(node.role, ROLES)
            hint = f"did you mean {{{nearest[0]}}}?" if nearest else f"the roles are {', '.join(ROLES)}"
            yield text.problem(RULE, *node.span, f"there is no role «{node.role}»", hint)
