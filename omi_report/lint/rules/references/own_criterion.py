"""OMI317: a text of a criterion refers to the criterion itself."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI317",
    "refers-to-itself",
    Severity.WARNING,
    "A finding sends the reader to the very criterion in which it stands.",
    "It is most often a slip in the number, and the reader goes round in a circle.",
    bad="# criteria/2.1.yaml\nimprovements:\n  - Plans were thin; see {criterion}`2.1`.",
    good="# criteria/2.1.yaml\nimprovements:\n  - Plans were thin; see {criterion}`1.5`.",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the references to a criterion in its own file."""
    for prose, parsed in subject.texts:
        for node in parsed.roles:
            if node.role == "criterion" and prose.about == ("criterion", node.target):
                message = f"this is criterion {node.target} itself"
                hint = "correct the number, or name the finding that is meant: {finding}`1.2/its-id`"
                yield RULE.at(subject.at(prose, node.offset), message, hint, length=node.length)
