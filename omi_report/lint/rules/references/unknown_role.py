"""OMI302: a text uses a role that the format does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.references.unknown_target import ROLES
from omi_report.lint.subject import Subject
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


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the roles that are none."""
    for prose, parsed in subject.texts:
        for node in parsed.roles:
            if node.role not in ROLES:
                nearest = closest(node.role, ROLES)
                hint = f"did you mean {{{nearest[0]}}}?" if nearest else f"the roles are {', '.join(ROLES)}"
                yield RULE.at(
                    subject.at(prose, node.offset), f"there is no role «{node.role}»", hint, length=node.length
                )
