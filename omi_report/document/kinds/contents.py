"""The list of parts, sections and criteria."""

from __future__ import annotations

from typing import Any

from omi_report.document.part_kind import PartKind

KIND: PartKind[Any] = PartKind(id="contents")
