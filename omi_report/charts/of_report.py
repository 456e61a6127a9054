"""The charts of a report: from the data of a part to the drawing and its words."""

from __future__ import annotations

from collections.abc import Callable

from omi_report.charts.bars import Bar, BarGroup, bar_chart
from omi_report.document.parts import Context, Part, Scores, ShareChart
from omi_report.model.framework import Band
from omi_report.scoring.results import Score, Scored

Gettext = Callable[[str], str]


def chart_of(part: Part, name: str, _: Gettext) -> str:
    """Draw a part's chart by its name. Raises KeyError where the part has no such chart."""
    match part, name:
        case Scores(), "scores":
            return _score_chart(part, _)
        case Context(sample=sample), "sample" if sample:
            return _case_chart(sample.number, sample.cases, _)
        case Context(gender=chart), "gender" if chart:
            return _share_chart(chart, _("Caseload by gender"), _)
        case Context(ethnicity=chart), "ethnicity" if chart:
            return _share_chart(chart, _("Caseload by ethnicity"), _)
        case _:
            raise KeyError(name)


def _score_chart(part: Scores, _: Gettext) -> str:
    ranks = {legend.name: legend.rank for legend in part.bands}
    groups = tuple(
        BarGroup(
            "",
            (
                _score_bar(f"{section.number} {section.title}", section.score, section.band, ranks, strong=True),
                *(
                    _score_bar(f"{result.number} {result.title}", result.score, result.band, ranks)
                    for result in section.criteria
                ),
            ),
        )
        for section in part.sections
    )
    return bar_chart(
        groups,
        name="chart-scores",
        title=_("Scores of sections and criteria"),
        description=_("A bar for each section and criterion, from 0 to 100%. The table after it gives the same figures."),
    )


def _score_bar(
    label: str, score: Score | None, band: Band | None, ranks: dict[str, int], *, strong: bool = False
) -> Bar:
    if not isinstance(score, Scored):
        return Bar(label, 0, "–", note="", strong=strong)
    name = band.name if band else ""
    return Bar(label, float(score.value), f"{score.rounded}%", ranks.get(name, 0), name, strong)


def _case_chart(number: int, cases: tuple[tuple[str, int], ...], _: Gettext) -> str:
    bars = tuple(Bar(case_type.capitalize(), count, str(count)) for case_type, count in cases)
    return bar_chart(
        (BarGroup("", bars),),
        name=f"chart-sample-{number}",
        title=_("Cases in the sample by type"),
        description=_("A bar for each type of case."),
        maximum=max(count for _name, count in cases) or 1,
    )


def _share_chart(chart: ShareChart, title: str, _: Gettext) -> str:
    bars = tuple(
        Bar(share.group, float(share.percent), f"{share.percent}%", rank) for rank, share in enumerate(chart.shares)
    )
    return bar_chart(
        (BarGroup("", bars),),
        name=f"chart-share-{chart.number}",
        title=title,
        description=_("A bar for each group, in per cent of the caseload."),
    )
