"""OMI317: a text of a criterion refers to the criterion itself."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
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


@each_text(holds=("{criterion}",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the references to a criterion in its own file."""
    for node in text.view.parsed.roles:
        if node.role == "criterion" and text.prose.about == ("criterion", node.target):
            framework = text.framework
            message = f"this is {framework.terms.criterion} {framework.shown(node.target)} itself"
            hint = "correct the number, or name the finding that is meant: {finding}`1.2/its-id`"
            yield text.problem(RULE, *node.span, message, hint)
