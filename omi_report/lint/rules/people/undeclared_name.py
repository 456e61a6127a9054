"""OMI610: a name in a story is not declared as a pseudonym."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator
from functools import cache

from omi_report.inspection import Inspection
from omi_report.lint.declaration import whole
from omi_report.lint.report_words import small_words
from omi_report.lint.rules.language.lexicon import is_common
from omi_report.lint.rules.people.names import Name, is_of_something
from omi_report.lint.rules.people.persons import known_people, people_in
from omi_report.lint.rules.people.published import length_on_line
from omi_report.lint.rules.people.stories import Told, told, unused
from omi_report.lint.rules.references.known_names import known_names
from omi_report.problems import Problem, Rule, Severity
from omi_report.prose.view import view_of

RULE = Rule(
    "OMI610",
    "undeclared-name",
    Severity.WARNING,
    "An example of good practice, or what service users said, holds a common given name, or a name after Mr, Mrs, Ms "
    "or Miss, that is not among the story's pseudonyms; a surname stands behind a pseudonym that was declared without "
    "it; or the story does not use a pseudonym, and has a word that may be the name in its place. Places, "
    "organisations and the inspection team are passed over.",
    "Nobody can see from the text that the name was changed. If it was not, the report names an offender or a victim.",
    bad="title: Responding to changes\ntext: Mary was given an order that included treatment.",
    good="title: Responding to changes\npseudonyms: [Mary]\ntext: Mary was given an order that included treatment.",
)


@whole(knows="en")
def check(inspection: Inspection) -> Iterator[Problem]:
    """Find names in stories and in the texts about service users; each name once in each of them."""
    known = known_people(inspection.area)
    small = small_words(inspection)
    for text in told(inspection.area):
        seen = {word for pseudonym in text.pseudonyms for word in pseudonym.split()}
        declared = frozenset(seen)
        for surname in _surnames(text, declared, small):
            seen.update(surname.words)
            yield _with_surname(text, surname)
        for name in (*people_in(text.value, small), *_in_place_of(inspection, text, declared)):
            if seen.isdisjoint(name.words) and " ".join(name.words) not in known:
                seen.update(name.words)
                yield _problem(text, name)


def _surnames(text: Told, declared: Container[str], small: Container[str]) -> Iterator[Name]:
    """The pseudonyms of a story behind which another name stands, with it."""
    if not text.pseudonyms:
        return
    for match in _two_words().finditer(view_of(text.value).prose):
        first, last = match.groups()
        if first in declared and last not in declared and not is_of_something(last) and last.lower() not in small:
            yield Name(match.start(), match.group(), (first, last))


def _in_place_of(inspection: Inspection, text: Told, declared: Container[str]) -> Iterator[Name]:
    """Words that may be names in a story that does not use its pseudonym: they stand in it alone and are no place."""
    if not any(unused(text.all_of_it, each) for each in text.pseudonyms):
        return
    names, small = known_names(inspection), small_words(inspection)
    here = Counter(_word().findall(text.all_of_it))
    view = view_of(text.value)
    for match in _single().finditer(view.prose):
        word = match["name"]
        if word.lower() in small or word in declared or is_of_something(word) or names.times[word] > here[word]:
            continue
        if view.begins_sentence(match.start()) and is_common(word.lower()):
            continue
        yield Name(match.start("name"), word, (word,))


def _with_surname(text: Told, name: Name) -> Problem:
    first, last = name.words
    message = f"«{last}» stands behind the pseudonym «{first}», and is no part of it"
    hint = f"remove it; if it was changed, too, list the whole name: pseudonyms: [{first} {last}]"
    length = length_on_line(text.file, text.value, name.start, name.start + len(name.text))
    return RULE.at(text.file.inside(text.value, name.start), message, hint, length=length)


def _problem(text: Told, name: Name) -> Problem:
    said = " ".join(name.text.split())
    message = f"«{said}» may be a person's own name"
    first = name.words[0]
    hint = f"if {first} is made up already, write pseudonyms: [{first}]; if not, choose another name, and list that"
    if text.pseudonyms:
        meant = " or ".join(text.pseudonyms)
        hint = f"write {meant}, if that is meant; else choose another name for it, and list that among the pseudonyms"
    if not text.is_story:
        hint = "leave it out: one person, a victim"
    length = length_on_line(text.file, text.value, name.start, name.start + len(name.text))
    return RULE.at(text.file.inside(text.value, name.start), message, hint, length=length)


@cache
def _two_words() -> re.Pattern[str]:
    return re.compile(r"(?<![\w'’-])([A-Z][a-zà-ÿ]+)\s+((?:[A-Z]['’])?[A-Z][a-zà-ÿ]+)(?![\w-]|\s+[A-Z])")


@cache
def _single() -> re.Pattern[str]:
    """A capitalised word alone, of somebody and not behind «in» and the like."""
    return re.compile(
        r"(?<![\w'’&/-])(?<!\b[Ii]n\s)(?<!\b[Aa]t\s)(?<!\b[Nn]ear\s)(?<!\b[Ff]rom\s)(?<!\b[Tt]he\s)(?<!\b[Aa]\s)"
        r"(?P<name>[A-Z][a-zà-ÿ]{2,})(?:['’]s)?(?![\w'’&/-]|\s+[A-Z])"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")
