"""What is wrong with a sheet as a whole is one message, on whichever area: not one for each cell."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache

import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.evidence.read import read_evidence
from omi_report.model.framework import Framework
from omi_report.model.load import load_area
from omi_report.problems import Location, Problem
from omi_report.source.reading import Content
from tests.faults.checking import base_of
from tests.faults.operators.sheets import OPERATORS

AREAS = ("wessex", "saltmere", "tarnmouth")
"""The areas with evidence."""

WHOLE = (
    "title_above",
    "no_headings",
    "headings_again",
    "wordings_below",
    "columns_swapped",
    "columns_shifted",
    "cells_of_column_cut",
    "sorted_apart",
    "total_at_the_end",
    "not_applicable",
    "headings_as_dates",
    "ids_in_scientific_notation",
    "rows_with_semicolons",
    "merged_cells",
    "survey_in_the_place_of_another",
)
"""The operators that damage a sheet as a whole."""


@cache
def framework_of(area: str) -> Framework:
    loaded = load_area(base_of(area).snapshot, PART_KINDS).area
    assert loaded is not None
    return loaded.framework


def problems_with(area: str, name: str, seed: int) -> list[Problem] | None:
    """What is wrong with the evidence of an area once an operator has damaged it; None where nothing proves it."""
    base = base_of(area)
    _family, operator = OPERATORS.faults[name]
    fault = operator(base.material, random.Random(f"{area} {name} {seed}"))
    if fault is None or not fault.witness:
        return None
    contents = {**base.snapshot.files, **{file: Content(data) for file, data in fault.files.items()}}
    return read_evidence(replace(base.snapshot, files=contents), framework_of(area), Location("area.yaml", 1, 1))[1]


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_sheet_is_one_problem(name: str) -> None:
    seen = 0
    for area in AREAS:
        for seed in range(3):
            problems = problems_with(area, name, seed)
            if problems is not None:
                seen += 1
                # two words for nothing, such as «N/A» in questions of two scales, are two
                assert 1 <= len(problems) <= (2 if name == "not_applicable" else 1), (area, seed, problems[:3])
                assert all(problem.hint for problem in problems)
    assert seen


def test_there_are_such_operators() -> None:
    assert set(WHOLE) <= OPERATORS.faults.keys()
