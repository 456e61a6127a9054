"""Our plain data ↔ the types of the Language Server Protocol."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path, uri_scheme

from omi_report.lsp.actions import Repair
from omi_report.lsp.homes import absolute
from omi_report.lsp.lines import DocumentLines, EditorPlace, Units
from omi_report.lsp.marked import Findings, MarkedProblem, TextChange
from omi_report.problems import Severity

SOURCE = "omi"

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def path_of(uri: str) -> Path | None:
    """Return the path of a document; None for one that is no file, such as one that was never saved."""
    path = to_fs_path(uri) if uri_scheme(uri) == "file" else None
    return absolute(path) if path else None


def uri_of(path: Path) -> str:
    """Return the address of a file."""
    return str(from_fs_path(str(path)))


def place_of(position: types.Position) -> EditorPlace:
    """Return an editor's place."""
    return EditorPlace(position.line, position.character)


def range_of(lines: DocumentLines, start: int, end: int, units: Units) -> types.Range:
    """Return a stretch of a text as the protocol has it."""
    return types.Range(*(types.Position(*lines.place(offset, units)) for offset in (start, end)))


def diagnostics_of(findings: Findings, path: Path, units: Units) -> list[types.Diagnostic]:
    """Return what was found in a file."""
    lines = findings.lines.get(path)
    return [_diagnostic(each, lines, units) for each in findings.by_file.get(path, ())]


def refused(why: str) -> types.Diagnostic:
    """Return what stands at the head of the documents of an area that cannot be checked."""
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    return types.Diagnostic(top, why, severity=types.DiagnosticSeverity.Error, source=SOURCE)


def action_of(repair: Repair, findings: Findings, units: Units) -> types.CodeAction:
    """Return a repair as an editor offers it."""
    lines = findings.lines.get(repair.marked.path)
    return types.CodeAction(
        title=repair.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(repair.marked, lines, units)],
        edit=workspace_edit([repair.change], findings.lines, units),
    )


def workspace_edit(
    changes: Iterable[TextChange], lines: dict[Path, DocumentLines], units: Units
) -> types.WorkspaceEdit:
    """Return changes of files as an editor makes them; ``lines`` are those of the files."""
    by_uri: dict[str, list[types.TextEdit]] = {}
    for change in changes:
        place = range_of(lines[change.path], change.start, change.end, units)
        by_uri.setdefault(uri_of(change.path), []).append(types.TextEdit(place, change.words))
    return types.WorkspaceEdit(changes=by_uri)


def _diagnostic(each: MarkedProblem, lines: DocumentLines | None, units: Units) -> types.Diagnostic:
    place = each.problem.location
    if each.span is not None and lines is not None:
        where = range_of(lines, *each.span, units)
    else:  # of a file as a whole, or of the cell of a workbook
        at = types.Position(max(place.line - 1, 0), max(place.column - 1, 0))
        where = types.Range(at, at)
    severity = _SEVERITIES[each.problem.severity]
    return types.Diagnostic(where, each.words, severity=severity, code=each.problem.code, source=SOURCE)
