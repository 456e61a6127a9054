"""By when each step of an inspection is due: the feedback, the draft, its comments, the publication, the plan.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from typing import Annotated, Literal, TypeAlias, get_args

from omi_report.model.constraints import Range
from omi_report.model.record import Record, field

Step: TypeAlias = Literal["feedback", "draft", "comments", "publication", "plan"]
STEPS: tuple[Step, ...] = get_args(Step)
"""The steps after an inspection, in their order."""

INSPECTION = "inspection"


class StepDue(Record):
    """By how many weeks after the inspection, or after a step before it, a step is due at the latest."""

    weeks: Annotated[int, Range(0, 520)] = field(about="so many weeks later at the latest: 12")
    after: Literal["inspection", "feedback", "draft", "comments", "publication"] = field(
        default="inspection", about="from when the weeks are counted: the inspection, or a step before this one"
    )


class Calendar(Record):
    """By when the steps of each inspection are due. What is left out has no date."""

    feedback: StepDue | None = field(default=None, about="the area is told what was found")
    draft: StepDue | None = field(default=None, about="the area is sent the draft")
    comments: StepDue | None = field(default=None, about="the area has said what is wrong in the draft")
    publication: StepDue | None = field(default=None, about="the report is published")
    plan: StepDue | None = field(default=None, about="the area has sent its plan of what it does about the report")

    def due(self, step: Step) -> StepDue | None:
        """Return by when a step is due."""
        found: StepDue | None = getattr(self, step)
        return found
