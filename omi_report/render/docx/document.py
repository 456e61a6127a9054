"""A report → the bytes of a Word file."""

from __future__ import annotations

from omi_report.document.tree import Document, Meta
from omi_report.language.known import language_of
from omi_report.render.dates import created
from omi_report.render.docx.blocks import WRITERS
from omi_report.render.docx.edges import footer_xml, header_xml
from omi_report.render.docx.fonts import font_files, fonts_xml
from omi_report.render.docx.markup import part, tag
from omi_report.render.docx.notes import Notes
from omi_report.render.docx.numbering import Numbering
from omi_report.render.docx.package import PackedParts, core_xml, packed, relation
from omi_report.render.docx.pages import PageEdges, body_xml
from omi_report.render.docx.styles import STYLES, TABLE_STYLE, style_id, styles_xml
from omi_report.render.docx.theme import theme_of
from omi_report.render.docx.writer import Writer
from omi_report.render.html.typography import typographer
from omi_report.render.look import Look


def render_docx(document: Document, look: Look, epoch: int | None = None) -> bytes:
    """Return a report as a Word file. The same report in the same look gives the same bytes.

    ``epoch`` is the time that it is dated with, in seconds since 1970; None takes the area's own dates.
    """
    meta = document.meta
    theme = theme_of(look)
    language = language_of(meta.language).with_terms(dict(meta.terms))
    ids = {name: style_id(name) for name in (*(style.name for style in STYLES), TABLE_STYLE)}
    writer = Writer(
        theme=theme,
        language=language,
        typographer=typographer(language),
        writers=WRITERS,
        styles=ids,
        numbering=Numbering(theme),
        notes=Notes(ids["footnote text"], ids["footnote reference"]),
    )
    edges = PageEdges(relation("header1"), relation("footer1"), relation("footer2"))
    body = body_xml(document.parts, meta, edges, writer)
    return packed(
        PackedParts(
            document=part("w:document", tag("w:body", body)),
            parts={
                "styles": styles_xml(theme, meta.language),
                "numbering": writer.numbering.xml,
                "settings": _settings(meta),
                "fontTable": fonts_xml(),
                "footnotes": writer.notes.xml,
                "header1": header_xml(meta, writer),
                "footer1": footer_xml(meta, writer, theme.width),
                "footer2": footer_xml(meta, writer, theme.width_across),
            },
            places=writer.bookmarks.places_xml,
            core=core_xml(meta, created(meta, epoch)),
            links={identifier: address for address, identifier in writer.links.items()},
            fonts=font_files(),
            pictures={identifier: (each.data, each.ending) for each, identifier in writer.pictures.items()},
        )
    )


def _settings(meta: Meta) -> str:
    word = "http://schemas.microsoft.com/office/word"
    return part(
        "w:settings",
        tag("w:zoom", percent=100),
        tag("w:embedTrueTypeFonts"),
        tag("w:defaultTabStop", val=720),
        tag("w:characterSpacingControl", val="doNotCompress"),
        tag("w:footnotePr", tag("w:footnote", id=-1), tag("w:footnote", id=0)),
        tag("w:compat", tag("w:compatSetting", name="compatibilityMode", uri=word, val=15)),
        tag("w:themeFontLang", val=meta.language),
        tag("w:decimalSymbol", val="."),
        tag("w:listSeparator", val=","),
    )
