"""The one path from a folder to its report: inspect, lint, document, render, seal. Prints nothing.

Each stage is a short function that is handed what the stage before it returned.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.document.kinds import PART_KINDS
from omi_report.errors import OutputError
from omi_report.inspection import Inspection, Unreadable, inspect
from omi_report.model.area import Area
from omi_report.policy import Policy
from omi_report.problems import Problem, has_errors, in_order
from omi_report.resources import templates_folder
from omi_report.source.folder import SourceFile
from omi_report.source.places import slug_of
from omi_report.source.snapshot import Snapshot

if TYPE_CHECKING:
    from omi_report.render.look import Edition, Theme
    from omi_report.seal.manifest import Manifest
    from omi_report.seal.verification import Difference

Progress = Callable[[str], None]
"""Is told the name of each stage as it begins."""


@dataclass(frozen=True, slots=True)
class Validated:
    """An area with the problems that count: those that comments and settings let through, in order."""

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
    def sound(self) -> Inspection | None:
        """What a report can be made of; None where something stops a build."""
        if has_errors(self.problems) or not isinstance(self.inspection, Inspection):
            return None
        return self.inspection

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops a build."""
        return self.sound is None


Check = Callable[[Inspection | Unreadable], Validated]
"""Finds what is wrong in an area that has been inspected."""


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
    json: bool = False
    output: Path = field(default_factory=lambda: Path("build"))
    templates: Path | None = None
    edition: Edition = "standard"
    theme: Theme = "standard"


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is ready to be written: its files by name, and their manifest."""

    outputs: dict[str, bytes]
    pages: int
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying came to: how many files are sealed, and what differs."""

    files: int
    differences: list[Difference]


def validate(path: Path, policy: Policy | None = None) -> Validated:
    """Read and check the area in a folder. Raises NotAnAreaError where there is none."""
    return lint(inspect(Snapshot.of(path), policy or Policy(kinds=PART_KINDS)))


def lint(inspected: Inspection | Unreadable) -> Validated:
    """Find what is wrong in an area, less what its comments and the policy's settings hide."""
    # The rules are many modules, and a build of an area that is known to be sound needs none of them.
    from omi_report.lint.codes import CODES, IGNORABLE
    from omi_report.lint.registry import check_area
    from omi_report.lint.rules.publication.open_warnings import with_open_warnings
    from omi_report.lint.select import narrowed
    from omi_report.lint.suppress import without_ignored

    found = list(inspected.problems)
    area = inspected.area if isinstance(inspected, Inspection) else None
    complete = area is not None and not has_errors(found)
    if isinstance(inspected, Inspection):
        found += check_area(inspected)
    found = without_ignored(found, inspected.files.values(), codes=CODES, ignorable=IGNORABLE, complete=complete)
    if area is not None:
        found = with_open_warnings(area, found)
    return Validated(inspected, narrowed(in_order(found), inspected.policy))


def output_folders(areas: Iterable[Path], output: Path) -> dict[Path, Path]:
    """Return the folder of each area's report: one below ``output`` that has the name of the area's own.

    Raises OutputError where two areas would be written to the same one.
    """
    folders = {area: output / slug_of(area) for area in areas}
    # Some file systems take «Kent» and «kent» for the same name.
    taken: dict[str, Path] = {}
    for area, folder in folders.items():
        other = taken.setdefault(folder.name.casefold(), area)
        if other != area:
            hint = "build them one at a time, each with an --output of its own"
            raise OutputError(f"{other} and {area} would both be written to {folder}: {hint}")
    return folders


def build(
    snapshot: Snapshot,
    policy: Policy,
    options: BuildOptions,
    progress: Progress | None = None,
    check: Check = lint,
) -> Built:
    """Compile the report of an area, and write it with its manifest.

    ``check`` finds what is wrong; one that remembers what it found may be given in place of ours.

    Nothing is written, and earlier output stays as it is, where the area has errors or where
    anything goes wrong on the way: files are written when all of them are ready. Raises OutputError
    where they cannot be, or where the area's folder is no more what it was.
    """
    from omi_report.render.dates import source_date_epoch

    started = time.monotonic()
    progress = progress or _silent
    epoch = source_date_epoch(os.environ)
    progress("reading and checking")
    validated = check(inspect(snapshot, policy))
    if validated.sound is None:
        return Built(validated)
    made = make(validated.sound, options, epoch, progress)
    _expect_unchanged(snapshot)
    written = _write(made, options.output / snapshot.slug)
    return Built(validated, written, time.monotonic() - started)


