"""What the parts of a report are built from, and the words and numbers that the program adds to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from omi_report.disclosure.hidden import NOTHING, Hidden
from omi_report.document.inlines import (
    AbbreviationInline,
    FigureInline,
    FigureValue,
    Inline,
    Inlines,
    MissingInline,
    RatingInline,
    joined,
)
from omi_report.document.printed_places import PrintedPlace, printed_places
from omi_report.document.provisional import provisional
from omi_report.document.references import References
from omi_report.document.texts import TEXT_LEVEL, Texts
from omi_report.document.tree import (
    Blocks,
    ChartBlock,
    ChartForm,
    ChartGroup,
    ChartScale,
    LegendEntry,
    ParagraphBlock,
    Part,
    RowGroup,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from omi_report.language.language import Language
from omi_report.language.message import Value
from omi_report.model.area import Area
from omi_report.model.base import ReportDate, Text
from omi_report.model.facts import REPORT_SCOPE, Display
from omi_report.model.outline import Outline, PlacedPart, chart_id, table_id
from omi_report.model.scales import Band, Scale, Unit
from omi_report.quantity import FormKind, percent_text
from omi_report.scoring.results import RatedResult, Score, Scored, Scores

UNKNOWN = "–"
"""Stands in a cell where there is nothing to say."""

_FORMS: dict[Unit, FormKind] = {"per-cent": "percent", "points": "number"}

_VALUE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True, slots=True)
class BuildContext:
    """An area without errors, and everything that is worked out of it.

    ``parts`` are the parts that the contents list, in order. Only kinds that list parts are given them; parts of
    such kinds are still empty there. ``hidden`` says what is not shown.
    """

    area: Area
    outline: Outline
    scores: Scores
    language: Language
    references: References
    texts: Texts
    parts: tuple[Part, ...] = ()
    hidden: Hidden = NOTHING

    # --- words ------------------------------------------------------------------------------------------

    def label(self, key: str, /, **values: Value) -> str:
        """Return words in the report's language, as ``Language.label``."""
        return self.language.label(key, **values)

    def sentence(self, key: str, /, **values: Inline) -> Inlines:
        """Return words in the report's language whose values are inlines: ``Period: %(period)s.``."""
        pieces = _VALUE.split(self.language.gettext(key))  # words at even places, names of values at odd ones
        found = (values[piece] if place % 2 else piece.replace("%%", "%") for place, piece in enumerate(pieces))
        return joined(*found)

    def date(self, date: ReportDate) -> str:
        """Write a month or a day."""
        return self.language.date(date.year, date.month, date.day)

    def text(self, text: Text | None, scope: str = REPORT_SCOPE, level: int = TEXT_LEVEL) -> Blocks:
        """Return the blocks of a text, as ``Texts.blocks``."""
        return self.texts.blocks(text, scope, level)

    def line(self, text: Text | None, scope: str = REPORT_SCOPE) -> Inlines:
        """Return the words of a text of one paragraph; nothing where it has none."""
        blocks = self.text(text, scope)
        return next((block.children for block in blocks if isinstance(block, ParagraphBlock)), ())

    @property
    def title(self) -> str:
        """The title of the report."""
        return self.texts.words(self.area.framework.report_title)

    @property
    def isbn_name(self) -> Inline:
        """The name of the number under which booksellers and libraries have a report."""
        return AbbreviationInline("ISBN", self.label("International Standard Book Number"))

    @property
    def copyright(self) -> str:
        """Whose copyright the report is, with its year, or that of publication; nothing where nobody says whose."""
        identity, holder = self.area.identity, self.area.framework.imprint.copyright
        if holder is None:
            return ""
        year = identity.copyright_year or (identity.published.year if identity.published else None)
        return f"© {holder}" if year is None else self.label("© %(holder)s %(year)s", holder=holder, year=str(year))

    @property
    def draft(self) -> str:
        """The name of a draft, with its number if it has one, or of what is before it; nothing for a final report."""
        identity = self.area.identity
        if identity.stage == "final":
            return ""
        if identity.stage == "feedback":
            return self.label("Feedback")
        number = identity.draft.number
        return self.label("Draft") if number is None else self.label("Draft %(number)s", number=str(number))

    @property
    def stage_notice(self) -> str:
        """What a draft says of itself; nothing for a final report."""
        draft, drafted = self.draft, self.area.identity.drafted
        if not draft:
            return ""
        if self.area.identity.stage == "feedback":
            return self.label("Feedback at the end of the %(term_inspection)s week: provisional, not for publication.")
        if drafted is None:
            return self.label("%(draft)s for the %(term_area)s to check. Not for publication.", draft=draft)
        return self.label(
            "%(draft)s, %(date)s, for the %(term_area)s to check. Not for publication.",
            draft=draft,
            date=self.date(drafted),
        )

    @property
    def reply(self) -> str:
        """By when and to whom the area is to answer a draft; nothing for a final report, or where nobody says so."""
        wanted, label = self.area.identity.draft, self.label
        if self.area.identity.stage != "draft":
            return ""
        date, address = self.date(wanted.reply_by) if wanted.reply_by else "", wanted.reply_to or ""
        if date and address:
            return label("Please reply by %(date)s to %(address)s.", date=date, address=address)
        if date:
            return label("Please reply by %(date)s.", date=date)
        return label("Please reply to %(address)s.", address=address) if address else ""

    @property
    def how_to_point(self) -> str:
        """How the area says in its reply which place of a draft it means."""
        if self.area.identity.draft.line_numbers:
            return self.label("Say which page and line of the PDF you mean, or copy the link of the place.")
        return self.label("Say which page of the PDF you mean, or copy the link of the place.")

    @property
    def publication(self) -> tuple[str, str] | None:
        """When the report is published and the words before that date, which in a draft is still to come."""
        published = self.area.identity.published
        if published is None:
            return None
        return self.label("To be published") if self.draft else self.label("Published"), self.date(published)

    @property
    def marks(self) -> tuple[Literal["watermark", "line-numbers"], ...]:
        """What a draft shows of itself on the pages of the PDF."""
        wanted = self.area.identity.draft
        if not self.draft:
            return ()
        return (*(("watermark",) if wanted.watermark else ()), *(("line-numbers",) if wanted.line_numbers else ()))

    # --- figures ----------------------------------------------------------------------------------------

    @property
    def stated_cases(self) -> int:
        """How many cases were inspected, as the area states it; 0 where it does not, or where it could tell too much.

        Where small counts are hidden, the number of all cases could tell of those that a chart leaves out.
        """
        if self.area.framework.disclosure.hides:
            return 0
        return self.area.identity.cases or (self.scores.cases if self.area.identity.stage == "feedback" else None) or 0

    def score(self, score: Score) -> Inline:
        """Write a score as it is published, or say that there is none."""
        if isinstance(score, Scored):
            return FigureInline(
                self.score_text(score), FigureValue(score.printed.as_integer_ratio()), _FORMS[score.unit]
            )
        return MissingInline(self.label("not scored"), self.language.say(score.reason))

    def percent(self, percent: Decimal) -> str:
        """Write a percentage as it is published, with its decimal places."""
        return self.language.percent(str(percent))

    def score_text(self, score: Scored) -> str:
        """Write a score in words and figures: 64%, 9 out of 21."""
        if score.unit == "per-cent":
            return self.language.percent(score.text)
        if score.out_of is None:
            return score.text
        most = percent_text(score.out_of, 0 if score.out_of.denominator == 1 else 1)
        return self.label("%(points)s out of %(most)s", points=score.text, most=most)

    def section_name(self, result: RatedResult) -> str:
        """Return the number and the title of a section, as they stand in a table."""
        number = self.area.framework.shown(result.number)
        return self.label("%(Term_section)s %(number)s: %(title)s", number=number, title=result.title)

    def band_name(self, scale: str | None, rating: str) -> str:
        """Return the name of a rating on a scale of the framework; the rating as it is written where it has none."""
        return self.area.framework.band_names(scale or "").get(rating, rating)

    def rating(self, band: Band, scale: Scale | None, *, short: bool = False) -> Inline:
        """Return a rating with its place on its scale; its name alone where nothing says on which it is.

        With ``short`` it has its shorter name, if it has one.
        """
        name = band.shortest if short else band.name
        return name if scale is None else RatingInline(name, scale.look_of(band), scale.looks)

    def displayed(self, name: str) -> Display:
        """Return the table or chart that has a name. Raises KeyError where there is none."""
        for _file, each in self.area.ask(lambda kind: kind.displays):
            if each.name == name:
                return each
        raise KeyError(name)

    def scale_name(self, scale: Scale | None, *, several: bool = False) -> str:
        """Return what a rating on a scale is called; one that has no name of its own is a rating."""
        if scale is None:
            return self.label("%(Term_rating)s")
        name = self.language.gettext(scale.several or scale.name) if several else self.language.gettext(scale.name)
        return provisional(name, self.language) if self.area.identity.stage == "feedback" else name

    # --- parts, tables and charts -----------------------------------------------------------------------

    def part(self, placed: PlacedPart, *blocks: Blocks, heading: str | None = None) -> Part:
        """Return a part in its place, made of groups of blocks."""
        appendix = placed.appendix
        return Part(
            id=placed.id,
            kind=placed.part.kind,
            heading=(placed.part.heading or "") if heading is None else heading,
            blocks=tuple(block for group in blocks for block in group),
            label=self.label("Appendix %(number)s", number=appendix) if appendix else "",
            appendix=appendix,
            introduction=self.text(placed.part.text),
        )

    def row(self, header: str, *cells: Inline | None, role: str = "") -> TableRow:
        """Return a row of a table, with a dash in each cell of which nothing is known."""
        return TableRow((header,), tuple(TableCell((cell or UNKNOWN,)) for cell in cells), role)

    def table(
        self,
        name: str,
        caption: str,
        columns: tuple[TableColumn, ...],
        *groups: RowGroup,
        role: str,
        notes: Blocks = (),
        source: str = "",
    ) -> TableBlock:
        """Return the table that the outline numbers under a name. Its role is for styles."""
        number = self.outline.tables[name]
        label = self.label("Table %(number)s", number=number)
        return TableBlock(columns, groups, table_id(number), number, label, (caption,), notes, source, role)

    def chart(
        self,
        name: str,
        caption: str,
        columns: tuple[TableColumn, ...],
        *groups: ChartGroup,
        maximum: int = 100,
        legend: tuple[LegendEntry, ...] = (),
        marks: tuple[int, ...] = (),
        form: ChartForm = "bars",
        scales: tuple[ChartScale, ...] = (),
    ) -> ChartBlock:
        """Return the chart that the outline numbers under a name."""
        number = self.outline.charts[name]
        label = self.label("Chart %(number)s", number=number)
        return ChartBlock(
            chart_id(number), number, label, (caption,), columns, groups, maximum, marks, legend, form, scales
        )

    def printed_places(self) -> tuple[PrintedPlace, ...]:
        """Return the parts and numbered divisions that are built, each with the words that it prints."""
        return tuple(printed_places(self.parts, self.references))
