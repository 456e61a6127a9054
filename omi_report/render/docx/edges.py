"""What stands at the edges of pages: what a draft says of itself and the word across, the title, the page's number."""

from __future__ import annotations

from typing import Final

from omi_report.document.tree import Meta
from omi_report.render.docx.fields import field
from omi_report.render.docx.inlines import Run, text_of
from omi_report.render.docx.markup import on, part, tag
from omi_report.render.docx.nodes import WordParagraph
from omi_report.render.docx.writer import Writer

_TINT: Final = "#EDF2F2"
"""So light that the quietest text on it still has more than 5 : 1."""
_WORD_WIDE: Final = 430
_HIGHEST: Final = 150
"""How wide and high the word is before it is turned, in points."""


def header_xml(meta: Meta, writer: Writer) -> str:
    """Return the header: what a draft says of itself, and the word across the page if it has one."""
    said = meta.stage_notice or meta.draft
    runs = Run(writer.typeset(said), {}).xml if said else ""
    if "watermark" in meta.marks and meta.draft:
        runs += _watermark(meta.draft, writer)
    return part("w:hdr", WordParagraph(writer.in_style("header"), runs).xml)


def footer_xml(meta: Meta, writer: Writer, width: int) -> str:
    """Return the footer of pages whose text is so wide: the title of the report, and the page's number at the right."""
    title = Run(writer.typeset(meta.title), {}).xml
    edge = {"tabs": tag("w:tabs", tag("w:tab", val="right", pos=width))}
    page = field("PAGE", tag("w:r", text_of("1")))
    return part("w:ftr", WordParagraph(writer.in_style("footer") | edge, title + tag("w:r", tag("w:tab")) + page).xml)


def _watermark(word: str, writer: Writer) -> str:
    """The word across the page, as Word's own watermarks are made, so that Word's commands find it."""
    black = writer.theme.colours["teal"] == "000000"
    look = {"filled": "f", "strokecolor": "#000000"} if black else {"fillcolor": _TINT, "stroked": "f"}
    high = min(_HIGHEST, round(1.6 * _WORD_WIDE / max(len(word), 1)))
    style = ";".join(
        (
            "position:absolute",
            f"width:{_WORD_WIDE}pt",
            f"height:{high}pt",
            "rotation:315",
            "z-index:-251658752",
            *(f"mso-position-{way}:center" for way in ("horizontal", "vertical")),
            *(f"mso-position-{way}-relative:margin" for way in ("horizontal", "vertical")),
        )
    )
    kind = tag(
        "v:shapetype",
        tag("v:path", given={"textpathok": "t", "o:connecttype": "rect"}),
        tag("v:textpath", given={"on": "t", "fitshape": "t"}),
        given={
            "id": "_x0000_t136",
            "coordsize": "21600,21600",
            "o:spt": 136,
            "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
    )
    text = tag("v:textpath", given={"style": "font-family:Arial;font-size:1pt", "string": word})
    name = {"id": "PowerPlusWaterMarkObject1", "o:spid": "_x0000_s2049", "type": "#_x0000_t136", "alt": ""}
    shape = tag("v:shape", text, given={**name, "style": style, "o:allowincell": "f", **look})
    return tag("w:r", tag("w:rPr", on("noProof")["noProof"]), tag("w:pict", kind, shape))
