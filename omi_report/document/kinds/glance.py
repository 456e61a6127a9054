"""The whole report on one page: the judgements, a few figures, strengths, what is urgent, what is recommended.

What an area chooses for it stands in ``summary.yaml``, and the short forms of recommendations in their own file.
Without them the page says what is known: the ratings and the recommendations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from omi_report.document.kinds import recommendations, summary
from omi_report.document.kinds.glance_keys import POINT_KEYS, PointsKey
from omi_report.document.kinds.glance_ratings import ratings_table, scales_of, shown_results
from omi_report.document.later import inlines, rating_blocks, tree
from omi_report.document.part_kind import PartKind
from omi_report.model.facts import Lack
from omi_report.model.kinds import Contents

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.document.kinds.glance_keys import ChosenPoint, KeyFigure
    from omi_report.document.kinds.recommendations import Recommendations
    from omi_report.model.outline import PlacedPart
    from omi_report.scoring.results import RatedResult, Result

_LEVEL = 3
"""That of the headings of its panels."""


def _wishes(area: Contents) -> Iterator[Lack]:
    """What the page lacks: one message for each of the two files."""
    chosen = area.content(summary.KIND)
    lacking = [key for key in ("plain", "key_figures", *POINT_KEYS) if not (chosen and getattr(chosen, key))]
    if lacking:
        what = f"the glance would say more with {', '.join(lacking)}"
        yield Lack(summary.KIND.file, what, hint=f"choose them in {summary.KIND.file}")
    found = _recommendations(area)
    made = found.recommendations if found else ()
    without = sum(not each.in_short for each in made)
    if without:
        what = f"{without} of {len(made)} %(terms_recommendation)s have no short form"
        hint = "give each «in_short», which the glance prints in place of the first paragraph"
        yield Lack(recommendations.KIND.file, what, hint=hint)


def _recommendations(area: Contents) -> Recommendations | None:
    """The recommendations, where the report prints them."""
    return area.content(recommendations.KIND) if area.framework.prints(recommendations.KIND.id) else None


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    area = context.area
    chosen = area.content(summary.KIND)
    recommended = _recommendations(area)
    shown = shown_results(context)
    main = (
        *((tree.CalloutBlock("glance-ratings", (ratings_table(shown, context),)),) if shown else ()),
        *(_recommended(recommended, context) if recommended else ()),
    )
    beside = (
        *(_points("strengths", context.label("Main strengths"), chosen.strengths, context) if chosen else ()),
        *_urgent(context),
        *_how_to_read(context),
    )
    yield context.part(
        placed,
        (_opening(context),),
        tuple(_overall(context)),
        (tree.CalloutBlock("glance-plain", context.text(chosen.plain)),) if chosen and chosen.plain else (),
        tuple(_key_figures(chosen.key_figures, context)) if chosen else (),
        tuple(_body(beside, main)),
    )


def _body(beside: tree.Blocks, main: tree.Blocks) -> Iterator[tree.CalloutBlock]:
    """What stands in two columns: the points come first, and the ratings beside them."""
    columns = [
        tree.CalloutBlock(f"glance-{name}", blocks) for name, blocks in (("beside", beside), ("main", main)) if blocks
    ]
    if columns:
        yield tree.CalloutBlock("glance-body" if len(columns) > 1 else "glance-alone", tuple(columns))


def _panel(role: str, heading: str, blocks: tree.Blocks) -> tree.Blocks:
    """A panel with its heading; nothing where it has nothing in it."""
    return (tree.DivisionBlock(role, _LEVEL, heading, blocks),) if blocks else ()


def _opening(context: BuildContext) -> tree.ParagraphBlock:
    """What was inspected: the programme, when, how many cases if that may be said."""
    identity, language = context.area.identity, context.language
    cases = context.stated_cases
    words = [context.area.framework.title, context.date(identity.inspected)]
    if cases:
        counted = language.counted(
            "%(cases)s %(term_case)s", "%(cases)s %(terms_case)s", cases, cases=language.figures(cases)
        )
        words.append(counted)
    return tree.ParagraphBlock((", ".join(words),), role="glance-what")


def _score_places(result: Result, context: BuildContext) -> Iterator[str]:
    if result in shown_results(context) and (result.level != "overall" or _has_result(result)):
        yield "in the glance"


def _has_result(result: RatedResult) -> bool:
    return result.score is not None or result.rating is not None


def _overall(context: BuildContext) -> Iterator[tree.Block]:
    overall = context.scores.overall
    if overall is not None and _has_result(overall):
        score, rating = context.label("Overall %(term_score)s"), context.label("Overall %(term_rating)s")
        yield rating_blocks.judgement(overall, context, score, rating)


# --- what is chosen -----------------------------------------------------------------------------------------


def _key_figures(figures: tuple[KeyFigure, ...], context: BuildContext) -> Iterator[tree.FactsBlock]:
    """The figures, large, and what each is of; those that the policy on small counts hides are left out."""
    written = [(context.line(each.figure), context.line(each.says)) for each in figures]
    facts = [tree.Fact(figure, (says,)) for figure, says in written if not _is_hidden(figure, context)]
    if facts:
        yield tree.FactsBlock(tuple(facts), "glance-facts")


def _is_hidden(children: inlines.Inlines, context: BuildContext) -> bool:
    names = (each.name for each in children if isinstance(each, inlines.FigureInline))
    return any(name in context.hidden.figures for name in names)


def _points(key: PointsKey, heading: str, points: tuple[ChosenPoint, ...], context: BuildContext) -> tree.Blocks:
    items = tuple(tree.ListItem((_point(each, context),)) for each in points)
    return _panel(f"glance-{key}", heading, (tree.ListBlock(items, role="glance-points"),) if items else ())


def _point(each: ChosenPoint, context: BuildContext) -> tree.ParagraphBlock:
    said = list(context.line(each.says))
    if each.finding:
        said += [" ", inlines.MarkedInline("glance-see", (_place(each.finding, context),))]
    return tree.ParagraphBlock(inlines.joined(*said))


def _place(name: str, context: BuildContext) -> inlines.ReferenceInline:
    """Where a finding stands, as short as can be: See 1.2 (a), or AFI 3; by its criterion where it has no mark."""
    placed = context.outline.findings[name]
    shown = context.area.framework.shown(placed.criterion)
    if placed.kind.prefix and placed.kind.runs_on:
        shown = placed.printed
    elif placed.mark:
        shown = f"{shown} {placed.printed if placed.kind.prefix else f'({placed.mark})'}"
    return inlines.ReferenceInline(placed.id, context.label("See %(place)s", place=shown), "short")


def _urgent(context: BuildContext) -> tree.Blocks:
    """What is urgent: as the area has chosen, or else whatever has a rating that the framework calls urgent."""
    heading, chosen = context.label("What is urgent"), context.area.content(summary.KIND)
    if chosen and chosen.urgent:
        return _points("urgent", heading, chosen.urgent, context)
    rated = [each for each in context.scores.criteria.values() if each.rating and each.rating.urgent]
    items = [
        tree.ListItem((tree.ParagraphBlock((context.references.criterion(each.number).number_first(),)),))
        for each in rated
    ]
    return _panel("glance-urgent", heading, (tree.ListBlock(tuple(items), role="glance-points"),) if items else ())


# --- how to read it, and what is recommended ----------------------------------------------------------------


def _how_to_read(context: BuildContext) -> tree.Blocks:
    blocks: list[tree.Block] = []
    scales = scales_of(context)
    for each in scales:
        if len(scales) > 1:
            blocks.append(tree.ParagraphBlock((each.heading,), role="glance-scale-name"))
        blocks.append(tree.FactsBlock(each.bands, "glance-scale measured" if each.measures else "glance-scale"))
    return _panel("glance-key", context.label("How to read the %(terms_rating)s"), tuple(blocks))


def _recommended(found: Recommendations, context: BuildContext) -> Iterator[tree.DivisionBlock]:
    """Every recommendation in short, under its number, with a link to the whole."""
    order = recommendations.printed_order(context.area.framework.recommendations, found)
    items = tuple(tree.ListItem((tree.ParagraphBlock(_in_short(at, context), tight=True),)) for at in order)
    if items:
        heading = context.label("%(Terms_recommendation)s in short")
        blocks = (tree.ListBlock(items, 1, "glance-recommended"),)
        yield tree.DivisionBlock("glance-recommendations", _LEVEL, heading, blocks)


def _in_short(at: int, context: BuildContext) -> inlines.Inlines:
    each, address = recommendations.recommended(at, context)
    said = context.line(each.in_short or each.text)
    return (inlines.LinkInline(f"#{address.id}", inlines.joined(*_unlinked(said))),)


def _unlinked(children: inlines.Inlines) -> Iterator[inlines.Inline]:
    """The words without links and notes: all of them are a link already."""
    for child in children:
        match child:
            case inlines.ReferenceInline():
                yield child.text
            case inlines.LinkInline():
                yield from _unlinked(child.children)
            case inlines.EmphasisInline():
                yield replace(child, children=inlines.joined(*_unlinked(child.children)))
            case inlines.NoteInline():
                pass
            case _:
                yield child


KIND: PartKind[Any] = PartKind(
    id="glance",
    order=15,
    prints=tuple((summary.KIND.file, key) for key in ("percentages", "plain", "key_figures", *POINT_KEYS)),
    leads_to_criteria=True,
    has_alone=True,
    wishes=_wishes,
    score_places=_score_places,
    build=_build,
)
