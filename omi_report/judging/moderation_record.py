"""How far judges agree, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from omi_report.judging.agreement import Agreement, Direction
from omi_report.judging.moderation import Moderation
from omi_report.judging.swapped import Moved, ToDiscuss


@dataclass(frozen=True, slots=True)
class AgreementRows:
    """A table: its columns, and its rows by them."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]


_MEASURES = (
    "cases",
    "answers",
    "alike",
    "same_side",
    "per_cent",
    "low",
    "high",
    "kappa",
    "kappa_low",
    "kappa_high",
    "no_kappa",
)


def moderation_record(found: Moderation, by: str | None = None) -> dict[str, Any]:
    """Return the counts, and what stands by question, by judges and by case, or one of these alone."""
    record: dict[str, Any] = {
        "cases": found.twice,
        "given_to_a_second": found.given,
        "waiting_for_the_first": len(found.found.waiting),
        "answered_by_the_second_alone": len(found.found.alone),
        "to_settle": len(found.found.open),
        "settled": found.settled,
        "not_as_agreed": len(found.others),
        "whole": _measures(found.whole) if found.whole else None,
        "assessors": _direction(found.assessors) if found.assessors else None,
    }
    for view, key in (("question", "by_question"), ("judges", "by_judges"), ("case", "by_case")):
        if by in (None, view):
            record[key] = _case_records(found) if view == "case" else list(moderation_rows(found, view).rows)
    return record


def moderation_rows(found: Moderation, by: str) -> AgreementRows:
    """Return a view as rows: of each ``question``, of two ``judges``, or of each answer of a ``case`` to discuss."""
    if by == "question":
        rows = ({"question": name} | _measures(each) for name, each in found.by_question.items())
        return AgreementRows(("question", *_MEASURES), tuple(rows))
    if by == "judges":
        of = (
            {"judge": one or None, "other_judge": other} | _measures(each)
            for (one, other), each in found.by_judges.items()
        )
        return AgreementRows(("judge", "other_judge", *_MEASURES), tuple(of))
    columns = ("place", "case", "question", "first_judge", "first", "second_judge", "second")
    return AgreementRows(
        columns,
        tuple(
            {"place": place, "case": pair.case, "question": pair.question}
            | {"first_judge": pair.judges[0] or None, "first": pair.first}
            | {"second_judge": pair.judges[1], "second": pair.second}
            for place, case in enumerate(found.to_discuss, start=1)
            for pair in case.pairs
        ),
    )


def _case_records(found: Moderation) -> list[dict[str, Any]]:
    return [_case_record(case) for case in found.to_discuss]


def _case_record(case: ToDiscuss) -> dict[str, Any]:
    return {
        "case": case.case,
        "first_judge": case.judges[0] or None,
        "second_judge": case.judges[1],
        "across_the_line": case.across,
        "answers": [{"question": each.question, "first": each.first, "second": each.second} for each in case.pairs],
        "would_change": None if case.moved is None else [_moved(each) for each in case.moved],
    }


def _moved(each: Moved) -> dict[str, Any]:
    return {
        "level": each.level,
        "number": each.number,
        "before": each.before or None,
        "after": each.after or None,
        "points": None if each.points is None else float(each.points),
        "fraction": None if each.points is None else str(each.points),
        "ratings": list(each.ratings) if each.ratings else None,
    }


def _measures(each: Agreement) -> dict[str, Any]:
    kappa = each.coefficient
    return {
        "cases": each.cases,
        "answers": each.answers,
        "alike": each.alike,
        "same_side": each.same_side,
        "per_cent": round(float(each.per_cent), 2),
        "low": round(each.interval.low, 2),
        "high": round(each.interval.high, 2),
        "kappa": None if kappa.value is None else round(float(kappa.value), 4),
        "kappa_low": None if kappa.low is None else round(kappa.low, 4),
        "kappa_high": None if kappa.high is None else round(kappa.high, 4),
        "no_kappa": kappa.reason or None,
    }


def _direction(each: Direction) -> dict[str, Any]:
    return {
        "cases": each.cases,
        "answers": each.answers,
        "kinder": each.kinder,
        "stricter": each.stricter,
        "above_the_line": each.above,
        "inspectors_above_the_line": each.others_above,
        "points": round(float(each.points), 2),
        "kinder_cases": each.kinder_cases,
        "stricter_cases": each.stricter_cases,
        "chance": round(float(each.chance), 4),
    }
