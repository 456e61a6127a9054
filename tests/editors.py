"""An editor for the tests: a client that drives `omi lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

OMI = Path(sys.executable).parent / "omi"


class Editor:
    """One editor with its documents."""

    def __init__(self, client: Any) -> None:
        self.client = client  # a LanguageClient, whose methods have no types
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.said: list[str] = []
        self._heard = asyncio.Event()
        self._versions: dict[str, int] = {}
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(self._published())
        client.feature(types.WINDOW_SHOW_MESSAGE)(self._shown())

    async def start(self, root: Path, encodings: list[Any] | None = None) -> Any:
        """Start the server and say hello."""
        environment = os.environ | {"OMI_CACHE_DIR": str(root / "no-cache")}
        await self.client.start_io(str(OMI), "lsp", cwd=root, env=environment)
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        hello = types.InitializeParams(types.ClientCapabilities(general=general), root_uri=from_fs_path(str(root)))
        answer = await self.client.initialize_async(hello)
        self.client.initialized(types.InitializedParams())
        return answer

    async def end(self) -> Any:
        """End the server, and return its exit status."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        server = self.client._server
        assert server is not None
        await server.wait()
        await self.client.stop()
        return server.returncode

    def open(self, path: Path, text: str | None = None) -> None:
        """Open a file, with a text that it need not have on the disk."""
        words = path.read_text(encoding="utf-8") if text is None else text
        self._versions[uri(path)] = 1
        document = types.TextDocumentItem(uri(path), "yaml", 1, words)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))

    def change(self, path: Path, text: str) -> None:
        """Let a document have another text."""
        self._versions[uri(path)] += 1
        document = types.VersionedTextDocumentIdentifier(uri=uri(path), version=self._versions[uri(path)])
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    def close(self, path: Path) -> None:
        """Close a document."""
        document = types.TextDocumentIdentifier(uri(path))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def codes(self, path: Path) -> list[str]:
        """Return the codes that are shown in a file."""
        return [str(each.code) for each in self.diagnostics.get(uri(path), [])]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until the server has told what is expected."""
        while not holds():
            self._heard.clear()
            await self._heard.wait()

    def _published(self) -> Callable[[types.PublishDiagnosticsParams], None]:
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = list(params.diagnostics)
            self._heard.set()

        return published

    def _shown(self) -> Callable[[types.ShowMessageParams], None]:
        def shown(params: types.ShowMessageParams) -> None:
            self.said.append(params.message)
            self._heard.set()

        return shown


def uri(path: Path) -> str:
    """Return the address of a file."""
    return str(from_fs_path(str(path)))


@asynccontextmanager
async def editor(root: Path, encodings: list[Any] | None = None) -> AsyncIterator[Editor]:
    """Start an editor in a folder, and see that the server ends well with it."""
    found = Editor(LanguageClient("tests", "1"))
    await found.start(root, encodings)
    yield found
    assert await found.end() == 0
    assert found.said == []


def driven(root: Path, work: Callable[[Editor], Awaitable[None]], encodings: list[Any] | None = None) -> None:
    """Run some work of an editor in a folder to its end."""

    async def run() -> None:
        async with editor(root, encodings) as found:
            await asyncio.wait_for(work(found), 60)

    asyncio.run(run())
