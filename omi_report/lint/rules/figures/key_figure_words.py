"""OMI258: a key figure of the glance says of one figure what holds for another, or for what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText, CheckedTexts
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.house_style.words import are_changed_over
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI258",
    "key-figure-words",
    Severity.WARNING,
    "The words of a key figure fit the label and the question of another key figure better than those of its own, and "
    "the other way round; or they speak of what was late, missing or not done, and the figure is of what was done, or "
    "the reverse (`rest`).",
    "The glance is what most people read, and it would say the opposite of the findings.",
    bad="- {figure: 1.5/plan-on-time, says: of first sentence plans were late}",
    good="- {figure: 1.5/plan-on-time | rest, says: of first sentence plans were late}",
)


class _KeyFigure(NamedTuple):
    """The name of a key figure, whether what is left of it is shown, its words, and those of its label and question."""

    name: str
    rest: bool
    figure: CheckedText
    says: CheckedText
    known: str


@all_texts(language="en", standard=False, where=lambda prose: prose.path[0] == "key_figures")
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold the words of each key figure against what the area and the framework say of its figure."""
    found = list(_key_figures(texts))
    changed: set[str] = set()
    for one, other in combinations(found, 2):
        if are_changed_over((one.says.text, one.known), (other.says.text, other.known)):
            changed |= {one.name, other.name}
            message = f"these words fit «{other.name}», and those of «{other.name}» fit «{one.name}»"
            yield one.says.problem(RULE, 0, len(one.says.text.rstrip()), message, "change the two figures over")
    for each in found:
        if each.name in changed:
            continue
        turned = bool(_faults().search(each.says.text)) is not bool(_faults().search(each.known))
        if turned is not each.rest:
            shown = "what is left of it (rest)" if each.rest else "the figure itself"
            message = f"«{each.says.text.strip()}» is said of {shown}: «{each.name}» is «{each.known}»"
            hint = f"write «figure: {each.name}{'' if each.rest else ' | rest'}», or recast the words"
            yield each.figure.problem(RULE, 0, len(each.figure.text.rstrip()), message, hint)


def _key_figures(texts: CheckedTexts) -> Iterator[_KeyFigure]:
    for figure, says in texts.pairs("figure", "says"):
        for node in figure.view.parsed.substitutions:
            name = lookup(figure.prose.scope, node.name)
            known = _known(texts.inspection, name)
            if known:
                yield _KeyFigure(name, "rest" in node.filters, figure, says, known)


def _known(inspection: Inspection, name: str) -> str:
    """What the area and the framework say of a figure: its question, or its label; empty where they say nothing."""
    named = inspection.percentages.get(name)
    if named is None:
        return ""
    asked, framework = named.percentage.question, inspection.framework
    if named.percentage.survey:
        surveys = (each for each in framework.surveys if each.id == named.percentage.survey)
        questions = {each.id: each.text for survey in surveys for each in survey.questions}
    else:
        questions = {key: each.text for key, each in framework.questions.items()}
    return str(questions.get(str(asked), "") or named.percentage.label or "")


@cache
def _faults() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:absent|fail\w*|inadequate\w*|insufficient\w*|lack\w*|late|miss(?:ed|ing)|neither|never|no|none|not|nor|"
        r"overdue|poor\w*|too\s+(?:few|late|little|often|weak)|unable|unclear|weak\w*|without|wrong\w*)\b",
        re.IGNORECASE,
    )
