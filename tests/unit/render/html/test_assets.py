"""Pictures and fonts of the template folders: embedded, or named; all else is refused with a reason."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from omi_report.errors import OutputError
from omi_report.render.html import assets
from omi_report.render.html.assets import Assets

PNG, GIF = b"\x89PNG\r\n\x1a\n", b"GIF89a"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    own, ours = tmp_path / "house", tmp_path / "templates"
    for folder, name in ((own, "images/logo.png"), (own, "css/tile.GIF"), (own, "notes/x.png"), (ours, "fonts/a.ttf")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(PNG if name.endswith(".png") else GIF if name.endswith(".GIF") else name.encode())
    (own / "images" / "plan.tiff").write_bytes(b"")
    (own / "images" / "a b.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return own, ours


def held(data: bytes, media_type: str = "image/png") -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    ("address", "near", "found"),
    [
        ("images/logo.png", "", held(PNG)),
        (" images/logo.png\n", "", held(PNG)),
        ("./images/../images/logo.png", "", held(PNG)),
        ("images/logo.png?v=2#top", "", held(PNG) + "#top"),
        ("images/a%20b.svg", "", held(b"<svg/>", "image/svg+xml")),
        ("../images/logo.png", "css", held(PNG)),
        ("../../images/logo.png", "css/large-print", held(PNG)),
        ("images/logo.png", "css", held(PNG)),
        ("tile.GIF", "css", held(GIF, "image/gif")),
        ("fonts/a.ttf", "", held(b"fonts/a.ttf", "font/ttf")),
        ("data:image/png;base64,AAAA", "", "data:image/png;base64,AAAA"),
        ("#part", "", "#part"),
    ],
)
def test_a_file_of_the_folders_is_embedded(folders: tuple[Path, Path], address: str, near: str, found: str) -> None:
    assert Assets(folders, embedded=True).rewritten(address, near) == found


def test_the_page_of_the_pdf_names_the_file(folders: tuple[Path, Path]) -> None:
    found = Assets(folders, embedded=False).rewritten("../images/a b.svg#leaf", "css")
    assert found == (folders[0] / "images" / "a b.svg").resolve().as_uri() + "#leaf"


def test_a_picture_of_ones_own_comes_before_that_of_omi(folders: tuple[Path, Path]) -> None:
    (folders[1] / "images").mkdir()
    (folders[1] / "images" / "logo.png").write_bytes(PNG + b"ours")
    assert Assets(folders, embedded=True).rewritten("images/logo.png") == held(PNG)
    assert Assets(folders[1:], embedded=True).rewritten("images/logo.png") == held(PNG + b"ours")


@pytest.mark.parametrize(
    ("address", "near", "message"),
    [
        ("images/logo.pgn", "", r"there is no images/logo.pgn in .*house: did you mean images/logo.png\?"),
        ("../images/lgo.png", "css", r"there is no images/lgo.png in .*house: did you mean images/logo.png\?"),
        ("images/quite-different.svg", "", "there is no images/quite-different.svg in .*house: put it into .*images"),
        ("images", "", "there is no images in"),
        ("../secret.png", "", "^../secret.png is outside of the template folder: put it into .*house/images$"),
        ("images/../../secret.png", "", "outside of the template folder"),
        ("images/%2e%2e/%2e%2e/secret.png", "", "outside of the template folder"),
        ("../../secret.png", "css", "outside of the template folder"),
        ("/etc/passwd", "", "outside of the template folder"),
        ("logo.png", "", "^logo.png is in none of its folders: put it into .*house/images$"),
        ("notes/x.png", "", "in none of its folders"),
        ("", "", "in none of its folders"),
        ("images/plan.tiff", "", r"images/plan.tiff is no picture or font that a report can show: use \.gif, "),
        ("https://example.org/x.png", "", "^https://example.org/x.png is an address elsewhere: put the file into .*im"),
        ("//example.org/x.png", "", "an address elsewhere"),
        ("file:///etc/passwd", "", "an address elsewhere"),
        ("javascript:x", "", "an address elsewhere"),
        ("images/a\0.png", "", "there is no images/a"),
    ],
)
@pytest.mark.parametrize("embedded", [True, False])
def test_what_cannot_be_shown_is_refused(
    folders: tuple[Path, Path], address: str, near: str, message: str, embedded: bool
) -> None:
    with pytest.raises(OutputError, match=message):
        Assets(folders, embedded=embedded).rewritten(address, near)


def test_a_link_that_leads_out_is_refused(folders: tuple[Path, Path]) -> None:
    (folders[0] / "images" / "out.png").symlink_to(folders[0].parent / "secret.png")
    with pytest.raises(OutputError, match=r"images/out.png is a link that leads out of .*house"):
        Assets(folders, embedded=True).rewritten("images/out.png")


def test_a_link_inside_the_folder_is_followed(folders: tuple[Path, Path]) -> None:
    (folders[0] / "images" / "in.png").symlink_to("logo.png")
    assert Assets(folders, embedded=True).rewritten("images/in.png") == held(PNG)


def test_what_is_too_large_is_refused(folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    with (folders[0] / "images" / "large.png").open("wb") as file:
        file.write(PNG)
        os.ftruncate(file.fileno(), assets.MAX_BYTES + 1)
    with pytest.raises(OutputError, match="larger than 20,000,000 bytes"):
        Assets(folders, embedded=True).rewritten("images/large.png")
