"""A renderer: the headings of a report as a plain text, one a line."""

from __future__ import annotations

from omi_report.document.tree import Document
from omi_report.render.look import Look
from omi_report.render.renderer import Artifact


def render(document: Document, look: Look) -> Artifact:
    """Return the title and the headings of a report; large print is in capitals."""
    headings = [part.heading for part in document.parts if part.heading]
    text = "\n".join([document.meta.title, *(f"- {heading}" for heading in headings)])
    if look.edition == "large-print":
        text = text.upper()
    return Artifact(f"{look.file_name}-outline.txt", f"{text}\n".encode(), {"headings": str(len(headings))})
