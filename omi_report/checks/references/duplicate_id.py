"""OMI305: two things that texts may refer to have the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from omi_report.checks.subject import Subject
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Path

RULE = Rule(
    "OMI305",
    "duplicate-id",
    Severity.ERROR,
    "Two findings of a criterion, two stories, two recommendations or two groups have the same id.",
    "A reference to the id would lead to one of them, and nobody could say to which.",
    bad="improvements:\n  - {id: plans, text: Plans were late.}\n  - {id: plans, text: Plans were thin.}",
    good="improvements:\n  - {id: late-plans, text: Plans were late.}\n  - {id: thin-plans, text: Plans were thin.}",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Find each id that was given before in the same space of names."""
    first: dict[tuple[str, str], int] = {}
    for space, file, path, name in _ids(subject):
        location = subject.area.at(file, path)
        if (space, name) in first:
            hint = f"it is the id in line {first[space, name]} too: rename one of them"
            yield RULE.at(location, f"the id «{name}» is given twice", hint, length=len(name))
        else:
            first[space, name] = location.line


def _ids(subject: Subject) -> Iterator[tuple[str, str, Path, str]]:
    area = subject.area
    for number, criterion in area.criteria.items():
        for kind in ("strengths", "improvements"):
            for index, finding in enumerate(getattr(criterion, kind)):
                if finding.id:
                    yield number, f"criteria/{number}.yaml", (kind, index, "id"), finding.id
    lists: dict[tuple[str, str], tuple[object, ...]] = defaultdict(tuple)
    if area.recommendations:
        lists["recommendations.yaml", "recommendations"] = area.recommendations.recommendations
    if area.good_practice:
        lists["good-practice.yaml", "stories"] = area.good_practice.stories
    if area.service_users:
        lists["service-users.yaml", "groups"] = area.service_users.groups
    for (file, key), entries in lists.items():
        for index, entry in enumerate(entries):
            name = getattr(entry, "id", None)
            if name:
                yield file, file, (key, index, "id"), name
