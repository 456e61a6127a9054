"""The files of a redline: a page, a PDF, and a Word file with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable

from omi_report.language.known import language_of
from omi_report.review.change import Changes
from omi_report.review.merged import Merged
from omi_report.review.redline import redline, tracked
from omi_report.sheets import docx_of, html_of, pdf_of


def redline_files(root: Merged, changes: Changes, forms: Iterable[str]) -> dict[str, bytes]:
    """Return a report with its changes in it in each of some forms: ``html``, ``pdf``, ``docx``.

    A page and a PDF list the changes; a Word file has them as Word's own. All are in the report's language.
    """
    from omi_report.render.look import Look

    meta, look, wanted = changes.new, Look(redline=True), set(forms)
    language = language_of(meta.language).with_terms(dict(meta.terms))
    made: dict[str, bytes] = {}
    if wanted & {"html", "pdf"}:
        document = redline(root, changes, language)
        if "html" in wanted:
            made["html"] = html_of(document, look)
        if "pdf" in wanted:
            made["pdf"] = pdf_of(document, look, remember=True)
    if "docx" in wanted:
        made["docx"] = docx_of(tracked(root, language))
    return made
