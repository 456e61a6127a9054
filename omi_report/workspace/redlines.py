"""The files of a redline: a page, and a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from omi_report.document.tree import Document
from omi_report.language.known import language_of
from omi_report.review.changes import Changes
from omi_report.review.merged import Merged
from omi_report.review.redline import redline, tracked

if TYPE_CHECKING:
    from omi_report.render.html.page import Renderer


def redline_of(root: Merged, changes: Changes) -> Document:
    """Return a report with its changes in it, in the report's own language."""
    meta = changes.new
    return redline(root, changes, language_of(meta.language).with_terms(dict(meta.terms)))


def redline_page(document: Document) -> str:
    """Return a redline as a self-contained page."""
    from omi_report.render.html.written import written

    return written(_renderer(document).screen_page())


def redline_pdf(document: Document, *, remember: bool = True) -> bytes:
    """Return a redline as a PDF; ``remember`` says whether its pages may come from the cache, and be kept there."""
    from omi_report.render.pdf.layout import render_pdf

    renderer = _renderer(document)
    page, folders = renderer.print_page(), tuple(renderer.folders)
    return render_pdf(page, folders, (), None, remember=remember).data


def redline_docx(root: Merged) -> bytes:
    """Return the new report as a Word file that shows what changed as Word's own tracked changes."""
    from omi_report.render.docx.document import render_docx
    from omi_report.render.look import Look

    meta = root.node.value.meta
    language = language_of(meta.language).with_terms(dict(meta.terms))
    return render_docx(tracked(root, language), Look())


def _renderer(document: Document) -> Renderer:
    from omi_report.render.html.page import Renderer
    from omi_report.render.look import Look

    return Renderer(document, look=Look(redline=True))
