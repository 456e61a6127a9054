"""Scores and ratings as a chart: each with its marker at its place on a ground of the bands of its scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from omi_report.document import inlines, rating_blocks, tree
from omi_report.document.drawn import to_a_tenth
from omi_report.model.outline import table_id
from omi_report.scoring.results import Scored

if TYPE_CHECKING:
    from typing import TypeAlias

    from omi_report.document.context import BuildContext
    from omi_report.model.scales import Scale
    from omi_report.scoring.results import RatedResult, SectionResult

    _Shown: TypeAlias = list[tuple[SectionResult, list[RatedResult]]]

UNRATED = -1
"""The rank of a score that has no rating, and its scale."""

FEWEST = 2
"""How many criteria of a section make a chart."""


def scores_chart(charted: set[str], context: BuildContext) -> tree.ChartBlock:
    """Return the chart of the scores in per cent of some sections and criteria, which are named by their numbers."""
    label, identity = context.label, context.area.identity
    shown = _shown(charted, context)
    results = [each for _section, found in shown for each in found]
    scales = _scales(results)
    chart = context.chart(
        "scores",
        label(
            "%(Terms_rating)s and %(terms_score)s of %(terms_section)s and %(terms_criterion)s: %(area)s, %(date)s",
            area=identity.area,
            date=context.date(identity.inspected),
        ),
        (
            tree.TableColumn(label("%(Term_section)s or %(term_criterion)s")),
            tree.TableColumn(_rating_heading(scales, context)),
            tree.TableColumn(label("%(Term_score)s"), figures=True),
        ),
        *(
            tree.ChartGroup(
                tuple(_row(each, _score_cells(each, context), scales, context) for each in found),
                _heading(section, found, context),
            )
            for section, found in shown
        ),
        form="bands",
    )
    return _on_scales(chart, scales, results, context)


def section_chart(section: SectionResult, context: BuildContext) -> tree.Blocks:
    """Return a small chart of how the criteria of a section stand; nothing where fewer than two of them are rated."""
    results = charted_results(section)
    if not results:
        return ()
    label, scales = context.label, _scales(results)
    scored = all(isinstance(each.score, Scored) and each.score.unit == "per-cent" for each in results)
    chart = tree.ChartBlock(
        id=f"{context.references.section(section.number).id}-ratings",
        number=0,
        label="",
        caption=(label("How the %(terms_criterion)s of this %(term_section)s are rated"),),
        columns=(
            tree.TableColumn(label("%(Term_criterion)s")),
            tree.TableColumn(_rating_heading(scales, context)),
            *((tree.TableColumn(label("%(Term_score)s"), figures=True),) if scored else ()),
        ),
        groups=(
            tree.ChartGroup(
                tuple(
                    _row(
                        each,
                        _score_cells(each, context) if scored else (_rated_cell(each, context),),
                        scales,
                        context,
                    )
                    for each in results
                )
            ),
        ),
        form="bands",
    )
    return (_on_scales(chart, scales, results, context),)


def charted_results(section: SectionResult) -> list[RatedResult]:
    """Return the criteria of a section that its chart shows; none where fewer than two of them are rated."""
    results: list[RatedResult] = [each for each in section.criteria if each.rating and each.scale]
    return results if len(results) >= FEWEST else []


def base_note(context: BuildContext) -> tree.Blocks:
    """Return what the scores rest on and where they come from; nothing where no number of cases is stated."""
    cases = context.stated_cases
    if not cases:
        return ()
    words = context.label(
        "Base: %(number)s %(terms_case)s in the sample; each %(term_question)s counts those that it applies to. "
        "Source: %(inspectorate)s.",
        number=context.language.figures(cases),
        inspectorate=context.area.framework.inspectorate,
    )
    return (tree.ParagraphBlock((words,), role="answered"),)


def ratings_chart(listed: set[str], context: BuildContext) -> tree.ChartBlock:
    """Return the table of ratings without a score in per cent, drawn in the same way; it has the number of a table."""
    shown = _shown(listed, context)
    results = [each for _section, found in shown for each in found]
    scales = _scales(results)
    ratings = context.scale_name(scales[0] if scales else None, several=True)
    number = context.outline.tables["grades"]
    chart = tree.ChartBlock(
        id=table_id(number),
        number=number,
        label=context.label("Table %(number)s", number=number),
        caption=(_of_sections(ratings, [section.number for section, _found in shown], context),),
        columns=(
            tree.TableColumn(context.label("%(Term_criterion)s")),
            tree.TableColumn(_rating_heading(scales, context)),
        ),
        groups=tuple(
            tree.ChartGroup(
                tuple(_row(each, (_rated_cell(each, context),), scales, context) for each in found),
                _heading(section, found, context) if len(shown) > 1 else "",  # the caption names a single one
            )
            for section, found in shown
        ),
        form="bands",
    )
    return _on_scales(chart, scales, results, context)


def _shown(numbers: set[str], context: BuildContext) -> _Shown:
    """The sections with what is shown of each: itself and its criteria, as far as their numbers are among some."""
    found = []
    for section in context.scores.sections:
        results: list[RatedResult] = [each for each in (section, *section.criteria) if each.number in numbers]
        if results:
            found.append((section, results))
    return found


def _heading(section: SectionResult, found: list[RatedResult], context: BuildContext) -> str:
    """What stands over the criteria of a section that has no row itself: they are not those of the one before."""
    return "" if section in found else context.section_name(section)


def _scales(results: Iterable[RatedResult]) -> list[Scale]:
    """The scales on which results are placed, each once."""
    return list({result.scale.id: result.scale for result in results if result.scale}.values())


def _rating_heading(scales: list[Scale], context: BuildContext) -> str:
    """What the ratings on some scales are called; a rating, where the scales have several names."""
    names = {context.scale_name(scale) for scale in scales}
    return names.pop() if len(names) == 1 else context.scale_name(None)


def _of_sections(ratings: str, numbers: list[str], context: BuildContext) -> str:
    """The caption of ratings of one section or of several."""
    shown = [context.area.framework.shown(number) for number in numbers]
    if len(shown) == 1:
        return context.label("%(ratings)s of %(term_section)s %(number)s", ratings=ratings, number=shown[0])
    return context.label(
        "%(ratings)s of %(terms_section)s %(numbers)s", ratings=ratings, numbers=context.language.join(shown)
    )


# --- scales ---------------------------------------------------------------------------------------------


def _on_scales(
    chart: tree.ChartBlock, scales: list[Scale], results: list[RatedResult], context: BuildContext
) -> tree.ChartBlock:
    """The chart with the legend of its scale, or of each where it has several."""
    if len(scales) > 1:
        return replace(chart, scales=tuple(_chart_scale(scale, results, context) for scale in scales))
    if not scales:
        return chart
    return replace(chart, legend=_legend(scales[0], context), marks=_marks(scales[0]))


def _chart_scale(scale: Scale, results: list[RatedResult], context: BuildContext) -> tree.ChartScale:
    """One of several scales, called after what is rated on it."""
    rated = (_short_name(each, context) for each in results if each.scale and each.scale.id == scale.id)
    name = context.label("%(scale)s of %(items)s:", scale=context.scale_name(scale), items=context.language.join(rated))
    return tree.ChartScale(name, _legend(scale, context), _marks(scale))


def _short_name(result: RatedResult, context: BuildContext) -> str:
    shown = context.area.framework.shown(result.number)
    return context.label("%(term_section)s %(number)s", number=shown) if result.level == "section" else shown


def _marks(scale: Scale) -> tuple[int, ...]:
    """Where the bands of a scale begin, as far as that is a whole number."""
    if not scale.places_shares:
        return ()
    return tuple(dict.fromkeys(int(band.lowest or 0) for band in scale.bands if band.begins_whole))


def _legend(scale: Scale, context: BuildContext) -> tuple[tree.LegendEntry, ...]:
    """The bands of a scale, best first, each with the range of scores that it covers, if scores are placed on it."""
    if not scale.places_shares:
        return tuple(tree.LegendEntry(scale.look_of(band), band.name, "") for band in scale.bands)
    whole = all(band.begins_whole for band in scale.bands) and _are_whole(scale, context)
    tops = [100, *(int(band.lowest or 0) - 1 for band in scale.bands)]
    entries = []
    for band, highest in zip(scale.bands, tops, strict=False):
        lowest = Fraction(band.lowest or 0)
        if whole:
            words = context.label("%(lowest)s to %(highest)s%%", lowest=int(lowest), highest=highest)
        else:
            words = context.label("from %(lowest)s%%", lowest=str(band.lowest))
        entries.append(tree.LegendEntry(scale.look_of(band), band.name, words, lowest.as_integer_ratio()))
    return tuple(entries)


def _are_whole(scale: Scale, context: BuildContext) -> bool:
    """Whether all scores on a scale are printed as whole numbers: «0 to 64%» and «65 to 100%» have no 64.5%."""
    placed = (each.score for each in context.scores.results if each.scale and each.scale.id == scale.id)
    return all(score.printed.denominator == 1 for score in placed if isinstance(score, Scored))


# --- rows -----------------------------------------------------------------------------------------------


def _row(
    result: RatedResult, cells: tuple[inlines.Inlines, ...], scales: list[Scale], context: BuildContext
) -> tree.ChartRow:
    if result.level == "section":
        target = context.references.section(result.number).id
        return tree.ChartRow(context.section_name(result), cells, _place(result, scales, context), target, "total")
    reference = context.references.criterion(result.number).number_first()
    return tree.ChartRow(reference.text, cells, _place(result, scales, context), reference.target)


def _score_cells(result: RatedResult, context: BuildContext) -> tuple[inlines.Inlines, ...]:
    """The rating, with the band of the score where that is another, and the score."""
    rating = [context.rating(result.rating, result.scale)] if result.rating else []
    score = (context.score(result.score),) if result.score else ()
    return inlines.joined(*rating, *rating_blocks.departed_words(result, context)), score


def _rated_cell(result: RatedResult, context: BuildContext) -> inlines.Inlines:
    """The rating, after the score in points if there is one."""
    score = (context.score_text(result.score), ", ") if isinstance(result.score, Scored) else ()
    return inlines.joined(*score, rating_blocks.given(result, context), *rating_blocks.departed_words(result, context))


def _place(result: RatedResult, scales: list[Scale], context: BuildContext) -> tree.Bar | None:
    """Where a result lies on its scale: at its score in per cent, or without an amount at the band that it is rated.

    Nothing where there is neither. Where small counts are hidden a score lies where the printed one does: another
    behind it could tell of them.
    """
    at = next((at for at, each in enumerate(scales) if result.scale and each.id == result.scale.id), UNRATED)
    rank = result.scale.look_of(result.rating) if result.scale and result.rating else UNRATED
    name = f"bar-{result.number}"
    if isinstance(result.score, Scored) and result.score.unit == "per-cent":
        hides = context.area.framework.disclosure.hides
        shown = result.score.printed if hides else to_a_tenth(result.score.value)
        return tree.Bar(_in_its_band(shown, result).as_integer_ratio(), rank, name, at)
    return tree.Bar(None, rank, name, at) if rank != UNRATED else None


def _in_its_band(at: Fraction, result: RatedResult) -> Fraction:
    """A place, moved to the edge of the band that a score is rated where rounding has taken it out of that."""
    scale, band = result.scale, result.rating
    if scale is None or band is None or band != result.unlimited or not scale.places_shares:
        return at
    better = scale.bands[: scale.rank(band)]
    highest = Fraction(better[-1].lowest or 0) if better else Fraction(100)
    return min(max(at, Fraction(band.lowest or 0)), highest)
