"""How far judging has come: what is still missing, by case, criterion and judge, and which minimums are met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from omi_report.evidence.unfinished import CaseSoFar, Unfinished, cases_so_far, missing_by_question, read_unfinished
from omi_report.inspection import Inspection
from omi_report.judging.expected import expected_cases
from omi_report.model.framework import Framework
from omi_report.sampling.draw import Need
from omi_report.sampling.standing import needs_now, quotas_now


@dataclass(frozen=True, slots=True)
class CriterionMissing:
    """The answers that a criterion lacks, and in how many cases it lacks any."""

    number: str
    title: str
    answers: int
    cases: int


@dataclass(frozen=True, slots=True)
class JudgeMissing:
    """What a judge has still to do: of ``cases`` so many are complete and begun; answers and attributes that lack.

    ``judge`` is empty for the cases that nobody is given.
    """

    judge: str
    cases: int
    complete: int
    begun: int
    answers: int
    attributes: int


@dataclass(frozen=True)
class JudgingSoFar:
    """The cases of an area as far as they are judged, and what was read of them.

    ``quotas`` and ``needs`` are what was asked of the sample, with how many such cases are complete; both are empty
    where there is no sample.
    """

    framework: Framework
    cases: tuple[CaseSoFar, ...]
    unfinished: Unfinished
    quotas: tuple[Need, ...] = ()
    needs: tuple[Need, ...] = ()

    @cached_property
    def expected(self) -> tuple[CaseSoFar, ...]:
        """The cases that are to be judged."""
        return tuple(case for case in self.cases if case.expected)

    @cached_property
    def strangers(self) -> tuple[CaseSoFar, ...]:
        """The cases of the sheet that are not of the sample."""
        return tuple(case for case in self.cases if not case.expected)

    @cached_property
    def complete(self) -> tuple[CaseSoFar, ...]:
        """Those of the cases to be judged of which nothing is missing."""
        return tuple(case for case in self.expected if case.is_complete)

    @property
    def begun(self) -> int:
        """How many cases are begun and not complete."""
        return sum(case.is_begun and not case.is_complete for case in self.expected)

    @property
    def not_begun(self) -> int:
        """How many cases have no answer yet."""
        return len(self.expected) - len(self.complete) - self.begun

    @property
    def answers(self) -> int:
        """How many answers are missing."""
        return sum(len(case.questions) for case in self.expected)

    @property
    def attributes(self) -> int:
        """How many attributes are missing."""
        return sum(len(case.attributes) for case in self.expected)

    @property
    def unsettled(self) -> int:
        """How many answers more may be missing: nobody can say before the attributes are there."""
        return sum(len(case.unsettled) for case in self.expected)

    @property
    def wrong(self) -> int:
        """In how many cases something is wrong, so that they are not complete."""
        return sum(bool(case.wrong) for case in self.expected)

    def by_criterion(self) -> list[CriterionMissing]:
        """Return what each criterion that asks about cases lacks."""
        found = []
        counts = missing_by_question(self.expected)
        for each in self.framework.criteria.values():
            asked = {question.id for question in each.asked}
            if asked:
                cases = sum(not asked.isdisjoint(case.questions) for case in self.expected)
                answers = sum(counts[question] for question in asked)
                found.append(CriterionMissing(each.number, each.title, answers, cases))
        return found

    def by_judge(self) -> list[JudgeMissing]:
        """Return what each judge has still to do; none where no case is given to anybody."""
        judges = sorted({case.judge for case in self.expected}, key=lambda judge: (not judge, judge))
        return [_of_judge(judge, self.expected) for judge in judges] if any(judges) else []

    def incomplete(self) -> list[CaseSoFar]:
        """Return the cases that are not complete."""
        return [case for case in self.expected if not case.is_complete]


def judging_so_far(inspection: Inspection) -> JudgingSoFar:
    """Return how far an area's cases are judged.

    Raises NoEvidenceError where it has neither a sample nor cases, UnreadableCasesError and UnreadableSampleError where
    these cannot be read.
    """
    area = inspection.area
    expected = expected_cases(inspection)
    unfinished = read_unfinished(inspection.snapshot, inspection.framework)
    cases = cases_so_far(unfinished, expected, inspection.framework, area.shown)
    sample, sampling = area.evidence.sample, inspection.framework.sampling
    if sample is None or sampling is None:
        return JudgingSoFar(inspection.framework, cases, unfinished)
    complete = {case.case for case in cases if case.is_complete}
    done = replace(sample, cases=tuple(case for case in sample.cases if case.case in complete))
    return JudgingSoFar(inspection.framework, cases, unfinished, quotas_now(done, sampling), needs_now(done, sampling))


def _of_judge(judge: str, cases: Iterable[CaseSoFar]) -> JudgeMissing:
    own = [case for case in cases if case.judge == judge]
    return JudgeMissing(
        judge,
        len(own),
        sum(case.is_complete for case in own),
        sum(case.is_begun and not case.is_complete for case in own),
        sum(len(case.questions) for case in own),
        sum(len(case.attributes) for case in own),
    )


def progress_record(found: JudgingSoFar) -> dict[str, Any]:
    """Return the counts as plain data."""
    return {
        "cases": len(found.expected),
        "complete": len(found.complete),
        "begun": found.begun,
        "not_begun": found.not_begun,
        "missing_answers": found.answers,
        "missing_attributes": found.attributes,
        "unsettled_answers": found.unsettled,
        "cases_with_errors": found.wrong,
        "cases_not_of_the_sample": len(found.strangers),
        "other_errors": found.unfinished.others,
        "asked_of_the_sample": [
            {"name": need.name, "where": {name: list(values) for name, values in need.where.items()}}
            | {"at_least": need.asked, "complete": need.drawn}
            for need in (*found.quotas, *found.needs)
        ],
    }


def missing_record(found: JudgingSoFar, by: str | None = None) -> dict[str, Any]:
    """Return what is missing as plain data: the counts, and by case, criterion and judge, or by one of them alone."""
    record = progress_record(found)
    if by in (None, "criterion"):
        record["by_criterion"] = [
            {"number": each.number, "title": each.title, "missing_answers": each.answers, "cases": each.cases}
            for each in found.by_criterion()
        ]
    if by in (None, "judge"):
        record["by_judge"] = [
            {"judge": each.judge or None, "cases": each.cases, "complete": each.complete, "begun": each.begun}
            | {"missing_answers": each.answers, "missing_attributes": each.attributes}
            for each in found.by_judge()
        ]
    if by in (None, "case"):
        record["by_case"] = [
            {"case": each.case, "judge": each.judge or None, "begun": each.is_begun}
            | {"attributes": list(each.attributes), "questions": list(each.questions)}
            | {"unsettled": list(each.unsettled), "wrong": list(each.wrong)}
            for each in found.incomplete()
        ]
    return record
