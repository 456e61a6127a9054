"""``evidence/map.yaml``: how exports of judged cases and of surveys are read, column by column and answer by answer.

The area keeps the file, so that an import can be made again. No report holds anything of it.

Annotations are not put off (``from __future__``): a record reads them when its class is made.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from omi_report.model import facts
from omi_report.model.base import Base, OneOrMore, Words
from omi_report.model.evidence import CASES_SHEET
from omi_report.model.framework import Framework
from omi_report.model.kinds import Contents, FileKind
from omi_report.model.record import Record, field
from omi_report.problems import meant_or
from omi_report.source.places import MAP_FILE
from omi_report.source.tree import Path

CASELOAD: Final = "caseload"
"""What a sheet holds that lists all cases of an area: a sample is drawn from it, and nothing of it is imported."""

TEAM: Final = "team"
"""The heading of the teams in a caseload that no map tells of."""

IGNORED: Final = "ignore"
"""What a column is mapped to that is left out."""

LEFT_BLANK: Final = "blank"
"""What a value is mapped to that stands for no answer."""

ALL_COLUMNS: Final = "*"
"""The key of the answers that hold for every column."""


class LongColumns(Record):
    """The columns of an export with a row for each answer; its ids stand where those of any other export stand."""

    question: Words = field(about="the column that says which question is answered, by its heading or its letters")
    answer: Words = field(about="the column of the answers, likewise")


class MapSource(Record):
    """One sheet that is exported, and what its columns and its answers are to the framework."""

    of: Words = field(default=CASES_SHEET, about="what it holds: cases, a survey by its id, or caseload")
    file: Words = field(default="*", about="the name of the file, where * stands for anything: judged-*.xlsx")
    sheet: Words = field(default="*", about="the name of the sheet in a workbook, likewise")
    heading_row: Base | None = field(
        default=None, about="the row of the headings, as the sheet counts; looked for if left out"
    )
    heading_rows: tuple[Base, ...] = field(default=(), about="the rows, where the headings stand in several: [3, 4]")
    case: Words | None = field(default=None, about="the column of the cases' ids, by its heading or its letters")
    respondent: Words | None = field(default=None, about="the column of the respondents' ids, where there is one")
    team: Words | None = field(default=None, about="of a caseload: the column of the teams that have the cases")
    columns: dict[Words, Words] = field(
        default={},
        about="each column by its heading, its first words with …, or its letters (AF): a question, an attribute, or "
        "ignore",
    )
    long: LongColumns | None = field(
        default=None,
        about="where each row is one answer: {question: Question, answer: Answer}; under «columns» stands what each "
        "text in the column of the questions is",
    )
    headings: dict[Words, Words] = field(
        default={},
        about="what stands above the columns that go by their letters, where … stands for anything; where another "
        "heading stands there, nothing is imported",
    )
    answers: dict[Words, dict[Words, Words]] = field(
        default={},
        about="what is written: which answer it is, or blank; by question or attribute, or under '*' for all",
    )
    blank: OneOrMore = field(default=(), about="what stands for no answer in every column: [N/A, '-']")
    skip: OneOrMore = field(default=(), about="rows that are no cases, by how they begin: [Total, Average]")
    unsure: OneOrMore = field(
        default=(), about="what omi guessed and nobody has looked at; take out what is right, and correct the others"
    )

    @property
    def heading_lines(self) -> tuple[int, ...]:
        """The rows of the headings; none where they are to be looked for."""
        return self.heading_rows or ((self.heading_row,) if self.heading_row else ())


class EvidenceMap(Record):
    """``evidence/map.yaml``: how exports become the sheets of evidence."""

    sources: tuple[MapSource, ...] = ()


def columns_of(framework: Framework, of: str) -> dict[str, tuple[str, ...]] | None:
    """Return the columns of a sheet, each with the ids and names of its answers; None where there is no such sheet."""
    if of == CASES_SHEET:
        found = {name: _both(each.ids, each.names.values()) for name, each in framework.attributes.items()}
        for question in framework.questions.values():
            answers = framework.answers_to(question)
            found[question.id] = _both((each.id for each in answers), (each.name for each in answers))
        return found
    if of == CASELOAD and framework.sampling is not None:
        attributes = {name: framework.attributes[name] for name in framework.sampling.attributes}
        return {name: _both(each.ids, each.names.values()) for name, each in attributes.items()}
    survey = framework.surveys_by_id.get(of)
    if survey is None:
        return None
    found = {name: _both(each.ids, each.names.values()) for name, each in survey.attributes.items()}
    for asked in survey.questions:
        answers = survey.answers_to(asked)
        found[asked.id] = _both((each.id for each in answers), (each.name for each in answers))
    return found


def _both(ids: Iterator[str] | tuple[str, ...], names: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*ids, *names)))  # type: ignore[misc]


def _faults(held: EvidenceMap, area: Contents) -> Iterator[facts.ContentFault]:
    framework = area.framework
    for at, source in enumerate(held.sources):
        path: Path = ("sources", at)
        columns = columns_of(framework, source.of)
        if columns is None:
            drawn = () if framework.sampling is None else (CASELOAD,)
            sheets = (CASES_SHEET, *framework.surveys_by_id, *drawn)
            hint = meant_or(f"use {', '.join(sheets)}", source.of, sheets)
            yield facts.ContentFault((*path, "of"), f"there is no sheet «{source.of}»", hint)
            continue
        yield from _own_faults(source, path)
        yield from _heading_faults(source, path)
        yield from _column_faults(source, columns, path)
        yield from _answer_faults(source, columns, path)


def _own_faults(source: MapSource, path: Path) -> Iterator[facts.ContentFault]:
    """What is said twice, or of the wrong kind of sheet."""
    is_cases = source.of in (CASES_SHEET, CASELOAD)
    if source.team is not None and source.of != CASELOAD:
        yield facts.ContentFault((*path, "team"), "only a caseload has teams", "leave the key out")
    if is_cases and source.case is None:
        yield facts.ContentFault(path, "the map does not say in which column the cases are", "add «case: …»")
    if is_cases and source.respondent is not None:
        yield facts.ContentFault((*path, "respondent"), "a sheet of cases has no respondents", "call the key «case»")
    if not is_cases and source.case is not None:
        yield facts.ContentFault((*path, "case"), "a survey has no cases", "call the key «respondent»")
    if source.long is not None and source.of == CASELOAD:
        yield facts.ContentFault((*path, "long"), "a caseload has a row for each case", "leave the key out")
    if source.long is not None and not is_cases and source.respondent is None:
        message = "the map does not say whose each answer is"
        yield facts.ContentFault((*path, "long"), message, "add «respondent: …», the column of the respondents' ids")
    if source.heading_row and source.heading_rows:
        yield facts.ContentFault(
            (*path, "heading_rows"), "the rows of the headings are given twice", "leave out one of the two"
        )


def _heading_faults(source: MapSource, path: Path) -> Iterator[facts.ContentFault]:
    """Headings of columns that the map does not take."""
    known = {*source.columns, *filter(None, (source.case, source.respondent))}
    for letters in source.headings:
        if letters not in known:
            message = f"no column of the map goes by «{letters}»"
            hint = "write the heading beside the letters of a column that stands under «columns»"
            yield facts.ContentFault((*path, "headings", letters), message, hint, key=True)


def _column_faults(
    source: MapSource, columns: Mapping[str, tuple[str, ...]], path: Path
) -> Iterator[facts.ContentFault]:
    for heading, name in source.columns.items():
        if name != IGNORED and name not in columns:
            hint = meant_or("name a question or an attribute of the framework, or ignore", name, columns)
            message = f"there is no question or attribute «{name}»"
            yield facts.ContentFault((*path, "columns", heading), message, hint)


def _answer_faults(
    source: MapSource, columns: Mapping[str, tuple[str, ...]], path: Path
) -> Iterator[facts.ContentFault]:
    every = tuple(dict.fromkeys(each for answers in columns.values() for each in answers))
    for name, values in source.answers.items():
        if name != ALL_COLUMNS and name not in columns:
            hint = meant_or("name a question or an attribute, or '*' for all", name, columns)
            message = f"there is no question or attribute «{name}»"
            yield facts.ContentFault((*path, "answers", name), message, hint, key=True)
            continue
        known = every if name == ALL_COLUMNS else columns[name]
        for written, answer in values.items():
            if answer != LEFT_BLANK and answer not in known:
                where = "any column" if name == ALL_COLUMNS else f"«{name}»"
                hint = meant_or(f"use {', '.join(known[:6])} or {LEFT_BLANK}", answer, known)
                message = f"«{answer}» is no answer of {where}"
                yield facts.ContentFault((*path, "answers", name, written), message, hint)


EVIDENCE_MAP = FileKind(id="evidence-map", file=MAP_FILE, model=EvidenceMap, faults=_faults, is_beside=True)
"""The kind of the file. It is the kind of no part, so that nothing of a report comes from it."""
