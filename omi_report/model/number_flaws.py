"""Whether questions and key questions stand under the criterion whose number theirs begin with."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework
from omi_report.model.places_in_framework import criteria_in, key_questions_in, questions_in
from omi_report.numbering import as_written, digits_of
from omi_report.source.tree import Path


def number_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the questions and key questions that are numbered for another criterion."""
    criteria = {path: criterion.number for path, criterion in criteria_in(framework)}
    named: list[tuple[str, Path, str]] = [
        *(("%(term_question)s", path, question.id) for path, question in questions_in(framework)),
        *(("%(term_key_question)s", path, each.id) for path, each in key_questions_in(framework)),
    ]
    plain = {own for own in criteria.values() if not any(_begins_with(each, own) for each in criteria.values())}
    for what, path, number in named:
        own = criteria[path[:4]]
        if own in plain and _begins_with(number, own):
            continue
        meant = _home(number, own, list(criteria.values()))
        if meant:
            message = f"the {what} {as_written(number)} stands under %(term_criterion)s {as_written(own)}"
            hint = f"give it a number of its own place, or move it to %(term_criterion)s {as_written(meant)}"
            yield Flaw((*path, "id"), message, hint)


def _home(number: str, own: str, criteria: list[str]) -> str | None:
    """The other criterion that a number is one of; None where it may stand under its own."""
    for begins in (_begins_with, _digits_begin_with):
        found = sorted((each for each in criteria if begins(number, each)), key=len)
        if own in found and len(own) == len(found[-1]):
            return None
        if found:
            return found[-1]
    return None


def _begins_with(number: str, criterion: str) -> bool:
    """Whether a number is one of a criterion's: 1.2.3 or 1.2-plans of 1.2, but not 1.20 or 1.2a."""
    return number.startswith(criterion) and number[len(criterion) : len(criterion) + 1] in (".", "-")


def _digits_begin_with(number: str, criterion: str) -> bool:
    """Whether it is one of the criterion's where the letters before digits do not count."""
    return "." in criterion and _begins_with(digits_of(number), digits_of(criterion))
