"""The sections: each criterion, and what was found against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from omi_report.document.kinds import summary
from omi_report.document.kinds.under_findings import under_finding
from omi_report.document.later import (
    answer_charts,
    boxes,
    figure_charts,
    inlines,
    leads,
    rating_blocks,
    score_charts,
    shown,
    tree,
)
from omi_report.document.part_kind import PartKind
from omi_report.model.criterion import criterion_file
from omi_report.model.facts import REPORT_SCOPE
from omi_report.model.kinds import Contents

if TYPE_CHECKING:
    from omi_report.document.context import BuildContext
    from omi_report.model.findings import Finding
    from omi_report.model.framework import CriterionDefinition
    from omi_report.model.outline import PlacedFinding, PlacedPart
    from omi_report.scoring.results import CriterionResult, Result, SectionResult

CRITERION_LEVEL = 3


def _tables(area: Contents) -> list[str]:
    return _shown("table", area)


def _charts(area: Contents) -> list[str]:
    return _shown("chart", area)


def _shown(what: str, area: Contents) -> list[str]:
    """The names of the tables, or of the charts, of other parts that are printed under criteria."""
    known = {each.name for _, each in area.ask(lambda kind: kind.displays) if each.what == what and each.numbered}
    return [name for criterion in area.framework.criteria.values() for name in criterion.shows if name in known]


def _build(placed: PlacedPart, context: BuildContext) -> Iterator[tree.Part]:
    for section in context.scores.sections:
        yield tree.Part(
            id=context.references.section(section.number).id,
            kind=KIND.template,
            heading=section.title,
            blocks=(
                *_section_score(section, context),
                *score_charts.section_chart(section, context),
                *_opener(section, context),
                *(answer_charts.answers_chart(section, context) if placed.part.answers else ()),
                *(_criterion(each, context) for each in section.criteria),
            ),
            label=context.references.section(section.number).number,
            number=section.number,
        )


def _score_places(result: Result, context: BuildContext) -> Iterator[str]:
    """The head of the section or the criterion, and the chart of the section's criteria."""
    shown = context.area.framework.shown
    head = "at the head of %(term_criterion)s"
    match result.level:
        case "section" if result.score is not None or result.rule.exists:
            yield f"at the head of %(term_section)s {shown(result.number)}"
        case "criterion":
            for section in context.scores.sections:
                if result.number in (each.number for each in score_charts.charted_results(section)):
                    yield f"in the chart of %(term_section)s {shown(section.number)}"
            if result.rule.exists:
                yield f"{head} {shown(result.number)}"
        case "key-question" if result.score is not None or result.rating is not None:
            yield f"{head} {shown(result.owner)}"


def _section_score(section: SectionResult, context: BuildContext) -> Iterator[tree.Block]:
    if section.score is not None or section.rule.exists:
        label, name = context.label("%(Term_section)s %(term_score)s"), context.scale_name(section.scale)
        yield rating_blocks.judgement(section, context, label, name, "section-score")
    yield from rating_blocks.rating_notes(section, context)
    yield from rating_blocks.reason(section, REPORT_SCOPE, context, CRITERION_LEVEL + 1)


def _opener(section: SectionResult, context: BuildContext) -> Iterator[tree.CalloutBlock]:
    """What the area says of a section in short."""
    chosen = context.area.content(summary.KIND)
    text = chosen.openers.get(section.number) if chosen else None
    if text:
        yield tree.CalloutBlock("opener", context.text(text, level=CRITERION_LEVEL))


def _criterion(result: CriterionResult, context: BuildContext) -> tree.DivisionBlock:
    definition = context.area.framework.criteria[result.number]
    statement = context.text(definition.statement, level=CRITERION_LEVEL + 1)
    return tree.DivisionBlock(
        role="criterion",
        level=CRITERION_LEVEL,
        heading=result.title,
        blocks=(
            *_displays(definition, context),
            *figure_charts.figures_chart(result, context),
            *_findings(result.number, context),
            *_boxes(result.number, context),
            *_conclusion(result, context),
        ),
        id=context.references.criterion(result.number).id,
        label=context.references.criterion(result.number).number,
        lead=(tree.CalloutBlock("statement", statement), *_judgement(result, context)),
    )


