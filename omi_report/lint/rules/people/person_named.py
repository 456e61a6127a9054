"""OMI615: somebody is named in a text that is no story."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.inspection import Inspection, remembered
from omi_report.lint.declaration import whole
from omi_report.lint.report_words import small_words
from omi_report.lint.rules.people.names import Name
from omi_report.lint.rules.people.persons import known_people, people_in
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.people.stories import told
from omi_report.lint.scalars import scalars
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.folder import SourceFile
from omi_report.source.places import IDENTITY_FILE
from omi_report.source.tree import Scalar

RULE = Rule(
    "OMI615",
    "person-named",
    Severity.WARNING,
    "A finding, another text, a title, a label or a note holds what looks like the name of a person: a common given "
    "name, a name after Mr or Mrs, an initial with a family name, or a name beside a role, a relative or a case. Whom "
    "area.yaml names, those who sign, places and organisations are passed over, and stories have a rule of their own "
    "(OMI610).",
    "A report names no offender, no victim and no member of staff. What is printed cannot be taken back.",
    bad="In the case of Darren Hollis no plan had been made.",
    good="In one case no plan had been made.",
)


@whole(knows="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find names in every published value but those of stories; each name once in each of them."""
    area = inspection.area
    known = known_people(area) | {
        name for _file, story in area.ask(lambda kind: kind.stories) for name in story.pseudonyms
    }
    words = {word for name in known for word in name.split()}
    for file, value in _values(inspection):
        seen: set[str] = set()
        for name in people_in(value, small_words(inspection)):
            said = " ".join(name.words).removesuffix("'s").removesuffix("’s")
            if said in known or said in seen or (len(name.words) > 1 and words.issuperset(name.words)):
                continue
            seen.add(said)
            yield _problem(file, value, name)


def _problem(file: SourceFile, value: Scalar, name: Name) -> Problem:
    said = " ".join(name.text.split())
    length = length_on_line(file, value, name.start, name.start + len(name.text))
    message = f"«{said}» may be the name of a person"
    hint = "leave it out: one person, a victim, a member of staff; say so in a comment where the name is public"
    return RULE.at(file.inside(value, name.start), message, hint, length=length)


@remembered
def _values(inspection: Inspection) -> tuple[tuple[SourceFile, Scalar], ...]:
    """The values of some words, outside of stories, of the framework and of the list of the team."""
    area = inspection.area
    stories = {id(text.value) for text in told(area)}
    passed_over = {area.framework_file, *(name for name, _listed in area.ask(lambda kind: kind.abbreviations))}
    return tuple(
        (file, value)
        for file, value in scalars(inspection)
        if " " in value
        and id(value) not in stories
        and file.name not in passed_over
        and (file.name != IDENTITY_FILE or len(value.split()) > _LONGEST_NAME)
    )


_LONGEST_NAME = 5
"""In area.yaml: what is longer than so many words is a text and no name of the team."""
