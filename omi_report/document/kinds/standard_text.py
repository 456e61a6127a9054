"""A part of the framework's standard wording: headed passages, the same in every report."""

from __future__ import annotations

from typing import Any

from omi_report.document.part_kind import PartKind

KIND: PartKind[Any] = PartKind(id="standard-text", repeats=True)
