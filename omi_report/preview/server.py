"""The server: the page, the files, and what is told of them, to one user on this machine.

The standard library's server is enough for that: a thread for each connection, and nothing to install.
"""

from __future__ import annotations

import errno
import json
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread
from typing import Any, Final, cast
from urllib.parse import parse_qs, unquote, urlsplit

from omi_report.errors import OutputError
from omi_report.preview.attempt import Build
from omi_report.preview.board import Board
from omi_report.preview.building import Told, start_building
from omi_report.preview.door import HOST, SECOND, Door
from omi_report.preview.editor import Editor
from omi_report.preview.shell import COMMON_HEADERS, FRAMED, STATIC, shell_page, static_file
from omi_report.preview.telling import as_json
from omi_report.preview.views import Views

_BEAT: Final = 10.0
"""After so many seconds without news something is sent, which fails where nobody listens any more."""

_LONGEST_BODY: Final = 8192
_TYPES: Final = {"html": "text/html; charset=utf-8", "pdf": "application/pdf"}
_REFUSED: Final = "There is nothing here. Open the address that omi preview has printed."


class Preview:
    """Shows views on a port of this machine. Raises OutputError where the port cannot be had; 0 takes a free one."""

    def __init__(self, views: Views, build: Build, told: Told, editor: Editor | None = None, port: int = 0) -> None:
        self.views = views
        self.editor = editor
        self.board = Board(views.files)
        self._server = _server(port, self)
        self.door = Door(self._server.server_port, secrets.token_urlsafe(24))
        start_building(self.board, build, told)
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where it is to be seen."""
        return self.door.address

    def changed(self) -> None:
        """Say that the sources have changed. Returns at once."""
        self.board.changed()

    def close(self) -> None:
        """End the server, and let everybody go who waits."""
        self.board.close()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        TCPServer.server_bind(self)  # without asking a name server for the name of this machine
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, *_of_request: Any) -> None:
        """Say nothing: a browser that closes a connection is no fault."""


def _server(port: int, preview: Preview) -> _Server:
    try:
        return _Server(port, preview)
    except OSError as error:
        said = "it is in use" if error.errno == errno.EADDRINUSE else (error.strerror or str(error))
        hint = "name another one with --port, or leave the option out for a free one"
        raise OutputError(f"the port {port} cannot be had: {said}: {hint}") from error


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    server_version, sys_version = "omi", ""

    @property
    def _preview(self) -> Preview:
        return cast("_Server", self.server).preview

    def do_GET(self) -> None:
        """Answer with the page, one of its files, one that is shown, or what is told of those."""
        asked = urlsplit(self.path)
        name = self._preview.door.name(asked.path, self._headers)
        if name is None:
            self._refuse(HTTPStatus.FORBIDDEN, _REFUSED)
        elif not name:
            page, policy = shell_page(
                self._preview.views, self._preview.door.token, has_editor=self._preview.editor is not None
            )
            self._send(page, _TYPES["html"], {"Content-Security-Policy": policy})
        elif name in STATIC:
            self._send(static_file(name), f"{STATIC[name]}; charset=utf-8")
        elif name == "events":
            self._tell([each for each in parse_qs(asked.query).get("file", ()) if each in self._preview.board.files])
        else:
            self._send_file(unquote(name))

    def do_POST(self) -> None:
        """Open a source in the editor."""
        preview = self._preview
        name = preview.door.name(urlsplit(self.path).path, self._headers)
        if name != "open" or not preview.door.may_change(self._headers):
            self._refuse(HTTPStatus.FORBIDDEN, _REFUSED)
        elif preview.editor is None:
            self._refuse(HTTPStatus.NOT_FOUND, "No editor was named: start omi preview with --editor.")
        elif (place := self._place()) is None:
            self._refuse(HTTPStatus.BAD_REQUEST, "This is no place in a file.")
        elif (path := preview.board.sources().get(place[0])) is None:
            self._refuse(HTTPStatus.NOT_FOUND, "This is no file of the area.")
        else:
            try:
                preview.editor.open(path, *place[1:])
            except OSError as error:
                self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, f"The editor cannot be started: {error.strerror}.")
                return
            self._send(b"", "text/plain", status=HTTPStatus.NO_CONTENT)

    @property
    def _headers(self) -> Mapping[str, str | None]:
        return {name: self.headers.get(name) for name in ("Host", "Origin", "Sec-Fetch-Site", SECOND)}

    def _place(self) -> tuple[str, int, int] | None:
        """The file, the line and the column that the body of the request names."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > _LONGEST_BODY:
            self.close_connection = True
            return None
        try:
            match json.loads(self.rfile.read(int(length))):
                case {"file": str(file), "line": int(line), "column": int(column)}:
                    return file, line, column
        except (ValueError, RecursionError):
            pass
        return None

    def _send_file(self, name: str) -> None:
        """Answer with the last good form of a file that is shown."""
        board = self._preview.board
        data = board.state(name).data if name in board.files else None
        if data is None:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such file, or it has not been made yet.")
        else:
            self._send(data, _TYPES[name.rpartition(".")[2]], FRAMED)

    def _tell(self, names: list[str]) -> None:
        """Tell of the state of some files, at once and whenever it changes, as long as somebody listens."""
        board = self._preview.board
        if not names:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such file.")
            return
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream; charset=utf-8", {})
        with board.looked_at(names):
            last, said = 0, ""
            while (serial := board.news(last, _BEAT)) is not None:
                news = as_json({name: board.state(name) for name in names})
                self.wfile.write(f"data: {news}\n\n".encode() if news != said else b": still here\n\n")
                last, said = serial, news

    def _refuse(self, status: HTTPStatus, said: str) -> None:
        self.close_connection = True
        self._send(f"{said}\n".encode(), "text/plain; charset=utf-8", status=status)

    def _send(
        self,
        data: bytes,
        media_type: str,
        headers: Mapping[str, str] | None = None,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> None:
        self._begin(status, media_type, {**(headers or {}), "Content-Length": str(len(data))})
        self.wfile.write(data)

    def _begin(self, status: HTTPStatus, media_type: str, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**COMMON_HEADERS, "Content-Type": media_type, **headers}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_said: Any) -> None:
        """Say nothing of requests."""
