"""OMI610: a name in a story is not declared as a pseudonym."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.report_words import small_words
from omi_report.lint.rules.people.names import Name
from omi_report.lint.rules.people.persons import known_people, people_in
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.people.stories import Told, told
from omi_report.problems import Problem, Rule, Severity

RULE = Rule(
    "OMI610",
    "undeclared-name",
    Severity.WARNING,
    "An example of good practice, or what service users said, holds a common given name, or a name after Mr, Mrs, Ms "
    "or Miss, that is not among the story's pseudonyms. Places, organisations and the inspection team are passed over.",
    "Nobody can see from the text that the name was changed. If it was not, the report names an offender or a victim.",
    bad="title: Responding to changes\ntext: Mary was given an order that included treatment.",
    good="title: Responding to changes\npseudonyms: [Mary]\ntext: Mary was given an order that included treatment.",
)


@whole(knows="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find names in stories and in the texts about service users; each name once in each of them."""
    known = known_people(inspection.area)
    for text in told(inspection.area):
        seen = {word for pseudonym in text.pseudonyms for word in pseudonym.split()}
        for name in people_in(text.value, small_words(inspection)):
            if seen.isdisjoint(name.words) and " ".join(name.words) not in known:
                seen.update(name.words)
                yield _problem(text, name)


def _problem(text: Told, name: Name) -> Problem:
    said = " ".join(name.text.split())
    message = f"«{said}» may be a person's own name"
    hint = f"change it, and list the new name: pseudonyms: [{name.words[0]}]"
    if not text.is_story:
        hint = "leave it out: one offender, a victim"
    length = length_on_line(text.file, text.value, name.start, name.start + len(name.text))
    return RULE.at(text.file.inside(text.value, name.start), message, hint, length=length)
