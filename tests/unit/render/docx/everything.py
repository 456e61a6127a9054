"""A report with a block of every type, and what else a Word file has to do with."""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import replace

from omi_report.document.inlines import (
    AbbreviationInline,
    BreakInline,
    ChangedInline,
    CodeInline,
    EmphasisInline,
    FigureInline,
    FigureValue,
    LinkInline,
    MarkedInline,
    MissingInline,
    NoteInline,
    RatingInline,
    ReferenceInline,
    ScriptInline,
)
from omi_report.document.tree import (
    Bar,
    BarCodeBlock,
    Block,
    BoxBlock,
    CalloutBlock,
    ChartBlock,
    ChartGroup,
    ChartRow,
    ContentsBlock,
    ContentsEntry,
    DivisionBlock,
    Document,
    Fact,
    FactsBlock,
    FindingItem,
    FindingsBlock,
    FoldedBlock,
    HeadingBlock,
    ImageBlock,
    JudgementBlock,
    LegendEntry,
    ListBlock,
    ListItem,
    Meta,
    ParagraphBlock,
    Part,
    QuotationBlock,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    VerbatimBlock,
)

NOTE = NoteInline("bus", ("By the timetable.",), 1, "Note 1", "note-bus", "note-bus-ref")
AGAIN = NoteInline("bus", (), 1, "Note 1", "note-bus", "note-bus-ref-2")

META = Meta(
    title="A report on Saltmere",
    area="Saltmere",
    slug="saltmere",
    programme="Inspections of Harbours",
    inspectorate="The Harbour Inspectorate",
    language="en-GB",
    stage="draft",
    inspected="2024-05",
    drafted="2024-06-03",
    keywords=("harbours", "Saltmere"),
    draft="Draft 2",
    stage_notice="Draft 2 of 3 June 2024. Not for publication.",
    marks=("watermark", "line-numbers"),
)


def paragraph(text: str, role: str = "") -> ParagraphBlock:
    return ParagraphBlock((text,), role=role)


