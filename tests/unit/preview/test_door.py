"""Who is let in."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from omi_report.preview.door import Door

DOOR = Door(8123, "a-token")
HOST = {"Host": "127.0.0.1:8123"}


def test_the_page_and_its_files_are_let_in() -> None:
    assert DOOR.address == "http://127.0.0.1:8123/a-token/"
    assert DOOR.name("/a-token/", HOST) == ""
    assert (
        DOOR.name("/a-token/report.html", {"Host": "localhost:8123", "Origin": "http://localhost:8123"})
        == "report.html"
    )
    assert DOOR.name("/a-token/", HOST | {"Sec-Fetch-Site": "none"}) == ""


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:8124"},
        {"Host": "evil.example:8123"},
        {"Host": "127.0.0.1:8123.evil.example"},
        HOST | {"Origin": "http://evil.example"},
        HOST | {"Origin": "null"},
        HOST | {"Origin": "http://127.0.0.1:8124"},
        HOST | {"Sec-Fetch-Site": "cross-site"},
        HOST | {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_other_hosts_and_origins_are_refused(headers: dict[str, str | None]) -> None:
    assert DOOR.name("/a-token/", headers) is None


@given(st.text() | st.text().map("/a-token/".__add__))
def test_nothing_is_let_in_without_the_token(path: str) -> None:
    assert (DOOR.name(path, HOST) is None) is not path.removeprefix("/").startswith("a-token/")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Origin": "http://127.0.0.1:8123", "Omi-Token": "a-token"}, True),
        ({"Origin": "http://127.0.0.1:8123", "Omi-Token": "b-token"}, False),
        ({"Origin": "http://127.0.0.1:8123"}, False),
        ({"Omi-Token": "a-token"}, False),
    ],
)
def test_something_is_done_for_the_page_alone(headers: dict[str, str | None], expected: bool) -> None:
    assert DOOR.may_change(HOST | headers) is expected
