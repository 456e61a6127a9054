"""The one path from a folder to its report: inspect, lint, document, render, seal. Prints nothing.

Each stage is a short function that is handed what the stage before it returned.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.build_options import BuildOptions, Written
from omi_report.document.kinds import PART_KINDS
from omi_report.errors import OutputError, PdfError
from omi_report.inspection import Inspection, Unreadable, inspect, shown_texts
from omi_report.model.area import Area
from omi_report.policy import Plugins, Policy
from omi_report.problems import Problem, capped, has_errors, in_order
from omi_report.resources import templates_folder
from omi_report.source.folder import SourceFile
from omi_report.source.places import expect_outside_of_areas
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.document.tree import Document, Meta
    from omi_report.lint.clean_texts import CleanTexts
    from omi_report.opendata.embedded import OpenData
    from omi_report.render.html.checks.fault import TemplateFault
    from omi_report.render.look import Look
    from omi_report.render.pdf.checks.fault import LayoutFault
    from omi_report.render.pdf.layout import Pdf
    from omi_report.render.pdf.page_marks import PageMarks
    from omi_report.render.renderer import Artifact
    from omi_report.seal.key import Key
    from omi_report.seal.manifest import Manifest
    from omi_report.seal.verification import Difference

Progress = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class Validated:
    """An area with the problems that count, in order: those that neither a comment nor a setting hides."""

    inspection: Inspection | Unreadable
    problems: list[Problem]

    @property
    def area(self) -> Area | None:
        """The area, where one could be made of its files."""
        return self.inspection.area if isinstance(self.inspection, Inspection) else None

    @property
    def files(self) -> dict[str, SourceFile]:
        """The files that problems may stand in."""
        return self.inspection.files

    @property
    def texts(self) -> dict[str, str]:
        """The texts in which the problems can be shown, as ``shown_texts``."""
        return shown_texts(self.inspection, self.problems)

    @property
    def sound(self) -> Inspection | None:
        """The inspection, if a report can be made of it; None where something stops a build."""
        if has_errors(self.problems) or not isinstance(self.inspection, Inspection):
            return None
        return self.inspection

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops a build."""
        return self.sound is None

    def to_rows(self) -> list[dict[str, str | int | bool]]:
        """Return the problems as rows of a table."""
        return [problem.to_row() for problem in self.problems]


Check = Callable[[Inspection | Unreadable], Validated]
"""Finds what is wrong in an area that has been inspected."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: files written, or the problems that stopped it.

    ``layout`` is what went wrong on the pages of the PDF, ``templates`` what is wrong with the template folder, and
    ``beside`` what lies in the folder and does not belong to the report: files of another look that are of another
    stage or of other files of the area. None stops a build.
    """

    validated: Validated
    written: tuple[Written, ...] = ()
    seconds: float = 0.0
    layout: tuple[LayoutFault, ...] = ()
    templates: tuple[TemplateFault, ...] = ()
    beside: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is ready to be written: its files by name, and their manifest.

    ``layout`` is what went wrong on the pages of the PDF, ``templates`` what is wrong with the template folder.
    """

    outputs: dict[str, bytes]
    pages: int
    manifest: Manifest
    facts: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    layout: tuple[LayoutFault, ...] = ()
    templates: tuple[TemplateFault, ...] = ()


def validate(path: Path, policy: Policy | None = None) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none."""
    return lint(inspect(Snapshot.of(path), policy or Policy(kinds=PART_KINDS)))


def lint(inspected: Inspection | Unreadable, clean: CleanTexts | None = None) -> Validated:
    """Find what is wrong in an area, without what its comments and the policy's settings hide.

    ``clean`` is what is known of its texts from an earlier check, and saves work: see `omi_report.lint.engine.check`.
    """
    # The rules are many modules, and a build of an area that is known to be sound needs none of them.
    from omi_report.lint.codes import codes, ignorable
    from omi_report.lint.registry import check_area
    from omi_report.lint.rules.publication.open_warnings import with_open_warnings
    from omi_report.lint.select import narrowed
    from omi_report.lint.suppress import without_ignored

    policy, plugins = inspected.policy, inspected.policy.plugins
    found = list(inspected.problems)
    area = inspected.area if isinstance(inspected, Inspection) else None
    complete = area is not None and not has_errors(found)
    if isinstance(inspected, Inspection):
        found += check_area(inspected, clean)
    known, ignored = codes(plugins), ignorable(plugins)
    found = without_ignored(found, inspected.files.values(), codes=known, ignorable=ignored, complete=complete)
    if area is not None:
        found = with_open_warnings(area, found)
    found = narrowed(found, policy)
    if inspected.of_project:
        from omi_report.lint.framework import problems_of

        found += narrowed(problems_of(inspected.of_project, policy), policy)
    return Validated(inspected, capped(in_order(found)))


