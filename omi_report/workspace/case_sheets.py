"""The workbooks in which the cases of an area are judged: what each is to hold, and writing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omi_report import limits
from omi_report.errors import NoEvidenceError, OutputError, SystemRefusalError, UnknownNameError
from omi_report.evidence.grids import read_grids
from omi_report.evidence.sheet import NotATableError
from omi_report.evidence.sheet_titles import SECOND_SHEET
from omi_report.evidence.unfinished import ExpectedCase, Unfinished, read_unfinished
from omi_report.files import read_regular, write_output
from omi_report.inspection import Inspection
from omi_report.judging.expected import (
    CaseListError,
    expect_judge,
    expected_cases,
    judges_of,
    listed_cases,
    numbered_cases,
)
from omi_report.judging.filled import read_filled, would_be_lost
from omi_report.judging.form import FormBook, FormSheet, case_sheet, survey_sheet
from omi_report.judging.moderation import moderated_in
from omi_report.judging.workbook import form_workbook
from omi_report.model.sample_record import draw_mark
from omi_report.moderation.second import second_so_far
from omi_report.problems import excerpt, meant_or_all
from omi_report.remarks.read_error import name_in_file
from omi_report.sheets import expect_place


@dataclass(frozen=True)
class SheetChoice:
    """Which sheets are asked for: of one judge, of each, or of a survey alone; and of which cases, without a sample."""

    judge: str = ""
    each_judge: bool = False
    survey: str = ""
    cases: tuple[ExpectedCase, ...] = field(default=())


def cases_listed_in(path: Path) -> tuple[ExpectedCase, ...]:
    """Read a list of cases: a workbook, a CSV file, or a text with an id in each line.

    Raises CaseListError where it is none, and SystemRefusalError where it cannot be read.
    """
    try:
        grids = read_grids(read_regular(path.resolve(), limits.EVIDENCE_BYTES), str(path))
    except OSError as error:
        raise SystemRefusalError(f"{path} cannot be read: {error.strerror or error}") from error
    except NotATableError as error:
        raise CaseListError(f"{path}: {error.message}: {error.hint}") from error
    return listed_cases(grids[0]) if grids else ()


def cases_numbered(count: int, prefix: str) -> tuple[ExpectedCase, ...]:
    """Return so many cases, numbered behind a prefix."""
    return numbered_cases(count, prefix)


def forms_of(inspection: Inspection, choice: SheetChoice) -> dict[str, FormBook]:
    """Return the workbooks that are asked for, by the names of their files.

    Raises NoEvidenceError where nobody knows the cases, UnknownNameError for a judge or a survey that there is not, and
    UnreadableCasesError, UnreadableSampleError or UnreadableModerationError where the answers, the sample or the second
    judgements that are there cannot be read.
    """
    area, slug = inspection.area, name_in_file(inspection.snapshot.slug)
    framework = inspection.framework

    def book(sheets: Iterable[FormSheet], judge: str = "", draw: str = "") -> FormBook:
        return FormBook(slug, area.identity.area, tuple(sheets), judge, draw, framework.framework)

    if choice.survey:
        if choice.survey not in framework.surveys_by_id:
            known = tuple(framework.surveys_by_id)
            hint = meant_or_all(choice.survey, known) if known else "it has none"
            raise UnknownNameError(f"the framework has no survey «{excerpt(choice.survey)}»: {hint}")
        sheet = survey_sheet(framework.surveys_by_id[choice.survey], framework)
        return {f"{slug}-{choice.survey}.xlsx": book([sheet])}
    there = read_unfinished(inspection.snapshot, framework)
    expected = expected_cases(inspection)
    drawn = area.evidence.sample.drawn if area.evidence.sample else None
    draw = draw_mark(drawn) if drawn and not choice.cases else ""
    if choice.judge or choice.each_judge:
        expect_judge(choice.judge, expected, area.shown)
        judges = (choice.judge,) if choice.judge else judges_of(expected)
        of_each = {judge: _of_judge(inspection, expected, there, judge) for judge in judges}
        return {f"{slug}-{judge}.xlsx": book(sheets, judge, draw) for judge, sheets in of_each.items()}
    cases = _cases(area.shown, expected, there, choice.cases)
    surveys = (survey_sheet(survey, framework) for survey in framework.surveys_by_id.values())
    sheets = (case_sheet(framework, cases, there), *surveys)
    return {f"{slug}-cases.xlsx": book(sheets, draw=draw)}


def _cases(
    shown: str, expected: Sequence[ExpectedCase], there: Unfinished, given: Sequence[ExpectedCase]
) -> Sequence[ExpectedCase]:
    if given and expected:
        raise NoEvidenceError(f"{shown} has a sample, which says what its cases are: leave out --cases and --count")
    found = given or expected or tuple(map(ExpectedCase, there.ids))
    if not found:
        raise NoEvidenceError(
            f"{shown} has neither a sample nor evidence/cases.csv: draw one with omi sample, or say --cases FILE or "
            "--count NUMBER --prefix LETTERS"
        )
    return found


def _of_judge(
    inspection: Inspection, expected: Sequence[ExpectedCase], there: Unfinished, judge: str
) -> tuple[FormSheet, ...]:
    """The cases that somebody judges, and in a sheet of their own those that they judge as the second."""
    framework = inspection.framework
    first = [case for case in expected if case.judge == judge]
    second = [case for case in expected if case.second == judge]
    sheets = [case_sheet(framework, first, there)]
    if second:  # nobody shall see there what the first has answered
        own = second_so_far(moderated_in(inspection).second or (), judge, framework)
        sheets.append(case_sheet(framework, second, own, title=SECOND_SHEET))
    return tuple(sheets)


def write_forms(forms: Mapping[Path, FormBook]) -> None:
    """Write workbooks. Raises OutputError where one would take the place of another's file, or of answers."""
    for path, form in forms.items():
        _expect_readable(path, form)
        expect_place(path)
        _expect_nothing_lost(path, form)
    for path, form in forms.items():
        write_output(path, form_workbook(form))


def _expect_readable(path: Path, form: FormBook) -> None:
    """Refuse to write a sheet that is too large to be read back."""
    for sheet in form.sheets:
        cells = (sheet.height + 1) * (len(sheet.columns) + 1)
        if cells > limits.SHEET_CELLS:
            raise OutputError(
                f"{path}: the sheet «{sheet.title}» would have {cells:,} cells, and one with more than "
                f"{limits.SHEET_CELLS:,} is not read: make several, of fewer cases each"
            )


def _expect_nothing_lost(path: Path, form: FormBook) -> None:
    """Refuse to write over a workbook in which somebody has answered what the area does not have."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"{path} cannot be read, to see what is in it: {error.strerror}") from error
    filled = read_filled(data, str(path))
    if filled is None:
        raise OutputError(f"{path} is there already, and is no sheet of omi's: name another folder with -o")
    lost = would_be_lost(filled, form)
    if lost:
        raise OutputError(
            f"{path} holds {lost:,} answer{'s' * (lost != 1)} that the new file would not have: the area does not have "
            "them, or the cases are another judge's by now. Take them in first with omi evidence import, and move the "
            "file away; or name another folder with -o"
        )
