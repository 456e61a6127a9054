"""OMI260: a text would print a figure that the policy on small counts hides."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from omi_report.evidence.figures import Refusal, lookup, written
from omi_report.inspection import Inspection
from omi_report.language.known import ENGLISH
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Substitution
from omi_report.quantity import Quantity

RULE = Rule(
    "OMI260",
    "hidden-figure",
    Severity.ERROR,
    "A text uses a figure that is left out of the data and the charts: its count, what is left of its base, or the "
    "base is under the minimum of the framework's «disclosure», or such a count of another would follow from it.",
    "What is hidden in one place must not be printed in another: those who know the people could tell who is meant.",
    bad="Prisons had told the court in {{ prison-told | count }} cases.   # 1 of 3, and disclosure: {minimum: 5}",
    good="Prisons had told the court in few cases.",
)

HINT = "say it in words (few, some, most), or use a figure of a larger group"


@each_text(holds=("{{",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Find the figures of a text that are printed nowhere."""
    hidden = hidden_figures(text)
    if not hidden:
        return
    for node in text.view.parsed.substitutions:
        name = lookup(text.prose.scope, node.name)
        if name in hidden:
            message = f"«{_as_printed(text.inspection, name, node)}» ({node.name}) is not printed: "
            yield text.problem(RULE, *node.span, message + why(text.inspection, name), HINT)


def hidden_figures(text: CheckedText) -> Collection[str]:
    """Return the full names of the figures that are printed nowhere, for a rule that looks at a text."""
    if not text.framework.disclosure.hides:
        return ()
    from omi_report.disclosure.hidden import hidden_in  # takes longer than many a rule, and few frameworks hide counts

    return hidden_in(text.inspection).figures


def why(inspection: Inspection, name: str) -> str:
    """Say why a hidden figure is hidden."""
    from omi_report.disclosure.hidden import hidden_in

    minimum = inspection.framework.disclosure.smallest
    if not hidden_in(inspection).figures[name]:
        return f"with what else is printed it would give away a count under {minimum}"
    quantity = inspection.figures[name]
    assert isinstance(quantity, Quantity)
    count, base = quantity.count or 0, quantity.base
    if count < minimum:
        return f"its count is under the minimum of {minimum}"
    what = "its base is" if base is not None and base < minimum else "what is left of its base is"
    return f"{what} under the minimum of {minimum}"


def _as_printed(inspection: Inspection, name: str, node: Substitution) -> str:
    quantity = inspection.figures[name]
    said = written(quantity, node.filters, ENGLISH) if isinstance(quantity, Quantity) else ""
    return node.name if isinstance(said, Refusal) else said
