"""A Word file that somebody sent → a file that is safe to open, or the reason why it is not.

A Word file is a packed folder of XML that anybody may have made. It may be a bomb, hold a program (macros), or name
files and addresses elsewhere. All parts are looked at, within limits, before python-docx sees a byte; nothing of the
file is run and nothing is fetched. There is no other door: somebody's Word file is opened by ``open_word`` alone.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from omi_report import limits
from omi_report.errors import OmiError
from omi_report.packed import Most, PartReader, TooLargeError, expect_short_list
from omi_report.visible import visible

if TYPE_CHECKING:
    from docx.document import Document

ANEW = "open it in Word and save it anew as «Word Document (.docx)»"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the files of Word before 2007 begin with, and protected files of today."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_TYPES = "[Content_Types].xml"
_LARGE_PART = 1_000_000
"""Only of parts of so many bytes is it asked how much they were packed: a small one may be one byte many times."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_PROGRAMS = ("vbaproject", "activex", "macroenabled")
"""What the type of a part has in it that is a program."""
_OTHERS = {
    "spreadsheetml": "an Excel workbook",
    "presentationml": "a PowerPoint presentation",
}


class WordFileError(OmiError):
    """A file is no Word file that can be opened safely. The message says what is wrong, and what to do."""


class WordPackage(NamedTuple):
    """A Word file that was looked at: its bytes, and what it links to elsewhere, none of which was fetched."""

    data: bytes
    outside: tuple[str, ...]


def open_word(data: bytes, shown: str) -> Document:
    """Open a Word file with python-docx. ``shown`` is what messages call it.

    Raises WordFileError where it is none, or cannot be opened safely.
    """
    safe = looked_at(data, shown)
    import docx

    try:
        return docx.Document(io.BytesIO(safe.data))
    except Exception as error:  # a file whose parts do not fit together fails in many ways
        raise WordFileError(f"{shown} is damaged: its parts do not fit together ({ANEW})") from error


