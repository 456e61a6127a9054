"""What `omi evidence agreement` shows in a terminal."""

from __future__ import annotations

from fractions import Fraction

from rich import box
from rich.table import Table

from omi_report.cli.terminal import cell, console as new_console, say
from omi_report.judging.agreement import Agreement
from omi_report.judging.differences import moved_text
from omi_report.judging.moderation import Moderation
from omi_report.judging.swapped import ToDiscuss
from omi_report.moderation.pairs import names_of_answers
from omi_report.numbering import as_printed
from omi_report.quantity import half_up

_LISTED = 6
"""So many answers are listed of a case where all views are shown."""
_QUESTIONS = 10
"""So many questions are listed where all views are shown."""
_FEW_CASES = 30
"""Of fewer cases it is said that they are few."""
_MEASURES = ("cases", "answers", "alike", "interval", "same side", "kappa", "its interval")


def show_moderation(found: Moderation, by: str | None) -> None:
    """Print how far judges agree: in one view, or in all."""
    _show_counts(found)
    if by is None:
        _show_caution(found)
    if by in (None, "question") and found.pairs:
        _show_questions(found, whole=by == "question")
    if by in (None, "judges") and found.pairs:
        named = {f"{one or 'not known'} and {other}": each for (one, other), each in found.by_judges.items()}
        _show_measures("Judges", named)
    if by in (None, "judges"):
        _show_assessors(found)
    if by in (None, "case") and found.to_discuss:
        _show_cases(found, whole=by == "case")


def _cases(found: Moderation, count: int) -> str:
    terms = found.framework.terms
    return f"{count:,} {terms.case if count == 1 else terms.cases}"


def _answers(count: int) -> str:
    return f"{count:,} answer{'s' * (count != 1)}"


def _show_counts(found: Moderation) -> None:
    given = f" of {_cases(found, found.given)} that have a second judge" if found.given else ""
    twice = f"{found.twice:,}{given}" if given else _cases(found, found.twice)
    say_bold = f"{found.inspection.area.identity.area}: {twice} judged twice, {_answers(len(found.pairs))} compared"
    new_console().print(cell(say_bold, style="bold"))
    if found.whole is not None:
        say(f"Alike: {_per_cent(found.whole)}; on the same side of the line: {found.whole.same_side:,}")
        say(f"Weighted kappa: {_kappa(found.whole)}")
    say(f"Differ and are not settled: {_answers(len(found.found.open))}; settled: {found.settled:,}")
    if found.found.waiting:
        say(f"Not judged by the first yet: {_cases(found, len(found.found.waiting))}")
    if found.found.alone:
        case, question = found.found.alone[0]
        say(
            f"Answered by the second alone: {_answers(len(found.found.alone))}, the first {as_printed(question)} of "
            f"{case}; the first left them open, or they do not apply by the attributes of the case"
        )
    if found.others:
        row, now = found.others[0]
        say(
            f"Not as agreed: {_answers(len(found.others))}, the first {as_printed(row.question)} of {row.case}: "
            f"{now or 'none'} in the place of {row.agreed} (OMI277)"
        )


def _show_caution(found: Moderation) -> None:
    if 0 < found.twice < _FEW_CASES:
        say(
            f"{_cases(found, found.twice)} {'says' if found.twice == 1 else 'say'} little: with other cases each "
            "number could be anywhere in its interval. "
            "They show what to talk about, and rank nobody."
        )


def _per_cent(each: Agreement) -> str:
    return f"{each.alike:,} of {each.answers:,}, {float(each.per_cent):.0f}% ({_interval(each)})"


def _interval(each: Agreement) -> str:
    return f"{each.interval.low:.0f} to {each.interval.high:.0f}%"


def _kappa(each: Agreement) -> str:
    kappa = each.coefficient
    if kappa.value is None or kappa.low is None or kappa.high is None:
        return f"none: {kappa.reason}"
    return f"{float(kappa.value):.2f} ({_kappa_interval(each)})"


