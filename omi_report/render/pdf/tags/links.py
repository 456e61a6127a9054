"""Links: one Link for each, one rectangle a line, and a description (ISO 14289-1, 7.18.1 and 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from omi_report.errors import TagsError
from omi_report.render.pdf.tags.tree import Annotation, Kid, Rectangle, TagNode, leaves, painted, walk

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption"})


def link(node: TagNode, kids: tuple[Kid, ...]) -> TagNode:
    """Make a Link of an ``a`` and what it holds.

    WeasyPrint writes an annotation for the link and one for each element within it, line by line.
    Those that share a line become one, so that a link is announced once and is one stop of the
    Tab key; links within the link dissolve.
    """
    rectangles = _by_line(leaf for leaf in leaves(kids) if isinstance(leaf, Annotation))
    return replace(node, kind="Link", kids=(*_without_links(kids), *rectangles))


def titles(kids: Iterable[Kid]) -> dict[str, str]:
    """The heading or caption of each element that has an id, or the first within it."""
    found: dict[str, str] = {}
    for node in walk(kids):
        name = node.attribute("id") if "::" not in node.tag else ""
        if name and name not in found:
            heading = next((each for each in walk((node,)) if each.tag in _HEADINGS), None)
            found[name] = heading.words if heading else ""
    return found


def described(node: TagNode, titles: Mapping[str, str]) -> TagNode:
    """Write a description into the annotations of a Link; other nodes stay as they are.

    Within the report it is the text and the title of the place that the link leads to, beyond it
    the text and the site. Raises TagsError for a link without words.
    """
    if node.kind != "Link":
        return node
    label, seen = node.attribute("aria-label"), " ".join(painted(node.kids).split()) or _alt(node)
    if not label and not seen:
        raise TagsError(
            f'page {_page(node)}: the link to "{node.attribute("href")}" has no words in it. Give it aria-label; '
            "a block in a link is laid out beside it, so take a span"
        )
    text = label or node.words or seen
    contents = _contents(text, node.attribute("href"), titles)
    kids = (replace(kid, contents=contents) if isinstance(kid, Annotation) else kid for kid in node.kids)
    return replace(node, kids=tuple(kids), alt="" if seen else label)


def _contents(text: str, href: str, titles: Mapping[str, str]) -> str:
    if href.startswith("#"):
        return with_title(text, titles.get(href[1:], ""))
    parts = urlsplit(href)
    # figures alone would not say that this is a telephone
    site = href if parts.scheme == "tel" else parts.netloc or parts.path
    return text if not site or site.casefold() in text.casefold() else f"{text} ({site})"


def with_title(text: str, title: str) -> str:
    """Return the description of a link within the report: its text and the title of the place that it leads to."""
    if not title or title.casefold() in text.casefold():
        return text
    return title if title.casefold().startswith(text.casefold()) else f"{text}: {title}"


def _by_line(annotations: Iterable[Annotation]) -> list[Annotation]:
    lines: list[Annotation] = []
    for each in annotations:
        place = next((index for index, line in enumerate(lines) if _share_line(line, each)), None)
        if place is None:
            lines.append(each)
        else:
            lines[place] = replace(lines[place], rectangle=_around(lines[place].rectangle, each.rectangle))
    return lines


def _share_line(one: Annotation, other: Annotation) -> bool:
    """Whether two rectangles overlap in height by more than half of the lower of them."""
    _, bottom, _, top = one.rectangle
    _, other_bottom, _, other_top = other.rectangle
    overlap = min(top, other_top) - max(bottom, other_bottom)
    return one.page == other.page and overlap > 0.5 * min(top - bottom, other_top - other_bottom)


def _around(one: Rectangle, other: Rectangle) -> Rectangle:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _without_links(kids: Iterable[Kid]) -> Iterator[Kid]:
    """What a link holds, without annotations and without the tags of links within it."""
    for kid in kids:
        if isinstance(kid, Annotation):
            continue
        if isinstance(kid, TagNode):
            inner = tuple(_without_links(kid.kids))
            if kid.kind == "Link":
                yield from inner
            else:
                yield replace(kid, kids=inner)
        else:
            yield kid


def _alt(node: TagNode) -> str:
    return " ".join(each.alt for each in walk(node.kids) if each.alt)


def _page(node: TagNode) -> int:
    return next((leaf.page + 1 for leaf in leaves(node.kids)), 0)
