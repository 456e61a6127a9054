"""What WeasyPrint may read: files below the template folders, and what an address holds itself.

The page that it renders is made from an untrusted area, so every address in it is suspect. There
is no network, no file outside of the folders, no link that leads out of them.
"""

from __future__ import annotations

import base64
import mimetypes
import os
import re
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

MAX_BYTES = 20_000_000


class RefusedError(ValueError):
    """An address that may not be read."""


_DATA = re.compile(r"data:(?P<type>[^,;]*)(?P<parameters>(?:;[^,;]*)*),(?P<data>.*)", re.DOTALL | re.IGNORECASE)
_SHOWN = ("image/", "font/", "application/font")
"""What media types of pictures and fonts begin with."""


def read(folders: tuple[Path, ...], url: str) -> tuple[bytes, str]:
    """Read the file of an address below one of the folders, or the picture or font that it holds itself.

    Returns its bytes and its media type. Raises RefusedError for any other address.
    """
    return _held(url) if url[:5].lower() == "data:" else read_below(folders, url)


def _held(url: str) -> tuple[bytes, str]:
    match = _DATA.fullmatch(url)
    if match is None:
        raise RefusedError(f"an address that holds no data: {url[:80]}")
    media_type = match["type"].strip().lower()
    if not media_type.startswith(_SHOWN):
        raise RefusedError(f"neither a picture nor a font: {url[:80]}")
    data = unquote_to_bytes(match["data"])
    if match["parameters"].lower().endswith(";base64"):
        try:
            data = base64.b64decode(b"".join(data.split()), validate=True)
        except ValueError:
            raise RefusedError(f"an address whose data are damaged: {url[:80]}") from None
    return data, media_type


def read_below(folders: tuple[Path, ...], url: str) -> tuple[bytes, str]:
    """Read the file of a ``file:`` address below one of the folders.

    Returns its bytes and its media type. Raises RefusedError for any other address.
    """
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        raise RefusedError(f"not an address of a template folder: {url[:80]}")
    path = unquote(parts.path)
    if "\0" in path:
        raise RefusedError("an address with a NUL in it")
    real = Path(path).resolve()
    if not any(real.is_relative_to(folder.resolve()) for folder in folders):
        raise RefusedError(f"outside of the template folders: {path}")
    # The file that was checked is opened, even if the path leads to another file by now.
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RefusedError(f"too large: {path}")
    return data, mimetypes.guess_type(real.name)[0] or "application/octet-stream"
