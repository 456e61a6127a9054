"""OMI211: a published score is not the one that the evidence gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result, Score, Scored
from omi_report.source.tree import Path

RULE = Rule(
    "OMI211",
    "published-score",
    Severity.ERROR,
    "A score is stated, of a criterion, a thread, a section or the whole, and the evidence gives another one, or none.",
    "The score settles the band and so the conclusion; readers who add up the counts must come to it.",
    "score: 66   # the evidence: 64.3%",
    "score: 64",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold each published score against the one computed from the evidence, at every level."""
    for result in inspection.scores.results:
        if result.said is None or result.score is None or not _is_computed(result):
            continue
        file, each = result.said
        if each.score is not None:
            yield from _compare(inspection, file, (*each.path, "score"), each.score, result.score)


def _is_computed(result: Result) -> bool:
    """Whether the score is worked out from what lies below it, and not the stated one itself."""
    if result.rule.of == "questions":
        return bool(result.questions) or result.level == "overall"
    return bool(result.items)


def _compare(inspection: Inspection, file: str, path: Path, published: Decimal, score: Score) -> Iterator[Problem]:
    if isinstance(score, Scored) and score.agrees_with(Fraction(published)):
        return
    if isinstance(score, Scored):
        exact = f"{float(score.value):.2f}" + ("%" if score.unit == "per-cent" else "")
        message = f"the %(term_score)s is stated as {published}, and the evidence gives {score.text} ({exact})"
    else:
        reason = inspection.framework.english.say(score.reason)
        message = f"the %(term_score)s is stated as {published}, and the evidence gives none: {reason}"
    hint = "`omi score --detail` shows the arithmetic; fix the %(term_score)s or the evidence, or leave it out"
    yield RULE.at(inspection.area.at(file, path), message, hint, length=len(str(published)))
