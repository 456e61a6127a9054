"""Every rule there is. Each module of a bundle below ``lint/rules/`` that has a ``RULE`` is one: nothing lists them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import NamedTuple

from omi_report.errors import PluginError
from omi_report.evidence import evidence_rules
from omi_report.inspection import Inspection
from omi_report.lint import rules, suppress
from omi_report.lint.clean_texts import CleanTexts
from omi_report.lint.engine import CheckedRule, check
from omi_report.model import shape_rules
from omi_report.model.area import Area
from omi_report.moderation import moderation_rules
from omi_report.policy import Plugins
from omi_report.problems import Problem, Rule
from omi_report.sampling import sample_rules
from omi_report.source import reading_rules
from omi_report.stages import has_reached


def modules() -> Iterator[ModuleType]:
    """Import the modules of every bundle."""
    folder = rules.__path__[0]
    for bundle in _names(folder):
        if "." not in bundle:
            for name in _names(os.path.join(folder, bundle)):  # noqa: PTH118 - strings are enough, and quicker
                if name.endswith(".py"):
                    yield importlib.import_module(f"{rules.__name__}.{bundle}.{name.removesuffix('.py')}")


def _names(folder: str) -> list[str]:
    return sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("__"))


_MODULES = tuple(module for module in modules() if isinstance(getattr(module, "RULE", None), Rule))

CHECKS: tuple[CheckedRule, ...] = tuple(
    sorted(
        (CheckedRule(module.RULE, module.check) for module in _MODULES if hasattr(module, "check")),
        key=lambda checked: checked.rule.code,
    )
)
"""The rules that have a check, in the order of their codes."""

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *reading_rules.RULES,
            *evidence_rules.RULES,
            *sample_rules.RULES,
            *moderation_rules.RULES,
            *shape_rules.RULES,
            *(module.RULE for module in _MODULES),
            *suppress.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""All rules. What breaks the rules of reading, evidence and shape is found while an area is read."""


class Registry(NamedTuple):
    """The rules that there are, those of plug-ins included, in the order of their codes."""

    rules: tuple[Rule, ...]
    checks: tuple[CheckedRule, ...]


def registry(plugins: Plugins = ()) -> Registry:
    """Return omi's own rules and those of plug-ins.

    Raises PluginError where a plug-in cannot be used, or has a code that another rule has.
    """
    return _with_rules_of(plugins) if plugins else Registry(RULES, CHECKS)


@lru_cache(maxsize=8)
def _with_rules_of(plugins: Plugins) -> Registry:
    from omi_report.lint.plugged import rules_of

    taken = {rule.code: "omi" for rule in RULES}
    added: list[CheckedRule] = []
    for plugin in plugins:
        for checked in rules_of(plugin):
            other = taken.setdefault(checked.rule.code, plugin.name)
            if other != plugin.name or any(each.rule.code == checked.rule.code for each in added):
                message = f"the plug-in «{plugin.name}» has a rule {checked.rule.code}, and so has «{other}»"
                raise PluginError(f"{message}: a code stands for one rule")
            added.append(checked)
    rules = sorted((*RULES, *(checked.rule for checked in added)), key=lambda rule: rule.code)
    return Registry(tuple(rules), (*CHECKS, *added))


def asked_for(area: Area, found: list[Problem], plugins: Plugins = ()) -> list[Problem]:
    """Return what was found in an area, without that which its rule does not ask for at the stage of the report."""
    stage = area.identity.stage
    later = {rule.code for rule in registry(plugins).rules if not has_reached(stage, rule.since)}
    return [problem for problem in found if problem.code not in later]


def check_area(inspection: Inspection, clean: CleanTexts | None = None) -> list[Problem]:
    """Run every check over an area and return all that they find, unsorted; ``clean`` is as `check` has it."""
    return check(inspection, registry(inspection.policy.plugins).checks, clean)
