"""The server by itself: what it answers, to whom, and with what it may be done."""

from __future__ import annotations

import json
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.preview.attempt import Attempt, Notice
from omi_report.preview.editor import Editor
from omi_report.preview.server import Preview
from omi_report.preview.shell import STATIC
from omi_report.preview.telling import MOST
from omi_report.preview.views import Variant, ViewChoice, Views
from omi_report.problems import Location, Problem, Severity

VIEWS = Views(
    "Preview of </script> a & b", (ViewChoice("Size", {"s": "Small"}),), (Variant(("s",), "page.html", "page.pdf"),)
)
PROBLEM = Problem(Location("area/a.yaml", 2, 3), "OMI201", Severity.WARNING, "this", "that", 4)


class Source:
    """What a build makes: set by a test."""

    attempt = Attempt(b"<p>one")

    def build(self, name: str) -> Attempt:
        return self.attempt


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def preview(source: Source, tmp_path: Path) -> Iterator[Preview]:
    script = "import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))"
    editor = Editor((sys.executable, "-c", script, str(tmp_path / "opened"), "{file}", "{line}", "{column}"))
    preview = Preview(VIEWS, source.build, lambda _name, _state: None, editor)
    yield preview
    preview.close()


@contextmanager
def asked(preview: Preview, name: str, method: str = "GET", body: str = "", **headers: str) -> Iterator[HTTPResponse]:
    connection = HTTPConnection("127.0.0.1", preview.door.port)
    path = name if name.startswith("/") else f"/{preview.door.token}/{name}"
    connection.request(method, path, body or None, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    try:
        yield answer
    finally:
        answer.close()
        connection.close()


def status(preview: Preview, name: str, method: str = "GET", body: str = "", **headers: str) -> int:
    with asked(preview, name, method, body, **headers) as answer:
        return answer.status


def events(answer: HTTPResponse) -> Iterator[dict[str, object]]:
    for line in answer:
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def test_the_page_runs_and_loads_what_it_names(preview: Preview) -> None:
    with asked(preview, "") as answer:
        page, policy = answer.read().decode(), answer.headers["Content-Security-Policy"]
        assert answer.headers["Server"].strip() == "omi"
    nonce = re.search(r"script-src 'nonce-([\w-]+)'", policy)
    assert nonce
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert page.count(f'nonce="{nonce[1]}"') == 2
    assert page.count("<script") == 2
    told = re.search(r'id="views">(.*?)</script>', page)
    assert told
    assert json.loads(told[1])["title"] == VIEWS.title
    with asked(preview, "") as again:
        assert nonce[1] not in again.headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", STATIC)
def test_the_files_of_the_page_are_there(preview: Preview, name: str) -> None:
    with asked(preview, name) as answer:
        assert (answer.status, answer.headers["X-Content-Type-Options"]) == (200, "nosniff")
        assert answer.headers["Content-Type"].startswith(STATIC[name])
        assert answer.read()


@pytest.mark.parametrize(
    "name",
    ["shell.html", "server.py", "../server.py", "..%2fserver.py", "page.pdf", "page.html", "/", "/page.html", "events"],
)
def test_nothing_else_is(preview: Preview, name: str) -> None:
    assert status(preview, name) in (403, 404)


def test_other_hosts_and_methods_are_refused(preview: Preview) -> None:
    assert status(preview, "", Host="evil.example") == 403
    assert status(preview, "shell.js", Origin="http://evil.example") == 403
    assert status(preview, "", "PUT") == 501


def test_a_file_is_made_when_it_is_looked_at_and_the_last_good_one_stays(preview: Preview, source: Source) -> None:
    with asked(preview, "events?file=page.html&file=nothing") as answer:
        states = events(answer)
        while next(states)["files"]["page.html"]["version"] != 1:  # type: ignore[index]
            pass
        with asked(preview, "page.html?version=1") as page:
            assert page.read() == b"<p>one"
            assert page.headers["Content-Security-Policy"] == "frame-ancestors 'self'"
            assert page.headers["Cache-Control"] == "no-store"
        notices = tuple(Notice(PROBLEM, ("finding",), "a: b") for _ in range(MOST + 2))
        source.attempt = Attempt(None, notices, ("left",), {"area/a.yaml": Path("/area/a.yaml")})
        preview.changed()
        while (told := next(states))["files"]["page.html"]["is_made"]:  # type: ignore[index]
            pass
        assert told["counts"] == {"error": 0, "warning": MOST + 2, "info": 0}
        assert len(told["problems"]) == MOST  # type: ignore[arg-type]
        assert told["problems"][0]["place"] == "area/a.yaml:2:3"  # type: ignore[index]
        assert told["problems"][0]["can_open"]  # type: ignore[index]
        assert told["remarks"] == ["left"]
        assert status(preview, "page.html") == 200
    assert status(preview, "page.pdf") == 404


def test_the_editor_opens_files_of_the_area_alone(preview: Preview, source: Source, tmp_path: Path) -> None:
    source.attempt = Attempt(b"x", sources={"area/a.yaml": tmp_path / "a.yaml"})
    with asked(preview, "events?file=page.html") as answer:
        while next(events(answer))["files"]["page.html"]["version"] != 1:  # type: ignore[index]
            pass
    own = {"Origin": preview.address.rpartition(f"/{preview.door.token}")[0], "Omi_Token": preview.door.token}
    place = {"file": "area/a.yaml", "line": 2, "column": 3}
    assert status(preview, "open", "POST", json.dumps(place | {"file": "/etc/passwd"}), **own) == 404
    assert status(preview, "open", "POST", json.dumps(place | {"line": "2"}), **own) == 400
    assert status(preview, "open", "POST", "[" * 8000, **own) == 400
    assert status(preview, "open", "POST", "x" * 9000, **own) == 400
    assert status(preview, "open", "POST", json.dumps(place), Origin=own["Origin"]) == 403
    assert status(preview, "open", "POST", json.dumps(place), Omi_Token=own["Omi_Token"]) == 403
    assert status(preview, "other", "POST", json.dumps(place), **own) == 403
    assert not (tmp_path / "opened").exists()
    assert status(preview, "open", "POST", json.dumps(place), **own) == 204
    while not (tmp_path / "opened").exists() or not (tmp_path / "opened").read_text():
        pass
    assert (tmp_path / "opened").read_text() == f"{tmp_path}/a.yaml 2 3"
    preview.editor = Editor(("/no/such/program", "{file}"))
    assert status(preview, "open", "POST", json.dumps(place), **own) == 500
    preview.editor = None
    assert status(preview, "open", "POST", json.dumps(place), **own) == 404


def test_a_port_in_use_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(
            OutputError, match=f"the port {port} cannot be had: it is in use: name another one with --port"
        ):
            Preview(VIEWS, lambda _name: Attempt(), lambda _name, _state: None, None, port)
