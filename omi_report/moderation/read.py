"""The files of moderation in an area → second judgements and agreed answers, and every problem in them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from omi_report.model.framework import Framework
from omi_report.model.moderated import AgreedAnswer, Moderated, SecondCase
from omi_report.model.sample import Sample
from omi_report.model.sample_record import Judge
from omi_report.problems import Problem
from omi_report.source.places import AGREED_FILE, SECOND_FILE
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.model.evidence import Answers


def read_moderated(
    snapshot: Snapshot,
    framework: Framework,
    cases: Answers | None,
    sample: Sample | None,
    judges: tuple[Judge, ...],
) -> tuple[Moderated | None, list[Problem]]:
    """Read what an area keeps of moderation; None where it has no file of it.

    ``cases`` is the sheet of cases as far as it can be read. A file in which anything is wrong is not used.
    """
    if not any(name in snapshot.present for name in (SECOND_FILE, AGREED_FILE)):
        return None, []
    problems: list[Problem] = []
    second = _second(snapshot, framework, _known_cases(cases, sample), sample, judges, problems)
    agreed = _agreed(snapshot, framework, problems)
    return Moderated(second, agreed, judges), problems


def _known_cases(cases: Answers | None, sample: Sample | None) -> Collection[str]:
    return [*(cases.ids if cases else ()), *(each.case for each in (sample.inspected if sample else ()))]


def _second(
    snapshot: Snapshot,
    framework: Framework,
    known: Collection[str],
    sample: Sample | None,
    judges: tuple[Judge, ...],
    problems: list[Problem],
) -> tuple[SecondCase, ...] | None:
    if SECOND_FILE not in snapshot.present:
        return ()
    content = snapshot.files.get(SECOND_FILE)
    if content is None:
        problems.append(snapshot.unread[SECOND_FILE])
        return None
    from omi_report.moderation.second import read_second

    shown = snapshot.shown_path(SECOND_FILE)
    found, wrong = read_second(content.data, shown, framework, known, sample, judges)
    problems += wrong
    return None if wrong else found


def _agreed(snapshot: Snapshot, framework: Framework, problems: list[Problem]) -> tuple[AgreedAnswer, ...] | None:
    if AGREED_FILE not in snapshot.present:
        return ()
    content = snapshot.files.get(AGREED_FILE)
    if content is None:
        problems.append(snapshot.unread[AGREED_FILE])
        return None
    from omi_report.moderation.trail import read_trail

    found, wrong = read_trail(content.data, snapshot.shown_path(AGREED_FILE), framework)
    problems += wrong
    return None if wrong else found
