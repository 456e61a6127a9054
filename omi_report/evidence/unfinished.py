"""The sample of cases while it is judged: which answers are there, and which are still missing.

A blank is nothing wrong here. Rows do not leave this layer but for what judging needs of them: the ids of cases, and
which of their answers are missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from omi_report.errors import PROBLEMS, NoEvidenceError, OmiError
from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.read import CASES
from omi_report.evidence.tabulate import form_of_id
from omi_report.model.evidence import BLANK, Answers
from omi_report.model.framework import Framework
from omi_report.model.questions import Question
from omi_report.source.places import EVIDENCE_SUFFIXES
from omi_report.source.snapshot import Snapshot

_ABOUT_CELLS = frozenset(
    {
        rules.MISSING_ANSWER,
        rules.BAD_ATTRIBUTE,
        rules.MISSING_COLUMN,
        rules.UNKNOWN_ANSWER,
        rules.UNWANTED_ANSWER,
    }
)
"""What is wrong with single cells, or missing: it is told of the cases in which it is."""


class UnreadableCasesError(OmiError):
    """The sheet of cases is no table of cases, so that nobody can say what is missing in it."""

    status = PROBLEMS


@dataclass(frozen=True, slots=True)
class ExpectedCase:
    """A case that is to be judged: its id, the attributes that are known of it beforehand, and who judges it."""

    case: str
    values: Mapping[str, str] = field(default_factory=dict)
    judge: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class CaseSoFar:
    """A case as far as it is judged. ``row`` is its row in the sheet of cases, None where it is not there yet.

    ``attributes`` and ``questions`` are missing, ``unsettled`` are the questions of which nobody can say whether the
    case gets them, since an attribute is missing. ``wrong`` are the columns in which stands what is no answer, or an
    answer to a question that does not apply. ``expected`` says whether the case is one of those to be judged.
    """

    case: str
    row: int | None
    answered: int
    attributes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    judge: str = ""
    expected: bool = True
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether all is there that its attributes ask for, and nothing is wrong."""
        return not (self.attributes or self.questions or self.unsettled or self.wrong)

    @property
    def is_begun(self) -> bool:
        """Whether any question of it is answered."""
        return self.answered > 0


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The sheet of cases with whatever is missing in it: its answers, if there is one, and the id of each row.

    ``others`` counts what is wrong besides single cells, such as columns that nobody knows.
    """

    answers: Answers | None = None
    ids: tuple[str, ...] = ()
    others: int = 0

    def values(self, row: int, names: Iterable[str]) -> dict[str, str]:
        """Return what stands in some columns of a row: answers by their ids; blanks and other words are left out."""
        found: dict[str, str] = {}
        assert self.answers is not None
        for name in names:
            code = self._code(row, name)
            known = self.answers.values[name]
            if BLANK < code <= len(known):
                found[name] = known[code - 1]
        return found

    def is_wrong(self, row: int, name: str) -> bool:
        """Whether something stands in a cell that is no answer of its column."""
        assert self.answers is not None
        return self._code(row, name) > len(self.answers.values[name])

    def _code(self, row: int, name: str) -> int:
        assert self.answers is not None
        return self.answers.columns[name][row] if name in self.answers.columns else BLANK


def read_unfinished(snapshot: Snapshot, framework: Framework) -> Unfinished:
    """Read the sheet of cases of an area, whatever is missing in it; nothing is found where there is no sheet.

    Raises UnreadableCasesError where it is no table, or where a row has no id, or one that another has.
    """
    names = [f"{CASES}{suffix}" for suffix in EVIDENCE_SUFFIXES if f"{CASES}{suffix}" in snapshot.present]
    if not names:
        return Unfinished()
    name, shown = names[0], snapshot.shown_path(names[0])
    if len(names) > 1 or name not in snapshot.files:
        why = "there is another sheet of cases beside it" if len(names) > 1 else "it cannot be read"
        raise UnreadableCasesError(f"{shown}: {why} (omi validate says more)")
    from omi_report.evidence.cases import read_cases
    from omi_report.evidence.sheet import NotATableError, SheetProblems

    if name.endswith(".xlsx"):
        from omi_report.evidence.workbook import open_workbook as opened
    else:
        from omi_report.evidence.delimited import open_delimited as opened
    try:
        found = SheetProblems(opened(snapshot.files[name].data, name, shown))
        answers = read_cases(found.sheet, framework, found)
    except NotATableError as error:
        raise UnreadableCasesError(f"{error.location}: {error.message}: {error.hint}") from error
    if len(answers.ids) != answers.size:
        codes = (rules.ROW_ID.code, rules.BAD_HEADING.code)
        where = next((each for each in found.problems if each.code in codes), None)
        said = f"{where.location}: {where.message}" if where else f"{shown}: rows have no id of their own"
        raise UnreadableCasesError(f"{said} (omi validate shows all)")
    others = sum(count for rule, count in found.counts.items() if rule not in _ABOUT_CELLS)
    return Unfinished(answers, tuple(answers.ids), others)


def cases_so_far(
    unfinished: Unfinished, expected: Sequence[ExpectedCase], framework: Framework, shown: str
) -> tuple[CaseSoFar, ...]:
    """Return the cases that are to be judged, in their order, then those of the sheet that are no such.

    Where no cases are expected, they are those of the sheet. Raises NoEvidenceError where there are neither; ``shown``
    is what the area is called then.
    """
    if unfinished.answers is None and not expected:
        raise NoEvidenceError(f"{shown} has neither evidence/cases.csv nor a sample: there is nothing to judge yet")
    rows = {form_of_id(case): row for row, case in enumerate(unfinished.ids)}
    found = [_so_far(unfinished, rows.pop(form_of_id(each.case), None), each, framework) for each in expected]
    for row in sorted(rows.values()):
        case = _so_far(unfinished, row, ExpectedCase(unfinished.ids[row]), framework, expected=not expected)
        found.append(case)
    return tuple(found)


def applies(question: Question, values: Mapping[str, str]) -> bool | None:
    """Say whether a case with some attributes gets a question; None where an attribute that settles it is missing."""
    known = [values.get(name) in wanted for name, wanted in question.applies_to.items() if values.get(name)]
    if not all(known):
        return False
    return True if len(known) == len(question.applies_to) else None


def _so_far(
    unfinished: Unfinished, row: int | None, case: ExpectedCase, framework: Framework, *, expected: bool = True
) -> CaseSoFar:
    there = {} if row is None else unfinished.values(row, (*framework.attributes, *framework.questions))
    wrong = [] if row is None else [name for name in _columns(framework) if unfinished.is_wrong(row, name)]
    values = {
        **{name: value for name, value in case.values.items() if row is None},
        **{name: there[name] for name in framework.attributes if name in there},
    }
    questions: list[str] = []
    unsettled: list[str] = []
    for question in framework.questions.values():
        asked = applies(question, values)
        if question.id in there:
            if asked is False and _counts(question, there[question.id], framework):
                wrong.append(question.id)
        elif question.id not in wrong and asked is not False:
            (questions if asked else unsettled).append(question.id)
    return CaseSoFar(
        case.case,
        row,
        sum(name in there for name in framework.questions),
        tuple(name for name in framework.attributes if name not in values and name not in wrong),
        tuple(questions),
        tuple(unsettled),
        tuple(wrong),
        case.judge,
        expected,
        values,
    )


def _columns(framework: Framework) -> Iterator[str]:
    yield from framework.attributes
    yield from framework.questions


def _counts(question: Question, answer: str, framework: Framework) -> bool:
    return any(each.id == answer and each.line != "not-relevant" for each in framework.answers_to(question))


def narrowed(unfinished: Unfinished, rows: Sequence[int], framework: Framework) -> Answers:
    """Return the answers of some rows alone; a column that the sheet does not have is blank in all of them."""
    answers = unfinished.answers
    assert answers is not None
    blank = bytes(answers.size)
    return Answers(
        answers.file,
        len(rows),
        {name: bytes(answers.columns.get(name, blank)[row] for row in rows) for name in _columns(framework)},
        answers.values,
        {unfinished.ids[row]: answers.ids[unfinished.ids[row]] for row in rows},
    )


def missing_by_question(cases: Iterable[CaseSoFar]) -> Counter[str]:
    """Count the cases in which each question is to be answered yet."""
    return Counter(question for case in cases for question in case.questions)
