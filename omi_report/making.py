"""An area in which nothing is wrong → the files of its report, with their manifest. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from omi_report.apart import Waiting
from omi_report.build_options import BuildOptions
from omi_report.errors import PdfError
from omi_report.inspection import Inspection
from omi_report.policy import Plugins
from omi_report.resources import templates_folder

if TYPE_CHECKING:
    from omi_report.document.tree import Document, Meta
    from omi_report.opendata.embedded import OpenData
    from omi_report.render.html.checks.fault import TemplateFault
    from omi_report.render.look import Look
    from omi_report.render.pdf.checks.fault import LayoutFault
    from omi_report.render.pdf.finished import Pdf
    from omi_report.render.pdf.page_marks import PageMarks
    from omi_report.render.renderer import Artifact
    from omi_report.seal.key import Key
    from omi_report.seal.manifest import Manifest

Progress: TypeAlias = Callable[[str], None]
"""Is told the name of each stage as it begins."""

LaysOut: TypeAlias = Callable[..., Waiting["Pdf"]]
"""Begins to lay out a report: takes what `render_pdf` takes, and returns what waits for its result."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is ready to be written: the report itself, its files by name, and their manifest.

    ``layout`` is what went wrong on the pages of the PDF, ``templates`` what is wrong with the template folder.
    ``libraries`` are the files of those that laid out the PDF; None where the system does not say.
    """

    document: Document
    outputs: dict[str, bytes]
    pages: int
    manifest: Manifest
    facts: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    layout: tuple[LayoutFault, ...] = ()
    templates: tuple[TemplateFault, ...] = ()
    libraries: tuple[str, ...] | None = ()


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
    return begin_making(inspection, options, epoch, progress or silent, key)()


def begin_making(
    inspection: Inspection,
    options: BuildOptions,
    epoch: int | None,
    progress: Progress,
    key: Key | None,
    lays_out: LaysOut | None = None,
) -> Waiting[Made]:
    """Begin to compile a report, as `make`, and return what waits for it.

    ``lays_out`` may lay out the pages of the PDF beside this process, while it is not waited for.
    """
    # This and what follows is imported here because validation, which runs before every commit, needs none of it.
    from omi_report.document.alone import build_alone
    from omi_report.document.build import build_document
    from omi_report.opendata.embedded import open_data

    progress("compiling")
    document = build_alone(inspection) if options.glance else build_document(inspection)
    outputs: dict[str, bytes] = {}
    if options.json:
        outputs |= _render_data(document, options)
    house = _word_template(options)
    if options.docx:
        progress("writing the Word file")
        outputs |= _render_word(document, options, epoch, house)
    if options.govspeak:
        outputs |= _render_govspeak(document, options)
    facts: dict[str, tuple[tuple[str, str], ...]] = {}
    for name in options.renderers:
        artifact = _render_by(name, document, inspection.policy.plugins, options)
        outputs[artifact.name], facts[artifact.name] = artifact.data, tuple(artifact.facts.items())
    pages = _Pages()
    if options.html or options.pdf:
        figures = None if options.glance else open_data(inspection)
        pages = _render_pages(document, figures, options, epoch, lays_out or _here)
        outputs |= pages.outputs

    def made() -> Made:
        if pages.waiting is None:
            manifest = _seal(inspection, outputs, options, epoch, key, {}, house)
            return Made(document, outputs, 0, manifest, facts, (), pages.faults)
        progress("laying out pages")
        pdf = _in_terms_of(options, pages.waiting)
        if _is_too_long(pdf, options.look):
            pdf = _on_fewer_pages(document, options, epoch)
        files = outputs | {f"{options.look.file_name}.pdf": pdf.data}
        manifest = _seal(inspection, files, options, epoch, key, pdf.libraries, house)
        return Made(document, files, pdf.pages, manifest, facts, pdf.faults, pages.faults, pdf.library_files)

    return made


def silent(_stage: str) -> None:
    """Tell nobody."""


def _render_data(document: Document, options: BuildOptions) -> dict[str, bytes]:
    """The report for programs, by its file's name."""
    from omi_report.document.json_form import document_json

    return {f"{options.look.file_name}.json": document_json(document).encode()}


def _word_template(options: BuildOptions) -> bytes:
    """A house's own Word file; nothing where there is none. Raises OutputError where it cannot be read."""
    from omi_report import limits
    from omi_report.errors import OutputError
    from omi_report.files import read_regular

    if options.word_template is None:
        return b""
    if not options.docx:
        raise OutputError("a Word template is for a Word file: ask for one with docx")
    try:
        return read_regular(options.word_template, limits.WORD_BYTES)
    except OSError as error:
        raise OutputError(f"{options.word_template} cannot be read: {error.strerror or error}") from error


def _render_word(document: Document, options: BuildOptions, epoch: int | None, template: bytes) -> dict[str, bytes]:
    """The report as a Word file, by its file's name."""
    from omi_report.render.docx.document import render_docx
    from omi_report.render.docx.house import read_house

    house = read_house(template, str(options.word_template)) if options.word_template else None
    return {f"{options.look.file_name}.docx": render_docx(document, options.look, epoch, house)}


def _render_govspeak(document: Document, options: BuildOptions) -> dict[str, bytes]:
    """The report for GOV.UK, with the pictures that it names, by the names of the files."""
    from omi_report.render.govspeak.document import render_govspeak

    made = render_govspeak(document, options.look)
    return {f"{options.look.file_name}.md": made.text.encode(), **made.pictures}


