"""The scores: a chart of the criteria, a table of the grades, a table for each thread."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.kinds import Contents
from omi_report.scoring.results import Scored

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.outline import PlacedPart
    from omi_report.scoring.results import CriterionResult, SectionResult, ThreadResult


def _tables(area: Contents) -> list[str]:
    graded = any(section.judged_by == "grade" for section in area.framework.sections)
    return [*(["grades"] if graded else []), *(thread.id for thread in area.framework.threads)]


def _charts(area: Contents) -> list[str]:
    return ["scores"] if any(section.judged_by == "cases" for section in area.framework.sections) else []


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    texts = context.area.framework.score_texts
    scored = [section for section in context.scores.sections if section.score is not None]
    graded = [section for section in context.scores.sections if section.score is None]
    yield context.part(
        placed,
        (_chart(scored, context),) if "scores" in context.outline.charts else (),
        (*context.text(texts.grades), _grades(graded, context)) if "grades" in context.outline.tables else (),
        context.text(texts.threads) if context.scores.threads else (),
        tuple(_thread(thread, context) for thread in context.scores.threads),
        (tree.CalloutBlock("advice", context.text(texts.advice)),) if texts.advice else (),
    )


def _chart(sections: list[SectionResult], context: BuildContext) -> tree.ChartBlock:
    label, identity = context.label, context.area.identity
    return context.chart(
        "scores",
        label(
            "Scores of sections and criteria: %(area)s, %(date)s",
            area=identity.area,
            date=context.date(identity.inspected),
        ),
        (
            tree.TableColumn(label("Section or criterion")),
            tree.TableColumn(label("Score"), figures=True),
            tree.TableColumn(label("Band")),
        ),
        *(_group(section, context) for section in sections),
        legend=_legend(context),
        marks=tuple(band.lowest for band in context.bands),
    )


def _group(section: SectionResult, context: BuildContext) -> tree.ChartGroup:
    rows = (_criterion_row(criterion, context) for criterion in section.criteria)
    return tree.ChartGroup((_section_row(section, context), *rows))


def _legend(context: BuildContext) -> tuple[tree.LegendEntry, ...]:
    """The bands, best first, each with the range of scores that it covers."""
    tops = [100, *(band.lowest - 1 for band in context.bands)]
    return tuple(
        tree.LegendEntry(
            rank, band.name, context.label("%(lowest)s to %(highest)s%%", lowest=band.lowest, highest=highest)
        )
        for rank, (band, highest) in enumerate(zip(context.bands, tops, strict=False))
    )


def _section_row(result: SectionResult, context: BuildContext) -> tree.ChartRow:
    label = context.label("Section %(number)s: %(title)s", number=result.number, title=result.title)
    target = context.references.section(result.number).id
    return tree.ChartRow(label, _cells(result, context), _bar(result, context), target, "total")


def _criterion_row(result: CriterionResult, context: BuildContext) -> tree.ChartRow:
    target = context.references.criterion(result.number).number_first()
    return tree.ChartRow(target.text, _cells(result, context), _bar(result, context), target.target)


def _cells(result: SectionResult | CriterionResult, context: BuildContext) -> tuple[inlines.Inlines, ...]:
    """The score, and its band with the one that inspectors conclude with, where that is another."""
    band: list[inlines.Inline] = [result.band.name] if result.band else []
    concluded = context.concluded(result)
    if concluded:
        words = context.label("concluded: %(conclusion)s", conclusion=concluded)
        band += [" ", inlines.MarkedInline("quiet", (f"({words})",))]
    score = (context.score(result.score),) if result.score else ()
    return score, inlines.joined(*band)


def _bar(result: SectionResult | CriterionResult, context: BuildContext) -> tree.Bar:
    """The bar of a score in the pattern of its band; without a score, an empty one."""
    name = f"bar-{result.number}"
    if not isinstance(result.score, Scored):
        return tree.Bar((0, 1), 0, name)
    ranks = [rank for rank, band in enumerate(context.bands) if band == result.band]
    # the eye sees no more than a tenth, and the exact score could give away a small count
    amount = Fraction(f"{float(result.score.value):.1f}").as_integer_ratio()
    return tree.Bar(amount, ranks[0] if ranks else 0, name)


def _grades(sections: list[SectionResult], context: BuildContext) -> tree.TableBlock:
    label = context.label
    return context.table(
        "grades",
        label("Grades of section %(sections)s", sections=context.language.join(section.number for section in sections)),
        (tree.TableColumn(label("Criterion")), tree.TableColumn(label("Grade"))),
        tree.RowGroup(tuple(_grade_row(result, context) for section in sections for result in section.criteria)),
        role="grades",
    )


def _grade_row(result: CriterionResult, context: BuildContext) -> tree.TableRow:
    criterion = context.references.criterion(result.number).number_first()
    return tree.TableRow((criterion,), (tree.TableCell((inlines.MarkedInline("grade", (context.grade(result),)),)),))


def _thread(thread: ThreadResult, context: BuildContext) -> tree.TableBlock:
    label, score = context.label, tree.TableCell((context.score(thread.score),))
    row = tree.TableRow((label("Score for the %(thread)s thread", thread=thread.title),), (score,), "total")
    return context.table(
        thread.id,
        label("%(thread)s thread", thread=thread.title),
        (tree.TableColumn(label("Thread")), tree.TableColumn(label("Score"), figures=True)),
        tree.RowGroup((row,)),
        role="thread",
    )


KIND: PartKind[Any] = PartKind(
    id="scores", order=70, tables=_tables, charts=_charts, leads_to_criteria=True, build=_build
)
