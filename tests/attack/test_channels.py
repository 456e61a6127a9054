"""Nothing that is published tells two areas apart that differ in hidden counts alone.

`test_attack` reads some of a report and reckons. Here nothing is read: everything that is published of the one area
must be the same to the bit as of the other, so there is nothing to reckon with, wherever it stands and whatever is done
with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from omi_report.build import validate
from omi_report.build_options import BuildOptions
from omi_report.cli.export import ENDINGS
from omi_report.disclosure.hidden import hidden_in
from omi_report.inspection import Inspection
from omi_report.making import make as make_report
from omi_report.opendata.formats import file_of
from omi_report.opendata.publication import area_data
from tests.attack.random_reports import Made, make, write
from tests.attack.reading import read_page
from tests.attack.test_attack import Attacker, given_away_in, hidden_numbers, published
from tests.attack.twins import twins

SEEDS = (1, 3, 6, 8, 16, 21)
"""Areas of which there are others that hide the same."""

TWINS = 2
"""With how many others each is compared."""


def everything(inspection: Inspection, *, pdf: bool) -> dict[str, bytes]:
    """All that is published of an area, by the names of files; its evidence is sealed without a key."""
    report = make_report(inspection, BuildOptions(pdf=pdf, json=True), 0)
    data = area_data(inspection)
    return (
        report.outputs
        | {"manifest.json": report.manifest.as_json()}
        | {f"export.{form}": file_of([data], form) for form in ENDINGS}
        | {f"side-by-side.{form}": file_of([data, data], form) for form in ENDINGS}
    )


def others(folder: Path, made: Made, inspection: Inspection, page: bytes, refused: set[str]) -> Iterator[Inspection]:
    """Areas that differ in a hidden count each, and hide the same.

    What is hidden besides small counts is chosen by how large it is, so another area may hide other figures, and say
    other things.
    """
    read = read_page(page.decode())
    said = {figure.full_name for figure in made.figures} - refused
    for wanted in hidden_numbers(made, read.data, given_away_in(inspection)):
        for other in twins(made, Attacker(made, read, {}), wanted):
            assert wanted.size(other) != wanted.size(made)
            twin = validate(write(folder, other, said)).sound
            if twin is not None and hidden_in(twin) == hidden_in(inspection):
                yield twin
                break


def expect_the_same(other: Inspection, own: dict[str, bytes], *, pdf: bool = False) -> None:
    for name, data in everything(other, pdf=pdf).items():
        assert data == own[name], name


@pytest.mark.parametrize("seed", SEEDS)
def test_areas_that_differ_in_what_is_hidden_publish_the_same(seed: int, tmp_path: Path) -> None:
    made, has_pdf = make(Random(f"attack {seed}")), seed == SEEDS[1]
    inspection, _report, refused = published(tmp_path, made)
    own, number = everything(inspection, pdf=has_pdf), 0
    for number, other in enumerate(others(tmp_path, made, inspection, own["report.html"], refused), start=1):
        expect_the_same(other, own, pdf=has_pdf)
        if number == TWINS:
            break
    assert number
