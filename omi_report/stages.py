"""The stages that a report goes through, in their order, and which of them something waits for."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Stage: TypeAlias = Literal["feedback", "draft", "final"]
"""What is known at the end of the inspection; a draft for the area to check; the report that is published."""

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)


def has_reached(stage: Stage, wanted: Stage) -> bool:
    """Say whether a report that is at a stage has come to another one, or is past it."""
    return STAGES.index(stage) >= STAGES.index(wanted)


def following(stage: Stage) -> Stage | None:
    """Return the stage that comes next; None where that is the last."""
    at = STAGES.index(stage) + 1
    return STAGES[at] if at < len(STAGES) else None
