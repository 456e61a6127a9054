"""Lists: L, LI, Lbl, LBody, and how the items are numbered (ISO 14289-1, 7.6; ISO 32000-1, 14.8.4.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from omi_report.render.pdf.tags.paragraphs import where_mixed
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, faded, painted

TAGS = frozenset({"ul", "ol", "dl", "li", "dt", "dd", "li::marker"})

_NUMBERING = (
    ("Disc", r"[•●]"),
    ("Circle", r"[◦○]"),
    ("Square", r"[▪■]"),
    ("Decimal", r"\(?\d{1,3}[.)]?"),
    ("LowerRoman", r"\(?[ivx]+[.)]"),
    ("UpperRoman", r"\(?[IVX]+[.)]"),
    ("LowerAlpha", r"\(?[a-z]{1,2}[.)]"),
    ("UpperAlpha", r"\(?[A-Z]{1,2}[.)]"),
    ("Decimal", r"[^\W\d_][^\d]*\d{1,3}"),  # behind a word: AFI 3
)
"""Values of ListNumbering (ISO 32000-1, table 347) and the labels that they stand for."""

_LABEL = re.compile("|".join([*(pattern for _, pattern in _NUMBERING), r"\W{1,3}"]))
"""Any of these, or a sign of another kind, such as a dash."""


def part_of_list(node: TagNode, inside: Callable[[Iterable[Kid]], tuple[Kid, ...]]) -> tuple[Kid, ...]:
    """Shape a list or what stands in one; ``inside`` shapes what that holds."""
    match node.tag:
        case "li":
            return (_item(node, inside),)
        case "dl":
            return (replace(node, kind="L", kids=_entries(inside(node.kids))),)
        case "ul" | "ol":
            return (_list(node, inside(node.kids)),)
        case "dd":
            return (replace(node, kind="LBody", kids=where_mixed(inside(node.kids))),)
        case _:  # dt, li::marker
            return (replace(node, kind="Lbl", kids=inside(node.kids)),)


def _list(node: TagNode, kids: tuple[Kid, ...]) -> TagNode:
    items = tuple(_in_item(kid) for kid in kids)
    numbering = _numbering([painted(_labels(item)).strip() for item in items if isinstance(item, TagNode)])
    return replace(node, kind="L", kids=items, attributes={"ListNumbering": numbering} if numbering else {})


def _item(node: TagNode, inside: Callable[[Iterable[Kid]], tuple[Kid, ...]]) -> TagNode:
    """A list item: its label, if one is seen before the text, and its body with any nested lists."""
    kids = list(node.kids)
    first = next((index for index, kid in enumerate(kids) if painted((kid,)).strip()), None)
    labels: tuple[Kid, ...] = ()
    label = kids[first] if first is not None else None
    if isinstance(label, TagNode) and _is_label(label):
        kids.remove(label)
        shaped = inside((label,))
        labels = shaped if label.tag == "li::marker" else (TagNode(kind="Lbl", kids=shaped),)
    body = TagNode(kind="LBody", kids=where_mixed(inside(kids)))
    return replace(node, kind="LI", kids=(*labels, body))


def _is_label(node: TagNode) -> bool:
    """Whether a node is the item's marker, or a letter or number that the page or its styles write."""
    text = painted((node,)).strip()
    match node.tag:
        case "li::marker":
            return True
        case "li::before":
            return _LABEL.fullmatch(text) is not None
        case "span":
            # "97 of the cases" begins with a figure, "3." with a label
            return (text.endswith((".", ")")) or node.attribute("class") == "letter") and bool(_LABEL.fullmatch(text))
    return False


def _entries(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """Group the terms (Lbl) and descriptions (LBody) of a description list into items."""
    groups: list[list[TagNode]] = []
    others: list[Kid] = []
    for kid in kids:
        if not isinstance(kid, TagNode):
            others.append(faded(kid))
        elif not groups or (kid.kind == "Lbl" and groups[-1][-1].kind != "Lbl"):
            groups.append([kid])
        else:
            groups[-1].append(kid)
    return (*(_entry(group) for group in groups), *others)


def _entry(group: list[TagNode]) -> TagNode:
    labels = [each for each in group if each.kind == "Lbl"]
    bodies = [each for each in group if each.kind != "Lbl"]
    if len(bodies) == 1 and bodies[0].kind == "LBody":
        return TagNode(kind="LI", kids=(*labels, bodies[0]))
    inner = tuple(replace(each, kind="P") if each.kind == "LBody" else each for each in bodies)
    return TagNode(kind="LI", kids=(*labels, TagNode(kind="LBody", kids=inner)))


def _in_item(kid: Kid) -> Kid:
    """Only items stand in a list; anything else gets an item, and space between them none."""
    if isinstance(kid, TagNode) and kid.kind != "LI":
        return TagNode(kind="LI", kids=(TagNode(kind="LBody", kids=(kid,)),))
    return faded(kid) if isinstance(kid, Mark) and not kid.text.strip() else kid


def _labels(item: TagNode) -> list[Kid]:
    return [kid for kid in item.kids if isinstance(kid, TagNode) and kid.kind == "Lbl"]


def _numbering(labels: list[str]) -> str:
    """The kind of the labels, if all are of one kind; the first kind of those that fit them all."""
    seen = [label for label in labels if label]
    for name, pattern in _NUMBERING:
        if seen and all(re.fullmatch(pattern, label) for label in seen):
            return name
    return ""
