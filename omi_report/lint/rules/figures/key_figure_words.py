"""OMI258: a key figure of the glance says of one figure what holds for another, or for what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection
from omi_report.lint.checked_text import CheckedText, CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.figures.statements import passages
from omi_report.lint.rules.house_style.words import are_changed_over
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.nodes import Span

RULE = Rule(
    "OMI258",
    "key-figure-words",
    Severity.WARNING,
    "The words of a key figure fit the label and the question of another key figure better than those of its own, and "
    "the other way round; or they speak of what was late, missing or not done, and the figure is of what was done, or "
    "the reverse (`rest`). What a figure without a label or a question is of, the findings say that state it.",
    "The glance is what most people read, and it would say the opposite of the findings.",
    bad="- {figure: 1.5/plan-on-time, says: of first sentence plans were late}",
    good="- {figure: 1.5/plan-on-time | rest, says: of first sentence plans were late}",
)


_PLACE = "key_figures"


class _KeyFigure(NamedTuple):
    """The name of a key figure, whether what is left of it is shown, its words, and those of its label and question.

    Where it has neither, ``known`` is a clause that states it, and ``is_fault`` is what all such clauses say.
    """

    name: str
    rest: bool
    figure: CheckedText
    says: CheckedText
    known: str
    is_fault: bool
    stated: bool = False


@all_texts(language="en", standard=False)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold the words of each key figure against what the area and the framework say of its figure."""
    found = list(_key_figures(texts))
    changed: set[str] = set()
    for one, other in combinations([each for each in found if not each.stated], 2):
        if are_changed_over((one.says.text, one.known), (other.says.text, other.known)):
            changed |= {one.name, other.name}
            message = f"these words fit «{other.name}», and those of «{other.name}» fit «{one.name}»"
            yield one.says.problem(RULE, 0, len(one.says.text.rstrip()), message, "change the two figures over")
    for each in found:
        if each.name in changed:
            continue
        turned = bool(_faults().search(each.says.text)) is not each.is_fault
        if turned is not each.rest:
            shown = "what is left of it (rest)" if each.rest else "the figure itself"
            known = f"the report says «{each.known}»" if each.stated else f"«{each.name}» is «{each.known}»"
            message = f"«{each.says.text.strip()}» is said of {shown}: {known}"
            hint = f"write «figure: {each.name}{'' if each.rest else ' | rest'}», or recast the words"
            yield each.figure.problem(RULE, 0, len(each.figure.text.rstrip()), message, hint)


def _key_figures(texts: CheckedTexts) -> Iterator[_KeyFigure]:
    pairs = [pair for pair in texts.pairs("figure", "says") if pair[0].prose.path[0] == _PLACE]
    figures = [
        (lookup(figure.prose.scope, node.name), "rest" in node.filters, figure, says)
        for figure, says in pairs
        for node in figure.view.parsed.substitutions
    ]
    unknown = {name for name, *_ in figures if not _known(texts.inspection, name)}
    stated = _stated(texts, unknown) if unknown else {}
    for name, rest, figure, says in figures:
        known = _known(texts.inspection, name)
        if known:
            yield _KeyFigure(name, rest, figure, says, known, bool(_faults().search(known)))
        elif len({is_fault for _clause, is_fault in stated.get(name, ())}) == 1:
            clause, is_fault = stated[name][0]
            yield _KeyFigure(name, rest, figure, says, clause, is_fault, stated=True)


def _stated(texts: CheckedTexts, names: set[str]) -> dict[str, list[tuple[str, bool]]]:
    """Return the clauses of findings that state some figures, and whether these are then of what was not done."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for passage in passages(text for text in texts if text.prose.path[0] != _PLACE):
        for stated in passage.stated:
            sentence = passage.text.view.sentence_at(stated.start) if stated.name in names else None
            if sentence is None or sentence.setting == "cell" or stated.form == "base":
                continue
            ends = [match.start() for match in _clauses().finditer(passage.words, stated.end, sentence.end)]
            begins = [match.end() for match in _clauses().finditer(passage.words, sentence.start, stated.start)]
            clause = Span(begins[-1] if begins else sentence.start, ends[0] if ends else sentence.end)
            is_fault = bool(_faults().search(passage.words, *clause)) is not stated.rest
            found.setdefault(stated.name, []).append(
                (one_line(passage.text.text[clause.start : clause.end]).strip(" ."), is_fault)
            )
    return found


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
def _clauses() -> re.Pattern[str]:
    """What parts one clause from the next."""
    return re.compile(r"[,;:(]\s|\)|\s(?:although|and|because|but|if|or|though|when|where|whereas|which|while|who)\s")


@cache
def _faults() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:absent|fail\w*|inadequate\w*|insufficient\w*|lack\w*|late|miss(?:ed|ing)|neither|never|no|none|not|nor|"
        r"overdue|poor\w*|too\s+(?:few|late|little|often|weak)|unable|unclear|weak\w*|without|wrong\w*)\b",
        re.IGNORECASE,
    )
