"""The language server: it takes documents from an editor, and answers over the standard input and output.

It only translates. What it answers comes from the other modules of the package, which know nothing of the protocol.
"""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from omi_report import __version__
from omi_report.lsp import translation as to
from omi_report.lsp.actions import all_repairs, repairs_at
from omi_report.lsp.answers import TRIGGERS, EditorAnswers
from omi_report.lsp.homes import Home
from omi_report.lsp.lines import DocumentLines, Units
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.marked import Findings
from omi_report.lsp.schedule import Afterwards
from omi_report.lsp.whole import WholeDocuments, legend
from omi_report.prose.nodes import Span

FIX_ALL = "source.fixAll.omi"


class Session:
    """One editor with its documents, for as long as it is connected."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._live = LiveAreas()
        self._found: dict[Home, Findings] = {}
        self._published: dict[Path, list[types.Diagnostic]] = {}
        self._checks: Afterwards[Home, Findings] | None = None
        self.answers = EditorAnswers(self._live, lambda: self.units)
        self.whole = WholeDocuments(self._live, lambda: self.units)

    @property
    def units(self) -> Units:
        """What the editor counts columns in."""
        encoding = _value(self._server.workspace.position_encoding)
        return encoding if encoding in ("utf-8", "utf-32") else "utf-16"  # type: ignore[return-value]

    def opened(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a document that was opened."""
        self._put(params.text_document.uri, params.text_document.text)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take a document that was changed: the whole of it, as the server asks for it."""
        for change in params.content_changes:
            self._put(params.text_document.uri, change.text)

    def closed(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document that was closed."""
        path = to.path_of(params.text_document.uri)
        if path is not None:
            self._check(self._live.close(path))

    def saved(self, _params: Any) -> None:
        """Look again at what stands on the disk: a document was saved, or other files have changed."""
        self._check(self._live.saved())

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Offer the fixes of the problems in a stretch, and all those of the file."""
        path = to.path_of(params.text_document.uri)
        text = self._live.text(path) if path else None
        if path is None or text is None:
            return []
        await self._settled()
        wanted, lines = params.context.only, DocumentLines(text)
        ends = (lines.offset(to.place_of(each), self.units) for each in (params.range.start, params.range.end))
        span, found = Span(*ends), self._found.get(self._live.home(path))  # type: ignore[arg-type]
        if found is None or self._live.text(path) != text:
            return []
        offered = []
        if _wants(wanted, types.CodeActionKind.QuickFix):
            offered += [to.action_of(each, found, self.units) for each in repairs_at(found, path, span)]
        if wanted and _wants(wanted, FIX_ALL) and (changes := all_repairs(found, path)):
            edit = to.workspace_edit(changes, found.lines, self.units)
            offered.append(types.CodeAction("Fix all that is safe to fix", kind=FIX_ALL, edit=edit))
        return offered

    def end(self, _params: Any = None) -> None:
        """Check nothing more."""
        if self._checks:
            self._checks.close()

    def _put(self, uri: str, text: str) -> None:
        path = to.path_of(uri)
        if path is not None:
            self._check(self._live.put(path, text))

    def _check(self, homes: set[Home]) -> None:
        if self._checks is None:
            self._checks = Afterwards(self._live.check, self._deliver, self._failed, rest=gc.collect)
        gone = self._found.keys() - self._live.homes
        for home in gone:
            del self._found[home]
        if gone:
            self._publish()
        self._checks.ask(homes & self._live.homes)

    async def _settled(self) -> None:
        if self._checks:
            await self._checks.settled()

    def _deliver(self, home: Home, found: Findings) -> None:
        if home in self._live.homes:
            self._found[home] = found
            self._publish()

    def _failed(self, home: Home, error: Exception) -> None:
        """Say that a check failed, which is a fault of omi or of a plug-in; the server goes on."""
        said = f"omi could not check {home.path}: {type(error).__name__}: {error}"
        words = "".join(traceback.format_exception(error))
        self._server.window_log_message(types.LogMessageParams(types.MessageType.Error, f"{said}\n{words}"))
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))

    def _publish(self) -> None:
        """Tell the editor what is wrong in each file where that has changed, and where nothing is wrong any more."""
        said: dict[Path, list[types.Diagnostic]] = {}
        for home, found in self._found.items():
            for path in found.by_file:
                listed = said.setdefault(path, [])
                listed += [each for each in to.diagnostics_of(found, path, self.units) if each not in listed]
            for path in self._live.paths_of(home) if found.refusal else ():
                said.setdefault(path, []).append(to.refused(found.refusal))
        for path in self._published.keys() | said.keys():
            diagnostics = said.get(path, [])
            if diagnostics != self._published.get(path):
                params = types.PublishDiagnosticsParams(to.uri_of(path), diagnostics)
                self._server.text_document_publish_diagnostics(params)
        self._published = said


def _wants(only: Any, kind: str) -> bool:
    """Whether an editor that asks for some kinds of action, or for any, asks for one of this kind."""
    return not only or any(kind == each or kind.startswith(f"{each}.") for each in map(_value, only))


def _value(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


def make_server() -> LanguageServer:
    """Return a server that has not begun yet."""
    # Whole texts, since pygls counts lines as Python does, for which more characters end a line than for an editor.
    server = LanguageServer("omi", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session(server)
    answers, whole = session.answers, session.whole
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
    features: list[tuple[str, Callable[..., Any], Any]] = [
        (types.TEXT_DOCUMENT_DID_OPEN, session.opened, None),
        (types.TEXT_DOCUMENT_DID_CHANGE, session.changed, None),
        (types.TEXT_DOCUMENT_DID_CLOSE, session.closed, None),
        (types.TEXT_DOCUMENT_DID_SAVE, session.saved, None),
        (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, session.saved, None),
        (types.TEXT_DOCUMENT_CODE_ACTION, session.actions, types.CodeActionOptions(code_action_kinds=kinds)),
        (types.TEXT_DOCUMENT_HOVER, answers.hover, None),
        (types.TEXT_DOCUMENT_DEFINITION, answers.definition, None),
        (types.TEXT_DOCUMENT_REFERENCES, answers.references, None),
        (types.TEXT_DOCUMENT_PREPARE_RENAME, answers.can_rename, None),
        (types.TEXT_DOCUMENT_RENAME, answers.rename, types.RenameOptions(prepare_provider=True)),
        (types.TEXT_DOCUMENT_COMPLETION, answers.completion, types.CompletionOptions(trigger_characters=TRIGGERS)),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, whole.symbols, None),
        (types.TEXT_DOCUMENT_FOLDING_RANGE, whole.folds, None),
        (types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, whole.tokens, legend()),
        (types.SHUTDOWN, session.end, None),
    ]
    for name, answer, options in features:
        server.feature(name, options)(partial(answer))
    return server


def serve() -> None:
    """Serve one editor over the standard input and output, until it ends."""
    gc.disable()  # a collection takes as long as a check: it waits until the editor rests
    make_server().start_io()
