"""The differences between two reports on a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from omi_report.review.change import Change, Changes, FigureChange, WordsOfChange
from omi_report.review.formats.titles import about, how_of, kinds_of, summary
from omi_report.review.shortened import shortened

_MARKS = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_COLOURS = {"deleted": "\033[31m", "inserted": "\033[32m"}
_END, _BOLD = "\033[0m", "\033[1m"


def changes_text(changes: Changes, old: str, new: str, *, colour: bool) -> str:
    """Return differences as lines for a terminal; ``old`` and ``new`` are what the user called the two reports.

    What was deleted stands in ``[-…-]``, what was inserted in ``{+…+}``, as in `git diff --word-diff`; with ``colour``
    it is red and green too.
    """
    return "".join(f"{line}\n" for line in _View(colour, _width()).lines(changes, old, new))


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


class _View:
    def __init__(self, colour: bool, width: int) -> None:
        self._colour, self._width = colour, width

    def lines(self, changes: Changes, old: str, new: str) -> Iterator[str]:
        yield self._bold(f"{old} → {new}")
        yield f"{about(changes.old)} → {about(changes.new)}"
        if not changes.count:
            yield "The two reports say the same."
            return
        yield summary(changes)
        if changes.figures:
            yield from ("", self._bold("Figures"))
            for figure in changes.figures:
                yield from self._figure(figure)
        for heading, found in kinds_of(changes):
            if found:
                yield from ("", self._bold(heading))
                for each in found:
                    yield from self._change(each)

    def _figure(self, each: FigureChange) -> Iterator[str]:
        before = (WordsOfChange("deleted", each.old),) if each.old is not None else ()
        now = (WordsOfChange("inserted", each.new),) if each.new is not None else ()
        yield f"  {each.name}  {''.join(map(self._words, (*before, *now)))}"
        yield from self._wrapped(f"in {'; '.join(each.places)}", "    ")

    def _change(self, each: Change) -> Iterator[str]:
        yield f"  {each.place}: {how_of(each)}"
        yield from self._wrapped("".join(map(self._words, shortened(each.words))), "    ")
        if each.also:
            yield from self._wrapped(f"also in {'; '.join(each.also)}", "    ")

    def _words(self, each: WordsOfChange) -> str:
        start, end = _MARKS[each.fate]
        shown = f"{start}{each.text}{end}"
        # each word has its colour, so that a line may break between any two
        before = _COLOURS.get(each.fate, "") if self._colour else ""
        return " ".join(f"{before}{word}{_END}" if before and word else word for word in shown.split(" "))

    def _wrapped(self, text: str, indent: str) -> list[str]:
        # colours take no room: what is wrapped are the words without them
        plain = text
        for code in (*_COLOURS.values(), _END):
            plain = plain.replace(code, "")
        lines = textwrap.wrap(
            plain,
            self._width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
        if not self._colour:
            return lines
        words = iter(text.split())
        return [indent + " ".join(next(words) for _ in line.split()) for line in lines]

    def _bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_END}" if self._colour else text
