"""OMI304: a file names a criterion, section, thread, grade or band that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.problems import Problem, Rule, Severity, closest

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
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the names in the area's files against the framework's."""
    framework = inspection.area.framework
    for file, each in inspection.area.ask(lambda kind: kind.framework_names):
        known = framework.names(each.what)
        if each.name in known or (each.optional and not known):
            continue
        nearest = closest(each.name, known)
        hint = f"did you mean «{nearest[0]}»?" if nearest else f"the framework has {', '.join(known) or 'none'}"
        place = inspection.area.at(file, each.path, key=each.key)
        yield RULE.at(place, f"the framework has no {each.what} «{each.name}»", hint, length=len(each.name))
