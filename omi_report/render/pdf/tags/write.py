"""Writing the fixed tree into the file, in the place of the one that stood there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from omi_report.render.pdf.tags.headings import HEADINGS
from omi_report.render.pdf.tags.objects import id_tree
from omi_report.render.pdf.tags.tree import Annotation, Kid, Mark, TagNode, Value

_OWNERS = {
    "BBox": Name.Layout,
    "ListNumbering": Name.List,
    "Scope": Name.Table,
    "Headers": Name.Table,
    "RowSpan": Name.Table,
    "ColSpan": Name.Table,
}
"""Which standard owner an attribute belongs to (ISO 32000-1, 14.8.5.2)."""


def pruned(node: TagNode) -> TagNode:
    """The tree without artifacts and without elements that hold nothing; an empty cell stays a cell."""
    kids: list[Kid] = []
    for kid in node.kids:
        if isinstance(kid, TagNode):
            inner = pruned(kid)
            if inner.kids or inner.kind in ("TH", "TD"):
                kids.append(inner)
        elif not (isinstance(kid, Mark) and kid.artifact):
            kids.append(kid)
    return TagNode(
        kind=node.kind,
        kids=_apart(kids),
        alt=node.alt,
        language=node.language,
        expansion=node.expansion,
        identifier=node.identifier,
        attributes=node.attributes,
    )


def _apart(kids: list[Kid]) -> tuple[Kid, ...]:
    """Text beside elements gets a Span for each run of it.

    Many readers of tags take what an element holds itself before what its elements hold, and would
    read a sentence without its links, then the links.
    """
    if not any(isinstance(kid, TagNode) for kid in kids):
        return tuple(kids)
    runs = ((is_text, tuple(run)) for is_text, run in groupby(kids, key=lambda kid: isinstance(kid, Mark)))
    return tuple(each for is_text, run in runs for each in ((TagNode(kind="Span", kids=run),) if is_text else run))


@dataclass(slots=True)
class _Writer:
    """The file, and what the parent tree and the id tree will hold."""

    pdf: pikepdf.Pdf
    pages: Sequence[pikepdf.Object]
    marks: list[dict[int, pikepdf.Object]]
    links: list[tuple[Annotation, pikepdf.Object]] = field(default_factory=list)
    ids: dict[str, pikepdf.Object] = field(default_factory=dict)
    headings: list[pikepdf.Object] = field(default_factory=list)

    def element(self, node: TagNode, parent: pikepdf.Object) -> pikepdf.Object:
        """Write an element and what it holds (ISO 32000-1, 14.7.2)."""
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.kind), P=parent))
        page = next((kid.page for kid in node.kids if isinstance(kid, Mark)), None)
        if page is not None:
            made.Pg = self.pages[page]
        if node.kind in HEADINGS:
            self.headings.append(made)
        kids = [self._kid(kid, page, made) for kid in node.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        for key, text in (("/Alt", node.alt), ("/Lang", node.language), ("/E", node.expansion)):
            if text:
                made[key] = String(text)
        if node.identifier:
            made.ID = String(node.identifier)
            self.ids[node.identifier] = made
        if node.attributes:
            made.A = _attributes(node.attributes)
        return made

    def _kid(self, kid: Kid, page: int | None, parent: pikepdf.Object) -> pikepdf.Object | int:
        match kid:
            case TagNode():
                return self.element(kid, parent)
            case Mark():
                self.marks[kid.page][kid.number] = parent
                if kid.page == page:
                    return kid.number
                return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number)
            case Annotation():
                self.links.append((kid, parent))
                annotation = self.pdf.get_object((kid.number, 0))
                return Dictionary(Type=Name.OBJR, Pg=self.pages[kid.page], Obj=annotation)


def write_tree(pdf: pikepdf.Pdf, document: TagNode) -> list[pikepdf.Object]:
    """Replace the structure tree, its parent tree and its ids; set what the links' annotations need.

    Annotations of links that are not in the tree are taken off their pages. Returns the headings, in reading order.
    """
    pages = [page.obj for page in pdf.pages]
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf, pages, [{} for _ in pages])
    root.K = writer.element(document, root)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=_parents(writer)))
    root.ParentTreeNextKey = len(pages) + len(writer.links)
    if writer.ids:
        root.IDTree = pdf.make_indirect(id_tree(writer.ids))
    pdf.Root.StructTreeRoot = root
    for number, page in enumerate(pages):
        page.StructParents = number
        _keep_links(page, {link.number for link, _ in writer.links})
    return writer.headings


def _parents(writer: _Writer) -> Array:
    """The parent tree: for each page the element of each MCID, for each annotation its element (14.7.4.4)."""
    numbers = Array()
    for page, owners in enumerate(writer.marks):
        owned = Array([owners.get(number) for number in range(max(owners, default=-1) + 1)])
        numbers.append(page)
        numbers.append(writer.pdf.make_indirect(owned))
    for key, (link, owner) in enumerate(writer.links, len(writer.pages)):
        _describe(writer.pdf.get_object((link.number, 0)), link, key)
        numbers.append(key)
        numbers.append(owner)
    return numbers


def _describe(annotation: pikepdf.Object, link: Annotation, key: int) -> None:
    """Give an annotation its rectangle, its description and the Print flag (ISO 32000-1, 12.5.2 and 12.5.3)."""
    annotation.StructParent = key
    annotation.Rect = Array(link.rectangle)
    annotation.Contents = String(link.contents)
    annotation.F = int(annotation.get("/F", 0)) | 4


def _keep_links(page: pikepdf.Object, kept: set[int]) -> None:
    annotations = page.get("/Annots")
    if annotations is None:
        return
    left = [each for each in annotations if each.get("/Subtype") != Name.Link or each.objgen[0] in kept]
    page.Annots = Array(left)
    page.Tabs = Name.S  # the Tab key follows the tree (ISO 14289-1, 7.18.3)


def _attributes(attributes: Mapping[str, Value]) -> pikepdf.Object:
    """One attribute object for each owner (ISO 32000-1, 14.7.5.2)."""
    owned: dict[str, Dictionary] = {}
    for key in sorted(attributes):
        owner = _OWNERS[key]
        owned.setdefault(str(owner), Dictionary(O=owner))["/" + key] = _value(key, attributes[key])
    made = list(owned.values())
    return made[0] if len(made) == 1 else Array(made)


def _value(key: str, value: Value) -> pikepdf.Object | int:
    match value:
        case str():
            return Name("/" + value)
        case int():
            return value
        case _ if key == "Headers":
            return Array([String(str(name)) for name in value])
        case _:
            return Array([round(float(number), 3) for number in value])
