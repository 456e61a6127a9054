"""Whether a framework is consistent: each number and each id stands for one thing, and for something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import TypeAlias

from omi_report.language.english import a
from omi_report.language.known import ENGLISH
from omi_report.language.language import Language
from omi_report.language.terms import THINGS
from omi_report.model.answer_flaws import answer_flaws
from omi_report.model.attribute_flaws import attribute_flaws, unknown_flaws
from omi_report.model.calendar_flaws import calendar_flaws
from omi_report.model.column_flaws import column_flaws, minimum_flaws
from omi_report.model.file_flaws import file_flaws, shown_flaws
from omi_report.model.finding_flaws import finding_flaws, recommending_flaws, unprinted_flaws
from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.half_read import UnsoundError
from omi_report.model.kinds import Kinds
from omi_report.model.name_flaws import heading_flaws, name_flaws, question_flaws
from omi_report.model.number_flaws import number_flaws
from omi_report.model.part_flaws import empty_part_flaws, led_nowhere, part_flaws, unprinted_keys
from omi_report.model.places_in_framework import criteria_in, key_questions_in, questions_in
from omi_report.model.rating_flaws import rating_flaws
from omi_report.model.sampling_flaws import sampling_flaws
from omi_report.model.scale_flaws import scale_flaws
from omi_report.model.shape import find_value
from omi_report.model.thread_flaws import thread_flaws
from omi_report.model.wording_flaws import capital_flaws, line_flaws, term_flaws, title_flaws
from omi_report.numbering import as_written, digits_of, letters_of
from omi_report.problems import Problem
from omi_report.source.folder import SourceFile
from omi_report.source.tree import Path

Check: TypeAlias = Callable[[Framework, Kinds], Iterable[Flaw]]
"""A check of a framework: it looks at the framework and at the kinds of part, and at nothing else."""


def problem_of(flaw: Flaw, file: SourceFile) -> Problem:
    """Return a flaw as a problem at its place in the framework's file."""
    return flaw.rule.at(file.at(flaw.path, key=flaw.key), flaw.message, flaw.hint, length=_length(flaw, file))


def _length(flaw: Flaw, file: SourceFile) -> int:
    return len(str(flaw.path[-1])) if flaw.key else len(find_value(file, flaw.path) or " ")


def flaws(framework: Framework, kinds: Kinds) -> Iterator[Flaw]:
    """Yield every flaw of a framework that would break scores, references or texts, in the programme's words.

    ``kinds`` are the kinds of part that there are. Of a framework that was read by half, a check finds what it can
    before it asks for a key that is not sound.
    """
    english = _english(framework)
    for check in CHECKS:
        with suppress(UnsoundError):
            for flaw in check(framework, kinds):
                yield flaw._replace(message=english.in_terms(flaw.message), hint=english.in_terms(flaw.hint))


def _english(framework: Framework) -> Language:
    """English with the programme's words, as far as these are sound."""
    try:
        return framework.english
    except UnsoundError:
        return ENGLISH.with_terms({})


def _alone(find: Callable[[Framework], Iterable[Flaw]]) -> Check:
    """A check that needs no kinds."""
    return lambda framework, _kinds: find(framework)


def _names(framework: Framework) -> Iterator[Flaw]:
    """Numbers and ids that are given twice."""
    sections = framework.sections
    yield from twice(
        "%(term_section)s", [(("sections", at, "number"), each.number) for at, each in enumerate(sections)]
    )
    yield from _two_things(framework)

    yield from twice("%(term_criterion)s", [((*path, "number"), each.number) for path, each in criteria_in(framework)])
    yield from twice("%(term_question)s", [((*path, "id"), question.id) for path, question in questions_in(framework)])
    yield from twice("%(term_key_question)s", [((*path, "id"), each.id) for path, each in key_questions_in(framework)])
    for name, what in _LISTS.items():
        yield from twice(what, [((name, at, "id"), each.id) for at, each in enumerate(getattr(framework, name))])
    for at, survey in enumerate(framework.surveys):
        path: Path = ("surveys", at, "questions")
        yield from twice(
            "%(term_question)s of the survey",
            [((*path, inner, "id"), each.id) for inner, each in enumerate(survey.questions)],
        )


_LISTS = {
    "scales": "scale",
    "threads": "%(term_thread)s",
    "surveys": "survey",
    "boxes": "kind of box",
}
"""The lists of a framework whose entries are known by an id, and what each entry is."""


