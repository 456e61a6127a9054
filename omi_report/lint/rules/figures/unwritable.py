"""OMI203: a figure is used in a way that it cannot be written."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.figures import Refusal, form_of, lookup
from omi_report.language.message import message
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.area import VARIABLES
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Substitution
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI203",
    "unwritable-figure",
    Severity.ERROR,
    "A text asks for a figure in a form that it does not have, or with a filter that does not exist.",
    "«Five of the six» cannot be written from a percentage alone.",
    bad="""\
percentages:
  referral-apt: 83
strengths:
  - The right cases were referred in {{ referral-apt | count }} instances.
""",
    good="""\
percentages:
  referral-apt: 5 of 6
strengths:
  - The right cases were referred in {{ referral-apt | count }} instances.
""",
)


@each_text(holds=("{{",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Write every figure as its filters ask."""
    for node in text.view.parsed.substitutions:
        refusal = _refusal(text, node)
        if refusal:
            said = f"«{node.name}»: {text.framework.english.say(refusal.reason)}"
            yield text.problem(RULE, *node.span, said, refusal.hint)


def _refusal(text: CheckedText, node: Substitution) -> Refusal | None:
    if node.name in VARIABLES:
        if not node.filters:
            return None
        return Refusal(message("«%(filter)s» is for figures", filter=node.filters[0]), "remove the filter")
    figure = text.figures.get(lookup(text.prose.scope, node.name))
    if figure is None or not isinstance(figure.quantity, Quantity):
        return None
    result = form_of(figure.quantity, node.filters)
    return result if isinstance(result, Refusal) else None
