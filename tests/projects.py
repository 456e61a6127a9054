"""Projects made for the tests: areas like Westmark that go by one framework of the project's folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.changes import change
from tests.samples import WESTMARK

NAME = "training-checks"
"""What the framework of Westmark calls itself, and so the name of its file in a project."""


PARTS = (
    "  - {kind: mixed, id: performance, heading: Measures, appendix: yes}\n",
    "  - {kind: mixed, id: context, heading: The scheme in figures, appendix: yes}\n",
)
"""Its parts whose files the framework names. The project goes without: of a broken framework they are nobody's."""

SCALE = """\
  - id: performance-grades
    name: Grade
    bands:
      - {id: ahead, name: Ahead}
      - {id: on-course, name: On course}
      - {id: behind, name: Behind}
"""
"""The scale of the tables in them."""


def project_in(parent: Path, *areas: str) -> Path:
    """Make a project in which each area is Westmark, and the framework lies in the folder ``frameworks``."""
    project = parent / "project"
    (project / ".git").mkdir(parents=True)
    (project / "omi.toml").write_text('frameworks = "frameworks"\n', encoding="utf-8")
    (project / "frameworks").mkdir()
    shutil.copy(WESTMARK / "framework.yaml", framework_of(project))
    for text in (*PARTS, SCALE, "        shows: [performance-summary]\n"):
        change(framework_of(project), text, "")
    for name in areas:
        area = Path(shutil.copytree(WESTMARK, project / "areas" / name))
        for file in ("framework.yaml", "performance.yaml", "context.yaml"):
            (area / file).unlink()
        change(area / "area.yaml", "framework: framework.yaml", f"framework: {NAME}")
    return project


def framework_of(project: Path) -> Path:
    """Return the file of the framework of a project."""
    return project / "frameworks" / f"{NAME}.yaml"
