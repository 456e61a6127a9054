"""What `omi evidence missing` shows in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.table import Table

from omi_report.cli.sample_view import needs_table
from omi_report.cli.terminal import cell, console as new_console, say
from omi_report.evidence.unfinished import CaseSoFar
from omi_report.judging.progress import JudgingSoFar
from omi_report.model.area import Area
from omi_report.numbering import as_printed

_LISTED = 8
"""So many questions are listed of a case where all views are shown."""


def show_missing(area: Area, found: JudgingSoFar, by: str | None) -> None:
    """Print how much is missing, and where: in one view, or in all."""
    show_counts(area, found)
    if by is None:
        show_needs(area, found)
    if not found.incomplete():
        return
    if by in (None, "criterion"):
        _show_criteria(found)
    if by in (None, "judge"):
        _show_judges(found, wanted=by == "judge")
    if by in (None, "case"):
        _show_cases(found, whole=by == "case")


def show_counts(area: Area, found: JudgingSoFar) -> None:
    """Print the counts: what is missing, and what else keeps cases from being complete."""
    terms = area.framework.terms
    cases = f"{len(found.expected):,} {terms.case if len(found.expected) == 1 else terms.cases}"
    state = f"{len(found.complete):,} of {cases} complete, {found.begun:,} begun, {found.not_begun:,} not begun"
    new_console().print(cell(f"{area.identity.area}: {state}", style="bold"))
    missing = f"{found.answers:,} answer{'s' * (found.answers != 1)} missing"
    if found.attributes:
        missing += f", and {found.attributes:,} attribute{'s' * (found.attributes != 1)}"
    if found.unsettled:
        missing += f"; {found.unsettled:,} more may be, which the attributes settle"
    say(missing)
    if found.wrong or found.unfinished.others:
        wrong = [
            f"{found.wrong:,} {terms.case if found.wrong == 1 else terms.cases} with answers that cannot be right"
            if found.wrong
            else "",
            f"{found.unfinished.others:,} other errors in the sheet" if found.unfinished.others else "",
        ]
        say(f"{' and '.join(filter(None, wrong))}: omi validate says which")
    if found.strangers:
        named = ", ".join(case.case for case in found.strangers[:_LISTED])
        more = f" and {len(found.strangers) - _LISTED:,} more" if len(found.strangers) > _LISTED else ""
        say(f"In the sheet and not of the sample: {named}{more}")


def show_needs(area: Area, found: JudgingSoFar) -> None:
    """Print the quotas and minimums of the sample with the cases that are complete."""
    if found.quotas or found.needs:
        new_console().print(needs_table(area, found.quotas, found.needs, "complete"))


def _table(*headings: str, numbers: Sequence[str] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in headings:
        table.add_column(heading, justify="right" if heading in numbers else "left", overflow="fold")
    return table


def _show_criteria(found: JudgingSoFar) -> None:
    english, numbers = found.framework.english, ("answers missing", "in cases")
    table = _table("", english.label("%(Term_criterion)s"), *numbers, numbers=numbers)
    for each in found.by_criterion():
        table.add_row(*map(cell, (as_printed(each.number), each.title, f"{each.answers:,}", f"{each.cases:,}")))
    new_console().print(table)


def _show_judges(found: JudgingSoFar, *, wanted: bool) -> None:
    judges = found.by_judge()
    if not judges:
        if wanted:
            say("No case is given to a judge: omi evidence allocate gives those of a sample out")
        return
    numbers = ("cases", "complete", "begun", "answers missing", "attributes missing")
    table = _table("Judge", *numbers, numbers=numbers)
    for each in judges:
        counts = (each.cases, each.complete, each.begun, each.answers, each.attributes)
        table.add_row(cell(each.judge or "nobody"), *(cell(f"{count:,}") for count in counts))
    new_console().print(table)


def _show_cases(found: JudgingSoFar, *, whole: bool) -> None:
    with_judges, missing = bool(found.by_judge()), "answers missing"
    case_word = found.framework.terms.case.capitalize()
    table = _table(case_word, *(["Judge"] if with_judges else []), missing, "which", numbers=(missing,))
    for case in found.incomplete():
        judge = [cell(case.judge)] if with_judges else []
        table.add_row(cell(case.case), *judge, cell(f"{len(case.questions):,}"), cell(_lacks(case, whole=whole)))
    new_console().print(table)


def _lacks(case: CaseSoFar, *, whole: bool) -> str:
    """What a case lacks, in words."""
    if not case.is_begun and not whole:
        return "not begun"
    said = [_listed("attributes", case.attributes, whole=whole), _listed("", case.questions, whole=whole)]
    said += [_listed("perhaps", case.unsettled, whole=whole), _listed("wrong", case.wrong, whole=whole)]
    return "; ".join(filter(None, said))


def _listed(what: str, names: Sequence[str], *, whole: bool) -> str:
    most = len(names) if whole else _LISTED
    shown = ", ".join(map(as_printed, names[:most]))
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{what} {shown}{more}".strip() if names else ""
