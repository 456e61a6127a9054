"""Whether each list of answers of a framework tells good work from other work, and each answer from the others."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.flaws import Flaw, twice
from omi_report.model.framework import Framework
from omi_report.model.places_in_framework import questions_in
from omi_report.model.questions import Answer
from omi_report.source.tree import Path

_SIDES = {"above": "below", "below": "above"}


def answer_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield what is wrong with each list of answers, to questions about cases and in surveys."""
    for path, answers in _lists(framework):
        if answers:
            yield from twice("answer", [((*path, at, "id"), each.id) for at, each in enumerate(answers)])
            yield from _names(path, answers)
            yield from _sides(path, answers)
    yield from _without_answers(framework)


def _lists(framework: Framework) -> Iterator[tuple[Path, tuple[Answer, ...]]]:
    yield ("answers",), framework.answers
    for path, question in questions_in(framework):
        yield (*path, "answers"), question.answers
    for at, survey in enumerate(framework.surveys):
        yield ("surveys", at, "answers"), survey.answers
        for inner, asked in enumerate(survey.questions):
            yield ("surveys", at, "questions", inner, "answers"), asked.answers


def _names(path: Path, answers: tuple[Answer, ...]) -> Iterator[Flaw]:
    """Names that are those of another answer, or its id: a cell of the evidence may hold either, in any letters."""
    ids = {each.id: each for each in answers}
    seen: dict[str, Answer] = {}
    for at, each in enumerate(answers):
        name = each.name.casefold()
        other = seen.get(name) or ids.get(name, each)
        if other.id != each.id:
            message = f"«{each.name}» is also the name or the id of the answer «{other.id}»"
            hint = "give it another name: nobody could tell which of the two an inspector meant"
            yield Flaw((*path, at, "name"), message, hint)
        seen.setdefault(name, each)


def _sides(path: Path, answers: tuple[Answer, ...]) -> Iterator[Flaw]:
    lines = {each.line for each in answers} - {"not-relevant"}
    if not lines:
        message = "every answer is «not-relevant», so that nothing could be counted"
        yield Flaw(path, message, "add answers with «line: above» and «line: below»", key=True)
    elif len(lines) == 1:
        (line,) = lines
        lacking = _SIDES[line]
        message = (
            f"no answer lies {lacking} the line, so that every percentage would be {100 if line == 'above' else 0}"
        )
        # mostly the last one was meant to lie on the other side
        last = max(at for at, each in enumerate(answers) if each.line == line)
        yield Flaw((*path, last, "line"), message, f"add an answer with «line: {lacking}», or write it here")


def _without_answers(framework: Framework) -> Iterator[Flaw]:
    """Questions that nobody could answer beside others that can be answered, and answers that no question takes."""
    asked = list(questions_in(framework))
    if framework.answers and asked and all(question.answers for _path, question in asked):
        message = "no %(term_question)s takes these answers"
        hint = "remove them, or the answers of %(terms_question)s that these will do for"
        yield Flaw(("answers",), message, hint, key=True)
    if not framework.can_have_evidence:
        return
    for path, question in asked:
        if not framework.answers_to(question):
            message = f"the %(term_question)s {question.id} has no answers"
            yield Flaw((*path, "id"), message, "add «answers: …» here, or to the framework for all of them")
