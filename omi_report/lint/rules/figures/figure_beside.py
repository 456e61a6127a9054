"""OMI256: the figure beside a finding is none that its text states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from omi_report.evidence.figures import Refusal, form_of, lookup
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Form, Quantity

RULE = Rule(
    "OMI256",
    "figure-beside",
    Severity.ERROR,
    "The figure that is drawn large beside a finding is none that its text states in the same form, or is no "
    "percentage.",
    "It is drawn and not read aloud, so that those who cannot see it must have it from the text; and only a percentage "
    "is short enough to stand beside one.",
    bad="improvements:\n  - text: Plans were late in {{ late }} of cases.\n    figure: late | rest",
    good="improvements:\n  - text: Plans were late in {{ late }} of cases.\n    figure: late",
)


@all_texts(where=lambda prose: prose.manner in ("finding", "value"))
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold each figure against the text before it, which is that of the same finding."""
    for text, beside in pairwise(texts):
        if text.prose.manner == "finding" and beside.prose.path == (*text.prose.path[:-1], "figure"):
            yield from _problems(text, beside)


def _problems(text: CheckedText, beside: CheckedText) -> Iterator[Problem]:
    form = next(iter(_forms(beside)), None)
    if form is None:
        return  # other rules say why it cannot be written
    span = beside.text.index("{{") + 2, beside.text.rindex("}}")
    if form[1].kind != "percent":
        message, hint = "the figure beside a finding is a percentage", "name one that the text states, or leave it out"
        yield beside.problem(RULE, *span, message, hint)
    elif form not in _forms(text) and not _has_unknown(text):
        stated = ", ".join(dict.fromkeys(_written(*each) for each in _forms(text) if each[1].kind == "percent"))
        hint = f"name one of these: {stated}" if stated else "leave it out"
        yield beside.problem(RULE, *span, "the text of the finding does not state this figure so", hint)


def _has_unknown(text: CheckedText) -> bool:
    """Whether a text names a figure that there is not, which may be meant for this one: OMI201 speaks of it."""
    return any(lookup(text.prose.scope, node.name) not in text.figures for node in text.view.parsed.substitutions)


def _forms(text: CheckedText) -> tuple[tuple[str, Form], ...]:
    """The figures of a text by their full names, each with the form in which it is written, capital or not."""
    found = []
    for node in text.view.parsed.substitutions:
        name = lookup(text.prose.scope, node.name)
        figure = text.figures.get(name)
        if figure is None or not isinstance(figure.quantity, Quantity):
            continue
        form = form_of(figure.quantity, node.filters)
        if not isinstance(form, Refusal):
            found.append((name, Form(form.kind, form.rest)))
    return tuple(found)


def _written(name: str, form: Form) -> str:
    """A figure as it is named beside a finding."""
    bare = name.rpartition("/")[2]
    return f"«{bare}{' | rest' if form.rest else ''}»"
