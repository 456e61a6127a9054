"""Where inspections stand: the steps of each, what is wrong with it, and what it lacks for the next stage."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from omi_report.build import Validated, lint
from omi_report.comments.commented import commented
from omi_report.errors import PROBLEMS, OmiError, refusal_of
from omi_report.inspection import Inspection, inspect
from omi_report.lint.as_final import lacking_when_final
from omi_report.lint.rules.language import placeholder
from omi_report.lint.rules.publication import blank
from omi_report.lint.summary import tally
from omi_report.plan.planned import Planned, planned, recommended
from omi_report.plan.standing import standings
from omi_report.plan.timetable import DatedStep, timetable
from omi_report.pool import mapped
from omi_report.problems import Problem, Severity, errors_in
from omi_report.programme.area_status import AreaStatus, Counts, PlanCounts
from omi_report.scaffold.next_stage import with_stage
from omi_report.source.places import IDENTITY_FILE
from omi_report.visible import visible_line
from omi_report.workspace.area import open_area
from omi_report.workspace.remembered import lint_once

_BLANKS = frozenset({blank.RULE.code, placeholder.RULE.code})


def statuses(paths: Sequence[Path], today: datetime.date) -> list[AreaStatus]:
    """Return where the inspections in some folders stand by a day, in the order of the paths.

    A folder that is no area, such as one whose area.yaml has another name, is told of like one that cannot be read.
    """
    return mapped(partial(status_of, today=today), paths)


def status_of(path: Path, today: datetime.date) -> AreaStatus:
    """Return where an inspection stands by a day, whatever is wrong with its folder."""
    shown = visible_line(str(path))  # a name from the system need not be text
    try:
        validated = lint_once(inspect(*open_area(path)))
    except BrokenPipeError:
        raise  # nobody reads any more
    except (OmiError, OSError) as error:
        refusal = refusal_of(error)
        return AreaStatus(shown, refusal=tuple(map(visible_line, refusal.lines)), status=refusal.status)
    inspection = validated.inspection
    if not isinstance(inspection, Inspection):
        first = errors_in(validated.problems)[0]
        said = f"{shown} cannot be read, {tally(validated.problems)}: {first.location}: {first.message}"
        counts = _counts(validated.problems)
        return AreaStatus(shown, counts=counts, refusal=(visible_line(said),), status=PROBLEMS)
    return _status(shown, validated, inspection, today)


def _status(path: str, validated: Validated, inspection: Inspection, today: datetime.date) -> AreaStatus:
    identity, framework = inspection.area.identity, inspection.framework
    steps, plan = timetable(inspection, today), planned(inspection)
    return AreaStatus(
        path,
        identity.area,
        framework.title,
        framework.inspectorate,
        identity.stage,
        identity.draft.number if identity.stage == "draft" else None,
        steps,
        replace(_counts(validated.problems), comments=_open_comments(inspection)),
        tuple(map(visible_line, _missing(validated, inspection, plan, steps))),
        _plan_counts(plan, today),
    )


def _lacking_as_draft(validated: Validated, inspection: Inspection) -> list[str]:
    """What the area would lack besides if its stage were draft: errors each by itself, and how much else."""
    text = with_stage(inspection.files[IDENTITY_FILE], "draft")
    draft = lint(inspect(inspection.snapshot.with_text(IDENTITY_FILE, text), inspection.policy))
    known = {(each.location, each.code) for each in validated.of_report}
    more = [each for each in draft.of_report if (each.location, each.code) not in known]
    counts = _counts(more)
    said = [f"{each.location}: {each.message}" for each in errors_in(more)]
    if counts.todos:
        said.append(f"{counts.todos} TODO{'s' * (counts.todos != 1)} to fill in")
    if others := counts.warnings - counts.todos:
        said.append(f"{others} warning{'s' * (others != 1)} to mend, or to answer by a comment")
    return said


def _counts(problems: list[Problem]) -> Counts:
    severities = Counter(each.severity for each in problems)
    todos = sum(each.code in _BLANKS for each in problems)
    return Counts(severities[Severity.ERROR], severities[Severity.WARNING], todos)


def _open_comments(inspection: Inspection) -> int | None:
    found = commented(inspection)
    return None if found is None else sum(each.is_open for each in found.comments)


def _plan_counts(plan: Planned | None, today: datetime.date) -> PlanCounts | None:
    if plan is None or plan.plan is None:
        return None
    actions = standings(plan, today)
    return PlanCounts(len(actions), sum(each.is_open for each in actions), sum(each.days_late > 0 for each in actions))


def _missing(
    validated: Validated, inspection: Inspection, plan: Planned | None, steps: tuple[DatedStep, ...]
) -> list[str]:
    """What stands between an inspection and its next stage: a draft, a final report, a plan that answers all of it."""
    found: list[str] = []
    errors = len(errors_in(validated.of_report))
    if errors:
        found.append(
            "1 error to mend, which stops the report" if errors == 1 else f"{errors} errors to mend, which stop it"
        )
    if still_open := _open_comments(inspection):
        found.append(f"{still_open} comment{'s' * (still_open != 1)} to decide on")
    if inspection.area.identity.stage == "feedback":
        return found + _lacking_as_draft(validated, inspection)
    if inspection.area.identity.stage == "draft":
        counts = _counts(validated.of_report)
        if counts.todos:
            found.append(f"{counts.todos} TODO{'s' * (counts.todos != 1)} to fill in")
        if others := counts.warnings - counts.todos:
            found.append(f"{others} warning{'s' * (others != 1)} to mend, or to answer by a comment")
        if not errors:
            found += [f"{each.location}: {each.message}" for each in lacking_when_final(inspection)]
        return found
    asked = recommended(inspection)
    if plan is None or plan.plan is None:
        if asked and any(each.step == "plan" for each in steps):
            found.append("there is no plan.yaml yet" if plan is None else "plan.yaml cannot be read")
        return found
    several = inspection.framework.terms.recommendations
    without = [each for each in asked if not any(plan.actions_of(each))]
    if without:
        numbers = ", ".join(str(each.number) for each in without)
        found.append(f"the plan has no action about {len(without)} of {len(asked)} {several}: {numbers}")
    if plan.plan.submitted is None:
        found.append("plan.yaml does not say when the plan was submitted")
    return found
