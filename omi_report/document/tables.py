"""The parts that are mostly tables: scores, performance framework, context."""

from __future__ import annotations

from typing import Any

from omi_report.document import parts
from omi_report.document.kinds import context as context_part, performance as performance_part
from omi_report.document.resolve import Resolver
from omi_report.document.sections import performance_grade_names
from omi_report.scoring.results import Scores


def build_scores(common: dict[str, Any], resolver: Resolver, scores: Scores) -> parts.Scores:
    """Build the summary of scores: chart, table of grades, table of each thread, advice."""
    framework, outline = resolver.area.framework, resolver.outline
    texts = framework.score_texts
    graded = [section for section in scores.sections if section.score is None]
    return parts.Scores(
        **common,
        area=resolver.area.identity.area,
        inspected=resolver.area.identity.inspected,
        sections=tuple(section for section in scores.sections if section.score is not None),
        chart=parts.NumberedTable(outline.charts["scores"]) if "scores" in outline.charts else None,
        grades=tuple(
            parts.GradedCriterion(result.number, result.title, result.grade.name if result.grade else "")
            for section in graded
            for result in section.criteria
        ),
        graded_sections=", ".join(section.number for section in graded),
        grades_table=(
            parts.NumberedTable(outline.tables["grades"], resolver(texts.grades))
            if "grades" in outline.tables
            else None
        ),
        threads=tuple(
            parts.ThreadTable(
                thread, parts.NumberedTable(outline.tables[thread.id], resolver(texts.threads) if index == 0 else ())
            )
            for index, thread in enumerate(scores.threads)
        ),
        advice=resolver(texts.advice),
        bands=band_legend(resolver),
    )


def band_legend(resolver: Resolver) -> tuple[parts.BandLegend, ...]:
    """Return the framework's bands, best first, each with the range of scores that it covers."""
    falling = sorted(resolver.area.framework.bands, key=lambda band: -band.lowest)
    tops = [100, *(band.lowest - 1 for band in falling)]
    return tuple(
        parts.BandLegend(band.name, band.lowest, top, rank)
        for rank, (band, top) in enumerate(zip(falling, tops, strict=False))
    )


def build_performance(common: dict[str, Any], resolver: Resolver) -> parts.Performance:
    """Build the table of the performance framework."""
    performance = resolver.area.content(performance_part.KIND)
    names = performance_grade_names(resolver)
    if performance is None:
        return parts.Performance(
            **common, period="", source="", area_grade="", note=(), table=0, domains=(), grades=tuple(names.values())
        )
    return parts.Performance(
        **common,
        period=performance.period,
        source=performance.source,
        area_grade=names.get(performance.area_grade, performance.area_grade),
        note=resolver(performance.note),
        table=resolver.outline.tables["performance"],
        domains=tuple(_domain(domain, names) for domain in performance.domains),
        grades=tuple(names.values()),
    )


def _domain(domain: performance_part.Domain, names: dict[str, str]) -> parts.Domain:
    measured = [metric for metric in domain.information if metric.predicted is None]
    return parts.Domain(
        name=domain.name,
        grade=names.get(domain.grade, domain.grade),
        metrics=tuple(_metric(metric, names) for metric in domain.metrics),
        information=tuple(_metric(metric, names) for metric in measured),
        predicted=tuple(
            parts.PredictedMetric(
                name=metric.name,
                grade=names.get(metric.grade or "", metric.grade or ""),
                actual=metric.actual or "",
                predicted=metric.predicted,
                difference=metric.difference or "",
                significance=metric.significance or "",
            )
            for metric in domain.information
            if metric.predicted is not None
        ),
    )


def _metric(metric: performance_part.Metric, names: dict[str, str]) -> parts.Metric:
    return parts.Metric(
        name=metric.name,
        grade=names.get(metric.grade or "", metric.grade or ""),
        actual=metric.actual or "",
        target=metric.target or "",
        national=metric.national or "",
        previous=metric.previous or "",
        note=metric.note or "",
    )


def build_context(common: dict[str, Any], resolver: Resolver) -> parts.Context:
    """Build the contextual information."""
    identity, context = resolver.area.identity, resolver.area.content(context_part.KIND) or context_part.Context()
    tables, charts = resolver.outline.tables, resolver.outline.charts
    caseload = context.caseload
    return parts.Context(
        **common,
        area=identity.area,
        sample=parts.SampleChart(charts["sample"], tuple(identity.sample.items())) if identity.sample else None,
        sample_notes=tuple(resolver(note) for note in context.sample_notes),
        caseload=_caseload(caseload, resolver) if caseload else None,
        gender=parts.ShareChart(charts["gender"], caseload.gender) if caseload and caseload.gender else None,
        ethnicity=(
            parts.ShareChart(charts["ethnicity"], caseload.ethnicity) if caseload and caseload.ethnicity else None
        ),
        budget=context.budget,
        budget_table=tables.get("budget", 0),
        premises=context.approved_premises,
        premises_table=tables.get("approved-premises", 0),
    )


def _caseload(caseload: context_part.Caseload, resolver: Resolver) -> parts.CaseloadTable:
    return parts.CaseloadTable(
        number=resolver.outline.tables["caseload"],
        date=caseload.date,
        total=caseload.total,
        ethnicity=caseload.ethnicity,
        gender=caseload.gender,
        mappa=caseload.mappa,
        ppo_cases=caseload.ppo_cases,
        ppo_definition=resolver(caseload.ppo_definition),
        note=resolver(caseload.note),
    )
