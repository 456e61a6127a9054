"""OMI321: a sentence begins with a reference that is printed with a small letter."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI321",
    "reference-first",
    Severity.WARNING,
    "A sentence of running text begins with a reference to a criterion, a section or a finding, which is printed in "
    "small letters.",
    "The report has «…an office. criterion 1.2 was rated» there, which looks like a mistake.",
    bad="{criterion}`1.2` was rated a priority for improvement.",
    good="Work against {criterion}`1.2` was rated a priority for improvement.",
)

_SMALL = ("criterion", "section", "finding")


@each_text(language="en", holds=tuple(f"{{{role}}}`" for role in _SMALL))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at the first words of each sentence."""
    roles = {node.offset: node for node in text.view.parsed.roles if node.role in _SMALL}
    for sentence in text.view.sentences:
        node = roles.get(sentence.start)
        if (
            node
            and sentence.setting == "running"
            and sentence.words[-1:] in (".", "!", "?")
            and _is_small(text, node.role)
        ):
            written = text.text[node.offset : node.end]
            message = f"this sentence begins with {written}, which is printed in small letters"
            yield text.problem(
                RULE, node.offset, node.end, message, f"put words before it, such as «Work on {written}»"
            )


def _is_small(text: CheckedText, role: str) -> bool:
    """Say whether the framework's word for what a role leads to begins with a small letter."""
    return text.framework.terms.word_for("section" if role == "section" else "criterion")[:1].islower()
