"""What is wrong with a framework by itself: one of the project's folder, or any that somebody is writing.

Its texts are held against the rules as those of an area are. What can only be told with an area, such as whether its
list of abbreviations explains a word, is left to the check of the area.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from omi_report.inspection import Inspection
from omi_report.lint.codes import codes, ignorable
from omi_report.lint.registry import check_area
from omi_report.lint.suppress import without_ignored
from omi_report.model.area import Area
from omi_report.model.base import ReportDate
from omi_report.model.framework import Framework
from omi_report.model.framework_file import ReadFramework
from omi_report.model.identity import Identity
from omi_report.model.load import files_needed
from omi_report.model.part_files import kinds_in_area
from omi_report.model.report_language import language_problems
from omi_report.policy import Plugins, Policy
from omi_report.problems import Problem, has_errors
from omi_report.source.snapshot import Snapshot


def problems_of(read: ReadFramework, policy: Policy) -> list[Problem]:
    """Return all that is wrong with a framework by itself, but for what its comments hide.

    The settings of the policy hide nothing here. A framework that many areas share is looked through once.
    """
    if read.framework is None:
        return list(read.problems)
    return list(_found(_Asked(read.data, read.file.shown, policy.plugins, tuple(policy.kinds), read, policy)))


@dataclass(frozen=True)
class _Asked:
    """A framework to look through, and how. Two with the same bytes, path, plug-ins and kinds have the same answer."""

    data: bytes
    shown: str
    plugins: Plugins
    kinds: tuple[str, ...]
    read: ReadFramework = field(compare=False)
    policy: Policy = field(compare=False)


@lru_cache(maxsize=8)
def _found(asked: _Asked) -> tuple[Problem, ...]:
    read, policy = asked.read, asked.policy
    assert read.framework is not None, "it would not be asked for"
    inspection = _alone(read, read.framework, policy)
    found = [*language_problems(read.framework, read.file, read.file), *check_area(inspection)]
    found = [problem for problem in found if problem.location.file == read.file.shown]
    known, ignored = codes(policy.plugins), ignorable(policy.plugins)
    return tuple(without_ignored(found, [read.file], codes=known, ignorable=ignored, complete=not has_errors(found)))


def _alone(read: ReadFramework, framework: Framework, policy: Policy) -> Inspection:
    """An area that is nothing but a framework: none of its files could be read, so that no rule misses anything."""
    shown = read.file.shown.rpartition("/")[0]
    area = Area(
        slug=framework.framework,
        shown=shown,
        framework=framework,
        identity=Identity(area="Area", inspected=ReportDate(2000, 1)),
        files={read.file.name: read.file},
        kinds=policy.kinds,
        framework_file=read.file.name,
        framework_data=read.data,
        unread=frozenset(files_needed(framework, kinds_in_area(framework, policy.kinds))),
    )
    return Inspection(Snapshot(area.slug, shown, {}), policy, area)
