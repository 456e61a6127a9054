"""What stands before a finding, in all forms of a report."""

from __future__ import annotations

from omi_report.document.tree import FindingItem


def mark_of(finding: FindingItem) -> str:
    """Return the number of a finding, or its letter in brackets; nothing where it has neither."""
    return finding.label or (f"({finding.letter})" if finding.letter else "")
