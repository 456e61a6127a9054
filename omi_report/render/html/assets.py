"""Pictures and fonts of the template folders, and the addresses by which a page reaches them.

The page for the screen holds them itself, since nothing is fetched when it is read; the page for the PDF
names their files. Any other address would leave a hole in one of the two, so it stops the build.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from omi_report.errors import OutputError
from omi_report.problems import closest
from omi_report.render.look import EXTRA_STYLE, Look, Medium
from omi_report.source.pictures import FIRST_BYTES, MEDIA_TYPES as PICTURES, NAMES, is_picture

FONTS: Final = {".otf": "font/otf", ".ttf": "font/ttf", ".woff": "font/woff", ".woff2": "font/woff2"}
MEDIA_TYPES: Final = PICTURES | FONTS
"""What a page can show, by the end of a file's name."""

PICTURES_FOLDER: Final = "images"
FOLDERS: Final = ("css", "fonts", "html", PICTURES_FOLDER)
"""The folders inside a template folder; the manifest of a report seals what is in them."""

MAX_BYTES: Final = 20_000_000

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Assets:
    """The template folders, a user's own before omi's. A page holds their files if ``embedded``, or else names them."""

    folders: tuple[Path, ...]
    embedded: bool

    def address(self, file: Path) -> str:
        """Return the address of a file of the folders."""
        if not self.embedded:
            return file.resolve().as_uri()
        data = file.read_bytes()
        if len(data) > MAX_BYTES:
            raise OutputError(f"{file} is larger than {MAX_BYTES:,} bytes: make a smaller one of it")
        return f"data:{MEDIA_TYPES[file.suffix.lower()]};base64,{base64.b64encode(data).decode()}"

    def rewritten(self, address: str, near: str = "") -> str:
        """Return what to write in place of the address of a picture or font.

        ``near`` is the folder of the file that it stands in; it is looked for from there, and then from
        the template folder. An address that holds its data itself, or leads to a place of the same page,
        stays. Raises OutputError for what is not in the folders.
        """
        address = address.strip()
        if address.startswith("#") or address[:5].lower() == "data:":
            return address
        if _SCHEME.match(address):
            raise OutputError(f"{address[:80]} is an address elsewhere: put the file into {self._pictures}")
        parts = urlsplit(address)
        path = unquote(parts.path)
        names = dict.fromkeys(posixpath.normpath(posixpath.join(folder, path)) for folder in (near, ""))
        file = next((found for name in names if (found := self._file(name))), None)
        if file is None:
            raise self._missing(path, list(names))
        return self.address(file) + (f"#{parts.fragment}" if parts.fragment else "")

    @property
    def _pictures(self) -> Path:
        return self.folders[0] / PICTURES_FOLDER

    def _file(self, name: str) -> Path | None:
        """The file of a name inside the folders; None where none of them has it."""
        for folder in self.folders:
            file = folder / name
            if name.partition("/")[0] not in FOLDERS or "\0" in name or not file.is_file():
                continue
            if not file.resolve().is_relative_to(folder.resolve()):
                raise OutputError(f"{name} is a link that leads out of {folder}: put the file itself there")
            if file.suffix.lower() not in MEDIA_TYPES:
                raise OutputError(f"{name} is no picture or font that a report can show: use {', '.join(MEDIA_TYPES)}")
            kind = PICTURES.get(file.suffix.lower())
            if kind and not is_picture(_beginning(file), kind):
                raise OutputError(f"{name} is no {NAMES[kind]} picture: save it as one, or put another one there")
            return file
        return None

    def _missing(self, path: str, names: list[str]) -> OutputError:
        inside = [name for name in names if name.partition("/")[0] in FOLDERS]
        if not inside:
            where = "outside of the template folder" if _leads_out(path, names) else "in none of its folders"
            return OutputError(f"{path[:80]} is {where}: put it into {self._pictures}")
        pictures = [each.name for each in self._pictures.glob("*")] if self._pictures.is_dir() else []
        nearest = closest(posixpath.basename(path), pictures)
        hint = f"did you mean {PICTURES_FOLDER}/{nearest[0]}?" if nearest else f"put it into {self._pictures}"
        return OutputError(f"there is no {inside[0][:80]} in {self.folders[0]}: {hint}")


def first_file(folders: Sequence[Path], name: str) -> Path:
    """Return the first file of a name in the folders, an override before omi's own. Raises StopIteration for none."""
    return next(path for folder in folders if (path := folder / name).is_file())


def sheets_of(look: Look, medium: Medium, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each style sheet with its name in its template folder, in the order in which they count."""
    for name in look.styles(medium):
        yield first_file(folders, name), name
    for folder in folders:
        if (extra := folder / EXTRA_STYLE).is_file():
            yield extra, EXTRA_STYLE


def text_of(file: Path) -> str:
    """Return the text of a file of a template folder. Raises OutputError for one that is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise OutputError(f"{file} is not UTF-8 text: save it as such") from error


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(FIRST_BYTES)


def _leads_out(path: str, names: list[str]) -> bool:
    return path.startswith("/") or all(name.startswith("..") for name in names)
