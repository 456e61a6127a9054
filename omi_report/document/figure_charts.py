"""The figures of a criterion as a small chart: those that have a label, the highest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document import tree
from omi_report.document.drawn import to_a_tenth
from omi_report.document.inlines import FigureInline, FigureValue
from omi_report.evidence.figures import lookup
from omi_report.quantity import Form, Quantity

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.criterion import Percentage
    from omi_report.model.scales import Band
    from omi_report.scoring.results import CriterionResult

FEWEST = 3
"""How many figures make a chart: two are said as quickly in words."""


@dataclass(frozen=True, slots=True)
class ChartedFigure:
    """A figure of the chart: its full name, the entry of the file, and what is known of it."""

    name: str
    percentage: Percentage
    quantity: Quantity
    percent: Fraction


def figures_chart(result: CriterionResult, context: BuildContext) -> tree.Blocks:
    """Return the chart of a criterion's labelled percentages and what it rests on; nothing where they are few."""
    charted = charted_figures(result.number, context)
    if not charted:
        return ()
    label, shown = context.label, context.area.framework.shown(result.number)
    based = all(each.quantity.base for each in charted)
    line = _line(result)
    chart = tree.ChartBlock(
        id=f"{context.references.criterion(result.number).id}-figures",
        number=0,
        label="",
        caption=(label("Figures of %(term_criterion)s %(number)s, the highest first", number=shown),),
        columns=(
            tree.TableColumn(label("What the figure is about")),
            *((tree.TableColumn(label("Base"), figures=True),) if based else ()),
            tree.TableColumn(label("Share"), figures=True),
        ),
        groups=(tree.ChartGroup(tuple(_row(each, based, context) for each in charted)),),
        marks=(int(line.lowest or 0),) if line else (),
        form="figures",
    )
    words = " ".join(_notes(charted, line, based, context))
    return (chart, tree.ParagraphBlock((words,), role="answered")) if words else (chart,)


def charted_figures(number: str, context: BuildContext) -> list[ChartedFigure]:
    """Return the figures that the chart of a criterion shows, the highest first; none where they are few."""
    charted = sorted(_charted(number, context), key=lambda each: -each.percent)
    return charted if len(charted) >= FEWEST else []


def _charted(number: str, context: BuildContext) -> Iterator[ChartedFigure]:
    """The labelled percentages that may be shown; of few cases the report gives the count, so these are left out."""
    criterion = context.area.criteria.get(number)
    for short, percentage in criterion.percentages.items() if criterion else ():
        name = lookup(number, short)
        quantity = context.texts.figures.get(name)
        if not percentage.label or not isinstance(quantity, Quantity) or name in context.hidden.figures:
            continue
        few = quantity.base is not None and quantity.base < context.area.framework.minimum_base
        if quantity.percent is not None and quantity.percent <= 100 and not few:
            yield ChartedFigure(name, percentage, quantity, quantity.percent)


def _line(result: CriterionResult) -> Band | None:
    """The best band of the criterion's scale, where a line can be drawn at a whole score at which it begins."""
    if result.scale is None or not result.scale.places_shares:
        return None
    best = result.scale.bands[0]
    return best if best.begins_whole and 0 < (best.lowest or 0) < 100 else None


def _row(charted: ChartedFigure, based: bool, context: BuildContext) -> tree.ChartRow:
    quantity = charted.quantity
    value = FigureValue(charted.percent.as_integer_ratio(), quantity.count, quantity.base, quantity.places)
    share = FigureInline(context.language.phrase(quantity, Form()), value, "percent", charted.name)
    base = ((context.language.figures(quantity.base or 0),),) if based else ()
    drawn = tree.Bar(to_a_tenth(charted.percent).as_integer_ratio())
    return tree.ChartRow(charted.percentage.label or "", (*base, (share,)), drawn)


def _notes(charted: list[ChartedFigure], line: Band | None, based: bool, context: BuildContext) -> Iterator[str]:
    """What the figures rest on, where that is known, and what the line means."""
    cases = context.stated_cases
    of_cases = all(each.percentage.question and not each.percentage.survey for each in charted)
    if of_cases and cases:
        yield context.label(
            "Base: of the %(number)s %(terms_case)s in the sample, those that a figure applies to.",
            number=context.language.figures(cases),
        )
    elif of_cases or based:
        yield context.label("Base: those that a figure applies to.")
    if line:
        yield context.label(
            "The line is at %(lowest)s%%, where the %(term_rating)s “%(rating)s” begins.",
            lowest=int(line.lowest or 0),
            rating=line.name,
        )
