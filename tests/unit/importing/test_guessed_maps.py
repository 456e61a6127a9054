"""A map is proposed for exports in any layout, and by it they become the sheets that they were made of."""

from __future__ import annotations

import random

import pytest

from omi_report.importing.sheets.guess.guesses import guess_sheets
from tests.export_layouts import CasesSheet, Layout, cases_of, export_of, imported_by_guess


@pytest.fixture(scope="module")
def tarnmouth() -> CasesSheet:
    return cases_of("tarnmouth")


@pytest.fixture(scope="module")
def wessex() -> CasesSheet:
    return cases_of("wessex")


def expect_round_trip(evidence: CasesSheet, seed: int) -> None:
    random_ = random.Random(seed)
    layout = Layout.at_random(random_)
    grids = export_of(evidence, layout, random_).grids()
    found = imported_by_guess(grids, evidence.framework)
    assert not found.causes, (layout, [cause.line for cause in found.causes])
    assert found.files["evidence/cases.csv"] == evidence.text, layout
    for sheet in guess_sheets(grids, evidence.framework).sheets:
        assert not sheet.unsure, (layout, sheet.unsure[:3])


@pytest.mark.parametrize("seed", range(20))
def test_an_export_in_any_layout_comes_back(tarnmouth: CasesSheet, seed: int) -> None:
    expect_round_trip(tarnmouth, seed)


@pytest.mark.parametrize("seed", range(100, 103))
def test_an_export_of_a_large_framework_comes_back(wessex: CasesSheet, seed: int) -> None:
    expect_round_trip(wessex, seed)
