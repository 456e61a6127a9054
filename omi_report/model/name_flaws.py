"""Things of a framework that readers could not tell from each other, since they are called alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.places_in_framework import criteria_in
from omi_report.model.questions import Question
from omi_report.problems import excerpt
from omi_report.source.tree import Path


class _Named(NamedTuple):
    """What something is called, where that stands, and by which id it is known."""

    path: Path
    name: str
    id: str


def name_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield what is called as something else of its kind is, beside which readers would find it."""
    sections = enumerate(framework.sections)
    yield from _called(
        "%(term_section)s", (_Named(("sections", at, "title"), each.title, each.number) for at, each in sections)
    )
    for at, section in enumerate(framework.sections):
        path: Path = ("sections", at, "criteria")
        criteria = enumerate(section.criteria)
        yield from _called(
            "%(term_criterion)s", (_Named((*path, inner, "title"), each.title, each.number) for inner, each in criteria)
        )
    threads = enumerate(framework.threads)
    yield from _called(
        "%(term_thread)s", (_Named(("threads", at, "title"), each.title, each.id) for at, each in threads)
    )
    boxes = enumerate(framework.boxes)
    yield from _called("kind of box", (_Named(("boxes", at, "name"), each.name, each.id) for at, each in boxes))
    for key in ("singular", "plural"):
        found = enumerate(framework.findings)
        yield from _called(
            "kind of finding", (_Named(("findings", at, key), getattr(each, key), each.id) for at, each in found)
        )
    made = enumerate(framework.recommendations.addressees)
    path = ("recommendations", "addressees")
    yield from _called("addressee", (_Named((*path, at, "heading"), each.heading, each.id) for at, each in made))


def heading_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the parts that have the heading of another, and the passages of a part that have that of another."""
    parts = [(at, each) for at, each in enumerate(framework.parts) if each.heading]
    yield from _called("part", (_Named(("parts", at, "heading"), each.heading or "", each.name) for at, each in parts))
    for at, part in parts:
        passages = enumerate(part.blocks)
        path: Path = ("parts", at, "blocks")
        yield from _called(
            "passage", (_Named((*path, inner, "heading"), each.heading, str(inner)) for inner, each in passages)
        )


def question_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the questions that are asked twice, and the surveys that ask nothing."""
    for path, criterion in criteria_in(framework):
        yield from _asked_again((*path, "questions"), criterion.questions)
        for at, each in enumerate(criterion.key_questions):
            yield from _asked_again((*path, "key_questions", at, "questions"), each.questions)
        grouped = enumerate(criterion.key_questions)
        yield from _called(
            "%(term_key_question)s",
            (_Named((*path, "key_questions", at, "text"), each.text, each.id) for at, each in grouped),
        )
    surveys = enumerate(framework.surveys)
    yield from _called("survey", (_Named(("surveys", at, "title"), each.title, each.id) for at, each in surveys))
    for at, survey in enumerate(framework.surveys):
        place: Path = ("surveys", at)
        asked = enumerate(survey.questions)
        what = "%(term_question)s of the survey"
        yield from _called(what, (_Named((*place, "questions", at, "text"), each.text, each.id) for at, each in asked))
        if not survey.questions:
            message = f"the survey «{survey.id}» asks nothing"
            yield Flaw((*place, "id"), message, "give it questions, or remove it")


def _called(what: str, named: Iterable[_Named]) -> Iterator[Flaw]:
    """Yield a flaw for each name that something before it has, in whatever letters.

    Where the two have one id as well, that is said already.
    """
    seen: dict[str, str] = {}
    for each in named:
        first = seen.setdefault(each.name.casefold(), each.id)
        if first != each.id:
            hint = "call it something else: readers could not tell the two apart"
            yield Flaw(each.path, f"there is a second {what} called «{excerpt(each.name)}»", hint)


def _asked_again(path: Path, questions: tuple[Question, ...]) -> Iterator[Flaw]:
    """Questions with the words of another that is put about the same cases: the score would count it twice."""
    for at, question in enumerate(questions):
        for other in questions[:at]:
            same = (other.text, other.applies_to) == (question.text, question.applies_to)
            if same and other.id != question.id:
                term = "%(term_question)s"
                message = f"the {term} {question.id} asks what {other.id} asks, about the same cases"
                yield Flaw((*path, at, "text"), message, "remove one of the two, or word them apart")
                break
