"""OMI205: a text states a percentage or a ratio that no figure of the area backs."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.declaration import whole
from omi_report.lint.rules.figures.backing import backing, complements, is_no_share, is_settled, written_as
from omi_report.lint.rules.figures.statements import Passage, Stated, passages
from omi_report.lint.subject import Subject
from omi_report.model.facts import REPORT_SCOPE
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI205",
    "unbacked-literal",
    Severity.WARNING,
    "A text holds a percentage or a ratio as a literal, and no named figure that the text can see has that value.",
    "Nobody can trace it to the cases or people that it was counted from, and it stays when they change.",
    bad="""\
strengths:
  - A screening was on file in 97% of cases, and in nine of the ten custody cases.
""",
    good="""\
percentages:
  screening-done: {percent: 97, question: 1.2.1}
  custody-screening: {count: 9, base: 10, question: 1.2.1, where: {case_type: custody}}
strengths:
  - A screening was on file in {{ screening-done }} of cases, and in {{ custody-screening | count }} custody cases.
""",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find the literals without a figure. Those that contradict a figure beside them are OMI208's."""
    for passage in passages(subject):
        if all(stated.name for stated in passage.stated) or passage.prose.manner == "recommended":
            continue  # what is recommended is a target, not a finding
        settled = is_settled(passage)
        for stated in passage.stated:
            if stated.name or stated.start in settled or is_no_share(passage, stated):
                continue
            if not backing(subject, passage, stated):
                place = subject.at(passage.prose, stated.start)
                message = f"no named figure backs «{stated.text}»"
                yield RULE.at(place, message, _hint(subject, passage, stated), length=stated.length)


def _hint(subject: Subject, passage: Passage, stated: Stated) -> str:
    scope = passage.prose.scope
    rests = complements(subject, passage, stated)
    if len(rests) == 1:
        use = written_as(rests[0], scope, stated, rest=True)
        return f"if it is what is left of «{rests[0].removeprefix(f'{scope}/')}», write {use}"
    home = " or ".join(subject.area.homes_of(scope)) if scope == REPORT_SCOPE else scope
    use = "{{ its-name }}" if stated.form == "percent" else "{{ its-name | count }}"
    return f"add it to the percentages of {home}, and write {use}"
