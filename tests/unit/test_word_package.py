from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings, strategies as st

from omi_report import limits
from omi_report.word_package import WordFileError, looked_at, open_word
from tests.word_files import part_of, with_parts, word

PLAIN = word("Heading 1|Summary", "Most plans were made on time.")
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes) -> str:
    with pytest.raises(WordFileError) as found:
        open_word(data, "report.docx")
    return str(found.value)


def changed(part: str, old: bytes, new: bytes) -> bytes:
    text = part_of(PLAIN, part)
    assert old in text
    return with_parts(PLAIN, {part: text.replace(old, new)})


def test_an_ordinary_file_is_opened() -> None:
    assert [each.text for each in open_word(PLAIN, "a.docx").paragraphs] == ["Summary", "Most plans were made on time."]
    assert looked_at(PLAIN, "a.docx").outside == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "report.docx is empty"),
        (b"%PDF-1.7", "report.docx is no Word file"),
        (OLE + b"\0" * 600, "report.docx is a file of Word before 2007"),
        (OLE + b"\0" * 99 + "EncryptedPackage".encode("utf-16-le"), "report.docx is protected by a password"),
        (PLAIN[:-300], "report.docx is damaged"),
        (b"PK" + b"\0" * 300, "report.docx is damaged"),
    ],
)
def test_what_is_no_word_file(data: bytes, message: str) -> None:
    assert refused(data).startswith(message)


def test_other_files_that_are_packed_folders() -> None:
    main = b"wordprocessingml.document.main"
    assert "is an Excel workbook" in refused(changed(TYPES, main, b"spreadsheetml.sheet.main"))
    assert "is a template of Word" in refused(changed(TYPES, main, b"wordprocessingml.template.main"))
    assert "is a packed folder, but no Word file" in refused(with_parts(PLAIN, {}, without=TYPES))
    assert "is damaged: its parts do not fit together" in refused(with_parts(PLAIN, {}, without=BODY))


def test_programs_are_refused() -> None:
    assert "holds macros" in refused(with_parts(PLAIN, {"word/vbaProject.bin": b"program"}))
    kept = changed(
        TYPES,
        b"</Types>",
        b'<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    assert "holds macros" in refused(kept)
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert "holds macros" in refused(changed(TYPES, kind, macro))


@pytest.mark.parametrize("part", [BODY, TYPES, LINKS, "docProps/core.xml", "word/extra.xml"])
def test_entities_are_refused_in_every_part(part: str) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    assert "it declares a document type" in refused(with_parts(PLAIN, {part: bomb}))


def test_what_it_links_to_is_told_and_not_fetched() -> None:
    link = b'<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1:9/a.png" Type="image"/>'
    data = changed(LINKS, b"</Relationships>", link + b"</Relationships>")
    assert looked_at(data, "a.docx").outside == ("http://127.0.0.1:9/a.png",)
    assert len(open_word(data, "a.docx").paragraphs) == 2


def test_parts_that_no_program_writes() -> None:
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(BODY, b"<a/>")
    assert "two parts of one name" in refused(out.getvalue())
    assert "a part that would lie elsewhere: «../../x.xml»" in refused(with_parts(PLAIN, {"../../x.xml": b"<a/>"}))
    packed = io.BytesIO(PLAIN)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/other.xml", b"<a/>")
    assert "is packed as Word does not pack" in refused(packed.getvalue())


@pytest.mark.parametrize(
    ("limit", "most", "part", "message"),
    [
        ("WORD_PARTS", 1, b"<a/>", "it has more than 1 parts"),
        (
            "WORD_UNPACKED_BYTES",
            90_000,
            b"<a>" + b" " * 90_000 + b"</a>",
            "all of it unpacks to more than 90,000 bytes",
        ),
        ("WORD_PART_BYTES", 90_000, b"<a>" + b" " * 90_000 + b"</a>", "one of its parts unpacks to more than"),
        ("WORD_RATIO", 300, b"<a>" + b" " * 2_000_000 + b"</a>", "unpacks to more than 300 times what is packed"),
        ("WORD_DEPTH", 200, b"<a>" * 201 + b"</a>" * 201, "it is nested more than 200 deep"),
        ("WORD_ELEMENTS", 50_000, b"<a>" + b"<b/>" * 50_001 + b"</a>", "it has more than 50,000 elements"),
        ("WORD_NAMES", 2_000, b"<a>" + b"".join(b"<n%d/>" % each for each in range(99_000)) + b"</a>", "2,000 names"),
    ],
)
def test_what_goes_beyond_a_limit(
    limit: str, most: int, part: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, most)
    assert message in refused(with_parts(PLAIN, {"word/extra.xml": part}))
    if limit in ("WORD_UNPACKED_BYTES", "WORD_PART_BYTES", "WORD_RATIO"):
        assert message in refused(with_parts(PLAIN, {"word/picture.png": part}))


@settings(max_examples=60)
@given(st.integers(0, len(PLAIN) - 1), st.integers(0, 255))
def test_no_damage_raises_anything_else(at: int, wrong: int) -> None:
    with contextlib.suppress(WordFileError):  # anything else that is raised fails the test
        open_word(PLAIN[:at] + bytes([wrong]) + PLAIN[at + 1 :], "report.docx")
