"""Sections and their criteria."""

from __future__ import annotations

from omi_report.document.parts import Criterion, Finding, PerformanceSummary, Section
from omi_report.document.resolve import Resolver
from omi_report.model import criterion as model
from omi_report.model.framework import CriterionDefinition, Section as SectionDefinition
from omi_report.model.outline import FindingKind, criterion_id, section_id
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
        strengths=_findings(number, "strength", found.strengths if found else (), resolver),
        improvements=_findings(number, "improvement", found.improvements if found else (), resolver),
        conclusion=result.conclusion.conclusion if result.conclusion else "",
        conclusion_reason=resolver(found.conclusion_reason, number) if found and result.departs else (),
        performance=_performance_summary(resolver) if definition.shows_performance else None,
    )


def _findings(
    number: str, kind: FindingKind, findings: tuple[model.Finding, ...], resolver: Resolver
) -> tuple[Finding, ...]:
    placed = resolver.outline.placed.get((number, kind), ())
    return tuple(
        Finding(place.id, place.letter, resolver(finding.text, number), place.address.also)
        for place, finding in zip(placed, findings, strict=True)
    )


def _performance_summary(resolver: Resolver) -> PerformanceSummary | None:
    performance = resolver.area.performance
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
