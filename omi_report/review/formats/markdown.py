"""The differences between two reports as Markdown, for a comment on a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from omi_report.review.change import Change, Changes, FigureChange, WordsOfChange
from omi_report.review.formats.titles import about, how_of, kinds_of, summary
from omi_report.review.shortened import shortened

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>|#~])")


def changes_markdown(changes: Changes, old: str, new: str) -> str:
    """Return differences as Markdown; ``old`` and ``new`` are what the user called the two reports."""
    return "\n".join(_lines(changes, old, new)) + "\n"


def _lines(changes: Changes, old: str, new: str) -> Iterator[str]:
    yield f"## {_plain(old)} → {_plain(new)}"
    yield ""
    yield f"{_plain(about(changes.old))} → {_plain(about(changes.new))}"
    yield ""
    if not changes.count:
        yield "The two reports say the same."
        return
    yield f"{summary(changes)}."
    if changes.figures:
        yield from ("", "### Figures", "", "| Figure | Before | Now | Where |", "| --- | --- | --- | --- |")
        yield from map(_figure, changes.figures)
    for heading, found in kinds_of(changes):
        if found:
            yield from ("", f"### {heading}", "")
            for each in found:
                yield from _change(each)


def _figure(each: FigureChange) -> str:
    places = "; ".join(map(_plain, each.places))
    return f"| `{each.name}` | {_plain(each.old or '–')} | {_plain(each.new or '–')} | {places} |"


def _change(each: Change) -> Iterator[str]:
    also = f" (also {_plain('; '.join(each.also))})" if each.also else ""
    words = "".join(map(_words, shortened(each.words)))
    yield f"- **{_plain(each.place)}** {_plain(how_of(each))}{also}: {words}"


def _words(each: WordsOfChange) -> str:
    said = each.text.strip()
    if each.fate == "same" or not said:
        return _plain(each.text)
    mark = "~~" if each.fate == "deleted" else "**"
    start, end = (each.text[: len(each.text) - len(each.text.lstrip())], each.text[len(each.text.rstrip()) :])
    return f"{start}{mark}{_plain(said)}{mark}{end}"


def _plain(text: str) -> str:
    return _SIGNS.sub(r"\\\1", text).replace("\n", " ")
