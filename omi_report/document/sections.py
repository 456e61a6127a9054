"""Sections and their criteria."""

from __future__ import annotations

from omi_report.document.kinds import performance as performance_part
from omi_report.document.parts import Criterion, Finding, FindingList, PerformanceSummary, Section
from omi_report.document.resolve import Resolver
from omi_report.model import criterion as model
from omi_report.model.framework import CriterionDefinition, Section as SectionDefinition
from omi_report.model.outline import criterion_id, section_id
from omi_report.scoring.results import CriterionResult, Scores


def build_section(definition: SectionDefinition, resolver: Resolver, scores: Scores) -> Section:
    """Build one section with its criteria."""
    result = next(section for section in scores.sections if section.number == definition.number)
    return Section(
        kind="section",
        id=section_id(definition.number),
        heading=definition.title,
        number=definition.number,
        result=result,
        criteria=tuple(_criterion(each, scores.criteria[each.number], resolver) for each in definition.criteria),
    )


def _criterion(definition: CriterionDefinition, result: CriterionResult, resolver: Resolver) -> Criterion:
    number = definition.number
    found = resolver.area.criteria.get(number)
    return Criterion(
        id=criterion_id(number),
        number=number,
        title=definition.title,
        statement=resolver(definition.statement),
        result=result,
        findings=_findings(found, resolver) if found else (),
        conclusion=result.conclusion.conclusion if result.conclusion else "",
        conclusion_reason=resolver(found.conclusion_reason, number) if found and result.departs else (),
        performance=_performance_summary(resolver) if definition.shows_performance else None,
    )


def _findings(criterion: model.Criterion, resolver: Resolver) -> tuple[FindingList, ...]:
    """The lists of findings that are not empty."""
    number, language = criterion.criterion, resolver.language
    lists = []
    for kind in criterion.finding_kinds:
        placed = resolver.outline.placed.get((number, kind.id), ())
        findings = tuple(
            Finding(place.id, place.letter, resolver(finding.text, number), place.address.also)
            for place, finding in zip(placed, criterion.of_kind(kind), strict=True)
        )
        if findings:
            name = language.gettext(kind.singular if len(findings) == 1 else kind.plural)
            lists.append(FindingList(kind.key, language.capital(name), findings))
    return tuple(lists)


def _performance_summary(resolver: Resolver) -> PerformanceSummary | None:
    performance = resolver.area.content(performance_part.KIND)
    if performance is None:
        return None
    names = performance_grade_names(resolver)
    appendix = resolver.outline.part("performance", appendix=True)
    return PerformanceSummary(
        number=resolver.outline.tables["performance-summary"],
        period=performance.period,
        source=performance.source,
        domains=tuple((domain.name, names.get(domain.grade, domain.grade)) for domain in performance.domains),
        area_grade=names.get(performance.area_grade, performance.area_grade),
        appendix=appendix.appendix if appendix else 0,
        appendix_id=appendix.id if appendix else "",
    )


def performance_grade_names(resolver: Resolver) -> dict[str, str]:
    """Return the names of the performance framework's grades by their ids."""
    return {grade.id: grade.name for grade in resolver.area.framework.performance_grades}
