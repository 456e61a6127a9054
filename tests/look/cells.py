"""The reports that are looked at: every area in each stage, edition and theme."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path
from typing import NamedTuple

import yaml

from omi_report.build_options import BuildOptions
from omi_report.making import make
from omi_report.render.look import EDITIONS, THEMES, Edition, Theme
from omi_report.render.pdf.finished import Pdf
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

    def laid_out(self, folder: Path) -> Pdf:
        """Its PDF, as `omi build` makes it. The area is copied into the folder, or made there."""
        options = BuildOptions(html=False, edition=self.edition, theme=self.theme)
        made = make(inspected(self._area(folder)), options, None)
        return Pdf(made.outputs[f"{options.look.file_name}.pdf"], made.pages, made.layout)

    def page(self, folder: Path) -> str:
        """Its page for the screen."""
        options = BuildOptions(pdf=False, edition=self.edition, theme=self.theme)
        made = make(inspected(self._area(folder)), options, None)
        return made.outputs[f"{options.look.file_name}.html"].decode()

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
