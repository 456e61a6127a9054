"""The styles of a Word file: one table of them, and what becomes of it in a theme.

Styles that Word knows have Word's own names, so that a house's template has them too. A style is named here by its
name; the file calls it by its id (`style_id`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from omi_report.render.docx.frames import FRAMES, WordFrame
from omi_report.render.docx.markup import PARAGRAPH_ORDER, RUN_ORDER, on, ordered, part, tag
from omi_report.render.docx.theme import FONT, Theme

Kind = Literal["paragraph", "character"]
Sizes = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """A style: ``sizes`` are those of its letters in the standard edition and in large print, in points.

    ``before`` and ``after`` are the room above and below it, in points; ``depth`` is how many times it is drawn in by
    what a list is drawn in; ``level`` is that of a heading, 1 for the first.
    """

    name: str
    kind: Kind = "paragraph"
    based: str = "Normal"
    following: str = ""
    sizes: Sizes | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    before: float | None = None
    after: float | None = None
    depth: int = 0
    level: int = 0
    keeps_next: bool = False
    keeps_lines: bool = False
    new_page: bool = False
    right: bool = False
    raised: bool = False
    underlined: bool = False
    verbatim: bool = False
    rule: str = ""
    frame: WordFrame | None = None


_SMALL: Sizes = (10.5, 16)
TABLE_SIZES: Final[Sizes] = (11, 16)
"""The sizes of the letters of tables."""


def _heading(level: int, sizes: Sizes, before: float, after: float = 6) -> Style:
    return Style(
        f"heading {level}",
        following="Normal",
        sizes=sizes,
        bold=True,
        colour="teal",
        before=before,
        after=after,
        level=level,
        keeps_next=True,
        keeps_lines=True,
        new_page=level == 1,
        rule="warm" if level == 1 else "",
    )


def _of_frames() -> Iterable[Style]:
    for frame in FRAMES.values():
        yield Style(frame.style, frame=frame)
        yield Style(
            frame.heading,
            following=frame.style,
            sizes=(13, 18),
            bold=True,
            colour="teal",
            before=10,
            after=3,
            keeps_next=True,
            keeps_lines=True,
            frame=frame,
        )


STYLES: Final[tuple[Style, ...]] = (
    # the cover
    Style("Title", sizes=(40, 44), bold=True, colour="teal", before=12, after=24, rule="warm", keeps_lines=True),
    Style("Cover Programme", sizes=(15, 20), bold=True, colour="quiet", before=48, after=12),
    Style("Subtitle", sizes=(16, 20), bold=True, colour="teal", after=18),
    Style("Draft Notice", sizes=(13, 17), bold=True, colour="warm", after=12),
    # headings
    _heading(1, (26, 30), 0, 20),
    _heading(2, (15.5, 21), 20),
    Style("Criterion Heading", based="heading 2", following="Normal", before=24),
    _heading(3, (13, 18), 16),
    _heading(4, (12, 16), 12, 4),
    _heading(5, (12, 16), 12, 4),
    Style("Heading Label", "character", based="", colour="warm"),
    # text
    Style("Lead-in", "character", based="", bold=True),
    Style("Quiet", "character", based="", colour="quiet"),
    Style("Code", "character", based="", verbatim=True),
    Style("Strong", "character", based="", bold=True),
    Style("Emphasis", "character", based="", italic=True),
    Style("Hyperlink", "character", based="", colour="teal", underlined=True),
    Style("Small Text", sizes=_SMALL, colour="quiet"),
    Style("Signature", sizes=(12, 16), before=12, keeps_lines=True),
    Style("Quote", italic=True, depth=1),
    Style("Quoted Words", sizes=(14, 18), colour="teal", depth=1, keeps_next=True, keeps_lines=True),
    Style("Quotation Source", sizes=_SMALL, colour="quiet", depth=1),
    Style("Verbatim", sizes=(10, 16), verbatim=True),
    # lists
    *(Style(f"List Bullet{number}", after=5) for number in ("", " 2", " 3")),
    *(Style(f"List Number{number}", after=5) for number in ("", " 2", " 3")),
    *(Style(f"List Continue{number}", after=5, depth=depth) for depth, number in enumerate(("", " 2", " 3"), 1)),
    Style("Finding", after=10),
    Style("Recommendation", sizes=(13, 18), bold=True, colour="teal", before=10, keeps_next=True),
    # facts and judgements
    Style("Fact Term", sizes=_SMALL, bold=True, colour="quiet", after=0, keeps_next=True),
    Style("Fact", after=6),
    Style("Key Figure", sizes=(24, 28), bold=True, colour="teal", after=0, keeps_next=True),
    Style("Judgement", sizes=(13, 18), bold=True, colour="teal", before=4, after=10, keeps_lines=True),
    Style("Judgement Label", "character", based="", colour="quiet"),
    # tables and charts
    Style("caption", sizes=(11, 16), bold=True, before=14, after=6, keeps_next=True, keeps_lines=True),
    Style("Table Text", sizes=TABLE_SIZES, before=3, after=3),
    Style("Table Heading", based="Table Text", bold=True),
    Style("Table Figure", based="Table Text", right=True),
    Style("Table Heading Figure", based="Table Heading", right=True),
    Style("Table Drawing", based="Table Text", before=0, after=3),
    Style("Legend", sizes=_SMALL, after=2, keeps_next=True),
    Style("Picture", keeps_next=True, after=4),
    # contents
    Style("toc 1", sizes=(12, 16), bold=True, before=6, after=2),
    Style("toc 2", sizes=(12, 16), after=2, depth=1),
    Style("table of figures", sizes=(12, 16), after=3),
    # notes, and the edges of the page
    Style("footnote text", sizes=(10, 16), after=2),
    Style("footnote reference", "character", based="", raised=True),
    Style("header", sizes=(9.5, 16), colour="quiet", after=0),
    Style("footer", sizes=(9.5, 16), colour="quiet", after=0),
    *_of_frames(),
)


def style_id(name: str) -> str:
    """Return the id of a style of a name, in a file that is not made from a house's template."""
    return "".join(word[:1].upper() + word[1:] for word in name.replace("-", " ").split())


