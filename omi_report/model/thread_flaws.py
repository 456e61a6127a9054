"""Whether what carries a thread counts for it, and each section of a thread has something that carries it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from omi_report.language.terms import value_for
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework, Thread
from omi_report.model.places_in_framework import criteria_in, key_questions_in, questions_in
from omi_report.model.rating_rules import CAN_BE_OF, LEVEL_OF, Level
from omi_report.problems import meant_or_all
from omi_report.source.tree import Path

_SEVERAL = {level: several for several, level in LEVEL_OF.items()}


class _Carrier(NamedTuple):
    """Something that carries threads: its level, its place in the file, and the threads."""

    level: Level
    path: Path
    threads: tuple[str, ...]


def thread_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the threads that are carried in vain, and the sections of a thread in which nothing carries it."""
    carriers = list(_carriers(framework))
    numbers = [section.number for section in framework.sections]
    threads = {thread.id: thread for thread in framework.threads}
    for carrier in carriers:
        section = numbers[int(carrier.path[1])]
        for at, name in enumerate(carrier.threads):
            path: Path = (*carrier.path, "threads", at)
            thread = threads.get(name)
            if thread is None:
                known = meant_or_all(name, threads) if threads else "the framework has no %(terms_thread)s"
                yield Flaw(path, f"there is no %(term_thread)s «{name}»", known)
            elif section not in thread.sections:
                message = f"the %(term_thread)s «{name}» does not take %(term_section)s {section}"
                hint = f"add {section} to its «sections», or remove it here, where it counts for nothing"
                yield Flaw(path, message, hint)
    for place, thread in enumerate(framework.threads):
        yield from _in_vain(place, thread, carriers, framework)
        yield from _empty_sections(place, thread, carriers, framework)


def _carriers(framework: Framework) -> Iterator[_Carrier]:
    for path, criterion in criteria_in(framework):
        yield _Carrier("criterion", path, criterion.threads)
    for path, key_question in key_questions_in(framework):
        yield _Carrier("key-question", path, key_question.threads)
    for path, question in questions_in(framework):
        yield _Carrier("question", path, question.threads)


def _levels(thread: Thread, framework: Framework) -> set[Level]:
    """The levels that the rule of a thread takes, or that its limits look at; none where it has no rule."""
    rule = framework.rule_of("thread", thread.id)
    looked_at = [limit.when.of for limit in rule.limits if limit.when.of]
    return {LEVEL_OF[of] for of in (*([rule.of] if rule.of else []), *looked_at)}


def _in_vain(place: int, thread: Thread, carriers: list[_Carrier], framework: Framework) -> Iterator[Flaw]:
    """A thread that is carried by what its rule does not take."""
    of = framework.rule_of("thread", thread.id).of
    if of not in CAN_BE_OF["thread"]:
        return
    carrying = {each.level for each in carriers if thread.id in each.threads}
    if of != "sections" and LEVEL_OF[of] not in carrying:
        return  # its rule has nothing to take, which is said
    for level in carrying - _levels(thread, framework):
        several = value_for(_SEVERAL[level])
        message = f"the %(term_thread)s «{thread.id}» is made of {value_for(of)}, and {several} carry it for nothing"
        hint = f"take «threads: [{thread.id}]» away from these {several}, or write «of: {_SEVERAL[level]}» in its rule"
        yield Flaw(("threads", place, "id"), message, hint)


def _empty_sections(place: int, thread: Thread, carriers: list[_Carrier], framework: Framework) -> Iterator[Flaw]:
    """Sections in which nothing carries the thread. Where nothing does in any of them, its rule has that flaw."""
    rule = framework.rule_of("thread", thread.id)
    if rule.of in (None, "sections") or (rule.of == "questions" and not framework.can_have_evidence):
        return
    carrying = {
        framework.sections[int(each.path[1])].number
        for each in carriers
        if thread.id in each.threads and each.level == LEVEL_OF[rule.of]
    }
    if not carrying & set(thread.sections):
        return
    known = {section.number for section in framework.sections}
    for at, number in enumerate(thread.sections):
        if number in known - carrying:
            of = value_for(rule.of)
            message = f"no {of} of %(term_section)s {number} carry the %(term_thread)s «{thread.id}»"
            hint = f"write «threads: [{thread.id}]» at those that do, or take {number} out of the list"
            yield Flaw(("threads", place, "sections", at), message, hint)
