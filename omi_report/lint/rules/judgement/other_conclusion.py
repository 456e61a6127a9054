"""OMI414: a criterion's text states the conclusion of another band than its own."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.model.criterion import criterion_number
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI414",
    "other-conclusion",
    Severity.WARNING,
    "The text of a criterion holds the sentence with which the framework concludes for a band, and the criterion is in "
    "another band.",
    "The report prints the right conclusion by itself, and the two then stand under one criterion.",
    bad="Overall, work against this criterion was good.   # the score is in the band «Priority for improvement»",
    good="More than one text is needed for a conclusion; leave it to the framework.",
)


@each_text(language="any", standard=False, where=lambda prose: criterion_number(prose.file) != "")
def check(text: CheckedText) -> Iterator[Problem]:
    """Look for the conclusions of all bands of the scale of the criterion to which a text belongs."""
    conclusions = [band for band in text.framework.bands if band.conclusion]
    if not conclusions:
        return
    words = one_line(text.text)
    for band in conclusions:
        said = one_line(str(band.conclusion)).rstrip(".")
        if said not in words:
            continue
        result = text.inspection.scores.criteria.get(text.prose.scope)
        if result is None or result.rating is None or result.rating.id == band.id:
            continue
        first = " ".join(said.split()[:3])
        start = max(text.text.find(said.split()[0]), text.text.find(first))
        message = f"this is the conclusion of «{band.name}», and the criterion is «{result.rating.name}»"
        yield text.problem(RULE, start, start + len(said.split()[0]), message, "take the sentence out")
