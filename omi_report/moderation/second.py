"""The sheet of second judgements → who judged which case as the second, and how."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from omi_report.evidence import evidence_rules
from omi_report.evidence.cases import case_columns
from omi_report.evidence.set_apart import SetApart, set_apart
from omi_report.evidence.sheet import Sheet, SheetProblems
from omi_report.evidence.sheet_reading import read_sheet
from omi_report.evidence.table import Known
from omi_report.evidence.tabulate import Column, Tabulated, form_of_id, name_of_heading, tabulate
from omi_report.evidence.unfinished import Unfinished
from omi_report.model.evidence import BLANK, CASE_COLUMN, Answers
from omi_report.model.framework import Framework
from omi_report.model.moderated import FIRST_COLUMN, JUDGE_COLUMN, SecondCase
from omi_report.model.sample import Sample
from omi_report.model.sample_record import Judge
from omi_report.moderation.moderation_rules import SECOND_ROW
from omi_report.problems import Problem, excerpt
from omi_report.source.places import JUDGES_FILE, SECOND_FILE

_APART = (FIRST_COLUMN, JUDGE_COLUMN)


def second_columns(framework: Framework) -> dict[str, Column]:
    """Return the columns of second judgements that hold answers, by their questions."""
    return {name: column for name, column in case_columns(framework).items() if column.kind == "question"}


def read_second(
    data: bytes,
    shown: str,
    framework: Framework,
    known: Collection[str],
    sample: Sample | None,
    judges: tuple[Judge, ...],
) -> tuple[tuple[SecondCase, ...], list[Problem]]:
    """Read second judgements, with every problem of headings and cells.

    Columns of attributes are left alone, and any question may be missing or blank: it was not judged twice then.
    ``known`` are the ids of the area's cases. Who judged a case first stands in the sheet, or in the sample.
    """
    columns = second_columns(framework)
    there: dict[str, Column] = {}
    apart = SetApart()

    def narrowed(sheet: Sheet) -> Sheet:
        nonlocal apart
        narrow, apart = set_apart(sheet, lambda name: name not in framework.attributes, _APART)
        names = {name_of_heading(heading, columns) for heading in narrow.header}
        there.update({name: column for name, column in columns.items() if name in names})
        return narrow

    first = {form_of_id(each.case): each.judge for each in (sample.cases if sample else ())}
    who = _Who({form_of_id(each) for each in known}, first, {each.id for each in judges})

    def reader(sheet: Sheet, found: SheetProblems) -> tuple[SecondCase, ...]:
        table = tabulate(sheet, columns, CASE_COLUMN, found)
        _forget_missing(found)
        apart.tell_lengths(found)
        if JUDGE_COLUMN not in apart.places:
            message, hint = f"there is no column «{JUDGE_COLUMN}»", "add it: who judged the case as the second"
            found.add(SECOND_ROW, sheet.header_line, 0, message, hint)
        return () if found.problems else tuple(who.rows(table, apart, found))

    def beforehand() -> Known:
        return Known(there, CASE_COLUMN, blanks=True)

    cases, problems = read_sheet(data, SECOND_FILE, shown, reader, beforehand, columns=narrowed)
    return cases or (), problems


def second_so_far(second: Iterable[SecondCase], judge: str, framework: Framework) -> Unfinished:
    """Return what somebody has answered as the second judge, as if it were a sheet of cases."""
    own = [each for each in second if each.judge == judge]
    columns = second_columns(framework)
    codes = {
        name: bytes(column.answers.index(each.answers[name]) + 1 if name in each.answers else BLANK for each in own)
        for name, column in columns.items()
    }
    values = {name: column.answers for name, column in case_columns(framework).items()}
    ids = {each.case: each.line for each in own}
    return Unfinished(Answers(SECOND_FILE, len(own), codes, values, ids), tuple(ids))


def _forget_missing(found: SheetProblems) -> None:
    """A question that nobody judged twice needs no column."""
    missing = evidence_rules.MISSING_COLUMN
    found.problems[:] = [each for each in found.problems if each.code != missing.code]
    found.counts.pop(missing, None)


class _Who:
    """Who may have judged what: the cases that there are, those who judged them first, and all who judge."""

    def __init__(self, cases: Collection[str], first: Mapping[str, str], judges: Collection[str]) -> None:
        self._cases, self._first, self._judges = cases, first, judges

    def rows(self, table: Tabulated, apart: SetApart, found: SheetProblems) -> Iterator[SecondCase]:
        """Yield the cases of a sheet, with what is wrong about those who judged them."""
        answers = table.answers
        for row, (case, line) in enumerate(answers.ids.items()):
            cells = apart.cells[line]
            first = cells.get(FIRST_COLUMN, "") or self._first.get(form_of_id(case), "")
            read = SecondCase(
                case,
                first,
                cells.get(JUDGE_COLUMN, ""),
                {
                    name: answers.values[name][codes[row] - 1]
                    for name, codes in answers.columns.items()
                    if codes[row] != BLANK
                },
                line,
            )
            for column, message, hint in self._wrong(read):
                index = table.indexes[CASE_COLUMN] if column == CASE_COLUMN else apart.index(column)
                length = len(case if column == CASE_COLUMN else cells.get(column, "")) or 1
                found.add(SECOND_ROW, line, index, message, hint, length=length)
            yield read

    def _wrong(self, read: SecondCase) -> Iterator[tuple[str, str, str]]:
        """The column in which something is wrong, what it is, and what to do."""
        if self._cases and form_of_id(read.case) not in self._cases:
            yield CASE_COLUMN, f"the area has no case «{excerpt(read.case)}»", "correct its id, or remove the row"
        for column, judge in ((FIRST_COLUMN, read.first), (JUDGE_COLUMN, read.judge)):
            if judge and self._judges and judge not in self._judges:
                hint = f"there are {', '.join(sorted(self._judges))}, as {JUDGES_FILE} has them"
                yield column, f"there is no judge «{excerpt(judge)}»", hint
        if not read.judge:
            yield JUDGE_COLUMN, "nothing says who judged the case as the second", "write their short name"
        elif read.judge == read.first:
            yield JUDGE_COLUMN, f"«{excerpt(read.judge)}» judged the case first as well", "correct one of the two"
