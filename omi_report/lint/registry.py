"""Every rule there is. Each module of a bundle below ``lint/rules/`` that has a ``RULE`` is one: nothing lists them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from types import ModuleType

from omi_report.evidence import evidence_rules
from omi_report.inspection import Inspection
from omi_report.lint import rules, suppress
from omi_report.lint.engine import CheckedRule, check
from omi_report.model import shape_rules
from omi_report.problems import Problem, Rule
from omi_report.source import reading_rules


def _modules() -> Iterator[ModuleType]:
    """Import the modules of every bundle."""
    folder = rules.__path__[0]
    for bundle in _names(folder):
        if "." not in bundle:
            for name in _names(os.path.join(folder, bundle)):  # noqa: PTH118 - strings are enough, and quicker
                if name.endswith(".py"):
                    yield importlib.import_module(f"{rules.__name__}.{bundle}.{name.removesuffix('.py')}")


def _names(folder: str) -> list[str]:
    return sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("__"))


_MODULES = tuple(module for module in _modules() if isinstance(getattr(module, "RULE", None), Rule))

CHECKS: tuple[CheckedRule, ...] = tuple(
    sorted(
        (CheckedRule(module.RULE, module.check) for module in _MODULES if hasattr(module, "check")),
        key=lambda checked: checked.rule.code,
    )
)
"""The rules that a check looks for, in the order of their codes."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *reading_rules.RULES,
            *evidence_rules.RULES,
            *shape_rules.RULES,
            *(module.RULE for module in _MODULES),
            *suppress.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""All rules: those of reading, evidence and shape are found on the way, the others by their checks."""


def check_area(inspection: Inspection) -> list[Problem]:
    """Run every check over an area and return all that they find, unsorted."""
    return check(inspection, CHECKS)
