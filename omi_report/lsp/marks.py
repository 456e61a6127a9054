"""Where an area names its figures, findings and the like: in texts, in values, and where they are defined.

A mark of a figure and one of a finding are alike, so whatever goes from one to another of the same target need not know
which it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from omi_report.evidence.figures import lookup
from omi_report.inspection import Inspection, remembered
from omi_report.lsp.lines import DocumentLines
from omi_report.model.area import Prose
from omi_report.model.criterion import criterion_file
from omi_report.numbering import as_written
from omi_report.problems import Location
from omi_report.prose.nodes import Role, Span, Substitution
from omi_report.prose.plain_text import ROLE, SUBSTITUTION
from omi_report.source.tree import Path as TreePath

FIGURE = "figure"

What: TypeAlias = str
"""What a mark points at: a figure, or what the role of that name points at."""

Manner: TypeAlias = Literal["text", "value", "definition"]


@dataclass(frozen=True, slots=True)
class NameMark:
    """A place of an area that names something.

    ``what`` is ``figure`` or a role, ``target`` its full name. ``span`` is all of the mark in its file, and ``name``
    the characters of it that are the name alone, without scope, filters and braces. ``where`` says where the report has
    the text: ``criterion 1.2, strength (a)``.
    """

    file: str
    span: Span
    name: Span
    what: What
    target: str
    manner: Manner
    where: str = ""
    node: Substitution | Role | None = None


@remembered
def marks_of(inspection: Inspection) -> dict[str, tuple[NameMark, ...]]:
    """Return all marks of an area by the names of their files, in the order of each file."""
    found: dict[str, list[NameMark]] = {}
    for mark in (*_in_texts(inspection), *_in_values(inspection), *_definitions(inspection)):
        found.setdefault(mark.file, []).append(mark)
    return {file: tuple(sorted(marks, key=lambda mark: mark.span)) for file, marks in found.items()}


def mark_at(inspection: Inspection, file: str, offset: int) -> NameMark | None:
    """Return the mark at an offset of a file: the smallest, where one stands in another; None where there is none."""
    around = [mark for mark in marks_of(inspection).get(file, ()) if mark.span.start <= offset <= mark.span.end]
    return min(around, key=lambda mark: mark.span.end - mark.span.start, default=None)


def marks_like(inspection: Inspection, mark: NameMark) -> tuple[NameMark, ...]:
    """Return all marks of the same target, that one among them, in the order of the files."""
    return tuple(
        each
        for marks in marks_of(inspection).values()
        for each in marks
        if (each.what, each.target) == (mark.what, mark.target)
    )


@remembered
def lines_in(inspection: Inspection) -> dict[str, DocumentLines]:
    """Return the lines of the files that were read."""
    return {name: DocumentLines(file.text) for name, file in inspection.files.items()}


def _in_texts(inspection: Inspection) -> Iterator[NameMark]:
    for prose, parsed in inspection.texts:
        nodes: tuple[Substitution | Role, ...] = (*parsed.substitutions, *parsed.roles)
        for node in nodes:
            mark = _in_text(inspection, prose, node)
            if mark is not None:
                yield mark


def _in_text(inspection: Inspection, prose: Prose, node: Substitution | Role) -> NameMark | None:
    """The mark of a figure or a role; None for what stands in the file in other characters than in its text."""
    pattern, part = (SUBSTITUTION, "name") if isinstance(node, Substitution) else (ROLE, "target")
    found = pattern.match(prose.text, node.offset)
    lines = lines_in(inspection).get(prose.file)
    if found is None or lines is None:
        return None
    written = found[part]
    start = found.start(part) + len(written) - len(written.lstrip())
    end = start + len(written.strip())
    own = _span(inspection, lines, prose, start + (written.strip().rfind("/") + 1 if part == "name" else 0), end)
    if lines.text[own.start : own.end] != prose.text[end - (own.end - own.start) : end] or own.start >= own.end:
        return None
    what = FIGURE if isinstance(node, Substitution) else node.role
    target = lookup(prose.scope, node.name) if isinstance(node, Substitution) else node.target
    whole = _span(inspection, lines, prose, node.offset, node.end)
    return NameMark(prose.file, whole, own, what, target, "text", prose.label, node)


def _span(inspection: Inspection, lines: DocumentLines, prose: Prose, start: int, end: int) -> Span:
    """Where a stretch of a text stands in its file."""
    first = lines.offset_of(inspection.at(prose, start))
    last = lines.offset_of(inspection.at(prose, max(start, end - 1)))
    # a figure alone has no braces in the file, so that its last character there is that of its name
    inside = end - prose.text.before <= len(prose.text.origin or "")
    return Span(first, last + 1 if inside else last)


def _in_values(inspection: Inspection) -> Iterator[NameMark]:
    """The values of YAML that name a finding or a criterion."""
    area = inspection.area
    for file, answered in area.ask(lambda kind: kind.answered_findings):
        yield from _value(inspection, file, answered.path, "finding", answered.name)
    for file, chosen in area.ask(lambda kind: kind.chosen_findings):
        yield from _value(inspection, file, chosen.path, "finding", chosen.name)
    for file, citation in area.ask(lambda kind: kind.citations):
        yield from _value(inspection, file, citation.path, "criterion", citation.criterion)


def _definitions(inspection: Inspection) -> Iterator[NameMark]:
    area = inspection.area
    for named in area.named_percentages():
        yield from _value(inspection, named.file, named.path, FIGURE, named.full_name, named.name, key=True)
    for name, placed in inspection.outline.findings.items():
        file = criterion_file(placed.criterion)
        path: TreePath = (placed.kind.key, placed.index, "id")
        yield from _value(inspection, file, path, "finding", name, name.partition("/")[2], defines=True)
    for file, display in area.ask(lambda kind: kind.displays):
        path = (*display.path, "id")
        yield from _value(inspection, file, path, display.what, display.name, defines=True)
    for number in area.criteria:
        yield from _value(inspection, criterion_file(number), ("criterion",), "criterion", number, defines=True)


def _value(
    inspection: Inspection,
    file: str,
    path: TreePath,
    what: What,
    target: str,
    written: str = "",
    *,
    key: bool = False,
    defines: bool = False,
) -> Iterator[NameMark]:
    """The mark of a value, or of a key, that is no more than a name; none where the file writes it otherwise."""
    lines = lines_in(inspection).get(file)
    if lines is None:
        return
    start = lines.offset_of(inspection.area.at(file, path, key=key))
    start += lines.text[start : start + 1] in ("'", '"')
    names = dict.fromkeys((written or as_written(target), target))
    name = next((each for each in names if lines.text.startswith(each, start)), None)
    if name:
        span = Span(start, start + len(name))
        yield NameMark(file, span, span, what, target, "definition" if key or defines else "value")


def location_of(inspection: Inspection, mark: NameMark) -> Location:
    """Return the place of a mark as a message names it."""
    file, lines = inspection.files[mark.file], lines_in(inspection)[mark.file]
    place = lines.place(mark.span.start, "utf-32")
    return Location(file.shown, place.line + 1, place.character + 1)


_CODE = re.compile(r"\b[A-Z]{2,}\d{3}\b")


def code_at(text: str, offset: int) -> tuple[str, Span] | None:
    """Return the code of a rule that stands at an offset of a text, with its span; None where there is none."""
    start = text.rfind("\n", 0, offset) + 1
    ending = text.find("\n", offset)
    for found in _CODE.finditer(text, start, len(text) if ending < 0 else ending):
        if found.start() <= offset <= found.end():
            return found.group(), Span(*found.span())
    return None
