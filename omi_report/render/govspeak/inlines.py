"""Inlines → a line of Govspeak.

As in HTML and Word a paragraph is typeset as a whole: its characters are gathered as runs first, set, and given back.
What Govspeak has no mark for, such as a typewriter face, is left as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    MissingInline,
    NoteInline,
    RatingInline,
    ReferenceInline,
    ScriptInline,
)
from omi_report.prose.links import link_fault
from omi_report.render.govspeak.escapes import address, begun, escaped

if TYPE_CHECKING:
    from omi_report.render.govspeak.writer import GovspeakWriter

Mark: TypeAlias = Literal["", "*", "**"]

_OBJECT: Final = "\ufffc"
"""Stands for what is not set: code, and what is no character."""

BREAK: Final = "  \n"
"""The end of a line within a paragraph."""

_RAISED: Final = dict(zip("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", strict=True))
_LOWERED: Final = dict(zip("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True))


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Characters that are marked alike; ``made`` is a run that is ready, ``link`` the address that they lead to."""

    text: str
    mark: Mark = ""
    link: str = ""
    kept: bool = False
    made: str = ""


def line(children: Inlines, writer: GovspeakWriter, *, heading: bool = False, begins: bool = True) -> str:
    """Return a line, or with breaks in it several; the one of a ``heading`` has no marks of its own.

    ``begins`` says that it stands at the beginning of a line.
    """
    runs = _set(list(_runs(children, writer)), writer, heading=heading)
    if heading:
        runs = [replace(run, text=run.text or " ", mark="", made="") if run.made == BREAK else replace(run, mark="")
                for run in runs]  # fmt: skip
    found = "".join(_written(runs)).strip(" \t\n")
    lines = [each.strip(" \t") for each in found.split("\n")]
    kept = [each for each in lines if each]
    return BREAK.join(begun(each) if begins or place else each for place, each in enumerate(kept))


def _set(runs: list[MarkedRun], writer: GovspeakWriter, *, heading: bool) -> list[MarkedRun]:
    """Runs with their characters typeset as the one text that they are."""
    masked = "".join(_OBJECT * len(run.text) if run.kept else run.text for run in runs)
    done = writer.typeset(masked, heading=heading)
    at, found = 0, []
    for run in runs:
        begins, at = at, at + len(run.text)
        found.append(run if run.kept or run.made else replace(run, text=done[begins:at]))
    return found


def _runs(children: Inlines, writer: GovspeakWriter, mark: Mark = "", link: str = "") -> Iterator[MarkedRun]:
    for child in children:
        yield from _run(child, writer, mark, link)


def _run(child: Inline, writer: GovspeakWriter, mark: Mark, link: str) -> Iterator[MarkedRun]:
    match child:
        case str():
            yield MarkedRun(child, mark, link)
        case FigureInline() | MissingInline() | RatingInline():
            yield MarkedRun(child.text, mark, link)
        case AbbreviationInline():
            writer.abbreviate(child)
            yield MarkedRun(child.text, mark, link)
        case CodeInline():
            yield MarkedRun(child.text, mark, link, kept=True)
        case ScriptInline():
            yield MarkedRun(_script(child), mark, link)
        case BreakInline():
            yield MarkedRun("", made=BREAK)
        case ReferenceInline():
            yield MarkedRun(child.text, mark, writer.leads_to(child.target))
        case LinkInline(href=href, children=inner) if link_fault(href):
            yield from _runs(inner, writer, mark, link)  # what no report may lead to; checking has said so
        case LinkInline(href=href, children=inner):
            leads = writer.leads_to(href[1:]) if href.startswith("#") else address(href)
            yield from _runs(inner, writer, mark, leads)
        case EmphasisInline(children=inner, strong=strong):
            yield from _runs(inner, writer, "**" if strong or mark == "**" else "*", link)
        case NoteInline():
            yield MarkedRun("", made=writer.note(child))
        case MarkedInline(children=inner):
            yield from _runs(inner, writer, mark, link)
        case ChangedInline(children=inner, begins=begins, ends=ends):
            yield from _runs((f"{begins} ", *inner, f" {ends}") if begins else inner, writer, mark, link)
        case _:
            assert_never(child)


def _script(child: ScriptInline) -> str:
    """A raised or lowered sign as the character that there is for it, so that 10 to the third is not 103."""
    signs = _LOWERED if child.low else _RAISED
    return "".join(signs[each] for each in child.text) if set(child.text) <= set(signs) else child.text


def _written(runs: Iterable[MarkedRun]) -> Iterator[str]:
    """The pieces of a line: runs that lead to the same place in one link, those marked alike in one pair of marks."""
    behind = " "
    pieces = [run for run in runs if run.text or run.made]
    for place, run in enumerate(merged := _merged(pieces)):
        if run.made:
            yield run.made
            behind = run.made[-1]
            continue
        following = merged[place + 1] if place + 1 < len(merged) else None
        ahead = (following.made or following.text)[0] if following else " "
        yield _marked(run, behind, ahead)
        behind = run.text[-1]


def _merged(runs: list[MarkedRun]) -> list[MarkedRun]:
    found: list[MarkedRun] = []
    for (mark, link, made), group in groupby(runs, key=lambda run: (run.mark, run.link, run.made)):
        same = list(group)
        if made:
            found += same
        else:
            found.append(MarkedRun("".join(run.text for run in same), mark, link))
    return found


def _marked(run: MarkedRun, behind: str, ahead: str) -> str:
    """A run with its marks. They stand where they are sure to be read as marks; elsewhere the words do without them."""
    inner = run.text.strip()
    if not inner:
        return escaped(run.text)
    before, after = run.text[: run.text.index(inner)], run.text[run.text.index(inner) + len(inner) :]
    words = escaped(inner)
    parted = (before or behind.isspace() or behind in "([“‘") and (after or ahead.isspace() or ahead in ".,;:?)]”’")
    if run.mark and parted and inner[0].isalnum() and (inner[-1].isalnum() or after or ahead.isspace()):
        words = f"{run.mark}{words}{run.mark}"
    if run.link:
        words = f"[{words}]({run.link})"
    return f"{escaped(before)}{words}{escaped(after)}"
