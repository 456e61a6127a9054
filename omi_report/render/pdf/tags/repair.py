"""The repair of the structure tree of a unit's file from end to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.artifacts import mark_artifacts
from omi_report.render.pdf.tags.bind import bind, margin_marks, read_tags
from omi_report.render.pdf.tags.boxes import Box, page_boxes
from omi_report.render.pdf.tags.join import joined
from omi_report.render.pdf.tags.links import described, titles
from omi_report.render.pdf.tags.notes import put_back
from omi_report.render.pdf.tags.paragraphs import in_paragraphs
from omi_report.render.pdf.tags.shape import shaped
from omi_report.render.pdf.tags.spaces import before_spaces, paint_spaces
from omi_report.render.pdf.tags.tables import with_headers
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, changed, leaves
from omi_report.render.pdf.tags.write import pruned, write_tree


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was found when a file was fixed: its headings, in reading order, and the titles of elements by their ids."""

    headings: Sequence[pikepdf.Object]
    titles: Mapping[str, str]


def repair(pdf: pikepdf.Pdf, pages: Sequence[Box], spaces: Mapping[str, int], prefix: str = "") -> Repaired:
    """Fix the structure tree of a PDF/UA-1 file that WeasyPrint wrote, so that it reads as the page was meant.

    ``pages`` are the page boxes of the layout that the file was written from, in order; ``spaces`` are the glyphs of
    the space, by the names of the fonts; ``prefix`` is what the ids of header cells begin with. The file has a new
    tree then, and the spaces at which lines were broken; what is seen stays as it is, and the same input gives the same
    file. Headings keep their levels, which ``joined.tags`` closes. Raises TagsError for what cannot be made right: tags
    that are not those of the layout, pictures and links without words, a document without a language or a title.
    """
    language = _language(pdf)
    _expect_title(pdf)
    boxes = [page_boxes(page) for page in pages]
    written = read_tags(pdf)
    if len(boxes) != len(written):
        raise TagsError(f"{len(boxes)} pages are laid out and {len(written)} written")
    tops = [float(page.trimbox[3]) for page in pdf.pages]
    kids = [kid for page in range(len(boxes)) for kid in bind(page, boxes[page], written[page], tops[page])]
    elements = joined(kids)
    whole = put_back(elements)
    names = titles(whole)
    document = reading_tree(whole, names, language, prefix)
    paint_spaces(pdf, before_spaces(elements), spaces)
    margins = [margin_marks(pdf, page, boxes[page], written[page]) for page in range(len(boxes))]
    for page, (claimed, artifacts) in zip(pdf.pages, _by_page(document, len(boxes)), strict=True):
        mark_artifacts(page, claimed=claimed, artifacts=artifacts, margins=margins[page.index])
    return Repaired(write_tree(pdf, pruned(document)), names)


def reading_tree(elements: tuple[Kid, ...], names: Mapping[str, str], language: str, prefix: str = "") -> TagNode:
    """The elements of the pages as one document in the standard structure types, artifacts still in it."""
    document = TagNode(kind="Document", kids=in_paragraphs(shaped(elements, language)))
    return with_headers(changed(document, lambda node: described(node, names)), prefix)


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


def _expect_title(pdf: pikepdf.Pdf) -> None:
    if not str(pdf.docinfo.get("/Title", "")):
        raise TagsError("the page has no title. Give it a <title>")
