"""All judgements of a report in a small table, and how to read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from omi_report.document.later import inlines, rating_blocks, tree
from omi_report.scoring.results import Scored

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.scales import Band, Scale
    from omi_report.scoring.results import RatedResult, Result


def shown_results(context: BuildContext) -> list[Result]:
    """Return what has a score or a rating: sections, criteria, threads, the whole. Key questions are too many."""
    return [each for each in context.scores.results if each.level != "key-question" and each.rule.exists]


_LONG = 18
"""Ratings of more characters need a wider column."""
_FEW = 18
"""With so many rows or fewer the table has room for more space between them."""


def ratings_table(shown: list[Result], context: BuildContext) -> tree.TableBlock:
    """Return a row for each result: the judgement first, the score second. The criteria of a section are a group.

    The whole has no row: it stands above all else.
    """
    rated, scored = any(each.scale for each in shown), any(isinstance(each.score, Scored) for each in shown)
    columns = [tree.TableColumn(context.label("%(Term_criterion)s"))]
    if rated:
        columns.append(tree.TableColumn(context.label("%(Term_rating)s")))
    if scored:
        columns.append(tree.TableColumn(context.label("%(Term_score)s"), figures=True))
    groups = []
    for section in context.scores.sections:
        results = [each for each in (section, *section.criteria) if each in shown]
        rows = tuple(_row(each, context, rated=rated, scored=scored) for each in results)
        if rows:
            heading = "" if section in shown else context.references.section(section.number).number_first().text
            groups.append(tree.RowGroup(rows, heading))
    others = [each for each in shown if each.level == "thread"]
    if others:
        rows = tuple(_row(each, context, rated=rated, scored=scored) for each in others)
        groups.append(tree.RowGroup(rows, context.label("Across the %(terms_section)s") if groups else ""))
    longest = max((len(each.rating.shortest) for each in shown if each.rating), default=0)
    look = ["glance-table", *(["long-ratings"] if longest > _LONG else []), *(["roomy"] if len(shown) <= _FEW else [])]
    return tree.TableBlock(tuple(columns), tuple(groups), role=" ".join(look))


def _row(result: Result, context: BuildContext, *, rated: bool, scored: bool) -> tree.TableRow:
    cells = []
    if rated:
        given = rating_blocks.given(result, context, short=True) if result.scale else "–"
        cells.append(tree.TableCell((given,)))
    if scored:
        found = (context.score(result.score),) if isinstance(result.score, Scored) else ("–",)
        cells.append(tree.TableCell(found))
    name = inlines.joined(_name(result, context), *rating_blocks.departed_words(result, context, short=True))
    return tree.TableRow(name, tuple(cells), "" if result.level == "criterion" else "total")


def _name(result: Result, context: BuildContext) -> inlines.Inline:
    match result.level:
        case "criterion":
            return context.references.criterion(result.number).number_first()
        case "section":
            return context.references.section(result.number).number_first()
        case _:
            return result.title


@dataclass(frozen=True, slots=True)
class ReadScale:
    """A scale for readers: what is rated on it, and its bands, each with the scores that it is for."""

    heading: str
    bands: tuple[tree.Fact, ...]
    measures: bool


def scales_of(context: BuildContext) -> list[ReadScale]:
    """Return the scales that ratings of the report are on, in the order of the report."""
    found: dict[str, tuple[Scale, list[RatedResult]]] = {}
    for result in shown_results(context):
        if result.scale is not None:
            found.setdefault(result.scale.id, (result.scale, []))[1].append(result)
    return [
        ReadScale(_heading(results, context), tuple(_bands(scale, context)), scale.measures)
        for scale, results in found.values()
    ]


def _heading(results: list[RatedResult], context: BuildContext) -> str:
    """What is rated on a scale: sections in place of their criteria where all of these are."""
    shown, label = context.area.framework.shown, context.label
    numbers = {each.number for each in results if each.level == "criterion"}
    sections, single = [], []
    for section in context.scores.sections:
        own = [each.number for each in section.criteria]
        if own and numbers.issuperset(own):
            sections.append(shown(section.number))
        else:
            single += [shown(number) for number in own if number in numbers]
    items = []
    for found, one, several in (
        (sections, "%(Term_section)s %(numbers)s", "%(Terms_section)s %(numbers)s"),
        (single, "%(Term_criterion)s %(numbers)s", "%(Terms_criterion)s %(numbers)s"),
    ):
        if found:
            items.append(context.language.counted(one, several, len(found), numbers=context.language.join(found)))
    items += [each.title for each in results if each.level == "thread"]
    items += [label("Overall") for each in results if each.level == "overall"]
    return "; ".join(items)


def _bands(scale: Scale, context: BuildContext) -> Iterator[tree.Fact]:
    above: Band | None = None
    for band in scale.bands:
        words = tuple((each,) for each in _range(scale, band, above, context))
        yield tree.Fact((context.rating(band, scale, short=True),), words)
        above = band


def _range(scale: Scale, band: Band, above: Band | None, context: BuildContext) -> Iterator[str]:
    """The scores that a band is for; nothing where inspectors judge."""
    if band.lowest is None:
        return
    lowest = band.lowest if band.lowest or above is None else above.lowest
    is_under = lowest != band.lowest
    shown = str(lowest)
    if scale.of == "points":
        yield context.label("under %(points)s points" if is_under else "from %(points)s points", points=shown)
        return
    shown = context.language.percent(shown)
    yield context.label("under %(score)s" if is_under else "from %(score)s", score=shown)
