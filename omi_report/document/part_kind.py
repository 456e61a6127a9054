"""A kind of part of the report."""

from __future__ import annotations

from dataclasses import dataclass

from omi_report.model.kinds import FileKind, M


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind(FileKind[M]):
    """A kind of part: its file, and what of it stands where in the report."""
