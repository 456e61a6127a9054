"""For random frameworks and random areas each rating is drawn in its own band: read from the drawing itself."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import assume, given

from omi_report import api
from omi_report.document.build import build_document
from omi_report.document.tree import ChartBlock
from omi_report.language.known import ENGLISH
from omi_report.render.charts.bars import STANDARD
from omi_report.render.html.blocks import BlockWriter
from omi_report.render.html.environment import environment_of
from omi_report.resources import templates_folder
from tests.ratings.plain_items import Data, items_of
from tests.ratings.random_areas import Programme, programmes, write
from tests.ratings.reference import PER_CENT

PARTS = [{"kind": "title-page"}, {"kind": "scores", "heading": "Scores"}, {"kind": "sections"}]
LINE = 0.005
"""Drawings have four figures: 33.33."""


class Drawn(NamedTuple):
    """A marker as it is drawn, and the ground that it stands on: each band's class with its ends, the worst first."""

    number: str
    at: float
    marker: str
    ground: list[tuple[str, float, float]]


@given(programmes())
def test_each_rating_stands_in_its_own_band(programme: Programme) -> None:
    framework = programme.framework
    assume(any(item.rule for item in items_of(framework) if item.level in ("criterion", "section")))
    programme.framework["parts"] = PARTS
    with tempfile.TemporaryDirectory() as folder:
        inspection = api.load(write(Path(folder), programme))
        scores, document = inspection.scores, build_document(inspection)
    charts = [block for part in document.parts for block in part.blocks if isinstance(block, ChartBlock)]
    for drawn in (each for chart in charts for each in drawn_in(chart)):
        result: Any = scores.by_name[drawn.number]
        share = result.score.value if isinstance(result.score, api.Scored) and result.score.unit == PER_CENT else None
        if result.rating is None or (share is not None and result.rating != result.unlimited):
            continue  # it stands at its score, which is no rating's or another's
        scale = next(each for each in framework["scales"] if each["id"] == result.scale.id)
        begins, ends = reach(scale, result.rating.id)
        assert begins - LINE <= drawn.at <= ends + LINE, f"{drawn} on {scale}"
        own = next(band for band in drawn.ground if band[1] <= drawn.at <= band[2] and band[0] == drawn.marker)
        assert abs(own[1] - begins) < LINE
        assert abs(own[2] - ends) < LINE
        if share is None:
            assert abs(drawn.at - (begins + ends) / 2) < LINE, "a rating without a score stands in the middle"


def drawn_in(chart: ChartBlock) -> Iterator[Drawn]:
    """Read the markers of a chart of bands from its drawing."""
    if chart.form != "bands":
        return
    strips = re.findall(r'<svg[^>]*class="bar strip".*?</svg></svg>', writer().block(chart), re.DOTALL)
    names = [row.bar.name for group in chart.groups for row in group.rows if row.bar]
    for name, strip in zip(names, strips, strict=True):
        bands = re.findall(r'class="band (rank-\w+)" x="([\d.e-]+)%" width="([\d.e-]+)%"', strip)
        ((marker, at),) = re.findall(r'<svg class="(rank-[\w-]+)" x="([\d.e-]+)%"', strip)
        ground = [(band, float(x), float(x) + float(width)) for band, x, width in bands]
        yield Drawn(name.removeprefix("bar-"), float(at), marker, ground)


@cache
def writer() -> BlockWriter:
    environment = environment_of(ENGLISH, [templates_folder()], STANDARD, ())
    made = BlockWriter(environment)
    environment.filters |= made.filters
    return made


def reach(scale: Data, band: str) -> tuple[float, float]:
    """Return where a band of a scale begins and ends on a chart, worked out from the framework alone."""
    names = [each["id"] for each in scale["bands"]]
    place, size = names.index(band), len(names)
    if "lowest" in scale["bands"][0] and scale.get("of", PER_CENT) == PER_CENT:
        begins = [float(Fraction(str(each["lowest"]))) for each in scale["bands"]]
        return begins[place], begins[place - 1] if place else 100.0
    return 100 * (size - 1 - place) / size, 100 * (size - place) / size
