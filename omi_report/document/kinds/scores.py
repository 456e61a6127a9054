"""The scores: a chart of those in per cent, a table of the ratings that have no such score, a table of threads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, rating_blocks, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import REPORT_SCOPE, PartFault
from omi_report.model.kinds import PART_KEYS, Contents
from omi_report.model.rated import RatedThing, RatedThings, rated_things
from omi_report.scoring.results import Scored

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.framework import Framework, FrameworkPart
    from omi_report.model.outline import PlacedPart
    from omi_report.model.scales import Band, Scale
    from omi_report.scoring.results import CriterionResult, RatedResult, SectionResult, ThreadResult

UNRATED = -1
"""The rank of a bar whose score has no rating, and its scale: it has no pattern of the legends, and no lines."""


def _charted(things: RatedThings) -> list[RatedThing]:
    """The criteria and sections whose scores are in per cent."""
    placed = (each for each in things.all if each.level in ("criterion", "section"))
    return [each for each in placed if things.unit_of(each) == "per-cent"]


def _listed(things: RatedThings) -> list[RatedThing]:
    """The criteria and sections that have a rating, and no score in per cent."""
    placed = (each for each in things.all if each.level in ("criterion", "section"))
    return [each for each in placed if each.rule.scale_id and things.unit_of(each) != "per-cent"]


def _tables(area: Contents) -> list[str]:
    listed = _listed(rated_things(area.framework))
    threads = [thread.id for thread in area.framework.threads if area.framework.rule_of("thread", thread.id).exists]
    return [*(["grades"] if listed else []), *(["threads"] if len(threads) > 1 else threads)]


def _charts(area: Contents) -> list[str]:
    return ["scores"] if _charted(rated_things(area.framework)) else []


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    texts, things = placed.part.texts, rated_things(context.area.framework)
    charted = {each.number for each in _charted(things)}
    listed = {each.number for each in _listed(things)}
    threads = [thread for thread in context.scores.threads if thread.rule.exists]
    yield context.part(
        placed,
        tuple(_overall(context)),
        (_chart(charted, context),) if charted else (),
        (*context.text(texts.judged), _ratings(listed, context)) if listed else (),
        context.text(texts.threads) if threads else (),
        (_threads(threads, context),) if len(threads) > 1 else tuple(_thread(thread, context) for thread in threads),
        tuple(_remarks(threads, context)),
        (tree.CalloutBlock("advice", context.text(texts.advice)),) if texts.advice else (),
    )


def _overall(context: BuildContext) -> Iterator[tree.Block]:
    """The rating of the whole, if there is one."""
    overall = context.scores.overall
    if overall is None:
        return
    yield rating_blocks.judgement(
        overall, context, context.label("Overall %(term_score)s"), context.label("Overall %(term_rating)s")
    )
    yield from rating_blocks.rating_notes(overall, context)
    yield from rating_blocks.reason(overall, REPORT_SCOPE, context, 3)


def _chart(charted: set[str], context: BuildContext) -> tree.ChartBlock:
    label, identity = context.label, context.area.identity
    shown = [(section, [each for each in section.criteria if each.number in charted]) for section in _sections(context)]
    results = [each for section, criteria in shown for each in (section, *criteria) if each.number in charted]
    scales = _scales(results)
    several = len(scales) > 1
    return context.chart(
        "scores",
        label(
            "%(Terms_score)s of %(terms_section)s and %(terms_criterion)s: %(area)s, %(date)s",
            area=identity.area,
            date=context.date(identity.inspected),
        ),
        (
            tree.TableColumn(label("%(Term_section)s or %(term_criterion)s")),
            tree.TableColumn(_rating_heading(scales, context)),
            tree.TableColumn(label("%(Term_score)s"), figures=True),
        ),
        *(
            _group(section, criteria, charted, scales, context)
            for section, criteria in shown
            if criteria or section.score
        ),
        legend=_legend(scales[0], context) if scales and not several else (),
        marks=_marks(scales[0]) if scales and not several else (),
        scales=tuple(_chart_scale(scale, results, context) for scale in scales) if several else (),
    )


def _rating_heading(scales: list[Scale], context: BuildContext) -> str:
    """What the ratings on some scales are called; a rating, where the scales have several names."""
    names = {context.scale_name(scale) for scale in scales}
    return names.pop() if len(names) == 1 else context.scale_name(None)


def _chart_scale(scale: Scale, results: list[RatedResult], context: BuildContext) -> tree.ChartScale:
    """One of several scales, called after what is rated on it."""
    rated = (_short_name(each, context) for each in results if each.scale and each.scale.id == scale.id)
    name = context.label("%(scale)s of %(items)s:", scale=context.scale_name(scale), items=context.language.join(rated))
    return tree.ChartScale(name, _legend(scale, context), _marks(scale))


def _short_name(result: RatedResult, context: BuildContext) -> str:
    shown = context.area.framework.shown(result.number)
    return context.label("%(term_section)s %(number)s", number=shown) if result.level == "section" else shown


def _marks(scale: Scale) -> tuple[int, ...]:
    """Where bars on a scale have lines: at the lowest score of each band, where it is a whole number."""
    return tuple(dict.fromkeys(int(band.lowest or 0) for band in scale.bands if _is_whole(band)))


def _sections(context: BuildContext) -> tuple[SectionResult, ...]:
    return context.scores.sections


def _scales(results: Iterable[RatedResult]) -> list[Scale]:
    """The scales on which scores are placed, each once."""
    found = {result.scale.id: result.scale for result in results if result.scale}
    return list(found.values())


def _group(
    section: SectionResult,
    criteria: list[CriterionResult],
    charted: set[str],
    scales: list[Scale],
    context: BuildContext,
) -> tree.ChartGroup:
    rows = [_criterion_row(criterion, scales, context) for criterion in criteria]
    return tree.ChartGroup((*((_section_row(section, scales, context),) if section.number in charted else ()), *rows))


def _is_whole(band: Band) -> bool:
    return band.lowest is not None and band.lowest == int(band.lowest)


def _legend(scale: Scale, context: BuildContext) -> tuple[tree.LegendEntry, ...]:
    """The bands of a scale, best first, each with the range of scores that it covers."""
    whole = all(_is_whole(band) for band in scale.bands)
    tops = [100, *(int(band.lowest or 0) - 1 for band in scale.bands)]
    entries = []
    for band, highest in zip(scale.bands, tops, strict=False):
        if whole:
            words = context.label("%(lowest)s to %(highest)s%%", lowest=int(band.lowest or 0), highest=highest)
        else:
            words = context.label("from %(lowest)s%%", lowest=str(band.lowest))
        entries.append(tree.LegendEntry(scale.look_of(band), band.name, words))
    return tuple(entries)


def _section_row(result: SectionResult, scales: list[Scale], context: BuildContext) -> tree.ChartRow:
    target, bar = context.references.section(result.number).id, _bar(result, scales, context)
    return tree.ChartRow(context.section_name(result), _cells(result, context), bar, target, "total")


def _criterion_row(result: CriterionResult, scales: list[Scale], context: BuildContext) -> tree.ChartRow:
    target = context.references.criterion(result.number).number_first()
    return tree.ChartRow(target.text, _cells(result, context), _bar(result, scales, context), target.target)


def _cells(result: RatedResult, context: BuildContext) -> tuple[inlines.Inlines, ...]:
    """The rating, with the band of the score where that is another, and the score."""
    rating = [context.rating(result.rating, result.scale)] if result.rating else []
    score = (context.score(result.score),) if result.score else ()
    return inlines.joined(*rating, *rating_blocks.departed_words(result, context)), score


def _bar(result: RatedResult, scales: list[Scale], context: BuildContext) -> tree.Bar:
    """The bar of a score in the pattern of its rating, with its scale; without a score, an empty one.

    Where small counts are hidden it is as long as the printed score says: another score behind it could tell of them.
    """
    name = f"bar-{result.number}"
    scale = next((at for at, each in enumerate(scales) if result.scale and each.id == result.scale.id), UNRATED)
    if not isinstance(result.score, Scored):
        return tree.Bar((0, 1), 0, name, scale)
    rank = result.scale.look_of(result.rating) if result.scale and result.rating else UNRATED
    hides = context.area.framework.disclosure.hides
    shown = result.score.printed if hides else Fraction(f"{float(result.score.value):.1f}")  # the eye sees no more
    return tree.Bar(shown.as_integer_ratio(), rank, name, scale)


def _ratings(listed: set[str], context: BuildContext) -> tree.TableBlock:
    sections = [section for section in _sections(context) if {section.number, *_numbers(section)} & listed]
    results = [each for section in sections for each in (section, *section.criteria) if each.number in listed]
    scale = results[0].scale if results else None
    return context.table(
        "grades",
        _of_sections(context.scale_name(scale, several=True), [section.number for section in sections], context),
        (tree.TableColumn(context.label("%(Term_criterion)s")), tree.TableColumn(context.scale_name(scale))),
        tree.RowGroup(tuple(_rating_row(result, context) for result in results)),
        role="grades",
    )


def _of_sections(ratings: str, numbers: list[str], context: BuildContext) -> str:
    """The caption of ratings of one section or of several."""
    shown = [context.area.framework.shown(number) for number in numbers]
    if len(shown) == 1:
        return context.label("%(ratings)s of %(term_section)s %(number)s", ratings=ratings, number=shown[0])
    return context.label(
        "%(ratings)s of %(terms_section)s %(numbers)s", ratings=ratings, numbers=context.language.join(shown)
    )


def _numbers(section: SectionResult) -> list[str]:
    return [criterion.number for criterion in section.criteria]


def _rating_row(result: RatedResult, context: BuildContext) -> tree.TableRow:
    references = context.references
    if result.level == "section":
        header: inlines.Inline = context.section_name(result)
    else:
        header = references.criterion(result.number).number_first()
    score = (context.score_text(result.score), ", ") if isinstance(result.score, Scored) else ()
    grade = inlines.MarkedInline("grade", (rating_blocks.given(result, context),))
    cell = inlines.joined(*score, grade, *rating_blocks.departed_words(result, context))
    return tree.TableRow((header,), (tree.TableCell(cell),))


def _thread(thread: ThreadResult, context: BuildContext) -> tree.TableBlock:
    label = context.label
    rating = _thread_rating(thread, context)
    cells = [tree.TableCell((context.score(thread.score),) if thread.score else rating)]
    columns = [tree.TableColumn(label("%(Term_thread)s")), tree.TableColumn(label("%(Term_score)s"), figures=True)]
    if thread.scale is not None and thread.score is not None:
        cells.append(tree.TableCell(rating))
        columns.append(tree.TableColumn(context.scale_name(thread.scale)))
    row = tree.TableRow(
        (label("%(Term_score)s for the %(thread)s %(term_thread)s", thread=thread.title),), tuple(cells), "total"
    )
    return context.table(
        thread.id,
        label("%(thread)s %(term_thread)s", thread=thread.title),
        tuple(columns),
        tree.RowGroup((row,)),
        role="thread",
    )


def _threads(threads: list[ThreadResult], context: BuildContext) -> tree.TableBlock:
    """Several threads, a row for each."""
    label, identity = context.label, context.area.identity
    scored = any(thread.score for thread in threads)
    scales = {thread.scale.id: thread.scale for thread in threads if thread.scale}
    columns = [tree.TableColumn(label("%(Term_thread)s"))]
    if scored:
        columns.append(tree.TableColumn(label("%(Term_score)s"), figures=True))
    if scales:
        word = context.scale_name(next(iter(scales.values()))) if len(scales) == 1 else label("%(Term_rating)s")
        columns.append(tree.TableColumn(word))
    rows = []
    for thread in threads:
        cells: list[inlines.Inlines] = []
        if scored:
            cells.append((context.score(thread.score),) if thread.score else ("–",))
        if scales:
            cells.append(_thread_rating(thread, context) if thread.scale else ("–",))
        rows.append(tree.TableRow((thread.title,), tuple(tree.TableCell(cell) for cell in cells)))
    return context.table(
        "threads",
        label(
            "%(Terms_score)s of %(terms_thread)s: %(area)s, %(date)s",
            area=identity.area,
            date=context.date(identity.inspected),
        ),
        tuple(columns),
        tree.RowGroup(tuple(rows)),
        role="thread",
    )


def _thread_rating(thread: ThreadResult, context: BuildContext) -> inlines.Inlines:
    """The rating, with the one that the rule gives where that is another."""
    return inlines.joined(rating_blocks.given(thread, context), *rating_blocks.departed_words(thread, context))


def _remarks(threads: list[ThreadResult], context: BuildContext) -> Iterator[tree.Block]:
    """What there is to say of the ratings of threads; under the name of the thread where there are several."""
    for thread in threads:
        notes, reason = (
            rating_blocks.rating_notes(thread, context),
            rating_blocks.reason(thread, REPORT_SCOPE, context, 4),
        )
        blocks: tree.Blocks = (*notes, *reason)
        if blocks and len(threads) > 1:
            yield tree.DivisionBlock("thread-remarks", 3, thread.title, blocks)
        else:
            yield from blocks


def _faults(part: FrameworkPart, framework: Framework) -> Iterator[PartFault]:
    """Standard wording around tables that would not be there."""
    things = rated_things(framework)
    if part.texts.judged and not _listed(things):
        what = "%(term_criterion)s or %(term_section)s"
        message = f"this is printed nowhere: no {what} has a %(term_rating)s without a %(term_score)s in per cent"
        yield PartFault(("texts", "judged"), message, "remove it")
    threads = (framework.rule_of("thread", thread.id) for thread in framework.threads)
    if part.texts.threads and not any(rule.exists for rule in threads):
        message = "this is printed nowhere: no %(term_thread)s has a %(term_score)s or a %(term_rating)s"
        yield PartFault(("texts", "threads"), message, "remove it")
    if not any(thing.rule.exists and thing.level != "key-question" for thing in things.all):
        message = f"nothing is rated, so that the part «{part.name}» would be empty"
        yield PartFault(("kind",), message, "give the framework «ratings», or remove the part")


KIND: PartKind[Any] = PartKind(
    id="scores",
    order=70,
    part_keys=PART_KEYS | {"texts"},
    part_faults=_faults,
    tables=_tables,
    charts=_charts,
    leads_to_criteria=True,
    build=_build,
)
