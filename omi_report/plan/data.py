"""A plan as data for other programs: an entry for each action."""

from __future__ import annotations

import datetime
from typing import Any

from omi_report.plan.planned import Planned
from omi_report.plan.standing import Standing, standings


def plan_data(plan: Planned, today: datetime.date) -> dict[str, Any]:
    """Return how far each action has come by a day, and which recommendations have none. Dates are as in the file."""
    actions = standings(plan, today)
    answered = {each.asked.number for each in actions if each.asked}
    submitted = plan.plan.submitted if plan.plan else None
    return {
        "area": plan.area.identity.area,
        "today": today.isoformat(),
        "submitted": str(submitted) if submitted else None,
        "actions": [_row(each) for each in actions],
        "without_action": [
            {"number": each.number, "recommendation": each.name} for each in plan.asked if each.number not in answered
        ],
    }


def _row(each: Standing) -> dict[str, Any]:
    action = each.action
    return {
        "number": each.asked.number if each.asked else None,
        "recommendation": (each.asked.name or str(each.asked.number)) if each.asked else each.name,
        "action": action.id,
        "what": action.what.strip(),
        "owner": action.owner,
        "due": str(action.due) if action.due else None,
        "state": each.state,
        "since": str(each.since) if each.since else None,
        "days_late": each.days_late,
        "evidence": list(action.evidence),
    }
