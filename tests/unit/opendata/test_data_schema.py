"""What `omi export` writes as JSON is what its schema says, and the schema lets nothing else pass."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from omi_report.document.kinds import PART_KINDS
from omi_report.opendata.data_schema import data_schema
from omi_report.opendata.formats import file_of
from omi_report.opendata.publication import AreaData, area_data
from tests.samples import inspected, inspection_of, random_cases, westmark_framework, westmark_with, with_minimum

AREAS = Path(__file__).parents[3] / "areas"
SCHEMA = jsonschema.Draft202012Validator(data_schema(PART_KINDS))


@pytest.fixture(scope="module")
def areas(tmp_path_factory: pytest.TempPathFactory) -> list[AreaData]:
    """All areas that come with omi, and one whose framework hides small counts."""
    cases = random_cases(westmark_framework(), 40, random.Random(7))
    hiding = with_minimum(inspection_of(inspected(westmark_with(cases, tmp_path_factory.mktemp("areas"))).area))
    return [*(area_data(inspected(path)) for path in sorted(AREAS.iterdir())), area_data(hiding)]


def written(areas: list[AreaData]) -> Any:
    return json.loads(file_of(areas, "json"))


def test_each_area_and_all_of_them_are_as_the_schema_says(areas: list[AreaData]) -> None:
    for each in areas:
        SCHEMA.validate(written([each]))
    SCHEMA.validate(written(areas))


def test_every_wrong_value_is_found(areas: list[AreaData]) -> None:
    tables = [name for name, value in written(areas[-1:]).items() if isinstance(value, list) and value]
    assert len(tables) > 5
    for table in tables:
        for column in data_schema(PART_KINDS)["$defs"][table]["properties"]:
            data = written(areas[-1:])
            data[table][0][column] = {"x": 1}
            assert not SCHEMA.is_valid(data), (table, column)
        data = written(areas[-1:])
        del data[table]
        assert SCHEMA.is_valid(data) == (table == "attributes"), table
