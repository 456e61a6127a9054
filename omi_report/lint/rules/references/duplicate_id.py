"""OMI305: what may stand once stands twice: an id, a criterion of a recommendation, a measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import TypeAlias

from omi_report.lint.declaration import whole
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.tree import Path

RULE = Rule(
    "OMI305",
    "duplicate-id",
    Severity.ERROR,
    "Two findings of a criterion, two stories, two recommendations or two groups have the same id; a recommendation "
    "names a criterion twice, or a domain of performance.yaml has two measures of one name.",
    "A reference to the id would lead to one of them, and nobody could say to which.",
    bad="improvements:\n  - {id: plans, text: Plans were late.}\n  - {id: plans, text: Plans were thin.}",
    good="improvements:\n  - {id: late-plans, text: Plans were late.}\n  - {id: thin-plans, text: Plans were thin.}",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Find each id that was given before in the same space of names."""
    first: dict[tuple[str, str], int] = {}
    for what, space, file, path, name in chain(_ids(subject), _answered(subject), _measures(subject)):
        location = subject.area.at(file, path)
        if (space, name) in first:
            fix = "remove one of them" if what == "criterion" else "rename one of them"
            hint = f"it is the {what} in line {first[space, name]} too: {fix}"
            yield RULE.at(location, f"the {what} «{name}» is given twice", hint, length=len(name))
        else:
            first[space, name] = location.line


Named: TypeAlias = tuple[str, str, str, Path, str]
"""What it is, where its name must be the only one, and its file, path and name."""


def _ids(subject: Subject) -> Iterator[Named]:
    area = subject.area
    for number, criterion in area.criteria.items():
        for kind in ("strengths", "improvements"):
            for index, finding in enumerate(getattr(criterion, kind)):
                if finding.id:
                    yield "id", number, f"criteria/{number}.yaml", (kind, index, "id"), finding.id
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
                yield "id", file, file, (key, index, "id"), name


def _answered(subject: Subject) -> Iterator[Named]:
    file = "recommendations.yaml"
    recommendations = subject.area.recommendations
    for index, recommendation in enumerate(recommendations.recommendations if recommendations else ()):
        for inner, number in enumerate(recommendation.criteria):
            path: Path = ("recommendations", index, "criteria", inner)
            yield "criterion", f"{file} {index}", file, path, number


def _measures(subject: Subject) -> Iterator[Named]:
    file = "performance.yaml"
    performance = subject.area.performance
    for index, domain in enumerate(performance.domains if performance else ()):
        for kind in ("metrics", "information"):
            for inner, metric in enumerate(getattr(domain, kind)):
                yield "measure", f"{file} {index}", file, ("domains", index, kind, inner, "name"), metric.name
