"""Scores of the cases that are complete, while the others are still judged: to look at, and nothing to publish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from omi_report.errors import NoEvidenceError
from omi_report.evidence.counts import rows_with
from omi_report.evidence.unfinished import narrowed
from omi_report.inspection import Inspection
from omi_report.judging.progress import JudgingSoFar, judging_so_far, progress_record
from omi_report.model.evidence import Answers, Evidence
from omi_report.model.framework import CriterionDefinition, Framework


@dataclass(frozen=True, slots=True)
class FewCases:
    """A criterion to which few of the complete cases are relevant, and how many."""

    number: str
    title: str
    cases: int


@dataclass(frozen=True)
class Interim:
    """An area with the complete cases alone: ``inspection`` is scored as any, and knows no other cases.

    ``few`` are the criteria whose scores rest on fewer cases than the framework asks for.
    """

    inspection: Inspection
    so_far: JudgingSoFar
    few: tuple[FewCases, ...]

    @property
    def line(self) -> str:
        """What is said of every number: ``interim: 40 of 110 cases``."""
        terms = self.inspection.framework.terms
        expected = len(self.so_far.expected)
        return f"interim: {len(self.so_far.complete):,} of {expected:,} {terms.case if expected == 1 else terms.cases}"

    def to_record(self) -> dict[str, Any]:
        """Return what is said of the numbers, as plain data."""
        few = [{"number": each.number, "title": each.title, "cases": each.cases} for each in self.few]
        return {"interim": progress_record(self.so_far) | {"few_cases": few}}


def interim_of(inspection: Inspection) -> Interim:
    """Return an area as it would be if it held the complete cases alone.

    Raises NoEvidenceError where no case is complete, and as `judging_so_far`.
    """
    so_far = judging_so_far(inspection)
    rows = [case.row for case in so_far.complete if case.row is not None]
    if not rows:
        shown = inspection.area.shown
        raise NoEvidenceError(f"{shown}: no case is complete yet (omi evidence missing {shown} shows what is missing)")
    cases = narrowed(so_far.unfinished, sorted(rows), inspection.framework)
    evidence = Evidence(cases, sample=inspection.area.evidence.sample)
    narrow = Inspection(inspection.snapshot, inspection.policy, replace(inspection.area, evidence=evidence))
    return Interim(narrow, so_far, tuple(_few(inspection.framework, cases)))


def _few(framework: Framework, cases: Answers) -> list[FewCases]:
    found = []
    for each in framework.criteria.values():
        count = _relevant(each, framework, cases)
        if each.asked and count < framework.minimum_base:
            found.append(FewCases(each.number, each.title, count))
    return found


def _relevant(criterion: CriterionDefinition, framework: Framework, cases: Answers) -> int:
    """Count the cases in which any question of a criterion has an answer that counts."""
    rows = 0
    for question in criterion.asked:
        counted = [each.id for each in framework.answers_to(question) if each.line != "not-relevant"]
        rows |= rows_with(cases, question.id, counted)
    return rows.bit_count()
