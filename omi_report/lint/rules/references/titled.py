"""The criteria, sections and threads by the titles with which a text may name them."""

from __future__ import annotations

from omi_report.inspection import Inspection, remembered
from omi_report.scoring.results import Result

_SHORTEST = 5  # letters of a title that is not found by chance


@remembered
def results_by_title(inspection: Inspection) -> dict[str, Result]:
    """Return the results of criteria, sections and threads by their titles in small letters.

    A title that two of them share names neither.
    """
    found: dict[str, list[Result]] = {}
    for result in inspection.scores.results:
        if result.level in ("criterion", "section", "thread") and len(result.title) >= _SHORTEST:
            found.setdefault(result.title.casefold(), []).append(result)
    return {title: results[0] for title, results in found.items() if len(results) == 1}
