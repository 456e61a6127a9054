"""OMI245: a text states another rating than the report's own, or puts a score into another band."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from omi_report.language.terms import OMI
from omi_report.lint.checked_text import CheckedText, one_line
from omi_report.lint.declaration import each_text
from omi_report.lint.rules.references.numbered import any_of, criterion_numbers
from omi_report.model.framework import Framework
from omi_report.model.scales import Band, Scale
from omi_report.numbering import name_of
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI245",
    "rating-in-text",
    Severity.WARNING,
    "A text says how a criterion was rated, and the report rates it otherwise; or it puts a score into a band of the "
    "scale in which it is not.",
    "The rating stands in the table of ratings and under the criterion itself.",
    bad="Criterion 4.5 was rated as 'Partly met'.   # criteria/4.5.yaml: rating: not-met",
    good="Criterion 4.5 was rated as 'Not met'.",
)

_QUOTE = r"['‘’\"“”*_]*"


@each_text(language="en", standard=False)
def check(text: CheckedText) -> Iterator[Problem]:
    """Look at each criterion and each score that is said to be something on a scale."""
    if not _hint().search(text.text):
        return
    framework = text.inspection.framework
    yield from _of_scores(text, framework)
    yield from _of_criteria(text, framework)


def _of_scores(text: CheckedText, framework: Framework) -> Iterator[Problem]:
    scale = next((scale for scale in framework.scales if scale.measures and scale.of == "per-cent"), None)
    if scale is None:
        return
    words = any_of((OMI.score, framework.terms.score))
    for match in _score(words, _names(scale)).finditer(text.words):
        band = scale.band_of(Fraction(match["value"]))
        said = _band(scale, match["band"])
        if band is not None and band.id != said.id:
            message = f"{match['value']}% is «{band.name}», not «{said.name}»"
            yield text.problem(RULE, *match.span("band"), message, f"write «{band.name}», or correct the figure")


def _of_criteria(text: CheckedText, framework: Framework) -> Iterator[Problem]:
    scales = tuple(framework.scales)
    names = tuple(band.name for scale in scales for band in scale.bands)
    words = any_of((OMI.criterion, framework.terms.criterion))
    for pattern in _rated(words, criterion_numbers(text.inspection), any_of(names)):
        for match in pattern.finditer(text.words):
            result = text.inspection.scores.criteria.get(name_of(one_line(match["number"])))
            if result is None or result.rating is None:
                continue
            said = one_line(match["band"]).casefold()
            if said != result.rating.name.casefold():
                name = f"{framework.terms.criterion} {framework.shown(result.number)}"
                message = (
                    f"the {framework.terms.rating} of {name} is «{result.rating.name}», not «{one_line(match['band'])}»"
                )
                yield text.problem(RULE, *match.span("band"), message, f"write «{result.rating.name}»")


def _names(scale: Scale) -> str:
    return any_of(tuple(band.name for band in scale.bands))


def _band(scale: Scale, name: str) -> Band:
    return next(band for band in scale.bands if band.name.casefold() == one_line(name).casefold())


@lru_cache(maxsize=1)
def _hint() -> re.Pattern[str]:
    return re.compile(r"\brat(?:ed|ing)\b|\bjudged\b|% (?:is|was|which)\b|%,? (?:it|this|which)\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _score(words: str, bands: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{words}\s+of\s+(?P<value>\d{{1,3}})(?:%|\s+per\s+cent)(?:\s*,)?\s+"
        rf"(?:(?:which|it|this)\s+)?(?:is|was|were|means)\s+(?:rated\s+|judged\s+|placed\s+)?(?:as\s+|to\s+be\s+|in\s+)?"
        rf"{_QUOTE}(?P<band>{bands}){_QUOTE}(?=\W|$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _rated(words: str, number: str, bands: str) -> tuple[re.Pattern[str], ...]:
    thing, band = rf"{words}\s+(?P<number>{number})", rf"{_QUOTE}(?P<band>{bands}){_QUOTE}(?=\W|$)"
    return (
        re.compile(
            rf"\b{thing}\)?,?\s+(?:is|was|has\s+been|had\s+been)\s+(?:rated|judged|graded)\s+(?:as\s+|to\s+be\s+)?{band}",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:rated|judged|graded)\s+{thing}\s+(?:as\s+|to\s+be\s+)?{band}", re.IGNORECASE),
        re.compile(rf"\brating\s+(?:of|for)\s+{thing}\s+(?:is|was)\s+{band}", re.IGNORECASE),
    )