def make(inspection: Inspection, options: BuildOptions, epoch: int | None, progress: Progress | None = None) -> Made:
    """Compile the report of an area in which nothing is wrong, with its manifest, and write nothing.

    ``epoch`` is when it is to have been made, in seconds since 1970; None for the area's own dates.
    """
    # These and what follows are imported here because validation, which runs before every commit, needs none of it.
    from omi_report.disclosure.hidden import hidden_in
    from omi_report.document.build import build_document
    from omi_report.render.look import Look

    progress = progress or _silent
    progress("compiling")
    hidden, look = hidden_in(inspection), Look(options.edition, options.theme)
    document = build_document(inspection, hidden)
    outputs: dict[str, bytes] = {}
    pages = 0
    if options.json:
        from omi_report.document.json_form import document_json

        outputs[f"{look.file_name}.json"] = document_json(document).encode()
    if options.html or options.pdf:
        from omi_report.opendata.embedded import open_data
        from omi_report.render.html.page import Renderer

        data = open_data(inspection, hidden)
        renderer = Renderer(document, options.templates, look, data, epoch)
        if options.html:
            outputs[f"{look.file_name}.html"] = renderer.screen_page().encode()
        if options.pdf:
            from omi_report.render.pdf.layout import render_pdf

            progress("laying out pages")
            pdf = render_pdf(renderer.print_page(), tuple(renderer.folders), data.files)
            outputs[f"{look.file_name}.pdf"], pages = pdf.data, pdf.pages
    return Made(outputs, pages, _sealed(inspection, outputs, options, epoch))


def _sealed(inspection: Inspection, outputs: dict[str, bytes], options: BuildOptions, epoch: int | None) -> Manifest:
    """The manifest of a report."""
    from omi_report.seal.manifest import Manifest, framework_file, input_digests, output_of, template_digests
    from omi_report.seal.versions import versions

    return Manifest(
        area=inspection.area.identity.area,
        edition=options.edition,
        theme=options.theme,
        epoch=epoch,
        framework=framework_file(inspection),
        versions=versions(pdf=options.pdf),
        inputs=input_digests(inspection.snapshot, inspection.files),
        templates=template_digests(templates_folder()),
        own_templates=template_digests(options.templates) if options.templates else {},
        outputs={name: output_of(data) for name, data in outputs.items()},
    )


def _expect_unchanged(snapshot: Snapshot) -> None:
    changed = snapshot.changed()
    if changed:
        names = ", ".join(snapshot.shown_path(name) for name in changed[:3])
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        raise OutputError(f"{names}{more} was changed while the report was made of it: build it again")


def _write(made: Made, folder: Path) -> tuple[Written, ...]:
    from omi_report.files import write_output
    from omi_report.seal.manifest import manifest_name

    # The manifest comes last, so that it never speaks of files that are not there yet.
    files = [*made.outputs.items(), (manifest_name(made.manifest.look), made.manifest.as_json())]
    for name, data in files:
        write_output(folder / name, data)
    return tuple(
        Written(folder / name, len(data), made.pages if name.endswith(".pdf") else 0)
        for name, data in made.outputs.items()
    )


def verify(
    folder: Path,
    source: tuple[Snapshot, Policy] | None = None,
    templates: Path | None = None,
    progress: Progress | None = None,
) -> Verified:
    """Hold a folder of reports against its manifests and, given the area, against the same reports built again.

    Raises ManifestError where there is no manifest, OutputError as `build`.
    """
    from omi_report.seal.manifest import read_manifests
    from omi_report.seal.verification import against_seal

    manifests = read_manifests(folder)
    found = list(against_seal(folder, manifests))
    if source is not None:
        validated = lint(inspect(*source))
        for manifest in manifests.values():
            found += _rebuilt(folder, manifest, validated, templates, progress)
        _expect_unchanged(source[0])
    return Verified(sum(len(each.outputs) for each in manifests.values()), list(dict.fromkeys(found)))


def _rebuilt(
    folder: Path, sealed: Manifest, validated: Validated, templates: Path | None, progress: Progress | None
) -> Iterator[Difference]:
    """What differs when the report of a manifest is built again from an area."""
    from omi_report.seal.manifest import input_digests
    from omi_report.seal.verification import Difference, against_rebuilt, against_sources, inputs_changed

    snapshot = validated.inspection.snapshot
    if validated.sound is None:
        yield from inputs_changed(sealed, input_digests(snapshot))
        yield Difference(snapshot.shown or ".", "has errors and cannot be built again: omi validate shows them")
        return
    html, pdf, data = (any(name.endswith(end) for name in sealed.outputs) for end in (".html", ".pdf", ".json"))
    options = BuildOptions(html, pdf, data, templates=templates, edition=sealed.edition, theme=sealed.theme)
    made = make(validated.sound, options, sealed.epoch, progress)
    sources = list(against_sources(sealed, made.manifest))
    outputs = list(against_rebuilt(folder, sealed, made.outputs))
    yield from sources
    yield from outputs
    if made.manifest.outputs != sealed.outputs and not sources:
        how = "and its manifest were changed together, or the program was: no input, template or version differs"
        yield Difference("the report", how)


def _silent(_stage: str) -> None:
    """Tell nobody."""
