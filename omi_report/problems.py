"""What can be wrong with an area, as data: where, which rule, how bad, and what to do.

Every layer that reads or judges an area returns problems; none of them raises for bad input.
Lines and columns are counted from 1, in characters.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from omi_report import limits
from omi_report.stages import Stage


class Severity(StrEnum):
    """How much a problem matters: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the area.

    ``file`` is the path as the user would type it. ``line`` 0 stands for the file as a whole
    (a file that is missing has no lines).
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Rule:
    """The identity of one kind of problem.

    ``what`` says what the rule finds and ``why`` why it matters, each as one or two sentences of
    plain English, ``bad`` and ``good`` are a few lines of YAML or prose that break and keep it; the
    reference page of the rules is made from them. ``since`` is the stage of a report from which on the rule asks: what
    is to be there in a draft need not be there before.
    """

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    bad: str = ""
    good: str = ""
    since: Stage = "feedback"

    def at(
        self, location: Location, message: str, hint: str = "", *, length: int = 1, fix: Edit | None = None
    ) -> Problem:
        """Return this rule's problem at a place; ``length`` characters are marked."""
        return Problem(location, self.code, self.severity, message, hint, length, fix)


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change to a file: the characters from ``start`` up to ``end`` become ``replacement``. A fix is one.

    Both places are in the same file; ``end`` is the place after the last character replaced.
    """

    start: Location
    end: Location
    replacement: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands, and a hint what to do about it."""

    location: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    length: int = 1
    fix: Edit | None = None

    def in_words(self, change: Callable[[str], str]) -> Problem:
        """Return the problem with other words, made of its own by a function."""
        return replace(self, message=change(self.message), hint=change(self.hint))

    def to_row(self) -> dict[str, str | int | bool]:
        """Return the problem as a row of a table; ``fixable`` says that ``omi validate --fix`` fixes it."""
        return {
            "file": self.location.file,
            "line": self.location.line,
            "column": self.location.column,
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "hint": self.hint,
            "fixable": self.fix is not None,
        }


def excerpt(text: str, longest: int = 40) -> str:
    """Return a text of the area as a message may quote it: on one line, and not too long."""
    line = "".join(character if character.isprintable() else " " for character in text[: longest + 1])
    return line if len(text) <= longest else f"{line[: longest - 1].rstrip()}…"


A_SLIP = 0.85
"""How much two words have in common of which one is the other with a slip of the hand."""


def closest(word: str, known: Iterable[str], alike: float = 0.6) -> list[str]:
    """Return the known word that another was most likely meant to be, an empty list where none is like it.

    ``alike`` says how much they must have in common: 1 for equal words, 0 for such that share no letter.
    """
    import difflib  # nothing is misspelt in most areas

    return difflib.get_close_matches(word, list(known), n=1, cutoff=alike)


def meant_or(hint: str, word: str, known: Iterable[str]) -> str:
    """Say which of the known words was most likely meant, or give the hint where none is like it."""
    nearest = closest(word, known)
    return f"did you mean «{nearest[0]}»?" if nearest else hint


def meant_file_or(hint: str, name: str, known: Iterable[str], present: Container[str]) -> str:
    """Say which file was most likely meant by one that is not read; what is there already is no other's right name."""
    nearest = closest(name, known)
    if nearest and nearest[0] in present:
        return f"«{nearest[0]}» is there already: if this is a copy, remove it, or move it out of the area's folder"
    return f"did you mean «{nearest[0]}»?" if nearest else hint


def meant_or_all(word: str, known: Iterable[str]) -> str:
    """Say which of the known words was most likely meant, or which there are."""
    words = list(known)
    nearest = closest(word, words)
    return f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(words) or 'none'}"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by place, then code, then message, each of them once."""
    return sorted(set(problems), key=lambda p: (p.location, p.code, p.message))


def one_for_each_place(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Return one problem for each place, the last of those that stand there, in the order of the first."""
    return {problem.location: problem for problem in problems}.values()


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those of a kind in a file that are too many to read, in the same order.

    In the place of the first that is left out stands a problem that says how many there are.
    """
    most = limits.FILE_PROBLEMS
    kept: list[tuple[tuple[str, str], int, Problem]] = []
    counts: dict[tuple[str, str], int] = {}
    for problem in problems:
        key = problem.location.file, problem.code
        count = counts[key] = counts.get(key, 0) + 1
        if count <= most + 1:
            kept.append((key, count, problem))
    return [
        # a single one more is shown as it is: it may say itself how many there are
        problem if min(count, counts[key] - 1) <= most else more_of(problem, counts[key] - most)
        for key, count, problem in kept
    ]


def more_of(problem: Problem, count: int) -> Problem:
    """Return what is said of ``count`` further problems of a kind, of which the first is given: it stands there."""
    message = f"from here on there are {count:,} more problems of this kind in the file"
    return replace(problem, message=message, hint="mend those that are shown, and check again", length=1, fix=None)


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are errors, in their order."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems is an error."""
    return bool(errors_in(problems))
