"""Where scores and charts stand is what `omi why` says of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from omi_report.document.build import build_document, context_of
from omi_report.document.explanation import explain
from omi_report.document.inlines import FigureInline, PlainData
from omi_report.document.part_kind import PartKind
from omi_report.inspection import Inspection
from omi_report.scoring.results import Scored
from tests.samples import WESTMARK, inspected

AREAS = Path(__file__).parents[3] / "areas"
KINDS = ("glance", "scores", "ratings", "sections")


def unnamed_figures(node: object) -> Iterator[str]:
    """The figures without a name in a part of a report, which are its scores, as they are printed."""
    if isinstance(node, FigureInline) and not node.name:
        yield node.text
    for value in node if isinstance(node, tuple) else [getattr(node, name) for name in _fields(node)]:
        yield from unnamed_figures(value)


def _fields(node: object) -> tuple[str, ...]:
    return node.__match_args__ if isinstance(node, PlainData) else ()


@pytest.mark.parametrize("folder", [WESTMARK, AREAS / "hampshire", AREAS / "saltmere", AREAS / "tarnmouth"], ids=str)
def test_a_kind_says_of_each_score_whether_it_prints_it(folder: Path) -> None:
    inspection = inspected(folder)
    assert isinstance(inspection, Inspection)
    context, document = context_of(inspection), build_document(inspection)
    for kind in (inspection.area.kinds[each] for each in KINDS):
        assert isinstance(kind, PartKind)
        if not inspection.framework.prints(kind.id):
            continue
        said = {
            context.score_text(result.score)
            for result in context.scores.results
            if isinstance(result.score, Scored) and list(kind.score_places(result, context))
        }
        parts = [part for part in document.parts if part.kind in (kind.id, kind.template)]
        assert said == set(unnamed_figures(tuple(parts))), kind.id


def test_a_score_is_in_the_glance_the_summary_and_the_head_of_its_place() -> None:
    hampshire = inspected(AREAS / "hampshire")
    places = {name: explain(hampshire, name)[0].title.partition(": ")[2] for name in ("1", "1.2", "roh")}
    assert places == {
        "1": "in the glance, in the summary of scores and at the head of section 1",
        "1.2": "in the glance, in the summary of scores, in the chart of section 1 and at the head of criterion 1.2",
        "roh": "in the glance and in the summary of scores",
    }


def test_a_figure_with_a_label_stands_in_the_chart_of_its_criterion() -> None:
    for wanted in ("1.2/screening-done", "97%"):
        found = explain(inspected(AREAS / "hampshire"), wanted)
        places = [place for each in found for place in each.places if place.name == "1.2/screening-done"]
        chart = next(place for place in places if place.where == "criterion 1.2, chart of its figures")
        assert chart.sentence.endswith(": 97%")
        assert chart.location.file.endswith("criteria/1.2.yaml")
