"""Running the rules for a build, unless their answer is known already."""

from __future__ import annotations

from omi_report.build import Validated
from omi_report.inspection import Inspection, Unreadable
from omi_report.workspace.area import as_checked
from omi_report.workspace.cache import Cache
from omi_report.workspace.known_texts import lint_with_known_texts


def lint_once(inspected: Inspection | Unreadable) -> Validated:
    """Return the problems of an area: those that are remembered, or else those that the rules find now."""
    cache = Cache(inspected.policy.selection)
    key = cache.key(inspected.snapshot)
    known = cache.load(inspected.snapshot, key)
    if known is not None:
        return Validated(inspected, known.problems)
    validated = lint_with_known_texts(inspected)
    cache.store(inspected.snapshot, as_checked(validated), key)
    return validated
