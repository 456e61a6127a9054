"""OMI201: a text uses a figure that is not defined."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.model.area import VARIABLES
from omi_report.problems import Problem, Rule, Severity, closest

RULE = Rule(
    "OMI201",
    "undefined-figure",
    Severity.ERROR,
    "A text uses {{ name }}, and no entry of percentages has that name.",
    "The sentence would have no figure to print.",
    bad="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in {{ screening-dun }} of cases.
""",
    good="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in {{ screening-done }} of cases.
""",
)


_STANDARD = "only {{ area }} may stand in the framework's own texts, which are those of every area"


@each_text(holds=("{{",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look up the name of every figure in its own scope."""
    figures = text.figures
    for node in text.view.parsed.substitutions:
        if node.name in VARIABLES:
            continue
        full_name = lookup(text.prose.scope, node.name)
        if full_name in figures:
            continue
        inspection = text.inspection
        standard = text.prose.file == inspection.area.framework_file
        if standard or not inspection.area.is_unread(full_name.split("/", maxsplit=1)[0]):
            message = f"there is no figure «{node.name}»" if node.name else "a figure's name is missing"
            hint = _STANDARD if standard else _hint(inspection, full_name, node.name)
            yield text.problem(RULE, *node.span, message, hint)


def _hint(inspection: Inspection, full_name: str, name: str) -> str:
    scope = full_name.split("/", maxsplit=1)[0]
    nearest = closest(full_name, inspection.figures)
    if nearest:
        near_scope, near_name = nearest[0].split("/", 1)
        return f"did you mean {{{{ {near_name if near_scope == scope and '/' not in name else nearest[0]} }}}}?"
    elsewhere = [known for known in inspection.figures if known.split("/", 1)[1] == name]
    if elsewhere:
        return f"did you mean {{{{ {elsewhere[0]} }}}}?"
    return f"add it to the percentages of {scope}"
