"""The folder ``evidence`` of an area → its evidence, with all that is wrong in it.

Files are found by name and read as any file of an area is: ordinary files inside the folder only.
Their rows go no further than this layer: an area keeps columns of answers, and reports hold counts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from omi_report.evidence import evidence_rules as rules
from omi_report.model.evidence import Answers, Evidence
from omi_report.model.framework import Framework
from omi_report.problems import Location, Problem, closest
from omi_report.source.folder import Folder, read_bytes
from omi_report.source.reading_rules import UNKNOWN_FILE

if TYPE_CHECKING:
    from omi_report.evidence.sheet import Findings, Sheet

EVIDENCE = "evidence/"
CASES = "evidence/cases"
SURVEYS = "evidence/surveys/"
SUFFIXES = (".csv", ".xlsx")

MAX_BYTES = 64_000_000
"""Six times a national sample: 42 areas of 110 cases with 200 answers each are ten million bytes."""

Reader: TypeAlias = "Callable[[Sheet, Findings], Answers]"


def read_evidence(folder: Folder, root: Path, framework: Framework) -> tuple[Evidence, list[Problem]]:
    """Read the evidence of an area whose folder has been listed; no evidence is no problem."""
    listed = Folder(folder.shown, present=folder.present)
    names = [name for name in folder.present if is_evidence(name)]
    if not names:
        return Evidence(), []
    from omi_report.evidence.cases import read_cases
    from omi_report.evidence.surveys import read_survey

    cases: Answers | None = None
    surveys: dict[str, Answers] = {}
    for name in names:
        stem = name.removesuffix(".csv").removesuffix(".xlsx")
        if name == stem or not _is_known(stem, framework):
            listed.problems.append(_stray(listed, name, framework))
        elif name.endswith(".xlsx") and f"{stem}.csv" in names:
            message, hint = f"{stem}.csv is there as well", "keep one of the two: nobody can say which one counts"
            listed.problems.append(rules.NOT_A_TABLE.at(Location(listed.shown_path(name)), message, hint))
        elif stem == CASES:
            cases = _read(listed, root, name, lambda sheet, found: read_cases(sheet, framework, found))
        else:
            survey = framework.surveys_by_id[stem.removeprefix(SURVEYS)]
            answers = _read(listed, root, name, lambda sheet, found, survey=survey: read_survey(sheet, survey, found))  # type: ignore[misc]
            if answers is not None:
                surveys[survey.id] = answers
    return Evidence(cases, surveys, sound=not listed.problems), listed.problems


def is_evidence(name: str) -> bool:
    """Say whether a file of an area is meant as evidence. Excel keeps a small file beside each open workbook."""
    return name.startswith(EVIDENCE) and not name.rsplit("/", 1)[-1].startswith("~$")


def _is_known(stem: str, framework: Framework) -> bool:
    return stem == CASES or (stem.startswith(SURVEYS) and stem.removeprefix(SURVEYS) in framework.surveys_by_id)


def _stray(folder: Folder, name: str, framework: Framework) -> Problem:
    known = [f"{stem}{suffix}" for stem in _stems(framework) for suffix in SUFFIXES]
    nearest = closest(name, known)
    hint = f"did you mean «{nearest[0]}»?" if nearest else f"evidence is {', '.join(known[::2])} (or .xlsx)"
    return UNKNOWN_FILE.at(Location(folder.shown_path(name)), "no such file is read", hint)


def _stems(framework: Framework) -> list[str]:
    return [CASES, *(f"{SURVEYS}{survey}" for survey in framework.surveys_by_id)]


def _read(folder: Folder, root: Path, name: str, reader: Reader) -> Answers | None:
    """Read one file; None where it is no table at all."""
    data = read_bytes(folder, root, name, limit=MAX_BYTES)
    if data is None:
        return None
    from omi_report.evidence.sheet import Findings, NotATableError

    if name.endswith(".xlsx"):
        from omi_report.evidence.workbook import open_workbook as opened
    else:
        from omi_report.evidence.delimited import open_delimited as opened

    found: Findings | None = None
    try:
        sheet = opened(data, name, folder.shown_path(name))
        found = Findings(sheet)
        answers = reader(sheet, found)
    except NotATableError as error:
        folder.problems += found.all() if found else []
        folder.problems.append(rules.NOT_A_TABLE.at(error.location, error.message, error.hint))
        return None
    folder.problems += found.all()
    return answers
