"""The bars of a report's charts: from a result or a count to its drawing."""

from __future__ import annotations

from omi_report.document.parts import BandLegend
from omi_report.render.charts.bars import STANDARD, Palette, bar
from omi_report.scoring.results import CriterionResult, Scored, SectionResult


def score_bar(
    result: SectionResult | CriterionResult, bands: tuple[BandLegend, ...], *, palette: Palette = STANDARD
) -> str:
    """Draw a score in the pattern of its band, with a line where each band begins.

    A result without a score has an empty bar.
    """
    name = f"bar-{result.number}"
    begins = [band.lowest for band in bands]
    if not isinstance(result.score, Scored):
        return bar(0, name=name, marks=begins, palette=palette)
    rank = next((band.rank for band in bands if result.band and band.name == result.band.name), 0)
    return bar(float(result.score.value), name=name, rank=rank, ranks=len(bands), marks=begins, palette=palette)
