"""An editor completes a plan, recommendations among the rest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omi_report.lsp.completion import offers_at
from omi_report.lsp.live import LiveAreas
from tests.plans import PLAN
from tests.samples import WESTMARK


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("  - rec", ["recommendation", "actions"]),
        ("  - recommendation: ", ["reviews", "2"]),
        ("      - id: x\n        o", ["what", "owner", "due", "progress"]),
        ("      - id: x\n        progress:\n          - state: ", ["under-way", "finished", "dropped"]),
        ("      - id: x\n        what: {{ ", []),
    ],
)
def test_what_may_stand_there(tmp_path: Path, typed: str, offered: list[str]) -> None:
    area = Path(shutil.copytree(WESTMARK, tmp_path / "westmark"))
    (area / "plan.yaml").write_text(PLAN, encoding="utf-8")
    areas, text = LiveAreas(), PLAN + typed
    areas.put(area / "plan.yaml", text)
    view = areas.view(area / "plan.yaml")
    assert view is not None
    assert [each.label for each in offers_at(view, area / "plan.yaml", len(text))] == offered
