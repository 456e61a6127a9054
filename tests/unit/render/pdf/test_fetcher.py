"""WeasyPrint reads below the template folders, and nothing else, whatever the address."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omi_report.render.pdf.fetcher import MAX_BYTES, RefusedError, read, read_below


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "a.ttf").write_bytes(b"font")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


def test_reads_a_file_of_the_folder(folder: Path) -> None:
    data, media_type = read_below((folder,), (folder / "fonts/a.ttf").as_uri())
    assert (data, media_type) == (b"font", "font/ttf")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/x",
        "https://example.org/x",
        "ftp://example.org/x",
        "data:text/plain,x",
        "file://elsewhere/etc/passwd",
        "file:///etc/passwd",
        "file:///dev/zero",
        "{folder}/../secret.txt",
        "{folder}/fonts/../../secret.txt",
        "{folder}/%2e%2e/secret.txt",
        "{folder}/fonts/a.ttf%00.txt",
        "{folder}",
        "{folder}/fonts",
        "{folder}/missing.ttf",
        "fonts/a.ttf",
        "",
    ],
)
def test_refuses_everything_else(folder: Path, address: str) -> None:
    with pytest.raises((RefusedError, OSError)):
        read_below((folder,), address.replace("{folder}", folder.as_uri()))


def test_refuses_a_link_that_leads_out(folder: Path) -> None:
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    with pytest.raises(RefusedError, match="outside"):
        read_below((folder,), (folder / "out.txt").as_uri())


def test_refuses_what_is_too_large(folder: Path) -> None:
    with (folder / "large.ttf").open("wb") as file:
        os.ftruncate(file.fileno(), MAX_BYTES + 1)
    with pytest.raises(RefusedError, match="too large"):
        read_below((folder,), (folder / "large.ttf").as_uri())


def test_a_pipe_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    data, _ = read_below((folder,), (folder / "pipe").as_uri())
    assert data == b""


@pytest.mark.parametrize(
    ("address", "held"),
    [
        ("data:image/png;base64,eMOpeA==", b"x\xc3\xa9x"),
        ("DATA:image/png;BASE64,eMOp%0AeA%3D%3D", b"x\xc3\xa9x"),
        ("data:image/svg+xml;charset=utf-8,%3Csvg/%3E", b"<svg/>"),
        ("data:font/ttf;base64,", b""),
    ],
)
def test_reads_what_an_address_holds_itself(folder: Path, address: str, held: bytes) -> None:
    assert read((folder,), address) == (held, address[5:].split(";", maxsplit=1)[0])


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("data:text/html,x", "neither a picture nor a font"),
        ("data:,x", "neither a picture nor a font"),
        ("data:image/png;base64", "holds no data"),
        ("data:image/png;base64,AAA", "damaged"),
        ("data:image/png;base64,A*==", "damaged"),
        ("http://127.0.0.1:1/x", "not an address of a template folder"),
    ],
)
def test_refuses_what_holds_no_picture(folder: Path, address: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        read((folder,), address)


def test_reads_a_file_as_well(folder: Path) -> None:
    assert read((folder,), (folder / "fonts/a.ttf").as_uri()) == (b"font", "font/ttf")
