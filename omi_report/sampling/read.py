"""The files of a sample in an area → the sample, and every problem in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from omi_report.evidence.set_apart import SetApart
from omi_report.evidence.sheet import Sheet, SheetProblems
from omi_report.evidence.tabulate import Column, Tabulated
from omi_report.model.evidence import BLANK, CASE_COLUMN
from omi_report.model.framework import Framework
from omi_report.model.sample import Sample, SampleCase
from omi_report.model.sample_record import SAMPLE_COLUMNS, SAMPLE_PLACES, DrawnSample, Judge, Judges, SamplePlace
from omi_report.problems import Location, Problem, Rule, excerpt
from omi_report.sampling import sample_rules as rules
from omi_report.source.places import JUDGES_FILE, OF_SAMPLE, SAMPLE_FILE, SAMPLING_FILE
from omi_report.source.snapshot import Snapshot

_PLACE = "place"
_APART = tuple(each for each in SAMPLE_COLUMNS if each not in (CASE_COLUMN, _PLACE))


def read_sample(snapshot: Snapshot, framework: Framework) -> tuple[Sample | None, tuple[Judge, ...], list[Problem]]:
    """Read the sample of an area, and those who judge, whom an area without a sample can name as well.

    There is no sample where anything but its judges is wrong.
    """
    present = [name for name in OF_SAMPLE if name in snapshot.present]
    if not present:
        return None, (), []
    problems = list(_half(snapshot, framework, present))
    drawn, judges = _records(snapshot, present, problems)
    cases = _cases(snapshot, framework, judges, problems) if SAMPLE_FILE in present and framework.sampling else ()
    if drawn is None or any(each.code != rules.SAMPLE_JUDGE.code for each in problems):
        return None, judges, problems
    return Sample(cases, drawn, judges), judges, problems  # `omi evidence allocate` gives its cases to other judges


def _half(snapshot: Snapshot, framework: Framework, present: list[str]) -> Iterator[Problem]:
    if present == [JUDGES_FILE]:
        return  # cases that nobody drew are judged by somebody too
    where = Location(snapshot.shown_path(present[0]))
    if framework.sampling is None:
        message = f"there is a sample, and the framework {framework.framework} does not say how one is drawn"
        yield rules.HALF_A_SAMPLE.at(where, message, "add «sampling: …» to the framework, or remove the file")
        return
    both = (SAMPLE_FILE, SAMPLING_FILE)
    missing = [name for name in both if name not in present]
    if len(missing) == 1:
        message = f"there is no {missing[0]} beside it"
        yield rules.HALF_A_SAMPLE.at(where, message, "omi sample writes both: put the other back, or remove this one")


def _records(
    snapshot: Snapshot, present: list[str], problems: list[Problem]
) -> tuple[DrawnSample | None, tuple[Judge, ...]]:
    from omi_report.model.flaws import twice
    from omi_report.model.shape import fill
    from omi_report.source.folder import Folder

    folder = Folder(snapshot)
    files = {name: folder.read(name) for name in present if name != SAMPLE_FILE}
    problems += folder.problems
    drawn: DrawnSample | None = None
    judges: Judges | None = None
    if file := files.get(SAMPLING_FILE):
        drawn, wrong = fill(DrawnSample, file)
        problems += wrong
    if file := files.get(JUDGES_FILE):
        judges, wrong = fill(Judges, file)
        problems += wrong
        ids = [(("judges", at, "id"), each.id) for at, each in enumerate(judges.judges if judges else ())]
        for flaw in twice("judge", ids):
            problems.append(rules.SAMPLE_JUDGE.at(file.at(flaw.path), flaw.message, "give each an id of their own"))
    return drawn, judges.judges if judges else ()


def _cases(
    snapshot: Snapshot, framework: Framework, judges: tuple[Judge, ...], problems: list[Problem]
) -> tuple[SampleCase, ...]:
    from omi_report.evidence.set_apart import set_apart
    from omi_report.evidence.sheet_reading import read_sheet
    from omi_report.evidence.table import Known
    from omi_report.evidence.tabulate import attribute_columns, tabulate

    assert framework.sampling is not None
    content = snapshot.files.get(SAMPLE_FILE)
    if content is None:
        problems.append(snapshot.unread[SAMPLE_FILE])
        return ()
    attributes = {name: framework.attributes[name] for name in framework.sampling.attributes}
    columns = attribute_columns(attributes) | {_PLACE: Column("attribute", SAMPLE_PLACES)}
    apart = SetApart()

    def narrowed(sheet: Sheet) -> Sheet:
        nonlocal apart
        narrow, apart = set_apart(sheet, lambda _name: True, _APART)
        return narrow

    def reader(sheet: Sheet, found: SheetProblems) -> tuple[SampleCase, ...]:
        table = tabulate(sheet, columns, CASE_COLUMN, found)
        apart.tell_lengths(found)
        return () if found.problems else tuple(_rows(table, apart, judges, found))

    shown = snapshot.shown_path(SAMPLE_FILE)
    known = Known(columns, CASE_COLUMN)
    cases, wrong = read_sheet(content.data, SAMPLE_FILE, shown, reader, lambda: known, columns=narrowed)
    problems += wrong
    return cases or ()


def _rows(table: Tabulated, apart: SetApart, judges: tuple[Judge, ...], found: SheetProblems) -> Iterator[SampleCase]:
    answers = table.answers
    by_id = {each.id: each for each in judges}
    for row, (case, line) in enumerate(answers.ids.items()):
        values = {name: _value(answers.values[name], cells[row]) for name, cells in answers.columns.items()}
        for name, value in values.items():
            if not value:
                from omi_report.evidence.evidence_rules import BAD_ATTRIBUTE

                known = ", ".join(answers.values[name])
                found.add(BAD_ATTRIBUTE, line, table.indexes[name], f"the case has no «{name}»", f"use {known}")
        stands = values.pop(_PLACE, "")
        place: SamplePlace = next((each for each in SAMPLE_PLACES if each == stands), "sample")
        cells = apart.cells[line]
        order = cells.get("order", "")
        number = int(order) if order.isascii() and order.isdecimal() and len(order) < 10 else 0
        read = SampleCase(case, place, number, values, *(cells.get(name, "") for name in _APART[1:]))
        for column, message, hint, rule in (*_wrong_row(read), *_wrong_judges(read, by_id)):
            found.add(
                rule, line, apart.index(column), f"{case}: {message}", hint, length=len(cells.get(column, "")) or 1
            )
        yield read


def _value(values: tuple[str, ...], code: int) -> str:
    return "" if code == BLANK else values[code - 1]


_Wrong: TypeAlias = "Iterator[tuple[str, str, str, Rule]]"
"""The column in which something is wrong, what it is, what to do, and which rule says so."""


def _wrong_row(case: SampleCase) -> _Wrong:
    if case.order < 1:
        hint = "take it from the file as it was drawn"
        yield "order", "the order is no whole number from 1 on", hint, rules.SAMPLE_ROW
    if case.place == "withdrawn" and not case.reason:
        hint = "write it under «reason»; omi evidence replace asks for it"
        yield "reason", "the case was withdrawn, and nothing says why", hint, rules.SAMPLE_ROW


def _wrong_judges(case: SampleCase, judges: dict[str, Judge]) -> _Wrong:
    for column, given in (("judge", case.judge), ("second", case.second)):
        judge = judges.get(given)
        if judge is None and given:
            hint = f"there are {', '.join(judges)}" if judges else f"{JUDGES_FILE} has those who judge"
            yield column, f"there is no judge «{excerpt(given)}»", hint, rules.SAMPLE_JUDGE
        elif judge and judge.is_assessor and case.is_own_of(judge):
            message = f"{given} is an assessor of the team that has the case"
            yield column, message, "give it to somebody else; omi evidence allocate does", rules.SAMPLE_JUDGE
    if case.judge and case.judge == case.second:
        hint = "leave «second» empty, or name another"
        yield "second", "both judgements are given to the same judge", hint, rules.SAMPLE_JUDGE
    if case.second and not case.judge:
        hint = "name the first under «judge»"
        yield "judge", "there is a second judge, and no first one", hint, rules.SAMPLE_JUDGE
