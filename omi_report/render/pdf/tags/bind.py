"""Reading the tags that WeasyPrint wrote, and laying them beside the boxes that they were made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.boxes import ROOTS, PageBoxes, Piece
from omi_report.render.pdf.tags.objects import array_of
from omi_report.render.pdf.tags.tree import Annotation, Kid, Looks, Mark, Rectangle, TagNode, faded


@dataclass(frozen=True, slots=True)
class WrittenTag:
    """A tag as it stands in the file: its type, the MCIDs and annotations (object, rectangle) in it."""

    kind: str
    marks: tuple[int, ...] = ()
    links: tuple[tuple[int, Rectangle], ...] = ()


@dataclass(slots=True)
class _Cursor:
    """The tags of a page that are still to be laid beside a box."""

    page: int
    left: Iterator[WrittenTag]
    height: float
    marks: list[Iterator[int]] = field(default_factory=list)

    def next(self, piece: Piece) -> WrittenTag:
        written = next(self.left, None)
        if written is None or written.kind != piece.kind:
            raise _differs(self.page, f"{piece.kind} for <{piece.tag}>", written.kind if written else "no more tags")
        return written


def read_tags(pdf: pikepdf.Pdf) -> list[list[WrittenTag]]:
    """Read the tags of each page in the order in which WeasyPrint wrote them, that of their object numbers.

    (The order of the tree is another: WeasyPrint moves nested lists out of their items.)
    """
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found: list[list[tuple[int, WrittenTag]]] = [[] for _ in pages]
    waiting = [element for root in array_of(pdf.Root.StructTreeRoot.get("/K")) for element in _elements(root)]
    while waiting:
        element = waiting.pop()
        kids = array_of(element.get("/K"))
        inner = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
        links = tuple(_link(kid.Obj) for kid in inner if kid.get("/Type") == pikepdf.Name.OBJR)
        marks = tuple(int(kid) for kid in kids if not isinstance(kid, pikepdf.Dictionary))
        found[pages[element.Pg.objgen]].append((element.objgen[0], WrittenTag(str(element.S)[1:], marks, links)))
        waiting += [kid for kid in inner if "/S" in kid]
    return [[written for _, written in sorted(page, key=lambda each: each[0])] for page in found]


def bind(page: int, boxes: PageBoxes, written: Sequence[WrittenTag], height: float) -> tuple[Kid, ...]:
    """Give each box of a page the marks and annotations of its tag.

    ``height`` is that of the page in points. Returns the HTML elements of the page as nodes, without
    the anonymous boxes that the layout adds. Raises TagsError where boxes and tags are not the same.
    """
    cursor = _Cursor(page, iter(written), height)
    kids = tuple(kid for piece in boxes.pieces for kid in _bound(piece, None, cursor))
    if next(cursor.left, None) is not None:
        raise _differs(page, "no more tags", "more")
    return kids


def margin_marks(pdf: pikepdf.Pdf, page: int, boxes: PageBoxes, written: Sequence[WrittenTag]) -> dict[int, str]:
    """The MCIDs of a page's margin boxes, with the names of the boxes.

    WeasyPrint leaves their tags out of the tree; only the parent tree leads to them.
    """
    in_tree = {mark for each in written for mark in each.marks}
    owners = array_of(pdf.Root.StructTreeRoot.ParentTree.Nums[2 * page + 1])
    loose = sorted((owner.objgen[0], mark) for mark, owner in enumerate(owners) if mark not in in_tree)
    if len(loose) != len(boxes.margins):
        raise _differs(page, f"{len(boxes.margins)} texts in the margins", str(len(loose)))
    return {mark: name for (_, mark), name in zip(loose, boxes.margins, strict=True)}


def _bound(piece: Piece, parent: Piece | None, cursor: _Cursor) -> Iterator[Kid]:
    if not piece.kind:  # text straight in a link
        yield Mark(cursor.page, _next_mark(cursor, piece), piece.text)
        return
    written = cursor.next(piece)
    cursor.marks.append(iter(written.marks))
    kids: list[Kid] = [Annotation(cursor.page, number, rectangle) for number, rectangle in written.links]
    if len(kids) != piece.linked:
        raise _differs(cursor.page, f"{int(piece.linked)} link in <{piece.tag}>", str(len(kids)))
    kids += [kid for child in piece.children for kid in _bound(child, piece, cursor)]
    if piece.marked:
        kids.append(Mark(cursor.page, _next_mark(cursor, piece), piece.text))
    if next(cursor.marks.pop(), None) is not None:
        raise _differs(cursor.page, f"no more text in <{piece.tag}>", "more")
    if piece.fixed:  # repeated on every page, as a watermark is
        kids = [faded(kid) for kid in kids]
    anonymous = parent is not None and piece.element is parent.element and piece.tag == parent.tag
    if piece.element is None or piece.tag in ROOTS or anonymous:
        yield from kids
        return
    yield TagNode(piece.tag, "", piece.element, tuple(kids), _looks(piece, cursor))


def _looks(piece: Piece, cursor: _Cursor) -> Looks:
    bounds = None
    if piece.bounds:
        left, top, right, bottom = piece.bounds
        # Boxes are measured down from the top of the page, PDF upwards from its foot (ISO 32000-1, 8.3.2.3)
        bounds = (left, cursor.height - bottom, right, cursor.height - top)
    return Looks(cursor.page, bounds, piece.columns, piece.rows)


def _next_mark(cursor: _Cursor, piece: Piece) -> int:
    number = next(cursor.marks[-1], None)
    if number is None:
        raise _differs(cursor.page, f"text {piece.text!r}", "none")
    return number


def _differs(page: int, laid_out: str, written: str) -> TagsError:
    return TagsError(
        f"page {page + 1}: the tags are not those of the layout (laid out: {laid_out}; written: {written}). "
        "omi reads the tags of WeasyPrint 70; is another version installed?"
    )


def _elements(root: pikepdf.Object) -> list[pikepdf.Dictionary]:
    """The elements in the document element, which itself belongs to no page."""
    return [kid for kid in array_of(root.get("/K")) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _link(annotation: pikepdf.Object) -> tuple[int, Rectangle]:
    left, bottom, right, top = (float(value) for value in annotation.Rect)
    rectangle = (min(left, right), min(bottom, top), max(left, right), max(bottom, top))
    return annotation.objgen[0], rectangle
