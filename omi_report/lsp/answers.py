"""What an editor asks of a place of a document, in the types of the protocol. What is said is worked out elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from omi_report.lsp import navigation, translation as to
from omi_report.lsp.completion import Offer, OfferKind, offers_at, offers_of_shape
from omi_report.lsp.homes import FrameworkHome
from omi_report.lsp.hover import note_at
from omi_report.lsp.lines import DocumentLines, Units
from omi_report.lsp.live import LiveAreas
from omi_report.lsp.navigation import FileSpan, RenamingError
from omi_report.lsp.view import AreaView
from omi_report.model.framework import Framework

_KINDS: dict[OfferKind, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Property,
    "name": types.CompletionItemKind.EnumMember,
    "figure": types.CompletionItemKind.Variable,
    "filter": types.CompletionItemKind.Function,
    "role": types.CompletionItemKind.Keyword,
    "target": types.CompletionItemKind.Reference,
    "abbreviation": types.CompletionItemKind.Text,
}

TRIGGERS = ["{", "|", "`", ":", " ", "/"]
"""What may be followed by something that can be completed."""

REQUEST_FAILED = -32803
"""The number that the protocol has for a request that is right, and cannot be done all the same."""

AtPlace: TypeAlias = (
    types.HoverParams | types.DefinitionParams | types.CompletionParams | types.PrepareRenameParams | types.RenameParams
)


class _Asked(NamedTuple):
    """A place that an editor asks about: the area, the file and its lines, and the offset."""

    view: AreaView
    path: Path
    lines: DocumentLines
    offset: int


class EditorAnswers:
    """EditorAnswers what one editor asks of places of its documents."""

    def __init__(self, live: LiveAreas, units: Callable[[], Units]) -> None:
        self._live = live
        self._units = units

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Say what stands under the pointer."""
        asked = self._asked(params)
        note = note_at(asked.view, asked.path, asked.offset) if asked else None
        if asked is None or note is None:
            return None
        words = types.MarkupContent(types.MarkupKind.Markdown, note.words)
        return types.Hover(words, to.range_of(asked.lines, *note.span, self._units()))

    def definition(self, params: types.DefinitionParams) -> list[types.Location]:
        """Say where that is defined which stands at a place."""
        asked = self._asked(params)
        found = navigation.definition_at(asked.view, asked.path, asked.offset) if asked else []
        return self._locations(asked, found)

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Say where else the same is named as at a place."""
        asked = self._asked(params)
        defined = params.context.include_declaration
        found = navigation.uses_at(asked.view, asked.path, asked.offset, definition=defined) if asked else []
        return self._locations(asked, found)

    def can_rename(self, params: types.PrepareRenameParams) -> types.Range | None:
        """Say which characters a new name would take the place of."""
        asked = self._asked(params)
        span = navigation.renamable_at(asked.view, asked.path, asked.offset) if asked else None
        return to.range_of(asked.lines, *span, self._units()) if asked and span else None

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Give a figure another name in all files."""
        asked = self._asked(params)
        if asked is None:
            return None
        try:
            changes = navigation.renamed(asked.view, asked.path, asked.offset, params.new_name)
        except RenamingError as error:
            raise JsonRpcException(str(error), REQUEST_FAILED) from error
        lines = {change.path: known for change in changes if (known := asked.view.lines_of(change.path))}
        return to.workspace_edit(changes, lines, self._units())

    def completion(self, params: types.CompletionParams) -> types.CompletionList:
        """Offer what may be typed at a place."""
        asked = self._asked(params)
        path = to.path_of(params.text_document.uri)
        if asked:
            lines, offers = asked.lines, offers_at(asked.view, asked.path, asked.offset)
        elif path and isinstance(self._live.home(path), FrameworkHome):
            lines = DocumentLines(self._live.text(path) or "")
            offset = lines.offset(to.place_of(params.position), self._units())
            offers = offers_of_shape(lines.text, offset, Framework)
        else:
            return types.CompletionList(is_incomplete=False, items=[])
        items = [self._item(lines, number, offer) for number, offer in enumerate(offers)]
        return types.CompletionList(is_incomplete=False, items=items)

    def _item(self, lines: DocumentLines, number: int, offer: Offer) -> types.CompletionItem:
        place = to.range_of(lines, *offer.span, self._units())
        return types.CompletionItem(
            offer.label,
            kind=_KINDS[offer.kind],
            detail=offer.about or None,
            sort_text=f"{number:05}",
            filter_text=offer.label,
            text_edit=types.TextEdit(place, offer.words),
        )

    def _asked(self, params: AtPlace | types.ReferenceParams) -> _Asked | None:
        path = to.path_of(params.text_document.uri)
        view = self._live.view(path) if path else None
        lines = view.lines_of(path) if view and path else None
        if path is None or view is None or lines is None:
            return None
        return _Asked(view, path, lines, lines.offset(to.place_of(params.position), self._units()))

    def _locations(self, asked: _Asked | None, found: Iterable[FileSpan]) -> list[types.Location]:
        if asked is None:
            return []
        lined = [(each, asked.view.lines_of(each.path)) for each in found]
        return [
            types.Location(to.uri_of(each.path), to.range_of(lines, *each.span, self._units()))
            for each, lines in lined
            if lines
        ]
