"""The codes of the rules: which there are, and which of them a comment may silence."""

from __future__ import annotations

from functools import lru_cache

from omi_report.lint.registry import registry
from omi_report.policy import Plugins

NEEDED = frozenset({"OMI201", "OMI203", "OMI204", "OMI260", "OMI301", "OMI302", "OMI304"})
"""Rules that a report cannot be compiled without: no figure or reference leads nowhere, each grade has a name, no text
prints what the policy on small counts hides."""


@lru_cache(maxsize=8)
def codes(plugins: Plugins = ()) -> frozenset[str]:
    """Return the codes of all rules, those of plug-ins included."""
    return frozenset(rule.code for rule in registry(plugins).rules)


@lru_cache(maxsize=8)
def ignorable(plugins: Plugins = ()) -> frozenset[str]:
    """Return the codes that a comment may silence.

    What reading and shape find is not among them: the value in question is missing from the area.
    """
    return frozenset(checked.rule.code for checked in registry(plugins).checks) - NEEDED


def is_protecting(code: str) -> bool:
    """Say whether a rule is one of people and disclosure, small counts (OMI26) among them.

    What these find may harm somebody, so no settings inside an area hide it.
    """
    return code.startswith(("OMI6", "OMI26"))


def complaint(prefix: str, plugins: Plugins = ()) -> str:
    """Say what is wrong with a code or the beginning of a code; nothing where some rule has it."""
    if prefix and any(code.startswith(prefix) for code in codes(plugins)):
        return ""
    return f"no rule's code begins with «{prefix}»: {meant_by(prefix, plugins)}"


def meant_by(code: str, plugins: Plugins = ()) -> str:
    """Return a hint at the code that was meant: one in small letters, or that of the rule so named."""
    rules = registry(plugins).rules
    meant = next((rule.code for rule in rules if code.lower() in (rule.code.lower(), rule.name)), "")
    return f"did you mean {meant}?" if meant else "`omi rules` lists the codes"
