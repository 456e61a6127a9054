"""The whole path from a folder to its report, one short function for each job. Prints nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.checks.codes import CODES, IGNORABLE
from omi_report.checks.publication.open_warnings import with_open_warnings
from omi_report.checks.registry import check_area
from omi_report.checks.select import Selection, narrowed
from omi_report.checks.settings import settings_for
from omi_report.checks.suppress import without_ignored
from omi_report.evidence.read import read_evidence
from omi_report.model.area import Area
from omi_report.model.load import Loaded, load_area
from omi_report.problems import Problem, Severity, has_errors, in_order
from omi_report.source.folder import SourceFile

if TYPE_CHECKING:
    from omi_report.outputs.look import Edition, Theme

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
    edition: Edition = "standard"
    theme: Theme = "standard"


def validate(path: Path, drafts: Mapping[str, str] | None = None) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none.

    ``drafts`` are texts to read in place of those of the files of their names.
    """
    loaded = load(path, drafts)
    problems = list(loaded.problems)
    complete = loaded.area is not None and not has_errors(problems)
    if loaded.area is not None:
        problems += check_area(loaded.area)
    problems = without_ignored(problems, loaded.files.values(), codes=CODES, ignorable=IGNORABLE, complete=complete)
    if loaded.area is not None:
        problems = with_open_warnings(loaded.area, problems)
    return Validated(loaded.area, in_order(problems), loaded.files)


def load(path: Path, drafts: Mapping[str, str] | None = None) -> Loaded:
    """Read the area in a folder with its evidence, unchecked. Raises NotAnAreaError where there is none."""
    loaded = load_area(path, drafts)
    if loaded.area is None or loaded.folder is None:
        return loaded
    evidence, problems = read_evidence(loaded.folder, path, loaded.area.framework)
    return replace(loaded, area=replace(loaded.area, evidence=evidence), problems=[*loaded.problems, *problems])


def _counted(validated: Validated, path: Path) -> Validated:
    """What was found, less what the settings hide; what a report cannot be compiled with is never hidden."""
    shown = narrowed(validated.problems, Selection(), settings_for(path))
    errors = (problem for problem in validated.problems if problem.severity is Severity.ERROR)
    hopeless = [problem for problem in errors if problem.code not in IGNORABLE]
    return replace(validated, problems=in_order([*shown, *hopeless]))


def build(path: Path, options: BuildOptions, progress: Progress = lambda stage: None) -> Built:
    """Compile the report of the area in a folder.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready. Raises
    NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    started = time.monotonic()
    progress("reading and checking")
    validated = _counted(validate(path), path)
    if validated.area is None or validated.has_errors:
        return Built(validated)
    # Imported here because validation, which runs before every commit, needs none of it.
    from omi_report.document.build import build_report
    from omi_report.outputs.files import write_atomically
    from omi_report.outputs.html import Renderer
    from omi_report.outputs.look import Look

    progress("compiling")
    look = Look(options.edition, options.theme)
    renderer = Renderer(build_report(validated.area), options.templates, look)
    target = options.output / validated.area.slug / look.file_name
    ready: list[tuple[Written, bytes]] = []
    if options.html:
        page = renderer.screen_page().encode()
        ready.append((Written(target.with_suffix(".html"), len(page)), page))
    if options.pdf:
        from omi_report.outputs.pdf import render_pdf

        progress("laying out pages")
        pdf = render_pdf(renderer.print_page(), tuple(renderer.folders))
        ready.append((Written(target.with_suffix(".pdf"), len(pdf.data), pdf.pages), pdf.data))
    for written, data in ready:
        write_atomically(written.path, data)
    return Built(validated, tuple(written for written, _data in ready), time.monotonic() - started)