def _two_things(framework: Framework) -> Iterator[Flaw]:
    """Numbers that a section has and a criterion, a question or a thread too: nobody can ask for one of the two."""
    named: dict[str, str] = {}
    numbered: list[tuple[str, Path, str]] = [
        *(("%(term_section)s", ("sections", at, "number"), each.number) for at, each in enumerate(framework.sections)),
        *(("%(term_criterion)s", (*path, "number"), each.number) for path, each in criteria_in(framework)),
        *(("%(term_question)s", (*path, "id"), each.id) for path, each in questions_in(framework)),
        *(("%(term_thread)s", ("threads", at, "id"), each.id) for at, each in enumerate(framework.threads)),
        *(("%(term_key_question)s", (*path, "id"), each.id) for path, each in key_questions_in(framework)),
    ]
    for what, path, number in numbered:
        if named.setdefault(number, what) != what:
            hint = "put letters before one of the two numbers (Q1), or choose another"
            yield Flaw(path, f"there is a {named[number]} «{number}» and a {what} «{number}»", hint)


def _words(framework: Framework) -> Iterator[Flaw]:
    """Words of the programme that stand for two things, or for one thing that has omi's word."""
    taken: dict[str, str] = {}
    for thing, one, several in zip(THINGS, framework.terms[::2], framework.terms[1::2], strict=True):
        own = getattr(framework.words, thing) is not None
        for key, word in (("one", one), ("several", several)):
            other = taken.setdefault(word.casefold(), thing)
            if other == thing:
                continue
            meant, key_at = (thing, key) if own else (other, "one")
            things = [a(each.replace("_", " ")) for each in (other, thing)]
            message = f"the word «{word}» stands for {things[0]} and for {things[1]} (words.{other}, words.{thing})"
            yield Flaw(("words", meant, key_at), message, "give each a word of its own: readers tell them apart by it")


def _sections(framework: Framework) -> Iterator[Flaw]:
    """Criteria whose number is that of another section: readers look for 3.1 in section 3.

    Letters do not count, and a number without dots may stand in any section.
    """
    for path, criterion in criteria_in(framework):
        section = framework.sections[int(path[1])]
        digits, home = digits_of(criterion.number), digits_of(section.number)
        if "." in digits and not digits.startswith(f"{home}."):
            stands = f"stands in %(term_section)s {as_written(section.number)}"
            message = f"the %(term_criterion)s {as_written(criterion.number)} {stands}"
            meant = next((each for each in framework.sections if digits.startswith(f"{digits_of(each.number)}.")), None)
            hint = f"number it {letters_of(criterion.number)}{home}.…"
            if meant:
                hint += f", or move it to %(term_section)s {as_written(meant.number)}"
            yield Flaw((*path, "number"), message, hint)


def _threads(framework: Framework) -> Iterator[Flaw]:
    numbers = [section.number for section in framework.sections]
    for at, thread in enumerate(framework.threads):
        for inner, number in enumerate(thread.sections):
            if number not in numbers:
                yield Flaw(
                    ("threads", at, "sections", inner),
                    f"there is no %(term_section)s {number}",
                    f"the framework has {', '.join(numbers)}",
                )


def _applied(framework: Framework) -> Iterator[Flaw]:
    """Questions that name unknown attributes or values."""
    for path, question in questions_in(framework):
        for attribute, values in question.applies_to.items():
            place: Path = (*path, "applies_to", attribute)
            yield from unknown_flaws(
                framework,
                place,
                attribute,
                enumerate(values),
                hint=lambda _value, known: f"it is one of {', '.join(known)}",
            )


def _summaries(framework: Framework) -> Iterator[Flaw]:
    """Summary questions after the first of a criterion or a key question."""
    for path, name, asked in (
        *(
            (path, f"%(term_criterion)s {as_written(each.number)}", each.questions)
            for path, each in criteria_in(framework)
        ),
        *(
            (path, f"the %(term_key_question)s {as_written(each.id)}", each.questions)
            for path, each in key_questions_in(framework)
        ),
    ):
        for at in [at for at, question in enumerate(asked) if question.summary][1:]:
            message = f"{name} has more than one summary %(term_question)s"
            yield Flaw((*path, "questions", at, "summary"), message, "leave «summary: yes» at one of them", key=True)


CHECKS: tuple[Check, ...] = (
    part_flaws,
    file_flaws,
    shown_flaws,
    led_nowhere,
    unprinted_keys,
    empty_part_flaws,
    _alone(heading_flaws),
    _alone(finding_flaws),
    unprinted_flaws,
    recommending_flaws,
    _alone(name_flaws),
    _alone(question_flaws),
    _alone(_names),
    _alone(attribute_flaws),
    _alone(_words),
    _alone(_sections),
    _alone(number_flaws),
    _alone(_threads),
    _alone(thread_flaws),
    _alone(_applied),
    _alone(_summaries),
    _alone(answer_flaws),
    _alone(column_flaws),
    _alone(minimum_flaws),
    _alone(title_flaws),
    _alone(capital_flaws),
    _alone(term_flaws),
    _alone(line_flaws),
    _alone(scale_flaws),
    _alone(rating_flaws),
    _alone(calendar_flaws),
    _alone(sampling_flaws),
)
"""All checks: each goes on where others find something, and as far as what it looks at is sound."""
