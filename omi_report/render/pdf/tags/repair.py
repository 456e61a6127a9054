"""The repair of a PDF's structure tree from end to end."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.artifacts import mark_artifacts
from omi_report.render.pdf.tags.bind import bind, margin_marks, read_tags
from omi_report.render.pdf.tags.boxes import Box, page_boxes
from omi_report.render.pdf.tags.headings import without_gaps
from omi_report.render.pdf.tags.join import joined
from omi_report.render.pdf.tags.links import described, titles
from omi_report.render.pdf.tags.notes import put_back
from omi_report.render.pdf.tags.paragraphs import in_paragraphs
from omi_report.render.pdf.tags.shape import shaped
from omi_report.render.pdf.tags.spaces import before_spaces, paint_spaces
from omi_report.render.pdf.tags.tables import with_headers
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, changed, leaves
from omi_report.render.pdf.tags.write import pruned, write_tree


def repair(data: bytes, pages: Sequence[Box], also: Callable[[pikepdf.Pdf], None] = lambda _pdf: None) -> bytes:
    """Fix the structure tree of a PDF/UA-1 file that WeasyPrint wrote, so that it reads as the page was meant.

    ``data`` is the file and ``pages`` the page boxes of the layout that it was written from, in order. ``also``
    is done to the fixed file before it is written. Returns the file with a new tree, and with the spaces at
    which lines were broken; what is seen stays as it is, and the same input gives the same bytes. Raises
    TagsError for what cannot be made right: tags that are not those of the layout, pictures and links without
    words, a document without a language or a title.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        language = _language(pdf)
        _show_title(pdf)
        _show_contents(pdf)
        _say_language(pdf, language)
        boxes = [page_boxes(page) for page in pages]
        written = read_tags(pdf)
        if len(boxes) != len(written):
            raise TagsError(f"{len(boxes)} pages are laid out and {len(written)} written")
        tops = [float(page.trimbox[3]) for page in pdf.pages]
        kids = [kid for page in range(len(boxes)) for kid in bind(page, boxes[page], written[page], tops[page])]
        elements = joined(kids)
        document = reading_tree(put_back(elements), language)
        paint_spaces(pdf, before_spaces(elements))
        margins = [margin_marks(pdf, page, boxes[page], written[page]) for page in range(len(boxes))]
        for page, (claimed, artifacts) in zip(pdf.pages, _by_page(document, len(boxes)), strict=True):
            mark_artifacts(page, claimed=claimed, artifacts=artifacts, margins=margins[page.index])
        write_tree(pdf, pruned(document))
        also(pdf)
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
        )
    return out.getvalue()


def reading_tree(elements: tuple[Kid, ...], language: str) -> TagNode:
    """The elements of the pages as one document in the standard structure types, artifacts still in it."""
    names = titles(elements)
    document = TagNode(kind="Document", kids=in_paragraphs(shaped(elements, language)))
    return without_gaps(with_headers(changed(document, lambda node: described(node, names))))


def _by_page(document: TagNode, pages: int) -> list[tuple[set[int], set[int]]]:
    """The MCIDs of each page that are in the tree, and those that became artifacts."""
    found: list[tuple[set[int], set[int]]] = [(set(), set()) for _ in range(pages)]
    for leaf in leaves((document,)):
        if isinstance(leaf, Mark):
            found[leaf.page][leaf.artifact].add(leaf.number)
    return found


def _language(pdf: pikepdf.Pdf) -> str:
    """The language of the document (ISO 14289-1, 7.2)."""
    language = str(pdf.Root.get("/Lang", ""))
    if not language:
        raise TagsError('the page names no language. Give its <html> a lang, such as "en-GB"')
    return language


def _show_title(pdf: pikepdf.Pdf) -> None:
    """Have viewers show the title in the place of the file's name (ISO 14289-1, 7.1)."""
    if not str(pdf.docinfo.get("/Title", "")):
        raise TagsError("the page has no title. Give it a <title>")
    if "/ViewerPreferences" not in pdf.Root:
        pdf.Root.ViewerPreferences = Dictionary()
    pdf.Root.ViewerPreferences.DisplayDocTitle = True
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _show_contents(pdf: pikepdf.Pdf) -> None:
    """Have viewers open the bookmarks, if there are any, and call the pages by the numbers that are printed on them."""
    if "/Outlines" in pdf.Root:
        pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _say_language(pdf: pikepdf.Pdf, language: str) -> None:
    """Name the language among the facts about the document, for catalogues (Dublin Core)."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as facts:
        facts["dc:language"] = {language}
