"""Where a number stands that no file has there: in charts of figures, and wherever parts print scores."""

from __future__ import annotations

from collections.abc import Iterator

from omi_report.document.build import context_of
from omi_report.document.figure_charts import charted_figures
from omi_report.document.part_kind import PartKind
from omi_report.document.places import NumberPlace, WantedNumber
from omi_report.inspection import Inspection
from omi_report.quantity import Form
from omi_report.scoring.results import Result


def score_places(inspection: Inspection, result: Result) -> list[str]:
    """Return in words where the report prints a score or a rating, in its order; none where it does not."""
    context, kinds = context_of(inspection), inspection.area.kinds
    found: dict[str, None] = {}
    for name in dict.fromkeys(placed.part.kind for placed in inspection.outline.parts):
        kind = kinds[name]
        if isinstance(kind, PartKind):
            found |= dict.fromkeys(kind.score_places(result, context))
    return list(found)


def charts_of(inspection: Inspection, wanted: WantedNumber) -> Iterator[NumberPlace]:
    """Yield the charts of criteria that show a figure, each with the label of its bar."""
    area = inspection.area
    if not inspection.outline.has_criteria:
        return
    context = context_of(inspection)
    for number in area.criteria:
        for each in charted_figures(number, context):
            shown = inspection.language.phrase(each.quantity, Form())
            if each.name in wanted.names or (not wanted.names and wanted.is_shown_by(shown)):
                named = inspection.percentages[each.name]
                where = f"%(term_criterion)s {area.framework.shown(number)}, chart of its figures"
                place = area.at(named.file, (*named.path, "label"))
                words = f"{each.percentage.label}: {shown}"
                yield NumberPlace(place, area.framework.english.in_terms(where), words, each.name)
