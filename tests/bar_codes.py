"""Reading a bar code as a scanner does: by the widths of its bars and gaps, along one line of a picture."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

WIDTHS = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
"""Each figure as two bars and two gaps, in modules (ISO/IEC 15420); from right to left where it is mirrored."""
MIRRORED = ("------", "--m-mm", "--mm-m", "--mmm-", "-m--mm", "-mm--m", "-mmm--", "-m-m-m", "-m-mm-", "-mm-m-")
"""Which of the left six are mirrored, for each first figure."""
RUNS, MODULES = 59, 95
QUIET_BEFORE, QUIET_BEHIND = 11, 7


def scanned(line: Sequence[bool]) -> str:
    """Return the 13 figures that a line of dark (True) and light dots says. Raises ValueError where it says none.

    There must be light ground on both sides, as wide as the standard asks for.
    """
    runs = [(dark, len(list(run))) for dark, run in groupby(line)]
    before, *bars, behind = runs
    if before[0] or behind[0] or len(bars) != RUNS:
        raise ValueError(f"there are {len(bars)} bars and gaps")
    module = sum(width for _, width in bars) / MODULES
    if before[1] < (QUIET_BEFORE - 0.5) * module or behind[1] < (QUIET_BEHIND - 0.5) * module:
        raise ValueError("the quiet zones are too narrow")
    widths = [round(width / module) for _, width in bars]
    if widths[:3] != [1, 1, 1] or widths[27:32] != [1] * 5 or widths[56:] != [1, 1, 1]:
        raise ValueError("there are no guard bars")
    left = [_figure(widths[at : at + 4]) for at in range(3, 27, 4)]
    right = [_figure(widths[at : at + 4]) for at in range(32, 56, 4)]
    if any(mirrored for _, mirrored in right):
        raise ValueError("a figure of the right half is mirrored")
    first = MIRRORED.index("".join("m" if mirrored else "-" for _, mirrored in left))
    return f"{first}{''.join(str(figure) for figure, _ in (*left, *right))}"


def _figure(widths: list[int]) -> tuple[int, bool]:
    """A figure, and whether it is mirrored."""
    written = "".join(map(str, widths))
    if written in WIDTHS:
        return WIDTHS.index(written), False
    return WIDTHS.index(written[::-1]), True


def lines_of(pdf: Path, page: int, resolution: int = 600) -> list[list[bool]]:
    """Return the lines of dots of a page; True is dark."""
    command = ["pdftoppm", "-gray", "-r", str(resolution), "-f", str(page), "-l", str(page), str(pdf)]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    _, size, _, dots = data.split(b"\n", 3)
    width, height = map(int, size.split())
    return [[dot < 128 for dot in dots[at * width : (at + 1) * width]] for at in range(height)]
