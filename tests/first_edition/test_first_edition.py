"""Areas as the first edition of omi had them: they are read and built as they are, and every address still leads there.

``areas`` are copies that are never brought up to date; ``addresses`` are the ids of the reports that were made of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from omi_report import api

FOLDER = Path(__file__).parent
AREAS = sorted(path for path in (FOLDER / "areas").iterdir() if path.is_dir())

_ID = re.compile(r'\sid="([^"]+)"')


def name_of(path: Path) -> str:
    return path.name


def test_all_three_are_there() -> None:
    assert [path.name for path in AREAS] == ["hampshire", "wessex", "westmark"]


@pytest.mark.parametrize("area", AREAS, ids=name_of)
def test_nothing_is_wrong_with_an_area_as_it_was(area: Path) -> None:
    found = [f"{each.location}: {each.code} {each.message}" for each in api.validate(area).problems]
    assert found == []


@pytest.mark.parametrize("area", AREAS, ids=name_of)
def test_every_address_of_its_report_is_still_there(area: Path, tmp_path: Path) -> None:
    built = api.build(area, tmp_path, pdf=False)
    page = built.written[0].path.read_text(encoding="utf-8")
    before = (FOLDER / "addresses" / f"{area.name}.txt").read_text(encoding="utf-8").split()
    assert len(before) > 50
    assert set(before) - set(_ID.findall(page)) == set()
