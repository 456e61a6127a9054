"""A stretch of a text → its place, and the fix that puts other words there, where YAML allows it."""

from __future__ import annotations

from omi_report.lint.marks import Mark, mark
from omi_report.lint.subject import Subject
from omi_report.model.area import Prose
from omi_report.problems import Edit
from omi_report.source.positions import split_lines


def fixed(subject: Subject, prose: Prose, start: int, end: int, replacement: str) -> tuple[Mark, Edit | None]:
    """Return the place of a stretch of a text and the fix that replaces it.

    There is no fix where the file holds other characters than the text (an escape, a folded
    line), or where YAML would read the new ones as something else.
    """
    place = mark(subject, prose, start, end)
    style = prose.text.origin.style if prose.text.origin is not None else ""
    if style == "'":
        replacement = replacement.replace("'", "''")
    elif style == '"':
        replacement = replacement.replace("\\", "\\\\").replace('"', '\\"')
    elif not style and start == 0 and replacement[:1] in ("'", '"', ""):
        return place, None
    if place.start.line != place.end.line:
        return place, place.becomes(replacement) if style in ("|", ">") else None
    source = subject.area.files.get(prose.file)
    line = split_lines(source.text)[place.start.line - 1] if source else ""
    as_written = line[place.start.column - 1 : place.end.column - 1] == prose.text[start:end]
    return place, place.becomes(replacement) if as_written else None
