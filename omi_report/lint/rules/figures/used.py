"""Which figures the texts of an area use."""

from __future__ import annotations

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection, remembered


@remembered
def figures_used(inspection: Inspection) -> frozenset[str]:
    """Return the full names of the figures that a text names, whether they are there or not."""
    return frozenset(
        lookup(prose.scope, node.name) for prose, parsed in inspection.texts for node in parsed.substitutions
    )
