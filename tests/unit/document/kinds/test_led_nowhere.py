"""Without the sections, and the parts that say that they lead there, every link of a report leads somewhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from omi_report.build import validate
from omi_report.document.build import build_document
from omi_report.document.kinds import PART_KINDS
from omi_report.render.html.page import Renderer
from tests.rules.runner import GOLDEN_AREA

ROLES = re.compile(r"\{\w+\}`[^`]*`")


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """The golden area with such parts and such texts alone as do not lead to criteria."""
    area = Path(shutil.copytree(GOLDEN_AREA, tmp_path / "area"))
    for file in area.rglob("*.yaml"):
        file.write_text(ROLES.sub("it", file.read_text()))
    framework = area / "framework.yaml"
    head, _, _ = framework.read_text().partition("\nparts:\n")
    parts = [
        part
        for part in yaml.load(framework.read_text(), Loader=yaml.BaseLoader)["parts"]
        if not PART_KINDS[part["kind"]].leads_to_criteria and not PART_KINDS[part["kind"]].holds_criteria
    ]
    rest = {"disclosure": {"none": "The tests count each of a few people."}, "parts": parts}
    framework.write_text(f"{head}\n{yaml.safe_dump(rest, allow_unicode=True)}")
    return area


def test_every_link_leads_somewhere(area: Path) -> None:
    validated = validate(area)
    assert validated.sound is not None, validated.problems
    page = Renderer(build_document(validated.sound)).screen_page()
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets - ids == set()
    assert not [each for each in ids if each.startswith(("criterion-", "section-"))]
