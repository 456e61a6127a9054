"""What an editor asks of a whole document, in the types of the protocol: its outline, its folds, the kinds of words."""

from __future__ import annotations

import typing
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types

from omi_report.inspection import Inspection
from omi_report.lsp import translation as to
from omi_report.lsp.folding import folds_of
from omi_report.lsp.lines import DocumentLines, Units
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.symbols import OutlineSymbol, symbols_of
from omi_report.lsp.tokens import TokenKind, words_of_lines, words_of_texts
from omi_report.source.reader import read_tree

_KINDS = typing.get_args(TokenKind)


class WholeDocuments:
    """Answers what one editor asks of its documents as a whole."""

    def __init__(self, live: LiveAreas, units: Callable[[], Units]) -> None:
        self._live = live
        self._units = units

    def symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        """List what a document is made of."""
        asked = self._asked(params.text_document.uri)
        if asked is None:
            return []
        lines = asked[1]
        root, _problems = read_tree(lines.text, "")
        return [self._symbol(each, lines) for each in symbols_of(root, lines)]

    def folds(self, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        """Say which lines of a document can be folded away."""
        asked = self._asked(params.text_document.uri)
        if asked is None:
            return []
        places = ([asked[1].place(offset, "utf-32").line for offset in fold] for fold in folds_of(asked[1]))
        return [types.FoldingRange(first, last) for first, last in places if last > first]

    def tokens(self, params: types.SemanticTokensParams) -> types.SemanticTokens:
        """Say what the words of figures and references are."""
        asked = self._asked(params.text_document.uri)
        data: list[int] = []
        if asked is None:
            return types.SemanticTokens(data)
        path, lines = asked
        line = character = 0
        for span, kind in self._words(path, lines):
            start, end = (lines.place(offset, self._units()) for offset in span)
            if start.line != end.line:
                continue
            column = start.character if start.line > line else start.character - character
            data += [start.line - line, column, end.character - start.character, _KINDS.index(kind), 0]
            line, character = start
        return types.SemanticTokens(data)

    def _words(self, path: Path, lines: DocumentLines) -> list[typing.Any]:
        view = self._live.view(path)
        inspection = view.inspected if view else None
        name = view.name_of(path) if view else ""
        if isinstance(inspection, Inspection) and name in inspection.files and name not in inspection.area.unread:
            return list(words_of_texts(inspection, name))
        return list(words_of_lines(lines.text))

    def _symbol(self, symbol: OutlineSymbol, lines: DocumentLines) -> types.DocumentSymbol:
        kind = types.SymbolKind.Object if symbol.kind == "entry" else types.SymbolKind.Property
        return types.DocumentSymbol(
            symbol.name,
            kind,
            to.range_of(lines, *symbol.span, self._units()),
            to.range_of(lines, *symbol.name_span, self._units()),
            detail=symbol.detail or None,
            children=[self._symbol(each, lines) for each in symbol.children],
        )

    def _asked(self, uri: str) -> tuple[Path, DocumentLines] | None:
        """The path and the lines of a document that belongs to an area or a framework."""
        path = to.path_of(uri)
        text = self._live.text(path) if path else None
        if path is None or text is None or self._live.home(path) is None:
            return None
        return path, DocumentLines(text)


def legend() -> types.SemanticTokensLegend:
    """Return the kinds of words by their numbers."""
    return types.SemanticTokensLegend(token_types=list(_KINDS), token_modifiers=[])
