"""The folder ``evidence`` of an area → its evidence, and every problem in it.

Files are found by name and read as any file of an area is, with the snapshot of its folder. Those of the sample are
left to `sampling`, and those of moderation to `moderation`.
Rows do not leave this layer: an area keeps columns of answers, and reports hold counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from omi_report.evidence import evidence_rules as rules
from omi_report.model.evidence import CASE_COLUMN, RESPONDENT_COLUMN, Answers, Evidence
from omi_report.model.framework import Framework
from omi_report.model.questions import Survey
from omi_report.model.shape_rules import INCONSISTENT_FRAMEWORK
from omi_report.problems import Location, Problem, meant_file_or
from omi_report.source.places import EVIDENCE, EVIDENCE_SUFFIXES, MAP_FILE, OF_MODERATION, OF_SAMPLE, is_evidence
from omi_report.source.reading_rules import UNKNOWN_FILE
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.evidence.sheet import Sheet, SheetProblems
    from omi_report.evidence.table import Known
    from omi_report.evidence.tabulate import Column

CASES = f"{EVIDENCE}cases"
SURVEYS = f"{EVIDENCE}surveys/"

Reader: TypeAlias = "Callable[[Sheet, SheetProblems], Answers]"


def read_evidence(snapshot: Snapshot, framework: Framework, at: Location) -> tuple[Evidence, list[Problem]]:
    """Read the evidence of an area; no evidence is no problem. ``at`` is where the framework is, or is named."""
    problems: list[Problem] = []
    names = [name for name in snapshot.present if is_evidence(name) and name not in OF_SAMPLE + OF_MODERATION]
    if not names:
        return Evidence(), []
    cases: Answers | None = None
    surveys: dict[str, Answers] = {}
    for name in names:
        stem = name.removesuffix(".csv").removesuffix(".xlsx")
        if name == stem or not _is_known(stem, framework):
            problems.append(_stray(snapshot, name, framework))
        elif name.endswith(".xlsx") and f"{stem}.csv" in names:
            message, hint = f"{stem}.csv is there as well", "keep one of the two: nobody can say which one counts"
            problems.append(rules.NOT_A_TABLE.at(Location(snapshot.shown_path(name)), message, hint))
        elif stem == CASES and not _has_answers(framework):
            problems.append(INCONSISTENT_FRAMEWORK.at(at, *_NO_SCALE))
        elif stem == CASES:
            cases = _read(snapshot, name, partial(_cases_reader, framework), partial(_known_cases, framework), problems)
        else:
            survey = framework.surveys_by_id[stem.removeprefix(SURVEYS)]
            answers = _read(snapshot, name, _survey_reader(survey), partial(_known_survey, survey, framework), problems)
            if answers is not None:
                surveys[survey.id] = answers
    return Evidence(cases, surveys, sound=not problems), problems


def shown_lines(snapshot: Snapshot, problems: Iterable[Problem]) -> dict[str, str]:
    """Return the text of each CSV file in which problems stand, by its path as shown.

    It holds the lines of these problems alone, each in its place: what is shown and remembered of a check
    shall hold no more of the cases than that.
    """
    wanted: dict[str, set[int]] = {}
    for problem in problems:
        wanted.setdefault(problem.location.file, set()).add(problem.location.line)
    found: dict[str, str] = {}
    for name, content in snapshot.files.items():
        shown = snapshot.shown_path(name)
        if is_evidence(name) and name.endswith(".csv") and shown in wanted:
            from omi_report.evidence.delimited import lines_of

            text = lines_of(content.data, wanted[shown])
            if text is not None:
                found[shown] = text
    return found


_NO_SCALE = (
    "there is a sample of cases, and the framework has no answers to its questions",
    "add «answers: …» to the framework: the answers that a question about a case can have",
)


def _cases_reader(framework: Framework, sheet: Sheet, found: SheetProblems) -> Answers:
    from omi_report.evidence.cases import read_cases

    return read_cases(sheet, framework, found)


def _survey_reader(survey: Survey) -> Reader:
    from omi_report.evidence.surveys import read_survey

    return lambda sheet, found: read_survey(sheet, survey, found)


def _has_answers(framework: Framework) -> bool:
    """Whether every question about cases has answers that it can be answered by."""
    return all(framework.answers_to(question) for question in framework.questions.values())


def _is_known(stem: str, framework: Framework) -> bool:
    return stem == CASES or (stem.startswith(SURVEYS) and stem.removeprefix(SURVEYS) in framework.surveys_by_id)


def _stray(snapshot: Snapshot, name: str, framework: Framework) -> Problem:
    known = [f"{stem}{suffix}" for stem in _stems(framework) for suffix in EVIDENCE_SUFFIXES]
    told = f"evidence is {', '.join(known[::2])} (or .xlsx)"
    hint = meant_file_or(told, name, [*known, MAP_FILE, *OF_MODERATION], snapshot.present)
    return UNKNOWN_FILE.at(Location(snapshot.shown_path(name)), "no such file is read", hint)


def _stems(framework: Framework) -> list[str]:
    return [CASES, *(f"{SURVEYS}{survey}" for survey in framework.surveys_by_id)]


def _known_cases(framework: Framework) -> Known:
    """What is known of the sample of cases beforehand."""
    from omi_report.evidence.cases import case_columns
    from omi_report.evidence.table import Known

    columns = case_columns(framework)
    depends = {question.id: question.applies_to for question in framework.questions.values() if question.applies_to}
    return Known(columns, CASE_COLUMN, depends=depends, others=lambda: _sheets_but(CASES, framework))


def _known_survey(survey: Survey, framework: Framework) -> Known:
    """What is known of a survey beforehand."""
    from omi_report.evidence.surveys import survey_columns
    from omi_report.evidence.table import Known

    own = f"{SURVEYS}{survey.id}"
    others = partial(_sheets_but, own, framework)
    return Known(survey_columns(survey), RESPONDENT_COLUMN, ids_needed=False, others=others)


def _sheets_but(own: str, framework: Framework) -> dict[str, dict[str, Column]]:
    """The columns of the sheets that an area may have, but for one of them."""
    from omi_report.evidence.cases import case_columns
    from omi_report.evidence.surveys import survey_columns

    found = {f"{SURVEYS}{survey.id}": survey_columns(survey) for survey in framework.surveys_by_id.values()}
    found[CASES] = case_columns(framework)
    return {name: columns for name, columns in found.items() if name != own and columns}


def _read(
    snapshot: Snapshot, name: str, reader: Reader, known: Callable[[], Known], problems: list[Problem]
) -> Answers | None:
    """Read one file; None where it is no table at all. Where much is wrong, its causes are told instead."""
    content = snapshot.files.get(name)
    if content is None:
        problems.append(snapshot.unread[name])
        return None
    from omi_report.evidence.sheet_reading import read_sheet

    answers, wrong = read_sheet(content.data, name, snapshot.shown_path(name), reader, known)
    problems += wrong
    return answers
