"""The scores: a chart of those in per cent, the ratings that have no such score drawn likewise, a table of threads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from omi_report.document.later import inlines, rating_blocks, score_charts, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import REPORT_SCOPE, PartFault
from omi_report.model.kinds import PART_KEYS, Contents
from omi_report.model.rated import RatedThing, RatedThings, rated_things

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.framework import Framework, FrameworkPart
    from omi_report.model.outline import PlacedPart
    from omi_report.model.scales import Scale
    from omi_report.scoring.results import Result, ThreadResult


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
        (score_charts.scores_chart(charted, context), *score_charts.base_note(context)) if charted else (),
        (*context.text(texts.judged), score_charts.ratings_chart(listed, context)) if listed else (),
        context.text(texts.threads) if threads else (),
        (_threads(threads, context),) if threads else (),
        tuple(_remarks(threads, context)),
        (tree.CalloutBlock("advice", context.text(texts.advice)),) if texts.advice else (),
    )


def _score_places(result: Result, context: BuildContext) -> Iterator[str]:
    things = rated_things(context.area.framework)
    placed = {each.number for each in (*_charted(things), *_listed(things))}
    is_placed = result.level in ("criterion", "section") and result.number in placed
    if is_placed or result.level == "overall" or (result.level == "thread" and result.rule.exists):
        yield "in the summary of %(terms_score)s"


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


def _threads(threads: list[ThreadResult], context: BuildContext) -> tree.TableBlock:
    """The threads, a row for each; the table of a single one is called after it."""
    scales = {thread.scale.id: thread.scale for thread in threads if thread.scale}
    scored = not scales or any(thread.score for thread in threads)
    columns = (tree.TableColumn(context.label("%(Term_thread)s")), *_columns(scored, list(scales.values()), context))
    rows = []
    for thread in threads:
        cells: list[inlines.Inlines] = []
        if scored:
            cells.append((context.score(thread.score),) if thread.score else ("–",))
        if scales:
            cells.append(_thread_rating(thread, context) if thread.scale else ("–",))
        rows.append(tree.TableRow((thread.title,), tuple(tree.TableCell(cell) for cell in cells)))
    if len(threads) == 1:
        return _of_one(threads[0], columns, rows[0], context)
    identity = context.area.identity
    caption = context.label(
        "%(Terms_score)s of %(terms_thread)s: %(area)s, %(date)s",
        area=identity.area,
        date=context.date(identity.inspected),
    )
    return context.table("threads", caption, columns, tree.RowGroup(tuple(rows)), role="thread")


def _columns(scored: bool, scales: list[Scale], context: BuildContext) -> Iterator[tree.TableColumn]:
    """The columns of threads: their scores, and their ratings, under the name of the scale if all are on one."""
    if scored:
        yield tree.TableColumn(context.label("%(Term_score)s"), figures=True)
    if scales:
        yield tree.TableColumn(context.scale_name(scales[0]) if len(scales) == 1 else context.label("%(Term_rating)s"))


def _of_one(
    thread: ThreadResult, columns: tuple[tree.TableColumn, ...], row: tree.TableRow, context: BuildContext
) -> tree.TableBlock:
    caption, header = _named(thread.title, context)
    group = tree.RowGroup((replace(row, header=(header,), role="total"),))
    return context.table(thread.id, caption, columns, group, role="thread")


def _named(title: str, context: BuildContext) -> tuple[str, str]:
    """What the table of one thread is called, and its row: «The Risk» is no «the The Risk thread»."""
    label, bare = context.label, context.language.without_article(title)
    if bare.lower().split()[-1:] == label("%(term_thread)s").lower().split()[-1:]:
        return title, label("%(Term_score)s for the %(thread)s", thread=bare)
    caption = label("%(thread)s %(term_thread)s", thread=bare)
    return caption, label("%(Term_score)s for the %(thread)s %(term_thread)s", thread=bare)


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
    score_places=_score_places,
    build=_build,
)