def parts_beside(document: Document, *kinds: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of a Word file beside its text that are of some kinds, each with its kind and its root element.

    A kind is the last word of what leads to the part: ``comments``, ``footnotes``, ``custom-properties``.
    """
    from docx.oxml import parse_xml

    relations = [*document.part.package.rels.values(), *document.part.rels.values()]
    for relation in relations:
        kind = relation.reltype.rpartition("/")[2]
        if kind in kinds and not relation.is_external:
            yield kind, parse_xml(relation.target_part.blob)


def looked_at(data: bytes, shown: str) -> WordPackage:
    """Look at all parts of a Word file. Raises WordFileError for what is none, and for what might do harm.

    The file is at most ``limits.WORD_BYTES`` long: whoever reads it sees to that.
    """
    _expect_archive(data, shown)
    try:
        return WordPackage(data, _Looked(data, shown).outside())
    except TooLargeError as error:
        raise WordFileError(f"{shown} is no Word file that can be read safely: {error}") from None
    except OmiError:
        raise
    except Exception as error:  # a damaged archive fails in as many ways as it has bytes
        raise WordFileError(f"{shown} is damaged and cannot be read ({ANEW})") from error


def _expect_archive(data: bytes, shown: str) -> None:
    """Raise WordFileError for a file that is none of today's Word."""
    if not data:
        raise WordFileError(f"{shown} is empty")
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise WordFileError(f"{shown} is protected by a password (open it in Word, take the password away and save it)")
    if data.startswith(_OLE):
        raise WordFileError(f"{shown} is a file of Word before 2007 ({ANEW})")
    if not data.startswith(_ZIP):
        raise WordFileError(f"{shown} is no Word file ({ANEW})")


class _Looked:
    """A Word file whose parts are unpacked one by one; ``room`` is how much more may be unpacked."""

    def __init__(self, data: bytes, shown: str) -> None:
        expect_short_list(data, limits.WORD_PARTS)
        self._shown = shown
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._most = Most(
            limits.WORD_UNPACKED_BYTES,
            limits.WORD_PART_BYTES,
            limits.WORD_DEPTH,
            limits.WORD_NAMES,
            limits.WORD_ELEMENTS,
        )
        self._room = self._most.file_bytes
        self._outside: list[str] = []
        self._by_end: dict[str, str] = {}
        self._by_part: dict[str, str] = {}

    def outside(self) -> tuple[str, ...]:
        """Look at every part, and return what the file links to elsewhere."""
        parts = [each for each in self._archive.infolist() if not each.is_dir()]
        self._expect_names(parts)
        self._read_types()
        self._expect_no_programs(parts)
        self._expect_document()
        for part in parts:
            self._look_at(part)
        return tuple(dict.fromkeys(self._outside))

    def _expect_names(self, parts: list[zipfile.ZipInfo]) -> None:
        names = [each.filename.casefold() for each in parts]
        if len(set(names)) < len(names):
            raise WordFileError(f"{self._shown} has two parts of one name, as no program writes it ({ANEW})")
        for part in parts:
            if part.flag_bits & 1:
                raise WordFileError(f"{self._shown} is protected by a password (take it away and save the file anew)")
            if part.filename != posixpath.normpath(part.filename) or part.filename.startswith(("/", "..")):
                raise WordFileError(f"{self._shown} has a part that would lie elsewhere: «{visible(part.filename)}»")
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise WordFileError(f"{self._shown} is packed as Word does not pack ({ANEW})")

    def _read_types(self) -> None:
        """Note which type each part is said to have: by its name, or by the end of its name."""

        def note(element: str, attributes: Mapping[str, str]) -> None:
            said = attributes.get("ContentType", "").casefold()
            if element == "Default":
                self._by_end[attributes.get("Extension", "").casefold()] = said
            elif element == "Override":
                self._by_part[attributes.get("PartName", "").lstrip("/").casefold()] = said

        if _TYPES not in self._archive.namelist():
            raise WordFileError(f"{self._shown} is a packed folder, but no Word file ({ANEW})")
        reader = PartReader(self._room, self._most, note, _nothing, _nothing)
        with self._archive.open(_TYPES) as file:
            reader.read(file)

    def _type_of(self, name: str) -> str:
        folded = name.casefold()
        return self._by_part.get(folded) or self._by_end.get(folded.rpartition(".")[2], "")

    def _expect_no_programs(self, parts: list[zipfile.ZipInfo]) -> None:
        said = {*self._by_part.values(), *(self._type_of(each.filename) for each in parts)}
        named = any("vbaproject" in each.filename.casefold() for each in parts)
        if named or any(word in each.replace(".", "") for each in said for word in _PROGRAMS):
            raise WordFileError(
                f"{self._shown} holds macros or other programs, and is not opened "
                "(save it in Word as «Word Document (.docx)», which has none)"
            )

    def _expect_document(self) -> None:
        types = set(self._by_part.values())
        if _MAIN in types:
            return
        if _TEMPLATE in types:
            raise WordFileError(f"{self._shown} is a template of Word ({ANEW})")
        for word, what in _OTHERS.items():
            if any(word in each for each in types):
                raise WordFileError(f"{self._shown} is {what}, and no Word file")
        raise WordFileError(f"{self._shown} is a packed folder, but no Word file ({ANEW})")

    def _look_at(self, part: zipfile.ZipInfo) -> None:
        """Unpack a part, as far as the limits let it. Of XML every element is read."""
        before = self._room
        if self._is_xml(part.filename):
            links = part.filename.casefold().endswith(".rels")
            reader = PartReader(self._room, self._most, self._note_link if links else _pass_over, _nothing, _nothing)
            with self._archive.open(part) as file:
                reader.read(file)
            self._room = reader.room
        else:
            self._unpack(part)
        size = before - self._room
        if size > _LARGE_PART and size > limits.WORD_RATIO * max(part.compress_size, 1):
            raise TooLargeError(f"a part of it unpacks to more than {limits.WORD_RATIO} times what is packed")

    def _is_xml(self, name: str) -> bool:
        said = self._type_of(name)
        return name.casefold().endswith((".xml", ".rels")) or (said.endswith("xml") and not said.startswith("image/"))

    def _unpack(self, part: zipfile.ZipInfo) -> None:
        size = 0
        with self._archive.open(part) as file:
            while piece := file.read(_LARGE_PART):
                size += len(piece)
                self._room -= len(piece)
                if size > self._most.part_bytes:
                    raise TooLargeError(f"one of its parts unpacks to more than {self._most.part_bytes:,} bytes")
                if self._room < 0:
                    raise TooLargeError(f"all of it unpacks to more than {self._most.file_bytes:,} bytes")

    def _note_link(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode", "").casefold() == "external":
            self._outside.append(attributes.get("Target", ""))


def _nothing(_said: str) -> None:
    """Pass over what is said."""


def _pass_over(_element: str, _attributes: Mapping[str, str]) -> None:
    """Pass over an element."""