def styles_xml(theme: Theme, language: str) -> str:
    """Return the whole file of styles."""
    return part(
        "w:styles", _defaults(theme, language), _normal(), _normal_table(), styles_missing(theme, {}, style_ids())
    )


def style_ids(known: Mapping[str, str] | None = None, taken: Collection[str] = ()) -> dict[str, str]:
    """Return the ids of all styles by their names: those of a house that are known, and others that are not taken."""
    names = ("Normal", NORMAL_TABLE, TABLE_STYLE, *(style.name for style in STYLES))
    own = {name: f"{style_id(name)}Report" if style_id(name) in taken else style_id(name) for name in names}
    return own | dict(known or {})


def styles_missing(theme: Theme, known: Mapping[str, str], ids: Mapping[str, str]) -> str:
    """Return the styles of the table that are not among known ones. All have their ids by their names."""
    found = "".join(_style_xml(style, theme, ids) for style in STYLES if style.name not in known)
    if TABLE_STYLE in known:
        return found
    based = ids[NORMAL_TABLE] if not known or NORMAL_TABLE in known else ""
    return found + _report_table(theme, ids[TABLE_STYLE], based)


def _defaults(theme: Theme, language: str) -> str:
    fonts = tag("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    size = round(2 * theme.size((12, 16)))
    run = {
        "rFonts": fonts,
        **on("color", theme.colours["ink"]),
        **on("sz", size),
        **on("szCs", size),
        "lang": tag("w:lang", val=language, eastAsia=language, bidi="ar-SA"),
    }
    spacing = tag("w:spacing", after=20 * 8, line=round(240 * theme.leading), lineRule="auto")
    return tag(
        "w:docDefaults",
        tag("w:rPrDefault", tag("w:rPr", ordered(run, RUN_ORDER))),
        tag("w:pPrDefault", tag("w:pPr", ordered({**on("widowControl"), "spacing": spacing}, PARAGRAPH_ORDER))),
    )


def _normal() -> str:
    return tag(
        "w:style",
        tag("w:name", val="Normal"),
        tag("w:qFormat"),
        tag("w:pPr", tag("w:widowControl"), tag("w:suppressAutoHyphens"), tag("w:jc", val="left")),
        given={"w:type": "paragraph", "w:default": 1, "w:styleId": "Normal"},
    )


TABLE_STYLE: Final = "Report Table"
NORMAL_TABLE: Final = "Normal Table"


def _margins() -> str:
    sides = (("top", 0), ("left", 60), ("bottom", 0), ("right", 110))
    return tag("w:tblCellMar", *(tag(f"w:{side}", w=width, type="dxa") for side, width in sides))


def _normal_table() -> str:
    return tag(
        "w:style",
        tag("w:name", val=NORMAL_TABLE),
        tag("w:uiPriority", val=99),
        tag("w:tblPr", tag("w:tblInd", w=0, type="dxa"), _margins()),
        given={"w:type": "table", "w:default": 1, "w:styleId": style_id(NORMAL_TABLE)},
    )


def _report_table(theme: Theme, identifier: str, based: str) -> str:
    """The style of the report's tables: lines between rows, a thicker one above, none upright."""
    line: dict[str, Any] = {"val": "single", "sz": 4, "space": 0, "color": theme.colours["rule"]}
    thick: dict[str, Any] = {"val": "single", "sz": 12, "space": 0, "color": theme.colours["teal"]}
    borders = tag("w:tblBorders", tag("w:top", **thick), tag("w:bottom", **line), tag("w:insideH", **line))
    return tag(
        "w:style",
        tag("w:name", val=TABLE_STYLE),
        tag("w:basedOn", val=based) if based else "",
        tag("w:uiPriority", val=59),
        tag("w:tblPr", tag("w:tblInd", w=0, type="dxa"), borders, _margins()),
        tag("w:tblStylePr", tag("w:trPr", tag("w:tblHeader")), given={"w:type": "firstRow"}),
        given={"w:type": "table", "w:customStyle": 1, "w:styleId": identifier},
    )


_WORDS_OWN = frozenset("Title Subtitle Strong Emphasis Hyperlink Signature Quote caption header footer".split()) | {
    "footnote text",
    "footnote reference",
    "table of figures",
}


def _is_words_own(name: str) -> bool:
    return name in _WORDS_OWN or name.startswith(("heading ", "toc ", "List "))


def _style_xml(style: Style, theme: Theme, ids: Mapping[str, str]) -> str:
    paragraph, run = _paragraph_properties(style, theme), _run_properties(style, theme)
    own = {} if _is_words_own(style.name) else {"w:customStyle": 1}
    return tag(
        "w:style",
        tag("w:name", val=style.name),
        tag("w:basedOn", val=ids[style.based]) if style.based else "",
        tag("w:next", val=ids[style.following]) if style.following else "",
        tag("w:uiPriority", val=9),
        tag("w:qFormat") if style.kind == "paragraph" and not style.name.startswith("toc") else "",
        tag("w:pPr", paragraph) if paragraph else "",
        tag("w:rPr", run) if run else "",
        given={"w:type": style.kind, **own, "w:styleId": ids[style.name]},
    )


def _paragraph_properties(style: Style, theme: Theme) -> str:
    found: dict[str, str] = {}
    for name, there in (
        ("keepNext", style.keeps_next),
        ("keepLines", style.keeps_lines),
        ("pageBreakBefore", style.new_page),
    ):
        if there:
            found |= on(name)
    spacing: dict[str, Any] = {
        name: round(20 * room) for name, room in (("before", style.before), ("after", style.after)) if room is not None
    }
    if style.level or style.name == "Title":
        spacing |= {"line": 240}
        found["spacing"] = tag("w:spacing", **spacing, lineRule="auto")
    elif spacing:
        found["spacing"] = tag("w:spacing", **spacing)
    if style.depth:
        found["ind"] = tag("w:ind", left=style.depth * theme.hang)
    if style.right:
        found |= on("jc", "right")
    if style.level:
        found |= on("outlineLvl", style.level - 1)
    if style.rule:
        line = tag("w:bottom", val="single", sz=20, space=8, color=theme.colours[style.rule])
        found["pBdr"] = tag("w:pBdr", line)
    if style.frame:
        found |= style.frame.properties(theme)
    return ordered(found, PARAGRAPH_ORDER)


def _run_properties(style: Style, theme: Theme) -> str:
    found: dict[str, str] = {}
    if style.verbatim:
        found["rFonts"] = tag("w:rFonts", ascii="Courier New", hAnsi="Courier New", cs="Courier New")
        found |= on("noProof")
    slanted = style.italic and not theme.large  # slanted letters are harder to read: in large print weight tells
    bold = style.bold or (style.italic and style.kind == "character" and theme.large)
    if bold:
        found |= on("b") | on("bCs")
    if slanted:
        found |= on("i") | on("iCs")
    if style.colour:
        found |= on("color", theme.colours[style.colour])
    if style.sizes:
        size = round(2 * theme.size(style.sizes))
        found |= on("sz", size) | on("szCs", size)
    if style.underlined:
        found |= on("u", "single")
    if style.raised:
        found |= on("vertAlign", "superscript")
    return ordered(found, RUN_ORDER)
