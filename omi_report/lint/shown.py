"""What the formats are given, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from omi_report.policy import Plugins
from omi_report.problems import Problem, Rule, Severity
from omi_report.source.positions import split_lines


@dataclass(frozen=True)
class Layout:
    """How a long list of problems is laid out for a person.

    ``errors_last`` puts the errors at the end, where the eye is on a screen, and else they come first. With ``fold``
    what is alike is folded, and a hint stands once. ``width`` is that of the screen in columns, 0 where there is none.
    """

    errors_last: bool = False
    fold: bool = False
    width: int = 0


@dataclass(frozen=True)
class ShownProblems:
    """Problems in order, with what is needed to show them.

    ``texts`` are the files that problems stand in, ``files`` all that were checked, both by their
    paths as shown. With ``strict`` warnings count as errors do. ``plugins`` are those whose rules count too; they are
    looked up where a format names rules. ``layout`` is for people: formats for machines pass over it.
    """

    problems: Sequence[Problem]
    texts: Mapping[str, str] = field(default_factory=dict)
    files: Sequence[str] = ()
    strict: bool = False
    colour: bool = False
    plugins: Callable[[], Plugins] = tuple
    layout: Layout | None = None

    @property
    def rules(self) -> Sequence[Rule]:
        """The rules that the problems may be of, in the order of their codes."""
        from omi_report.lint.registry import registry  # not every format names them

        return registry(self.plugins()).rules

    def counts(self, problem: Problem) -> bool:
        """Whether a problem makes the check fail."""
        return problem.severity is Severity.ERROR or (self.strict and problem.severity is Severity.WARNING)


class ShownLines:
    """The lines of the files that problems stand in; each file is split once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, list[str]] = {}

    def of(self, problem: Problem) -> str | None:
        """Return the line that a problem stands in, None where it stands in no line."""
        file, number = problem.location.file, problem.location.line
        if file not in self._texts:
            return None
        if file not in self._lines:
            self._lines[file] = split_lines(self._texts[file])
        return self._lines[file][number - 1] if 0 < number <= len(self._lines[file]) else None

    def end_column(self, problem: Problem) -> int:
        """Return the column after the last character that a problem marks; marks stay in one line."""
        column = problem.location.column
        line = self.of(problem)
        longest = problem.length if line is None else min(problem.length, len(line) + 1 - column)
        return column + max(1, longest)
