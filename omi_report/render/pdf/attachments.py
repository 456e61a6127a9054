"""Files of data inside a PDF, so that the figures travel with the report.

Each is tied to the document as a whole by /AF with the relationship Data (ISO 19005-3, annex E).
"""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Array, AttachedFileSpec, Name, Pdf

from omi_report.opendata.embedded import DataFile


def attach(pdf: Pdf, files: Iterable[DataFile]) -> None:
    """Attach files to a document.

    They have the dates of the document, if it has any. Their names, sizes and MD5 sums, which PDF asks
    for, are written with them.
    """
    dates = {name: str(pdf.docinfo.get(name, "")) for name in ("/CreationDate", "/ModDate")}
    attached = Array()
    for file in files:
        pdf.attachments[file.name] = AttachedFileSpec(
            pdf,
            file.data,
            description=file.description,
            filename=file.name,
            mime_type=file.media_type,
            creation_date=dates["/CreationDate"],
            mod_date=dates["/ModDate"],
            relationship=Name.Data,
        )
        attached.append(pdf.attachments[file.name].obj)
    if len(attached):
        pdf.Root.AF = attached
