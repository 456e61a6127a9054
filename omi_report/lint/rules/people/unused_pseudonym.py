"""OMI611: a story declares a pseudonym that it does not use."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.rules.people.stories import texts_of, unused
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI611",
    "unused-pseudonym",
    Severity.WARNING,
    "An example of good practice declares a pseudonym that neither its title nor its text uses.",
    "The text may still call the person by another name: perhaps by his or her own.",
    bad="pseudonyms: [Mary]\ntext: Mandy was given an order that included treatment.",
    good="pseudonyms: [Mary]\ntext: Mary was given an order that included treatment.",
)


@whole
def check(inspection: Inspection) -> Iterator[Problem]:
    """Look for each pseudonym in its story."""
    area = inspection.area
    for file, story in area.ask(lambda kind: kind.stories):
        words = "\n".join(text.value for text in texts_of(area, file, story))
        for place, name in enumerate(story.pseudonyms):
            if story.declared and unused(words, name):
                location = area.at(file, (*story.declared, place))
                hint = "remove it, or look for the name that stands in its place"
                yield RULE.at(location, f"the story does not use the pseudonym «{name}»", hint, length=len(name))
