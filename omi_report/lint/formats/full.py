"""The full format: the message, the line of the file, a caret and a hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from omi_report.lint.folding import Fold, by_severity, folded
from omi_report.lint.shown import Layout, ShownLines, ShownProblems
from omi_report.lint.summary import more_of, summary
from omi_report.problems import Problem, Severity
from omi_report.visible import visible

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "34"}
_BOLD, _CYAN = "1", "36"
_WIDEST = 110
_NARROWEST = 40
_MARGIN = 10
"""What stands before the line of a file: its number, a bar and dots where the line is cut."""

_FILES = 8
"""How many files are named of those in which more of the same stands."""

_LEADING = 10
"""With more problems than this a summary leads."""


def render(shown: ShownProblems) -> str:
    """Return each problem in full, with an empty line after it. A layout orders and folds them, and a summary leads."""
    layout = shown.layout
    if layout is None:
        folds = [Fold((problem,)) for problem in shown.problems]
        page = _Page(shown, Layout())
        return "".join(page.fold(fold) for fold in folds)
    problems = by_severity(shown.problems, errors_last=layout.errors_last)
    folds = folded(problems) if layout.fold else [Fold((problem,)) for problem in problems]
    page = _Page(shown, layout)
    return _lead(shown) + "".join(page.fold(fold) for fold in folds)


def _lead(shown: ShownProblems) -> str:
    if len(shown.problems) <= _LEADING:
        return ""
    return summary(shown.problems, len(shown.files), shown.rules) + "\n"


class _Page:
    """Problems as text, one after the other; a hint that was given is not given again."""

    def __init__(self, shown: ShownProblems, layout: Layout) -> None:
        self._lines = ShownLines(shown.texts)
        self._colour = shown.colour
        self._fold = layout.fold
        self._width = layout.width
        self._hints: set[tuple[str, str]] = set()

    def fold(self, fold: Fold) -> str:
        """Return the problems of a fold."""
        text = "".join(self._full(problem) + "\n\n" for problem in fold.shown)
        return text + "\n".join([*self._rest(fold.rest), "", ""]) if fold.rest else text

    def _full(self, problem: Problem) -> str:
        style = _COLOURS[problem.severity]
        place, what = visible(str(problem.location)), f"{problem.code} {problem.severity}"
        said = self._wrapped(f"{place}: {what} {visible(problem.message)}", "    ")
        said = said.replace(what, self._styled(what, style), 1).replace(place, self._styled(place, _BOLD), 1)
        shown = [said]
        line = self._lines.of(problem)
        if line is not None:
            excerpt, indent, width = _excerpt(line, problem, self._lines.end_column(problem), self._widest)
            number = f"{problem.location.line:>5}"
            shown += [
                f"{number} | {excerpt}",
                f"{' ' * len(number)} | {' ' * indent}{self._styled('^' * width, style)}",
            ]
        if problem.hint and not (self._fold and (problem.code, problem.hint) in self._hints):
            self._hints.add((problem.code, problem.hint))
            hint = self._wrapped(f"        hint: {visible(problem.hint)}", " " * 14)
            shown.append(hint.replace("hint:", self._styled("hint:", _CYAN), 1))
        return "\n".join(shown)

    def _rest(self, rest: Sequence[Problem]) -> Iterator[str]:
        """Say how many more there are of a fold, and where: the first places of each file."""
        files = Counter(problem.location.file for problem in rest)
        first = rest[0]
        where = "" if len(files) == 1 else f" in {len(files)} files"
        more = f"and {more_of(rest)} of {first.code}{where} (--no-fold shows all)"
        yield " " * 8 + self._styled(more, _COLOURS[first.severity])
        for file in list(files)[:_FILES]:
            lines = list(dict.fromkeys(problem.location.line for problem in rest if problem.location.file == file))
            shown = ", ".join(map(str, lines[:_FILES])) + (" …" if len(lines) > _FILES else "")
            places = f", line{'s' * (len(lines) > 1)} {shown}" if lines[0] else ""
            yield self._wrapped(f"{' ' * 10}{files[file]:>3,} in {visible(file)}{places}", " " * 12)
        if len(files) > _FILES:
            yield f"{' ' * 10}… and in {len(files) - _FILES} other files"

    @property
    def _widest(self) -> int:
        return max(_NARROWEST, min(_WIDEST, self._width - _MARGIN)) if self._width else _WIDEST

    def _wrapped(self, text: str, indent: str) -> str:
        if not self._width or len(text) <= self._width:
            return text
        import textwrap  # where the lines go to a screen

        width = max(self._width, _NARROWEST)
        lines = textwrap.wrap(text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        return "\n".join(lines)

    def _styled(self, text: str, style: str) -> str:
        return f"\033[{style}m{text}\033[0m" if self._colour else text


def _excerpt(line: str, problem: Problem, end: int, widest: int) -> tuple[str, int, int]:
    """The part of a line around a place, the width of what is before the place, and of the place."""
    column = problem.location.column
    line = "".join(character if character.isprintable() else " " for character in line)
    first = max(0, column - 1 - widest * 2 // 3) if len(line) > widest else 0
    last = first + widest
    before = ("…" if first else "") + line[first : column - 1]
    marked = line[column - 1 : min(end - 1, last)]
    after = line[column - 1 + len(marked) : last] + ("…" if last < len(line) else "")
    return before + marked + after, _width(before), max(1, _width(marked))


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    import unicodedata  # rarely needed

    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
