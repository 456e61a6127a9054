"""The sample of cases: which columns it has, and which questions each case gets."""

from __future__ import annotations

from collections.abc import Mapping

from omi_report.evidence import evidence_rules as rules
from omi_report.evidence.counts import all_rows, bits, row_numbers, rows_with
from omi_report.evidence.sheet import Sheet, SheetProblems
from omi_report.evidence.tabulate import Column, Tabulated, attribute_columns, tabulate
from omi_report.model.evidence import BLANK, CASE_COLUMN, Answers
from omi_report.model.framework import Framework
from omi_report.model.questions import Answer, Question


def read_cases(sheet: Sheet, framework: Framework, found: SheetProblems) -> Answers:
    """Read the sample of cases, with every problem of its headings and cells."""
    table = tabulate(sheet, case_columns(framework), CASE_COLUMN, found)
    for question in framework.questions.values():
        if question.id in table.answers.columns:
            _check_answered(table, question, framework, found)
    for attribute in framework.attributes:
        if attribute in table.answers.columns:
            _check_filled(table, attribute, found)
    return table.answers


def case_columns(framework: Framework) -> dict[str, Column]:
    """Return the columns of a sample of cases: the framework's attributes, then its questions."""
    columns = attribute_columns(framework.attributes)
    common = _question_column(framework.answers)
    for question in framework.questions.values():
        columns[question.id] = _question_column(question.answers) if question.answers else common
    return columns


def _question_column(answers: tuple[Answer, ...]) -> Column:
    ids, names = tuple(each.id for each in answers), tuple(each.name for each in answers)
    return Column("question", ids, names, _not_relevant(answers))


def _check_filled(table: Tabulated, attribute: str, found: SheetProblems) -> None:
    """A blank attribute leaves open which questions the case gets."""
    cells = table.answers.columns[attribute]
    if BLANK in cells:
        known = ", ".join(table.answers.values[attribute])
        for row in row_numbers(bits(cells, bytes([BLANK])), table.answers.size):
            line, index = table.lines[row], table.indexes[attribute]
            found.add(rules.BAD_ATTRIBUTE, line, index, f"the case has no «{attribute}»", f"use {known}")


def _check_answered(table: Tabulated, question: Question, framework: Framework, found: SheetProblems) -> None:
    """Check that each case that a question applies to has an answer, and that no other case has one that counts."""
    answers = table.answers
    cells = answers.columns[question.id]
    if not question.applies_to and BLANK not in cells:
        return
    meant, known = _applicable(answers, question.applies_to)
    scale = framework.answers_to(question)
    missing = bits(cells, bytes([BLANK])) & meant & known
    unwanted = (
        known & ~meant & rows_with(answers, question.id, [each.id for each in scale if each.line != "not-relevant"])
    )
    index = table.indexes[question.id]
    hint = missing_hint(scale)
    for row in row_numbers(missing, answers.size):
        found.add(rules.MISSING_ANSWER, table.lines[row], index, f"there is no answer to «{question.id}»", hint)
    if unwanted:
        kind = " and ".join(f"{name} is {' or '.join(values)}" for name, values in question.applies_to.items())
        message = f"«{question.id}» is answered, and it applies only where {kind}"
        hint = "empty the cell, or fix the attribute"
        for row in row_numbers(unwanted, answers.size):
            found.add(rules.UNWANTED_ANSWER, table.lines[row], index, message, hint)


def missing_hint(answers: tuple[Answer, ...]) -> str:
    """Say what to do about a blank cell, by the answers that its question can have."""
    answer = _not_relevant(answers)
    if answer:
        return f"fill it in; {answer} where the question does not matter to the case"
    return "fill it in; no answer of the framework says that a question does not matter to a case"


def _not_relevant(answers: tuple[Answer, ...]) -> str:
    return " or ".join(each.id for each in answers if each.line == "not-relevant")


def _applicable(answers: Answers, applies_to: Mapping[str, tuple[str, ...]]) -> tuple[int, int]:
    """The rows that a question applies to, and the rows for which we know whether it does."""
    meant = known = all_rows(answers)
    for attribute, values in applies_to.items():
        if attribute not in answers.columns:
            return meant, 0
        meant &= rows_with(answers, attribute, values)
        known &= rows_with(answers, attribute, answers.values[attribute])
    return meant, known
