"""The reports that are looked at: every area in each stage, edition and theme."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path
from typing import NamedTuple

import yaml

from omi_report.document.build import build_document
from omi_report.render.html.page import Renderer
from omi_report.render.look import EDITIONS, THEMES, Edition, Look, Theme
from omi_report.render.pdf.layout import Pdf, render_pdf
from tests.invented.stress import made
from tests.samples import inspected

ROOT = Path(__file__).parents[2]
REAL = ("hampshire", "wessex", "saltmere", "tarnmouth")
MADE = ("stress", "empty", "single")
STAGES = ("draft", "final")
NOTICE = "This place is invented, and so are the people in it and all their figures. " * 4


class Cell(NamedTuple):
    """A report: an area in a stage, in an edition and a theme."""

    area: str
    stage: str
    edition: Edition
    theme: Theme

    @property
    def name(self) -> str:
        """What its files are called."""
        return "-".join((self.area, self.stage, self.edition, self.theme))

    def page(self, folder: Path) -> Renderer:
        """What renders it. The area is copied into the folder, or made there."""
        return Renderer(build_document(inspected(self._area(folder))), None, Look(self.edition, self.theme))

    def laid_out(self, folder: Path) -> Pdf:
        """Its PDF."""
        renderer = self.page(folder)
        return render_pdf(renderer.print_page(), tuple(renderer.folders))

    def _area(self, folder: Path) -> Path:
        path = folder / self.area
        if self.area in MADE:
            made(self.area, folder)
        else:
            shutil.copytree(ROOT / "areas" / self.area, path)
        identity = path / "area.yaml"
        said = yaml.load(identity.read_text(encoding="utf-8"), yaml.BaseLoader)
        said |= {"stage": self.stage}
        if self.stage == "draft":
            said.pop("published", None)
            said |= {"drafted": "2024-09-30", "draft": {"number": "12"}, "notice": NOTICE}
        else:
            said |= {"published": said.get("published", "2024-12")}
        identity.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return path


CELLS = tuple(Cell(*each) for each in product((*REAL, *MADE), STAGES, EDITIONS, THEMES))
SOME = (
    Cell("hampshire", "draft", "standard", "high-contrast"),
    Cell("wessex", "final", "standard", "standard"),
    Cell("saltmere", "draft", "standard", "high-contrast"),
    Cell("tarnmouth", "draft", "large-print", "standard"),
    Cell("stress", "draft", "standard", "standard"),
    Cell("stress", "final", "large-print", "high-contrast"),
    Cell("empty", "draft", "large-print", "standard"),
    Cell("empty", "final", "standard", "standard"),
    Cell("single", "final", "standard", "high-contrast"),
    Cell("single", "draft", "large-print", "standard"),
)
"""One or more of every area, stage, edition and theme."""
