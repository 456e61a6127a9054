"""The cover: the title of the report, the area, the dates."""

from __future__ import annotations

from typing import Any

from omi_report.document.part_kind import PartKind

KIND: PartKind[Any] = PartKind(id="title-page")
