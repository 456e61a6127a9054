"""What stands at the edges of pages: what a draft says of itself and the word across, the title, the page's number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from omi_report.document.tree import Meta
from omi_report.render.docx.fields import field
from omi_report.render.docx.house import House, HousePart
from omi_report.render.docx.inlines import Run, text_of
from omi_report.render.docx.markup import on, part, tag
from omi_report.render.docx.nodes import WordParagraph
from omi_report.render.docx.package import relation
from omi_report.render.docx.pages import PageEdges
from omi_report.render.docx.writer import Writer

_TINT: Final = "#EDF2F2"
"""So light that the quietest text on it still has more than 5 : 1."""
_BLACK: Final = "000000"
"""In black and white there is no tint for the word, and none is shown, as in the PDF."""
_WORD_WIDE: Final = 430
_HIGHEST: Final = 150
"""How wide and high the word is before it is turned, in points."""


@dataclass(frozen=True, slots=True)
class EdgeParts:
    """Headers and footers: what leads to them, those of ours by their names, and those of a house's own."""

    relations: PageEdges
    own: Mapping[str, bytes]
    taken: Mapping[str, HousePart]


def edges_of(meta: Meta, writer: Writer, house: House | None) -> EdgeParts:
    """Return headers and footers: a house's own where it has them. What a draft says of itself is always there."""
    taken = {f"footer-{on_pages}": each for on_pages, each in (house.footers if house else {}).items()}
    taken |= {f"header-{on_pages}": each for on_pages, each in (house.headers if house else {}).items()}
    taken = {name: each for name, each in taken.items() if not name.endswith("-even")}
    if meta.draft:
        taken.pop("header-default", None)
    own: dict[str, bytes] = {}
    if "header-default" not in taken:
        own["header1"] = header_xml(meta, writer).encode()
    if "footer-default" not in taken:
        own["footer1"] = footer_xml(meta, writer, writer.theme.width).encode()
        own["footer2"] = footer_xml(meta, writer, writer.theme.width_across).encode()

    def leads(*names: str) -> str:
        return next((relation(name) for name in names if name in taken or name in own), "")

    header = leads("header-default", "header1")
    cover = leads("header-first"), leads("footer-first")
    upright, across = leads("footer-default", "footer1"), leads("footer-default", "footer2")
    return EdgeParts(PageEdges(cover, (header, upright), (header, across)), own, taken)


def header_xml(meta: Meta, writer: Writer) -> str:
    """Return the header: what a draft says of itself, and the word across the page if it has one."""
    said = meta.stage_notice or meta.draft
    runs = Run(writer.typeset(said), {}).xml if said else ""
    if "watermark" in meta.marks and meta.draft and writer.theme.colours["teal"] != _BLACK:
        runs += _watermark(meta.draft)
    return part("w:hdr", WordParagraph(writer.in_style("header"), runs).xml)


def footer_xml(meta: Meta, writer: Writer, width: int) -> str:
    """Return the footer of pages whose text is so wide: the title of the report, and the page's number at the right."""
    title = Run(writer.typeset(meta.title), {}).xml
    edge = {"tabs": tag("w:tabs", tag("w:tab", val="right", pos=width))}
    page = field("PAGE", tag("w:r", text_of("1")))
    return part("w:ftr", WordParagraph(writer.in_style("footer") | edge, title + tag("w:r", tag("w:tab")) + page).xml)


def _watermark(word: str) -> str:
    """The word across the page, as Word's own watermarks are made, so that Word's commands find it."""
    look = {"fillcolor": _TINT, "stroked": "f"}
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
