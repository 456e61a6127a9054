"""The server as editors meet it: a process that is driven over its standard input and output."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.editors import Editor, driven, uri

FOREWORD = "text: 😀é {{ areas }} is is here.\nsignatory: Ada Quill\n"


def test_an_editor_is_told_what_is_wrong_and_offered_what_mends_it(small_area: Path) -> None:
    foreword, stray = small_area / "foreword.yaml", small_area.parent / "notes.yaml"
    saved = foreword.read_text(encoding="utf-8")

    async def work(editor: Editor) -> None:
        editor.open(stray, "a: [\n")
        editor.open(foreword, FOREWORD)
        await editor.until(lambda: "OMI201" in editor.codes(foreword))
        found = next(each for each in editor.diagnostics[uri(foreword)] if each.code == "OMI201")
        assert (found.range.start.character, found.range.end.character) == (10, 21), "in units of UTF-16"
        assert found.severity == types.DiagnosticSeverity.Error
        assert found.message == "there is no figure «areas»\nadd it to the percentages of summary"
        assert uri(stray) not in editor.diagnostics

        quick, *rest = await offered(editor, foreword)
        assert (quick.title, rest) == ("Remove one «is» (OMI507)", [])
        (everything,) = await offered(editor, foreword, "source.fixAll")
        assert everything.edit == quick.edit
        assert await offered(editor, foreword, "refactor") == []

        editor.change(foreword, saved)
        await editor.until(lambda: "OMI201" not in editor.codes(foreword))
        editor.change(foreword, "text: [\n")
        await editor.until(lambda: "OMI001" in editor.codes(foreword))
        editor.close(foreword)
        await editor.until(lambda: not any(editor.diagnostics.values()))
        assert foreword.read_text(encoding="utf-8") == saved

    driven(small_area.parent, work)


async def offered(editor: Editor, path: Path, only: str | None = None) -> list[types.CodeAction]:
    """What the server offers to do in the first line of a file."""
    line = types.Range(types.Position(0, 0), types.Position(1, 0))
    context = types.CodeActionContext([], only=None if only is None else [only])
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri(path)), line, context)
    found = await editor.client.text_document_code_action_async(asked)
    return [each for each in found or () if isinstance(each, types.CodeAction)]


def test_settings_that_cannot_be_used_are_told_until_they_can(small_area: Path) -> None:
    settings, foreword = small_area.parent / "omi.toml", small_area / "foreword.yaml"
    settings.write_text("select = 5\n", encoding="utf-8")

    async def work(editor: Editor) -> None:
        editor.open(foreword, FOREWORD)
        await editor.until(lambda: bool(editor.diagnostics.get(uri(foreword))))
        (found,) = editor.diagnostics[uri(foreword)]
        assert "omi.toml:1: «select»" in found.message
        settings.write_text('select = ["OMI2"]\n', encoding="utf-8")
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
        await editor.until(lambda: editor.codes(foreword) == ["OMI201"])
        assert editor.diagnostics[uri(foreword)][0].range.start.character == 9, "in characters"

    driven(small_area.parent, work, [types.PositionEncodingKind.Utf32])


def test_an_editor_asks_of_a_place_and_renames(small_area: Path) -> None:
    criterion, foreword = small_area / "criteria" / "1.1.yaml", small_area / "foreword.yaml"
    text = "text: 😀 In {{ 1.1/on-time }} of cases.\nsignatory: Ada Quill\n"
    at = types.Position(0, text.index("on-time") + 2)
    document = types.TextDocumentIdentifier(uri(foreword))

    def new_name(name: str) -> types.RenameParams:
        return types.RenameParams(new_name=name, text_document=document, position=at)

    async def work(editor: Editor) -> None:
        editor.open(foreword, text)
        client = editor.client
        hover = await client.text_document_hover_async(types.HoverParams(document, at))
        assert hover.contents.value.startswith("**97%** — 1.1/on-time")
        assert (hover.range.start.character, hover.range.end.character) == (12, 29)
        (defined,) = await client.text_document_definition_async(types.DefinitionParams(document, at))
        assert (defined.uri, defined.range.start) == (uri(criterion), types.Position(3, 2))
        context = types.ReferenceContext(include_declaration=False)
        uses = await client.text_document_references_async(
            types.ReferenceParams(context=context, text_document=document, position=at)
        )
        assert sorted(each.uri for each in uses) == [uri(criterion), uri(foreword)]
        name = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, at))
        assert (name.start.character, name.end.character) == (19, 26)
        edit = await client.text_document_rename_async(new_name("in-time"))
        assert {address: [each.new_text for each in edits] for address, edits in edit.changes.items()} == {
            uri(criterion): ["in-time", "in-time"],
            uri(foreword): ["in-time"],
        }
        with pytest.raises(JsonRpcException, match="has a figure «reviewed» already"):
            await client.text_document_rename_async(new_name("reviewed"))

        symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        assert [each.name for each in symbols] == ["text", "signatory"]
        assert symbols[0].range.end == types.Position(0, 39)
        criterion_document = types.TextDocumentIdentifier(uri(criterion))
        editor.open(criterion)
        folds = await client.text_document_folding_range_async(types.FoldingRangeParams(criterion_document))
        assert {(each.start_line, each.end_line) for each in folds} >= {(2, 4), (5, 9)}
        tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
        assert list(tokens.data) == [0, 15, 11, 0, 0]

        editor.change(foreword, "text: 😀 In {{ 1.1/on")
        typed = types.Position(0, len("text: 😀 In {{ 1.1/on") + 1)
        offered = await client.text_document_completion_async(types.CompletionParams(document, typed))
        edits = {each.label: each.text_edit for each in offered.items}
        assert edits["1.1/on-time"].new_text == "1.1/on-time }}"
        assert (edits["1.1/on-time"].range.start.character, edits["1.1/on-time"].range.end) == (15, typed)

    driven(small_area.parent, work)
