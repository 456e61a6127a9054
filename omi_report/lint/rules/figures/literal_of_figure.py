"""OMI206: a text states as a literal what a figure of the area says too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from omi_report.lint.rules.figures.backing import backing, is_no_share, written_as
from omi_report.lint.rules.figures.hidden_figure import hidden_figures
from omi_report.lint.rules.figures.neighbours import disagree, neighbours
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI206",
    "literal-of-a-figure",
    Severity.INFO,
    "A text holds a percentage or a ratio as a literal, and a named figure that the text can see has that value.",
    "When the figure is corrected the sentence keeps the old one; the report then contradicts itself.",
    bad="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in 97% of cases.
""",
    good="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
strengths:
  - A screening was on file in {{ screening-done }} of cases.
""",
)


_TELLING = 2
"""How many words of a sentence a figure must have to be taken for the one that the sentence is about."""


@each_passage()
def check(passage: Passage) -> Iterator[Problem]:
    """Find the literals that could be figures; beside its own count a percentage can be no other."""
    if all(stated.name for stated in passage.stated):
        return
    sources = _beside(passage)
    for stated in passage.stated:
        if stated.name or is_no_share(passage, stated):
            continue
        source = sources.get(stated.start)
        hidden = hidden_figures(passage.text)  # what OMI261 finds must not be written by name either
        names = [name for name in ([source.name] if source else backing(passage, stated)) if name not in hidden]
        if names:
            yield _problem(passage, stated, names, source)


def _beside(passage: Passage) -> dict[int, Stated]:
    """The named count that each literal percentage stands beside and agrees with."""
    return {
        percent.start: count
        for percent, count in neighbours(passage)
        if count.name and not percent.name and count.quantity.percent is not None and not disagree(percent, count)
    }


def _problem(passage: Passage, stated: Stated, names: list[str], source: Stated | None) -> Problem:
    uses = [written_as(name, passage.scope, stated, rest=bool(source and source.rest)) for name in names]
    closer = "" if source else _closer(passage, stated, names)
    known = " and ".join(f"«{name.removeprefix(f'{passage.scope}/')}»" for name in names)
    hint = f"write {uses[0]}" if len(uses) == 1 else f"write the one that is meant: {', '.join(uses)}"
    if closer:
        right = written_as(closer, passage.scope, stated)
        hint = f"write {right}, which has more words of this sentence, if that is meant; else {' or '.join(uses)}"
    return passage.problem(RULE, stated, f"«{stated.text}» is what the figure {known} says", hint)


def _closer(passage: Passage, stated: Stated, names: list[str]) -> str:
    """The figure of the same criterion whose name and label share more words with a sentence than those of ``names``.

    The literal may be an older value of it. Figures that the text uses say something already. Empty where there is
    none, or several share as many.
    """
    text, prefix = passage.text, f"{passage.scope}/"
    found = text.view.sentence_at(stated.start)
    words = _stems(passage.words[found.start : found.end]) if found else frozenset()
    shared = {
        name: len(words & _stems(f"{named.name} {named.percentage.label or ''}"))
        for name, named in text.inspection.percentages.items()
        if name in names or (name.startswith(prefix) and all(name != each.name for each in passage.stated))
    }
    most = max((shared.get(name, 0) for name in names), default=0)
    best = max(shared.values(), default=0)
    closest = [name for name, number in shared.items() if number == best]
    return closest[0] if len(closest) == 1 and best >= _TELLING and best > most else ""


def _stems(words: str) -> frozenset[str]:
    """The beginnings of the longer words: «cases» and «case» are one, and so are «classification» and «class»."""
    return frozenset(word[:5].removesuffix("s") for word in _long_word().findall(words.lower()))


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(r"[a-z]{4,}")
