"""What the sums of a table say of its own numbers, where something else gives another number for one of them."""

from __future__ import annotations

from decimal import Decimal

from omi_report.inspection import Inspection


def table_is_wrong(inspection: Inspection, file: str, heading: str, has: int, said: int) -> bool:
    """Say whether a column of a file does not add up with the number that it has, and does with the one that is said.

    ``heading`` is that of the column, in whatever letters; ``has`` may be its total or one of the parts.
    """
    for of, stated in inspection.area.ask(lambda kind: kind.stated_totals):
        if of != file or stated.heading.lower() != heading.lower():
            continue
        parts = sum(stated.parts, Decimal())
        if parts != stated.total and (
            (stated.total == has and parts == said) or (has in stated.parts and parts - has + said == stated.total)
        ):
            return True
    return False


def or_correct_the_table(right: str, wrong: bool, said: str) -> str:
    """Return the hint where a text and a table differ: ``wrong`` says that the table's own sums call for ``said``."""
    return f"correct the table: its sums call for {said}" if wrong else f"write {right}, or correct the table"
