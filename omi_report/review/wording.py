"""Two lines compared word by word: what stays, what was deleted and what was inserted."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, Final, Literal, TypeAlias

from omi_report.document.inlines import (
    AbbreviationInline,
    EmphasisInline,
    FigureInline,
    Inline,
    Inlines,
    LinkInline,
    MarkedInline,
    NoteInline,
    ReferenceInline,
    joined,
)
from omi_report.document.printed import line

Fate: TypeAlias = Literal["same", "deleted", "inserted"]

_WORDS: Final = re.compile(r"\s+|\w+(?:[-'’.,]\w+)*|[^\w\s]")
_AROUND: Final = (EmphasisInline, LinkInline, MarkedInline)


@dataclass(frozen=True, slots=True)
class RunOfWords:
    """Some words of a line, and what became of them."""

    fate: Fate
    children: Inlines

    @property
    def text(self) -> str:
        """The words as characters."""
        return line(self.children)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A word, or what cannot be divided, inside of the emphasis or link that it stands in, the outermost first."""

    inline: Inline
    around: tuple[Inline, ...]
    same: Hashable


def runs_between(old: Inlines, new: Inlines, leads: Callable[[str], str] = str) -> tuple[RunOfWords, ...]:
    """Return the words of two lines in runs: those of both, those of the old one alone, those of the new one alone.

    A reference is the same where it leads to the same place, whatever letter the place has now; ``leads`` returns the
    address in the new report of an address of the old one.
    """
    before, after = [*_atoms(old, leads)], [*_atoms(new)]
    matcher = SequenceMatcher(None, [each.same for each in before], [each.same for each in after], autojunk=False)
    found: list[tuple[Fate, list[_Atom]]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", after[j1:j2]))
            continue
        if i2 > i1:
            found.append(("deleted", before[i1:i2]))
        if j2 > j1:
            found.append(("inserted", after[j1:j2]))
    return tuple(RunOfWords(fate, _together(atoms)) for fate, atoms in _without_islands(found))


def in_one_line(lines: Iterable[tuple[RunOfWords, ...]], between: str) -> tuple[RunOfWords, ...]:
    """Return several lines as one, with some characters between each two; empty ones are passed over."""
    found: list[RunOfWords] = []
    for runs in lines:
        if runs:
            found += [RunOfWords("same", (between,))] if found else []
            found += runs
    return tuple(found)


def are_same(runs: Iterable[RunOfWords]) -> bool:
    """Say whether nothing was deleted or inserted."""
    return all(run.fate == "same" for run in runs)


def _atoms(children: Inlines, leads: Callable[[str], str] = str, around: tuple[Inline, ...] = ()) -> Iterator[_Atom]:
    for child in children:
        if isinstance(child, str):
            for word in _WORDS.findall(child):
                yield _Atom(word, around, " " if word.isspace() else word)
        elif isinstance(child, _AROUND):
            yield from _atoms(child.children, leads, (*around, replace(child, children=())))
        else:
            yield _Atom(child, around, _identity(child, leads))


def _identity(child: Any, leads: Callable[[str], str]) -> Hashable:
    """What makes an inline the same as another: what it says, not the number or letter that its place gives."""
    if isinstance(child, ReferenceInline):
        return "reference", leads(child.target)
    if isinstance(child, NoteInline):
        return "note", tuple(each.same for each in _atoms(child.children, leads))
    if isinstance(child, FigureInline):
        return "figure", child.text, child.name
    if isinstance(child, AbbreviationInline):
        return child.text  # a word like any other: only the first of a part says what it stands for
    return type(child), line((child,))


def _without_islands(found: list[tuple[Fate, list[_Atom]]]) -> list[tuple[Fate, list[_Atom]]]:
    """Join changes between which only white space stays: a phrase that was replaced is told as one."""
    result: list[tuple[Fate, list[_Atom]]] = []
    for is_kept, group in groupby(_with_kept(found), key=lambda each: each[0]):
        pieces = [piece for _kept, piece in group]
        if is_kept or not {"deleted", "inserted"} <= {fate for fate, _ in pieces}:
            result += pieces
            continue
        gone = [atom for fate, atoms in pieces if fate != "inserted" for atom in atoms]
        come = [atom for fate, atoms in pieces if fate != "deleted" for atom in atoms]
        result += [("deleted", gone), ("inserted", come)]
    return result


def _with_kept(found: list[tuple[Fate, list[_Atom]]]) -> Iterator[tuple[bool, tuple[Fate, list[_Atom]]]]:
    """Each run with whether it stays by itself: white space between two changes belongs to them."""
    for index, (fate, atoms) in enumerate(found):
        between = 0 < index < len(found) - 1 and all(atom.same == " " for atom in atoms)
        yield fate == "same" and not between, (fate, atoms)


def _together(atoms: Iterable[_Atom]) -> Inlines:
    """Make inlines of atoms: words side by side are one string, and those in one emphasis are one emphasis."""
    found: list[Inline] = []
    for around, group in groupby(atoms, key=lambda atom: atom.around[:1]):
        inner = tuple(group)
        if not around:
            found += [atom.inline for atom in inner]
            continue
        below = _together(replace(atom, around=atom.around[1:]) for atom in inner)
        found.append(replace(around[0], children=below))
    return joined(*found)
