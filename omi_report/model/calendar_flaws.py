"""Whether the weeks of each step in a calendar are counted from something that comes before it."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.model.calendar import INSPECTION, STEPS
from omi_report.model.flaws import Flaw
from omi_report.model.framework import Framework


def calendar_flaws(framework: Framework) -> Iterator[Flaw]:
    """Yield the steps that are counted from a step that comes later, or that the calendar does not have."""
    calendar = framework.calendar
    before = [INSPECTION]
    for step in STEPS:
        due = calendar.due(step)
        if due is None:
            continue
        if due.after not in before:
            message = f"the weeks of «{step}» are counted from «{due.after}», which has no date before it"
            yield Flaw(("calendar", step, "after"), message, f"count them from {' or '.join(before)}")
        before.append(step)
