"""OMI303: a percentage names a question, survey or attribute that the framework does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.model.area import Named
from omi_report.problems import Problem, Rule, Severity, meant_or
from omi_report.source.tree import Path

RULE = Rule(
    "OMI303",
    "unknown-question",
    Severity.ERROR,
    "An entry of percentages names a question, a survey, an attribute or a value that the framework does not have.",
    "The figure could never be traced to the answers that it came from.",
    bad="screening-done: {percent: 97, question: 1.2.99}",
    good="screening-done: {percent: 97, question: 1.2.1}",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Hold what each percentage says of its source against the framework."""
    for named in inspection.percentages.values():
        yield from _source(inspection, named)
        yield from _cases(inspection, named)


def _source(inspection: Inspection, named: Named) -> Iterator[Problem]:
    percentage, framework = named.percentage, inspection.area.framework
    if percentage.survey is not None:
        surveys = framework.surveys_by_id
        if percentage.survey not in surveys:
            yield _problem(inspection, named, ("survey",), "survey", percentage.survey, list(surveys))
            return
        known = [question.id for question in surveys[percentage.survey].questions]
    else:
        known = list(framework.questions)
    if percentage.question is not None and percentage.question not in known:
        what = framework.terms.question if percentage.survey is None else "question"
        yield _problem(inspection, named, ("question",), what, percentage.question, known)


def _cases(inspection: Inspection, named: Named) -> Iterator[Problem]:
    survey = named.percentage.survey
    framework = inspection.area.framework
    if survey is not None and survey not in framework.surveys_by_id:
        return
    attributes = framework.attributes_of(survey)
    owner = "the framework" if survey is None else f"the survey «{survey}»"
    for attribute, values in named.percentage.where.items():
        if attribute not in attributes:
            yield _problem(inspection, named, ("where", attribute), "attribute", attribute, list(attributes), owner)
            continue
        for value in values:
            if value not in attributes[attribute].ids:
                yield _problem(
                    inspection, named, ("where", attribute), attribute, value, attributes[attribute].ids, owner
                )


def _problem(
    inspection: Inspection,
    named: Named,
    path: Path,
    what: str,
    found: str,
    known: Sequence[str],
    owner: str = "the framework",
) -> Problem:
    few = f"{owner} has {', '.join(known)}" if 0 < len(known) <= 12 else "see the framework's list"
    place = inspection.area.at(named.file, (*named.path, *path), key=what == "attribute")
    return RULE.at(
        place,
        f"{owner} has no {what} «{found}»",
        meant_or(few, found, known),
        length=len(found),
    )
