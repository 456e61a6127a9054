"""OMI304: a file names a criterion, section, thread, grade or band that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omi_report.lint.declaration import whole
from omi_report.lint.subject import Subject
from omi_report.problems import Problem, Rule, Severity, closest
from omi_report.source.tree import Path

RULE = Rule(
    "OMI304",
    "unknown-name",
    Severity.ERROR,
    "A recommendation, story, summary, grade or conclusion names something that the framework does not have.",
    "It would be printed under no heading, or not at all.",
    bad="criterion: 4.5\ngrade: unmet",
    good="criterion: 4.5\ngrade: not-met",
)


@whole
def check(subject: Subject) -> Iterator[Problem]:
    """Hold the names in the area's files against the framework's."""
    for file, path, what, found, known in _names(subject):
        if found in known:
            continue
        nearest = closest(found, known)
        hint = f"did you mean «{nearest[0]}»?" if nearest else f"the framework has {', '.join(known) or 'none'}"
        place = subject.area.at(file, path, key=what in ("section", "thread", "case type"))
        yield RULE.at(place, f"the framework has no {what} «{found}»", hint, length=len(found))


def _names(subject: Subject) -> Iterator[tuple[str, Path, str, str, Sequence[str]]]:
    area, framework = subject.area, subject.area.framework
    criteria = list(framework.criteria)
    for case_type in area.identity.sample:
        yield "area.yaml", ("sample", case_type), "case type", case_type, framework.attributes.get("case_type", ())
    if area.recommendations:
        for index, recommendation in enumerate(area.recommendations.recommendations):
            for inner, number in enumerate(recommendation.criteria):
                path: Path = ("recommendations", index, "criteria", inner)
                yield "recommendations.yaml", path, "criterion", number, criteria
    if area.good_practice:
        for index, story in enumerate(area.good_practice.stories):
            yield "good-practice.yaml", ("stories", index, "criterion"), "criterion", story.criterion, criteria
    if area.summary:
        sections = [section.number for section in framework.sections]
        for number in area.summary.sections:
            yield "summary.yaml", ("sections", number), "section", number, sections
        for thread in area.summary.threads:
            yield "summary.yaml", ("threads", thread), "thread", thread, [known.id for known in framework.threads]
    if area.performance:
        yield from _performance_grades(subject)
    for number, criterion in area.criteria.items():
        file = f"criteria/{number}.yaml"
        if criterion.grade is not None:
            yield file, ("grade",), "grade", criterion.grade, [grade.id for grade in framework.grades]
        if criterion.conclusion is not None:
            yield file, ("conclusion",), "band", criterion.conclusion, [band.id for band in framework.bands]


def _performance_grades(subject: Subject) -> Iterator[tuple[str, Path, str, str, Sequence[str]]]:
    performance = subject.area.performance
    known = [grade.id for grade in subject.area.framework.performance_grades]
    if performance is None or not known:
        return
    file, what = "performance.yaml", "performance grade"
    yield file, ("area_grade",), what, performance.area_grade, known
    for index, domain in enumerate(performance.domains):
        yield file, ("domains", index, "grade"), what, domain.grade, known
        for kind in ("metrics", "information"):
            for inner, metric in enumerate(getattr(domain, kind)):
                if metric.grade is not None and metric.grade != "n/a":
                    yield file, ("domains", index, kind, inner, "grade"), what, metric.grade, known
