"""OMI205: a text states a percentage or a ratio that no figure of the area backs."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.rules.figures.backing import backing, complements, is_no_share, is_settled, written_as
from omi_report.lint.rules.figures.statements import Passage, Stated, each_passage
from omi_report.lint.rules.figures.used import figures_used
from omi_report.model.area import Prose
from omi_report.model.facts import REPORT_SCOPE
from omi_report.problems import Problem, Rule, Severity
from omi_report.quantity import Quantity

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


def _is_of_findings(prose: Prose) -> bool:
    """What is recommended is a target, and no finding; a figure by itself has its own source."""
    return prose.manner not in ("recommended", "value")


@each_passage(where=_is_of_findings)
def check(passage: Passage) -> Iterator[Problem]:
    """Find the literals without a figure. Those that contradict a figure beside them are OMI208's."""
    if all(stated.name for stated in passage.stated):
        return
    settled = is_settled(passage)
    for stated in passage.stated:
        if stated.name or stated.start in settled or is_no_share(passage, stated):
            continue
        if not backing(passage, stated):
            yield passage.problem(RULE, stated, f"no named figure backs «{stated.text}»", _hint(passage, stated))


def _hint(passage: Passage, stated: Stated) -> str:
    scope = passage.scope
    rests = complements(passage, stated)
    if len(rests) == 1:
        use = written_as(rests[0], scope, stated, rest=True)
        return f"if it is what is left of «{rests[0].removeprefix(f'{scope}/')}», write {use}"
    home = " or ".join(passage.text.inspection.area.homes_of(scope)) if scope == REPORT_SCOPE else scope
    use = "{{ its-name }}" if stated.form == "percent" else "{{ its-name | count }}"
    add = f"add it to the percentages of {home}, and write {use}"
    unused = _unused(passage, stated)
    return (
        f"write {written_as(unused, scope, stated)} if that is meant, which no text uses; else {add}" if unused else add
    )


def _unused(passage: Passage, stated: Stated) -> str:
    """The one figure of the text's scope that no text uses: most likely it was typed out, and its number changed."""
    inspection, used = passage.text.inspection, figures_used(passage.text.inspection)
    fitting = [
        name
        for each in inspection.area.named_percentages()
        if each.scope == passage.scope and (name := each.full_name) not in used
        if isinstance(quantity := inspection.figures.get(name), Quantity)
        and (stated.form == "percent" or quantity.count is not None)
    ]
    return fitting[0] if len(fitting) == 1 else ""
