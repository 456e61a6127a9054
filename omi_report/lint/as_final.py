"""What is still missing in a draft: what the rules would find besides, if the report were final."""

from __future__ import annotations

from dataclasses import replace

from omi_report.inspection import Inspection
from omi_report.lint.codes import codes, ignorable
from omi_report.lint.declaration import Whole
from omi_report.lint.engine import check
from omi_report.lint.registry import registry
from omi_report.lint.select import narrowed
from omi_report.lint.suppress import without_ignored
from omi_report.problems import Problem, Severity, in_order


def lacking_when_final(inspection: Inspection) -> list[Problem]:
    """Return the errors and warnings that a draft would have besides if its stage were final, in order.

    Rules of single texts do not ask for the stage, and do not run.
    """
    identity, plugins = inspection.area.identity, inspection.policy.plugins
    if identity.stage == "final":
        return []
    checks = [checked for checked in registry(plugins).checks if isinstance(checked.check, Whole)]
    area = replace(inspection.area, identity=identity.replaced(stage="final"))
    final = Inspection(inspection.snapshot, inspection.policy, area, inspection.problems)
    known = set(check(inspection, checks))
    found = [each for each in check(final, checks) if each not in known and each.severity is not Severity.INFO]
    shown = without_ignored(
        found, inspection.files.values(), codes=codes(plugins), ignorable=ignorable(plugins), complete=False
    )
    return in_order(each for each in narrowed(shown, inspection.policy) if each in found)
