"""The full format: the message, the line of the file, a caret and a hint."""

from __future__ import annotations

from omi_report.lint.shown import ShownLines, ShownProblems, visible
from omi_report.problems import Problem, Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "34"}
_BOLD, _CYAN = "1", "36"
_WIDEST = 110


def render(shown: ShownProblems) -> str:
    """Return each problem in full, with an empty line after it."""
    lines = ShownLines(shown.texts)
    return "".join(f"{_full(problem, lines, shown.colour)}\n\n" for problem in shown.problems)


def _full(problem: Problem, lines: ShownLines, colour: bool) -> str:
    def styled(text: str, style: str) -> str:
        return f"\033[{style}m{text}\033[0m" if colour else text

    style = _COLOURS[problem.severity]
    place = styled(visible(str(problem.location)), _BOLD)
    shown = [f"{place}: {styled(f'{problem.code} {problem.severity}', style)} {visible(problem.message)}"]
    line = lines.of(problem)
    if line is not None:
        excerpt, indent, width = _excerpt(line, problem.location.column, lines.end_column(problem))
        number = f"{problem.location.line:>5}"
        shown += [f"{number} | {excerpt}", f"{' ' * len(number)} | {' ' * indent}{styled('^' * width, style)}"]
    if problem.hint:
        shown.append(f"        {styled('hint:', _CYAN)} {visible(problem.hint)}")
    return "\n".join(shown)


def _excerpt(line: str, column: int, end: int) -> tuple[str, int, int]:
    """The part of a line around a place, the width of what is before the place, and of the place."""
    line = "".join(character if character.isprintable() else " " for character in line)
    first = max(0, column - 1 - _WIDEST * 2 // 3) if len(line) > _WIDEST else 0
    last = first + _WIDEST
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
