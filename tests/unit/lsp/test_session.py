"""The session of an editor, in one process with it: what it takes, and what it answers in the types of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from omi_report.lsp import server
from omi_report.lsp.homes import AreaHome
from omi_report.lsp.server import FIX_ALL, Session
from tests.editors import uri

FOREWORD = "text: 😀 In {{ 1.1/on-time }} of cases, see {criterion}`1.1` or or not.\nsignatory: Ada Quill\n"


class Hearing:
    """Stands for the server of pygls: it keeps what it is told."""

    def __init__(self, units: str = "utf-16") -> None:
        self.workspace = self
        self.position_encoding = units
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.said: list[str] = []

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = list(params.diagnostics)

    def window_log_message(self, params: types.LogMessageParams) -> None:
        self.said.append(params.message)

    window_show_message = window_log_message


def in_session(work: Callable[[Any, Hearing], Awaitable[None]], units: str = "utf-16") -> None:
    """Run some work of an editor in a session of its own."""

    async def run() -> None:
        hearing = Hearing(units)
        server_of_pygls: Any = hearing
        session: Any = Session(server_of_pygls)
        await work(session, hearing)
        session.end()

    asyncio.run(run())


def opened(path: Path, text: str) -> types.DidOpenTextDocumentParams:
    return types.DidOpenTextDocumentParams(types.TextDocumentItem(uri(path), "yaml", 1, text))


def document(path: Path) -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(uri(path))


def at(path: Path, character: int) -> dict[str, Any]:
    return {"text_document": document(path), "position": types.Position(0, character)}


def test_what_is_told_and_offered(small_area: Path) -> None:
    foreword = small_area / "foreword.yaml"

    async def work(session: Any, hearing: Hearing) -> None:
        session.opened(opened(foreword, FOREWORD))
        await session._settled()
        (found,) = [each for each in hearing.told[uri(foreword)] if each.code == "OMI507"]
        assert found.range.start == types.Position(0, FOREWORD.index("or not") + 1)
        line = types.Range(types.Position(0, 0), types.Position(1, 0))
        for only, titles in (
            (None, ["Remove one «or» (OMI507)"]),
            ([FIX_ALL], ["Fix all that is safe to fix"]),
            (["source"], ["Fix all that is safe to fix"]),
            (["refactor"], []),
        ):
            context = types.CodeActionContext([], only=only)
            actions = await session.actions(types.CodeActionParams(document(foreword), line, context))
            assert [each.title for each in actions] == titles
        told = dict(hearing.told)
        change = types.TextDocumentContentChangeWholeDocument(FOREWORD.replace("or or", "or"))
        versioned = types.VersionedTextDocumentIdentifier(uri=uri(foreword), version=2)
        session.changed(types.DidChangeTextDocumentParams(versioned, [change]))
        await session._settled()
        assert {address for address in told if told[address] != hearing.told[address]} == {uri(foreword)}
        session.saved(None)
        await session._settled()
        session.closed(types.DidCloseTextDocumentParams(document(foreword)))
        assert not any(hearing.told.values())
        context = types.CodeActionContext([])
        assert await session.actions(types.CodeActionParams(document(foreword), line, context)) == []
        assert hearing.said == []

    in_session(work)


@pytest.mark.parametrize(("units", "column"), [("utf-8", 15), ("utf-16", 13), ("utf-32", 12)])
def test_what_is_said_of_a_place(small_area: Path, units: str, column: int) -> None:
    foreword = small_area / "foreword.yaml"

    async def work(session: Any, _hearing: Hearing) -> None:
        session.opened(opened(foreword, FOREWORD))
        ask = session.answers
        hover = ask.hover(types.HoverParams(**at(foreword, column + 3)))
        assert hover.contents.value.startswith("**97%** — 1.1/on-time")
        assert hover.range.start.character == column - 1
        (defined,) = ask.definition(types.DefinitionParams(**at(foreword, column + 3)))
        assert defined.uri == uri(small_area / "criteria" / "1.1.yaml")
        for declared, count in ((True, 3), (False, 2)):
            context = types.ReferenceContext(include_declaration=declared)
            assert len(ask.references(types.ReferenceParams(context=context, **at(foreword, column + 3)))) == count
        assert ask.can_rename(types.PrepareRenameParams(**at(foreword, column + 3))) is not None
        assert ask.can_rename(types.PrepareRenameParams(**at(foreword, 0))) is None
        edit = ask.rename(types.RenameParams(new_name="in-time", **at(foreword, column + 3)))
        assert sorted(map(len, edit.changes.values())) == [1, 2]
        with pytest.raises(JsonRpcException, match="small letters"):
            ask.rename(types.RenameParams(new_name="In time", **at(foreword, column + 3)))
        assert ask.hover(types.HoverParams(**at(foreword, 0))) is None
        offers = ask.completion(types.CompletionParams(**at(foreword, column + 6)))
        assert "1.1/on-time" in [each.label for each in offers.items]

    in_session(work, units)


def test_what_is_said_of_a_whole_document(small_area: Path) -> None:
    foreword = small_area / "foreword.yaml"

    async def work(session: Any, _hearing: Hearing) -> None:
        session.opened(opened(foreword, FOREWORD))
        whole = session.whole
        symbols = whole.symbols(types.DocumentSymbolParams(document(foreword)))
        assert [each.name for each in symbols] == ["text", "signatory"]
        tokens = whole.tokens(types.SemanticTokensParams(document(foreword)))
        assert tokens.data == [0, 15, 11, 0, 0, 0, 30, 9, 2, 0, 0, 11, 3, 3, 0]
        session.opened(opened(foreword, FOREWORD + "text: [\n"))
        assert whole.tokens(types.SemanticTokensParams(document(foreword))) == tokens, "no YAML at the moment"
        criterion = small_area / "criteria" / "1.1.yaml"
        session.opened(opened(criterion, criterion.read_text(encoding="utf-8")))
        folds = whole.folds(types.FoldingRangeParams(document(criterion)))
        assert (folds[0].start_line, folds[0].end_line) == (2, 4)

    in_session(work)


def test_a_document_of_nothing_is_told_nothing(tmp_path: Path) -> None:
    stray = tmp_path / "notes.yaml"

    async def work(session: Any, hearing: Hearing) -> None:
        session.opened(opened(stray, "a: {{ b }}\n"))
        untitled = types.TextDocumentItem("untitled:Untitled-1", "yaml", 1, "a: b\n")
        session.opened(types.DidOpenTextDocumentParams(untitled))
        await session._settled()
        ask, whole = session.answers, session.whole
        assert ask.hover(types.HoverParams(**at(stray, 5))) is None
        assert ask.definition(types.DefinitionParams(**at(stray, 5))) == []
        assert ask.rename(types.RenameParams(new_name="c", **at(stray, 5))) is None
        assert ask.completion(types.CompletionParams(**at(stray, 5))).items == []
        assert whole.symbols(types.DocumentSymbolParams(document(stray))) == []
        assert whole.folds(types.FoldingRangeParams(document(stray))) == []
        assert whole.tokens(types.SemanticTokensParams(document(stray))).data == []
        assert hearing.told == {}

    in_session(work)


def test_a_framework_by_itself_is_checked_and_completed(tmp_path: Path) -> None:
    framework = tmp_path / "ours.yaml"
    text = "framework: ours\nparts:\n  - kind: "

    async def work(session: Any, hearing: Hearing) -> None:
        session.opened(opened(framework, text))
        asked = types.CompletionParams(text_document=document(framework), position=types.Position(2, 10))
        offers = session.answers.completion(asked)
        assert "foreword" in [each.label for each in offers.items]
        await session._settled()
        assert hearing.told[uri(framework)]

    in_session(work)


def test_settings_that_cannot_be_used_are_told_in_each_document(small_area: Path) -> None:
    (small_area.parent / "omi.toml").write_text("select = 5\n", encoding="utf-8")
    foreword = small_area / "foreword.yaml"

    async def work(session: Any, hearing: Hearing) -> None:
        session.opened(opened(foreword, FOREWORD))
        await session._settled()
        assert [each.code for each in hearing.told[uri(foreword)]] == [None]

    in_session(work)


def test_a_check_that_fails_is_told_and_the_server_goes_on(small_area: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foreword = small_area / "foreword.yaml"

    async def work(session: Any, hearing: Hearing) -> None:
        monkeypatch.setattr(session._live, "check", lambda _home: 1 / 0)
        session.opened(opened(foreword, FOREWORD))
        await session._settled()
        log, shown = hearing.said
        assert shown == f"omi could not check {small_area}: ZeroDivisionError: division by zero"
        assert "Traceback" in log
        assert session._live.homes == {AreaHome(small_area)}

    in_session(work)


def test_the_server_has_all_features() -> None:
    made = server.make_server()
    features = set(made.protocol.fm.features)
    assert {types.TEXT_DOCUMENT_HOVER, types.TEXT_DOCUMENT_COMPLETION, types.TEXT_DOCUMENT_RENAME} <= features
