"""The results as text for the terminal, and as a page of Markdown."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence

from tests.faults.measure import Order, Outcome
from tests.faults.tally import Line, Share, Tally, tally

Row = tuple[str, ...]

_FAULT_HEADINGS = ("", "made", "found", "95 %", "seen", "anywhere")
_HARMLESS_HEADINGS = ("", "made", "false alarms", "95 %", "of them errors")

_INTRODUCTION = """\
# How well faults are found

Made by `make faults SEED="{seeds}"`{at}: faults at random places of the areas of the project, one at a time, and
harmless edits. A fault is **found** when something new is said on a line where it is right to say it, with a word in
the message or its hint that helps; **seen** when something new is said on such a line; **anywhere** when anything new
is said of the area. A false alarm is anything new that is said of a harmless edit. The share of each family and of all
stands with its 95 per cent interval (Wilson's). Every family has the same share of the edits, and in a family every
operator.

Rules are tuned to what they miss, so these are the shares of faults of kinds that are known. Of faults of kinds that no
author of a rule had seen (190 operators of an outsider, 424 faults) 78 per cent were found when they were first made.
Of a third set (79 operators, on the glance, footnotes, tables in texts and pictures too; 308 faults) it was 60 per
cent at first, with 9 false alarms in 175 harmless edits, six of them faults of the operators; and 84 per cent of 158
other faults once rules had been made of it.
"""


def as_text(order: Order, outcomes: Sequence[Outcome], examples: int) -> str:
    """Return the results as they are printed."""
    faults, harmless = _of_sort(outcomes, False), _of_sort(outcomes, True)
    parts = [
        _aligned([_FAULT_HEADINGS, *_rows(tally(faults), _fault_row)]),
        *_notes(tally(faults), "faults"),
        _aligned([_HARMLESS_HEADINGS, *_rows(tally(harmless), _harmless_row)]),
        *_notes(tally(harmless), "harmless edits"),
    ]
    for title, shown in _examples(order.seeds[0], outcomes, examples):
        parts += [f"{title}:", "\n".join(f"  {each}" for each in shown)]
    return "\n\n".join(parts)


def as_markdown(order: Order, outcomes: Sequence[Outcome], examples: int, commit: str = "") -> str:
    """Return the results as a page of the documentation, which says at which commit they were found."""
    faults, harmless = tally(_of_sort(outcomes, False)), tally(_of_sort(outcomes, True))
    parts = [
        _INTRODUCTION.format(seeds=" ".join(map(str, order.seeds)), at=f" at commit {commit}" if commit else ""),
        "## Faults",
        _table([_FAULT_HEADINGS, *_rows(faults, _fault_row)]),
        *_notes(faults, "faults"),
        "## Harmless edits",
        _table([_HARMLESS_HEADINGS, *_rows(harmless, _harmless_row)]),
        *_notes(harmless, "harmless edits"),
    ]
    for title, shown in _examples(order.seeds[0], outcomes, examples):
        parts += [f"## {title}", "```text\n" + "\n".join(shown) + "\n```"]
    return "\n\n".join(parts) + "\n"


def hints(outcomes: Sequence[Outcome], wanted: int, seed: int) -> str:
    """Return found faults, chosen at random, with what was said at the right lines, for a person to read."""
    found = [each for each in outcomes if each.found]
    chosen = random.Random(seed).sample(found, min(wanted, len(found)))
    return "\n".join(
        f"{number}. {each.operator} in {each.area}: {each.shown}\n   witness: {each.proof}\n"
        + "".join(f"   {said}\n      hint: {said.hint or 'none'}\n" for said in each.helping)
        for number, each in enumerate(chosen, 1)
    )


def _of_sort(outcomes: Iterable[Outcome], harmless: bool) -> list[Outcome]:
    return [each for each in outcomes if each.harmless is harmless]


def _rows(of: Tally, row: Callable[[Line, bool], Row]) -> list[Row]:
    rows = [row(of.whole, True)]
    for family, operators in of.families:
        rows += [row(family, True), *(row(each, False) for each in operators)]
    return rows


def _fault_row(line: Line, whole: bool) -> Row:
    interval = _interval(line.found) if whole else ""
    name = line.name if whole else f"- {line.name}"
    return (name, str(line.made), _per_cent(line.found), interval, _per_cent(line.seen), _per_cent(line.anywhere))


def _harmless_row(line: Line, whole: bool) -> Row:
    interval = _interval(line.anywhere) if whole else ""
    name = line.name if whole else f"- {line.name}"
    alarms = f"{line.anywhere.count} ({line.anywhere.per_cent:.1f} %)" if line.anywhere.count else "0"
    return (name, str(line.made), alarms, interval, str(line.errors.count))


def _per_cent(share: Share) -> str:
    return f"{share.per_cent:.0f} %" if share.base else "–"


def _interval(share: Share) -> str:
    low, high = share.interval
    return f"{low:.1f} to {high:.1f}" if share.base else ""


def _notes(of: Tally, what: str) -> list[str]:
    notes = []
    if of.unwitnessed.count:
        notes.append(
            f"Nothing proves {of.unwitnessed.count} of the {of.unwitnessed.base} {what} wrong "
            f"({of.unwitnessed.per_cent:.1f} %): they are not counted."
        )
    if of.homeless:
        notes.append(f"No area had a place for {of.homeless} {what}.")
    return notes


def _examples(seed: int, outcomes: Sequence[Outcome], wanted: int) -> list[tuple[str, list[str]]]:
    """The headings and lines of examples, as many of each operator as wanted, of missed faults and of false alarms."""
    missed = [each for each in outcomes if each.counts and not each.harmless and not each.found]
    alarms = [each for each in outcomes if each.harmless and each.said]
    shown = [("Missed faults", _some(missed, wanted, seed)), ("False alarms", _some(alarms, wanted, seed))]
    return [each for each in shown if each[1]]


def _some(outcomes: Sequence[Outcome], wanted: int, seed: int) -> list[str]:
    lines: list[str] = []
    for operator in sorted({each.operator for each in outcomes}):
        of_one = [each for each in outcomes if each.operator == operator]
        for each in random.Random(seed).sample(of_one, min(wanted, len(of_one))):
            lines.append(f"{operator}, {each.area}: {each.shown} ({each.proof})")
            places = ", ".join(f"{place.file}:{place.line}" for place in each.places)
            lines += [f"    at {places}"] * bool(places)
            lines += [f"    said: {said}" for said in each.said[:3]]
    return lines


def _aligned(rows: Sequence[Row]) -> str:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _table(rows: Sequence[Row]) -> str:
    first, *rest = rows
    lines = [first, ("---", *["--:"] * (len(first) - 1)), *rest]
    return "\n".join("| " + " | ".join(row) + " |" for row in lines)
