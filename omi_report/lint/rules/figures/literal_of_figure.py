"""OMI206: a text states as a literal what a figure of the area says too."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.backing import backing, is_no_share, written_as
from omi_report.lint.rules.figures.neighbours import disagree, neighbours
from omi_report.lint.rules.figures.statements import Passage, Stated, passages
from omi_report.lint.subject import Subject
from omi_report.problems import Edit, Problem, Rule, Severity

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


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the literals that could be figures; beside its own count a percentage is fixed."""
    for passage in passages(subject):
        if all(stated.name for stated in passage.stated):
            continue
        sources = _beside(passage)
        for stated in passage.stated:
            if stated.name or is_no_share(passage, stated):
                continue
            source = sources.get(stated.start)
            names = [source.name] if source else backing(subject, passage, stated)
            if names:
                yield _problem(subject, passage, stated, names, source)


def _beside(passage: Passage) -> dict[int, Stated]:
    """The named count that each literal percentage stands beside and agrees with."""
    return {
        percent.start: count
        for percent, count in neighbours(passage)
        if count.name and not percent.name and count.quantity.percent is not None and not disagree(percent, count)
    }


def _problem(subject: Subject, passage: Passage, stated: Stated, names: list[str], source: Stated | None) -> Problem:
    uses = [written_as(name, passage.prose.scope, stated, rest=bool(source and source.rest)) for name in names]
    place = subject.at(passage.prose, stated.start)
    known = " and ".join(f"«{name.removeprefix(f'{passage.prose.scope}/')}»" for name in names)
    hint = f"write {uses[0]}" if len(uses) == 1 else f"write the one that is meant: {', '.join(uses)}"
    fix = Edit(place, subject.at(passage.prose, stated.end), uses[0]) if source else None
    return RULE.at(place, f"«{stated.text}» is what the figure {known} says", hint, length=stated.length, fix=fix)
