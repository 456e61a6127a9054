"""The files of a new area under a framework of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from omi_report.document.kinds import PART_KINDS
from omi_report.model.load import load_area
from omi_report.model.shipped import load_framework
from omi_report.scaffold.area import scaffold
from omi_report.source.snapshot import Snapshot
from tests.conftest import SMALL_AREA, write_files
from tests.own_findings import with_own_findings
from tests.samples import inspected


@pytest.fixture
def files(small_area: Path) -> dict[str, str]:
    framework = inspected(with_own_findings(small_area)).framework
    return scaffold(framework, PART_KINDS, "Southfold", "2024-05")


def test_there_is_a_file_for_each_part_that_has_one_and_for_each_criterion(files: dict[str, str]) -> None:
    named = [name for name in files if name.endswith(".yaml")]
    assert named == [name for name in SMALL_AREA if name != "framework.yaml"]


def test_a_criterion_has_the_lists_of_the_framework(files: dict[str, str]) -> None:
    written = yaml.safe_load(files["criteria/1.1.yaml"])
    assert {key: value for key, value in written.items() if key != "criterion"} == {
        "credits": [{"text": "TODO: the first credit. Its letter, (a), comes by itself.\n"}],
        "concerns": [{"text": "TODO: the first cause for concern. Its letter, (a), comes by itself.\n"}],
        "lapses": [{"text": "TODO: the first lapse. Its letter, (a), comes by itself.\n"}],
    }


def test_the_schema_of_a_criterion_has_them_as_well(files: dict[str, str]) -> None:
    properties = json.loads(files[".schema/criterion.json"])["properties"]
    assert [name for name in properties if name not in SCALARS] == ["credits", "concerns", "lapses"]
    assert properties["concerns"]["description"].startswith("causes for concern, ")


SCALARS = {"criterion", "score", "rating", "rating_reason", "key_questions", "percentages"}


def test_what_is_written_can_be_read(files: dict[str, str], small_area: Path, tmp_path: Path) -> None:
    own = {"framework.yaml": (small_area / "framework.yaml").read_text()}
    folder = write_files(tmp_path / "southfold", files | own)
    identity = folder / "area.yaml"
    identity.write_text(identity.read_text().replace("framework: small", "framework: framework.yaml"))
    loaded = load_area(Snapshot.of(folder), PART_KINDS)
    assert loaded.problems == []
    assert loaded.area is not None
    assert list(loaded.area.criteria) == ["1.1", "1.10", "2.1"]


@pytest.mark.parametrize(
    ("inspected", "drafted", "published"),
    [("2024-05", "2024-07", "2024-09"), ("2024-10", "2024-12", "2025-02"), ("2024-11-05", "2025-01", "2025-03")],
)
def test_the_dates_to_fill_in_follow_that_of_the_inspection(inspected: str, drafted: str, published: str) -> None:
    text = scaffold(load_framework("omi-2006", PART_KINDS), PART_KINDS, "Southfold", inspected)["area.yaml"]
    assert f"# drafted: {drafted} " in text
    assert f"# published: {published} " in text
    assert f"or the day: {published}-15\n" in text
