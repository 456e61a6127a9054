"""What a report says on paper alone: on which page that stands which a reference leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from omi_report.comments.pdf.destinations import is_ours
from omi_report.language.known import language_to_read

if TYPE_CHECKING:
    import pikepdf


def printed_pages(pdf: pikepdf.Pdf) -> re.Pattern[str]:
    """Return what finds the numbers of pages behind references, in a PDF of ours; in others it finds nothing.

    They are no words of the report, which is the same on a screen.
    """
    if not is_ours(pdf):
        return re.compile(r"(?!)")
    words = language_to_read(str(pdf.Root.get("/Lang", ""))).label("page %(number)s", number="\n")
    page = re.escape(words).replace(re.escape("\n"), r"\d{1,4}")
    return re.compile(rf" \({page}\)|, {page}(?=\))")
