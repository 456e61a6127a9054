"""OMI304: a file names a criterion, section, thread or rating that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.language.terms import value_for
from omi_report.lint.declaration import whole
from omi_report.model.attributes import name_of_attribute
from omi_report.model.facts import PreviousRating, StatedRating
from omi_report.model.framework import ON_SCALE
from omi_report.problems import Problem, Rule, Severity, closest
from omi_report.source.tree import Path

RULE = Rule(
    "OMI304",
    "unknown-name",
    Severity.ERROR,
    "A recommendation, story, summary or rating names something that the framework does not have.",
    "It would be printed under no heading, or not at all.",
    bad="criterion: 4.5\nrating: unmet",
    good="criterion: 4.5\nrating: not-met",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold the names in the area's files against the framework's."""
    framework = inspection.area.framework
    for file, each in inspection.area.ask(lambda kind: kind.framework_names):
        known = framework.names(each.what)
        sample = name_of_attribute(framework.sample_by, framework.attributes)
        what = sample if each.what == "sample" else value_for(each.what)
        if each.name in known or (each.optional and not known):
            continue
        nearest = closest(each.name, known)
        hint = f"did you mean «{nearest[0]}»?" if nearest else f"the framework has {', '.join(known) or 'none'}"
        place = inspection.area.at(file, each.path, key=each.key)
        lacking = f"the framework has no {what}"
        if each.what.startswith(ON_SCALE):
            lacking = f"the scale «{each.what.removeprefix(ON_SCALE)}» has no %(term_rating)s"
        yield RULE.at(place, f"{lacking} «{each.name}»", hint, length=len(each.name))
    yield from _ratings(inspection)


def _ratings(inspection: Inspection) -> Iterator[Problem]:
    """Hold the ratings that the area states, today's and those of before, against their scales."""
    area = inspection.area
    scales = {result.key: result.scale for result in inspection.scores.results}
    named: list[tuple[str, Path, StatedRating | PreviousRating]]
    named = [(file, (*each.path, "rating"), each) for file, each in area.stated_ratings().values()]
    named += [(file, each.path, each) for file, each in area.ask(lambda kind: kind.previous_ratings)]
    for file, path, each in named:
        scale = scales.get((each.level, each.number))
        if each.rating is None or scale is None or scale.named(each.rating) is not None:
            continue
        known = [band.id for band in scale.bands]
        nearest = closest(each.rating, known)
        hint = f"did you mean «{nearest[0]}»?" if nearest else f"it has {', '.join(known)}"
        message = f"the scale «{scale.id}» has no %(term_rating)s «{each.rating}»"
        yield RULE.at(area.at(file, path), message, hint, length=len(each.rating))