def build(
    snapshot: Snapshot,
    policy: Policy,
    options: BuildOptions,
    progress: Progress | None = None,
    check: Check = lint,
) -> Built:
    """Compile the report of an area, and write it with its manifest.

    ``check`` finds what is wrong. A caller may give one that remembers what it found.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready, and all together. What a build that
    was killed has begun is finished first. Raises OutputError where they cannot be, or would lie among the files of an
    area, or where a file of the area has changed since it was read, and SettingsError where the key for the evidence
    cannot be used.
    """
    from omi_report.render.dates import source_date_epoch
    from omi_report.seal.beside import left_beside
    from omi_report.seal.key import seal_key
    from omi_report.seal.manifest import manifest_name
    from omi_report.together import settle

    started = time.monotonic()
    progress = progress or _silent
    epoch = source_date_epoch(os.environ)
    key = seal_key(snapshot.folder, policy.seal_key, os.environ, policy.seal_place)
    folder = options.output / snapshot.slug
    expect_outside_of_areas(folder / options.look.file_name)
    settle(folder)
    progress("reading and checking")
    validated = check(inspect(snapshot, policy))
    if validated.sound is None:
        return Built(validated)
    made = make(validated.sound, options, epoch, progress, key)
    expect_unchanged(snapshot)
    written = _write(made, folder)
    beside = left_beside(folder, manifest_name(options.look))
    return Built(validated, written, time.monotonic() - started, made.layout, made.templates, beside)


def make(
    inspection: Inspection,
    options: BuildOptions,
    epoch: int | None,
    progress: Progress | None = None,
    key: Key | None = None,
) -> Made:
    """Compile the report of an area in which nothing is wrong, with its manifest, and write nothing.

    ``epoch`` is the time that the files are dated with, in seconds since 1970; None takes the area's own dates.
    ``key`` seals the evidence; without one the manifest has the names of its files alone.
    """
    # This and what follows is imported here because validation, which runs before every commit, needs none of it.
    from omi_report.document.build import build_document
    from omi_report.opendata.embedded import open_data

    progress = progress or _silent
    progress("compiling")
    document = build_document(inspection)
    outputs: dict[str, bytes] = {}
    pdf: Pdf | None = None
    faults: tuple[TemplateFault, ...] = ()
    if options.json:
        outputs |= _render_data(document, options)
    facts: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in options.renderers:
        artifact = _render_by(name, document, inspection.policy.plugins, options)
        outputs[artifact.name], facts[artifact.name] = artifact.data, tuple(artifact.facts.items())
    if options.html or options.pdf:
        more, pdf, faults = _render_pages(document, open_data(inspection), options, epoch, progress)
        outputs |= more
    manifest = _seal(inspection, outputs, options, epoch, key)
    return Made(outputs, pdf.pages if pdf else 0, manifest, facts, pdf.faults if pdf else (), faults)


def _render_data(document: Document, options: BuildOptions) -> dict[str, bytes]:
    """The report for programs, by its file's name."""
    from omi_report.document.json_form import document_json

    return {f"{options.look.file_name}.json": document_json(document).encode()}


def _render_by(name: str, document: Document, plugins: Plugins, options: BuildOptions) -> Artifact:
    """What a renderer of a plug-in makes of a report."""
    from omi_report.errors import PluginError
    from omi_report.render.renderer import plugged_renderer
    from omi_report.seal.manifest import is_output_name

    look = options.look
    render = plugged_renderer(name, plugins)
    try:
        artifact = render(document, look)
    except Exception as error:
        raise PluginError(f"the renderer «{name}» fails: {type(error).__name__}: {error}") from error
    taken = [f"{look.file_name}.{ending}" for ending in ("html", "pdf", "json")]
    if not is_output_name(artifact.name) or artifact.name in taken:
        expected = "small letters, figures and hyphens, a point and an ending, and none of the report's own names"
        raise PluginError(f"the renderer «{name}» calls its file «{artifact.name}»: {expected}")
    return artifact


