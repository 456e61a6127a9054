"""A report → the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omi_report.document.tree import Document, Meta
from omi_report.language.known import language_of
from omi_report.render.dates import created
from omi_report.render.docx.blocks import WRITERS
from omi_report.render.docx.edges import edges_of
from omi_report.render.docx.fonts import font_files, fonts_xml
from omi_report.render.docx.house import House, HousePart
from omi_report.render.docx.markup import part, tag
from omi_report.render.docx.notes import Notes
from omi_report.render.docx.numbering import Numbering
from omi_report.render.docx.package import PackedParts, core_xml, custom_xml, packed
from omi_report.render.docx.pages import body_xml
from omi_report.render.docx.remarks import Remarks
from omi_report.render.docx.styles import style_ids, styles_missing, styles_xml
from omi_report.render.docx.theme import Theme, theme_of
from omi_report.render.docx.writer import Writer
from omi_report.render.html.typography import typographer
from omi_report.render.look import Look


def render_docx(document: Document, look: Look, epoch: int | None = None, house: House | None = None) -> bytes:
    """Return a report as a Word file. The same report in the same look gives the same bytes.

    ``epoch`` is the time that it is dated with, in seconds since 1970; None takes the area's own dates. ``house`` has
    the styles, the page set-up, the headers and the footers of a house's own.
    """
    meta = document.meta
    theme = theme_of(look, house.page if house else None)
    language = language_of(meta.language).with_terms(dict(meta.terms))
    ids = style_ids(house.named, house.ids) if house else style_ids()
    writer = Writer(
        theme=theme,
        language=language,
        typographer=typographer(language),
        writers=WRITERS,
        styles=ids,
        numbering=Numbering(theme, house.lists + 1 if house else 0),
        notes=Notes(ids["footnote text"], ids["footnote reference"]),
        remarks=Remarks(meta.inspectorate),
        author=meta.inspectorate,
    )
    edges = edges_of(meta, writer, house)
    body = body_xml(document.parts, meta, edges.relations, writer)
    taken = dict(_taken(house, writer)) if house else {}
    own = {
        "styles": _styles(theme, meta, ids, house),
        "numbering": writer.numbering.xml.encode(),
        "settings": _settings(meta).encode(),
        "fontTable": fonts_xml().encode(),
        "footnotes": writer.notes.xml.encode(),
        **({"comments": writer.remarks.xml.encode()} if writer.remarks else {}),
        **edges.own,
    }
    return packed(
        PackedParts(
            document=part("w:document", tag("w:body", body)),
            parts={name: data for name, data in own.items() if name not in taken},
            places=writer.bookmarks.places_xml,
            core=core_xml(meta, created(meta, epoch)),
            custom=custom_xml(meta),
            links={identifier: address for address, identifier in writer.links.items()},
            fonts=font_files(),
            pictures={identifier: (each.data, each.ending) for each, identifier in writer.pictures.items()},
            house={**taken, **edges.taken},
        )
    )


def _styles(theme: Theme, meta: Meta, ids: Mapping[str, str], house: House | None) -> bytes:
    """The file of styles: the house's with what it lacks, or all of ours."""
    if house:
        return house.with_styles(styles_missing(theme, house.named, ids))
    return styles_xml(theme, meta.language).encode()


def _taken(house: House, writer: Writer) -> Iterator[tuple[str, HousePart]]:
    """What is taken from a house beside its styles and its edges: the theme, the fonts, and its lists with ours."""
    yield from ((name, each) for name, each in house.others.items() if name != "numbering")
    lists = house.with_lists(writer.numbering.patterns_xml, writer.numbering.lists_xml)
    if lists:
        yield "numbering", lists


def _settings(meta: Meta) -> str:
    word = "http://schemas.microsoft.com/office/word"
    return part(
        "w:settings",
        tag("w:zoom", percent=100),
        tag("w:embedTrueTypeFonts"),
        tag("w:trackRevisions") if meta.draft else "",  # what is changed in a draft comes back as a change
        tag("w:defaultTabStop", val=720),
        tag("w:characterSpacingControl", val="doNotCompress"),
        tag("w:footnotePr", tag("w:footnote", id=-1), tag("w:footnote", id=0)),
        tag("w:compat", tag("w:compatSetting", name="compatibilityMode", uri=word, val=15)),
        tag("w:themeFontLang", val=meta.language),
        tag("w:decimalSymbol", val="."),
        tag("w:listSeparator", val=","),
    )
