"""The kinds of part that omi has, one module for each.

To add a kind is to add its module, and its name to the list below.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from omi_report.document.kinds import (
    abbreviations,
    acknowledgements,
    contents,
    context,
    foreword,
    good_practice,
    next_steps,
    performance,
    recommendations,
    scores,
    sections,
    service_users,
    standard_text,
    summary,
    title_page,
)
from omi_report.document.part_kind import PartKind

_MODULES = (
    title_page,
    foreword,
    acknowledgements,
    contents,
    abbreviations,
    summary,
    scores,
    recommendations,
    next_steps,
    good_practice,
    service_users,
    sections,
    performance,
    context,
    standard_text,
)

PART_KINDS: Final[Mapping[str, PartKind[Any]]] = {module.KIND.id: module.KIND for module in _MODULES}
"""The kinds of part by their ids. Texts are read, and files are listed, in this order."""
