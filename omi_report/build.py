"""The whole path from a folder to its report, one short function for each job. Prints nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.evidence.read import is_evidence, read_evidence
from omi_report.model.area import Area
from omi_report.model.load import Loaded, load_area
from omi_report.problems import Problem, Severity, has_errors, in_order
from omi_report.resources import templates_folder
from omi_report.source.folder import SourceFile

if TYPE_CHECKING:
    from omi_report.render.look import Edition, Theme
    from omi_report.seal.manifest import Manifest
    from omi_report.seal.verification import Difference

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


Check = Callable[[Path], Validated]
"""Validates the area in a folder for a build."""


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


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is ready to be written: its files by name and their manifest; none where there are errors."""

    validated: Validated
    outputs: dict[str, bytes] = field(default_factory=dict)
    pages: int = 0
    manifest: Manifest | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying came to: how many files are sealed, and what differs."""

    files: int
    differences: list[Difference]


def validate(path: Path, drafts: Mapping[str, str] | None = None) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none.

    ``drafts`` are texts to read in place of those of the files of their names.
    """
    # The rules are many modules, and a build of an area that is known to be sound needs none of them.
    from omi_report.lint.codes import CODES, IGNORABLE
    from omi_report.lint.registry import check_area
    from omi_report.lint.rules.publication.open_warnings import with_open_warnings
    from omi_report.lint.suppress import without_ignored

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


def validate_to_build(path: Path) -> Validated:
    """Validate an area and keep what counts in a build. Raises as `build` does."""
    return counted(validate(path), path)


def counted(validated: Validated, path: Path) -> Validated:
    """What was found, less what the settings hide; what a report cannot be compiled with is never hidden.

    Raises SettingsError where the settings cannot be used.
    """
    from omi_report.lint.codes import IGNORABLE
    from omi_report.lint.select import Selection, narrowed
    from omi_report.lint.settings import settings_for

    shown = narrowed(validated.problems, Selection(), settings_for(path))
    errors = (problem for problem in validated.problems if problem.severity is Severity.ERROR)
    hopeless = [problem for problem in errors if problem.code not in IGNORABLE]
    return replace(validated, problems=in_order([*shown, *hopeless]))


def build(
    path: Path, options: BuildOptions, progress: Progress | None = None, check: Check = validate_to_build
) -> Built:
    """Compile the report of the area in a folder, and write it with its manifest.

    ``check`` validates the area; one that remembers what it found may be given in place of ours.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready. Raises
    NotAnAreaError where there is no area, SettingsError where its settings cannot be used.
    """
    from omi_report.render.dates import source_date_epoch

    started = time.monotonic()
    made = make(path, options, source_date_epoch(os.environ), progress, check)
    if made.manifest is None or made.validated.area is None:
        return Built(made.validated)
    from omi_report.files import write_atomically
    from omi_report.seal.manifest import manifest_name

    folder = options.output / made.validated.area.slug
    written = []
    for name, data in made.outputs.items():
        write_atomically(folder / name, data)
        written.append(Written(folder / name, len(data), made.pages if name.endswith(".pdf") else 0))
    # Last, so that a manifest never speaks of files that are not there yet.
    write_atomically(folder / manifest_name(made.manifest.look), made.manifest.as_json())
    return Built(made.validated, tuple(written), time.monotonic() - started)


def make(
    path: Path,
    options: BuildOptions,
    epoch: int | None,
    progress: Progress | None = None,
    check: Check = validate_to_build,
) -> Made:
    """Compile the report of the area in a folder, with its manifest, and write nothing.

    ``epoch`` is when it is to have been made, in seconds since 1970; None for the area's own dates.
    """
    # These and what follows are imported here because validation, which runs before every commit, needs none of it.
    from omi_report.errors import OutputError
    from omi_report.seal.manifest import input_digests

    progress = progress or (lambda _stage: None)
    progress("reading and checking")
    inputs = input_digests(path)
    validated = check(path)
    if validated.area is None or validated.has_errors:
        return Made(validated)
    from omi_report.document.build import build_report
    from omi_report.opendata.embedded import open_data
    from omi_report.render.html.page import Renderer
    from omi_report.render.look import Look

    progress("compiling")
    look, data = Look(options.edition, options.theme), open_data(validated.area)
    renderer = Renderer(build_report(validated.area), options.templates, look, data, epoch)
    outputs: dict[str, bytes] = {}
    pages = 0
    if options.html:
        outputs[f"{look.file_name}.html"] = renderer.screen_page().encode()
    if options.pdf:
        from omi_report.render.pdf.layout import render_pdf

        progress("laying out pages")
        pdf = render_pdf(renderer.print_page(), tuple(renderer.folders), data.files)
        outputs[f"{look.file_name}.pdf"], pages = pdf.data, pdf.pages
    if input_digests(path) != inputs:
        raise OutputError(f"a file of {path} was changed while the report was made of it: build it again")
    return Made(validated, outputs, pages, _sealed(validated, inputs, outputs, options, epoch))


def _sealed(
    validated: Validated, inputs: dict[str, str], outputs: dict[str, bytes], options: BuildOptions, epoch: int | None
) -> Manifest:
    """The manifest of a report. Of the area's files those are inputs that were read."""
    from omi_report.seal.manifest import Manifest, framework_file, output_of, template_digests
    from omi_report.seal.versions import versions

    area = validated.area
    assert area is not None
    return Manifest(
        area=area.identity.area,
        edition=options.edition,
        theme=options.theme,
        epoch=epoch,
        framework=framework_file(area, inputs),
        versions=versions(pdf=options.pdf),
        inputs={name: value for name, value in inputs.items() if name in validated.files or is_evidence(name)},
        templates=template_digests(templates_folder()),
        own_templates=template_digests(options.templates) if options.templates else {},
        outputs={name: output_of(data) for name, data in outputs.items()},
    )


def verify(
    folder: Path, area: Path | None = None, templates: Path | None = None, progress: Progress | None = None
) -> Verified:
    """Hold a folder of reports against its manifests and, given the area, against the same reports built again.

    Raises ManifestError where there is no manifest, NotAnAreaError and SettingsError as `build`.
    """
    from omi_report.seal.manifest import read_manifests
    from omi_report.seal.verification import against_seal

    manifests = read_manifests(folder)
    found = list(against_seal(folder, manifests))
    if area is not None:
        for manifest in manifests.values():
            found += _rebuilt(folder, manifest, area, templates, progress)
    return Verified(sum(len(each.outputs) for each in manifests.values()), list(dict.fromkeys(found)))


def _rebuilt(
    folder: Path, sealed: Manifest, area: Path, templates: Path | None, progress: Progress | None
) -> Iterator[Difference]:
    """What differs when the report of a manifest is built again from an area."""
    from omi_report.seal.manifest import input_digests
    from omi_report.seal.verification import Difference, against_rebuilt, against_sources, inputs_changed

    html, pdf = (any(name.endswith(end) for name in sealed.outputs) for end in (".html", ".pdf"))
    options = BuildOptions(html, pdf, templates=templates, edition=sealed.edition, theme=sealed.theme)
    made = make(area, options, sealed.epoch, progress)
    if made.manifest is None:
        yield from inputs_changed(sealed, input_digests(area))
        yield Difference(str(area), "has errors and cannot be built again: omi validate shows them")
        return
    sources = list(against_sources(sealed, made.manifest))
    outputs = list(against_rebuilt(folder, sealed, made.outputs))
    yield from sources
    yield from outputs
    if made.manifest.outputs != sealed.outputs and not sources:
        how = "and its manifest were changed together, or the program was: no input, template or version differs"
        yield Difference("the report", how)
