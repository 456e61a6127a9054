"""Where inspections stand, as data for other programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from omi_report.plan.timetable import DatedStep
from omi_report.programme.area_status import AreaStatus


def status_data(statuses: Iterable[AreaStatus], today: datetime.date) -> dict[str, Any]:
    """Return where some inspections stand by a day. Dates are written as in area.yaml."""
    return {"today": today.isoformat(), "areas": [_row(each) for each in statuses]}


def _row(status: AreaStatus) -> dict[str, Any]:
    row: dict[str, Any] = {"path": status.path, "refusal": list(status.refusal)}
    if status.refusal:
        return row | asdict(status.counts)
    return row | {
        "area": status.area,
        "programme": status.programme,
        "stage": status.stage,
        "draft": status.draft,
        "next": status.next.step if status.next else None,
        "steps": [_step(each) for each in status.steps],
        **asdict(status.counts),
        "missing": list(status.missing),
        "plan": asdict(status.plan) if status.plan else None,
    }


def _step(step: DatedStep) -> dict[str, Any]:
    return {
        "step": step.step,
        "due": str(step.due) if step.due else None,
        "done": str(step.done) if step.done else None,
        "passed": step.passed,
        "days_late": step.days_late,
    }
