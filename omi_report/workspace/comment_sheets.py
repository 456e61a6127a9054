"""What goes out for comments on a draft: a workbook with a row for each place of the report."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from omi_report.build_options import BuildOptions
from omi_report.document.build import context_of
from omi_report.inspection import Inspection
from omi_report.making import make
from omi_report.remarks.places import passages_of
from omi_report.remarks.read_error import name_in_file
from omi_report.remarks.sheet_writer import About, comment_sheet

if TYPE_CHECKING:
    from omi_report.document.tree import Document

SHEET_NAME = "comments.xlsx"
"""What the workbook is called in the folder of a draft."""


def comments_workbook(inspection: Inspection, document: Document, pages: Mapping[str, int]) -> bytes:
    """Return the workbook in which others comment on a report; ``pages`` are those of its PDF by addresses."""
    return comment_sheet(about(inspection), passages_of(document), pages)


def with_pages(inspection: Inspection) -> tuple[Document, dict[str, int]]:
    """Return the report of an area in which nothing is wrong, and the pages of its places in the PDF by addresses."""
    from omi_report.render.dates import source_date_epoch
    from omi_report.render.pdf.places import pages_of_places

    made = make(inspection, BuildOptions(html=False), source_date_epoch(os.environ))
    return made.document, pages_of_places(made.outputs["report.pdf"])


def about(inspection: Inspection) -> About:
    """Return what a file that goes out says of the draft that it was made from."""
    identity = inspection.area.identity
    marks = identity.draft
    return About(
        slug=name_in_file(inspection.snapshot.slug),
        area=identity.area,
        draft=marks.number if identity.stage == "draft" else None,
        reply_by=context_of(inspection).date(marks.reply_by) if marks.reply_by and identity.stage == "draft" else "",
        reply_to=(marks.reply_to or "") if identity.stage == "draft" else "",
    )
