"""The whole path from a folder to its report, one short function for each job. Prints nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from omi_report.checks.registry import check_area
from omi_report.model.area import Area
from omi_report.model.load import Loaded, load_area
from omi_report.problems import Problem, has_errors, in_order
from omi_report.scoring.results import Scores
from omi_report.source.folder import SourceFile

Progress = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class Validated:
    """What validation found: problems in order, and the files that they stand in."""

    area: Area | None
    problems: list[Problem]
    files: dict[str, SourceFile]

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops a build."""
        return self.area is None or has_errors(self.problems)


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: Path
    size: int
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: files written, or the problems that stopped it."""

    validated: Validated
    written: tuple[Written, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build and where to."""

    html: bool = True
    pdf: bool = True
    output: Path = field(default_factory=lambda: Path("build"))
    templates: Path | None = None


def validate(path: Path) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none."""
    loaded: Loaded = load_area(path)
    problems = list(loaded.problems)
    if loaded.area is not None:
        problems += check_area(loaded.area)
    return Validated(loaded.area, in_order(problems), loaded.files)


def score(area: Area) -> Scores:
    """Score an area."""
    from omi_report.scoring.score import score_area

    return score_area(area)


def build(path: Path, options: BuildOptions, progress: Progress = lambda stage: None) -> Built:
    """Compile the report of the area in a folder.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready.
    """
    started = time.monotonic()
    progress("reading and checking")
    validated = validate(path)
    if validated.area is None or validated.has_errors:
        return Built(validated)
    # Imported here because validation, which runs before every commit, needs none of it.
    from omi_report.document.build import build_report
    from omi_report.outputs.files import write_atomically
    from omi_report.outputs.html import Renderer

    progress("compiling")
    renderer = Renderer(build_report(validated.area), options.templates)
    folder = options.output / validated.area.slug
    ready: list[tuple[Written, bytes]] = []
    if options.html:
        page = renderer.screen_page().encode()
        ready.append((Written(folder / "report.html", len(page)), page))
    if options.pdf:
        from omi_report.outputs.pdf import render_pdf

        progress("laying out pages")
        pdf = render_pdf(renderer.print_page(), tuple(renderer.folders))
        ready.append((Written(folder / "report.pdf", len(pdf.data), pdf.pages), pdf.data))
    for written, data in ready:
        write_atomically(written.path, data)
    return Built(validated, tuple(written for written, _data in ready), time.monotonic() - started)