def _render_pages(
    document: Document, figures: OpenData, options: BuildOptions, epoch: int | None, progress: Progress
) -> tuple[dict[str, bytes], Pdf | None, tuple[TemplateFault, ...]]:
    """The report for people: its files by their names, what is known of its PDF, and of the template folder."""
    from omi_report.render.html.page import Renderer
    from omi_report.render.html.written import written

    look = options.look
    beside = f"{look.file_name}.pdf" if options.pdf else ""
    renderer = Renderer(document, options.templates, look, figures, epoch, beside)
    outputs: dict[str, bytes] = {}
    if options.html:
        outputs[f"{look.file_name}.html"] = written(renderer.screen_page()).encode()
    if not options.pdf:
        return outputs, None, tuple(renderer.warnings)
    from omi_report.render.html.own_complaints import in_terms_of_files
    from omi_report.render.pdf.layout import render_pdf

    progress("laying out pages")
    page = renderer.print_page()
    try:
        marks = _marks_of(document.meta, look)
        pdf = render_pdf(page, tuple(renderer.folders), figures.files, marks, remember=options.cache)
    except PdfError as error:
        if options.templates is None:
            raise
        said = [in_terms_of_files(each, options.templates) for each in error.complaints or (str(error),)]
        raise PdfError.of(said) from error
    outputs[f"{look.file_name}.pdf"] = pdf.data
    return outputs, pdf, tuple(renderer.warnings)


def _marks_of(meta: Meta, look: Look) -> PageMarks | None:
    """What a draft shows on its printed pages in a look, or None."""
    from omi_report.render.pdf.page_marks import PageMarks

    if not meta.marks:
        return None
    word = meta.draft if "watermark" in meta.marks else ""
    return PageMarks(word, "line-numbers" in meta.marks, look.number_size, look.theme == "high-contrast")


def _seal(
    inspection: Inspection, outputs: dict[str, bytes], options: BuildOptions, epoch: int | None, key: Key | None
) -> Manifest:
    """The manifest of a report's files."""
    from omi_report.seal.evidence import evidence_seal
    from omi_report.seal.manifest import Manifest, framework_file, input_digests, output_of, template_digests
    from omi_report.seal.versions import versions

    identity = inspection.area.identity
    return Manifest(
        area=identity.area,
        stage=identity.stage,
        draft=identity.draft.number if identity.stage == "draft" else None,
        edition=options.edition,
        theme=options.theme,
        epoch=epoch,
        framework=framework_file(inspection),
        versions=versions(inspection.policy.plugins, pdf=options.pdf),
        inputs=input_digests(inspection.snapshot, {*inspection.files, *inspection.area.pictures}),
        evidence=evidence_seal(inspection.snapshot, key),
        templates=template_digests(templates_folder()),
        own_templates=template_digests(options.templates) if options.templates else {},
        outputs={name: output_of(data) for name, data in outputs.items()},
        renderers=options.renderers,
    )


def expect_unchanged(snapshot: Snapshot) -> None:
    """Raise OutputError if a file of the area, or its framework, has changed since it was read."""
    changed = [*map(snapshot.shown_path, snapshot.changed()), *snapshot.frameworks.changed()]
    if changed:
        names = ", ".join(changed[:3])
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        raise OutputError(f"{names}{more} was changed while the report was made of it: build it again")


def _write(made: Made, folder: Path) -> tuple[Written, ...]:
    from omi_report.seal.manifest import manifest_name
    from omi_report.together import write_together

    # Drafts are confidential: nobody may read more of a report than the umask lets him.
    write_together(folder, made.outputs | {manifest_name(made.manifest.look): made.manifest.as_json()}, narrow=True)
    sealed = made.manifest.outputs
    return tuple(
        Written(
            folder / name,
            len(data),
            made.pages if name.endswith(".pdf") else 0,
            made.facts.get(name, ()),
            sealed[name].sha256,
        )
        for name, data in made.outputs.items()
    )


def _silent(_stage: str) -> None:
    """Tell nobody."""
