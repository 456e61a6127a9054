"""The figures and references of texts, for an editor that gives each kind of word a colour of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from omi_report.inspection import Inspection
from omi_report.lsp.marks import FIGURE, NameMark, marks_of
from omi_report.prose.nodes import Span
from omi_report.prose.plain_text import ROLE, SUBSTITUTION

TokenKind: TypeAlias = Literal["variable", "function", "keyword", "class"]
"""A figure, a filter, a role, and the target of a role."""


class ColouredWord(NamedTuple):
    """A word of a file, and what it is."""

    span: Span
    kind: TokenKind


def words_of_texts(inspection: Inspection, file: str) -> list[ColouredWord]:
    """Return the words of the figures and references in the texts of a file, in order."""
    marks = (mark for mark in marks_of(inspection).get(file, ()) if mark.manner == "text")
    return _in_order(word for mark in marks for word in _words_of_mark(inspection.files[file].text, mark))


def words_of_lines(text: str) -> list[ColouredWord]:
    """Return what looks like figures and references in a file that is no YAML at the moment, in order."""
    found = [word for match in SUBSTITUTION.finditer(text) for word in _of_figure(text, match.start())]
    return _in_order([*found, *(word for match in ROLE.finditer(text) for word in _of_role(text, match.start()))])


def _in_order(words: Iterable[ColouredWord]) -> list[ColouredWord]:
    """The words, each once, and none that reaches into the one before it."""
    kept: list[ColouredWord] = []
    for word in sorted(set(words)):
        if word.span.end > word.span.start and (not kept or word.span.start >= kept[-1].span.end):
            kept.append(word)
    return kept


def _words_of_mark(text: str, mark: NameMark) -> Iterator[ColouredWord]:
    if mark.what != FIGURE:
        yield from _of_role(text, mark.span.start)
    elif text.startswith("{{", mark.span.start):
        yield from _of_figure(text, mark.span.start)
    else:  # the name of a figure alone
        yield ColouredWord(mark.name, "variable")


def _of_figure(text: str, start: int) -> Iterator[ColouredWord]:
    found = SUBSTITUTION.match(text, start)
    if found is None:
        return
    yield ColouredWord(_trimmed(text, *found.span("name")), "variable")
    at = found.start("filters")
    for each in found["filters"].split("|")[1:]:
        yield ColouredWord(_trimmed(text, at + 1, at + 1 + len(each)), "function")
        at += 1 + len(each)


def _of_role(text: str, start: int) -> Iterator[ColouredWord]:
    found = ROLE.match(text, start)
    if found is not None:
        yield ColouredWord(Span(*found.span("role")), "keyword")
        yield ColouredWord(_trimmed(text, *found.span("target")), "class")


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without the spaces at its ends."""
    written = text[start:end]
    return Span(start + len(written) - len(written.lstrip()), max(start, start + len(written.rstrip())))
