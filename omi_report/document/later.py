"""What only a build needs, imported when the first of it is used: the classes of the tree, and what makes blocks.

Every check of an area imports the kinds of part, but it makes nothing of them. Making the classes of the tree alone
takes as long as checking a small area.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from omi_report.document import (
        answer_charts,
        boxes,
        figure_charts,
        inlines,
        leads,
        listed,
        pictures,
        rating_blocks,
        score_charts,
        tree,
    )
    from omi_report.document.general import chart_blocks, shown, table_blocks
else:

    class _Later:
        """Stands for a module."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, attribute: str) -> Any:
            value = getattr(import_module(self._name), attribute)
            setattr(self, attribute, value)
            return value

    answer_charts = _Later("omi_report.document.answer_charts")
    boxes = _Later("omi_report.document.boxes")
    figure_charts = _Later("omi_report.document.figure_charts")
    inlines = _Later("omi_report.document.inlines")
    leads = _Later("omi_report.document.leads")
    listed = _Later("omi_report.document.listed")
    pictures = _Later("omi_report.document.pictures")
    rating_blocks = _Later("omi_report.document.rating_blocks")
    score_charts = _Later("omi_report.document.score_charts")
    tree = _Later("omi_report.document.tree")
    chart_blocks = _Later("omi_report.document.general.chart_blocks")
    shown = _Later("omi_report.document.general.shown")
    table_blocks = _Later("omi_report.document.general.table_blocks")

__all__ = [
    "answer_charts",
    "boxes",
    "chart_blocks",
    "figure_charts",
    "inlines",
    "leads",
    "listed",
    "pictures",
    "rating_blocks",
    "score_charts",
    "shown",
    "table_blocks",
    "tree",
]
