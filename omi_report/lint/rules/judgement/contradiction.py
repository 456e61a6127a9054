"""OMI410: a summary calls a section something else than its score does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedTexts, one_line
from omi_report.lint.declaration import all_texts
from omi_report.lint.rules.references.numbered import any_of
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.problems import Problem, Rule, Severity
from omi_report.scoring.results import Result, Scored, score_text

RULE = Rule(
    "OMI410",
    "summary-contradicts-score",
    Severity.WARNING,
    "The summary says of a section or thread as a whole that the work was good, or a priority, and its score is in "
    "another band. Only sentences about the whole are looked at: «Overall, work in this section was good».",
    "The summary is what most readers read, and the score is what they remember.",
    bad="sections:\n  2: Overall, work in this section was good.     # the section has 56%",
    good="sections:\n  2: Work in this section was an urgent priority for improvement.",
)

# The subject must be the section as a whole; «reports for the courts were good enough» is about something else.
_WHOLE = (
    r"(?:Overall,?\s+(?:the\s+)?(?:area['’]s\s+)?(?:work|performance|practice)(?:\s+(?:in|against|for|under)\s+(?:this|the)"
    r"\s+section)?|(?:[Tt]he\s+)?(?:[Ww]ork|[Pp]erformance|[Pp]ractice|[Rr]esults?)\s+(?:in|against|for|under)\s+"
    r"(?:this|the)\s+section(?:\s+as\s+a\s+whole)?|[Tt]his\s+section(?:\s+as\s+a\s+whole)?)"
)
_VERB = r"(?:was|were|is|are|remained|remains)(?:,?\s+(?:overall|generally|largely|mostly|on\s+the\s+whole),?)?"


@all_texts(language="en", where=lambda prose: prose.about is not None)
def check(texts: CheckedTexts) -> Iterator[Problem]:
    """Hold what the summary says of each section and thread against its score."""
    found = texts.inspection.scores.results
    by_subject: dict[tuple[str, str], Result] = {(result.level, result.number): result for result in found}
    sections = any_of((OMI.section, texts.inspection.framework.terms.section))
    for text in texts:
        result = by_subject.get(text.prose.about or ("", ""))
        scale = _scale(texts.inspection.framework, result) if result else None
        if result is None or scale is None or not isinstance(result.score, Scored):
            continue
        band = result.rating or scale.band_of(result.score.printed)
        if band is None:
            continue
        pattern, bands = _judgements(scale.bands, sections)
        for match in pattern.finditer(text.words):
            said = bands[one_line(match["band"]).casefold()]
            if said.id != band.id:
                score = score_text(result.score)
                message = f"the summary says «{one_line(match['band'])}», and {score} is «{band.name}»"
                yield text.problem(RULE, *match.span("band"), message, "put the text or the %(term_score)s right")


def _scale(framework: Framework, result: Result) -> Scale | None:
    """The scale of a result. A score without a rating is held against the scale that criteria are placed on."""
    if result.scale is not None:
        return result.scale
    scales = [framework.scale_of(framework.rule_of("criterion", number)) for number in framework.criteria]
    placed = [scale for scale in scales if scale is not None and scale.measures and scale.of == "per-cent"]
    return placed[0] if placed and isinstance(result.score, Scored) and result.score.unit == "per-cent" else None


@lru_cache(maxsize=8)
def _judgements(bands: tuple[Band, ...], section: str) -> tuple[re.Pattern[str], dict[str, Band]]:
    """The sentences that judge a whole, and the band that each name in them stands for."""
    names = {band.name.casefold(): band for band in bands}
    longest_first = sorted(names, key=len, reverse=True)
    written = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(
        rf"\b{_WHOLE.replace('section', section)}\s+{_VERB}\s+(?:an?\s+)?(?P<band>(?i:{written}))(?=\s*[.,;:]|\s*$)"
    ), names
