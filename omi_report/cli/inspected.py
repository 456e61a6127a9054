"""How commands begin: doing a job for each named area, and inspecting one area."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.cli.terminal import say
from omi_report.errors import CLEAN, PROBLEMS, OmiError, refusal_of

if TYPE_CHECKING:
    from omi_report.inspection import Inspection


def each_area(areas: Iterable[Path], job: Callable[[Path], int]) -> int:
    """Do a job for each area, and return the worst exit status.

    An error in one area is shown, and the job goes on with the next.
    """
    status = CLEAN
    for path in areas:
        try:
            status = max(status, job(path))
        except BrokenPipeError:
            raise  # nobody reads any more
        except (OmiError, OSError) as error:
            status = max(status, complain(error))
    return status


def complain(error: OmiError | OSError) -> int:
    """Show an error, and return the exit status that it asks for."""
    refusal = refusal_of(error)
    for line in refusal.lines:
        say(f"omi: {line}", err=True)
    return refusal.status


def wrong_with(job: Callable[[], None]) -> list[str]:
    """Do a job. Returns what went wrong with it, for a command that shows that last."""
    try:
        job()
    except (OmiError, OSError) as error:
        return [str(refusal_of(error))]
    return []


def inspected(folder: Path, otherwise: str) -> Inspection | None:
    """Inspect an area for a command that needs sound evidence; all other problems are only counted.

    If it cannot be used, show what is wrong, with ``otherwise`` (“not scored”), and return None.
    """
    return _inspected(folder, otherwise, unfinished=False)


def all_inspected(folders: Iterable[Path], otherwise: str) -> tuple[list[Inspection], int]:
    """Inspect areas as `inspected` does, for a command that puts them together. Also returns the worst exit status."""
    found: list[Inspection] = []

    def inspect(folder: Path) -> int:
        inspection = inspected(folder, otherwise)
        found.extend([inspection] if inspection else [])
        return CLEAN if inspection else PROBLEMS

    status = each_area(folders, inspect)
    return found, status


def judged_so_far(folder: Path, otherwise: str) -> Inspection | None:
    """Inspect an area as `inspected`, whose evidence may be unfinished: nothing is said of what is wrong with it."""
    return _inspected(folder, otherwise, unfinished=True)


def _inspected(folder: Path, otherwise: str, *, unfinished: bool) -> Inspection | None:
    from omi_report.cli.show import show_problems
    from omi_report.inspection import Inspection, inspect, shown_texts
    from omi_report.lint.summary import tally
    from omi_report.problems import in_order
    from omi_report.workspace.area import open_area

    found = inspect(*open_area(folder))
    problems = in_order(found.problems)
    if isinstance(found, Inspection) and unfinished:
        return found
    if not isinstance(found, Inspection) or not found.area.evidence.sound:
        show_problems(problems, shown_texts(found, problems))
        say(f"{folder}: {otherwise}, {tally(problems)}", err=True)
        return None
    if problems:
        say(f"{folder}: {tally(problems)} (see omi validate)", err=True)
    return found