def _kappa_interval(each: Agreement) -> str:
    kappa = each.coefficient
    return f"{kappa.low:.2f} to {kappa.high:.2f}" if kappa.low is not None and kappa.high is not None else ""


def _show_questions(found: Moderation, *, whole: bool) -> None:
    several = found.by_question
    if not whole and len(several) > _QUESTIONS:
        worst = sorted(several, key=lambda name: several[name].per_cent)[:_QUESTIONS]
        several = {name: several[name] for name in worst}
        say(f"The {_QUESTIONS} questions of {len(found.by_question)} that are least agreed on (--by question has all):")
    _show_measures("Question", {as_printed(name): each for name, each in several.items()})


def _show_measures(what: str, several: dict[str, Agreement]) -> None:
    table = _table(what, *_MEASURES, numbers=_MEASURES)
    why: dict[str, str] = {}
    for name, each in several.items():
        kappa = each.coefficient
        mark = ""
        if kappa.value is None:
            mark = why.setdefault(kappa.reason, "abcdefgh"[len(why)])
        table.add_row(
            cell(name),
            *map(cell, (f"{each.cases:,}", f"{each.answers:,}", f"{each.alike:,}", _interval(each))),
            cell(f"{each.same_side:,}"),
            cell(f"– {mark}" if kappa.value is None else f"{float(kappa.value):.2f}"),
            cell(_kappa_interval(each)),
        )
    new_console().print(table)
    for reason, mark in why.items():
        say(f"{mark}: no kappa, {reason}")


def _show_assessors(found: Moderation) -> None:
    each = found.assessors
    if each is None:
        say(
            "Inspectors and assessors are not compared: no case was judged by one of each, as evidence/judges.yaml "
            "has them"
        )
        return
    say(
        f"Assessors beside inspectors, on the same {_cases(found, each.cases)} and {_answers(each.answers)} that "
        "neither found not relevant: the "
        f"better answer {each.kinder:,} times, the worse {each.stricter:,} times, the same {each.same:,} times."
    )
    say(
        f"Above the line: assessors {each.above:,}, inspectors {each.others_above:,} of {each.answers:,} "
        f"({float(each.points):+.0f} percentage points)."
    )
    say(
        f"Case by case assessors were kinder in {each.kinder_cases:,} and stricter in {each.stricter_cases:,}: a coin "
        f"gives as uneven a split, or more, {_of_hundred(each.chance)} times."
    )


def _of_hundred(chance: Fraction) -> str:
    return "fewer than 1 in 100" if chance < Fraction(1, 100) else f"{half_up(100 * chance)} in 100"


def _show_cases(found: Moderation, *, whole: bool) -> None:
    case_word = found.framework.terms.case.capitalize()
    table = _table(case_word, "Judges", "differ", "across", "Would change", "Answers", numbers=("differ", "across"))
    for case in found.to_discuss:
        table.add_row(
            cell(case.case),
            cell(" and ".join(judge or "not known" for judge in case.judges)),
            cell(f"{len(case.pairs):,}"),
            cell(f"{case.across:,}"),
            cell(moved_text(case.moved, len(case.moved or ()) or 1) if whole else moved_text(case.moved)),
            cell(_listed(found, case, whole=whole)),
        )
    new_console().print(table)


def _listed(found: Moderation, case: ToDiscuss, *, whole: bool) -> str:
    shown = case.pairs if whole else case.pairs[:_LISTED]
    said = []
    for pair in shown:
        names = names_of_answers(found.framework, pair.question)
        said.append(f"{as_printed(pair.question)} {names[pair.first]} / {names[pair.second]}")
    more = f"; and {len(case.pairs) - len(shown):,} more" if len(case.pairs) > len(shown) else ""
    return "; ".join(said) + more


def _table(*headings: str, numbers: tuple[str, ...] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in headings:
        table.add_column(heading, justify="right" if heading in numbers else "left", overflow="fold")
    return table
