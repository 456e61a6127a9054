"""OMI211: a published score is not the one that the evidence gives."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.known import ENGLISH
from omi_report.lint.declaration import whole
from omi_report.model.criterion import criterion_file
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Score, Scored
from omi_report.source.tree import Path

RULE = Rule(
    "OMI211",
    "published-score",
    Severity.ERROR,
    "A criterion or a thread states a score, and the evidence gives another one, or none.",
    "The score settles the band and so the conclusion; readers who add up the counts must come to it.",
    "score: 66   # the evidence: 64.3%",
    "score: 64",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold each published score against the one computed from the evidence."""
    for number, criterion in inspection.scores.criteria.items():
        if criterion.questions and criterion.published is not None and criterion.score is not None:
            yield from _compare(inspection, criterion_file(number), ("score",), criterion.published, criterion.score)
    stated = list(inspection.area.ask(lambda kind: kind.thread_scores))
    for thread in inspection.scores.threads:
        for file, found in stated if thread.questions else ():
            published = found.scores.get(thread.id)
            if published is not None:
                yield from _compare(inspection, file, (*found.path, thread.id, "score"), published, thread.score)


def _compare(inspection: Inspection, file: str, path: Path, published: int, score: Score) -> Iterator[Problem]:
    if isinstance(score, Scored) and score.rounded == published:
        return
    if isinstance(score, Scored):
        message = (
            f"the score is stated as {published}, and the evidence gives {score.rounded} ({float(score.value):.2f}%)"
        )
    else:
        reason = ENGLISH.say(score.reason)
        message = f"the score is stated as {published}, and the evidence gives none: {reason}"
    hint = "`omi score --detail` shows the arithmetic; fix the score or the evidence, or leave the score out"
    yield RULE.at(inspection.area.at(file, path), message, hint, length=len(str(published)))
