"""The codes of the rules: which there are, and which of them a comment may silence."""

from __future__ import annotations

from omi_report.lint.registry import CHECKS, RULES

CODES = frozenset(rule.code for rule in RULES)

NEEDED = frozenset({"OMI201", "OMI203", "OMI204", "OMI301", "OMI302", "OMI304"})
"""A text with a figure or a reference that leads nowhere, or a grade without a name, cannot be compiled."""

IGNORABLE = frozenset(checked.rule.code for checked in CHECKS) - NEEDED
"""What reading and shape find is not among them either: the value in question is missing from the area."""

PROTECTING = frozenset(code for code in CODES if code.startswith("OMI6"))
"""The rules of people and of disclosure: what they find may harm somebody, so no settings inside an area hide it."""


def complaint(prefix: str) -> str:
    """Say what is wrong with a code or the beginning of a code; nothing where some rule has it."""
    if prefix and any(code.startswith(prefix) for code in CODES):
        return ""
    return f"no rule's code begins with «{prefix}»: {meant_by(prefix)}"


def meant_by(code: str) -> str:
    """Return a hint at the code that was meant: one in small letters, or that of the rule so named."""
    meant = next((rule.code for rule in RULES if code.lower() in (rule.code.lower(), rule.name)), "")
    return f"did you mean {meant}?" if meant else "`omi rules` lists the codes"
