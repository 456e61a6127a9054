"""The package of a Word file: its parts, what leads from one to the other, and the archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.opc.constants import CONTENT_TYPE as TYPE, RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from omi_report.comments.word.marks import AREA, DRAFT, number_of
from omi_report.document.tree import Meta
from omi_report.render.docx.house import HousePart
from omi_report.render.docx.markup import tag, words

_FIRST_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""That of the files in the archive: the first that an archive can say."""

_EDGES: Final = (
    ("header", TYPE.WML_HEADER, RELATION.HEADER),
    ("footer", TYPE.WML_FOOTER, RELATION.FOOTER),
)

KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "styles": (TYPE.WML_STYLES, RELATION.STYLES),
    "numbering": (TYPE.WML_NUMBERING, RELATION.NUMBERING),
    "settings": (TYPE.WML_SETTINGS, RELATION.SETTINGS),
    "fontTable": (TYPE.WML_FONT_TABLE, RELATION.FONT_TABLE),
    "footnotes": (TYPE.WML_FOOTNOTES, RELATION.FOOTNOTES),
    "comments": (TYPE.WML_COMMENTS, RELATION.COMMENTS),
    "theme1": (TYPE.OFC_THEME, RELATION.THEME),
    **{f"{which}-{on}": (kind, leads) for which, kind, leads in _EDGES for on in ("default", "first")},
    "header1": (TYPE.WML_HEADER, RELATION.HEADER),
    "footer1": (TYPE.WML_FOOTER, RELATION.FOOTER),
    "footer2": (TYPE.WML_FOOTER, RELATION.FOOTER),
}
"""The parts of Word's own by the names of their files: what they are, and what they are to the document."""

_MASKED_FONT: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_FONT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"

_PICTURES: Final = {"png": TYPE.PNG, "jpeg": TYPE.JPEG, "jpg": TYPE.JPEG, "gif": TYPE.GIF}


@dataclass(frozen=True, slots=True)
class PackedParts:
    """What a file is made of: the document, the parts beside it by their names, and the list of places.

    ``core`` and ``custom`` are its properties, those of all files and those of its own, of which there may be none.
    ``links`` are addresses, ``pictures`` bytes with the endings of their names, by the ids of their relationships, as
    ``fonts`` are those of the list of fonts. ``house`` are parts of a house's own by their names.
    """

    document: str
    parts: Mapping[str, bytes]
    places: str
    core: str
    custom: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, tuple[bytes, str]] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict)
    house: Mapping[str, HousePart] = field(default_factory=dict)


def relation(name: str) -> str:
    """Return the id of the relationship from the document to a part."""
    return f"rId{name[:1].upper()}{name[1:]}"


def packed(contents: PackedParts) -> bytes:
    """Return the file. The same contents give the same bytes."""
    package = Package()
    document = _part(package, "/word/document.xml", TYPE.WML_DOCUMENT_MAIN, contents.document)
    package.rels.add_relationship(RELATION.OFFICE_DOCUMENT, document, "rId1")
    core = _part(package, "/docProps/core.xml", TYPE.OPC_CORE_PROPERTIES, contents.core)
    package.rels.add_relationship(RELATION.CORE_PROPERTIES, core, "rId2")
    if contents.custom:
        custom = _part(package, "/docProps/custom.xml", TYPE.OFC_CUSTOM_PROPERTIES, contents.custom)
        package.rels.add_relationship(RELATION.CUSTOM_PROPERTIES, custom, "rId3")
    for name, xml in contents.parts.items():
        kind, leads = KINDS[name]
        beside = Part(PackURI(f"/word/{name}.xml"), kind, xml, package)
        document.rels.add_relationship(leads, beside, relation(name))
        if name == "fontTable":
            _with_fonts(package, beside, contents.fonts)
    for name, taken in contents.house.items():
        kind, leads = KINDS[name]
        document.rels.add_relationship(leads, _of_house(package, name, taken), relation(name))
    places = _part(package, "/customXml/item1.xml", "application/xml", contents.places)
    document.rels.add_relationship(RELATION.CUSTOM_XML, places, "rIdPlaces")
    for identifier, address in contents.links.items():
        document.rels.add_relationship(RELATION.HYPERLINK, address, identifier, is_external=True)
    for number, (identifier, (data, ending)) in enumerate(contents.pictures.items(), 1):
        picture = Part(PackURI(f"/word/media/image{number}.{ending}"), _PICTURES[ending], data, package)
        document.rels.add_relationship(RELATION.IMAGE, picture, identifier)
    stream = io.BytesIO()
    package.save(stream)
    return _always_the_same(stream.getvalue())


def _of_house(package: Package, name: str, taken: HousePart) -> Part:
    """A part of a house's own, with what it leads to."""
    part = Part(PackURI(f"/word/{name}.{taken.ending}"), taken.kind, taken.data, package)
    for number, (identifier, (kind, target)) in enumerate(taken.leads.items(), 1):
        if isinstance(target, str):
            part.rels.add_relationship(kind, target, identifier, is_external=True)
        else:
            part.rels.add_relationship(kind, _of_house(package, f"house/{name}{number}", target), identifier)
    return part


def _with_fonts(package: Package, fonts: Part, files: Mapping[str, bytes]) -> None:
    for number, (identifier, data) in enumerate(files.items(), 1):
        font = Part(PackURI(f"/word/fonts/font{number}.odttf"), _MASKED_FONT, data, package)
        fonts.rels.add_relationship(_FONT, font, identifier)


def _part(package: Package, name: str, kind: str, xml: str) -> Part:
    return Part(PackURI(name), kind, xml.encode(), package)


def _always_the_same(data: bytes) -> bytes:
    """An archive with the same files in the same order, without the time of the clock."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(found, "w") as archive:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, given.read(name))
    return found.getvalue()


def core_xml(meta: Meta, date: str) -> str:
    """Return the properties of the document: no person's name is among them."""
    day = date if "T" in date else f"{date}-01"[:10] + "T00:00:00Z"
    said: Sequence[tuple[str, str]] = (
        ("dc:title", meta.title),
        ("dc:subject", meta.programme),
        ("dc:creator", meta.inspectorate),
        ("cp:keywords", ", ".join(meta.keywords)),
        ("dc:language", meta.language),
        ("dc:identifier", meta.isbn),
        ("cp:contentStatus", meta.draft),
    )
    found = "".join(tag(name, words(value)) for name, value in said if value)
    w3c = {"xsi:type": "dcterms:W3CDTF"}
    dates = "".join(tag(f"dcterms:{name}", day, given=w3c) for name in ("created", "modified"))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{found}{dates}</cp:coreProperties>'
    )


_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTY: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What every property that a file gives itself has for its format."""
_FIRST_PROPERTY: Final = 2
"""The numbers below are Word's own."""


def custom_xml(meta: Meta) -> str:
    """Return which draft of which area a file is, as properties of its own; nothing for what is no draft."""
    if not meta.draft:
        return ""
    said: Sequence[tuple[str, str]] = (
        (AREA, tag("vt:lpwstr", words(meta.slug.encode("utf-8", "replace").decode()))),
        (DRAFT, tag("vt:i4", str(number_of(meta.draft)))),
    )
    properties = (
        tag("property", value, given={"fmtid": _PROPERTY, "pid": number, "name": name})
        for number, (name, value) in enumerate(said, _FIRST_PROPERTY)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">{"".join(properties)}</Properties>'
    )
