"""What viewers show of a report beside its pages: its title, its bookmarks, the numbers of its pages."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name


def say_how_to_show(pdf: pikepdf.Pdf) -> None:
    """Have viewers show the title in the place of the file's name, the bookmarks, and numbers as they are printed.

    The title is asked for by ISO 14289-1, 7.1; the language is named for catalogues (Dublin Core).
    """
    if "/ViewerPreferences" not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    if "/Outlines" in pdf.Root:
        pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as facts:
        facts["dc:language"] = {str(pdf.Root.Lang)}
