"""From HTML elements to the standard structure types (ISO 32000-1, 14.8.4).

Elements that only carry a style leave no trace; what they hold takes their place. Lists, tables,
links and pictures have modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from omi_report.render.pdf.tags import contents, figures, links, lists, notes, tables
from omi_report.render.pdf.tags.paragraphs import all_inline, in_paragraphs, where_mixed
from omi_report.render.pdf.tags.tree import Kid, Mark, TagNode, faded

Inside: TypeAlias = Callable[[Iterable[Kid]], tuple[Kid, ...]]
"""Shapes what an element holds."""

PARAGRAPHS = {"p": "P", "pre": "P"} | {f"h{level}": f"H{level}" for level in range(1, 7)}
GROUPS = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    # Not Figure: that is read as one picture, and these hold captions and tables too
    "figure": "Div",
}
BLOCKS = frozenset("address body details div fieldset footer form header hgroup html search summary".split())
"""Other elements that hold blocks; they leave no trace."""

INLINE = {"abbr": "Span", "q": "Quote", "code": "Code", "kbd": "Code", "samp": "Code"}
"""Elements within a line that have a structure type. All that are named nowhere here have none."""

_DOTS = re.compile(r"[\s.]+")


def shaped(kids: Iterable[Kid], language: str) -> tuple[Kid, ...]:
    """Give elements their structure types. ``language`` is that of the element around them."""
    return tuple(each for kid in kids for each in (_shaped(kid, language) if isinstance(kid, TagNode) else (kid,)))


def _shaped(node: TagNode, language: str) -> tuple[Kid, ...]:
    if node.attribute("aria-hidden") == "true":
        return tuple(_silent(node.kids))
    here = node.attribute("lang") or language
    kids = _of_tag(node, partial(shaped, language=here))
    # The language of a passage, where it is not that around it (ISO 14289-1, 7.2)
    return kids if here == language else _in_language(kids, here)


def _of_tag(node: TagNode, inside: Inside) -> tuple[Kid, ...]:
    tag = node.tag
    if "::" in tag and tag != "li::marker":
        return _generated(inside(node.kids))
    if tag == "a" and node.attribute("href"):
        return (notes.reference(node, links.link(node, inside(node.kids))),)
    if notes.is_note(node):
        return (notes.note(node, inside),)
    if tag in figures.TAGS:
        return figures.figure(node)
    if tag in lists.TAGS:
        return lists.part_of_list(node, inside)
    if tag in contents.TAGS:
        return contents.part_of_contents(node, inside)
    if tag in tables.TAGS:
        return tables.part_of_table(node, inside)
    if tag in PARAGRAPHS:
        return (_as(node, PARAGRAPHS[tag], inside(node.kids)),)
    if tag == "figcaption":
        return (_as(node, "Caption", where_mixed(inside(node.kids))),)
    if tag == "nav":
        node = contents.recognised(node)
    if tag in GROUPS:
        return (_as(node, GROUPS[tag], in_paragraphs(inside(node.kids))),)
    return in_paragraphs(inside(node.kids)) if tag in BLOCKS else _inline(node, inside)


def _inline(node: TagNode, inside: Inside) -> tuple[Kid, ...]:
    kids = inside(node.kids)
    # The words that an abbreviation stands for (ISO 32000-1, 14.9.5)
    expansion = node.attribute("title") if node.tag == "abbr" else ""
    if node.tag not in INLINE or (node.tag == "abbr" and not expansion):
        return kids
    return (replace(_as(node, INLINE[node.tag], kids), expansion=expansion),)


def _generated(kids: tuple[Kid, ...]) -> tuple[Kid, ...]:
    """What a style adds is read, save the dots that lead the eye to a page number."""
    dots = [kid for kid in kids if isinstance(kid, Mark) and _DOTS.fullmatch(kid.text)]
    if "".join(mark.text for mark in dots).count(".") < 3:
        return kids
    return tuple(faded(kid) if kid in dots else kid for kid in kids)


def _silent(kids: Iterable[Kid], *, in_link: bool = False) -> Iterator[Kid]:
    """What is hidden from readers: artifacts, and the annotations of a link around it but of none within."""
    for kid in kids:
        if isinstance(kid, TagNode):
            yield from _silent(kid.kids, in_link=in_link or kid.tag == "a")
        elif isinstance(kid, Mark):
            yield faded(kid)
        elif not in_link:
            yield kid


def _in_language(kids: tuple[Kid, ...], language: str) -> tuple[Kid, ...]:
    if len(kids) == 1 and isinstance(kids[0], TagNode) and not kids[0].language:
        return (replace(kids[0], language=language),)
    return (TagNode(kind="Span" if all_inline(kids) else "Div", kids=kids, language=language),)


def _as(node: TagNode, kind: str, kids: tuple[Kid, ...]) -> TagNode:
    return replace(node, kind=kind, kids=kids)