def _render_by(name: str, document: Document, plugins: Plugins, options: BuildOptions) -> Artifact:
    """What a renderer of a plug-in makes of a report."""
    from omi_report.errors import PluginError
    from omi_report.render.look import FORMATS
    from omi_report.render.renderer import plugged_renderer
    from omi_report.seal.manifest import is_output_name

    look = options.look
    render = plugged_renderer(name, plugins)
    try:
        artifact = render(document, look)
    except Exception as error:
        raise PluginError(f"the renderer «{name}» fails: {type(error).__name__}: {error}") from error
    taken = [f"{look.file_name}.{ending}" for ending in FORMATS.values()]
    if not is_output_name(artifact.name) or artifact.name in taken:
        expected = "small letters, figures and hyphens, a point and an ending, and none of the report's own names"
        raise PluginError(f"the renderer «{name}» calls its file «{artifact.name}»: {expected}")
    return artifact


@dataclass(frozen=True, slots=True)
class _Pages:
    """The report for people: its files by their names, what waits for its PDF, the faults of the template folder."""

    outputs: Mapping[str, bytes] = field(default_factory=dict)
    waiting: Waiting[Pdf] | None = None
    faults: tuple[TemplateFault, ...] = ()


def _render_pages(
    document: Document, figures: OpenData | None, options: BuildOptions, epoch: int | None, lays_out: LaysOut
) -> _Pages:
    from omi_report.render.html.page import Renderer
    from omi_report.render.html.written import written

    look = options.look
    beside = f"{look.file_name}.pdf" if options.pdf else ""
    renderer = Renderer(document, options.templates, look, figures, epoch, beside)
    waiting = None
    if options.pdf:
        marks = _marks_of(document.meta, look)
        page, folders = renderer.print_page(), tuple(renderer.folders)
        waiting = lays_out(page, folders, figures.files if figures else (), marks, remember=options.cache)
    outputs: dict[str, bytes] = {}
    if options.html:
        outputs[f"{look.file_name}.html"] = written(renderer.screen_page()).encode()
    return _Pages(outputs, waiting, tuple(renderer.warnings))


def _is_too_long(pdf: Pdf, look: Look) -> bool:
    return look.most_pages is not None and pdf.pages > look.most_pages


def _on_fewer_pages(document: Document, options: BuildOptions, epoch: int | None) -> Pdf:
    """Lay out with smaller letters what has more pages than it may. Raises PdfError where that is not enough."""
    from omi_report.render.html.page import Renderer

    look = replace(options.look, tight=True)
    renderer = Renderer(document, options.templates, look, None, epoch)
    page, folders, marks = renderer.print_page(), tuple(renderer.folders), _marks_of(document.meta, look)
    pdf = _in_terms_of(options, _here(page, folders, (), marks, remember=options.cache))
    if _is_too_long(pdf, look):
        said = f"{look.file_name}.pdf would have {pdf.pages} pages, and is to be one"
        raise PdfError(f"{said}: say less, in fewer or shorter points")
    return pdf


def _here(*given: Any, **how: Any) -> Waiting[Pdf]:
    """Lay out a report in this process, when it is waited for."""

    def waited_for() -> Pdf:
        from omi_report.render.pdf.layout import render_pdf

        return render_pdf(*given, **how)

    return waited_for


def _in_terms_of(options: BuildOptions, waiting: Waiting[Pdf]) -> Pdf:
    """Wait for a PDF. What is wrong with it is told in terms of the files of the template folder, if there is one."""
    try:
        return waiting()
    except PdfError as error:
        if options.templates is None:
            raise
        from omi_report.render.html.own_complaints import in_terms_of_files

        said = [in_terms_of_files(each, options.templates) for each in error.complaints or (str(error),)]
        raise PdfError.of(said) from error


def _marks_of(meta: Meta, look: Look) -> PageMarks | None:
    """What a draft shows on its printed pages in a look, or None."""
    from omi_report.render.pdf.page_marks import PageMarks

    if not meta.marks:
        return None
    word = meta.draft if "watermark" in meta.marks else ""
    return PageMarks(word, "line-numbers" in meta.marks, look.number_size, look.theme == "high-contrast")


def _seal(
    inspection: Inspection,
    outputs: Mapping[str, bytes],
    options: BuildOptions,
    epoch: int | None,
    key: Key | None,
    libraries: Mapping[str, str],
    word_template: bytes = b"",
) -> Manifest:
    """The manifest of a report's files; ``libraries`` are those of the system that laid out the PDF, if any."""
    from omi_report.seal.evidence import evidence_seal
    from omi_report.seal.manifest import Manifest, digest, framework_file, input_digests, output_of, template_digests
    from omi_report.seal.versions import versions

    identity = inspection.area.identity
    return Manifest(
        area=identity.area,
        stage=identity.stage,
        draft=identity.draft.number if identity.stage == "draft" else None,
        edition=options.edition,
        theme=options.theme,
        glance=options.glance,
        epoch=epoch,
        framework=framework_file(inspection),
        versions=versions(inspection.policy.plugins, libraries, word=options.docx),
        inputs=input_digests(inspection.snapshot, {*inspection.files, *inspection.area.pictures}),
        evidence=evidence_seal(inspection.snapshot, key),
        templates=template_digests(templates_folder()),
        own_templates=template_digests(options.templates) if options.templates else {},
        outputs={name: output_of(data) for name, data in outputs.items()},
        renderers=options.renderers,
        word_template=digest(word_template) if word_template else None,
    )
