"""Keys of the former format, by the record that had them, and the kinds of part that it had.

Nothing reads them. A message about one of them says that `omi migrate` changes it, in place of what is nearest to it.
"""

from __future__ import annotations

from typing import Final

HINT: Final = "`omi migrate`, with the path of the area, changes it and all else of that format"

_PERFORMANCE = ("period", "source", "area_grade", "note", "domains")
_CONTEXT = ("caseload", "sample_notes", "budget", "approved_premises")

FORMER_KEYS: Final = {
    "Framework": frozenset(
        ("bands", "grades", "performance_grades", "scale", "weights", "section_scores", "score_texts", "minimum_cell")
    ),
    "Section": frozenset(("judged_by",)),
    "CriterionDefinition": frozenset(("shows_performance",)),
    "Criterion": frozenset(("grade", "conclusion", "conclusion_reason")),
    "MixedContent": frozenset((*_PERFORMANCE, *_CONTEXT)),
}


FORMER_KINDS: Final = frozenset(("performance", "context"))
"""The kinds of part that only the former format had."""


def is_former(record: str, key: str) -> bool:
    """Say whether a record, which has no such key any more, had it in the former format."""
    return key in FORMER_KEYS.get(record, ())
