"""Areas as the first edition of omi had them: migrated, they are built, and nothing that was published has changed.

``areas`` are copies that are never brought up to date. ``addresses`` are the ids of the reports that were made of them,
and ``results`` their scores and ratings.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from omi_report import api
from omi_report.problems import Severity
from omi_report.workspace.migrating import migrate_area, write_migrated

FOLDER = Path(__file__).parent
AREAS = ("hampshire", "wessex", "westmark")

_ID = re.compile(r'\sid="([^"]+)"')


@pytest.fixture(scope="module", params=AREAS)
def area(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of an area of the first edition, migrated."""
    copy = shutil.copytree(FOLDER / "areas" / request.param, tmp_path_factory.mktemp("areas") / request.param)
    migrated = migrate_area(copy)
    assert migrated.files.undecided == migrated.files.notes == []
    assert migrated.files.drafts
    write_migrated(migrated)
    if (copy / "framework.yaml").exists():
        # Its reports print small counts, which a framework of today has to say.
        with (copy / "framework.yaml").open("a", encoding="utf-8") as framework:
            framework.write("disclosure: {none: A scheme trains so few people that its reports count each of them.}\n")
    return Path(copy)


def test_all_three_are_there() -> None:
    assert sorted(path.name for path in (FOLDER / "areas").iterdir()) == list(AREAS)


FOUND_TODAY = {
    "hampshire": [*["OMI309"] * 5, "OMI521", "OMI521", *["OMI538"] * 8, "OMI615", "OMI707", "OMI711", "OMI711"],
    "wessex": [*["OMI538"] * 7, "OMI707", "OMI711", "OMI711"],
}
"""What rules of today find that the first edition did not have: abbreviations in tables, two articles, a person who is
named in public, that the glance could say more, and recommendations that go on with words that their framework no
longer has above them."""


def test_nothing_is_wrong_with_it_but_what_rules_of_today_find(area: Path) -> None:
    found = api.validate(area).problems
    assert sorted(each.code for each in found) == FOUND_TODAY.get(area.name, [])
    assert not any(each.severity is Severity.ERROR for each in found)


def test_every_address_of_its_report_is_still_there(area: Path, tmp_path: Path) -> None:
    built = api.build(area, tmp_path, pdf=False)
    page = built.written[0].path.read_text(encoding="utf-8")
    listed = (FOLDER / "addresses" / f"{area.name}.txt").read_text(encoding="utf-8").split()
    # Nobody is led to a pattern within a drawing, or to a caption: a table and a chart have addresses of their own.
    before = [each for each in listed if not each.endswith(("-fill", "-caption"))]
    assert len(before) > 40
    assert set(before) - set(_ID.findall(page)) == set()


def test_every_result_is_what_it_was(area: Path) -> None:
    recorded = json.loads((FOLDER / "results" / f"{area.name}.json").read_text(encoding="utf-8"))
    assert len(recorded) > 5
    assert [as_recorded(row) for row in api.score(area).to_rows()] == recorded


def as_recorded(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the scores with what was recorded of it."""
    rating = row.get("band") or row.get("grade")
    return {
        "kind": row["kind"],
        "number": row["number"],
        "score": row["fraction"],
        "rating": rating,
        "concluded": row.get("conclusion") or rating,
        "published": row.get("published"),
    }


def test_a_second_time_nothing_is_changed(area: Path) -> None:
    assert migrate_area(area).files.drafts == {}
