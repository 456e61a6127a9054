"""What a report has several of, as its texts call it: recommendations, sections, criteria, examples, cases, replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from omi_report.inspection import Inspection, remembered
from omi_report.language.terms import OMI
from omi_report.scoring.results import Scored


class Counted(NamedTuple):
    """Something that a report has several of: its words, how many there are, and other numbers that are right too.

    ``own`` says that the word alone means the report's own; another needs the report to be named beside it.
    """

    words: tuple[str, ...]
    number: int
    parts: frozenset[int]
    own: bool


@remembered
def inventory(inspection: Inspection) -> tuple[Counted, ...]:
    """Return what the report has several of."""
    framework, terms = inspection.framework, inspection.framework.terms
    listed = [prose for prose, _parsed in inspection.texts if prose.manner == "recommended" and len(prose.path) > 1]
    asked = len({(prose.file, prose.path[:2]) for prose in listed if isinstance(prose.path[1], int)})
    told = {
        (file, each.path[:-1])
        for file, each in inspection.area.ask(lambda kind: kind.citations)
        if each.sense == "example"
    }
    of_sections = frozenset({*(len(section.criteria) for section in framework.sections), *_rated_alike(inspection)})
    examples = ("examples of good practice", "good practice examples", "examples of effective practice")
    found = (
        Counted(_words(OMI.recommendations, terms.recommendations), asked, _by_addressee(inspection), False),
        Counted(_words(terms.sections), len(framework.sections), frozenset(), terms.sections == OMI.sections),
        Counted(_words(terms.criteria), len(framework.criteria), of_sections, terms.criteria == OMI.criteria),
        Counted(examples, len(told), frozenset(), False),
    )
    return tuple(each for each in found if each.number)


def _rated_alike(inspection: Inspection) -> Iterator[int]:
    """How many criteria have a score, and how many are on each scale: «the 14 criteria with scores» is right, too."""
    results = inspection.scores.criteria.values()
    yield sum(isinstance(each.score, Scored) for each in results)
    yield from Counter(each.scale.id for each in results if each.scale).values()


def _by_addressee(inspection: Inspection) -> frozenset[int]:
    """How many recommendations each addressee has: «we make three recommendations to the region» is right, too."""
    named = inspection.area.ask(lambda kind: kind.framework_names)
    return frozenset(Counter(each.name for _file, each in named if each.what == "addressee").values())


def _words(*several: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.casefold() for each in several))


class Sampled(NamedTuple):
    """The cases of a sample, or those of one kind: what they are called, and how many there are."""

    words: tuple[str, ...]
    number: int


@remembered
def sampled(inspection: Inspection) -> tuple[Sampled, ...]:
    """Return the kinds of cases in the sample, by the words for each."""
    framework = inspection.framework
    attribute = framework.attributes.get(framework.sample_by)
    names = attribute.names if attribute else {}
    return tuple(
        Sampled(
            _words(value.replace("-", " "), names.get(value, value), names.get(value, value).split(" after ")[0]),
            number,
        )
        for value, number in inspection.area.identity.sample.items()
    )


@remembered
def replies(inspection: Inspection) -> tuple[Counted, ...]:
    """Return who answered surveys, and how many of each."""
    titles = {survey.id: survey.title for survey in inspection.framework.surveys}
    return tuple(
        Counted(_words(titles.get(name, name), name.replace("-", " ")), answers.size, frozenset(), True)
        for name, answers in inspection.area.evidence.surveys.items()
    )
