"""OMI202: a figure is defined and no text uses it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.figures import lookup
from omi_report.lint.checked_text import CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI202",
    "unused-figure",
    Severity.WARNING,
    "An entry of percentages has a name that no text of the area uses.",
    "Either the finding was cut and its figure forgotten, or the text states the figure as a literal.",
    bad="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in nearly all cases.
""",
    good="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in nearly all cases ({{ screening-done }}).
""",
    since="draft",
)


@all_texts()
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Find the named percentages that are in no text; a file that could not be read may use them."""
    area = texts.inspection.area
    if area.unread:
        return
    used = {lookup(text.prose.scope, node.name) for text in texts for node in text.view.parsed.substitutions}
    for named in texts.inspection.percentages.values():
        if named.full_name not in used:
            yield RULE.at(
                area.at(named.file, named.path, key=True),
                f"no text uses the figure «{named.name}»",
                _hint(named),
                length=len(named.name),
            )


def _hint(named: Named) -> str:
    hint = f"use it as {{{{ {named.name} }}}}, or remove it"
    return f"{hint}, and its bar from the chart with it" if named.percentage.label else hint
