"""OMI201: a text uses a figure that is not defined."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.figures.used import figures_used
from omi_report.model.area import VARIABLES
from omi_report.model.base import NamedFigure
from omi_report.problems import A_SLIP, Problem, Rule, Severity, closest
from omi_report.prose.nodes import Substitution

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


_MOST = 3
"""So many figures of one name are shown."""


@each_text(holds=("{{",))
def check(text: CheckedText) -> Iterator[Problem]:
    """Look up the name of every figure in its own scope."""
    figures = text.figures
    for node in text.view.parsed.substitutions:
        if node.name in VARIABLES:
            continue
        if text.is_beside:
            message = f"the texts of {text.prose.file} have no figures: those of the report would change with it"
            yield text.problem(RULE, *node.span, message, "write the number itself")
            continue
        full_name = lookup(text.prose.scope, node.name)
        if full_name in figures:
            continue
        inspection = text.inspection
        standard = text.prose.file == inspection.area.framework_file
        if standard or not inspection.area.is_unread(full_name.split("/", maxsplit=1)[0]):
            message = f"there is no figure «{node.name}»" if node.name else "a figure's name is missing"
            hint = _STANDARD if standard else _hint(text, full_name, node)
            yield text.problem(RULE, *node.span, message, hint)


def _hint(text: CheckedText, full_name: str, node: Substitution) -> str:
    """Which figure was meant; in a text it stands in braces, with its filters, and alone by its name."""
    inspection, scope = text.inspection, full_name.split("/", maxsplit=1)[0]
    meant = _meant(inspection, full_name)
    if not meant:
        return f"add it to the percentages of {scope}"
    near_scope, near_name = meant.split("/", 1)
    written = near_name if near_scope == scope and "/" not in node.name else meant
    if isinstance(text.prose.text, NamedFigure):
        return f"did you mean {written}?"
    having = [each for each in inspection.figures if each.split("/", 1)[1] == near_name]
    if near_scope != scope and near_name == node.name and len(having) > 1:
        several = " or ".join(_in_braces(each, node) for each in having[:_MOST])
        more = f", or another of the {len(having)} figures of this name" if len(having) > _MOST else ""
        return f"say whose figure it is: {several}{more}; or move the text to the criterion that it belongs to"
    elsewhere = text.remembered(_criterion_of_all) if near_scope != scope else ""
    if elsewhere:
        shown = inspection.framework.shown(elsewhere)
        use = _in_braces(f"{elsewhere}/{node.name}", node)
        return f"all figures of this text are of {shown}: does it belong there? Then move it; else write {use}"
    return f"did you mean {_in_braces(written, node)}?"


def _in_braces(name: str, node: Substitution) -> str:
    return f"{{{{ {' | '.join((name, *node.filters))} }}}}"


def _criterion_of_all(text: CheckedText) -> str:
    """The other criterion that has all figures of a criterion's text, none of which its own has; empty if none has."""
    names = {node.name for node in text.view.parsed.substitutions if node.name not in VARIABLES}
    scope, criteria, figures = text.prose.scope, text.inspection.area.criteria, text.inspection.figures
    if scope not in criteria or any(lookup(scope, name) in figures for name in names):
        return ""
    having = [each for each in criteria if all(f"{each}/{name}" in figures for name in names)]
    return having[0] if len(having) == 1 else ""


def _meant(inspection: Inspection, full_name: str) -> str:
    """The full name of the figure that was most likely meant; empty where none is like it.

    One of the same scope that differs by a slip of the hand comes first, then one that no text uses: it has most
    likely been renamed.
    """
    scope, name = full_name.split("/", maxsplit=1)
    used = figures_used(inspection)
    of_scope = [each.name for each in inspection.area.named_percentages() if each.scope == scope]
    unused = [each for each in of_scope if f"{scope}/{each}" not in used]
    lacking = {each for each in used if each.startswith(f"{scope}/") and each not in inspection.figures}
    renamed = unused if len(unused) == len(lacking) == 1 else []
    nearest = closest(name, of_scope, A_SLIP) or closest(name, unused) or renamed
    if nearest:
        return f"{scope}/{nearest[0]}"
    elsewhere = [known for known in inspection.figures if known.split("/", 1)[1] == name]
    return next(iter([*closest(full_name, inspection.figures), *elsewhere]), "")