def _judgement(result: CriterionResult, context: BuildContext) -> Iterator[tree.Block]:
    """The score and the rating of a criterion, and on what a judgement rests."""
    if not result.rule.exists:
        return
    yield rating_blocks.judgement(result, context, context.label("%(Term_score)s"), context.scale_name(result.scale))
    yield from rating_blocks.rating_notes(result, context)
    yield from rating_blocks.key_question_results(result, context)
    if result.is_judged:
        yield from rating_blocks.reason(result, result.number, context, CRITERION_LEVEL + 2)


def _displays(definition: CriterionDefinition, context: BuildContext) -> Iterator[tree.Block]:
    """The tables and charts of other parts that the framework wants here."""
    for name in definition.shows:
        yield from shown.display_blocks(name, context)


def _findings(number: str, context: BuildContext) -> Iterator[tree.FindingsBlock]:
    criterion = context.area.criteria.get(number)
    if criterion is None:
        return
    for kind in criterion.finding_kinds:
        found = criterion.of_kind(kind)
        items = tuple(
            _finding(place, finding, context)
            for place, finding in zip(context.outline.placed[number, kind.id], found, strict=True)
        )
        name = context.language.gettext(kind.singular if len(found) == 1 else kind.plural)
        if items:
            heading = context.language.capital(name)
            yield tree.FindingsBlock(kind.key, kind.side, CRITERION_LEVEL + 1, heading, items, kind.box)


def _finding(place: PlacedFinding, finding: Finding, context: BuildContext) -> tree.FindingItem:
    """A finding with the recommendations that name it, where these stand under findings of its kind."""
    blocks: tree.Blocks = context.text(finding.text, place.criterion, CRITERION_LEVEL + 2)
    if finding.lead:
        blocks = leads.with_lead(blocks, context.line(finding.lead, place.criterion), context)
    if place.kind.recommendations and finding.id:
        blocks = (*blocks, *under_finding(f"{place.criterion}/{finding.id}", context))
    label = place.printed if place.kind.prefix else ""
    return tree.FindingItem(place.id, place.mark, blocks, place.address.also, label, _figure(place, finding, context))


def _figure(place: PlacedFinding, finding: Finding, context: BuildContext) -> inlines.FigureInline | None:
    """The figure that is drawn beside a finding."""
    line = context.line(finding.figure, place.criterion)
    return next((each for each in line if isinstance(each, inlines.FigureInline)), None)


def _boxes(number: str, context: BuildContext) -> Iterator[tree.BoxBlock]:
    criterion = context.area.criteria.get(number)
    if criterion is not None:
        yield from boxes.box_blocks(criterion, criterion_file(number), context, level=CRITERION_LEVEL + 1, scope=number)


def _conclusion(result: CriterionResult, context: BuildContext) -> Iterator[tree.DivisionBlock]:
    """What the rating says of the criterion, and why inspectors depart from the rule, if they do."""
    blocks: list[tree.Block] = []
    if result.rating is not None and result.rating.conclusion:
        blocks.append(tree.ParagraphBlock((result.rating.conclusion,)))
    if not result.is_judged:
        blocks += rating_blocks.reason(result, result.number, context, CRITERION_LEVEL + 2)
    if not blocks:
        return
    yield tree.DivisionBlock("conclusion", CRITERION_LEVEL + 1, context.label("%(Term_conclusion)s"), tuple(blocks))


KIND: PartKind[Any] = PartKind(
    id="sections",
    order=120,
    part="section",
    holds_criteria=True,
    names_itself=True,
    part_keys=frozenset({"answers"}),
    tables=_tables,
    charts=_charts,
    prints=((summary.KIND.file, "openers"),),
    score_places=_score_places,
    build=_build,
)
