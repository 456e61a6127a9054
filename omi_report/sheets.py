"""A document that is no report, such as a plan or a redline → its files, by the renderers of reports, unsealed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from omi_report.document.tree import Document
from omi_report.errors import OutputError
from omi_report.files import write_output
from omi_report.source.places import expect_outside_of_areas

if TYPE_CHECKING:
    from omi_report.render.look import Look


def html_of(document: Document, look: Look | None = None) -> bytes:
    """Return a document as one self-contained page, in a look if one is given."""
    from omi_report.render.html.page import Renderer
    from omi_report.render.html.written import written

    return written(Renderer(document, look=look).screen_page()).encode()


def pdf_of(document: Document, look: Look | None = None, *, remember: bool = False) -> bytes:
    """Return a document as a tagged PDF, in a look if one is given. Raises PdfError where it cannot be laid out.

    To ``remember`` is to take pages that are known from the cache, and to keep the others there.
    """
    from omi_report.render.html.page import Renderer
    from omi_report.render.pdf.layout import render_pdf

    renderer = Renderer(document, look=look)
    return render_pdf(renderer.print_page(), tuple(renderer.folders), remember=remember).data


def docx_of(document: Document, look: Look | None = None) -> bytes:
    """Return a document as a Word file, in a look if one is given."""
    from omi_report.render.docx.document import render_docx
    from omi_report.render.look import Look as AnyLook

    return render_docx(document, look or AnyLook())


FORMS: dict[str, Callable[[Document, Look | None], bytes]] = {"html": html_of, "pdf": pdf_of, "docx": docx_of}
"""What makes each form of a document."""


def expect_place(path: Path) -> None:
    """Raise OutputError where a file would lie among those of an area, or take the place of a file of a report."""
    from omi_report.seal.manifest import readable_manifests

    expect_outside_of_areas(path)
    for manifest in readable_manifests(path.parent).values():
        if path.name in manifest.outputs:
            raise OutputError(f"{path} is a file of the report that is sealed there: give this another name")


def write_sheet(document: Document, form: str, path: Path, look: Look | None = None) -> None:
    """Write a document in a form, in a look if one is given.

    Raises OutputError where the file cannot be written, or would be another's.
    """
    expect_place(path)
    write_output(path, FORMS[form](document, look))
