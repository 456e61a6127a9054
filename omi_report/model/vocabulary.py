"""The names that an area can use because its framework has them, each with what it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from omi_report.model.framework import Framework
from omi_report.model.rated import RatedThings, rated_things
from omi_report.model.scales import Band
from omi_report.numbering import as_written

RATING = "rating: "
"""What the key of a rating names, with the level of what is rated: ``rating: criterion``."""

OVERALL = "overall"


class Choice(NamedTuple):
    """A name with what it stands for; ``values`` are those that an attribute can have, each with its own name.

    ``written`` is another way to write it, if there is one: `P 1.1` for `P1.1`.
    """

    name: str
    about: str = ""
    values: tuple[tuple[str, str], ...] = ()
    written: str = ""


Choices = tuple[Choice, ...]


@dataclass(frozen=True)
class Vocabulary:
    """The names of a framework by what they name."""

    framework: Framework

    def choices(self, what: str) -> Choices:
        """Return the names of criteria, sections and the like. Raises KeyError for what nothing in a framework is."""
        return self._all[what]

    def ratings(self, level: str, name: str = "") -> Choices:
        """Return the bands that something can be rated with: a criterion, a section, or all that are of a level."""
        found: dict[str, Choice] = {}
        for thing in self._things.all:
            if thing.level.replace("-", " ") == level and name in ("", thing.number):
                scale = self._things.scale_of(thing)
                for band in scale.bands if scale else ():
                    found.setdefault(band.id, Choice(band.id, _band(band)))
        return tuple(found.values())

    @cached_property
    def _things(self) -> RatedThings:
        return rated_things(self.framework)

    def _attributes(self) -> Choices:
        """The attributes of cases, and those of all who answered a survey."""
        declared = [self.framework.attributes, *(survey.attributes for survey in self.framework.surveys)]
        found = {name: attribute.name or "" for each in reversed(declared) for name, attribute in each.items()}
        return tuple(Choice(name, about, self._values_of(name)) for name, about in sorted(found.items()))

    def _values_of(self, attribute: str) -> tuple[tuple[str, str], ...]:
        """The values of an attribute with their names, of cases first."""
        declared = [self.framework.attributes, *(survey.attributes for survey in self.framework.surveys)]
        listed = [value for each in declared if attribute in each for value in each[attribute].values]
        return tuple({value.id: (value.id, value.name if value.name != value.id else "") for value in listed}.values())

    @cached_property
    def _all(self) -> dict[str, Choices]:
        framework = self.framework
        surveys = framework.surveys
        asked = [Choice(each.id, each.text, written=_written(each.id)) for each in framework.questions.values()]
        asked += [Choice(each.id, f"{survey.title}: {each.text}") for survey in surveys for each in survey.questions]
        return {
            "criterion": tuple(
                Choice(number, each.title, written=_written(number)) for number, each in framework.criteria.items()
            ),
            "section": tuple(
                Choice(each.number, each.title, written=_written(each.number)) for each in framework.sections
            ),
            "thread": tuple(Choice(each.id, each.title) for each in framework.threads),
            "key question": tuple(
                Choice(name, each.text, written=_written(name)) for name, each in framework.key_questions.items()
            ),
            "question": tuple({choice.name: choice for choice in reversed(asked)}.values())[::-1],
            "survey": tuple(Choice(each.id, each.title) for each in surveys),
            "attribute": self._attributes(),
            "sample": tuple(Choice(*value) for value in self._values_of(framework.sample_by)),
            "addressee": tuple(Choice(each.id, each.heading) for each in framework.recommendations.addressees),
            "kind of box": tuple(Choice(each.id, each.name) for each in framework.boxes),
        }


def _band(band: Band) -> str:
    return band.name if band.lowest is None else f"{band.name}, from {band.lowest}"


def _written(number: str) -> str:
    """A number as the framework writes it, where that is not its name."""
    written = as_written(number)
    return written if written != number else ""