def picture(width: int = 30, height: int = 20) -> str:
    """A picture as PNG, in base64."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")
    return base64.b64encode(png).decode()


def findings(*letters: str, label: str = "") -> FindingsBlock:
    items = tuple(
        FindingItem(
            f"finding-{letter}", letter, (paragraph(f"Finding {letter}."), paragraph("More of it.")), label=label
        )
        for letter in letters
    )
    return FindingsBlock("strengths", "good", 4, "Strengths", items)


def bars(form: str = "bars", *, pieces: bool = False) -> ChartBlock:
    legend = (LegendEntry(0, "Good", "from 70", (70, 1)), LegendEntry(1, "Fair", "from 40", (40, 1)),
              LegendEntry(2, "Poor", "under 40", (0, 1)))  # fmt: skip
    drawn = tuple(Bar((each, 1), rank, f"piece-{rank}") for rank, each in enumerate((50, 30, 20)))
    rows = tuple(
        ChartRow(f"Row {rank}", ((f"{each}%",),), None if pieces else Bar((each, 1), rank, f"row-{form}-{rank}"),
                 "section-1", "total" if rank else "", drawn if pieces else ())
        for rank, each in enumerate((80, 50, 20))
    )  # fmt: skip
    groups = (ChartGroup(rows[:2]), ChartGroup(rows[2:], "The others"))
    columns = (TableColumn("What"), TableColumn("Score", figures=True))
    return ChartBlock(f"chart-{form}", 1, "Chart 1", ("All scores",), columns, groups, 100, (40, 70), legend, form)  # type: ignore[arg-type]


TABLE = TableBlock(
    (TableColumn("Boat"), TableColumn("Crew", figures=True), TableColumn("Home")),
    (
        RowGroup((TableRow(("Kittiwake",), (TableCell(("4",)), TableCell(("Saltmere",)))),), "Small"),
        RowGroup((TableRow(("All",), (TableCell(("none to be had",), 2, "note"),), "total"),)),
    ),
    "table-boats",
    1,
    "Table 1",
    ("Boats and crews",),
    (paragraph("As counted in May.", "source"),),
)

LINE = ParagraphBlock(
    (
        "A \"quoted\" word & ",
        EmphasisInline(("soft",)),
        EmphasisInline((" and strong",), strong=True),
        BreakInline(),
        CodeInline("a < 'b'"),
        LinkInline("https://example.org/?a=1&b=2", ("a page",)),
        LinkInline("#section-1", ("a place",)),
        LinkInline("javascript:alert(1)", ("no link",)),
        FigureInline("97%", FigureValue((97, 1)), "percent"),
        MissingInline("some", "too few"),
        ReferenceInline("finding-a", "strength (a)"),
        AbbreviationInline("PPO", "Prolific offender"),
        ScriptInline("2"),
        NOTE,
        AGAIN,
        MarkedInline("quiet", (" in a low voice",)),
        ChangedInline("inserted", (" newly",), "[", "]"),
        RatingInline("Good", 0, 3),
        "\x07 rings, \u05d0\u05d1",
    )
)  # fmt: skip

NESTED = ListBlock(
    (
        ListItem((ParagraphBlock(("one",), tight=True), ListBlock((ListItem((paragraph("one a"),)),), 3)), "item-1"),
        ListItem((TABLE_WITHOUT_CAPTION := replace(TABLE, id="", label="", number=0, caption=(), notes=()),)),
        ListItem((paragraph("three"), paragraph("more of three"))),
    )
)

BLOCKS: tuple[Block, ...] = (
    LINE,
    HeadingBlock(3, ("A heading of four words",)),
    NESTED,
    ListBlock((ListItem((paragraph("first"),)), ListItem((paragraph("second"),))), 1),
    ListBlock((ListItem((paragraph("again from one"),)),), 1),
    QuotationBlock((paragraph("We were heard."),), ("A sailor",)),
    QuotationBlock((paragraph("Nobody says who."),)),
    VerbatimBlock("as  written\n  here\n"),
    TABLE,
    bars(),
    bars("bands"),
    bars("figures"),
    bars("stacked", pieces=True),
    bars("dots", pieces=True),
    ImageBlock("image/png", picture(), "A harbour with two boats", ("The harbour",), "picture--harbour"),
    BarCodeBlock("9780306406157", "The bar code of this report"),
    findings("a", "b"),
    findings("c", "e"),
    replace(findings("1", label="AFI 1"), box=True),
    findings(""),
    BoxBlock("example", "poor", 4, "Example", (paragraph("In a box."), NESTED), "Two boats", "box-1", ("box-also",)),
    JudgementBlock("score", "Score", ("64%",), "Fair", "Inspectors conclude otherwise", 1, 3),
    CalloutBlock("notice", (paragraph("Take note."), HeadingBlock(4, ("Within",)))),
    CalloutBlock("of-a-plug-in", (paragraph("Plain."),)),
    FoldedBlock(("Unchanged",), (paragraph("As it was."),)),
    FactsBlock((Fact(("Tide",), (("High",), ("Low",))),)),
    FactsBlock((Fact(("of 76 berths are let",), (("66",), ("The harbour office",))),), "key-facts"),
    FactsBlock((Fact(("Wind",), ()), Fact(("Rain",), (("Little",),)))),
    DivisionBlock("criterion", 3, "Mooring", (paragraph("Well done."),), "criterion-1.1", ("old-1.1",), "1.1"),
    DivisionBlock("story", 9, "A deep story", (paragraph("Once."),), "story-1"),
)

CONTENTS = ContentsBlock(
    (ContentsEntry("section-1", "Boats", "1", entries=(ContentsEntry("criterion-1.1", "Mooring", "1.1", rating=RatingInline("Good", 0, 3)),)),)  # noqa: E501
)  # fmt: skip


def everything(meta: Meta = META, *blocks: Block) -> Document:
    """A whole report of all these blocks, or of some others."""
    cover = Part("title-page", "title-page", meta.title, (HeadingBlock(1, (meta.title,)), paragraph("By us", "led-by")))
    contents = Part("contents", "contents", "Contents", (CONTENTS,))
    section = Part("section-1", "section", "Boats", blocks or BLOCKS, "1", "1", introduction=(paragraph("Standard."),))
    wide = Part("appendix-1", "mixed", "Tides", (TABLE_WITHOUT_CAPTION,), "Appendix 1", role="wide")
    back = Part("back-cover", "back-cover", "", (paragraph("The Harbour Inspectorate", "publisher"),))
    return Document(meta, (cover, contents, section, wide, back))
