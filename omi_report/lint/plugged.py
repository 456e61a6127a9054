"""The rules of plug-ins: they are imported where the settings name the package, and held to what a rule promises."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

from omi_report.errors import PluginError
from omi_report.lint.declaration import AllTexts, Declaration, EachText, OfComments, OfPlan, Whole
from omi_report.lint.engine import CheckedRule
from omi_report.policy import Plugin
from omi_report.problems import Problem, Rule

_CODE = re.compile(r"[A-Z]{2,10}[0-9]{3}")


def rules_of(plugin: Plugin) -> list[CheckedRule]:
    """Import the modules of a plug-in and return its rules, in the order of their codes.

    Raises PluginError where one of them cannot be imported, or is not what a rule is.
    """
    modules = [module for name in plugin.rules for module in _modules(plugin, name)]
    found = [_rule(plugin, module) for module in modules if hasattr(module, "RULE")]
    if plugin.rules and not found:
        raise _wrong(plugin, f"no module of {', '.join(plugin.rules)} has a RULE")
    return sorted(found, key=lambda checked: checked.rule.code)


def _modules(plugin: Plugin, name: str) -> Iterator[ModuleType]:
    """A module, and where it is a package all those in it."""
    module = _imported(plugin, name)
    yield module
    for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield from _modules(plugin, f"{name}.{found.name}")


def _imported(plugin: Plugin, name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise _wrong(plugin, f"{name} cannot be imported: {type(error).__name__}: {error}") from error


def _rule(plugin: Plugin, module: ModuleType) -> CheckedRule:
    rule, check = module.RULE, getattr(module, "check", None)
    if not isinstance(rule, Rule):
        raise _wrong(plugin, f"RULE of {module.__name__} is no omi_report.problems.Rule")
    if rule.code.upper().startswith("OMI"):
        raise _wrong(plugin, f"{module.__name__} has the code {rule.code}: codes that begin with OMI are omi's own")
    if not _CODE.fullmatch(rule.code):
        shape = "a code is two to ten capitals and three figures, EX001"
        raise _wrong(plugin, f"{module.__name__} has the code {rule.code}: {shape}")
    if not isinstance(check, EachText | AllTexts | Whole | OfPlan | OfComments):
        declared = "@each_text(), @all_texts(), @whole, @of_plan or @of_comments of omi_report.lint.declaration"
        raise _wrong(plugin, f"check of {module.__name__} is not declared by {declared}")
    return CheckedRule(rule, _guarded(plugin, rule, check))


def _guarded(plugin: Plugin, rule: Rule, declaration: Declaration) -> Declaration:
    """A declaration whose check says of an exception whose it is."""
    check: Callable[[Any], Iterable[Problem]] = declaration.check

    def guarded(given: Any) -> Iterator[Problem]:
        try:
            yield from check(given)
        except Exception as error:
            raise _wrong(plugin, f"its rule {rule.code} fails: {type(error).__name__}: {error}") from error

    return declaration._replace(check=guarded)


def _wrong(plugin: Plugin, message: str) -> PluginError:
    return PluginError(f"the plug-in «{plugin.name}» {plugin.version} cannot be used: {message}")
