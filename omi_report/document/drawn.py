"""What a report draws, as plain data: charts, pictures and bar codes. They are blocks of the tree."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Literal, TypeAlias

from omi_report.document.inlines import Inlines, PlainData


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableColumn(PlainData):
    """A column of a table or chart; ``figures`` for one whose cells are figures to be read down the column.

    ``children`` are what the heading is made of where it is more than characters.
    """

    heading: str
    figures: bool = False
    children: Inlines = ()


def to_a_tenth(value: Fraction) -> Fraction:
    """Return a value as it is drawn: the eye sees no more than tenths of a per cent."""
    return Fraction(f"{float(value):.1f}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bar(PlainData):
    """The bar of a row: ``amount`` is how far it reaches, as numerator and denominator.

    Nothing where there is no score: the marker of a rating then stands in the middle of its band.

    ``rank`` is the place of its band in the legend, 0 for the best, and -1 for a score without a band; ``name`` is
    the bar's own on the chart, empty where all bars are alike. ``scale`` is the place of its scale among those of the
    chart, and -1 for a bar on none of them.
    """

    amount: tuple[int, int] | None
    rank: int = 0
    name: str = ""
    scale: int = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChartRow(PlainData):
    """A row of a chart: its label, which leads to the id ``target`` if there is one, its bar and its cells.

    In place of one bar it may have ``pieces``: the parts of a stacked bar, or dots, each with the rank of its series.
    """

    label: str
    cells: tuple[Inlines, ...]
    bar: Bar | None = None
    target: str = ""
    role: str = ""
    pieces: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChartGroup(PlainData):
    """Rows of a chart that belong together, under a heading of their own or none."""

    rows: tuple[ChartRow, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LegendEntry(PlainData):
    """What the bars of a rank mean, and the range of values that they stand for; empty where they are a series.

    ``lowest`` is where a band begins, as numerator and denominator; nothing where no values are placed on it.
    """

    rank: int
    name: str
    range: str
    lowest: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChartScale(PlainData):
    """One of several scales that the bars of a chart are on: its name, its legend, and where its bars have lines."""

    name: str
    legend: tuple[LegendEntry, ...]
    marks: tuple[int, ...] = ()


ChartForm: TypeAlias = Literal["bars", "stacked", "dots", "bands", "figures"]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ChartBlock(PlainData):
    """A horizontal chart, as data. One without a number has no label and is not referred to.

    ``maximum`` is where its scale ends; at ``marks`` it has lines. Its first column has the labels and the bars, the
    others the cells. ``form`` says what is drawn: a bar in each row (thin with marks over it for ``figures``),
    a bar stacked of pieces, a dot for each piece, or the marker of a rating at its amount on a ground of bands (in the
    middle of its band where it has no amount, or the legend does not say where bands begin). Where bars are on several
    scales, ``scales`` have the legends and the marks in place of ``legend`` and ``marks``.
    """

    TYPE: ClassVar = "chart"
    id: str
    number: int
    label: str
    caption: Inlines
    columns: tuple[TableColumn, ...]
    groups: tuple[ChartGroup, ...]
    maximum: int = 100
    marks: tuple[int, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    form: ChartForm = "bars"
    scales: tuple[ChartScale, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ImageBlock(PlainData):
    """A picture: what it is (``image/png``), its bytes in base64, and what it shows to those who cannot see it.

    Its ``id`` is made of the name of its file.
    """

    TYPE: ClassVar = "image"
    media_type: str
    data: str
    alt: str
    caption: Inlines = ()
    id: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BarCodeBlock(PlainData):
    """The bar code of a number on paper, which is written beside it: its 13 ``figures`` (EAN-13), and what it is."""

    TYPE: ClassVar = "barcode"
    figures: str
    alt: str
