"""The exact score that a report prints where the rounded one would be in another band."""

from __future__ import annotations

from fractions import Fraction

from omi_report.quantity import percent_text
from omi_report.scoring.results import RatedResult, Scored

MOST_PLACES = 12
"""In how many decimal places a band is looked for: as many as show that 49.9999999% is not 50%."""


def exact_text(result: RatedResult) -> str:
    """Return an exact score in as many decimal places as show its band, where the printed one would be in another.

    Empty where the printed score shows the band, or where there is no score.
    """
    score, scale = result.score, result.scale
    if not isinstance(score, Scored) or scale is None or result.rule.compare != "exact" or score.unit != "per-cent":
        return ""
    band = scale.band_of(score.value)
    if band == scale.band_of(score.printed):
        return ""
    texts = (percent_text(score.value, places) for places in range(score.places + 1, MOST_PLACES))
    return next((text for text in texts if scale.band_of(Fraction(text)) == band), "")
